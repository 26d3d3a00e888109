"""Whether a glossary agrees with itself: no entry twice, none against another.

Of several glossaries the first goes before; within one there is no first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from doctrans.constraints.terms.casing import is_acronym
from doctrans.constraints.terms.entries import Case, Entry
from doctrans.interchange.faults import Faults

_LONGEST = 200  # characters: a sentence is no term, and no model was taught one as long


def check(entries: Iterable[Entry], faults: Faults) -> None:
    """Adds what it finds."""
    of_texts: dict[tuple[object, ...], _Known] = defaultdict(_Known)
    for entry in entries:
        if len(entry.source) > _LONGEST or len(entry.target) > _LONGEST:
            faults.add(entry.line, f"A term has at most {_LONGEST} characters.")
        if entry.forbidden and entry.target in entry.forbidden:
            faults.add(entry.line, f"“{entry.target}” is both wanted and forbidden.")
        first = of_texts[_texts(entry)].add(entry)
        if first is not entry:
            faults.add(entry.line, _against(first, entry))


def _texts(entry: Entry) -> tuple[object, ...]:
    """What else tells which texts an entry is for."""
    return (entry.source_language, entry.target_language, entry.part_of_speech, entry.domain,
            entry.customer, entry.priority)  # fmt: skip


class _Known:
    """Entries for the same texts: the same words may stand once, in the same letters or in any."""

    def __init__(self) -> None:
        self._as_written: dict[str, Entry] = {}
        self._in_any: dict[str, Entry] = {}

    def add(self, entry: Entry) -> Entry:
        """The entry, or the one that was there before with the same words."""
        source = entry.source
        first = self._as_written.setdefault(source, entry)
        if first is entry and entry.case is not Case.EXACT and not is_acronym(source):
            return self._in_any.setdefault(source.casefold(), entry)
        return first


def _against(first: Entry, entry: Entry) -> str:
    said = f"“{entry.source}”"
    if (first.target, first.keep) == (entry.target, entry.keep):
        return f"{said} is in line {first.line} already."
    if first.keep or entry.keep:
        return f"{said} is to be translated here or in line {first.line}, and not in the other."
    return f"{said} is “{entry.target}” here and “{first.target}” in line {first.line}."

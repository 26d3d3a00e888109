"""Whether a glossary agrees with itself: no entry twice, none against another.

Of several glossaries the first goes before; within one there is no first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from doctrans.constraints.terms.casing import is_acronym
from doctrans.constraints.terms.entries import Case, Entry
from doctrans.interchange.faults import Faults

_LONGEST = 200  # characters: a sentence is no term, and no model was taught one as long


def check(entries: Iterable[Entry], faults: Faults) -> None:
    """Adds what it finds."""
    known: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        if len(entry.source) > _LONGEST or len(entry.target) > _LONGEST:
            faults.add(entry.line, f"A term has at most {_LONGEST} characters.")
        if entry.target and entry.target in entry.forbidden:
            faults.add(entry.line, f"“{entry.target}” is both wanted and forbidden.")
        for key in _keys(entry):
            first = known.setdefault(key, entry)
            if first is not entry:
                faults.add(entry.line, _against(first, entry))
                break


def _keys(entry: Entry) -> Iterator[tuple[object, ...]]:
    """What may stand once: the same words for the same texts, in the same letters or in any."""
    source = entry.source
    texts = (entry.source_language, entry.target_language, entry.part_of_speech, entry.domain,
             entry.customer, entry.priority)  # fmt: skip
    yield source, texts
    if entry.case is not Case.EXACT and not is_acronym(source):
        yield source.casefold(), texts, "any"


def _against(first: Entry, entry: Entry) -> str:
    said = f"“{entry.source}”"
    if (first.target, first.keep) == (entry.target, entry.keep):
        return f"{said} is in line {first.line} already."
    if first.keep or entry.keep:
        return f"{said} is to be translated here or in line {first.line}, and not in the other."
    return f"{said} is “{entry.target}” here and “{first.target}” in line {first.line}."

"""Lists of words that are not translated: text, a name on each line.

Empty lines, and those that begin with a hash and a space, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from doctrans.constraints.terms.entries import Case, Entry
from doctrans.interchange import glossary_checks
from doctrans.interchange.faults import Faults
from doctrans.interchange.text import decoded

_COMMENT = ("# ", "#\t")


def read(data: bytes, name: str, source: str = "", target: str = "") -> tuple[Entry, ...]:
    """An entry for each name; languages do not matter. Raises GlossaryError for the faults of its
    lines."""
    lines = enumerate(decoded(data, name).splitlines(), 1)
    return entries(((n, line) for n, line in lines if not line.startswith(_COMMENT)), name)


def entries(lines: Iterable[tuple[int, str]], name: str) -> tuple[Entry, ...]:
    """Of numbered names."""
    words = ((line, " ".join(text.split())) for line, text in lines)
    found = tuple(
        Entry(text, "", keep=True, case=Case.EXACT, line=line, origin=name)
        for line, text in words
        if text
    )
    faults = Faults(name)
    glossary_checks.check(found, faults)
    faults.check()
    return found

"""Lists of words that are not translated: text, a name on each line.

Empty lines, and those that begin with a hash and a space, are left out. What stands between two
slashes is a regular expression: `/ACME-[0-9]{4}/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from doctrans.constraints.terms import patterns
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
    faults = Faults(name)
    found = tuple(_entry(text.strip(), line, name, faults) for line, text in lines if text.strip())
    glossary_checks.check(found, faults)
    faults.check()
    return found


def _entry(text: str, line: int, name: str, faults: Faults) -> Entry:
    own = _PATTERN.fullmatch(text)
    if own:
        try:
            patterns.compiled(own[1])
        except ValueError as error:
            faults.add(line, f"“{text}”: {error}")
    source = own[1] if own else " ".join(text.split())
    pattern = own is not None
    return Entry(source, "", keep=True, case=Case.EXACT, line=line, origin=name, pattern=pattern)


_PATTERN = re.compile(r"/(.+)/")

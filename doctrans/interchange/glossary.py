"""Glossaries of every format -> entries of one pair of languages, or one error for the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from doctrans.constraints.terms.entries import Entry
from doctrans.errors import GlossaryError
from doctrans.interchange import glossary_checks, glossary_table, glossary_tbx, tmx
from doctrans.interchange.faults import Faults

Reader = Callable[[bytes, str, str, str], tuple[Entry, ...]]  # of a file, its name, two languages
_Format = Callable[[bytes, str, str, str], list[Entry]]


def read(data: bytes, name: str, source: str, target: str) -> tuple[Entry, ...]:
    """What a file says for texts in `source` to be translated into `target` (BCP 47), in its
    order; its content says which format it is of. Raises GlossaryError for the first fault of its
    form, or for the faults of its lines."""
    if not data.strip():
        raise GlossaryError(f"{name}: It is empty.", hint="A line is a term: source, target.")
    entries = _reader(data, name)(data, name, source, target)
    faults = Faults(name)
    glossary_checks.check(entries, faults)
    faults.check()
    return tuple(entries)


_ROOTS: dict[str, _Format] = {
    "martif": glossary_tbx.read,
    "tbx": glossary_tbx.read,
    "tmx": tmx.glossary,
}
_MARKUP = re.compile(rb"\s*<[?!a-zA-Z]")


def _reader(data: bytes, name: str) -> _Format:
    """By the root element; what does not begin with markup is a table."""
    head = data[:4096]
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.decode("utf-16", "ignore").encode()
    if not _MARKUP.match(head.removeprefix(codecs.BOM_UTF8)):
        return glossary_table.read
    root = re.search(rb"<(?:\w+:)?([A-Za-z]\w*)", head)
    found = _ROOTS.get(root[1].decode().lower()) if root else None
    if found is None:
        raise GlossaryError(
            f"{name}: line 1: It is XML, but neither TBX nor TMX.",
            hint="Export the terms as TBX, TMX, or CSV.",
        )
    return found

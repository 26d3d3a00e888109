"""Glossaries of every format -> entries of one pair of languages, or one error for the file."""

from __future__ import annotations

from collections.abc import Callable

from doctrans.constraints.terms.entries import Entry
from doctrans.errors import GlossaryError
from doctrans.interchange import glossary_checks, glossary_table
from doctrans.interchange.faults import Faults

Reader = Callable[[bytes, str, str, str], list[Entry]]


def read(data: bytes, name: str, source: str, target: str) -> tuple[Entry, ...]:
    """What a file says for texts in `source` to be translated into `target` (BCP 47), in its
    order; its content says which format it is of. Raises GlossaryError for the first fault of its
    form, or for the faults of its lines."""
    if not data.strip():
        raise GlossaryError(f"{name}: It is empty.", hint="A line is a term: source, target.")
    entries = _reader(data)(data, name, source, target)
    faults = Faults(name)
    glossary_checks.check(entries, faults)
    faults.check()
    return tuple(entries)


def _reader(data: bytes) -> Reader:
    return glossary_table.read

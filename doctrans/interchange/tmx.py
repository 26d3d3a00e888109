"""TMX, the translation memory exchange format (LISA 1.4b): its units as pairs of plain text.

Codes of the original document (`bpt`, `ept`, `it`, `ph`) are no text; `hi` and `sub` hold some.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from doctrans.constraints.terms.entries import Entry, same_language
from doctrans.interchange.homonyms import merged
from doctrans.interchange.xml import LANGUAGE, elements, local

_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
_MOST_WORDS = 5  # longer units are sentences
_SENTENCE_ENDS = tuple(".!?:;…")


class Unit(NamedTuple):
    """A text and its translation; `line` of the file, from 1."""

    source: str
    target: str
    line: int


def units(data: bytes, name: str, source: str, target: str) -> Iterator[Unit]:
    """Those that have both languages (BCP 47). Raises GlossaryError for what is no XML."""
    for unit in elements(data, {"tu": True}, name):
        texts = {which: _text(unit, which) for which in (source, target)}
        if texts[source] and texts[target]:
            yield Unit(texts[source], texts[target], unit.sourceline or 0)


def _text(unit: Any, language: str) -> str:
    for variant in unit:
        said = variant.get(LANGUAGE) or variant.get("lang") or "und"
        if local(variant) == "tuv" and same_language(str(said), language):
            for segment in variant:
                if local(segment) == "seg":
                    return " ".join("".join(_pieces(segment)).split())
    return ""


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child) not in _CODES:
            yield from _pieces(child)
        yield child.tail or ""


def glossary(data: bytes, name: str, source: str, target: str) -> list[Entry]:
    """The short units as entries, of several translations the most frequent first. Raises
    GlossaryError."""
    counts: Counter[tuple[str, str]] = Counter()
    lines: dict[tuple[str, str], int] = {}
    for unit in units(data, name, source, target):
        if _is_term(unit.source) and _is_term(unit.target):
            pair = unit.source, unit.target
            counts[pair] += 1
            lines.setdefault(pair, unit.line)
    ranked = sorted(counts, key=lambda pair: (-counts[pair], lines[pair]))
    return merged(Entry(*pair, line=lines[pair], origin=name) for pair in ranked)


def _is_term(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and not text.endswith(_SENTENCE_ENDS)

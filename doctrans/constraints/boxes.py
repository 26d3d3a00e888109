"""Boxes to tick in a line (`☐ Yes ☐ No`, `[ ] Yes [x] No`): what stands between them are options,
each a text by itself, and no words of a sentence. A sign that a sentence speaks of (`Press the □
button`) is a word of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from doctrans.model import BOX, Range, Span

_BOXES = "\u2610-\u2612\u25a1\u25a2\u25fb\u2750-\u2752\u2b1c\U0001f5f5\U0001f5f7\U0001f5f9"
# As typists make them of brackets; no indexes, calls and links.
_TYPED = r"(?<![\w)\]}>\"'`])(?:\[[ \u00a0xX]\]|\([ \u00a0]\))(?![\w(\[{:\"'`])"
_BOX = re.compile(f"[{_BOXES}]|{_TYPED}")
# A character that is lost; a sign that is spoken of.
_OTHER = re.compile(
    f"[a-z][{_BOXES}](?=[a-z])|[\"'\u201c\u2018\u201e\u00ab(\\[][{_BOXES}](?=[\"'\u201d\u2019\u201c\u00bb)\\]])"
)
# What ends a sentence or what leads to options, and what lays them out.
_PARTED = re.compile(r"(?<=[.!?:;])(?<!\.\w\.)\s+|[\t\n\r]|\s{3,}")
_BEFORE_ROW = re.compile(r"\W*(?:(?:\w{1,3}\)|\d+)\W*)?")  # "a) ☐ Yes"
_BEHIND_ROW = re.compile(r"(?![.,!?;:])\W*")
_JOINED = re.compile(
    rf"\b(?:and|or|und|oder|et|ou|y|o)\s+(?:[{_BOXES}]|{_TYPED})"
    rf"|(?:[{_BOXES}]|{_TYPED})\s+(?:and|or|und|oder|et|ou|y|o)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s*(\w)")
_STOPPED = re.compile(r"[.!?]\W*\Z")


def ranges(text: str, breaks: Collection[int] = ()) -> tuple[Range, ...]:
    """Where those of a text stand that are characters, in rows of options; `breaks` are where more
    lines begin in it than its characters say.

    >>> [text[slice(*place)] for text in ("☐ Yes ☒ No", "na□ve") for place in ranges(text)]
    ['☐', '☒']
    """
    if text.isascii() and "[" not in text and "( )" not in text:  # most
        return ()
    others = {match.end() - 1 for match in _OTHER.finditer(text)}
    found = [Range(*m.span()) for m in _BOX.finditer(text) if m.start() not in others]
    if not found:
        return ()
    return tuple([box for row in _stretches(text, found, breaks) for box in row])


def _stretches(text: str, found: Sequence[Range], breaks: Collection[int]) -> Iterator[list[Range]]:
    """The boxes of each sentence, or of what is laid out like one, in which they are a row."""
    edges = sorted({0, len(text), *breaks, *(match.end() for match in _PARTED.finditer(text))})
    begins = [box.start for box in found]
    for start, end in pairwise(edges):
        inside = list(found[bisect_left(begins, start) : bisect_left(begins, end)])
        if inside and _is_row(text[start:end], [Range(a - start, b - start) for a, b in inside]):
            yield inside


def _is_row(text: str, found: Sequence[Range]) -> bool:
    """Whether options stand at the boxes of a sentence: one is at its edge, or it is none."""
    if _BEFORE_ROW.fullmatch(text, 0, found[0].start):
        return True
    if _JOINED.search(text):
        return False
    if _BEHIND_ROW.fullmatch(text, found[-1].end):
        return True
    if len(found) == 1:
        return False
    words = (_WORD.match(text, box.end) for box in found)
    named = all(word is not None and word[1].isupper() for word in words)
    return named or not _STOPPED.search(text)


def is_one(span: Span) -> bool:
    """Whether it is one of the document's, no character."""
    return bool(span.tags) and span.tags[-1].name == BOX

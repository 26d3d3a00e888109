"""Markdown in running text: emphasis, code and links. https://spec.commonmark.org/0.31.2/#inlines
Emphasis of MediaWiki (`''so''`, `'''so'''`) is found in the same way.

Marks of emphasis are those of which one opens and one closes: `5 * 3` and `VAT*` have none.
"""

from __future__ import annotations

import re

from doctrans.constraints.freezing import Marks, Pair
from doctrans.model import Range

_HINT = re.compile(r"`|\]\(")
# Runs as CommonMark has them; longer ones are rules and blanks to fill in.
_RUN = re.compile(r"(?<!\*)\*{1,3}(?!\*)|(?<!_)_{1,3}(?!_)|(?<!~)~~(?!~)|(?<!')'{2,3}(?!')")
# Without white space in it also before a letter: "`Tag`s".
_CODE = re.compile(
    r"(?<![\w`])(?:`[^\s`]{1,100}`(?!`)|`(?=[^\s`])[^`\n]{0,300}(?<=[^\s`])`(?![\w`])"
    r"|``(?=[^\s`])(?:[^`\n]|`(?!`)){0,300}``(?![\w`]))"
)
_LINK = re.compile(
    r"!?\[(?P<label>[^\[\]\n]{1,300})\]"
    r"\((?P<place>[^()\s]{1,500}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?)(?:\s\"[^\"\n]{0,200}\")?\)"
)
_PLACE = re.compile(r"[/:#.]")
_NEAR = 6  # marks that may be open at once


def marks(text: str) -> Marks:
    """Code frozen, the marks of links as pairs."""
    if not _HINT.search(text):
        return Marks()
    pairs = [
        Pair(Range(m.start(), m.start("label")), Range(m.end("label"), m.end()))
        for m in _LINK.finditer(text)
        if _PLACE.search(m["place"])
    ]
    code = [Range(*match.span()) for match in _CODE.finditer(text)]
    return Marks(tuple(code), tuple(pairs))


def emphasis(text: str) -> Marks:
    """Its marks as pairs."""
    opened: list[Range] = []  # what is left of runs that may open
    pairs: list[Pair] = []
    for match in _RUN.finditer(text):
        place = Range(*match.span())
        before, after = text[place.start - 1 : place.start], text[place.end : place.end + 1]
        if before and not before.isspace() and not _is_word(after):
            place = _closed(text, place, opened, pairs)
        if place.start < place.end and after and not after.isspace() and not _is_word(before):
            opened.append(place)
    return Marks(pairs=tuple(sorted(pairs)))


def _closed(text: str, place: Range, opened: list[Range], pairs: list[Pair]) -> Range:
    """Closes what is open, the nearest first: `***` both `*` and `**`. Returns what is left."""
    while place.start < place.end:
        near = range(len(opened) - 1, max(len(opened) - _NEAR, 0) - 1, -1)
        index = next((n for n in near if text[opened[n].start] == text[place.start]), None)
        if index is None or opened[index].end == place.start:
            break
        one = opened[index]
        length = min(one.end - one.start, place.end - place.start)
        middle = place.start + length
        pairs.append(Pair(Range(one.end - length, one.end), Range(place.start, middle)))
        place = Range(middle, place.end)
        del opened[index:]
        if one.start < one.end - length:
            opened.append(Range(one.start, one.end - length))
    return place


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"

"""A run of inline content -> tagged text, and the source of each tag.

A run is what stands between two block boundaries. Its tags may be unmatched (they wrap blocks, or
are flaws) or misnested; here they become stacks. Unmatched tags are points of their own, outside
where they stand at an edge; misnested formatting becomes islands, as an HTML parser builds it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from doctrans import reading, spans
from doctrans.formats.html import references, rules
from doctrans.formats.html.slots import Draft, Piece
from doctrans.model import Range, SegmentKind, Span, Tag, Tagged, TagKind


class What(IntEnum):
    TEXT = 0
    OPEN = 1
    CLOSE = 2
    POINT = 3
    EDGE = 4  # a point that stays outside where it stands at the edge of the run


class Item(NamedTuple):
    """A part of a run: `text[start:end]`."""

    what: What
    start: int
    end: int
    name: str = ""
    element: int = 0  # OPEN and CLOSE: which element; 0: none is open
    kind: TagKind = TagKind.POINT
    equiv: str = ""


_SPACE = re.compile(r"[\t\n\f\r ]+")
# Nothing that a reader sees: mails fill their previews with it.
_BLANK = re.compile(r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*+")
SPACES = "\t\n\f\r \0"  # NUL is dropped by browsers: it stays where it is, too


def build(items: Sequence[Item], text: str, verbatim: bool) -> list[Draft]:
    """The segments of a run: one as a rule, none where nobody reads anything."""
    if len(items) == 1 and items[0].what is What.TEXT and not verbatim:
        return _plain(items[0], text)
    if not any(_is_readable(item, text) for item in items):
        return []
    matched = _uncrossed(_matched(items))
    row = [] if verbatim else _row(matched, text)
    parts = row or [matched if verbatim else _trimmed(matched, text)]
    kind = SegmentKind.LABEL if row else SegmentKind.PARAGRAPH
    drafts = [_draft(part, text, verbatim)._replace(kind=kind) for part in parts]
    return [draft for draft in drafts if not _BLANK.fullmatch(reading.readable(draft.tagged))]


def collapse(text: str) -> str:
    """As a browser shows it: each run of white space is one space."""
    return _SPACE.sub(" ", text)


def _plain(item: Item, text: str) -> list[Draft]:
    start, end = _strip(item.start, item.end, text)
    words = collapse(references.readable(references.decode(text[start:end])))
    return [Draft(start, end, Tagged(words), {})] if not _BLANK.fullmatch(words) else []


def _strip(start: int, end: int, text: str) -> Range:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip(SPACES))
    return Range(start + left, max(start + left, start + len(raw.rstrip(SPACES))))


def _is_readable(item: Item, text: str) -> bool:
    if item.what is What.TEXT:
        return not text[item.start : item.end].isspace()
    return bool(item.equiv.strip())


def _matched(items: Sequence[Item]) -> list[Item]:
    """Tags without a counterpart in the run become points."""
    opened = {item.element for item in items if item.what is What.OPEN}
    closed = {item.element for item in items if item.what is What.CLOSE}
    both = opened & closed
    return [
        _edge(item) if item.what in (What.OPEN, What.CLOSE) and item.element not in both else item
        for item in items
    ]


def _edge(item: Item) -> Item:
    name = f"/{item.name}" if item.what is What.CLOSE else item.name
    return Item(What.EDGE, item.start, item.end, name)


def _uncrossed(items: list[Item]) -> list[Item]:
    """Where an element that must stay whole crosses another, its tags become points."""
    kinds = {item.element: item.kind for item in items if item.what is What.OPEN}
    crossing: set[int] = set()
    stack: list[int] = []
    for item in items:
        if item.what is What.OPEN:
            stack.append(item.element)
        elif item.what is What.CLOSE:
            at = stack.index(item.element)
            above = stack[at + 1 :]
            if above and kinds[item.element] is TagKind.WHOLE:
                crossing.add(item.element)
            else:
                crossing.update(e for e in above if kinds[e] is TagKind.WHOLE)
            del stack[at]
    if not crossing:
        return items
    tags = (What.OPEN, What.CLOSE)
    return [
        _edge(item) if item.what in tags and item.element in crossing else item for item in items
    ]


def _row(items: list[Item], text: str) -> list[list[Item]]:
    """Links, buttons and labels with no words but separators between them; else nothing.

    A link alone is a sentence or a part of one; a button or label is a row of its own."""
    found: list[list[Item]] = []
    first = ending = 0  # inside one of them: where it starts, and which element's end tag ends it
    for index, item in enumerate(items):
        if ending:
            if item.what is What.CLOSE and item.element == ending:
                found.append(items[first : index + 1])
                ending = 0
        elif item.what is What.OPEN and item.name in rules.IN_ROWS:
            first, ending = index, item.element
        elif _is_readable(item, text) and not _separates(item, text):
            return []
    readable = sum(any(_is_readable(item, text) for item in part) for part in found)
    alone = readable < 2 and any(part[0].name == "a" for part in found)
    return [] if alone else found


def _separates(item: Item, text: str) -> bool:
    source = text[item.start : item.end]
    return item.what is What.TEXT and rules.SEPARATORS.issuperset(references.decode(source))


def _trimmed(items: list[Item], text: str) -> list[Item]:
    """Without white space and edge points at both ends: they stay as they are."""
    first, last = 0, len(items)
    while first < last and _is_margin(items[first], text):
        first += 1
    while last > first and _is_margin(items[last - 1], text):
        last -= 1
    inside = items[first:last]
    for index in {0, len(inside) - 1} if inside else ():
        item = inside[index]
        if item.what is What.TEXT:
            start, end = _strip(item.start, item.end, text)
            start = start if index == 0 else item.start
            end = end if index == len(inside) - 1 else item.end
            inside[index] = item._replace(start=start, end=end)
    return inside


def _is_margin(item: Item, text: str) -> bool:
    if item.what is What.TEXT:
        return not text[item.start : item.end].strip(SPACES)
    return item.what is What.EDGE


def _draft(items: list[Item], text: str, verbatim: bool) -> Draft:
    if not items:
        return Draft(0, 0, Tagged(""), {})
    builder = _Builder(text, verbatim)
    for item in items:
        builder.add(item)
    tagged = Tagged("".join(builder.words), spans.coalesce(builder.spans))
    return Draft(items[0].start, items[-1].end, tagged, builder.pieces)


class _Builder:
    def __init__(self, text: str, verbatim: bool) -> None:
        self.text = text
        self.verbatim = verbatim
        self.words: list[str] = []
        self.length = 0
        self.spans: list[Span] = []
        self.stack: list[Tag] = []
        self.open: dict[int, Tag] = {}  # by element
        self.covered: set[Tag] = set()  # tags that some span has already
        self.pieces: dict[int, Piece] = {}
        self.spaced = False  # whether the last that was read is white space

    def add(self, item: Item) -> None:
        _STEPS[item.what](self, item)

    def _text(self, item: Item) -> None:
        words = references.readable(references.decode(self.text[item.start : item.end]))
        if self.verbatim:
            words = words.replace("\r\n", "\n")
        else:
            words = collapse(words)
            if self.spaced and words.startswith(" "):
                words = words[1:]
        if words:
            self.spaced = words.endswith(" ")
            self.words.append(words)
            self._span(len(words))

    def _span(self, length: int) -> None:
        self.spans.append(Span(self.length, self.length + length, tuple(self.stack)))
        self.covered.update(self.stack)
        self.length += length

    def _tag(self, item: Item, kind: TagKind) -> Tag:
        tag = Tag(len(self.pieces) + 1, kind, item.name, item.equiv)
        self.pieces[tag.id] = Piece(Range(item.start, item.end))
        return tag

    def _open(self, item: Item) -> None:
        tag = self._tag(item, item.kind)
        self.open[item.element] = tag
        self.stack.append(tag)

    def _close(self, item: Item) -> None:
        tag = self.open.pop(item.element)
        self.pieces[tag.id] = Piece(self.pieces[tag.id].open, Range(item.start, item.end))
        if tag not in self.covered:
            at = self.stack.index(tag)
            above = self.stack[at + 1 :]
            self.stack[at + 1 :] = []
            self._span(0)
            self.stack[at + 1 :] = above
        self.stack.remove(tag)

    def _point(self, item: Item) -> None:
        self.stack.append(self._tag(item, TagKind.POINT))
        self._span(0)
        self.stack.pop()
        if item.what is What.POINT:
            self.spaced = False


# By `What`, in its order.
_STEPS = (_Builder._text, _Builder._open, _Builder._close, _Builder._point, _Builder._point)

"""A run of inline content -> tagged text, and the source of each tag.

A run is what stands between two block boundaries. Its tags become stacks: those without a
counterpart are points of their own, outside where they stand at an edge; misnested formatting
becomes islands, as an HTML parser builds it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from doctrans.formats.html import references, rules
from doctrans.formats.html.items import CLOSE, EDGE, OPEN, TEXT, Item, nested
from doctrans.formats.html.slots import Draft, Piece
from doctrans.model import Range, SegmentKind, Span, Tag, TagKind

_SPACE = re.compile(r"[\t\n\f\r ]{2,}+|[\t\n\f\r]")
# Nothing that a reader sees: mails fill their previews with it.
_BLANK = re.compile(r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*+")
SPACES = "\t\n\f\r \0"  # NUL is dropped by browsers: it stays where it is, too


def build(items: Sequence[Item], text: str, verbatim: bool) -> list[Draft]:
    """The segments of a run: one as a rule, none where nobody reads anything."""
    if len(items) == 1 and items[0].what is TEXT and not verbatim:
        return _plain(items[0], text)
    if not any(_is_readable(item, text) for item in items):
        return []
    items = nested(items)
    row = [] if verbatim else _row(items, text)
    parts = row or [items if verbatim else _trimmed(items, text)]
    kind = SegmentKind.LABEL if row else SegmentKind.PARAGRAPH
    drafts = [_draft(part, text, verbatim, kind) for part in parts if part]
    return [draft for draft in drafts if not _is_blank(draft)]


def collapse(text: str) -> str:
    """As a browser shows it: each run of white space is one space."""
    if "  " not in text and text.isprintable():  # then no white space but spaces
        return text
    return _SPACE.sub(" ", text)


def _words(source: str) -> str:
    """What a reader sees of a stretch of text; most have nothing to be decoded or collapsed."""
    if "&" not in source and "  " not in source and source.isprintable():
        return source
    return collapse(references.readable(references.decode(source)))


def _plain(item: Item, text: str) -> list[Draft]:
    if text[item.start : item.end].isspace():  # between two blocks
        return []
    start, end = _strip(item.start, item.end, text)
    words = _words(text[start:end])
    return [Draft(start, end, words, (), {})] if not _BLANK.fullmatch(words) else []


def _strip(start: int, end: int, text: str) -> tuple[int, int]:
    """The stretch without white space at its ends."""
    right = text[start:end].lstrip(SPACES)
    start = end - len(right)
    return start, start + len(right.rstrip(SPACES))


def _is_blank(draft: Draft) -> bool:
    blank = _BLANK.fullmatch
    points = (span.tags[-1].equiv for span in draft.spans if span.tags)
    return bool(blank(draft.text)) and all(map(blank, points))


def _is_readable(item: Item, text: str) -> bool:
    if item.what is TEXT:
        return not text[item.start : item.end].isspace()
    return bool(item.equiv.strip())


def _row(items: Sequence[Item], text: str) -> list[Sequence[Item]]:
    """Links, buttons and labels with no words but separators between them; else nothing.

    A link alone is a sentence or a part of one; a button or label is a row of its own."""
    found: list[Sequence[Item]] = []
    first = ending = 0  # inside one of them: where it starts, and which element's end tag ends it
    for index, item in enumerate(items):
        if ending:
            if item.what is CLOSE and item.element == ending:
                found.append(items[first : index + 1])
                ending = 0
        elif item.what is OPEN and item.name in rules.IN_ROWS:
            first, ending = index, item.element
        elif _is_readable(item, text) and not _separates(item, text):
            return []
    readable = sum(any(_is_readable(item, text) for item in part) for part in found)
    alone = readable < 2 and any(part[0].name == "a" for part in found)
    return [] if alone else found


def _separates(item: Item, text: str) -> bool:
    source = text[item.start : item.end]
    return item.what is TEXT and rules.SEPARATORS.issuperset(references.decode(source))


def _trimmed(items: Sequence[Item], text: str) -> Sequence[Item]:
    """Without white space and edge points at both ends: they stay as they are."""
    first, last = 0, len(items)
    while first < last and _is_margin(items[first], text):
        first += 1
    while last > first and _is_margin(items[last - 1], text):
        last -= 1
    inside = list(items[first:last])
    if inside and inside[0].what is TEXT:
        inside[0] = Item(TEXT, _strip(*inside[0][1:3], text)[0], inside[0].end)
    if inside and inside[-1].what is TEXT:
        inside[-1] = Item(TEXT, inside[-1].start, _strip(*inside[-1][1:3], text)[1])
    return inside


def _is_margin(item: Item, text: str) -> bool:
    if item.what is TEXT:
        return not text[item.start : item.end].strip(SPACES)
    return item.what is EDGE


def _draft(items: Sequence[Item], text: str, verbatim: bool, kind: SegmentKind) -> Draft:
    builder = _Builder(text, verbatim)
    for item in items:
        _STEPS[item.what](builder, item)
    words, spans = "".join(builder.words), tuple(builder.spans)
    return Draft(items[0].start, items[-1].end, words, spans, builder.pieces, kind=kind)


class _Builder:
    def __init__(self, text: str, verbatim: bool) -> None:
        self.text = text
        self.verbatim = verbatim
        self.words: list[str] = []
        self.length = 0
        self.spans: list[Span] = []
        self.stack: list[Tag] = []
        self.open: dict[int, Tag] = {}  # by element
        self.covered: set[int] = set()  # ids of tags that some span has already
        self.pieces: dict[int, Piece] = {}
        self.spaced = False  # whether the last that was read is white space

    def _text(self, item: Item) -> None:
        source = self.text[item.start : item.end]
        if self.verbatim:
            words = references.readable(references.decode(source)).replace("\r\n", "\n")
        else:
            words = _words(source)
            if self.spaced and words[:1] == " ":
                words = words[1:]
        if words:
            self.spaced = words[-1] == " "
            self.words.append(words)
            self._span(len(words))

    def _span(self, length: int) -> None:
        start, stack = self.length, tuple(self.stack)
        if length and self.spans and self.spans[-1].tags == stack:
            start = self.spans.pop().start
        self.length += length
        self.spans.append(Span(start, self.length, stack))
        if stack:
            self.covered.update([tag.id for tag in stack])

    def _tag(self, item: Item, kind: TagKind) -> Tag:
        tag = Tag(len(self.pieces) + 1, kind, item.name, item.equiv, item.gender)
        self.pieces[tag.id] = Piece(Range(item.start, item.end))
        return tag

    def _open(self, item: Item) -> None:
        tag = self._tag(item, item.kind)
        self.open[item.element] = tag
        self.stack.append(tag)

    def _close(self, item: Item) -> None:
        tag = self.open.pop(item.element)
        self.pieces[tag.id] = Piece(self.pieces[tag.id].open, Range(item.start, item.end))
        if tag.id not in self.covered:
            at = self.stack.index(tag)
            above = self.stack[at + 1 :]
            self.stack[at + 1 :] = []
            self._span(0)
            self.spaced = False  # what is empty is filled later: the space behind it counts
            self.stack[at + 1 :] = above
        self.stack.remove(tag)

    def _point(self, item: Item) -> None:
        self.stack.append(self._tag(item, TagKind.POINT))
        self._span(0)
        self.stack.pop()
        self.spaced = False


# By `What`, in its order.
_STEPS = (_Builder._text, _Builder._open, _Builder._close, _Builder._point, _Builder._point)

"""What models do to a sentence's spacing and its end, undone. Pure functions over tagged text.

Words never change. White space at a tag's edge goes where the source has it: `report<sup>2</sup>
was` has none before its mark, `<i>really </i>good` has it inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doctrans import spans
from doctrans.model import Range, Span, Tag, Tagged, TagKind


def tidy(source: Tagged, target: Tagged) -> Tagged:
    """The target as a translation of `source`, whose words begin and end it."""
    if "  " not in source.text:
        target = spans.squeeze(target)
    target = _with_lost_stop(source, _without_added_stop(source, target))
    return _spaced_like(source, target) if source.tags else target


def _without_added_stop(source: Tagged, target: Tagged) -> Tagged:
    """Without the full stop that models add to labels, cells and clauses."""
    last = source.text[-1:]
    added = _ADDED_STOP if last.isalnum() else _STOP if last in _INNER else None
    if added is None or not added.search(target.text):
        return target
    without = spans.slice_(target, 0, len(target.text[:-1].rstrip()))
    return target if spans.faults(target, without) else without


def _with_lost_stop(source: Tagged, target: Tagged) -> Tagged:
    """With the full stop that models lose behind a note's mark at the end."""
    stop, stack = source.text[-1:], source.spans[-1].tags if source.spans else ()
    if stop not in _STOPS or stack or not _LATIN_END.search(target.text):
        return target
    return spans.join((target, Tagged(stop)))


_STOPS = tuple(".!?")
_LATIN_END = re.compile(r"[a-zA-Z0-9\xc0-\u024f]\Z")
_ADDED_STOP = re.compile(r"[^\W\d_]{3}\.\Z|\d\.\Z|\w\w \.\Z")  # abbreviations keep theirs
_STOP = re.compile(r"[^.]\.\Z")
_INNER = tuple(",;\u2013\u2014")  # a clause's end


_CLOSING = ".,;:!?)]}%\u201d\u2019\u00bb\u2026"
_SHORT = 2


@dataclass(slots=True)
class _Piece:
    """A span that can be changed."""

    text: str
    tags: tuple[Tag, ...]


def _spaced_like(source: Tagged, target: Tagged) -> Tagged:
    pieces = [_Piece(target.text[s.start : s.end], s.tags) for s in target.spans]
    before = spans.all_islands(source)
    for tag, islands in spans.all_islands(target).items():
        if len(islands) == 1 and len(before.get(tag, ())) == 1:
            _space(_Edges.of(source, before[tag][0]), tag, pieces, islands[0], target.text)
    parts = [Tagged(p.text, (Span(0, len(p.text), p.tags),)) for p in pieces if p.text or p.tags]
    spaced = spans.join(parts)
    return target if spaced == target or spans.faults(target, spaced) else spaced


@dataclass(frozen=True, slots=True)
class _Edges:
    """What stands at the edges of a tag in the source; "" at the ends of the text."""

    text: str
    before: str
    after: str

    @classmethod
    def of(cls, source: Tagged, place: Range) -> _Edges:
        start, end = place
        text = source.text
        return cls(text[start:end], text[start - 1 : start] if start else "", text[end : end + 1])

    @property
    def glued_before(self) -> bool:
        joined = self.before.isalnum() or self.before in _CLOSING
        return bool(self.before) and joined and not self.text[:1].isspace()

    @property
    def mark(self) -> bool:
        """A note's number, an index, a sign; not a word that happens to be glued to another."""
        return len(self.text) <= _SHORT or not any(char.isalpha() for char in self.text)

    @property
    def glued_after(self) -> bool:
        return self.after.isalnum() and not self.text[-1:].isspace()


def _space(edges: _Edges, tag: Tag, pieces: list[_Piece], place: Range, text: str) -> None:
    if tag.kind is TagKind.POINT:
        if not set("\n\t") & set(tag.equiv):  # those part words by themselves
            _space_point(edges, _around(tag, pieces))
    elif edges.text.strip():
        same = edges.mark and text[place.start : place.end].strip() == edges.text.strip()
        _space_open(edges, same, *_opening(tag, pieces))
        _space_close(edges, same, *_closing(tag, pieces))


def _space_point(edges: _Edges, around: tuple[_Piece | None, _Piece | None]) -> None:
    left, right = around
    if edges.glued_before and edges.glued_after:
        return  # inside a word: whether its translation is one word, nobody knows
    if edges.glued_before:
        _strip_end(left)
    elif edges.before and left and left.text[-1:].isalnum():
        left.text += " "
    if edges.glued_after:
        _strip_start(right)
    elif edges.after.isspace() and right and right.text[:1].isalnum():
        right.text = " " + right.text


def _space_open(edges: _Edges, same: bool, left: _Piece | None, first: _Piece | None) -> None:
    if not left or not first:
        return
    outside, inside = edges.before.isspace(), edges.text[:1].isspace()
    if edges.glued_before and same:
        _strip_end(left)
        _strip_start(first)
    elif inside and not outside and left.text[-1:].isspace():
        _strip_end(left)
        first.text = " " + first.text.lstrip()
    elif outside and not inside and first.text[:1].isspace():
        _strip_start(first)
        left.text = left.text.rstrip() + " "


def _space_close(edges: _Edges, same: bool, last: _Piece | None, right: _Piece | None) -> None:
    if not last or not right:
        return
    outside, inside = edges.after.isspace(), edges.text[-1:].isspace()
    if edges.glued_before and edges.glued_after and same and right.text.strip()[:1] == edges.after:
        _strip_end(last)
        _strip_start(right)
    elif inside and not outside and right.text[:1].isspace():
        _strip_start(right)
        last.text = last.text.rstrip() + " "
    elif outside and not inside and last.text[-1:].isspace():
        _strip_end(last)
        right.text = " " + right.text.lstrip()
    elif outside and same and right.text[:1].isalnum() and last.text[-1:].isalnum():
        right.text = " " + right.text


def _strip_start(piece: _Piece | None) -> None:
    if piece:
        piece.text = piece.text.lstrip()


def _strip_end(piece: _Piece | None) -> None:
    if piece:
        piece.text = piece.text.rstrip()


def _around(tag: Tag, pieces: list[_Piece]) -> tuple[_Piece | None, _Piece | None]:
    at = next(i for i, piece in enumerate(pieces) if piece.tags[-1:] == (tag,))
    return next(_worded(pieces[:at][::-1]), None), next(_worded(pieces[at + 1 :]), None)


def _opening(tag: Tag, pieces: list[_Piece]) -> tuple[_Piece | None, _Piece | None]:
    """The text before a tag, and the first in it."""
    at = next(i for i, piece in enumerate(pieces) if tag in piece.tags)
    inside = (piece for piece in _worded(pieces[at:]) if tag in piece.tags)
    return next(_worded(pieces[:at][::-1]), None), next(inside, None)


def _closing(tag: Tag, pieces: list[_Piece]) -> tuple[_Piece | None, _Piece | None]:
    """The last text in a tag, and what follows it."""
    right, last = _opening(tag, pieces[::-1])
    return last, right


def _worded(pieces: list[_Piece]) -> Iterator[_Piece]:
    return (piece for piece in pieces if piece.text)

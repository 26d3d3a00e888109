"""What models do to a sentence's spacing and its end, undone. Pure functions over tagged text.

Words never change. White space at a tag's edge goes where the source has it: `report<sup>2</sup>
was` has none before its mark, `<i>really </i>good` has it inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from doctrans import spans
from doctrans.model import Range, Span, Tag, Tagged, TagKind


def tidy(source: Tagged, target: Tagged) -> Tagged:
    """The target as a translation of `source`, whose words begin and end it."""
    if "  " not in source.text:
        target = spans.squeeze(target)
    target = _without_added_dots(source, target)
    target = _with_lost_stop(source, _with_one_stop(source, _without_added_stop(source, target)))
    return _spaced_like(source, target) if source.tags else target


def _without_added_dots(source: Tagged, target: Tagged) -> Tagged:
    """Without the ellipsis that the name of a command has elsewhere: *Speichern unter…*."""
    if "…" not in target.text or _GOES_ON.search(source.text):
        return target
    ends = [0, *(m.end() for m in _ADDED_DOTS.finditer(target.text)), len(target.text)]
    kept = (spans.slice_(target, a, b - (target.text[b - 1 : b] == "…")) for a, b in pairwise(ends))
    without = spans.join(tuple(kept))
    return target if spans.faults(target, without) else without


def _without_added_stop(source: Tagged, target: Tagged) -> Tagged:
    """Without the full stop that models add to labels, cells and clauses."""
    last = source.text[-1:]
    added = _ADDED_STOP if last.isalnum() else _STOP if last in _INNER else None
    if added is None or not added.search(target.text) or _OWN_STOP.search(target.text):
        return target
    if _ORDINAL.search(source.text):  # "3rd" is "3." in German
        return target
    without = spans.slice_(target, 0, len(target.text[:-1].rstrip()))
    return target if spans.faults(target, without) else without


def _with_one_stop(source: Tagged, target: Tagged) -> Tagged:
    """An abbreviation at the end has its full stop and the sentence's in one."""
    many = _STOPS_AT_END.search(target.text)
    if not many or ".." in source.text or not _STOP.search(source.text):
        return target
    without = spans.slice_(target, 0, many.start() + 1)
    return target if spans.faults(target, without) else without


def _with_lost_stop(source: Tagged, target: Tagged) -> Tagged:
    """With the stop that models lose behind a tag at the end, and the full stop of a sentence."""
    stop, last = source.text[-1:], source.spans[-1] if source.tags else None
    behind_a_tag = last is not None and not last.tags and last.end - last.start == 1
    if stop not in _STOPS or not (behind_a_tag or _SENTENCE.search(source.text)):
        return target
    if not _LATIN_END.search(target.text):
        return target
    return spans.join((target, Tagged(stop)))


_GOES_ON = re.compile(r"…|\.\.|\b(?:etc|so (?:on|forth))\b")
_ADDED_DOTS = re.compile(r"(?<=[^\W\d_])…(?!\w)")
_STOPS = tuple(".!?")
_SENTENCE = re.compile(r"\w\W+\w+\W+[a-z]{4,}\.\Z")  # whose last word is no abbreviation
_LATIN_END = re.compile(r"[a-zA-Z0-9\xc0-\u024f]\Z")
_ADDED_STOP = re.compile(r"[^\W\d_]{3}\.\Z|\d\.\Z|\w\w \.\Z")  # abbreviations keep theirs
_OWN_STOP = re.compile(
    r"\b(?:usw|etc|bzw|vorm|nachm|ca|mwst|inkl|exkl|zzgl|std|sek|tel|nr|abb|jh|mio|mrd|tsd|stk|evtl|"
    r"ggf|sog|incl|excl|aprox|tél|réf|núm|máx|mín|uds)\.\Z",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\Z")
_STOP = re.compile(r"[^.]\.\Z")
_STOPS_AT_END = re.compile(r"(?<=[^\W\d_])\.{2,}\Z")  # of an abbreviation
_INNER = tuple(",;\u2013\u2014")  # a clause's end


_CLOSING = frozenset(".,;:!?)]}\u201d\u2019\u00bb\u2026")
_MARKS = frozenset("*\u2020\u2021\u00a7\u00b6[]()\u00ae\u2122\u00a9\u00b2\u00b3,\u2013-")
_MOST = 200  # tags; a sentence of more is markup of some other kind


@dataclass(slots=True)
class _Piece:
    """A span that can be changed."""

    text: str
    tags: tuple[Tag, ...]


def _spaced_like(source: Tagged, target: Tagged) -> Tagged:
    if len(target.tags) > _MOST:
        return target
    texts = [target.text[s.start : s.end] for s in target.spans]
    pieces = [_Piece(text, s.tags) for text, s in zip(texts, target.spans, strict=True)]
    before = spans.all_islands(source)
    for tag, islands in spans.all_islands(target).items():
        if len(islands) == 1 and len(before.get(tag, ())) == 1:
            _space(_Edges.of(source, before[tag][0]), tag, pieces, islands[0], target.text)
    if [piece.text for piece in pieces] == texts:
        return target
    parts = [Tagged(p.text, (Span(0, len(p.text), p.tags),)) for p in pieces if p.text or p.tags]
    spaced = spans.join(parts)
    return target if spans.faults(target, spaced) else spaced


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
        return joined and not self.text[:1].isspace()

    @property
    def mark(self) -> bool:
        """A note's number, an index, a sign; not a word that happens to be glued to another."""
        if len(self.text) == 1 and self.text.isalpha():
            return True
        return all(char.isdigit() or char in _MARKS for char in self.text)

    @property
    def glued_after(self) -> bool:
        return self.after.isalnum() and not self.text[-1:].isspace()


def _space(edges: _Edges, tag: Tag, pieces: list[_Piece], place: Range, text: str) -> None:
    if tag.kind is TagKind.POINT or _is_empty(edges, place):
        if not set("\n\t") & set(tag.equiv):  # those part words by themselves
            _space_point(edges, tag, pieces)
    elif edges.text.strip():
        same = edges.mark and text[place.start : place.end].strip() == edges.text.strip()
        _space_open(edges, same, tag, pieces)
        _space_close(edges, same, tag, pieces)


def _is_empty(edges: _Edges, place: Range) -> bool:
    """Whether an element holds nothing here and there, and is filled later."""
    return not edges.text and place.start == place.end


def _space_point(edges: _Edges, tag: Tag, pieces: list[_Piece]) -> None:
    left, right = _around(tag, pieces)
    if edges.glued_before and edges.glued_after:
        return  # inside a word: whether its translation is one word, nobody knows
    if left and right and _is_word(left.text[-1:]) and _is_word(right.text[:1]):
        return  # the translation has it inside a word
    if _elided(left):
        return
    if edges.glued_before:
        _close_up(edges, left)
    elif edges.before.isspace() and left and _is_word(left.text[-1:]):
        _part(pieces, _index(left, pieces) + 1)
    if edges.glued_after:
        _strip_start(right)
    elif edges.after.isspace() and right and _is_word(right.text[:1]):
        _part(pieces, _index(right, pieces))


def _part(pieces: list[_Piece], at: int) -> None:
    """A space before a piece, outside the tags that end or begin there."""
    before = pieces[at - 1].tags
    ended, _ = spans.diff(before, pieces[at].tags)
    pieces.insert(at, _Piece(" ", before[: len(before) - len(ended)]))


def _space_open(edges: _Edges, same: bool, tag: Tag, pieces: list[_Piece]) -> None:
    left, first = _opening(tag, pieces)
    if not left or not first:
        return
    outside, inside = edges.before.isspace(), edges.text[:1].isspace()
    if edges.glued_before and same:
        _close_up(edges, left)
        _strip_start(first)
    elif inside and not outside and left.text[-1:].isspace():
        _strip_end(left)
        first.text = " " + first.text.lstrip()
    elif outside and not inside and first.text[:1].isspace():
        _strip_start(first)
        left.text = left.text.rstrip()
        _part(pieces, _index(left, pieces) + 1)


def _space_close(edges: _Edges, same: bool, tag: Tag, pieces: list[_Piece]) -> None:
    last, right = _closing(tag, pieces)
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
        right.text = right.text.lstrip()
        _part(pieces, _index(right, pieces))
    elif outside and same and _is_word(right.text[:1]) and _is_word(last.text[-1:]):
        _part(pieces, _index(right, pieces))


def _is_word(char: str) -> bool:
    """Of a script that puts spaces between words."""
    return char.isalnum() and char < "\u0e00"


def _elided(piece: _Piece | None) -> bool:
    return piece is not None and piece.text[-1:] in ("'", "\u2019")


def _close_up(edges: _Edges, left: _Piece | None) -> None:
    """What stood close to a word or a sign stands close to one."""
    if left:
        last = left.text.rstrip(" ")[-1:]
        if last in _CLOSING or (last.isalnum() and edges.before not in _CLOSING):
            _strip_end(left)


def _index(wanted: _Piece, pieces: list[_Piece]) -> int:
    return next(i for i, piece in enumerate(pieces) if piece is wanted)


def _strip_start(piece: _Piece | None) -> None:
    """Plain spaces only: French sets no-break spaces before its signs."""
    if piece:
        piece.text = piece.text.lstrip(" ")


def _strip_end(piece: _Piece | None) -> None:
    if piece:
        piece.text = piece.text.rstrip(" ")


def _around(tag: Tag, pieces: list[_Piece]) -> tuple[_Piece | None, _Piece | None]:
    at = next(i for i, piece in enumerate(pieces) if tag in piece.tags)
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

"""Marks inside words, put at the edges of these: a bookmark in `man|ual` says nothing of the word,
of which a model would read two.

What is known to show nothing moves: bookmarks, deleted words, empty anchors. A line break, a
picture, or the result of a field parts words. Laws: the text stays, each tag stays in what is
around it (`spans.faults`), and what is no such mark stays where it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import pairwise

from doctrans import spans
from doctrans.model import UNSEEN, Range, Span, Tag, Tagged

_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")


def restored(tagged: Tagged) -> Tagged:
    """The same with its words in one piece, as far as its other tags allow that."""
    if not any(_shows_nothing(s) and _in_word(tagged.text, s.start) for s in tagged.spans):  # most
        return tagged
    around = _Surroundings(tagged)
    moved = {
        index: to
        for index, places in _places(tagged)
        if (to := around.first_free(tagged.spans[index], places)) is not None
    }
    made = _with_moved(tagged, moved)
    return tagged if spans.faults(tagged, made) else made  # several may be in each other's way


def _shows_nothing(span: Span) -> bool:
    if span.start < span.end:
        return False
    tag = span.tags[-1]
    return UNSEEN.get(tag.name) is tag.kind and not tag.equiv


def _in_word(text: str, at: int) -> bool:
    """Between letters of a script that puts spaces between words."""
    return 0 < at < len(text) and spans.has_case(text[at - 1]) and spans.has_case(text[at])


def _places(tagged: Tagged) -> Iterator[tuple[int, tuple[int, int]]]:
    """The spans that stand in words, by index, and where each may go, the better place first: its
    start for what begins a range, its end for what ends one. Other marks go to the end, but for
    what others follow there: it may begin what the last of them ends."""
    marks: dict[int, list[int]] = {}
    shown = {s.start for s in tagged.spans if s.start == s.end and not _shows_nothing(s)}
    for index, span in enumerate(tagged.spans):
        if _shows_nothing(span) and span.start not in shown:
            marks.setdefault(span.start, []).append(index)
    offsets = list(marks)
    for start, end in _words(tagged.text, shown):
        here = offsets[bisect_right(offsets, start) : bisect_right(offsets, end)]
        for at in here:
            if at < end and _in_word(tagged.text, at):
                halves = _halves([tagged.spans[index] for index in marks[at]])
                for index, half in zip(marks[at], halves, strict=True):
                    first = half is _Half.START or (half is _Half.NONE and at < here[-1])
                    yield index, (start, end) if first else (end, start)


class _Half(Enum):
    """Of a range, which its marks say by their names."""

    NONE = auto()
    START = auto()
    END = auto()


def _halves(marks: Sequence[Span]) -> list[_Half]:
    """Of the marks at a place. A start before an end is none: what is empty stays so."""
    found = [_half(mark.tags[-1].name) for mark in marks]
    if _Half.START in found and _Half.END in found[found.index(_Half.START) :]:
        return [_Half.NONE] * len(found)
    return found


def _half(name: str) -> _Half:
    if name.endswith("Start"):
        return _Half.START
    # A comment's reference stands behind the end of its range.
    return _Half.END if name.endswith(("End", "Reference")) else _Half.NONE


def _words(text: str, parted: Collection[int]) -> Iterator[Range]:
    cuts = sorted(parted)
    for word in _WORD.finditer(text):
        start, end = word.span()
        inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        yield from (Range(*part) for part in pairwise((start, *inside, end)))


class _Surroundings:
    """What is around each place of a text."""

    def __init__(self, tagged: Tagged) -> None:
        self._spans = tagged.spans
        self._starts = [span.start for span in tagged.spans]
        self._holding = {tag for s in tagged.spans if s.start < s.end for tag in s.tags}

    def first_free(self, span: Span, places: Collection[int]) -> int | None:
        """The first place at which a span stands in the same tags as it does, and tears none."""
        around = tuple([tag for tag in span.tags if tag in self._holding])
        return next((at for at in places if self._is_free(at, at > span.start, around)), None)

    def _is_free(self, at: int, forward: bool, around: tuple[Tag, ...]) -> bool:
        before, after = self._beside(at, forward)
        both = len(before) - len(spans.diff(before, after)[0])
        inside = around in (before[: len(around)], after[: len(around)])
        return inside and around[:both] == before[:both]

    def _beside(self, at: int, forward: bool) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
        """The tags before and behind a place; what comes there going forward stands before all that
        is there already, else behind it. Those of the edges may go on beyond the text."""
        index = bisect_left(self._starts, at) if forward else bisect_right(self._starts, at) - 1
        if not forward and self._starts[index] < at:
            index += 1
        before = self._spans[max(0, index - 1)]
        after = self._spans[min(index, len(self._spans) - 1)]
        return before.tags, before.tags if before.end > at else after.tags


def _with_moved(tagged: Tagged, moved: Mapping[int, int]) -> Tagged:
    """With spans at other places, by index; of several at a place in the order in which they
    were."""
    cuts = sorted(set(moved.values()))
    parts: list[Span] = []
    for index, span in enumerate(tagged.spans):
        if span.start == span.end:
            at = moved.get(index, span.start)
            parts.append(Span(at, at, span.tags))
        else:
            inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
            edges = pairwise((span.start, *inside, span.end))
            parts += [Span(start, end, span.tags) for start, end in edges]
    parts.sort(key=lambda span: (span.start, span.end))
    return Tagged(tagged.text, spans.coalesce(parts))

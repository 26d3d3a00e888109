"""All notations that stand in texts and are no words of them, in one reading of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from doctrans import reading
from doctrans.constraints import (
    boxes,
    listings,
    markdown,
    messages,
    protect,
    shortcodes,
    templates,
    velocity,
)
from doctrans.constraints.freezing import Marks, nested
from doctrans.model import Range, Span, Tagged

# No notation is without one of these, but for emphasis by two apostrophes.
_HINTS = re.compile(r"[*_~`\[{<@#]")
_VELOCITY = "velocity"


def languages(texts: Iterable[str]) -> frozenset[str]:
    """The template languages that the texts of a document show it to be of."""
    return frozenset((_VELOCITY,)) if velocity.is_used(texts) else frozenset()


def marks(
    tagged: Tagged,
    frozen: Sequence[Range] = (),
    names: frozenset[str] = frozenset(),
    languages: frozenset[str] = frozenset(),
) -> Marks:
    """Those of a text, with what is protected in it and further stretches (sorted, disjoint) that
    are frozen; `names` are those of shortcodes that its document has, `languages` those of
    templates that it is of.

    Where two overlap, commands of templates come before what is frozen, and that before emphasis.
    """
    text = tagged.text
    lines = [line.start for line in reading.lines(tagged)][1:] if tagged.tags else []
    ticked = boxes.ranges(text, lines)
    breaks = _breaks(tagged) if tagged.tags else []
    hashes = _VELOCITY in languages
    if not _HINTS.search(text) and "''" not in text and not ticked:
        return Marks(protect.merge(frozen, _protected(text, (), breaks, hashes)))
    taken = listings.marks(text)
    for found in (
        templates.marks(text, hashes),
        messages.marks(text),
        shortcodes.marks(text, names),
    ):
        taken = _added(taken, found)
    taken = _added(_within_tags(tagged, taken), templates.quoting(text))
    taken = _added(taken, Marks(cuts=ticked))
    taken = _added(_within_tags(tagged, taken), markdown.marks(text))
    places = _places(taken)
    protected = _protected(text, places, breaks, hashes)
    taken = _added(taken, Marks(protect.merge(_left(frozen, places), protected)))
    return _nesting(tagged, taken, _added(taken, markdown.emphasis(text)))


def _breaks(tagged: Tagged) -> list[int]:
    """Where lines begin, and within the signs that begin no code."""
    lines = [line.start for line in reading.lines(tagged)][1:]
    points = [span.start for span in tagged.spans if _is_read(span)]
    edges = [span.start for span in tagged.spans[1:]]
    return sorted({*lines, *(at + 1 for at in protect.torn(tagged.text, points, edges))})


def _is_read(span: Span) -> bool:
    return span.start == span.end and bool(span.tags[-1].equiv)


def _within_tags(tagged: Tagged, marks: Marks) -> Marks:
    """What tags cut through becomes cuts, a part within each: it must not be taken for words."""
    edges = [span.start for span in tagged.spans[1:]]
    whole: list[Range] = []
    cuts = list(marks.cuts)
    for place in marks.frozen:
        (whole if len(_parts(place, edges)) == 1 else cuts).append(place)
    parts = [part for place in cuts for part in _parts(place, edges)]
    return replace(marks, frozen=tuple(whole), cuts=tuple(sorted(parts)))


def _parts(place: Range, edges: Sequence[int]) -> list[Range]:
    inside = edges[bisect_right(edges, place.start) : bisect_left(edges, place.end)]
    return [Range(*part) for part in pairwise(dict.fromkeys((place.start, *inside, place.end)))]


def _nesting(tagged: Tagged, blocks: Marks, all_: Marks) -> Marks:
    """Without the emphasis that does not nest; other pairs that do not are cuts."""
    good = nested(tagged, all_.pairs)
    if len(good) == len(all_.pairs):
        return all_
    torn = [place for pair in set(blocks.pairs) - set(good) for place in pair]
    cuts = tuple(sorted((*all_.cuts, *torn)))
    return _within_tags(tagged, replace(all_, pairs=tuple(good), cuts=cuts))


def _places(marks: Marks) -> tuple[Range, ...]:
    edges = [place for pair in marks.pairs for place in pair]
    return tuple(sorted((*marks.frozen, *edges, *marks.cuts)))


def _added(taken: Marks, more: Marks) -> Marks:
    """With those of `more` that overlap nothing."""
    if not (more.frozen or more.pairs or more.cuts):
        return taken
    places = _places(taken)
    free = _Free(places)
    return Marks(
        tuple(sorted((*taken.frozen, *filter(free, more.frozen)))),
        tuple(sorted((*taken.pairs, *(p for p in more.pairs if free(p[0]) and free(p[1]))))),
        tuple(sorted((*taken.cuts, *filter(free, more.cuts)))),
    )


class _Free:
    """Whether a range overlaps none of those given."""

    def __init__(self, places: Sequence[Range]) -> None:
        self._starts = [place.start for place in places]
        self._ends = [place.end for place in places]

    def __call__(self, place: Range) -> bool:
        return bisect_right(self._ends, place.start) == bisect_left(self._starts, place.end)


def _protected(
    text: str, taken: Sequence[Range], breaks: Sequence[int], hashes: bool
) -> list[Range]:
    """What is protected between the places that are taken, a line at a time: URLs end before
    them. `hashes`: what is of Velocity too."""
    edges = [0, *(at for place in taken for at in place), len(text)]
    return [
        Range(first + a, first + b)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        for first, last in pairwise([start, *(at for at in breaks if start < at < end), end])
        for part in [text[first:last]]
        for a, b in (
            *protect.protected_ranges(part, hashes),
            *(velocity.ranges(part) if hashes else ()),
        )
    ]


def _left(ranges: Sequence[Range], taken: Sequence[Range]) -> list[Range]:
    """What of ranges nothing else takes."""
    left: list[Range] = []
    index = 0
    for start, end in ranges:
        while index < len(taken) and taken[index].end <= start:
            index += 1
        at = index
        while at < len(taken) and taken[at].start < end:
            if start < taken[at].start:
                left.append(Range(start, taken[at].start))
            start = max(start, taken[at].end)
            at += 1
        if start < end:
            left.append(Range(start, end))
    return left

"""Text that is copied verbatim becomes tags, and text again. Pure functions over tagged text.

A stretch becomes a POINT that stands for it; marks around words (`**`, `[b]` and `[/b]`) become a
WHOLE that has them at its edges. Laws: `thaw(freeze(t, marks)) == t`, and a frozen text stands in
the translation exactly once, letter by letter.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from doctrans import spans
from doctrans.model import Range, Span, Tag, Tagged, TagKind

FROZEN = "#frozen"  # the name of the tags made here
CUT = "#cut"  # ... of POINTs between which texts are translated by themselves


class Pair(NamedTuple):
    """Marks around words."""

    opening: Range
    closing: Range


@dataclass(frozen=True, slots=True)
class Marks:
    """What of a text is no words of it: stretches, marks around words, and stretches between which
    texts are translated by themselves. No two overlap; pairs nest. Nothing: all are empty."""

    frozen: tuple[Range, ...] = ()
    pairs: tuple[Pair, ...] = ()
    cuts: tuple[Range, ...] = ()


class _Edge(NamedTuple):
    """A stretch of text that is no words, and what it becomes."""

    place: Range
    name: str = FROZEN  # of a POINT
    opens: Tag | None = None
    closes: Tag | None = None


def freeze(
    tagged: Tagged,
    ranges: Sequence[Range],
    pairs: Sequence[Pair] = (),
    cuts: Sequence[Range] = (),
) -> Tagged:
    """Each range becomes a POINT that stands for its text, each pair a WHOLE.

    A range that tags cut through stays text: a placeholder could not carry them. So do the marks of
    a pair that would not nest with the tags.
    """
    if not (ranges or pairs or cuts):
        return tagged
    numbers = itertools.count(max((tag.id for tag in tagged.tags), default=0) + 1)
    edges = [_Edge(Range(*place)) for place in ranges]
    edges += [_Edge(Range(*place), CUT) for place in cuts]
    for opening, closing in nested(tagged, pairs) if pairs else ():
        start, end = tagged.text[slice(*opening)], tagged.text[slice(*closing)]
        whole = Tag(next(numbers), TagKind.WHOLE, FROZEN, equiv_start=start, equiv_end=end)
        edges += [_Edge(opening, opens=whole), _Edge(closing, closes=whole)]
    return spans.join(_frozen(tagged, sorted(edges, key=lambda edge: edge.place), numbers))


def _frozen(tagged: Tagged, edges: Sequence[_Edge], numbers: Iterator[int]) -> Iterator[Tagged]:
    around: list[tuple[int, Tag]] = []  # the WHOLEs that are open, and where in the stack
    index = 0
    for span in tagged.spans:
        position = span.start
        while index < len(edges) and edges[index].place.end <= span.end:
            edge = edges[index]
            start, end = edge.place
            if start >= span.end:
                break
            index += 1
            if start < position:  # a tag cuts through it
                continue
            if start > position:
                yield _part(tagged, position, start, _stack(span.tags, around))
            position = end
            if edge.opens:
                around.append((len(span.tags), edge.opens))
            elif edge.closes:
                around.pop()
            else:
                point = Tag(next(numbers), TagKind.POINT, edge.name, tagged.text[start:end])
                yield Tagged("", (Span(0, 0, (*_stack(span.tags, around), point)),))
        if position < span.end or span.start == span.end:
            yield _part(tagged, position, span.end, _stack(span.tags, around))


def _stack(tags: tuple[Tag, ...], around: Sequence[tuple[int, Tag]]) -> tuple[Tag, ...]:
    """The tags with the WHOLEs among them."""
    for depth, whole in reversed(around):  # the deepest first: the others stay where they are
        tags = (*tags[:depth], whole, *tags[depth:])
    return tags


def nested(tagged: Tagged, pairs: Sequence[Pair]) -> list[Pair]:
    """Those that nest with each other and with the tags; of two that cross the first that ends."""
    edges = sorted([(place, pair) for pair in pairs for place in pair], key=lambda edge: edge[0])
    opened: dict[Pair, int] = {}  # how many tags are around it; in order
    good: list[Pair] = []
    index = 0
    before: tuple[Tag, ...] = ()
    for span in tagged.spans:
        common = _common(before, span.tags)
        while opened and next(reversed(opened.values())) > common:
            opened.popitem()
        before = span.tags
        while index < len(edges) and edges[index][0].start < span.end:
            place, pair = edges[index]
            index += 1
            if not span.start <= place.start < place.end <= span.end:
                continue
            if place == pair.opening:
                opened[pair] = len(span.tags)
            elif opened.get(pair) == len(span.tags):
                while opened.popitem()[0] != pair:
                    pass
                good.append(pair)
    return sorted(good)


def _common(one: Sequence[Tag], two: Sequence[Tag]) -> int:
    """How many tags two stacks begin with together."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )


def _part(tagged: Tagged, start: int, end: int, stack: tuple[Tag, ...]) -> Tagged:
    return Tagged(tagged.text[start:end], (Span(0, end - start, stack),) if stack else ())


def is_cut(span: Span) -> bool:
    """Whether what stands before and behind it is translated by itself."""
    return bool(span.tags) and span.tags[-1].name == CUT


def thaw(tagged: Tagged) -> tuple[Tagged, tuple[Range, ...]]:
    """What was frozen becomes text again; returns where those texts stand now."""
    if not any(tag.name in _MADE_HERE for tag in tagged.tags):
        return tagged, ()
    parts: list[Tagged] = []
    frozen: list[Range] = []
    length = 0
    for stack, text, is_frozen in _thawed(tagged):
        if is_frozen and text:
            frozen.append(Range(length, length + len(text)))
        parts.append(Tagged(text, (Span(0, len(text), stack),) if text or stack else ()))
        length += len(text)
    return spans.join(parts), tuple(frozen)


_MADE_HERE = frozenset((FROZEN, CUT))


def _thawed(tagged: Tagged) -> Iterator[tuple[tuple[Tag, ...], str, bool]]:
    """Stacks without what was made here, texts, and whether they were frozen."""
    last = {tag: index for index, span in enumerate(tagged.spans) for tag in span.tags}
    begun: set[Tag] = set()
    for index, span in enumerate(tagged.spans):
        wholes = [
            (_without(span.tags[:depth]), tag)
            for depth, tag in enumerate(span.tags)
            if tag.name == FROZEN and tag.kind is TagKind.WHOLE
        ]
        for stack, tag in wholes:
            if tag not in begun:
                begun.add(tag)
                yield stack, tag.equiv_start, True
        own, made = _without(span.tags), span.tags[-1:]
        if made and made[0].kind is TagKind.POINT and made[0].name in _MADE_HERE:
            yield own, made[0].equiv, True
        else:
            yield own, tagged.text[span.start : span.end], False
        for stack, tag in reversed(wholes):
            if last[tag] == index:
                yield stack, tag.equiv_end, True


def _without(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    return tuple([tag for tag in tags if tag.name not in _MADE_HERE])

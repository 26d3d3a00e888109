"""The source's tags as a tree of nodes over its tokens.

A node is one unbroken stretch of a tag under one and the same parent. Well-nested text has one node
a tag; a formatting tag that is misnested or comes in islands has several, placed each by itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from doctrans import spans
from doctrans.model import Range, Span, Tag, Tagged, TagKind


@dataclass(frozen=True, slots=True)
class Node:
    """`start..end` are characters of the source; `first..last` the tokens in them, half-open."""

    tag: Tag
    start: int
    end: int
    first: int
    last: int
    order: int  # position in the source: before what opens later, after what it stands in
    children: tuple[Node, ...] = ()

    @property
    def solid(self) -> bool:
        """Whether it holds words. A POINT, an empty element and bold white space do not."""
        return self.last > self.first

    @property
    def formatting(self) -> bool:
        """Whether nothing but formatting is lost with it."""
        return all(node.tag.kind is TagKind.PAIR for node in walk([self]))


def boundaries(tagged: Tagged) -> frozenset[int]:
    """Where tags open, close or stand: no token reaches across."""
    return frozenset(edge for span in tagged.spans for edge in (span.start, span.end))


def walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """All nodes, outer before inner, in the order of the text."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def grow(tagged: Tagged, tokens: Sequence[Range]) -> tuple[Node, ...]:
    """The roots. `tokens` do not reach across the tagged text's boundaries."""
    starts = [token.start for token in tokens]
    nodes = _level(tagged.spans, 0, starts, [0])
    return _in_one_piece(nodes, tagged, starts)


def _level(
    parts: Sequence[Span], depth: int, starts: Sequence[int], counter: list[int]
) -> tuple[Node, ...]:
    nodes: list[Node] = []
    begin = 0
    while begin < len(parts):
        stack = parts[begin].tags
        end = begin + 1
        if len(stack) > depth:
            while end < len(parts) and parts[end].tags[depth : depth + 1] == (stack[depth],):
                end += 1
            nodes.append(_node(parts[begin:end], depth, starts, counter))
        begin = end
    return tuple(nodes)


def _node(parts: Sequence[Span], depth: int, starts: Sequence[int], counter: list[int]) -> Node:
    order = counter[0]
    counter[0] += 1
    start, end = parts[0].start, parts[-1].end
    return Node(
        parts[0].tags[depth],
        start,
        end,
        bisect_left(starts, start),
        bisect_left(starts, end),
        order,
        _level(parts, depth + 1, starts, counter),
    )


def _in_one_piece(
    nodes: tuple[Node, ...], tagged: Tagged, starts: Sequence[int]
) -> tuple[Node, ...]:
    """A misnested WHOLE (`<b>x <a>y</b> z</a>`) keeps its longest node, which then stands for its
    whole stretch; the children of the others move up."""
    pieces: dict[Tag, list[Node]] = {}
    for node in walk(nodes):
        if node.tag.kind is TagKind.WHOLE:
            pieces.setdefault(node.tag, []).append(node)
    stretches: dict[int, Range] = {}
    for tag, found in pieces.items():
        for start, end in spans.islands(tagged, tag) if len(found) > 1 else ():
            inside = [node for node in found if start <= node.start and node.end <= end]
            longest = max(inside, key=lambda node: (node.end - node.start, -node.order))
            stretches |= dict.fromkeys((node.order for node in inside), Range(-1, -1))
            stretches[longest.order] = Range(start, end)
    return _merge(nodes, stretches, starts) if stretches else nodes


def _merge(
    nodes: tuple[Node, ...], stretches: dict[int, Range], starts: Sequence[int]
) -> tuple[Node, ...]:
    merged: list[Node] = []
    for node in nodes:
        children = _merge(node.children, stretches, starts)
        start, end = stretches.get(node.order, Range(node.start, node.end))
        if start < 0:
            merged += children
        else:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            merged.append(
                replace(node, start=start, end=end, first=first, last=last, children=children)
            )
    return tuple(merged)

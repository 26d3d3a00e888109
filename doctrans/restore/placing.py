"""Every node gets its place in the target, from the roots down: children inside their parent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from doctrans.model import TagKind, Way
from doctrans.restore import anchors, points
from doctrans.restore.scoring import Scorer, Stretch
from doctrans.restore.tree import Node

_SECOND_ISLAND = 1 / 3  # of its links, for formatting to stand in two places
_LITERAL = 0.8  # confidence in the same text without a link
_IDLE = 0.3  # ... in words that nothing is linked to, between the neighbours' words
_UNPLACED = 0.5  # what is left of a gap's confidence where a link's words have no counterpart
_GUESSED = 0.1

Choose = Callable[[Sequence[Node], Scorer, int, int], dict[int, Stretch | None]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A node over the target tokens `first..last`; in the gap before `first` where they are equal.
    Formatting in two islands is two of these with the same tag."""

    node: Node
    first: int
    last: int
    way: Way
    confidence: float
    children: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class _Level:
    """The parent whose children are placed: source tokens, target tokens, and how it was placed
    itself, which goes for children that fill it or stand at its edge."""

    first: int
    last: int
    low: int
    high: int
    way: Way
    confidence: float


class Placing:
    def __init__(self, scorer: Scorer, choose: Choose) -> None:
        self._scorer = scorer
        self._choose = choose

    def place(self, nodes: Sequence[Node]) -> tuple[Placed, ...]:
        """Formatting that has no counterpart in the target is left out."""
        sizes = len(self._scorer.source.tokens), len(self._scorer.target.tokens)
        return self._level(nodes, _Level(0, sizes[0], 0, sizes[1], Way.HOISTED, 1.0))

    def _level(self, nodes: Sequence[Node], level: _Level) -> tuple[Placed, ...]:
        solid = [node for node in nodes if node.solid]
        placed = list(self._solid(solid, level))
        if len(placed) < len(solid):
            placed += self._literal(_without(solid, placed), placed, level)
        if len(placed) < len(solid):
            placed += self._between(_without(solid, placed), placed, level)
        for item in tuple(placed):
            placed += self._second_island(item, placed, level)
        hollow = [node for node in _without(nodes, placed) if not (node.solid and node.formatting)]
        placed += self._hollow(hollow, placed, level)
        return tuple(self._with_children(p) for p in placed)

    def _with_children(self, placed: Placed) -> Placed:
        node = placed.node
        if not node.children:
            return placed
        level = _Level(
            node.first, node.last, placed.first, placed.last, placed.way, placed.confidence
        )
        return replace(placed, children=self._level(node.children, level))

    def _solid(self, nodes: Sequence[Node], level: _Level) -> Iterator[Placed]:
        if not nodes or level.low == level.high:
            return
        if (nodes[0].first, nodes[0].last) == (level.first, level.last):
            yield Placed(nodes[0], level.low, level.high, level.way, level.confidence)
            return
        chosen = self._choose(nodes, self._scorer, level.low, level.high)
        for node in nodes:
            if stretch := chosen[node.order]:
                way, sure = self._surely(node, stretch.first, stretch.last)
                yield Placed(node, stretch.first, stretch.last, way, sure)

    def _surely(self, node: Node, first: int, last: int) -> tuple[Way, float]:
        """The share of the links of node and stretch that join the two."""
        weights = self._scorer.weights
        if weights.guessed:
            return Way.FALLBACK, _GUESSED
        inside = weights.inside(node.first, node.last)
        shared = sum(inside[first:last])
        strays = sum(weights.totals[first:last]) - shared
        return Way.ALIGNED, shared / (sum(inside) + strays)

    def _literal(
        self, nodes: Sequence[Node], placed: Sequence[Placed], level: _Level
    ) -> Iterator[Placed]:
        taken = [(p.first, p.last) for p in placed]
        for node in nodes:
            text = self._scorer.source.text[node.start : node.end].strip()
            found = anchors.literal(text, self._scorer.target, level.low, level.high, taken)
            if found:
                taken.append(found)
                yield Placed(node, *found, Way.ANCHORED, _LITERAL)

    def _between(
        self, nodes: Sequence[Node], placed: Sequence[Placed], level: _Level
    ) -> Iterator[Placed]:
        """Words that nothing is linked to, in the gap where the node's words would be."""
        scorer = self._scorer
        taken = [(p.node, p.first, p.last) for p in placed]
        for node in nodes:
            room = points.Room(level.first, level.last, level.low, level.high, taken)
            gap = points.find(node, scorer.source, scorer.target, scorer.weights, room).place
            first = last = gap
            most = node.last - node.first
            while first > level.low and gap - first < most and self._idle(first - 1, taken):
                first -= 1
            while last < level.high and last - first < most and self._idle(last, taken):
                last += 1
            if first < last:
                taken.append((node, first, last))
                yield Placed(node, first, last, Way.FALLBACK, _IDLE)

    def _idle(self, index: int, taken: Sequence[tuple[Node, int, int]]) -> bool:
        scorer = self._scorer
        return not (
            scorer.weights.totals[index]
            or scorer.target.signs[index]
            or any(first <= index < last for _, first, last in taken)
        )

    def _second_island(
        self, placed: Placed, siblings: Sequence[Placed], level: _Level
    ) -> Iterator[Placed]:
        node = placed.node
        if node.tag.kind is not TagKind.PAIR or node.children or placed.way is not Way.ALIGNED:
            return
        inside = self._scorer.weights.inside(node.first, node.last)
        needed = _SECOND_ISLAND * sum(inside[level.low : level.high])
        offers = [
            offer
            for low, high in _free(siblings, level)
            for offer in self._scorer.stretches(node, low, high)[:1]
            if offer.score > 0 and sum(inside[offer.first : offer.last]) >= needed
        ]
        if offers:
            best = max(offers, key=lambda offer: (offer.score, -offer.first))
            _, sure = self._surely(node, best.first, best.last)
            yield replace(placed, first=best.first, last=best.last, confidence=sure)

    def _hollow(
        self, nodes: Sequence[Node], placed: Sequence[Placed], level: _Level
    ) -> Iterator[Placed]:
        scorer = self._scorer
        taken = [(p.node, p.first, p.last) for p in placed]
        room = points.Room(level.first, level.last, level.low, level.high, taken)
        for node in nodes:
            gap = points.find(node, scorer.source, scorer.target, scorer.weights, room)
            if node.solid:
                way, sure = Way.FALLBACK, _UNPLACED * gap.confidence
            elif gap.at_edge:
                way, sure = level.way, level.confidence
            elif scorer.weights.guessed:
                way, sure = Way.FALLBACK, _GUESSED
            else:
                way, sure = Way.ALIGNED, gap.confidence
            yield Placed(node, gap.place, gap.place, way, sure)


def _without(nodes: Sequence[Node], placed: Sequence[Placed]) -> list[Node]:
    done = {p.node.order for p in placed}
    return [node for node in nodes if node.order not in done]


def _free(siblings: Sequence[Placed], level: _Level) -> Iterator[tuple[int, int]]:
    """What of the level's target no sibling takes."""
    position = level.low
    for first, last in sorted((p.first, p.last) for p in siblings):
        if first > position:
            yield position, first
        position = max(position, last)
    if position < level.high:
        yield position, level.high


def walk(placed: Sequence[Placed]) -> Iterator[Placed]:
    for item in placed:
        yield item
        yield from walk(item.children)

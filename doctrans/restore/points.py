"""Gaps between target tokens for what holds no words: POINTs and empty elements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from doctrans.restore.sentence import Sentence
from doctrans.restore.tree import Node
from doctrans.restore.weights import Weights

# What stands beside a gap, against one link's worth of order (`_ORDER`).
_ORDER = 0.3
_TOUCHING = 8.0  # the translation of the token that the node touches in the source
_NEAR = 2.0  # that of a token with white space between
_SAME = 1.5  # each of the same tokens in a row, up to three, that the node touches
_SAME_NEAR = 0.5  # ... with white space between
_ELEMENT = 6.0  # an element that the node stands beside in the source


@dataclass(frozen=True, slots=True)
class Room:
    """Where a node may stand: source tokens `first..last` of its parent, target tokens
    `low..high`, and the stretches of the target that its sibling elements take."""

    first: int
    last: int
    low: int
    high: int
    taken: Collection[tuple[Node, int, int]] = ()

    def gaps(self) -> list[int]:
        """Gap g is before target token g."""
        inside = {gap for _, start, end in self.taken for gap in range(start + 1, end)}
        return [gap for gap in range(self.low, self.high + 1) if gap not in inside]


@dataclass(frozen=True, slots=True)
class Gap:
    place: int
    confidence: float
    at_edge: bool = False  # the same edge as in the source: nothing to decide


def find(node: Node, source: Sentence, target: Sentence, weights: Weights, room: Room) -> Gap:
    """The gap with most links left to left and right to right; a node at an edge of its parent
    stays there."""
    if node.first <= room.first:
        return Gap(room.low, 1.0, True)
    if node.last >= room.last:
        return Gap(room.high, 1.0, True)
    left = weights.inside(room.first, node.first)
    right = weights.inside(node.last, room.last)
    score = sum(right[room.low : room.high])
    whole = score + sum(left[room.low : room.high])
    scores: dict[int, float] = {}
    for gap in range(room.low, room.high + 1):
        scores[gap] = score
        if gap < room.high:
            score += left[gap] - right[gap]
    beside = _Beside(node, source, target, weights, room)
    best = max(room.gaps(), key=lambda gap: (_ORDER * scores[gap] + beside(gap), -gap))
    return Gap(best, scores[best] / whole if whole else 0.0)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the neighbours say for a gap: the number of a footnote stands at its word."""

    node: Node
    source: Sentence
    target: Sentence
    weights: Weights
    room: Room

    def __call__(self, gap: int) -> float:
        points = self._side(self.node.first, gap, -1) + self._side(self.node.last, gap, 1)
        for sibling, start, end in self.room.taken:
            if (end == gap and sibling.end == self.node.start) or (
                start == gap and sibling.start == self.node.end
            ):
                points += _ELEMENT
        return points

    def _side(self, gap: int, target_gap: int, step: int) -> float:
        """The tokens to the left (`step` -1) or right (1) of a gap of the source and of the
        target."""
        shift = min(step, 0)
        ours, theirs = gap + shift, target_gap + shift
        if not self.room.low <= theirs < self.room.high:
            return 0.0
        touches = (self.node.start if step < 0 else self.node.end) in self.source.tokens[ours]
        points = (_SAME if touches else _SAME_NEAR) * self._same(ours, theirs, step)
        for token, linked in self.weights.columns[theirs]:
            if token == ours and linked:
                points += (_TOUCHING if touches else _NEAR) * linked / self.weights.totals[theirs]
        return points

    def _same(self, ours: int, theirs: int, step: int) -> int:
        """How many tokens in a row are the same on both sides, up to three."""
        for length in range(3):
            i, j = ours + step * length, theirs + step * length
            if not (
                self.room.first <= i < self.room.last
                and self.room.low <= j < self.room.high
                and self.source.same(i, self.target, j)
            ):
                return length
        return 3

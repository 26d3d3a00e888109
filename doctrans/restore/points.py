"""Gaps between target tokens for what holds no words: POINTs and empty elements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from doctrans.restore.sentence import Sentence
from doctrans.restore.tree import Node
from doctrans.restore.weights import Weights

_TOUCHING = 2.0  # beside the translation of the token that it touches in the source
_NEAR = 0.5  # beside that of a token with white space between
_SIGN = 1.5  # beside the same punctuation mark
_ELEMENT = 6.0  # beside an element that it stands beside in the source


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
        return [
            gap
            for gap in range(self.low, self.high + 1)
            if not any(start < gap < end for _, start, end in self.taken)
        ]


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
    best = max(
        room.gaps(),
        key=lambda gap: (scores[gap] + _beside(node, gap, source, target, weights, room), -gap),
    )
    return Gap(best, scores[best] / whole if whole else 0.0)


def _beside(
    node: Node, gap: int, source: Sentence, target: Sentence, weights: Weights, room: Room
) -> float:
    """What the neighbours say: the point of a footnote stands at its word."""
    points = 0.0
    for ours, theirs, edge in ((node.first - 1, gap - 1, node.start), (node.last, gap, node.end)):
        if not room.low <= theirs < room.high:
            continue
        touches = edge in source.tokens[ours]
        linked = dict(weights.columns[theirs]).get(ours, 0.0)
        sign = source.signs[ours]
        if sign and sign == target.signs[theirs]:
            points += _SIGN if touches else _SIGN / 3
        elif linked:
            points += (_TOUCHING if touches else _NEAR) * linked / weights.totals[theirs]
    for sibling, start, end in room.taken:
        if (sibling.end == node.start and end == gap) or (
            sibling.start == node.end and start == gap
        ):
            points += _ELEMENT
    return points

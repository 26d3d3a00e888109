"""Places for the elements of one level: siblings do not overlap, in any order.

Each takes its best stretch where those are disjoint. Siblings that compete are settled together, by
a beam over the best stretches of each: as many as possible get a place, links before formatting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from doctrans.model import TagKind
from doctrans.restore.scoring import BEST, Scorer, Stretch
from doctrans.restore.tree import Node

_LEFT_OUT = {TagKind.PAIR: -1_000.0, TagKind.WHOLE: -2_000.0}  # beyond any sum of evidence


class _State(NamedTuple):
    score: float
    taken: int  # a bit for each target token
    chosen: tuple[Stretch | None, ...]


def places(nodes: Sequence[Node], scorer: Scorer, low: int, high: int) -> dict[int, Stretch | None]:
    """A stretch between the target tokens `low..high` for each solid node, by `Node.order`; None
    where no link says which."""
    offers = {node.order: scorer.stretches(node, low, high) for node in nodes}
    found: dict[int, Stretch | None] = {
        o: found[0] if found else None for o, found in offers.items()
    }
    rivals = _rivals(found)
    while rivals:
        group = [node for node in nodes if node.order in rivals]
        others = sum(_bits(s) for o, s in found.items() if s and o not in rivals)
        found |= _settle(group, offers, others)
        rivals = _rivals(found)
    return found


def _rivals(found: Mapping[int, Stretch | None]) -> set[int]:
    """Nodes whose stretches overlap another's, if there are any."""
    placed = sorted((s.first, s.last, order) for order, s in found.items() if s)
    rivals: set[int] = set()
    reach, holder = -1, -1
    for first, last, order in placed:
        if first < reach:
            rivals |= {holder, order}
        if last > reach:
            reach, holder = last, order
    return rivals


def _settle(
    group: Sequence[Node], offers: Mapping[int, Sequence[Stretch]], taken: int
) -> dict[int, Stretch | None]:
    beam = [_State(0.0, taken, ())]
    for node in group:
        options = [(s, _bits(s), s.score) for s in offers[node.order]]
        grown = [
            _State(state.score + score, state.taken | bits, (*state.chosen, stretch))
            for state in beam
            for stretch, bits, score in options
            if not state.taken & bits
        ]
        penalty = _LEFT_OUT[node.tag.kind]
        grown += [_State(s.score + penalty, s.taken, (*s.chosen, None)) for s in beam]
        beam = nlargest(BEST, grown, key=lambda state: state.score)
    return dict(zip((node.order for node in group), beam[0].chosen, strict=True))


def _bits(stretch: Stretch) -> int:
    return (1 << stretch.last) - (1 << stretch.first)


def hulls(nodes: Sequence[Node], scorer: Scorer, low: int, high: int) -> dict[int, Stretch | None]:
    """The coarse way: from the first to the last linked token ("min-max"). Longer ones give way."""
    found: dict[int, Stretch | None] = dict.fromkeys((node.order for node in nodes), None)
    taken = 0
    linked = {node.order: _linked(node, scorer, low, high) for node in nodes}
    for order, tokens in sorted(linked.items(), key=lambda item: len(item[1])):
        if tokens:
            stretch = Stretch(0.0, tokens[0], tokens[-1] + 1)
            if not taken & _bits(stretch):
                taken |= _bits(stretch)
                found[order] = stretch
    return found


def _linked(node: Node, scorer: Scorer, low: int, high: int) -> list[int]:
    inside = scorer.weights.inside(node.first, node.last)
    return [index for index in range(low, high) if inside[index]]

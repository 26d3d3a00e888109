"""How well a stretch of the target fits a node: link evidence and what its edges look like.

Inside-outside (Zenkel et al. 2021): links from inside the node to inside the stretch count for it,
links from outside the node to inside the stretch against it; that is a maximum-sum stretch of
`gains`. Edge terms settle what links leave open: quotes, brackets, punctuation, case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from heapq import nlargest
from itertools import accumulate
from typing import NamedTuple

from doctrans.restore.sentence import Sentence
from doctrans.restore.tree import Node
from doctrans.restore.weights import Weights

# In the scale of `weights`, where a link that nothing contradicts weighs 3.
_PUNCTUATION = 2.4  # at an edge, like the source's or not
_QUOTED = 3.6 + 2 * _PUNCTUATION  # quotes that only the translation has; undoes both edges
_BRACKETS = 4.0  # another balance of brackets than the source's
_SENTENCE = 0.6  # both begin a sentence
_CAPITALS = (0.0, 0.3, 0.7)  # both lower, both capitalised, both in capitals
_SPLIT_WORD = 0.6  # an edge inside a word
_VERBATIM = 3.0  # the node's own words, letter by letter
_UNLINKED = 0.05  # an edge token that nothing is linked to

_EDGES = 24  # starts and ends that are tried with each other
BEST = 40  # stretches kept for a node


class Quotes(StrEnum):
    """House style for quotation marks that only the translation has."""

    INSIDE = "inside"  # `Press <b>Save</b>` -> `<b>„Speichern“</b> drücken`
    OUTSIDE = "outside"  # ... -> `„<b>Speichern</b>“ drücken`


class Stretch(NamedTuple):
    """Target tokens `first..last`, half-open."""

    score: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scorer:
    source: Sentence
    target: Sentence
    weights: Weights
    quotes: Quotes = Quotes.INSIDE
    depths: tuple[int, ...] = field(init=False)  # open brackets before each target token

    def __post_init__(self) -> None:
        object.__setattr__(self, "depths", tuple(accumulate(self.target.brackets, initial=0)))

    def stretches(self, node: Node, low: int, high: int) -> list[Stretch]:
        """The best for a solid node between target tokens `low..high`, best first, shorter first
        among equals. None without a link from inside."""
        inside = self.weights.inside(node.first, node.last)[low:high]
        if not any(inside):
            return []
        totals = self.weights.totals[low:high]
        gains = [2 * its - total for its, total in zip(inside, totals, strict=True)]
        sums = list(accumulate(gains, initial=0.0))
        mass = list(accumulate(inside, initial=0.0))
        starts = [self._start(node, low + i) - sums[i] for i in range(high - low)]
        ends = [self._end(node, low + j) + sums[j + 1] for j in range(high - low)]
        found = [
            Stretch(starts[i] + ends[j] + self._both(node, low + i, low + j), low + i, low + j + 1)
            for i, j in _promising(starts, ends)
            if mass[j + 1] > mass[i]
        ]
        return nlargest(BEST, found, key=lambda s: (s.score, s.first - s.last, -s.first))

    def _reads(self, node: Node) -> str:
        return self.source.between(node.first, node.last)

    def _start(self, node: Node, index: int) -> float:
        source, target = self.source, self.target
        points = self._edge(source.signs[node.first], index)
        if source.opens[node.first] and target.opens[index]:
            points += _SENTENCE
        if (case := _case(target.words[index])) == _case(source.words[node.first]):
            points += _CAPITALS[case]
        return points - self._split(index, source.joined[node.first])

    def _end(self, node: Node, index: int) -> float:
        after = index + 1
        joined = node.last < len(self.source.tokens) and self.source.joined[node.last]
        points = self._edge(self.source.signs[node.last - 1], index)
        return points - (self._split(after, joined) if after < len(self.target.tokens) else 0.0)

    def _edge(self, wanted: str, index: int) -> float:
        points = 0.0 if self.weights.totals[index] else -_UNLINKED
        if sign := self.target.signs[index]:
            points += _PUNCTUATION if sign == wanted else -_PUNCTUATION
        return points

    def _split(self, index: int, in_source: bool) -> float:
        return _SPLIT_WORD if self.target.joined[index] and not in_source else 0.0

    def _both(self, node: Node, first: int, last: int) -> float:
        """What depends on both edges (`last` inclusive)."""
        points = 0.0
        if self._reads(node) == self.target.between(first, last + 1):
            points += _VERBATIM
        if self.depths[last + 1] - self.depths[first] != sum(
            self.source.brackets[node.first : node.last]
        ):
            points -= _BRACKETS
        if (
            self.quotes is Quotes.INSIDE
            and last - first > 1
            and self.target.quote(first)
            and self.target.quote(last)
            and not any(
                map(self.source.quote, (node.first - 1, node.first, node.last - 1, node.last))
            )
        ):
            points += _QUOTED
        return points


def _promising(starts: Sequence[float], ends: Sequence[float]) -> list[tuple[int, int]]:
    """Pairs of a start and an end at or after it, both among the best of their kind."""
    size = range(len(starts))
    best_end = list(accumulate(reversed(ends), max))[::-1]
    best_start = list(accumulate(starts, max))
    tried = nlargest(_EDGES, size, key=lambda i: (starts[i] + best_end[i], -i))
    until = nlargest(_EDGES, size, key=lambda j: (ends[j] + best_start[j], -j))
    return [(i, j) for i in sorted(tried) for j in sorted(until) if i <= j]


def _case(word: str) -> int:
    return 2 if len(word) > 1 and word.isupper() else 1 if word[:1].isupper() else 0

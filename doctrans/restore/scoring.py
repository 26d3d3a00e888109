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
_CAPITALS = (0.0, 0.3, 0.7)  # neither, both capitalised, both in capitals
_SPLIT_WORD = 0.6  # an edge inside a word
_VERBATIM = 3.0  # the node's own words, letter by letter
_UNLINKED = 0.05  # an edge token that nothing is linked to

_MARGIN = 4  # tokens beyond the first and last linked one: quotes, brackets, articles
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
    quoted: bool = field(init=False)  # whether the target has quotation marks

    def __post_init__(self) -> None:
        object.__setattr__(self, "depths", tuple(accumulate(self.target.brackets, initial=0)))
        quoted = any(map(self.target.quote, range(len(self.target.tokens))))
        object.__setattr__(self, "quoted", quoted)

    def stretches(self, node: Node, low: int, high: int) -> list[Stretch]:
        """The best for a solid node between target tokens `low..high`, best first, shorter first
        among equals. None without a link from inside; none of punctuation alone for words."""
        inside = self.weights.inside(node.first, node.last)
        linked = [index for index in range(low, high) if inside[index]]
        if not linked:
            return []
        low, high = max(low, linked[0] - _MARGIN), min(high, linked[-1] + 1 + _MARGIN)
        totals = self.weights.totals
        sums = list(accumulate((2 * inside[i] - totals[i] for i in range(low, high)), initial=0.0))
        mass = list(accumulate(inside[low:high], initial=0.0))
        signs_do = all(self.source.signs[node.first : node.last])
        words = list(
            accumulate((signs_do or not s for s in self.target.signs[low:high]), initial=0)
        )
        fit = _Fit(self, node)
        starts = [fit.start(low + i) - sums[i] for i in range(high - low)]
        ends = [fit.end(low + j) + sums[j + 1] for j in range(high - low)]
        found = [
            Stretch(starts[i] + ends[j] + fit.both(low + i, low + j), low + i, low + j + 1)
            for i, j in _promising(starts, ends)
            if mass[j + 1] > mass[i] and words[j + 1] > words[i]
        ]
        return nlargest(BEST, found, key=lambda s: (s.score, s.first - s.last, -s.first))


class _Fit:
    """The edge terms of one node. `last` is inclusive here."""

    def __init__(self, scorer: Scorer, node: Node) -> None:
        source, first, after = scorer.source, node.first, node.last
        self._target = scorer.target
        self._totals = scorer.weights.totals
        self._depths = scorer.depths
        self._signs = source.signs[first], source.signs[after - 1]
        self._opens = source.opens[first]
        self._case = _case(source.words[first])
        self._joined = source.joined[first], after < len(source.tokens) and source.joined[after]
        self._balance = sum(source.brackets[first:after])
        self._text = source.between(first, after)
        self._quotable = (
            scorer.quoted
            and scorer.quotes is Quotes.INSIDE
            and not any(map(source.quote, (first - 1, first, after - 1, after)))
        )
        self._verbatim = self._text in scorer.target.text
        # Most often nothing depends on both edges, and there are many pairs of them.
        self._apart = not (
            self._verbatim or self._quotable or self._balance or any(scorer.target.brackets)
        )

    def start(self, index: int) -> float:
        points = self._edge(self._signs[0], index)
        if self._opens and self._target.opens[index]:
            points += _SENTENCE
        if self._case and self._case == _case(self._target.words[index]):
            points += _CAPITALS[self._case]
        if self._target.joined[index] and not self._joined[0]:
            points -= _SPLIT_WORD
        return points

    def end(self, index: int) -> float:
        points = self._edge(self._signs[1], index)
        joined = self._target.joined
        if index + 1 < len(joined) and joined[index + 1] and not self._joined[1]:
            points -= _SPLIT_WORD
        return points

    def _edge(self, wanted: str, index: int) -> float:
        points = 0.0 if self._totals[index] else -_UNLINKED
        if sign := self._target.signs[index]:
            points += _PUNCTUATION if sign == wanted else -_PUNCTUATION
        return points

    def both(self, first: int, last: int) -> float:
        """What depends on both edges."""
        if self._apart:
            return 0.0
        points = 0.0
        if self._verbatim and self._text == self._target.between(first, last + 1):
            points += _VERBATIM
        if self._depths[last + 1] - self._depths[first] != self._balance:
            points -= _BRACKETS
        if (
            self._quotable
            and last - first > 1
            and self._target.quote(first)
            and self._target.quote(last)
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

"""How much each source token says about each target token.

Links of the aligner, scaled to 3 (both directions and their symmetrisation agree), plus what needs
no aligner: tokens that are the same on both sides, or begin alike (system, Systeme).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from posixpath import commonprefix  # of any strings, not only paths

from doctrans.model import Link
from doctrans.restore.sentence import Sentence

_SCALE = 3.0
_UNIQUE = 6.0  # the same token, once on each side
_REPEATED = 3.0  # the same token, equally often: the k-th is the k-th
_COGNATE = 6.0  # words that begin alike, times the share of the longer one that they have in common
_STEM = 3  # letters at least, and half of the longer word
_COMPETING = 0.25  # what is left of a link that contradicts a unique identical token
_BOTH_SIGNS = 0.5  # punctuation is often linked at random
_ONE_SIGN = 0.25
_BY_SIGNS = (1.0, _ONE_SIGN, _BOTH_SIGNS)  # by how many of the two tokens are punctuation
_GUESS = 0.3  # a word in place of a link where there are none at all

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows[s]` are the (target token, weight) of source token s, `columns[t]` the other way."""

    rows: tuple[tuple[tuple[int, float], ...], ...]
    columns: tuple[tuple[tuple[int, float], ...], ...]
    guessed: bool = False  # nothing linked the two sentences: places are proportional
    totals: tuple[float, ...] = field(init=False)
    # What `inside` was asked for: it is, of a node and its gaps, again and again.
    _inside: dict[tuple[int, int], Sequence[float]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        totals = tuple(sum([weight for _, weight in column]) for column in self.columns)
        object.__setattr__(self, "totals", totals)

    def inside(self, first: int, last: int) -> Sequence[float]:
        """For each target token, what the source tokens `first..last` say for it."""
        found = self._inside.get((first, last))
        if found is None:
            found = self._inside[first, last] = self._summed(first, last)
        return found

    def _summed(self, first: int, last: int) -> list[float]:
        found = [0.0] * len(self.columns)
        for row in self.rows[first:last]:
            for target, weight in row:
                found[target] += weight
        return found


def weigh(
    source: Sentence, target: Sentence, links: Iterable[Link], same: Iterable[Pair]
) -> Weights:
    """`links` index the tokens before they were cut (`Sentence.origin`); `same` are pieces of words
    known to be each other's."""
    matrix = _linked(source, target, links)
    for pair, bonus in _identical(source, target, same).items():
        if bonus == _UNIQUE:
            for other in matrix:
                if other != pair and (other[0] == pair[0] or other[1] == pair[1]):
                    matrix[other] *= _COMPETING
        matrix[pair] = matrix.get(pair, 0.0) + bonus
    for pair, bonus in _cognates(source, target).items():
        matrix[pair] = matrix.get(pair, 0.0) + bonus
    guessed = not matrix
    if guessed:
        matrix = _diagonal(len(source.tokens), len(target.tokens))
    rows: list[list[tuple[int, float]]] = [[] for _ in source.tokens]
    columns: list[list[tuple[int, float]]] = [[] for _ in target.tokens]
    for (s, t), weight in sorted(matrix.items()):
        rows[s].append((t, weight))
        columns[t].append((s, weight))
    return Weights(tuple(map(tuple, rows)), tuple(map(tuple, columns)), guessed)


def _linked(source: Sentence, target: Sentence, links: Iterable[Link]) -> dict[Pair, float]:
    ours, theirs = _pieces(source), _pieces(target)
    matrix: dict[Pair, float] = defaultdict(float)
    for link in links:
        for s in ours[link.source]:
            for t in theirs[link.target]:
                signs = bool(source.signs[s]) + bool(target.signs[t])
                matrix[s, t] += _SCALE * link.weight * _BY_SIGNS[signs]
    return dict(matrix)


def _pieces(sentence: Sentence) -> dict[int, list[int]]:
    pieces: dict[int, list[int]] = defaultdict(list)
    for index, origin in enumerate(sentence.origin):
        pieces[origin].append(index)
    return pieces


def _identical(source: Sentence, target: Sentence, same: Iterable[Pair]) -> dict[Pair, float]:
    bonuses: dict[Pair, float] = {}
    ours, theirs = _by_key(source), _by_key(target)
    for key, places in ours.items():
        others = theirs.get(key, [])
        if len(places) == len(others):
            bonus = _UNIQUE if len(places) == 1 else _REPEATED
            bonuses |= dict.fromkeys(zip(places, others, strict=True), bonus)
    return bonuses | dict.fromkeys(same, _UNIQUE)


def _cognates(source: Sentence, target: Sentence) -> dict[Pair, float]:
    """Words with a common beginning; those that are the same have been counted."""
    stems: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for t, word in _letters(target):
        stems[word[:_STEM]].append((t, word))
    bonuses: dict[Pair, float] = {}
    for s, word in _letters(source):
        for t, other in stems.get(word[:_STEM], ()):
            share = len(commonprefix((word, other))) / max(len(word), len(other))
            if share >= 0.5 and word != other:
                bonuses[s, t] = _COGNATE * share
    return bonuses


def _letters(sentence: Sentence) -> list[tuple[int, str]]:
    return [
        (index, sentence.folded[index])
        for index, word in enumerate(sentence.words)
        if len(word) >= _STEM and word.isalpha()
    ]


def _by_key(sentence: Sentence) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(map(_key, sentence.words, sentence.folded, sentence.signs)):
        if key:
            places[key].append(index)
    return places


def _key(word: str, folded: str, sign: str) -> str:
    """What makes two tokens the same; "" for those too short to tell.

    A number is its digits: 1,234.5 and 1.234,5 are the same number.
    """
    if sign:
        return ""
    if word.isalpha():
        return "" if len(word) < 2 or (len(word) < 4 and word.islower()) else folded
    if word[0].isdigit() and not any(char.isalpha() for char in word):
        return "".join(char for char in word if char.isdigit())
    return folded


def _diagonal(sources: int, targets: int) -> dict[Pair, float]:
    if not sources:
        return {}
    return {(t * sources // targets, t): _GUESS for t in range(targets)}

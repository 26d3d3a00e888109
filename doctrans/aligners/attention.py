"""Word links from the translation model's own cross-attention: no other model, no other language.

A model attends to source pieces while it writes target pieces. That is a soft matrix with habits: a
few source pieces draw attention from everywhere, others get none. So it is balanced until each row
and each column holds about as much as any other (Sinkhorn and Knopp 1967), first between pieces and
then, summed up and weighed by how far the word would have moved, between words. What then is
largest in its row or in its column is a link.

The attention is that of the layer and the heads that the model's converter chose
(`alignment_layer`, `alignment_heads`), and the links are as good as that choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from doctrans.errors import UsageError
from doctrans.model import Bitext, Hypothesis, Link, Range
from doctrans.ports import Engine

_ROUNDS = 1  # more overrule the attention
# Words seldom move far: the weight falls by e for each third of the sentence. Chosen on English to
# German development sets, with a model that was not taught to align.
_MOVING = 3.0
_FLOOR = 1e-6
_ONE_WAY = 1 / 3  # weight of a link that only one direction sees

Matrix = NDArray[np.float64]


class AttentionAligner:
    """Reads `Hypothesis.attention`; where there is none the engine is asked to attend, and where it
    cannot, the text has no links: the tags then go by what is the same on both sides."""

    name = "attention"

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def align(self, items: Sequence[Bitext], source: str, target: str) -> list[tuple[Link, ...]]:
        pairs = [(item.source, item.target) for item in items if not _attended(item)]
        answers = iter(self._attend(pairs, source, target))
        whole = [
            item if _attended(item) else replace(item, hypothesis=next(answers)) for item in items
        ]
        return [tuple(_links(item)) for item in whole]

    def _attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> Sequence[Hypothesis | None]:
        if not hasattr(self._engine, "attend"):
            return [None] * len(pairs)
        try:
            return self._engine.attend(pairs, source, target) if pairs else []
        except UsageError:  # so says an engine without attention
            return [None] * len(pairs)


def _attended(item: Bitext) -> bool:
    return item.hypothesis is not None and item.hypothesis.attention is not None


def _links(item: Bitext) -> Iterator[Link]:
    hypothesis = item.hypothesis
    if hypothesis is None or not hypothesis.attention:
        return
    if not item.source_tokens or not item.target_tokens:
        return
    matrix = _balanced(_between_words(item, hypothesis))
    to_source = {(s, t) for t, s in enumerate(matrix.argmax(axis=1).tolist())}
    to_target = set(enumerate(matrix.argmax(axis=0).tolist()))
    both = to_source & to_target
    for s, t in sorted(to_source | to_target):
        yield Link(s, t, 1.0 if (s, t) in both else _ONE_WAY)


def _between_words(item: Bitext, hypothesis: Hypothesis) -> Matrix:
    """[target word][source word]: the attention between their pieces, over the longer count."""
    attention = _balanced(np.asarray(hypothesis.attention, dtype=np.float64))
    ours = _overlaps(item.source_tokens, hypothesis.source_tokens)
    theirs = _overlaps(item.target_tokens, hypothesis.target_tokens)
    lengths = np.maximum(theirs.sum(axis=1)[:, None], ours.sum(axis=1)[None, :])
    words: Matrix = theirs @ attention @ ours.T / np.maximum(lengths, 1.0)
    return words * np.exp(-_MOVING * _distances(*words.shape))


def _distances(rows: int, columns: int) -> Matrix:
    """How far apart the places are, as a share of their sentences."""
    apart: Matrix = np.abs(_places(rows)[:, None] - _places(columns)[None, :])
    return apart


@lru_cache(maxsize=512)
def _places(count: int) -> Matrix:
    places: Matrix = (np.arange(count) + 0.5) / count
    return places


def _overlaps(words: Sequence[Range], pieces: Sequence[Range]) -> Matrix:
    """[word][piece]: 1 where they share characters."""
    found = np.zeros((len(words), len(pieces)))
    first = 0
    for row, (start, end) in enumerate(words):
        while first < len(pieces) and pieces[first].end <= start:
            first += 1
        column = first
        while column < len(pieces) and pieces[column].start < end:
            found[row, column] = 1.0
            column += 1
    return found


def _balanced(matrix: Matrix) -> Matrix:
    matrix = matrix + _FLOOR
    for _ in range(_ROUNDS):
        matrix /= matrix.sum(axis=1, keepdims=True)
        matrix /= matrix.sum(axis=0, keepdims=True)
    return matrix

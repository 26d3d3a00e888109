"""Which sentences go to the model together, and how long a translation may get.

Sentences of like length share a batch, so that little is padding; a batch is about a second of
work, so that progress shows and Ctrl-C is heard. The cap on a translation's length is a function of
its own sentence alone: else the same sentence would be cut here and not there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

_BOUNDS = (16, 32, 64, 128, 256, 512)


@dataclass(frozen=True, slots=True)
class Batch:
    """Indices of the sentences, and the cap for all of them."""

    items: tuple[int, ...]
    cap: int


def cap(pieces: int) -> int:
    """About three times the source and ten pieces: a sound translation never gets there, a model
    that repeats itself without end does (10 pieces or fewer may be one word of many)."""
    index = bisect_left(_BOUNDS, pieces)
    return 3 * (_BOUNDS[index] if index < len(_BOUNDS) else pieces) + 10


def batches(
    lengths: Sequence[int], kinds: Sequence[Hashable], tokens: int, workers: int
) -> list[tuple[Hashable, Batch]]:
    """Longest first. Only sentences of one kind share a batch; a batch has at most `tokens` with
    its padding, less where there is not enough work for all workers."""
    groups: dict[tuple[Hashable, int], list[int]] = {}
    for index in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        groups.setdefault((kinds[index], cap(lengths[index])), []).append(index)
    size = min(tokens, max(1, -(-sum(lengths) // workers)))
    return [
        (kind, Batch(tuple(items), limit))
        for (kind, limit), members in groups.items()
        for items in _cut(members, lengths, size)
    ]


def _cut(members: list[int], lengths: Sequence[int], size: int) -> list[list[int]]:
    """Members come longest first: a batch's first sets its width."""
    cut: list[list[int]] = []
    for index in members:
        if cut and lengths[cut[-1][0]] * (len(cut[-1]) + 1) <= size:
            cut[-1].append(index)
        else:
            cut.append([index])
    return cut

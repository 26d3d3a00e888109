"""Which sentences go to the model together, and how long a translation may get.

Sentences of like length share a batch, so that little is padding; a batch is a fraction of a second
of work, so that progress shows and Ctrl-C is heard.

The same sentence has the same translation alone and in any batch. Therefore the cap on a
translation's length is a function of its own sentence alone; and the bounds below are where
CTranslate2 was seen to round sums over a padded source in another way (4.8.5, int8, AVX2: from 16
and from 101 tokens on), which may turn one translation of thirty. On other processors the limits
differ: a sentence of 52 tokens was seen to change beside one of 57, one in some hundreds. Scores
move more easily: with the embedded model those of 14 in 160, by at most 0.01. The same
document with the same settings makes the same batches, and so the same bytes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from doctrans.model import Request

_BOUNDS = (15, 31, 63, 100, 200, 400)


_SHARED = 128  # tokens that are not worth sharing among workers
_FIRST = 128  # sentences that are made ready before the model starts
_WINDOW = 4096  # ... while it works


class Kind(NamedTuple):
    """What the sentences of a batch have in common."""

    candidates: int
    forced: bool = False  # begin with given words
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Indices of the sentences, and the cap for all of them."""

    items: tuple[int, ...]
    cap: int


def windows(
    requests: Sequence[Request], chosen: Iterable[int], begun: Collection[int] = ()
) -> Iterator[tuple[Kind, list[int], bool]]:
    """Indices of sentences of one kind, the longest first, some at a time, and whether they are the
    last of their kind: few at first, so that the model starts early, then many, so that those of
    like length find each other. Those `begun` have a beginning that no request names."""
    kinds: dict[Kind, list[int]] = {}
    for index in sorted(chosen, key=lambda i: (-len(requests[i].text), i)):
        request = requests[index]
        forced = bool(request.prefix) or index in begun
        kind = Kind(request.candidates, forced, request.without)
        kinds.setdefault(kind, []).append(index)
    size = _FIRST
    for kind, members in kinds.items():
        while members:
            yield kind, members[:size], len(members) <= size
            members, size = members[size:], _WINDOW


def cap(tokens: int) -> int:
    """About three times the source and ten tokens: a sound translation never gets there, a model
    that repeats itself without end does."""
    index = bisect_left(_BOUNDS, tokens)
    return 3 * (_BOUNDS[index] if index < len(_BOUNDS) else tokens) + 10


def batches(lengths: Sequence[int], tokens: int, workers: int) -> list[Batch]:
    """Longest first. A batch has at most `tokens` with its padding, less where there is not enough
    work for all workers; but a few sentences take hardly longer than one."""
    groups: dict[int, list[int]] = {}
    for index in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        groups.setdefault(cap(lengths[index]), []).append(index)
    size = min(tokens, max(_SHARED, -(-sum(lengths) // workers)))
    return [
        Batch(tuple(items), limit)
        for limit, members in groups.items()
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

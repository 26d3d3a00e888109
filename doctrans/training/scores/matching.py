"""Which words of two wordings are the same, in order: the longest common subsequence."""

from __future__ import annotations

from collections.abc import Sequence


def matches(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of indices, rising on both sides, as many as there can be.

    >>> matches("a b c".split(), "b x c".split())
    [(1, 0), (2, 2)]
    """
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        row, below = best[i], best[i + 1]
        for j in reversed(range(len(other))):
            row[j] = 1 + below[j + 1] if one[i] == other[j] else max(below[j], row[j + 1])
    found = []
    i = j = 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found

"""Word links for the training pairs: our own small aligner, or the files of a better one.

The own one is IBM model 1 with a prior for the diagonal (Dyer, Chahuneau & Smith 2013), trained by
expectation maximisation in both directions and joined by grow-diag. Translation probabilities are
kept in a table of fixed size, by a hash of both words, so that memory does not grow with the text.
A stronger aligner (eflomal, awesome-align) may be run outside instead, on the files that `words`
writes; its links are read in the Pharaoh format.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from doctrans.errors import InputError
from doctrans.training.pairs import Pair, WordLink

SOURCE_WORDS, TARGET_WORDS = "words.source", "words.target"
_TABLE_BITS = 24
_DIAGONAL = 4.0  # how strongly words are expected at the same relative place
_ANYWHERE = 4  # iterations before places count: words that always move are found by then
_NULL = 0.08  # probability that a word has no partner
_EMPTY = 1e-4  # probability of any word by the empty word: as one among thousands
_SMOOTHING = 1e-7
_AT_ONCE = 4_000_000  # cells
_LONGEST = 100  # words; longer sentences get no links

Words = list[list[int]]


def words(pairs: Iterable[Pair], folder: Path) -> int:
    """`words.source` and `words.target`: a pair a line, words lower-cased with spaces between; the
    language before each target word, so that one run serves all. Returns the number of pairs."""
    count = 0
    with (
        (folder / SOURCE_WORDS).open("w", encoding="utf-8") as sources,
        (folder / TARGET_WORDS).open("w", encoding="utf-8") as targets,
    ):
        for pair in pairs:
            source, target = pair.words()
            sources.write(" ".join(pair.source.text[a:b].lower() for a, b in source) + "\n")
            named = (f"{pair.language}:{pair.target.text[a:b].lower()}" for a, b in target)
            targets.write(" ".join(named) + "\n")
            count += 1
    return count


def align(folder: Path, iterations: int = 6) -> list[tuple[WordLink, ...]]:
    """Links of the pairs that `words` wrote, in order; 100,000 short ones take 20 seconds."""
    sources, targets = (_read(folder / name) for name in (SOURCE_WORDS, TARGET_WORDS))
    forward = _one_way(sources, targets, iterations)
    backward = _one_way(targets, sources, iterations)
    return [
        symmetric({(s, t) for t, s in enumerate(there) if s >= 0}, back)
        for there, back in zip(forward, backward, strict=True)
    ]


def _read(path: Path) -> Words:
    numbers: dict[str, int] = {}
    with path.open(encoding="utf-8") as lines:
        return [[numbers.setdefault(w, len(numbers)) for w in line.split()] for line in lines]


def _one_way(given: Words, wanted: Words, iterations: int) -> list[list[int]]:
    """For each word of `wanted` the index of its partner in `given`, -1 for none."""
    size = 1 << _TABLE_BITS
    table = np.full(size, 1.0, dtype=np.float32)
    totals = np.ones(1 + max((w for row in given for w in row), default=0), dtype=np.float64)
    groups = list(_groups(given, wanted))
    best: list[list[int]] = [[-1] * len(row) for row in wanted]
    for iteration in range(iterations + 1):
        counts = np.zeros(size, dtype=np.float64)
        sums = np.zeros_like(totals)
        for rows, left, right in groups:
            cells = _cells(left, right)
            scores = table[cells] / totals[left][:, None, :] + _SMOOTHING
            scores = scores * _places(right.shape[1], left.shape[1], iteration >= _ANYWHERE)
            share = scores / (scores.sum(axis=2, keepdims=True) + _NULL * _EMPTY)
            if iteration == iterations:
                chosen = np.where(share.max(axis=2) > 1 / 3, share.argmax(axis=2), -1)
                for row, links in zip(rows, chosen.tolist(), strict=True):
                    best[row] = links
                continue
            np.add.at(counts, cells, share)
            np.add.at(sums, left, share.sum(axis=1))
        table, totals = counts.astype(np.float32), sums + _SMOOTHING
    return best


def _cells(left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """(B, T, S): where the probability of each pair of words is kept."""
    mixed = left[:, None, :] * 0x9E3779B1 + right[:, :, None] * 0x85EBCA77
    return (mixed ^ (mixed >> 15)) & ((1 << _TABLE_BITS) - 1)


def _places(wanted: int, given: int, diagonal: bool) -> NDArray[np.float64]:
    """(T, S): how likely a word is to come from each place."""
    if not diagonal:
        return np.full((wanted, given), (1 - _NULL) / given)
    rows = (np.arange(wanted) + 0.5) / wanted
    columns = (np.arange(given) + 0.5) / given
    prior = np.exp(-_DIAGONAL * np.abs(rows[:, None] - columns[None, :]))
    return np.asarray((1 - _NULL) * prior / prior.sum(axis=1, keepdims=True))


def _groups(
    given: Words, wanted: Words
) -> Iterator[tuple[list[int], NDArray[np.int64], NDArray[np.int64]]]:
    """Pairs of equal lengths together, so that they are rectangles."""
    alike: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (left, right) in enumerate(zip(given, wanted, strict=True)):
        if left and right and max(len(left), len(right)) <= _LONGEST:
            alike[len(left), len(right)].append(i)
    for (width, height), rows in sorted(alike.items()):
        step = max(1, _AT_ONCE // (width * height))
        for start in range(0, len(rows), step):
            some = rows[start : start + step]
            yield some, np.array([given[i] for i in some]), np.array([wanted[i] for i in some])


def symmetric(forward: set[WordLink], back: Sequence[int]) -> tuple[WordLink, ...]:
    """Grow-diag (Koehn et al. 2003): links of both directions, and those of one that are beside
    them and join a word that has none. `back` is the target word of each source word or -1."""
    backward = {(s, t) for s, t in enumerate(back) if t >= 0}
    links = forward & backward
    union = forward | backward
    sources, targets = {s for s, _ in links}, {t for _, t in links}
    fresh = sorted(links)
    while fresh:
        s, t = fresh.pop(0)
        for down, right in product((-1, 0, 1), repeat=2):
            link = s + down, t + right
            new = link in union and link not in links
            if new and (link[0] not in sources or link[1] not in targets):
                links.add(link)
                sources.add(link[0])
                targets.add(link[1])
                fresh.append(link)
    return tuple(sorted(links))


def read(forward: Path, backward: Path | None, count: int) -> list[tuple[WordLink, ...]]:
    """Pharaoh files of an outside aligner, source-target in both; two of them are joined. Raises
    InputError for a file that does not fit the `count` pairs."""
    there = _pharaoh(forward, count)
    if backward is None:
        return [tuple(sorted(links)) for links in there]
    return [
        _joined(one, other) for one, other in zip(there, _pharaoh(backward, count), strict=True)
    ]


def _joined(forward: set[WordLink], backward: set[WordLink]) -> tuple[WordLink, ...]:
    back = dict(sorted(backward))
    longest = max(back, default=-1) + 1
    return symmetric(forward, [back.get(s, -1) for s in range(longest)])


def _pharaoh(path: Path, count: int) -> list[set[WordLink]]:
    found = []
    try:
        with path.open(encoding="ascii") as lines:
            for line in lines:
                pairs = (item.split("-") for item in line.split())
                found.append({(int(s), int(t)) for s, t in pairs})
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read as links: {error}.") from error
    if len(found) != count:
        raise InputError(f"{path} has {len(found)} lines, the data {count} pairs.")
    return found

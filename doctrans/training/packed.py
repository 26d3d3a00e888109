"""Training examples as numbers on disk: the form in which data is kept, sent and read.

A folder of parts, each an `.npz` small enough to send (`PART_EXAMPLES`), and the vocabulary beside
them. Token ids are those of `vocab.json`; both sides end in `</s>`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from doctrans.errors import InputError

PART_EXAMPLES = 300_000


@dataclass(frozen=True, slots=True)
class Example:
    """Ids of both sides, and alignment links as (source token, target token)."""

    source: list[int]
    target: list[int]
    links: list[tuple[int, int]] = field(default_factory=list)


def write(examples: Iterable[Example], folder: Path) -> int:
    """Parts in `folder`, which is made. Returns the number of examples."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    part: list[Example] = []
    for example in examples:
        part.append(example)
        count += 1
        if len(part) == PART_EXAMPLES:
            _write_part(part, folder, count)
            part = []
    if part:
        _write_part(part, folder, count)
    return count


def _write_part(part: list[Example], folder: Path, count: int) -> None:
    path = folder / f"part-{(count - 1) // PART_EXAMPLES:03}.npz"
    tokens = [token for e in part for side in (e.source, e.target) for token in side]
    links = [index for e in part for link in e.links for index in link]
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        np.savez_compressed(
            file,
            tokens=np.array(tokens, dtype=np.uint16),
            sources=np.array([len(e.source) for e in part], dtype=np.uint16),
            targets=np.array([len(e.target) for e in part], dtype=np.uint16),
            links=np.array(links, dtype=np.uint16).reshape(-1, 2),
            link_counts=np.array([len(e.links) for e in part], dtype=np.uint16),
        )
    partial.replace(path)


class Packed:
    """All parts of a folder in memory."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.glob("part-*.npz"))
        if not paths:
            raise InputError(f"{folder} holds no prepared data.", hint="Run `prepare` first.")
        parts = [dict(np.load(path)) for path in paths]
        joined = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        self._tokens: NDArray[np.int64] = joined["tokens"]
        self._links: NDArray[np.int64] = joined["links"]
        self.sources = joined["sources"].astype(np.int64)
        self.targets = joined["targets"].astype(np.int64)
        self._starts = _starts(self.sources + self.targets)
        self._link_starts = _starts(joined["link_counts"].astype(np.int64))

    def __len__(self) -> int:
        return len(self.sources)

    def source(self, index: int) -> NDArray[np.int64]:
        start = self._starts[index]
        return self._tokens[start : start + self.sources[index]]

    def target(self, index: int) -> NDArray[np.int64]:
        start = self._starts[index] + self.sources[index]
        return self._tokens[start : start + self.targets[index]]

    def links(self, index: int) -> NDArray[np.int64]:
        """(L, 2): source token, target token."""
        return self._links[self._link_starts[index] : self._link_starts[index + 1]]


def _starts(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])


WINDOW = 100_000  # examples that are sorted together
_ALIKE = 3  # source lengths that count as equal


def batches(data: Packed, tokens: int, seed: int, epoch: int) -> Iterator[NDArray[np.int64]]:
    """Indices of each batch of an epoch, each example once: random, yet of like lengths on both
    sides, and of at most `tokens` a side on average, padding counted."""
    random = np.random.default_rng([seed, epoch])
    order = random.permutation(len(data))
    for start in range(0, len(order), WINDOW):
        chosen = order[start : start + WINDOW]
        alike = chosen[np.lexsort((data.targets[chosen], data.sources[chosen] // _ALIKE))]
        cut = list(_cut(alike, data, 2 * tokens))
        for i in random.permutation(len(cut)):
            yield cut[i]


def _cut(indices: NDArray[np.int64], data: Packed, room: int) -> Iterator[NDArray[np.int64]]:
    start = source = target = 0
    for i, index in enumerate(indices):
        wider = max(source, int(data.sources[index])), max(target, int(data.targets[index]))
        if i > start and sum(wider) * (i + 1 - start) > room:
            yield indices[start:i]
            start = i
            wider = int(data.sources[index]), int(data.targets[index])
        source, target = wider
    yield indices[start:]

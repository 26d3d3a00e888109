"""Training examples as numbers on disk: the form in which data is kept, sent and read.

A folder of parts, each an `.npz` small enough to send (`PART_EXAMPLES`), and the vocabulary beside
them. Token ids are those of `vocab.json`; both sides end in `</s>`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from doctrans.errors import InputError

PART_EXAMPLES = 300_000
Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """Ids of both sides, alignment links as (source token, target token), and where it is from."""

    source: list[int]
    target: list[int]
    links: list[tuple[int, int]] = field(default_factory=list)
    origin: str = ""


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
    names, origins = np.unique([e.origin for e in part], return_inverse=True)
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        np.savez_compressed(
            file,
            tokens=np.array(tokens, dtype=np.uint16),
            sources=np.array([len(e.source) for e in part], dtype=np.uint16),
            targets=np.array([len(e.target) for e in part], dtype=np.uint16),
            links=np.array(links, dtype=np.uint16).reshape(-1, 2),
            link_counts=np.array([len(e.links) for e in part], dtype=np.uint16),
            names=names,
            origins=origins.astype(np.uint16),
        )
    partial.replace(path)


@dataclass(frozen=True, slots=True)
class Table:
    """Examples as rows, padded: `source` (B, S), `target` (B, T). `links` (L, 3) are rows of
    (example, target token, source token); `places` are those of target tokens in `target`,
    flattened."""

    source: Ids
    target: Ids
    links: Ids
    places: Ids


class Packed:
    """All parts of a folder in memory."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.glob("part-*.npz"))
        if not paths:
            raise InputError(f"{folder} holds no prepared data.", hint="Run `prepare` first.")
        parts = [dict(np.load(path)) for path in paths]
        if any("origins" not in part for part in parts):
            raise InputError(
                f"{folder} was prepared by an earlier version.", hint="Run `prepare` again."
            )
        names = [part.pop("names") for part in parts]
        joined = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
        self._tokens: Ids = joined["tokens"]
        self._links: Ids = joined["links"]
        self.sources = joined["sources"].astype(np.int64)
        self.targets = joined["targets"].astype(np.int64)
        self.origins = np.concatenate(
            [own[part["origins"]] for own, part in zip(names, parts, strict=True)]
        )
        self._starts = _starts(self.sources + self.targets)
        self._link_starts = _starts(joined["link_counts"].astype(np.int64))

    def __len__(self) -> int:
        return len(self.sources)

    def table(self, examples: Ids, fill: int) -> Table:
        """Some examples, padded with `fill`."""
        starts, sources, targets = (
            array[examples] for array in (self._starts, self.sources, self.targets)
        )
        first = self._link_starts[examples]
        counts = self._link_starts[examples + 1] - first
        links = self._links[_runs(first, counts)].astype(np.int64)
        rows = np.repeat(np.arange(len(examples)), counts)
        target, places = self._rows(starts + sources, targets, fill)
        return Table(
            self._rows(starts, sources, fill)[0],
            target,
            np.column_stack([rows, links[:, 1], links[:, 0]]),
            places,
        )

    def _rows(self, starts: Ids, lengths: Ids, fill: int) -> tuple[Ids, Ids]:
        rows = np.full((len(lengths), lengths.max()), fill, dtype=np.int64)
        places = np.flatnonzero(np.arange(rows.shape[1]) < lengths[:, None])
        rows.ravel()[places] = self._tokens[_runs(starts, lengths)]
        return rows, places


def _runs(starts: Ids, lengths: Ids) -> Ids:
    """`lengths` numbers from each start on, one run after the other."""
    before = np.cumsum(lengths) - lengths
    return np.repeat(starts - before, lengths) + np.arange(lengths.sum())


def _starts(lengths: Ids) -> Ids:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])


WINDOW = 100_000  # examples that are sorted together
_ALIKE = 3  # source lengths that count as equal


def chosen(data: Packed, shares: Mapping[str, float], seed: int, epoch: int) -> Ids | None:
    """The examples of an epoch in which some origins are seen in part; None: all."""
    if not shares:
        return None
    names, own = np.unique(data.origins, return_inverse=True)
    share = np.array([shares.get(name, 1.0) for name in names.tolist()])
    dice = np.random.default_rng([seed, epoch, 1])
    return np.flatnonzero(dice.random(len(own)) < share[own])


def batches(
    data: Packed, tokens: int, seed: int, epoch: int, among: Ids | None = None
) -> Iterator[Ids]:
    """The examples of each batch of an epoch, each once (of those `among`): random, yet of like
    lengths on both sides, and of at most `tokens` a side on average, padding counted."""
    random = np.random.default_rng([seed, epoch])
    order = random.permutation(len(data) if among is None else among)
    for start in range(0, len(order), WINDOW):
        some = order[start : start + WINDOW]
        alike = some[np.lexsort((data.targets[some], data.sources[some] // _ALIKE))]
        cut = list(_cut(alike, data, 2 * tokens))
        for i in random.permutation(len(cut)):
            yield cut[i]


def _cut(indices: Ids, data: Packed, room: int) -> Iterator[Ids]:
    start = source = target = 0
    for i, index in enumerate(indices):
        wider = max(source, int(data.sources[index])), max(target, int(data.targets[index]))
        if i > start and sum(wider) * (i + 1 - start) > room:
            yield indices[start:i]
            start = i
            wider = int(data.sources[index]), int(data.targets[index])
        source, target = wider
    yield indices[start:]

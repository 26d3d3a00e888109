"""Terms by their words: a table from the words of a term, joined, to its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Candidate(NamedTuple):
    """Words of a text, by index, that entries have."""

    first: int
    words: int
    entries: list[int]


class Table:
    """Joined words -> indices of entries, in their order; first words -> lengths, longest first."""

    def __init__(self) -> None:
        self.entries: dict[str, list[int]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}

    def add(self, keys: Sequence[str], index: int) -> None:
        joined = " ".join(keys) if len(keys) > 1 else keys[0]
        known = self.entries.get(joined)
        if known is not None:
            known.append(index)
            return
        self.entries[joined] = [index]
        lengths = self.lengths.get(keys[0])
        if lengths is None:
            self.lengths[keys[0]] = (len(keys),)
        elif len(keys) not in lengths:
            self.lengths[keys[0]] = tuple(sorted((*lengths, len(keys)), reverse=True))

    def get(self, joined: str) -> Sequence[int]:
        return self.entries.get(joined, ())

    def look_up(self, keys: Sequence[str]) -> Iterator[Candidate]:
        lengths, entries = self.lengths, self.entries
        for first in [index for index, word in enumerate(keys) if word in lengths]:
            for count in lengths[keys[first]]:
                joined = " ".join(keys[first : first + count]) if count > 1 else keys[first]
                if first + count <= len(keys) and (indices := entries.get(joined)):
                    yield Candidate(first, count, indices)

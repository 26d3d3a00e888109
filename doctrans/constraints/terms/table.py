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
    """Joined words -> indices of entries, in their order. Of terms of several words their first two
    words tell how many there may be, longest first: few words of a text begin any."""

    def __init__(self) -> None:
        self._entries: dict[str, list[int]] = {}
        self._firsts: set[str] = set()
        self._lengths: dict[str, tuple[int, ...]] = {}

    def add(self, keys: Sequence[str], index: int) -> None:
        count = len(keys)
        joined = " ".join(keys) if count > 1 else keys[0]
        known = self._entries.get(joined)
        if known is not None:
            known.append(index)
            return
        self._entries[joined] = [index]
        if count > 1:
            pair = joined if count == 2 else f"{keys[0]} {keys[1]}"
            lengths = self._lengths.get(pair)
            if lengths is None:
                self._firsts.add(keys[0])
                self._lengths[pair] = (count,)
            elif count not in lengths:
                self._lengths[pair] = tuple(sorted((*lengths, count), reverse=True))

    def get(self, joined: str) -> Sequence[int]:
        return self._entries.get(joined, ())

    def look_up(self, keys: Sequence[str]) -> Iterator[Candidate]:
        entries, firsts, last = self._entries, self._firsts, len(keys) - 1
        for first, word in enumerate(keys):
            if first < last and word in firsts:
                for count in self._lengths.get(f"{word} {keys[first + 1]}", ()):
                    indices = entries.get(" ".join(keys[first : first + count]))
                    if indices and first + count <= last + 1:
                        yield Candidate(first, count, indices)
            if word in entries:
                yield Candidate(first, 1, entries[word])

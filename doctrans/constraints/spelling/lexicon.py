"""A set of words in a few bits each (Bloom 1970): it never misses a word that was put in, and takes
one in forty others for one that was."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources

_BITS = 8  # a word
_HASHES = 5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`bits` as `of` makes them."""

    bits: bytes

    @classmethod
    def of(cls, words: Collection[str]) -> Lexicon:
        """The same words give the same bytes."""
        empty = cls(bytes(max(1, len(words) * _BITS // 8)))
        bits = bytearray(empty.bits)
        for word in words:
            for place in empty._places(word):
                bits[place >> 3] |= 1 << (place & 7)
        return cls(bytes(bits))

    def __contains__(self, word: str) -> bool:
        return all(self.bits[place >> 3] >> (place & 7) & 1 for place in self._places(word))

    def _places(self, word: str) -> Iterator[int]:
        """Of its bits, all made of two numbers (Kirsch & Mitzenmacher 2008)."""
        made = blake2b(word.encode(), digest_size=16).digest()
        first, step = int.from_bytes(made[:8], "big"), int.from_bytes(made[8:], "big") | 1
        for i in range(_HASHES):
            yield (first + i * step) % (8 * len(self.bits))


@cache
def load(language: str) -> Lexicon:
    """That of a language (primary subtag) which comes with the package."""
    return Lexicon(resources.files(__package__).joinpath(f"{language}.bin").read_bytes())


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list in plain text which comes with the package."""
    file = resources.files(__package__).joinpath(f"{name}.txt")
    return frozenset(file.read_text(encoding="utf-8").split())

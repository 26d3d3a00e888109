"""Hyphenation by patterns (F. M. Liang, 1983), from the dictionaries that pyphen brings.

pyphen itself takes half a second for German's 36,000 patterns before the first word; here the
digits of a pattern are read when a word holds its letters.
"""

from __future__ import annotations

import re
from pathlib import Path

_ESCAPED = re.compile(r"\^\^([0-9a-f]{2})")
_STEP = re.compile(r"(\d?)(\D?)")
_ENCODINGS = {b"microsoft-cp1251": "cp1251"}
# Lines that are no patterns (hunspell's `hyph` format).
_SAID = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFT", "COMPOUNDRIGHT")


class Patterns:
    """Those of one dictionary, a file of pyphen's."""

    def __init__(self, path: Path) -> None:
        first, _, data = path.read_bytes().partition(b"\n")
        encoding = _ENCODINGS.get(first.strip().lower(), first.strip().decode("ascii"))
        if b"^^" in data or b"=" in data:
            data = "\n".join(map(_bare, data.decode(encoding).split("\n"))).encode(encoding)
        letters = data.translate(None, b"0123456789").decode(encoding).split("\n")
        lines = data.decode(encoding).split("\n")
        self._patterns = {
            key.strip(): line
            for key, line in zip(letters, lines, strict=True)
            if key and not line.startswith(_SAID)
        }
        self._longest = max(map(len, self._patterns))

    def positions(self, word: str) -> list[int]:
        """Between which letters a hyphen may stand, in a word of letters."""
        return list(self.strengths(word))

    def strengths(self, word: str) -> dict[int, tuple[int, int]]:
        """The same, and by place how strong the pattern is that says so: its digit, and how many
        letters it has."""
        pointed = f".{word.lower()}."
        if len(pointed) != len(word) + 2:  # letters that become two in lower case
            return {}
        found = [(0, 0)] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                if pattern := self._patterns.get(pointed[start:end]):
                    places = range(start, len(found))
                    for at, value in zip(places, _values(pattern), strict=False):
                        found[at] = max(found[at], (value, end - start))
        return {
            at - 1: strength
            for at, strength in enumerate(found)
            if strength[0] % 2 and 1 < at < len(pointed) - 1
        }


def _bare(line: str) -> str:
    """Without its escapes, and without what a break would change in the spelling."""
    line = line.strip()
    if "^^" in line:
        line = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), line)
    return line.partition("/")[0] if "=" in line else line


def _values(pattern: str) -> list[int]:
    return [int(digit or 0) for digit, _ in _STEP.findall(pattern.strip())]

"""What makes a translation unfit to learn from, whatever it says of persons."""

from __future__ import annotations

import re
from itertools import pairwise

_LONGEST_TARGET = 2  # times the words of the source
_NAMES = 0.75  # share of a target's words that may stand in the source
_TOKEN = re.compile(r"\w+")
_STUTTER = re.compile(r"(\D{2,})\1\1|(\D{4,})\2")


def flaw(source: str, target: str) -> str:
    """What else makes a translation unfit to learn from; empty: nothing."""
    said, found = _TOKEN.findall(source.casefold()), _TOKEN.findall(target.casefold())
    if not found:
        return "empty"
    if len(found) > _LONGEST_TARGET * len(said):
        return "too long"
    if sum(word in set(said) for word in found) > _NAMES * len(found):
        return "not translated"
    return "repeats itself" if _repeats(found) else ""


def _repeats(found: list[str]) -> bool:
    """A word thrice in a row, two words twice in a row, or a part of a word over and over."""
    twos = list(pairwise(found))
    thrice = any(twos[i] == twos[i + 1] for i in range(len(twos) - 1))
    twice = any(twos[i] == twos[i + 2] for i in range(len(twos) - 2))
    return thrice or twice or any(_STUTTER.search(word) for word in found)

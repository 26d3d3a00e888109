"""Hyphens that no line may break at: `w:noBreakHyphen` (17.3.3.18) and U+2011.

Most models have never seen U+2011, so segments hold a plain "-" for it. In the translation a "-"
that stands beside one of the same words or numbers is made a non-breaking one again; where that
leaves some out and there are as many hyphens at words as in the source, the n-th is the n-th.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from doctrans.model import Tagged

HYPHEN = "\N{NON-BREAKING HYPHEN}"
SOFT = "\N{SOFT HYPHEN}"  # w:softHyphen (17.3.3.29), text like any: no translation keeps it
Neighbours = tuple[str, str]  # the word before and the word after, case folded; "" for none

_NON_BREAKING = re.compile(rf"(?<!\w)(\w*){HYPHEN}(?=(\w*))")
_PLAIN = re.compile(r"(?<!\w)(\w*)-(?=(\w*))")
_AT_WORDS = re.compile(rf"(?<=\w)[-{HYPHEN}]|[-{HYPHEN}](?=\w)")  # no dash between spaces


@dataclass(frozen=True, slots=True)
class Hyphens:
    """Of a paragraph's own text, where it has non-breaking ones."""

    around: tuple[Neighbours, ...]  # of each non-breaking one
    order: tuple[bool, ...]  # of each hyphen at a word: whether it is a non-breaking one


def plain(text: str) -> str:
    return text.replace(HYPHEN, "-")


def of(text: str) -> Hyphens | None:
    """None: no hyphen is a non-breaking one."""
    if HYPHEN not in text:
        return None
    order = tuple(match[0] == HYPHEN for match in _AT_WORDS.finditer(text))
    return Hyphens(tuple(map(_around, _NON_BREAKING.finditer(text))), order)


def lost(written: Tagged, known: Hyphens) -> int:
    """How many of the source's non-breaking hyphens the written text has no counterpart for."""
    return max(0, len(known.around) - written.text.count(HYPHEN))


def restored(tagged: Tagged, known: Hyphens | None) -> Tagged:
    """The text with its non-breaking hyphens; same length, same spans."""
    if known is None or "-" not in tagged.text:
        return tagged
    ways = (_by_words(tagged.text, known), _by_order(tagged.text, known))
    return Tagged(max(ways, key=lambda text: text.count(HYPHEN)), tagged.spans)


def _by_words(text: str, known: Hyphens) -> str:
    pairs = frozenset(known.around)
    words = frozenset(word for pair in pairs for word in enumerate(pair) if word[1])

    def hyphen(match: re.Match[str]) -> str:
        pair = _around(match)
        again = pair in pairs or not words.isdisjoint(enumerate(pair))
        return match[1] + HYPHEN if again else match[0]

    return _PLAIN.sub(hyphen, text)


def _by_order(text: str, known: Hyphens) -> str:
    if len(_AT_WORDS.findall(text)) != len(known.order):
        return text
    again = iter(known.order)
    return _AT_WORDS.sub(lambda match: HYPHEN if next(again) else match[0], text)


def _around(match: re.Match[str]) -> Neighbours:
    return match[1].casefold(), match[2].casefold()

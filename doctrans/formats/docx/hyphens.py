"""Hyphens that no line may break at: `w:noBreakHyphen` (17.3.3.18) and U+2011.

Most models have never seen U+2011, so segments hold a plain "-" for it. In the translation a "-"
that stands beside one of the same words or numbers is made a non-breaking one again.
"""

from __future__ import annotations

import re

from doctrans.model import Tagged

HYPHEN = "\N{NON-BREAKING HYPHEN}"
Neighbours = tuple[str, str]  # the word before and the word after, case folded; "" for none

_NON_BREAKING = re.compile(rf"(?<!\w)(\w*){HYPHEN}(?=(\w*))")
_PLAIN = re.compile(r"(?<!\w)(\w*)-(?=(\w*))")


def plain(text: str) -> str:
    return text.replace(HYPHEN, "-")


def neighbours(text: str) -> tuple[Neighbours, ...]:
    """Of each non-breaking hyphen in a paragraph's own text."""
    return tuple(map(_around, _NON_BREAKING.finditer(text))) if HYPHEN in text else ()


def lost(written: Tagged, known: tuple[Neighbours, ...]) -> int:
    """How many of the source's non-breaking hyphens the written text has no counterpart for."""
    return max(0, len(known) - written.text.count(HYPHEN))


def restored(tagged: Tagged, known: tuple[Neighbours, ...]) -> Tagged:
    """The text with its non-breaking hyphens; same length, same spans."""
    if not known or "-" not in tagged.text:
        return tagged
    pairs = frozenset(known)
    words = frozenset(word for pair in pairs for word in enumerate(pair) if word[1])

    def hyphen(match: re.Match[str]) -> str:
        pair = _around(match)
        again = pair in pairs or not words.isdisjoint(enumerate(pair))
        return match[1] + HYPHEN if again else match[0]

    return Tagged(_PLAIN.sub(hyphen, tagged.text), tagged.spans)


def _around(match: re.Match[str]) -> Neighbours:
    return match[1].casefold(), match[2].casefold()

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


def neighbours(text: str) -> frozenset[Neighbours]:
    """Of each non-breaking hyphen in a paragraph's own text."""
    return frozenset(map(_around, _NON_BREAKING.finditer(text))) if HYPHEN in text else frozenset()


def restored(tagged: Tagged, known: frozenset[Neighbours]) -> Tagged:
    """The text with its non-breaking hyphens; same length, same spans."""
    if not known or "-" not in tagged.text:
        return tagged
    words = frozenset(word for pair in known for word in enumerate(pair) if word[1])

    def hyphen(match: re.Match[str]) -> str:
        pair = _around(match)
        again = pair in known or not words.isdisjoint(enumerate(pair))
        return match[1] + HYPHEN if again else match[0]

    return Tagged(_PLAIN.sub(hyphen, tagged.text), tagged.spans)


def _around(match: re.Match[str]) -> Neighbours:
    return match[1].casefold(), match[2].casefold()

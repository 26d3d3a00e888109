"""The words of a text as terms are compared: case-folded, without what only typesetting put there.

Words are the tokens of `doctrans.tokens`, so that *art* is never found in *party*. A word beside a
sign that makes it a part of something longer (*C* in *C++*, *end* in *back-end*) does not stand by
itself; in languages that write compounds with hyphens (*SEPA-Konto*) hyphens do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from doctrans import tokens
from doctrans.model import Range

# Languages that write compounds as one word or with hyphens: a term may be a part of one.
COMPOUNDING = frozenset({"de", "nl", "sv", "da", "no", "nb", "nn", "fi", "hu", "et"})
_APART = ("", " ", ",")
_HYPHENS = "-\u2010\u2011"
_JOINING = "._@\\&"  # with a letter or digit on the other side
_PART_OF_NAME = frozenset("+#")
_UNSEEN = str.maketrans("’ʼ", "''", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Words(NamedTuple):
    """Where words stand, and each as it is compared."""

    places: tuple[Range, ...]
    keys: list[str]


def words(text: str, cuts: Collection[int] = ()) -> Words:
    """The tokens of a text; none lies across a cut."""
    places = tokens.words(text, cuts=cuts)
    return Words(places, [key(text[start:end]) for start, end in places])


def times(name: str, text: str) -> int:
    """How often a name stands in a text letter by letter, no letter or digit beside it."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def split(text: str) -> list[str]:
    """The words alone, as they are written."""
    if _is_plain(text):
        return text.split()
    return [text[start:end] for start, end in tokens.words(text)]


def keys_of(text: str) -> list[str]:
    """The words alone, as they are compared."""
    if _is_plain(text):
        return text.lower().split()
    return [key(word) for word in split(text)]


def _is_plain(text: str) -> bool:
    """Most terms are: words of ASCII letters, which need no tokens (20 times as fast)."""
    return text.isascii() and text.replace(" ", "").isalpha()


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """A word as it is compared: `User’s` is `user`."""
    folded = word.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded.translate(_UNSEEN))
    if folded.endswith("'s") and len(folded) > 2:
        folded = folded[:-2]
    return folded


def stands_alone(text: str, start: int, end: int, language: str) -> bool:
    """Whether `text[start:end]` is no part of something longer that its signs hold together."""
    if text[start - 1 : start] in _APART and text[end : end + 1] in _APART:  # most
        return True
    hyphens = language.partition("-")[0].lower() in COMPOUNDING
    return not (
        _joined(text[start - 1 : start], text[start - 2 : start - 1], hyphens)
        or _joined(text[end : end + 1], text[end + 1 : end + 2], hyphens)
        or text[end : end + 1] in _PART_OF_NAME
    )


def _joined(beside: str, beyond: str, hyphens: bool) -> bool:
    """A sign beside the words, and a letter or digit beyond it."""
    if not beside or not beyond.isalnum():
        return False
    return beside in _JOINING or (not hyphens and beside in _HYPHENS)

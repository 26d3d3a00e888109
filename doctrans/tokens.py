"""Word tokens of any language, as ranges into the text. No dictionary, no model.

Tokens are what alignment links join. White space belongs to none, everything else to exactly one.
A text that is cut at its tags' edges has no token across an edge, so that every tag covers whole
tokens of its own sentence.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from doctrans.model import Range

# Whole in one token, whatever is in them; sentence punctuation at their end is not theirs.
_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"“”„«»]*[^\s<>\"“”„«».,;:!?)\]}'’…]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)

# Scripts that write no spaces between words: one token a character (Unicode blocks).
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # CJK and Kangxi radicals
    (0x3005, 0x3007),  # ideographic iteration mark and number zero
    (0x3041, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # ideographs
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # half-width Katakana
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)

# Over the text's classes (`_Classes`): l letter, d digit, m mark or joiner, i unspaced script,
# . separator inside numbers, ' apostrophe, p other punctuation or symbol, s space.
_TOKEN = re.compile(r"d+(?:\.d+)+(?![lm])|[ld][ldm]*(?:'[l][ldm]*)*|im*|[^s]m*")

# What English hangs on with an apostrophe. Before any other word the apostrophe ends an elided
# article or pronoun (l'homme, qu'il, dell'anno), which is a word of its own.
_CLITICS = frozenset({"s", "t", "d", "m", "re", "ve", "ll"})


def words(text: str, atoms: Sequence[Range] = (), cuts: Collection[int] = ()) -> tuple[Range, ...]:
    """The tokens of `text`, in order.

    Words; numbers with inner `. , : -` and addresses whole; each range of `atoms` whole; each
    character of a script without spaces; each other character by itself. Cut again at `cuts`.
    """
    found: list[Range] = []
    position = 0
    for start, end in _fixed(text, atoms):
        found += _between(text, position, start)
        found.append(Range(start, end))
        position = end
    found += _between(text, position, len(text))
    return tuple(_cut(found, sorted(set(cuts)))) if cuts else tuple(found)


def _fixed(text: str, atoms: Sequence[Range]) -> list[Range]:
    """Atoms, and the addresses that touch none; sorted and disjoint."""
    fixed = [Range(start, end) for start, end in atoms if end > start]
    for match in _ADDRESS.finditer(text) if _may_have_address(text) else ():
        if not any(start < match.end() and match.start() < end for start, end in fixed):
            fixed.append(Range(match.start(), match.end()))
    return sorted(fixed)


def _may_have_address(text: str) -> bool:
    return "@" in text or "//" in text or "www." in text


def _between(text: str, start: int, end: int) -> list[Range]:
    classes = text[start:end].translate(_CLASSES)
    places = [match.span() for match in _TOKEN.finditer(classes)]
    found = [Range(start + first, start + last) for first, last in places]
    if "'" in classes:
        return [part for token in found for part in _elisions(text, *token)]
    return found


def _elisions(text: str, start: int, end: int) -> Iterator[Range]:
    for at in range(start + 1, end - 1):
        if text[at] in "'’" and text[at + 1 : end].casefold() not in _CLITICS:
            yield Range(start, at + 1)
            start = at + 1
    yield Range(start, end)


def _cut(tokens: Sequence[Range], cuts: Sequence[int]) -> Iterator[Range]:
    for start, end in tokens:
        for cut in cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]:
            yield Range(start, cut)
            start = cut
        yield Range(start, end)


class _Classes(dict[int, str]):
    """For `str.translate`: each character is classed once."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _class(chr(code))
        return found


_CLASSES = _Classes()


def _class(char: str) -> str:
    if char.isspace():
        return "s"
    if char in "'’":
        return "'"
    if char in ".,:-":
        return "."
    if any(first <= ord(char) <= last for first, last in _UNSPACED):
        return "i" if unicodedata.category(char)[0] == "L" else "m" if _joins(char) else "p"
    category = unicodedata.category(char)
    if category[0] == "L" or char == "_":
        return "l"
    if category == "Nd":
        return "d"
    if category[0] == "N":
        return "l"
    return "m" if _joins(char) else "p"


def _joins(char: str) -> bool:
    """Marks, and invisible signs inside words: soft hyphen, joiners, variation selectors."""
    return unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}


def is_word(text: str) -> bool:
    """Whether a token says something: it holds a letter, a digit, or a sign such as € or ®."""
    if text[:1].isalpha():
        return True
    return any(
        _CLASSES[ord(char)] in "ldi" or unicodedata.category(char)[0] == "S" for char in text
    )

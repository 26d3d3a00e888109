"""Text and the tokens in it as one string for the tokenizer: where white space goes.

Words look alike beside a tag and without one: white space before an opening or closing tag moves
behind it, so that `Click <1>here</1> now` is `▁Click <1> ▁here </1> ▁now`. `▁` then says that a
space stands between two words, and not on which side of the tag; points keep theirs, since both of
their sides can have one.
"""

from __future__ import annotations

from collections.abc import Sequence

from doctrans.engines.ctranslate2.tokenizer import SPACE, Encoded
from doctrans.model import Range


class Token(str):
    """A token of the vocabulary among strings of text. One that ends in `/>` is a point."""

    __slots__ = ()


class Aside(str):
    """Text that is not of the sentence: a term's translation, the sentence before."""

    __slots__ = ()


def compose(atoms: Sequence[str], lean: bool = True) -> tuple[str, tuple[Range, ...]]:
    """One string, and the ranges of it that are tokens; without `lean` white space stays.

    >>> compose(["Click ", Token("<1>"), "here", Token("</1>"), " now"])[0]
    'Click<1> here</1> now'
    >>> compose(["a ", Token("<1/>"), " b"])[0]
    'a <1/> b'
    """
    parts: list[str] = []
    ranges: list[Range] = []
    length = 0
    owed = lean  # white space that stood before a tag; before the text, the one that all begin with
    for atom in atoms:
        if isinstance(atom, Token):
            if atom.endswith("/>"):
                if owed and parts:
                    parts.append(" ")
                    length += 1
                owed = False
            elif lean and parts and parts[-1].endswith(" "):
                kept = parts[-1].rstrip(" ")
                length -= len(parts[-1]) - len(kept)
                parts[-1] = kept
                owed = True
            ranges.append(Range(length, length + len(atom)))
        elif not atom:
            continue
        elif owed and parts:
            atom = atom if atom.startswith(" ") else f" {atom}"
        owed = owed and isinstance(atom, Token)
        parts.append(atom)
        length += len(atom)
    return "".join(parts), tuple(ranges)


def places(atoms: Sequence[str], composed: str) -> list[int]:
    """For each character of what `compose` made of the atoms, where it is in their own text; -1: of
    a token or an aside, or a space."""
    flat: list[int] = []
    position = 0
    for atom in atoms:
        if isinstance(atom, Token | Aside):
            flat += [-1] * (len(atom) - atom.count(" "))
        else:
            flat += [position + i for i, char in enumerate(atom) if char != " "]
            position += len(atom)
    solid = iter(flat)  # white space moves, everything else keeps its order
    return [-1 if char == " " else next(solid) for char in composed]


def without_lone_start(encoded: Encoded, begins_with_token: bool) -> Encoded:
    """Without the `▁` of its own that SentencePiece puts before a text that begins with a token."""
    if begins_with_token and encoded.pieces and encoded.pieces[0] == SPACE:
        return Encoded(encoded.pieces[1:], encoded.ranges[1:])
    return encoded

"""Texts as their notations cut and freeze them, to be read."""

from __future__ import annotations

from doctrans import reading, sentences
from doctrans.constraints import notations
from doctrans.constraints.freezing import freeze
from doctrans.model import Tagged
from tests.notation import tagged


def pieces(notation: str, *others: str) -> list[str]:
    """What is translated by itself: `<…>` around what is frozen, `«…»` around what marks hold.
    `others` are further texts of its document."""
    languages = notations.languages((notation, *others))
    return [_shown(piece) for piece in sentences.apart(frozen(tagged(notation), languages))]


def frozen(value: Tagged, languages: frozenset[str] = frozenset()) -> Tagged:
    found = notations.marks(value, languages=languages)
    return freeze(value, found.frozen, found.pairs, found.cuts)


def _shown(piece: Tagged) -> str:
    shown = reading.notation(piece)
    for tag in piece.tags:
        if tag.equiv:
            shown = shown.replace(f"<{tag.id}/>", f"<{tag.equiv}>")
        elif tag.equiv_end:
            shown = shown.replace(f"<{tag.id}>", "«").replace(f"</{tag.id}>", "»")
    return shown

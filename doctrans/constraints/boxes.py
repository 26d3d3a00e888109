"""Boxes to tick in a line (`☐ Yes ☐ No`): what stands between them are options, each a text by
itself, and no words of a sentence.
"""

from __future__ import annotations

import re

from doctrans.model import BOX, Range, Span

_BOXES = "\u2610-\u2612\u25a1\u25a2\u25fb\u2750-\u2752\u2b1c\U0001f5f5\U0001f5f7\U0001f5f9"
_BOX = re.compile(f"[{_BOXES}]")
# A character that is lost; a sign that is spoken of.
_OTHER = re.compile(
    f"[a-z][{_BOXES}](?=[a-z])|[\"'\u201c\u2018\u201e\u00ab(\\[][{_BOXES}](?=[\"'\u201d\u2019\u201c\u00bb)\\]])"
)


def ranges(text: str) -> tuple[Range, ...]:
    """Where those of a text stand that are characters.

    >>> [text[slice(*place)] for text in ("☐ Yes ☒ No", "na□ve") for place in ranges(text)]
    ['☐', '☒']
    """
    if text.isascii():  # most
        return ()
    others = {match.end() - 1 for match in _OTHER.finditer(text)}
    return tuple([Range(*m.span()) for m in _BOX.finditer(text) if m.start() not in others])


def is_one(span: Span) -> bool:
    """Whether it is one of the document's, no character."""
    return bool(span.tags) and span.tags[-1].name == BOX

"""The raised letters of English ordinals, `1<sup>st</sup>`, which other languages have not, or have
others of: an engine gets the ordinal in one piece, and what is raised in French is raised again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from doctrans import spans
from doctrans.model import Range, Span, Tag, Tagged, TagKind

_ENGLISH = re.compile(r"(?:st|nd|rd|th)", re.IGNORECASE)
_RAISED = re.compile(r"(?<=[\dIVX])(?:i?er|i?ère|re|nde?|e|i?ème)(?!\w)")  # *1er*, *XXIe*


def marks(tagged: Tagged) -> tuple[Tag, ...]:
    """The tags that hold nothing but such letters, behind a digit.

    >>> tag = Tag(1, TagKind.PAIR, "sup")
    >>> marks(Tagged("1st", (Span(0, 1), Span(1, 3, (tag,))))) == (tag,)
    True
    """
    if not tagged.tags:
        return ()
    found = []
    for tag, places in spans.all_islands(tagged).items():
        start, end = places[0]
        alone = len(places) == 1 and tag.kind is TagKind.PAIR and tagged.text[:start][-1:].isdigit()
        if alone and _ENGLISH.fullmatch(tagged.text[start:end]):
            found.append(tag)
    return tuple(found)


def placed(target: Tagged, tags: Sequence[Tag]) -> Tagged:
    """The target with the tags on its own raised letters, if it has some for each of them; else
    without."""
    places = [Range(*match.span()) for match in _RAISED.finditer(target.text)]
    if len(places) != len(tags):
        return target
    parts: list[Span] = []
    for span in target.spans:
        at = span.start
        for tag, (start, end) in zip(tags, places, strict=True):
            if at <= start < end <= span.end:
                parts += [Span(at, start, span.tags)] if at < start else []
                parts.append(Span(start, end, (*span.tags, tag)))
                at = end
        if at < span.end or span.start == span.end:
            parts.append(Span(at, span.end, span.tags))
    made = Tagged(target.text, tuple(parts))
    return made if set(tags) <= set(made.tags) else target

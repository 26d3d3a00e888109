"""Marks that lean on what follows: a deleted word before the one put in for it, an icon before its
link. A model may lose its way between two tags, and there is nothing to decide: they are left out
of a request, and stand before the same tag again.

The law of this module: `placed(spans.strip(t, leaning(t)), leaning(t)) == t`.
"""

from __future__ import annotations

from collections.abc import Mapping

from doctrans.model import CODE, Span, Tag, Tagged, TagKind


def leaning(tagged: Tagged) -> dict[Tag, Tag]:
    """POINTs that show nothing, behind a space, and the WHOLE that begins right behind each."""
    found: dict[Tag, Tag] = {}
    ahead: tuple[Tag, ...] = ()
    for span in reversed(tagged.spans) if tagged.tags else ():
        if span.start < span.end:
            ahead = span.tags
        elif _leans(tagged.text, span, ahead):
            found[span.tags[-1]] = ahead[len(span.tags) - 1]
        else:
            ahead = ()
    return dict(reversed(found.items()))


def _leans(text: str, span: Span, ahead: tuple[Tag, ...]) -> bool:
    *outer, point = span.tags
    return (
        point.kind is TagKind.POINT
        and not point.equiv
        and point.name != CODE
        and text[max(0, span.start - 1) : span.start].isspace()
        and list(ahead[: len(outer)]) == outer
        and len(ahead) > len(outer)
        and ahead[len(outer)].kind is TagKind.WHOLE
    )


def placed(tagged: Tagged, leaning: Mapping[Tag, Tag]) -> Tagged:
    """With them before their WHOLEs, each of which the text has."""
    waiting: dict[Tag, list[Tag]] = {}
    for point, whole in leaning.items():
        waiting.setdefault(whole, []).append(point)
    parts: list[Span] = []
    for span in tagged.spans:
        for depth, tag in enumerate(span.tags):
            points = waiting.pop(tag, ())
            parts += [Span(span.start, span.start, (*span.tags[:depth], p)) for p in points]
        parts.append(span)
    return Tagged(tagged.text, tuple(parts))

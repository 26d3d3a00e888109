"""Tagged text as a person reads it: with what its POINTs stand for, and in plain notation.

The law of this module: `dematerialise(*materialise(t)) == t`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping

from doctrans import spans
from doctrans.model import Span, Tag, Tagged, TagKind


def readable(tagged: Tagged) -> str:
    """The text as a person reads it: with what POINTs stand for."""
    if not tagged.tags:
        return tagged.text
    return "".join(text for _, text in readable_parts(tagged))


def readable_parts(tagged: Tagged) -> list[tuple[Span, str]]:
    """Each span and what a person reads there."""
    return [
        (span, tagged.text[span.start : span.end] or span.tags[-1].equiv) for span in tagged.spans
    ]


def moved(tagged: Tagged) -> Callable[[int], int]:
    """From the place of a character in the text to its place in `readable`."""
    starts: list[int] = []  # of the spans with text, in the text
    shifts: list[int] = []  # of each, by what is written out before it
    shift = 0
    for span in tagged.spans:
        if span.start == span.end:
            shift += len(span.tags[-1].equiv)
        else:
            starts.append(span.start)
            shifts.append(shift)
    return lambda at: at + shifts[bisect_right(starts, at) - 1]


def materialise(tagged: Tagged) -> tuple[Tagged, dict[int, Tag]]:
    """POINTs that stand for readable text become that text under a WHOLE of the same id.

    For engines that read no placeholders: they see the sentence as a person does. Returns the
    text and, by id, the POINTs to put back.
    """
    parts: list[Tagged] = []
    replaced: dict[int, Tag] = {}
    for span in tagged.spans:
        point = span.tags[-1] if spans.is_point(span) else None
        if point is None or not point.equiv.strip():
            text = tagged.text[span.start : span.end]
            parts.append(Tagged(text, (Span(0, len(text), span.tags),)))
        else:
            replaced[point.id] = point
            stand_in = Tag(point.id, TagKind.WHOLE, point.name)
            stack = (*span.tags[:-1], stand_in)
            parts.append(Tagged(point.equiv, (Span(0, len(point.equiv), stack),)))
    return spans.join(parts), replaced


def dematerialise(tagged: Tagged, points: Mapping[int, Tag]) -> Tagged:
    """The inverse of `materialise`: the text under a stand-in is what the engine made of it, and
    goes."""
    parts: list[Tagged] = []
    done: set[int] = set()
    for span in tagged.spans:
        depth = next((i for i, tag in enumerate(span.tags) if tag.id in points), None)
        if depth is None:
            text = tagged.text[span.start : span.end]
            parts.append(Tagged(text, (Span(0, len(text), span.tags),) if span.tags else ()))
        elif (point := points[span.tags[depth].id]).id not in done:
            done.add(point.id)
            parts.append(Tagged("", (Span(0, 0, (*span.tags[:depth], point)),)))
    return spans.join(parts)


def notation(tagged: Tagged) -> str:
    """`Click <1>here</1><2/>.`: for reports and messages; `<` in the text is written `&lt;`."""
    pieces: list[str] = []
    previous: tuple[Tag, ...] = ()
    for span in tagged.spans:
        closing, opening = spans.diff(previous, span.tags)
        pieces += [f"</{tag.id}>" for tag in closing if tag.kind is not TagKind.POINT]
        pieces += [
            f"<{tag.id}/>" if tag.kind is TagKind.POINT else f"<{tag.id}>" for tag in opening
        ]
        text = tagged.text[span.start : span.end]
        pieces.append(text.replace("&", "&amp;").replace("<", "&lt;"))
        previous = span.tags
    pieces += [f"</{tag.id}>" for tag in reversed(previous) if tag.kind is not TagKind.POINT]
    return "".join(pieces)

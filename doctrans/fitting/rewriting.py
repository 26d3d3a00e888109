"""A segment in other letters, its tags and protected text staying where they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from doctrans.model import Range, Segment, Tagged


def rewritten(segment: Segment, rewrite: Callable[[int, int], str]) -> Segment:
    """With what `rewrite` makes of each stretch of its text, by the stretch's place. What tags
    divide is given part by part, since a line break or a field may stand there; what is protected
    is not given."""
    edges = {0, len(segment.text)}
    edges |= {edge for span in segment.spans for edge in (span.start, span.end)}
    edges |= {edge for place in segment.frozen for edge in place}
    pieces: list[str] = []
    moved = {0: 0}
    for start, end in pairwise(sorted(edges)):
        kept = any(a <= start and end <= b for a, b in segment.frozen)
        pieces.append(segment.text[start:end] if kept else rewrite(start, end))
        moved[end] = moved[start] + len(pieces[-1])
    spans = tuple(
        replace(span, start=moved[span.start], end=moved[span.end]) for span in segment.spans
    )
    frozen = tuple(Range(moved[start], moved[end]) for start, end in segment.frozen)
    return segment.with_tagged(Tagged("".join(pieces), spans), frozen)

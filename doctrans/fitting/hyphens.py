"""Soft hyphens in the words of a segment, its tags and protected text staying where they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from doctrans.layout.hyphenating import inserted
from doctrans.model import Range, Segment, Tagged


def hyphenated(segment: Segment, language: str, words: Collection[str]) -> Segment:
    """With soft hyphens in some words (empty: in all), but not in what is protected; what tags
    divide is hyphenated part by part, since a line break or a field may stand there."""
    edges = {0, len(segment.text)}
    edges |= {edge for span in segment.spans for edge in (span.start, span.end)}
    edges |= {edge for place in segment.frozen for edge in place}
    cuts = sorted(edges)
    pieces = [
        segment.text[start:end]
        if any(a <= start and end <= b for a, b in segment.frozen)
        else inserted(segment.text[start:end], language, words or None)
        for start, end in pairwise(cuts)
    ]
    text = "".join(pieces)
    moved = list(_moved(segment.text, text))
    spans = tuple(
        replace(span, start=moved[span.start], end=moved[span.end]) for span in segment.spans
    )
    frozen = tuple(Range(moved[start], moved[end]) for start, end in segment.frozen)
    return segment.with_tagged(Tagged(text, spans), frozen)


def _moved(before: str, after: str) -> Iterator[int]:
    """Where each position went when soft hyphens came in; they belong to what is before them."""
    there = 0
    for char in before:
        while after[there] != char:
            there += 1
        yield there
        there += 1
    yield len(after)

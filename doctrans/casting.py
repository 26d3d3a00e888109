"""What stands around the sentences of a document and tells who their persons are: the paragraphs
before, markup, and decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from doctrans import reading
from doctrans.constraints.gender.decisions import Key
from doctrans.constraints.gender.settling import WINDOW, Settled
from doctrans.constraints.gender.wishes import Wishes
from doctrans.model import Document, Gender, Segment, SegmentKind
from doctrans.parts import Part


def marks(segment: Segment, part: Part) -> list[tuple[int, int, Gender]]:
    """Ranges of the sentence, as a person reads it, and what markup says of the persons there."""
    whole = len(reading.readable(part.core))
    outer = [segment.gender, *(tag.gender for tag in part.hoisted.outer)]
    found = [(0, whole, gender) for gender in outer if gender]
    if any(tag.gender for tag in part.core.tags):
        place = reading.moved(part.core)
        found += [
            (place(span.start), place(span.start) + span.end - span.start, tag.gender)
            for span in part.core.spans
            for tag in span.tags
            if tag.gender and span.start < span.end
        ]
    return found


def decided(
    persons: tuple[Settled, ...], where: tuple[str, str, str], wishes: Wishes
) -> tuple[Settled, ...]:
    """`where` are document, segment and sentence."""
    made = [wishes.decided.get(Key(*where, one.person.words)) for one in persons]
    return tuple(
        one.decided(wording) if wording else one for one, wording in zip(persons, made, strict=True)
    )


def around(document: Document, texts: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """The sentences before paragraphs that are one sentence: those of the paragraphs before, from
    the heading on; before the first what is said to stand before the document."""
    before: list[str] = [document.before] if document.before else []
    found: dict[str, Sequence[str]] = {}
    for segment in document.segments:
        own = texts[segment.id]
        if segment.kind is SegmentKind.PARAGRAPH:
            if len(own) == 1 or not found:
                found[segment.id] = tuple(before[-WINDOW:])
            before += own
        elif segment.kind is not SegmentKind.ATTRIBUTE:
            before = []
    return found

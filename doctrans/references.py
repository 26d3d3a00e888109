"""References that repeat a heading (a field's result in DOCX) say what the translated heading says.

A heading and a sentence that names it are asked for apart, so that a model may word it in two ways.
What is put into the sentence is what Word puts there when it updates its fields. So it is with a
choice in a sentence: it says what its entry in the list of choices says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from doctrans.model import Note, Range, Segment, SegmentKind, Severity, Span, Tag, Tagged, Way
from doctrans.report import SegmentReport, State

_REPEATED = frozenset(
    {SegmentKind.HEADING, SegmentKind.TITLE, SegmentKind.CAPTION, SegmentKind.LABEL}
)
_UNSURE = frozenset({Way.FALLBACK, Way.DROPPED})


def agree(segments: Sequence[SegmentReport]) -> list[SegmentReport]:
    """The segments of a document, those with references in the words of its headings."""
    if not any(tag.refers for told in segments for tag in told.source.tagged.tags):
        return list(segments)
    headings: dict[str, str] = {}
    for told in segments:
        if told.source.kind in _REPEATED and told.state is State.TRANSLATED:
            said, says = _words(told.source), _words(told.target)
            if said and says:
                headings.setdefault(said, says)
    return [_agreeing(told, headings) for told in segments]


def _words(segment: Segment) -> str:
    """All that a segment says; "" where something in it stands for more."""
    shown = any(tag.equiv.strip() or tag.refers for tag in segment.tagged.tags)
    return "" if shown else segment.text.strip()


def _agreeing(told: SegmentReport, headings: Mapping[str, str]) -> SegmentReport:
    unsure = {placement.tag for placement in told.placements if placement.way in _UNSURE}
    if told.state is not State.TRANSLATED:
        return told
    for tag in told.source.tagged.tags:
        if not tag.refers or tag in unsure:
            continue
        said, place = _under(told.source.tagged, tag), _under(told.target.tagged, tag)
        wanted = headings.get(_text(told.source, said).strip()) if said and place else None
        before = _text(told.target, place).strip()
        if wanted and place and before and before != wanted:
            message = (
                f"“{wanted}” and not “{before}”: so the heading or choice is called elsewhere."
            )
            note = Note("reference", message, Severity.INFO, told.source.id)
            target = _with(told.target, place, wanted)
            told = replace(told, target=target, notes=(*told.notes, note))
    return told


def _under(tagged: Tagged, tag: Tag) -> Range | None:
    """What a tag lies over; None: nothing, or other tags too."""
    found = [span for span in tagged.spans if tag in span.tags]
    if len(found) != 1 or found[0].tags[-1] != tag or found[0].start == found[0].end:
        return None
    return Range(found[0].start, found[0].end)


def _text(segment: Segment, place: Range | None) -> str:
    return segment.text[place.start : place.end] if place else ""


def _with(segment: Segment, place: Range, words: str) -> Segment:
    """The segment with other words in a place that is one span; white space at its edges stays."""
    before = segment.text[place.start : place.end]
    at = place.start + len(before) - len(before.lstrip())
    end = at + len(before.strip())
    more = len(words) - (end - at)

    def moved(position: int) -> int:
        return position + more if position >= end else position

    text = segment.text[:at] + words + segment.text[end:]
    spans = tuple(Span(moved(s.start), moved(s.end), s.tags) for s in segment.tagged.spans)
    frozen = tuple(
        Range(moved(start), moved(stop))
        for start, stop in segment.frozen
        if stop <= at or start >= end
    )
    return segment.with_tagged(Tagged(text, spans), frozen)

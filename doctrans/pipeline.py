"""The order of the stages and nothing else: protect, split, translate, restore, check, join.

Knows ports and stages, never a format, an engine or an aligner. Documents go in, documents come
out; the sentences of all documents given go to the engine together, equal ones once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import checks, sentences, spans
from doctrans.attempts import Answer, Job, answer
from doctrans.constraints import protect
from doctrans.model import (
    Document,
    Note,
    Placement,
    Segment,
    Severity,
    Tag,
    Tagged,
    Way,
)
from doctrans.report import DocumentReport, Result, SegmentReport, State

__all__ = ["Job", "translate"]

_SUREST_FIRST = tuple(Way)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One sentence in its place: what stands around it, and the sentence as it is asked for."""

    hoisted: spans.Hoisted
    core: Tagged  # renumbered: equal sentences are equal values
    names: Mapping[Tag, Tag]  # from the core's tags to the segment's

    @property
    def has_words(self) -> bool:
        return checks.has_words(self.core.text)


def translate(documents: Sequence[Document], job: Job) -> list[Result]:
    """Each document in the words of the target language, and its report."""
    pieces = {
        id(segment): tuple(_split(segment, job))
        for document in documents
        for segment in document.segments
    }
    cores = [piece.core for parts in pieces.values() for piece in parts if piece.has_words]
    answers = answer(cores, job)
    return [
        _result(
            document,
            [_join(segment, pieces[id(segment)], answers) for segment in document.segments],
            job,
        )
        for document in documents
    ]


def _split(segment: Segment, job: Job) -> Iterator[_Piece]:
    """protect, split, hoist."""
    frozen = protect.merge(segment.frozen, protect.protected_ranges(segment.text))
    whole = protect.freeze(segment.tagged, frozen)
    for sentence in sentences.split(whole, job.source, lines=segment.preserve_space):
        for part in sentences.shorten(sentence, job.engine.fits):
            hoisted = spans.hoist(part)
            yield _Piece(hoisted, *spans.renumber(hoisted.core))


def _join(
    segment: Segment, pieces: Sequence[_Piece], answers: Mapping[Tagged, Answer]
) -> SegmentReport:
    """The segment in its new words, each tag accounted for."""
    found = [answers.get(piece.core) if piece.has_words else None for piece in pieces]
    whole = spans.join(
        piece.hoisted.around(
            spans.rename(reply.tagged, piece.names) if reply else piece.hoisted.core
        )
        for piece, reply in zip(pieces, found, strict=True)
    )
    target, frozen = protect.thaw(whole)
    placements = tuple(_placements(segment, pieces, found))
    notes = [replace(n, segment=segment.id) for reply in found if reply for n in reply.notes]
    dropped = {placement.tag for placement in placements if placement.way is Way.DROPPED}
    problems = spans.faults(spans.strip(segment.tagged, dropped), target)
    if problems:
        message = f"The source text stays: {'; '.join(problems)}."
        lost = Note("tags-lost", message, Severity.ERROR, segment.id)
        return SegmentReport(segment, segment, State.KEPT, _unchanged(segment), (*notes, lost))
    done = [reply.translated for reply in found if reply]
    state = _STATES[any(done), all(done)] if done else State.NOTHING
    return SegmentReport(
        segment, segment.with_tagged(target, frozen), state, placements, tuple(notes)
    )


_STATES = {
    (True, True): State.TRANSLATED,
    (True, False): State.PARTIAL,
    (False, False): State.KEPT,
}


def _placements(
    segment: Segment, pieces: Sequence[_Piece], found: Sequence[Answer | None]
) -> Iterator[Placement]:
    """Each tag of the segment once; one over several sentences by its least sure place."""
    weakest: dict[Tag, Placement] = {}
    for piece, reply in zip(pieces, found, strict=True):
        for placement in reply.placements if reply else ():
            tag = piece.names[placement.tag]
            new = replace(placement, tag=tag)
            old = weakest.get(tag, new)
            weakest[tag] = max(old, new, key=_doubt)
    for tag in segment.tagged.tags:
        yield weakest.get(tag, Placement(tag, Way.HOISTED, 1.0))


def _doubt(placement: Placement) -> tuple[int, float]:
    return _SUREST_FIRST.index(placement.way), -placement.confidence


def _unchanged(segment: Segment) -> tuple[Placement, ...]:
    return tuple(Placement(tag, Way.UNCHANGED, 1.0) for tag in segment.tagged.tags)


def _result(document: Document, segments: Sequence[SegmentReport], job: Job) -> Result:
    translated = replace(
        document, language=job.target, segments=tuple(report.target for report in segments)
    )
    report = DocumentReport(job.signature, job.source, job.target, tuple(segments), document.notes)
    return Result(translated, report)

"""The order of the stages and nothing else: protect, split, translate, restore, check, join.

Knows ports and stages, never a format, an engine or an aligner. Documents go in, documents come
out; the sentences of all documents given go to the engine together, equal ones once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from doctrans import (
    addressing,
    casting,
    decency,
    gendering,
    reading,
    respelling,
    sentences,
    spans,
    terminology,
)
from doctrans.attempts import begin
from doctrans.constraints import abbreviations, hours, number_format, postal, protect, salutations
from doctrans.constraints.number_format import NumberFormat
from doctrans.constraints.terms.uses import Outcome
from doctrans.job import Job
from doctrans.model import (
    Document,
    Note,
    Placement,
    Segment,
    Severity,
    Tagged,
    Way,
)
from doctrans.parts import Answer, Part, join_parts
from doctrans.report import DocumentReport, Result, SegmentReport, State, persons, terms
from doctrans.report.values import Alternative

__all__ = ["Draft", "Job", "draft_all", "translate"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A document with an answer for each of its sentences: what its translation is joined from.
    `chosen` are other answers for the sentences of some segments, by segment id."""

    document: Document
    parts: Mapping[str, tuple[Part, ...]]  # by segment id
    answers: Mapping[Tagged, Answer]
    job: Job
    chosen: Mapping[str, Mapping[Tagged, Answer]] = field(default_factory=dict)

    def result(self) -> Result:
        """The document in the words of the target language, and its report."""
        reports = [self.segment(segment) for segment in self.document.segments]
        return _result(self.document, reports, self.job)

    def reworded(self, plain: Result, instead: Mapping[str, Mapping[Tagged, Answer]]) -> Result:
        """`plain`, which is the `result`, with other answers for some segments; they go before
        what was chosen."""
        reports = [
            self.segment(told.source, instead[told.source.id])
            if told.source.id in instead
            else told
            for told in plain.report.segments
        ]
        return _result(self.document, reports, self.job)

    def segment(
        self, segment: Segment, instead: Mapping[Tagged, Answer] | None = None
    ) -> SegmentReport:
        """One of its segments."""
        others = {**self.chosen.get(segment.id, {}), **(instead or {})}
        answers = {**self.answers, **others} if others else self.answers
        return _join(segment, self.parts[segment.id], answers, self.job.numbers)


def translate(documents: Sequence[Document], job: Job) -> list[Result]:
    """Each document in the words of the target language, and its report."""
    return [draft.result() for draft in draft_all(documents, job)]


def draft_all(
    documents: Sequence[Document], job: Job, meanwhile: Callable[[], None] = lambda: None
) -> list[Draft]:
    """Answers for the sentences of all documents, in one call of the engine; `meanwhile` is done
    while it is at work."""
    parts = [
        {segment.id: tuple(_split(segment, job)) for segment in document.segments}
        for document in documents
    ]
    cores = [
        part.core
        for of_document in parts
        for found in of_document.values()
        for part in found
        if part.has_words
    ]
    known = {core: Answer(Tagged(told)) for core in set(cores) if (told := _known(core, job))}
    asked = begin([core for core in cores if core not in known], job)
    persons = casting.find(documents, parts, job.gender, job.source, job.target)
    meanwhile()
    answers: Mapping[Tagged, Answer] = {**asked.answers(), **known}
    for better in BETTER:
        answers = better(answers, job)
    answers, chosen = gendering.settle(persons, answers, job)
    return [
        Draft(document, of_document, answers, _counting(document, job), own)
        for document, of_document, own in zip(documents, parts, chosen, strict=True)
    ]


def _known(core: Tagged, job: Job) -> str | None:
    """A text that is said by rule, for which no engine is needed."""
    if core.tags or (job.glossary and job.glossary.wanted(core)):
        return None
    said = (rule(core.text, job.source, job.target) for rule in BY_RULE)
    return next((text for text in said if text is not None), None)


# Texts of nothing but times of day, an abbreviation with its number, the salutation of a letter.
BY_RULE = (hours.said, abbreviations.said, salutations.said)


# What becomes of answers that are good in themselves: each gives some sentences better ones.
BETTER = (respelling.spell, terminology.enforce, addressing.agree, decency.clean)


def _counting(document: Document, job: Job) -> Job:
    """With what the document tells of its numbers."""
    if job.numbers is None:
        return job
    texts = (segment.text for segment in document.segments)
    return replace(job, numbers=number_format.within(job.numbers, texts))


def _split(segment: Segment, job: Job) -> Iterator[Part]:
    """protect, split, hoist."""
    frozen = protect.merge(
        segment.frozen,
        protect.protected_ranges(segment.text),
        protect.foreign_ranges(segment.text, job.source),
        postal.ranges(segment.text, job.source),
        job.glossary.kept(segment.tagged) if job.glossary else (),
    )
    whole = protect.freeze(segment.tagged, frozen)
    for sentence in sentences.split(whole, job.source, lines=segment.preserve_space):
        times = hours.after_label(sentence.text, job.source, job.target)
        for piece in sentences.cut(sentence, times):
            for part in sentences.shorten(piece, job.engine.fits):
                yield Part.of(part)


def _join(
    segment: Segment,
    parts: Sequence[Part],
    answers: Mapping[Tagged, Answer],
    numbers: NumberFormat | None,
) -> SegmentReport:
    """The segment in its new words, each tag accounted for."""
    joined = join_parts(parts, answers, segment.tagged)
    done = [answers[part.core].translated for part in parts if part.has_words]
    put = joined.tagged
    if numbers and all(done):  # text that stays in its language keeps its numbers
        kept = [words for use in joined.uses for words in (use.hit.target, use.hit.entry.source)]
        put = number_format.localized(put, numbers, segment.text, kept)
    target, frozen = protect.thaw(put)
    notes = tuple([replace(note, segment=segment.id) for note in joined.notes])
    dropped = {placement.tag for placement in joined.placements if placement.way is Way.DROPPED}
    problems = spans.faults(spans.strip(segment.tagged, dropped), target)
    if problems:
        message = f"The source text stays: {'; '.join(problems)}."
        lost = Note("tags-lost", message, Severity.ERROR, segment.id)
        unchanged = tuple(Placement(tag, Way.UNCHANGED, 1.0) for tag in segment.tagged.tags)
        missed = tuple([replace(use, outcome=Outcome.MISSED) for use in joined.uses])
        notes = (*notes, lost, *terms.notes(missed, segment.id))
        return SegmentReport(segment, segment, State.KEPT, unchanged, notes, terms=missed)
    state = _STATES[any(done), all(done)] if done else State.NOTHING
    changed = segment.with_tagged(target, frozen)
    notes = (
        *notes,
        *terms.notes(joined.uses, segment.id),
        *persons.notes(joined.persons, segment.id),
    )
    return SegmentReport(
        segment,
        changed,
        state,
        joined.placements,
        notes,
        terms=joined.uses,
        persons=joined.persons,
        alternatives=tuple(_alternatives(segment, parts, answers, numbers)),
    )


def _alternatives(
    segment: Segment,
    parts: Sequence[Part],
    answers: Mapping[Tagged, Answer],
    numbers: NumberFormat | None,
) -> Iterator[Alternative]:
    """The segment with each other wording of each sentence."""
    cores = dict.fromkeys(part.core for part in parts if part.has_words)
    if not any(answers[core].wordings for core in cores):
        return
    bare = {core: replace(answers[core], wordings=()) for core in cores}
    for core in cores:
        for wording, other in answers[core].wordings:
            said = _join(segment, parts, {**bare, core: other}, numbers)
            if said.state is not State.KEPT:
                yield Alternative(wording, reading.readable(core), said.target)


_STATES = {
    (True, True): State.TRANSLATED,
    (True, False): State.PARTIAL,
    (False, False): State.KEPT,
}


def _result(document: Document, segments: Sequence[SegmentReport], job: Job) -> Result:
    translated = replace(
        document,
        language=job.target,
        source_language=job.source,
        typography=None,
        segments=tuple(report.target for report in segments),
    )
    report = DocumentReport(job.signature, job.source, job.target, tuple(segments), document.notes)
    return Result(translated, report)

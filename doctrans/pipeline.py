"""The order of the stages and nothing else: protect, split, translate, restore, check, join.

Knows ports and stages, never a format, an engine or an aligner. Documents go in, documents come
out; the sentences of all documents given go to the engine together, equal ones once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from doctrans import (
    addressing,
    articles,
    casting,
    decency,
    gendering,
    reading,
    references,
    sentences,
    soft_hyphens,
    spans,
    terminology,
)
from doctrans.attempts import begin
from doctrans.constraints import (
    abbreviations,
    closings,
    dates,
    freezing,
    hours,
    notations,
    number_format,
    protect,
    salutations,
    shortcodes,
    typography,
    verbatim,
)
from doctrans.constraints.terms.uses import Outcome, Use
from doctrans.constraints.world import places
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
        return _join(segment, self.parts[segment.id], answers, self.job)


def translate(documents: Sequence[Document], job: Job) -> list[Result]:
    """Each document in the words of the target language, and its report."""
    return [draft.result() for draft in draft_all(documents, job)]


def draft_all(
    documents: Sequence[Document], job: Job, meanwhile: Callable[[], None] = lambda: None
) -> list[Draft]:
    """Answers for the sentences of all documents, in one call of the engine; `meanwhile` is done
    while it is at work."""
    parts = [
        {segment.id: tuple(_split(segment, job, *known)) for segment in document.segments}
        for document in documents
        for texts in [[segment.text for segment in document.segments]]
        for known in [(shortcodes.closed(texts), notations.languages(texts))]
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


# Texts of nothing but times of day, an abbreviation with its number, the salutation or the closing
# of a letter, or the name of a place.
BY_RULE = (hours.said, abbreviations.said, salutations.said, closings.said, places.said)


# What becomes of answers that are good in themselves: each gives some sentences better ones.
BETTER = (terminology.enforce, articles.agree, addressing.agree, decency.clean)


def _counting(document: Document, job: Job) -> Job:
    """With what the document tells of its numbers and dates."""
    texts = [segment.text for segment in document.segments]
    own = document.language or ""
    first = dates.order(texts, own if "-" in own else job.source)
    numbers = number_format.within(job.numbers, texts) if job.numbers else None
    return job if not (first or numbers) else replace(job, dates=first, numbers=numbers)


def _split(
    segment: Segment, job: Job, names: frozenset[str], languages: frozenset[str]
) -> Iterator[Part]:
    """protect, split, hoist. `names` are those of the document's shortcodes, `languages` those of
    its templates."""
    segment = soft_hyphens.dropped(segment)
    frozen = protect.merge(
        segment.frozen,
        verbatim.ranges(segment.tagged, job.source),
        job.glossary.kept(segment.tagged) if job.glossary else (),
    )
    marks = notations.marks(segment.tagged, frozen, names, languages)
    whole = freezing.freeze(segment.tagged, marks.frozen, marks.pairs, marks.cuts)
    for stretch in sentences.apart(whole):
        for sentence in sentences.split(stretch, job.source, lines=segment.preserve_space):
            times = hours.after_label(sentence.text, job.source, job.target)
            for piece in sentences.cut(sentence, times):
                for part in sentences.shorten(piece, job.engine.fits):
                    yield Part.of(part)


def _join(
    segment: Segment,
    parts: Sequence[Part],
    answers: Mapping[Tagged, Answer],
    job: Job,
) -> SegmentReport:
    """The segment in its new words, each tag accounted for."""
    joined = join_parts(parts, answers, segment.tagged)
    done = [answers[part.core].translated for part in parts if part.has_words]
    put = joined.tagged
    if not any(done) and soft_hyphens.HYPHEN in segment.text:  # they go where words are translated
        put = freezing.freeze(segment.tagged, segment.frozen)
    elif job.numbers and all(done):  # text that stays in its language keeps its numbers
        kept = [words for use in joined.uses for words in (use.hit.target, use.hit.entry.source)]
        put = number_format.localized(put, job.numbers, segment.text, kept)
    if all(done) and not _begins_with_other(segment, put, joined.uses):
        put = typography.begun_like(segment.text, put, job.target)
    target, frozen = freezing.thaw(put)
    target = dates.written(target, frozen, job.dates, job.target)
    notes = tuple([replace(note, segment=segment.id) for note in joined.notes])
    if job.dates is None and (unknown := dates.ambiguous(segment.text)):
        message = f"Which is the day is not known; as in the source: {', '.join(unknown)}."
        notes = (*notes, Note(dates.AMBIGUOUS, message, Severity.INFO, segment.id))
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
        alternatives=tuple(_alternatives(segment, parts, answers, job)),
    )


def _begins_with_other(segment: Segment, target: Tagged, uses: Sequence[Use]) -> bool:
    """Whether a text, or its translation, begins with what is protected or the customer's term."""
    first = target.spans[:1]
    return (
        any(place.start == 0 for place in segment.frozen)
        or any(span.start == span.end for span in (*first, *segment.spans[:1]))
        or any(target.text.startswith(use.hit.target) for use in uses)
    )


def _alternatives(
    segment: Segment,
    parts: Sequence[Part],
    answers: Mapping[Tagged, Answer],
    job: Job,
) -> Iterator[Alternative]:
    """The segment with each other wording of each sentence."""
    cores = dict.fromkeys(part.core for part in parts if part.has_words)
    if not any(answers[core].wordings for core in cores):
        return
    bare = {core: replace(answers[core], wordings=()) for core in cores}
    for core in cores:
        for wording, other in answers[core].wordings:
            said = _join(segment, parts, {**bare, core: other}, job)
            if said.state is not State.KEPT:
                yield Alternative(wording, reading.readable(core), said.target)


_STATES = {
    (True, True): State.TRANSLATED,
    (True, False): State.PARTIAL,
    (False, False): State.KEPT,
}


def _result(document: Document, reports: Sequence[SegmentReport], job: Job) -> Result:
    segments = references.agree(reports)
    translated = replace(
        document,
        language=job.target,
        source_language=job.source,
        typography=None,
        segments=tuple(report.target for report in segments),
    )
    notes = (*document.notes, *_numbers_kept(segments, job))
    report = DocumentReport(job.signature, job.source, job.target, tuple(segments), notes)
    return Result(translated, report)


def _numbers_kept(reports: Sequence[SegmentReport], job: Job) -> Iterator[Note]:
    """Tells of numbers that stay as English writes them, since nobody asked for others: models
    write those in their sentences as they like."""
    format = None if job.numbers else number_format.known(job.source, job.target)
    if not format:
        return
    format = number_format.within(format, [told.source.text for told in reports])
    found = [
        number
        for told in reports
        for number in number_format.as_in_source(told.source.text, told.target.text, format)
    ]
    if found:
        other = number_format.written(found[0], format)
        message = (
            f"Numbers stay as English writes them: {len(found):,}, such as {found[0]}; "
            f"localize_numbers has {other}."
        )
        yield Note("numbers-as-in-source", message, Severity.INFO)

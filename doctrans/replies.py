"""What an engine says, as answers: tags in their places, capitals back, a batch at a time.

A plain translation of a sentence with tags is aligned with its source and the tags are projected;
so is one that lost a single placeholder. Whatever is asked of a sentence, names that were lost once
are held (`Job.held`), and it is told what lost places are called (`Job.placed`); times and days are
put as models read them most surely (`preediting`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import replace
from typing import Any, TypeAlias

from doctrans import capitals, leaning
from doctrans.constraints import capital_runs, ordinal_marks
from doctrans.constraints.terms.uses import Method
from doctrans.errors import ModelError
from doctrans.job import Job
from doctrans.model import Hypothesis, Link, Note, Placement, Request, Severity, Tagged, Way
from doctrans.parts import Answer
from doctrans.plain import Plain
from doctrans.putting import holding, naming, preedited, without_leaning, without_marks
from doctrans.ways import Ask

_Put: TypeAlias = tuple[Ask, Ask]  # what was asked, and as it was put to the engine


def replied(asks: Sequence[Ask], job: Job) -> Iterator[list[tuple[Ask, Iterable[Answer]]]]:
    """What came back for each ask with the tags in place, best first: as the engine gets ready, in
    batches with one aligner call each. Equal requests go once. Raises ModelError for an engine
    that leaves a request unanswered."""
    groups: dict[Request, list[_Put]] = {}
    for ask in asks:
        put = ask
        if called := job.placed.get(ask.core):
            put = naming(put, called, job.engine)
        if names := job.held.get(ask.core):
            put = holding(put, names, job.engine)
        put = preedited(without_leaning(without_marks(put)), job.source, job.target)
        groups.setdefault(put.request, []).append((ask, put))
    if not groups:
        return iter(())
    answers = job.engine.translate(list(groups), job.source, job.target)
    return _shared(list(groups.values()), answers, job)


def _shared(
    sharing: Sequence[Sequence[_Put]],
    answers: Iterator[Mapping[int, tuple[Hypothesis, ...]]],
    job: Job,
) -> Iterator[list[tuple[Ask, Iterable[Answer]]]]:
    """`sharing` are the asks of each request."""
    pending = set(range(len(sharing)))
    for some in _checked(answers, job):
        new = {index: found for index, found in some.items() if index in pending and found}
        pending -= new.keys()
        yield list(
            _read([(put, found) for index, found in new.items() for put in sharing[index]], job)
        )
    if pending:
        raise ModelError(f"The engine {job.engine.name} left {len(pending)} requests unanswered.")


def _checked(answers: Any, job: Job) -> Iterator[Mapping[int, tuple[Hypothesis, ...]]]:
    """The answers of an engine, which may be anybody's. Raises ModelError for what is none."""
    for some in answers if isinstance(answers, Iterable) else [answers]:
        found = some.values() if isinstance(some, Mapping) else [[some]]
        wrong = [h for answer in found for h in answer if not isinstance(h, Hypothesis)]
        if wrong:
            raise ModelError(
                f"The engine {job.engine.name} answered with a {type(wrong[0]).__name__}.",
                hint="It has to give hypotheses, by the index of their request: see "
                "doctrans.ports.Engine.",
            )
        yield some


def _aligned(plain: Sequence[Plain], job: Job) -> list[tuple[Link, ...]]:
    """Raises ModelError for an aligner that leaves one out."""
    found = job.aligner.align([p.bitext for p in plain], job.source, job.target)
    if not isinstance(found, Sized) or len(found) != len(plain):
        raise ModelError(
            f"The aligner {job.aligner.name} did not answer for each pair of texts.",
            hint="It has to give links for each: see doctrans.ports.Aligner.",
        )
    return found


def _read(
    answered: Sequence[tuple[_Put, tuple[Hypothesis, ...]]], job: Job
) -> Iterator[tuple[Ask, Iterable[Answer]]]:
    plain = [
        Plain.of(put.sentence, hypothesis)
        for (_, put), hypotheses in answered
        for hypothesis in hypotheses
        if _is_projected(put, hypothesis)
    ]
    projected = zip(plain, _aligned(plain, job) if plain else [], strict=True)
    for (ask, put), hypotheses in answered:
        found_here = []
        for h in hypotheses:
            if _is_projected(put, h):
                way, links = next(projected)
                reply = replace(way.answer(links), score=h.score).noting(_cut_short(h))
                found_here.append(reply.renamed(put.names))
            elif h.spans is not None:
                found_here.append(_natively(put, h))
            elif not put.native:
                found_here.append(Answer(Tagged(h.text), notes=_cut_short(h), score=h.score))
        if put.capitals:
            found_here = [replace(r, tagged=capitals.raised(r.tagged)) for r in found_here]
        elif put.raised:
            found_here = [_raised(r, put) for r in found_here]
        if put.marks:
            found_here = [_marked(r, put) for r in found_here]
        if put.leaning:
            found_here = [_leaning(r, put) for r in found_here]
        if ask.annotated:
            found_here = [replace(reply, method=Method.ANNOTATED) for reply in found_here]
        yield ask, found_here


def _is_projected(put: Ask, hypothesis: Hypothesis) -> bool:
    """Whether the tags go where the attention says: of a plain translation, and of one that lost a
    single placeholder, whose words are good."""
    if put.native:
        return hypothesis.nearly and hypothesis.attention is not None
    return bool(put.sentence.tags)


def _raised(reply: Answer, ask: Ask) -> Answer:
    kept = tuple([p for p in reply.placements if p.tag.name != capital_runs.NAME])
    return replace(reply, tagged=capital_runs.raised(reply.tagged, ask.raised), placements=kept)


def _marked(reply: Answer, ask: Ask) -> Answer:
    """With the raised letters of its ordinals, or without any where its language has none."""
    tagged = ordinal_marks.placed(reply.tagged, ask.marks)
    placements = tuple(
        [
            Placement(tag, Way.ANCHORED if tag in tagged.tags else Way.DROPPED, 1.0)
            for tag in ask.marks
        ]
    )
    return replace(reply, tagged=tagged, placements=(*reply.placements, *placements))


def _leaning(reply: Answer, ask: Ask) -> Answer:
    tagged = leaning.placed(reply.tagged, ask.leaning)
    placements = [Placement(tag, Way.ANCHORED, 1.0) for tag in ask.leaning]
    return replace(reply, tagged=tagged, placements=(*reply.placements, *placements))


def _natively(ask: Ask, hypothesis: Hypothesis) -> Answer:
    tagged = Tagged(hypothesis.text, hypothesis.spans or ())
    placements = tuple(Placement(tag, Way.NATIVE, 1.0) for tag in ask.sentence.tags)
    return Answer(tagged, placements, _cut_short(hypothesis), score=hypothesis.score)


def _cut_short(hypothesis: Hypothesis) -> tuple[Note, ...]:
    if hypothesis.finished:
        return ()
    return (Note("cut-short", "The engine stopped before its sentence ended.", Severity.ERROR),)

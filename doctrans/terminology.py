"""Sentences whose answers miss terms get better ones, in the gentlest way that there is.

An engine that understands terms was told those that it does not say by itself with the first
request (`ways.first`); of the two likeliest wordings of any other the one that has more terms was
taken. So most sentences need nothing more, and cost nothing more. For what is missed all the same
the ways in `STEPS` are gone through: told in another way than the first; then terms against the
engine's own choice (`forcing`).
An answer is taken for a better one only if it misses fewer terms and passes every check.

Hard constraints on whole sentences (grid beam search) are not used: they cost a multiple and write
terms where they do not belong (Dinu et al. 2019; Post and Vilar 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from doctrans import forcing
from doctrans.attempts import acceptable
from doctrans.constraints.terms.uses import Method
from doctrans.job import Job
from doctrans.model import Tagged
from doctrans.parts import Answer
from doctrans.ways import BOTH, Ask, as_it_is, as_plain, with_terms

_Answers = Mapping[Tagged, Answer]


def enforce(answers: _Answers, job: Job) -> dict[Tagged, Answer]:
    """The same answers, better ones where terms are missed."""
    better = dict(answers)
    if not job.glossary:
        return better
    for step in STEPS:
        lacking = {c: a for c, a in better.items() if a.missed and a.translated}
        if not lacking:
            break
        for core, answer in step(lacking, job):
            if answer.missed < better[core].missed:
                better[core] = answer
    return better


def _chosen(lacking: _Answers, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """Of several candidates the one that misses the fewest terms, then the likeliest; of sentences
    that can be asked for in another way than the first time."""
    asks = [ask for core, answer in lacking.items() for ask in _anew(core, answer, job)]
    found: dict[Tagged, list[Answer]] = {}
    for ask, some in acceptable(asks, job):
        found.setdefault(ask.core, []).extend(some)
    for core, some in found.items():
        if some:
            best = min(some, key=lambda answer: (answer.missed, answer.doubtful, -answer.score))
            told = best.method is not lacking[core].method
            yield core, best.instead_of(lacking[core], best.method if told else Method.CHOSEN)


def _anew(core: Tagged, answer: Answer, job: Job) -> Iterator[Ask]:
    """Told the terms, where it was thought to say them by itself; kept from the forbidden words
    that were used; as plain text, where a tag keeps the engine from being told a term."""
    first = with_terms(as_it_is(core, job.engine), job.glossary, job.engine)
    if without := _forbidden(answer):
        ask = replace(first, request=replace(first.request, without=without))
        if job.engine.accepts(ask.request):
            yield ask.wider()
    elif first.annotated and answer.method is Method.NOTHING:
        yield first.wider(BOTH)
    if core.tags:
        plain = with_terms(as_plain(core, job.engine), job.glossary, job.engine)
        if len(plain.request.instructions.terms) > len(first.request.instructions.terms):
            yield plain.wider()


def _forbidden(answer: Answer) -> tuple[str, ...]:
    """What a search is to avoid: all that is forbidden, if something of it was used."""
    used = any(use.forbidden for use in answer.uses)
    return tuple(word for use in answer.uses if used for word in use.hit.entry.forbidden)


# The gentlest first.
STEPS: tuple[Callable[[_Answers, Job], Iterable[tuple[Tagged, Answer]]], ...] = (
    _chosen,
    forcing.forced,
)

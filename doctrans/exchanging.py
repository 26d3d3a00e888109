"""Answers with the words for some of their persons in another gender, and all else as it was.

Where an engine says nothing that will do, and where a sentence speaks of persons of several
genders, whom no instruction tells apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from doctrans import reading, spans
from doctrans.casting import Case
from doctrans.constraints.gender import agreement, exchanged, shown
from doctrans.constraints.gender.settling import Settled
from doctrans.job import Job
from doctrans.judging import with_uses
from doctrans.model import Gender
from doctrans.nouns import scores
from doctrans.parts import Answer


def reworded(
    case: Case, base: Answer, some: Sequence[Settled], gender: Gender, job: Job
) -> Answer | None:
    """An answer to the sentence with other words for some of its persons; None where it has no
    words for them alone, or something else may have to change."""
    language, roles = shown.known(job.target), case.alone(some)
    if language is None or not roles:
        return None
    source, before = reading.readable(case.core), reading.readable(base.tagged)
    if len(case.persons) == 1:
        roles = [*roles, *exchanged.strangers(source, before, language, roles)]
    texts = exchanged.texts(source, before, language, roles, gender)
    for after in _likeliest_first(source, texts, job):
        tagged = reading.rewritten(base.tagged, after)
        if tagged is None or spans.faults(base.tagged, tagged):
            continue
        made = with_uses(case.core, replace(base, tagged=tagged), job)
        if made.missed <= base.missed and agreement.of_roles(after, roles, gender, language):
            return made
    return None


def _likeliest_first(source: str, texts: list[str], job: Job) -> list[str]:
    """An article may become one of several (*eine*: *ein*, *einen*): the engine knows which."""
    if len(texts) < 2:
        return texts
    known = dict(zip(texts, scores([(source, text) for text in texts], job), strict=True))
    return sorted(texts, key=lambda text: -known[text])


def one_by_one(case: Case, answer: Answer, job: Job) -> Answer:
    """Each person in their own gender, as far as it is known."""
    for one in case.persons:
        if one.gender and one.person.open:
            answer = reworded(case, answer, [one], one.gender, job) or answer
    return answer


def of_unsure(case: Case, answer: Answer, job: Job) -> dict[Gender, Answer]:
    """The two wordings for those of whom nothing is known, beside others who are; none where they
    cannot be had."""
    language = shown.known(job.target)
    unsure = [one for one in case.persons if one.unsure and one.person.open]
    if language is None or not unsure:
        return {}
    made = {gender: reworded(case, answer, unsure, gender, job) for gender in Gender}
    found = {gender: one for gender, one in made.items() if one}
    if len(found) != 1:
        return {}
    [wanted] = found
    has = exchanged.shown(reading.readable(answer.tagged), language, case.alone(unsure))
    if has is None or has is wanted:
        return {}
    return {gender: found.get(gender, answer) for gender in Gender}

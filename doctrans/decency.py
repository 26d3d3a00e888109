"""Translations with a profane or denigrating word that their source gives no ground for get another
wording, or the word is masked; always reported.

Models learnt from what people wrote, and write such a word now and then where none belongs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from doctrans import reading
from doctrans.attempts import wider_answers
from doctrans.constraints import address, profanity
from doctrans.constraints.profanity import Profanity
from doctrans.job import Job
from doctrans.model import Note, Range, Severity, Tagged
from doctrans.parts import Answer


def clean(answers: Mapping[Tagged, Answer], job: Job) -> dict[Tagged, Answer]:
    """The same answers, better ones where such words stand, as `job.profanity` says."""
    cleaned = dict(answers)
    if job.profanity is Profanity.OFF:
        return cleaned
    profane = {c: a for c, a in answers.items() if a.translated and _places(c, a, job)}
    for core, answer in profane.items():
        cleaned[core] = _told(core, answer, job)
    for core, some in wider_answers(profane, job):
        before = profane[core]
        for answer in some:
            if _better(core, before, answer, job):
                words = _words(core, before, job)
                message = f"The likeliest translation has {words}; this is another one."
                notes = tuple(note for note in before.notes if note.code == "address")
                note = Note("profanity", message, Severity.INFO)
                cleaned[core] = answer.noting((*notes, note))
                break
    return cleaned


def _better(core: Tagged, before: Answer, answer: Answer, job: Job) -> bool:
    source = reading.readable(core)
    was, now = (
        address.shown(source, reading.readable(a.tagged), job.target) for a in (before, answer)
    )
    return (
        answer.missed <= before.missed
        and answer.doubtful <= before.doubtful
        and now <= was
        and not _places(core, answer, job)
    )


def _places(core: Tagged, answer: Answer, job: Job) -> tuple[Range, ...]:
    return profanity.found(core.text, answer.tagged.text, job.source, job.target)


def _words(core: Tagged, answer: Answer, job: Job) -> str:
    text = answer.tagged.text
    return ", ".join(f"“{text[slice(*place)]}”" for place in _places(core, answer, job))


def _told(core: Tagged, answer: Answer, job: Job) -> Answer:
    words = _words(core, answer, job)
    said = f"{words}: profane, and nothing in the source calls for it."
    if job.profanity is Profanity.MASK:
        masked = profanity.masked(answer.tagged, _places(core, answer, job))
        answer, said = replace(answer, tagged=masked), f"{said} Masked."
    return answer.noting((Note("profanity", said, Severity.WARNING),))

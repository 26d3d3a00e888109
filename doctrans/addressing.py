"""Sentences that address their reader otherwise than the others, or than was asked for, are said
anew.

Documents address their readers in one way; a model that learnt from single sentences takes now one,
now the other. Which one the most sentences have holds for all, unless the caller says which. First
other wordings of the engine are looked at; then it is made to begin with what it had said up to the
word of address, then the other word, and to go on from there (prefix-constrained decoding). What
cannot be said otherwise stays, with a note.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from doctrans import reading
from doctrans.attempts import acceptable, wider_answers
from doctrans.constraints import address, commands, readdress
from doctrans.constraints.address import Formality
from doctrans.constraints.negation import negates
from doctrans.job import Job
from doctrans.model import Note, Severity, Tagged
from doctrans.parts import Answer
from doctrans.ways import Ask, as_plain, with_terms

_FEWEST = 3  # sentences that show an address, before one of them counts as usual
_MOST = 0.6  # of those
_MOST_ROUNDS = 5  # words of address in one sentence that are exchanged one after another
_LESS_LIKELY = 0.7  # nats a token below the first answer, at most

_Answers = Mapping[Tagged, Answer]


def agree(answers: _Answers, job: Job) -> dict[Tagged, Answer]:
    """The same answers, others where they address their reader otherwise than `job.formality` says,
    or without a word of it than most."""
    agreed = dict(answers)
    kinds = {c: _shown(c, a, job) for c, a in answers.items() if a.translated}
    wanted = job.formality or _usual(
        # Of all others the same is shown without what commands may be.
        _shown(core, answers[core], job, by_commands=False)
        if commands.is_one(reading.readable(core))
        else shown
        for core, shown in kinds.items()
        if shown
    )
    if not wanted:
        return agreed
    apart = {core: answers[core] for core, shown in kinds.items() if shown - {wanted}}
    for core, answer in apart.items():
        agreed[core] = answer.noting(_note(job, wanted))
    for core, answer in _other(apart, wanted, job):
        agreed[core] = answer
    return agreed


def _usual(each: Iterable[frozenset[Formality]]) -> Formality | None:
    """The familiar address where most sentences show it, else the polite one."""
    count = Counter(next(iter(kinds)) for kinds in each if len(kinds) == 1)
    if count.total() < _FEWEST:
        return None
    familiar = count[Formality.LESS] >= _MOST * count.total()
    return Formality.LESS if familiar else Formality.MORE


def _shown(
    core: Tagged, answer: Answer, job: Job, *, by_commands: bool = True
) -> frozenset[Formality]:
    source, target = reading.readable(core), reading.readable(answer.tagged)
    return address.shown(source, target, job.target, by_commands=by_commands)


def _note(job: Job, wanted: Formality) -> tuple[Note, ...]:
    word = address.NAMES[job.target.partition("-")[0].lower()][wanted]
    severity = Severity.WARNING if job.formality else Severity.INFO
    why = "was asked for" if job.formality else "is what most sentences say"
    return (
        Note("address", f"It does not address the reader with “{word}”, which {why}.", severity),
    )


def _other(apart: _Answers, wanted: Formality, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    found: dict[Tagged, Answer] = {}
    for core, some in wider_answers(apart, job):
        lowest = apart[core].score - _LESS_LIKELY
        right = [a for a in some if a.score >= lowest and _right(core, a, apart, wanted, job)]
        if right:
            found[core] = max(right, key=lambda a: (wanted in _shown(core, a, job), a.score))
    yield from found.items()
    yield from _begun({c: a for c, a in apart.items() if c not in found}, wanted, job)


def _right(core: Tagged, answer: Answer, apart: _Answers, wanted: Formality, job: Job) -> bool:
    before, language = apart[core], job.target
    return (
        not _shown(core, answer, job) - {wanted}
        and answer.missed <= before.missed
        and answer.doubtful <= before.doubtful
        and negates(answer.tagged.text, language) == negates(before.tagged.text, language)
    )


def _begun(apart: _Answers, wanted: Formality, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """Each sentence begun with the other word of address, and where it falls back into the first
    later on, from there again."""
    open_ = dict(apart)
    for _ in range(_MOST_ROUNDS):
        asks = [
            ask for core, answer in open_.items() for ask in _beginnings(core, answer, wanted, job)
        ]
        open_ = {}
        for ask, some in acceptable(asks, job):
            answer = some[0] if some else None
            if answer and ask.obeyed(reading.readable(answer.tagged)):
                unlikely = answer.score < apart[ask.core].score - _LESS_LIKELY
                if not unlikely and _right(ask.core, answer, apart, wanted, job):
                    yield ask.core, answer
                else:
                    open_[ask.core] = answer


def _beginnings(core: Tagged, answer: Answer, wanted: Formality, job: Job) -> Iterator[Ask]:
    source, text = reading.readable(core), reading.readable(answer.tagged)
    begun = readdress.beginning(source, text, job.target, wanted)
    if begun:
        plain = with_terms(as_plain(core, job.engine), job.glossary, job.engine)
        ask = plain.begun(begun)
        if job.engine.accepts(ask.request):
            yield ask

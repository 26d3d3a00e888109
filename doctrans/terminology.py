"""Sentences whose answers miss terms get better ones, in the gentlest way that there is.

An engine that understands terms was told those that it does not say by itself with the first
request (`ways.first`); of the two likeliest wordings of any other the one that has more terms was
taken. So most sentences need nothing more, and cost nothing more. For what is missed all the same
the ways in `STEPS` are gone through: told in another way than the first; then terms against the
engine's own choice (`forcing`).
An answer is taken for a better one only if it misses fewer terms and passes every check.

In German an engine that is told a noun may leave out what English writes behind it: *Auftrag* for
*order status*. It is told what compounds begin with then, if that is another form (`_joined`).

Hard constraints on whole sentences (grid beam search) are not used: they cost a multiple and write
terms where they do not belong (Dinu et al. 2019; Post and Vilar 2018).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from doctrans import forcing, reading
from doctrans.attempts import acceptable
from doctrans.constraints.terms import function_words, plurals
from doctrans.constraints.terms.uses import Method, Use, alike
from doctrans.job import Job
from doctrans.model import Tagged
from doctrans.nouns import scores
from doctrans.parts import Answer
from doctrans.ways import BOTH, Ask, as_it_is, as_plain, telling, term_of, with_terms

# A noun, as far as can be told: no verb stands before an article and the like.
_BEHIND = re.compile(
    r" ((?!\w+ed\b)[a-z]{3,})\b(?!['’])"
    r"(?! (?:an?|the|no|th[ei]se?|those|that|my|your|his|her|its|our|their|any|all|each|every|some|"
    r"it|them|us|me|one|two|three|more|by|to|up|out|off|down|\d+)\b)"
)
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
    return better | _joined(better, job)


def _joined(answers: _Answers, job: Job) -> dict[Tagged, Answer]:
    """German answers that have a told term by itself where English has another noun behind it, with
    a compound that begins with it, if the engine finds that likelier for the sentence alone."""
    if job.target.partition("-")[0].lower() != "de" or job.source.partition("-")[0].lower() != "en":
        return {}
    asks = [
        ask.wider(BOTH)
        for core, answer in answers.items()
        if answer.translated and answer.uses
        if (ask := _first_parts(core, answer, job))
    ]
    found = [
        (ask.core, answer)
        for ask, some in acceptable(asks, job)
        for answer in some
        if answer.missed <= answers[ask.core].missed
        and len(list(_alone(ask.core, answer))) < len(list(_alone(ask.core, answers[ask.core])))
    ]
    pairs = [
        (reading.readable(core), reading.readable(one.tagged))
        for core, new in found
        for one in (answers[core], new)
    ]
    known = iter(scores(pairs, job))
    better: dict[Tagged, tuple[float, Answer]] = {}
    for (core, answer), old, new in zip(found, known, known, strict=True):
        if new > max(old, better[core][0] if core in better else old):
            better[core] = new, answer.instead_of(answers[core], Method.ANNOTATED)
    return {core: answer for core, (_, answer) in better.items()}


def _first_parts(core: Tagged, answer: Answer, job: Job) -> Ask | None:
    """Told what a compound begins with, for terms that stand alone and may not."""
    parts = {term_of(core, u.hit): plurals.first_part(u.hit.target) for u in _alone(core, answer)}
    if not parts:
        return None
    ask = with_terms(as_it_is(core, job.engine), job.glossary, job.engine)
    text, told = ask.request.text, ask.request.instructions.terms
    terms = [
        replace(t, target=parts.get((text[slice(t.start, t.end)], t.target)) or t.target)
        for t in told
    ]
    return telling(ask, terms) if tuple(terms) != told else None


def _alone(core: Tagged, answer: Answer) -> Iterator[Use]:
    """Uses that are no part of a compound, though a word follows in the source with which they may
    make one; none where there are as many words in the answer."""
    text = reading.readable(answer.tagged)
    sentence = core.text.endswith((".", "!", "?"))
    if _words(text, "de") >= _words(core.text, "en"):
        return
    for use in answer.uses:
        behind = _BEHIND.match(core.text, use.hit.end)
        if behind and sentence and behind[1].endswith("s"):
            continue  # it may be a verb: *the order includes*
        if behind and use.place and not function_words.is_one(behind[1], "en"):
            rest = text[use.place.end : use.place.end + 1]
            said = text[slice(*use.place)]
            if rest != "-" and alike(said, use.hit.target, "de") and not use.hit.part:
                yield use


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


def _words(text: str, language: str) -> int:
    """How many words say something."""
    return sum(not function_words.is_one(word, language) for word in re.findall(r"\w+", text))


# The gentlest first.
STEPS: tuple[Callable[[_Answers, Job], Iterable[tuple[Tagged, Answer]]], ...] = (
    _chosen,
    forcing.forced,
)

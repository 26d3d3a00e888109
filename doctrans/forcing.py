"""Terms put into answers against the engine's own choice: by a wording that it is made to begin
with what it had said up to the term, then the term, and that it ends itself (prefix-constrained
decoding, as in interactive translation); or in exchange for the words that are linked to the term.

What stands before a term has to agree with it, and what is no noun is put in no other form; so some
terms stay missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from doctrans import reading, spans, tokens
from doctrans.attempts import acceptable
from doctrans.constraints.terms import agreement
from doctrans.constraints.terms.determiners import agreeing
from doctrans.constraints.terms.uses import Method
from doctrans.job import Job
from doctrans.judging import with_uses
from doctrans.model import Range, Tagged
from doctrans.nouns import Nouns, scores
from doctrans.parts import Answer
from doctrans.term_places import Place, Places
from doctrans.ways import Ask, as_plain, with_terms

_Answers = Mapping[Tagged, Answer]
_MOST_ROUNDS = 3  # terms of one sentence that are put in one after another
_ENDED = 3  # beginnings of a sentence that the engine ends
_WORDS = 4  # that are exchanged for a term at most


def forced(lacking: _Answers, job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """Better answers where decoding on from a term, or an exchange, makes some."""
    best = dict(lacking)
    places, nouns = Places(job), Nouns(job)
    for put in (_decoded, _replaced):
        places.again()
        for _ in range(_MOST_ROUNDS):
            found = [place for place in places.next(best) if _may_stand(place, job)]
            best |= put(found, best, nouns, job)
    yield from best.items()


def _may_stand(place: Place, job: Job) -> bool:
    """A noun may stand for any words, another term only for such as are in its form."""
    if agreement.is_noun(place.use.hit.entry, place.source, job.target):
        return True
    return agreement.same_form(place.old, place.use.hit.target, job.target)


def _decoded(
    places: Sequence[Place], best: _Answers, nouns: Nouns, job: Job
) -> dict[Tagged, Answer]:
    """Each sentence up to the term, then the term, then what the engine says next; of several
    beginnings the best by score."""
    nouns.learn(word for place in places for word in _asked_for(place, job))
    asks = [ask for place in places for ask in _beginnings(place, nouns, job)]
    found: dict[Tagged, list[Answer]] = {}
    for ask, answers in acceptable(asks, job):
        # An engine that does not know of beginnings is not believed.
        begun = [a for a in answers if _begins(a, ask.request.prefix)]
        fewer = [a for a in begun if a.missed < best[ask.core].missed]
        found.setdefault(ask.core, []).extend(fewer)
    return {c: a.instead_of(best[c], Method.DECODED) for c, a in _likeliest(found, job)}


def _begins(answer: Answer, prefix: str) -> bool:
    return reading.readable(answer.tagged)[: len(prefix)].casefold() == prefix.casefold()


def _likeliest(found: Mapping[Tagged, list[Answer]], job: Job) -> Iterator[tuple[Tagged, Answer]]:
    """Of each sentence's answers the one that the engine thinks best as a whole: what it was made
    to begin with does not count in the score of an answer."""
    several: dict[Tagged, list[Answer]] = {}
    for core, some in found.items():
        fewest = min((answer.missed for answer in some), default=0)
        left = {answer.tagged.text: answer for answer in some if answer.missed == fewest}
        if len(left) == 1:
            yield core, next(iter(left.values()))
        elif left:
            several[core] = list(left.values())
    pairs = [
        (reading.readable(core), reading.readable(answer.tagged))
        for core, some in several.items()
        for answer in some
    ]
    known = iter(scores(pairs, job))
    for core, some in several.items():
        scored = [replace(answer, score=next(known)) for answer in some]
        yield core, max(scored, key=lambda answer: answer.score)


def _heads(place: Place) -> list[str]:
    """What stands before the first and before the last word that is linked to the term."""
    edges = dict.fromkeys((place.words[0], place.words[-1]))
    return [place.text[: word.start] for word in edges]


def _asked_for(place: Place, job: Job) -> Iterator[str]:
    """The nouns whose kinds matter: the term's where something before it agrees with it, that of
    the words there too where that is an adjective alone."""
    alone = any(agreement.adjective_before(head, job.target) for head in _heads(place))
    if alone or any(agreeing(head, place.use.hit.target, job.target) for head in _heads(place)):
        yield place.use.hit.target
    if alone:
        yield place.old


def _beginnings(place: Place, nouns: Nouns, job: Job) -> Iterator[Ask]:
    """The ways to begin, with what stands before the term as that wants it."""
    ask = with_terms(as_plain(place.core, job.engine), job.glossary, job.engine)
    kinds = nouns.of(place.use.hit.target) or ("",)
    heads: dict[str, None] = {}
    for head in _heads(place):
        fitting = [agreeing(head, place.use.hit.target, job.target, kind) for kind in kinds]
        if any(fitting):
            heads |= dict.fromkeys(form for forms in fitting for form in forms)
        elif not agreement.adjective_before(head, job.target) or _same_kind(place, nouns):
            heads[head] = None
    for head in list(heads)[:_ENDED]:
        begun = ask.begun(head + _form(place, head, job))
        if job.engine.accepts(begun.request):
            yield begun


def _form(place: Place, head: str, job: Job) -> str:
    """The term, with a capital where it is a noun there: *beim Sichern*."""
    term = place.form(head)
    return term.capitalize() if agreement.as_a_noun(place.old, term, job.target) else term


def _same_kind(place: Place, nouns: Nouns) -> bool:
    sure = nouns.sure(place.use.hit.target)
    return bool(sure) and sure == nouns.sure(place.old)


def _replaced(
    places: Sequence[Place], best: _Answers, nouns: Nouns, job: Job
) -> dict[Tagged, Answer]:
    """The words that are linked to a term are exchanged for it, where they stand together, under
    the same tags, hold nothing else, and all around agrees with it or can be made to."""
    nouns.learn(word for place in places for word in (place.old, place.use.hit.target))
    better = {}
    for place in places:
        kinds = nouns.sure(place.old), nouns.sure(place.use.hit.target)
        fewer = [a for a in _exchanged(place, kinds, job) if a.missed < best[place.core].missed]
        if fewer:
            better[place.core] = fewer[0]
    return better


def _exchanged(place: Place, kinds: tuple[str, str], job: Job) -> Iterator[Answer]:
    answer, (begin, stop) = place.answer, place.there
    between = [w for w in tokens.words(place.text) if begin <= w.start < stop]
    if place.use.hit.part:  # its words stand for more than the term
        return
    if len(between) > _WORDS or any(place.text[slice(*w)].isdigit() for w in between):
        return
    for head in _agreeing_heads(place, kinds, job):
        same = _common(head, place.text[:begin])
        put = head[same:] + _form(place, head, job)
        tagged = reading.exchanged(answer.tagged, Range(same, stop), put)
        if tagged and not spans.faults(answer.tagged, tagged):
            made = with_uses(place.core, replace(answer, tagged=tagged), job)
            yield made.instead_of(answer, Method.REPLACED)


def _agreeing_heads(place: Place, kinds: tuple[str, str], job: Job) -> list[str]:
    """What may stand before the term, so that all agrees."""
    begin, stop = place.there
    before, after, term = place.text[:begin], place.text[stop:], place.use.hit.target
    if not agreement.is_noun(place.use.hit.entry, place.source, job.target):
        return [before]
    return agreement.mended(before, after, place.old, term, job.target, *kinds)


def _common(one: str, other: str) -> int:
    """How long texts are alike, up to the end of a word."""
    differ = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    size = next(differ, None)
    return min(len(one), len(other)) if size is None else one.rfind(" ", 0, size) + 1

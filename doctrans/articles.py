"""Answers whose articles agree with the terms in them.

An engine that is told a term keeps now and then the article of the word that it would have said
itself: *das Scheibe*, where it would have said *das Fenster*. Of nouns whose gender a table tells
(`noun_kinds`) what stands before is put into the forms that they want; where something else in the
sentence may agree with them too, the engine goes on from there by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from doctrans import reading
from doctrans.attempts import acceptable
from doctrans.constraints.terms import adjectives, agreement, noun_kinds
from doctrans.constraints.terms.determiners import KINDS, agreeing
from doctrans.constraints.terms.uses import Outcome
from doctrans.job import Job
from doctrans.judging import judge
from doctrans.model import Tagged
from doctrans.nouns import scores
from doctrans.parts import Answer
from doctrans.term_places import Place
from doctrans.ways import Ask, as_plain, with_terms

_Answers = Mapping[Tagged, Answer]
_MOST_ROUNDS = 3  # terms of one sentence
_PLURAL = "p"
_LONGER = ("-", "\u2010", "\u2011", "/")  # of a longer word, with which the article agrees
# Behind these *la* and the like are pronouns before a verb: *il la ferme*, *no lo cierre*.
_CLITIC = re.compile(
    r"\b(?:je|tu|il|elle|on|nous|vous|ils|elles|ne|se|me|te|no)\s+(?:l['’]|l[aeo]s?\s+)$", re.I
)
# German pronouns of relative clauses are articles of nothing: *die Tür, die Luken hat*.
_RELATIVE = re.compile(r",\s+(?:d(?:er|ie|as|em|en))\s+$", re.I)
# What a German subject has no article like, and where something else than a subject may begin a
# sentence: *Der Luke ist offen* is wrong, *Der Luke fehlt ein Griff* is not.
_NO_SUBJECT = {
    "m": re.compile(r"[DEJMUI]\w*(?:en|em|es) "),
    "f": re.compile(r"[DEJM]\w*er "),
    "n": re.compile(r"[DEJMUI]\w*(?:en|em) |Des "),
}
_NO_SUBJECT_BEFORE = re.compile(r"\s+(?:gehör|fehl|gefäll|gefiel|hilf|half|dank|droh)")
_FIRST_WORD = re.compile(r"[A-ZÄÖÜ]\w+ ")
_FIRST = re.compile(r"\W*(?:the|an?|this|that|every|each|my|our|your)\s+", re.I)
_TONIC = re.compile(r"h?[aá]", re.I)  # *el agua*
_SAYS_OF = re.compile(
    r"\b(?:est|était|sera|soit|fut|a été|reste|semble|paraît|devient|devint|es|está|era|estaba|fue|"
    r"sea|será|ha sido|quedó|queda|resulta|resultó|parece|parecía|sigue)\b"
)


@dataclass(frozen=True, slots=True)
class _Off:
    """A term of an answer, and the ways to write what stands before it, none of which it has."""

    place: Place
    heads: tuple[str, ...]

    @property
    def rest(self) -> str:
        """From the term on."""
        return self.place.text[self.place.there.start :]

    @property
    def after(self) -> str:
        return self.place.text[self.place.there.end :]


def agree(answers: _Answers, job: Job) -> dict[Tagged, Answer]:
    """The same answers, better ones where an article does not agree with a term."""
    better = dict(answers)
    if not job.glossary or _code(job) not in KINDS:
        return better
    tried: set[tuple[Tagged, int]] = set()
    for _ in range(_MOST_ROUNDS):
        found = [
            off
            for core, answer in better.items()
            if answer.uses and answer.translated and (off := _first_off(core, answer, tried, job))
        ]
        if not found:
            break
        tried.update((off.place.core, off.place.use.hit.start) for off in found)
        better |= _mended(found, job)
    return better


def _code(job: Job) -> str:
    return job.target.partition("-")[0].lower()


def _first_off(
    core: Tagged, answer: Answer, tried: Iterable[tuple[Tagged, int]], job: Job
) -> _Off | None:
    text = reading.readable(answer.tagged)
    there = [
        (use.place, use)
        for use in answer.uses
        if use.place and use.outcome is not Outcome.MISSED and (core, use.hit.start) not in tried
    ]
    there.sort(key=lambda each: each[0])
    for words, use in there:  # from the left: what is ended anew comes later
        place = Place(core, answer, use, text, (words,))
        if heads := _heads(place, noun_kinds.kind(place.old, job.target), job):
            return _Off(place, heads)
    return None


def _heads(place: Place, kind: str, job: Job) -> tuple[str, ...]:
    """The ways to write what stands before a term of this kind, if that does not agree with it."""
    before = place.text[: place.there.start]
    if not kind or _PLURAL in kind or not _is_plain_noun(place, before, kind, job):
        return ()
    heads = agreeing(before, place.old, job.target, kind, between=True)
    if not heads and _code(job) == "de":
        label = not place.text[place.there.end :].strip(" .:")
        heads = adjectives.agreeing(before, kind, label=label)
    if not heads:
        return ()
    if _code(job) == "de" and _is_subject(place):
        heads = [head for head in heads if not _NO_SUBJECT[kind].match(head)] or heads
    if _plain(before) in map(_plain, heads):
        return ()
    return tuple(heads if "’" in place.text else map(_plain, heads))


def _is_plain_noun(place: Place, before: str, kind: str, job: Job) -> bool:
    """Whether a term is a noun in the singular, and what stands before it its article."""
    code, noun = _code(job), place.old
    if not agreement.is_noun(place.use.hit.entry, place.source, job.target):
        return False
    if _may_be_plural(place.source):
        return False
    if noun[-1:] in "sxz" and before in agreeing(before, noun, job.target, kind + _PLURAL):
        return False  # *les Français*
    if place.text[place.there.end : place.there.end + 1] in _LONGER:
        return False
    if code == "de":
        return not _RELATIVE.search(before)
    return not _CLITIC.search(before) and not (code == "es" and kind == "f" and _TONIC.match(noun))


def _is_subject(place: Place) -> bool:
    """Whether a term is what both sentences begin with."""
    source = reading.readable(place.core)
    begins = _FIRST.fullmatch(source[: source.find(place.source)])
    alone = _FIRST_WORD.fullmatch(place.text[: place.there.start])
    return bool(begins and alone) and not _NO_SUBJECT_BEFORE.match(place.text, place.there.end)


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _may_be_plural(source: str) -> bool:
    """English words: many German nouns are alike in both numbers."""
    return source.casefold().endswith("s") and not source.casefold().endswith("ss")


def _mended(found: Iterable[_Off], job: Job) -> dict[Tagged, Answer]:
    german = _code(job) == "de"
    begun = [off for off in found if not german or _more_agrees(off, job)]
    made = _ended(begun, job)
    exchanged = [off for off in found if off.place.core not in made and not _more_agrees(off, job)]
    return made | _exchanged(exchanged, job)


def _more_agrees(off: _Off, job: Job) -> bool:
    """Whether something behind the term may agree with it."""
    if agreement.agrees_behind(off.after, job.target):
        return True
    return _code(job) != "de" and bool(_SAYS_OF.search(off.after))


def _exchanged(found: Iterable[_Off], job: Job) -> dict[Tagged, Answer]:
    """All but the article stays."""
    return _likeliest(
        {off.place.core: [a for head in off.heads for a in _with(off, head, job)] for off in found},
        job,
    )


def _with(off: _Off, head: str, job: Job) -> Iterator[Answer]:
    place = off.place
    tagged = reading.rewritten(place.answer.tagged, head + off.rest)
    if tagged is None:
        return
    made = judge(place.core, replace(place.answer, tagged=tagged, notes=()), job)
    if made.acceptable and _as_good(made, place.answer):
        kept = replace(made, notes=place.answer.notes)
        yield kept.instead_of(place.answer, place.answer.method)


def _ended(found: Iterable[_Off], job: Job) -> dict[Tagged, Answer]:
    """Begun with the right article and the term, and ended by the engine."""
    offs = {off.place.core: off for off in found}
    asks = [ask for off in offs.values() for ask in _beginnings(off, job)]
    answers: dict[Tagged, list[Answer]] = {}
    for ask, some in acceptable(asks, job):
        place = offs[ask.core].place
        for answer in some:
            obeyed = ask.obeyed(reading.readable(answer.tagged))
            if obeyed and not answer.doubtful and _as_good(answer, place.answer):
                kept = answer.instead_of(place.answer, place.answer.method)
                answers.setdefault(ask.core, []).append(kept)
    return _likeliest(answers, job)


def _beginnings(off: _Off, job: Job) -> Iterator[Ask]:
    ask = with_terms(as_plain(off.place.core, job.engine), job.glossary, job.engine)
    for head in off.heads:
        begun = ask.begun(head + off.place.old)
        if job.engine.accepts(begun.request):
            yield begun


def _as_good(new: Answer, old: Answer) -> bool:
    return new.missed <= old.missed and len(new.uses) == len(old.uses)


def _likeliest(found: Mapping[Tagged, list[Answer]], job: Job) -> dict[Tagged, Answer]:
    """Of each sentence's answers the one that the engine thinks best as a whole."""
    pairs = [
        (reading.readable(core), reading.readable(answer.tagged))
        for core, some in found.items()
        if len(some) > 1
        for answer in some
    ]
    known = iter(scores(pairs, job))
    best = {}
    for core, some in found.items():
        if len(some) > 1:
            best[core] = max((next(known), -n, answer) for n, answer in enumerate(some))[2]
        elif some:
            best[core] = some[0]
    return best

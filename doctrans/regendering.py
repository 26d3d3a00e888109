"""The ways to ask for a sentence whose persons are of another gender.

An engine is told the gender, if it understands that; what women or men are called by, as terms, if
it understands those; and made to begin with its own answer up to a person's word in the other form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doctrans import reading
from doctrans.constraints.gender import begun, neutral, shown
from doctrans.constraints.gender.words import CALLED
from doctrans.job import Job
from doctrans.model import Gender, Tagged, Term
from doctrans.ways import WIDER, WIDEST, Ask, as_it_is, as_plain, of_gender, telling, with_terms

_Role = tuple[int, int, str]  # from, to, role; in the readable text


def asks(
    core: Tagged, text: str, roles: Sequence[_Role], gender: Gender, job: Job
) -> Iterator[Ask]:
    """For a sentence whose first answer is `text`. The first asks for many candidates, and tells
    the gender to an engine that understands it."""
    engine, language = job.engine, shown.known(job.target)
    first = with_terms(as_it_is(core, engine), job.glossary, engine)
    yield of_gender(first.wider(WIDEST), gender, engine)
    if language is None:
        return
    words = {
        role: CALLED[role][language][0][gender is Gender.FEMININE]
        for _, _, role in roles
        if role in CALLED and len(set(CALLED[role][language][0])) > 1
    }
    if (called := with_words(first, roles, words)) and engine.accepts(called.request):
        yield of_gender(called.wider(WIDER), gender, engine)
    names = [role for _, _, role in roles]
    for head in begun.beginnings(text, language, names, gender):
        ask = with_terms(as_plain(core, engine), job.glossary, engine)
        ask = of_gender(ask.begun(head), gender, engine)
        if engine.accepts(ask.request):
            yield ask


def neutral_asks(core: Tagged, text: str, roles: Sequence[_Role], job: Job) -> Iterator[Ask]:
    """For words that show no gender; none where a role has no such word."""
    engine, language = job.engine, shown.known(job.target)
    words = neutral.words([role for _, _, role in roles], language) if language else {}
    if not words or not language:
        return
    first = with_terms(as_it_is(core, engine), job.glossary, engine)
    called = with_words(first, roles, words)
    if called and engine.accepts(called.request):
        yield of_gender(called.wider(WIDER), Gender.FEMININE, engine)  # as the words are
    for head in begun.neutrally(text, language, words):
        ask = with_terms(as_plain(core, engine), job.glossary, engine).begun(head)
        if engine.accepts(ask.request):
            yield ask


def with_words(ask: Ask, roles: Sequence[_Role], words: dict[str, str]) -> Ask | None:
    """The same, told a word for each role that has one, beside the terms it is told anyway; None
    where it has none, or the request's text is not what a person reads."""
    if not words or ask.request.text != reading.readable(ask.core):
        return None
    own = [Term(start, end, words[role]) for start, end, role in roles if role in words]
    told = ask.request.instructions.terms
    new = [t for t in own if not any(t.start < o.end and o.start < t.end for o in told)]
    terms = sorted((*told, *new), key=lambda term: term.start)
    return telling(ask, terms) if new else None

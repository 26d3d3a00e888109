"""How an ask is put to an engine: names held, lost places told, marks that an engine does not read
left out, times and amounts as it reads them most surely.

Each gives the same ask, put otherwise, or the ask itself where nothing is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter

from doctrans import leaning, reading, spans
from doctrans.constraints import freezing, ordinal_marks, preediting
from doctrans.constraints.spelling import names as own_names
from doctrans.constraints.spelling import titled
from doctrans.constraints.world import peoples, places
from doctrans.constraints.world.places import Name
from doctrans.model import Instructions, Range, Span, Tag, Tagged, Term
from doctrans.ports import Engine
from doctrans.ways import Ask, standing_in, telling


def holding(ask: Ask, names: Sequence[str], engine: Engine) -> Ask:
    """The same with placeholders for names, or stand-ins where the engine takes none; itself where
    they cannot be held: in terms, in what an answer begins with, where tags cut through them. The
    titles before them are put in a form that engines know (`titled.plainer`). An acronym that is
    all of a text gets its capitals back."""
    if ask.capitals and any(name in ask.core.text for name in names):
        request = replace(ask.request, text=ask.core.text)
        ask = replace(ask, sentence=ask.core, request=request, capitals=False)
    if ask.capitals or any(name in ask.request.prefix for name in names):
        return ask
    held = _held(_retitled(ask, names), names, engine)
    return ask if held is None else held


def _held(ask: Ask, names: Sequence[str], engine: Engine) -> Ask | None:
    """None where nothing can be."""
    request = ask.request
    terms = request.instructions.terms
    places = [
        place
        for place in _names_in(ask.sentence, names)
        if not any(term.start < place.end and place.start < term.end for term in terms)
    ]
    held = freezing.freeze(ask.sentence, places)
    if held == ask.sentence:
        return None
    if ask.native or not ask.sentence.tags:
        moved = tuple([_behind(term, places) for term in terms])
        told = replace(request.instructions, terms=moved)
        put = replace(request, text=held.text, spans=held.spans, attention=False, instructions=told)
        if engine.accepts(put):
            return replace(ask, sentence=held, request=put)
    instead = (
        None if request.instructions != Instructions() else standing_in(replace(ask, sentence=held))
    )
    if instead is None:
        return None
    asked = replace(
        instead.request,
        candidates=request.candidates,
        prefix=request.prefix,
        without=request.without,
    )
    return replace(instead, request=asked)


def without_marks(ask: Ask) -> Ask:
    """The same with English ordinals in one piece, `marks` without their raised letters' tags."""
    marks = ordinal_marks.marks(ask.sentence)
    return replace(_stripped(ask, marks), marks=marks) if marks else ask


def without_leaning(ask: Ask) -> Ask:
    """The same without the marks that lean on tags."""
    found = leaning.leaning(ask.sentence)
    return replace(_stripped(ask, found), leaning=found) if found else ask


def _stripped(ask: Ask, tags: Collection[Tag]) -> Ask:
    sentence = spans.strip(ask.sentence, tags)
    request = replace(
        ask.request,
        spans=sentence.spans if ask.native else (),
        attention=ask.request.attention and bool(sentence.tags),
    )
    return replace(ask, sentence=sentence, request=request)


def preedited(ask: Ask, source: str, target: str) -> Ask:
    """The same as a model reads it most surely; its terms stay in their places."""
    terms = ask.request.instructions.terms
    plain = not ask.native and bool(ask.sentence.tags)
    if plain and terms:
        return ask
    edits = [
        (place, put)
        for place, put in preediting.edits(ask.sentence.text, source, target)
        if not any(term.start < place.end and place.start < term.end for term in terms)
    ]
    sentence = spans.edited(ask.sentence, edits)
    if sentence is ask.sentence:
        return ask
    if plain:
        return replace(
            ask,
            sentence=sentence,
            request=replace(ask.request, text=reading.readable(sentence), spans=()),
        )
    if len(sentence.text) - len(ask.sentence.text) != sum(
        len(put) - (place.end - place.start) for place, put in edits
    ):
        return ask  # tags cut through some of it, and terms would not be found again
    moved = tuple([_moved(term, _shift(edits, term.start)) for term in terms])
    told = replace(ask.request.instructions, terms=moved)
    put = replace(ask.request, text=sentence.text, spans=sentence.spans, instructions=told)
    return replace(ask, sentence=sentence, request=put)


def _shift(edits: Sequence[tuple[Range, str]], at: int) -> int:
    """By how much a place is moved."""
    return sum(len(put) - (place.end - place.start) for place, put in edits if place.end <= at)


def _retitled(ask: Ask, names: Sequence[str]) -> Ask:
    """With the titles before names in a form that engines know; terms move with the text."""
    starts = [place.start for place in _names_in(ask.sentence, names)]
    sentence, terms = ask.sentence, ask.request.instructions.terms
    for (start, end), title in reversed(titled.plainer(sentence.text, starts)):
        more = len(title) - (end - start)
        before, old, after = spans.slices(sentence, (0, start, end, len(sentence.text)))
        if len(old.spans) > 1:
            continue
        new = Tagged(title, (Span(0, len(title), old.spans[0].tags),))
        sentence = spans.join((before, new, after))
        terms = tuple([_moved(t, more) if t.start >= end else t for t in terms])
    if sentence is ask.sentence:
        return ask
    told = replace(ask.request.instructions, terms=terms)
    put = replace(ask.request, text=sentence.text, spans=sentence.spans, instructions=told)
    return replace(ask, sentence=sentence, request=put if ask.native else replace(put, spans=()))


def _moved(term: Term, by: int) -> Term:
    return replace(term, start=term.start + by, end=term.end + by)


def _names_in(sentence: Tagged, names: Sequence[str]) -> list[Range]:
    """Where names are within a span; of those that tags cut through, where their words are."""
    texts = [text or "\n" for _, text in reading.readable_parts(sentence)]
    text = "".join(texts)
    parts = [
        (Range(end - len(part), end), span)
        for span, part, end in zip(sentence.spans, texts, accumulate(map(len, texts)), strict=True)
        if span.start < span.end
    ]

    def within(place: Range) -> Iterator[Range]:
        for part, span in parts:
            if part.start <= place.start and place.end <= part.end:
                yield _by(place, span.start - part.start)

    found: list[Range] = []
    for place in own_names.places(text, names):
        words = re.finditer(r"\S{3,}", text[place.start : place.end])
        whole = list(within(place))
        found += whole or [p for w in words for p in within(_by(Range(*w.span()), place.start))]
    return sorted(found)


def _by(place: Range, more: int) -> Range:
    return Range(place.start + more, place.end + more)


def _behind(term: Term, places: Sequence[Range]) -> Term:
    """The same where the text of places before it is taken out."""
    return _moved(term, -sum(end - start for start, end in places if end <= term.start))


def naming(ask: Ask, called: Mapping[str, str], engine: Engine) -> Ask:
    """The same told what places are called, by their English names; itself where terms stand, or
    for an engine that is not told of any."""
    terms = ask.request.instructions.terms
    found = [
        Term(name.start, name.end, called[name.english])
        for name in _names_of_the_world(ask.sentence.text)
        if name.english in called
    ]
    if not ask.native and ask.sentence.tags:
        moved = reading.moved(ask.sentence)
        found = [replace(t, start=moved(t.start), end=moved(t.end - 1) + 1) for t in found]
    free = [t for t in found if not any(t.start < o.end and o.start < t.end for o in terms)]
    told = telling(ask, sorted([*terms, *free], key=lambda term: term.start))
    return told if free and engine.accepts(told.request) else ask


def _names_of_the_world(text: str) -> list[Name]:
    return sorted([*places.found(text, "en"), *peoples.found(text, "en")], key=itemgetter(0))

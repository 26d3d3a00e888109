"""The ways to ask an engine for a sentence.

A sentence comes as tagged text in which protected stretches are POINTs that stand for them. An
engine that accepts its tags gets them as placeholders. Any other gets the text as a person reads
it. A way is a function of a sentence and an engine, and a line in `WAYS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import itemgetter
from typing import TypeAlias

from doctrans import capitals, checks, leaning, reading, spans
from doctrans.constraints import capital_runs, freezing, ordinal_marks, preediting
from doctrans.constraints.spelling import names as own_names
from doctrans.constraints.spelling import titled
from doctrans.constraints.terms.glossary import Glossary, Hit
from doctrans.constraints.world import peoples, places
from doctrans.constraints.world.places import Name
from doctrans.model import Gender, Instructions, Length, Range, Request, Span, Tag, Tagged, Term
from doctrans.ports import Engine

BOTH = 2  # candidates where one may have more terms: as many as a search looks at anyway
WIDER = 4  # candidates asked for when the best was not acceptable
SHORT = 2  # when it is too long: as many as are kept anyway
WIDEST = 8  # when those are, too
SHORTER = 3  # ways to ask for a shorter one, at most

Said: TypeAlias = Collection[tuple[str, str]]  # words and terms, see `term_of`
NONE: Said = frozenset()


@dataclass(frozen=True, slots=True)
class Ask:
    """A request for a sentence, `core`: `sentence` as it was put (numbers may be frozen in it,
    POINTs stand for other text); `names` are the tags that are put back for others. `capitals`: it
    is in capitals, and was put without; `raised` are tags of `sentence` whose words are; `marks`
    those of raised letters, which it was put without, and `leaning` marks before tags, likewise."""

    core: Tagged
    sentence: Tagged
    request: Request
    names: Mapping[Tag, Tag] = field(default_factory=dict)
    capitals: bool = False
    raised: tuple[Tag, ...] = ()
    marks: tuple[Tag, ...] = ()
    leaning: Mapping[Tag, Tag] = field(default_factory=dict)

    @property
    def native(self) -> bool:
        return bool(self.request.tagged.tags)

    def wider(self, candidates: int = WIDER) -> Ask:
        """The same with more candidates; those that lose a placeholder are not worth a thought."""
        attention = self.request.attention and not self.native
        request = replace(self.request, candidates=candidates, attention=attention)
        return replace(self, request=request)

    def begun(self, head: str) -> Ask:
        """The same, made to begin with words, as an answer to it may have them."""
        if self.capitals:
            head = capitals.lowered(Tagged(head)).text
        return replace(self, request=replace(self.request, prefix=head))

    def obeyed(self, text: str) -> bool:
        """Whether an answer, as a person reads it, begins as it was made to. An engine that does
        not know of beginnings is not believed."""
        prefix = self.request.prefix
        if self.raised:
            return text.upper().startswith(prefix.upper())
        return text.startswith(prefix.upper() if self.capitals else prefix)

    def told(self, instructions: Instructions) -> Ask:
        """The same with instructions."""
        return replace(self, request=replace(self.request, instructions=instructions))

    @property
    def annotated(self) -> bool:
        """Whether the engine is told terms."""
        return bool(self.request.instructions.terms)


def as_it_is(core: Tagged, engine: Engine) -> Ask:
    """With placeholders where the engine takes them, else as plain text."""
    put = _in_ordinary_letters(core)
    if put.sentence.tags:
        stands = any(tag.equiv for tag in put.sentence.tags)  # what is lost with its placeholder
        request = Request(put.sentence.text, put.sentence.spans, attention=not stands)
        if engine.accepts(request):
            return replace(put, request=request)
    return _plainly(put)


def as_plain(core: Tagged, engine: Engine) -> Ask:
    """As a person reads it; tags are placed afterwards."""
    return _plainly(_in_ordinary_letters(core))


def _plainly(ask: Ask) -> Ask:
    put = ask.sentence
    return replace(ask, request=Request(reading.readable(put), attention=bool(put.tags)))


def _in_ordinary_letters(core: Tagged) -> Ask:
    """As engines are shown capitals; the request is still to be made."""
    named = places.found(core.text, "en") if core.text.isupper() else ()
    put = capitals.lowered(core, [Range(name.start, name.end) for name in named])
    if put is not core:
        return Ask(core, put, Request(put.text), capitals=True)
    runs = capital_runs.shown(core)
    return Ask(core, runs.tagged, Request(core.text), raised=runs.tags)


def _wider(core: Tagged, engine: Engine) -> Ask:
    return as_it_is(core, engine).wider()


def _wider_plain(core: Tagged, engine: Engine) -> Ask:
    return as_plain(core, engine).wider()


def _with_signs_frozen(core: Tagged, engine: Engine) -> Ask | None:
    """Numbers and signs as placeholders: a small model copies those more surely than digits."""
    put = _in_ordinary_letters(core)
    frozen = freezing.freeze(put.sentence, checks.sign_ranges(core.text))
    request = Request(frozen.text, frozen.spans)
    if frozen == put.sentence or not engine.accepts(request):
        return None
    return replace(put, sentence=frozen, request=request)


def _with_stand_ins(core: Tagged, engine: Engine) -> Ask | None:
    return _standing_in(_in_ordinary_letters(core))


def _standing_in(ask: Ask) -> Ask | None:
    """As plain text in which short names stand for protected text: engines copy those more surely
    than a URL or a line of code. None where nothing is protected in its sentence."""
    sentence = ask.sentence
    names = {
        Tag(tag.id, tag.kind, tag.name, f"X{tag.id}Q"): tag
        for tag in sentence.tags
        if tag.equiv.strip()
    }
    if not names:
        return None
    every = {tag: tag for tag in sentence.tags} | {tag: name for name, tag in names.items()}
    renamed = spans.rename(sentence, every)
    request = Request(reading.readable(renamed), attention=True)
    return replace(ask, sentence=renamed, request=request, names=names)


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
        None
        if request.instructions != Instructions()
        else _standing_in(replace(ask, sentence=held))
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


# The gentlest first.
WAYS: tuple[Callable[[Tagged, Engine], Ask | None], ...] = (
    as_it_is,
    as_plain,
    _with_signs_frozen,
    _with_stand_ins,
    _wider,
    _wider_plain,
)


def first(core: Tagged, glossary: Glossary | None, engine: Engine, said: Said = NONE) -> Ask:
    """The way in which every sentence is asked for: with its terms, if the engine does not say all
    of them by itself. Of an engine that cannot be told a second candidate may have more."""
    ask = as_it_is(core, engine)
    hits = glossary.wanted(core) if glossary else ()
    if all(term_of(core, hit) in said for hit in hits):
        return ask
    told = with_terms(ask, glossary, engine)
    return told if told.annotated else ask.wider(BOTH)


def term_of(core: Tagged, hit: Hit) -> tuple[str, str]:
    """The words of a hit and what they are to be."""
    return core.text[hit.start : hit.end], hit.told


def others(core: Tagged, glossary: Glossary | None, engine: Engine, said: Said = NONE) -> list[Ask]:
    """The other ways to ask for a sentence, no request twice."""
    asks: dict[Request, Ask] = {}
    for way in WAYS:
        if ask := way(core, engine):
            asks.setdefault(ask.request, ask)
    begun = first(core, glossary, engine, said)
    if not begun.annotated:
        begun = as_it_is(core, engine)
    asks.pop(begun.request, None)
    return list(asks.values())


def shorter(core: Tagged, engine: Engine) -> list[Ask]:
    """The ways to ask for other wordings of a sentence, in the order in which they are tried until
    one is short enough: for a few short ones, for more of them, for as many of any length; an
    engine that is not told of length is asked for these alone."""
    plain = as_it_is(core, engine)
    short = plain.told(Instructions(length=Length.SHORT))
    asks = [short.wider(SHORT), short.wider(WIDEST)] if engine.accepts(short.request) else []
    return [*asks, plain.wider(WIDEST)]


def of_gender(ask: Ask, gender: Gender, engine: Engine) -> Ask:
    """The same with the gender of its persons; itself for an engine that is not told of it."""
    told = ask.told(replace(ask.request.instructions, gender=gender))
    return told if engine.accepts(told.request) else ask


def with_terms(ask: Ask, glossary: Glossary | None, engine: Engine) -> Ask:
    """The same with the glossary's terms beside their words, as many as the engine takes: tags may
    stand in some, and what it reads at once has an end."""
    terms = _terms(ask, glossary) if glossary else []
    while terms and not engine.fits(" ".join([ask.request.text, *(t.target for t in terms)])):
        terms.pop()
    told = telling(ask, terms)
    if not terms or engine.accepts(told.request):
        return told
    told = telling(ask, [t for t in terms if engine.accepts(telling(ask, [t]).request)])
    return told if told.annotated and engine.accepts(told.request) else ask


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


def telling(ask: Ask, terms: Sequence[Term]) -> Ask:
    """The same with terms; itself where there are none."""
    if not terms:
        return ask
    return ask.told(replace(ask.request.instructions, terms=tuple(terms)))


def _terms(ask: Ask, glossary: Glossary) -> list[Term]:
    """Where terms are in the request's text, in which POINTs may be written out."""
    hits = [hit for hit in glossary.wanted(ask.sentence) if hit.target and not hit.part]
    if ask.native or not ask.sentence.tags:
        return [Term(hit.start, hit.end, hit.told) for hit in hits]
    moved = reading.moved(ask.sentence)
    return [Term(moved(hit.start), moved(hit.end - 1) + 1, hit.told) for hit in hits]

"""The ways to ask an engine for a sentence.

A sentence comes as tagged text in which protected stretches are POINTs that stand for them. An
engine that accepts its tags gets them as placeholders. Any other gets the text as a person reads
it. A way is a function of a sentence and an engine, and a line in `WAYS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from doctrans import capitals, checks, reading, spans
from doctrans.constraints import capital_runs, freezing
from doctrans.constraints.terms.glossary import Glossary, Hit
from doctrans.constraints.world import places
from doctrans.model import Gender, Instructions, Length, Range, Request, Tag, Tagged, Term
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
    return standing_in(_in_ordinary_letters(core))


def standing_in(ask: Ask) -> Ask | None:
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

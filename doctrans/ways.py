"""The ways to ask an engine for a sentence.

A sentence comes as tagged text in which protected stretches are POINTs that stand for them. An
engine that accepts its tags gets them as placeholders. Any other gets the text as a person reads
it. A way is a function of a sentence and an engine, and a line in `WAYS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from doctrans import checks, reading, spans
from doctrans.constraints import protect
from doctrans.model import Instructions, Length, Request, Tag, Tagged
from doctrans.ports import Engine

WIDER = 4  # candidates asked for when the best was not acceptable
WIDEST = 8  # when it is too long


@dataclass(frozen=True, slots=True)
class Ask:
    """A request for a sentence, `core`: `sentence` as it was put (numbers may be frozen in it,
    POINTs stand for other text); `names` are the tags that are put back for others."""

    core: Tagged
    sentence: Tagged
    request: Request
    names: Mapping[Tag, Tag] = field(default_factory=dict)

    @property
    def native(self) -> bool:
        return bool(self.request.tagged.tags)

    def wider(self, candidates: int = WIDER) -> Ask:
        """The same with more candidates."""
        return replace(self, request=replace(self.request, candidates=candidates))

    def told(self, instructions: Instructions) -> Ask:
        """The same with instructions."""
        return replace(self, request=replace(self.request, instructions=instructions))


def as_it_is(core: Tagged, engine: Engine) -> Ask:
    """With placeholders where the engine takes them, else as plain text."""
    if core.tags:
        request = Request(core.text, core.spans)
        if engine.accepts(request):
            return Ask(core, core, request)
    return _as_plain(core, engine)


def _as_plain(core: Tagged, engine: Engine) -> Ask:
    return Ask(core, core, Request(reading.readable(core), attention=bool(core.tags)))


def _wider(core: Tagged, engine: Engine) -> Ask:
    return as_it_is(core, engine).wider()


def _wider_plain(core: Tagged, engine: Engine) -> Ask:
    return _as_plain(core, engine).wider()


def _with_signs_frozen(core: Tagged, engine: Engine) -> Ask | None:
    """Numbers and signs as placeholders: a small model copies those more surely than digits."""
    frozen = protect.freeze(core, checks.sign_ranges(core.text))
    request = Request(frozen.text, frozen.spans)
    return Ask(core, frozen, request) if frozen != core and engine.accepts(request) else None


def _with_stand_ins(core: Tagged, engine: Engine) -> Ask | None:
    """As plain text in which short names stand for protected text: engines copy those more surely
    than a URL or a line of code."""
    names = {
        Tag(tag.id, tag.kind, tag.name, f"X{tag.id}Q"): tag
        for tag in core.tags
        if tag.equiv.strip()
    }
    if not names:
        return None
    put = {tag: tag for tag in core.tags} | {tag: name for name, tag in names.items()}
    sentence = spans.rename(core, put)
    return Ask(core, sentence, Request(reading.readable(sentence), attention=True), names)


# Every sentence is asked for in the first.
WAYS: tuple[Callable[[Tagged, Engine], Ask | None], ...] = (
    as_it_is,
    _as_plain,
    _with_signs_frozen,
    _with_stand_ins,
    _wider,
    _wider_plain,
)


def others(core: Tagged, engine: Engine) -> list[Ask]:
    """The ways to ask for a sentence but the first, no request twice."""
    asks: dict[Request, Ask] = {}
    for way in WAYS:
        if ask := way(core, engine):
            asks.setdefault(ask.request, ask)
    return list(asks.values())[1:]


def shorter(core: Tagged, engine: Engine) -> list[Ask]:
    """The ways to ask for other wordings of a sentence: a wider search, and one for short ones."""
    wide = as_it_is(core, engine).wider(WIDEST)
    short = wide.told(Instructions(length=Length.SHORT)).wider()
    return [wide, short] if engine.accepts(short.request) else [wide]

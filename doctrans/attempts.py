"""One sentence to one accepted answer: the ways to ask an engine, and what becomes of its replies.

A *round* says how a sentence is asked for; the sentences that no round answered acceptably keep
their source text, with a note. Knows ports and stages, never an engine or an aligner.

A sentence comes as tagged text in which protected stretches are POINTs that stand for them. An
engine that accepts its tags gets them as placeholders. Any other gets the text as a person reads
it; its plain translation is aligned with the source and the tags are projected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import checks, hoisting, reading, restore, sentences, spans, tokens
from doctrans.constraints import protect
from doctrans.model import (
    Bitext,
    Hypothesis,
    Link,
    Note,
    Placement,
    Range,
    Request,
    Severity,
    Tag,
    Tagged,
    Way,
)
from doctrans.ports import Aligner, Engine, Progress

WIDER = 4  # candidates asked for when the best was not acceptable


@dataclass(frozen=True, slots=True)
class Job:
    """What stays the same for all documents of one call. Languages are BCP 47."""

    engine: Engine
    aligner: Aligner
    source: str
    target: str
    signature: str
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence in the target language with the tags of its source, and how they got there."""

    tagged: Tagged
    placements: tuple[Placement, ...] = ()
    notes: tuple[Note, ...] = ()
    translated: bool = True

    @property
    def acceptable(self) -> bool:
        return not checks.is_error(self.notes)


@dataclass(frozen=True, slots=True)
class _Ask:
    """A request for a sentence: `sentence` as it was put (numbers may be frozen in it)."""

    sentence: Tagged
    request: Request

    @property
    def native(self) -> bool:
        return bool(self.request.tagged.tags)


def answer(cores: Sequence[Tagged], job: Job) -> dict[Tagged, Answer]:
    """An answer for each sentence; equal ones are asked for once."""
    answers, refused = _ask_in_rounds(cores, job)
    pending = [core for core in dict.fromkeys(cores) if core not in answers]
    answers |= _by_clauses(pending, job)
    for core in pending:
        answers.setdefault(core, _kept(core, refused.get(core, ())))
    return answers


def _ask_in_rounds(
    cores: Sequence[Tagged], job: Job
) -> tuple[dict[Tagged, Answer], dict[Tagged, tuple[Note, ...]]]:
    """Acceptable answers, and why those of the other sentences were not."""
    answers: dict[Tagged, Answer] = {}
    refused: dict[Tagged, tuple[Note, ...]] = {}
    asked: set[tuple[Tagged, Request]] = set()
    pending = list(dict.fromkeys(cores))
    for number, ask_for in enumerate(ROUNDS):
        asks = {core: ask for core in pending if (ask := ask_for(core, job.engine)) is not None}
        asks = {core: ask for core, ask in asks.items() if (core, ask.request) not in asked}
        asked |= {(core, ask.request) for core, ask in asks.items()}
        progress = job.progress if number == 0 else None
        for core, replies in zip(asks, _replies(list(asks.values()), job, progress), strict=True):
            for reply in replies:
                judged = _judge(core, reply)
                if judged.acceptable:
                    answers[core] = judged
                    break
                refused.setdefault(core, judged.notes)
        pending = [core for core in pending if core not in answers]
        if not pending:
            break
    return answers, refused


def _by_clauses(cores: Sequence[Tagged], job: Job) -> dict[Tagged, Answer]:
    """Sentences that failed as a whole, a clause at a time; all clauses or nothing."""
    split = {core: [Part.of(piece) for piece in sentences.clauses(core)] for core in cores}
    split = {core: parts for core, parts in split.items() if len(parts) > 1}
    wanted = [part.core for parts in split.values() for part in parts if part.has_words]
    if not wanted:
        return {}
    found, _ = _ask_in_rounds(wanted, job)
    answers = {}
    for core, parts in split.items():
        if all(part.core in found or not part.has_words for part in parts):
            joined = join_parts(parts, found, core)
            note = Note("by-clauses", "Translated a clause at a time: the whole failed a check.")
            judged = _judge(core, replace(joined, notes=(*joined.notes, note)))
            if judged.acceptable:
                answers[core] = judged
    return answers


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text in its place: what stands around it, and what is asked for."""

    hoisted: hoisting.Hoisted
    core: Tagged  # renumbered: equal sentences are equal values
    names: Mapping[Tag, Tag]  # from the core's tags to those of the whole

    @classmethod
    def of(cls, tagged: Tagged) -> Part:
        hoisted = hoisting.hoist(tagged)
        return cls(hoisted, *spans.renumber(hoisted.core))

    @property
    def has_words(self) -> bool:
        return checks.has_words(self.core.text)


def join_parts(parts: Sequence[Part], answers: Mapping[Tagged, Answer], whole: Tagged) -> Answer:
    """The parts' answers in their places; parts without one stay as they are. Each tag of `whole`
    is accounted for once, one that lies over several parts by its least sure place."""
    found = [answers.get(part.core) if part.has_words else None for part in parts]
    tagged = spans.join(
        part.hoisted.around(spans.rename(reply.tagged, part.names) if reply else part.hoisted.core)
        for part, reply in zip(parts, found, strict=True)
    )
    weakest: dict[Tag, Placement] = {}
    for part, reply in zip(parts, found, strict=True):
        for placement in reply.placements if reply else ():
            new = replace(placement, tag=part.names[placement.tag])
            weakest[new.tag] = max(weakest.get(new.tag, new), new, key=_doubt)
    placements = tuple(weakest.get(tag, Placement(tag, Way.HOISTED, 1.0)) for tag in whole.tags)
    notes = tuple(note for reply in found if reply for note in reply.notes)
    return Answer(tagged, placements, notes)


def _doubt(placement: Placement) -> tuple[int, float]:
    return _SUREST_FIRST.index(placement.way), -placement.confidence


_SUREST_FIRST = tuple(Way)


def _as_it_is(core: Tagged, engine: Engine) -> _Ask | None:
    """With placeholders where the engine takes them, else as plain text."""
    request = Request(core.text, core.spans)
    return _Ask(core, request) if core.tags and engine.accepts(request) else _as_plain(core, engine)


def _as_plain(core: Tagged, engine: Engine) -> _Ask | None:
    return _Ask(core, Request(reading.readable(core), attention=bool(core.tags)))


def _wider(core: Tagged, engine: Engine) -> _Ask | None:
    ask = _as_it_is(core, engine)
    return ask and _Ask(core, replace(ask.request, candidates=WIDER))


def _wider_plain(core: Tagged, engine: Engine) -> _Ask | None:
    ask = _as_plain(core, engine)
    return ask and _Ask(core, replace(ask.request, candidates=WIDER))


def _with_signs_frozen(core: Tagged, engine: Engine) -> _Ask | None:
    """Numbers and signs as placeholders: a small model copies those more surely than digits."""
    frozen = protect.freeze(core, checks.sign_ranges(core.text))
    request = Request(frozen.text, frozen.spans)
    return _Ask(frozen, request) if frozen != core and engine.accepts(request) else None


ROUNDS: tuple[Callable[[Tagged, Engine], _Ask | None], ...] = (
    _as_it_is,
    _as_plain,
    _with_signs_frozen,
    _wider,
    _wider_plain,
)


def _replies(
    asks: Sequence[_Ask], job: Job, progress: Progress | None
) -> Iterator[Iterable[Answer]]:
    """For each ask what came back with the tags in place, best first. One engine call and one
    aligner call."""
    if not asks:
        return
    requests = [ask.request for ask in asks]
    found = job.engine.translate(requests, job.source, job.target, progress)
    plain = [
        _Plain.of(ask, hypothesis)
        for ask, hypotheses in zip(asks, found, strict=True)
        if not ask.native and ask.sentence.tags
        for hypothesis in hypotheses
    ]
    links = iter(job.aligner.align([p.bitext for p in plain], job.source, job.target))
    projected = iter(plain)
    for ask, hypotheses in zip(asks, found, strict=True):
        if ask.native:
            yield [_natively(ask, h) for h in hypotheses if h.spans is not None]
        elif not ask.sentence.tags:
            yield [Answer(Tagged(h.text), notes=_cut_short(h)) for h in hypotheses]
        else:
            yield [next(projected).answer(next(links)) for _ in hypotheses]


def _natively(ask: _Ask, hypothesis: Hypothesis) -> Answer:
    tagged = Tagged(hypothesis.text, hypothesis.spans or ())
    placements = tuple(Placement(tag, Way.NATIVE, 1.0) for tag in ask.sentence.tags)
    return Answer(tagged, placements, _cut_short(hypothesis))


@dataclass(frozen=True, slots=True)
class _Plain:
    """A plain translation on its way to get its tags."""

    source: Tagged  # with the text of the POINTs that stand for some
    points: dict[int, Tag]
    bitext: Bitext
    notes: tuple[Note, ...]

    @classmethod
    def of(cls, ask: _Ask, hypothesis: Hypothesis) -> _Plain:
        source, points = reading.materialise(ask.sentence)
        atoms = [Range(*spans.islands(source, tag)[0]) for tag in source.tags if tag.id in points]
        cuts = restore.boundaries(source)
        target = hypothesis.text
        bitext = Bitext(
            source.text,
            target,
            tokens.words(source.text, atoms, cuts),
            tokens.words(target, _occurrences(target, [p.equiv for p in points.values()])),
            hypothesis,
        )
        return cls(source, points, bitext, _cut_short(hypothesis))

    def answer(self, links: Sequence[Link]) -> Answer:
        restored = restore.project(self.source, self.bitext, links)
        reworded = [
            tag
            for tag in restored.tagged.tags
            if tag.id in self.points and _under(restored.tagged, tag) != self.points[tag.id].equiv
        ]
        # The engine's own wording of protected text gives way to it, unless it is so long that
        # words of the sentence would go with it.
        keep = [tag.id for tag in reworded if self._too_long(restored.tagged, tag)]
        tagged = reading.dematerialise(restored.tagged, self.points, keep)
        placements = tuple(
            replace(placement, tag=self.points.get(placement.tag.id, placement.tag))
            for placement in restored.placements
        )
        forced = tuple(
            Note(
                "protected-forced",
                f"“{self.points[tag.id].equiv}” was put where the engine had another wording.",
            )
            for tag in reworded
        )
        return Answer(tagged, placements, (*restored.notes, *forced, *self.notes))

    def _too_long(self, tagged: Tagged, tag: Tag) -> bool:
        wanted = len(tokens.words(self.points[tag.id].equiv))
        return len(tokens.words(_under(tagged, tag))) > 2 * wanted + 1


def _under(tagged: Tagged, tag: Tag) -> str:
    """The text under a WHOLE tag."""
    start, end = spans.islands(tagged, tag)[0]
    return tagged.text[start:end]


def _occurrences(text: str, wanted: Iterable[str]) -> list[Range]:
    """Where texts stand literally, without overlaps."""
    found: list[Range] = []
    for item in wanted:
        at = text.find(item)
        while at >= 0:
            found.append(Range(at, at + len(item)))
            at = text.find(item, at + len(item))
    return list(protect.merge(found))


def _cut_short(hypothesis: Hypothesis) -> tuple[Note, ...]:
    if hypothesis.finished:
        return ()
    return (Note("cut-short", "The engine stopped before its sentence ended.", Severity.ERROR),)


def _judge(core: Tagged, reply: Answer) -> Answer:
    """The reply as an answer to `core`, with what the checks find."""
    extra = [tag for tag in reply.tagged.tags if tag.name == protect.FROZEN]
    tagged = protect.thaw(reply.tagged)[0] if extra else reply.tagged
    tagged = _tidy(core, tagged)
    dropped = {p.tag for p in reply.placements if p.way is Way.DROPPED}
    problems = [
        Note("tags-lost", f"{problem}.".capitalize(), Severity.ERROR)
        for problem in spans.faults(spans.strip(core, dropped), tagged)
    ]
    notes = checks.check(reading.readable(core), reading.readable(tagged))
    known = set(core.tags)
    placements = tuple(p for p in reply.placements if p.tag in known)
    return Answer(tagged, placements, (*reply.notes, *notes, *problems))


def _tidy(core: Tagged, tagged: Tagged) -> Tagged:
    """Without what models add to labels and cells: double spaces, a full stop at the end."""
    if "  " not in core.text:
        tagged = spans.squeeze(tagged)
    if _ADDED_STOP.search(tagged.text) and core.text[-1:].isalnum():
        without = spans.slice_(tagged, 0, len(tagged.text) - 1)
        if not spans.faults(tagged, without):
            return without
    return tagged


_ADDED_STOP = re.compile(r"[^\W\d_]{3}\.\Z|\d\.\Z|\w\w \.\Z")


def _kept(core: Tagged, notes: tuple[Note, ...]) -> Answer:
    """The source text, because nothing acceptable came back."""
    reasons = " ".join(dict.fromkeys(note.message for note in notes if _is_error(note)))
    note = Note("source-kept", f"The source text stays. {reasons}".strip(), Severity.ERROR)
    placements = tuple(Placement(tag, Way.UNCHANGED, 1.0) for tag in core.tags)
    return Answer(core, placements, (note,), translated=False)


def _is_error(note: Note) -> bool:
    return note.severity is Severity.ERROR

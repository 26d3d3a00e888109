"""One sentence to one accepted answer: the ways to ask an engine, and what becomes of its replies.

`WAYS` are the ways to ask for a sentence, tried in order; one that none of them answered acceptably
keeps its source text, with a note. Knows ports and stages, never an engine or an aligner.

A sentence comes as tagged text in which protected stretches are POINTs that stand for them. An
engine that accepts its tags gets them as placeholders. Any other gets the text as a person reads
it; its plain translation is aligned with the source and the tags are projected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from doctrans import checks, reading, sentences, spans
from doctrans.constraints import protect
from doctrans.model import (
    Hypothesis,
    Note,
    Placement,
    Request,
    Severity,
    Tag,
    Tagged,
    Way,
)
from doctrans.parts import Answer, Part, join_parts
from doctrans.plain import Plain
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
class _Ask:
    """A request for a sentence: `sentence` as it was put (numbers may be frozen in it, POINTs stand
    for other text); `names` are the tags that are put back for others."""

    sentence: Tagged
    request: Request
    names: Mapping[Tag, Tag] = field(default_factory=dict)

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
    """Acceptable answers, and why those of the other sentences were not.

    In each round every sentence that has no answer yet is asked for in its own next way.
    """
    answers: dict[Tagged, Answer] = {}
    spare: dict[Tagged, Answer] = {}  # better than none
    refused: dict[Tagged, tuple[Note, ...]] = {}
    ways = {core: _ways(core, job.engine) for core in cores}
    progress = job.progress  # of the first round: the others are small
    while asks := {core: ask for core in ways if (ask := next(ways[core], None)) is not None}:
        for core, replies in zip(asks, _replies(list(asks.values()), job, progress), strict=True):
            for reply in replies:
                judged = _judge(core, reply, job)
                if judged.acceptable and not judged.doubtful:
                    answers[core] = judged
                    break
                if judged.acceptable:
                    spare.setdefault(core, judged)
                refused.setdefault(core, judged.notes)
        ways = {core: ways[core] for core in asks if core not in answers}
        progress = None
    return spare | answers, refused


def _ways(core: Tagged, engine: Engine) -> Iterator[_Ask]:
    """The ways to ask for a sentence, no request twice."""
    asked = set()
    for way in WAYS:
        ask = way(core, engine)
        if ask is not None and ask.request not in asked:
            asked.add(ask.request)
            yield ask


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
            judged = _judge(core, joined.noting((note,)), job)
            if judged.acceptable:
                answers[core] = judged
    return answers


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


def _with_stand_ins(core: Tagged, engine: Engine) -> _Ask | None:
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
    return _Ask(sentence, Request(reading.readable(sentence), attention=True), names)


WAYS: tuple[Callable[[Tagged, Engine], _Ask | None], ...] = (
    _as_it_is,
    _as_plain,
    _with_signs_frozen,
    _with_stand_ins,
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
        Plain.of(ask.sentence, hypothesis)
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
            yield [
                next(projected).answer(next(links)).noting(_cut_short(h)).renamed(ask.names)
                for h in hypotheses
            ]


def _natively(ask: _Ask, hypothesis: Hypothesis) -> Answer:
    tagged = Tagged(hypothesis.text, hypothesis.spans or ())
    placements = tuple(Placement(tag, Way.NATIVE, 1.0) for tag in ask.sentence.tags)
    return Answer(tagged, placements, _cut_short(hypothesis))


def _cut_short(hypothesis: Hypothesis) -> tuple[Note, ...]:
    if hypothesis.finished:
        return ()
    return (Note("cut-short", "The engine stopped before its sentence ended.", Severity.ERROR),)


def _judge(core: Tagged, reply: Answer, job: Job) -> Answer:
    """The reply as an answer to `core`, with what the checks find."""
    extra = [tag for tag in reply.tagged.tags if tag.name == protect.FROZEN]
    tagged = protect.thaw(reply.tagged)[0] if extra else reply.tagged
    tagged = _tidy(core, tagged)
    dropped = {p.tag for p in reply.placements if p.way is Way.DROPPED}
    problems = [
        Note("tags-lost", f"{problem}.".capitalize(), Severity.ERROR)
        for problem in spans.faults(spans.strip(core, dropped), tagged)
    ]
    texts = reading.readable(core), reading.readable(tagged)
    notes = (
        *checks.check(checks.Pair(*texts, job.source, job.target)),
        *checks.emptied(core.text, tagged.text),
    )
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

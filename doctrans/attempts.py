"""One sentence to one accepted answer: the ways to ask an engine, and what becomes of its replies.

`WAYS` are the ways to ask for a sentence, tried in order; one that none of them answered acceptably
keeps its source text, with a note. Knows ports and stages, never an engine or an aligner.

A sentence comes as tagged text in which protected stretches are POINTs that stand for them. An
engine that accepts its tags gets them as placeholders. Any other gets the text as a person reads
it; its plain translation is aligned with the source and the tags are projected.
"""

from __future__ import annotations

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
from doctrans.tidy import tidy

WIDER = 4  # candidates asked for when the best was not acceptable
_WORTH_A_CALL = 8  # failed sentences that are asked again together


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
    """A request for a sentence, `core`: `sentence` as it was put (numbers may be frozen in it,
    POINTs stand for other text); `names` are the tags that are put back for others."""

    core: Tagged
    sentence: Tagged
    request: Request
    names: Mapping[Tag, Tag] = field(default_factory=dict)

    @property
    def native(self) -> bool:
        return bool(self.request.tagged.tags)

    def wider(self) -> _Ask:
        """The same with more candidates."""
        return replace(self, request=replace(self.request, candidates=WIDER))


def answer(cores: Sequence[Tagged], job: Job) -> dict[Tagged, Answer]:
    """An answer for each sentence; equal ones are asked for once."""
    rounds = _Rounds(job)
    distinct = list(dict.fromkeys(cores))
    rounds.ask(distinct, job.progress)
    answers = rounds.found
    pending = [core for core in distinct if core not in answers]
    answers |= _by_clauses(pending, job)
    for core in pending:
        answers.setdefault(core, _kept(core, rounds.refused.get(core, ())))
    return answers


class _Rounds:
    """Asks, judges, and asks again for what failed, in other ways.

    That goes to the engine while it is still at work on the rest, and after the second way all that
    are left are asked together: many small calls one after another would leave it idle.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._accepted: dict[Tagged, Answer] = {}
        self._spare: dict[Tagged, Answer] = {}  # better than none
        self.refused: dict[Tagged, tuple[Note, ...]] = {}  # why the others were not accepted

    @property
    def found(self) -> dict[Tagged, Answer]:
        return self._spare | self._accepted

    def ask(self, cores: Sequence[Tagged], progress: Progress | None = None) -> None:
        done = 0
        failed: list[Tagged] = []
        for batch in _replies([_as_it_is(core, self._job.engine) for core in cores], self._job):
            failed += [ask.core for ask, replies in batch if not self._accept(ask.core, replies)]
            done += len(batch)
            if progress is not None:
                progress(done, len(cores))
            if len(failed) >= _WORTH_A_CALL:
                self._ask_otherwise(failed)
                failed = []
        self._ask_otherwise(failed)

    def _ask_otherwise(self, cores: Sequence[Tagged]) -> None:
        ways = [_other_ways(core, self._job.engine) for core in cores]
        for batch in _replies([own[0] for own in ways if own], self._job):
            for ask, replies in batch:
                self._accept(ask.core, replies)
        rest = [ask for own in ways for ask in own[1:] if ask.core not in self._accepted]
        found = {id(ask): replies for batch in _replies(rest, self._job) for ask, replies in batch}
        for ask in rest:  # whatever came first, the order of the ways decides
            if ask.core not in self._accepted:
                self._accept(ask.core, found[id(ask)])

    def _accept(self, core: Tagged, replies: Iterable[Answer]) -> bool:
        for reply in replies:
            judged = _judge(core, reply, self._job)
            if judged.acceptable and not judged.doubtful:
                self._accepted[core] = judged
                return True
            if judged.acceptable:
                self._spare.setdefault(core, judged)
            self.refused.setdefault(core, judged.notes)
        return False


def _other_ways(core: Tagged, engine: Engine) -> list[_Ask]:
    """The ways to ask for a sentence but the first, no request twice."""
    asks: dict[Request, _Ask] = {}
    for way in WAYS:
        if ask := way(core, engine):
            asks.setdefault(ask.request, ask)
    return list(asks.values())[1:]


def _by_clauses(cores: Sequence[Tagged], job: Job) -> dict[Tagged, Answer]:
    """Sentences that failed as a whole, a clause at a time; all clauses or nothing."""
    split = {core: [Part.of(piece) for piece in sentences.clauses(core)] for core in cores}
    split = {core: parts for core, parts in split.items() if len(parts) > 1}
    wanted = [part.core for parts in split.values() for part in parts if part.has_words]
    if not wanted:
        return {}
    rounds = _Rounds(job)
    rounds.ask(list(dict.fromkeys(wanted)))
    found = rounds.found
    answers = {}
    for core, parts in split.items():
        if all(part.core in found or not part.has_words for part in parts):
            joined = join_parts(parts, found, core)
            note = Note("by-clauses", "Translated a clause at a time: the whole failed a check.")
            judged = _judge(core, joined.noting((note,)), job)
            if judged.acceptable:
                answers[core] = judged
    return answers


def _as_it_is(core: Tagged, engine: Engine) -> _Ask:
    """With placeholders where the engine takes them, else as plain text."""
    if core.tags:
        request = Request(core.text, core.spans)
        if engine.accepts(request):
            return _Ask(core, core, request)
    return _as_plain(core, engine)


def _as_plain(core: Tagged, engine: Engine) -> _Ask:
    return _Ask(core, core, Request(reading.readable(core), attention=bool(core.tags)))


def _wider(core: Tagged, engine: Engine) -> _Ask:
    return _as_it_is(core, engine).wider()


def _wider_plain(core: Tagged, engine: Engine) -> _Ask:
    return _as_plain(core, engine).wider()


def _with_signs_frozen(core: Tagged, engine: Engine) -> _Ask | None:
    """Numbers and signs as placeholders: a small model copies those more surely than digits."""
    frozen = protect.freeze(core, checks.sign_ranges(core.text))
    request = Request(frozen.text, frozen.spans)
    return _Ask(core, frozen, request) if frozen != core and engine.accepts(request) else None


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
    return _Ask(core, sentence, Request(reading.readable(sentence), attention=True), names)


# Every sentence is asked for in the first.
WAYS: tuple[Callable[[Tagged, Engine], _Ask | None], ...] = (
    _as_it_is,
    _as_plain,
    _with_signs_frozen,
    _with_stand_ins,
    _wider,
    _wider_plain,
)


def _replies(asks: Sequence[_Ask], job: Job) -> Iterator[list[tuple[_Ask, Iterable[Answer]]]]:
    """What came back for each ask with the tags in place, best first: as the engine gets ready, in
    batches with one aligner call each. Equal requests go once."""
    groups: dict[Request, list[_Ask]] = {}
    for ask in asks:
        groups.setdefault(ask.request, []).append(ask)
    sharing = list(groups.values())
    if not sharing:
        return
    for answers in job.engine.translate(list(groups), job.source, job.target):
        yield list(
            _read([(ask, found) for index, found in answers.items() for ask in sharing[index]], job)
        )


def _read(
    answered: Sequence[tuple[_Ask, tuple[Hypothesis, ...]]], job: Job
) -> Iterator[tuple[_Ask, Iterable[Answer]]]:
    plain = [
        Plain.of(ask.sentence, hypothesis)
        for ask, hypotheses in answered
        if not ask.native and ask.sentence.tags
        for hypothesis in hypotheses
    ]
    found = job.aligner.align([p.bitext for p in plain], job.source, job.target) if plain else []
    projected = zip(plain, found, strict=True)
    for ask, hypotheses in answered:
        if ask.native:
            yield ask, [_natively(ask, h) for h in hypotheses if h.spans is not None]
        elif not ask.sentence.tags:
            yield ask, [Answer(Tagged(h.text), notes=_cut_short(h)) for h in hypotheses]
        else:
            yield (
                ask,
                [
                    way.answer(links).noting(_cut_short(h)).renamed(ask.names)
                    for h, (way, links) in zip(hypotheses, projected, strict=False)
                ],
            )


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
    tagged = tidy(core, tagged)
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


def _kept(core: Tagged, notes: tuple[Note, ...]) -> Answer:
    """The source text, because nothing acceptable came back."""
    reasons = " ".join(dict.fromkeys(note.message for note in notes if _is_error(note)))
    note = Note("source-kept", f"The source text stays. {reasons}".strip(), Severity.ERROR)
    placements = tuple(Placement(tag, Way.UNCHANGED, 1.0) for tag in core.tags)
    return Answer(core, placements, (note,), translated=False)


def _is_error(note: Note) -> bool:
    return note.severity is Severity.ERROR

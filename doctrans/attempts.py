"""One sentence to one accepted answer: asking an engine, and what becomes of its replies.

A sentence is asked for in the `ways` there are until a reply is acceptable; one that no way
answered acceptably keeps its source text, with a note. Knows ports and stages, never an engine or
an aligner.

A plain translation of a sentence with tags is aligned with its source and the tags are projected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from doctrans import reading, sentences, unasked
from doctrans.constraints.spelling import names
from doctrans.constraints.terms.uses import Method
from doctrans.constraints.world import places
from doctrans.job import Job
from doctrans.judging import judge, with_uses
from doctrans.losses import lost_names, lost_places, names_behind_titles
from doctrans.model import (
    Gender,
    Note,
    Placement,
    Severity,
    Tagged,
    Way,
)
from doctrans.parts import Answer, Part, join_parts
from doctrans.ports import Progress
from doctrans.putting import holding
from doctrans.replies import replied
from doctrans.respelling import is_doubted, respelled
from doctrans.ways import (
    WIDER,
    WIDEST,
    Ask,
    Said,
    as_it_is,
    first,
    of_gender,
    others,
    shorter,
    with_terms,
)

_WORTH_A_CALL = 12  # failed sentences
_NEARLY = 3 / 4  # of the sentences answered: what fails from now on is asked again at once


def begin(cores: Iterable[Tagged], job: Job) -> Asked:
    """Sentences that an engine is at work on when this comes back: there is time for other work
    before their `answers` are asked for."""
    distinct = list(dict.fromkeys(cores))
    said = unasked.said(distinct, job.glossary, job.engine, job.source, job.target)
    for core in distinct:
        _hold(core, job)
    asks = [first(core, job.glossary, job.engine, said) for core in distinct]
    return Asked(distinct, _Pending(asks, replied(asks, job)), job, said)


def _hold(core: Tagged, job: Job) -> None:
    """Names that are surely some, from the first, if the engine takes placeholders: a stand-in
    may cost more than the name is worth."""
    if core in job.held or not (found := names_behind_titles(core, job)):
        return
    if holding(as_it_is(core, job.engine), found, job.engine).native:
        job.held[core] = found


@dataclass(frozen=True, slots=True)
class Asked:
    """See `begin`."""

    _cores: Sequence[Tagged]
    _pending: _Pending
    _job: Job
    _said: Said

    def answers(self) -> dict[Tagged, Answer]:
        """One for each; to be asked for once."""
        rounds = _Rounds(self._job, self._said)
        rounds.ask(self._pending, self._job.progress)
        answers = rounds.found
        clauses = _clauses(core for core in self._cores if core not in answers)
        rounds.ask_at_last(self._cores, clauses)
        rounds.ask_without_names(self._cores)
        answers = rounds.found
        for core, parts in clauses.items():
            if core not in answers and (joined := _joined(core, parts, answers, self._job)):
                answers[core] = joined
        for core in self._cores:
            if core not in answers:
                kept = _kept(core, rounds.refused.get(core, ()))
                answers[core] = with_uses(core, kept, self._job) if self._job.glossary else kept
        return rounds.spelled(answers)


def alternatives(
    cores: Mapping[Tagged, Gender | None], job: Job, way: int
) -> dict[Tagged, list[Answer]]:
    """Other acceptable answers for sentences that have one which is too long, asked for in one of
    the ways that `ways.shorter` gives. Without those that need doubt. With each sentence the gender
    of its persons."""
    asks = [
        of_gender(ask, gender, job.engine) if gender else ask
        for core, gender in cores.items()
        for ask in shorter(core, job.engine)[way : way + 1]
    ]
    return {
        ask.core: [answer for answer in answers if not answer.doubtful]
        for ask, answers in acceptable(_with_terms(asks, job), job)
    }


def wider_answers(
    cores: Iterable[Tagged], job: Job, candidates: int = WIDEST
) -> Iterator[tuple[Tagged, list[Answer]]]:
    """The acceptable answers of a wider search for each sentence, best first."""
    asks = _wider(cores, job, candidates)
    yield from ((ask.core, some) for ask, some in acceptable(asks, job))


def _wider(cores: Iterable[Tagged], job: Job, candidates: int) -> list[Ask]:
    return _with_terms((as_it_is(core, job.engine).wider(candidates) for core in cores), job)


def _with_terms(asks: Iterable[Ask], job: Job) -> list[Ask]:
    return [with_terms(ask, job.glossary, job.engine) for ask in asks]


def acceptable(asks: Sequence[Ask], job: Job) -> Iterator[tuple[Ask, list[Answer]]]:
    """The acceptable answers to each ask, best first; in the order in which the engine gets
    ready."""
    for batch in replied(asks, job):
        for ask, replies in batch:
            judged = (judge(ask.core, reply, job) for reply in replies)
            yield ask, [answer for answer in judged if answer.acceptable]


@dataclass(frozen=True, slots=True)
class _Pending:
    """What was asked, and its replies, which an engine may be at work on."""

    asks: Sequence[Ask]
    replies: Iterator[list[tuple[Ask, Iterable[Answer]]]]


class _Rounds:
    """Asks, judges, and asks again for what failed, in other ways.

    Few sentences cost an engine almost as much as many: what failed is gathered, and asked again
    while the engine is at work on the rest, towards the end at once, so that it need not work for
    them alone; what fails the second way too is asked for in all other ways at once. So are those
    with a word that nobody knows asked for again, which may be spelled otherwise.
    """

    def __init__(self, job: Job, said: Said) -> None:
        self._job, self._said = job, said
        self._accepted: dict[Tagged, Answer] = {}
        self._spare: dict[Tagged, Answer] = {}  # better than none
        self._doubted: set[Tagged] = set()  # accepted, and asked for in other spellings
        self.refused: dict[Tagged, tuple[Note, ...]] = {}  # why the others were not accepted

    @property
    def found(self) -> dict[Tagged, Answer]:
        return self._spare | self._accepted

    def ask(self, first: _Pending, progress: Progress | None = None) -> None:
        """What was asked in the first way, and what fails in the second."""
        done, all_ = 0, len(first.asks)
        failed: list[Tagged] = []
        doubted: list[Tagged] = []
        again: list[_Pending] = []
        for batch in first.replies:
            for ask, replies in batch:
                if not self._accept(ask.core, replies):
                    failed.append(ask.core)
                elif is_doubted(self._accepted[ask.core]):
                    doubted.append(ask.core)
            done += len(batch)
            if progress is not None:
                progress(done, all_)
            waiting = len(failed) + len(doubted)
            if waiting and (waiting >= _WORTH_A_CALL or done >= _NEARLY * all_):
                again.append(self._begin_again(failed, doubted))
                failed, doubted = [], []
        for pending in (*again, self._begin_again(failed, doubted)):
            self._finish(pending)

    def _begin_again(self, failed: Iterable[Tagged], doubted: Iterable[Tagged]) -> _Pending:
        self._doubted.update(doubted)
        return self._begin([*self._otherwise(failed), *_wider(doubted, self._job, WIDER)])

    def spelled(self, answers: Mapping[Tagged, Answer]) -> dict[Tagged, Answer]:
        """The same, others for those with a word that nobody knows which were not asked for yet."""
        left = [c for c, a in answers.items() if c not in self._doubted and is_doubted(a)]
        others = acceptable(_wider(left, self._job, WIDER), self._job)
        found = (
            (ask.core, respelled(ask.core, answers[ask.core], some, self._job))
            for ask, some in others
        )
        return {**answers, **{core: answer for core, answer in found if answer}}

    def _otherwise(self, cores: Iterable[Tagged]) -> list[Ask]:
        return [ask for core in cores for ask in self._others(core)[:1]]

    def _first(self, core: Tagged) -> Ask:
        return first(core, self._job.glossary, self._job.engine, self._said)

    def _others(self, core: Tagged) -> list[Ask]:
        """The first way too where a name was lost: it is held now, or told."""
        asks = others(core, self._job.glossary, self._job.engine, self._said)
        anew = core in self._job.held or core in self._job.placed
        return [self._first(core), *asks] if anew else asks

    def ask_at_last(
        self, cores: Iterable[Tagged], clauses: Mapping[Tagged, Sequence[Part]]
    ) -> None:
        """Those of the sentences that failed, in all other ways, and their clauses."""
        rest = [
            ask for core in cores if core not in self._accepted for ask in self._others(core)[1:]
        ]
        self._ask(rest + [self._first(core) for core in _lacking(clauses, self.found)])
        self._ask(self._otherwise(_lacking(clauses, self.found)))
        left = _lacking(clauses, self.found)
        self._ask([ask for core in left for ask in self._others(core)[1:]])

    def ask_without_names(self, cores: Iterable[Tagged]) -> None:
        """Of which there is no answer with its names held: one that loses them is better than
        none."""
        left = [core for core in cores if core not in self.found and core in self._job.held]
        for core in left:
            del self._job.held[core]
        self._ask([ask for core in left for ask in (self._first(core), *self._others(core))])

    def _ask(self, asks: Sequence[Ask]) -> None:
        self._finish(self._begin(asks))

    def _begin(self, asks: Sequence[Ask]) -> _Pending:
        return _Pending(asks, replied(asks, self._job))

    def _finish(self, pending: _Pending) -> None:
        """Whatever comes first, the order of the ways decides."""
        asks = pending.asks
        found = {id(ask): replies for batch in pending.replies for ask, replies in batch}
        for ask in asks:
            if ask.core not in self._accepted:
                self._accept(ask.core, found[id(ask)])
            elif ask.core in self._doubted:
                self._respell(ask.core, found[id(ask)])

    def _respell(self, core: Tagged, replies: Iterable[Answer]) -> None:
        judged = (judge(core, reply, self._job) for reply in replies)
        others = [answer for answer in judged if answer.acceptable]
        if answer := respelled(core, self._accepted[core], others, self._job):
            self._accepted[core] = answer

    def _accept(self, core: Tagged, replies: Iterable[Answer]) -> bool:
        """Takes the first good one, or of several with terms the first that misses the fewest."""
        best: Answer | None = None
        for reply in replies:
            judged = judge(core, reply, self._job)
            if not judged.acceptable:
                self.refused.setdefault(core, judged.notes)
            elif judged.doubtful:
                self._spare_one(core, judged)
            elif best is None or judged.missed < best.missed:
                best = judged.instead_of(best, Method.CHOSEN) if best else judged
            if best is not None and not best.missed:
                break
        if best is not None:
            self._accepted[core] = best
        return best is not None

    def _spare_one(self, core: Tagged, judged: Answer) -> None:
        """Of those that need doubt the first with the fewest reasons."""
        if core not in self._spare or judged.doubts < self._spare[core].doubts:
            self._spare[core] = judged
        self.refused.setdefault(core, judged.notes)
        texts = reading.readable(core), reading.readable(judged.tagged)
        if any(note.code == names.LOST for note in judged.notes):
            lost = lost_names(core, texts, self._job)
            before = self._job.held.get(core, ())
            self._job.held[core] = tuple(dict.fromkeys((*before, *lost)))
        if any(note.code == places.LOST for note in judged.notes):
            called = lost_places(core, texts, self._job)
            self._job.placed[core] = {**self._job.placed.get(core, {}), **called}


def _clauses(cores: Iterable[Tagged]) -> dict[Tagged, list[Part]]:
    """The clauses of sentences that have several."""
    split = {core: [Part.of(piece) for piece in sentences.clauses(core)] for core in cores}
    return {core: parts for core, parts in split.items() if len(parts) > 1}


def _lacking(
    clauses: Mapping[Tagged, Sequence[Part]], answers: Mapping[Tagged, Answer]
) -> list[Tagged]:
    """The clauses without an answer, of sentences that have none."""
    inner = (
        part.core
        for core, parts in clauses.items()
        if core not in answers
        for part in parts
        if part.has_words and part.core not in answers
    )
    return list(dict.fromkeys(inner))


def _joined(
    core: Tagged, parts: Sequence[Part], answers: Mapping[Tagged, Answer], job: Job
) -> Answer | None:
    """A sentence from its clauses; all of them or nothing."""
    if any(part.has_words and part.core not in answers for part in parts):
        return None
    note = Note("by-clauses", "Translated a clause at a time: the whole failed a check.")
    judged = judge(core, join_parts(parts, answers, core).noting((note,)), job)
    return judged if judged.acceptable else None


def _kept(core: Tagged, notes: tuple[Note, ...]) -> Answer:
    """The source text, because nothing acceptable came back."""
    reasons = " ".join(dict.fromkeys(note.message for note in notes if _is_error(note)))
    note = Note("source-kept", f"The source text stays. {reasons}".strip(), Severity.ERROR)
    placements = tuple(Placement(tag, Way.UNCHANGED, 1.0) for tag in core.tags)
    return Answer(core, placements, (note,), translated=False)


def _is_error(note: Note) -> bool:
    return note.severity is Severity.ERROR

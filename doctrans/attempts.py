"""One sentence to one accepted answer: asking an engine, and what becomes of its replies.

A sentence is asked for in the `ways` there are until a reply is acceptable; one that no way
answered acceptably keeps its source text, with a note. Knows ports and stages, never an engine or
an aligner.

A plain translation of a sentence with tags is aligned with its source and the tags are projected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import capitals, checks, reading, sentences, spans, unasked
from doctrans.constraints import conventions, protect
from doctrans.constraints.address import Formality
from doctrans.constraints.gender.wishes import Wishes
from doctrans.constraints.number_format import NumberFormat
from doctrans.constraints.profanity import Profanity
from doctrans.constraints.terms.casing import capitals_missing
from doctrans.constraints.terms.glossary import Glossary
from doctrans.constraints.terms.uses import Method, Use, uses
from doctrans.constraints.terms.words import times
from doctrans.errors import ModelError
from doctrans.model import (
    Gender,
    Hypothesis,
    Note,
    Placement,
    Request,
    Severity,
    Tagged,
    Way,
)
from doctrans.parts import Answer, Part, join_parts
from doctrans.plain import Plain
from doctrans.ports import Aligner, Engine, Progress
from doctrans.tidy import tidy
from doctrans.ways import (
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


@dataclass(frozen=True, slots=True)
class Job:
    """What stays the same for all documents of one call. Languages are BCP 47; without a glossary
    it is None, never an empty one."""

    engine: Engine
    aligner: Aligner
    source: str
    target: str
    signature: str
    progress: Progress | None = None
    glossary: Glossary | None = None
    formality: Formality | None = None  # None: as most sentences have it
    numbers: NumberFormat | None = None  # None: they stay as they are
    profanity: Profanity = Profanity.REPORT
    gender: Wishes | None = None  # of persons; None: nobody is looked for


def answer(cores: Sequence[Tagged], job: Job) -> dict[Tagged, Answer]:
    """An answer for each sentence; equal ones are asked for once."""
    return begin(cores, job).answers()


def begin(cores: Iterable[Tagged], job: Job) -> Asked:
    """Sentences that an engine is at work on when this comes back: there is time for other work
    before their `answers` are asked for."""
    distinct = list(dict.fromkeys(cores))
    said = unasked.said(distinct, job.glossary, job.engine, job.source, job.target)
    asks = [first(core, job.glossary, job.engine, said) for core in distinct]
    return Asked(distinct, _Pending(asks, _replies(asks, job)), job, said)


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
        answers = rounds.found
        for core, parts in clauses.items():
            if core not in answers and (joined := _joined(core, parts, answers, self._job)):
                answers[core] = joined
        for core in self._cores:
            if core not in answers:
                kept = _kept(core, rounds.refused.get(core, ()))
                answers[core] = with_uses(core, kept, self._job) if self._job.glossary else kept
        return answers


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


def wider_answers(cores: Iterable[Tagged], job: Job) -> Iterator[tuple[Tagged, list[Answer]]]:
    """The acceptable answers of a wider search for each sentence, best first."""
    asks = [as_it_is(core, job.engine).wider(WIDEST) for core in cores]
    yield from ((ask.core, some) for ask, some in acceptable(_with_terms(asks, job), job))


def _with_terms(asks: Iterable[Ask], job: Job) -> list[Ask]:
    return [with_terms(ask, job.glossary, job.engine) for ask in asks]


def acceptable(asks: Sequence[Ask], job: Job) -> Iterator[tuple[Ask, list[Answer]]]:
    """The acceptable answers to each ask, best first; in the order in which the engine gets
    ready."""
    for batch in _replies(asks, job):
        for ask, replies in batch:
            judged = (_judge(ask.core, reply, job) for reply in replies)
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
    them alone; what fails the second way too is asked for in all other ways at once.
    """

    def __init__(self, job: Job, said: Said) -> None:
        self._job, self._said = job, said
        self._accepted: dict[Tagged, Answer] = {}
        self._spare: dict[Tagged, Answer] = {}  # better than none
        self.refused: dict[Tagged, tuple[Note, ...]] = {}  # why the others were not accepted

    @property
    def found(self) -> dict[Tagged, Answer]:
        return self._spare | self._accepted

    def ask(self, first: _Pending, progress: Progress | None = None) -> None:
        """What was asked in the first way, and what fails in the second."""
        done, all_ = 0, len(first.asks)
        failed: list[Tagged] = []
        again: list[_Pending] = []
        for batch in first.replies:
            failed += [ask.core for ask, replies in batch if not self._accept(ask.core, replies)]
            done += len(batch)
            if progress is not None:
                progress(done, all_)
            if failed and (len(failed) >= _WORTH_A_CALL or done >= _NEARLY * all_):
                again.append(self._begin(self._otherwise(failed)))
                failed = []
        for pending in (*again, self._begin(self._otherwise(failed))):
            self._finish(pending)

    def _otherwise(self, cores: Iterable[Tagged]) -> list[Ask]:
        return [ask for core in cores for ask in self._others(core)[:1]]

    def _first(self, core: Tagged) -> Ask:
        return first(core, self._job.glossary, self._job.engine, self._said)

    def _others(self, core: Tagged) -> list[Ask]:
        return others(core, self._job.glossary, self._job.engine, self._said)

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

    def _ask(self, asks: Sequence[Ask]) -> None:
        self._finish(self._begin(asks))

    def _begin(self, asks: Sequence[Ask]) -> _Pending:
        return _Pending(asks, _replies(asks, self._job))

    def _finish(self, pending: _Pending) -> None:
        """Whatever comes first, the order of the ways decides."""
        asks = pending.asks
        found = {id(ask): replies for batch in pending.replies for ask, replies in batch}
        for ask in asks:
            if ask.core not in self._accepted:
                self._accept(ask.core, found[id(ask)])

    def _accept(self, core: Tagged, replies: Iterable[Answer]) -> bool:
        """Takes the first good one, or of several with terms the first that misses the fewest."""
        best: Answer | None = None
        for reply in replies:
            judged = _judge(core, reply, self._job)
            if not judged.acceptable:
                self.refused.setdefault(core, judged.notes)
            elif judged.doubtful:
                self._spare.setdefault(core, judged)
                self.refused.setdefault(core, judged.notes)
            elif best is None or judged.missed < best.missed:
                best = judged.instead_of(best, Method.CHOSEN) if best else judged
            if best is not None and not best.missed:
                break
        if best is not None:
            self._accepted[core] = best
        return best is not None


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
    judged = _judge(core, join_parts(parts, answers, core).noting((note,)), job)
    return judged if judged.acceptable else None


def _replies(asks: Sequence[Ask], job: Job) -> Iterator[list[tuple[Ask, Iterable[Answer]]]]:
    """What came back for each ask with the tags in place, best first: as the engine gets ready, in
    batches with one aligner call each. Equal requests go once. Raises ModelError for an engine
    that leaves a request unanswered."""
    groups: dict[Request, list[Ask]] = {}
    for ask in asks:
        groups.setdefault(ask.request, []).append(ask)
    if not groups:
        return iter(())
    answers = job.engine.translate(list(groups), job.source, job.target)
    return _shared(list(groups.values()), answers, job)


def _shared(
    sharing: Sequence[Sequence[Ask]],
    answers: Iterator[Mapping[int, tuple[Hypothesis, ...]]],
    job: Job,
) -> Iterator[list[tuple[Ask, Iterable[Answer]]]]:
    """`sharing` are the asks of each request."""
    pending = set(range(len(sharing)))
    for some in answers:
        new = {index: found for index, found in some.items() if index in pending and found}
        pending -= new.keys()
        yield list(
            _read([(ask, found) for index, found in new.items() for ask in sharing[index]], job)
        )
    if pending:
        raise ModelError(f"The engine {job.engine.name} left {len(pending)} requests unanswered.")


def _read(
    answered: Sequence[tuple[Ask, tuple[Hypothesis, ...]]], job: Job
) -> Iterator[tuple[Ask, Iterable[Answer]]]:
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
            found_here = [_natively(ask, h) for h in hypotheses if h.spans is not None]
        elif not ask.sentence.tags:
            found_here = [
                Answer(Tagged(h.text), notes=_cut_short(h), score=h.score) for h in hypotheses
            ]
        else:
            found_here = [
                replace(way.answer(links), score=h.score).noting(_cut_short(h)).renamed(ask.names)
                for h, (way, links) in zip(hypotheses, projected, strict=False)
            ]
        if ask.capitals:
            found_here = [replace(r, tagged=capitals.raised(r.tagged)) for r in found_here]
        if ask.annotated:
            found_here = [replace(reply, method=Method.ANNOTATED) for reply in found_here]
        yield ask, found_here


def _natively(ask: Ask, hypothesis: Hypothesis) -> Answer:
    tagged = Tagged(hypothesis.text, hypothesis.spans or ())
    placements = tuple(Placement(tag, Way.NATIVE, 1.0) for tag in ask.sentence.tags)
    return Answer(tagged, placements, _cut_short(hypothesis), score=hypothesis.score)


def _cut_short(hypothesis: Hypothesis) -> tuple[Note, ...]:
    if hypothesis.finished:
        return ()
    return (Note("cut-short", "The engine stopped before its sentence ended.", Severity.ERROR),)


def _judge(core: Tagged, reply: Answer, job: Job) -> Answer:
    """The reply as an answer to `core`, with what the checks find."""
    extra = [tag for tag in reply.tagged.tags if tag.name == protect.FROZEN]
    tagged = protect.thaw(reply.tagged)[0] if extra else reply.tagged
    tagged = conventions.followed(core.text, tidy(core, tagged), job.source, job.target)
    dropped = {p.tag for p in reply.placements if p.way is Way.DROPPED}
    problems = [
        Note("tags-lost", f"{problem}.".capitalize(), Severity.ERROR)
        for problem in spans.faults(spans.strip(core, dropped), tagged)
    ]
    texts = reading.readable(core), reading.readable(tagged)
    notes = (
        *checks.check(checks.Pair(*texts, job.source, job.target)),
        *checks.emptied(core.text, tagged.text),
        *_words_kept(core, tagged),
        *_names_kept(core, texts[1], job),
    )
    known = set(core.tags)
    placements = tuple(p for p in reply.placements if p.tag in known)
    judged = replace(
        reply, tagged=tagged, placements=placements, notes=(*reply.notes, *notes, *problems)
    )
    return with_uses(core, judged, job) if job.glossary else judged


def with_uses(core: Tagged, reply: Answer, job: Job) -> Answer:
    """The reply with what became of its terms."""
    hits = job.glossary.wanted(core) if job.glossary else ()
    if not hits:
        return reply
    text = reading.readable(reply.tagged)
    found = tuple(replace(use, method=reply.method) for use in uses(hits, text, job.target))
    return replace(reply, uses=found, tagged=_with_capitals(reply.tagged, text, found))


def _with_capitals(tagged: Tagged, text: str, found: Sequence[Use]) -> Tagged:
    """The same with the capitals that terms want: *GitHub* where the engine has *Github*."""
    lacking = [
        (use.place, use.hit.target)
        for use in found
        if use.place and capitals_missing(use.hit.target, text[slice(*use.place)])
    ]
    if not lacking:
        return tagged
    place = reading.moved(tagged)
    letters = list(tagged.text)
    for index in range(len(letters)):
        at = place(index)
        for (start, end), wanted in lacking:
            if start <= at < end:
                letters[index] = wanted[at - start]
    return Tagged("".join(letters), tagged.spans)


def _names_kept(core: Tagged, target: str, job: Job) -> Iterator[Note]:
    """Words that are not translated stand as often as in the source, letter by letter. Most are
    placeholders; those that a tag cuts through are several."""
    for name, count in job.glossary.names(core).items() if job.glossary else ():
        found = times(name, target)
        if found != count:
            message = f"“{name}”, which is not translated, stands {found} times instead of {count}."
            yield Note("name-changed", message, Severity.ERROR)


def _words_kept(core: Tagged, tagged: Tagged) -> Iterator[Note]:
    """Lower-case words that a tag holds as in the source: a model that minds tags may copy what is
    in them. Names and codes are seldom in lower case."""
    if not core.tags:
        return
    after = spans.all_islands(tagged)
    for tag, (start, end) in ((tag, places[0]) for tag, places in spans.all_islands(core).items()):
        words = core.text[start:end].strip()
        here = [tagged.text[a:b].strip() for a, b in after.get(tag, ())]
        if _LOWER.fullmatch(words) and here == [words]:
            yield Note("words-kept", f"“{words}” stands in the translation as in the source.")


_LOWER = re.compile(r"[a-z]{3,}(?: [a-z]+)*")


def _kept(core: Tagged, notes: tuple[Note, ...]) -> Answer:
    """The source text, because nothing acceptable came back."""
    reasons = " ".join(dict.fromkeys(note.message for note in notes if _is_error(note)))
    note = Note("source-kept", f"The source text stays. {reasons}".strip(), Severity.ERROR)
    placements = tuple(Placement(tag, Way.UNCHANGED, 1.0) for tag in core.tags)
    return Answer(core, placements, (note,), translated=False)


def _is_error(note: Note) -> bool:
    return note.severity is Severity.ERROR

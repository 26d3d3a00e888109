"""Other wordings of sentences, each narrower than the one before and a little less likely.

Where a box is too small the model is asked again: for more candidates, and for a short wording if
it understands that. What says less is out before width is looked at: the checks hold for each
candidate, and one that negates where the plain translation does not, or the other way round, is
none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import attempts, reading
from doctrans.constraints import address, profanity
from doctrans.constraints.gender import shown
from doctrans.constraints.negation import negates
from doctrans.fitting.lengths import share
from doctrans.layout.widths import width
from doctrans.model import Gender, Segment, Tagged
from doctrans.parts import Answer
from doctrans.pipeline import Draft

LEVELS = 3  # wordings beside the plain one
_NARROWER = 0.97  # of the one before: less is not worth a change
_WORSE = 1.2  # nats a token below the best: what is less likely is not looked at
_LEAST = 0.5  # of the plain wording's width: what is narrower has lost something


@dataclass(frozen=True, slots=True)
class Wordings:
    """By sentence the plain answer and narrower ones, in that order; `costs` beside them are nats
    a token below the best. `limited` are the segments that have limits, by id."""

    answers: Mapping[Tagged, Sequence[Answer]]
    costs: Mapping[Tagged, Sequence[float]]
    limited: Mapping[str, Segment]

    def level(self, draft: Draft, segment: str, level: int) -> dict[Tagged, Answer]:
        """The answers of a segment's sentences, each at this level or its last. Of a segment with
        limits those of a lower level, or none, where these would exceed a limit, or exceed it
        more than its text does anyway."""
        limited = self.limited.get(segment)
        while level and limited and _lengthens(draft, limited, self._level(draft, segment, level)):
            level -= 1
        return self._level(draft, segment, level) if level else {}

    def _level(self, draft: Draft, segment: str, level: int) -> dict[Tagged, Answer]:
        cores = [
            part.core
            for part in draft.parts[segment]
            if part.core in self.answers and not _of_others(draft, segment, part.core)
        ]
        return {core: self.answers[core][min(level, len(self.answers[core]) - 1)] for core in cores}

    def levels(self, draft: Draft, segment: str) -> int:
        """How many wordings a segment has, the plain one included."""
        return max((len(self.answers.get(p.core, ())) for p in draft.parts[segment]), default=1)

    def cost(self, draft: Draft, segment: str, level: int) -> float:
        """What a level costs, in nats a token, mean of the sentences."""
        own = [self.costs[p.core] for p in draft.parts[segment] if p.core in self.costs]
        return sum(costs[min(level, len(costs) - 1)] for costs in own) / len(own) if own else 0.0


def wordings(draft: Draft, segments: Iterable[str]) -> Wordings:
    """Of all sentences of these segments that were translated, in one call of the engine."""
    return narrowing(draft, candidates(draft, segments), width, _NARROWER)


def candidates(draft: Draft, segments: Iterable[str]) -> dict[Tagged, list[Answer]]:
    """Of all sentences of these segments that were translated the plain answer, then others that
    say as much; in one call of the engine."""
    cores = dict.fromkeys(
        part.core
        for segment in segments
        for part in draft.parts[segment]
        if part.has_words and draft.answers[part.core].translated
    )
    known = {core: _gender(draft.answers[core]) for core in cores}
    others = attempts.alternatives(known, draft.job)
    found = {}
    for core in cores:
        plain = draft.answers[core]
        found[core] = [
            plain,
            *(
                replace(a, persons=plain.persons)
                for a in others.get(core, ())
                if _says_as_much(plain, a, draft)
                and _of_the_same(core, plain, a, draft)
                and _as_polite(core, plain, a, draft)
            ),
        ]
    return found


def narrowing(
    draft: Draft,
    found: Mapping[Tagged, Sequence[Answer]],
    length: Callable[[str], float],
    gain: float = 1.0,
) -> Wordings:
    """Of candidates those with less of a length than `gain` of that of every likelier one."""
    answers: dict[Tagged, list[Answer]] = {}
    costs: dict[Tagged, list[float]] = {}
    for core, some in found.items():
        best = max(answer.score for answer in some)
        answers[core] = _narrower(some, best, length, gain)
        costs[core] = [max(0.0, best - answer.score) for answer in answers[core]]
        costs[core][0] = 0.0
    return Wordings(answers, costs, {s.id: s for s in draft.document.segments if s.limits})


def _lengthens(draft: Draft, segment: Segment, instead: Mapping[Tagged, Answer]) -> bool:
    """Whether a segment would be longer than it may be, and than it is."""
    now, then = (
        share(reading.readable(report.target.tagged), segment.limits)
        for report in (draft.segment(segment), draft.segment(segment, instead))
    )
    return then > max(1.0, now)


def _says_as_much(plain: Answer, other: Answer, draft: Draft) -> bool:
    """Whether it negates as the plain one does, uses as many terms and keeps its end, such as a
    colon."""
    if other.missed > plain.missed:
        return False
    one, two = plain.tagged.text, other.tagged.text
    language = draft.job.target
    if negates(one, language) != negates(two, language):
        return False
    return one.rstrip()[-1:].isalnum() == two.rstrip()[-1:].isalnum()


def _as_polite(core: Tagged, plain: Answer, other: Answer, draft: Draft) -> bool:
    """Whether it addresses the reader as the plain one does, and has no profane word more."""
    source, job = reading.readable(core), draft.job
    before, after = (reading.readable(answer.tagged) for answer in (plain, other))
    if not address.shown(source, after, job.target) <= address.shown(source, before, job.target):
        return False
    return not profanity.found(source, after, job.source, job.target)


def _gender(answer: Answer) -> Gender | None:
    """What an answer shows of its persons."""
    genders = {one.shown for one in answer.persons}
    return genders.pop() if len(genders) == 1 else None


def _of_the_same(core: Tagged, plain: Answer, other: Answer, draft: Draft) -> bool:
    """Whether it shows persons of the same gender."""
    language = shown.known(draft.job.target)
    if not plain.persons or not language:
        return True
    roles = [name for one in plain.persons for name in one.settled.person.names]
    source, *targets = map(reading.readable, (core, plain.tagged, other.tagged))
    before, after = (shown.genders(source, target, language, roles) for target in targets)
    return before == after


def _of_others(draft: Draft, segment: str, core: Tagged) -> bool:
    """Whether the sentence speaks of persons of another gender here than elsewhere: its other
    wordings do not."""
    own = draft.chosen.get(segment, {}).get(core)
    return own is not None and _gender(own) is not _gender(draft.answers[core])


def _narrower(
    found: Sequence[Answer], best: float, length: Callable[[str], float], gain: float
) -> list[Answer]:
    """The plain answer, which is the first, then of the others those that are narrower than every
    likelier one."""
    chosen = [found[0]]
    full, reached = width(found[0].tagged.text), length(found[0].tagged.text)
    for answer in sorted(found[1:], key=lambda answer: -answer.score):
        own = length(answer.tagged.text)
        if answer.score < best - _WORSE or width(answer.tagged.text) < _LEAST * full:
            continue
        if own < gain * reached:
            chosen.append(answer)
            reached = own
    if len(chosen) > LEVELS + 1:  # the narrowest always, the likeliest of the others
        chosen = [*chosen[:LEVELS], chosen[-1]]
    return chosen

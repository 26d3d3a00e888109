"""Other wordings of sentences, each narrower than the one before and a little less likely.

Where a box is too small the model is asked again: for short wordings if it understands that, and
where those do not help for more of them. What says less is out before width is looked at: the
checks hold for each candidate, and one that negates where the plain translation does not, or the
other way round, is none, nor is a label without one of its words (*Message* for *Send message*).
One with a word that is none comes last; a label has none such. What a model thinks of a label and
finds unlikely is mostly another word: *Accusé* for *Sign in*, *Antrag* for *Apply*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from doctrans import attempts, reading
from doctrans.constraints import address, profanity
from doctrans.constraints.gender import shown
from doctrans.constraints.negation import negates
from doctrans.constraints.terms import function_words
from doctrans.fitting.lengths import share
from doctrans.layout.widths import width
from doctrans.losses import unknown_words
from doctrans.model import Gender, Segment, Tagged
from doctrans.parts import Answer
from doctrans.pipeline import Draft
from doctrans.ways import SHORTER

LEVELS = 3  # wordings beside the plain one
_NARROWER = 0.97  # of the one before: less is not worth a change
_WORSE = 1.2  # nats a token below the best: what is less likely is not looked at
_WORSE_LABEL = 0.85  # of a label: of two dozen less likely ones three said the same
_MADE_UP = 0.6  # nats a token that a word which is none costs
_LEAST = 0.5  # of the plain wording's width: what is narrower has lost something
_LABEL, _SHORT = 4, 3  # words of one; letters of those that are no words of content
_WORD = re.compile(r"[^\W\d_]+")
_SET_OFF = re.compile(r"\s:\s*$")


class Wordings:
    """Other wordings of the sentences of a draft, asked for as they are needed. Each sentence has
    the plain answer, then others; those that are there stay in their places whatever is asked for
    later. An engine that understands it is asked for short ones first, in one small call; `ways`
    is how many such calls there are."""

    ways = SHORTER

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._found: dict[Tagged, list[Answer]] = {}
        self._answers: dict[Tagged, list[Answer]] = {}
        self._asked: set[tuple[int, Tagged]] = set()
        self._limited = {s.id: s for s in draft.document.segments if s.limits}

    def ask(self, segments: Iterable[str], way: int) -> None:
        """For all sentences of these segments in one of the ways, once; in one call of the
        engine."""
        cores = [c for c in translated(self._draft, segments) if (way, c) not in self._asked]
        self._asked |= {(way, core) for core in cores}
        for core, some in candidates(self._draft, cores, way).items():
            plain, made_up = self._draft.answers[core], self._made_up(core)
            is_label = _is_label(core, plain)
            found = self._found.setdefault(core, [plain])
            found += [answer for answer in some if not (is_label and made_up(answer))]
            listed = self._answers.setdefault(core, found[:1])
            known = {answer.tagged for answer in listed}
            worse = _WORSE_LABEL if is_label else _WORSE
            narrow = narrowing(found, width, _NARROWER, made_up, worse)[1:]
            listed += [answer for answer in narrow if answer.tagged not in known]

    def level(self, segment: str, level: int) -> dict[Tagged, Answer]:
        """The answers of a segment's sentences, each at this level or its last. Of a segment with
        limits those of a lower level, or none, where these would exceed a limit, or exceed it
        more than its text does anyway."""
        limited = self._limited.get(segment)
        while level and limited and self._lengthens(limited, self._level(segment, level)):
            level -= 1
        return self._level(segment, level) if level else {}

    def _level(self, segment: str, level: int) -> dict[Tagged, Answer]:
        return at_level(self._draft, segment, self._answers, level)

    def levels(self, segment: str) -> int:
        """How many wordings a segment has, the plain one included."""
        listed = (self._answers.get(part.core, ()) for part in self._draft.parts[segment])
        return max(map(len, listed), default=1) or 1

    def cost(self, segment: str, level: int) -> float:
        """What a level costs, in nats a token below the best, mean of the sentences."""
        costs = [
            self._cost(part.core, level)
            for part in self._draft.parts[segment]
            if part.core in self._answers
        ]
        return sum(costs) / len(costs) if costs else 0.0

    def _cost(self, core: Tagged, level: int) -> float:
        answers = self._answers[core]
        at = min(level, len(answers) - 1)
        if not at:
            return 0.0
        less = max(0.0, best_score(self._found[core]) - answers[at].score)
        return less + (_MADE_UP if self._made_up(core)(answers[at]) else 0.0)

    def _made_up(self, core: Tagged) -> Callable[[Answer], bool]:
        return lambda answer: made_up(core, answer, self._draft)

    def _lengthens(self, segment: Segment, instead: Mapping[Tagged, Answer]) -> bool:
        """Whether a segment would be longer than it may be, and than it is."""
        now, then = (
            share(reading.readable(report.target.tagged), segment.limits)
            for report in (self._draft.segment(segment), self._draft.segment(segment, instead))
        )
        return then > max(1.0, now)


def at_level(
    draft: Draft, segment: str, answers: Mapping[Tagged, Sequence[Answer]], level: int
) -> dict[Tagged, Answer]:
    """Of a segment's sentences that have some the answers at a level, or their last."""
    listed = {part.core: answers.get(part.core) for part in draft.parts[segment]}
    return {
        core: some[min(level, len(some) - 1)]
        for core, some in listed.items()
        if some and not _of_others(draft, segment, core)
    }


def translated(draft: Draft, segments: Iterable[str]) -> list[Tagged]:
    """The sentences of segments that were translated, each once."""
    return list(
        dict.fromkeys(
            part.core
            for segment in segments
            for part in draft.parts[segment]
            if part.has_words and draft.answers[part.core].translated
        )
    )


def candidates(draft: Draft, cores: Iterable[Tagged], way: int) -> dict[Tagged, list[Answer]]:
    """Other answers for sentences that say as much as the plain ones, in one call of the engine."""
    known = {core: _gender(draft.answers[core]) for core in cores}
    if not known:
        return {}
    return {
        core: [
            replace(a, persons=draft.answers[core].persons)
            for a in others
            if _is_as_good(core, draft.answers[core], a, draft)
        ]
        for core, others in attempts.alternatives(known, draft.job, way).items()
    }


def best_score(answers: Iterable[Answer]) -> float:
    return max(answer.score for answer in answers)


def _is_as_good(core: Tagged, plain: Answer, other: Answer, draft: Draft) -> bool:
    return (
        _says_as_much(plain, other, draft)
        and _of_the_same(core, plain, other, draft)
        and _as_polite(core, plain, other, draft)
        and not _is_cut(core, plain, other, draft)
    )


def _says_as_much(plain: Answer, other: Answer, draft: Draft) -> bool:
    """Whether it negates as the plain one does, uses as many terms and keeps its end, such as a
    colon, which French sets off by a space."""
    if other.missed > plain.missed:
        return False
    one, two = plain.tagged.text, other.tagged.text
    language = draft.job.target
    if negates(one, language) != negates(two, language):
        return False
    if _SET_OFF.search(one) and not _SET_OFF.search(two):
        return False
    return one.rstrip()[-1:].isalnum() == two.rstrip()[-1:].isalnum()


def _is_cut(core: Tagged, plain: Answer, other: Answer, draft: Draft) -> bool:
    """Whether a label, which is no sentence, is the plain one without some of its words, and with
    fewer than its source has."""
    source, before, after = (reading.readable(one) for one in (core, plain.tagged, other.tagged))
    if not _is_label(core, plain) or not _words(after) < _words(before):
        return False
    left = len(_of_content(after, draft.job.target))
    lost = _of_content(before, draft.job.target) - _words(after)
    return bool(lost) and left < len(_of_content(source, draft.job.source))


def _is_label(core: Tagged, plain: Answer) -> bool:
    """Whether it is a few words and no sentence."""
    source, text = (reading.readable(one) for one in (core, plain.tagged))
    is_sentence = text.rstrip().endswith((".", "!", "?"))
    return not is_sentence and len(_words(source)) <= _LABEL


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _of_content(text: str, language: str) -> set[str]:
    primary = language.partition("-")[0].lower()
    words = (word.casefold() for word in _WORD.findall(text))
    return {w for w in words if len(w) > _SHORT and not function_words.is_one(w, primary)}


def _as_polite(core: Tagged, plain: Answer, other: Answer, draft: Draft) -> bool:
    """Whether it addresses the reader as the plain one does, and has no profane word more."""
    source, job = reading.readable(core), draft.job
    before, after = (reading.readable(answer.tagged) for answer in (plain, other))
    if not address.shown(source, after, job.target) <= address.shown(source, before, job.target):
        return False
    return not profanity.found(source, after, job.source, job.target)


def made_up(core: Tagged, answer: Answer, draft: Draft) -> bool:
    """Whether an answer has words that are none and not in the plain one either: a model that is
    made to be short makes up some."""
    plain = draft.answers[core]
    if answer.tagged == plain.tagged:
        return False
    source, *said = map(reading.readable, (core, plain.tagged, answer.tagged))
    before, after = (unknown_words(core, (source, text), draft.job) for text in said)
    return not set(after) <= set(before)


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


def narrowing(
    found: Sequence[Answer],
    length: Callable[[str], float],
    gain: float = 1.0,
    is_last: Callable[[Answer], bool] = lambda answer: False,
    worse: float = _WORSE,
) -> list[Answer]:
    """The plain answer, which is the first, then those of the others with less of a length than
    `gain` of that of every one before: the likeliest first, those that `is_last` names behind
    them. None is less likely than the best by more than `worse` nats a token."""
    chosen = [found[0]]
    lowest = best_score(found) - worse
    full, reached = width(found[0].tagged.text), length(found[0].tagged.text)
    for answer in sorted(found[1:], key=lambda answer: (is_last(answer), -answer.score)):
        own = length(answer.tagged.text)
        if answer.score < lowest or width(answer.tagged.text) < _LEAST * full:
            continue
        if own < gain * reached:
            chosen.append(answer)
            reached = own
    if len(chosen) > LEVELS + 1:  # the narrowest always, the likeliest of the others
        chosen = [*chosen[:LEVELS], chosen[-1]]
    return chosen

"""Other wordings of sentences, each narrower than the one before and a little less likely.

Where a box is too small the model is asked again: for more candidates, and for a short wording if
it understands that. What says less is out before width is looked at: the checks hold for each
candidate, and one that negates where the plain translation does not, or the other way round, is
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from doctrans import attempts
from doctrans.layout.widths import width
from doctrans.model import Tagged
from doctrans.parts import Answer
from doctrans.pipeline import Draft

LEVELS = 3  # wordings beside the plain one
_NARROWER = 0.97  # of the one before: less is not worth a change
_WORSE = 1.2  # nats a token below the best: what is less likely is not looked at
_LEAST = 0.5  # of the plain wording's width: what is narrower has lost something
_NO = {
    "de": r"nicht|kein\w*|nie|niemals|nirgend\w*|ohne|weder|nichts|niemand\w*",
    "fr": r"ne|n|pas|sans|jamais|aucune?s?|rien|personne|ni|non",
    "es": r"no|nunca|jamás|sin|ni|nada|nadie|ningun[oa]s?|ningún|tampoco",
    "en": r"not|no|never|without|neither|nor|nothing|nobody|none|cannot|\w+n't",
}
_NEGATED = {language: re.compile(rf"\b(?:{words})\b", re.I) for language, words in _NO.items()}


@dataclass(frozen=True, slots=True)
class Wordings:
    """By sentence the plain answer and narrower ones, in that order; `costs` beside them are nats
    a token below the best."""

    answers: Mapping[Tagged, Sequence[Answer]]
    costs: Mapping[Tagged, Sequence[float]]

    def level(self, draft: Draft, segment: str, level: int) -> dict[Tagged, Answer]:
        """The answers of a segment's sentences, each at this level or its last."""
        found = {}
        for part in draft.parts[segment]:
            if own := self.answers.get(part.core):
                found[part.core] = own[min(level, len(own) - 1)]
        return found

    def levels(self, draft: Draft, segment: str) -> int:
        """How many wordings a segment has, the plain one included."""
        return max((len(self.answers.get(p.core, ())) for p in draft.parts[segment]), default=1)

    def cost(self, draft: Draft, segment: str, level: int) -> float:
        """What a level costs, in nats a token, mean of the sentences."""
        own = [self.costs[p.core] for p in draft.parts[segment] if p.core in self.costs]
        return sum(costs[min(level, len(costs) - 1)] for costs in own) / len(own) if own else 0.0


def wordings(draft: Draft, segments: Iterable[str]) -> Wordings:
    """Of all sentences of these segments that were translated, in one call of the engine."""
    cores = dict.fromkeys(
        part.core
        for segment in segments
        for part in draft.parts[segment]
        if part.has_words and draft.answers[part.core].translated
    )
    others = attempts.alternatives(cores, draft.job)
    answers: dict[Tagged, list[Answer]] = {}
    costs: dict[Tagged, list[float]] = {}
    for core in cores:
        plain = draft.answers[core]
        found = [plain, *(a for a in others.get(core, ()) if _says_as_much(plain, a, draft))]
        best = max(answer.score for answer in found)
        answers[core] = _narrower(found, best)
        costs[core] = [max(0.0, best - answer.score) for answer in answers[core]]
        costs[core][0] = 0.0
    return Wordings(answers, costs)


def _says_as_much(plain: Answer, other: Answer, draft: Draft) -> bool:
    """Whether it negates as the plain one does and keeps its end, such as a colon."""
    one, two = plain.tagged.text, other.tagged.text
    no = _NEGATED.get(draft.job.target.partition("-")[0].lower())
    if no and bool(no.search(one)) != bool(no.search(two)):
        return False
    return one.rstrip()[-1:].isalnum() == two.rstrip()[-1:].isalnum()


def _narrower(found: Sequence[Answer], best: float) -> list[Answer]:
    """The plain answer, which is the first, then of the others those that are narrower than every
    likelier one."""
    chosen = [found[0]]
    full = reached = width(found[0].tagged.text)
    for answer in sorted(found[1:], key=lambda answer: -answer.score):
        own = width(answer.tagged.text)
        if answer.score < best - _WORSE or own < _LEAST * full:
            continue
        if own < _NARROWER * reached:
            chosen.append(answer)
            reached = own
    if len(chosen) > LEVELS + 1:  # the narrowest always, the likeliest of the others
        chosen = [*chosen[:LEVELS], chosen[-1]]
    return chosen

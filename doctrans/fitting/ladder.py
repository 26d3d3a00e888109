"""What a typesetter does when text does not fit: other words, hyphens, narrower and smaller type.

All of it on values: texts are tried by measuring them, and nothing is written until all is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans.fitting.abbreviating import Abbreviations
from doctrans.fitting.values import Steps
from doctrans.layout.docx.steps import Restyle, restyled, sizes
from doctrans.layout.hyphenating import letters, short_letters, with_hyphens
from doctrans.layout.model import CellBox, Paragraph
from doctrans.layout.needs import Failure, FitVerdict, verdict
from doctrans.layout.rooms import Room
from doctrans.layout.shaping import Measure
from doctrans.report.fit import Mode, Rung

_SAME = Restyle()
_NO_ABBREVIATIONS = Abbreviations({})
# What a rung costs beside nats a token of a wording.
_HYPHENS, _ALL_HYPHENS = 0.05, 0.15
_ABBREVIATED = 0.2
_FOR_A_ROW = 0.3  # nats a token, for a row that may grow


@dataclass(frozen=True, slots=True)
class Wording:
    """A box as it would be with one wording: its paragraphs and what that wording costs. `short`:
    some of its words are abbreviated."""

    level: int
    paragraphs: tuple[Paragraph, ...]
    cost: float
    short: bool = False

    def abbreviated(self, abbreviations: Abbreviations) -> Wording | None:
        """The same with abbreviations; None: it has no word that has one."""
        paragraphs = abbreviations.of_paragraphs(self.paragraphs)
        if paragraphs == self.paragraphs:
            return None
        return replace(self, paragraphs=paragraphs, cost=self.cost + _ABBREVIATED, short=True)

    @property
    def rung(self) -> Rung:
        if self.short:
            return Rung.ABBREVIATIONS
        return Rung.WORDING if self.level else Rung.NONE


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done to a box. `words` get soft hyphens (None: no word does, empty: all), those that
    are `broken` where rules have no place for one too."""

    wording: Wording
    words: frozenset[str] | None
    verdict: FitVerdict
    rung: Rung
    type: Restyle = _SAME
    broken: frozenset[str] = frozenset()

    def text(self, language: str) -> Sequence[Paragraph]:
        """With its hyphens."""
        if self.words is None and not self.broken:
            return self.wording.paragraphs
        words = frozenset[str]() if self.words is None else self.words or None
        return with_hyphens(self.wording.paragraphs, language, words, self.broken)


@dataclass(frozen=True, slots=True)
class Place:
    """A box, its room, and how its text is judged."""

    box: CellBox
    room: Room
    measure: Measure
    language: str
    mode: Mode
    hyphens: bool = True  # whether its text may get soft ones
    abbreviations: Abbreviations = _NO_ABBREVIATIONS

    def judged(self, paragraphs: Sequence[Paragraph]) -> FitVerdict:
        return verdict(self.box, self.room, paragraphs, self.measure)

    def grave(self, found: FitVerdict) -> frozenset[Failure]:
        """Failures for which the type may be touched."""
        allowed = {Failure.GROWS} if self.mode is Mode.BALANCED else set()
        return found.failures - allowed


def best(place: Place, wordings: Sequence[Wording], *, hyphens: bool = True) -> Choice:
    """The cheapest wording that fits, with hyphens, if there may be some, or without; of those that
    do not fit the one that fails least. Where the row may grow, no more is given for it than
    `_FOR_A_ROW`."""
    tried: list[tuple[float, Choice]] = []
    fitting: list[tuple[float, int]] = []
    for wording in sorted(wordings, key=lambda wording: wording.cost):
        if fitting and wording.cost >= min(fitting)[0]:
            break
        for cost, choice in _tried(place, wording, hyphens=hyphens and place.hyphens):
            if choice.verdict.ok:
                fitting.append((cost, len(tried)))
            tried.append((cost, choice))
    if not place.grave(tried[0][1].verdict):
        fitting = [(cost, n) for cost, n in fitting if cost <= _FOR_A_ROW]
        return tried[min(fitting)[1]][1] if fitting else tried[0][1]
    if fitting:
        return tried[min(fitting)[1]][1]
    return min(tried, key=lambda item: (*_badness(item[1].verdict), item[0]))[1]


def _badness(found: FitVerdict) -> tuple[int, int, int, float]:
    clipped = Failure.CLIPPED in found.failures
    return clipped, len(set(found.chopped)), found.need.chops, round(found.over, 1)


def _tried(place: Place, wording: Wording, *, hyphens: bool) -> Iterator[tuple[float, Choice]]:
    plain = place.judged(wording.paragraphs)
    yield wording.cost, Choice(wording, None, plain, wording.rung)
    if plain.ok or not hyphens:
        return
    rung = Rung.ABBREVIATIONS if wording.short else Rung.HYPHENS
    if words := letters(plain.chopped):
        found = place.judged(with_hyphens(wording.paragraphs, place.language, words))
        yield wording.cost + _HYPHENS, Choice(wording, words, found, rung)
        if found.ok:
            return
    found = place.judged(with_hyphens(wording.paragraphs, place.language))
    yield wording.cost + _ALL_HYPHENS, Choice(wording, frozenset(), found, rung)


def steps(limits: Steps, paragraphs: Sequence[Paragraph]) -> Iterator[Restyle]:
    """The mildest first. Smaller letters are narrowed too: what was not enough stays."""
    step = _SAME
    for rung in limits.of_type:
        if rung is Rung.SCALE:
            found = [replace(step, scale=scale) for scale in limits.scales]
        else:
            smaller = sizes(paragraphs, limits.smallest, limits.legible)
            found = [replace(step, size=size) for size in smaller]
        yield from found
        step = found[-1] if found else step


def groups(boxes: Sequence[CellBox]) -> dict[str, tuple[str, ...]]:
    """Boxes that change their type together, by the id of each: the cells of a table's first row,
    those of each column below it; a text box alone."""
    found: dict[tuple[str, str], list[str]] = {}
    for box in boxes:
        role = "head" if box.row == 0 else f"column {box.column}"
        key = (box.table, role) if box.table else ("", box.id)
        found.setdefault(key, []).append(box.id)
    return {id_: tuple(group) for group in found.values() for id_ in group}


def typed(
    places: Mapping[str, Place], chosen: Mapping[str, Choice], limits: Steps
) -> dict[str, Restyle]:
    """The type for the boxes of a group in which some do not fit: the mildest step with which as
    few as possible are clipped or chopped, and as many as possible fit; none where no step helps
    any."""
    failing = [id_ for id_ in chosen if places[id_].grave(chosen[id_].verdict)]
    if not failing:
        return {}
    text = [paragraph for place in places.values() for paragraph in place.box.paragraphs]
    best, found = _left(places, chosen, failing), None
    for step in steps(limits, text):
        if not best[1]:
            break
        tried = {id_: with_type(places[id_], chosen[id_], step) for id_ in failing}
        if (left := _left(places, tried, failing)) < best:
            best, found = left, step
    return dict.fromkeys(places, found) if found else {}


def _left(
    places: Mapping[str, Place], chosen: Mapping[str, Choice], ids: Sequence[str]
) -> tuple[int, int]:
    """How many of these boxes are clipped or chopped, and how many do not fit."""
    verdicts = [(places[id_], chosen[id_].verdict) for id_ in ids]
    worst = sum(bool(found.failures - {Failure.GROWS}) for _, found in verdicts)
    return worst, sum(bool(place.grave(found)) for place, found in verdicts)


def with_type(place: Place, choice: Choice, step: Restyle) -> Choice:
    """The choice in another type."""
    found = place.judged(restyled(choice.text(place.language), step))
    helped = place.grave(choice.verdict) and not place.grave(found)
    rung = Rung.SIZE if step.size < 1 else Rung.SCALE
    return replace(choice, verdict=found, rung=rung if helped else choice.rung, type=step)


def broken(place: Place, choice: Choice) -> Choice:
    """The choice with hyphens in words that would be chopped without one, wherever a syllable may
    begin, if that helps: after all that leaves words as they are written."""
    for word in sorted(short_letters(choice.verdict.chopped)) if place.hyphens else ():
        torn = replace(choice, broken=choice.broken | {word})
        found = place.judged(restyled(torn.text(place.language), choice.type))
        if _badness(found) < _badness(choice.verdict):
            rung = choice.rung if place.grave(found) else Rung.HYPHENS
            choice = replace(torn, verdict=found, rung=rung)
    return choice

"""What a typesetter does when text does not fit: other words, hyphens, narrower and smaller type.

All of it on values: texts are tried by measuring them, and nothing is written until all is chosen.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans.fitting.values import Steps
from doctrans.layout.hyphenating import letters, with_hyphens
from doctrans.layout.model import CellBox, Paragraph
from doctrans.layout.needs import Failure, FitVerdict, verdict
from doctrans.layout.rooms import Room
from doctrans.layout.shaping import Measure
from doctrans.report.fit import Mode, Rung

# What a rung costs beside nats a token of a wording.
_HYPHENS, _ALL_HYPHENS = 0.05, 0.15


@dataclass(frozen=True, slots=True)
class Wording:
    """A box as it would be with one wording: its paragraphs and what that wording costs."""

    level: int
    paragraphs: tuple[Paragraph, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done to a box. `words` get soft hyphens (None: no word does, empty: all)."""

    wording: Wording
    words: frozenset[str] | None
    verdict: FitVerdict
    rung: Rung
    scale: float = 1.0
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A box, its room, and how its text is judged."""

    box: CellBox
    room: Room
    measure: Measure
    language: str
    mode: Mode

    def judged(self, paragraphs: Sequence[Paragraph]) -> FitVerdict:
        return verdict(self.box, self.room, paragraphs, self.measure)

    def grave(self, found: FitVerdict) -> frozenset[Failure]:
        """Failures for which the type may be touched."""
        allowed = {Failure.GROWS} if self.mode is Mode.BALANCED else set()
        return found.failures - allowed


def best(place: Place, wordings: Sequence[Wording]) -> Choice:
    """The cheapest wording that fits, with hyphens or without; of those that do not fit the one
    that fails least."""
    tried = [choice for wording in wordings for choice in _tried(place, wording)]
    fitting = [(cost, n) for n, (cost, choice) in enumerate(tried) if choice.verdict.ok]
    if fitting:
        return tried[min(fitting)[1]][1]
    return min(tried, key=lambda item: (*_badness(item[1].verdict), item[0]))[1]


def _badness(found: FitVerdict) -> tuple[int, int, float]:
    return (Failure.CLIPPED in found.failures, len(found.chopped), found.over)


def _tried(place: Place, wording: Wording) -> Iterator[tuple[float, Choice]]:
    rung = Rung.WORDING if wording.level else Rung.NONE
    plain = place.judged(wording.paragraphs)
    yield wording.cost, Choice(wording, None, plain, rung)
    if plain.ok:
        return
    if words := letters(plain.chopped):
        found = place.judged(with_hyphens(wording.paragraphs, place.language, words))
        yield wording.cost + _HYPHENS, Choice(wording, words, found, Rung.HYPHENS)
        if found.ok:
            return
    found = place.judged(with_hyphens(wording.paragraphs, place.language))
    yield wording.cost + _ALL_HYPHENS, Choice(wording, frozenset(), found, Rung.HYPHENS)


def hyphenated(
    paragraphs: Sequence[Paragraph], language: str, words: Container[str] | None
) -> Sequence[Paragraph]:
    """As a choice wants them."""
    if words is None:
        return paragraphs
    return with_hyphens(paragraphs, language, words or None)


def steps(limits: Steps, size: float) -> Iterator[tuple[float, float]]:
    """(scale, ratio of sizes), the gentlest first; `size` is the smallest of the type, in
    points. Smaller letters are narrowed too: what was not enough stays."""
    for scale in limits.scales:
        yield scale, 1.0
    narrowest = limits.scales[-1] if limits.scales else 1.0
    least = max(limits.least_size * size, min(limits.least_points, size))
    halves = 1
    while size - 0.5 * halves >= least - 1e-6:
        yield narrowest, (size - 0.5 * halves) / size
        halves += 1


def restyled(paragraphs: Sequence[Paragraph], scale: float, size: float) -> tuple[Paragraph, ...]:
    """Paragraphs in narrower and smaller type, sizes in half points as documents have them."""
    return tuple(
        replace(
            paragraph,
            mark=replace(paragraph.mark, size=_half(paragraph.mark.size * size)),
            runs=tuple(
                replace(
                    run,
                    type=replace(
                        run.type,
                        scale=round(run.type.scale * scale, 2),
                        size=_half(run.type.size * size),
                    ),
                )
                for run in paragraph.runs
            ),
        )
        for paragraph in paragraphs
    )


def _half(points: float) -> float:
    return round(2 * points) / 2


def smallest(box: CellBox) -> float:
    """Of the type of a box, in points."""
    sizes = [run.type.size for paragraph in box.paragraphs for run in paragraph.runs]
    return min(sizes or [paragraph.mark.size for paragraph in box.paragraphs] or [10.0])


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
) -> dict[str, tuple[float, float]]:
    """Scale and size for the boxes of a group in which some do not fit: the gentlest step with
    which as many as possible do; none where no step helps any."""
    failing = [id_ for id_ in chosen if places[id_].grave(chosen[id_].verdict)]
    if not failing:
        return {}
    size = min(smallest(places[id_].box) for id_ in places)
    found: list[tuple[int, float, int, tuple[float, float]]] = []
    for n, (scale, ratio) in enumerate(steps(limits, size)):
        verdicts = [_with_type(places[i], chosen[i], scale, ratio) for i in failing]
        left = sum(bool(places[i].grave(v)) for i, v in zip(failing, verdicts, strict=True))
        found.append((left, sum(v.over for v in verdicts), n, (scale, ratio)))
        if not left:
            break
    left = min((item[0] for item in found), default=len(failing))
    if left == len(failing):
        return {}
    step = next(item[3] for item in found if item[0] == left)
    return dict.fromkeys(places, step)


def _with_type(place: Place, choice: Choice, scale: float, size: float) -> FitVerdict:
    text = hyphenated(choice.wording.paragraphs, place.language, choice.words)
    return place.judged(restyled(text, scale, size))


def with_type(place: Place, choice: Choice, scale: float, size: float) -> Choice:
    """The choice in another type."""
    found = _with_type(place, choice, scale, size)
    rung = Rung.SIZE if size < 1 else Rung.SCALE
    helped = place.grave(choice.verdict) and not place.grave(found)
    return replace(
        choice, verdict=found, rung=rung if helped else choice.rung, scale=scale, size=size
    )

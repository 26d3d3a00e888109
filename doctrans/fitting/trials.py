"""What is tried with texts of a page, how boxes take it, and which is best.

Boxes that share a segment, and segments that share a box, are decided together: a unit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from doctrans.layout.html.compare import Change, Fault
from doctrans.report.fit import Mode, Rung

# What hyphens cost beside nats a token of a wording: in words that are too wide, in all.
_SOME, _ALL = 0.05, 0.15
_ABBREVIATED = 0.2
_TYPE = 1.0  # and more the more it is changed
FOR_A_ROW = 0.3  # nats a token, for a row that may grow


@dataclass(frozen=True, slots=True)
class Css:
    """Type in a box: letters that stand closer, by a share of their size, and smaller ones, by the
    share that is left of it."""

    spacing: float = 0.0
    size: float = 1.0

    @property
    def declarations(self) -> str:
        """CSS, without white space; empty: nothing is changed."""
        said = [f"letter-spacing:{-self.spacing:g}em"] if self.spacing else []
        said += [f"font-size:{100 * self.size:g}%"] if self.size < 1 else []
        return ";".join(said)

    @property
    def cost(self) -> float:
        return _TYPE + self.spacing + 1 - self.size if self.declarations else 0.0


NO_CSS = Css()


@dataclass(frozen=True, slots=True)
class Way:
    """A text otherwise. `level` is that of its wording, 0 the plain one; `words` get soft hyphens
    (None: no word does, empty: all); `short`: words are abbreviated; `css` is the type that its
    boxes get."""

    level: int = 0
    words: frozenset[str] | None = None
    short: bool = False
    css: Css = NO_CSS

    @property
    def rung(self) -> Rung:
        if self.css.size < 1:
            return Rung.SIZE
        if self.css.spacing:
            return Rung.SCALE
        if self.short:
            return Rung.ABBREVIATIONS
        if self.words is not None:
            return Rung.HYPHENS
        return Rung.WORDING if self.level else Rung.NONE

    @property
    def cost(self) -> float:
        """What all of it costs but the wording."""
        hyphens = 0.0 if self.words is None else _SOME if self.words else _ALL
        return hyphens + (_ABBREVIATED if self.short else 0.0) + self.css.cost


PLAIN = Way()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A box, or several, at all widths of the window."""

    changes: tuple[Change, ...] = ()

    @property
    def faults(self) -> frozenset[Fault]:
        return frozenset(fault for change in self.changes for fault in change.faults)

    @property
    def chopped(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for change in self.changes for word in change.chopped))

    def grave(self, mode: Mode) -> frozenset[Fault]:
        """Faults that no one accepts: where rows may grow, without those of them."""
        return self.faults - ({Fault.GROWS} if mode is not Mode.STRICT else set())

    @property
    def excess(self) -> float:
        """Pixels, of all boxes and widths."""
        return sum(change.excess for change in self.changes)

    @property
    def worst(self) -> Change:
        """Where it is worst. There must be a change."""
        return max(self.changes, key=lambda c: (len(c.faults), c.excess, c.grows))

    def at(self, window: int) -> Change:
        """At a width of the window, or wherever it is seen."""
        return next((c for c in self.changes if c.window == window), self.changes[0])

    @property
    def grows(self) -> float:
        return max((change.grows for change in self.changes), default=0.0)

    def is_like(self, other: Verdict) -> bool:
        """Whether the same is wrong in the same room, wherever on the page."""
        return _felt(self) == _felt(other)

    def badness(self, mode: Mode) -> tuple[int, int, float]:
        return len(self.grave(mode)), len(self.chopped), round(self.excess + self.grows)


def _felt(verdict: Verdict) -> list[tuple[object, ...]]:
    return [
        (
            *(change.window, change.box.number, change.faults, change.chopped),
            *map(round, (change.excess, change.grows, change.box.room[0])),
        )
        for change in verdict.changes
    ]


def judged(changes: Iterable[Mapping[int, Change]]) -> dict[int, Verdict]:
    """Of boxes, by number, from what is compared at each width."""
    found: dict[int, tuple[Change, ...]] = {}
    for at_width in changes:
        for number, change in at_width.items():
            found[number] = (*found.get(number, ()), change)
    return {number: Verdict(changes) for number, changes in found.items()}


@dataclass(frozen=True, slots=True)
class Unit:
    """Segments, by id, and boxes, by number, that are decided together."""

    segments: tuple[str, ...]
    boxes: tuple[int, ...]

    def verdict(self, shown: Mapping[int, Verdict]) -> Verdict:
        """Of all its boxes. One that is not shown has no fault."""
        return Verdict(tuple(c for n in self.boxes if n in shown for c in shown[n].changes))


def joined(failing: Collection[int], segments: Mapping[int, Sequence[str]]) -> tuple[Unit, ...]:
    """The units of boxes that fail; `segments` are those of all boxes."""
    boxes: dict[str, list[int]] = {}
    for number, own in segments.items():
        for segment in own:
            boxes.setdefault(segment, []).append(number)
    units: list[Unit] = []
    seen: set[int] = set()
    for number in failing:
        if number in seen:
            continue
        found: dict[int, None] = {number: None}
        waiting = [number]
        while waiting:
            for segment in segments[waiting.pop()]:
                new = [n for n in boxes[segment] if n not in found]
                found |= dict.fromkeys(new)
                waiting += new
        seen |= set(found)
        every = dict.fromkeys(segment for n in found for segment in segments[n])
        units.append(Unit(tuple(every), tuple(found)))
    return tuple(units)


@dataclass(frozen=True, slots=True)
class Trial:
    """`cost` is that of the way: nats a token of its wording, and its hyphens."""

    way: Way
    cost: float
    verdict: Verdict


def best(trials: Sequence[Trial], mode: Mode) -> Trial:
    """The cheapest way that fits. Where a row may grow, no more is given for it than `FOR_A_ROW`.
    Of ways that do not fit the one that fails least; type that does not make a text fit is not
    touched. The first is the text as it stands."""
    trials = [t for t in trials if t.way.css == NO_CSS or not t.verdict.grave(mode)]
    fitting = [trial for trial in trials if not trial.verdict.grave(mode)]
    if fitting:
        return min(fitting, key=lambda t: t.cost + (FOR_A_ROW if t.verdict.faults else 0.0))
    return min(trials, key=lambda trial: (trial.verdict.badness(mode), trial.cost))

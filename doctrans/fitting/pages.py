"""One page made to fit: other words and soft hyphens for the boxes that lack room.

The page as it would be written is measured beside its source, whole: what one box takes another
may lack, as in the columns of a table. Each way of making texts fit is tried in all boxes at once,
each box takes the cheapest that helps it, and what then does not fit goes up the ladder again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from doctrans.fitting.texts import Texts
from doctrans.fitting.trials import (
    NO_CSS,
    PLAIN,
    Trial,
    Unit,
    Verdict,
    Way,
    best,
    joined,
    judged,
)
from doctrans.fitting.values import FEW, LAST, Steps
from doctrans.formats.html import copies
from doctrans.formats.html.copies import Copy
from doctrans.layout.html.compare import Fault, compared
from doctrans.layout.html.model import Page
from doctrans.layout.hyphenating import letters
from doctrans.model import Document
from doctrans.pipeline import Draft
from doctrans.report import Result
from doctrans.report.fit import Mode, Rung

ROUNDS = 2  # of going up the ladder again, after the first
Measure = Callable[[Copy], Sequence[Page]]  # a page, at some widths of the window
# Another version of the page that was measured last: some boxes, by number, or all of them.
Again = Callable[[Copy, Collection[int] | None], Sequence[Page]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A page in the end. `first` is how the boxes of its plain translation stand, `last` how they
    do now, by number; `ways` what was done, by segment; `tried` how often what was tried for a
    box."""

    result: Result
    source: Sequence[Page]
    target: Sequence[Page]
    segments: Mapping[int, tuple[str, ...]]  # by box
    first: Mapping[int, Verdict]
    last: Mapping[int, Verdict]
    failed: Sequence[int]  # boxes that do not fit, or did not with the plain translation
    ways: Mapping[str, Way] = field(default_factory=dict)
    tried: Mapping[int, Counter[str]] = field(default_factory=dict)


class Fitting:
    """One page; `source` is how it is shown before it is translated. Raises what `measure` and
    `again` raise."""

    def __init__(
        self,
        draft: Draft,
        mode: Mode,
        steps: Steps,
        source: Sequence[Page],
        measure: Measure,
        again: Again,
    ) -> None:
        self._mode, self._steps, self._measure, self._again = mode, steps, measure, again
        self._source = source
        self._segments = _segments(self._source, draft.document)
        fixed = {
            segment
            for page in self._source
            for box in page.boxes.values()
            if not (box.editable and Rung.HYPHENS in steps.rungs)
            for segment in self._segments.get(box.number, ())
        }
        self._texts = Texts(draft, fixed, steps.abbreviated(draft.job.target))
        self._copies = copies.Translations(draft.document)
        self._tried: dict[int, Counter[str]] = {}

    def fitted(self) -> Fitted:
        plain, target = self._shown({}, self._measure)
        failing = self._failing(plain)
        ways: dict[str, Way] = {}
        shown = plain
        foreseen: dict[Unit, Verdict] = {}
        for _ in range(1 + ROUNDS if self._mode is not Mode.OFF else 0):
            units = [
                unit
                for unit in joined(failing, self._segments)
                if unit not in foreseen or not foreseen[unit].is_like(unit.verdict(shown))
            ]  # where all is as it was when everything was tried, nothing helps
            if not units:
                break
            found = self._climbed(units, ways, shown)
            foreseen |= {unit: trial.verdict for unit, trial in found.items()}
            said = {s: trial.way for unit, trial in found.items() for s in unit.segments}
            again = {s: way for s, way in {**ways, **said}.items() if way != PLAIN}
            if again == ways:
                break
            shown_again, target_again = self._shown(again, lambda copy: self._again(copy, None))
            if self._left(shown_again) > self._left(shown):
                break  # what helps one box may harm others
            ways, shown, target = again, shown_again, target_again
            failing = {n: v for n, v in self._failing(shown).items() if v.grave(self._mode)}
        failed = {*self._failing(plain), *self._failing(shown)} & plain.keys() & shown.keys()
        return Fitted(
            self._result(ways), self._source, target, self._segments, plain, shown,
            sorted(failed), ways, self._tried,
        )  # fmt: skip

    def _shown(
        self, ways: Mapping[str, Way], measure: Measure
    ) -> tuple[dict[int, Verdict], Sequence[Page]]:
        """The page with some segments otherwise: every box that can be compared, by number."""
        pages = measure(self._copies.copy(self._result(ways).document))
        pairs = zip(self._source, pages, strict=True)
        return judged(compared(source, page) for source, page in pairs), pages

    def _result(self, ways: Mapping[str, Way]) -> Result:
        """The translation with some segments in other ways, and the styles of their boxes."""
        result = self._texts.result(ways)
        said = {segment: way.css.declarations for segment, way in ways.items() if way.css != NO_CSS}
        styles = {
            number: said[segment]
            for number, segments in self._segments.items()
            for segment in segments
            if segment in said
        }
        if not styles:
            return result
        return replace(result, document=replace(result.document, typography=styles))

    def _failing(self, shown: Mapping[int, Verdict]) -> dict[int, Verdict]:
        """Boxes with a translated text that do not fit."""
        return {
            number: verdict
            for number, verdict in shown.items()
            if verdict.faults and any(map(self._texts.is_new, self._segments.get(number, ())))
        }

    def _left(self, shown: Mapping[int, Verdict]) -> tuple[int, int, float]:
        failing = self._failing(shown).values()
        grave = [verdict for verdict in failing if verdict.grave(self._mode)]
        return len(grave), len(failing), sum(verdict.excess for verdict in grave)

    # -- the ladder --------------------------------------------------------------------------

    def _climbed(
        self, units: Sequence[Unit], fixed: Mapping[str, Way], shown: Mapping[int, Verdict]
    ) -> dict[Unit, Trial]:
        """The best trial of each unit; all other segments stand as `fixed` says."""
        failing = {number for number, verdict in shown.items() if verdict.faults}
        climb = _Climb(units, fixed, self._mode, failing)
        for unit in units:
            way = climb.now(unit)
            climb.tried[unit] = [Trial(way, self._cost(unit, way), unit.verdict(shown))]
        self._try(climb, _always(PLAIN))
        for rung in self._steps.of_text:
            _RUNGS[rung](self, climb)
        for css in self._steps.in_pages:
            left = [unit for unit in units if climb.best(unit).verdict.grave(self._mode)]
            ways = {unit: replace(climb.best(unit).way, css=css) for unit in left}
            self._try(climb, ways.__getitem__, left)
        return {unit: climb.best(unit) for unit in units}

    def _hyphenate(self, climb: _Climb) -> None:
        """In all words first: where that does not help, neither do fewer."""
        climb.hyphens = True
        before = set(climb.left())
        self._try(climb, _always(Way(0, frozenset())))
        helped = list(before.difference(climb.left()))
        self._try(climb, lambda unit: Way(0, self._too_wide(unit, climb)), helped)

    def _reword(self, climb: _Climb) -> None:
        """Rows that may grow are worth being asked for once, and again where they are few; all
        other faults are worth all ways."""
        for asked in range(self._texts.ways):
            left = climb.left()
            if asked == LAST:
                left = [unit for unit in left if climb.best(unit).verdict.faults != {Fault.GROWS}]
            elif asked and len(left) > FEW * len(self._texts.plain.document.segments):
                left = [unit for unit in left if climb.best(unit).verdict.grave(self._mode)]
            self._texts.ask((segment for unit in left for segment in unit.segments), asked)
            levels = self._texts.levels(s for unit in left for s in unit.segments)
            for level in range(1, levels):
                self._try_spelt(climb, Way(level), left)

    def _abbreviate(self, climb: _Climb) -> None:
        left = climb.left()
        for level in range(self._texts.levels(s for unit in left for s in unit.segments)):
            self._try_spelt(climb, Way(level, short=True), left)

    def _try_spelt(self, climb: _Climb, way: Way, left: Sequence[Unit]) -> None:
        """Without hyphens, then with them."""
        for one in (way, replace(way, words=frozenset())) if climb.hyphens else (way,):
            self._try(climb, _always(one), left)

    def _try(
        self, climb: _Climb, how: Callable[[Unit], Way], among: Sequence[Unit] | None = None
    ) -> None:
        """One way, at once in all units for which it may be better than what they have."""
        trials: dict[Unit, tuple[Way, float]] = {}
        for unit in climb.units if among is None else among:
            way = how(unit)
            cost = self._cost(unit, way)
            if self._is_possible(unit, way) and climb.is_worth(unit, way, cost):
                trials[unit] = way, cost
        if not trials:
            return
        ways = climb.ways({unit: way for unit, (way, _) in trials.items()})
        boxes = climb.concerned(trials)
        shown, _ = self._shown(ways, lambda copy: self._again(copy, boxes))
        for unit, (way, cost) in trials.items():
            climb.tried[unit].append(Trial(way, cost, unit.verdict(shown)))
            for number in unit.boxes:
                self._tried.setdefault(number, Counter())[_name(way)] += 1

    def _cost(self, unit: Unit, way: Way) -> float:
        return self._texts.cost(unit.segments, way.level) + way.cost

    def _is_possible(self, unit: Unit, way: Way) -> bool:
        if way.level and way.level >= self._texts.levels(unit.segments):
            return False
        if way.short and not any(map(self._texts.may_be_shorter, unit.segments)):
            return False
        return way.words is None or any(map(self._texts.may_have_hyphens, unit.segments))

    def _too_wide(self, unit: Unit, climb: _Climb) -> frozenset[str]:
        """The words that hyphens go into first: those that are chopped, or wider than their box was
        in the source; empty, which is all words, where there are none."""
        verdict = climb.tried[unit][0].verdict
        wide = [
            word
            for change in verdict.changes
            for word, width in change.box.words
            if width > change.source.room[0]
        ]
        return letters([*verdict.chopped, *wide])


_RUNGS = {
    Rung.HYPHENS: Fitting._hyphenate,
    Rung.WORDING: Fitting._reword,
    Rung.ABBREVIATIONS: Fitting._abbreviate,
}


def _always(way: Way) -> Callable[[Unit], Way]:
    return lambda unit: way


def _name(way: Way) -> str:
    text = "another wording" if way.level else "the plain translation"
    besides = ["abbreviations"] if way.short else []
    besides += ["soft hyphens"] if way.words is not None else []
    besides += [way.css.declarations.replace(";", " and ")] if way.css != NO_CSS else []
    return f"{text} with {', '.join(besides)}" if besides else text


@dataclass
class _Climb:
    """What has been tried in some units while all else stands as it is."""

    units: Sequence[Unit]
    fixed: Mapping[str, Way]
    mode: Mode
    failing: Collection[int]  # boxes that did not fit before, of these units and others
    tried: dict[Unit, list[Trial]] = field(default_factory=dict)
    hyphens: bool = False  # whether texts may have soft ones by now

    def left(self) -> list[Unit]:
        """The units that do not fit yet."""
        return [unit for unit in self.units if self.best(unit).verdict.faults]

    def now(self, unit: Unit) -> Way:
        return self.fixed.get(unit.segments[0], PLAIN)

    def best(self, unit: Unit) -> Trial:
        return best(self.tried[unit], self.mode)

    def concerned(self, tried: Collection[Unit]) -> set[int]:
        """The boxes of these units, and all others that do not fit yet: which box it is that
        presses what is around several can be said of all of them only."""
        fitting = {unit for unit in self.units if not self.best(unit).verdict.faults} - set(tried)
        found = set(self.failing).difference(*(unit.boxes for unit in fitting))
        return found.union(*(unit.boxes for unit in tried))

    def is_worth(self, unit: Unit, way: Way, cost: float) -> bool:
        """Whether a way is new, and cheaper than one that fits."""
        if any(trial.way == way for trial in self.tried[unit]):
            return False
        found = self.best(unit)
        return bool(found.verdict.faults) or cost < found.cost

    def ways(self, trials: Mapping[Unit, Way]) -> dict[str, Way]:
        """Of all segments. What is not tried now stands in its best way: it takes room, or gives
        it."""
        best = {unit: trials.get(unit) or self.best(unit).way for unit in self.units}
        return {**self.fixed, **{s: way for unit, way in best.items() for s in unit.segments}}


def _segments(pages: Sequence[Page], document: Document) -> dict[int, tuple[str, ...]]:
    """The segments in each box, by its number."""
    values = copies.controls(document)
    found: dict[int, dict[str, None]] = {}
    for page in pages:
        for number, box in page.boxes.items():
            own = found.setdefault(number, {})
            own |= dict.fromkeys(box.segments)
            for name in _SHOWN if not box.editable else ():
                if segment := values.get((number, name)):
                    own[segment] = None
    return {number: tuple(own) for number, own in found.items()}


_SHOWN = ("value", "placeholder")  # attributes that are seen as the text of a control

"""What changes the text of boxes, rung by rung until it fits: hyphens, other wordings,
abbreviations.

Rungs are tried in all boxes that do not fit yet, so that the model is asked for all of them at
once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from doctrans.fitting import ladder
from doctrans.fitting.boxed import Boxed
from doctrans.fitting.ladder import Choice, Place, Wording
from doctrans.fitting.values import FEW, LAST, Steps
from doctrans.fitting.wording import Wordings
from doctrans.layout.needs import Failure
from doctrans.model import Segment, Tagged
from doctrans.parts import Answer
from doctrans.pipeline import Draft
from doctrans.report import Result
from doctrans.report.fit import Rung


class Climb:
    """In one document."""

    def __init__(
        self,
        draft: Draft,
        plain: Result,
        boxed: Boxed,
        offered: Wordings,
        steps: Steps,
    ) -> None:
        """`plain` is the plain translation."""
        self._draft, self._boxed, self._offered, self._steps = draft, boxed, offered, steps
        self._whole = plain
        self._plain = {segment.id: segment for segment in plain.document.segments}
        self._sources = {segment.id: segment for segment in draft.document.segments}

    def chosen(self, places: Mapping[str, Place], plain: Mapping[str, Choice]) -> dict[str, Choice]:
        """For each box that fails what changes its text, rung by rung until it fits."""
        chosen = {id_: plain[id_] for id_ in places}
        found = {id_: [choice.wording] for id_, choice in chosen.items()}
        climbed: set[Rung] = set()
        for rung in self._steps.of_text:
            climbed.add(rung)
            for some in self._more(rung, places, chosen, found):
                hyphens = Rung.HYPHENS in climbed
                for id_ in some:
                    chosen[id_] = ladder.best(places[id_], found[id_], hyphens=hyphens)
        return chosen

    def _more(
        self,
        rung: Rung,
        places: Mapping[str, Place],
        chosen: Mapping[str, Choice],
        found: dict[str, list[Wording]],
    ) -> Iterable[list[str]]:
        """Adds to `found` what a rung has to offer; the boxes that are to be looked at again, each
        time it has done so. Other wordings are asked for in one way after the other: rows that may
        grow are worth the first, and the second where they are few; what is clipped or chopped is
        worth them all."""
        left = [id_ for id_, choice in chosen.items() if not choice.verdict.ok]
        if rung is Rung.HYPHENS:
            yield left
        elif rung is Rung.ABBREVIATIONS:
            for id_ in left:
                short = (one.abbreviated(places[id_].abbreviations) for one in found[id_])
                found[id_] += [one for one in short if one]
            yield left
        for way in range(self._offered.ways) if rung is Rung.WORDING else ():
            left = [id_ for id_, choice in chosen.items() if not choice.verdict.ok]
            if way == LAST:
                left = [id_ for id_ in left if chosen[id_].verdict.failures != {Failure.GROWS}]
            elif way and len(left) > FEW * len(self._sources):
                left = [id_ for id_ in left if places[id_].grave(chosen[id_].verdict)]
            self._offered.ask((s for id_ in left for s in self._boxed.segments(id_)), way)
            yield self._reword(left, found)

    def _reword(self, boxes: Iterable[str], found: dict[str, list[Wording]]) -> list[str]:
        """Adds to `found` the wordings that are new, as they would be written; the boxes that have
        some."""
        new: dict[str, range] = {}
        for id_ in boxes:
            levels = max(map(self._offered.levels, self._boxed.segments(id_)))
            if levels > len(found[id_]):
                new[id_] = range(len(found[id_]), levels)
        for level in sorted({level for levels in new.values() for level in levels}):
            some = [id_ for id_, levels in new.items() if level in levels]
            for id_, wording in self._at(level, some, found):
                found[id_].append(wording)
        return list(new)

    def _at(
        self, level: int, boxes: Sequence[str], found: Mapping[str, Sequence[Wording]]
    ) -> Iterable[tuple[str, Wording]]:
        """Each box with its wording of a level."""
        instead = {
            s: self._offered.level(s, level) for id_ in boxes for s in self._boxed.segments(id_)
        }
        paragraphs = {}
        for id_ in boxes:
            segments = self._boxed.segments(id_)
            paragraphs[id_] = self._boxed.reworded(
                found[id_][0].paragraphs,
                [self._plain[s] for s in segments],
                [self._reworded(s, instead[s]) for s in segments],
            )
        if None in paragraphs.values():
            written = self._boxed.written(self._draft.reworded(self._whole, instead).document)
        for id_, reworded in paragraphs.items():
            costs = [self._offered.cost(s, level) for s in self._boxed.segments(id_)]
            text = written[id_].paragraphs if reworded is None else reworded
            yield id_, Wording(level, text, sum(costs) / len(costs))

    def _reworded(self, segment: str, instead: Mapping[Tagged, Answer]) -> Segment:
        return self._draft.segment(self._sources[segment], instead).target

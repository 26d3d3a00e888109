"""One DOCX document made to fit.

The room of each box is measured in the source, the need of its text in the document as it would
be written. Where everything fits nothing is touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from doctrans import reading
from doctrans.fitting import box_reports, ladder
from doctrans.fitting.boxed import Boxed, Finish
from doctrans.fitting.hyphens import hyphenated
from doctrans.fitting.ladder import Choice, Place, Wording
from doctrans.fitting.lengths import exceeded
from doctrans.fitting.values import FEW, Steps
from doctrans.fitting.wording import Wordings
from doctrans.layout.docx import notes
from doctrans.layout.docx.steps import Restyle
from doctrans.layout.model import CellBox, Face
from doctrans.layout.needs import FitVerdict, need
from doctrans.layout.rooms import rooms
from doctrans.layout.shaping import Measure
from doctrans.model import Segment, Tagged
from doctrans.parts import Answer
from doctrans.pipeline import Draft
from doctrans.report import Result
from doctrans.report.fit import BoxFit, FitReport, Mode, Rung


@dataclass(frozen=True, slots=True)
class Typography:
    """What is changed in a written document besides its text."""

    boxes: Mapping[str, Restyle]
    frozen: tuple[str, ...]  # tables


class Fitting:
    """One document; `finish` writes its type."""

    def __init__(
        self,
        draft: Draft,
        mode: Mode,
        steps: Steps,
        measure: Measure,
        tight: Mapping[str, float],
        finish: Finish,
    ) -> None:
        self._draft, self._mode, self._steps, self._measure = draft, mode, steps, measure
        self._tight = tight
        self._plain = draft.result()
        self._boxed = Boxed(draft.document, measure, finish)
        self._needs = {
            id_: need(box.paragraphs, box.width, measure) for id_, box in self._boxed.source.items()
        }
        heights = {id_: found.height for id_, found in self._needs.items()}
        self._rooms = rooms(list(self._boxed.source.values()), heights)
        self._sources = {segment.id: segment for segment in draft.document.segments}
        self._by_id = {segment.id: segment for segment in self._plain.document.segments}
        self._offered = Wordings(draft)

    def result(self) -> Result:
        source, written = self._boxed.source, self._boxed.translated(self._plain.document)
        told = {
            id_: reason
            for id_, box in source.items()
            if (reason := box_reports.declined(box) or box_reports.declined(written.get(id_)))
        }
        places = {id_: self._place(box) for id_, box in source.items() if id_ not in told}
        plain = {id_: Wording(0, written[id_].paragraphs, 0.0) for id_ in places}
        new = [id_ for id_ in places if self._is_new(id_, written)]
        first = {id_: places[id_].judged(plain[id_].paragraphs) for id_ in new}
        failing = [id_ for id_ in new if not first[id_].ok]
        declined = tuple((id_, why) for id_, why in told.items() if self._boxed.segments(id_))
        report = FitReport(self._mode, len(places), declined=declined, fonts=self._fonts())
        if not failing:
            return box_reports.told(self._plain, report)
        chosen = self._chosen({id_: places[id_] for id_ in failing}, plain)
        as_it_is = {id_: Choice(plain[id_], None, first[id_], Rung.NONE) for id_ in new}
        chosen = {**as_it_is, **chosen}
        for id_, step in self._types(places, chosen).items():
            chosen[id_] = ladder.with_type(places[id_], chosen[id_], step)
        fitted = self._result(chosen)
        in_the_end = self._boxed.written(fitted.document)
        report = replace(
            report,
            boxes=tuple(
                self._fitted(
                    places[id_],
                    first[id_],
                    chosen[id_],
                    places[id_].judged(in_the_end[id_].paragraphs),
                )
                for id_ in failing
            ),
            frozen=fitted.document.typography.frozen,
            restyled=len(fitted.document.typography.boxes),
        )
        return box_reports.told(fitted, report)

    # -- boxes -------------------------------------------------------------------------------

    def _place(self, box: CellBox) -> Place:
        language = self._draft.job.target
        margin = max((self._measure.margin(face) for face in _faces(box)), default=0.0)
        narrower = 1 - margin - self._tight.get(box.id, 0.0)
        narrow = replace(box, width=narrower * box.width)
        hyphens = all(map(self._may_have_hyphens, self._boxed.segments(box.id)))
        return Place(narrow, self._rooms[box.id], self._measure, language, self._mode, hyphens)

    def _may_have_hyphens(self, id_: str) -> bool:
        """Hyphens count against a limit, seen or not."""
        segment = self._by_id[id_]
        if not segment.limits:
            return True
        text = hyphenated(segment, self._draft.job.target, ()).tagged
        return not exceeded(reading.readable(text), segment.limits)

    def _is_new(self, id_: str, written: Mapping[str, CellBox]) -> bool:
        """Whether a box holds other text than its source."""
        changed = written[id_].paragraphs != self._boxed.source[id_].paragraphs
        return changed and bool(self._boxed.segments(id_))

    def _fonts(self) -> tuple[tuple[str, float], ...]:
        margins: dict[str, float] = {}
        for face in {face for box in self._boxed.source.values() for face in _faces(box)}:
            margin = self._measure.margin(face)
            margins[face.family] = max(margin, margins.get(face.family, 0.0))
        return tuple((family, margin) for family, margin in sorted(margins.items()) if margin)

    # -- choosing ----------------------------------------------------------------------------

    def _chosen(
        self, places: Mapping[str, Place], plain: Mapping[str, Wording]
    ) -> dict[str, Choice]:
        """For each box that fails: hyphens if they are enough; if not, other wordings, asked for in
        one way after the other until one fits. Rows that may grow are worth the first, and the
        second where they are few."""
        found = {id_: [plain[id_]] for id_ in places}
        chosen = {id_: ladder.best(place, found[id_]) for id_, place in places.items()}
        for way in range(self._offered.ways):
            left = [id_ for id_, choice in chosen.items() if not choice.verdict.ok]
            if way and len(left) > FEW * len(self._sources):
                left = [id_ for id_ in left if places[id_].grave(chosen[id_].verdict)]
            self._offered.ask((s for id_ in left for s in self._boxed.segments(id_)), way)
            for id_ in self._reword(left, found):
                chosen[id_] = ladder.best(places[id_], found[id_])
        return chosen

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
                [self._by_id[s] for s in segments],
                [self._reworded(s, instead[s]) for s in segments],
            )
        if None in paragraphs.values():
            written = self._boxed.written(self._draft.result(instead).document)
        for id_, reworded in paragraphs.items():
            costs = [self._offered.cost(s, level) for s in self._boxed.segments(id_)]
            text = written[id_].paragraphs if reworded is None else reworded
            yield id_, Wording(level, text, sum(costs) / len(costs))

    def _reworded(self, segment: str, instead: Mapping[Tagged, Answer]) -> Segment:
        return self._draft.segment(self._sources[segment], instead).target

    def _types(
        self, places: Mapping[str, Place], chosen: Mapping[str, Choice]
    ) -> dict[str, Restyle]:
        found: dict[str, Restyle] = {}
        texts = [places[id_].box for id_ in chosen]
        for group in dict.fromkeys(ladder.groups(texts).values()):
            found |= ladder.typed(
                {id_: places[id_] for id_ in group}, {id_: chosen[id_] for id_ in group},
                self._steps,
            )  # fmt: skip
        return found

    # -- the document ------------------------------------------------------------------------

    def _result(self, chosen: Mapping[str, Choice]) -> Result:
        words: dict[str, frozenset[str]] = {}
        for id_, choice in chosen.items():
            if choice.words is not None:
                words |= dict.fromkeys(self._boxed.segments(id_), choice.words)
        result = self._draft.result(self._instead(chosen))
        language = self._draft.job.target
        reports = tuple(
            replace(told, target=hyphenated(told.target, language, words[told.source.id]))
            if told.source.id in words
            else told
            for told in result.report.segments
        )
        styles = {id_: choice.type for id_, choice in chosen.items() if choice.type != Restyle()}
        frozen = self._frozen(chosen) if self._steps.freeze_columns else ()
        document = replace(
            result.document,
            segments=tuple(told.target for told in reports),
            typography=Typography(styles, frozen),
        )
        return Result(document, replace(result.report, segments=reports))

    def _instead(self, chosen: Mapping[str, Choice]) -> dict[str, Mapping[Tagged, Answer]]:
        return {
            segment: self._offered.level(segment, choice.wording.level)
            for id_, choice in chosen.items()
            if choice.wording.level
            for segment in self._boxed.segments(id_)
        }

    def _frozen(self, chosen: Mapping[str, Choice]) -> tuple[str, ...]:
        """Tables that Word would widen: their columns follow their content, and a translated word
        is wider than its column."""
        found: dict[str, None] = {}
        for id_, choice in chosen.items():
            box = self._boxed.source[id_]
            if box.table in self._boxed.freezable and notes.AUTOFIT in box.notes:
                bare = self._place(box).judged(choice.wording.paragraphs)
                if bare.chopped:
                    found[box.table] = None
        return tuple(found)

    def _fitted(self, place: Place, first: FitVerdict, choice: Choice, final: FitVerdict) -> BoxFit:
        box = self._boxed.source[place.box.id]
        segments = self._boxed.segments(box.id)
        return BoxFit(
            box=box.id,
            context=self._by_id[segments[0]].context,
            segments=segments,
            before=frozenset(f.value for f in first.failures),
            failures=frozenset(f.value for f in final.failures),
            rung=choice.rung if final.ok or not place.grave(final) else Rung.NONE,
            width=box.width,
            room=place.room.height,
            need=final.need.height,
            lines=(self._needs[box.id].lines, first.need.lines, final.need.lines),
            scale=choice.type.scale,
            size=choice.type.size,
            words=final.chopped,
        )


def _faces(box: CellBox) -> set[Face]:
    return {run.type.face for paragraph in box.paragraphs for run in paragraph.runs}

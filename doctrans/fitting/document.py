"""One DOCX document made to fit.

The room of each box is measured in the source, the need of its text in the document as it would
be written. Where everything fits nothing is touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from doctrans import reading
from doctrans.fitting import box_reports, ladder
from doctrans.fitting.abbreviating import Abbreviations, shortened
from doctrans.fitting.boxed import Boxed
from doctrans.fitting.climb import Climb
from doctrans.fitting.hyphens import hyphenated
from doctrans.fitting.ladder import Choice, Place, Wording
from doctrans.fitting.lengths import exceeded
from doctrans.fitting.values import Steps
from doctrans.fitting.wording import Wordings
from doctrans.layout.docx import notes
from doctrans.layout.docx.steps import Restyle
from doctrans.layout.model import CellBox, Face
from doctrans.layout.needs import FitVerdict
from doctrans.layout.rooms import rooms
from doctrans.layout.shaping import Measure
from doctrans.model import Tagged
from doctrans.parts import Answer
from doctrans.pipeline import Draft
from doctrans.report import Result, SegmentReport
from doctrans.report.fit import BoxFit, FitReport, Mode, Rung


@dataclass(frozen=True, slots=True)
class Typography:
    """What is changed in a written document besides its text."""

    boxes: Mapping[str, Restyle]
    frozen: tuple[str, ...]  # tables


class Fitting:
    """One document."""

    def __init__(
        self,
        draft: Draft,
        mode: Mode,
        steps: Steps,
        measure: Measure,
        tight: Mapping[str, float],
        boxed: Boxed,
    ) -> None:
        self._draft, self._mode, self._steps, self._measure = draft, mode, steps, measure
        self._tight = tight
        self._plain = draft.result()
        self._boxed = boxed
        heights = {id_: found.height for id_, found in boxed.needs.items()}
        self._rooms = rooms(list(self._boxed.source.values()), heights)
        self._by_id = {segment.id: segment for segment in self._plain.document.segments}
        self._reports = {told.source.id: told for told in self._plain.report.segments}
        self._offered = Wordings(draft)
        self._abbreviations = steps.abbreviated(draft.job.target)

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
        as_it_is = {id_: Choice(plain[id_], None, first[id_], Rung.NONE) for id_ in new}
        climb = Climb(self._draft, self._plain, self._boxed, self._offered, self._steps)
        chosen = as_it_is | climb.chosen({id_: places[id_] for id_ in failing}, as_it_is)
        for id_, step in self._types(places, chosen).items():
            chosen[id_] = ladder.with_type(places[id_], chosen[id_], step)
        if Rung.HYPHENS in self._steps.rungs:
            free = [id_ for id_ in failing if not self._limited(id_)]
            chosen |= {id_: ladder.broken(places[id_], chosen[id_]) for id_ in free}
        fitted = self._result(chosen)
        in_the_end = self._boxed.in_the_end(fitted.document)
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
        segments = self._boxed.segments(box.id)
        return Place(
            narrow,
            self._rooms[box.id],
            self._measure,
            language,
            self._mode,
            all(map(self._may_have_hyphens, segments)),
            self._may_be_written(segments),
        )

    def _may_be_written(self, segments: Iterable[str]) -> Abbreviations:
        """Instead of words; those of a glossary stay."""
        return self._abbreviations.without(
            use.hit.target for s in segments for use in self._reports[s].terms
        )

    def _limited(self, id_: str) -> bool:
        return any(self._by_id[segment].limits for segment in self._boxed.segments(id_))

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
        by_segment = {
            segment: choice
            for id_, choice in chosen.items()
            for segment in self._boxed.segments(id_)
        }
        result = self._draft.reworded(self._plain, self._instead(chosen))
        reports = tuple(
            self._spelt(told, by_segment[told.source.id]) if told.source.id in by_segment else told
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

    def _spelt(self, told: SegmentReport, choice: Choice) -> SegmentReport:
        """With the abbreviations and hyphens of a choice."""
        target = told.target
        if choice.wording.short:
            told = shortened(told, self._may_be_written((told.source.id,)))
            target = told.target
        if choice.words is not None or choice.broken:
            target = hyphenated(target, self._draft.job.target, choice.words, choice.broken)
        return replace(told, target=target)

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
            lines=(self._boxed.needs[box.id].lines, first.need.lines, final.need.lines),
            scale=choice.type.scale,
            size=choice.type.size,
            words=final.chopped,
            cell=bool(box.table),
        )


def _faces(box: CellBox) -> set[Face]:
    return {run.type.face for paragraph in box.paragraphs for run in paragraph.runs}

"""One DOCX document made to fit.

The room of each box is measured in the source, the need of its text in the document as it would
be written: what the writer makes of a translation is what is measured. Where everything fits
nothing is touched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from doctrans import reading
from doctrans.fitting import ladder, packages
from doctrans.fitting.hyphens import hyphenated
from doctrans.fitting.ladder import Choice, Place, Wording
from doctrans.fitting.lengths import exceeded
from doctrans.fitting.values import Steps
from doctrans.fitting.wording import Wordings, wordings
from doctrans.formats.docx import DocxFormat
from doctrans.layout.docx import notes
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.docx.restyle import freezable
from doctrans.layout.docx.steps import Restyle
from doctrans.layout.model import CellBox, Direction, Face
from doctrans.layout.needs import FitVerdict, need
from doctrans.layout.rooms import rooms
from doctrans.layout.shaping import Measure
from doctrans.model import Document, Note, Severity
from doctrans.pipeline import Draft
from doctrans.ports import Written
from doctrans.report import Result
from doctrans.report.fit import BoxFit, FitReport, Mode, Rung

_PARAGRAPH = re.compile(r"(.+):p(\d+)(?:\.\d+)?")  # ids of segments that are paragraphs
Finish = Callable[[Document, Written], Written]


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
        self._finish = finish
        self._plain = draft.result()
        source = packages.parts(draft.document.skeleton.package)
        self._source = self._boxes(source)
        self._freezable = freezable(source)
        needs = {
            box.id: need(box.paragraphs, box.width, measure).height for box in self._source.values()
        }
        self._rooms = rooms(list(self._source.values()), needs)
        self._segments = self._segments_of_boxes()
        self._by_id = {segment.id: segment for segment in self._plain.document.segments}

    def result(self) -> Result:
        written = self._written(self._plain.document)
        told = {
            box.id: reason
            for box in self._source.values()
            if (reason := _declined(box) or _declined(written.get(box.id)))
        }
        judged = [box for box in self._source.values() if box.id not in told]
        places = {box.id: self._place(box) for box in judged}
        plain = {id_: Wording(0, written[id_].paragraphs, 0.0) for id_ in places}
        first = {id_: places[id_].judged(plain[id_].paragraphs) for id_ in places}
        failing = [id_ for id_ in places if not first[id_].ok and self._is_new(id_, written)]
        declined = tuple((id_, reason) for id_, reason in told.items() if self._segments.get(id_))
        report = FitReport(self._mode, len(places), declined=declined, fonts=self._fonts())
        if not failing:
            return self._told(self._plain, report)
        chosen = {
            id_: Choice(plain[id_], None, first[id_], Rung.NONE)
            for id_ in places
            if id_ not in failing
        }
        for id_ in failing:
            chosen[id_] = ladder.best(places[id_], [plain[id_]])
        left = [id_ for id_ in failing if not ladder.is_cheap(chosen[id_])]
        offered = wordings(self._draft, (s for id_ in left for s in self._segments[id_]))
        for id_, some in self._wordings(left, plain, offered).items():
            chosen[id_] = ladder.best(places[id_], some)
        for id_, step in self._types(places, chosen).items():
            chosen[id_] = ladder.with_type(places[id_], chosen[id_], step)
        fitted = self._result(chosen, offered)
        final = self._judged(fitted.document, places, failing)
        report = replace(
            report,
            boxes=tuple(
                self._fitted(places[id_], first[id_], chosen[id_], final[id_]) for id_ in failing
            ),
            frozen=fitted.document.typography.frozen,
            restyled=len(fitted.document.typography.boxes),
        )
        return self._told(fitted, report)

    # -- boxes and segments ------------------------------------------------------------------

    def _boxes(self, parts: Mapping[str, bytes]) -> dict[str, CellBox]:
        found = boxes(parts, label_width=self._measure.width)
        return {box.id: box for box in found}

    def _written(self, document: Document) -> dict[str, CellBox]:
        """The boxes of a document as it would be written."""
        written = self._finish(document, DocxFormat().write(document))
        package = packages.opened(written.data, document.skeleton.options.limits)
        return self._boxes(packages.parts(package))

    def _segments_of_boxes(self) -> dict[str, tuple[str, ...]]:
        by_place: dict[tuple[str, int], list[str]] = defaultdict(list)
        for segment in self._draft.document.segments:
            if match := _PARAGRAPH.fullmatch(segment.id):
                by_place[match[1], int(match[2])].append(segment.id)
        found = {}
        for box in self._source.values():
            part = re.sub(r"^word/|\.xml$", "", box.id.partition("#")[0])
            found[box.id] = tuple(s for n in box.places for s in by_place.get((part, n), ()))
        return found

    def _place(self, box: CellBox) -> Place:
        language = self._draft.job.target
        margin = max((self._measure.margin(face) for face in _faces(box)), default=0.0)
        narrower = 1 - margin - self._tight.get(box.id, 0.0)
        narrow = replace(box, width=narrower * box.width)
        hyphens = all(map(self._may_have_hyphens, self._segments[box.id]))
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
        changed = written[id_].paragraphs != self._source[id_].paragraphs
        return changed and bool(self._segments.get(id_))

    def _fonts(self) -> tuple[tuple[str, float], ...]:
        margins: dict[str, float] = {}
        for face in {face for box in self._source.values() for face in _faces(box)}:
            margin = self._measure.margin(face)
            margins[face.family] = max(margin, margins.get(face.family, 0.0))
        return tuple((family, margin) for family, margin in sorted(margins.items()) if margin)

    # -- choosing ----------------------------------------------------------------------------

    def _wordings(
        self, failing: Sequence[str], plain: Mapping[str, Wording], offered: Wordings
    ) -> dict[str, list[Wording]]:
        """Of each box the plain wording and the others, as they would be written."""
        found = {id_: [plain[id_]] for id_ in failing}
        most = {
            id_: max(offered.levels(self._draft, s) for s in self._segments[id_]) for id_ in failing
        }
        for level in range(1, max(most.values(), default=1)):
            some = [id_ for id_ in failing if most[id_] > level]
            instead = {
                s: offered.level(self._draft, s, level) for id_ in some for s in self._segments[id_]
            }
            written = self._written(self._draft.result(instead).document)
            for id_ in some:
                costs = [offered.cost(self._draft, s, level) for s in self._segments[id_]]
                cost = sum(costs) / len(costs)
                found[id_].append(Wording(level, written[id_].paragraphs, cost))
        return found

    def _types(
        self, places: Mapping[str, Place], chosen: Mapping[str, Choice]
    ) -> dict[str, Restyle]:
        found: dict[str, Restyle] = {}
        texts = [place.box for id_, place in places.items() if self._segments.get(id_)]
        for group in dict.fromkeys(ladder.groups(texts).values()):
            found |= ladder.typed(
                {id_: places[id_] for id_ in group}, {id_: chosen[id_] for id_ in group},
                self._steps,
            )  # fmt: skip
        return found

    # -- the document ------------------------------------------------------------------------

    def _instead(self, chosen: Mapping[str, Choice], offered: Wordings) -> dict[str, Any]:
        return {
            segment: offered.level(self._draft, segment, choice.wording.level)
            for id_, choice in chosen.items()
            if choice.wording.level
            for segment in self._segments[id_]
        }

    def _result(self, chosen: Mapping[str, Choice], offered: Wordings) -> Result:
        words: dict[str, frozenset[str]] = {}
        for id_, choice in chosen.items():
            if choice.words is not None:
                words |= dict.fromkeys(self._segments[id_], choice.words)
        result = self._draft.result(self._instead(chosen, offered))
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

    def _frozen(self, chosen: Mapping[str, Choice]) -> tuple[str, ...]:
        """Tables that Word would widen: their columns follow their content, and a translated word
        is wider than its column."""
        found: dict[str, None] = {}
        for id_, choice in chosen.items():
            box = self._source[id_]
            if box.table in self._freezable and notes.AUTOFIT in box.notes:
                bare = self._place(box).judged(choice.wording.paragraphs)
                if bare.chopped:
                    found[box.table] = None
        return tuple(found)

    # -- what became of it -------------------------------------------------------------------

    def _judged(
        self, document: Document, places: Mapping[str, Place], failing: Collection[str]
    ) -> dict[str, FitVerdict]:
        written = self._written(document)
        return {id_: places[id_].judged(written[id_].paragraphs) for id_ in failing}

    def _fitted(self, place: Place, first: FitVerdict, choice: Choice, final: FitVerdict) -> BoxFit:
        box = self._source[place.box.id]
        segments = self._segments[box.id]
        source = need(box.paragraphs, box.width, self._measure)
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
            lines=(source.lines, first.need.lines, final.need.lines),
            scale=choice.type.scale,
            size=choice.type.size,
            words=final.chopped,
        )

    def _told(self, result: Result, report: FitReport) -> Result:
        """With the report, and a note on each box in which text does not fit."""
        said: dict[str, tuple[Note, ...]] = {
            box.segments[0]: (_note(box, self._mode),) for box in report.unfit
        }
        segments = tuple(
            replace(told, notes=(*told.notes, *said.get(told.source.id, ())))
            for told in result.report.segments
        )
        return replace(result, report=replace(result.report, segments=segments, fit=report))


def _faces(box: CellBox) -> set[Face]:
    return {run.type.face for paragraph in box.paragraphs for run in paragraph.runs}


def _declined(box: CellBox | None) -> str:
    """Why a box is not judged; empty: it is."""
    if box is None:
        return "it is not found again in the translation"
    if box.direction is not Direction.LEFT_TO_RIGHT:
        rotated = box.direction is Direction.ROTATED
        return "its text is rotated" if rotated else "its text runs from right to left"
    if notes.NO_ROOM in box.notes or box.width <= 0:
        return notes.NO_ROOM
    if box.squeezed:
        return "its text is squeezed to the width of its cell by the program that shows it"
    return ""


def _note(box: BoxFit, mode: Mode) -> Note:
    grave = bool(box.failures - {"grows"}) or mode is Mode.STRICT
    said = {
        "clipped": f"{box.need - box.room:.1f} points of its text are not seen",
        "chopped": f"{', '.join(f'“{word}”' for word in box.words)} is wider than the box",
        "grows": f"its row becomes {box.need - box.room:.1f} points higher",
    }
    how = "; ".join(said[name] for name in sorted(box.failures))
    message = (
        f"The text does not fit ({how}): the box is {box.width:.1f} points wide, its text may be "
        f"{box.room:.1f} high and needs {box.need:.1f}."
    )
    severity = Severity.ERROR if grave else Severity.INFO
    return Note("does-not-fit", message, severity, box.segments[0])

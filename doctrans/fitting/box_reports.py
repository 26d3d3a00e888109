"""What is said of a DOCX document that was fitted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from doctrans.layout.docx import notes
from doctrans.layout.model import CellBox, Direction
from doctrans.model import Note, Severity
from doctrans.report import Result
from doctrans.report.fit import BoxFit, FitReport, Mode


def told(result: Result, report: FitReport) -> Result:
    """The result with the report, and a note on each box in which text does not fit."""
    said: Mapping[str, tuple[Note, ...]] = {
        box.segments[0]: (_note(box, report.mode),) for box in report.unfit
    }
    segments = tuple(
        replace(segment, notes=(*segment.notes, *said.get(segment.source.id, ())))
        for segment in result.report.segments
    )
    return replace(result, report=replace(result.report, segments=segments, fit=report))


def declined(box: CellBox | None) -> str:
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
    grown = "its row" if box.cell else "the box"
    said = {
        "clipped": f"{box.need - box.room:.1f} points of its text are not seen",
        "chopped": f"{', '.join(f'“{word}”' for word in box.words)} is wider than the box",
        "grows": f"{grown} becomes {box.need - box.room:.1f} points higher",
    }
    how = "; ".join(said[name] for name in sorted(box.failures))
    message = (
        f"The text does not fit ({how}): the box is {box.width:.1f} points wide, its text may be "
        f"{box.room:.1f} high and needs {box.need:.1f}."
    )
    severity = Severity.ERROR if grave else Severity.INFO
    return Note("does-not-fit", message, severity, box.segments[0])

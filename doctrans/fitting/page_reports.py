"""What is said of a page that was fitted, and of how it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from doctrans.fitting.pages import Fitted
from doctrans.fitting.trials import PLAIN
from doctrans.layout.html.compare import Fault
from doctrans.model import Note, Severity
from doctrans.report import Result
from doctrans.report.fit import Mode, Rung
from doctrans.report.pages import PageBox, PageFit, PageProof


def fitted(found: Fitted, report: PageFit) -> Result:
    """The result with `report` filled in, and a note on each box in which text does not fit."""
    declined = {
        name(number, box.name): box.declined
        for page in found.source
        for number, box in page.boxes.items()
        if box.declined and box.seen and found.segments.get(number)
    }
    boxes = tuple(_box(found, number, report.mode) for number in found.failed)
    report = replace(
        report,
        measured=len(found.first),
        boxes=boxes,
        declined=tuple(declined.items()),
        missing=found.source[0].missing,
    )
    notes: dict[str, list[Note]] = {}
    for box in report.unfit:
        notes.setdefault(box.segments[0], []).append(_note(box, report))
    segments = tuple(
        replace(told, notes=(*told.notes, *notes.get(told.source.id, ())))
        for told in found.result.report.segments
    )
    result = found.result
    return replace(result, report=replace(result.report, segments=segments, fit=report))


def proved(result: Result, proof: PageProof) -> Result:
    """With the proof."""
    return replace(result, report=replace(result.report, proof=proof))


def name(number: int, element: str) -> str:
    """Of a box, in reports."""
    return f"{element}#{number}"


def _box(found: Fitted, number: int, mode: Mode) -> PageBox:
    first, last = found.first[number], found.last[number]
    worst = (last if last.faults else first).worst
    plain, end = first.at(worst.window), last.at(worst.window)
    segments = found.segments[number]
    contexts = {told.source.id: told.source.context for told in found.result.report.segments}
    tried = found.tried.get(number, Counter())
    return PageBox(
        box=name(number, end.box.name),
        context=contexts[segments[0]],
        segments=segments,
        before=frozenset(fault.value for fault in first.faults),
        failures=frozenset(fault.value for fault in last.faults),
        rung=Rung.NONE if last.grave(mode) else _rung(found, segments),
        window=worst.window,
        room=end.source.room,
        need=end.box.need,
        excess=last.worst.excess,
        grows=last.worst.grows,
        lines=(end.source.lines, plain.box.lines, end.box.lines),
        words=last.chopped,
        tried=tuple(what if times == 1 else f"{what}, {times} times"
                    for what, times in tried.items()),
    )  # fmt: skip


def _rung(found: Fitted, segments: Sequence[str]) -> Rung:
    rungs = {found.ways.get(segment, PLAIN).rung for segment in segments}
    last_first = (Rung.SIZE, Rung.SCALE, Rung.ABBREVIATIONS, Rung.HYPHENS, Rung.WORDING)
    return next((rung for rung in last_first if rung in rungs), Rung.NONE)


def _note(box: PageBox, report: PageFit) -> Note:
    grave = bool(box.failures - {Fault.GROWS.value}) or report.mode is Mode.STRICT
    how = "; ".join(
        said.format(box.excess, box.grows, ", ".join(f"“{word}”" for word in box.words))
        for fault, said in _SAID.items()
        if fault.value in box.failures
    )
    room, need = (f"{width:.0f} by {height:.0f}" for width, height in (box.room, box.need))
    where = f" in a window of {box.window} pixels" if box.window else ""
    tried = f" Tried: {'; '.join(box.tried)}." if box.tried else ""
    message = (
        f"The text of {box.box} does not fit{where} ({how}): its source has {room} pixels, it "
        f"takes {need}.{tried}"
    )
    severity = Severity.ERROR if grave else Severity.INFO
    return Note("does-not-fit", message, severity, box.segments[0])


_SAID = {
    Fault.CLIPPED: "{0:.0f} pixels of it are cut off",
    Fault.SPILLS: "{0:.0f} pixels of it stand outside of its box",
    Fault.CHOPPED: "{2} is broken without a hyphen",
    Fault.WIDENS: "what is around it becomes too narrow by {0:.0f} pixels",
    Fault.GROWS: "its row or control becomes {1:.0f} pixels higher",
}

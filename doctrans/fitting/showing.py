"""The proof of a page: what a browser shows before and after, box by box and as pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from doctrans.fitting.page_reports import name
from doctrans.fitting.pages import Fitted
from doctrans.fitting.proving import pillow
from doctrans.formats.html import copies
from doctrans.layout.html.compare import TOLERANCE, Change, Fault, compared
from doctrans.layout.html.model import Kind, Page
from doctrans.layout.html.tab import Tab
from doctrans.model import Document
from doctrans.report.pages import PageProof, ShownBox, ShownPage

_GAP = 16  # pixels between two pictures
_RED, _GREY = (200, 0, 0), (213, 218, 223)


def proof(found: Fitted, before: Document, tab: Tab, widths: Sequence[int]) -> PageProof:
    """Every box of the translation against that of the source."""
    after, location = found.result.document, before.skeleton.options.location
    printed = [
        tab.printed(copy.data, copy.encoding, location)
        for copy in (copies.of_source(before), copies.of_translation(after))
    ]
    pages = tuple(
        _shown(source, target, found)
        for source, target in zip(found.source, found.target, strict=True)
    )
    return PageProof(
        tab.name,
        pages,
        found.source[0].missing,
        (printed[0], printed[1]),
        lambda: _pictures(before, after, tab, widths),
    )


def _shown(source: Page, target: Page, found: Fitted) -> ShownPage:
    changes = compared(source, target)
    cells = [c for c in changes.values() if c.box.kind is Kind.CELL]
    return ShownPage(
        window=source.width,
        boxes=len(changes),
        moved=sum(abs(change.moved) > TOLERANCE for change in cells),
        grown=sum(change.box.row - change.source.row > TOLERANCE for change in cells),
        size=(source.size, target.size),
        failing=tuple(
            _failing(change, found.segments.get(number, ()))
            for number, change in changes.items()
            if change.faults
        ),
    )


def _failing(change: Change, segments: tuple[str, ...]) -> ShownBox:
    return ShownBox(
        box=name(change.box.number, change.box.name),
        segments=segments,
        failures=frozenset(fault.value for fault in change.faults),
        lost=max(change.sideways, change.down)
        if change.faults & {Fault.CLIPPED, Fault.SPILLS}
        else 0.0,
        chopped=change.chopped,
        wider=change.wider,
        grows=change.grows,
        moved=change.moved,
        lines=(change.source.lines, change.box.lines),
    )


def _pictures(
    before: Document, after: Document, tab: Tab, widths: Sequence[int]
) -> Iterator[bytes]:
    image, draw = pillow()
    location = before.skeleton.options.location
    source, target = copies.of_source(before), copies.of_translation(after)
    for width in widths:
        shots = []
        pages = []
        for copy in (source, target):
            pages += tab.measure(copy.data, copy.encoding, location, [width])
            shots.append(image.open(io.BytesIO(tab.picture())).convert("RGB"))
        pen = draw.Draw(shots[1])
        for change in compared(*pages).values():
            if change.faults - {Fault.GROWS}:
                pen.rectangle(change.box.frame, outline=_RED, width=2)
        size = sum(shot.width for shot in shots) + _GAP, max(shot.height for shot in shots)
        sheet = image.new("RGB", size, _GREY)
        sheet.paste(shots[0], (0, 0))
        sheet.paste(shots[1], (shots[0].width + _GAP, 0))
        out = io.BytesIO()
        sheet.save(out, "PNG")
        yield out.getvalue()

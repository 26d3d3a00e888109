"""The proof: source and translation as LibreOffice sets them, cell by cell.

Copies of both in which every cell and text box has a colour of its own are rendered and compared
(`layout.proof`), and the documents themselves for pictures: all in one call of the renderer, since
starting it costs more than setting a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from doctrans.errors import ConfigurationError
from doctrans.fitting import packages
from doctrans.formats.docx.container import rewrite
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.model import CellBox
from doctrans.layout.proof import compare, glyphs, office
from doctrans.layout.proof.glyphs import Pages, Rect
from doctrans.layout.proof.probe import Colour, ground, probe
from doctrans.ports import Limits
from doctrans.report.proof import BoxProof, ProofReport

RENDERER = "LibreOffice Writer"
_SCALE = 1.25  # pixels a point
_GAP = 16  # pixels between two pages
_RED = (200, 0, 0)


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A document's PDF, its pages in colours, and its boxes."""

    pdf: bytes
    pages: Pages
    colours: Mapping[Colour, str]
    boxes: list[CellBox]

    def cells(self) -> dict[str, compare.Cell]:
        return compare.cells(self.pages, self.colours, self.boxes)

    def places(self, box: str) -> list[tuple[int, Rect]]:
        """Where a box's ground is painted."""
        colour = next((colour for colour, id_ in self.colours.items() if id_ == box), None)
        return self.pages.grounds.get(ground(colour), []) if colour else []


class Prover:
    """Of one document, whose bytes are `source`: it is rendered once, with the first translation.
    `limits` are those that it was read with."""

    def __init__(self, source: bytes, limits: Limits) -> None:
        self._source_data, self._limits = source, limits
        self._source: _Rendered | None = None

    def prove(self, target: bytes) -> ProofReport:
        """Each box of a translation against that of the source. Raises ConfigurationError where the
        renderer or what reads its pages is not installed."""
        due = {"target": target}
        if self._source is None:
            due["source"] = self._source_data
        rendered = _rendered(due, self._limits)
        self._source = rendered.get("source", self._source)
        assert self._source is not None
        return _report(self._source, rendered["target"])


def _rendered(documents: Mapping[str, bytes], limits: Limits) -> dict[str, _Rendered]:
    """Documents as they are and with colours, in one call of the renderer."""
    files, known = dict(documents), {}
    for name, data in documents.items():
        package = packages.opened(data, limits)
        parts = packages.parts(package)
        found = list(boxes(parts))
        coloured, colours = probe(parts, [box.id for box in found])
        changed = {part: data for part, data in coloured.items() if data != parts[part]}
        files[f"{name}-probe"] = rewrite(package, changed, frozenset())
        known[name] = colours, found
    pdfs = office.pdfs(files)
    return {
        name: _Rendered(pdfs[name], glyphs.read(pdfs[f"{name}-probe"]), *known[name])
        for name in documents
    }


def _report(source: _Rendered, target: _Rendered) -> ProofReport:
    before, after = source.cells(), target.cells()
    seen = [id_ for id_ in before if before[id_].lines]
    texts = {box.id: "".join(p.text for p in box.paragraphs) for box in target.boxes}
    failing = []
    for id_ in seen:
        lost = len("".join(texts.get(id_, "").split()))
        gone = compare.Cell(0, before[id_].width, before[id_].height, lost, ())
        change = compare.compared(before[id_], after.get(id_, gone))
        if not change.fits:
            numbers = (change.lost, change.chopped, change.grows, change.moved)
            failing.append(BoxProof(id_, *numbers))
    pages = source.pages.count, target.pages.count
    marks = [place for box in failing for place in target.places(box.box)]
    return ProofReport(
        RENDERER,
        len(seen),
        tuple(failing),
        pages,
        lambda: _side_by_side(source.pdf, target.pdf, marks),
    )


def _side_by_side(source: bytes, target: bytes, marks: list[tuple[int, Rect]]) -> Iterator[bytes]:
    import io

    image, draw = pillow()
    pages = [_images(source), _images(target)]
    for number in range(max(map(len, pages))):
        pair = [page[number] if number < len(page) else None for page in pages]
        if right := pair[1]:
            pen = draw.Draw(right)
            for _, rect in (mark for mark in marks if mark[0] == number):
                corners = (rect.left, rect.top, rect.right, rect.bottom)
                pen.rectangle([_SCALE * at for at in corners], outline=_RED, width=2)
        shown = [page for page in pair if page]
        size = sum(page.width for page in shown) + _GAP, max(page.height for page in shown)
        sheet = image.new("RGB", size, "grey")
        for page, left in zip(pair, (0, (pair[0] or shown[0]).width + _GAP), strict=True):
            if page:
                sheet.paste(page, (left, 0))
        out = io.BytesIO()
        sheet.save(out, "PNG", optimize=True)
        yield out.getvalue()


def _images(pdf: bytes) -> list[Any]:
    document = glyphs.pdfium().PdfDocument(pdf)
    try:
        return [page.render(scale=_SCALE).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def pillow() -> tuple[Any, Any]:
    try:
        from PIL import Image, ImageDraw
    except ImportError as error:
        raise ConfigurationError(
            "Pictures of pages need Pillow.", hint="Install it: pip install 'doctrans[render]'."
        ) from error
    return Image, ImageDraw

"""The glyphs and grounds of a PDF by their colours (pypdfium2). Points, from the top left."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from doctrans.errors import ConfigurationError
from doctrans.layout.proof.probe import Colour

_HYPHENS = {0x2, 0xFFFE}  # what PDFium says for a hyphen at the end of a line
_SAME_LINE = 0.45  # of the size: a raised character stands as high above its line, a line does not


@dataclass(frozen=True, slots=True)
class Rect:
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """`baseline` is where it stands, `size` that of its font; `box` is what of it is painted."""

    char: str
    page: int
    baseline: float
    size: float
    box: Rect


@dataclass(frozen=True, slots=True)
class Pages:
    """What is painted in each colour, in order; `grounds` with the number of the page."""

    count: int
    glyphs: dict[Colour, list[Glyph]]
    grounds: dict[Colour, list[tuple[int, Rect]]]

    def lines(self, colour: Colour) -> list[list[Glyph]]:
        """The glyphs of one colour by the line that they stand on, raised ones with the others."""
        found: list[list[Glyph]] = []
        for glyph in self.glyphs.get(colour, ()):
            line = next((line for line in reversed(found) if _on(glyph, line)), None)
            if line is None:
                found.append([glyph])
            else:
                line.append(glyph)
        return found


def _on(glyph: Glyph, line: list[Glyph]) -> bool:
    first = line[0]
    near = _SAME_LINE * max(glyph.size, first.size)
    return glyph.page == first.page and abs(glyph.baseline - first.baseline) < near


def read(pdf: bytes) -> Pages:
    """Everything visible. White space is left out."""
    library = pdfium()
    glyphs: dict[Colour, list[Glyph]] = defaultdict(list)
    grounds: dict[Colour, list[tuple[int, Rect]]] = defaultdict(list)
    document = library.PdfDocument(pdf)
    try:
        count = len(document)
        for number in range(count):
            page = document[number]
            height = page.get_height()
            for colour, glyph in _glyphs(page.get_textpage(), number, height, library.raw):
                glyphs[colour].append(glyph)
            for colour, rect in _grounds(page, height, library.raw):
                grounds[colour].append((number, rect))
    finally:
        document.close()
    return Pages(count, dict(glyphs), dict(grounds))


def _glyphs(text: Any, page: int, height: float, raw: Any) -> list[tuple[Colour, Glyph]]:
    found = []
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        char = "-" if code in _HYPHENS else chr(code)
        if char.isspace():
            continue
        colour = [ctypes.c_uint() for _ in range(4)]
        if not raw.FPDFText_GetFillColor(text, index, *colour):
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        box = Rect(left.value, height - top.value, right.value, height - bottom.value)
        red, green, blue, _ = (part.value for part in colour)
        size = raw.FPDFText_GetFontSize(text, index)
        found.append(((red, green, blue), Glyph(char, page, height - y.value, size, box)))
    return found


def _grounds(page: Any, height: float, raw: Any) -> list[tuple[Colour, Rect]]:
    found = []
    for index in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if not fill.value:  # a line: what it would be filled with means nothing
            continue
        colour = [ctypes.c_uint() for _ in range(4)]
        edges = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetFillColor(item, *colour) and raw.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            red, green, blue, _ = (part.value for part in colour)
            found.append(((red, green, blue), Rect(left, height - top, right, height - bottom)))
    return found


def pdfium() -> Any:
    """The library. Raises ConfigurationError where it is not installed."""
    try:
        import pypdfium2
    except ImportError as error:
        raise ConfigurationError(
            "Reading rendered pages needs pypdfium2.",
            hint="Install it: pip install 'doctrans[render]'.",
        ) from error
    return pypdfium2

"""How wide and how high text is in a font, by HarfBuzz.

Word and LibreOffice set text without kerning unless the document asks for it (`w:kern`), so that
the width of most text is the sum of its characters' advances, which are remembered. Scripts that
join or reorder their characters are shaped, a piece at a time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from doctrans.layout import widths
from doctrans.layout.fonts import MARGINS, FontFile, Fonts, Match, needed
from doctrans.layout.model import Caps, Face, Type

SMALL_CAPS = 0.8  # of the size; LibreOffice's, about Word's
RAISED = 0.58
# Ranges of characters that stand side by side, each as wide as it is alone.
_SIMPLE = (
    (0x0000, 0x0590), (0x1E00, 0x200B), (0x2010, 0x202A), (0x202F, 0x2060), (0x2070, 0x20D0),
    (0x2100, 0x2E80), (0x2E80, 0xA000), (0xAC00, 0xD7A4), (0xF900, 0xFB00), (0xFE10, 0xFE70),
    (0xFF00, 0xFFF0),
)  # fmt: skip
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\n")
_FEATURES = {"kern": False, "liga": False, "clig": False}
# Where no font has a character, or there is no font at all: of the size.
_MISSING = 0.6
_ABOVE, _BELOW = 0.905, 0.212  # Liberation Sans


@dataclass(frozen=True, slots=True)
class Heights:
    """Of a line set in one type, above and below its baseline, the font's own gap included."""

    above: float
    below: float


class Measure:
    """Measures with the fonts of a machine. Not to be shared between threads."""

    def __init__(self, fonts: Fonts | None = None) -> None:
        self._fonts = fonts or Fonts()
        self._known: dict[FontFile, _Font] = {}
        self._lenders: dict[str, _Font | None] = {}
        self._simple: dict[tuple[Face, Caps], dict[str, float]] = {}

    def width(self, text: str, type: Type) -> float:
        """Points."""
        return sum(self.advances(text, type))

    def advances(self, text: str, type: Type) -> list[float]:
        """The width of every character, 0 for those that are not seen by themselves: marks on the
        one before, soft hyphens, line breaks."""
        sized = type.size * (RAISED if type.raised else 1.0) * type.scale
        units = self._known_units(text, type) or self._new_units(text, type)
        if not type.spacing:
            return [unit * sized for unit in units]
        return [
            unit * sized + (0.0 if char in _UNSEEN or unicodedata.combining(char) else type.spacing)
            for char, unit in zip(text, units, strict=True)
        ]

    def heights(self, type: Type) -> Heights:
        """A raised character's line is as high as that of the others."""
        font = self._font(type.face)
        return Heights(font.above * type.size, font.below * type.size)

    def margin(self, face: Face) -> float:
        """The share by which widths may be off."""
        found = self._fonts.find(face)
        return found.margin if found else MARGINS[Match.ANY]

    def _font(self, face: Face) -> _Font:
        found = self._fonts.find(face)
        return self._opened(found.font) if found else _TABLE

    def _opened(self, file: FontFile) -> _Font:
        if file not in self._known:
            self._known[file] = _opened(file)
        return self._known[file]

    def _known_units(self, text: str, type: Type) -> list[float] | None:
        """Advances as shares of the size where all characters have been met before."""
        if type.kerning:
            return None
        known = self._simple.get((type.face, type.caps), {})
        try:
            return [known[char] for char in text]
        except KeyError:
            return None

    def _new_units(self, text: str, type: Type) -> list[float]:
        font = self._font(type.face)
        if type.kerning and type.caps is Caps.NONE and (kerned := font.kerned(text)):
            return kerned
        known = self._simple.setdefault((type.face, type.caps), {})
        found: list[float] = []
        for simple, group in groupby(text, _is_simple):
            if not simple:
                found += self._shaped("".join(group), font)
                continue
            for char in group:
                if char not in known:
                    known[char] = 0.0 if char in _UNSEEN else self._unit(char, font, type.caps)
                found.append(known[char])
        return found

    def _unit(self, char: str, font: _Font, caps: Caps) -> float:
        if caps is Caps.NONE or (upper := char.upper()) == char:
            return self._alone(char, font)
        shrunk = SMALL_CAPS if caps is Caps.SMALL else 1.0
        return shrunk * sum(self._alone(one, font) for one in upper)  # `ß` becomes two

    def _alone(self, char: str, font: _Font) -> float:
        found = font.unit(char)
        if found is None:
            lender = self._lender(char)
            found = lender.unit(char) if lender else widths.width(char) / 1000
        return _MISSING if found is None else found

    def _shaped(self, text: str, font: _Font) -> list[float]:
        if font.unit(text[0]) is None and (lender := self._lender(text[0])):
            font = lender
        return font.shaped(text)

    def _lender(self, char: str) -> _Font | None:
        """Another font that has the character, as renderers look for one."""
        if char not in self._lenders:
            opened = map(self._opened, self._fonts.all())
            self._lenders[char] = next((f for f in opened if f.unit(char) is not None), None)
        return self._lenders[char]


def _is_simple(char: str) -> bool:
    code = ord(char)
    return any(low <= code < high for low, high in _SIMPLE)


@dataclass(slots=True)
class _Font:
    """Advances of one font, as shares of its size. `unit` gives None for characters it lacks."""

    unit: Callable[[str], float | None]
    shaped: Callable[[str], list[float]]
    kerned: Callable[[str], list[float] | None]
    above: float
    below: float


_TABLE = _Font(
    unit=lambda char: widths.width(char) / 1000,
    shaped=lambda text: [widths.width(char) / 1000 for char in text],
    kerned=lambda text: None,
    above=_ABOVE,
    below=_BELOW,
)


def _opened(file: FontFile) -> _Font:
    harfbuzz = needed()
    face = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(file.path)), file.index)
    font = harfbuzz.Font(face)
    em = face.upem
    known: dict[str, float | None] = {}

    def unit(char: str) -> float | None:
        if char not in known:
            glyph = font.get_nominal_glyph(ord(char))
            known[char] = None if glyph is None else font.get_glyph_h_advance(glyph) / em
        return known[char]

    def shaped(text: str, features: dict[str, bool] = _FEATURES) -> list[float]:
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        harfbuzz.shape(font, buffer, features)
        found = [0.0] * len(text)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            found[info.cluster] += place.x_advance / em
        return found

    extents = font.get_font_extents("ltr")
    return _Font(
        unit,
        shaped,
        lambda text: shaped(text, {"kern": True}),
        above=(extents.ascender + extents.line_gap) / em,
        below=-extents.descender / em,
    )

"""Fonts that draw signs for letters: what is written in them is no words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from doctrans.formats.docx.xml import Node

# Lower case, without spaces.
_FONTS = frozenset(
    (
        "fontawesome", "itczapfdingbats", "marlett", "monotypesorts", "mtextra",
        "segoefluenticons", "segoemdl2assets", "symbol", "symbolmt", "webdings", "wingdings",
        "wingdings2", "wingdings3", "zapfdingbats",
    )
)  # fmt: skip
_FAMILIES = ("fontawesome", "materialicons", "materialsymbols")  # of several weights
# Of these, by font, the characters that are boxes, empty or ticked.
_BOXES = {
    "wingdings": frozenset((0x6F, 0x70, 0x71, 0x72, 0x78, 0xA8, 0xFD, 0xFE)),
    "wingdings2": frozenset((0x51, 0x52, 0x53, 0x54, 0xA3)),
}
_SYMBOL = re.compile("[0-9A-Fa-f]{1,4}")
# Word writes these in a font of their own (`w:eastAsia`), whatever the one for letters is. Between
# them is the private use area, where signs are.
EAST_ASIAN = re.compile("[\u3001-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def are_words(text: str) -> bool:
    """Whether a text is one in any font."""
    return EAST_ASIAN.search(text) is not None


def draws_signs(fonts: Iterable[str]) -> bool | None:
    """Whether letters in all of these fonts are signs; None: no font is named."""
    names = [_plain(font) for font in fonts]
    if not names:
        return None
    return all(name in _FONTS or name.startswith(_FAMILIES) for name in names)


def is_box(symbol: Node) -> bool:
    """Whether `w:sym` (17.3.3.30) is a box to tick. Its characters may be written in the private
    use area, from U+F000 on."""
    font, code = symbol.get("w:font") or "", symbol.get("w:char") or ""
    boxes = _BOXES.get(_plain(font))
    return boxes is not None and bool(_SYMBOL.fullmatch(code)) and int(code, 16) & 0xFFF in boxes


def _plain(font: str) -> str:
    return "".join(font.split()).lower()


def named(properties: Node) -> list[str]:
    """The fonts that properties of a run name for Latin letters, in either vocabulary."""
    for child in properties.children:
        if child.name == "w:rFonts":
            return fonts(child.attributes())
        if child.name == "a:latin":
            return [child.get("typeface") or ""]
    return []


def fonts(attributes: Iterable[tuple[str, str]]) -> list[str]:
    """The fonts that `w:rFonts` (17.3.2.26) names for Latin letters; those of the theme, which are
    for text, go before."""
    named = {name.removeprefix("w:"): value for name, value in attributes}
    return [
        named.get(f"{script}Theme") or named[script]
        for script in ("ascii", "hAnsi")
        if f"{script}Theme" in named or script in named
    ]

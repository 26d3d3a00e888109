"""What the markup itself says of widths and type: attributes and inline CSS, no style sheets.

WHATWG HTML 15.3 (rendering) for attributes. Lengths are CSS pixels; percentages, `calc()` and units
that hang on a window say nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from doctrans.layout.model import Face, Type

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|pc|in|cm|mm|em|rem)?\s*(?:!important)?\s*")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 9.6 / 2.54,
}
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*((?:[^;\"']|\"[^\"]*\"|'[^']*')*)")
_FONT = re.compile(r"((?:[\w-]+\s+)*?)([\d.]+(?:px|pt|em|rem|%)|[a-z-]+)(?:/\S+)?\s+([^/]+)")
_WEIGHT = re.compile(r"bold(?:er)?|[6-9]00")
USUAL = 16.0  # pixels of type
_CONTROL = 40 / 3
_SERIF, _SANS, _MONO = "Times New Roman", "Arial", "Courier New"
_GENERIC = {
    "serif": _SERIF, "sans-serif": _SANS, "monospace": _MONO, "system-ui": _SANS, "cursive": _SERIF,
}  # fmt: skip
_SIZES = {  # CSS Fonts 4, 2.5: keywords; and HTML 15.3.4: <font size>
    "xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24,
    "xx-large": 32, "1": 10, "2": 13, "3": 16, "4": 18, "5": 24, "6": 32, "7": 48,
}  # fmt: skip
_HEADINGS = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67}
_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_ITALIC = frozenset(("i", "em", "cite", "dfn", "var", "address"))
CONTROLS = frozenset(("button", "input", "select"))


def style(element: etree._Element) -> dict[str, str]:
    """Inline CSS, by lower-case name; of `font` what it is short for."""
    found: dict[str, str] = {}
    for name, value in _DECLARATION.findall(element.get("style") or ""):
        if name.lower() == "font" and (match := _FONT.fullmatch(value.strip())):
            found |= {"font-size": match[2], "font-family": match[3]}
            found["font-weight"] = next(iter(_WEIGHT.findall(match[1])), "normal")
        else:
            found[name.lower()] = value.strip()
    return found


def length(value: str | None, em: float = USUAL) -> float | None:
    """Pixels; None for what says nothing."""
    match = _LENGTH.fullmatch((value or "").lower())
    if not match:
        return None
    number, unit = float(match[1]), match[2] or ""
    if unit in ("em", "rem"):
        return number * (em if unit == "em" else USUAL)
    return number * _PIXELS[unit]


def width(element: etree._Element, em: float = USUAL) -> float | None:
    """The width that an element asks for; `max-width` where that is all it says."""
    css = style(element)
    for value in (css.get("width"), css.get("max-width")):
        if (found := length(value, em)) is not None:
            return found
    if element.tag in ("td", "th", "col", "table") and "width" not in css:
        return length(element.get("width"))
    return None


def padding(element: etree._Element, usual: float) -> tuple[float, float]:
    """Of the left and right together, and of top and bottom."""
    css = style(element)
    sides = [usual] * 4  # top, right, bottom, left
    if shorthand := css.get("padding"):
        found = [length(part) for part in shorthand.split()]
        known = [usual if one is None else one for one in found] or [usual]
        sides = [known[i % len(known) if len(known) != 3 else (0, 1, 2, 1)[i]] for i in range(4)]
    for index, side in enumerate(("top", "right", "bottom", "left")):
        if (one := length(css.get(f"padding-{side}"))) is not None:
            sides[index] = one
    return sides[1] + sides[3], sides[0] + sides[2]


def type_of(element: etree._Element) -> Type:
    """The type of an element's own text."""
    family, size, bold, italic = _SERIF, USUAL, False, False
    for one in (*reversed(list(element.iterancestors())), element):
        if not isinstance(one.tag, str):
            continue
        if one.tag in CONTROLS:
            family, size, bold, italic = _SANS, _CONTROL, False, False
        css = style(one)
        bold = (bold or one.tag in _BOLD) if "font-weight" not in css else _is_bold(css)
        italic = (
            (italic or one.tag in _ITALIC)
            if "font-style" not in css
            else (css["font-style"] in ("italic", "oblique"))
        )
        size *= _HEADINGS.get(one.tag, 1.0)
        size = _size(css.get("font-size") or (one.get("size") if one.tag == "font" else None), size)
        family = _family(css.get("font-family") or one.get("face")) or family
    return Type(Face(family, bold, italic), size, kerning=True)


def _is_bold(css: Mapping[str, str]) -> bool:
    said = css["font-weight"].lower()
    return said in ("bold", "bolder") or (said.isdigit() and int(said) >= 600)


def _size(said: str | None, now: float) -> float:
    said = (said or "").strip().lower()
    if said in _SIZES:
        return float(_SIZES[said])
    if said.endswith("%") and said[:-1].strip().replace(".", "", 1).isdigit():
        return now * float(said[:-1]) / 100
    found = length(said, now)
    return now if found is None or not re.search("[a-z]", said) else found


def _family(said: str | None) -> str:
    first = (said or "").split(",")[0].strip().strip("\"'")
    return _GENERIC.get(first.lower(), first)


def nowrap(element: etree._Element) -> bool:
    """Whether its lines end only where the source breaks them."""
    for one in (element, *element.iterancestors()):
        said = style(one).get("white-space", "") if isinstance(one.tag, str) else ""
        if said:
            return said in ("nowrap", "pre")
        if one.tag in ("td", "th"):
            return one.get("nowrap") is not None
    return False


def columns(table: etree._Element) -> Iterator[tuple[etree._Element, float]]:
    """The cells of a table whose column says how wide it is, with the width of their content. That
    of a `col` includes the cell's padding, that of a cell does not."""
    cols = list(_cols(table))
    inner: dict[int, float] = {}
    placed: list[tuple[etree._Element, int, int]] = []
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        column = 0
        for cell in row.iterchildren("td", "th"):
            if cell.get("rowspan"):
                return  # the columns of what follows are others than they seem
            span = _number(cell.get("colspan"))
            placed.append((cell, column, span))
            if span == 1 and (own := width(cell)) is not None:
                inner[column] = max(own, inner.get(column, 0.0))
            column += span
    spacing = length(table.get("cellpadding"))
    for cell, column, span in placed:
        across, _ = padding(cell, 1.0 if spacing is None else spacing)
        said = [one for one in cols[column : column + span] if one is not None]
        if len(said) == span:
            yield cell, sum(said) - across
        elif span == 1 and column in inner:
            yield cell, inner[column]


def _cols(table: etree._Element) -> Iterator[float | None]:
    for group in table.iterchildren("colgroup", "col"):
        for col in (group,) if group.tag == "col" else group.iterchildren("col"):
            yield from [width(col)] * _number(col.get("span"))


def _number(said: str | None) -> int:
    return int(said) if said and said.isdigit() and 0 < int(said) <= 1000 else 1

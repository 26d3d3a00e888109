"""Text boxes: the room in a shape of given size, DrawingML's and VML's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from doctrans.layout.docx.elements import WP, WPG, WPS, A, Element, V
from doctrans.layout.docx.styled import style_length, style_value
from doctrans.layout.docx.units import EMU, points
from doctrans.layout.model import Rule

# Insets where none are said: a tenth of an inch at the sides, half of that above and below
# (20.1.10.x, `bodyPr`; 29500-4, 19.1.2.22).
_ACROSS, _DOWN = 7.2, 3.6
_UNITS = "1000,1000"  # of a group of VML that says none
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shape:
    """The room for text. `rule` is EXACT where the shape keeps its size, AT_LEAST where it grows
    with its text."""

    width: float
    height: float
    rule: Rule
    rotated: bool = False
    nowrap: bool = False
    squeezed: bool = False  # the program makes text smaller until it fits


def of(content: Element) -> Shape | None:
    """The shape around a `w:txbxContent`; None: its size is not given in points."""
    parent = content.getparent()
    above = None if parent is None else parent.getparent()
    if parent is None or above is None:
        return None
    return _drawing(above) if parent.tag == WPS + "txbx" else _vml(parent, above)


def _drawing(shape: Element) -> Shape | None:
    """A `wps:wsp`, whose text properties are in `wps:bodyPr` (21.1.2.1.1)."""
    size = _size(shape)
    if size is None:
        return None
    body = shape.find(WPS + "bodyPr")

    def said(name: str, default: str = "") -> str:
        return default if body is None else str(body.get(name) or default)

    def inset(name: str, default: float) -> float:
        length = points(said(name), EMU)
        return default if length is None else length

    grows = body is not None and body.find(A + "spAutoFit") is not None
    return Shape(
        max(size[0] - inset("lIns", _ACROSS) - inset("rIns", _ACROSS), 0.0),
        max(size[1] - inset("tIns", _DOWN) - inset("bIns", _DOWN), 0.0),
        Rule.AT_LEAST if grows else Rule.EXACT,
        said("vert", "horz") != "horz",
        said("wrap") == "none",
        body is not None and body.find(A + "normAutofit") is not None,
    )


def _size(shape: Element) -> tuple[float, float] | None:
    """Its own size in its own group's measure; that of the drawing where it stands alone."""
    own = _extent(shape.find(f"{WPS}spPr/{A}xfrm/{A}ext"))
    x = y = 1.0
    grouped = False
    for around in shape.iterancestors():
        if around.tag in (WPG + "grpSp", WPG + "wgp"):
            grouped = True
            frame = around.find(f"{WPG}grpSpPr/{A}xfrm")
            outer = _extent(None if frame is None else frame.find(A + "ext"))
            inner = _extent(None if frame is None else frame.find(A + "chExt"))
            if outer and inner:
                x, y = x * outer[0] / inner[0], y * outer[1] / inner[1]
        elif around.tag in (WP + "inline", WP + "anchor"):
            if grouped:
                break
            return _extent(around.find(WP + "extent")) or own
    return (own[0] * x, own[1] * y) if own else None


def _extent(element: Element | None) -> tuple[float, float] | None:
    if element is None:
        return None
    across, down = (points(str(element.get(name) or ""), EMU) for name in ("cx", "cy"))
    return (across, down) if across and down and across > 0 and down > 0 else None


def _vml(text_box: Element, shape: Element) -> Shape | None:
    """A `v:textbox` in a `v:shape`, `v:rect` or the like."""
    style = str(shape.get("style") or "")
    size = _vml_size(shape, style)
    if size is None:
        return None
    across, down = size
    insets = [points(part, 1.0) for part in str(text_box.get("inset") or "").split(",")]
    insets += [None] * (4 - len(insets))
    left, top, right, bottom = (
        default if said is None else said
        for said, default in zip(insets[:4], (_ACROSS, _DOWN, _ACROSS, _DOWN), strict=True)
    )
    inner = str(text_box.get("style") or "")
    grows = style_value(inner, "mso-fit-shape-to-text") in ("t", "true")
    return Shape(
        max(across - left - right, 0.0),
        max(down - top - bottom, 0.0),
        Rule.AT_LEAST if grows else Rule.EXACT,
        (style_value(inner, "layout-flow") or "horizontal") != "horizontal",
        style_value(style, "mso-wrap-style") == "none",
    )


def _vml_size(shape: Element, style: str) -> tuple[float, float] | None:
    """That of its style; in a group it counts in the group's own units, of which the group's width
    and height have as many as its `coordsize` says (29500-4, 19.1.2.7). Lengths with a unit are
    not read alike there by all programs, and are not followed."""
    around = shape.getparent()
    if around is None or around.tag != V + "group":
        across, down = style_length(style, "width"), style_length(style, "height")
        return (across, down) if across and down else None
    own = _numbers(style_value(style, name) for name in ("width", "height"))
    outer = _vml_size(around, str(around.get("style") or ""))
    units = _numbers(str(around.get("coordsize") or _UNITS).split(","))
    if own is None or outer is None or units is None:
        return None
    return outer[0] * own[0] / units[0], outer[1] * own[1] / units[1]


def _numbers(said: Iterable[str | None]) -> tuple[float, float] | None:
    """Two numbers above zero, without units."""
    found = [float(text) for text in said if text and _NUMBER.fullmatch(text.strip())]
    return (found[0], found[1]) if len(found) == 2 and min(found) > 0 else None

"""Text boxes: the room in a shape of given size, DrawingML's and VML's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from doctrans.layout.docx import geometry, vml
from doctrans.layout.docx.elements import WP, WPG, WPS, A, Element
from doctrans.layout.docx.geometry import Edges
from doctrans.layout.docx.styled import style_value
from doctrans.layout.docx.units import EMU, points
from doctrans.layout.model import Rule

# Insets where none are said: a tenth of an inch at the sides, half of that above and below
# (20.1.10.x, `bodyPr`; 29500-4, 19.1.2.22).
_ACROSS, _DOWN = 7.2, 3.6


@dataclass(frozen=True, slots=True)
class Shape:
    """The room for text. `rule` is EXACT where the shape keeps its size, AT_LEAST where it grows
    with its text, AUTO where the text goes on in another shape: then no `height` is said."""

    width: float
    height: float | None
    rule: Rule
    rotated: bool = False
    nowrap: bool = False
    squeezed: bool = False  # the program makes text smaller until it fits


class Shapes:
    """Those of one part."""

    def __init__(self, root: Element) -> None:
        self._types = vml.types(root)
        self._linked = {str(element.get("id")) for element in root.iter(WPS + "linkedTxbx")}

    def of(self, content: Element) -> Shape | None:
        """The shape around a `w:txbxContent`; None: its size is not given in points."""
        parent = content.getparent()
        above = None if parent is None else parent.getparent()
        if parent is None or above is None:
            return None
        is_drawing = parent.tag == WPS + "txbx"
        shape = _drawing(above) if is_drawing else _vml(parent, above, self._types)
        if shape is None or not self._goes_on(parent):
            return shape
        return replace(shape, height=None, rule=Rule.AUTO)

    def _goes_on(self, holder: Element) -> bool:
        """Whether what the shape does not hold is shown in another: by the id of a `wps:txbx` that
        a `wps:linkedTxbx` repeats, or by the style of a `v:textbox`."""
        following = style_value(str(holder.get("style") or ""), "mso-next-textbox")
        return bool(following) or holder.get("id") in self._linked


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

    insets = (
        inset("lIns", _ACROSS), inset("tIns", _DOWN), inset("rIns", _ACROSS), inset("bIns", _DOWN)
    )  # fmt: skip
    grows = body is not None and body.find(A + "spAutoFit") is not None
    return Shape(
        *_inside(size, insets, geometry.edges(shape, *size)),
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


def _inside(size: tuple[float, float], insets: Edges, free: Edges) -> tuple[float, float]:
    """What insets and the outline of a shape leave of its width and height."""
    left, above, right, below = (one + other for one, other in zip(insets, free, strict=True))
    return max(size[0] - left - right, 0.0), max(size[1] - above - below, 0.0)


def _vml(text_box: Element, shape: Element, types: Mapping[str, Element]) -> Shape | None:
    """A `v:textbox` in a `v:shape`, `v:rect` or the like."""
    size = vml.size(shape)
    if size is None:
        return None
    insets = [points(part, 1.0) for part in str(text_box.get("inset") or "").split(",")]
    insets += [None] * (4 - len(insets))
    left, top, right, bottom = (
        default if said is None else said
        for said, default in zip(insets[:4], (_ACROSS, _DOWN, _ACROSS, _DOWN), strict=True)
    )
    inner = str(text_box.get("style") or "")
    grows = style_value(inner, "mso-fit-shape-to-text") in ("t", "true")
    return Shape(
        *_inside(size, (left, top, right, bottom), vml.edges(shape, *size, types)),
        Rule.AT_LEAST if grows else Rule.EXACT,
        (style_value(inner, "layout-flow") or "horizontal") != "horizontal",
        style_value(str(shape.get("style") or ""), "mso-wrap-style") == "none",
    )

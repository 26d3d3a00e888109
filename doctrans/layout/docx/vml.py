"""Shapes of VML: how large they are, and where in them text may stand (29500-4, 19.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from doctrans.layout.docx.elements import Element, V
from doctrans.layout.docx.geometry import NO_EDGES, OVAL, ROUND, Edges
from doctrans.layout.docx.styled import style_length, style_value

_UNITS = "1000,1000"  # where no `coordsize` is said
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_SHARE = re.compile(r"(\d{0,9}\.?\d{1,9})([f%]?)", re.ASCII)
_ARC = 0.2  # of a `v:roundrect` that says none


def types(root: Element) -> dict[str, Element]:
    """The `v:shapetype`s of a part by id: Word writes each before the first shape of its kind."""
    return {str(element.get("id")): element for element in root.iter(V + "shapetype")}


def size(shape: Element) -> tuple[float, float] | None:
    """In points, None: not said in any. In a group lengths count in the group's own units, of which
    its width and height have as many as its `coordsize` says (19.1.2.7). Those with a unit of their
    own are not read alike there by all programs, and are not followed."""
    style, around = str(shape.get("style") or ""), shape.getparent()
    if around is None or around.tag != V + "group":
        across, down = style_length(style, "width"), style_length(style, "height")
        return (across, down) if across and down else None
    own = _two(style_value(style, name) for name in ("width", "height"))
    outer, units = size(around), _units(around)
    if own is None or outer is None or units is None:
        return None
    return outer[0] * own[0] / units[0], outer[1] * own[1] / units[1]


def edges(shape: Element, across: float, down: float, known: Mapping[str, Element]) -> Edges:
    """What a shape of that size leaves free around its text; `known` are `types`."""
    if shape.tag == V + "oval":
        return OVAL * across, OVAL * down, OVAL * across, OVAL * down
    if shape.tag == V + "roundrect":
        edge = ROUND * min(_arc(shape), 0.5) * min(across, down)
        return edge, edge, edge, edge
    if shape.tag != V + "shape":
        return NO_EDGES
    type_ = known.get(str(shape.get("type") or "").removeprefix("#"))
    own = _said(shape)
    left, above, right, below = _said(type_) if type_ is not None and own == NO_EDGES else own
    return left * across, above * down, right * across, below * down


def _arc(shape: Element) -> float:
    """A number, a percentage, or a number of 65,536th parts (19.1.2.16)."""
    match = _SHARE.fullmatch(str(shape.get("arcsize") or "").strip())
    return float(match[1]) / {"f": 65536, "%": 100}.get(match[2], 1) if match else _ARC


def _said(shape: Element) -> Edges:
    """By the first `textboxrect` (19.1.2.12), as shares. One that is reckoned by formulas is not
    followed."""
    path, units = shape.find(V + "path"), _units(shape)
    first = "" if path is None else str(path.get("textboxrect") or "").partition(";")[0]
    said = [float(n) for n in first.split(",") if _NUMBER.fullmatch(n.strip())]
    if len(said) != 4 or units is None:
        return NO_EDGES
    left, above, right, below = (n / units[i % 2] for i, n in enumerate(said))
    inside = left < right <= 1 and above < below <= 1
    return (left, above, 1 - right, 1 - below) if inside else NO_EDGES


def _units(element: Element) -> tuple[float, float] | None:
    return _two(str(element.get("coordsize") or _UNITS).split(","))


def _two(said: Iterable[str | None]) -> tuple[float, float] | None:
    """Two numbers above zero, without units."""
    found = [float(text) for text in said if text and _NUMBER.fullmatch(text.strip())]
    return (found[0], found[1]) if len(found) == 2 and min(found) > 0 else None

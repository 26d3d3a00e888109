"""What the preset geometries of DrawingML leave free around their text (ISO/IEC 29500-1,
20.1.10.56; `rect` in presetShapeDefinitions.xml). Shapes that are not in the table, and those that
are drawn by hand, count as rectangles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from doctrans.layout.docx.elements import WPS, A, Element

# What is left free at the left, above, at the right and below, in points.
Edges: TypeAlias = tuple[float, float, float, float]
_Adjust: TypeAlias = Callable[[str, float], float]  # by name, and what holds where none is said
_Free: TypeAlias = Callable[[float, float, _Adjust], Edges]

NO_EDGES: Edges = (0.0, 0.0, 0.0, 0.0)
ROUND = 1 - 0.5**0.5  # of a radius: what a square in its arc leaves free
OVAL = ROUND / 2
_VALUE = re.compile(r"\s*val\s+(-?\d{1,9})\s*")


def _shares(left: float, above: float, right: float, below: float) -> _Free:
    """The same shares of width and height in whatever size."""
    return lambda across, down, _: (left * across, above * down, right * across, below * down)


def _cut(edges: Edges, default: float, name: str = "adj") -> _Free:
    """What is cut off grows with the shorter side, by how the shape is adjusted."""

    def free(across: float, down: float, adjust: _Adjust) -> Edges:
        by = min(across, down) * max(adjust(name, default), 0.0)
        left, above, right, below = edges
        return left * by, above * by, right * by, below * by

    return free


def _arrow(*, left: bool, right: bool) -> _Free:
    """The shaft, and as much of its heads as is as high."""

    def free(across: float, down: float, adjust: _Adjust) -> Edges:
        shaft = min(max(adjust("adj1", 0.5), 0.0), 1.0)
        head = min(min(across, down) * max(adjust("adj2", 0.5), 0.0), across / (left + right))
        beside = down * (1 - shaft) / 2
        return left * head * shaft, beside, right * head * shaft, beside

    return free


def _upright(*, above: bool, below: bool) -> _Free:
    turned = _arrow(left=above, right=below)

    def free(across: float, down: float, adjust: _Adjust) -> Edges:
        over, left, under, right = turned(down, across, adjust)
        return left, over, right, under

    return free


def _slanted(across: float, down: float, adjust: _Adjust) -> Edges:
    """A parallelogram."""
    share = (1 + 5 * _slant(across, down, adjust) / 2) / 12
    return share * across, share * down, share * across, share * down


def _trapezoid(across: float, down: float, adjust: _Adjust) -> Edges:
    share = _slant(across, down, adjust) / 3
    return share * across, share * down, share * across, 0.0


def _hexagon(across: float, down: float, adjust: _Adjust) -> Edges:
    slant = _slant(across, down, adjust)
    share = (1 + 2 * slant) / 12 if slant <= 0.5 else (1 + 6 * slant) / 24
    return share * across, share * down, share * across, share * down


def _slant(across: float, down: float, adjust: _Adjust) -> float:
    """How far a side leans, as a share of half the width."""
    return 2 * min(across, down) * max(adjust("adj", 0.25), 0.0) / across


_OVALS = _shares(OVAL, OVAL, OVAL, OVAL)
_QUARTERS = _shares(0.25, 0.25, 0.25, 0.25)
_ROUNDED = (ROUND, ROUND, ROUND, ROUND)
_ALL = (1.0, 1.0, 1.0, 1.0)
_SIXTH = 0.16667
_PRESETS: dict[str, _Free] = {
    **dict.fromkeys(
        ("ellipse", "donut", "wedgeEllipseCallout", "flowChartConnector", "flowChartOr",
         "flowChartSummingJunction"),
        _OVALS,
    ),
    **dict.fromkeys(
        ("diamond", "flowChartDecision", "flowChartSort", "flowChartCollate"), _QUARTERS
    ),
    "parallelogram": _slanted,
    "trapezoid": _trapezoid,
    "hexagon": _hexagon,
    "triangle": _shares(0.25, 0.5, 0.25, 0),
    "rtTriangle": _shares(1 / 12, 7 / 12, 5 / 12, 1 / 12),
    "cloud": _shares(2977 / 21600, 3262 / 21600, 4513 / 21600, 4263 / 21600),
    "flowChartTerminator": _shares(1018 / 21600, 3163 / 21600, 1018 / 21600, 3163 / 21600),
    "flowChartPredefinedProcess": _shares(1 / 8, 0, 1 / 8, 0),
    "flowChartInternalStorage": _shares(1 / 8, 1 / 8, 0, 0),
    "flowChartDocument": _shares(0, 0, 0, 4278 / 21600),
    "flowChartMultidocument": _shares(0, 3675 / 21600, 3005 / 21600, 3578 / 21600),
    "flowChartInputOutput": _shares(0.2, 0, 0.2, 0),
    "flowChartPreparation": _shares(0.2, 0, 0.2, 0),
    "flowChartManualOperation": _shares(0.2, 0, 0.2, 0),
    "flowChartManualInput": _shares(0, 0.2, 0, 0),
    "flowChartPunchedCard": _shares(0, 0.2, 0, 0),
    "flowChartPunchedTape": _shares(0, 0.2, 0, 0.2),
    "flowChartOffpageConnector": _shares(0, 0, 0, 0.2),
    "flowChartMagneticDisk": _shares(0, 1 / 3, 0, 1 / 6),
    "flowChartDelay": _shares(0, OVAL, OVAL, OVAL),
    "flowChartDisplay": _shares(1 / 6, 0, 1 / 6, 0),
    "flowChartOnlineStorage": _shares(1 / 6, 0, 1 / 6, 0),
    "flowChartExtract": _shares(0.25, 0.5, 0.25, 0),
    "flowChartMerge": _shares(0.25, 0, 0.25, 0.5),
    "roundRect": _cut(_ROUNDED, _SIXTH),
    "flowChartAlternateProcess": _cut(_ROUNDED, _SIXTH),
    "bracketPair": _cut(_ROUNDED, _SIXTH),
    "wedgeRoundRectCallout": _cut(_ROUNDED, _SIXTH, "adj3"),
    "round1Rect": _cut((0, 0, ROUND, 0), _SIXTH),
    "round2SameRect": _cut((ROUND, ROUND, ROUND, 0), _SIXTH, "adj1"),
    "octagon": _cut((0.5, 0.5, 0.5, 0.5), 0.29289),
    "plaque": _cut((0.70711, 0.70711, 0.70711, 0.70711), _SIXTH),
    "foldedCorner": _cut((0, 0, 0, 1), _SIXTH),
    "bevel": _cut(_ALL, 0.125),
    "frame": _cut(_ALL, 0.125, "adj1"),
    "can": _cut((0, 1, 0, 0.5), 0.25),
    "cube": _cut((0, 1, 1, 0), 0.25),
    "homePlate": _cut((0, 0, 0.5, 0), 0.5),
    "chevron": _cut((1, 0, 1, 0), 0.5),
    "rightArrow": _arrow(left=False, right=True),
    "leftArrow": _arrow(left=True, right=False),
    "leftRightArrow": _arrow(left=True, right=True),
    "upArrow": _upright(above=True, below=False),
    "downArrow": _upright(above=False, below=True),
    "upDownArrow": _upright(above=True, below=True),
}  # fmt: skip


def edges(shape: Element, across: float, down: float) -> Edges:
    """What a `wps:wsp` of that size leaves free around its text."""
    preset = shape.find(f"{WPS}spPr/{A}prstGeom")
    free = _PRESETS.get(str(preset.get("prst"))) if preset is not None else None
    if preset is None or free is None:
        return NO_EDGES
    said = dict(_adjusted(preset))
    left, above, right, below = free(across, down, lambda name, default: said.get(name, default))
    if left + right < across and above + below < down:
        return left, above, right, below
    return NO_EDGES  # adjusted until nothing is left within; then text may stand over all of it


def _adjusted(preset: Element) -> Iterator[tuple[str, float]]:
    for guide in preset.iterfind(f"{A}avLst/{A}gd"):
        if match := _VALUE.fullmatch(str(guide.get("fmla") or "")):
            yield str(guide.get("name")), int(match[1]) / 100_000

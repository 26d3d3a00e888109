"""The width of the text: pages less margins, gutter and what stands between columns (17.6)."""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.layout.docx import notes
from doctrans.layout.docx.elements import PPR, Element, R, W, named, value
from doctrans.layout.docx.units import points, whole

_PAGE = 612.0  # Letter, which Word takes where nothing is said
_MARGIN = 72.0
_BETWEEN = 36.0  # 17.6.4


@dataclass(frozen=True, slots=True)
class Section:
    """`width` is that of the page's text; `column` that of one column of it. `stories` are the
    relationships of its headers and footers."""

    width: float
    column: float
    stories: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


def read(root: Element, *, gutter_at_top: bool) -> list[Section]:
    """All sections of the main part in order, at least one."""
    found = [
        _section(element, gutter_at_top)
        for element in root.iter(W + "sectPr")
        if (parent := element.getparent()) is not None and parent.tag in (PPR, W + "body")
    ]
    return found or [Section(_PAGE - 2 * _MARGIN, _PAGE - 2 * _MARGIN, notes=(notes.NO_PAGE,))]


def ends(paragraph: Element) -> bool:
    """Whether a section ends with this paragraph (17.6.18)."""
    properties = paragraph.find(PPR)
    return properties is not None and properties.find(W + "sectPr") is not None


def _section(element: Element, gutter_at_top: bool) -> Section:
    said = named(element)
    page = points(value(said.get("pgSz"), "w"))
    edges = [points(value(said.get("pgMar"), name)) for name in ("left", "right")]
    gutter = points(value(said.get("pgMar"), "gutter")) or 0.0
    width = (page or _PAGE) - sum(_MARGIN if edge is None else edge for edge in edges)
    width = max(width - (0.0 if gutter_at_top else gutter), 0.0)
    column, unequal = _column(said.get("cols"), width)
    return Section(
        width,
        column,
        frozenset(
            str(part.get(R + "id"))
            for part in element
            if part.tag in (W + "headerReference", W + "footerReference")
        ),
        (() if page else (notes.NO_PAGE,)) + ((notes.UNEQUAL_COLUMNS,) if unequal else ()),
    )


def _column(columns: Element | None, width: float) -> tuple[float, bool]:
    """The width of the first column, and whether others differ."""
    if columns is None:
        return width, False
    each = [points(value(column, "w")) or 0.0 for column in columns.iterchildren(W + "col")]
    equal = columns.get(W + "equalWidth") is None or _is_set(columns, "equalWidth")
    if each and not equal and each[0] > 0:
        return each[0], max(each) - min(each) > 1.0
    count = min(max(whole(value(columns, "num")) or 1, 1), 100)
    between = points(value(columns, "space"))
    between = _BETWEEN if between is None else between
    return max((width - (count - 1) * between) / count, 0.0), False


def _is_set(element: Element, name: str) -> bool:
    return (value(element, name) or "0").lower() in ("1", "true", "on")

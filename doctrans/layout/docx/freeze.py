"""Columns that keep the widths which they have: `w:tblLayout` fixed, grid and cells in agreement.

Word widens a column for a word that is wider, and takes the room from its neighbours; LibreOffice
does not. After freezing both have the widths that were measured, whatever words come in.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from doctrans.layout.docx.elements import TC, TR, Element, W, flat, named, value
from doctrans.layout.docx.source import Edit, New, Source
from doctrans.layout.docx.surroundings import Surroundings
from doctrans.layout.docx.tables import Columns, Table
from doctrans.layout.docx.units import TWIPS, whole, width

_NARROWEST = 3.0  # points; what is narrower holds no text, and its columns round to nothing
_PLACEHOLDER = 0.1  # of the width that there is: such grids were written by programs without layout


def can_freeze(around: Surroundings, element: Element) -> bool:
    """Whether it is said how wide a table's columns are. Where its grid says otherwise than its
    cells it may be either: Word writes into cells what they were meant to have, and into the grid
    what they got when a word was wider."""
    columns = around.columns(element)
    if not around.table(element).cells or not columns.known:
        return False
    if any(left == right for left, right in pairwise(_edges(columns))):
        return False
    if sum(columns.widths) < _NARROWEST:
        return False
    if around.fixed(element):
        return True
    said = sum(columns.widths) / columns.scale
    return columns.agreed and said >= _PLACEHOLDER * around.available(element)


def frozen(source: Source, element: Element, table: Table, columns: Columns) -> Iterator[Edit]:
    """Edits that give a `w:tbl` these columns for good. `table` is what it says now."""
    edges = _edges(columns)
    cols = [New("gridCol", (("w", str(right - left)),)) for left, right in pairwise(edges)]
    layout = New("tblLayout", (("type", "fixed"),))
    wanted = [New("tblPr", inside=(_width("tblW", edges[-1]), layout))]
    grid = element.find(W + "tblGrid")
    if grid is None:
        wanted.append(New("tblGrid", inside=tuple(cols)))
    else:
        present = grid.findall(W + "gridCol")
        for child, new in zip(present, cols, strict=False):
            yield from source.replace(child, new)
        yield from source.add(grid, cols[len(present) :])
    yield from source.put(element, wanted)
    for index, row in enumerate(row for row in flat(element) if row.tag == TR):
        short = table.rows[index].columns < len(columns.widths)
        yield from _row(source, row, columns if short else None, edges)


def _edges(columns: Columns) -> list[int]:
    """Where columns begin and the last one ends, in twentieths of a point. Rounded here, so that
    the width of a span is the sum of its columns' and nothing adds up."""
    return [round(TWIPS * edge) for edge in accumulate(columns.widths, initial=0.0)]


def _row(source: Source, row: Element, own: Columns | None, edges: list[int]) -> Iterator[Edit]:
    """`own`: it leaves out columns without saying so, and its cells have the widths that they say,
    if they say any."""
    said = named(row.find(W + "trPr"))
    before, after = (whole(value(said.get(f"grid{side}"))) or 0 for side in ("Before", "After"))
    column = before
    for element in flat(row):
        if element.tag != TC:
            continue
        cell = named(element.find(W + "tcPr"))
        span = max(whole(value(cell.get("gridSpan"))) or 1, 1)
        wanted = width(cell.get("tcW")).of(own.shares_of) if own else None
        if own and wanted:
            twips = max(1, round(TWIPS * wanted * own.scale))  # 0 would leave what it said
        else:
            twips = _between(edges, column, column + span)
        if twips:
            yield from source.put(element, [New("tcPr", inside=(_width("tcW", twips),))])
        column += span
    for name, first, last in (("wBefore", 0, before), ("wAfter", column, column + after)):
        if name in said and (twips := _between(edges, first, last)):
            yield from source.replace(said[name], _width(name, twips))


def _between(edges: list[int], first: int, last: int) -> int:
    end = len(edges) - 1
    return edges[min(last, end)] - edges[min(first, end)]


def _width(name: str, twips: int) -> New:
    return New(name, (("w", str(twips)), ("type", "dxa")))

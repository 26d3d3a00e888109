"""The grid of a table: which cells it has, where they stand, and how wide its columns are."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from doctrans.layout.docx import looks, margins
from doctrans.layout.docx.elements import TC, TR, Element, W, child, flat, named, on, value
from doctrans.layout.docx.looks import Look
from doctrans.layout.docx.margins import Margins
from doctrans.layout.docx.units import Kind, Width, points, whole, width
from doctrans.layout.model import Rule

_MOST_COLUMNS = 1000  # Word takes 63; a span beyond all reason must not take memory
WIDE = 20.0  # points by which tables stick out so that their text, not their edge, is in line
_SIDES = ("Before", "After")
_SAME = 1.0  # points by which a cell's own width may differ from the grid's and mean the same


@dataclass(slots=True, eq=False)
class Cell:
    """A `w:tc` that has a box. `rows` is how many it spans; `last` whether its row ends with it."""

    element: Element
    said: dict[str, Element]  # its w:tcPr
    row: int
    column: int
    columns: int
    width: Width
    rows: int = 1
    first: bool = False
    last: bool = False
    stray: bool = False  # goes on with a cell that is not there


@dataclass(frozen=True, slots=True)
class Row:
    """`columns` is how many of the grid it takes up, those left out before and after included."""

    cells: tuple[Cell, ...]
    columns: int
    rule: Rule
    height: float  # 0 where AUTO
    margins: Margins  # exceptions of this row (17.4.61)
    head: bool  # repeated on each page


@dataclass(frozen=True, slots=True)
class Table:
    """What a `w:tbl` says. `grid` are the widths of `w:gridCol`, 0 where not said."""

    element: Element
    style: str | None
    look: Look
    width: Width
    fixed: Element | None
    right_to_left: bool
    margins: Margins
    grid: tuple[float, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...] = field(default=())

    @property
    def heads(self) -> int:
        """How many rows at the top are heads; without a word, one."""
        return max(sum(1 for _ in takewhile(lambda row: row.head, self.rows)), 1)


def read(element: Element) -> Table:
    said = named(element.find(W + "tblPr"))
    grid = child(element, "tblGrid")
    rows = tuple(_rows(element))
    return Table(
        element,
        value(said.get("tblStyle")),
        looks.read(said.get("tblLook")),
        width(said.get("tblW")),
        said.get("tblLayout"),
        bool(on(said.get("bidiVisual"))),
        margins.read(said.get("tblCellMar")),
        tuple(
            max(points(value(column, "w")) or 0.0, 0.0)
            for column in (() if grid is None else grid.iterchildren(W + "gridCol"))
        )[:_MOST_COLUMNS],
        rows,
        tuple(cell for row in rows for cell in row.cells),
    )


def _rows(element: Element) -> Iterator[Row]:
    above: dict[int, Cell] = {}  # by column: cells that the next row may go on with
    index = 0
    for row in flat(element):
        if row.tag == TR:
            said = named(row.find(W + "trPr"))
            before, after = (whole(value(said.get(f"grid{side}"))) or 0 for side in _SIDES)
            cells, above, end = _cells(row, index, before, above)
            rule, height = _height(said.get("trHeight"))
            exceptions = child(row, "tblPrEx", "tblCellMar")
            head = bool(on(said.get("tblHeader")))
            yield Row(tuple(cells), end + after, rule, height, margins.read(exceptions), head)
            index += 1


def _cells(
    row: Element, index: int, before: int, above: dict[int, Cell]
) -> tuple[list[Cell], dict[int, Cell], int]:
    """The cells of a row that have boxes, those that the next row may go on with, and the column
    after the last. Cells that go on with one above or, as older documents have it (17.4.22),
    beside them have none."""
    column = min(before, _MOST_COLUMNS)
    cells: list[Cell] = []
    open_: dict[int, Cell] = {}
    beside: Cell | None = None
    at_start = True
    for element in flat(row):
        if element.tag != TC:
            continue
        said = named(element.find(W + "tcPr"))
        span = max(whole(value(said.get("gridSpan"))) or 1, 1)
        span = min(span, _MOST_COLUMNS)
        merge = _merge(said.get("hMerge"))
        if merge == "continue" and beside is not None:
            beside.columns += span
            beside.width = Width()  # the widths of both together
        else:
            cell = Cell(element, said, index, column, span, width(said.get("tcW")))
            cell.first, at_start = at_start, False
            down = _merge(said.get("vMerge"))
            start = above.get(column)
            if down == "continue" and start is not None:
                start.rows += 1
                open_[column] = start
                beside = None
            else:
                cells.append(cell)
                cell.stray = down == "continue"
                beside = cell
                if down:
                    open_[column] = cell
        column += span
    if cells and cells[-1].column + cells[-1].columns >= column:
        cells[-1].last = True
    return cells, open_, column


def _merge(element: Element | None) -> str | None:
    """`restart`, `continue`, which is also what is meant without a word (17.4.84), or None."""
    if element is None:
        return None
    return "restart" if value(element) == "restart" else "continue"


def _height(element: Element | None) -> tuple[Rule, float]:
    """Word takes a height without a rule as the least, whatever 17.4.80 says."""
    height = points(value(element))
    if not height or height <= 0:
        return Rule.AUTO, 0.0
    exact = value(element, "hRule") == "exact"
    return Rule.EXACT if exact else Rule.AT_LEAST, height


@dataclass(frozen=True, slots=True)
class Columns:
    """The width of each column in points; whether the document says widths at all, and whether
    grid and cells say the same. `scale` is that of the widths that cells say; `shares_of` what
    they may be a share of."""

    widths: tuple[float, ...]
    scale: float
    shares_of: float
    known: bool = True
    agreed: bool = True

    def of(self, table: Table, cell: Cell) -> float:
        """The width of a cell. In rows that leave out columns without saying so, the cells' own
        widths are all there is to tell by: Word and LibreOffice both go by them."""
        own = cell.width.of(self.shares_of)
        if own and table.rows[cell.row].columns < len(self.widths):
            return own * self.scale
        return sum(self.widths[cell.column : cell.column + cell.columns])


def columns(
    table: Table, available: float, *, fixed: bool = False, libreoffice: bool = False
) -> Columns:
    """`available` is what a share of the text is a share of. Where every column has a cell of its
    own that says another width than the grid, Word takes the cells', LibreOffice the grid's."""
    count = max([len(table.grid), *(cell.column + cell.columns for cell in table.cells)])
    grid = [*table.grid, *[0.0] * (count - len(table.grid))]
    wanted = _shared(table.width, libreoffice=libreoffice).of(available)
    if wanted and not fixed and wanted > available + WIDE and 0 < sum(grid) < wanted:
        wanted = None  # Word makes such tables narrower, and the grid is what it made
    shares_of = (sum(grid) if wanted is None else wanted) or available
    own = _own_widths(table, count, shares_of)
    widths = _preferred(grid, own, libreoffice=libreoffice)
    if not all(widths):
        widths = _filled(widths, own, shares_of)
    total = sum(widths)
    scale = wanted / total if wanted and total > 0 else 1.0
    return Columns(
        tuple(one * scale for one in widths),
        scale,
        shares_of,
        all(grid) or all(own),
        not all(grid) or not all(own) or _alike(grid, own),
    )


def _shared(width: Width, *, libreoffice: bool) -> Width:
    """LibreOffice knows whole per cent of the text only, and rounds down."""
    if libreoffice and width.kind is Kind.SHARE:
        return Width(width.kind, math.floor(width.amount * 100 + 1e-6) / 100)
    return width


def _preferred(grid: list[float], own: list[float | None], *, libreoffice: bool) -> list[float]:
    whole_grid = all(grid)
    if not all(own) or (whole_grid and (libreoffice or _alike(grid, own))):
        return grid
    return [mine or 0.0 for mine in own]


def _alike(grid: list[float], own: list[float | None]) -> bool:
    return all(
        mine is not None and abs(mine - one) <= _SAME for one, mine in zip(grid, own, strict=True)
    )


def _own_widths(table: Table, count: int, shares_of: float) -> list[float | None]:
    """What the first cell that stands in one column alone says of its width, in rows that take up
    the whole grid: in others nobody knows which column that is."""
    own: list[float | None] = [None] * count
    for cell in table.cells:
        whole_row = table.rows[cell.row].columns >= count
        if (
            whole_row
            and cell.columns == 1
            and own[cell.column] is None
            and cell.width.kind is not Kind.AUTO
        ):
            own[cell.column] = cell.width.of(shares_of)
    return own


def _filled(grid: list[float], own: list[float | None], total: float) -> list[float]:
    """Columns without a width take their cells', the others share what is left alike."""
    grid = [one or mine or 0.0 for one, mine in zip(grid, own, strict=True)]
    missing = grid.count(0.0)
    share = max(total - sum(grid), 0.0) / missing if missing else 0.0
    return [one or share for one in grid]

"""What the tables of one story stand in: the width that each may have, and what their styles say of
each cell. As `boxes` sees it, but of any table or cell that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from doctrans.layout.docx import margins, sections, tables
from doctrans.layout.docx.elements import TBL, TC, TXBX_CONTENT, Element, P, W, flat
from doctrans.layout.docx.looks import Place, conditions
from doctrans.layout.docx.package import Story
from doctrans.layout.docx.resolve import Resolver
from doctrans.layout.docx.sections import Section
from doctrans.layout.docx.shapes import Shapes
from doctrans.layout.docx.styles import Condition, is_fixed
from doctrans.layout.docx.tables import Cell, Columns, Table


class Surroundings:
    """Answers are remembered."""

    def __init__(self, resolver: Resolver, story: Story, areas: list[Section]) -> None:
        self._resolver = resolver
        self._areas = dict(_areas(story, areas))
        self._shapes = Shapes(story.root)
        self._tables: dict[Element, Table] = {}
        self._cells: dict[Element, tuple[Table, Cell]] = {}
        self._columns: dict[Element, Columns] = {}

    def table(self, element: Element) -> Table:
        found = self._tables.get(element)
        if found is None:
            found = self._tables[element] = tables.read(element)
            self._cells |= {cell.element: (found, cell) for cell in found.cells}
        return found

    def fixed(self, element: Element) -> bool:
        """Whether a table's columns keep their widths, by itself or by its style."""
        table = self.table(element)
        return bool(is_fixed(table.fixed, self._resolver.sheet.of_table(self._style(table)).fixed))

    def columns(self, element: Element) -> Columns:
        """Those of a table, as Word has them."""
        found = self._columns.get(element)
        if found is None:
            found = self._columns[element] = tables.columns(
                self.table(element), self.available(element), fixed=self.fixed(element)
            )
        return found

    def available(self, element: Element) -> float:
        """The width that a table may have: that of the cell, the shape or the text around it."""
        if element in self._areas:
            return self._areas[element]
        for around in element.iterancestors():
            if around.tag == TC:
                return self._inner(around)
            if around.tag == TXBX_CONTENT and (shape := self._shapes.of(around)) is not None:
                return shape.width
            if around in self._areas:
                return self._areas[around]
        return next(iter(self._areas.values()), 0.0)

    def condition(self, element: Element) -> Condition | None:
        """What the table's style says of a `w:tc`; None: it goes on with another cell."""
        found = self._cell(element)
        return None if found is None else self._condition(*found)

    def _cell(self, element: Element) -> tuple[Table, Cell] | None:
        around = next(element.iterancestors(TBL), None)
        if around is not None:
            self.table(around)
        return self._cells.get(element)

    def _inner(self, element: Element) -> float:
        found = self._cell(element)
        if found is None:
            return 0.0
        table, cell = found
        style = self._resolver.sheet.of_table(self._style(table))
        own = margins.read(cell.said.get("tcMar")).over(self._condition(table, cell).margins)
        row = table.rows[cell.row].margins
        padding = own.over(row).over(table.margins).over(style.margins)
        return max(self.columns(table.element).of(table, cell) - padding.across, 0.0)

    def _condition(self, table: Table, cell: Cell) -> Condition:
        id_ = self._style(table)
        style = self._resolver.sheet.of_table(id_)
        place = Place(cell.row, len(table.rows), cell.first, cell.last, cell.column, table.heads)
        return self._resolver.sheet.of_cell(
            id_, conditions(table.look, place, style.rows, style.columns)
        )

    def _style(self, table: Table) -> str:
        return self._resolver.sheet.known("table", table.style)


def _areas(story: Story, areas: list[Section]) -> Iterator[tuple[Element, float]]:
    """The blocks of a story that stand in nothing else, and the width of what they stand in."""
    if story.kind == "document":
        body = story.root.find(W + "body")
        at = 0
        for block in () if body is None else flat(body):
            yield block, areas[min(at, len(areas) - 1)].column
            if block.tag == P and sections.ends(block):
                at += 1
        return
    area = next((area for area in areas if area.stories & story.ids), areas[0])
    if story.kind in ("header", "footer"):
        for block in flat(story.root):
            yield block, area.width
    else:
        for note in story.root.iterchildren("*"):
            for block in flat(note):
                yield block, area.column

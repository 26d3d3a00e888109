"""Every table cell and text box of a document as a box: the entry of this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from doctrans.layout.docx import margins, notes, package, sections, tables
from doctrans.layout.docx.elements import (
    A_P,
    PPR,
    TBL,
    TC,
    TXBX_CONTENT,
    Element,
    P,
    W,
    flat,
    on,
    value,
)
from doctrans.layout.docx.labels import LabelWidth, half_an_em, text_begins
from doctrans.layout.docx.looks import Place, conditions
from doctrans.layout.docx.margins import Margins
from doctrans.layout.docx.package import Story
from doctrans.layout.docx.properties import ParagraphProperties, run_over
from doctrans.layout.docx.resolve import Format, Resolver
from doctrans.layout.docx.sections import Section
from doctrans.layout.docx.shapes import Shapes
from doctrans.layout.docx.spacing import spaced
from doctrans.layout.docx.styles import UNCONDITIONAL, Condition, is_fixed
from doctrans.layout.docx.tables import Cell, Table
from doctrans.layout.docx.text import Reader
from doctrans.layout.model import CellBox, Direction, Leading, Paragraph, Rule

# ST_TextDirection (17.18.93), transitional and strict: those whose lines stay level.
_LEVEL = frozenset((None, "lrTb", "lrTbV", "tb", "tbV"))


def boxes(
    parts: Mapping[str, bytes],
    *,
    label_width: LabelWidth = half_an_em,
    libreoffice: bool = False,
) -> tuple[CellBox, ...]:
    """The boxes of a document's parts, by part name; in each story in document order.

    `id` is the part's name and the running number, from 0, of the `w:tc` in document order among
    all in that part: `word/document.xml#12`; of a text box that of its `w:txbxContent`:
    `word/document.xml#box3`. Cells that go on with one above or beside them have no box; nor has
    what stands in `mc:Fallback`, in deleted text, or in a part that cannot be read.

    `label_width` measures numbers and bullets. `libreoffice`: columns as it has them rather than
    Word, which matters where the grid and the cells of a table say different widths.

    `Paragraph`s are one to one with the `w:p` that stand in the cell but not in a table or shape
    inside it; their `places` count `w:p` and `a:p`, in document order. Of rotated cells, too,
    `width` goes across the page and `room` down.
    """
    found = package.read(parts)
    if not found.stories:
        return ()
    resolver = Resolver(found)
    areas = sections.read(found.stories[0].root, gutter_at_top=resolver.gutter_at_top)
    made: list[CellBox] = []
    for story in found.stories:
        made += _Reading(resolver, story, areas, label_width, libreoffice=libreoffice).boxes()
    return tuple(made)


@dataclass(slots=True)
class _Content:
    """What a cell or shape holds. `formats` are those of its paragraphs; None stands for a table
    in between."""

    paragraphs: list[Paragraph]
    formats: list[Format | None]
    notes: dict[str, None]
    places: list[int]


class _Reading:
    """Goes through one story, top to bottom, since numbers count in that order."""

    def __init__(
        self,
        resolver: Resolver,
        story: Story,
        areas: list[Section],
        label_width: LabelWidth,
        *,
        libreoffice: bool,
    ) -> None:
        self._resolver = resolver
        self._story = story
        self._areas = areas
        self._label_width = label_width
        self._libreoffice = libreoffice
        root = story.root
        self._cells = {element: n for n, element in enumerate(root.iter(TC))}
        self._tables = {element: n for n, element in enumerate(root.iter(TBL))}
        self._shapes = {element: n for n, element in enumerate(root.iter(TXBX_CONTENT))}
        self._drawn = Shapes(root)
        self._numbers = {element: n for n, element in enumerate(root.iter(P, A_P), start=1)}
        self._made: list[tuple[bool, int, CellBox]] = []

    def boxes(self) -> list[CellBox]:
        """Cells first, then shapes."""
        if self._cells or self._shapes:
            self._resolver.lists.forget()
            if self._story.kind == "document":
                self._document()
            else:
                self._other()
        self._made.sort(key=lambda made: made[:2])
        return [box for _, _, box in self._made]

    def _document(self) -> None:
        body = self._story.root.find(W + "body")
        at = 0
        for block in () if body is None else flat(body):
            area = self._areas[min(at, len(self._areas) - 1)]
            self._block(block, area.column, area.notes)
            if block.tag == P and sections.ends(block):
                at += 1

    def _other(self) -> None:
        """Headers and footers are as wide as the page's text, notes as wide as a column of it."""
        area = next(
            (area for area in self._areas if area.stories & self._story.ids), self._areas[0]
        )
        if self._story.kind in ("header", "footer"):
            containers: Iterable[Element] = (self._story.root,)
            available, said = area.width, tuple(n for n in area.notes if n == notes.NO_PAGE)
        else:
            containers = self._story.root.iterchildren("*")
            available, said = area.column, area.notes
        for container in containers:
            for block in flat(container):
                self._block(block, available, said)

    def _block(self, block: Element, available: float, said: tuple[str, ...]) -> None:
        """What stands outside all tables: it only counts, and may hold shapes."""
        if block.tag == TBL:
            self._table(block, available, said)
        elif block.tag == P:
            self._resolver.count(block.find(PPR))
            if self._shapes and next(block.iter(TXBX_CONTENT), None) is not None:
                plain = self._resolver.run(None, UNCONDITIONAL, "")
                reader = Reader(self._resolver, lambda _: plain)
                reader.read(block)
                self._text_boxes(reader.text_boxes, available)

    def _table(self, element: Element, available: float, said: tuple[str, ...]) -> None:
        table = tables.read(element)
        if not table.cells:
            return
        style_id = self._resolver.sheet.known("table", table.style)
        style = self._resolver.sheet.of_table(style_id)
        fixed = bool(is_fixed(table.fixed, style.fixed))
        columns = tables.columns(table, available, fixed=fixed, libreoffice=self._libreoffice)
        if not fixed:
            said += (notes.AUTOFIT,)
        if not columns.known:
            said += (notes.NO_GRID,)
        if not columns.agreed:
            said += (notes.TWO_GRIDS,)
        if sum(columns.widths) > available + tables.WIDE:
            said += (notes.WIDE,)
        padding = table.margins.over(style.margins)
        rows, heads = len(table.rows), table.heads
        for cell in table.cells:
            place = Place(cell.row, rows, cell.first, cell.last, cell.column, heads)
            condition = self._resolver.sheet.of_cell(
                style_id, conditions(table.look, place, style.rows, style.columns)
            )
            own = margins.read(cell.said.get("tcMar")).over(condition.margins)
            own = own.over(table.rows[cell.row].margins).over(padding)
            self._cell(table, cell, condition, own, columns.of(table, cell), said)

    def _cell(
        self,
        table: Table,
        cell: Cell,
        condition: Condition,
        padding: Margins,
        width: float,
        said: tuple[str, ...],
    ) -> None:
        number = self._cells[cell.element]
        inner = max(width - padding.across, 0.0)
        content = self._content(cell.element, condition, inner)
        own = [notes.STRAY_MERGE] if cell.stray else []
        own += [] if inner else [notes.NO_ROOM]
        rule, room = _room(table, cell, padding.down)
        turned = value(cell.said.get("textDirection")) not in _LEVEL
        box = CellBox(
            id=f"{self._story.name}#{number}",
            row=cell.row,
            column=cell.column,
            columns=cell.columns,
            width=inner,
            paragraphs=tuple(content.paragraphs),
            height=rule,
            room=room,
            direction=_direction(content, turned, table.right_to_left),
            nowrap=bool(on(cell.said.get("noWrap"))),
            squeezed=bool(on(cell.said.get("tcFitText"))),
            notes=(*said, *own, *content.notes),
            table=f"{self._story.name}#table{self._tables[table.element]}",
            rows=cell.rows,
            padding=padding.down,
            places=tuple(content.places),
        )
        self._made.append((False, number, box))

    def _text_boxes(self, contents: list[Element], available: float) -> None:
        for element in contents:
            shape = self._drawn.of(element)
            content = self._content(element, UNCONDITIONAL, shape.width if shape else available)
            if shape is None:
                continue
            number = self._shapes[element]
            if shape.rule is Rule.AT_LEAST:
                content.notes[notes.GROWS] = None
            box = CellBox(
                id=f"{self._story.name}#box{number}",
                row=0,
                column=0,
                columns=1,
                width=shape.width,
                paragraphs=tuple(content.paragraphs),
                height=shape.rule,
                room=shape.height,
                direction=_direction(content, shape.rotated, False),
                nowrap=shape.nowrap,
                squeezed=shape.squeezed,
                notes=tuple(content.notes),
                places=tuple(content.places),
            )
            self._made.append((True, number, box))

    def _content(self, element: Element, condition: Condition, available: float) -> _Content:
        content = _Content([], [], {}, [])
        for block in flat(element):
            if block.tag == TBL:
                content.notes[notes.NESTED] = None
                content.formats.append(None)
                self._table(block, available, ())
            elif block.tag == P:
                self._paragraph(block, condition, available, content)
        content.paragraphs = spaced(
            content.paragraphs, content.formats, adds=self._resolver.adds_space
        )
        return content

    def _paragraph(
        self, element: Element, condition: Condition, available: float, content: _Content
    ) -> None:
        resolver = self._resolver
        format_ = resolver.paragraph(element.find(PPR), condition)
        said = format_.said
        first = (said.left or 0.0) + (said.first or 0.0)
        if format_.level is not None:
            first = self._after_label(format_)
        reader = Reader(resolver, lambda rpr: resolver.run(rpr, condition, format_.style))
        runs = reader.read(element)
        content.formats.append(format_)
        content.places.append(self._numbers[element])
        content.paragraphs.append(
            Paragraph(
                runs,
                resolver.type(format_.mark),
                said.left or 0.0,
                said.right or 0.0,
                first,
                said.before or 0.0,
                said.after or 0.0,
                _leading(said),
            )
        )
        if format_.mark_deleted:
            reader.notes.append(notes.DELETED_END)
        if said.before_auto or said.after_auto:
            reader.notes.append(notes.AUTO_SPACING)
        content.notes.update(dict.fromkeys(reader.notes))
        self._text_boxes(reader.text_boxes, available)

    def _after_label(self, format_: Format) -> float:
        level = format_.level
        assert level is not None, "asked for paragraphs of lists only"
        label = self._resolver.lists.label(format_.number, format_.depth)
        type_ = self._resolver.type(run_over(level.run, format_.mark))
        return text_begins(
            format_.said,
            level,
            label,
            lambda text: self._label_width(text, type_),
            self._resolver.tab,
        )


def _room(table: Table, cell: Cell, padding: float) -> tuple[Rule, float | None]:
    """That of all rows which the cell spans: exact only if all are."""
    rows = table.rows[cell.row : cell.row + cell.rows]
    height = sum(row.height for row in rows)
    if not height:
        return Rule.AUTO, None
    exact = all(row.rule is Rule.EXACT for row in rows)
    return Rule.EXACT if exact else Rule.AT_LEAST, max(height - padding, 0.0)


def _direction(content: _Content, turned: bool, right_to_left: bool) -> Direction:
    if turned:
        return Direction.ROTATED
    if right_to_left or any(format_ and format_.said.bidi for format_ in content.formats):
        return Direction.RIGHT_TO_LEFT
    return Direction.LEFT_TO_RIGHT


def _leading(said: ParagraphProperties) -> Leading:
    if not said.line:
        return Leading()
    return Leading(said.rule or Rule.AUTO, said.line)

"""Where cells stand and how much room they have."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from doctrans.layout.docx import notes
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.model import CellBox, Direction, Rule
from tests.layout.test_docx_package import ONE, cell, one, package, paragraph, read, row, table

PADDING = 11.5  # both sides, where nothing is said
FIXTURES = Path(__file__).parents[2] / "fixtures" / "docx"


def dxa(twips: int) -> str:
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>'


def pct(fiftieths: int) -> str:
    return f'<w:tcW w:w="{fiftieths}" w:type="pct"/>'


def tbl(width: str, kind: str) -> str:
    return f'<w:tblW w:w="{width}" w:type="{kind}"/>'


FIXED = '<w:tblLayout w:type="fixed"/>'
SPAN = '<w:gridSpan w:val="2"/>'


@pytest.mark.parametrize(
    ("grid", "cells", "width", "points"),
    [
        ((2000, 3000), ("", ""), "", (100, 150)),
        ((2000, 3000), (dxa(2000), dxa(3000)), tbl("0", "auto"), (100, 150)),
        ((2000, 3000), (dxa(2010), dxa(2990)), "", (100, 150)),  # as good as the same
        ((2000, 3000), (dxa(3000), dxa(2000)), "", (150, 100)),
        ((2000, 3000), (dxa(3000), ""), "", (100, 150)),  # not every column has its own
        ((2000, 3000), ("", ""), tbl("9000", "dxa"), (180, 270)),
        ((2000, 3000), (dxa(3000), dxa(2000)), tbl("9000", "dxa"), (270, 180)),
        ((2000, 3000), ("", ""), tbl("5000", "pct"), (187.2, 280.8)),  # of 468
        ((2000, 3000), ("", ""), tbl("50%", "pct"), (93.6, 140.4)),
        ((2000, 3000), (pct(2500), pct(2500)), tbl("9000", "dxa"), (225, 225)),
        ((2000, 3000), (pct(2500), pct(2500)), tbl("0", "auto"), (125, 125)),  # of the grid
        ((2000, 3000), ("", ""), tbl("20000", "dxa"), (100, 150)),  # Word has narrowed it
        ((2000, 3000), ("", ""), tbl("20000", "dxa") + FIXED, (400, 600)),
        ((), (dxa(2000), dxa(3000)), "", (100, 150)),
        ((0, 0), (dxa(2000), dxa(3000)), "", (100, 150)),
        ((), ("", ""), "", (234, 234)),
        ((), (dxa(2000), ""), tbl("5000", "dxa"), (100, 150)),
        ((1000, 1000, 1000), (dxa(2000), dxa(3000)), "", (100, 150)),  # a row that is too short
    ],
)
def test_columns(
    grid: tuple[int, ...], cells: tuple[str, ...], width: str, points: tuple[float, ...]
) -> None:
    found = read(table(row(*(cell(said=said) for said in cells)), grid=grid, said=width))
    assert [box.width + PADDING for box in found] == pytest.approx(points)


def test_programs_differ_where_cells_and_grid_do() -> None:
    parts = package(table(row(cell(said=dxa(3000)), cell(said=dxa(2000))), grid=(2000, 3000)))
    word, office = boxes(parts), boxes(parts, libreoffice=True)
    assert [box.width + PADDING for box in word] == [150, 100]
    assert [box.width + PADDING for box in office] == [100, 150]
    assert all(notes.TWO_GRIDS in box.notes for box in (*word, *office))


def test_libreoffice_knows_whole_per_cent_only() -> None:
    parts = package(table(row(cell()), said=tbl("2499", "pct")))
    assert boxes(parts)[0].width + PADDING == pytest.approx(468 * 0.4998)
    assert boxes(parts, libreoffice=True)[0].width + PADDING == pytest.approx(468 * 0.49)


def test_spans_and_places() -> None:
    before = '<w:gridBefore w:val="1"/>'
    found = read(
        table(
            row(cell(), cell(said=SPAN)),
            row(cell(), cell(), said=before),
            row("<w:sdt><w:sdtContent>" + cell() + "</w:sdtContent></w:sdt>"),
            grid=(1000, 2000, 3000),
        )
    )
    assert [(box.row, box.column, box.columns) for box in found] == [
        (0, 0, 1), (0, 1, 2), (1, 1, 1), (1, 2, 1), (2, 0, 1),
    ]  # fmt: skip
    assert [box.width + PADDING for box in found] == pytest.approx([50, 250, 100, 150, 50])


def test_merged_cells_have_one_box() -> None:
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    height = '<w:trHeight w:val="400" w:hRule="exact"/>'
    found = read(
        table(
            row(cell(said=start), cell(), said=height),
            row(cell(said=goes_on), cell(), said=height),
            row(cell(), cell(said=goes_on), said=height),
            grid=(2000, 2000),
        )
    )
    assert [box.id.rpartition("#")[2] for box in found] == ["0", "1", "3", "4", "5"]
    assert [(box.rows, box.height, box.room) for box in found[:2]] == [
        (2, Rule.EXACT, 40.0),
        (1, Rule.EXACT, 20.0),
    ]
    assert notes.STRAY_MERGE in found[-1].notes and notes.STRAY_MERGE not in found[0].notes


def test_cells_merged_beside_as_in_older_documents() -> None:
    start, goes_on = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    found = read(table(row(cell(said=start), cell(said=goes_on), cell()), grid=(1000, 2000, 3000)))
    assert [(box.columns, box.width + PADDING) for box in found] == [(2, 150), (1, 150)]


@pytest.mark.parametrize(
    ("said", "rule", "room"),
    [
        ("", Rule.AUTO, None),
        ('<w:trHeight w:val="0"/>', Rule.AUTO, None),
        ('<w:trHeight w:val="600"/>', Rule.AT_LEAST, 25.0),
        ('<w:trHeight w:val="600" w:hRule="atLeast"/>', Rule.AT_LEAST, 25.0),
        ('<w:trHeight w:val="600" w:hRule="exact"/>', Rule.EXACT, 25.0),
        ('<w:trHeight w:val="1cm" w:hRule="exact"/>', Rule.EXACT, 72 / 2.54 - 5),
    ],
)
def test_heights(said: str, rule: Rule, room: float | None) -> None:
    margins = '<w:tcMar><w:top w:w="40" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/></w:tcMar>'
    [box] = read(table(row(cell(said=margins), said=said)))
    assert (box.height, box.padding) == (rule, 5.0)
    assert box.room == pytest.approx(room) if room else box.room is None


def margin(side: str, twips: int) -> str:
    return f'<w:{side} w:w="{twips}" w:type="dxa"/>'


def test_margins_come_from_the_style_the_table_the_row_and_the_cell() -> None:
    def mar(side: str, twips: int) -> str:
        return f"<w:tblCellMar>{margin(side, twips)}</w:tblCellMar>"

    styles = (
        f'<w:style w:type="table" w:styleId="base"><w:tblPr>{mar("left", 100)}</w:tblPr></w:style>'
        f'<w:style w:type="table" w:styleId="own"><w:basedOn w:val="base"/>'
        f"<w:tblPr>{mar('right', 200)}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcMar>{margin("left", 300)}</w:tcMar></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )
    own = f"<w:tcMar>{margin('end', 400)}</w:tcMar>"
    look = '<w:tblStyle w:val="own"/><w:tblLook w:firstRow="1"/>'
    exceptions = f"<w:tblPrEx>{mar('left', 0)}</w:tblPrEx>"
    odd = f"<w:tr>{exceptions}{cell()}</w:tr>"
    body = table(row(cell()), row(cell()), odd, row(cell(said=own)), said=look)
    widths = [100 - box.width for box in read(body, styles=styles)]
    assert widths == pytest.approx([15 + 10, 5 + 10, 0 + 10, 5 + 20])
    body = table(row(cell()), row(cell()), said=look + mar("right", 500))
    assert [100 - box.width for box in read(body, styles=styles)] == pytest.approx([40, 30])


@pytest.mark.parametrize(
    ("section", "width"),
    [
        ('<w:pgSz w:w="11906"/><w:pgMar w:left="1134" w:right="1134"/>', 481.9),
        ('<w:pgSz w:w="16838" w:orient="landscape"/><w:pgMar w:left="1000" w:right="838"/>', 750),
        ('<w:pgSz w:w="12240"/><w:pgMar w:left="1440" w:right="1440" w:gutter="360"/>', 450),
        ('<w:pgSz w:w="12240"/><w:cols w:num="2" w:space="400"/>', 224),
        ('<w:pgSz w:w="12240"/><w:cols w:num="3"/>', 132),
        (
            '<w:pgSz w:w="12240"/><w:cols w:num="2" w:equalWidth="0"><w:col w:w="4000"/>'
            '<w:col w:w="3000"/></w:cols>',
            200,
        ),
        ("", 468),
    ],
)
def test_the_width_of_the_text(section: str, width: float) -> None:
    full = table(row(cell()), said=tbl("5000", "pct"))
    [box] = read(full, page=f"<w:sectPr>{section}</w:sectPr>")
    assert box.width + PADDING == pytest.approx(width)


def test_sections_end_with_paragraphs_and_bring_their_headers() -> None:
    full = table(row(cell()), said=tbl("5000", "pct"))

    def section(page: int, story: str = "") -> str:
        return f'<w:sectPr>{story}<w:pgSz w:w="{page}"/></w:sectPr>'

    story = '<w:headerReference r:id="header"/>'
    body = f"{full}<w:p><w:pPr>{section(4880)}</w:pPr></w:p>{full}"
    found = read(body, page=section(6880, story), header=full)
    assert [box.width + PADDING for box in found] == pytest.approx([100, 200, 200])


def test_nested_tables_have_boxes_of_their_own() -> None:
    inner = table(row(cell(paragraph("in"))), said=tbl("5000", "pct"))
    found = read(one(paragraph("before") + inner + paragraph("after")))
    outer, nested = found
    assert [p.text for p in outer.paragraphs] == ["before", "after"]
    assert notes.NESTED in outer.notes
    assert nested.width == pytest.approx(100 - 2 * PADDING)
    assert outer.table != nested.table


@pytest.mark.parametrize(
    ("said", "direction"),
    [
        ('<w:textDirection w:val="btLr"/>', Direction.ROTATED),
        ('<w:textDirection w:val="rl"/>', Direction.ROTATED),
        ('<w:textDirection w:val="lrTb"/>', Direction.LEFT_TO_RIGHT),
        ("", Direction.LEFT_TO_RIGHT),
    ],
)
def test_direction(said: str, direction: Direction) -> None:
    [box] = read(table(row(cell(said=said))))
    assert box.direction is direction


def test_right_to_left() -> None:
    [by_table] = read(table(row(cell()), said="<w:bidiVisual/>"))
    [by_paragraph] = read(one(paragraph("x", "<w:bidi/>")))
    assert by_table.direction is by_paragraph.direction is Direction.RIGHT_TO_LEFT


def test_flags_and_layout() -> None:
    [box] = read(table(row(cell(said="<w:noWrap/><w:tcFitText/>")), said=FIXED))
    assert box.nowrap and box.squeezed and notes.AUTOFIT not in box.notes
    [box] = read(table(row(cell(said='<w:noWrap w:val="0"/>'))))
    assert not box.nowrap and not box.squeezed and notes.AUTOFIT in box.notes


def test_what_is_replaced_or_deleted_has_no_box() -> None:
    alternative = f"<mc:Fallback>{ONE}</mc:Fallback>"
    body = f"<mc:AlternateContent><mc:Choice>{ONE}</mc:Choice>{alternative}</mc:AlternateContent>"
    assert [box.id for box in read(body + ONE)] == ["word/document.xml#0", "word/document.xml#2"]


def test_documents_of_python_docx() -> None:
    document = docx.Document()
    made = document.add_table(2, 3, "Table Grid")
    made.cell(0, 0).merge(made.cell(0, 1)).text = "Both"
    for cells in made.rows:
        for one_cell, width in zip(cells.cells, (Pt(90), Pt(90), Pt(180)), strict=True):
            if one_cell.grid_span == 1:
                one_cell.width = width
    made.rows[1].height = Pt(30)
    file = io.BytesIO()
    document.save(file)
    found = read_file(file)
    assert [box.columns for box in found] == [2, 1, 1, 1, 1]
    assert [box.width + 10.8 for box in found] == pytest.approx([180, 180, 90, 90, 180])
    assert [box.room for box in found] == [None, None, 30, 30, 30]
    assert found[0].paragraphs[0].text == "Both"


def read_file(file: io.BytesIO | Path) -> tuple[CellBox, ...]:
    with zipfile.ZipFile(file) as archive:
        return boxes({name: archive.read(name) for name in archive.namelist()})


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.docx")), ids=lambda p: p.name)
def test_fixtures(path: Path) -> None:
    found = read_file(path)
    assert found and len({box.id for box in found}) == len(found)
    assert all(box.width > 0 and box.paragraphs for box in found)

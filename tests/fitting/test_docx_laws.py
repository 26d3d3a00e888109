"""What holds of every fitted document, whatever its tables and translations are."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doctrans import api
from doctrans.layout.breaking import SHY
from doctrans.report import Result
from tests.fitting.candidates import Candidates

pytest.importorskip("uharfbuzz")
LONG = ("Benutzereinstellungen", "Rechnungsnummer", "Lieferadresse", "der", "und", "Menge", "Preis")
# Four at most: a translation of more than four times its source and thirty letters is refused.
words = st.lists(st.sampled_from(LONG), min_size=1, max_size=4, unique=True).map(" ".join)
texts = st.lists(words, min_size=1, max_size=3, unique=True)
cells = st.lists(st.lists(texts, min_size=2, max_size=2), min_size=1, max_size=3)
SLOW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def document(rows: list[list[list[str]]], widths: list[int], *, fixed: bool) -> bytes:
    """Each cell says which it is; columns follow their content unless they are fixed."""
    made = docx.Document()
    table = made.add_table(len(rows), 2)
    table.autofit = not fixed
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(20 * width))
    for number, row in enumerate(table.rows):
        for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
            cell.width = Pt(width)
            run = cell.paragraphs[0].add_run(source(number, place))
            run.font.size, run.font.name = Pt(10), "Liberation Sans"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def source(row: int, column: int) -> str:
    return f"cell {'abc'[row]} {'xy'[column]}"


def fitted(data: bytes, rows: list[list[list[str]]]) -> tuple[Result, bytes]:
    known = {
        source(row, column): [(text, -0.1 - n / 5) for n, text in enumerate(offered)]
        for row, columns in enumerate(rows)
        for column, offered in enumerate(columns)
    }
    with api.Translator(
        "de", "en", engine=Candidates(known), fit="strict", abbreviations="labels"
    ) as translator:
        [result] = translator.translate([api.read(data, "docx")])
    return result, api.written(result.document).data  # which verifies it


@SLOW
@given(cells, st.lists(st.integers(40, 120), min_size=2, max_size=2), st.booleans())
def test_laws(rows: list[list[list[str]]], widths: list[int], fixed: bool) -> None:
    data = document(rows, widths, fixed=fixed)
    result, made = fitted(data, rows)
    [table] = docx.Document(io.BytesIO(made)).tables

    # Text without soft hyphens is a translation that was offered, in other letters only where the
    # report says so.
    short = {note.segment for note in result.report.all_notes if note.code == "abbreviated"}
    for told, number in zip(result.report.segments, range(2 * len(rows)), strict=True):
        shown = table.rows[number // 2].cells[number % 2].text
        assert shown.replace(SHY, "") == told.target.text.replace(SHY, "")
        if told.source.id not in short:
            assert shown.replace(SHY, "") in rows[number // 2][number % 2]

    # Columns keep their widths, and are as wide as the table together.
    grid = [int(c.get(qn("w:w"))) for c in table._tbl.tblGrid.findall(qn("w:gridCol"))]
    assert grid == [20 * width for width in widths]
    if result.report.fit.frozen:
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert sum(grid) == sum(int(c._tc.tcPr.find(qn("w:tcW")).get(qn("w:w")))
                                for c in table.rows[0].cells)  # fmt: skip

    # What fits is not touched, and the same document becomes the same.
    assert zipfile.ZipFile(io.BytesIO(made)).testzip() is None
    assert fitted(data, rows)[1] == made
    if not result.report.fit.boxes:
        assert SHY not in "".join(cell.text for row in table.rows for cell in row.cells)

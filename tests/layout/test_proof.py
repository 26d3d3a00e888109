"""Glyphs of cells in rendered pages, by LibreOffice itself."""

from __future__ import annotations

import io
import shutil
import zipfile

import docx
import pytest
from docx.shared import Pt

from doctrans.errors import ConfigurationError
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.needs import need
from doctrans.layout.proof import glyphs, office
from doctrans.layout.proof.probe import ground, probe
from doctrans.layout.shaping import Measure

pytest.importorskip("pypdfium2")
pytest.importorskip("uharfbuzz")

TEXTS = ("Close", "Save all the settings before the window is closed", "Größe")
needs_office = pytest.mark.skipif(
    not any(map(shutil.which, ("soffice", "libreoffice"))), reason="LibreOffice is not installed"
)


def document() -> dict[str, bytes]:
    made = docx.Document()
    table = made.add_table(1, 3)
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, TEXTS, strict=True):
        cell.width = Pt(72)
        run = cell.paragraphs[0].add_run(text)
        run.font.name = "Liberation Sans"
        run.font.size = Pt(11)
        run.font.highlight_color = 7
    for column in table.columns:
        column.width = Pt(72)
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def test_a_probe_has_a_colour_for_each_cell_and_the_same_text() -> None:
    parts = document()
    changed, colours = probe(parts, [box.id for box in boxes(parts)])
    assert len(colours) == 3
    before, after = (docx.Document(io.BytesIO(packed(p))) for p in (parts, changed))
    cells = [[c.text for c in d.tables[0].rows[0].cells] for d in (before, after)]
    assert cells[0] == cells[1] == list(TEXTS)
    runs = [cell.paragraphs[0].runs[0] for cell in after.tables[0].rows[0].cells]
    assert [tuple(run.font.color.rgb) for run in runs] == list(colours)
    assert {run.font.highlight_color for run in runs} == {None}
    assert {name for name in parts if parts[name] != changed[name]} == {"word/document.xml"}


@needs_office
def test_rendered_cells_have_the_lines_that_are_computed() -> None:
    parts = document()
    found = boxes(parts, libreoffice=True)
    changed, colours = probe(parts, [box.id for box in found])
    pages = glyphs.read(office.pdfs({"probe": packed(changed)})["probe"])
    assert pages.count == 1
    measure = Measure()
    by_id = {id: colour for colour, id in colours.items()}
    for box, text in zip(found, TEXTS, strict=True):
        colour = by_id[box.id]
        lines = pages.lines(colour)
        seen = "".join(glyph.char for line in lines for glyph in line)
        assert seen == text.replace(" ", "")
        assert len(lines) == need(box.paragraphs, box.width, measure).lines
        (_, rect), *_ = pages.grounds[ground(colour)]
        assert rect.right - rect.left == pytest.approx(72, abs=0.6)
        assert all(
            rect.left <= glyph.box.left and glyph.box.right <= rect.right + 0.1
            for line in lines
            for glyph in line
        )


def test_a_missing_renderer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigurationError, match="LibreOffice"):
        office.pdfs({"a": b""})

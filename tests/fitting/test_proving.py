"""Translations beside their sources as LibreOffice sets them."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from doctrans import api
from doctrans.__main__ import run
from doctrans.fitting import proving
from doctrans.ports import Limits
from doctrans.report import json_
from tests.fitting.test_docx import Candidates, document

pytest.importorskip("pypdfium2")
pytest.importorskip("uharfbuzz")
needs_renderer = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
TEXTS = {"Options here": [("Die Benutzereinstellungen", -0.1)], "More": [("Und noch mehr", -0.1)]}


def exact(rows: list[list[str]], height: float) -> bytes:
    """A table whose rows show no more than so many points."""
    made = docx.Document(io.BytesIO(document(rows, 80)))
    for row in made.tables[0].rows:
        row.height, row.height_rule = Pt(height), docx.enum.table.WD_ROW_HEIGHT_RULE.EXACTLY
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def with_head(rows: list[list[str]]) -> bytes:
    """A table whose first row is repeated on each page."""
    made = docx.Document(io.BytesIO(document(rows, 80)))
    properties = made.tables[0].rows[0]._tr.get_or_add_trPr()
    properties.append(docx.oxml.OxmlElement("w:tblHeader"))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@needs_renderer
def test_a_document_is_proved_against_itself() -> None:
    data = document([["Options here", "Yes"], ["More", "No"]], 80)
    report = proving.Prover(data, Limits()).prove(data)
    assert (report.boxes, report.failing, report.pages) == (4, (), (1, 1))


@needs_renderer
def test_what_is_worse_is_seen() -> None:
    data = document([["Options here", "Yes"], ["More", "No"]], 80)
    longer = document([["Benutzereinstellungen und mehr", "Ja"], ["Mehr", "Nein"]], 80)
    report = proving.Prover(data, Limits()).prove(longer)
    by_box = {box.box: box for box in report.failing}
    first = by_box["word/document.xml#0"]
    assert first.chopped == 1
    assert first.grows > 10
    assert by_box["word/document.xml#1"].grows == pytest.approx(first.grows)  # of the same row
    assert "word/document.xml#2" not in by_box


@needs_renderer
def test_heads_that_are_repeated_have_not_grown() -> None:
    source = with_head([["Name", "Price"], *[["One", "Two"]] * 20])
    longer = with_head([["Name", "Preis"], *[["Eins", "Zwei"]] * 70])
    report = proving.Prover(source, Limits()).prove(longer)
    assert report.pages[0] == 1 < report.pages[1]
    assert report.failing == ()


@needs_renderer
def test_what_a_row_of_exact_height_does_not_show_is_lost() -> None:
    source, target = exact([["One", "Two"]], 14), exact([["Eins zwei drei vier fünf", "Z"]], 14)
    [box] = proving.Prover(source, Limits()).prove(target).failing
    assert box.lost > 5


@needs_renderer
def test_a_translation_is_proved_and_reported() -> None:
    data = document([["Options here", "Yes"], ["More", "No"]], 80)
    engine = Candidates(TEXTS)
    with api.Translator("de", "en", engine=engine, fit="strict", prove=True) as translator:
        [result] = translator.translate([api.read(data, "docx")])
    told = json_.document(result.report)["proof"]
    assert told["boxes"] == 4
    assert told["pages"] == {"source": 1, "target": 1}
    unfit = {box.box for box in result.report.fit.unfit}
    assert all(box["chopped"] == box["lost"] == 0 for box in told["failing"])
    assert len(told["failing"]) <= 2 * len(unfit)  # a cell that does not fit, and its row


@needs_renderer
def test_pictures_are_pages_side_by_side() -> None:
    data = document([["Options here", "Yes"]], 80)
    longer = document([["Benutzereinstellungen und mehr", "Ja"]], 80)
    [page] = proving.Prover(data, Limits()).prove(longer).pictures()
    assert page.startswith(b"\x89PNG")


def test_without_a_renderer_it_is_said_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    data = document([["Options here", "Yes"]], 80)
    with api.Translator("de", "en", engine=Candidates(TEXTS), prove=True) as translator:
        [result] = translator.translate([api.read(data, "docx")])
    assert result.report.proof is None
    [note] = [note for note in result.report.notes if note.code == "not-proved"]
    assert "LibreOffice" in note.message


@needs_renderer
def test_the_command_puts_pictures_in_a_folder(tmp_path: Path) -> None:
    source = tmp_path / "table.docx"
    source.write_bytes(document([["Options here", "Yes"]], 80))
    arguments = [
        str(source),
        "--to",
        "de",
        "--engine",
        "pseudo",
        "--prove",
        str(tmp_path / "proof"),
    ]
    assert run(["translate", *arguments, "--report", str(tmp_path / "r.json")]) == 0
    [picture] = (tmp_path / "proof").iterdir()
    assert picture.name == f"{tmp_path.name}-table-001.png"
    assert '"renderer": "LibreOffice Writer"' in (tmp_path / "r.json").read_text()


def test_the_command_says_why_nothing_was_proved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    source = tmp_path / "table.docx"
    source.write_bytes(document([["Options here", "Yes"]], 80))
    folder = str(tmp_path / "proof")
    arguments = [str(source), "--to", "de", "--engine", "pseudo", "--prove", folder]
    assert run(["translate", *arguments]) == 0
    assert "not proved. LibreOffice is not installed" in capfd.readouterr().err

"""Documents made to fit: with an engine whose candidates are known, and with the embedded model."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from doctrans import api
from doctrans.errors import UsageError
from doctrans.fitting.boxed import Boxed, Source
from doctrans.fitting.docx import DocxFitter
from doctrans.layout.breaking import SHY
from doctrans.layout.fonts import Fonts
from doctrans.layout.shaping import Measure
from doctrans.model import Document, Hypothesis, Severity
from doctrans.ports import Limits, ReadOptions
from doctrans.report import Result
from doctrans.report.fit import Rung
from tests.fitting.candidates import Candidates
from tests.formats.docx.builders import docx as docx_of
from tests.formats.docx.builders import p, r

pytest.importorskip("uharfbuzz")
FIXTURES = Path(__file__).parents[2] / "fixtures" / "docx"


def document(rows: Sequence[Sequence[str]], width: float, size: float = 10) -> bytes:
    made = docx.Document()
    table = made.add_table(len(rows), len(rows[0]))
    table.autofit = False
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.width = Pt(width)
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.font.name = Pt(size), "Liberation Sans"
    for column in table.columns:
        column.width = Pt(width)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def translated(data: bytes, engine: object, fit: str, to: str = "de") -> tuple[Result, bytes]:
    with api.Translator(to, "en", engine=engine, fit=fit) as translator:
        [result] = translator.translate([api.read(data, "docx")])
    return result, api.write(result.document)


def cells(data: bytes) -> list[str]:
    [table] = docx.Document(io.BytesIO(data)).tables
    return ["\n".join(map(_text, cell.paragraphs)) for row in table.rows for cell in row.cells]


def _text(paragraph: Any) -> str:
    """With optional hyphens, of which `paragraph.text` says nothing."""
    said = {qn("w:softHyphen"): SHY, qn("w:br"): "\n"}
    return "".join(said.get(e.tag, e.text) for e in paragraph._p.iter(qn("w:t"), *said))


def test_where_everything_fits_nothing_is_touched() -> None:
    data = document([["Settings", "Save"]], 200)
    engine = Candidates({"Settings": [("Einstellungen", -0.1)]})
    plain, fitted = (translated(data, engine, fit) for fit in ("off", "strict"))
    assert plain[1] == fitted[1]
    assert fitted[0].report.fit.measured == 2
    assert not fitted[0].report.fit.boxes
    assert all(request.candidates == 1 for request in engine.asked)


def test_a_narrower_candidate_is_taken_before_anything_else() -> None:
    data = document([["User settings", "Save"]], 80)
    texts = {"User settings": [("Die Einstellungen dafür", -0.1), ("Einstellungen", -0.3)]}
    result, made = translated(data, Candidates(texts), "balanced")
    [box] = result.report.fit.boxes
    assert cells(made)[0] == "Einstellungen"
    assert (box.rung, box.before, box.failures) == (Rung.WORDING, {"grows"}, frozenset())
    assert box.lines == (1, 3, 1)
    assert result.report.fit.restyled == 0


def test_a_row_that_may_grow_is_not_worth_an_unlikely_wording() -> None:
    data = document([["User settings", "Save"]], 80)
    texts = {"User settings": [("Die Einstellungen dafür", -0.1), ("Einstellungen", -0.7)]}
    made = {fit: cells(translated(data, Candidates(texts), fit)[1])[0] for fit in
            ("balanced", "strict")}  # fmt: skip
    assert made == {"balanced": "Die Einstellungen dafür", "strict": "Einstellungen"}


def test_the_model_is_asked_to_be_short() -> None:
    data = document([["User settings", "Save"]], 80)
    texts = {"User settings": [("Alle Optionen dafür", -0.1)]}
    result, made = translated(data, Candidates(texts, short="Alle Optionen"), "strict")
    assert cells(made)[0] == "Alle Optionen"
    assert result.report.fit.boxes[0].rung is Rung.WORDING


@pytest.mark.parametrize(
    "candidate",
    ["Sicher", "Nicht speichern", "Speichern 34"],  # too little, negated, another number
)
def test_a_candidate_that_says_something_else_is_none(candidate: str) -> None:
    data = document([["Save all the open files 12", "Yes"]], 70)
    texts = {
        "Save all the open files 12": [
            ("Alle zur Zeit geöffneten Dateien speichern 12", -0.1),
            (candidate, -0.2),
        ]
    }
    _, made = translated(data, Candidates(texts), "balanced")
    assert cells(made)[0].replace(SHY, "") == texts["Save all the open files 12"][0][0]


def test_a_word_that_is_too_wide_gets_soft_hyphens_and_its_columns_stay() -> None:
    data = document([["Options here", "Yes"], ["More", "No"]], 80)
    texts = {"Options here": [("Benutzereinstellungen", -0.1)]}
    result, made = translated(data, Candidates(texts), "balanced")
    [text, *_] = cells(made)
    assert SHY in text
    assert text.replace(SHY, "") == "Benutzereinstellungen"
    [box] = result.report.fit.boxes
    assert box.before == {"chopped", "grows"} or box.before == {"chopped"}
    assert "chopped" not in box.failures


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Benutzereinstellungen", "de"),
        ("\u8a2d\u5b9a\u3092\u958b\u304f", "ja"),
        ("Optionen \u0906\u091c", "hi"),
    ],
)  # of the others characters have other fonts
def test_what_one_run_will_hold_is_known_without_writing_it(text: str, to: str) -> None:
    data = document([["Options here", "Yes"], ["More", "No"]], 80)
    result, _ = translated(data, Candidates({"Options here": [(text, -0.1)]}), "balanced", to)
    source, measure = api.read(data, "docx"), Measure(Fonts())
    boxed = Boxed(source, Source.of(source, measure), measure, DocxFitter.finish)
    known, written = boxed.translated(result.document), boxed.written(result.document)
    assert known == written
    said = "".join(run.text for run in known["word/document.xml#0"].paragraphs[0].runs)
    assert said.replace(SHY, "") == text
    assert (SHY in said) == (text == "Benutzereinstellungen")


def test_a_document_is_measured_while_the_engine_is_at_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order: list[str] = []
    measured = Source.of

    def noted(document: Document, measure: Measure) -> Source:
        order.append("measured")
        return measured(document, measure)

    class Slow(Candidates):
        def translate(self, *asked: Any) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
            order.append("begun")
            return self._later(*asked)

        def _later(self, *asked: Any) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
            order.append("ended")
            yield from super().translate(*asked)

    monkeypatch.setattr(Source, "of", staticmethod(noted))
    translated(document([["Settings", "Save"]], 200), Slow({}), "balanced")
    assert order == ["begun", "measured", "ended"]


def test_type_is_the_last_thing_and_only_strict_touches_it_for_a_row_that_grows() -> None:
    data = document([["Options", "Yes"], ["More", "No"]], 80)
    texts = {"More": [("Immer wieder mal", -0.1)]}
    balanced, loose = translated(data, Candidates(texts), "balanced")
    strict, tight = translated(data, Candidates(texts), "strict")
    assert balanced.report.fit.restyled == 0
    assert balanced.report.fit.unfit[0].failures == {"grows"}
    [note] = [n for n in balanced.report.all_notes if n.code == "does-not-fit"]
    assert note.severity is Severity.INFO
    assert "(its row becomes " in note.message
    assert strict.report.fit.restyled == 1  # the column below the head
    assert loose != tight
    head, below = (
        row.cells[0].paragraphs[0].runs[0].font.size.pt
        for row in docx.Document(io.BytesIO(tight)).tables[0].rows
    )
    assert head == 10 > below


def test_a_text_box_that_grows_has_no_row() -> None:
    words = p(r("More", '<w:rFonts w:ascii="Liberation Sans"/>'))
    box = '<v:shape style="width:60pt;height:30pt"><v:textbox style="mso-fit-shape-to-text:t">'
    content = f"{box}<w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape>"
    texts = {"More": [("Immer wieder mal noch mehr davon", -0.1)]}
    data = docx_of(p(f"<w:r><w:pict>{content}</w:pict></w:r>"))
    result, _ = translated(data, Candidates(texts), "balanced")
    [note] = [n for n in result.report.all_notes if n.code == "does-not-fit"]
    assert "(the box becomes " in note.message
    assert note.severity is Severity.INFO


def test_what_does_not_fit_in_any_way_is_an_error_with_numbers() -> None:
    data = document([["Air", "Yes"]], 30)
    texts = {"Air": [("Lxzqwrtpsdfghjklmnbvcyq", -0.1)]}
    result, _ = translated(data, Candidates(texts), "strict")
    [note] = [n for n in result.report.failed if n.code == "does-not-fit"]
    assert "points wide" in note.message
    assert result.report.fit.unfit[0].rung is Rung.NONE


def test_the_same_again_gives_the_same() -> None:
    data = document([["Options here", "Yes"], ["More", "No"]], 60)
    texts = {"Options here": [("Benutzereinstellungen hier", -0.1)], "More": [("Mehr davon", -0.1)]}
    assert (
        translated(data, Candidates(texts), "strict")[1]
        == (translated(data, Candidates(texts), "strict")[1])
    )


def test_the_embedded_model_fits_a_tight_table() -> None:
    texts = [
        ["Order", "Delivery address", "Total price", "Notes"],
        ["Open the settings", "Save your changes", "Notifications", "Download"],
        ["The file is too large", "Please try again later", "Configuration", "Privacy"],
    ]
    data = document(texts, 62, 11)
    plain, _ = translated(data, None, "off")
    result, made = translated(data, None, "strict")
    fit = result.report.fit
    assert len(fit.boxes) > len(fit.unfit)
    assert len(fit.unfit) <= 2
    assert plain.report.fit is None
    again = api.read(made, "docx")
    wanted = [s.text.replace(SHY, "") for s in result.document.segments]
    assert [s.text.replace(SHY, "") for s in again.segments] == wanted


def test_an_unknown_mode_is_told() -> None:
    with pytest.raises(UsageError, match="loose"):
        api.Translator("de", "en", engine="pseudo", fit="loose")


def test_a_font_that_is_not_there_makes_boxes_narrower_and_is_named() -> None:
    made = docx.Document(io.BytesIO(document([["Options", "Yes"]], 80)))
    for cell in made.tables[0].rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.font.name = "Nobody Has This"
    out = io.BytesIO()
    made.save(out)
    result, _ = translated(out.getvalue(), Candidates({}), "strict")
    assert dict(result.report.fit.fonts) == {"Nobody Has This": 0.08}
    assert not result.report.fit.boxes  # the same text as in the source


def test_a_line_break_in_a_cell_ends_a_word() -> None:
    made = docx.Document(io.BytesIO(document([["Options", "Yes"]], 80)))
    run = made.tables[0].rows[0].cells[0].paragraphs[0].runs[0]
    run.add_break()
    run.add_text("Save")
    out = io.BytesIO()
    made.save(out)
    texts = {"Options": [("Benutzereinstellungen", -0.1)], "Save": [("Speichern", -0.1)]}
    result, data = translated(out.getvalue(), Candidates(texts), "strict")
    text = cells(data)[0]
    assert text.replace(SHY, "") == "Benutzereinstellungen\nSpeichern"
    assert SHY in text.split("\n")[0]
    assert not text.split("\n")[0].endswith(SHY)
    assert "chopped" not in result.report.fit.boxes[0].failures


def test_a_translation_may_be_larger_than_its_source_may() -> None:
    data = document([["Options here", "Yes"]], 80)
    size = sum(member.size for member in api.read(data, "docx").skeleton.package.members)
    options = ReadOptions(limits=Limits(total_bytes=size + 4))
    engine = Candidates({"Options here": [("Benutzereinstellungen und anderes mehr", -0.1)]})
    with api.Translator("de", "en", engine=engine, fit="strict") as translator:
        [result] = translator.translate([api.read(data, "docx", options)])
    assert api.write(result.document)


def test_a_translation_from_right_to_left_is_declined_by_name() -> None:
    data = document([["Options here", "Yes"]], 80)
    engine = Candidates({"Options here": [("خيارات المستخدم هنا", -0.1)]})
    with api.Translator("ar", "en", engine=engine, fit="strict") as translator:
        [result] = translator.translate([api.read(data, "docx")])
    assert {reason for _, reason in result.report.fit.declined} == {
        "its text runs from right to left"
    }


def test_notes_say_which_segment_does_not_fit() -> None:
    data = document([["Air", "Yes"]], 30)
    texts = {"Air": [("Lxzqwrtpsdfghjklmnbvcyq", -0.1)]}
    result, _ = translated(data, Candidates(texts), "strict")
    assert [n.segment for n in result.report.failed if n.code == "does-not-fit"] == ["document:p1"]


def test_type_that_was_fitted_is_not_kept_for_another_translation() -> None:
    data = document([["Options", "Yes"], ["More", "No"]], 80)
    engine = Candidates({"More": [("Immer wieder mal", -0.1)]})
    fitted, _ = translated(data, engine, "strict")
    assert fitted.document.typography.boxes
    with api.Translator("fr", "de", engine=engine, fit="off") as translator:
        [again] = translator.translate([fitted.document])
    assert again.document.typography is None


def test_a_document_without_tables_and_text_boxes_has_nothing_to_fit() -> None:
    made = docx.Document()
    made.add_paragraph("Options here")
    out = io.BytesIO()
    made.save(out)
    result, data = translated(out.getvalue(), Candidates({}), "strict")
    assert (result.report.fit.measured, result.report.fit.boxes) == (0, ())
    assert data == translated(out.getvalue(), Candidates({}), "off")[1]

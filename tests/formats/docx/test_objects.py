"""python-docx's documents, given and given back."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pytest
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart

from doctrans.errors import UsageError
from doctrans.formats.docx import objects
from tests.formats.docx.builders import (
    STRICT,
    docx,
    p,
    r,
)
from tests.formats.docx.translators import through, upper


def test_a_python_docx_document_goes_through() -> None:
    source = python_docx.Document()
    source.add_heading("A heading", 1)
    line = source.add_paragraph("Some ")
    line.add_run("bold").bold = True
    line.add_run(" words.")
    table = source.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Merged"
    data = objects.to_bytes(source)
    result = objects.from_bytes(through(data, upper, "de"))
    assert [q.text for q in result.paragraphs] == ["A HEADING", "SOME BOLD WORDS."]
    assert [run.bold for run in result.paragraphs[1].runs] == [None, True, None]
    assert result.tables[0].cell(0, 1).text == "MERGED"
    with pytest.raises(UsageError):
        objects.to_bytes(object())


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize("options", [{"main_type": MACROS}, {"namespace": STRICT}])
def test_what_python_docx_does_not_open_is_a_clear_error(options: dict[str, str]) -> None:
    data = docx(p(r("Hello")), **options)
    with pytest.raises(UsageError, match=r"\.docx files only") as caught:
        objects.from_bytes(data)
    assert "path" in caught.value.hint


def test_an_object_of_another_kind_is_refused_before_translation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(PartFactory.part_type_for, MACROS, DocumentPart)
    part_of_macros = Package.open(BytesIO(docx(p(r("Hello")), main_type=MACROS))).main_document_part
    with pytest.raises(UsageError, match=r"\.docx files only"):
        objects.to_bytes(part_of_macros.document)

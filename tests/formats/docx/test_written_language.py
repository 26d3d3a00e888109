# ruff: noqa: E501 (tables of XML: one case a line)
"""The language and direction that written words are marked with."""

from __future__ import annotations

import pytest

from doctrans.formats.docx import DocxFormat
from doctrans.ports import ReadOptions
from tests.formats.docx.builders import (
    docx,
    member,
    p,
    r,
)
from tests.formats.docx.test_write import STORIES
from tests.formats.docx.translators import through, translated, upper

FORMAT = DocxFormat()


RUN = r("Hi", '<w:b/><w:sz w:val="20"/><w:lang w:val="en-US"/>')


@pytest.mark.parametrize(
    ("content", "language", "expected"),
    [
        (p(RUN), "de", '<w:rPr><w:b/><w:sz w:val="20"/><w:lang w:val="de-DE"/></w:rPr>'),
        (p(r("Hi")), "fr-CA", '<w:rPr><w:lang w:val="fr-CA"/></w:rPr>'),
        (p(RUN), "ja", '<w:lang w:eastAsia="ja-JP" w:val="en-US"/>'),
        (
            p(RUN),
            "ar",
            '<w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>'
            '<w:rtl/><w:lang w:bidi="ar-SA" w:val="en-US"/></w:rPr>',
        ),
        (
            p(r("Hi", "<w:rtl/>"), properties='<w:pPr><w:bidi/><w:jc w:val="left"/></w:pPr>'),
            "en",
            '<w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr>',
        ),
    ],
)
def test_language_of_translated_runs(content: str, language: str, expected: str) -> None:
    assert expected in member(through(docx(content), upper, language))


def turned(content: str, source: str | None, target: str) -> str:
    options = ReadOptions(language=source)
    document = translated(FORMAT.read(docx(content), options), upper, target)
    output = FORMAT.write(document)
    FORMAT.verify(document, output.data)
    again = FORMAT.write(translated(FORMAT.read(output.data), lambda value: value))
    assert again.data == output.data
    return member(output.data)


TABLE = "<w:tbl><w:tblPr>{}</w:tblPr><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
ENDING = "<w:p><w:pPr>{}<w:sectPr>{}</w:sectPr></w:pPr>{}</w:p>" + p(r("x"))


@pytest.mark.parametrize(
    ("frame", "before", "after", "element"),
    [
        (TABLE, '<w:tblStyle w:val="A"/>', "<w:tblW/>", "<w:bidiVisual/>"),
        (TABLE, "", "<w:tblW/>", "<w:bidiVisual/>"),
        (ENDING.format("", "{}", ""), "<w:pgSz/><w:cols/>", "<w:docGrid/>", "<w:bidi/>"),
        (ENDING.format("{0}", "{1}", r("x")), "<w:pgSz/>", "", "<w:bidi/>"),
    ],
)
def test_tables_and_sections_are_turned_with_the_writing(
    frame: str, before: str, after: str, element: str
) -> None:
    def content(right_to_left: bool) -> str:
        inner = f"{before}{element if right_to_left else ''}{after}"
        return frame.format(*[element if right_to_left else "", inner][-frame.count("{") :])

    for source, target, was, becomes in (
        ("en", "he", 0, 1),
        ("he", "en", 1, 0),
        ("en", "de", 1, 1),
    ):
        output = turned(content(bool(was)), source, target)
        assert f"{before}{element if becomes else ''}{after}</w:" in output


def test_an_empty_section_and_one_that_is_off_are_turned() -> None:
    assert "<w:sectPr><w:bidi/></w:sectPr></w:body>" in turned(p(r("x")), "en", "ar")
    off = TABLE.format('<w:bidiVisual w:val="0"/>')
    assert "<w:tblPr><w:bidiVisual/></w:tblPr>" in turned(off, "en", "ar")
    assert turned(off, "ar", "en").count('w:val="0"') == 1
    caption = '<w:tblW/><w:tblCaption w:val="{}"/>'
    assert f"<w:bidiVisual/>{caption.format('Y')}" in turned(
        TABLE.format(caption.format("y")), "en", "ar"
    )
    mixed = ENDING.format("<w:bidi/>", "", r("y"))
    assert "<w:bidi/><w:sectPr><w:bidi/></w:sectPr></w:pPr>" in turned(mixed, "en", "ar")


def test_language_of_drawings() -> None:
    output = member(through(docx(p(r("x")), **STORIES), upper, "he"), "word/charts/chart1.xml")
    assert '<a:pPr rtl="1"></a:pPr>' in output
    assert '<a:rPr lang="he-IL" b="1"/>' in output


def test_language_is_left_alone_on_request() -> None:
    options = ReadOptions(rewrite_language=False)
    document = translated(FORMAT.read(docx(p(RUN)), options), upper, "ar")
    written = FORMAT.write(document)
    FORMAT.verify(document, written.data)
    assert 'w:val="en-US"' in member(written.data) and "w:bidi" not in member(written.data)
    assert written.notes == ()

"""Labels of numbered paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans.formats.docx import DocxFormat
from doctrans.formats.docx import numbering as numbering_
from doctrans.formats.docx.xml import Part
from doctrans.model import SegmentKind, Tagged
from tests.formats.docx.builders import docx, files, member, p, part, r, zipped
from tests.formats.docx.reading import read
from tests.formats.docx.translators import through, upper

FORMAT = DocxFormat()
NAME = "word/numbering.xml"


def level(text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*levels: str) -> str:
    lists = "".join(f"<w:abstractNum>{one}</w:abstractNum>" for one in levels)
    return part("w:numbering", lists)


def labels(*levels: str) -> list[str]:
    document = read(p(r("x")), numbering=numbering(*levels))
    return [s.text for s in document.segments if s.id.startswith("numbering:")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chapter %1", ["Chapter 1"]),
        ("Section %1.%2:", ["Section 1.2:"]),
        ("Part %1 of %2 (%1)", ["Part 1 of 2 (1)"]),
        ("Note:", ["Note:"]),
        ("Table A.%1", ["Table A.1"]),
        ("Step%1", ["Step1"]),
        ("%1.", []),
        ("(%1)", []),
        ("o", []),
        ("A%1", []),
        ("REQ-%1", []),
        ("Section %1.1", []),  # whose numbers cannot be told apart
        ("", []),
    ],
)
def test_labels_with_words(text: str, expected: list[str]) -> None:
    assert labels(level(text)) == expected


@pytest.mark.parametrize("piece", ["A-", "A.", "REQ", "lvlText ", "val= "])
def test_long_labels_take_linear_time(piece: str) -> None:
    """Quadratic time would be minutes."""
    text = piece * (300_000 // len(piece))
    tag = f'<w:lvlText x="{text}" y="{text}"/>'
    assert numbering_.has_words(Part("x", tag, b"", "utf-8")) is False
    assert len(labels(level(text[:100_000]))) <= 1


SIGNS = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'


def test_bullets_are_no_words() -> None:
    assert labels(level("note", SIGNS)) == []
    assert labels(level("注意", SIGNS)) == ["注意"]
    assert labels(level("note", '<w:lvlPicBulletId w:val="0"/>')) == []


def test_labels_that_say_the_same_are_one_segment() -> None:
    source = numbering(level("Chapter %1"), level("Article %1"), level("Chapter %1"))
    document = read(p(r("x")), numbering=source)
    [_, chapter, article] = document.segments
    assert (chapter.text, article.text) == ("Chapter 1", "Article 1")
    assert chapter.kind is SegmentKind.LABEL
    written = through(docx(p(r("x")), numbering=source), upper)
    expected = source.replace("Chapter", "CHAPTER").replace("Article", "ARTICLE")
    assert member(written, NAME) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Chapter %1", "Kapitel 1", "Kapitel %1"),
        ("Chapter %1", "1. Kapitel", "%1. Kapitel"),
        ("Section %1.%2", "Abschnitt 1,2", "Abschnitt %1.%2"),
        ("%1 and %1.%2", "%1.%2 und 1", None),  # nobody writes a number for a reader so
        ("%1 and %1.%2", "1.2 und 1", "%1.%2 und %1"),
        ("This &amp; that %1", "Dies & das 1", "Dies &amp; das %1"),
        ("Chapter %1", "Kapitel eins", None),
    ],
)
def test_numbers_are_written_as_they_were(source: str, target: str, expected: str | None) -> None:
    before = numbering(level(source))
    document = FORMAT.read(docx(p(r("x")), numbering=before))
    [words, label] = document.segments
    document = replace(document, segments=(words, label.with_tagged(Tagged(target))))
    output = FORMAT.write(document)
    FORMAT.verify(document, output.data)
    assert member(output.data, NAME) == (before.replace(source, expected) if expected else before)
    codes = [note.code for note in output.notes]
    assert codes == ([] if expected else ["label-kept"])


def test_a_part_without_words_is_not_read() -> None:
    """Whatever else is wrong with it, it is copied."""
    members = files(p(r("x")), numbering=numbering(level("%1.")).replace("</w:lvl>", ""))
    data = through(zipped(members), upper)
    assert member(data, NAME).encode() == members[NAME]

"""Where text stands: the stories of a document, copies of a text, fields over paragraphs."""

from __future__ import annotations

import pytest

from doctrans.model import SegmentKind
from tests.formats.docx.builders import field, p, part, r
from tests.formats.docx.reading import BEGIN, BOX, END, SEPARATE, read, words


def test_all_stories_with_their_kinds() -> None:
    cell = (
        f"<w:tc>{p(r('In a cell'))}<w:tbl><w:tr><w:tc>{p(r('nested'))}</w:tc></w:tr></w:tbl></w:tc>"
    )
    document = read(
        p(r("Head"), properties='<w:pPr><w:pStyle w:val="H1"/></w:pPr>')
        + p(r("Item"), properties="<w:pPr><w:numPr/></w:pPr>")
        + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
        + p(BOX.format(p(r("boxed")), p(r("boxed")))),
        styles=part("w:styles", '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'),
        header=part("w:hdr", p(r("above"))),
        footer=part("w:ftr", p(r("below"))),
        footnotes=part("w:footnotes", f'<w:footnote w:id="1">{p(r("foot"))}</w:footnote>'),
        endnotes=part("w:endnotes", f'<w:endnote w:id="1">{p(r("end"))}</w:endnote>'),
        comments=part("w:comments", f'<w:comment w:id="1">{p(r("aside"))}</w:comment>'),
        chart=part(
            "c:chartSpace",
            "<a:p><a:r><a:t>Sales</a:t></a:r></a:p>"
            "<c:strCache><c:pt><c:v>Rain</c:v></c:pt><c:pt><c:v>12</c:v></c:pt></c:strCache>",
        ),
    )
    assert [(s.text, s.kind) for s in document.segments] == [
        ("Head", SegmentKind.HEADING),
        ("Item", SegmentKind.LIST_ITEM),
        ("In a cell", SegmentKind.CELL),
        ("nested", SegmentKind.CELL),
        ("A box", SegmentKind.ATTRIBUTE),
        ("boxed", SegmentKind.SHAPE),
        ("above", SegmentKind.HEADER),
        ("below", SegmentKind.FOOTER),
        ("foot", SegmentKind.NOTE),
        ("end", SegmentKind.NOTE),
        ("aside", SegmentKind.COMMENT),
        ("Sales", SegmentKind.SHAPE),
        ("Rain", SegmentKind.SHAPE),
    ]
    assert document.segments[3].context == "word/document.xml p[4] (table 2, row 1, cell 1)"
    assert document.segments[0].id == "document:p1"


CHARTEX = (
    '<cx:strDim type="cat"><cx:f>Sheet1!$A$2</cx:f><cx:lvl><cx:pt idx="0">First stage</cx:pt>'
    '<cx:pt idx="1">2</cx:pt></cx:lvl></cx:strDim><cx:strDim type="entityId"><cx:lvl>'
    '<cx:pt idx="0">place</cx:pt></cx:lvl></cx:strDim><cx:numDim><cx:lvl><cx:pt>5e3</cx:pt>'
    "</cx:lvl></cx:numDim><cx:tx><cx:txData><cx:f>x</cx:f><cx:v>Sales</cx:v></cx:txData></cx:tx>"
)


def test_newer_charts_have_labels_too() -> None:
    document = read(p(r("x")), chart=part("cx:chartSpace", CHARTEX))
    assert [(s.text, s.kind) for s in document.segments[1:]] == [
        ("First stage", SegmentKind.SHAPE),
        ("Sales", SegmentKind.SHAPE),
    ]
    assert [note.message.split()[0] for note in document.notes] == ["2"]
    assert document.notes[0].code == "chart-labels"


def test_labels_of_points_that_cells_name() -> None:
    """Word keeps the words of "Value From Cells" in an extension of the series."""
    labels = (
        '<c:extLst><c:ext xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        "<c15:datalabelsRange><c15:f>Sheet1!$D$2</c15:f><c15:dlblRangeCache>"
        '<c:ptCount val="2"/><c:pt idx="0"><c:v>Best month</c:v></c:pt><c:pt idx="1"><c:v>7</c:v>'
        "</c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
    )
    document = read(p(r("x")), chart=part("c:chartSpace", labels))
    assert [s.text for s in document.segments[1:]] == ["Best month"]
    assert [note.code for note in document.notes] == ["chart-labels"]


@pytest.mark.parametrize(
    "element",
    [
        '<wp:docPr descr="A box"/>',
        '<wps:cNvPr id="1" name="Box" descr="A box"/>',
        '<w14:cNvPr title="A box" descr="picture1.PNG"/>',
        '<v:line alt="A box"/>',
        '<v:polyline alt="A box"/>',
    ],
)
def test_alternative_texts(element: str) -> None:
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    document = read(p(f"<w:r><w:drawing {space}>{element}</w:drawing></w:r>"))
    assert [(s.text, s.kind) for s in document.segments] == [("A box", SegmentKind.ATTRIBUTE)]


def test_a_fallback_copy_with_other_words_is_its_own_segment() -> None:
    document = read(p(BOX.format(p(r("new")), p(r("old")))))
    assert [s.text for s in document.segments] == ["A box", "new", "old"]


def test_a_diagram_and_its_drawing_are_one() -> None:
    document = read(
        p(r("x")),
        drawing=part("dsp:drawing", "<a:p><a:r><a:rPr sz='9'/><a:t>Step</a:t></a:r></a:p>"),
        data=part("dgm:dataModel", "<a:p><a:r><a:t>Step</a:t></a:r></a:p>"),
    )
    assert words(document) == ["x", "Step"]


def test_a_table_of_contents_over_several_paragraphs() -> None:
    begin = BEGIN.format("TOC")
    entry = field("HYPERLINK \\l a", "{}<w:r><w:tab/></w:r>" + field("PAGEREF a", r("3")))
    document = read(
        p(begin, SEPARATE, entry.format(r("First")))
        + p(entry.format(r("Second")))
        + p(END, r("After"))
    )
    assert words(document) == ["<1/><2>First<3/><4/></2>", "<1>Second<2/><3/></1>", "<1/>After"]


def test_a_bibliography_over_several_paragraphs_is_left_alone() -> None:
    begin = BEGIN.format("BIBLIOGRAPHY")
    document = read(p(begin, SEPARATE, r("Knuth")) + p(r("Lamport")) + p(END) + p(r("End")))
    assert words(document) == ["End"]

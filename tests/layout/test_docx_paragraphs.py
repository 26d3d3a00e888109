"""Indents, numbers before the text, the distance of lines and of paragraphs."""

from __future__ import annotations

import pytest

from doctrans.layout.docx import notes
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.docx.numbering import written
from doctrans.layout.model import Leading, Paragraph, Rule, Type
from tests.layout.test_docx_package import one, package, paragraph, read


def paragraphs(*said: str, **others: str) -> tuple[Paragraph, ...]:
    return read(one("".join(paragraph("x", one) for one in said)), **others)[0].paragraphs


@pytest.mark.parametrize(
    ("said", "left", "first", "right"),
    [
        ("", 0, 0, 0),
        ('<w:ind w:left="400" w:right="100"/>', 20, 20, 5),
        ('<w:ind w:start="400" w:end="100"/>', 20, 20, 5),
        ('<w:ind w:left="400" w:firstLine="200"/>', 20, 30, 0),
        ('<w:ind w:left="400" w:hanging="200"/>', 20, 10, 0),
        ('<w:ind w:left="400" w:hanging="200" w:firstLine="100"/>', 20, 10, 0),
        ('<w:ind w:left="-120"/>', -6, -6, 0),
        ('<w:ind w:left="1cm"/>', 72 / 2.54, 72 / 2.54, 0),
    ],
)
def test_indents(said: str, left: float, first: float, right: float) -> None:
    [found] = paragraphs(said)
    assert (found.left, found.first, found.right) == pytest.approx((left, first, right))


@pytest.mark.parametrize(
    ("said", "leading"),
    [
        ("", Leading()),
        ('<w:spacing w:line="360"/>', Leading(Rule.AUTO, 1.5)),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', Leading(Rule.AUTO, 1.5)),
        ('<w:spacing w:line="240" w:lineRule="exact"/>', Leading(Rule.EXACT, 12.0)),
        ('<w:spacing w:line="240" w:lineRule="atLeast"/>', Leading(Rule.AT_LEAST, 12.0)),
    ],
)
def test_leading(said: str, leading: Leading) -> None:
    assert paragraphs(said)[0].leading == leading


STYLES = (
    '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"/>'
    '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:spacing w:before="100"/>'
    '<w:ind w:left="400" w:hanging="100"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr>'
    '<w:ind w:firstLine="0"/></w:pPr></w:style>'
)


def test_what_is_not_said_is_inherited() -> None:
    [plain] = paragraphs("", styles=STYLES)
    assert (plain.before, plain.after) == (0, 10)
    [own] = paragraphs('<w:pStyle w:val="b"/><w:spacing w:after="0"/>', styles=STYLES)
    assert (own.before, own.after, own.left, own.first) == (5, 0, 20, 20)


def test_the_larger_space_holds_unless_told_to_add() -> None:
    said = ('<w:spacing w:after="400"/>', '<w:spacing w:before="240" w:after="100"/>')
    three = (*said, '<w:spacing w:before="240"/>')
    assert [(p.before, p.after) for p in paragraphs(*three)] == [(0, 20), (0, 5), (7, 0)]
    settings = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    added = paragraphs(*three, settings=settings)
    assert [(p.before, p.after) for p in added] == [(0, 20), (12, 5), (12, 0)]


def test_no_space_between_paragraphs_of_one_style() -> None:
    both = '<w:spacing w:before="200" w:after="200"/><w:contextualSpacing/>'
    other = f'<w:pStyle w:val="a"/>{both}'
    found = paragraphs(both, both, other, styles=STYLES)
    assert [(p.before, p.after) for p in found] == [(10, 0), (0, 10), (0, 10)]


def test_automatic_space_is_none_at_the_edges() -> None:
    auto = '<w:spacing w:beforeAutospacing="1" w:before="100" w:afterAutospacing="1"/>'
    found = paragraphs(auto, auto, auto)
    assert [(p.before, p.after) for p in found] == [(0, 14), (0, 14), (0, 0)]
    assert notes.AUTO_SPACING in read(one(paragraph("x", auto)))[0].notes


def level(index: int, text: str, left: int, hanging: int, more: str = "", said: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/>{more}<w:pPr>{said}'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "%1.", 720, 360)
    + level(1, "%1.%2.", 400, 200)
    + level(2, "%3", 400, 400, '<w:suff w:val="space"/>')
    + level(3, "%4", 400, 400, '<w:suff w:val="nothing"/>')
    + level(4, "Article %5", 400, 400, "", '<w:tabs><w:tab w:val="num" w:pos="1500"/></w:tabs>')
    + level(5, "%6.", 400, 100, '<w:lvlJc w:val="right"/>')
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    + '<w:startOverride w:val="999"/></w:lvlOverride></w:num>'
)


def listed(index: int | None = 0, number: int = 1, more: str = "") -> str:
    depth = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    return f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>{more}'


def five(text: str, type_: Type) -> float:
    return 5.0 * len(text)


@pytest.mark.parametrize(
    ("said", "left", "first"),
    [
        (listed(), 36, 36),
        (listed(1), 20, 36),  # 1.1. is wider than what hangs: the next default stop
        (listed(2), 20, 10),  # one space after it
        (listed(3), 20, 5),
        (listed(4), 20, 75),
        (listed(5), 20, 20),
        (listed(0, 2), 36, 72),  # 999. goes from 18 to 38
        (listed(0, 1, '<w:ind w:left="200"/>'), 10, 10),
        (listed(0, 9), 0, 0),  # no such list
        (listed(0, 0), 0, 0),
    ],
)
def test_text_begins_after_its_number(said: str, left: float, first: float) -> None:
    parts = package(one(paragraph("x", said)), numbering=NUMBERING)
    [box] = boxes(parts, label_width=five)
    assert (box.paragraphs[0].left, box.paragraphs[0].first) == (left, first)


def labels(*each: tuple[int, int]) -> list[str]:
    """The labels of paragraphs of those levels and lists."""
    found: list[str] = []

    def width(text: str, type_: Type) -> float:
        found.append(text)
        return 0.0

    body = "".join(paragraph("x", listed(index, number)) for index, number in each[:-1])
    index, number = each[-1]
    numbering = NUMBERING.replace('<w:suff w:val="space"/>', "")
    boxes(
        package(one(body) + one(paragraph("x", listed(index, number))), numbering=numbering),
        label_width=width,
    )
    return found


def test_numbers_count_in_document_order() -> None:
    one_list = labels((0, 1), (1, 1), (1, 1), (0, 1), (1, 1), (2, 1))
    assert one_list == ["1.", "1.1.", "1.2.", "2.", "2.1.", "1"]
    assert labels((0, 1), (0, 2), (0, 1), (0, 2)) == ["1.", "999.", "1000.", "1001."]


def test_paragraphs_outside_tables_count_too() -> None:
    found: list[str] = []

    def width(text: str, type_: Type) -> float:
        found.append(text)
        return 0.0

    outside = paragraph("x", listed())
    boxes(
        package(outside * 8 + one(outside) + outside + one(outside), numbering=NUMBERING),
        label_width=width,
    )
    assert found == ["9.", "11."]


def test_lists_of_styles() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:ind w:left="9999"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/><w:pPr>'
        '<w:ind w:left="800"/></w:pPr></w:style>'
    )

    def found(said: str, numbering: str = NUMBERING) -> tuple[float, float]:
        [p] = paragraphs(said, styles=styles, numbering=numbering)
        return p.left, p.first

    assert found('<w:pStyle w:val="b"/>') == (36, 36)
    assert found('<w:pStyle w:val="c"/>') == (40, 40)
    assert found('<w:pStyle w:val="c"/>' + listed()) == (36, 36)
    none = '<w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert found(none) == pytest.approx((499.95, 499.95))
    # The level is the one that names the style.
    own = NUMBERING.replace('<w:suff w:val="nothing"/>', '<w:pStyle w:val="b"/>')
    assert found('<w:pStyle w:val="b"/>', own) == (20, 20)


@pytest.mark.parametrize(
    ("number", "format_", "expected"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (2, "none", ""),
        (2, "chicago", "2"),
    ],
)
def test_formats(number: int, format_: str, expected: str) -> None:
    assert written(number, format_) == expected


def test_lists_without_a_name_are_none() -> None:
    nameless = NUMBERING.replace('<w:num w:numId="1">', "<w:num>")
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:pPr><w:numPr>'
        '<w:ilvl w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    [found] = paragraphs("", styles=styles, numbering=nameless)
    assert (found.left, found.first) == (0, 0)


def test_lists_that_are_defined_by_a_style() -> None:
    defined = NUMBERING.replace(
        '<w:abstractNum w:abstractNumId="0">',
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="s"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="s"/>',
    )
    linked = '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    [found] = paragraphs(listed(0, 7), numbering=defined + linked)
    assert (found.left, found.first) == (36, 36)

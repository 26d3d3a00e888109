"""In which type text is set: defaults, styles, conditions, themes, toggles, direct formatting."""

from __future__ import annotations

import pytest

from doctrans.layout.docx import notes
from doctrans.layout.model import Caps, CellBox, Face, Run, Type
from tests.layout.test_docx_package import cell, one, paragraph, read, row, table

PLAIN = Type(Face("Times New Roman"), 10.0)  # where nothing is said
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def style(kind: str, id_: str, run: str, base: str = "", default: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}" {default}>{based}'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def runs(inside: str, **others: str) -> tuple[Run, ...]:
    return read(one(inside), **others)[0].paragraphs[0].runs


def type_of(run: str = "", said: str = "", **others: str) -> Type:
    [found] = runs(paragraph("x", said, run), **others)
    return found.type


@pytest.mark.parametrize(
    ("run", "type_"),
    [
        ("", PLAIN),
        ('<w:rFonts w:ascii="Arial"/><w:sz w:val="21"/>', Type(Face("Arial"), 10.5)),
        ('<w:rFonts w:hAnsi="Arial"/>', Type(Face("Arial"), 10.0)),
        ('<w:b/><w:i w:val="true"/>', Type(Face("Times New Roman", True, True), 10.0)),
        ('<w:b w:val="0"/>', PLAIN),
        ("<w:caps/>", Type(PLAIN.face, 10.0, caps=Caps.ALL)),
        ("<w:smallCaps/>", Type(PLAIN.face, 10.0, caps=Caps.SMALL)),
        ('<w:spacing w:val="-10"/>', Type(PLAIN.face, 10.0, spacing=-0.5)),
        ('<w:w w:val="90"/>', Type(PLAIN.face, 10.0, scale=0.9)),
        ('<w:w w:val="90%"/>', Type(PLAIN.face, 10.0, scale=0.9)),
        ('<w:kern w:val="20"/>', Type(PLAIN.face, 10.0, kerning=True)),
        ('<w:kern w:val="28"/>', PLAIN),  # from 14 points on
        ('<w:kern w:val="0"/>', PLAIN),
        ('<w:vertAlign w:val="superscript"/>', Type(PLAIN.face, 10.0, raised=True)),
        ('<w:vertAlign w:val="baseline"/>', PLAIN),
        ('<w:position w:val="6"/>', PLAIN),
        ('<w:sz w:val="12pt"/>', Type(PLAIN.face, 12.0)),
    ],
)
def test_direct_formatting(run: str, type_: Type) -> None:
    assert type_of(run) == type_


def test_styles_go_over_defaults_and_direct_formatting_over_styles() -> None:
    styles = (
        DEFAULTS
        + style("paragraph", "base", '<w:sz w:val="30"/>', default='w:default="1"')
        + style("paragraph", "own", "<w:i/>", "base")
        + style("character", "strong", '<w:sz w:val="40"/>')
    )
    own, strong = '<w:pStyle w:val="own"/>', '<w:rStyle w:val="strong"/>'
    assert type_of(styles=DEFAULTS) == Type(Face("Arial"), 11.0)
    assert type_of(styles=styles) == Type(Face("Arial"), 15.0)
    assert type_of("", own, styles=styles) == Type(Face("Arial", italic=True), 15.0)
    assert type_of(strong, own, styles=styles) == Type(Face("Arial", italic=True), 20.0)
    direct = strong + '<w:i w:val="0"/><w:sz w:val="16"/>'
    assert type_of(direct, own, styles=styles) == Type(Face("Arial"), 8.0)
    assert type_of("", '<w:pStyle w:val="lost"/>', styles=styles) == Type(Face("Arial"), 15.0)


@pytest.mark.parametrize(
    ("paragraph_says", "character_says", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("<w:b/>", '<w:b w:val="0"/>', "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="0"/>', False),
    ],
)
def test_toggles(paragraph_says: str, character_says: str, direct: str, bold: bool) -> None:
    styles = style("paragraph", "p", paragraph_says) + style("character", "c", character_says)
    run, said = '<w:rStyle w:val="c"/>' + direct, '<w:pStyle w:val="p"/>'
    assert type_of(run, said, styles=styles).face.bold is bold


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Jpan" typeface="MS Mincho"/><a:font script="Arab" typeface="Arial"/>'
    "</a:minorFont></a:fontScheme></a:theme>"
)


def test_theme_fonts_go_before_named_ones() -> None:
    major = '<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Arial"/>'
    assert type_of(major, theme=THEME).face.family == "Cambria"
    assert type_of(major).face.family == "Arial"
    styles = f"<w:docDefaults><w:rPrDefault><w:rPr>{major}</w:rPr></w:rPrDefault></w:docDefaults>"
    own = '<w:rFonts w:ascii="Verdana"/>'
    assert type_of(own, theme=THEME, styles=styles).face.family == "Verdana"


def test_other_scripts_take_other_fonts() -> None:
    fonts = (
        '<w:rFonts w:asciiTheme="minorAscii" w:eastAsiaTheme="minorEastAsia"'
        ' w:cstheme="minorBidi"/><w:b/><w:sz w:val="24"/><w:szCs w:val="30"/>'
    )
    settings = '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
    found = runs(paragraph("Größe 東京 مرحبا", "", fonts), theme=THEME, settings=settings)
    assert [(run.text, run.type.face.family, run.type.size) for run in found] == [
        ("Größe ", "Calibri", 12.0),
        ("東京", "MS Mincho", 12.0),
        (" ", "Calibri", 12.0),
        ("مرحبا", "Arial", 15.0),
    ]
    assert [run.type.face.bold for run in found] == [True, True, True, False]
    [found_all] = runs(paragraph("x", "", fonts + "<w:rtl/>"), theme=THEME, settings=settings)
    assert found_all.type == Type(Face("Arial"), 15.0)


def conditional(kind: str, size: int) -> str:
    return f'<w:tblStylePr w:type="{kind}"><w:rPr><w:sz w:val="{2 * size}"/></w:rPr></w:tblStylePr>'


CONDITIONS = {
    "firstRow": 21, "lastRow": 22, "firstCol": 23, "lastCol": 24, "band1Horz": 25,
    "band2Horz": 26, "band1Vert": 27, "band2Vert": 28, "nwCell": 31, "seCell": 34,
}  # fmt: skip
TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="t"><w:rPr><w:sz w:val="40"/></w:rPr>'
    + "".join(conditional(kind, size) for kind, size in CONDITIONS.items())
    + "</w:style>"
)


def sizes(look: str, heads: int = 0, rows: int = 4, style: str = TABLE_STYLE) -> list[list[float]]:
    each = [
        row(*[cell(paragraph("x"))] * 3, said="<w:tblHeader/>" if n < heads else "")
        for n in range(rows)
    ]
    body = table(*each, grid=(1000, 1000, 1000), said='<w:tblStyle w:val="t"/>' + look)
    found: dict[int, list[CellBox]] = {}
    for box in read(body, styles=style):
        found.setdefault(box.row, []).append(box)
    return [[box.paragraphs[0].runs[0].type.size for box in boxes] for boxes in found.values()]


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ("", [[20] * 3] * 4),
        ('<w:tblLook w:val="0600"/>', [[20] * 3] * 4),
        (
            '<w:tblLook w:val="04A0"/>',
            [[31, 21, 21], [23, 25, 25], [23, 26, 26], [23, 25, 25]],
        ),
        (
            '<w:tblLook w:val="0600" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>',
            [[21] * 3, [20] * 3, [20] * 3, [20] * 3],
        ),
        (
            '<w:tblLook w:lastRow="1" w:lastColumn="1" w:noHBand="1" w:noVBand="0"/>',
            [[27, 28, 24], [27, 28, 24], [27, 28, 24], [22, 22, 34]],
        ),
        ('<w:tblLook w:noHBand="0" w:noVBand="0"/>', [[25] * 3, [26] * 3, [25] * 3, [26] * 3]),
    ],
)
def test_conditions_by_place(look: str, expected: list[list[float]]) -> None:
    assert sizes(look) == expected


def test_all_rows_that_repeat_are_heads() -> None:
    look = '<w:tblLook w:firstRow="1" w:noVBand="1"/>'
    assert [first for first, *_ in sizes(look, heads=2)] == [21, 21, 25, 26]


def test_bands_of_two() -> None:
    size = '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
    style = TABLE_STYLE.replace("<w:tblStylePr", size + "<w:tblStylePr", 1)
    look = '<w:tblLook w:firstRow="1" w:noVBand="1"/>'
    assert [first for first, *_ in sizes(look, rows=6, style=style)] == [21, 25, 25, 26, 26, 25]


def test_paragraph_styles_go_over_table_styles() -> None:
    styles = TABLE_STYLE + style("paragraph", "p", '<w:sz w:val="18"/>')
    body = table(row(cell(paragraph("x", '<w:pStyle w:val="p"/>'))), said='<w:tblStyle w:val="t"/>')
    assert read(body, styles=styles)[0].paragraphs[0].runs[0].type.size == 9.0


def test_the_mark_has_a_type_of_its_own() -> None:
    [box] = read(one('<w:p><w:pPr><w:rPr><w:sz w:val="8"/></w:rPr></w:pPr></w:p>'))
    assert box.paragraphs[0].runs == () and box.paragraphs[0].mark.size == 4.0


def text(inside: str) -> str:
    return read(one(f"<w:p>{inside}</w:p>"))[0].paragraphs[0].text


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (r("a") + r("b"), "ab"),
        (r(" a "), "a"),
        ('<w:r><w:t xml:space="preserve"> a\n</w:t></w:r>', " a "),
        ("<w:r><w:t>a</w:t><w:tab/><w:br/><w:cr/></w:r>", "a\t\n\n"),
        ('<w:r><w:br w:type="page"/><w:t>a</w:t><w:lastRenderedPageBreak/></w:r>', "a"),
        ("<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", "\u2011\u00ad"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "\uf0fc"),
        (f"<w:del>{r('x')}</w:del><w:ins>{r('a')}</w:ins>", "a"),
        (f"<w:moveFrom>{r('x')}</w:moveFrom><w:moveTo>{r('a')}</w:moveTo>", "a"),
        ("<w:r><w:delText>x</w:delText></w:r>", ""),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" + r("a"), "a"),
        (f"<w:hyperlink>{r('a')}</w:hyperlink><w:smartTag>{r('b')}</w:smartTag>", "ab"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>", "a"),
        (f"<w:fldSimple w:instr='PAGE'>{r('3')}</w:fldSimple>", "3"),
        (
            field("begin")
            + "<w:r><w:instrText>IF</w:instrText></w:r>"
            + (field("begin") + r("x") + field("separate") + r("y") + field("end"))
            + (field("separate") + r("a") + field("end") + r("b")),
            "ab",
        ),
        (field("begin") + r("x") + field("end") + r("a"), "a"),
        (
            "<w:r><w:ruby><w:rt>"
            + r("x")
            + "</w:rt><w:rubyBase>"
            + r("a")
            + "</w:rubyBase></w:ruby></w:r>",
            "a",
        ),
    ],
)
def test_text(inside: str, expected: str) -> None:
    assert text(inside) == expected


def test_runs_of_one_type_are_one() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>c</w:t></w:r>"
    assert [run.text for run in runs(f"<w:p>{r('a')}{r('b')}{bold}</w:p>")] == ["ab", "c"]


def test_what_stands_in_the_text_is_noted() -> None:
    inline = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="1"/></wp:inline></w:drawing></w:r>'
    )
    anchor = "<w:r><w:drawing><wp:anchor/></w:drawing></w:r>"
    vml = '<w:r><w:pict><v:shape style="width:1in"/></w:pict></w:r>'
    fit = '<w:r><w:rPr><w:fitText w:val="100"/></w:rPr><w:t>x</w:t></w:r>'
    [box] = read(one(f"<w:p>{inline}{anchor}{vml}<m:oMath/>{fit}</w:p>"))
    assert box.notes[1:] == (
        notes.drawing(100.0),
        notes.FLOATING,
        notes.drawing(72.0),
        notes.EQUATION,
        notes.SQUEEZED_RUN,
    )

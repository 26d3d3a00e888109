"""Type and columns of a document changed, and nothing else."""

from __future__ import annotations

import re

import pytest

from doctrans.errors import InputError
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.docx.restyle import Restyle, freezable, restyle
from doctrans.layout.docx.steps import restyled, sizes
from doctrans.layout.docx.unchanged import difference
from doctrans.layout.model import Face, Paragraph, Run, Type
from tests.layout.test_docx_package import (
    NAMESPACES,
    STRICT,
    W,
    cell,
    one,
    package,
    paragraph,
    row,
    table,
)
from tests.layout.test_docx_shapes import drawing, vml

MAIN = "word/document.xml"
NARROW, SMALL = Restyle(scale=0.95), Restyle(size=0.9)


def changed(body: str, *changes: Restyle, frozen: tuple[int, ...] = (), **others: str) -> str:
    """The body after changes to its cells in order, and freezing of tables."""
    parts = package(body, **others)
    by_id = {f"{MAIN}#{n}": change for n, change in enumerate(changes)}
    found = restyle(parts, by_id, [f"{MAIN}#table{n}" for n in frozen])
    text = found.get(MAIN, parts[MAIN]).decode()
    return text[text.index("<w:body>") + 8 : text.index("<w:sectPr>")]


def run(said: str = "", text: str = "x") -> str:
    return f"<w:r>{said and f'<w:rPr>{said}</w:rPr>'}<w:t>{text}</w:t></w:r>"


# -- type ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("", NARROW, '<w:w w:val="95"/>'),
        ('<w:w w:val="90"/>', NARROW, '<w:w w:val="85"/>'),
        ('<w:w w:val="90%"/>', Restyle(0.9), '<w:w w:val="81"/>'),
        ("", SMALL, '<w:sz w:val="18"/><w:szCs w:val="18"/>'),
        ('<w:sz w:val="24"/>', SMALL, '<w:sz w:val="22"/><w:szCs w:val="18"/>'),
        ('<w:szCs w:val="40"/>', SMALL, '<w:sz w:val="18"/><w:szCs w:val="36"/>'),
        (
            '<w:b/><w:color w:val="FF0000"/><w:spacing w:val="4"/><w:kern w:val="2"/><w:u/>',
            Restyle(0.97, 0.9),
            '<w:b/><w:color w:val="FF0000"/><w:spacing w:val="4"/><w:w w:val="97"/>'
            '<w:kern w:val="2"/><w:sz w:val="18"/><w:szCs w:val="18"/><w:u/>',
        ),
        # What is not known stays where it is, and so does what stands in a wrong place.
        (
            "<v:x/><w:b/><v:y/><w:lang/><v:z/>",
            NARROW,
            '<v:x/><w:b/><w:w w:val="95"/><v:y/><w:lang/><v:z/>',
        ),
        ("<w:lang/><w:b/>", NARROW, '<w:lang/><w:b/><w:w w:val="95"/>'),
        (
            '<w:sz w:val="24"/><w:sz w:val="30"/>',
            SMALL,
            '<w:sz w:val="22"/><w:sz w:val="22"/><w:szCs w:val="18"/>',
        ),
        ("<w:i/><!-- w:w --><w:b/>", NARROW, '<w:i/><!-- w:w --><w:b/><w:w w:val="95"/>'),
        ('<w:w  w:val="80" />', Restyle(), '<w:w  w:val="80" />'),
    ],
)
def test_runs_have_their_type_changed(before: str, change: Restyle, after: str) -> None:
    body = one(f"<w:p>{run(before)}</w:p>")
    assert run(after) in changed(body, change)


def test_sizes_and_scales_come_from_styles_too() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:rPr>'
        '<w:w w:val="90"/></w:rPr></w:tblStylePr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:szCs w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
    )
    text = (
        '<w:p><w:pPr><w:pStyle w:val="p"/></w:pPr>'
        + run()
        + run('<w:rStyle w:val="c"/>')
        + "</w:p>"
    )
    look = '<w:tblStyle w:val="t"/><w:tblLook w:val="0020"/>'
    body = table(row(cell(text)), row(cell(text)), said=look)
    found = changed(body, Restyle(0.9, 0.9), Restyle(0.9, 0.9), styles=styles)
    sized = '<w:w w:val="{}"/><w:sz w:val="{}"/><w:szCs w:val="29"/>'
    assert re.findall(r"<w:rPr>(.*?)</w:rPr>", found) == [
        sized.format(81, 20),
        sized.format(81, 20),
        '<w:rStyle w:val="c"/>' + sized.format(81, 14),
        sized.format(90, 20),
        sized.format(90, 20),
        '<w:rStyle w:val="c"/>' + sized.format(90, 14),
    ]


def test_marks_of_paragraphs_have_it_too() -> None:
    mark = '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    for before, after in (
        ("<w:p/>", f"<w:p><w:pPr>{mark}</w:pPr></w:p>"),
        ('<w:p w:x="1" />', f'<w:p w:x="1"><w:pPr>{mark}</w:pPr></w:p>'),
        ("<w:p><w:pPr/></w:p>", f"<w:p><w:pPr>{mark}</w:pPr></w:p>"),
        (
            "<w:p><w:pPr><w:jc/><w:sectPr/><w:pPrChange/></w:pPr></w:p>",
            f"<w:p><w:pPr><w:jc/>{mark}<w:sectPr/><w:pPrChange/></w:pPr></w:p>",
        ),
        (
            "<w:p><w:pPr><w:rPr><w:ins/><w:b/><w:rPrChange/></w:rPr></w:pPr></w:p>",
            f"<w:p><w:pPr><w:rPr><w:ins/><w:b/>{mark[7:-8]}<w:rPrChange/></w:rPr></w:pPr></w:p>",
        ),
    ):
        assert changed(one(before), SMALL) == one(after)


def test_runs_are_found_wherever_they_show() -> None:
    wrapped = (
        "<w:hyperlink>{}</w:hyperlink>", "<w:ins>{}</w:ins>",
        "<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:fldSimple>{}</w:fldSimple>", "<w:smartTag>{}</w:smartTag>",
        "<w:r><w:rPr><w:b/></w:rPr><w:ruby><w:rt>{}</w:rt><w:rubyBase/></w:ruby></w:r>",
    )  # fmt: skip
    for wrapper in wrapped:
        body = one(f"<w:p>{wrapper.format(run('<w:i/>'))}</w:p>")
        after = run('<w:i/><w:w w:val="95"/>')
        assert after in changed(body, NARROW), wrapper
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    )
    assert changed(one(f"<w:p>{field}</w:p>"), NARROW).count("<w:w ") == 3
    for gone in ("<w:del>{}</w:del>", "<w:moveFrom>{}</w:moveFrom>"):
        body = one(f"<w:p>{gone.format(run('<w:i/>'))}</w:p>")
        assert run("<w:i/>") in changed(body, NARROW)


def test_what_stands_in_a_cell_has_its_own_type() -> None:
    body = one(one(paragraph("in")) + paragraph("out") + drawing(paragraph("shape")))
    only = r"<w:rPr>(?:<w:w w:val=\"(\d+)\"/>)?</w:rPr><w:t>(\w+)"
    assert re.findall(only, changed(body, NARROW)) == [("", "in"), ("95", "out"), ("", "shape")]
    inner = changed(body, Restyle(), NARROW)
    assert re.findall(only, inner) == [("95", "in"), ("", "out"), ("", "shape")]


def test_a_text_box_is_changed_in_both_of_its_forms() -> None:
    inside = paragraph("Text") + one(paragraph("Cell"))
    shape, other = (
        re.fullmatch("<w:p><w:r>(.*)</w:r></w:p>", form(inside))[1]  # type: ignore[index]
        for form in (drawing, vml)
    )
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback>{other}"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    parts = package(body)
    assert freezable(parts) == {f"{MAIN}#table0"}
    after = restyle(parts, {f"{MAIN}#box0": NARROW})[MAIN].decode()
    assert re.findall(r'<w:w w:val="95"/></w:rPr><w:t>(\w+)', after) == ["Text", "Text"]
    after = restyle(parts, {f"{MAIN}#0": NARROW}, [f"{MAIN}#table0"])[MAIN].decode()
    assert re.findall(r'<w:w w:val="95"/></w:rPr><w:t>(\w+)', after) == ["Cell", "Cell"]
    assert after.count('<w:tblLayout w:type="fixed"/>') == 2
    assert difference(parts[MAIN], after.encode()) is None


# -- columns ---------------------------------------------------------------------------------------


def tcw(text: str) -> list[int]:
    return [int(width) for width in re.findall(r'<w:tcW w:w="(\d+)" w:type="dxa"/>', text)]


def grid(text: str) -> list[int]:
    return [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', text)]


def test_a_frozen_table_says_what_was_measured() -> None:
    merged = '<w:tcW w:w="0" w:type="auto"/><w:gridSpan w:val="2"/><w:vMerge/>'
    body = table(
        row(cell(said='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell()),
        row(cell(said=merged), cell(said="<w:vAlign/>")),
        grid=(1000, 2000, 3000),
        said='<w:tblStyle w:val="t"/><w:tblW w:w="2500" w:type="pct"/><w:jc/><w:tblLook/>',
    )
    found = changed(body, frozen=(0,))
    assert grid(found) == [780, 1560, 2340]  # of 468 points the half
    assert tcw(found) == [2340, 2340, 2340, 2340]
    assert (
        '<w:tblPr><w:tblStyle w:val="t"/><w:tblW w:w="4680" w:type="dxa"/><w:jc/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook/></w:tblPr>'
    ) in found
    assert '<w:tcPr><w:tcW w:w="2340" w:type="dxa"/><w:vAlign/></w:tcPr>' in found


def test_grids_that_are_too_short_or_missing_are_completed() -> None:
    cells = [cell(said=f'<w:tcW w:w="{width}" w:type="dxa"/>') for width in (1000, 2000)]
    for before in ("<w:tblGrid/>", "", '<w:tblGrid><w:gridCol w:w="500"/></w:tblGrid>'):
        body = f"<w:tbl><w:tblPr/>{before}{row(*cells)}</w:tbl>"
        found = changed(body, frozen=(0,))
        assert found.startswith(
            '<w:tbl><w:tblPr><w:tblW w:w="3000" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '</w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>'
        )


def test_columns_left_out_are_frozen_with_the_others() -> None:
    said = (
        '<w:gridBefore w:val="1"/><w:wBefore w:w="7" w:type="auto"/>'
        '<w:gridAfter w:val="1"/><w:wAfter w:w="7" w:type="dxa"/>'
    )
    body = table(row(cell(), said=said), row(cell(), cell(), cell()), grid=(1000, 2000, 3000))
    found = changed(body, frozen=(0,))
    assert '<w:wBefore w:w="1000" w:type="dxa"/>' in found
    assert '<w:wAfter w:w="3000" w:type="dxa"/>' in found
    assert tcw(found) == [2000, 1000, 2000, 3000]


def test_short_rows_keep_the_widths_of_their_cells() -> None:
    body = table(
        row(cell(), cell()),
        row(cell(said='<w:tcW w:w="1500" w:type="dxa"/>')),
        grid=(1000, 2000),
        said='<w:tblW w:w="6000" w:type="dxa"/>',
    )
    assert tcw(changed(body, frozen=(0,))) == [2000, 4000, 3000]


@pytest.mark.parametrize(
    ("widths", "cells_", "said", "can"),
    [
        ((2000, 3000), (0, 0), "", True),
        ((2000, 3000), (2010, 2990), "", True),
        ((2000, 3000), (2500, 2500), "", False),  # programs differ, and Word's own pages too
        ((2000, 3000), (2500, 2500), '<w:tblLayout w:type="fixed"/>', True),
        ((2000, 0), (0, 0), "", False),  # one is not said
        ((), (0, 0), "", False),
        ((), (2000, 3000), "", True),
        ((100, 100), (0, 0), '<w:tblW w:w="5000" w:type="pct"/>', False),  # a placeholder
        ((100, 100), (0, 0), '<w:tblLayout w:type="fixed"/>', True),
        ((500, 500), (0, 0), "", True),
    ],
)
def test_only_what_is_said_can_be_frozen(
    widths: tuple[int, ...], cells_: tuple[int, int], said: str, can: bool
) -> None:
    inside = (cell(said=f'<w:tcW w:w="{width}" w:type="dxa"/>') for width in cells_)
    parts = package(table(row(*inside), grid=widths, said=said))
    id_ = f"{MAIN}#table0"
    assert freezable(parts) == ({id_} if can else set())
    assert bool(restyle(parts, {}, [id_])) is can


def test_tables_in_cells_headers_and_notes_are_as_wide_as_there() -> None:
    wide = '<w:tblW w:w="5000" w:type="pct"/>'
    inner = table(row(cell()), grid=(4000,), said=wide)
    body = table(row(cell(inner + "<w:p/>")), grid=(2230,))
    page = (
        '<w:sectPr><w:headerReference r:id="header"/><w:pgSz w:w="12240"/>'
        '<w:pgMar w:left="2240" w:right="2000"/><w:cols w:num="2" w:space="1000"/></w:sectPr>'
    )
    parts = package(body, page=page, header=inner, footnotes=f"<w:footnote>{inner}</w:footnote>")
    ids = freezable(parts)
    assert len(ids) == 4
    after = {**parts, **restyle(parts, {}, ids)}
    assert [grid(after[name].decode()) for name in (MAIN, "word/header.xml")] == [
        [2230, 2000],
        [8000],
    ]
    assert grid(after["word/footnotes.xml"].decode()) == [3500]
    assert [box.width for box in boxes(parts)] == [box.width for box in boxes(after)]


# -- the part around -------------------------------------------------------------------------------


def test_all_else_stays_byte_for_byte() -> None:
    odd = (
        "<?xml version='1.0'  encoding=\"UTF-8\" standalone='yes'?>\r\n<!-- <w:r> --><?pi a>b?>"
        f'<w:document  {NAMESPACES}><w:body\n>{{}}<w:p><w:r><w:t a=">">&#65;<![CDATA[<w:tc>]]>'
        "</w:t></w:r></w:p></w:body ></w:document>\n<!-- end -->"
    )
    parts = package("")
    parts[MAIN] = odd.format(one("<w:p><w:r ><w:t>x</w:t></w:r></w:p>")).encode()
    found = restyle(parts, {f"{MAIN}#0": NARROW})
    mark = '<w:rPr><w:w w:val="95"/></w:rPr>'
    inside = f"<w:p><w:pPr>{mark}</w:pPr><w:r >{mark}<w:t>x</w:t></w:r></w:p>"
    assert found == {MAIN: odd.format(one(inside)).encode()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_the_encoding_stays(encoding: str) -> None:
    parts = package(one(paragraph("Größe")))
    name = encoding.removesuffix("-sig")
    declared = f'<?xml version="1.0" encoding="{name}"?>' + parts[MAIN].decode()
    parts[MAIN] = declared.encode(encoding)
    after = restyle(parts, {f"{MAIN}#0": NARROW})[MAIN]
    assert after.decode(encoding).startswith(f'<?xml version="1.0" encoding="{name}"?>')
    assert difference(parts[MAIN], after) is None
    [box] = boxes({**parts, MAIN: after})
    assert [(run.text, run.type.scale) for run in box.paragraphs[0].runs] == [("Größe", 0.95)]


def test_an_encoding_that_cannot_be_written_is_an_error() -> None:
    parts = package(one(paragraph("x")))
    parts[MAIN] = b'<?xml version="1.0" encoding="ARMSCII-8"?>' + parts[MAIN]
    with pytest.raises(InputError, match="ARMSCII-8"):
        restyle(parts, {f"{MAIN}#0": NARROW})


def test_prefixes_are_those_of_the_part() -> None:
    parts = package(one(paragraph("x")))
    plain = parts[MAIN].decode()
    other = plain.replace("<w:", "<o:").replace("</w:", "</o:").replace(" w:", " o:")
    other = other.replace("xmlns:w=", "xmlns:o=")
    after = restyle({**parts, MAIN: other.encode()}, {f"{MAIN}#0": NARROW})[MAIN].decode()
    assert '<o:rPr><o:w o:val="95"/></o:rPr>' in after
    bare = plain.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=")
    bare = re.sub(r" w:(\w+)=", r" \1=", bare)
    after = restyle({**parts, MAIN: bare.encode()}, {f"{MAIN}#0": NARROW})[MAIN].decode()
    assert f'<rPr><w:w xmlns:w="{W}" w:val="95"/></rPr>' in after
    [box] = boxes({**parts, MAIN: after.encode()})
    assert box.paragraphs[0].runs[0].type.scale == 0.95


def test_strict_documents_have_shares_as_they_want_them() -> None:
    parts = {
        name: data.replace(W.encode(), STRICT.encode())
        for name, data in package(one(paragraph("x"))).items()
    }
    found = restyle(parts, {f"{MAIN}#0": NARROW}, [f"{MAIN}#table0"])
    assert b'<w:w w:val="95%"/>' in found[MAIN]
    [box] = boxes({**parts, **found})
    assert box.paragraphs[0].runs[0].type.scale == 0.95


@pytest.mark.parametrize("id_", ["#7", "#box0", "#table0", "#-1", "#x", "#", "2#0", "#1"])
def test_ids_of_nothing_are_refused(id_: str) -> None:
    goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    parts = package(table(*(row(cell(said=said)) for said in goes_on)))
    with pytest.raises(ValueError, match=r"no|goes on"):
        restyle(parts, {MAIN + id_: NARROW} if "table" not in id_ else {"x": NARROW})
    with pytest.raises(ValueError, match="narrower"):
        Restyle(scale=0)


# -- the proof -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:t>x</w:t>", "<w:t>y</w:t>"),
        ("<w:t>x</w:t>", "<w:t>x</w:t><w:t/>"),
        ("<w:b/>", ""),
        ("<w:b/>", '<w:b w:val="0"/>'),
        ("<w:rPr>", "<w:rPr><w:i/>"),
        ("<w:rPr>", "<w:rPr><w:sz>x</w:sz>"),
        ("</w:tblPr>", '<w:jc w:val="end"/></w:tblPr>'),
        ("</w:tcPr>", "<w:noWrap/></w:tcPr>"),
        ("<w:p><w:pPr>", "<w:p><w:pPr><w:jc/>"),
        ("</w:tbl>", '</w:tbl><w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr></w:r></w:p>'),
        ("</w:body>", "<!-- --></w:body>"),
        ("<w:body>", "<w:body >"),
        ("</w:document>", ""),
    ],
)
def test_any_other_difference_is_told(before: str, after: str) -> None:
    parts = package(one(paragraph("x", run="<w:b/>")) + paragraph("outside"))
    text = parts[MAIN].decode()
    assert before in text
    assert difference(text.encode(), text.replace(before, after, 1).encode())


def test_type_outside_of_boxes_is_not_to_change() -> None:
    parts = package(paragraph("x") + one(paragraph("x")))
    other = parts[MAIN].replace(b"<w:rPr>", b'<w:rPr><w:sz w:val="9"/>', 1)
    assert "w:sz" in (difference(parts[MAIN], other) or "")


# -- steps -----------------------------------------------------------------------------------------


def text(*sizes: float) -> list[Paragraph]:
    types = [Type(Face("Liberation Sans"), size) for size in sizes]
    return [
        Paragraph(tuple(Run("a" * (9 - n), t) for n, t in enumerate(types)), types[0])
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("of", "smaller"),
    [
        ((10,), [9.5, 9.0, 8.5]),
        ((12,), [11.5, 11.0, 10.5]),  # 85 % are 10.2
        ((8,), [7.5, 7.0]),
        ((7,), []),
        ((6.5,), [6.0]),
        ((5,), []),
        ((10, 7), []),  # 7 would become 6.5
        ((10, 8), [9.5, 9.0, 8.5]),  # 8 becomes 7
        ((10, 20), [9.5, 9.0, 8.5]),
    ],
)
def test_sizes_go_down_as_long_as_all_can_be_read(
    of: tuple[float, ...], smaller: list[float]
) -> None:
    ratios = sizes(text(*of))
    assert [restyled(text(*of), Restyle(size=r))[0].runs[0].type.size for r in ratios] == smaller
    assert not sizes([]) and sizes(text(*of)) == tuple(sorted(ratios, reverse=True))

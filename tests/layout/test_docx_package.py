"""Documents written by hand, and which parts of them are found."""

from __future__ import annotations

import itertools

import pytest

from doctrans.layout.docx.boxes import boxes
from doctrans.layout.model import CellBox

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PAGE = '<w:sectPr><w:pgSz w:w="12240"/><w:pgMar w:left="1440" w:right="1440"/></w:sectPr>'


def relationships(**targets: str) -> bytes:
    each = (
        f'<Relationship Id="{kind}" Type="{RELATIONSHIP}{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(each)}</Relationships>'.encode()


def package(body: str, *, page: str = PAGE, **others: str) -> dict[str, bytes]:
    """A document with that body, and the inside of other parts by their kind: `styles="..."`."""
    roots = {"numbering": "numbering", "settings": "settings", "styles": "styles"}
    roots |= {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}
    parts = {
        "_rels/.rels": relationships(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relationships(**{k: f"{k}.xml" for k in others}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{page}"
        "</w:body></w:document>".encode(),
    }
    for kind, inside in others.items():
        root = roots.get(kind, kind)
        xml = inside if kind == "theme" else f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
        parts[f"word/{kind}.xml"] = xml.encode()
    return parts


def read(body: str, **others: str) -> tuple[CellBox, ...]:
    return boxes(package(body, **others))


def table(*rows: str, grid: tuple[int, ...] = (2000,), said: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblPr>{said}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, said: str = "") -> str:
    return f"<w:tr><w:trPr>{said}</w:trPr>{''.join(cells)}</w:tr>"


def cell(inside: str = "<w:p/>", said: str = "") -> str:
    return f"<w:tc><w:tcPr>{said}</w:tcPr>{inside}</w:tc>"


def paragraph(text: str = "", said: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{said}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def one(inside: str) -> str:
    """A table of one cell, 100 points wide with its padding of 5.75 at each side."""
    return table(row(cell(inside)))


ONE = one(paragraph("Text"))


def test_each_cell_of_each_story_has_a_box() -> None:
    found = read(ONE + ONE, header=ONE, footnotes=f"<w:footnote>{ONE}</w:footnote>")
    assert [box.id for box in found] == [
        "word/document.xml#0",
        "word/document.xml#1",
        "word/header.xml#0",
        "word/footnotes.xml#0",
    ]
    assert all(box.paragraphs[0].text == "Text" for box in found)


def test_parts_are_found_whatever_their_names() -> None:
    parts = package(ONE)
    parts["Other/Main.XML"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relationships(officeDocument="/other/main.xml")
    assert [box.id for box in boxes(parts)] == ["Other/Main.XML#0"]


def test_the_document_is_found_by_its_type_too() -> None:
    parts = package(ONE)
    parts["main.xml"] = parts.pop("word/document.xml")
    del parts["_rels/.rels"]
    parts["[Content_Types].xml"] = (
        f'<Types><Override PartName="/main.xml" ContentType="{TYPE}"/></Types>'.encode()
    )
    assert [box.id for box in boxes(parts)] == ["main.xml#0"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_strict_documents_are_read_alike(encoding: str) -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:b/></w:rPr></w:style>'
    )
    parts = package(table(row(cell(paragraph("Text"))), said='<w:tblW w:w="50%"/>'), styles=styles)
    strict = {
        name: data.decode().replace(W, STRICT).encode(encoding) if "rels" not in name else data
        for name, data in parts.items()
    }
    assert strict != parts
    assert boxes(strict) == boxes(parts)
    assert boxes(parts)[0].paragraphs[0].runs[0].type.face.bold


HOSTILE = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/settings.xml"])
@pytest.mark.parametrize("data", [b"", b"<", b"\xff\xfe\x00", f"{HOSTILE}<x>&e;</x>".encode()])
def test_broken_parts_are_left_out(part: str, data: bytes) -> None:
    parts = package(ONE, styles="", numbering="", settings="")
    assert boxes(parts | {part: data}) == boxes(package(ONE))


@pytest.mark.parametrize("data", [b"", b"<w:p>", f"{HOSTILE}<x>&e;</x>".encode()])
def test_a_broken_document_has_no_boxes(data: bytes) -> None:
    assert boxes(package(ONE) | {"word/document.xml": data}) == ()
    assert boxes({}) == ()


BAD = ("", "-5", "x", "99999999999999999999", "1e9", "nan", "0", "50%", "١")


@pytest.mark.parametrize("bad", BAD)
def test_values_that_make_no_sense_do_no_harm(bad: str) -> None:
    names = {"gridSpan": "val", "tcW": "w", "vMerge": "val", "textDirection": "val"}
    said = "".join(f'<w:{name} w:{key}="{bad}"/>' for name, key in names.items())
    marks = f'<w:tcMar><w:left w:w="{bad}"/></w:tcMar>'
    inner = (
        f'<w:p><w:pPr><w:pStyle w:val="{bad}"/><w:numPr><w:ilvl w:val="{bad}"/>'
        f'<w:numId w:val="{bad}"/></w:numPr><w:spacing w:before="{bad}" w:line="{bad}"/>'
        f'<w:ind w:left="{bad}"/><w:tabs><w:tab w:pos="{bad}"/></w:tabs></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{bad}"/><w:w w:val="{bad}"/><w:kern w:val="{bad}"/></w:rPr>'
        f'<w:t>a</w:t><w:sym w:char="{bad}"/><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{bad}"/><w:tblLook w:val="{bad}"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{bad}"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="{bad}"/>'
        f'<w:trHeight w:val="{bad}"/></w:trPr>{cell(inner, said + marks)}</w:tr></w:tbl>'
    )
    page = f'<w:sectPr><w:pgSz w:w="{bad}"/><w:cols w:num="{bad}"/></w:sectPr>'
    [box] = read(body, page=page)
    assert box.width >= 0 and box.paragraphs[0].text.startswith("a")


def test_deep_nesting_and_loops_end() -> None:
    deep = ONE
    for _ in range(60):
        deep = one(f"{deep}<w:p/>")
    assert len(read(deep)) == 61
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in itertools.pairwise("abca")
    )
    assert len(read(one(paragraph("x", '<w:pStyle w:val="a"/>')), styles=styles)) == 1

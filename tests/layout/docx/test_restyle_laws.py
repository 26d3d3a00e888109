"""Laws of changed type and frozen columns, over generated tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from doctrans.layout.docx.boxes import boxes
from doctrans.layout.docx.order import CHILDREN
from doctrans.layout.docx.restyle import Restyle, freezable, restyle
from doctrans.layout.docx.steps import restyled
from doctrans.layout.docx.unchanged import difference
from doctrans.layout.model import CellBox, Run
from tests.layout.docx.test_restyle import MAIN, run
from tests.layout.test_docx_package import (
    W,
    cell,
    package,
    row,
    table,
)

widths = st.integers(400, 4000)
properties = st.lists(
    st.sampled_from([
        "<w:b/>", '<w:color w:val="00FF00"/>', '<w:w w:val="90"/>', '<w:sz w:val="17"/>',
        '<w:szCs w:val="31"/>', "<w:rtl/>", '<w:lang w:val="de"/>', '<w:kern w:val="1"/>',
        '<w:rFonts w:ascii="Arial"/>', "<w:vertAlign/>", "<w:rPrChange><w:rPr/></w:rPrChange>",
    ]), unique=True,
).map(lambda some: "".join(sorted(some, key=lambda e: CHILDREN["rPr"].index(name(e)))))  # fmt: skip


def name(xml: str) -> str:
    found = re.match(r"<w:(\w+)", xml)
    assert found
    return found[1]


@st.composite
def cells(draw: st.DrawFn, spans: tuple[int, ...]) -> str:
    made = []
    for span in spans:
        said = draw(st.sampled_from(["", "auto", "dxa", "pct"]))
        width = f'<w:tcW w:w="{draw(widths)}" w:type="{said}"/>' if said else ""
        width += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        width += draw(st.sampled_from(["", "<w:vMerge/>", '<w:vMerge w:val="restart"/>']))
        width += draw(st.sampled_from(["", "<w:noWrap/>", "<w:tcFitText/>"]))
        text = "".join(
            f"<w:p><w:pPr><w:jc/><w:rPr>{draw(properties)}</w:rPr></w:pPr>"
            + "".join(run(draw(properties), word) for word in draw(words))
            + "</w:p>"
            for _ in range(draw(st.integers(1, 2)))
        )
        made.append(cell(text, said=width))
    return row(*made)


words = st.lists(st.sampled_from(["Save", "größer", "שלום", "a < b".replace("<", "&lt;")]))
ROWS = ((1, 1, 1), (2, 1), (1, 2), (3,), (1, 1), (1, 1, 1, 1))


@st.composite
def tables_(draw: st.DrawFn) -> str:
    columns = draw(st.lists(widths, min_size=0, max_size=4))
    rows = draw(st.lists(st.sampled_from(ROWS), min_size=1, max_size=3))
    said = draw(st.sampled_from(["", "auto", "dxa", "pct"]))
    width = f'<w:tblW w:w="{draw(st.integers(1000, 14000))}" w:type="{said}"/>' if said else ""
    width += draw(st.sampled_from(["", "<w:jc/>"]))
    width += draw(st.sampled_from(["", '<w:tblLayout w:type="fixed"/>', "<w:tblLayout/>"]))
    inside = [draw(cells(spans)) for spans in rows]
    return table(*inside, grid=tuple(columns), said=width)


changes = st.builds(
    Restyle,
    scale=st.sampled_from((1.0, 0.97, 0.95, 0.93, 0.9)),
    size=st.sampled_from((1.0, 0.95, 0.9, 0.85)),
)


def ordered(data: bytes) -> bool:
    """Whether all properties stand in the schema's order."""
    for element in etree.fromstring(data).iter(*(f"{{{W}}}{parent}" for parent in CHILDREN)):
        order = CHILDREN[etree.QName(element).localname]
        ranks = [order.index(n) for c in element if (n := etree.QName(c).localname) in order]
        if ranks != sorted(ranks):
            return False
    return True


def texts(data: bytes) -> list[str]:
    return list(etree.fromstring(data).itertext())


def seen(some: tuple[CellBox, ...]) -> Iterator[tuple[str, list[tuple[Run, ...]], list[float]]]:
    for box in some:
        yield (
            box.id,
            [paragraph.runs for paragraph in box.paragraphs],
            [paragraph.mark.size for paragraph in box.paragraphs],
        )


@given(tables_(), st.data())
def test_boxes_have_the_type_that_was_asked_for(body: str, data: st.DataObject) -> None:
    parts = package(body)
    before = boxes(parts)
    wanted = {box.id: data.draw(changes) for box in before}
    found = restyle(parts, wanted)
    after = {**parts, **found}
    expected = tuple(restyled(box.paragraphs, wanted[box.id]) for box in before)
    assert [(b.id, p, m) for b, (_, p, m) in zip(before, seen(boxes(after)), strict=True)] == [
        (b.id, [x.runs for x in e], [x.mark.size for x in e])
        for b, e in zip(before, expected, strict=True)
    ]
    assert ordered(after[MAIN]) and texts(after[MAIN]) == texts(parts[MAIN])
    assert difference(parts[MAIN], after[MAIN]) is None
    assert restyle(parts, wanted) == found
    assert restyle(parts, {}) == restyle(parts, {box.id: Restyle() for box in before}) == {}


# A nested table so narrow that what its last cell says is less than a twentieth of a point.
_CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc>"
_TINY = (
    "<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>{}</w:tblGrid><w:tr><w:trPr></w:trPr>"
    f"{_CELL.format('')}{_CELL.format('')}{{}}</w:tr></w:tbl>"
)


@example(
    _TINY.format("", "", _CELL.format('<w:tcW w:w="530" w:type="dxa"/>')),
    _TINY.format(
        '<w:tblW w:w="1000" w:type="pct"/>',
        '<w:gridCol w:w="400"/>' * 4,
        _CELL.format('<w:tcW w:w="400" w:type="pct"/>'),
    ),
)
@given(tables_(), tables_())
def test_frozen_columns_are_those_that_were(outer: str, inner: str) -> None:
    end = outer.rindex("</w:tc>")
    parts = package(outer[:end] + inner + "<w:p/>" + outer[end:])
    before = boxes(parts)
    can = freezable(parts)
    assert can <= {box.table for box in before}
    found = restyle(parts, {}, can)
    after = {**parts, **found}
    for libreoffice in (False, True):
        again = boxes(after, libreoffice=libreoffice)
        for old, new in zip(before, again, strict=True):
            if old.table in can:
                assert new.width == pytest.approx(old.width, abs=0.06)
                assert (new.row, new.column, new.rows, new.columns) == (
                    (old.row, old.column, old.rows, old.columns)
                )
    assert ordered(after[MAIN]) and texts(after[MAIN]) == texts(parts[MAIN])
    assert difference(parts[MAIN], after[MAIN]) is None
    root = etree.fromstring(after[MAIN])
    for number, element in enumerate(root.iter(f"{{{W}}}tbl")):
        if f"{MAIN}#table{number}" in can:
            [total] = element.xpath("w:tblPr/w:tblW/@w:w", namespaces={"w": W})
            columns = element.xpath("w:tblGrid/w:gridCol/@w:w", namespaces={"w": W})
            assert sum(map(int, columns)) == int(total)
            [kind] = element.xpath("w:tblPr/w:tblLayout/@w:type", namespaces={"w": W})
            assert kind == "fixed"
    assert restyle(after, {}, can) == {}

"""Text boxes: DrawingML's and VML's."""

from __future__ import annotations

import pytest

from doctrans.layout.docx import notes
from doctrans.layout.model import CellBox, Direction, Rule
from tests.layout.test_docx_package import ONE, one, paragraph, read


def content(inside: str) -> str:
    return f"<w:txbxContent>{inside}</w:txbxContent>"


def drawing(inside: str, body: str = "", size: tuple[int, int] = (100, 50)) -> str:
    across, down = (12700 * points for points in size)
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{across}" cy="{down}"/><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{content(inside)}</wps:txbx>"
        f"{body}</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def vml(inside: str, style: str = "width:100pt;height:50pt", inset: str = "") -> str:
    return (
        f'<w:p><w:r><w:pict><v:shape style="{style}"><v:textbox {inset}>{content(inside)}'
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )


TEXT = paragraph("Text")


def shape(body: str) -> CellBox:
    [box] = read(body)
    assert box.id == "word/document.xml#box0" and box.paragraphs[0].text == "Text"
    return box


@pytest.mark.parametrize(
    ("body", "width", "room", "rule"),
    [
        (drawing(TEXT), 85.6, 42.8, Rule.EXACT),
        (
            drawing(TEXT, '<wps:bodyPr lIns="0" rIns="12700" tIns="0" bIns="0"/>'),
            99,
            50,
            Rule.EXACT,
        ),
        (drawing(TEXT, "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>"), 85.6, 42.8, Rule.AT_LEAST),
        (vml(TEXT), 85.6, 42.8, Rule.EXACT),
        (vml(TEXT, inset='inset="0,1pt,,0"'), 92.8, 49, Rule.EXACT),
        (vml(TEXT, "position:absolute; width:2in; height:1in"), 129.6, 64.8, Rule.EXACT),
        (
            vml(TEXT, inset='style="mso-fit-shape-to-text:t"'),
            85.6,
            42.8,
            Rule.AT_LEAST,
        ),
    ],
)
def test_room(body: str, width: float, room: float, rule: Rule) -> None:
    box = shape(body)
    assert (box.width, box.room) == pytest.approx((width, room))
    assert box.height is rule and (notes.GROWS in box.notes) is (rule is Rule.AT_LEAST)


def test_flags() -> None:
    box = shape(
        drawing(TEXT, '<wps:bodyPr vert="vert270" wrap="none"><a:normAutofit/></wps:bodyPr>')
    )
    assert box.direction is Direction.ROTATED and box.nowrap and box.squeezed


def test_shapes_in_groups_are_scaled() -> None:
    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:ext cx="2540000" cy="2540000"/>'
        '<a:chExt cx="1000" cy="1000"/></a:xfrm></wpg:grpSpPr><wps:wsp><wps:spPr><a:xfrm>'
        f'<a:ext cx="500" cy="250"/></a:xfrm></wps:spPr><wps:txbx>{content(TEXT)}</wps:txbx>'
        "</wps:wsp></wpg:wgp>"
    )
    body = (
        '<w:p><w:r><w:drawing><wp:anchor><wp:extent cx="2540000" cy="2540000"/>'
        f"{group}</wp:anchor></w:drawing></w:r></w:p>"
    )
    box = shape(body)
    assert (box.width, box.room) == pytest.approx((100 - 14.4, 50 - 7.2))


def vml_group(
    inside: str, said: str = 'coordsize="2000,1000"', style: str = "width:100pt;height:50pt"
) -> str:
    return f'<v:group style="{style}" {said}>{inside}</v:group>'


def in_group(style: str, inset: str = "") -> str:
    return vml(TEXT, style, inset).split("<w:pict>")[1].split("</w:pict>")[0]


def drawn(group: str) -> str:
    return f"<w:p><w:r><w:pict>{group}</w:pict></w:r></w:p>"


OWN = in_group("position:absolute;left:7;top:9;width:1600;height:500")


@pytest.mark.parametrize(
    ("group", "width", "height"),
    [
        (vml_group(OWN), 80, 25),
        (vml_group(OWN, 'coordorigin="300,-20" coordsize="2000,1000"'), 80, 25),
        (vml_group(OWN, 'coordsize=" 4000 , 1000.0"'), 40, 25),
        (vml_group(OWN, "", "width:2in;height:80px"), 230.4, 30),
        (
            vml_group(vml_group(OWN, 'coordsize="3200,500"', "width:1000;height:800")),
            25,
            40,
        ),
    ],
)
def test_vml_counts_in_the_units_of_its_group(group: str, width: float, height: float) -> None:
    box = shape(drawn(group))
    assert (box.width, box.room) == pytest.approx((width - 14.4, height - 7.2))


def test_insets_are_not_scaled_with_a_group() -> None:
    group = vml_group(in_group("width:1600;height:500", 'inset="1pt,2pt,3pt,4pt"'))
    assert (shape(drawn(group)).width, shape(drawn(group)).room) == pytest.approx((76, 19))


@pytest.mark.parametrize(
    "group",
    [
        vml_group(in_group("width:16pt;height:500")),
        vml_group(in_group("width:1600")),
        vml_group(in_group("width:-1600;height:500")),
        vml_group(OWN, 'coordsize="0,1000"'),
        vml_group(OWN, 'coordsize="2000"'),
        vml_group(OWN, 'coordsize="1,2,3"'),
        vml_group(OWN, style="width:50%;height:50pt"),
        vml_group(OWN, style=""),
    ],
)
def test_a_group_that_says_no_scale_has_no_boxes(group: str) -> None:
    assert read(drawn(group)) == ()


def test_one_box_for_a_shape_that_is_there_in_two_ways() -> None:
    run = drawing(TEXT).removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")
    other = vml(TEXT).removeprefix("<w:p><w:r>").removesuffix("</w:r></w:p>")
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{run}</mc:Choice>"
        f"<mc:Fallback>{other}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert [box.id for box in read(body + vml(TEXT))] == [
        "word/document.xml#box0",
        "word/document.xml#box2",
    ]


def linked(number: int, other: int) -> str:
    """Two text boxes, the second of which goes on with one."""
    first = drawing(TEXT).replace("<wps:txbx>", f'<wps:txbx id="{number}">')
    link = f'<wps:linkedTxbx id="{other}" seq="1"/>'
    return first + drawing(TEXT).replace(f"<wps:txbx>{content(TEXT)}</wps:txbx>", link)


NEXT = 'style="layout-flow:horizontal;mso-next-textbox:#_x0000_s1027"'


@pytest.mark.parametrize(
    ("body", "goes_on"),
    [
        (linked(1, 1), True),
        (linked(1, 2), False),
        (vml(TEXT, inset=NEXT) + vml(""), True),
        (vml(TEXT, inset='style="layout-flow:horizontal"') + vml(""), False),
    ],
)
def test_text_that_goes_on_in_another_box_is_not_held_by_its_own(body: str, goes_on: bool) -> None:
    box = read(body)[0]
    assert (box.id, box.width) == ("word/document.xml#box0", pytest.approx(85.6))
    assert (box.room is None) is goes_on and (box.height is Rule.AUTO) is goes_on


def test_cells_and_shapes_inside_each_other() -> None:
    found = read(one(drawing(ONE + TEXT) + TEXT) + one(TEXT))
    assert [box.id.rpartition("#")[2] for box in found] == ["0", "1", "2", "box0"]
    outer, inner, _, shape = found
    assert [p.text for p in outer.paragraphs] == ["", "Text"]
    assert inner.paragraphs[0].text == "Text" and notes.NESTED in shape.notes


@pytest.mark.parametrize("style", ["", "width:50%;height:10pt", "width:10pt", "width:x;height:y"])
def test_without_a_size_there_is_no_box(style: str) -> None:
    assert read(vml(TEXT, style)) == ()
    assert [box.id for box in read(vml(ONE, style))] == ["word/document.xml#0"]

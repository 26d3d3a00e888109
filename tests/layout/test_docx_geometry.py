"""The room for text in shapes that are no rectangles, DrawingML's and VML's."""

from __future__ import annotations

import pytest

from tests.layout.test_docx_shapes import TEXT, content, drawing, drawn, shape, vml_group

PLAIN = '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>'
SIZE = (160, 80)


def preset(name: str, guides: str = "", body: str = PLAIN) -> str:
    geometry = f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    return drawing(TEXT, f"<wps:spPr>{geometry}</wps:spPr>{body}", SIZE)


def guide(name: str, value: object) -> str:
    return f'<a:gd name="{name}" fmla="val {value}"/>'


@pytest.mark.parametrize(
    ("body", "width", "room"),
    [
        # Shares of both sides, as LibreOffice 7.4 sets their text.
        (preset("rect"), 1, 1),
        (preset("wedgeRectCallout"), 1, 1),
        (preset("ellipse"), 0.707, 0.707),
        (preset("diamond"), 0.5, 0.5),
        (preset("flowChartDecision"), 0.5, 0.5),
        (preset("flowChartTerminator"), 0.906, 0.707),
        (preset("flowChartPredefinedProcess"), 0.75, 1),
        (preset("flowChartInputOutput"), 0.6, 1),
        (preset("flowChartMagneticDisk"), 1, 0.5),
        (preset("triangle"), 0.5, 0.5),
        (preset("cloud"), 0.653, 0.652),
        # Shares of the shorter side.
        (preset("roundRect"), 0.951, 0.902),
        (preset("octagon"), 0.854, 0.707),
        (preset("can"), 1, 0.625),
        (preset("homePlate"), 0.875, 1),
        (preset("chevron"), 0.5, 1),
        (preset("rightArrow"), 0.875, 0.5),
        (preset("leftArrow"), 0.875, 0.5),
        (preset("leftRightArrow"), 0.75, 0.5),
        (preset("downArrow"), 0.5, 0.75),
        (preset("upDownArrow"), 0.5, 0.5),
        (preset("hexagon"), 0.75, 0.75),
        (preset("parallelogram"), 0.729, 0.729),
        (preset("trapezoid"), 0.833, 0.917),
        # Adjusted.
        (preset("roundRect", guide("adj", 0)), 1, 1),
        (preset("roundRect", guide("adj", 50000)), 0.854, 0.707),
        (preset("rightArrow", guide("adj1", 100000)), 0.75, 1),
        (preset("rightArrow", guide("adj2", 100000)), 0.75, 0.5),
        (preset("hexagon", guide("adj", 100000)), 0.417, 0.417),
        (preset("chevron", guide("adj", 200000)), 1, 1),
        (preset("roundRect", guide("adj", -9)), 1, 1),
        (preset("roundRect", guide("adj", "x")), 0.951, 0.902),
        # In no table.
        (preset("star5"), 1, 1),
        (drawing(TEXT, f"<wps:spPr><a:custGeom/></wps:spPr>{PLAIN}", SIZE), 1, 1),
    ],
)
def test_room_in_presets(body: str, width: float, room: float) -> None:
    box = shape(body)
    shares = box.width / SIZE[0], (box.room or 0) / SIZE[1]
    assert shares == pytest.approx((width, room), abs=0.001)


def test_insets_come_on_top() -> None:
    box = shape(preset("diamond", body='<wps:bodyPr lIns="12700" tIns="0" rIns="0" bIns="25400"/>'))
    assert (box.width, box.room) == pytest.approx((79, 38))


def vml(name: str, said: str = "", path: str = "", style: str = "width:160pt;height:80pt") -> str:
    inner = f'<v:textbox inset="0,0,0,0">{content(TEXT)}</v:textbox>'
    return f'<v:{name} {said} style="{style}">{path}{inner}</v:{name}>'


def type_(rectangle: str, said: str = 'coordsize="21600,21600"') -> str:
    path = f'<v:path textboxrect="{rectangle}"/>'
    return f'<v:shapetype id="_x0000_t110" {said}>{path}</v:shapetype>'


OF_TYPE = vml("shape", 'type="#_x0000_t110"')
DIAMOND = "5400,5400,16200,16200"


@pytest.mark.parametrize(
    ("inside", "width", "room"),
    [
        (vml("rect"), 1, 1),
        (vml("oval"), 0.707, 0.707),
        (vml("roundrect", 'arcsize="10923f"'), 0.951, 0.902),
        (vml("roundrect", 'arcsize=".25"'), 0.927, 0.854),
        (vml("roundrect", 'arcsize="25%"'), 0.927, 0.854),
        (vml("roundrect"), 0.941, 0.883),
        (type_(DIAMOND) + OF_TYPE, 0.5, 0.5),
        (type_("1018,3163,20582,18437") + OF_TYPE, 0.906, 0.707),
        (type_(f"{DIAMOND};0,0,1,1") + OF_TYPE, 0.5, 0.5),
        (type_("250,0,750,1000", "") + OF_TYPE, 0.5, 1),
        (vml("shape", 'coordsize="10,10"', '<v:path textboxrect="1,2,9,8"/>'), 0.8, 0.6),
        (type_("@1,@2,@3,@4") + OF_TYPE, 1, 1),
        (type_("9,9,1,1") + OF_TYPE, 1, 1),
        (type_("0,0,99999,99999") + OF_TYPE, 1, 1),
        (type_(DIAMOND, 'coordsize="0,0"') + OF_TYPE, 1, 1),
        (OF_TYPE, 1, 1),
        (
            type_(DIAMOND)
            + vml_group(
                vml("shape", 'type="#_x0000_t110"', style="width:3200;height:1600"),
                'coordsize="2000,1000"',
            ),
            0.5,
            0.5,
        ),
    ],
)
def test_room_in_shapes_of_vml(inside: str, width: float, room: float) -> None:
    box = shape(drawn(inside))
    shares = box.width / SIZE[0], (box.room or 0) / SIZE[1]
    assert shares == pytest.approx((width, room), abs=0.001)

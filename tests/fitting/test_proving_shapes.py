"""Text boxes as LibreOffice sets them: DrawingML's and VML's, in the body and in headers."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from doctrans import api
from doctrans.fitting.proving import Prover
from doctrans.ports import Limits
from tests.fitting.candidates import Candidates
from tests.formats.docx.builders import docx, p, part, r

pytest.importorskip("pypdfium2")
pytest.importorskip("uharfbuzz")
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
TYPE = '<w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/><w:sz w:val="20"/>'
ACROSS, DOWN = 100, 24  # points; 85.6 and 16.8 are left for text, one line


def content(text: str) -> str:
    return f"<w:txbxContent>{p(r(text, TYPE))}</w:txbxContent>"


def drawing(text: str) -> str:
    across, down = ACROSS * 12700, DOWN * 12700
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" '
        f'y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom><a:noFill/></wps:spPr><wps:txbx>{content(text)}</wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:wrapNone/><wp:docPr id="1" name="Box"/>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:anchor>"
    )
    choice = f'<mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict>{shape(text)}</w:pict></mc:Fallback>"
    return f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"


def shape(text: str) -> str:
    style = f"position:absolute;width:{ACROSS}pt;height:{DOWN}pt"
    return f'<v:rect style="{style}" filled="f"><v:textbox>{content(text)}</v:textbox></v:rect>'


def vml(text: str) -> str:
    return f"<w:p><w:r><w:pict>{shape(text)}</w:pict></w:r></w:p>"


def vml_group(text: str) -> str:
    """The same box in a group that counts in twentieths of its points."""
    inner = shape(text).replace(
        f"width:{ACROSS}pt;height:{DOWN}pt",
        f"left:100;top:50;width:{20 * ACROSS};height:{20 * DOWN}",
    )
    style = "position:absolute;width:300pt;height:100pt"
    said = 'coordorigin="100,50" coordsize="6000,2000"'
    return (
        f'<w:p><w:r><w:pict><v:group style="{style}" {said}>{inner}</v:group></w:pict></w:r></w:p>'
    )


@pytest.mark.parametrize("kind", [drawing, vml, vml_group])
def test_text_that_its_box_does_not_hold_is_lost(kind: Callable[[str], str]) -> None:
    source = docx(kind("Close it"))
    prover = Prover(source, Limits())
    assert (prover.prove(source).boxes, prover.prove(source).failing) == (1, ())
    [box] = prover.prove(
        docx(kind("Schließen Sie das Fenster jetzt, bitte, mit dem Knopf rechts oben"))
    ).failing
    assert box.box == "word/document.xml#box0"
    assert box.lost > 5
    [box] = prover.prove(docx(kind("Benutzereinstellungen"))).failing
    assert box.chopped == 1


def test_boxes_of_headers_stand_on_every_page_and_are_looked_at_once() -> None:
    body = p(r("One")) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p(r("Two"))
    header = part("w:hdr", drawing("Close it"))
    used = '<w:sectPr><w:headerReference w:type="default" r:id="rId100"/></w:sectPr>'
    one, other = (docx(body * n + used, header=header) for n in (1, 2))
    report = Prover(one, Limits()).prove(other)
    assert (report.boxes, report.failing) == (1, ())
    assert report.pages[0] < report.pages[1]


@pytest.mark.parametrize("kind", [drawing, vml_group])
def test_a_text_box_is_fitted_and_proved(kind: Callable[[str], str]) -> None:
    engine = Candidates({"Close it": [("Das Fenster schließen", -0.1), ("Fenster zumachen", -0.2)]})
    with api.Translator("de", "en", engine=engine, fit="strict", prove=True) as translator:
        [result] = translator.translate([api.read(docx(kind("Close it")), "docx")])
    assert (result.report.proof.boxes, result.report.proof.failing) == (1, ())
    assert [segment.text for segment in result.document.segments] == ["Fenster zumachen"]
    [picture] = result.report.proof.pictures()
    assert picture.startswith(b"\x89PNG")

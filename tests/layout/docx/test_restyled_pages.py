"""What LibreOffice makes of changed type and frozen columns."""

from __future__ import annotations

import pytest

from doctrans.layout.docx.boxes import boxes
from doctrans.layout.docx.restyle import Restyle, freezable, restyle
from doctrans.layout.needs import need
from doctrans.layout.proof import glyphs, office
from doctrans.layout.proof.probe import ground, probe
from doctrans.layout.shaping import Measure
from tests.layout.test_docx_package import PAGE, TYPE, cell, package, paragraph, row, table
from tests.layout.test_proof import needs_office, packed

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>'
)


@needs_office
def test_rendered_columns_stay_and_lines_are_those_computed() -> None:
    font = '<w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/><w:sz w:val="22"/>'
    texts = (
        "Save all the settings before closing", "Donaudampfschifffahrt",
        "The window is closed at once and for all", "Größe", "x", "",
    )  # fmt: skip
    rows = [row(*(cell(paragraph(text, run=font)) for text in texts[n : n + 3])) for n in (0, 3)]
    body = table(*rows, grid=(1500, 2000, 2500), said='<w:tblW w:w="4000" w:type="pct"/>')
    page = PAGE.replace('<w:pgSz w:w="12240"/>', '<w:pgSz w:w="12240" w:h="15840"/>')
    parts = package(body + "<w:p/>", page=page) | {"[Content_Types].xml": TYPES.encode()}
    ids = [box.id for box in boxes(parts)]
    styles = dict.fromkeys(ids, Restyle(0.9, 0.86))
    documents = {
        "before": parts,
        "frozen": parts | restyle(parts, {}, freezable(parts)),
        "smaller": parts | restyle(parts, styles, freezable(parts)),
    }
    probes = {name: probe(document, ids) for name, document in documents.items()}
    rendered = office.pdfs({name: packed(made) for name, (made, _) in probes.items()})
    pages = {name: glyphs.read(pdf) for name, pdf in rendered.items()}
    measure = Measure()
    for name, document in documents.items():
        found = {box.id: box for box in boxes(document, libreoffice=True)}
        for colour, id_ in probes[name][1].items():
            box, (_, rect), (_, old) = (
                found[id_],
                *(pages[which].grounds[ground(colour)][0] for which in (name, "before")),
            )
            assert (rect.left, rect.right) == pytest.approx((old.left, old.right), abs=0.11)
            lines = need(box.paragraphs, box.width, measure).lines if box.paragraphs[0].text else 0
            assert len(pages[name].lines(colour)) == lines
    sizes_ = {
        name: {round(g.size, 1) for some in page.glyphs.values() for g in some}
        for name, page in pages.items()
    }
    assert sizes_ == {"before": {11.0}, "frozen": {11.0}, "smaller": {9.5}}

"""What the markup says of a page's boxes, and how near that is to a browser."""

from __future__ import annotations

import pytest
from lxml import etree

from doctrans import api
from doctrans.formats.html import copies
from doctrans.layout.html import declared
from doctrans.layout.html.estimate import Estimate
from doctrans.layout.html.model import Box, Kind
from doctrans.layout.model import Face
from tests.layout.html.browser import needs_browser, opened

pytest.importorskip("uharfbuzz")
BODY = """<!DOCTYPE html><html><head><title>T</title></head><body>
<table style="table-layout: fixed; width: 260px"><colgroup><col width=100><col style="width: 160px">
</colgroup><tr><th>Heading word<td>Cell text that is longer than the cell is</tr></table>
<div style="width: 120px; font: 14px/1.2 Arial, sans-serif">Of some width with
<b>bold words</b> inside</div>
<div style="width: 90px; white-space: nowrap; overflow: hidden">A div of one line only</div>
<button style="width: 90px">Save all changes</button>
<input type=submit value="Save all the changes" style="width: 80px">
<h2 style="width: 200px">A heading of two lines maybe</h2>
<table><tr><td>Not known</td></tr></table>
</body></html>"""


def estimated(markup: str) -> tuple[list[Box], int]:
    copy = copies.of_source(api.read(markup, "html"))
    estimate = Estimate()
    found = estimate.measure(copy.data, copy.encoding)
    return [found.boxes[number] for number in sorted(found.boxes)], estimate.unknown


@pytest.mark.parametrize(
    ("value", "pixels"),
    [("80", 80), ("80px", 80), ("3pt", 4), ("2em", 32), (" 1.5rem ", 24), ("1in", 96),
     ("50%", None), ("calc(1px)", None), ("auto", None), ("", None), (None, None)],
)  # fmt: skip
def test_lengths(value: str | None, pixels: float | None) -> None:
    assert declared.length(value) == pixels


def test_type_is_that_of_elements_and_inline_css() -> None:
    root = etree.fromstring(
        '<div style="font-size: 20px; font-family: \'Foo Sans\', serif"><p style="font-size: 50%">'
        "<b>x</b></p><h1>y</h1><button>z</button></div>"
    )
    bold, heading, button = (next(root.iter(name)) for name in ("b", "h1", "button"))
    assert declared.type_of(bold).face == Face("Foo Sans", bold=True)
    assert declared.type_of(bold).size == 10
    assert declared.type_of(heading).size == 40
    assert declared.type_of(button).face.family == "Arial"


@pytest.mark.parametrize(
    ("font", "face", "size"),
    [
        ("14px Arial", Face("Arial"), 14),
        ("italic bold 12pt/30px Georgia, serif", Face("Georgia", bold=True), 16),
        ("700 2em 'Foo Bar'", Face("Foo Bar", bold=True), 32),
    ],
)
def test_the_short_property_for_fonts(font: str, face: Face, size: float) -> None:
    root = etree.fromstring(f'<p style="font: {font}">x</p>')
    assert declared.type_of(root).face == face
    assert declared.type_of(root).size == size


@pytest.mark.parametrize(
    ("table", "widths"),
    [
        ("<table><tr><td width=80>a</td><td>b</td></tr></table>", {"a": 80}),
        ("<table><tr><td width='80%'>a</td></tr></table>", {}),
        ("<table cellpadding=4><col width=80><col width=50><tr><td>a</td><td>b</td></table>",
         {"a": 72, "b": 42}),
        ("<table><col span=2 width=50><tr><td colspan=2>a</td></table>", {"a": 98}),
        ("<table><tr><td width=80>a</td></tr><tr><td style='width: 90px'>b</td></tr></table>",
         {"a": 90, "b": 90}),
        ("<table><tr><td width=80 rowspan=2>a</td></tr><tr><td>b</td></tr></table>", {}),
    ],
)  # fmt: skip
def test_columns(table: str, widths: dict[str, float]) -> None:
    root = etree.fromstring(table, etree.HTMLParser())
    found = {
        cell.text: width for one in root.iter("table") for cell, width in declared.columns(one)
    }
    assert found == widths


def test_only_what_is_known_is_measured_and_the_rest_is_counted() -> None:
    found, unknown = estimated("<table><tr><td width=50>One</td><td>Two</td></tr></table><p>Three")
    assert [(box.name, box.kind, box.segments) for box in found] == [("td", Kind.CELL, ("s1",))]
    assert unknown == 1


def test_words_that_are_too_wide_reach_beyond_and_hyphens_help() -> None:
    wide, hyphenated = (
        estimated(f"<table><tr><td width=50>{word}</td></tr></table>")[0][0]
        for word in ("Incomprehensibilities", "Incom&shy;prehen&shy;sibi&shy;lities")
    )
    assert wide.over[0] > 50
    assert hyphenated.over[0] < 10


def test_broken_markup_is_measured_all_the_same() -> None:
    for markup in (
        "<td width=5>",
        "<table><tr><td width=-1>a",
        "<b",
        "<p style='width:;:4px'>x</i>",
    ):
        estimated(markup)


@needs_browser
def test_it_is_near_to_what_a_browser_shows() -> None:
    copy = copies.of_source(api.read(BODY, "html"))
    with opened() as tab:
        [page] = tab.measure(copy.data, copy.encoding, "", [1280])
    for box in estimated(BODY)[0]:
        shown = page.boxes[box.number]
        assert box.lines == shown.lines
        assert box.room[0] == pytest.approx(shown.room[0], abs=1)
        assert box.least == pytest.approx(shown.least, rel=0.03, abs=1)
        assert box.lost[0] == pytest.approx(shown.lost[0], rel=0.05, abs=2)
        assert set(box.segments) == set(shown.segments)

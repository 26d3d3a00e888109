"""Whether text fits its box."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from doctrans.layout.fonts import Fonts
from doctrans.layout.model import CellBox, Face, Paragraph, Rule, Run, Type
from doctrans.layout.needs import Failure, need, verdict
from doctrans.layout.rooms import Room, rooms
from doctrans.layout.shaping import Measure

pytest.importorskip("uniseg")
TYPE = Type(Face("Liberation Sans"), 10)
MEASURE = Measure(Fonts([Path("no fonts, the table of widths")]))
LINE = 11.17  # points, of that font at that size


def text(*paragraphs: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(each, TYPE),), TYPE) for each in paragraphs)


def cell(name: str, *paragraphs: str, row: int = 0, rows: int = 1, width: float = 60) -> CellBox:
    return CellBox(name, row, 0, 1, width, text(*paragraphs), table="t", rows=rows, padding=4)


def allowed(*boxes: CellBox) -> dict[str, float]:
    needs = {box.id: need(box.paragraphs, box.width, MEASURE).height for box in boxes}
    return {name: room.height for name, room in rooms(boxes, needs).items()}


def test_needs_count_lines_and_the_space_between_paragraphs() -> None:
    one, two = text("Save", "Close the window")
    found = need((one, replace(two, before=6, after=3)), 60, MEASURE)
    assert (found.lines, found.chopped) == (3, ())
    assert found.height == pytest.approx(3 * LINE + 9)


def test_a_cell_may_use_the_room_of_its_row() -> None:
    tall, short = cell("tall", "a", "b", "c"), cell("short", "a")
    other = cell("other", "a", row=1)
    found = allowed(tall, short, other)
    assert found["short"] == found["tall"] == pytest.approx(3 * LINE)
    assert found["other"] == pytest.approx(LINE)


def test_rows_are_as_high_as_they_are_told() -> None:
    least = replace(cell("least", "a"), height=Rule.AT_LEAST, room=50)
    assert allowed(least)["least"] == pytest.approx(50)
    exact = replace(cell("exact", "a", "b"), height=Rule.EXACT, room=15)
    assert allowed(exact)["exact"] == pytest.approx(15)


@pytest.mark.parametrize("height", [Rule.EXACT, Rule.AT_LEAST])
def test_a_shape_has_the_room_that_its_own_text_takes(height: Rule) -> None:
    shape = CellBox("shape", 0, 0, 1, 60, text("a", "b", "c"), height=height, room=15)
    roomy = replace(shape, id="roomy", room=50)
    assert allowed(shape, roomy) == pytest.approx({"shape": 3 * LINE, "roomy": 50})


def test_a_cell_over_rows_has_them_all() -> None:
    over = cell("over", "a", rows=2)
    rows = (cell("upper", "a", "b"), cell("lower", "a", row=1))
    assert allowed(over, *rows)["over"] == pytest.approx(3 * LINE + 4)  # one padding is its own
    high = cell("over", *"abcdefgh", rows=2)
    assert allowed(high, *rows)["lower"] == pytest.approx(6 * LINE - 4)


@pytest.mark.parametrize(
    ("words", "exact", "failures"),
    [
        ("Datei", False, set()),
        ("Datei sichern unter", False, {Failure.GROWS}),
        ("Datei sichern unter", True, {Failure.CLIPPED}),
        ("Einstellungsdialog", False, {Failure.GROWS, Failure.CHOPPED}),
    ],
)
def test_a_verdict_says_what_fails(words: str, exact: bool, failures: set[Failure]) -> None:
    found = verdict(cell("a", "File"), Room(LINE, exact), text(words), MEASURE)
    assert found.failures == failures
    assert found.ok is (not failures)
    assert (found.over > 0.1) is bool(failures)


def test_words_that_the_source_chops_too_are_not_blamed() -> None:
    box = cell("a", "config.example.internal.test")
    room = Room(99, exact=False)
    assert verdict(box, room, box.paragraphs, MEASURE).ok
    found = verdict(box, room, text("Konfigurationsverzeichnis"), MEASURE)
    assert found.chopped == ("Konfigurationsverzeichnis",)


@pytest.mark.parametrize(("spare", "chopped"), [(0.02, ("Können",)), (0.2, ())])
def test_a_word_that_its_box_just_holds_may_be_chopped(spare: float, chopped: tuple[str]) -> None:
    width = MEASURE.width("Können", TYPE) + spare
    box = cell("a", "Can", "a", width=width)
    found = verdict(box, Room(99, exact=False), text("Können Sie"), MEASURE)
    assert (found.chopped, found.need.chops, found.need.lines) == (chopped, 0, 2)
    assert verdict(box, Room(99, exact=False), text("K\u00adönnen Sie"), MEASURE).chopped == chopped
    hyphens = text("Kön\u00adnen Sie")
    assert verdict(box, Room(99, exact=False), hyphens, MEASURE).chopped == chopped

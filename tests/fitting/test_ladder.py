"""Which wording, hyphens and type are taken for a box."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans.fitting import ladder
from doctrans.fitting.ladder import Place, Wording
from doctrans.fitting.values import Steps
from doctrans.layout.model import CellBox, Face, Paragraph, Run, Type
from doctrans.layout.needs import Failure
from doctrans.layout.rooms import Room
from doctrans.layout.shaping import Measure
from doctrans.report.fit import Mode, Rung

pytest.importorskip("uharfbuzz")
TEN = Type(Face("Liberation Sans"), 10)


def paragraph(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(text, TEN),), TEN),)


def box(text: str, width: float, row: int = 1, column: int = 0) -> CellBox:
    return CellBox(f"p#{row}{column}", row, column, 1, width, paragraph(text), table="p#table0")


def place(width: float, lines: int, mode: Mode = Mode.STRICT, text: str = "Source") -> Place:
    return Place(box(text, width), Room(11.6 * lines, False), Measure(), "de", mode)


def test_the_plain_wording_stays_where_it_fits() -> None:
    offered = [Wording(0, paragraph("Datei"), 0.0), Wording(1, paragraph("Akte"), 0.0)]
    chosen = ladder.best(place(60, 1), offered)
    assert (chosen.wording.level, chosen.words, chosen.rung) == (0, None, Rung.NONE)


def test_the_likeliest_wording_that_fits_is_taken() -> None:
    offered = [
        Wording(0, paragraph("Die Einstellungen ändern"), 0.0),
        Wording(1, paragraph("Einstellungen"), 0.3),
        Wording(2, paragraph("Optionen"), 0.9),
    ]
    chosen = ladder.best(place(70, 1), offered)
    assert (chosen.wording.level, chosen.rung) == (1, Rung.WORDING)
    chosen = ladder.best(place(50, 1), offered)
    assert chosen.wording.level == 2


def test_hyphens_are_taken_before_an_unlikely_wording() -> None:
    offered = [
        Wording(0, paragraph("Benutzereinstellungen"), 0.0),
        Wording(1, paragraph("Optionen"), 0.8),
    ]
    chosen = ladder.best(place(64, 2), offered)
    assert chosen.wording.level == 0
    assert chosen.words == {"Benutzereinstellungen"}
    assert chosen.rung is Rung.HYPHENS
    assert chosen.verdict.ok


def test_where_nothing_fits_no_word_is_chopped_if_that_can_be_helped() -> None:
    offered = [Wording(0, paragraph("Die Benutzereinstellungen"), 0.0)]
    chosen = ladder.best(place(64, 1), offered)
    assert chosen.verdict.failures == {Failure.GROWS}


def test_type_gets_narrower_then_smaller() -> None:
    steps = list(ladder.steps(Steps(), paragraph("Text")))
    assert [step.scale for step in steps[:4]] == [0.97, 0.95, 0.93, 0.90]
    assert all(step.size == 1 for step in steps[:4])
    assert [round(10 * step.size, 2) for step in steps[4:]] == [9.5, 9.0, 8.5]
    assert list(ladder.steps(Steps(rungs=(Rung.HYPHENS,)), paragraph("Text"))) == []


def test_all_of_a_group_get_the_gentlest_type_with_which_most_fit() -> None:
    tight = place(0.93 * Measure().width("Einstellung", TEN), 1)
    wide = replace(place(200, 1), box=box("Source", 200, row=2))
    texts = {"a": (tight, "Einstellung"), "b": (wide, "Ja"), "c": (place(20, 1), "Einstellungen")}
    places = {id_: p for id_, (p, _) in texts.items()}
    chosen = {
        id_: ladder.best(p, [Wording(0, paragraph(text), 0.0)]) for id_, (p, text) in texts.items()
    }
    assert not chosen["a"].verdict.ok
    found = ladder.typed(places, chosen, Steps())
    assert set(found) == {"a", "b", "c"}
    assert len(set(found.values())) == 1
    done = ladder.with_type(places["a"], chosen["a"], found["a"])
    assert done.verdict.ok
    assert done.rung in (Rung.SCALE, Rung.SIZE)


def test_a_word_without_a_place_for_a_hyphen_is_broken_last_of_all() -> None:
    """The rules leave words of five letters alone; a chopped one is worse than an odd break."""
    tight = place(26, 2)
    chosen = ladder.best(tight, [Wording(0, paragraph("Titel"), 0.0)])
    assert not chosen.verdict.chopped
    tight = place(16, 2)
    chosen = ladder.best(tight, [Wording(0, paragraph("Titel"), 0.0)])
    assert chosen.verdict.chopped
    broken = ladder.broken(tight, chosen)
    assert broken.broken == {"Titel"} and broken.verdict.ok
    assert [run.text for p in broken.text("de") for run in p.runs] == ["Ti\u00adtel"]
    assert broken.rung is Rung.HYPHENS
    assert ladder.broken(replace(tight, hyphens=False), chosen) is chosen
    more = ladder.best(place(16, 6), [Wording(0, paragraph("Titel der Einstellungen"), 0.0)])
    torn = ladder.broken(place(16, 6), more)
    assert "Titel" in torn.broken and len(set(torn.verdict.chopped)) < len(
        set(more.verdict.chopped)
    )
    narrow = place(4, 2)
    chopped = ladder.best(narrow, [Wording(0, paragraph("Titel"), 0.0)])
    assert ladder.broken(narrow, chopped).verdict.need.chops <= chopped.verdict.need.chops


def test_a_row_that_may_grow_keeps_its_type() -> None:
    text = "Die Einstellungen ändern"
    for mode, touched in ((Mode.BALANCED, False), (Mode.STRICT, True)):
        own = place(100, 1, mode)
        chosen = {"a": ladder.best(own, [Wording(0, paragraph(text), 0.0)])}
        assert chosen["a"].verdict.failures == {Failure.GROWS}
        assert bool(ladder.typed({"a": own}, chosen, Steps())) == touched


def test_groups_are_heads_columns_and_single_shapes() -> None:
    cells = [box("x", 50, row, column) for row in (0, 1, 2) for column in (0, 1)]
    shape = CellBox("p#box0", 0, 0, 1, 50, paragraph("x"))
    found = ladder.groups([*cells, shape])
    assert found["p#00"] == found["p#01"] == ("p#00", "p#01")
    assert found["p#10"] == ("p#10", "p#20")
    assert found["p#box0"] == ("p#box0",)

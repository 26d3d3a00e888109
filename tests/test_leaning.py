"""Marks before tags, which are left out of requests."""

from __future__ import annotations

import pytest
from hypothesis import given

import doctrans
from doctrans import spans
from doctrans.leaning import leaning, placed
from doctrans.model import Tagged
from tests.notation import tagged
from tests.test_pipeline import TableEngine, one, shown
from tests.test_spans import trees


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("on <1/><2!>Tuesday</2>.", {1: 2}),
        ("on <1/><2/><3!>Tuesday</3>.", {1: 3, 2: 3}),
        ("<1>on <2/><3!>Tuesday</3></1>", {2: 3}),
        ("on <1/><2!><3/><4!>Tuesday</4></2>", {1: 2, 3: 4}),
        ("on<1/><2!>Tuesday</2>.", {}),  # a note's mark
        ("on <1/><2>Tuesday</2>.", {}),  # may be dropped
        ("on <1/x><2!>Tuesday</2>.", {}),
        ("on <2!><1/>Tuesday</2>.", {}),
        ("on <1/>Tuesday", {}),
        ("", {}),
    ],
)
def test_what_leans_on_what(text: str, pairs: dict[int, int]) -> None:
    assert {one.id: other.id for one, other in leaning(tagged(text)).items()} == pairs


@given(trees())
def test_they_stand_there_again(value: Tagged) -> None:
    found = leaning(value)
    assert placed(spans.strip(value, found), found) == value


@pytest.mark.parametrize("native", [True, False])
def test_the_engine_sees_none(native: bool) -> None:
    asked = "Come on <1>Tuesday</1> now" if native else "Come on Tuesday now"
    said = "Komm <1>Dienstag</1> jetzt" if native else "Komm am Dienstag jetzt"
    engine = TableEngine({"Come on <2>Tuesday</2> now": [said.replace("1>", "2>")], asked: [said]})
    engine.native = native
    report = one(engine, "Come on <4/><5!>Tuesday</5> now")
    assert "<4/><5>Dienstag</5>" in shown(report)
    assert {p.tag.id: p.way.value for p in report.placements}[4] == "anchored"


def test_a_word_put_in_for_another() -> None:
    page = "<p>The meeting is on <img src=a><a href=x>Tuesday</a>.</p>"
    made = doctrans.translate_html(page, to="de", source="en")
    assert "<img src=a><a href=x>Dienstag</a>" in made

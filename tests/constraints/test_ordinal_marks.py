"""Raised letters of ordinals."""

from __future__ import annotations

import pytest

from doctrans.constraints.ordinal_marks import marks, placed
from doctrans.model import Way
from tests.notation import seg, tagged
from tests.test_pipeline import TableEngine, run, shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the 1<1>st</1> prize", [1]),
        ("May 3<1>rd</1> and 4<2>th</2>", [1, 2]),
        ("<1>21<2>st</2></1> May", [2]),
        ("x<1>th</1> power, 5 <2>th</2>, mc<3>2</3>", []),
        ("1<1!>st</1>, a link", []),
        ("10<1>2</1>", []),
    ],
)
def test_which_tags_are_of_such_letters(text: str, found: list[int]) -> None:
    assert [tag.id for tag in marks(tagged(text))] == found


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("le 1er prix", "le 1<1>er</1> prix"),
        ("au XXIe siècle", "au XXI<1>e</1> siècle"),
        ("der 1. Preis", "der 1. Preis"),
        ("le 1er et le 2e", "le 1er et le 2e"),  # of which?
        ("el primer premio", "el primer premio"),
    ],
)
def test_they_go_to_those_of_the_translation(target: str, said: str) -> None:
    assert placed(tagged(target), marks(tagged("1<1>st</1>"))) == tagged(said)


def test_an_engine_gets_the_ordinal_in_one_piece() -> None:
    engine = TableEngine({"the 11th <2>big</2> prize": ["der 11. <2>große</2> Preis"]})
    (report,) = run(engine, seg("the 11<1>th</1> <2>big</2> prize"))
    assert shown(report) == "der 11. <2>große</2> Preis"
    assert {p.tag.id: p.way for p in report.placements} == {1: Way.DROPPED, 2: Way.NATIVE}
    assert not report.notes

"""Paragraphs in lines."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from doctrans.layout.fonts import Fonts
from doctrans.layout.lines import Filled, fill
from doctrans.layout.model import Face, Leading, Paragraph, Rule, Run, Type
from doctrans.layout.shaping import Measure

pytest.importorskip("uniseg")
TYPE = Type(Face("Liberation Sans"), 10)
MEASURE = Measure(Fonts([Path("no fonts, the table of widths")]))


def filled(text: str, width: float, **more: float) -> Filled:
    return fill(Paragraph((Run(text, TYPE),), TYPE, **more), width, MEASURE)


def shown(text: str, width: float, **more: float) -> list[str]:
    return [text[line.start : line.end] for line in filled(text, width, **more).lines]


def test_words_go_to_the_next_line_and_spaces_hang() -> None:
    room = MEASURE.width("Save the", TYPE)
    assert shown("Save the file", room) == ["Save the ", "file"]
    assert shown("Save the file", room - 1) == ["Save ", "the file"]


def test_a_word_wider_than_the_line_is_chopped_and_named() -> None:
    found = filled("Die Einstellungen", MEASURE.width("Einstell", TYPE))
    assert found.chopped == ("Einstellungen",)
    assert [line.chopped for line in found.lines] == [False, True, False]


def test_soft_hyphens_are_used_where_they_help() -> None:
    text = "Die Ein\u00adstel\u00adlun\u00adgen"
    room = MEASURE.width("Einstel-", TYPE)
    found = filled(text, room)
    assert shown(text, room) == ["Die ", "Ein\u00adstel\u00ad", "lun\u00adgen"]
    assert [line.hyphen for line in found.lines] == [False, True, False]
    assert not found.chopped
    assert len(filled(text, 500).lines) == 1


def test_a_hyphen_needs_room() -> None:
    text = "Ein\u00adstel\u00adlun\u00adgen"
    room = MEASURE.width("Einstel", TYPE)
    assert shown(text, room) == ["Ein\u00ad", "stel\u00ad", "lun\u00adgen"]


def test_forced_breaks_and_empty_paragraphs_have_lines() -> None:
    assert len(filled("a\nb\n", 100).lines) == 3
    empty = filled("", 100)
    assert len(empty.lines) == 1
    assert empty.height == filled("x", 100).height > 0


def test_indents_take_room() -> None:
    room = MEASURE.width("aaa aaa", TYPE)
    assert len(filled("aaa aaa", room).lines) == 1
    assert len(filled("aaa aaa", room, first=5).lines) == 2
    assert len(filled("aaa aaa aaa aaa", room, left=5).lines) == 3
    assert len(filled("aaa aaa", room, right=5).lines) == 2


@pytest.mark.parametrize(
    ("leading", "height"),
    [
        (Leading(Rule.EXACT, 15), 30),
        (Leading(Rule.AT_LEAST, 20), 40),
        (Leading(Rule.AT_LEAST, 1), 22.34),
        (Leading(Rule.AUTO, 2), 44.68),
    ],
)
def test_lines_are_as_high_as_asked(leading: Leading, height: float) -> None:
    paragraph = Paragraph((Run("a\nb", TYPE),), TYPE, leading=leading)
    assert fill(paragraph, 100, MEASURE).height == pytest.approx(height)


def test_the_highest_run_makes_the_line() -> None:
    big = Type(TYPE.face, 30)
    paragraph = Paragraph((Run("small ", TYPE), Run("BIG", big)), TYPE)
    assert fill(paragraph, 500, MEASURE).height == pytest.approx(3 * filled("x", 99).height)


@given(
    st.text("ab -Äé\u00ad\n/漢 ", max_size=60),
    st.floats(3, 120),
    st.floats(0, 20),
    st.floats(0, 20),
)
@example("aa\u00ada", 12.0, 0.0, 0.0)
def test_lines_hold_the_whole_text_once_and_fit(
    text: str, width: float, left: float, first: float
) -> None:
    found = filled(text, width, left=left, first=first).lines
    parts = [text[line.start : line.end] for line in found]
    assert "".join(parts) == text.replace("\n", "")
    assert all(one.end <= other.start for one, other in pairwise(found))
    for number, (line, part) in enumerate(zip(found, parts, strict=True)):
        alone = len(part.strip(" \u00ad")) <= 1  # nothing narrower can be done
        assert alone or line.width + (left if number else first) <= width + 0.1


def test_tabs_reach_to_the_next_stop() -> None:
    assert filled("a\tb", 100).lines[0].width == pytest.approx(36 + MEASURE.width("b", TYPE))
    assert len(filled("a\tb", 40).lines) == 2


@given(st.text("abc de-", max_size=40), st.floats(10, 60))
def test_more_room_never_needs_more_lines(text: str, width: float) -> None:
    assert len(filled(text, width + 10).lines) <= len(filled(text, width).lines)

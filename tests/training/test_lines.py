"""The corpus notation, and text with marks as a tokenizer sees it."""

from __future__ import annotations

import pytest

from doctrans.errors import InputError
from doctrans.training.lines import Line, Mark, parse, renumbered, tags

COMPOSED = [
    ("Click here.", "Click here."),
    ("Click <1>here</1>.", "Click<1> here</1>."),
    ("<1>All</1> of it", "<1> All</1> of it"),
    ("a <1/> b", "a <1/> b"),
    ("H<1>2</1>O", "H<1>2</1>O"),
    ("a <1><2>b</2></1> c", "a<1><2> b</2></1> c"),
    ("a <1>b </1>c", "a<1> b</1> c"),
    ("a &lt;1&gt; b", "a <1> b"),
]


@pytest.mark.parametrize(("written", "composed"), COMPOSED)
def test_white_space_moves_behind_tags(written: str, composed: str) -> None:
    assert parse(written).composed()[0] == composed


def test_only_marks_are_tokens() -> None:
    text, ranges = parse("&lt;1&gt; <1>x</1>").composed()
    assert [text[a:b] for a, b in ranges] == ["<1>", "</1>"]
    assert ranges[0].start == 3  # the text that looks like one stands before


@pytest.mark.parametrize(
    "written", ["a <1>b", "a</1>", "<1>a</2></1>", "<1>a</1><1>b</1>", "<1>a<2>b</1>c</2>"]
)
def test_unbalanced_tags_are_refused(written: str) -> None:
    with pytest.raises(InputError):
        parse(written)


def test_places_say_where_each_character_is() -> None:
    line = Line("go home now", (Mark(3, 3, "<term>"), Mark(7, 7, "<as>", " Haus")))
    text = line.composed()[0]
    assert text == "go<term> home<as> Haus now"
    found = "".join(line.text[i] for i in line.places() if i >= 0)
    assert found == "gohomenow"
    assert [i for i, c in zip(line.places(), text, strict=True) if c == "h"] == [3]


def test_renumbering_goes_by_the_first_appearance() -> None:
    source, target = renumbered([parse("<5>a</5> <2/>"), parse("<2/> <5>b</5>")], [7, 9])
    assert tags(source) == tags(target) == ["</7>", "<7>", "<9/>"]


def test_what_stands_for_a_text_comes_after_what_stands_before_it() -> None:
    line = Line("7 files", (Mark(0, 1, "<1/>"),)).with_marks(
        [Mark(0, 0, "<2>"), Mark(0, 0, "</2>")]
    )
    assert line.composed()[0] == "<2></2> <1/> files"
    assert "".join(line.text[i] for i in line.places() if i >= 0) == "files"

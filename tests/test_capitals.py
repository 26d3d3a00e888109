"""Sentences in capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import doctrans
from doctrans.capitals import lowered, raised
from doctrans.model import Tagged
from tests.test_spans import trees


@pytest.mark.parametrize(
    ("capitals", "shown"),
    [
        ("SAVE YOUR CHANGES BEFORE YOU LEAVE.", "Save your changes before you leave."),
        ("CONNECT THE USB CABLE TO THE PRINTER", "Connect the USB cable to the printer"),
        ("JOHN SMITH", "John Smith"),
        ("TERMS AND CONDITIONS", "Terms and Conditions"),
        ("IMPORTANT: READ THIS FIRST, PLEASE", "Important: Read this first, please"),
        ("DON’T OPEN THE DOOR WHILE IT RUNS", "Don’t open the door while it runs"),
        ("HELP", "Help"),
    ],
)
def test_they_are_shown_as_sentences(capitals, shown):
    assert lowered(Tagged(capitals)).text == shown


@pytest.mark.parametrize("text", ["Save", "USB", "HTML, CSS", "PDF 1.7", "3 × 4", "", "A", "iOS"])
def test_other_text_and_abbreviations_stay(text):
    assert lowered(Tagged(text)) == Tagged(text)


@given(st.one_of(trees(), trees().map(raised), st.text().map(Tagged)))
def test_places_stay_and_capitals_come_back(tagged):
    put = lowered(tagged)
    assert len(put.text) == len(tagged.text)
    assert put.spans == tagged.spans
    if put is not tagged:
        assert raised(put).text == tagged.text.upper()


@given(st.one_of(trees(), trees().map(raised), st.text().map(Tagged)))
def test_raising_keeps_the_tags(tagged):
    assert raised(tagged).tags == tagged.tags
    assert raised(tagged).text == tagged.text.upper()


def test_a_heading_in_capitals_is_translated():
    page = "<h1>SAVE <b>YOUR CHANGES</b></h1><p>SAVE YOUR CHANGES BEFORE YOU CLOSE {name}.</p>"
    made = doctrans.translate_html(page, to="de", source="en")
    assert "ÄNDERUNGEN" in made.partition("</h1>")[0]
    assert "<b>" in made
    assert "{name}" in made
    assert made.partition("<p>")[2].replace("{name}", "").replace("</p>", "").isupper()

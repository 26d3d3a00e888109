"""Sentences in capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import doctrans
from doctrans.capitals import lowered, raised
from doctrans.model import Tagged
from doctrans.ways import as_it_is
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
        ("SAVE AS TIFF IN CMYK", "Save as TIFF in CMYK"),
        ("CLOSED ON MONDAY AND IN AUGUST", "Closed on Monday and in August"),
        ("THE US MARKET IS GROWING", "The US market is growing"),
        ("US DOLLARS", "US Dollars"),
        ("CONTACT US", "Contact us"),
        ("LET US OPEN THE DOOR", "Let us open the door"),
        ("IT DEPARTMENT", "IT Department"),
        ("HOW IT WORKS", "How it Works"),
        ("WHO GUIDELINES", "WHO Guidelines"),
        ("WHO WE ARE", "Who we are"),
        ("HIV AND AIDS", "HIV and AIDS"),
        ("HEARING AIDS", "Hearing Aids"),
        ("NATO AND THE UN", "NATO and the UN"),
        ("OPEN FROM 9 AM TO 5 PM", "Open from 9 AM to 5 PM"),
        ("SAVE IT AS PDF", "Save it as PDF"),
    ],
)
def test_they_are_shown_as_sentences(capitals, shown):
    assert lowered(Tagged(capitals)).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "Save",
        "USB",
        "HTML, CSS",
        "PDF 1.7",
        "US",
        "AIDS",
        "UN",
        "IT:",
        "N/A",
        "3 × 4",
        "",
        "A",
        "iOS",
    ],
)
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


def test_an_acronym_alone_stays():
    page = "<td>RFID</td><td>UNEP</td><td>HELP</td><td>GDPR</td>"
    made = doctrans.translate_html(page, to="de", source="en")
    assert made == "<td>RFID</td><td>UNEP</td><td>HILFE</td><td>DSGVO</td>"


class Taker:
    """An engine that takes all."""

    def accepts(self, request: object) -> bool:
        return True


def test_what_they_are_made_to_begin_with_is_put_and_looked_for_as_they_are():
    ask = as_it_is(Tagged("THE DOCTOR CALLED THE OFFICE."), Taker()).begun("DIE ÄRZTIN")
    assert ask.request.prefix == "Die Ärztin"
    assert ask.obeyed("DIE ÄRZTIN RIEF AN.")
    assert not ask.obeyed("DER ARZT RIEF AN.")
    plain = as_it_is(Tagged("The doctor called."), Taker()).begun("Die Ärztin")
    assert plain.obeyed("Die Ärztin rief an.")
    assert not plain.obeyed("DIE ÄRZTIN RIEF AN.")


def test_persons_in_capitals_are_of_the_gender_that_is_asked_for():
    with doctrans.Translator("de", "en", gender={"doctor": "f"}) as translator:
        assert "ÄRZTIN" in translator.translate_text("THE DOCTOR CALLED THE OFFICE.")

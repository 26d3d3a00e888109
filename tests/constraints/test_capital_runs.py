"""Runs of words in capitals within other text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import doctrans
from doctrans import spans
from doctrans.constraints.capital_runs import NAME, ends, raised, shown
from doctrans.model import Tag, Tagged, TagKind
from doctrans.reading import notation
from doctrans.sentences import split
from tests.notation import tagged
from tests.test_pipeline import TableEngine, one
from tests.test_pipeline import shown as translated
from tests.test_sentences import tagged_text
from tests.test_spans import trees


@pytest.mark.parametrize(
    "text",
    [
        "FINAL REPORT<1/\n>|prepared by the audit team",
        "SAFETY INSTRUCTIONS |Please read them first.",
        "<1>IF SWALLOWED:</1> |Rinse mouth.",
        "Rinse mouth. |IF IN EYES: |Rinse.",
        "IMPORTANT: |Read this.",
        "SECTION 1: |Identification",
        "PART II \u2013 |The Contract",
        "Signal word: |<1>DANGER</1>",
        "Status: |ACTIVE",
        # Abbreviations, names of firms, and sentences that go on:
        "USB: a port",
        "ISO 9001: Quality management",
        "PRESS THE Start button",
        "ACME WIDGETS Ltd. sells tools.",
        "THE SELLER shall deliver",
        "Currency: EUR",
        "Read the manual<1/\n> of the company",
        "NATO<1/\n> and USB and HTML",
        "2023<1/\n> and later",
        "KEEP IT: OUT",
    ],
)
def test_titles_are_pieces(text: str) -> None:
    pieces = split(tagged(text.replace("|", "")), "en")
    assert [piece.text for piece in pieces] == [tagged_text(part) for part in text.split("|")]


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("THE SELLER shall deliver.", "<1>The Seller</1> shall deliver."),
        ("Press <1>START BUTTON</1> now", "Press <1>Start Button</1> now"),
        ("Please DO NOT open it.", "Please <1>do not</1> open it."),
        ("You must <1>ALWAYS</1> pay", "You must <1>Always</1> pay"),
        ("Ask <1>the UNITED NATIONS</1>", "Ask <1>the <2>United Nations</2></1>"),
        ("Use it for INTERNAL USE", "Use it for <1>Internal use</1>"),
        ("it closed BY ORDER of us", "it closed <1>by Order</1> of us"),
        ("so DO NOT CALL JOHN SMITH here", "so <1>do not Call</1> JOHN SMITH here"),
        # Names, and words of SQL:
        ("JOHN SMITH and MARY A. JONES signed", "JOHN SMITH and MARY A. JONES signed"),
        ("by ANNA STONE AND JOHN MILLER now", "by ANNA STONE <1>and</1> JOHN MILLER now"),
        ("He works for GENERAL ELECTRIC", "He works for GENERAL ELECTRIC"),
        ("The ORDER BY clause", "The ORDER BY clause"),
        ("Use <1>SELECT FROM</1> or NOT NULL", "Use <1>SELECT FROM</1> or NOT NULL"),
        # Abbreviations, and words alone:
        ("It Helps ADHD, A Case Study", "It Helps ADHD, A Case Study"),
        ("NATO and <1>USB</1> and <2>HTML CSS</2>", "NATO and <1>USB</1> and <2>HTML CSS</2>"),
        ("the BMW GROUP and SIEMENS", "the BMW GROUP and SIEMENS"),
        ("The <1>RED</1> button", "The <1>RED</1> button"),
    ],
)
def test_they_are_shown_in_ordinary_letters(text: str, put: str) -> None:
    assert notation(shown(tagged(text)).tagged) == put


_words = st.sampled_from(["THE", "SELLER", "the", "NATO", "DANGER", "1", "(A"])
_texts = st.lists(_words).map(" ".join).map(Tagged)
_tagged = st.lists(st.tuples(_texts, st.booleans())).map(
    lambda parts: spans.join(
        spans.wrap(text, (Tag(n, TagKind.PAIR, "b"),) if bold and text.text else ())
        for n, (text, bold) in enumerate(parts, start=1)
    )
)


@given(st.one_of(trees(), _texts, _tagged))
def test_places_stay_and_capitals_come_back(value: Tagged) -> None:
    found = shown(value)
    assert len(found.tagged.text) == len(value.text)
    assert found.tagged.text.casefold() == value.text.casefold()
    assert raised(found.tagged, found.tags) == value


def test_what_the_translation_has_under_the_tag_is_in_capitals() -> None:
    engine = TableEngine({"<1>The Seller</1> shall pay": ["<1>Der Verk\u00e4ufer</1> zahlt"]})
    report = one(engine, "THE SELLER shall pay")
    assert translated(report) == "DER VERK\u00c4UFER zahlt"
    assert not report.placements
    own = Tag(7, TagKind.PAIR, NAME)
    value = spans.join([spans.wrap(Tagged("Stra\u00dfe"), (own,)), Tagged(" frei")])
    assert raised(value, (own,)) == Tagged("STRASSE frei")


def test_an_engine_without_tags() -> None:
    engine = TableEngine({"The Seller shall pay": ["Der Verk\u00e4ufer soll zahlen"]}, native=False)
    assert translated(one(engine, "THE SELLER shall pay")) == "DER VERK\u00c4UFER soll zahlen"


def test_titles_and_warnings_are_translated() -> None:
    page = "<p>FINAL REPORT<br>prepared by the audit team</p><p><b>IF SWALLOWED:</b> Drink.</p>"
    made = doctrans.translate_html(page, to="de", source="en", fit="off")
    title, _, rest = made.partition("<br>")
    assert title == "<p>ABSCHLUSSBERICHT"
    assert "SWALLOWED" not in rest
    assert "<b>BEI" in rest


@pytest.mark.parametrize("text", ["A B " * 20_000 + "x", "AB: " * 20_000 + "x", "x: AB\n" * 20_000])
def test_long_texts_take_linear_time(text: str) -> None:
    """Quadratic time would be minutes."""
    start = time.process_time()
    ends(text)
    assert time.process_time() - start < 3

"""Gaps of several spaces, leaders, rules and lines to fill in."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

import doctrans
from doctrans.sentences import split
from doctrans.typed_layout import gap_ends, is_run, runs
from tests.notation import tagged
from tests.test_pipeline import TableEngine, one, shown
from tests.test_sentences import tagged_text


@pytest.mark.parametrize(
    "text",
    [
        "Male  |Female",
        "Monday  |Tuesday  |Wednesday",
        "Name          |Street          |City",
        "red  |green  |blue",
        "Date of birth  |Place of birth",
        "Name:  |John   |Date:  |May",
        "Yes \u00a0|No",
        "Yes\u2003\u2003|No",
        "Fig. 1  |Overview",
        "Hammer  |-  |12 EUR",
        "the house   |which is big",  # three spaces are layout
        # Slips, and the habit of two spaces behind a full stop:
        "the  house is red",
        "The  house is red",
        "We bought the  house last year and it is red.",
        "He said (yesterday)  that it is fine",
        "We flew with  Lufthansa to Berlin.",
        "One.  Two.",
        "Dr.  Smith came.",
        "  edges  ",
        "plain",
    ],
)
def test_gaps(text: str) -> None:
    whole = text.replace("|", "")
    ends = [at for at in gap_ends(whole) if whole[at:]]
    edges = [0, *[at for at in ends if whole[:at].strip()], len(whole)]
    assert "|".join(whole[a:b] for a, b in pairwise(edges)) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Signature: ____________", ["____________"]),
        ("Introduction..........3", [".........."]),
        ("Total . . . . . 25", [". . . . ."]),
        ("----- End -----", ["-----", "-----"]),
        ("*** Note ***", ["***", "***"]),
        ("- - - cut - - -", ["- - -", "- - -"]),
        ("__/__/____ or 20____", ["__/__/____", "20____"]),
        ("Card ****1234", ["****1234"]),
        ("=====", ["====="]),
        ("\u2500\u2500\u2500", ["\u2500\u2500\u2500"]),
        ("Wait... No\u2026 etc. ... and so on", []),
        ("the house---which is red", []),
        ("a -- b, x__y, 1-2-3", []),
    ],
)
def test_runs_of_signs(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in runs(text)] == found
    assert all(map(is_run, found))


@pytest.mark.parametrize(
    "text",
    [
        "Total |<1/........> 25",
        "Name: |<1/____> Date: <2/____>",
        "I, <1/____>, am <2/____> years old.",
        "\u20ac <1/____> per month",
        "Male  |<1>Female</1>",
        "Male <1> |Female</1>",
        "See <1!>this  one</1> now",  # would tear a link
    ],
)
def test_pieces(text: str) -> None:
    pieces = split(tagged(text.replace("|", "")), "en")
    assert [piece.text for piece in pieces] == [tagged_text(part) for part in text.split("|")]


@pytest.mark.parametrize(
    ("source", "replies", "target"),
    [
        ("Male  Female", {"Male": "Mann", "Female": "Frau"}, "Mann  Frau"),
        ("The  house is red", {"The house is red": "Das Haus ist rot"}, "Das Haus ist rot"),
        ("Is <1!>it  big</1> here", {"Is <1>it big</1> here": "Es"}, "Is <1>it  big</1> here"),
        ("Total ....... 25", {"Total": "Summe"}, "Summe ....... 25"),
        ("----- <1>End</1> -----", {"End": "Ende"}, "----- <1>Ende</1> -----"),
        (
            "I am ____ years old.",
            {"I am <1/> years old.": "Ich bin <1/> Jahre alt."},
            "Ich bin ____ Jahre alt.",
        ),
    ],
)  # fmt: skip
def test_what_is_laid_out_is_copied(source: str, replies: dict[str, str], target: str) -> None:
    engine = TableEngine({asked: [said] for asked, said in replies.items()})
    assert shown(one(engine, source)) == target
    assert set(engine.asked) >= set(replies)


def test_forms_and_price_lists() -> None:
    with doctrans.Translator("de", "en", fit="off") as translator:
        said = translator.translate_text(
            ["Yes   No", "Name          Street          City", "Signature: ________", "Sum ..... 5"]
        )
    assert said == [
        "Ja   Nein",
        "Name          Straße          Stadt",
        "Unterschrift: ________",
        "Summe ..... 5",
    ]


@pytest.mark.parametrize("text", ["a  " * 30_000, "A  b. " * 30_000, "_ " * 30_000, "..-" * 30_000])
def test_long_texts_take_linear_time(text: str) -> None:
    """Quadratic time would be minutes."""
    start = time.process_time()
    gap_ends(text)
    runs(text)
    assert time.process_time() - start < 2

"""Feet and inches."""

from __future__ import annotations

import time

import pytest

import doctrans
from doctrans.constraints.inches import ranges


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is 6' 2\" tall.", ["6' 2\""]),
        ("6'2\" or 5\u2032 10\u2033", ["6'2\"", "5\u2032 10\u2033"]),
        ('The 27" screen', ['27"']),
        ("17\u2033 monitor", ["17\u2033"]),
        ('1/2" indent, 1 1/2" wide', ['1/2"', '1 1/2"']),
        ('8.5" x 11" paper, 24"/27"', ['8.5"', '11"', '24"', '27"']),
        ("a 6' wall", ["6'"]),
        ("40\u00b0 26\u2032 46\u2033 N", ["40\u00b0 26\u2032 46\u2033"]),
        # Quotations:
        ('He said "I was born in 1990" and left', []),
        ('the "27" bus and a 27" screen', ['27"']),
        ("size '12' here, not 1990's", []),
        ('27" and "x" 5"', ['27"', '5"']),
        ("", []),
    ],
)
def test_ranges(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in ranges(text)] == found


def test_marks_stay() -> None:
    with doctrans.Translator("fr", "en", fit="off") as translator:
        said = translator.translate_text(["It is 6' 2\" tall.", 'The 27" screen is large.'])
    assert "6' 2\"" in said[0]
    assert '27"' in said[1]


@pytest.mark.parametrize("unit", ["1' ", '1"', "1 1/2 ", '"1 ', "1\u00b0"])
def test_no_text_takes_long(unit: str) -> None:
    """Quadratic time would be minutes."""
    start = time.process_time()
    ranges(unit * 50_000)
    assert time.process_time() - start < 3

"""Closings of letters with names."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints import closings
from doctrans.constraints.closings import said


@pytest.mark.parametrize(
    ("text", "to", "expected"),
    [
        ("Sincerely, Mary Jones", "fr", "Cordialement, Mary Jones"),
        ("Yours sincerely,\nJohn A. Brown", "es-MX", "Atentamente,\nJohn A. Brown"),
        ("Thanks, Bob", "es", "Gracias, Bob"),
        # no name, more than that, in other languages
        ("Sincerely, hope you come", "fr", None),
        ("Thanks, Everyone", "fr", None),
        ("Sincerely, Mary Jones, Manager", "fr", None),
        ("sincerely, Mary", "fr", None),
        ("Sincerely", "fr", None),
        ("Sincerely, Mary Jones", "de", None),
    ],
)
def test_closings(text: str, to: str, expected: str | None) -> None:
    assert said(text, "en", to) == expected


def test_the_examples_hold() -> None:
    assert not doctest.testmod(closings).failed

"""Postal addresses in English texts."""

from __future__ import annotations

import pytest

from doctrans.constraints.postal import ranges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visit 221B Baker Street, London NW1 6XE.", ["221B Baker Street", "London NW1 6XE"]),
        ("5 Oak Drive, Austin, TX 78701-1234", ["5 Oak Drive", "Austin, TX 78701-1234"]),
        ("5 Elm Rd, St. Louis, MO 63101", ["5 Elm Rd", "St. Louis, MO 63101"]),
        ("at 45 West 34th Street or 10 Downing St. now", ["45 West 34th Street", "10 Downing St."]),
        ("350 Fifth Avenue, New York, NY 10118", ["350 Fifth Avenue", "New York, NY 10118"]),
        ("12 Main Street", ["12 Main Street"]),
        ("Springfield, IL 62704", ["Springfield, IL 62704"]),
        ("Visit Austin, TX 78701.", ["Austin, TX 78701"]),
        ("Visit London NW1 6XE", ["NW1 6XE"]),
        ("Enter SW1A 1AA as the postcode. Pro M1 8GB", ["SW1A 1AA"]),
        ("The New BMW X3 4WD", []),
        ("Take bus 42 Downtown. Cross Main Street.", []),
        ("10 Hard Drive, 4 Wheel Drive test", ["10 Hard Drive"]),  # as a street would be
        ("3 Ways To Drive, 12 The Long Road, 4 The Road, 5 June At Park Street", []),
        ("On January 5 Professor Dr. Weber spoke.", []),
        ("Top 10 Scenic Road Trips in Europe", []),
        ("In 2019 Wall Street fell; 3 Drive modes, 5 streets, in 1999 Dr. Smith", []),
        ("The shop on Main Street has 12 rooms.", []),
        ("", []),
    ],
)
def test_ranges(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in ranges(text, "en-GB")] == expected
    assert ranges(text, "de") == ()


@pytest.mark.parametrize("unit", ["1 A", "1 Ab ", "A1 ", "A, ", "1st ", "Ab ", "St. ", "12 "])
def test_no_text_takes_long(unit: str) -> None:
    """Quadratic time would be minutes."""
    ranges(unit * 150_000, "en")

"""Postal addresses in English texts."""

from __future__ import annotations

import pytest

import doctrans
from doctrans.constraints.postal import lines, ranges


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
        ("Visit New York, NY 10118", ["New York, NY 10118"]),
        ("The office in Austin, TX opens.", ["Austin, TX"]),
        ("Yes, OK. Tools, PC, or Bluetooth, SD", []),
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


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("12 Station Road|London SW1A 1AA", "12 Station Road|London SW1A 1AA"),
        ("Acme Inc.|350 Fifth Ave,|New York, NY 10118|Phone", "350 Fifth Ave,|New York, NY 10118"),
        ("Flat 2, 14 High Street|Reading|RG1 4PS", "Flat 2, 14 High Street|Reading|RG1 4PS"),
        ("Church Lane|Little Walden|Essex CB10 1XA", "Church Lane|Little Walden|Essex CB10 1XA"),
        ("P.O. Box 12|Suite 400|Austin, TX 78701", "P.O. Box 12|Suite 400|Austin, TX 78701"),
        ("We moved to|London SW1A 1AA", "London SW1A 1AA"),
        ("Dear Sir|Our Customers|London SW1A 1AA", "London SW1A 1AA"),
        ("3 Easy Steps|Open the box", ""),
        ("London SW1A 1AA", ""),  # of one line `ranges` knows the parts
    ],
)
def test_lines(text: str, held: str) -> None:
    texts = text.split("|")
    assert "|".join(texts[at] for at in lines(texts, "en")) == held
    assert lines(texts, "de") == ()


def test_addresses_in_paragraphs_of_several_lines() -> None:
    page = "<p>Opening hours<br>12 Station Road<br>London SW1A 1AA</p>"
    made = doctrans.translate_html(page, to="de", source="en", fit="off")
    assert made == "<p>Öffnungszeiten<br>12 Station Road<br>London SW1A 1AA</p>"
    text = "Opening hours\n350 Fifth Ave\nNew York, NY 10118\n"
    with doctrans.Translator("de", "en") as translator:
        assert translator.translate_text(text) == text.replace("Opening hours", "Öffnungszeiten")


@pytest.mark.parametrize("unit", ["1 A", "1 Ab ", "A1 ", "A, ", "1st ", "Ab ", "St. ", "12 "])
def test_no_text_takes_long(unit: str) -> None:
    """Quadratic time would be minutes."""
    ranges(unit * 150_000, "en")
    lines([unit * 50_000, "London SW1A 1AA"], "en")

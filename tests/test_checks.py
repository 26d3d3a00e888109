from __future__ import annotations

import pytest

from doctrans.checks import check, has_words


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        ("It rose by 12.5 %.", "Es stieg um 12,5 %.", []),
        ("It rose by 12.5 %.", "Es stieg um 12,6 %.", ["number-changed"]),
        ("It costs €15.63.", "Es kostet 15,63 €.", []),
        ("It costs €15.63.", "Es kostet 15,63 Euro.", []),
        ("It costs €15.63.", "Es kostet 1563 €.", ["number-changed"]),
        ("It costs €15.63.", "Es kostet 15,63.", ["sign-changed"]),
        ("It costs 5.", "Es kostet \ufffd5.", ["sign-changed"]),
        ("It costs 5.", "Es kostet ₂5.", ["sign-changed"]),
        ("1,234.5 and 0.125", "1.234,5 und 0,125", []),
        ("Version 3.11.7", "Version 3.117", ["number-changed"]),
        ("1,234 users", "1.234 Benutzer", []),
        ("Wait 3 minutes.", "Warten Sie drei Minuten.", []),
        ("Wait three minutes.", "Warten Sie 3 Minuten.", []),
        ("Two thousand people", "2000 Menschen", []),
        ("Open at 5 pm.", "Geöffnet um 17 Uhr.", []),
        ("In 2014 he left.", "Er ging.", ["number-changed"]),
        ("He left.", "Er ging 2014.", ["number-changed"]),
        ("See https://a.example/x", "Siehe https://a.example/y", ["protected-changed"]),
        ("See {name}", "Siehe {name}", []),
        ("See {name}", "Siehe {Name}", ["protected-changed"]),
        ("Save the file now.", "", ["empty"]),
        ("12 %", "12 %", []),
        ("Save the file now.", "Save the file now.", ["untranslated"]),
        ("New York", "New York", []),
        ("It is good.", "Es ist gut gut gut gut gut.", ["repetition"]),
        (
            "It is good, they say.",
            "Es ist so, und es ist so, und es ist so, und es ist so.",
            ["repetition"],
        ),
        ("no no no no no", "nein nein nein nein nein", []),
        ("A word.", "Ein Wortortortortortortort.", ["repetition"]),
        ("Yes.", "Ja, das ist natürlich eine lange Antwort.", ["length-ratio"]),
        (
            "Yes.",
            "Ja, das ist natürlich eine sehr lange Antwort auf nichts.",
            ["runaway", "length-ratio"],
        ),
        ("٣٤٥ items", "345 Dinge", []),
    ],
)
def test_check(source: str, target: str, codes: list[str]) -> None:
    assert [note.code for note in check(source, target)] == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Save", True),
        ("12 % of it", True),
        ("P", False),
        ("(a)", False),
        ("III.", False),
        ("iv)", False),
        ("mix", True),
        ("鳥", True),
        ("x = 5", False),
        ("", False),
    ],
)
def test_has_words(text: str, expected: bool) -> None:
    assert has_words(text) is expected

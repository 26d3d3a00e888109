"""Names of places and languages, which other languages call otherwise."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints.world import places
from doctrans.constraints.world.places import LANGUAGES, found, lost, said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They moved to Bolivia.", ["Bolivia"]),
        ("Bolivia, Peru and Chile signed.", ["Bolivia", "Peru", "Chile"]),
        ("Belgium's king visited the United States", ["Belgium", "United States"]),
        ("FLIGHTS TO GREECE AND THE UNITED KINGDOM", ["Greece", "United Kingdom"]),
        ("In Germany and South Korea", ["Germany", "South Korea"]),
        # part of another name
        ("Bank of Cyprus and University of the Bahamas", []),
        ("Air China and Singapore Airlines", []),
        ("New York Times", []),
        ("berlin@example.org, see Europe/Berlin and Germany-based", []),
        # names of persons, and other things
        ("Jordan met Chad on behalf of Georgia", []),
        ("He works in Jordan", ["Jordan"]),
        ("Turkey breast from Turkey", ["Turkey"]),
        ("Thank Brittany, who moved to Brittany", []),
        ("Ham, Turkey and Cheese Sandwich", []),
        ("FLIGHTS TO TURKEY", ["Turkey"]),
        # American towns
        ("in Lebanon, Ohio, and Naples, FL 34102", []),
        ("in Lebanon, Peru, New Zealand and London, UK",
         ["Lebanon", "Peru", "New Zealand", "London"]),
        # languages, and what is called after them
        ("In English, Latvian and Azeri", ["English", "Latvian", "Azeri"]),
        ("French is spoken here", ["French"]),
        ("French wine, a Finnish company and Danish waters", []),
        ("They speak fluent Swahili.", ["Swahili"]),
        ("nothing of the world", []),
    ],
)  # fmt: skip
def test_names_in_english(text: str, names: list[str]) -> None:
    assert [name.english for name in found(text, "en-GB")] == names
    assert found(text, "de") == []


@pytest.mark.parametrize(
    ("source", "target", "to", "missing"),
    [
        ("He lives in Belgium.", "Er lebt in Belgien.", "de", []),
        ("He lives in Belgium.", "Er lebt in Belgium.", "de", ["Belgium"]),
        ("He lives in Belgium.", "Vive en Belgica.", "es-MX", ["Belgium"]),
        ("Belgium's king", "der belgische König", "de", []),
        # words made of others than the name
        ("Poland's president", "der polnische Präsident", "de", []),
        ("India's economy", "l'économie indienne", "fr", []),
        ("Russia's armies", "los ejércitos rusos", "es", []),
        ("Turkish and Greek food", "cuisine turque et grecque", "fr", []),
        ("a Basel firm", "une maison bâloise", "fr", []),
        ("a Zurich café", "ein Zürcher Café", "de", []),
        ("The courts of Georgia, a state", "Die Gerichte von Georgia", "de", []),
        ("the laws of the United States", "die Gesetze der Vereinigten Staaten", "de", []),
        ("from northern Europe", "aus Nordeuropa", "de", []),
        ("Flights to Kiribati", "Vols vers Περία", "fr", ["Kiribati"]),
        ("in Romania", "en Romaine", "fr", ["Romania"]),
        ("in Myanmar", "en Birmanie", "fr", []),
        ("in New York", "in Hamburg", "de", ["New York"]),
        ("in Latvian", "auf Lattisch", "de", ["Latvian"]),
        ("in Chad", "in Chad", "it", []),
    ],
)
def test_what_a_translation_lacks(source: str, target: str, to: str, missing: list[str]) -> None:
    assert [name.english for name in lost(source, target, ("en", to))] == missing


@pytest.mark.parametrize(
    ("text", "to", "expected"),
    [
        ("Papua New Guinea", "de", "Papua-Neuguinea"),
        ("Faroe Islands", "fr", "Îles Féroé"),
        ("Latvian", "es", "Letón"),
        ("BOLIVIA", "de-CH", "BOLIVIEN"),
        ("Jordan", "de", None),
        ("Polish", "de", None),
        ("Peru and Chile", "de", None),
        ("peru", "de", None),
        ("Peru", "it", None),
    ],
)
def test_texts_of_nothing_else(text: str, to: str, expected: str | None) -> None:
    assert said(text, "en", to) == expected


def test_each_has_a_name_in_each_language_that_stands_for_itself() -> None:
    for english, called in places._table().items():
        for code in LANGUAGES:
            first, *others = called[code]
            assert first and all(others), english
            assert places._stands(called[code], english, f"x {first}, y", code)


def test_the_examples_hold() -> None:
    assert not doctest.testmod(places).failed

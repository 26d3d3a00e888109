"""Names of places and languages, which other languages call otherwise."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from doctrans.constraints.world import peoples, places
from doctrans.constraints.world.places import LANGUAGES, found, lost, said
from doctrans.model import Tagged


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
        ("We met Brittany, and Holland left", []),
        ("He works in Jordan", ["Jordan"]),
        ("flights to Peru, and Chad, Jordan said", ["Peru", "Chad"]),
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
        ("in Georgia", "in Georgia", "de", []),  # the state in America
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


@pytest.mark.parametrize("room", [places, peoples])
def test_the_examples_hold(room: ModuleType) -> None:
    assert not doctest.testmod(room).failed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Chadian government and a South African film", ["Chadian", "South African"]),
        ("She is Kenyan. He was not Thai", ["Kenyan", "Thai"]),
        ("Malian, Omani and Peruvian dishes", ["Malian", "Omani", "Peruvian"]),
        # persons, languages, longer names, what the largest countries have given names to
        ("Bolivians sing in Latvian.", []),
        ("The Welsh National Opera, the French window", []),
    ],
)
def test_adjectives_in_english(text: str, names: list[str]) -> None:
    assert [name.english for name in peoples.found(text, "en")] == names
    assert peoples.found(text, "fr") == []


@pytest.mark.parametrize(
    ("source", "target", "to", "missing"),
    [
        ("A Cuban film", "Un film cubain", "fr", []),
        ("A Cuban film", "Un film cúbano", "fr", ["Cuban"]),
        ("A Chadian singer", "Une chanteuse tchadienne", "fr", []),
        ("Sicilian sulphur", "soufre de Sicile", "fr", []),
        ("Catalan songs", "canciones catalanas", "es", []),
        ("The Libyan coast", "Die libyschre Küste", "de", ["Libyan"]),
        ("He is Argentinian.", "Er ist Argentinier.", "de", []),
        ("a Thai cook", "un cocinero Thai", "es", ["Thai"]),
    ],
)
def test_adjectives_that_a_translation_lacks(
    source: str, target: str, to: str, missing: list[str]
) -> None:
    assert [name.english for name in peoples.lost(source, target, ("en", to))] == missing


@pytest.mark.parametrize(
    ("source", "target", "to", "expected"),
    [
        ("The Omani king left", "Der Omanische König ging", "de", "Der omanische König ging"),
        ("The Iraqi king left", "Der irakisch König ging", "de", "Der irakische König ging"),
        (
            "at the Omani court",
            "am Hof der omanisch Königin",
            "de",
            "am Hof der omanischen Königin",
        ),
        ("The Kazakh flag", "Le drapeau Kazakh", "fr", "Le drapeau kazakh"),
        # persons, languages, places, text in capitals, what is said of others
        ("The Belgian won", "Le Belge a gagné", "fr", "Le Belge a gagné"),
        ("The Thai king spoke", "Er sprach Thailändisch", "de", "Er sprach Thailändisch"),
        ("the Libyan desert", "el desierto de Libia", "es", "el desierto de Libia"),
        ("THE OMANI KING", "DER OMANISCHE KÖNIG", "de", "DER OMANISCHE KÖNIG"),
        ("The king left", "Der Omanische König ging", "de", "Der Omanische König ging"),
    ],
)
def test_how_adjectives_are_written(source: str, target: str, to: str, expected: str) -> None:
    assert peoples.written(source, Tagged(target), ("en", to)).text == expected


def test_each_adjective_stands_for_itself_and_its_place_is_known() -> None:
    for english, called in peoples._table().items():
        (place,) = called["place"]
        assert not place or place in places._table(), english
        for code in LANGUAGES:
            assert peoples._form(called[code][0], code).fullmatch(called[code][0]), english


def test_words_are_looked_for_near_a_name_alone() -> None:
    """Whatever stands far before changes nothing: long texts are not searched again and again."""
    far = "of the Bank. " * 40
    source, target = f"{far}He lives in Chad.", f"{far}Er lebt in Chad."
    assert [name.english for name in lost(source, target, ("en", "de"))] == ["Chad"]
    said = peoples.written(
        f"{far}The Omani king left", Tagged(f"{far}Der Omanische König"), ("en", "de")
    )
    assert said.text.endswith("Der omanische König")

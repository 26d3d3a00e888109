"""Articles and prepositions before names of countries and regions."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints.world import named, places, prepositions
from doctrans.constraints.world.prepositions import followed
from tests.notation import tagged


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("in Kazakhstan", "à Kazakhstan", "au Kazakhstan"),
        ("from Kenya", "de Kenya", "du Kenya"),
        ("in Jordan", "dans Jordanie", "en Jordanie"),
        ("in Chad", "En Tchad", "Au Tchad"),
        ("In Saudi Arabia", "À Arabie saoudite", "En Arabie saoudite"),
        ("of the United Arab Emirates", "de Émirats arabes unis", "des Émirats arabes unis"),
        ("of Egypt", "de Égypte, de la Égypte", "d'Égypte, de l'Égypte"),
        ("to the Maldives", "à Maldives, du Maldives", "aux Maldives, des Maldives"),
        ("in Barbados", "en Barbade", "à la Barbade"),
        ("in Cyprus", "en Chypre", "à Chypre"),
        ("to Iran", "à Iran, au Iran, l’Iran", "en Iran, en Iran, l’Iran"),
        ("to Peru", "à l'Pérou, le Pérou", "au Pérou, le Pérou"),
        ("through Gabon", "par Gabon, selon Gabon", "par le Gabon, selon le Gabon"),
        ("compared to Belgium", "par rapport à Belgique", "par rapport à la Belgique"),
        ("Peru is large.", "Pérou est grand.", "Le Pérou est grand."),
        ("They left Kenya.", "Ils ont quitté Kenya.", "Ils ont quitté le Kenya."),
        ("to Peru and Spain", "au Pérou et Espagne", "au Pérou et en Espagne"),
        ("to Mali, Peru and Spain", "à Mali, Pérou et Espagne", "au Mali, au Pérou et en Espagne"),
        ("TO KENYA", "À KENYA", "AU KENYA"),
        ("in Kenya", "à <1>Kenya</1>", "au <1>Kenya</1>"),
        ("Peru is large.", "<1>Pérou</1> est grand.", "<1>Le Pérou</1> est grand."),
    ],
)
def test_french(source: str, target: str, said: str) -> None:
    assert followed(tagged(source).text, tagged(target), "en", "fr-CA") == tagged(said)


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("in Turkey", "in Türkei", "in der Türkei"),
        ("to Turkey", "nach Türkei", "in die Türkei"),
        ("Welcome to Turkey", "Willkommen in Türkei", "Willkommen in der Türkei"),
        ("from Switzerland", "aus Schweiz, vom Schweiz", "aus der Schweiz, von der Schweiz"),
        ("In Jordan", "Im Jordanien", "In Jordanien"),
        ("in the Netherlands", "in Niederlande", "in den Niederlanden"),
        ("to the Netherlands", "nach Niederlanden", "in die Niederlande"),
        ("in the Philippines", "auf Philippinen", "auf den Philippinen"),
        ("to the Vatican", "nach Vatikan", "in den Vatikan"),
        ("Ukraine is large.", "Ukraine ist groß.", "Die Ukraine ist groß."),
        ("in Chile and Turkey", "in Chile und Türkei", "in Chile und der Türkei"),
        ("the capital of Japan", "die Hauptstadt Japan", "die Hauptstadt von Japan"),
        ("the north of Turkey", "im Norden Türkei", "im Norden der Türkei"),
    ],
)
def test_german(source: str, target: str, said: str) -> None:
    assert followed(tagged(source).text, tagged(target), "en", "de") == tagged(said)


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("In the United Kingdom", "En Reino Unido", "En el Reino Unido"),
        ("of the United Kingdom", "de Reino Unido", "del Reino Unido"),
        ("of the United Kingdom", "de el Reino Unido", "del Reino Unido"),
        ("in the Philippines", "en los Filipinas", "en las Filipinas"),
        ("from El Salvador", "del Salvador", "de El Salvador"),
        ("Colombia is large.", "La Colombia es grande.", "Colombia es grande."),
        ("of Mexico", "del México", "de México"),
    ],
)
def test_spanish(source: str, target: str, said: str) -> None:
    assert followed(source, tagged(target), "en", "es") == tagged(said)


@pytest.mark.parametrize(
    ("source", "target", "to"),
    [
        ("of Belgium", "de Belgique, de la Belgique, à la Belgique", "fr"),
        ("Kenya: France and Japan", "Kenya : France et Japon", "fr"),  # a label
        ("Bank of Kenya in Kenya", "Banque de Kenya à Kenya", "fr"),  # a longer name
        ("in Luxembourg, Panama", "à Luxembourg, le canal de Panama", "fr"),  # a city
        ("in Switzerland", "en Suisse, du Suisse", "fr"),  # a person
        ("in the Maldives", "dans les Maldives", "fr"),
        ("in France", "dans la belle France, de France Télévisions", "fr"),
        ("in Japan", "en Kenya", "fr"),
        ("in Iran", "in Iran, im Iran", "de"),
        ("in Germany", "im Deutschland der Nachkriegszeit, im Deutschland von heute", "de"),
        ("the state of California", "des Staates Kalifornien", "de"),
        ("the city of Vienna", "die Gemeinde Wien", "de"),
        ("in Turkey", "in der Türkei, in Türkei-Rot", "de"),
        ("Made in the United States", "Made in USA", "de"),
        ("in the United States", "en Estados Unidos, de los Países Bajos", "es"),
        ("in Spain", "de la España vaciada, la España de hoy", "es"),
        ("in Kenya", "in Kenya", "it"),
    ],
)
def test_what_may_be_right_stays(source: str, target: str, to: str) -> None:
    assert followed(source, tagged(target), "en", to) == tagged(target)


def test_only_known_names_take_articles() -> None:
    for code in places.LANGUAGES:
        called = [name for names in places.read("places").values() for name in names[code]]
        known = {name.removeprefix("El ") for name in called}
        assert named._articles(code).keys() - known == set()


def test_the_example_holds() -> None:
    assert not doctest.testmod(prepositions).failed

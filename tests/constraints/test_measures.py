"""Measures and amounts that are put to a model in full."""

from __future__ import annotations

import doctest

import pytest

from doctrans import spans
from doctrans.constraints import kitchen, measures
from doctrans.constraints.protect import protected_ranges
from doctrans.model import Tagged


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("Add 3 tbsp sugar, ½ tsp salt.", "Add 3 tablespoons of sugar, ½ teaspoon of salt."),
        ("2 tablespoons butter, melted", "2 tablespoons of butter, melted"),
        ("Take 2 tsp daily.", "Take 2 teaspoons daily."),
        ("1 tsp. of salt", "1 teaspoon of salt"),
        ("2 lbs. potatoes", "2 pounds of potatoes"),
        ("The baby weighed 7 lbs 8 oz.", "The baby weighed 7 pounds 8 ounces."),
        ("The flat has 1,200 sq ft.", "The flat has 1,200 square feet."),
        ("20 sq. m of room", "20 square metres of room"),
        ("The loan is €1.5m.", "The loan is €1.5 million."),
        ("a $3bn deal", "a $3 billion deal"),
        ("Price: €45 incl. VAT", "Price: €45 including VAT"),
        ("£9 excl. fees", "£9 excluding fees"),
        ("Adults €12, over 60s €8", "Adults €12, people over 60 €8"),
        ("Under 18s must not enter.", "People under 18 must not enter."),
        ("adults €12, under 5s free", "adults €12, children under 5 are free"),
        ("children €6, under 5s free", "children €6, those under 5 are free"),
        ("Kids under 6 free", "Kids under 6 are free"),
        ("Under-12s pay half.", "Children under 12 pay half."),
        ("The over-60s get a discount.", "People over 60 get a discount."),
    ],
)
def test_they_are_put_in_full(text: str, put: str) -> None:
    assert _put(text) == put


@pytest.mark.parametrize(
    "text",
    [
        "2 tbsp",  # in tables of set phrases
        "8 oz",
        "30 lb/in2 and 5 oz-in",
        "a 12 oz bottle",
        "a 5 lb bag",
        "5 lb bags",
        "5 lb. bags",
        "incl. VAT",
        "It is 5 m wide.",
        "€5/m",
        "England Under-21s win",
        "It loads in under 5s.",
        "Hold it for over 10s.",
        "the under 40s group",
    ],
)
def test_others_stay(text: str) -> None:
    assert _put(text) == text


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("1 tsp of salt", "1 cucharada de sal", "es", "1 cucharadita de sal"),
        ("2 teaspoons salt", "2 cucharadas de sal", "es-MX", "2 cucharaditas de sal"),
        ("2 tbsp oil, 1 tsp salt", "2 cuillères à soupe d'huile, 1 cuillère de sel", "fr",
         "2 cuillères à soupe d'huile, 1 cuillère à café de sel"),
        ("1 tsp salt", "1 Esslöffel Salz", "de", "1 Teelöffel Salz"),
        ("1 tbsp oil, 1 tsp salt", "1 cucharadita, 1 cucharada", "es",
         "1 cucharada, 1 cucharadita"),  # one after the other
        ("1 tbsp oil, 1 tsp salt", "1 Teelöffel Salz", "de", "1 Teelöffel Salz"),  # of which?
        ("1 tsp salt", "1 cuillère à thé de sel", "fr", "1 cuillère à café de sel"),
        ("1 spoon", "1 cucharada", "es", "1 cucharada"),
        ("½ tsp salt", "½ cuillère de sel", "fr", "½ cuillère à café de sel"),
        ("2 tbsp oil", "2 cuillères d'huile", "fr", "2 cuillères à soupe d'huile"),
        ("2 tbsp oil", "2 cucharadas de aceite", "es", "2 cucharadas de aceite"),
        ("A wooden spoon", "Une cuillère en bois", "fr", "Une cuillère en bois"),
    ],
)  # fmt: skip
def test_spoons_keep_their_size(source: str, target: str, to: str, said: str) -> None:
    assert kitchen.followed(source, Tagged(target), "en", to).text == said


def test_an_amount_is_no_length() -> None:
    assert protected_ranges("The loan is €1.5m.") == ()
    assert protected_ranges("It is 1.5m.") != ()


def test_examples() -> None:
    assert doctest.testmod(kitchen).failed == doctest.testmod(measures).failed == 0


def _put(text: str) -> str:
    edits = [*measures.edits(text), *kitchen.edits(text)]
    return spans.edited(Tagged(text), spans.apart(edits)).text

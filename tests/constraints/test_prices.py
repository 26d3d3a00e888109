"""Prices that stand as English has them."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints import prices
from doctrans.constraints.prices import turned
from tests.notation import tagged


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("It is $1,299.99.", "Il est $1,299.99.", "fr", "Il est 1\u202f299,99\u00a0$."),
        ("It is $12,299.99.", "Son $12,299.99.", "es-ES", "Son 12.299,99\u00a0$."),
        ("-$4.55", "-$4,55", "fr", "-4,55\u00a0$"),
        ("$5 or €7.50", "$5 ou 7,50 €", "fr", "5\u00a0$ ou 7,50 €"),
        ("for US$1,500", "por NOS$1,500", "es", "por 1500\u00a0USD"),
        ("<1>$5</1> each", "<1>$5</1> chacun", "fr", "<1>5\u00a0$</1> chacun"),
        ("$<1>5</1> each", "$<1>5</1> chacun", "fr", "$<1>5</1> chacun"),  # a tag lies between
        # words and letters of their own, no price of the source, other ways
        ("$2 million", "$2 millions", "fr", "$2 millions"),
        ("$1.2bn", "$1.2bn", "es", "$1.2bn"),
        ("$85k or $5-10", "$85k ou $5-10", "fr", "$85k ou $5-10"),
        ("with $1-$2", "par $1-$2", "fr", "par $1-$2"),
        ("$9.50, $950", "$9.50, $950", "fr", "9,50\u00a0$, 950\u00a0$"),
        ("CA$20", "CA$20", "fr", "CA$20"),
        ("5 of them", "$5", "fr", "$5"),
        ("$5 $", "5 $", "fr", "5 $"),
        ("$4.50", "$4.50", "es-MX", "$4.50"),
        ("$4.50", "$4,50", "es-AR", "$4,50"),
        ("$4.50", "$4.50", "de", "$4.50"),
        # ranges that are half turned around
        ("It is $5-$10 each.", "Es kostet 5-$10 $ je.", "de", "Es kostet 5\u00a0$-10 $ je."),
        ("from $5.50–$10", "de 5,50–$10 $", "fr", "de 5,50\u00a0$–10 $"),
        ("$5-$10", "5-$10 dólares", "es", "5 a 10 dólares"),
        ("with $1-$2", "mit $1-$2", "de", "mit $1-$2"),
        ("with <1/$1>-$2", "par <1/$1>-$2", "fr", "par <1/$1>-$2"),  # a variable
        ("$5 of 5-$10", "$5 von 5-$10 $", "de", "$5 von 5-$10 $"),
    ],
)
def test_prices(source: str, target: str, to: str, said: str) -> None:
    assert turned(tagged(source).text, tagged(target), "en", to) == tagged(said)


def test_the_example_holds() -> None:
    assert not doctest.testmod(prices).failed

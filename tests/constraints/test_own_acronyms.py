"""Acronyms that other languages have others for."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints import own_acronyms
from doctrans.constraints.own_acronyms import followed, known
from tests.notation import tagged


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("NATO agreed to send troops.", "NATO a accepté.", "fr", "L'OTAN a accepté."),
        ("NATO agreed to send troops.", "NATO acordó.", "es", "La OTAN acordó."),
        ("NATO member states", "États membres de NATO", "fr", "États membres de l'OTAN"),
        ("for the WHO", "pour le WHO", "fr", "pour l'OMS"),
        ("to the WHO, of the WHO", "al WHO, del WHO", "es", "a la OMS, de la OMS"),
        ("to the IMF, of the IMF", "à l'IMF, de l'IMF", "fr", "au FMI, du FMI"),
        ("a WHO report", "un rapport WHO", "fr", "un rapport OMS"),
        ("under the GDPR", "según la GDPR", "es", "según el RGPD"),
        ("Article 6(1) GDPR", "article 6(1) GDPR", "fr", "article 6(1) RGPD"),
        ("the Organization (WHO)", "l'Organisation (WHO)", "fr", "l'Organisation (OMS)"),
        ("the UN Council", "le Conseil des ONU", "fr", "le Conseil de l'ONU"),
        ("The UN Council met.", "Las ONU se reunió.", "es", "La ONU se reunió."),
        ("several NGOs, the UN", "las NGO, el UN", "es", "las ONG, la ONU"),
        ("an NGO", "un NGO", "fr", "une ONG"),
        ("NGOs' work", "le travail de NGO", "fr", "le travail d'ONG"),
        ("a person with HIV", "personne avec HIV", "fr", "personne avec VIH"),
        ("the <1>WHO</1>", "le <1>WHO</1>", "fr", "le <1>WHO</1>"),  # a tag lies between
        # a longer name, capitals, nothing of the kind
        (
            "UN Women met the UN.",
            "UN Women a rencontré le UN.",
            "fr",
            "UN Women a rencontré l'ONU.",
        ),
        ("THE WHO IS HERE", "EL WHO", "es", "EL WHO"),
        ("WHO IS the WHO", "el WHO IS", "es", "el WHO IS"),
        ("Who is here?", "el WHO", "es", "el WHO"),
        ("The WHO met.", "Das WHO", "de", "Das WHO"),
    ],
)
def test_own_acronyms(source: str, target: str, to: str, said: str) -> None:
    text = tagged(source).text
    assert followed(text, tagged(target), known(text), to) == tagged(said)


def test_only_what_is_asked_for() -> None:
    text = tagged("la NATO y la WHO")
    assert followed("the NATO and the WHO", text, ("WHO",), "es").text == "la NATO y la OMS"


def test_the_examples_hold() -> None:
    assert not doctest.testmod(own_acronyms).failed

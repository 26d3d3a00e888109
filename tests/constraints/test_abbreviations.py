"""English abbreviations in the target language."""

from __future__ import annotations

import doctest
import time

import pytest

from doctrans import reading
from doctrans.constraints import abbreviations
from doctrans.constraints.abbreviations import followed, going_on, said
from doctrans.model import Span, Tag, Tagged, TagKind
from tests.notation import tagged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p. 12", ("S. 12", "p. 12", "pág. 12")),
        ("pp. 12–15", ("S. 12–15", "p. 12–15", "págs. 12–15")),
        ("p. 147.", ("S. 147.", "p. 147.", "pág. 147.")),
        ("500 BC", ("500 v. Chr.", "500 av. J.-C.", "500 a. C.")),
        ("300 B.C.E.", ("300 v. Chr.", "300 av. J.-C.", "300 a. C.")),
        ("AD 79", ("79 n. Chr.", "79 apr. J.-C.", "79 d. C.")),
        ("PO Box 12", ("Postfach 12", "Boîte postale 12", "Apartado de correos 12")),
        ("Apt. 4B", ("Wohnung 4B", "Appartement 4B", "Apartamento 4B")),
        ("Est. 1985", ("Seit 1985", "Depuis 1985", "Desde 1985")),
        ("5 min read", ("5 Min. Lesezeit", "5 min de lecture", "5 min de lectura")),
        ("12-minute read", ("12 Min. Lesezeit", "12 min de lecture", "12 min de lectura")),
        ("5 minutes to read", (None, None, None)),
        ("Est. 85", (None, None, None)),
        ("See p. 12", (None, None, None)),
        ("BC", (None, None, None)),
    ],
)
def test_abbreviations_alone(text: str, expected: tuple[str | None, ...]) -> None:
    assert tuple(said(text, "en-GB", to) for to in ("de", "fr", "es-MX")) == expected
    assert said(text, "de", "en") is None


@pytest.mark.parametrize(
    ("source", "target", "to", "expected"),
    [
        ("See p. 12.", "Siehe p. 12.", "de", "Siehe S. 12."),
        ("See pp. 1-3.", "Consulte pp. 1–3.", "es", "Consulte págs. 1–3."),
        ("Elphick 2001, p. 191.", "Elphick 2001, 191.", "de", "Elphick 2001, S. 191."),
        ("See p. 12.", "Siehe Seite 12.", "de", "Siehe Seite 12."),
        ("See p. 12, 12 times.", "Siehe 12, 12-mal.", "de", "Siehe S. 12, 12-mal."),
        ("Around 500 BC.", "Rund 500. Chr.", "de", "Rund 500 v. Chr."),
        ("In AD 79.", "In AD 79.", "de", "Im Jahr 79 n. Chr."),
        ("It was AD 79.", "C'était AD 79.", "fr", "C'était 79 apr. J.-C."),
        ("Engineer (m/f/d)", "Ingenieur (m/f/d)", "de", "Ingenieur (m/w/d)"),
        ("Size (W × H × D)", "Größe (W × H × D)", "de", "Größe (B × H × T)"),
        ("Size (L x W x H)", "Taille (L x W x H)", "fr", "Taille (L x l x H)"),
        ("Here, i.e. there.", "Hier, z.\u00a0B. dort.", "de", "Hier, d.\u00a0h. dort."),
        ("Here, e.g. i.e. it.", "Hier, z. B. dort.", "de", "Hier, z. B. dort."),
        ("It takes approx. 20 min.", "Il faut 20 min.", "fr", "Il faut env. 20 min."),
        ("It takes approx. 20 min.", "Dura unos 20 min.", "es", "Dura unos 20 min."),
        ("1 tsp salt", "1 Tsp Salz", "de", "1 TL Salz"),
        ("cf. Section 3", "cf. Abschnitt 3", "de", "vgl. Abschnitt 3"),
        ("Use p.12 of 3.", "Nutze p12.", "de", "Nutze p12."),
        ("See p. 12.", "Vedi p. 12.", "it", "Vedi p. 12."),
    ],
)
def test_abbreviations_in_a_sentence(source: str, target: str, to: str, expected: str) -> None:
    assert followed(source, Tagged(target), "en", to).text == expected


def test_what_a_tag_cuts_stays() -> None:
    target = tagged("Siehe <1>p.</1> 12 und <2>p. 12</2>")
    assert reading.notation(followed("p. 12 and p. 12", target, "en", "de")) == (
        "Siehe <1>p.</1> 12 und <2>S. 12</2>"
    )


@pytest.mark.parametrize(
    ("source", "target", "to", "expected"),
    [
        ("Come |. before it", "Venez |. Avant cela", "fr", "Venez |. avant cela"),
        ("Come |. before it", "Venga |. Antes", "es", "Venga |. antes"),
        ("Come |. Before it", "Venez |. Avant cela", "fr", "Venez |. Avant cela"),
        ("Come |. before it", "Komm |. Vorher", "de", "Komm |. Vorher"),
        ("Come | before it", "Venez |. Avant", "fr", "Venez |. Avant"),
    ],
)
def test_sentences_go_on_behind_measures(source: str, target: str, to: str, expected: str) -> None:
    point = Tag(1, TagKind.POINT, "frozen", equiv="15 min")

    def held(text: str) -> Tagged:
        before, _, after = text.partition("|")
        at, end = len(before), len(before) + len(after)
        return Tagged(before + after, (Span(0, at), Span(at, at, (point,)), Span(at, end)))

    assert going_on(held(source), held(target), to) == held(expected)


@pytest.mark.parametrize("text", ["12 BC " * 3_000, "".join(f"{n} BC " for n in range(3_000))])
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    assert followed(text, Tagged(text), "en", "de").text == text.replace("BC", "v. Chr.")
    assert time.process_time() - start < 2


def test_examples() -> None:
    assert doctest.testmod(abbreviations).failed == 0

"""Words that are run together."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints import elision
from doctrans.constraints.elision import run_together
from tests.notation import tagged


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("Don't forget", "N'oublie pas de apporter", "fr", "N'oublie pas d'apporter"),
        ("The item", "Le élément que il ouvre", "fr", "L'élément qu'il ouvre"),
        ("Open", "ouvrez la avis", "fr", "ouvrez l'avis"),
        ("if he", "Si il vient, si elle", "fr", "S'il vient, si elle"),
        ("a house", "de une maison, le un", "fr", "d'une maison, le un"),
        ("one to ten", "de un à dix, le onze, que oui", "fr", "de un à dix, le onze, que oui"),
        ("Do it", "Faites-le avec la hache", "fr", "Faites-le avec la hache"),
        ("by Anna", "de Anna, le API, le iPhone", "fr", "de Anna, le API, le iPhone"),
        ("of Eritrea", "de Érythrée, le Irak, la Italie", "fr", "d'Érythrée, l'Irak, l'Italie"),
        ("Amman", "de Oman Air, de Europe-Sud, de Angelina", "fr",
         "de Oman Air, de Europe-Sud, de Angelina"),
        ("to Cape Town", "À Le Caire, de Le Cap à Le Corbusier", "fr",
         "Au Caire, du Cap à Le Corbusier"),
        ("de anza", "de anza", "fr", "de anza"),
        ("one or more", "le ou les, de et vers, de où", "fr", "le ou les, de et vers, d'où"),
        ("err of use", "de err, de usage", "fr", "de err, d'usage"),  # a name, a word
        ("the file", "<1>le</1> écran", "fr", "<1>le</1> écran"),  # a tag lies between
        ("to the boy", "A el niño de el País", "es", "Al niño de el País"),
        ("to the 1st", "del 3 a el 1 de mayo", "es", "del 3 al 1 de mayo"),
        ("with me", "con mí, con ti mismo", "es", "conmigo, con ti mismo"),
        ("of him", "de él, a el.", "es", "de él, a el."),
        ("and", "padres y hijos, mapas y imágenes", "es", "padres e hijos, mapas e imágenes"),
        ("and", "agua y hielo, y iPhone", "es", "agua y hielo, y iPhone"),
        ("the y axis", "el eje y indica", "es", "el eje y indica"),
        ("or", "uno o otro, siete o ocho", "es", "uno u otro, siete u ocho"),
        ("the", "das Haus de el", "de", "das Haus de el"),
        ("the file(s)", "le ou les fichiers, que ou, la et", "fr",
         "le ou les fichiers, que ou, la et"),
        ("the y coordinate", "la coordenada y inferior", "es", "la coordenada y inferior"),
    ],
)  # fmt: skip
def test_words_run_together(source: str, target: str, to: str, said: str) -> None:
    assert run_together(tagged(source).text, tagged(target), to) == tagged(said)


def test_the_example_holds() -> None:
    assert not doctest.testmod(elision).failed

"""Negations that a translation lacks, or has in half or twice."""

from __future__ import annotations

import doctest
import time

import pytest

from doctrans.constraints import negation
from doctrans.constraints.negation import garbled, lost


@pytest.mark.parametrize(
    ("source", "target", "language", "word"),
    [
        ("We never see your card.", "Wir sehen Ihre Karte.", "de-AT", "never"),
        ("No one under 18 may enter.", "Entrar a los menores de 18 años.", "es", "No"),
        ("I don’t know.", "Je le sais.", "fr", "n’t"),
        ("It is not uncommon.", "No es común.", "es", "not uncommon"),
        ("You cannot send information.", "Sie können uns Informationen senden.", "de", "cannot"),
    ],
)
def test_what_is_denied_no_longer(source: str, target: str, language: str, word: str) -> None:
    assert lost(source, target, ("en-GB", language)) == word


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Do not open it.", "Nicht öffnen.", "de"),
        ("No smoking.", "Rauchen verboten.", "de"),
        ("The file is not valid.", "Le fichier est invalide.", "fr"),
        ("Do not touch it.", "Evite tocarlo.", "es"),
        ("It is not uncommon.", "Das ist ziemlich häufig.", "de"),
        ("It was not only cheap.", "Es war billig.", "de"),
        ("Why not try it?", "Versuchen Sie es!", "de"),
        ("No later than 9 am.", "Spätestens um 9 Uhr.", "de"),
        ("Choose the No. field.", "Wählen Sie das Feld Nr.", "de"),
        ("It can be None.", "Es kann None sein.", "de"),
        ("Do not leave until noon.", "Bleiben Sie bis mittags.", "de"),
        ("Don't hesitate to ask.", "Fragen Sie.", "de"),
        ("We know the note.", "Wir kennen die Notiz.", "de"),
        ("Never.", "Mai.", "it"),
        ("Das ist nicht wahr.", "That is true.", "en"),
    ],
)
def test_what_is_said_otherwise(source: str, target: str, language: str) -> None:
    assert lost(source, target, ("de" if language == "en" else "en", language)) == ""


@pytest.mark.parametrize(
    ("target", "language", "words"),
    [
        ("Er hielt weder an und bremste.", "de", "weder"),
        ("Er hielt weder an noch bremste er.", "de", ""),
        ("Geben Sie es niemals niemandem.", "de", "niemals niemandem"),
        ("Keine Turbinen und keine Mühlen.", "de", ""),
        ("Niemand weiß, warum er nicht kam.", "de", ""),
        ("Les moins de 21 ans ne seront servis.", "fr", "ne"),
        ("Nul ne le sait.", "fr", ""),
        ("Il n'a pas freiné.", "fr", ""),
        ("Ils ne peuvent entrer.", "fr", ""),
        ("Ningún animal no resultó herido.", "es", "Ningún animal no"),
        ("Ningún correo no deseado.", "es", ""),
        ("No hay nadie.", "es", ""),
    ],
)
def test_what_is_denied_in_half_or_twice(target: str, language: str, words: str) -> None:
    assert garbled("They did not do it.", target, ("en", language)) == words
    assert garbled("They did it.", target, ("en", language)) == ""


@pytest.mark.parametrize(
    ("target", "language"),
    [
        ("..." * 7_000, "es"),
        ("( " * 10_000, "es"),
        ("kaum " * 4_000, "de"),
        ("weder " * 3_000 + "noch", "de"),
        ("ne pas " * 3_000, "fr"),
    ],
)
def test_long_texts_take_linear_time(target: str, language: str) -> None:
    start = time.process_time()
    garbled("They did not do it.", target, ("en", language))
    assert time.process_time() - start < 1.5


def test_examples() -> None:
    assert doctest.testmod(negation).failed == 0

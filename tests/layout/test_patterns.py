"""Hyphenation patterns, against pyphen's own reading of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from doctrans.layout.breaking import hyphenated
from doctrans.layout.patterns import Patterns

pyphen = pytest.importorskip("pyphen")
FIXTURES = Path(__file__).parents[2]
TEXT = (FIXTURES / "README.md").read_text("utf-8") + (
    "Benutzereinstellungen Donaudampfschifffahrt Straßenübergänge Überprüfungen paramètres "
    "d'événements utilisateurs configuración año niño órdenes schließlich Zuckerbäcker betűzzük "
    "настройки пользователя ρυθμίσεις ÇALIŞMAK ANNEXES İSTANBUL"
)
WORDS = sorted(set(re.findall(r"[^\W\d_]+", TEXT)))


@pytest.mark.parametrize("path", sorted(set(pyphen.LANGUAGES.values())), ids=lambda p: p.stem)
def test_the_places_are_those_that_pyphen_finds(path: Path) -> None:
    ours, theirs = Patterns(path), pyphen.Pyphen(filename=str(path), left=1, right=1)
    same_length = [word for word in WORDS if len(word.lower()) == len(word)]
    assert {word: ours.positions(word) for word in same_length} == {
        word: [int(at) for at in theirs.positions(word)] for word in same_length
    }


def test_a_word_that_is_longer_in_lower_case_has_no_places() -> None:
    assert len("İSTANBUL".lower()) == 9
    assert Patterns(pyphen.LANGUAGES["de_DE"]).positions("İSTANBUL") == []


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("Mitarbeiter", "de", "Mit-ar-bei-ter"),
        ("Benutzeroberfläche", "de", "Be-nut-zer-ober-flä-che"),
        ("Postadresse", "de", "Post-adresse"),
        ("Seitenanfang", "de", "Sei-ten-an-fang"),
        ("geología", "es", "geo-lo-gía"),
    ],
)
def test_each_part_is_a_syllable_of_letters(word, language, parts):
    assert "-".join(hyphenated(word, language)) == parts

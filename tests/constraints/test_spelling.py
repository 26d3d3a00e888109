"""Words that are none, in a translation."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.constraints.gender.words import GENDERED
from doctrans.constraints.spelling import unknown
from doctrans.constraints.spelling.lexicon import Lexicon

WORDS = st.text(st.characters(categories=["Ll"]), min_size=1, max_size=12)


@given(st.sets(WORDS, max_size=50))
def test_no_word_that_was_put_in_is_missed(words: set[str]) -> None:
    lexicon = Lexicon.of(sorted(words))
    assert all(word in lexicon for word in words)
    assert lexicon == Lexicon.of(sorted(words, reverse=True))


def test_few_others_are_taken_for_words() -> None:
    lexicon = Lexicon.of([f"word{i}" for i in range(5000)])
    taken = sum(f"other{i}" in lexicon for i in range(5000))
    assert 0 < taken < 0.04 * 5000
    assert len(lexicon.bits) == 5000


@pytest.mark.parametrize(
    ("language", "source", "target", "words"),
    [
        ("de", "Unsubscribe from these alerts.", "Abonnen Sie diese Warnungen.", ["Abonnen"]),
        ("fr", "The prosecution", "La prosécution", ["prosécution"]),
        ("es-MX", "It has a sensor.", "Tiene un sensoro y otro sensoro.", ["sensoro"]),
        # Forms, compounds, common prefixes, a pronoun behind a verb.
        ("de", "x", "Die Reisekostenabrechnungen der Mikrobiologinnen und Vertragsanlagen.", []),
        ("fr", "x", "Des micro-ordinateurs réinitialisés par les multinationales.", []),
        ("es", "x", "Hay que guardarlo, mandárselos y multiplicarlas.", []),
        # What the source has: names with an ending, code; short words, signs, other letters.
        ("de", "Kowalzyk sent it to frobnik.", "Kowalzyks Nachricht an frobnik.", []),
        ("de", "x", "Abc äbx 12 xyzzyABC qwrtzQ", []),
        ("de", "Ask Mr Frobnik today.", "Frobnikschen Rat", []),
        ("de", "Frobnik is new.", "Frobniksch", ["Frobniksch"]),  # no name, for all we know
        ("de", "x", "Abon\u00adnement Verfu\u0308gung", []),
        ("de", "x", "Webressourcen Notausgaben Urologinnen neuzuinstallieren", []),
        ("es", "x", "la reumatóloga desconéctelos", []),
        ("fr", "x", "la chaudronnière", []),
        ("de", "x", "Εργασία и работа", []),
        # No list.
        ("it", "x", "Frobnikazione", []),
    ],
)
def test_unknown_words(language: str, source: str, target: str, words: list[str]) -> None:
    assert list(unknown.found(source, target, language)) == words


@pytest.mark.parametrize("language", unknown.LANGUAGES)
def test_the_words_for_persons_are_words(language: str) -> None:
    words = GENDERED[language].female | GENDERED[language].male
    assert unknown.found("x", " ".join(sorted(words)), language) == ()


def test_long_words_take_no_time() -> None:
    """Nothing is to be seen but that it comes to an end."""
    assert unknown.found("x", "abenteuer" * 2_000, "de") == ()


def test_the_example() -> None:
    assert doctest.testmod(unknown).failed == 0

"""Soft hyphens in words, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.layout.breaking import SHY, torn
from doctrans.layout.hyphenating import inserted, letters, with_hyphens
from doctrans.layout.model import Face, Paragraph, Run, Type

pytest.importorskip("pyphen")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Alle Einstellungen speichern.", "Alle Ein|stel|lun|gen spei|chern."),
        ("Benutzer-Verwaltungseinstellung", "Be|nut|zer-Ver|wal|tungs|ein|stel|lung"),
        ("www.einstellungen.de/verwaltung", "www.einstellungen.de/verwaltung"),
        ("post@einstellungen.de", "post@einstellungen.de"),
        ("foo_einstellungen ist.einstellungen", "foo_einstellungen ist.einstellungen"),
        ("C:\\Einstellungen", "C:\\Einstellungen"),
        ("OK, kurz", "OK, kurz"),
        ("Einstel\u00adlungen Verwaltung", "Einstel|lungen Verwaltung"),
    ],
)
def test_words_get_hyphens_and_addresses_do_not(text: str, shown: str) -> None:
    assert inserted(text, "de").replace(SHY, "|") == shown


def test_only_the_words_that_are_named() -> None:
    words = letters(["„Einstellungen“,", "x"])
    assert words == {"Einstellungen"}
    text = inserted("Verwaltung der Einstellungen", "de", words)
    assert text.replace(SHY, "|") == "Verwaltung der Ein|stel|lun|gen"


@given(st.text())
def test_without_them_the_text_is_what_it_was(text: str) -> None:
    assert inserted(text, "de").replace(SHY, "") == text.replace(SHY, "")
    assert inserted(inserted(text, "de"), "de") == inserted(text, "de")


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("compte", "fr", "comp|te"),
        ("affiche", "fr", "af|fi|che"),
        ("Titel", "de", "Ti|tel"),
        ("Tasche", "de", "Ta|sche"),
        ("Sprache", "de", "Spra|che"),
        ("Haus", "de", "Haus"),
        ("Halle", "de", "Hal|le"),
        ("calle", "es", "ca|lle"),
        ("Strom", "de", "Strom"),
        ("tekstit", "xx", "teks|tit"),
    ],
)
def test_words_that_would_be_chopped_are_broken_where_a_syllable_may_begin(
    word: str, language: str, parts: str
) -> None:
    text = inserted(f"{word}, {word}s", language, frozenset(), {word})
    assert text.replace(SHY, "|") == f"{parts}, {word}s"


@given(st.text("abcdeilnorstuéß", min_size=1))
def test_broken_words_are_what_they_were_in_parts_of_two_letters(word: str) -> None:
    parts = torn(word, "fr")
    assert "".join(parts) == word
    assert len(parts) == 1 or all(len(part) >= 2 for part in parts)


def test_a_language_without_rules_gets_none() -> None:
    assert inserted("Asetukset tallennetaan", "xx") == "Asetukset tallennetaan"


def test_paragraphs_keep_their_type() -> None:
    type_ = Type(Face("Arial"), 10)
    [made] = with_hyphens([Paragraph((Run("Einstellungen", type_),), type_)], "de")
    assert made.runs == (Run("Ein\u00adstel\u00adlun\u00adgen", type_),)

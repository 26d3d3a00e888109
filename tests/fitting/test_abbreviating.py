"""Words and what is written instead where they do not fit."""

from __future__ import annotations

import pytest

from doctrans.errors import ConfigurationError
from doctrans.fitting import abbreviating
from doctrans.fitting.abbreviating import Abbreviations, known, read
from doctrans.model import Range, Segment, Span, Tag, TagKind

GERMAN = known("de-AT", prose=False)
BOLD = Tag(1, TagKind.PAIR, "b")


def short(text: str, words: Abbreviations = GERMAN) -> str:
    return words.of_segment(Segment("s1", text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nummer", "Nr."),
        ("NUMMER DER SEITE", "NR. DER S."),
        ("Straße und Nummer", "Str. und Nr."),
        ("Zum Beispiel Montag", "Z.\u00a0B. Mo."),
        ("zum  Beispiel", "z.\u00a0B."),
        ("2 Kilogramm", "2 kg"),
        ("Seitennummer", "Seitennummer"),
        ("Nummern-Block", "Nummern-Block"),
        ("Die Nummer.", "Die Nummer."),  # a sentence
        ("Die Nummer steht auf der ersten Seite", "Die Nummer steht auf der ersten Seite"),
    ],
)
def test_labels(text: str, expected: str) -> None:
    assert short(text) == expected


def test_sentences_if_they_are_asked_for() -> None:
    assert short("Wir nennen die Nummer.", known("de", prose=True)) == "Wir nennen die Nr."


def test_the_customers_list_goes_before() -> None:
    own = read(b"word\tshort\nNummer\tNo.\nSeite\t\nReiseverlauf\tRV\n", "own.tsv")
    words = known("de", [own], prose=False)
    assert [short(text, words) for text in ("Nummer", "Seite", "Reiseverlauf", "Tabelle")] == [
        "No.", "Seite", "RV", "Tab.",
    ]  # fmt: skip
    assert short("Nummer", known("fi", [own], prose=False)) == "No."
    assert not known("fi", prose=False).words


def test_words_of_a_glossary_stay() -> None:
    words = GERMAN.without(["Die laufende Nummer"])
    assert short("Nummer, Seite", words) == "Nummer, S."


def test_what_is_protected_or_divided_stays() -> None:
    segment = Segment(
        "s1", "Nummer Nummer Nummer Seite",
        (Span(0, 9, ()), Span(9, 13, (BOLD,)), Span(13, 26, ())),
        frozen=(Range(14, 20),),
    )  # fmt: skip
    made = GERMAN.of_segment(segment)
    assert made.text == "Nr. Nummer Nummer S."
    assert [made.text[span.start : span.end] for span in made.spans] == [
        "Nr. Nu", "mmer", " Nummer S.",
    ]  # fmt: skip
    assert [made.text[start:end] for start, end in made.frozen] == ["Nummer"]


@pytest.mark.parametrize("data", [b"Nummer\n", b"a;b;c\n", b";Nr.\n", b"caf\xe9;c.\n"])
def test_what_is_no_list(data: bytes) -> None:
    with pytest.raises(ConfigurationError, match=r"own\.csv"):
        read(data, "own.csv")


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_the_lists_make_shorter_what_they_hold(language: str) -> None:
    words = abbreviating._of_language(language)
    assert len(words) > 100
    assert all(short and len(short) < len(word) for word, short in words.items())

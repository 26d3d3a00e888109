"""What is taught, on pairs whose links are known."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.layout.widths import width
from doctrans.training import lines
from doctrans.training.lessons import address, context, gender, length, tags, terms
from doctrans.training.lessons.hints import Hints
from doctrans.training.lines import Line, parse
from doctrans.training.pairs import Pair, phrases
from doctrans.training.vocabulary import FEMALE, LONG, MALE, SEPARATOR, SHORT

PAIR = Pair(
    Line("Close the 2 windows now, please"),
    Line("Bitte jetzt die 2 Fenster schließen"),
    "de",
    links=((0, 5), (1, 2), (2, 3), (3, 4), (4, 1), (6, 0)),
)


def written(line: Line) -> str:
    """With its marks, as they stand."""
    text, position = "", 0
    for mark in line.marks:
        text += line.text[position : mark.start] + mark.token + mark.text
        position = mark.end
    return text + line.text[position:]


def plain(line: Line) -> Line:
    return Line(line.text)


@given(st.integers(0, 10_000))
def test_synthetic_tags_are_legal_and_the_same_on_both_sides(seed: int) -> None:
    taught = tags.shuffle(tags.teach(PAIR, Random(seed)), Random(seed))
    assert lines.tags(taught.source) == lines.tags(taught.target)
    for side in (taught.source, taught.target):
        parse(written(side))  # nested, each once
    assert plain(taught.source) == PAIR.source


def test_synthetic_tags_are_of_every_kind() -> None:
    seen = {written(tags.teach(PAIR, Random(seed)).source) for seed in range(300)}
    assert any("<1>windows</1>" in text for text in seen)
    assert any("the <1/> windows" in text for text in seen)  # in place of the number
    assert any("<1></1>" in text for text in seen)
    assert any(text.startswith("<1>") and text.endswith("</1>") for text in seen)


def test_a_tagged_phrase_holds_its_translation() -> None:
    for seed in range(200):
        taught = tags.teach(PAIR, Random(seed))
        if "<1>windows</1>" in written(taught.source):
            assert "<1>Fenster</1>" in written(taught.target)


@given(st.integers(0, 10_000))
def test_phrases_are_consistent(seed: int) -> None:
    found = next(phrases(PAIR.links, 7, Random(seed)), None)
    if found:
        for s, t in PAIR.links:
            assert (s in range(*found.source)) == (t in range(*found.target))


def test_terms_tell_the_truth() -> None:
    seen = {written(terms.teach(PAIR, Random(seed)).source) for seed in range(100)}
    assert any("<term>windows<as> Fenster</term>" in text for text in seen)
    assert all("<as> schließen" in text or "Close<as>" not in text for text in seen)


def test_terms_are_given_as_lemmas_too() -> None:
    pair = Pair(Line("two houses"), Line("zwei Häuser"), "de", links=((0, 0), (1, 1)))
    seen = {written(terms.teach(pair, Random(seed)).source) for seed in range(60)}
    assert any("houses<as> Häuser</term>" in text for text in seen)
    assert any("houses<as> Haus</term>" in text for text in seen)


def test_terms_never_cross_tags() -> None:
    pair = Pair(parse("a <1>big house</1> here"), parse("ein <1>großes Haus</1> hier"), "de",
                links=((0, 0), (1, 1), (2, 2), (3, 3)))  # fmt: skip
    for seed in range(200):
        text = written(terms.teach(pair, Random(seed)).source)
        assert text.count("<1>") == text.count("</1>") == 1
        for part in text.split("<term>")[1:]:
            assert "1>" not in part.partition("</term>")[0]


def test_a_term_is_exchanged_on_both_sides_for_a_word_that_ends_alike() -> None:
    links = ((0, 0), (1, 1), (2, 2))
    pair = Pair(
        parse("the window <1>here</1>"), parse("das Fenster <1>hier</1>"), "de", links=links
    )
    other = Pair(parse("the computer here"), parse("das Computer hier"), "de", links=links)
    exchange = terms.Exchange(1.0)
    seen = set()
    for seed in range(60):
        taught = [terms.teach(each, Random(f"{seed} {i}"), exchange)
                  for i, each in enumerate((pair, other))]  # fmt: skip
        for one in taught:
            assert lines.tags(one.source) == lines.tags(one.target)
            for said in written(one.source).split("<as> ")[1:]:
                term = said.partition("</term>")[0]
                assert term.casefold() in one.target.text.casefold() or " " in term
        seen.add((written(taught[0].source), written(taught[0].target)))
    assert ("the <term>window<as> Computer</term> <1>here</1>", "das Computer <1>hier</1>") in seen
    assert all(target != "das Fenster <1>hier</1>" or "Computer" not in s for s, target in seen)


def test_without_exchange_targets_stay() -> None:
    exchange = terms.Exchange(0.0)
    for seed in range(60):
        assert terms.teach(PAIR, Random(seed), exchange).target == PAIR.target


@pytest.mark.parametrize(
    ("source", "target", "token"),
    [
        ("Settings", "Einstellungen", LONG),
        ("Installation directory", "Ordner", SHORT),
        ("Save the file", "Sichere Datei", None),
        ("OK", "Abbrechen", None),
    ],
)
def test_length_is_by_width(source: str, target: str, token: str | None) -> None:
    assert length.token(Pair(Line(source), Line(target), "de")) == token


def test_widths_are_those_of_the_font() -> None:
    assert width("il") == 444
    assert width("漢字") == 2000


@pytest.mark.parametrize(
    ("source", "target", "token"),
    [
        ("She is a doctor", "Sie ist Ärztin", FEMALE),
        ("He is a doctor", "Er ist Arzt", MALE),
        ("The teacher sings", "Die Lehrerin singt", FEMALE),
        ("She and he sing", "Sie und er singen", None),
        ("The doctor knows her", "Der Arzt kennt sie", None),  # evidence for both
        ("The window is open", "Das Fenster ist offen", None),
    ],
)
def test_gender_is_by_evidence(source: str, target: str, token: str | None) -> None:
    assert gender.token(Pair(Line(source), Line(target), "de")) == token


def test_twins_tell_what_the_source_does_not() -> None:
    pairs = [
        ("I am ready.", "Je suis prêt."),
        ("I am ready.", "Je suis prête."),
        ("I am ready.", "Me voilà."),
        ("Go!", "Va !"),
    ]
    assert gender.variants(pairs, "fr") == {pairs[0]: MALE, pairs[1]: FEMALE}


def test_of_translations_of_one_source_the_one_no_wider_than_it_is_short() -> None:
    pairs = [
        ("I remember now.", "Ça me revient."),
        ("I remember now.", "Je m'en souviens, maintenant."),
        ("I remember now.", "Je me rappelle bien."),
        ("Just be fair.", "Soyez justes."),
        ("Just be fair.", "Sois juste"),
        ("Go away!", "Va-t'en tout de suite !"),
        ("Go away!", "Va-t'en vite d'ici !"),
    ]
    told = {pairs[0]: SHORT, pairs[1]: LONG, pairs[3]: "", pairs[4]: SHORT}
    assert length.variants(pairs) == told


@pytest.mark.parametrize(
    ("source", "target", "language", "told"),
    [
        ("Save your files.", "Speichere deine Dateien.", "de", True),
        ("Save your files.", "Speichern Sie Ihre Dateien.", "de", False),
        ("Do you hear me?", "T'entends ?", "fr", True),
        ("You must eat.", "Tienes que cuidarte tú.", "es", True),
        ("He said so.", "Du sagtest es.", "de", False),  # nobody is addressed in the source
        ("You must eat.", "Musisz tu jeść.", "pl", False),
    ],
)
def test_familiar_address_is_known_by_its_words(
    source: str, target: str, language: str, told: bool
) -> None:
    assert address.familiar(Pair(Line(source), Line(target), language)) == told


def test_a_sentence_before_names_the_gender_that_only_the_target_tells() -> None:
    hints = Hints(share=1.0)
    for text in (
        "Her sister is a pilot here.",
        "His brother was late again.",
        "It rained for days.",
    ):
        hints.remember(Line(text))
    dice = Random(1)
    assert {hints.of(FEMALE, dice) for _ in range(9)} == {"Her sister is a pilot here."}
    assert {hints.of(MALE, dice) for _ in range(9)} == {"His brother was late again."}
    assert not Hints(share=1.0).of(FEMALE, dice)
    never = Hints(share=0.0)
    never.remember(Line("Her sister is a pilot here."))
    assert not never.of(FEMALE, dice)


def test_context_stands_before_and_is_not_translated() -> None:
    pair = Pair(parse("It <1>sings</1>."), parse("Es <1>singt</1>."), "de",
                links=((0, 0), (1, 1), (2, 2)), before="A bird came.")  # fmt: skip
    taught = context.teach(pair)
    assert written(taught.source) == f"A bird came.{SEPARATOR} It <1>sings</1>."
    assert taught.target == pair.target
    words = taught.words()[0]
    assert [taught.source.text[slice(*words[s])] for s, _ in taught.links] == ["It", "sings", "."]


@pytest.mark.parametrize(
    ("language", "source", "target", "token"),
    [
        ("de", "She is a young artist", "Sie ist eine junge Künstlerin", FEMALE),
        ("de", "Her father-in-law is a baker", "Ihr Schwiegervater ist Bäcker", None),
        ("de", "I miss the teacher", "Ich vermisse den Lehrer", MALE),
        ("fr", "She is a doctor", "Elle est médecin", FEMALE),
        ("es", "He studies physics and music", "Estudia física y música", MALE),
        ("es", "She is the leader", "Ella es la líder", FEMALE),
    ],
)
def test_words_of_other_things_are_no_evidence(
    language: str, source: str, target: str, token: str | None
) -> None:
    assert gender.token(Pair(Line(source), Line(target), language)) == token

"""What has to agree with a term that is put into a sentence."""

from __future__ import annotations

import pytest

from doctrans.constraints.terms.agreement import is_noun, mended, same_form
from doctrans.constraints.terms.determiners import KINDS, agreeing, frames
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.glossary import Hit
from doctrans.constraints.terms.uses import Outcome, uses


@pytest.mark.parametrize(
    ("before", "noun", "language", "kind", "wanted"),
    [
        ("Öffnen Sie im ", "Luke", "de", "f", ["Öffnen Sie in der "]),
        ("Das ist ein neues ", "Luke", "de", "f", ["Das ist eine neue "]),
        ("Der ", "Konto", "de", "n", ["Das ", "Dem ", "Des "]),  # whichever case it is
        ("die ", "Ordner", "de", "m", ["der ", "den "]),
        ("mit den neuen ", "Konto", "de", "n", ["mit das neue ", "mit dem neuen "]),
        ("Ihre ", "Konto", "de", "n", ["Ihr "]),
        ("in Ihrem ", "Optionen", "de", "p", ["in Ihren "]),
        ("Das ", "Fenster", "de", "n", ["Das "]),
        ("ouvrez l’", "fenêtre", "fr", "f", ["ouvrez la "]),
        ("ouvrez la ", "application", "fr", "f", ["ouvrez l’"]),
        ("ouvrez l'", "héros", "fr", "m", ["ouvrez le ", "ouvrez l’"]),
        ("le nom de la ", "compte", "fr", "m", ["le nom du "]),
        ("cette ", "écran", "fr", "m", ["cet "]),
        ("abra el ", "aplicación", "es", "f", ["abra la "]),
        ("todos los ", "cuentas", "es", "fp", ["todas las "]),
        ("Öffnen Sie ", "Luke", "de", "f", []),
        ("mit de ", "Luke", "de", "", []),
        ("", "Luke", "de", "", []),
        ("der ", "Luke", "xx", "", []),
    ],
)
def test_words_before_a_noun(
    before: str, noun: str, language: str, kind: str, wanted: list[str]
) -> None:
    assert agreeing(before, noun, language, kind) == wanted


def test_as_it_is_goes_first() -> None:
    assert agreeing("in der ", "Wort", "de")[0] == "in der "
    assert set(agreeing("in der ", "Wort", "de")) == {"in der ", "im ", "in den "}


@pytest.mark.parametrize("language", sorted(KINDS))
def test_frames_tell_kinds_apart(language: str) -> None:
    found = frames("Wort", language)
    assert tuple(found) == KINDS[language] and len(set(found.values())) == len(found)
    assert frames("word", "xx") == {}


@pytest.mark.parametrize(
    ("before", "after", "language", "was", "now", "wanted"),
    [
        ("im ", " oben", "de", "n", "f", ["in der "]),
        ("die ", "", "de", "f", "f", ["die "]),
        ("Schließen Sie ", ".", "de", "", "", ["Schließen Sie "]),  # nothing that agrees
        ("Die ", " sind offen", "de", "p", "f", []),  # the verb
        ("das ", " ist offen", "de", "", "f", []),  # nobody knows
        ("das ", " ist offen", "de", "n", "", []),
        ("mit großem ", "", "de", "n", "f", []),
        ("mit großem ", "", "de", "n", "n", ["mit großem "]),
        ("das ", ", das offen ist", "de", "n", "f", []),
        ("das ", ", das offen ist", "de", "n", "n", ["das "]),
        ("la ", " ouverte", "fr", "f", "m", []),
        ("la ", " ouverte", "fr", "f", "f", ["la "]),
        ("la ", " de la page", "fr", "f", "m", ["le "]),
        ("nouvelle ", "", "fr", "f", "m", []),
        ("el ", ".", "es", "m", "f", ["la "]),
        ("il ", " aperto", "it", "", "", ["il "]),  # no rules
    ],
)
def test_what_can_be_mended(
    before: str, after: str, language: str, was: str, now: str, wanted: list[str]
) -> None:
    assert mended(before, after, "mot", "terme", language, was, now) == wanted


def test_what_is_no_noun_stands_in_its_own_form_alone() -> None:
    assert is_noun(Entry("window", "Fenster"), "windows", "de")
    assert not is_noun(Entry("enter", "eingeben"), "enter", "de")
    assert not is_noun(Entry("post", "comptabiliser"), "posted", "fr")
    assert not is_noun(Entry("open", "ouvrir", part_of_speech="verb"), "open", "fr")
    assert same_form("speichern", "sichern", "de")
    assert not same_form("speichert", "sichern", "de")
    assert not same_form("gerettete", "sichern", "de")  # no list knows it
    assert same_form("gespeichert", "gesichert", "de")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Geben Sie ein Passwort ein.", "Geben"),
        ("Er gibt den Namen ein und geht", "gibt"),
        ("ohne es einzugeben", "einzugeben"),
        ("Wählen Sie es, geben Sie es ein, dann", "geben"),
        ("wenn Sie es eingeben", "eingeben"),
        ("Sie geben ihm ein Haus.", ""),
        ("ein Haus geben", ""),
        ("Das ist einfach", ""),
    ],
)
def test_separable_verbs_are_found_in_two_parts(text: str, place: str) -> None:
    hit = Hit(0, 5, Entry("enter", "eingeben"), "eingeben")
    [use] = uses([hit], text, "de")
    assert (text[slice(*use.place)] if use.place else "") == place
    assert use.failed == (not place)
    if place and place != "eingeben":
        assert use.outcome is Outcome.INFLECTED


@pytest.mark.parametrize(
    ("before", "noun", "language", "kind", "wanted"),
    [
        ("dans un nouveau ", "chemise", "fr", "f", ["dans une nouvelle "]),
        ("de la nouvelle ", "écran", "fr", "m", ["du nouvel "]),
        ("la première ", "écran", "fr", "m", ["le premier "]),
        ("el gran ", "máquina", "es", "f", ["la gran "]),
        ("un grand et ", "chemise", "fr", "f", []),
        ("ein neues ", "Luke", "de", "f", ["eine neue "]),
    ],
)
def test_adjectives_before_a_noun(
    before: str, noun: str, language: str, kind: str, wanted: list[str]
) -> None:
    assert agreeing(before, noun, language, kind, between=True) == wanted

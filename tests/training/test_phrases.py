"""Set phrases for a model folder, from the data of a recipe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from doctrans.engines.ctranslate2.phrases import Phrases, read
from doctrans.model import Tagged
from doctrans.training import phrases
from doctrans.training.corpus import Corpus
from doctrans.training.recipe import Recipe

GERMAN = [
    ("labels", "Open file", "Datei öffnen"),
    ("labels", "Sale", "Schlussverkauf"),
    ("labels", "Please wait until the page is loaded.", "Bitte warten."),
    ("ui", "open file", "Öffnen Sie die Datei"),
    ("ui", "Order", "Bestellen"),
    ("ui", "Sale", "Verkauf"),
    ("ui", "My account", "Mein Konto"),
    ("ui", "My account", "Konto"),
    ("ui", "My account", "Konto"),
    ("ui", "Two ways", "Erster Weg"),
    ("ui", "Two ways", "Zweiter Weg"),
    ("ui", "This line has far too many words", "Diese Zeile ist zu lang"),
    ("ui", "<1>Click</1> here", "<1>Hier</1> klicken"),
    ("ui", "NO ENTRY", "KEIN ZUTRITT"),
    ("ui", "Buy 2, get 1", "Zum halben Preis"),  # the checks would refuse it
    ("ui", "Two  blanks", "Zwei\u2028Zeichen"),
    ("ui", "Have you slept well?", "Hast du gut geschlafen?"),
    ("ui", "Teacher wanted", "Lehrerin gesucht"),  # nobody says that it is a woman
    ("ui", "Her teacher", "Ihre Lehrerin"),
    ("ui", "Are you well?", "Geht es dir gut?"),
    ("labels", "Are you well?", "Geht es Ihnen gut?"),  # what others make of it does not matter
    ("labels", "Polish", "Polnisch"),
    ("labels", "polish", "polieren"),
    ("docs", "Not asked", "Nicht gefragt"),
]
FRENCH = [
    ("ui", "Order", "Commander"),
    ("ui", "Only here", "Seulement ici"),
    ("ui", "Teacher wanted", "Poste d'enseignement"),
]


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    data = []
    for language, rows in (("de", GERMAN), ("fr", FRENCH)):
        path = tmp_path / f"en-{language}.tsv"
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
        data.append(Corpus(language, (path,)))
    return Recipe("x", "en", tuple(data), phrases=("labels", "ui"))


def test_short_lines_that_are_said_in_one_way(recipe: Recipe, tmp_path: Path) -> None:
    path = tmp_path / phrases.FILE
    assert phrases.write(recipe, path) == 11
    assert path.read_text(encoding="utf-8").splitlines() == [
        "en\tde\tfr",
        "Are you well?\tGeht es Ihnen gut?\t",
        "Her teacher\tIhre Lehrerin\t",
        "My account\tKonto\t",  # as most lines have it
        "Only here\t\tSeulement ici",
        "Open file\tDatei öffnen\t",  # as the first of the origins has it
        "Please wait until the page is loaded.\tBitte warten.\t",
        "Polish\tPolnisch\t",
        "Sale\tSchlussverkauf\t",  # a word: of the first of the origins alone
        "Two blanks\tZwei Zeichen\t",
        "Two ways\tErster Weg\t",
        "polish\tpolieren\t",
    ]
    assert Phrases(read(path, ())).said(Tagged("Open File"), "en", "de") == Tagged("Datei öffnen")


def test_without_any_there_is_no_table(recipe: Recipe, tmp_path: Path) -> None:
    gone = tuple(Corpus(each.language, (tmp_path / "gone.tsv",)) for each in recipe.data)
    assert phrases.write(replace(recipe, phrases=(), data=gone), tmp_path / phrases.FILE) == 0
    assert not (tmp_path / phrases.FILE).exists()

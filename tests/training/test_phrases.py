"""Set phrases for a model folder, from the data of a recipe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from doctrans.engines.ctranslate2.phrases import Phrases
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
    ("docs", "Not asked", "Nicht gefragt"),
]
FRENCH = [("ui", "Order", "Commander"), ("ui", "Only here", "Seulement ici")]


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
    assert phrases.write(recipe, path) == 6
    assert path.read_text(encoding="utf-8").splitlines() == [
        "en\tde\tfr",
        "My account\tKonto\t",  # as most lines have it
        "Only here\t\tSeulement ici",
        "Open file\tDatei öffnen\t",  # as the first of the origins has it
        "Please wait until the page is loaded.\tBitte warten.\t",
        "Sale\tSchlussverkauf\t",  # a word: of the first of the origins alone
        "Two ways\tErster Weg\t",
    ]
    assert Phrases(path).said(Tagged("Open File"), "en", "de") == Tagged("Datei öffnen")


def test_without_any_there_is_no_table(recipe: Recipe, tmp_path: Path) -> None:
    assert phrases.write(replace(recipe, phrases=()), tmp_path / phrases.FILE) == 0
    assert not (tmp_path / phrases.FILE).exists()

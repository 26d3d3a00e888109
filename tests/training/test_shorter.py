"""Self-training for length, with an engine whose candidates are known."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from doctrans.model import Hypothesis, Length, Request
from doctrans.training import corpus, prepare, shorter
from doctrans.training.corpus import Corpus
from doctrans.training.recipe import Recipe

PLAIN = {
    "Save all files": "Sämtliche Dateien speichern",
    "Do not save them": "Bitte auf keinen Fall speichern",
    "Page 12 of it": "Die zwölfte Seite 12 davon",
    "Short already": "Kurz schon",
    "He has to see it": "Das muss er sich ansehen",
}
REFERENCES = {
    "Save all files": "Alles sichern",
    "Do not save them": "Sie nicht sichern",
    "Page 12 of it": "Seite 12 davon",
    "Short already": "Schon kurz",
    "He has to see it": "Er muss es sehen",
}
SHORT = {
    "Save all files": [
        ("Dateien sichern lassen", -0.1),
        ("Alle Fliegen", -0.1),
        ("Alle sichern", -0.2),
        ("Alle", -0.2),
    ],
    "Do not save them": [("Speichern", -0.1), ("Nicht sichern", -0.2)],
    "Page 12 of it": [("Seite davon", -0.1), ("Seite 12", -0.9)],
    "He has to see it": [("Er muss es", -0.1)],
}
SCORES = {"Alle sichern": -0.5, "Nicht sichern": -0.6, "Er muss es": -0.7}  # told nothing


class Known:
    def fits(self, text: str) -> bool:
        return True

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        yield {index: self._said(request) for index, request in enumerate(requests)}

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]:
        return [SCORES[said] for _, said in pairs]

    def _said(self, request: Request) -> tuple[Hypothesis, ...]:
        if request.instructions.length is Length.SHORT:
            return tuple(Hypothesis(text, score=s) for text, s in SHORT[request.text])
        return (Hypothesis(PLAIN[request.text], score=-0.1),)


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    path = tmp_path / "train.tsv"
    rows = [f"x\t{source}\t{target}\n" for source, target in REFERENCES.items()]
    path.write_text("".join([*rows, "x\t<1>Save</1> it\t<1>Sichern</1>\n"]), encoding="utf-8")
    return Recipe("toy", "en", (Corpus("de", (path,)),))


def test_only_what_is_short_likely_and_says_the_same_is_kept(
    recipe: Recipe, tmp_path: Path
) -> None:
    [path] = shorter.make(recipe, Known(), tmp_path, most=30, tell=lambda text: None)
    found = {pair.source.text: pair.target.text for pair in corpus.read(Corpus("de", (path,)))}
    # Not "Dateien sichern lassen" (too wide), "Alle Fliegen" (far from the reference), "Speichern"
    # (does not negate), "Seite davon" (without its number), "Seite 12" (too unlikely), "Er muss es"
    # (unlikely as a translation that need not be short), nor what is short anyway.
    assert found == {"Save all files": "Alle sichern", "Do not save them": "Nicht sichern"}
    assert path.name == "short.en-de.tsv"


def test_such_pairs_are_told_to_be_short(recipe: Recipe, tmp_path: Path) -> None:
    [path] = shorter.make(recipe, Known(), tmp_path, most=30, tell=lambda text: None)
    taught = prepare.taught(Recipe("toy", "en", (Corpus("de", (path,)),)), random.Random(1), None)
    assert {pair.prefix for pair in taught} == {(">>de<<", "<short>")}


def test_a_second_run_gives_the_same(recipe: Recipe, tmp_path: Path) -> None:
    made = [
        shorter.make(recipe, Known(), tmp_path / name, most=3, tell=lambda text: None)[0]
        for name in ("one", "two")
    ]
    assert made[0].read_bytes() == made[1].read_bytes()

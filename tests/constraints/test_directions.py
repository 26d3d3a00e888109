"""Rising and falling, in a source and its translation."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from doctrans.constraints.directions import reversed_in

BOTH = "The total increased, but the cost per order decreased from 16 to 15."


@pytest.mark.parametrize(
    ("source", "target", "language", "wrong"),
    [
        (BOTH, "Die Summe stieg, doch die Kosten je Auftrag stiegen.", "de", ("stieg", "stiegen")),
        ("Prices are decreasing.", "Les prix augmentent.", "fr", ("augmentent",)),
        ("The speed increases.", "La velocidad disminuye.", "es", ("disminuye",)),
        ("Sales increased.", "Der Umsatz verringerte sich.", "de-AT", ("verringerte",)),
        ("€5 incl. VAT", "5 € ohne MwSt.", "de", ("ohne",)),
        ("This excludes children.", "Les enfants sont inclus.", "fr", ("inclus",)),
        ("The price includes tax.", "El precio es sin impuestos.", "es", ("sin",)),
    ],
)
def test_the_opposite_is_found(
    source: str, target: str, language: str, wrong: tuple[str, ...]
) -> None:
    assert reversed_in(source, target, ("en", language)) == wrong


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (BOTH, "Die Summe stieg, doch die Kosten je Auftrag sanken von 16 auf 15.", "de"),
        (BOTH, "Die Summe stieg, die Kosten je Auftrag gingen aber zurück.", "de"),
        ("The decrease was small.", "Der Anstieg war klein.", "de"),  # it has a word that may be
        ("Sales did not increase.", "Der Umsatz blieb gleich.", "de"),
        ("Increase the volume.", "Stellen Sie den Ton lauter.", "de"),
        ("Fewer accidents mean increased safety.", "Moins d'accidents, donc plus sûr.", "fr"),
        ("Breakfast is not included.", "Ohne Frühstück.", "de"),
        ("All staff, including the unpaid", "Alle, die ohne Lohn sind", "de"),
        ("A set with a pen, excluding ink", "Un juego con lápiz, no incluye la tinta", "es"),
        ("An exclusive offer", "Das Angebot inkl. Sauna", "de"),
        ("The water rose.", "El agua disminuyó.", "es"),  # a flower, too
        ("The cost decreased.", "I costi aumentano.", "it"),  # no words of that language
        ("The cost decreased.", "Costs have increased.", "en"),
    ],
)
def test_what_may_be_right_is_left(source: str, target: str, language: str) -> None:
    assert reversed_in(source, target, ("en", language)) == ()


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_no_sentence_that_was_written_for_training_is_taken_for_wrong(language: str) -> None:
    path = Path(__file__).parents[2] / "training" / "everyday" / f"en-{language}.tsv.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        pairs = [(source, target) for _, source, target in rows if "creas" in source]
    assert len(pairs) > 100
    assert not [pair for pair in pairs if reversed_in(*pair, ("en", language))]

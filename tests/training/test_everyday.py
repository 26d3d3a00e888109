"""The everyday sentences that are kept for training."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from doctrans.constraints import numbers
from doctrans.training.corpus import Corpus, read

FOLDER = Path(__file__).parent.parent.parent / "training" / "everyday"


def pairs(language: str, name: str = "en") -> list[tuple[str, str]]:
    table = Corpus(language, (FOLDER / f"{name}-{language}.tsv.xz",))
    return [(pair.source.text, pair.target.text) for pair in read(table)]


def test_they_are_the_same_in_each_language():
    sources = {
        language: [source for source, _ in pairs(language)] for language in ("de", "fr", "es")
    }
    assert sources["de"] == sources["fr"] == sources["es"]
    assert len(sources["de"]) > 10_000


def test_each_stands_once_or_with_the_words_for_either_gender():
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for pair in read(Corpus("de", (FOLDER / "en-de.tsv.xz",))):
        counts[pair.origin == "lives-unsaid"][pair.source.text] += 1
    assert {True: set(counts[True].values()), False: set(counts[False].values())} == {
        True: {2},
        False: {1},
    }
    assert counts[True].keys().isdisjoint(counts[False])


def test_those_held_out_are_others():
    kept = {source for source, _ in pairs("de")}
    held = [source for source, _ in pairs("de", "held-out.en")]
    assert held == [source for source, _ in pairs("es", "held-out.en")]
    assert len(held) == 2844 and kept.isdisjoint(held)


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_they_are_translated(language):
    """Few translations are copies (*Hotel*), and few change their numbers (*5 pm* is *17 Uhr*)."""
    found = pairs(language)
    copies = [source for source, target in found if source == target]
    changed = [
        source
        for source, target in found
        if sorted(numbers.numbers(source)) != sorted(numbers.numbers(target))
    ]
    assert len(copies) < 0.02 * len(found)
    assert len(changed) < 0.03 * len(found)

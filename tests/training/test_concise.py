"""The short wordings that are kept for training."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from doctrans.constraints import numbers
from doctrans.layout.widths import width
from doctrans.training import shorter
from doctrans.training.corpus import Corpus, read
from doctrans.training.pairs import Pair

FOLDER = Path(__file__).parent.parent.parent / "training" / "concise"
LANGUAGES = ["de", "fr", "es"]


def pairs(language: str, name: str) -> list[Pair]:
    return list(read(Corpus(language, (FOLDER / f"{name}-{language}.tsv.xz",))))


def texts(language: str, name: str, *, short: bool) -> dict[str, str]:
    return {
        pair.source.text: pair.target.text
        for pair in pairs(language, name)
        if (pair.origin == shorter.ORIGIN) == short
    }


@pytest.mark.parametrize("name", ["en", "held-out.en"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_a_usual_wording_and_a_short_one(language: str, name: str) -> None:
    usual, short = (texts(language, name, short=told) for told in (False, True))
    assert len(pairs(language, name)) == 2 * len(usual)
    assert usual.keys() == short.keys()
    wide = [text for text, said in short.items() if width(said) > width(text)]
    assert not wide
    assert sum(width(usual[text]) > width(said) for text, said in short.items()) > 0.8 * len(usual)


def test_those_held_out_are_others() -> None:
    kept, held = (set(texts("de", name, short=True)) for name in ("en", "held-out.en"))
    assert len(kept) == 5320 and len(held) == 150 and kept.isdisjoint(held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_those_of_the_corpus_are_short_alone(language: str) -> None:
    found = texts(language, "corpus.en", short=True)
    assert not texts(language, "corpus.en", short=False) and len(found) > 1_300
    assert found.keys().isdisjoint(texts(language, "en", short=True))
    assert found.keys().isdisjoint(texts(language, "held-out.en", short=True))
    assert all(width(said) <= width(text) for text, said in found.items())


@pytest.mark.parametrize("name", ["en", "corpus.en"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_short_ones_keep_numbers(language: str, name: str) -> None:
    """But for those that change with the language (*5 pm* is *17 Uhr*)."""
    found = texts(language, name, short=True)
    lost = [
        text
        for text, said in found.items()
        if Counter(map(str, numbers.numbers(text))) - Counter(map(str, numbers.numbers(said)))
    ]
    assert len(lost) < 0.015 * len(found)

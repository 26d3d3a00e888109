"""The texts of packages that are kept for training."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from doctrans.constraints import numbers
from doctrans.training.corpus import Corpus, read
from doctrans.training.pairs import Pair

FOLDER = Path(__file__).parent.parent.parent / "training" / "packages"
COUNTS = {"de": 245_774, "fr": 236_033, "es": 237_380}
FORBIDDEN = "GPL", "NC", "?", "UNKNOWN"


def packages() -> list[dict[str, str]]:
    with (FOLDER / "packages.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture(scope="module", params=sorted(COUNTS))
def pairs(request: pytest.FixtureRequest) -> tuple[str, list[Pair]]:
    """Each line is a pair with balanced tags, or this fails."""
    language = request.param
    return language, list(read(Corpus(language, (FOLDER / f"en-{language}.tsv.xz",))))


def test_all_are_there(pairs: tuple[str, list[Pair]]) -> None:
    language, found = pairs
    assert len(found) == COUNTS[language]


def test_each_is_of_a_package_with_a_licence(pairs: tuple[str, list[Pair]]) -> None:
    assert {pair.origin for pair in pairs[1]} == {row["origin"] for row in packages()}


def test_licences_allow_it() -> None:
    found = [row["licence"] for row in packages()]
    assert len(found) > 400 and all(found)
    assert not [each for each in found if any(word in each for word in FORBIDDEN)]


def test_they_are_translated(pairs: tuple[str, list[Pair]]) -> None:
    """Few are copies, few differ in numbers, none stands there more than twice."""
    texts = [(pair.source.text, pair.target.text) for pair in pairs[1]]
    copies = [source for source, target in texts if source == target]
    some = texts[::20]
    changed = [s for s, t in some if sorted(numbers.numbers(s)) != sorted(numbers.numbers(t))]
    assert len(copies) < 0.02 * len(texts)
    assert len(changed) < 0.02 * len(some)
    assert max(Counter(source.casefold() for source, _ in texts).values()) <= 2

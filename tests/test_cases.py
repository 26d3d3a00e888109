"""Pages that are known to break translators: `fixtures/html/cases.toml`, with two engines."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from doctrans import ReadOptions, Translator, read, reading

FILE = Path(__file__).parents[1] / "fixtures" / "html" / "cases.toml"
CASES: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["case"]
KEYS = {"name", "input", "segments", "must", "must_not", "kept", "known"}

every_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


@pytest.fixture(scope="module", params=["the model", "pseudo"])
def translator(request: pytest.FixtureRequest) -> Iterator[Translator]:
    engine = None if request.param == "the model" else request.param
    with Translator("de", "en", engine=engine) as opened:
        yield opened


def items(case: dict[str, Any]) -> list[str]:
    given = case["input"]
    return given if isinstance(given, list) else [given]


def tags(markup: str) -> list[str]:
    return re.findall(r"<(/?\w+|!)", markup)


def ids(markup: str) -> list[str]:
    return sorted(re.findall(r'\sid="[^"]*"', markup))


def test_the_file() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES)
    for case in CASES:
        assert {"name", "input", "segments"} < set(case) <= KEYS, case["name"]


@every_case
def test_segments(case: dict[str, Any]) -> None:
    documents = [read(item, "html", ReadOptions(language="en")) for item in items(case)]
    found = [reading.notation(s.tagged) for document in documents for s in document.segments]
    assert found == case["segments"]


@every_case
def test_translation(
    case: dict[str, Any], translator: Translator, request: pytest.FixtureRequest
) -> None:
    if "known" in case and "pseudo" not in translator.signature:
        request.applymarker(pytest.mark.xfail(reason=case["known"], strict=False))
    results = translator.translate_html(items(case))
    before, after = "\n".join(items(case)), "\n".join(results)
    assert len(results) == len(items(case))
    assert Counter(tags(after)) == Counter(tags(before))
    assert ids(after) == ids(before)
    for pattern in case.get("must", ()):
        assert re.search(pattern, after, re.S), (pattern, after)
    for pattern in case.get("must_not", ()):
        assert not re.search(pattern, after, re.S), (pattern, after)
    for part in case.get("kept", ()):
        assert part in before and after.count(part) == before.count(part), (part, after)


@every_case
def test_words_in_the_same_order_leave_tags_in_theirs(case: dict[str, Any]) -> None:
    with Translator("de", "en", engine="pseudo") as translator:
        for item, result in zip(items(case), translator.translate_html(items(case)), strict=True):
            assert tags(result) == tags(item)

"""Limits on the length of paragraphs that stand in cells, which have room of their own."""

from __future__ import annotations

import pytest

from doctrans import api
from doctrans.layout.breaking import SHY
from doctrans.model import Limit
from doctrans.ports import ReadOptions
from doctrans.report import Result
from tests.fitting.candidates import Candidates
from tests.fitting.test_docx import cells, document

pytest.importorskip("uharfbuzz")
SETTINGS = {
    "User settings": [
        ("Die Einstellungen dafür", -0.1),
        ("Benutzereinstellungen", -0.2),
        ("Einstellungen", -0.5),
    ]
}
# The other wording is narrower and has more characters.
WIDE = {"Go now": [("MMMM WWWW", -0.1), ("illige stille", -0.2)]}


def translated(
    data: bytes, engine: Candidates, fit: str, *limits: tuple[str, Limit]
) -> tuple[Result, str]:
    with api.Translator("de", "en", engine=engine, fit=fit) as translator:
        [result] = translator.translate([api.read(data, "docx", ReadOptions(length_limits=limits))])
    return result, cells(api.write(result.document))[0]


@pytest.mark.parametrize("fit", ["off", "balanced", "strict"])
def test_limits_hold_however_text_is_fitted(fit: str) -> None:
    data = document([["User settings", "Save"]], 80)
    result, text = translated(data, Candidates(SETTINGS), fit, ("Normal", Limit(characters=15)))
    assert text == "Einstellungen"
    assert not result.report.all_notes
    assert result.report.fit is None or not result.report.fit.boxes


def test_a_cell_that_is_too_small_goes_on_from_what_keeps_the_limit() -> None:
    data = document([["User settings", "Save"]], 80)
    limit = ("Normal", Limit(characters=22))
    assert translated(data, Candidates(SETTINGS), "off", limit)[1] == "Benutzereinstellungen"
    result, text = translated(data, Candidates(SETTINGS), "strict", limit)
    assert text == "Einstellungen"
    assert not result.report.failed


def test_a_narrower_wording_that_exceeds_the_limit_is_none() -> None:
    data = document([["Go now", "Save"]], 60)
    assert translated(data, Candidates(WIDE), "balanced")[1] == "Illige stille"
    limit = ("Normal", Limit(characters=12))
    result, text = translated(data, Candidates(WIDE), "balanced", limit)
    assert text == "MMMM WWWW"
    assert not result.report.failed


def test_hyphens_that_would_break_a_limit_are_none() -> None:
    data = document([["Options here", "Yes"], ["More", "No"]], 80)
    engine = Candidates({"Options here": [("Benutzereinstellungen", -0.1)]})
    for most, hyphens in ((21, False), (40, True)):
        limit = ("Normal", Limit(characters=most))
        result, text = translated(data, engine, "balanced", limit)
        assert (SHY in text) == hyphens
        assert "too-long" not in [note.code for note in result.report.failed]


def test_limits_that_are_kept_anyway_change_nothing() -> None:
    data = document([["User settings", "Go now"], ["Save", "Open"]], 70)
    engine = Candidates(SETTINGS | WIDE)
    free, _ = translated(data, engine, "strict")
    wide, _ = translated(data, engine, "strict", ("Normal", Limit(characters=1000)))
    assert api.write(free.document) == api.write(wide.document)

"""Abbreviations in tables and pages, and type in pages: only where they are asked for, last, and
told."""

from __future__ import annotations

from pathlib import Path

import pytest

from doctrans import api, choosing
from doctrans.errors import ConfigurationError, UsageError
from doctrans.fitting import ladder
from doctrans.layout.model import Face, Paragraph, Run, Type
from doctrans.report import Result
from doctrans.report.fit import Rung
from doctrans.settings import Settings
from tests.fitting.candidates import Candidates
from tests.fitting.test_docx import cells, document

pytest.importorskip("uharfbuzz")
TEXTS = {"No. of orders": [("Nummer der Bestellungen", -0.1), ("Nummer der Aufträge", -0.3)]}


def fitted(width: float, **own: object) -> tuple[Result, list[str]]:
    data = document([["No. of orders", "Save"]], width)
    engine = Candidates(TEXTS)
    with api.Translator("de", "en", engine=engine, fit="strict", **own) as translator:
        [result] = translator.translate([api.read(data, "docx")])
    return result, cells(api.write(result.document))


def test_they_are_not_used_unless_asked_for() -> None:
    _, made = fitted(90)
    assert "Nr." not in made[0]


def test_they_come_after_other_words_and_before_type() -> None:
    result, made = fitted(90, abbreviations="labels")
    [box] = result.report.fit.boxes
    assert made[0] == "Nr. der Aufträge"
    assert (box.rung, box.failures, box.scale) == (Rung.ABBREVIATIONS, frozenset(), 1.0)
    [told] = [note for note in result.report.all_notes if note.code == "abbreviated"]
    assert "Nummer → Nr." in told.message
    result, made = fitted(110, abbreviations="labels")
    assert made[0] == "Nummer der Aufträge"


def test_the_order_of_the_steps_is_a_setting() -> None:
    steps = Settings(fit_steps="abbreviations, wording", abbreviations="labels")
    assert fitted(115, settings=steps)[1][0] == "Nr. der Bestellungen"
    nothing = Settings(fit_steps="")
    result, made = fitted(90, settings=nothing)
    assert made[0] == "Nummer der Bestellungen" and result.report.fit.unfit
    for settings in (Settings(fit_steps="magic"), Settings(fit_narrowest=10)):
        with pytest.raises(UsageError, match="fit_"):
            fitted(90, settings=settings)


@pytest.mark.parametrize(
    ("own", "scales", "sizes"),
    [
        ({}, [0.97, 0.95, 0.93, 0.9], [9.5, 9, 8.5]),
        ({"fit_narrowest": 94}, [0.97, 0.95, 0.94], [9.5, 9, 8.5]),
        ({"fit_narrowest": 100, "fit_smallest": 92}, [], [9.5]),
        ({"fit_legible": 9}, [0.97, 0.95, 0.93, 0.9], [9.5, 9]),
        ({"fit_steps": "scale"}, [0.97, 0.95, 0.93, 0.9], []),
    ],
)
def test_the_floors_are_settings(
    own: dict[str, object], scales: list[float], sizes: list[float]
) -> None:
    steps = choosing.steps(None, (), None, Settings(**own))
    ten = Type(Face("Liberation Sans"), 10)
    found = list(ladder.steps(steps, [Paragraph((Run("Text", ten),), ten)]))
    assert [step.scale for step in found if step.size == 1] == scales
    assert [round(10 * step.size, 2) for step in found if step.size < 1] == sizes


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("Aufträge;Auftr.\nNummer;\n", encoding="utf-8")
    assert fitted(100, abbreviation_lists=[own])[1][0] == "Nummer der Auftr."
    own.write_text("x\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"own\.csv, line 1"):
        fitted(90, abbreviation_lists=[own])

"""Abbreviations and type in pages, where they are asked for: measured by Chromium."""

from __future__ import annotations

import re

import pytest

from doctrans import api
from doctrans.report import Result
from doctrans.report.fit import Rung
from doctrans.settings import Settings
from tests.fitting.candidates import Candidates
from tests.layout.html.browser import needs_browser

pytest.importorskip("uharfbuzz")
pytestmark = needs_browser
STYLE = (
    "<style>body { font: 16px/20px Liberation Sans, sans-serif } b { padding: 4px; white-space:"
    " nowrap; overflow: hidden; display: block; width: 84px }</style>"
)
TEXTS = {
    "No. of go": [("Nummer im Plan", -0.1)],
    "No. of 12": [("Die Nr. von 12", -0.1)],
    "Go": [("Los", -0.1)],
}


def fitted(markup: str, **own: object) -> tuple[Result, str]:
    with api.Translator("de", "en", engine=Candidates(TEXTS), **own) as translator:
        [result] = translator.translate([api.read(markup, "html")])
    return result, api.write(result.document).decode()


def test_abbreviations_of_a_box() -> None:
    markup = f"{STYLE}<div><b>No. of go</b></div>"
    result, made = fitted(markup)
    assert "<b>Nummer im Plan</b>" in made and result.report.fit.unfit
    result, made = fitted(markup, abbreviations="labels")
    [box] = result.report.fit.boxes
    assert "<b>Nr. im Plan</b>" in made
    assert (box.rung, box.failures) == (Rung.ABBREVIATIONS, frozenset())
    assert [note.code for note in result.report.all_notes] == ["abbreviated"]


@pytest.mark.parametrize(
    ("tag", "style"),
    [
        ("<b>", '<b style="letter-spacing:'),
        ("<b style='color: red; '>", "<b style='color: red;letter-spacing:"),
        ("<b style=color:red>", "<b style=color:red;letter-spacing:"),
    ],
)
def test_type_of_the_element_that_does_not_fit(tag: str, style: str) -> None:
    markup = f"{STYLE}<p>Go</p><div>{tag}No. of 12</b></div><div><b>Go</b></div>"
    plain, made = fitted(markup)
    assert plain.report.fit.unfit and "letter-spacing" not in made
    result, made = fitted(markup, fit_css=True)
    [box] = result.report.fit.boxes
    assert (box.rung, box.failures) == (Rung.SIZE, frozenset())
    found = re.search(r"letter-spacing:-0\.03em;font-size:(\d+)%", made)
    assert found and style in made and 85 <= int(found[1]) < 100
    assert made.count("style=") == 1
    assert "style-added" in [note.code for note in api.written(result.document).notes]


def test_type_stays_where_it_does_not_help() -> None:
    markup = f"{STYLE}<div><b style='width: 20px'>No. of go</b></div>"
    result, made = fitted(markup, fit_css=True, settings=Settings(fit_steps="scale"))
    assert result.report.fit.unfit
    assert made == markup.replace("No. of go", "Nummer im Plan")

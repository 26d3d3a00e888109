"""Browsers that are not there, that fail, and that are shared by the pages of a translator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from doctrans import api
from doctrans.__main__ import run
from doctrans.layout.html import chromium
from doctrans.layout.html.tab import Tab
from doctrans.model import Severity
from tests.fitting.candidates import Candidates
from tests.layout.html.browser import needs_browser

pytest.importorskip("uharfbuzz")
KNOWN = "<table><tr><td width=80>Settings</td><td>Unknown</td></tr></table>"
TEXTS = {"Settings": [("Benutzereinstellungen", -0.1)]}


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program is found."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(chromium, "_PLACES", ())


@pytest.mark.usefixtures("without")
def test_without_a_browser_what_the_markup_says_is_reckoned_with() -> None:
    with api.Translator("de", "en", engine=Candidates(TEXTS), fit="balanced") as translator:
        [result] = translator.translate([api.read(KNOWN, "html")])
    assert "Be&shy;nut" in api.write(result.document).decode()
    fit = result.report.fit
    assert (fit.estimated, fit.measured, fit.unknown) == (True, 1, 1)
    [note] = [note for note in result.report.notes if note.code == "estimated"]
    assert note.severity is Severity.INFO
    assert "Chromium is not installed" in note.message


@pytest.mark.usefixtures("without")
def test_without_a_browser_nothing_is_proved_and_nothing_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html lang=en>{KNOWN}")
    command = ["translate", str(page), "--to", "de", "--engine", "pseudo"]
    assert run([*command, "--prove", str(tmp_path / "proof")]) == 0
    assert (tmp_path / "page.de.html").exists()
    assert not (tmp_path / "proof").exists()
    assert "Chromium is not installed" in capsys.readouterr().err


@needs_browser
def test_pages_of_a_translator_share_a_browser_that_ends_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[chromium.Chromium] = []
    begin = chromium.Chromium.__init__

    def counted(self: chromium.Chromium) -> None:
        begin(self)
        started.append(self)

    monkeypatch.setattr(chromium.Chromium, "__init__", counted)
    with api.Translator("de", "en", engine=Candidates(TEXTS), fit="balanced") as translator:
        first = translator.translate_html(KNOWN)
        assert translator.translate_html([KNOWN, KNOWN]) == [first, first]
        [browser] = started
        process = browser._process
        assert Path(f"/proc/{process}").exists() or not Path("/proc").exists()
    assert not Path(f"/proc/{process}").exists()


@needs_browser
def test_a_browser_starts_while_the_text_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    begin, ask = chromium.Chromium.__init__, Candidates.translate

    def begun(self: chromium.Chromium) -> None:
        order.append("browser")
        begin(self)

    def asked(self: Candidates, *requests: Any) -> Any:
        order.append("engine")
        return ask(self, *requests)

    monkeypatch.setattr(chromium.Chromium, "__init__", begun)
    monkeypatch.setattr(Candidates, "translate", asked)
    with api.Translator("de", "en", engine=Candidates(TEXTS), fit="balanced") as translator:
        translator.translate_html("<p>Settings</p>")
        assert order == ["engine"]  # it has no room to be measured
        translator.translate_html(KNOWN)
    assert order[1:3] == ["browser", "engine"]
    assert order.count("browser") == 1


@needs_browser
def test_a_browser_that_fails_costs_no_page() -> None:
    with api.Translator("de", "en", engine=Candidates(TEXTS), fit="balanced") as translator:
        translator.translate_html(KNOWN)
        [fitter] = translator._fitters["html"]
        fitter._browser.say("Browser.close")
        [result] = translator.translate([api.read(KNOWN, "html")])
        assert result.report.fit.estimated
        assert not translator.translate([api.read(KNOWN, "html")])[0].report.fit.estimated


@needs_browser
def test_a_page_that_breaks_the_browser_costs_no_other_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measure = Tab.measure

    def breaking(self: Tab, data: bytes, *how: Any) -> Any:
        if b"Breaking" in data:
            self._browser.say("Browser.close")
        return measure(self, data, *how)

    monkeypatch.setattr(Tab, "measure", breaking)
    pages = [api.read(page, "html") for page in (KNOWN, KNOWN.replace("Settings", "Breaking"))]
    with api.Translator("de", "en", engine=Candidates(TEXTS), fit="balanced") as translator:
        results = translator.translate(pages)
    assert [result.report.fit.estimated for result in results] == [False, True]

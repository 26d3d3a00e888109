"""Pages made to fit, measured by Chromium: with an engine whose candidates are known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doctrans import api, pipeline
from doctrans.__main__ import run
from doctrans.aligners.attention import AttentionAligner
from doctrans.fitting.html import HtmlFitter, has_rooms, widths_of
from doctrans.layout.breaking import SHY
from doctrans.model import Severity
from doctrans.ports import ReadOptions
from doctrans.report import Result, json_, json_pages
from doctrans.report.fit import Mode, Rung
from tests.fitting.candidates import Candidates
from tests.layout.html.browser import needs_browser

pytest.importorskip("uharfbuzz")
pytestmark = needs_browser
STYLE = (
    "<style>body { font: 16px/20px Liberation Sans, sans-serif } td, th { padding: 4px }"
    " table { table-layout: fixed; width: 240px } .fixed { width: 80px }"
    " .any { overflow-wrap: anywhere }</style>"
)
SETTINGS = {"Settings": [("Benutzereinstellungen", -0.1)]}
CELL = f"{STYLE}<table><tr><td>Settings</td><td>Yes</td><td>No</td></tr></table>"


class Fitters:
    """One browser for all tests of a kind."""

    def __init__(self) -> None:
        self._all: dict[tuple[Mode, bool], HtmlFitter] = {}

    def __call__(
        self, markup: str, engine: Candidates, fit: str = "balanced", proved: bool = False
    ) -> tuple[Result, str]:
        key = Mode(fit), proved
        if key not in self._all:
            self._all[key] = HtmlFitter(Mode(fit), proved=proved)
        document = api.read(markup, "html")
        job = pipeline.Job(engine, AttentionAligner(engine), "en", "de", "")
        [draft] = pipeline.draft_all([document], job)
        result = self._all[key].fit(draft)
        return result, api.write(result.document).decode()

    def close(self) -> None:
        for fitter in self._all.values():
            fitter.close()


@pytest.fixture(scope="module")
def fitted() -> Iterator[Fitters]:
    found = Fitters()
    yield found
    found.close()


def test_where_everything_fits_nothing_is_touched(fitted: Fitters) -> None:
    engine = Candidates({"Settings": [("Optionen", -0.1), ("Wahl", -0.1)]})
    plain, strict = (fitted(CELL, engine, fit) for fit in ("off", "strict"))
    assert plain[1] == strict[1]
    assert strict[0].report.fit.measured == 3
    assert not strict[0].report.fit.boxes
    assert all(request.candidates == 1 for request in engine.asked)


def test_a_page_without_rooms_is_not_measured(fitted: Fitters) -> None:
    result, _ = fitted("<p>Settings</p>", Candidates(SETTINGS))
    assert result.report.fit.by == ""
    assert result.report.fit.measured == 0


def test_a_word_that_is_too_wide_gets_soft_hyphens_as_references(fitted: Fitters) -> None:
    result, made = fitted(CELL, Candidates(SETTINGS))
    assert "Be&shy;nut" in made
    assert made.replace("&shy;", "") == CELL.replace("Settings", "Benutzereinstellungen")
    [box] = result.report.fit.boxes
    assert box.before == {"spills"}
    assert box.rung is Rung.HYPHENS
    assert box.failures == {"grows"}
    assert not any(note.severity is Severity.ERROR for note in result.report.all_notes)


def test_another_wording_that_fits_is_taken(fitted: Fitters) -> None:
    texts = {"Settings": [("Die Optionen", -0.1), ("Optionen", -0.2)]}
    result, made = fitted(CELL, Candidates(texts), "strict")
    assert "<td>Optionen</td>" in made
    [box] = result.report.fit.boxes
    assert (box.rung, box.failures) == (Rung.WORDING, frozenset())


def test_a_row_that_may_grow_is_not_worth_an_unlikely_wording(fitted: Fitters) -> None:
    texts = {"Settings": [("Ein paar Optionen", -0.1), ("Optionen", -0.9)]}
    engine = Candidates(texts)
    assert "<td>Optionen" in fitted(CELL, engine, "strict")[1]
    result, made = fitted(CELL, engine, "balanced")
    assert "<td>Ein paar Optionen" in made
    [note] = [n for n in result.report.all_notes if n.code == "does-not-fit"]
    assert note.severity is Severity.INFO


def test_what_does_not_fit_is_named_with_numbers(fitted: Fitters) -> None:
    texts = {"Go": [("Los jetzt", -0.1)]}
    markup = f"{STYLE}<p><input type=submit class=fixed style='width: 40px' value=Go></p>"
    result, made = fitted(markup, Candidates(texts))
    assert "value='Los" in made or 'value="Los jetzt"' in made
    assert "&shy;" not in made
    [note] = [n for n in result.report.all_notes if n.code == "does-not-fit"]
    assert note.severity is Severity.ERROR
    assert re.search(r"\d+ pixels of it are cut off", note.message)
    assert re.search(r"its source has \d+ by \d+ pixels, it takes \d+ by \d+", note.message)
    assert result.report.failed


NO_HYPHENS = [
    "<p>x</p><select class=fixed><option value=1>Settings</option></select>",
    "<input class=fixed type=button value=Settings>",
    "<input class=fixed placeholder=Settings>",
    "<div class=fixed><code translate=yes>Settings</code></div>",
    "<div class=fixed title=Settings>Yes</div>",
]


@pytest.mark.parametrize("markup", NO_HYPHENS)
def test_no_soft_hyphens_in_controls_attributes_and_code(fitted: Fitters, markup: str) -> None:
    _, made = fitted(STYLE + markup, Candidates(SETTINGS), "strict")
    assert "Benutzereinstellungen" in made
    assert SHY not in made and "shy;" not in made


def test_limits_of_a_text_hold_against_hyphens(fitted: Fitters) -> None:
    markup = CELL.replace("<td>Settings", "<td data-max-length=21>Settings")
    _, made = fitted(markup, Candidates(SETTINGS), "strict")
    assert ">Benutzereinstellungen<" in made


def test_what_the_source_does_already_is_its_own_affair(fitted: Fitters) -> None:
    markup = f"{STYLE}<div class=fixed>Incomprehensibilities</div>"
    result, _ = fitted(markup, Candidates({"Incomprehensibilities": [("Unbegreiflichkeit", 0)]}))
    assert not result.report.fit.boxes


def test_buttons_in_a_line_make_room_for_each_other(fitted: Fitters) -> None:
    markup = (
        f"{STYLE}<div style='display: flex; width: 200px'><a style='white-space: nowrap'>Settings"
        "</a><a style='white-space: nowrap'>Save all</a></div>"
    )
    texts = {"Settings": [("Alle Einstellungen", -0.1), ("Optionen", -0.3)],
             "Save all": [("Alles speichern", -0.1), ("Sichern", -0.2)]}  # fmt: skip
    result, made = fitted(markup, Candidates(texts), "balanced")
    assert {frozenset({"widens"})} == {box.before for box in result.report.fit.boxes}
    assert not result.report.fit.unfit
    assert ">Optionen<" in made or ">Sichern<" in made


@pytest.mark.parametrize("fit", ["balanced", "strict"])
def test_a_box_that_nothing_helps_spoils_no_trial_of_its_column(fitted: Fitters, fit: str) -> None:
    texts = {
        "Do it": [("Schmutz", -0.1), ("So da", -0.3)],
        "Files": [("Donaudampfschifffahrtsgesellschaft", -0.1)],  # makes the table too wide alone
    }
    style = "table.free { table-layout: auto; width: auto } td { padding: 0 }"
    markup = (
        f"{STYLE}<style>{style}</style>"
        "<div style='width: 40px'><table class=free cellspacing=0><tr><td>Do it</td></tr>"
        "<tr><td style='white-space: nowrap'>Files</td></tr></table></div>"
    )
    _, made = fitted(markup, Candidates(texts), fit)
    assert "<td>So da</td>" in made


def test_each_way_is_tried_once_where_nothing_around_a_box_changes(fitted: Fitters) -> None:
    """Of one text the first call of the engine finds narrower ones, of the other the last."""
    texts = {
        "Settings": [("Voreinstellungsliste", -0.1), ("Einstellungsliste", -0.2)],
        "Help": [("Bedienanleitung", -0.1), ("Bedienungshilfen", -0.2), ("Anleitung", -0.3)],
    }
    style = "<style>td { white-space: nowrap; overflow: hidden }</style>"
    cells = "<table><tr><td>Settings</td><td>Help</td><td>No</td></tr></table>"
    result, made = fitted(STYLE + style + cells, Candidates(texts), "strict")
    assert "<td>Anleitung</td>" in made
    [failing] = [box for box in result.report.fit.boxes if box.failures]
    assert failing.failures == {"clipped"}
    every = [what for box in result.report.fit.boxes for what in box.tried]
    assert "another wording" in every and not any("times" in what for what in every)


def test_one_way_at_a_window_of_each_width(fitted: Fitters) -> None:
    head = "<meta name=viewport content='width=device-width'>"
    style = "<style>@media (max-width: 500px) { p { width: 80px } }</style>"
    result, made = fitted(f"{head}{STYLE}{style}<p>Settings</p>", Candidates(SETTINGS))
    assert "&shy;" in made
    assert result.report.fit.windows == (1280, 360)
    assert result.report.fit.boxes[0].window == 360


def test_running_twice_changes_nothing(fitted: Fitters) -> None:
    _, once = fitted(CELL, Candidates(SETTINGS))
    _, again = fitted(once, Candidates({}))
    assert again == once


WORDS = st.sampled_from(
    ["Settings", "Save all", "Yes", "No, never", "a@b.org", "x &amp; y", "Permissions"]
)
LONGER = {
    "Settings": [("Benutzereinstellungen", -0.1), ("Optionen", -0.5)],
    "Save all": [("Alles auf einmal abspeichern", -0.1), ("Alles sichern", -0.4)],
    "Permissions": [("Zugriffsberechtigungen", -0.1)],
    "Yes": [("Aber selbstverständlich", -0.1), ("Ja", -0.3)],
}
BOXES = st.sampled_from(
    ["<td>{}</td>", "<td class=any><b>{}</b></td>", "<td><button class=fixed>{}</button></td>",
     "<td><input type=submit value='{}'></td>", "<td><div class=fixed>{}</div><p>{}</p></td>"]
)  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(BOXES, WORDS), min_size=1, max_size=4), st.sampled_from(list(Mode)))
def test_laws(fitted: Fitters, cells: list[tuple[str, str]], mode: Mode) -> None:
    """Text without soft hyphens is one of the engine's answers, and all else the source's bytes."""
    row = "".join(box.replace("{}", word) for box, word in cells)
    markup = f"{STYLE}<table><tr>{row}</tr></table>"
    result, made = fitted(markup, Candidates(LONGER), mode.value)
    known = {word: {text for text, _ in some} | {word} for word, some in LONGER.items()}
    for told in result.report.segments:
        bare = told.target.text.replace(SHY, "")
        assert bare in known.get(told.source.text, {told.source.text})
        assert told.target.spans == told.target.tagged.spans
    # Document order: what is left of the made page between its texts is the source's.
    at, kept = 0, []
    for told in result.report.segments:
        words = made_of(told.target.text)
        start = made.index(words, at)
        kept.append(made[at:start])
        at = start + len(words)
    kept.append(made[at:])
    assert re.fullmatch("(?:.+?)".join(map(re.escape, kept)), markup)


def made_of(text: str) -> str:
    return text.replace("&", "&amp;").replace(SHY, "&shy;")


def test_a_page_is_proved(fitted: Fitters) -> None:
    result, _ = fitted(CELL, Candidates(SETTINGS), "off", proved=True)
    proof = result.report.proof
    assert proof.renderer.startswith(("Chrome", "Headless"))
    [page] = proof.pages
    assert page.boxes == 3
    [box] = page.failing
    assert box.failures == {"spills"}
    assert box.lost > 50
    assert proof.printed == (1, 1)
    [picture] = proof.pictures()
    assert picture.startswith(b"\x89PNG")
    json.dumps(json_.document(result.report))


def test_pages_of_paper_are_counted(fitted: Fitters) -> None:
    markup = f"{CELL}{'<p>Go on with what you did before</p>' * 60}"
    long = "Fahren Sie bitte mit dem fort, womit Sie zuletzt beschäftigt waren, und zwar " + (
        "genau an der Stelle, an der es vorhin unterbrochen wurde"
    )
    engine = Candidates({"Go on with what you did before": [(long, -0.1)]})
    proof = fitted(markup, engine, "off", proved=True)[0].report.proof
    assert proof.printed[0] < proof.printed[1]
    assert json_pages.proof(proof)["pages"]["source"] == proof.printed[0]


def test_pictures_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = pytest.importorskip("PIL.Image")
    page = tmp_path / "page.html"
    page.write_text(f"<html lang=en>{CELL}")
    report = tmp_path / "report.json"
    code = run(["translate", str(page), "--to", "de", "--engine", "pseudo", "--prove",
                str(tmp_path / "proof"), "--report", str(report)])  # fmt: skip
    assert code == 0
    [picture] = (tmp_path / "proof").iterdir()
    with image.open(picture) as shown:
        assert shown.width > 2 * 1280
    told = json.loads(report.read_text())["documents"][0]
    assert told["fit"]["unit"] == "px"
    assert told["proof"]["windows"][0]["boxes"] == 3
    assert "1 picture" in capsys.readouterr().err


def test_strict_refuses_what_does_not_fit(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang=en><select style='font: 16px Arial; width: 90px'><option value=1>Settings"
    )
    command = ["translate", str(page), "--to", "de"]
    assert run([*command, "--strict"]) == 6
    assert not (tmp_path / "page.de.html").exists()
    assert run(command) == 0


@pytest.mark.parametrize(
    ("markup", "has"),
    [
        ("<p>One</p>", False),
        ("<p><img width=4 src=a>One</p>", False),
        ("<!doctype html><table><tr><td>One", True),
        ("<body><button>One", True),
        ("<button><svg><title>A</title></svg>One", False),
        ("<p style='width: 4em'>One", True),
        # A style that bounds nothing.
        (
            "<html><p style='color: red; min-width: 4em; border-width: 1px; line-height: 1'>One",
            False,
        ),
        ("<html><p style='text-overflow: ellipsis; overflow: hidden'>One", True),
        ("<html><p style=white-space:nowrap>One", True),
        ("<html><p data-style='width: 4em'>One", False),
        ("<html><p title='my style=width:4em'>One", False),
        ("<html><p style='width&#58; 4em'>One", True),
        ("<html><p STYLE = 'zoom: 2'>One", True),
        ("<html><p style='writing-mode: vertical-rl'>One", True),
        ("<p style='width: calc(100% - 3em)'>One", True),
        ("<p style='max-width: var(--wide)'>One", True),
        ("<p style='height: CLAMP(1em, 5%, 4em)'>One", True),
        ("<p style='color: var(--width)'>One", False),
        # Fragments: what they say of themselves, not what a page would make of them.
        ("<table><tr><td>One", False),
        ("<button>One", False),
        ("<input placeholder=One>", False),
        ("<p style='color: red'>One", False),
        ("<p style='overflow: hidden; max-width: 50%'>One", False),
        ("<div style='max-height: 3em'>One", True),
        ("<td width=80>One", True),
        ("<td width='100%'>One", False),
        ("<td width='12.5%'>One", False),
        ("<input size=4 placeholder=One>", True),
        ("<style>p { width: 4em }</style><p>One", True),
        ("<link rel='stylesheet' href='a.css'><p>One", True),
        ("<link rel=icon href='a.css'><p>One", False),
        ("<table></table>", False),
    ],
)
def test_where_there_may_be_too_little_room(markup: str, has: bool) -> None:
    assert has_rooms(api.read(markup, "html", ReadOptions())) is has


def test_what_is_shown_is_not_known_where_it_was_not_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(data: bytes, *_: object) -> None:
        raise KeyboardInterrupt

    document = api.read(CELL, "html")
    fitter = HtmlFitter()
    try:
        fitter.measured(document)
        assert fitter._shown is document
        assert fitter._tab
        monkeypatch.setattr(fitter._tab, "measure", stopped)
        with pytest.raises(KeyboardInterrupt):
            fitter.measured(api.read(CELL, "html"))
        assert fitter._shown is None
    finally:
        fitter.close()


def test_windows() -> None:
    assert widths_of(api.read("<p>One</p>", "html")) == [1280]
    assert widths_of(api.read('<meta content="" name="viewport"><p>One', "html")) == [1280, 360]

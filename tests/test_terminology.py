"""Terms with the real model, from the file to the report."""

from __future__ import annotations

import functools
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import doctrans
from doctrans import Translator, pipeline, read, spans
from doctrans.__main__ import run
from doctrans.aligners.attention import AttentionAligner
from doctrans.constraints.terms.determiners import agreeing
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.glossary import Glossary
from doctrans.constraints.terms.uses import Method, Outcome
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.engines.pseudo import PseudoEngine
from doctrans.model import (
    Document,
    Hypothesis,
    Instructions,
    Request,
    Segment,
    Severity,
    Tagged,
)
from doctrans.report import SegmentReport
from tests.notation import seg
from tests.test_spans import trees

GUIDE = Path(__file__).parents[1] / "fixtures" / "html" / "guide.html"
PAGE = (
    '<html lang="en"><h1>SETTINGS</h1><p>Close the <b>window</b> before you save the files.</p>'
    "<p>Acme Cloud has two windows.</p></html>"
)
TABLE = "source,target,do not translate\nwindow,Scheibe,\nsettings,Optionen,\nAcme Cloud,,yes\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "terms.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def plain() -> Iterator[Translator]:
    with Translator("de", "en", fit="off") as opened:
        yield opened


def test_terms_from_the_command_line(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", "page.html", "--to", "de", "--glossary", "terms.csv",
                "--report", "r.json"]) == 0  # fmt: skip
    made = (files / "page.de.html").read_text(encoding="utf-8")
    assert "<h1>OPTIONEN</h1>" in made and "<b>Scheibe</b>" in made and "Acme Cloud" in made
    [entry] = json.loads((files / "r.json").read_text(encoding="utf-8"))["documents"]
    assert "; glossary " in entry["signature"]
    terms = [term for segment in entry["segments"] for term in segment.get("terms", ())]
    assert [(t["source"], t["target"], t["outcome"]) for t in terms[:2]] == [
        ("settings", "OPTIONEN", "met"),
        ("window", "Scheibe", "met"),
    ]
    assert terms[0]["method"] == "annotated" and terms[0]["entry"] == "terms.csv, line 3"
    assert sum(entry["counts"]["terms"].values()) == len(terms) == 3


def test_names_of_a_list_from_the_command_line(
    files: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (files / "names.txt").write_text("Acme Cloud\nwindow\n", encoding="utf-8")
    command = ["translate", "page.html", "--to", "de", "--engine", "pseudo", "--force"]
    assert run([*command, "--keep", "names.txt", "--glossary", "terms.csv"]) == 0
    made = (files / "page.de.html").read_text(encoding="utf-8")
    assert "Acme Cloud ĥáš" in made and "<b>window</b>" in made
    (files / "names.txt").write_text("Acme\nAcme\n", encoding="utf-8")
    assert run([*command, "--keep", "names.txt"]) == 4
    assert "names.txt: line 2: “Acme” is in line 1 already." in capfd.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"source,target\nwindow,Fenster\nwindow,Luke\n", "terms.csv: line 3: “window” is “Luke”"),
        (b"source,target\nGr\xf6\xdfe,size\n", "terms.csv: line 2: It is not UTF-8."),
        (None, "terms.csv: There is no such file"),
    ],
)
def test_a_bad_glossary_stops_before_anything_is_done(
    files: Path, capfd: pytest.CaptureFixture[str], text: bytes | None, said: str
) -> None:
    (files / "terms.csv").unlink()
    if text is not None:
        (files / "terms.csv").write_bytes(text)
    command = ["translate", "page.html", "--to", "de", "--engine", "pseudo"]
    assert run([*command, "--glossary", "terms.csv"]) == 4
    assert said in capfd.readouterr().err
    assert not (files / "page.de.html").exists()


def test_an_empty_glossary_changes_no_byte(plain: Translator, tmp_path: Path) -> None:
    table = tmp_path / "empty.csv"
    table.write_text("source,target\n")
    document = read(GUIDE)
    with Translator("de", "en", glossary=table, fit="off") as translator:
        made = translator.translate([document])[0]
    without = plain.translate([document])[0]
    *others, note = made.report.notes
    assert note.code == "glossary-empty"  # all that is told of it
    told = replace(made.report, notes=tuple(others))
    assert replace(made, report=told) == without


@pytest.fixture(scope="module")
def engine() -> Iterator[CTranslate2Engine]:
    with CTranslate2Engine(_EMBEDDED) as opened:
        yield opened


@pytest.fixture(scope="module")
def knowing_nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CTranslate2Engine]:
    """The embedded model as any other model is: without tags, without terms."""
    folder = tmp_path_factory.mktemp("models") / "plain"
    shutil.copytree(_EMBEDDED, folder)
    described = json.loads((folder / "model.json").read_bytes())
    del described["inline_tags"], described["instructions"]
    (folder / "model.json").write_text(json.dumps(described), encoding="utf-8")
    with CTranslate2Engine(folder) as opened:
        yield opened


_EMBEDDED = Path(doctrans.__path__[0]) / "models" / "en-multi"


def translate(engine: object, segment: Segment, *entries: Entry, to: str = "de") -> SegmentReport:
    glossary = Glossary(entries, "en", to)
    job = pipeline.Job(
        engine,
        AttentionAligner(engine),
        "en",
        to,
        "test",
        glossary=glossary,  # type: ignore[arg-type]
    )
    document = Document("test", "en", (segment,), None)
    return pipeline.translate([document], job)[0].report.segments[0]


def test_an_engine_that_is_not_told_is_made_to_say_it(knowing_nothing: CTranslate2Engine) -> None:
    report = translate(
        knowing_nothing, seg("Close the <1>window</1> before 5:30."), Entry("window", "Luke")
    )
    [use] = report.terms
    assert (use.outcome, use.method) == (Outcome.FORCED, Method.DECODED)
    text = report.target.text
    assert "Luke" in text and "Fenster" not in text and "5:30" in text
    [(start, end)] = spans.islands(report.target.tagged, report.source.tagged.tags[0])
    assert text[start:end] == "Luke"


def test_several_terms_one_after_another(knowing_nothing: CTranslate2Engine) -> None:
    report = translate(
        knowing_nothing,
        seg("Close the window before you save the file."),
        Entry("window", "Luke"),
        Entry("file", "Akte"),
        Entry("save", "sichern"),
    )
    assert [use.failed for use in report.terms] == [False] * 3, report.target.text
    assert "Luke" in report.target.text and "Akte" in report.target.text


def test_what_is_forbidden_is_avoided(engine: CTranslate2Engine) -> None:
    entry = Entry("window", "", forbidden=("Fenster",))
    report = translate(engine, seg("Close the window."), entry)
    assert "Fenster" not in report.target.text and not report.terms[0].failed


def test_a_term_with_tags_in_it_is_told_without_them(engine: CTranslate2Engine) -> None:
    report = translate(
        engine, seg("Every <1>user</1> account has a name."), Entry("user account", "Nutzerkonto")
    )
    assert "Nutzerkonto" in report.target.text
    assert report.terms[0].outcome is not Outcome.MISSED


def test_words_are_exchanged_where_nothing_else_can_be_done() -> None:
    report = translate(
        PseudoEngine(), seg("Close <1>the big</1> window 12."), Entry("window", "Fenster")
    )
    assert report.target.text == "Čĺóšé ťĥé ƀíğ Fenster 12."
    [use] = report.terms
    assert (use.outcome, use.method) == (Outcome.FORCED, Method.REPLACED)
    [note] = report.notes
    assert (note.code, note.severity) == ("term-replaced", Severity.WARNING)


class Confused(PseudoEngine):
    """Says nothing when it is told a term."""

    def accepts(self, request: Request) -> bool:
        return not request.prefix

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        for some in super().translate(requests, source, target):
            yield {
                index: found
                if requests[index].instructions == Instructions()
                else (Hypothesis(""),)
                for index, found in some.items()
            }


def test_a_term_that_confuses_the_engine_is_not_told_at_last() -> None:
    segment = seg("Close <1>user</1> account.")
    report = translate(Confused(), segment, Entry("user account", "Nutzerkonto"))
    assert report.target.text == "Čĺóšé úšéř áččóúňť."


def test_what_is_missed_is_told() -> None:
    segment = seg("Close <1>user</1> account.")
    report = translate(PseudoEngine(), segment, Entry("user account", "Nutzerkonto"))
    assert [use.outcome for use in report.terms] == [Outcome.MISSED]
    assert [note.code for note in report.notes] == ["term-missed"]


@pytest.mark.parametrize(
    ("before", "language", "after"),
    [
        ("in der ", "de", "im "),
        ("Der ", "de", "Das "),
        ("mit de ", "de", None),
        ("de la ", "fr", "du "),
        ("ouvrir l’", "fr", "ouvrir le "),
        ("abre el ", "es", "abre la "),
        ("", "de", None),
        ("a ", "xx", None),
    ],
)
def test_words_before_a_term(before: str, language: str, after: str | None) -> None:
    found = agreeing(before, "Wort", language)
    assert after in found if after else found == []


@given(trees(), st.sampled_from(["a", "b", "a b", "b a"]), st.sampled_from(["Wort", "x y", "7"]))
def test_terms_break_no_tag_and_no_number(text: Tagged, source: str, target: str) -> None:
    value = Tagged(text.text, text.spans)
    segment = Segment("s1", value.text, value.spans)
    with_terms = translate(PseudoEngine(), segment, Entry(source, target))
    assert not spans.faults(segment.tagged, with_terms.target.tagged)
    digits = [char for char in segment.text if char.isdigit()]
    if with_terms.terms == () or target != "7":
        assert [char for char in with_terms.target.text if char.isdigit()] == digits


class WithoutBeginnings:
    """An engine that cannot be made to begin an answer, as many are."""

    def __init__(self, engine: CTranslate2Engine) -> None:
        self._engine = engine

    def __getattr__(self, name: str) -> object:
        return getattr(self._engine, name)

    def accepts(self, request: Request) -> bool:
        return not request.prefix and self._engine.accepts(request)


@pytest.mark.parametrize(
    ("text", "entry", "language", "made"),
    [
        ("Please close the window.", Entry("window", "Konto"), "de",
         "Bitte schließen Sie das Konto."),
        ("Close the window.", Entry("window", "panneau"), "fr", "Fermez le panneau."),
        ("Close the window.", Entry("window", "application"), "fr", "Fermez l’application."),
        ("The files are in the folder.", Entry("folder", "Tabelle"), "de",
         "Die Dateien befinden sich in der Tabelle."),
        ("Open the new file in the window.", Entry("file", "Dokument"), "de",
         "Öffnen Sie das neue Dokument im Fenster."),
        ("The active window is closed.", Entry("window", "tabla"), "es",
         "La tabla activa está cerrada."),
        # of another number or gender than what agrees there
        ("The files are in the folder.", Entry("file", "Akte"), "de", None),
        ("The active window is closed.", Entry("window", "panel"), "es", None),
        ("Open the new window now.", Entry("window", "panneau"), "fr", None),
        ("He saved the file.", Entry("save", "sichern"), "de", None),
    ],
)  # fmt: skip
def test_what_is_exchanged_agrees_or_stays_missed(
    knowing_nothing: CTranslate2Engine, text: str, entry: Entry, language: str, made: str | None
) -> None:
    engine = WithoutBeginnings(knowing_nothing)
    plain = translate(engine, seg(text), Entry("nothing", "nichts"), to=language)
    report = translate(engine, seg(text), entry, to=language)
    [use] = report.terms
    assert report.target.text == (made or plain.target.text)
    if made:
        assert (use.outcome, use.method) == (Outcome.FORCED, Method.REPLACED)
    else:
        assert use.outcome is Outcome.MISSED
        assert [note.code for note in report.notes] == ["term-missed"]


def test_what_stands_before_a_term_is_made_to_agree_with_it(
    knowing_nothing: CTranslate2Engine,
) -> None:
    entry = Entry("window", "Einstellungen")
    report = translate(knowing_nothing, seg("Open the new file in the window."), entry)
    assert report.target.text == "Öffnen Sie die neue Datei in den Einstellungen."
    assert report.terms[0].method is Method.DECODED


def test_a_term_that_is_said_unasked_is_not_told(engine: CTranslate2Engine) -> None:
    said, told = Entry("window", "Fenster"), Entry("folder", "Mappe")
    report = translate(engine, seg("Close the window."), said, told)
    assert [use.method for use in report.terms] == [Method.NOTHING]
    report = translate(engine, seg("Close the folder."), said, told)
    assert [use.method for use in report.terms] == [Method.ANNOTATED]
    assert "Mappe" in report.target.text


_WORDS = ["Acme Cloud", "Zeta", "open", "the", "Close", ","]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8))
def test_names_stand_in_real_translations_as_often_as_in_the_source(words: list[str]) -> None:
    names = [Entry(name, "", keep=True) for name in ("Acme Cloud", "Zeta")]
    made = translate(_opened(), seg(" ".join(words)), *names).target.text
    for name in ("Acme Cloud", "Zeta"):
        assert len(re.findall(rf"(?<!\w){name}(?!\w)", made)) == words.count(name)


@functools.cache
def _opened() -> CTranslate2Engine:
    return CTranslate2Engine(_EMBEDDED)


@pytest.mark.parametrize(
    ("source", "terms", "has"),
    [
        ("Order status", {"order": "Auftrag"}, "Auftragsstatus"),
        ("Old shut-off valves must be replaced.", {"shut-off valve": "Absperrhahn"}, "hähne"),
        ("New order", {"order": "Auftrag"}, "Neuer Auftrag"),
        ("You can order online.", {"order": "Auftrag"}, "bestellen"),
        ("The user clicks the window.", {"user": "Anwender", "window": "Scheibe"}, "die Scheibe."),
    ],
)
def test_terms_agree_and_say_all_of_their_words(
    source: str, terms: dict[str, str], has: str
) -> None:
    assert has in doctrans.translate_text(source, to="de", source="en", glossary=terms)

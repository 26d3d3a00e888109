"""Glossaries as the library is given them: what is taken, and what becomes of files that change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import doctrans
from doctrans import Translator, pipeline, reading
from doctrans.aligners.attention import AttentionAligner
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.glossary import Glossary
from doctrans.constraints.terms.words import times
from doctrans.engines.pseudo import PseudoEngine
from doctrans.errors import GlossaryError, InputError, LimitError, UsageError
from doctrans.glossaries import Glossaries
from doctrans.model import Document, Segment, Severity, Tagged
from doctrans.settings import Settings
from tests.test_spans import trees

LIMIT = 1_000_000


def targets(given: object, limit: int = LIMIT) -> list[str]:
    found, _ = Glossaries(given, limit).of("en", "de")  # type: ignore[arg-type]
    return [entry.target for entry in found.entries] if found else []


def test_what_is_a_glossary(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("source,target\nwindow,Fenster\n")
    assert targets(None) == targets([]) == targets({}) == targets("") == []
    assert targets(path) == targets(str(path)) == ["Fenster"]
    assert targets({"file": "Akte"}) == ["Akte"]
    assert targets([Entry("file", "Akte"), Entry("save", "sichern")]) == ["Akte", "sichern"]
    assert targets([{"file": "Akte"}, path]) == ["Akte", "Fenster"]


@pytest.mark.parametrize("given", [3, [3], [b"x"], {"a": 1}, [["a"]]])
def test_what_is_none(given: object) -> None:
    with pytest.raises((UsageError, TypeError)):
        targets(given)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("g.csv", "source,target\n", "no term from en to de"),
        ("g.csv", "en,fr\nwindow,fenêtre\n", "no term from en to de"),
        ("g.csv", "source,target,from,to\nwindow,fenêtre,en,fr\n", "no term from en to de"),
        ("g.csv", "source,target\nwindow,Fenster\n", ""),
    ],
)
def test_a_file_without_a_term_is_named(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    glossaries = Glossaries(path, LIMIT)
    for _ in range(2):
        _, notes = glossaries.of("en", "de")
        found = [note.message for note in notes if note.code == "glossary-empty"]
        assert found == ([f"{path}: It holds {said}."] if said else [])


def test_a_list_without_a_name_is_named(tmp_path: Path) -> None:
    path = tmp_path / "keep.txt"
    path.write_text("# names\n")
    _, notes = Glossaries(None, LIMIT, keep=path).of("en", "de")
    assert [note.message for note in notes] == [f"{path}: It holds no name."]


def test_faults_of_ones_own_words() -> None:
    with pytest.raises(GlossaryError, match="line 2: “File” is “Datei” here and “Akte” in line 1"):
        targets({"file": "Akte", "File": "Datei"})


def test_a_file_that_is_missing_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        targets(tmp_path / "none.csv")
    path = tmp_path / "large.csv"
    path.write_text("source,target\nwindow,Fenster\n")
    with pytest.raises(LimitError, match="larger than 20 bytes"):
        targets(path, limit=20)


def _write(path: Path, text: str, age: int) -> None:
    """With a time of change of its own: file systems count in ticks."""
    path.write_text(text)
    os.utime(path, (age, age))


def test_a_changed_file_is_read_again_and_a_broken_one_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    _write(path, "source,target\nwindow,Fenster\n", 1)
    glossaries = Glossaries(path, LIMIT)
    first, notes = glossaries.of("en", "de")
    assert first and [e.target for e in first.entries] == ["Fenster"] and not notes
    assert glossaries.of("en", "de")[0] is first
    _write(path, "source,target\nwindow,Scheibe\n", 2)
    second, _ = glossaries.of("en", "de")
    assert second and [e.target for e in second.entries] == ["Scheibe"]
    assert second.digest != first.digest
    _write(path, "source,target\nwindow,Luke\nwindow,Loch\n", 3)
    third, notes = glossaries.of("en", "de")
    assert third is second
    [note] = notes
    assert (note.code, note.severity) == ("glossary-unreadable", Severity.ERROR)
    assert "line 3" in note.message
    path.unlink()
    assert glossaries.of("en", "de")[0] is second
    _write(path, "source,target\nwindow,Luke\n", 4)
    last, notes = glossaries.of("en", "de")
    assert last and [e.target for e in last.entries] == ["Luke"] and not notes


def test_a_running_translator_sees_the_change(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    _write(path, "source,target,do not translate\nAcme,,yes\n", 1)
    with Translator("de", "en", engine="pseudo", glossary=path) as translator:
        assert translator.translate_text("Acme opens.") == "Acme óṕéňš."
        _write(path, "source,target,do not translate\nopens,,yes\n", 2)
        assert translator.translate_text("Acme opens.") == "Áčṁé opens."


def test_the_settings_have_glossaries(tmp_path: Path) -> None:
    for name, word in (("a.csv", "Acme"), ("b.csv", "opens")):
        (tmp_path / name).write_text(f"source,target,keep\n{word},,yes\n")
    both = os.pathsep.join([str(tmp_path / "a.csv"), str(tmp_path / "b.csv")])
    chosen = Settings(glossary=both)
    with Translator("de", "en", engine="pseudo", settings=chosen) as translator:
        assert translator.translate_text("Acme opens it.") == "Acme opens íť."
    with Translator("de", "en", engine="pseudo", settings=chosen, glossary=[]) as translator:
        assert translator.translate_text("Acme opens it.") == "Áčṁé óṕéňš íť."


def test_names_are_copied_as_often_as_they_stand() -> None:
    markup = '<p lang="en">Open <b>Acme</b> Cloud, Acme Cloud’s page and <i>Acme Cloud</i>.</p>'
    names = [Entry("Acme Cloud", "", keep=True)]
    made = doctrans.translate_html(markup, "de", engine="pseudo", glossary=names)
    assert (
        made == '<p lang="de">Óṕéň <b>Acme</b> Cloud, Acme Cloud’š ṕáğé áňď <i>Acme Cloud</i>.</p>'
    )


def test_a_name_of_two_lines_is_none() -> None:
    made = doctrans.translate_html(
        '<p lang="en">Acme<br>Cloud</p>', "de", engine="pseudo",
        glossary=[doctrans.Entry("Acme Cloud", "", keep=True)],
    )  # fmt: skip
    assert made == '<p lang="de">Áčṁé<br>Čĺóúď</p>'


_NAMES = ["ab", "b", "a a"]


@given(trees(), st.lists(st.sampled_from(_NAMES), min_size=1, max_size=2, unique=True))
def test_names_stand_as_often_in_any_text(text: Tagged, names: list[str]) -> None:
    entries = [Entry(name, "", keep=True) for name in names]
    made = _drafted(text, Glossaries(entries, LIMIT)).segments[0]
    glossary = Glossary(entries, "en", "de")
    for name, count in glossary.names(text).items():
        assert times(name, reading.readable(made.tagged)) == count


def _drafted(text: Tagged, glossaries: Glossaries) -> Document:
    engine = PseudoEngine()
    glossary, _ = glossaries.of("en", "de")
    job = pipeline.Job(engine, AttentionAligner(engine), "en", "de", "test", glossary=glossary)
    segment = Segment("s1", text.text, text.spans)
    return pipeline.translate([Document("test", "en", (segment,), None)], job)[0].document


@given(trees())
def test_an_empty_glossary_is_none(text: Tagged) -> None:
    plain = _drafted(text, Glossaries(None, LIMIT))
    assert _drafted(text, Glossaries({}, LIMIT)) == plain
    assert _drafted(text, Glossaries({"nowhere": "nirgends"}, LIMIT, keep=["Nobody"])) == plain


@given(st.lists(st.sampled_from(["Acme Cloud", "Acme", "acme", "cloud", "Zeta", "."]), min_size=1))
def test_each_name_of_a_list_stands_as_often_as_in_the_source(words: list[str]) -> None:
    names = ["Acme Cloud", "Zeta"]
    made = _drafted(Tagged(" ".join(words)), Glossaries(None, LIMIT, keep=names)).segments[0].text
    for name in names:
        assert times(name, made) == times(name, " ".join(words)) >= words.count(name)
    assert not times("cloud", made)  # other words are translated

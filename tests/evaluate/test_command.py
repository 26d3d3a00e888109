"""`python -m doctrans.evaluate`, on lines written here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from doctrans.evaluate.__main__ import run

SOURCE = """Press <g id="1">Save</g> to go on.
<g id="1">All of it</g>
- a <g id="1">red</g> car
No tags
one<x id="1"/> two
"""
TARGET = """Zum Fortfahren auf <g id="1">Sichern</g> drücken.
<g id="1">Alles davon</g>
- ein <g id="1">rotes</g> Auto
Keine Tags
eins<x id="1"/> zwei
"""
LINKS = """0-3 1-3 2-0 3-1 5-5
0-0
0-0 1-1:0.5 2-2

0-0 1-1
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    for name, text in {"set.en": SOURCE, "set.de": TARGET, "links": LINKS}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name: str(tmp_path / name) for name in ("set.en", "set.de", "links", "out.json")}


def pair(files: dict[str, str]) -> list[str]:
    return ["--source", files["set.en"], "--target", files["set.de"]]


def test_scores_given_links(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--to", "de", "--links", files["links"], "--json", files["out.json"]]
    assert run(["markup", *pair(files), *options]) == 0
    out, progress = capsys.readouterr()
    assert [line.split("|")[2].strip() for line in out.splitlines()[2:]] == ["minmax", "tree"]
    assert "100.0 (7/7)" in out.splitlines()[3]
    assert "Scoring set de with tree" in progress
    rows = json.loads(Path(files["out.json"]).read_text(encoding="utf-8"))
    assert rows[1]["segments"] == {"right": 4, "total": 4, "low": 100.0, "high": 100.0}
    assert rows[1]["in-word"] == {"right": 0, "total": 0, "low": None, "high": None}


def test_several_sets_are_pooled(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    given = ["--links", files["links"]] * 2
    options = [*pair(files) * 2, *given, "--to", "de", "--projector", "tree"]
    assert run(["markup", *options]) == 0
    rows = capsys.readouterr().out.splitlines()[2:]
    assert [row.split("|")[1].strip() for row in rows] == ["set de", "set de", "pooled"]
    assert "(14/14)" in rows[2]


def test_scores_the_models_attention(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["markup", *pair(files), "--to", "de", "--projector", "tree"]) == 0
    out, progress = capsys.readouterr()
    assert "/7)" in out and "Aligning 3 segments with attention" in progress


def test_tokens_for_an_outside_aligner(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["tokens", *pair(files)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Press Save to go on . ||| Zum Fortfahren auf Sichern drücken ."
    assert lines[2] == "a red car ||| ein rotes Auto"
    assert len(lines) == 5


@pytest.mark.parametrize(
    ("name", "text", "code", "message"),
    [
        ("links", "0-0\n", 4, "has 1 lines for 5 segments"),
        ("links", LINKS.replace("0-3", "0+3"), 4, "Line 1 of the links: “0+3” is not a link."),
        ("links", LINKS.replace("1-1:0.5", "9-1"), 4, "Line 3 of the links: “9-1” is beyond"),
        ("set.de", "x\n", 4, "are not parallel"),
        ("set.de", TARGET.replace("</g> drücken", " drücken"), 4, "line 1: <g:1> is not closed"),
    ],
)
def test_bad_files_are_named(
    files: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    name: str,
    text: str,
    code: int,
    message: str,
) -> None:
    Path(files[name]).write_text(text, encoding="utf-8")
    assert run(["markup", *pair(files), "--to", "de", "--links", files["links"]]) == code
    assert message in capsys.readouterr().err


def test_wrong_usage(files: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["markup", *pair(files)]) == 2
    assert run(["markup", *pair(files), "--source", files["set.en"], "--to", "de"]) == 2
    assert run(["markup", "--help"]) == 0
    assert "XLIFF 1.2 inline codes" in capsys.readouterr().out

"""Terms with the real model, from the file to the report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from doctrans import Translator, read
from doctrans.__main__ import run

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
    with Translator("de", "en") as opened:
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
    with Translator("de", "en", glossary=table) as translator:
        made = translator.translate([document])[0]
    assert made == plain.translate([document])[0]

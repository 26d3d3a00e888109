"""`--gender` and `--default-gender`, and what the report says of persons."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from doctrans.__main__ import run

PAGE = '<html lang="en"><p>The <b>boss</b> was angry.</p><p>Save the file.</p></html>\n'


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def persons(page: Path, *arguments: str) -> list[dict[str, object]]:
    options = ("--to", "de", "--fit", "off", "--force", "--report", "report.json", *arguments)
    assert run(["translate", "page.html", *options]) == 0
    report = json.loads((page.parent / "report.json").read_text(encoding="utf-8"))
    return [p for s in report["documents"][0]["segments"] for p in s.get("persons", [])]


def test_persons_are_in_the_report(page: Path) -> None:
    [one] = persons(page)
    assert (one["person"], one["gender"], one["by"]) == ("The boss", None, "nobody")
    [one] = persons(page, "--gender", "boss=f")
    assert (one["gender"], one["by"]) == ("f", "customer")
    [one] = persons(page, "--default-gender", "m")
    assert (one["gender"], one["by"]) == ("m", "default")
    assert persons(page, "--gender", "off") == []
    [one] = persons(page, "--default-gender", "ask")
    assert one["masculine"] and one["feminine"] and one["masculine"] != one["feminine"]


def table(page: Path) -> list[dict[str, str]]:
    with (page.parent / "gender.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def decide(page: Path, choice: str, **changes: str) -> None:
    [row] = table(page)
    with (page.parent / "gender.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row, delimiter=";")  # as some spreadsheets do
        writer.writeheader()
        writer.writerow({**row, "choice": choice, **changes})


def translated(page: Path, *arguments: str) -> str:
    options = ("--to", "de", "--fit", "off", "--force", "--decisions", "gender.csv", *arguments)
    assert run(["translate", "page.html", *options]) == 0
    return (page.parent / "page.de.html").read_text(encoding="utf-8")


def test_what_is_decided_is_done_in_the_next_run(page: Path) -> None:
    plain = translated(page)
    [row] = table(page)
    assert row["choice"] == "" and row["document"] == "page.html" and row["person"] == "The boss"
    assert row["feminine"] and row["masculine"] and row["used"] == "m"
    translated(page)
    assert table(page) == [row]  # nobody is listed twice
    decide(page, "f")
    made = translated(page)
    assert re.sub("<[^>]*>", "", made.split("<p>")[1]).startswith(row["feminine"])
    assert made != plain and made.count("<b>") == 1
    [one] = persons(page, "--decisions", "gender.csv")
    assert (one["gender"], one["by"], one["shown"]) == ("f", "decision", "f")


def test_decisions_that_are_stale_are_named(page: Path) -> None:
    translated(page)
    decide(page, "f", source="The boss was happy.")
    made = translated(page, "--report", "report.json")
    report = json.loads((page.parent / "report.json").read_text(encoding="utf-8"))
    [note] = [n for n in report["documents"][0]["notes"] if n["code"] == "decision-stale"]
    assert note["message"].startswith("Line 2 of the decisions, “The boss”, is stale")
    assert "Der" in made


def test_neutral_words_and_settings(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(["translate", "page.html", "--to", "de", "--default-gender", "neutral"]) == 0
    assert "Führungskraft" in (page.parent / "page.de.html").read_text(encoding="utf-8")
    monkeypatch.setenv("DOCTRANS_GENDER", "nurse=m, boss=f")
    [one] = persons(page)
    assert (one["gender"], one["by"]) == ("f", "customer")
    monkeypatch.setenv("DOCTRANS_DECISIONS", "gender.csv")
    monkeypatch.setenv("DOCTRANS_GENDER", "")
    persons(page)
    assert len(table(page)) == 1


def test_faults_of_decisions_are_told_before_anything_is_done(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (page.parent / "gender.csv").write_text("a,b\n", encoding="utf-8")
    command = ["translate", "page.html", "--to", "de", "--decisions"]
    assert run([*command, "gender.csv"]) == 4
    assert run([*command, "gender.json"]) == 2
    said = capfd.readouterr().err
    assert "line 1: There is no column choice" in said and "Name it gender.csv" in said
    assert not (page.parent / "page.de.html").exists()


def test_nonsense_is_told(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", "page.html", "--to", "de", "--gender", "boss"]) == 2
    assert "Say doctor=f" in capfd.readouterr().err

"""`--gender` and `--default-gender`, and what the report says of persons."""

from __future__ import annotations

import json
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


def test_nonsense_is_told(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", "page.html", "--to", "de", "--gender", "boss"]) == 2
    assert "Say doctor=f" in capfd.readouterr().err

"""`doctrans models` and `doctrans doctor`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from doctrans.__main__ import run
from doctrans.store.shelf import embedded


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCTRANS_MODELS_FOLDER", str(tmp_path / "models"))
    return tmp_path / "models"


def test_adding_what_is_not_there_is_one_line(
    shelf: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["models", "add", "nowhere"]) == 3
    assert capfd.readouterr().err == (
        "doctrans: There is nothing at nowhere. Give a model's folder or an .argosmodel file.\n"
    )


def test_copies_of_one_name_are_told_apart(shelf: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(embedded() / "en-multi", shelf / "copy")
    assert run(["models"]) == 0
    listed = capfd.readouterr().out
    assert run(["doctor"]) == 0
    examined = capfd.readouterr().out
    for folder in (shelf / "copy", embedded() / "en-multi"):
        assert listed.count(str(folder)) == 1
        assert examined.count(f"en-multi ({folder}): ") == 1

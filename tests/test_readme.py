"""What the README tells a newcomer to type works as it stands."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from doctrans.__main__ import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.DOTALL)
PYTHON = [text for language, text in BLOCKS if language == "python"]
FIRST = [
    line.split("#")[0].strip() for line in BLOCKS[0][1].splitlines() if line.startswith("doctrans ")
]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_first_commands(clone: Path) -> None:
    assert len(FIRST) == 3
    for command in FIRST:
        assert run(shlex.split(command)[1:]) == 0
    assert '<html lang="de"' in (clone / "guide.de.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in (clone / "guide.fr.html").read_text(encoding="utf-8")
    assert (clone / "fixtures" / "docx" / "report.de.docx").exists()
    assert (clone / "report.json").exists()


def test_the_python_examples(clone: Path) -> None:
    names: dict[str, object] = {}
    for text in PYTHON:
        exec(compile(text, "README.md", "exec"), names)
    assert str(names["page"]).startswith("<p>") and "<b>" in str(names["page"])


def test_what_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_commands_and_options_exist() -> None:
    from doctrans.cli.translate import translate

    known = {name for option in translate.params for name in option.opts}
    for line in re.findall(r"doctrans translate[^\n`]*", README):
        for option in re.findall(r"(?<= )--?[a-z][a-z-]*", line.split("#")[0]):
            assert option in known, line

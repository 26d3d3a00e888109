"""Standard streams that are full, closed, or cut short by their reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from doctrans import __main__

PAGE = "<p>Save your <b>changes</b>.</p>"
TRANSLATE = ["translate", "page.html", "--to", "de", "--engine", "pseudo"]


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def streams(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def in_shell(arguments: list[str], rest: str) -> tuple[int, str]:
    """Exit code of doctrans, whose streams are as `rest` of the line says, and stderr."""
    command = f'{sys.executable} -m doctrans "$@" {rest}'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command, "bash", *arguments],
        capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize(
    "arguments",
    [
        [*TRANSLATE, "-o", "-"],
        [*TRANSLATE, "--report", "-", "--quiet"],
        [*TRANSLATE, "--dry-run"],
        [*TRANSLATE, "--diff"],
        ["models"],
        ["--help"],
    ],
    ids=lambda arguments: arguments[-1],
)
def test_a_full_disk_is_output_refused(page: Path, streams: None, arguments: list[str]) -> None:
    code, err = in_shell(arguments, "> /dev/full")
    assert (code, err.count("\n")) == (7, 1)
    assert "Standard output cannot be written: No space left on device." in err


@pytest.mark.parametrize("arguments", [["-o", "-"], ["--report", "-"], ["--diff"]])
def test_a_reader_that_leaves_is_no_success_and_no_message(
    page: Path, streams: None, arguments: list[str]
) -> None:
    page.write_text(PAGE * 5000)
    code, err = in_shell([*TRANSLATE, *arguments, "--quiet"], "| head -c 10 > /dev/null")
    assert (code, err) == (141, "")


def test_in_a_terminal_nothing_but_words_where_colours_are_unwanted(page: Path) -> None:
    """Nor a bar in the lines that are shown."""
    pty = pytest.importorskip("pty", reason="no terminals")
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "doctrans", *TRANSLATE, "--diff"],
        stdout=theirs, stderr=theirs, env={**os.environ, "NO_COLOR": "1"}, check=True,
    )  # fmt: skip
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert shown.splitlines()[1] == "-Save your <1>changes</1>." and "\x1b" not in shown


def test_interrupted_while_it_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def stopped(arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(__main__, "run", stopped)
    with pytest.raises(SystemExit) as done:
        __main__.main()
    assert done.value.code == 130
    assert capfd.readouterr().err.startswith("doctrans: Interrupted.")


def test_closed_streams(page: Path, streams: None) -> None:
    assert in_shell([*TRANSLATE, "-o", "-"], ">&-") == (
        7, "doctrans: page.html: Standard output is closed. Use --output.\n",
    )  # fmt: skip
    code, err = in_shell(["translate", "-", "--to", "de", "--engine", "pseudo"], "<&-")
    assert (code, err) == (4, "doctrans: standard input: It is closed.\n")
    assert in_shell([*TRANSLATE, "--diff"], ">&-")[0] == 0
    assert in_shell([*TRANSLATE, "-o", "page.html"], "2>&-") == (2, "")

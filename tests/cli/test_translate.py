"""The command line as a person uses it; the pseudo engine where the words do not matter."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import docx
import pytest

from doctrans.__main__ import run
from doctrans.cli import running
from doctrans.cli.targets import Job

PAGE = '<!doctype html>\n<html lang="en"><p>Save your <b>changes</b>.</p></html>\n'
FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def pseudo(*arguments: str) -> int:
    return run(["translate", *arguments, "--to", "de", "--engine", "pseudo"])


def test_the_result_stands_beside_its_source(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert pseudo("page.html") == 0
    result = page.with_name("page.de.html").read_text(encoding="utf-8")
    assert result == PAGE.replace('lang="en"', 'lang="de"').replace(
        "Save your <b>changes</b>.", "Šáṽé ýóúř <b>čĥáňğéš</b>."
    )
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("page.html → page.de.html: 1 segment translated")


def test_nothing_is_replaced_unasked(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = page.with_name("page.de.html")
    target.write_text("precious")
    assert pseudo("page.html") == 7
    assert target.read_text() == "precious"
    assert capfd.readouterr().err == (
        "doctrans: page.de.html exists already. Use --force (force=True) to replace it.\n"
    )
    assert pseudo("page.html", "--force", "--quiet") == 0
    assert "precious" not in target.read_text()
    assert capfd.readouterr() == ("", "")


def test_a_link_is_replaced_and_what_it_leads_to_stays(page: Path) -> None:
    shelf = page.with_name("shelf.html")
    shelf.write_text("precious")
    link = page.with_name("page.de.html")
    link.symlink_to(shelf)
    assert pseudo("page.html") == 7
    assert pseudo("page.html", "--force") == 0
    assert not link.is_symlink()
    assert shelf.read_text() == "precious"


def test_a_link_that_leads_nowhere_is_not_replaced_unasked(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page.with_name("page.de.html").symlink_to("gone.html")
    assert pseudo("page.html") == 7
    assert "exists already" in capfd.readouterr().err


def test_a_link_that_leads_to_itself_fails_alone(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page.with_name("loop.html").symlink_to("loop.html")
    assert pseudo("loop.html", "page.html") == 5
    assert "loop.html: It cannot be read" in capfd.readouterr().err
    assert page.with_name("page.de.html").exists()
    assert pseudo("loop.html") == 4


def test_numbers_are_localized_as_the_settings_say(page: Path) -> None:
    page.write_text("<html lang=en><p>It weighs 1,234.5 kg.", encoding="utf-8")
    page.with_name("doctrans.toml").write_text("localize_numbers = true")
    result = page.with_name("page.de.html")
    assert pseudo("page.html") == 0
    assert "1.234,5" in result.read_text(encoding="utf-8")
    assert pseudo("page.html", "--no-localize-numbers", "--force") == 0
    assert "1,234.5" in result.read_text(encoding="utf-8")


def test_a_fault_of_the_settings_names_their_file(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page.with_name("doctrans.toml").write_text('fit = "quark"')
    assert pseudo("page.html") == 3
    assert "doctrans.toml: “fit”: “quark” is not known" in capfd.readouterr().err


def test_a_glossary_without_a_term_is_named(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page.with_name("terms.csv").write_text("source,target\n")
    assert pseudo("page.html", "--glossary", "terms.csv") == 0
    assert "terms.csv: It holds no term from en to de." in capfd.readouterr().err


def test_a_file_is_never_its_own_result(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert pseudo("page.html", "--out-dir", ".", "--force") == 2
    assert page.read_text(encoding="utf-8") == PAGE
    assert "it is a source" in capfd.readouterr().err


def test_standard_input_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    class Standard(io.StringIO):
        buffer = io.BytesIO(b"<b>Hello</b> world")

    monkeypatch.setattr(sys, "stdin", Standard())
    assert pseudo("-", "--quiet") == 0
    assert capfdbinary.readouterr().out.decode() == "<b>Ĥéĺĺó</b> ŵóřĺď"


def test_folders_and_patterns(page: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "other.htm").write_text("<p>Go</p>")
    (tmp_path / "sub" / "done.de.html").write_text("<p>Fertig</p>")
    (tmp_path / "sub" / "notes.txt").write_text("no")
    assert pseudo(".", "--out-dir", "out") == 0
    found = sorted(str(p.relative_to("out")) for p in Path("out").rglob("*.*"))
    assert found == ["page.html", "sub/other.htm"]
    assert pseudo("sub/*.htm") == 0
    assert Path("sub/other.de.htm").read_text(encoding="utf-8") == "<p>Ğó</p>"


def test_one_bad_file_does_not_stop_the_others(
    page: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 not a zip at all")
    assert pseudo("bad.docx", "page.html", "--report", "r.json") == 5
    assert Path("page.de.html").exists() and not Path("bad.de.docx").exists()
    errors = [line for line in capfd.readouterr().err.splitlines() if "doctrans:" in line]
    assert len(errors) == 1 and errors[0].startswith("doctrans: bad.docx: ")
    bad, good = json.loads(Path("r.json").read_text(encoding="utf-8"))["documents"]
    assert bad["output"] is None and bad["error"]["kind"]
    assert good["counts"]["segments"] == 1


@pytest.mark.parametrize(
    ("name", "data", "code", "said"),
    [
        ("none.html", None, 4, "no such file"),
        ("empty.html", b"", 4, "empty"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 4, ""),
        ("paper.pdf", b"%PDF-1.7", 4, "PDF"),
        ("cut.docx", (FIXTURES / "docx" / "report.docx").read_bytes()[:5000], 4, ""),
    ],
)
def test_bad_input_is_one_line_and_a_code(
    page: Path,
    capfd: pytest.CaptureFixture[str],
    name: str,
    data: bytes | None,
    code: int,
    said: str,
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert pseudo(name) == code
    out, err = capfd.readouterr()
    assert out == "" and err.count("\n") == 1
    assert err.startswith(f"doctrans: {name}: ") and said in err
    assert sorted(p.name for p in page.parent.iterdir()) == sorted(
        {"page.html", *([name] if data is not None else [])}
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["translate", "page.html"], 2, "--to"),
        (["translate"], 2, "FILE"),
        (["translate", "page.html", "--to", "d e"], 2, "no language tag"),
        (["translate", "page.html", "--to", "../x", "--engine", "pseudo"], 2, "no language tag"),
        (["translate", "page.html", "--to", "de", "--report", "page.html", "--force"], 2, "report"),
        (["translate", "page.html", "--to", "de", "--engine", "none"], 3, "ctranslate2, pseudo"),
        (["translate", "page.html", "--to", "de", "--model", "none"], 3, "none"),
        (["translate", "page.html", "--to", "nl"], 3, "nl"),
        (["translate", "page.html", "--to", "de", "--skip", "p["], 2, "p["),
        (["translate", "page.html", "--to", "de", "--limit", "p=12"], 2, "td.price=12ch"),
        (["translate", "page.html", "--to", "de", "--limit", "p[=12ch"], 2, "p["),
        (["nonsense"], 2, "nonsense"),
        (["translate", "page.html", "--to", "de", "--to", "fr"], 2, "one language at a time"),
        (["translate", "page.html", "--to", "german"], 2, "no language tag. --to: such as de"),
        (["translate", "page.html", "--to", "en"], 3, "Say two languages"),
        (["translate", "page.html", "--to", "de", "--diff", "--dry-run"], 2, "exclude each other"),
        (
            ["translate", "page.html", "--to", "de", "--diff", "--report", "-"],
            2,
            "--diff and --rep",
        ),
        (["translate", "page.html", "--to", "de", "--gender", "boss"], 2, "“boss” is not"),
        (["translate", "page.html", "--to", "de", "-o", os.devnull], 7, "is not a file"),
    ],
)
def test_wrong_calls(
    page: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    assert run(arguments) == code
    assert said in capfd.readouterr().err
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--model", "nosuch"], 3, "nosuch"),
        (["--engine", "nosuch"], 3, "nosuch"),
        (["--aligner", "nosuch"], 3, "nosuch"),
        (["--from", "d e"], 2, "--from"),
        (["--from", "fr"], 3, "fr to de"),
    ],
)
def test_a_wrong_configuration_is_told_before_an_output_that_exists(
    page: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    page.with_name("page.de.html").write_text("precious")
    assert run(["translate", "page.html", "--to", "de", *arguments]) == code
    err = capfd.readouterr().err
    assert said in err and "exists" not in err


def test_dry_run_counts_and_writes_nothing(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", "page.html", "--to", "de", "--dry-run"]) == 0
    assert capfd.readouterr().out == "page.html: 1 segment, 3 words, 18 characters, 1 tag\n"
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]


def test_diff_shows_and_writes_nothing(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert pseudo("page.html", "--diff") == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[1:] == ["-Save your <1>changes</1>.", "+Šáṽé ýóúř <1>čĥáňğéš</1>."]
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]


def test_include_skip_and_keep_language(page: Path) -> None:
    page.write_text('<html lang="en"><p>One</p><p class=x>Two</p><div>Three</div>')
    assert pseudo("page.html", "--include", "p", "--skip", ".x", "--keep-language") == 0
    assert Path("page.de.html").read_text(encoding="utf-8") == (
        '<html lang="en"><p>Óňé</p><p class=x>Two</p><div>Three</div>'
    )


def test_strict_writes_nothing_where_a_check_failed(
    page: Path, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    # No number comes through an engine that doubles every text four times over.
    package = tmp_path / "site"
    info = package / "loud_engine-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loud-engine\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[doctrans.engines]\nloud = loud_engine:Loud\n")
    (package / "loud_engine.py").write_text(
        "from doctrans.engines.pseudo import PseudoEngine\n"
        "from doctrans.model import Hypothesis\n"
        "class Loud(PseudoEngine):\n"
        "    name = signature = 'loud'\n"
        "    def translate(self, requests, source, target):\n"
        "        for i, request in enumerate(requests):\n"
        "            yield {i: (Hypothesis((request.text + ' ') * 5),)}\n"
        "    def accepts(self, request):\n"
        "        return not request.tagged.tags\n"
    )
    page.write_text("<p>Save it in 2014.</p>")
    command = [sys.executable, "-m", "doctrans", "translate", "page.html", "--to", "de"]
    environment = os.environ | {"PYTHONPATH": str(package)}
    done = subprocess.run(
        [*command, "--engine", "loud", "--strict", "--report", "r.json"],
        env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 6
    assert "source-kept" in done.stderr and "--strict" in done.stderr
    assert not Path("page.de.html").exists()
    document = json.loads(Path("r.json").read_text(encoding="utf-8"))["documents"][0]
    assert document["output"] is None
    assert document["segments"][0]["state"] == "kept"


def test_what_is_too_long_for_its_place_is_an_error(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page.write_text("<p>Save your changes.</p><p class=x>Go on, please</p>")
    limits = ("--limit", "p.x=5ch", "--limit", "p[class]=100pt/Arial 9", "--limit", "h1=9B")
    assert pseudo("page.html", *limits, "--strict", "--fit", "off") == 6
    assert "too-long s2: " in capfd.readouterr().err
    assert not Path("page.de.html").exists()
    assert pseudo("page.html", *limits, "--report", "r.json") == 0
    [document] = json.loads(Path("r.json").read_text(encoding="utf-8"))["documents"]
    free, limited = document["segments"]
    assert "limit" not in free
    assert limited["limit"] == {"characters": 5, "width": 100, "font": "Arial", "size": 9}
    assert limited["length"]["characters"] == 13
    assert [note["code"] for note in limited["notes"]] == ["too-long"]
    assert [note["code"] for note in document["notes"]] == ["limit-unused"]


def test_limits_of_a_batch_of_pages_and_documents(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page.write_text("<p>Save your changes.</p>")
    made = docx.Document()
    made.add_paragraph("Save your changes.", style="Title")
    made.save("file.docx")
    limits = ("--limit", "Title=9ch", "--limit", "p:not(.x)=9ch", "--limit", "h1 + 2=9ch")
    assert pseudo("page.html", "file.docx", *limits, "--fit", "off", "--report", "r.json") == 0
    documents = json.loads(Path("r.json").read_text(encoding="utf-8"))["documents"]
    for document in documents:
        [segment] = document["segments"]
        assert [note["code"] for note in segment["notes"]] == ["too-long"]
        [note] = [note for note in document["notes"] if note["code"] == "limit-unused"]
        assert "“h1 + 2”" in note["message"]
    assert pseudo("page.html", *limits, "--force") == 2
    assert "'h1 + 2' is not a CSS selector" in capfd.readouterr().err


def test_the_report_on_standard_output(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert pseudo("page.html", "--report", "-") == 0
    assert json.loads(capfd.readouterr().out)["documents"][0]["output"] == "page.de.html"
    assert pseudo("page.html", "--report", "-", "-o", "-") == 2


def test_the_report_of_a_dry_run_is_alone_there(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert pseudo("page.html", "--dry-run", "--report", "-") == 0
    out, err = capfd.readouterr()
    assert json.loads(out)["documents"][0]["counts"]["words"] == 3
    assert err == "page.html: 1 segment, 3 words, 18 characters, 1 tag\n"


def test_a_language_in_its_usual_letters(page: Path) -> None:
    assert run(["translate", "page.html", "--to", "DE_at", "--engine", "pseudo"]) == 0
    assert 'lang="de-AT"' in page.with_name("page.de-AT.html").read_text(encoding="utf-8")


def test_the_help_has_no_empty_rows(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", "--help"]) == 0
    assert not [line for line in capfd.readouterr().out.splitlines() if line.strip() == "FILE..."]


def test_a_wrong_selector_ends_the_run(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("other.html").write_text("<p>Go</p>")
    assert pseudo("page.html", "other.html", "--skip", "[[") == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_diff_is_strict_too(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page.write_text("<p>x</p>")
    assert pseudo("page.html", "--diff", "--report", "r.json") == 0
    report = json.loads(Path("r.json").read_text(encoding="utf-8"))
    assert report["documents"][0]["output"] is None


def test_report(page: Path) -> None:
    assert pseudo("page.html", "--report", "r.json") == 0
    report = json.loads(Path("r.json").read_text(encoding="utf-8"))
    document = report["documents"][0]
    assert report["schema"] == 1
    assert document["output"] == "page.de.html"
    assert document["signature"].startswith("doctrans ") and "pseudo" in document["signature"]
    segment = document["segments"][0]
    assert segment["source"] == "Save your <1>changes</1>."
    assert segment["tags"] == [
        {"id": 1, "name": "b", "kind": "pair", "placed": "native", "confidence": 1.0}
    ]
    assert pseudo("page.html", "--report", "r.json") == 7


def test_what_was_finished_before_an_interruption_is_reported(
    page: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    page.with_name("two.html").write_text(PAGE)
    translated = running._translate

    def stopped(job: Job, *others: Any) -> running.Outcome:
        if job.name == "two.html":
            raise KeyboardInterrupt
        return translated(job, *others)

    monkeypatch.setattr(running, "_translate", stopped)
    assert pseudo("page.html", "two.html", "--report", "r.json", "--decisions", "d.csv") == 130
    report = json.loads(page.with_name("r.json").read_text(encoding="utf-8"))
    assert [one["output"] for one in report["documents"]] == ["page.de.html"]
    assert page.with_name("d.csv").exists() and "Interrupted" in capfd.readouterr().err


def test_options_that_concern_nothing_are_told(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page.with_name("two.html").write_text("<main><p>Go on.</p></main>")
    docx.Document().save(str(page.with_name("three.docx")))
    # Each concerns one of the files.
    used = ("--skip", "b", "--include", "main", "--skip-style", "Heading 1", "--limit", "main=9ch")
    files = ("page.html", "two.html", "three.docx")
    assert pseudo(*files, *used, "--dry-run", "--quiet") == 0
    assert capfd.readouterr().err == ""
    idle = ("--skip", ".meun", "--include", ".b", "--skip-style", "Hedding 1", "--limit", "td=9ch")
    for mode in ("--dry-run", "--diff"):
        assert pseudo(*files, *used, *idle, mode, "--quiet") == 0
        assert capfd.readouterr().err.splitlines() == [
            f"doctrans: {said}: nothing of that kind in what was read. Is it misspelt?"
            for said in ("--include .b", "--limit td", "--skip .meun", "--skip-style Hedding 1")
        ]
    assert pseudo("none.html", *idle) == 4
    assert "misspelt" not in capfd.readouterr().err


def test_what_is_left_out_is_told_even_so(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page.with_name("page.fr.html").write_text(PAGE)
    assert pseudo(".", "--out-dir", "out", "--quiet") == 0
    assert capfd.readouterr().err.startswith("page.fr.html: left out")


@pytest.mark.parametrize("option", ["--report", "--decisions"])
def test_a_folder_that_is_not_there_is_no_file(
    page: Path, option: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert pseudo("page.html", option, "new/") == 2
    assert "'new/' is a folder" in capfd.readouterr().err
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]


def test_interrupting_leaves_nothing_behind(page: Path) -> None:
    sentences = "".join(
        f"<p>This is sentence {n} of a long page about {n}.</p>" for n in range(4000)
    )
    page.write_text(sentences)
    process = subprocess.Popen(
        [sys.executable, "-m", "doctrans", "translate", "page.html", "--to", "de"],
        stderr=subprocess.PIPE, text=True,
        # Tests that a shell runs in the background would hand down that it is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    time.sleep(2.5)  # long enough to be at work, far too short to finish
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Interrupted" in err and "Traceback" not in err
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]

"""`doctrans terms` as a person uses it, with the embedded model."""

from __future__ import annotations

from pathlib import Path

import pytest

from doctrans.__main__ import run

PAGE = (
    '<html lang="en"><p>Close the <b>window</b>.</p><p>Open a new window in Acme.</p>'
    "<p>Save the file.</p><p>The file is in Acme.</p></html>"
)
GERMAN = (
    '<html lang="de"><p>Schließen Sie das <b>Fenster</b>.</p><p>Öffnen Sie ein neues Fenster in '
    "Acme.</p><p>Speichern Sie die Datei.</p><p>Die Datei ist in Acme.</p></html>"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE, encoding="utf-8")
    Path("page.de.html").write_text(GERMAN, encoding="utf-8")
    return tmp_path


def test_a_glossary_is_proposed_and_can_be_used(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["terms", "extract", "page.html", "page.de.html", "--to", "de", "-o", "t.csv"]) == 0
    rows = Path("t.csv").read_text(encoding="utf-8").splitlines()
    assert rows[0] == "source,target,from,to,do not translate,note"
    assert "window,Fenster,en,de,,2 of 2" in rows and "Acme,,en,de,yes,2 of 2" in rows
    check = ["terms", "check", "page.html", "page.de.html", "--glossary", "t.csv"]
    assert run(check) == 0
    out, err = capfd.readouterr()
    assert out == "" and "0 missed" not in err and "met" in err
    assert run(["terms", "extract", "page.html", "page.de.html", "--to", "de", "-o", "t.csv"]) == 7


def test_what_is_missed_is_told_and_ends_with_6(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("g.csv").write_text(
        "source,target,forbidden,keep\nwindow,Luke,,\nfile,Akte,Datei,\nsave,speichern,,\nnew,,,yes\n"
    )
    assert run(["terms", "check", "page.html", "page.de.html", "--glossary", "g.csv"]) == 6
    out, err = capfd.readouterr()
    assert "s1 html > p: “window” is not “Luke” (g.csv, line 2)" in out
    assert "“Datei” must not be used for “file” (g.csv, line 3)" in out
    assert "“new”, which is not translated, stands 0 times instead of 1" in out
    assert err == "5 terms: 4 missed, 1 met\n"


def test_names_that_are_kept_are_looked_for(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("names.txt").write_text("Acme\n")
    check = ["terms", "check", "page.html", "page.de.html", "--keep", "names.txt"]
    assert run(check) == 0
    changed = Path("page.de.html").read_text(encoding="utf-8").replace("Acme", "Akme", 1)
    Path("page.de.html").write_text(changed, encoding="utf-8")
    assert run(check) == 6
    assert "“Acme”, which is not translated, stands 0 times" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (["check", "page.html", "page.de.html"], 2, "There is nothing to test against."),
        (["extract", "page.html", "--to", "de"], 2, "page.html is no TMX file."),
        (["extract", "a", "b", "c", "--to", "de"], 2, "Give a file and its translation"),
        (["extract", "none.tmx", "--to", "de"], 4, "There is no such file"),
        (["check", "page.html", "page.html", "--glossary", "g.csv"], 2, "Say --to LANG"),
        (["check", "page.html", "page.de.html", "--glossary", "none.csv"], 4, "no such file"),
        (["check", "page.html", "g.csv", "--to", "de", "--glossary", "g.csv"], 4, ": g.csv: It l"),
        (["check", "page.html", "page.de.html", "--to", "x!", "--keep", "g.csv"], 2, "--to: such"),
        (["extract", "page.html", "page.de.html", "--to", "x!"], 2, "no language tag"),
        (["extract", "page.html", "page.de.html", "--to", "de", "--least", "0"], 2, "--least"),
        (["check", "page.html", "other.html", "--to", "de", "--glossary", "g.csv"], 2, "no transl"),
    ],
)
def test_what_cannot_work_is_told(
    folder: Path, capfd: pytest.CaptureFixture[str], command: list[str], code: int, said: str
) -> None:
    Path("g.csv").write_text("source,target\nwindow,Luke\n")
    Path("other.html").write_text("<h1>One</h1><ul><li>Two</ul>")
    assert run(["terms", *command]) == code
    assert said in capfd.readouterr().err


def test_from_a_translation_memory(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    unit = "<tu><tuv xml:lang='en'><seg>{}</seg></tuv><tuv xml:lang='de'><seg>{}</seg></tuv></tu>"
    texts = [
        ("Close the window.", "Schließen Sie das Fenster."),
        ("The window is open.", "Das Fenster ist offen."),
    ]
    units = "".join(unit.format(*pair) for pair in texts)
    Path("m.tmx").write_text(f"<tmx><body>{units}</body></tmx>", encoding="utf-8")
    assert run(["terms", "extract", "m.tmx", "--to", "de"]) == 0
    assert "window,Fenster,en,de,,2 of 2" in capfd.readouterr().out

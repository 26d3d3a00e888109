"""Which files are meant and where their translations go."""

from __future__ import annotations

from pathlib import Path

import pytest

from doctrans.cli import targets
from doctrans.errors import InputError, UsageError

TREE = (
    "index.html",
    "a/index.html",
    "a/.git/hook.html",
    "a/sub/deep.htm",
    "b/index.html",
    "b/notes.txt",
    ".hid/secret.html",
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in TREE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p>Go</p>")
    return tmp_path


def planned(*arguments: str, out_dir: str = "out") -> dict[str, str]:
    jobs = targets.jobs(arguments, "de", None, Path(out_dir))
    targets.refuse(jobs, None, False)
    return {str(job.source): str(job.target) for job in jobs}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["a"], {"a/index.html": "out/index.html", "a/sub/deep.htm": "out/sub/deep.htm"}),
        (
            ["a", "b"],
            {
                "a/index.html": "out/a/index.html",
                "a/sub/deep.htm": "out/a/sub/deep.htm",
                "b/index.html": "out/b/index.html",
            },
        ),
        (["b", "./b"], {"b/index.html": "out/index.html"}),
        (["b/", "a/sub"], {"b/index.html": "out/b/index.html",
                           "a/sub/deep.htm": "out/sub/deep.htm"}),
        (["b", "index.html"], {"b/index.html": "out/index.html", "index.html": "out/index.html"}),
        (["[ab]/*.html"], {"a/index.html": "out/a/index.html", "b/index.html": "out/b/index.html"}),
        (["./a/*/*.htm"], {"a/sub/deep.htm": "out/sub/deep.htm"}),
        (
            ["**/*.htm*"],
            {
                "a/index.html": "out/a/index.html",
                "a/sub/deep.htm": "out/a/sub/deep.htm",
                "b/index.html": "out/b/index.html",
                "index.html": "out/index.html",
            },
        ),
        (["a/sub/deep.htm"], {"a/sub/deep.htm": "out/deep.htm"}),
    ],
)  # fmt: skip
def test_places_below_out_dir(site: Path, arguments: list[str], expected: dict[str, str]) -> None:
    if len(set(expected.values())) < len(expected):
        with pytest.raises(UsageError, match=r"Several files would become.*pattern in quotation"):
            planned(*arguments)
    else:
        assert planned(*arguments) == expected


def test_a_pattern_from_the_root(site: Path) -> None:
    assert planned(f"{site}/*/index.html") == {
        f"{site}/{name}/index.html": f"out/{name}/index.html" for name in "ab"
    }


def names(*made: str) -> None:
    for name in made:
        Path(name).write_text("<p>Go</p>")


@pytest.mark.parametrize("argument", ["b", "b/*.*html"])
def test_translations_into_other_languages_are_left_out(site: Path, argument: str) -> None:
    names("b/index.fr.html", "b/index.de.html", "b/index.pt-BR.html", "b/index.zh-Hant.html")
    # In the source language, with another word, without a source beside them.
    others = ["b/index.en.html", "b/index.min.html", "b/index.v2.html", "b/only.fr.html"]
    names(*others)
    told: list[str] = []
    jobs = targets.jobs((argument,), "de", None, None, "en", told.append)
    assert [str(job.source) for job in jobs] == sorted(["b/index.html", *others])
    assert told[0].startswith("b/index.fr.html: left out, by its name a translation of index.html.")
    assert told[0].endswith("If it is none, give its own name too.")
    assert len(told) == 3
    for name in ("b/index.fr.html", "./b/index.fr.html", "b//index.fr.html"):
        named = targets.jobs((name,), "de", None, None, "en", told.append)
        assert len(named) == 1 and len(told) == 3


def test_of_a_source_that_nobody_knows_nothing_is_another_language(site: Path) -> None:
    names("b/index.fr.html", "b/index.de.html", "b/index.en.html")
    jobs = targets.jobs(("b",), "en", None, None, "")
    assert [job.name for job in jobs] == ["b/index.de.html", "b/index.fr.html", "b/index.html"]
    assert len(targets.jobs(("b",), "en", None, Path("b/en"), "")) == 3


@pytest.mark.parametrize("argument", ["b", "b/**/*.html"])
def test_folders_with_results_are_no_sources(site: Path, argument: str) -> None:
    for folder in ("de", "fr", "en", "it works", "de/sub"):
        Path("b", folder).mkdir()
        names(f"b/{folder}/page.html")
    told: list[str] = []
    jobs = targets.jobs((argument,), "de", None, Path("b/de"), "en", told.append)
    expected = ["b/en/page.html", "b/index.html", "b/it works/page.html"]
    assert [str(job.source) for job in jobs] == expected
    assert len(told) == 2 and "b/de: left out, a folder with translations." in told[0]
    assert len(targets.jobs((argument,), "de", None, Path("b/out"))) == 6
    assert len(targets.jobs((argument,), "de", None, Path())) == 6


def test_departments_are_no_languages(site: Path) -> None:
    for name in ("it/index.html", "it/tickets.html", "hr/leave.html", "fr/index.html"):
        Path("b", name).parent.mkdir(exist_ok=True)
        names(f"b/{name}")
    jobs = targets.jobs(("b",), "de", None, Path("b/de"))
    assert [job.name for job in jobs] == [
        "b/hr/leave.html", "b/index.html", "b/it/index.html", "b/it/tickets.html",
    ]  # fmt: skip


@pytest.mark.parametrize(("argument", "output"), [("", None), ("index.html", "")])
def test_a_name_that_is_empty_is_not_the_working_folder(
    site: Path, argument: str, output: str | None
) -> None:
    with pytest.raises(UsageError, match="name of a file is empty"):
        targets.jobs((argument,), "de", output, None)


@pytest.mark.parametrize("argument", ["c", "c/*.html"])
def test_nothing_but_translations(site: Path, argument: str) -> None:
    Path("c").mkdir()
    names("c/page.de.html")
    with pytest.raises(InputError, match="translations"):
        targets.jobs((argument,), "de", None, None)


def test_patterns_go_round_no_links_and_leave_locks(site: Path) -> None:
    Path("b/again").symlink_to(Path("../b"))
    Path("b/other").symlink_to(Path("../a/sub"))
    names("b/~$dex.html")
    assert set(planned("b/**/*.htm*")) == {"b/index.html", "b/other/deep.htm"}
    assert set(planned("b/again/*.htm*")) == {"b/again/index.html"}


def test_an_address_is_no_file(site: Path) -> None:
    with pytest.raises(InputError, match=r"^https://a.org/x.html: It is an address"):
        planned("https://a.org/x.html")


def test_standard_input_has_no_place_in_a_folder(site: Path) -> None:
    with pytest.raises(UsageError, match="Standard input has no name below --out-dir"):
        planned("-", "index.html")


def test_the_working_folder_among_several_keeps_its_name(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / "b")
    assert planned(".", "../a/sub") == {
        "index.html": "out/b/index.html",
        "../a/sub/deep.htm": "out/sub/deep.htm",
    }


def test_hidden_folders_are_not_entered(site: Path) -> None:
    sources = set(planned("."))
    assert sources == {"index.html", "a/index.html", "a/sub/deep.htm", "b/index.html"}
    assert set(planned(".hid")) == {".hid/secret.html"}
    (site / "b" / "index.html").unlink()
    with pytest.raises(InputError, match="no HTML or DOCX"):
        planned("b")


@pytest.mark.parametrize("output", ["new/", "a", "a/"])
def test_a_folder_is_no_output(site: Path, output: str) -> None:
    with pytest.raises(UsageError, match=r"is a folder\. Use --out-dir"):
        targets.jobs(("index.html",), "de", output, None)


def test_a_source_is_no_output(site: Path) -> None:
    jobs = targets.jobs(("index.html",), "de", "index.html", None)
    with pytest.raises(UsageError, match=r"it is a source\. .* with --output or --out-dir"):
        targets.refuse(jobs, None, True)

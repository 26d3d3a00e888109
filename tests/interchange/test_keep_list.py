"""Lists of names that are not translated."""

from __future__ import annotations

from pathlib import Path

import pytest

from doctrans import Translator
from doctrans.constraints.terms import patterns
from doctrans.errors import GlossaryError, UsageError
from doctrans.interchange import keep_list

LIST = "# products\nAcme Cloud\n\n  Data  Box \n#1 Tool\n"


def test_a_name_on_each_line() -> None:
    found = keep_list.read(b"\xef\xbb\xbf" + LIST.encode(), "names.txt")
    assert [(entry.source, entry.line) for entry in found] == [
        ("Acme Cloud", 2),
        ("Data Box", 4),
        ("#1 Tool", 5),
    ]
    assert all(entry.keep and not entry.target for entry in found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Acme\nOther\nAcme\n", "names.txt: line 3: “Acme” is in line 1 already."),
        (b"Acme\nGr\xfcn\n", "names.txt: line 2: It is not UTF-8."),
        (b"a\n/b(/", "names.txt: line 2: “/b(/”: It is no regular expression:"),
        (b"/a*/", "line 1: “/a*/”: It matches where there is no text."),
        (b"/(a+b)+/", "It repeats repeats or alternatives, more than 4 times."),
        (b"/(?:a|ab){2,9}c/", "It repeats repeats or alternatives, more than 4 times."),
        (b"/(a)b\\1/", "It refers to a group"),
        (b"x" * 300, "line 1: A term has at most 200 characters."),
    ],
)
def test_faults_are_told_by_their_lines(data: bytes, said: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        keep_list.read(data, "names.txt")
    assert said in str(caught.value)


def test_names_are_copied_whatever_a_glossary_says(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text(LIST, encoding="utf-8")
    with Translator("de", "en", engine="pseudo", keep=names, glossary={"Data Box": "Kiste"}) as one:
        assert one.translate_text("The Data Box of Acme Cloud") == "Ťĥé Data Box óƒ Acme Cloud"
        names.write_text("Acme\n", encoding="utf-8")
        assert one.translate_text("The Data of Acme Cloud") == "Ťĥé Ďáťá óƒ Acme Čĺóúď"
    with Translator("de", "en", engine="pseudo", keep=["Acme Cloud", names]) as other:
        assert other.translate_text("Acme, acme, Acme Cloud") == "Acme, áčṁé, Acme Cloud"


def test_patterns_are_copied(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("/(?i)art-[0-9a-f]{4}(?:-[xy])?/\nAcme\n/~[^~]+~/", encoding="utf-8")
    source = "Art-00ff-X by Acme is ~very good~, <b>art</b>-1234 <i>~a</i> b~"
    with Translator("de", "en", engine="pseudo", keep=names) as one:
        made = one.translate_html(f"<p>{source}</p>")
    assert made == "<p>Art-00ff-X ƀý Acme íš ~very good~, <b>art</b>-1234 <i>~a</i> b~</p>"
    with Translator("de", "en", engine="pseudo", keep=["/by [A-Z]+/"]) as other:
        assert other.translate_text("made by ACME") == "ṁáďé by ACME"


@pytest.mark.parametrize(
    ("pattern", "is_long"),
    [
        ("[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*1", True),
        ("x[a-z]+[a-m]*[n-z]+1", False),  # no letter is in all of them
        ("x[a-z]+[a-m]*[k-m]+1", True),
        ("x.*\\w+.*", True),
        ("x(.*)(\\w+)(?:.*)", True),
        ("(?i)x[a-z]*A+a*", True),
        ("x([a-z])*([a-z])*([a-z])*1", True),
        ("x(?:a*|b)a*(?:a*)?1", True),
        ("xa{2,}a{1,90}a{3,}?1", True),
        ("xa*b?a*b{0,2}a*", True),
        ("x\\d*(?=a+)\\d*", False),
        ("a+\\b[a-z]*$", False),
        ("[A-Z]+\\d+[A-Z]+\\d+[A-Z]*", False),
        (r"\d+-\d+\.\d+\.\d+", False),
        ("~[^~]+~[^~]+~[^~]+~", False),
        ("a.*b.*c.*d", False),
        ("x(?:a*|a*|a*)1", False),
        (r"x\d{1,4}\d{1,4}\d{1,4}", False),
    ],
)
def test_rows_of_repeats(pattern: str, is_long: bool) -> None:
    data = f"/{pattern}/".encode()
    if not is_long:
        assert keep_list.read(data, "names.txt")
        return
    with pytest.raises(GlossaryError, match="more than 2 endless repeats in a row"):
        keep_list.read(data, "names.txt")


def test_no_pattern_takes_long() -> None:
    (entry,) = keep_list.read(rb"/\d+x[ab]*\s\w+,/", "names.txt")
    assert not patterns.ranges([patterns.compiled(entry.source)], "1" * 300_000)


def test_what_is_no_name() -> None:
    with pytest.raises(UsageError, match="keep: it is 1, and must be a name"):
        Translator("de", "en", engine="pseudo", keep=[1])  # type: ignore[list-item]

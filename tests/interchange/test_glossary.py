"""Glossaries as files: what is read, and which line is to blame where nothing is."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.constraints.terms.entries import Case, Entry
from doctrans.errors import GlossaryError
from doctrans.interchange import glossary

HEAD = "source,target,"


def read(text: str | bytes, name: str = "g.csv", pair: tuple[str, str] = ("en", "de")) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [f"{e.source}={e.target}" for e in glossary.read(data, name, *pair)]


@pytest.mark.parametrize("told", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_first_line_may_name_the_delimiter(told: str) -> None:
    data = f"{told}\r\nsource;target;note\r\nwindow;Fenster;a, b, c, d\r\n".encode()
    [entry] = glossary.read(data, "g.csv", "en", "de")
    assert (entry.source, entry.target, entry.line) == ("window", "Fenster", 3)


@pytest.mark.parametrize(
    "text",
    [
        "source,target\nwindow,Fenster\nuser account,Nutzerkonto\n",
        "source;target\r\nwindow;Fenster\r\nuser account;Nutzerkonto\r\n",
        "window,Fenster\nuser account,Nutzerkonto",
        "window\tFenster\nuser account\tNutzerkonto\n",
        "window\tFenster\ten\tde\nuser account\tNutzerkonto\tEN-US\tDE\n",  # DeepL's
        '"window","Fenster"\n\n"user  account","Nutzerkonto"\n',
        "\ufeffTarget Term,Source Term\nFenster,window\nNutzerkonto,user account\n",
        "en,fr,de\nwindow,fenêtre,Fenster\nuser account,,Nutzerkonto\nfile,fichier,\n",
    ],
)
def test_layouts(text: str) -> None:
    assert read(text) == ["window=Fenster", "user account=Nutzerkonto"]
    assert read(text.encode("utf-16")) == ["window=Fenster", "user account=Nutzerkonto"]


def test_all_columns() -> None:
    text = (
        "source,target,from,to,pos,case,domain,customer,forbidden,admitted,do not translate,"
        "priority,note\n"
        'window,Fenster,en,de,n,exact,IT,Acme,Scheibe|Luke,Ansicht,no,2,"as in ""Windows"""\n'
        "Acme Cloud,,,,,,,,,,yes,,\n"
    )
    window, acme = glossary.read(text.encode(), "g.csv", "en", "de")
    assert window == Entry(
        "window", "Fenster", "en", "de", False, Case.EXACT, "noun", "IT", "Acme",
        ("Ansicht",), ("Scheibe", "Luke"), 2, 'as in "Windows"', 2, "g.csv",
    )  # fmt: skip
    assert (acme.keep, acme.case, acme.target, acme.where) == (
        True,
        Case.EXACT,
        "",
        "g.csv, line 3",
    )


def test_languages_that_are_not_asked_for() -> None:
    assert read("en,fr\nwindow,fenêtre\n") == []
    assert read("en,pt-BR,pt-PT\nfile,arquivo,ficheiro\n", pair=("en", "pt-PT")) == [
        "file=ficheiro"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "It is empty"),
        (" \n", "It is empty"),
        ("source,note\nwindow,x\n", "line 1: There is no column “target”."),
        (HEAD + "gender\nwindow,Fenster,n\n", "line 1: The column “gender” is not known."),
        ("source,source,target\na,b,c\n", "line 1: There are several columns “source”."),
        ("a,b,c\n", "line 1: The columns are not named."),
        ("source,target\nwindow,Fenster\nfile\n", "line 3: “file” has no translation."),
        ("source,target\n,Fenster\n", "line 2: There is no source term."),
        ("source,target\na,b,c\n", "line 2: It has 3 columns, the first line 2."),
        ("source,target\na,x\nb,y\nA,x\n", "line 4: “A” is in line 2 already."),
        ("source,target\na,x\nb,y\na,z\n", "line 4: “a” is “z” here and “x” in line 2."),
        (HEAD + "dnt\na,x,\na,,yes\n", "line 3: “a” is to be translated here or in line 2"),
        (HEAD + "dnt\nAcme,Gipfel,yes\n", "line 2: “Acme” is not to be translated, and has"),
        (HEAD + "forbidden\na,x,y|x\n", "line 2: “x” is both wanted and forbidden."),
        (HEAD + "case\na,x,upper\n", "line 2: “upper” is no case rule."),
        (HEAD + "pos\na,x,thing\n", "line 2: “thing” is no part of speech."),
        (HEAD + "priority\na,x,high\n", "line 2: priority: “high” is no whole number."),
        (HEAD + "dnt\na,x,perhaps\n", "line 2: “perhaps” is neither yes nor no."),
        (HEAD + "to\na,x,German!\n", "line 2: “German!” is no language tag"),
        ('source,target\na,x\n"b,y\n', "line 3: It is no CSV"),
        ("source,target\na,x\nb,Gr\xf6\xdfe\n".encode("latin-1"), "line 3: It is not UTF-8."),
        (b"source,target\na,x\nb,\0\n", "line 3: It holds a NUL byte"),
        (f"source,target\n{'a' * 201},x\n", "line 2: A term has at most 200 characters."),
    ],
)
def test_faults_are_told_with_their_lines(text: str | bytes, said: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert caught.value.message.startswith("g.csv: ")
    assert said in caught.value.message
    assert caught.value.hint


def test_several_faults_are_told_at_once() -> None:
    rows = "".join(f"w{n},\n" for n in range(9))
    with pytest.raises(GlossaryError, match=r"line 2: .* line 6: .* And 4 more\."):
        read("source,target\n" + rows)
    with pytest.raises(GlossaryError, match="And 995 more"):  # and no end of them
        read("source,target\n" + "".join(f"w{n},\n" for n in range(5000)))


def test_the_same_word_may_have_several_entries_for_different_texts() -> None:
    text = HEAD + "domain,pos\nfile,Akte,law,\nfile,Datei,,noun\nfile,ablegen,,verb\nFILE,x,,\n"
    assert len(read(text)) == 4


_CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=12
)


@given(st.dictionaries(_CELLS.map(str.casefold), _CELLS, min_size=1, max_size=8))
def test_what_is_written_is_read(terms: dict[str, str]) -> None:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["source", "target"])
    writer.writerows(terms.items())
    if len({source.casefold() for source in terms}) == len(terms):
        assert read(file.getvalue()) == [f"{s}={t}" for s, t in terms.items()]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert isinstance(read(data), list)
    except GlossaryError as error:
        assert error.message

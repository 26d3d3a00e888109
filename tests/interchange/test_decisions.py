"""Tables of decisions: what is read from them, what is said of their faults, what is added."""

from __future__ import annotations

import pytest

from doctrans.constraints.gender.decisions import Decision
from doctrans.constraints.gender.wishes import Key, Wording
from doctrans.errors import DecisionsError
from doctrans.interchange import decisions

KEY = Key("a.html", "s1", "The boss, “Kim”, left.", "The boss")
ONE = Decision(KEY, None, "m", "nobody", "Die Chefin ging.", "Der Chef ging.")
HEAD = "choice,person,source,document,segment\n"


def test_a_table_is_read_as_it_was_written_and_filled_in() -> None:
    data = decisions.written(decisions.Table(), [ONE, ONE])
    assert data.startswith(b"\xef\xbb\xbfchoice,person,source,used,by,feminine")
    [read] = decisions.read(data, "t.csv").decisions
    assert (read.key, read.choice, read.feminine, read.line) == (KEY, None, "Die Chefin ging.", 2)
    filled = data.replace(b"\r\n,The boss", b"\r\nNeutral,The boss")
    assert decisions.read(filled, "t.csv").decisions[0].choice is Wording.NEUTRAL


def test_what_people_wrote_stays_and_who_is_new_is_added() -> None:
    text = "note;choice;person;source;document;segment\nmine;f;Kim;Kim left.;a.html;s2"
    table = decisions.read(text.encode(), "t.csv")
    assert table.decisions[0].choice is Wording.FEMININE
    other = Decision(Key("a.html", "s2", "Kim left.", "Kim"))
    lines = decisions.written(table, [other, ONE]).decode("utf-8-sig").splitlines()
    assert lines[:2] == text.split("\n") and len(lines) == 3
    assert lines[2] == ";;The boss;The boss, “Kim”, left.;a.html;s1"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: There is no column choice, person, source, document, segment."),
        ("choice,person\n", "line 1: There is no column source, document, segment."),
        (HEAD + "f,a,b,c,d\nx,a,b,c,e\n", "line 3: “x” is no choice: say f, m or neutral"),
        (HEAD + "f,a\n", "line 2: It has fewer cells than the first line."),
        (HEAD + "f,a,b,c,d\nm,a,b,c,d\n", "line 3: “a” is decided otherwise in line 2."),
        (HEAD + 'f,a,"two\nlines",c,d\ny,a,b,c,d\n', "line 4: “y” is no choice"),
        (HEAD + 'f,"a"b,c,d,e\n', "line 2: It is no line of a table"),
    ],
)
def test_faults_are_named_with_their_lines(text: str, said: str) -> None:
    with pytest.raises(DecisionsError) as caught:
        decisions.read(text.encode(), "t.csv")
    assert caught.value.message.startswith("t.csv: ") and said in caught.value.message


def test_other_encodings_are_told() -> None:
    with pytest.raises(DecisionsError, match="line 2: It is not UTF-8"):
        decisions.read((HEAD + "f,ä,b,c,d").encode("latin-1"), "t.csv")

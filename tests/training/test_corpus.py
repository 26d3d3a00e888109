"""What the recipe reads: its data, told by file and line where it is bad, and word links."""

from __future__ import annotations

from pathlib import Path

import pytest

from doctrans.errors import InputError
from doctrans.training import (
    align,
    corpus,
)
from doctrans.training.corpus import Corpus
from doctrans.training.lines import Line
from doctrans.training.pairs import Pair
from tests.training.test_recipe import NOUNS, VERBS


def test_words_are_aligned_by_what_occurs_together(tmp_path: Path) -> None:
    """Against the diagonal: the target has the words in reverse."""
    pairs = [Pair(Line(f"{a} {v} {c}"), Line(f"{d} {w} {b}"), "de")
             for a, b in NOUNS for v, w in VERBS for c, d in NOUNS if a != c]  # fmt: skip
    align.words(pairs, tmp_path)
    for links in align.align(tmp_path):
        assert links == ((0, 2), (1, 1), (2, 0))


def test_links_of_an_outside_aligner(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("0-0 1-1\n\n")
    (tmp_path / "b").write_text("0-0 2-1\n\n")
    assert align.read(tmp_path / "f", None, 2) == [((0, 0), (1, 1)), ()]
    assert align.read(tmp_path / "f", tmp_path / "b", 2)[0][0] == (0, 0)
    with pytest.raises(InputError, match="2 lines, the data 3"):
        align.read(tmp_path / "f", None, 3)


BAD = [
    ("a\tb\n", "line 1: 2 columns"),
    ("a\tx\ty\na\t<1>b\tc\n", "line 2: <1> is not closed"),
    ("a\t<1>b</1>\tc\n", "line 1: the two sides do not have the same tags"),
    ("a\tb\t \n", "line 1: one side is empty"),
    ("", "holds no pair"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_bad_data_is_told_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        list(corpus.read(Corpus("de", (path,))))


def two_files(folder: Path, source: str, target: str) -> Corpus:
    (folder / "a").write_text(source)
    (folder / "b").write_text(target)
    return Corpus("de", (folder / "a", folder / "b"))


def test_files_of_unequal_length(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="same number of lines"):
        list(corpus.read(two_files(tmp_path, "x\ny\n", "x\n")))


def test_lines_blank_on_either_side_are_left_out_of_both(tmp_path: Path) -> None:
    both = two_files(tmp_path, "one\n\nthree\n \nfive\n", "eins\nzwei\n\t\n\nfünf\n")
    told: list[str] = []
    found = [(pair.source.text, pair.target.text) for pair in corpus.read(both, told.append)]
    assert found == [("one", "eins"), ("five", "fünf")]
    assert [message.partition(": ")[2] for message in told] == [
        "lines blank in one and left out of both: 3"
    ]


def test_a_blank_line_too_many_is_no_pair(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="same number of lines"):
        list(corpus.read(two_files(tmp_path, "x\n\n", "x\n")))


def test_nothing_but_blank_lines(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no pair"):
        list(corpus.read(two_files(tmp_path, "\n\n", "x\n\n")))

from __future__ import annotations

from collections.abc import Sequence

import pytest

from doctrans import tokens
from doctrans.aligners import pharaoh
from doctrans.aligners.attention import AttentionAligner
from doctrans.errors import UsageError
from doctrans.model import Bitext, Hypothesis, Range
from doctrans.ports import Engine


class Attends:
    """An engine that only attends, or refuses to."""

    def __init__(self, *answers: Hypothesis) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str]] = []

    def attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> list[Hypothesis]:
        if not self.answers:
            raise UsageError("This engine has no attention.")
        self.asked += pairs
        return self.answers


def aligner(*answers: Hypothesis) -> AttentionAligner:
    engine: Engine = Attends(*answers)  # type: ignore[assignment]
    return AttentionAligner(engine)


def pieces(text: str, cut: str) -> tuple[Range, ...]:
    """`Auto|mobil e` over "Automobil e": the ranges of the pieces."""
    found, position = [], 0
    for piece in cut.replace("|", " ").split():
        position = text.index(piece, position)
        found.append(Range(position, position + len(piece)))
        position += len(piece)
    return tuple(found)


def bitext(source: str, target: str, rows: str | None, ours: str = "", theirs: str = "") -> Bitext:
    """`rows` are the attention in hundredths, target pieces by `/`."""
    hypothesis = None
    if rows is not None:
        attention = tuple(
            tuple(int(x) / 100 for x in row.split()) for row in rows.split("/") if row
        )
        hypothesis = Hypothesis(
            target,
            source_tokens=pieces(source, ours or source),
            target_tokens=pieces(target, theirs or target),
            attention=attention,
        )
    return Bitext(source, target, tokens.words(source), tokens.words(target), hypothesis)


PIECES = bitext("cars go", "Autos an", "50 40 10/50 40 10/0 10 90", "car|s go", "Auto|s an")
SWAP = "97 1 1 1/1 1 97 1/1 97 1 1/1 1 1 97"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (bitext("a b", "A B", "90 10/10 90"), "0-0 1-1"),
        (bitext("a b c d", "A C B D", SWAP), "0-0 1-2 2-1 3-3"),
        # a piece that everything attends to takes no more than its share
        (bitext("a b c", "A B C", "80 10 10/40 50 10/50 10 40"), "0-0 1-1 2-2"),
        # words in several pieces
        (PIECES, "0-0 1-1"),
        # only one direction sees the second link
        (bitext("a", "A B", "90/80"), "0-0 0-1:0.333333"),
        (bitext("", "A", "/"), ""),
        (bitext("a", "", ""), ""),
    ],
)  # fmt: skip
def test_links_of_a_matrix(item: Bitext, expected: str) -> None:
    assert pharaoh.format_(aligner().align([item], "en", "de")[0]) == expected


def test_what_has_no_attention_is_asked_for_together() -> None:
    given = bitext("a b", "A B", "90 10/10 90")
    bare = bitext("a b c d", "A C B D", None)
    answer = bitext("a b c d", "A C B D", SWAP).hypothesis
    assert answer is not None
    engine = Attends(answer)
    ours = AttentionAligner(engine)  # type: ignore[arg-type]
    found = ours.align([bare, given], "en", "de")
    assert engine.asked == [("a b c d", "A C B D")]
    assert [pharaoh.format_(links) for links in found] == ["0-0 1-2 2-1 3-3", "0-0 1-1"]


def test_an_engine_without_attention_gives_no_links() -> None:
    bare, given = bitext("a", "A", None), bitext("a b", "A B", "90 10/10 90")
    found = aligner().align([bare, given, bare], "en", "de")
    assert [pharaoh.format_(links) for links in found] == ["", "0-0 1-1", ""]

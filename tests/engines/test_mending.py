"""Placeholders that a model left out or wrote twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans import reading
from doctrans.engines.ctranslate2 import native
from doctrans.engines.ctranslate2.description import TagTokens
from doctrans.engines.ctranslate2.tokenizer import SentencePiece
from doctrans.model import Tagged
from tests.notation import tagged

WORDS = TagTokens(encoding="words", in_word=True)

MENDED = [
    # source, what a model says, its text with tags
    ("see <1>[<2><3>it</3></2>]</1> now", "▁siehe <1> ▁[ <2> <3> es </3> ] </1> ▁jetzt",
     "siehe <1>[<2><3>es</3></2>]</1> jetzt"),  # the end that is not the outermost
    ("<1>More</1><2/><3/>", "<1> ▁Mehr </1> <2/>", "<1>Mehr</1><2/><3/>"),
    ("<1>More</1><2/><3/><4/>", "<1> ▁Mehr </1> <4/>", "<1>Mehr</1><2/><3/><4/>"),
    ("<1>a</1><2><3/></2>", "<1> ▁a </1> <2> </2>", "<1>a</1><2><3/></2>"),
    ("<1>a</1> <2><3/></2>", "<1> ▁a </1> <2> ▁ <3/>", "<1>a</1> <2><3/></2>"),
    ("the <1><2><3>word</3></2></1>", "▁das <1> <2> ▁Wort </3> </1>",
     "das <1><2><3>Wort</3></2></1>"),  # two of them
    ("<1><2><3>a</3></2></1> b", "<1> <2> <3> ▁a </3> </1> </1> ▁b",
     "<1><2><3>a</3></2></1> b"),  # one said again instead of another
]  # fmt: skip
NEARLY = [
    ("Click <1>here</1> now.", "▁Klicke <1> ▁hier ▁jetzt ."),
    ("Click <1>here</1> now.", "▁Klicke ▁hier </1> ▁jetzt ."),
    ("Open<1/> it.", "▁Öffne ▁es ."),
    ("with a <1/><2>word</2>.", "▁mit ▁einem <2> ▁Wort </2> ."),  # before it, the space is whose?
    ("<1>a</1> <2>b</2>", "<1> ▁a </1> ▁b </2>"),  # these words may go anywhere
    ("<1><2>old</2> news</1>", "<1> ▁Nachrichten ▁alt </2> </1>"),
    ("as <1>old <2>news</2></1>", "▁als <1> <2> ▁Nachrichten ▁alt </1>"),
]
FAR = [
    ("Click <1>here</1> now.", "▁Klicke ▁jetzt ."),  # neither end: where are its words?
    ("<1>a</1> <2>b</2>", "<1> ▁a ▁b </2>"),
    ("<1>a</1> <2>b</2>", "<1> ▁a <2> ▁b </1> ▁c </2>"),
    ("<1>a</1> b", "<1> ▁a <1> ▁b"),
    ("<1>a</1><2/> b", "<1> ▁a </1> <2/> ▁b <2/>"),
]


def read(source: str, pieces: str, tokenizer: SentencePiece) -> native.Read:
    return native.read(native.plan(tagged(source), WORDS), pieces.split(), tokenizer)


@pytest.mark.parametrize(("source", "pieces", "expected"), MENDED)
def test_it_goes_beside_its_neighbour(
    bytes_tokenizer: SentencePiece, source: str, pieces: str, expected: str
) -> None:
    found = read(source, pieces, bytes_tokenizer)
    assert found.spans is not None and not found.nearly
    assert reading.notation(Tagged(found.text, found.spans)) == expected


@pytest.mark.parametrize(("source", "pieces"), NEARLY)
def test_among_words_it_is_not_put_anywhere(
    bytes_tokenizer: SentencePiece, source: str, pieces: str
) -> None:
    found = read(source, pieces, bytes_tokenizer)
    assert found.spans is None and found.nearly


@pytest.mark.parametrize(("source", "pieces"), FAR)
def test_more_than_one_is_not_nearly(
    bytes_tokenizer: SentencePiece, source: str, pieces: str
) -> None:
    found = read(source, pieces, bytes_tokenizer)
    assert found.spans is None and not found.nearly


@given(st.data())
def test_without_one_of_them_the_words_and_their_places_are_the_same(
    bytes_tokenizer: SentencePiece, data: st.DataObject
) -> None:
    source = tagged("<1>We <2><3>a</3></2></1><4/> b <5/><6>c</6>.")
    plan = native.plan(source, WORDS)
    pieces = plan.joined(bytes_tokenizer.encode(*zip(*plan.texts(), strict=True))).pieces
    marks = [i for i, piece in enumerate(pieces) if piece in plan.tokens]
    out = data.draw(st.sampled_from(marks))
    kept = [*pieces[:out], *pieces[out + 1 :]]
    found = native.read(plan, kept, bytes_tokenizer)
    assert "".join(found.text.split()) == "Weabc."
    assert found.nearly is (found.spans is None)
    for piece, place in zip(kept, found.ranges, strict=True):
        if place is not None and piece not in ("▁", "."):
            assert found.text[place.start : place.end].strip() == piece.strip("▁")

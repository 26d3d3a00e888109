"""Tags encoded as words: out to the tokenizer, and back from what a model says."""

from __future__ import annotations

from pathlib import Path

import pytest

import doctrans
from doctrans.engines.ctranslate2 import native
from doctrans.engines.ctranslate2.description import TagTokens
from doctrans.engines.ctranslate2.tokenizer import SentencePiece
from tests.notation import tagged

FORM = TagTokens(encoding="words", in_word=True)
MODEL = Path(doctrans.__file__).parent / "models" / "en-multi"


@pytest.fixture(scope="module")
def tokenizer() -> SentencePiece:
    import json

    vocabulary = json.loads((MODEL / "shared_vocabulary.json").read_text(encoding="utf-8"))
    return SentencePiece(MODEL / "source.spm", vocabulary, FORM.tokens())


@pytest.mark.parametrize(
    "written",
    [
        "Click <1>here</1> now.",
        "<1>Click</1> here",
        "Press (<1>Enter</1>), then <2/> wait",
        "a <1><2>b</2> c</1> d",
        "H<1>2</1>O",
    ],
)
def test_what_goes_out_comes_back(written: str, tokenizer: SentencePiece) -> None:
    """A model that repeats its source gives the source's tags and spacing."""
    source = tagged(written)
    plan = native.plan(source, FORM)
    [(text, keep)] = plan.texts()
    sent = plan.joined(tokenizer.encode([text], [keep]))
    read = native.read(plan, sent.pieces, tokenizer)
    assert read.text == source.text
    assert read.spans == source.spans


def test_words_look_alike_beside_tags(tokenizer: SentencePiece) -> None:
    plan = native.plan(tagged("Click <1>here</1> now"), FORM)
    [(text, keep)] = plan.texts()
    pieces = list(plan.joined(tokenizer.encode([text], [keep])).pieces)
    plain = list(tokenizer.encode(["Click here now"])[0].pieces)
    assert [piece for piece in pieces if piece not in FORM.tokens()] == plain


def test_ranges_are_those_of_the_text(tokenizer: SentencePiece) -> None:
    source = tagged("Click <1>here</1> now")
    plan = native.plan(source, FORM)
    [(text, keep)] = plan.texts()
    sent = plan.joined(tokenizer.encode([text], [keep]))
    found = [source.text[place.start : place.end] for place in sent.ranges if place]
    assert "".join(found) == "Clickherenow"
    assert [place for piece, place in zip(sent.pieces, sent.ranges, strict=True)
            if piece in FORM.tokens()] == [None, None]  # fmt: skip


def test_a_space_that_the_model_wrote_stands(tokenizer: SentencePiece) -> None:
    plan = native.plan(tagged("Click <1>here</1>."), FORM)
    one, other = (tokenizer.encode([word])[0].pieces for word in ("Hier", "klicken"))
    pieces = [*one, "<1>", *other, "</1>", "."]
    assert native.read(plan, pieces, tokenizer).text == "Hier klicken."

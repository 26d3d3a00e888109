"""The laws of `ports.Aligner`, for those that need no download."""

from __future__ import annotations

from pathlib import Path

import doctrans
from doctrans import tokens
from doctrans.aligners.attention import AttentionAligner
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.model import Bitext, Request
from tests.asking import answers

MODEL = Path(doctrans.__file__).parent / "models" / "en-multi"
SENTENCES = ("Save the file now.", "Open the window.", "", "12")


def test_links_join_tokens_and_do_not_depend_on_the_batch() -> None:
    engine = CTranslate2Engine(MODEL)
    requests = [Request(text, attention=True) for text in SENTENCES]
    found = answers(engine, requests, "en", "de")
    items = [
        Bitext(text, h.text, tokens.words(text), tokens.words(h.text), h)
        for text, (h, *_) in zip(SENTENCES, found, strict=True)
    ]
    aligner = AttentionAligner(engine)
    together = aligner.align(items, "en", "de")
    assert together == [aligner.align([item], "en", "de")[0] for item in items]
    assert together[0] and together[1] and together[2] == ()
    for item, links in zip(items, together, strict=True):
        for link in links:
            assert 0 <= link.source < len(item.source_tokens)
            assert 0 <= link.target < len(item.target_tokens)
            assert 0 < link.weight <= 1


def test_given_pairs_are_aligned_too() -> None:
    engine = CTranslate2Engine(MODEL)
    source, target = "The house is old.", "Das Haus ist alt."
    item = Bitext(source, target, tokens.words(source), tokens.words(target))
    links = AttentionAligner(engine).align([item], "en", "de")[0]
    best = max((link for link in links if link.source == 1), key=lambda link: link.weight)
    assert target[slice(*item.target_tokens[best.target])] == "Haus"

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from doctrans.engines.ctranslate2.tokenizer import Encoded, SentencePiece
from doctrans.model import Range

LOOK_ALIKES = [
    "<1>", "</1>", "<12/>", "</s>", "<s>", "<unk>", "<short>", ">>de<<", ">>fr<<", "<0x25>",
    "<0x3C>", "<<1>", ">>de<<1>", "<1</1>", "▁", "▁▁x", "<1/>>", "__de__", "deu_Latn",
]  # fmt: skip
parts = st.sampled_from([*LOOK_ALIKES, "a", " ", "½", "\ue000", "€"]) | st.text(max_size=4)
texts = st.lists(parts).map("".join)


def text_of(tokenizer: SentencePiece, text: str) -> str:
    return tokenizer.decode(tokenizer.encode([text])[0].pieces).text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("  ", ["▁", "▁", "▁"]),
        ("Click it", ["▁Cl", "ick", "▁it"]),
        ("a <1>", ["▁a", "▁", "<", "1", ">"]),
        ("</s>", ["▁", "<", "/", "s", ">"]),
        (">>de<<", ["▁", ">", ">", "de", "<", "<"]),
        ("€", ["▁", "<0xE2>", "<0x82>", "<0xAC>"]),
        ("10\u00a0m", ["▁", "1", "0", "▁m"]),
    ],
)
def test_pieces(bytes_tokenizer: SentencePiece, text: str, pieces: list[str]) -> None:
    assert list(bytes_tokenizer.encode([text])[0].pieces) == pieces


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Click it", ["Cl", "ick", "it"]),
        ("a  <1> ", ["a", "<", "<", "<", "1", ">"]),  # lone ▁ begin what follows it
        ("é€", ["é", "€", "€", "€"]),
    ],
)
def test_ranges(bytes_tokenizer: SentencePiece, text: str, parts: list[str]) -> None:
    [encoded] = bytes_tokenizer.encode([text])
    found = [text[slice(*place)] for place in encoded.ranges if place]
    assert found[-len(parts) :] == parts


@pytest.mark.parametrize("text", [f"Press {token} to go on." for token in LOOK_ALIKES])
def test_look_alikes_come_back_as_they_were(bytes_tokenizer: SentencePiece, text: str) -> None:
    assert text_of(bytes_tokenizer, text) == text


@given(texts)
@example("\ud800x")
@example("a\x00b")
def test_text_is_never_a_control_token_and_comes_back(
    bytes_tokenizer: SentencePiece, text: str
) -> None:
    [encoded] = bytes_tokenizer.encode([text])
    assert not bytes_tokenizer.control_tokens.intersection(encoded.pieces)
    assert_in_order(encoded, text)
    expected = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    back = bytes_tokenizer.decode(encoded.pieces).text
    assert squeezed(back) == squeezed(expected)


@given(texts)
@example("½ ① 10² ﷺ")
@example("\ufdfa" * 50)
def test_a_normalising_model_keeps_text_text_and_ranges_in_order(
    nfkc_tokenizer: SentencePiece, text: str
) -> None:
    [encoded] = nfkc_tokenizer.encode([text])
    assert not nfkc_tokenizer.control_tokens.intersection(encoded.pieces)
    assert_in_order(encoded, text)


def assert_in_order(encoded: Encoded, text: str) -> None:
    places = [place for place in encoded.ranges if place]
    assert len(encoded.pieces) == len(encoded.ranges)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_what_is_declared_a_token_stays_one(nfkc_tokenizer: SentencePiece) -> None:
    text = "Click <1>here</1>, not <1>"
    tokens = [Range(6, 9), Range(13, 17)]
    [encoded] = nfkc_tokenizer.encode([text], [tokens])
    found = [(p, r) for p, r in zip(encoded.pieces, encoded.ranges, strict=True) if p in "<1></1>"]
    assert ("<1>", Range(6, 9)) in found and ("</1>", Range(13, 17)) in found
    assert encoded.pieces.count("<1>") == 1


@given(st.lists(st.sampled_from(["▁C", "ick", "▁", "<0xE2>", "<0x82>", "<0xAC>", "<0xFF>", "."])))
def test_decoding_agrees_with_sentencepiece(
    bytes_tokenizer: SentencePiece, pieces: list[str]
) -> None:
    decoded = bytes_tokenizer.decode(pieces)
    assert decoded.text.strip(" ") == bytes_tokenizer._model.decode(pieces).strip(" ")
    assert len(decoded.ranges) == len(pieces)
    assert all(decoded.text[start:end].strip(" ") for start, end in filter(None, decoded.ranges))


def test_a_text_with_every_private_use_character_is_neutralised(
    bytes_tokenizer: SentencePiece,
) -> None:
    text = "".join(map(chr, range(0xE000, 0xF900))) + "<1>"
    same = text_of(bytes_tokenizer, text) == text
    assert same

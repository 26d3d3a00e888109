from __future__ import annotations

from pathlib import Path

import pytest

from doctrans.engines.ctranslate2.bpe import BytePairs
from doctrans.errors import ModelError

CODES = "#version: 0.2\nh o\nho u\nhou s\ns e</w>\nhous e</w>\no l\nol d</w>\n"


@pytest.fixture
def tokenizer(tmp_path: Path) -> BytePairs:
    pytest.importorskip("sacremoses")
    path = tmp_path / "bpe.model"
    path.write_text(CODES)
    return BytePairs(path, ["<unk>", "<s>", "</s>", "house", "old"])


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", ()),
        ("old house", ("old", "house")),
        ("house, old!", ("house", ",", "old", "!")),
        ("houses", ("hous@@", "e@@", "s")),
        ("a </s>", ("a", "&@@", "l@@", "t@@", ";", "/", "s", "&@@", "g@@", "t@@", ";")),
    ],
)
def test_pieces(tokenizer: BytePairs, text: str, pieces: tuple[str, ...]) -> None:
    assert tokenizer.encode([text])[0].pieces == pieces


@pytest.mark.parametrize(
    "text", ["old house", "An old house, sold!", "a < b & c", "Press </s> now"]
)
def test_text_comes_back_with_its_ranges(tokenizer: BytePairs, text: str) -> None:
    [encoded] = tokenizer.encode([text])
    decoded = tokenizer.decode(encoded.pieces)
    assert decoded.text == text or "</s>" in text
    assert decoded.ranges == encoded.ranges or decoded.text != text
    assert not tokenizer.control_tokens.intersection(encoded.pieces)
    places = [place for place in encoded.ranges if place]
    assert places == sorted(places)


def test_a_damaged_codes_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bpe.model"
    path.write_text("a b c\n")
    with pytest.raises(ModelError, match=r"bpe\.model"):
        BytePairs(path, [])

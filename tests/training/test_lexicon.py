"""The command that makes a list of words."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from doctrans.constraints.spelling.lexicon import Lexicon
from doctrans.errors import InputError
from doctrans.training import lexicon
from doctrans.training.__main__ import main


def test_words_of_enough_lines(tmp_path: Path) -> None:
    text, out = tmp_path / "text", tmp_path / "de.bin"
    text.write_text("Die Katze, die Katze!\nKatzen und 12 Kater\nein KATER\n", encoding="utf-8")
    said = CliRunner().invoke(main, ["lexicon", str(text), "--out", str(out), "--least", "2"])
    assert said.output == f"1 words in {out}\n"
    assert out.read_bytes() == Lexicon.of(["kater"]).bits
    assert lexicon.make([text], out) == 6
    found = Lexicon(out.read_bytes())
    assert all(word in found for word in ("die", "katze", "katzen", "und", "kater", "ein"))


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    text = tmp_path / "text"
    text.write_bytes(b"\xff\xfe\n")
    with pytest.raises(InputError, match="text cannot be read"):
        lexicon.make([text], tmp_path / "out")
    assert not (tmp_path / "out").exists()

"""simalign over a real encoder, made here: nine small layers with random weights."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from doctrans import Translator, tokens
from doctrans.aligners.simalign import SimAlignAligner
from doctrans.errors import ConfigurationError, ModelError, UsageError
from doctrans.model import Bitext
from doctrans.settings import Settings

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] [MASK] save the file speicher ##n die datei haus 12 ."


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("simalign", exc_type=ImportError)
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("encoder")
    (folder / "vocab.txt").write_text(VOCABULARY.replace(" ", "\n") + "\n", encoding="utf-8")
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(VOCABULARY.split()),
        hidden_size=16,
        num_hidden_layers=9,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder)
    return folder


def bitext(source: str, target: str) -> Bitext:
    return Bitext(source, target, tokens.words(source), tokens.words(target))


@pytest.mark.parametrize("method", ["inter", "itermax", "mwmf"])
def test_links_join_words(encoder: Path, method: str) -> None:
    aligner = SimAlignAligner(encoder, method=method)
    pairs = ("Save 12.", "Save 12."), ("Save the file", "speichern die Datei"), ("", "a")
    same, other, none = aligner.align([bitext(*pair) for pair in pairs], "en", "de")
    assert {(link.source, link.target) for link in same} >= {(0, 0), (1, 1), (2, 2)}
    assert other and all(link.source < 3 and link.target < 3 for link in other)
    assert all(0 < link.weight <= 1 for link in other)
    assert none == ()


def test_what_is_too_long_is_aligned_as_far_as_it_is_read(encoder: Path) -> None:
    long = "save the file " * 40
    (links,) = SimAlignAligner(encoder).align([bitext(long, long)], "en", "de")
    assert links and max(link.source for link in links) < 64


def test_what_is_no_encoder_is_named(tmp_path: Path) -> None:
    pytest.importorskip("simalign", exc_type=ImportError)
    with pytest.raises(ModelError, match="is no encoder"):
        SimAlignAligner(tmp_path)


@pytest.mark.parametrize("name", ["/nope", "./nope", "../nope", "a/b/c"])
def test_a_folder_that_is_not_there_is_told_at_once(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "simalign", None)  # nothing is imported for it
    with pytest.raises(ModelError, match=f"no folder “{name}”.*--aligner simalign:NAME"):
        SimAlignAligner(name)


def test_a_folder_at_home(encoder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(encoder.parent))
    assert SimAlignAligner(f"~/{encoder.name}").align([], "en", "de") == []


def test_loading_is_silent(
    encoder: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    import simalign

    load = simalign.SentenceAligner

    def retrying(*arguments: object, **options: object) -> object:
        logging.getLogger("huggingface_hub.utils._http").warning("Retrying in 1s [Retry 1/5].")
        return load(*arguments, **options)

    monkeypatch.setattr(simalign, "SentenceAligner", retrying)
    SimAlignAligner(encoder)
    assert "Retrying" not in caplog.text and "Initialized" not in caplog.text
    logging.getLogger("huggingface_hub").warning("Later warnings are told.")
    assert "Later warnings" in caplog.text


def test_the_encoder_is_chosen_with_the_aligner(encoder: Path) -> None:
    with Translator("de", engine="pseudo", aligner=f"simalign:{encoder}") as translator:
        assert f"aligner simalign:{encoder}" in translator.signature
    chosen = Settings(simalign_model=str(encoder))
    with Translator("de", engine="pseudo", aligner="simalign", settings=chosen) as translator:
        assert f"aligner simalign:{encoder}" in translator.signature


def test_an_unknown_method_is_refused() -> None:
    with pytest.raises(UsageError, match="inter, itermax, mwmf"):
        SimAlignAligner("bert", method="best")


def test_without_the_extra_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "simalign", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'doctrans\[simalign\]'"):
        SimAlignAligner("bert")


def test_importing_the_adapter_loads_no_torch() -> None:
    code = "import sys, doctrans.aligners.simalign; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""Tiny models of other families, random but real: made with transformers, as the originals were."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SENTENCES = [
    "Click here to open the file.",
    "The quick brown fox jumps over the lazy dog.",
    "Save your changes before you close the window!",
    "Klicke hier, um die Datei zu öffnen.",
    "Cliquez ici pour ouvrir le fichier.",
]
SIZES: dict[str, Any] = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 16,
    "decoder_ffn_dim": 16,
    "max_position_embeddings": 64,
}


def spm(path: Path, sentences: Sequence[str] = SENTENCES, **options: Any) -> list[str]:
    """Trains a SentencePiece file; returns its pieces."""
    from sentencepiece import SentencePieceProcessor, SentencePieceTrainer

    SentencePieceTrainer.train(
        sentence_iterator=iter(list(sentences) * 4),
        model_prefix=str(path),
        vocab_size=70,
        hard_vocab_limit=False,
        minloglevel=2,
        num_threads=1,
        **options,
    )
    Path(f"{path}.model").rename(path)
    Path(f"{path}.vocab").unlink()
    model = SentencePieceProcessor(model_file=str(path))
    return [model.id_to_piece(i) for i in range(model.get_piece_size())]


def marian(folder: Path, targets: Sequence[str] = ()) -> tuple[Any, Any]:
    """An OPUS-MT look-alike; `targets` make it a multilingual one. Returns model and tokenizer."""
    import torch
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    folder.mkdir()
    pieces = [*spm(folder / "source.spm"), *spm(folder / "target.spm")]
    text = [piece for piece in pieces if piece not in ("<unk>", "<s>", "</s>")]
    tokens = ["</s>", "<unk>", *(f">>{code}<<" for code in targets), *dict.fromkeys(text), "<pad>"]
    vocabulary = {token: i for i, token in enumerate(tokens)}
    (folder / "vocab.json").write_text(json.dumps(vocabulary), "utf-8")
    tokenizer = MarianTokenizer(
        *(str(folder / name) for name in ("source.spm", "target.spm", "vocab.json")),
        source_lang="en",
        target_lang="de",
    )
    torch.manual_seed(1)
    pad = vocabulary["<pad>"]
    config = MarianConfig(
        vocab_size=len(tokens),
        pad_token_id=pad,
        eos_token_id=0,
        decoder_start_token_id=pad,
        forced_eos_token_id=None,
        init_std=1.0,
        **SIZES,
    )
    model = MarianMTModel(config)
    with torch.no_grad():  # as in the originals: the decoder starts from zeros, <pad> is never said
        model.model.shared.weight[pad] = 0
        model.final_logits_bias[0, pad] = float("-inf")
    return _saved(folder, model, tokenizer)


def m2m100(folder: Path) -> tuple[Any, Any]:
    """M2M100 with its hundred language tokens."""
    import torch
    from transformers import M2M100Config, M2M100ForConditionalGeneration, M2M100Tokenizer

    folder.mkdir()
    pieces = spm(folder / "sentencepiece.bpe.model")
    tokens = ["<s>", "<pad>", "</s>", "<unk>", *pieces[3:]]
    (folder / "vocab.json").write_text(json.dumps({t: i for i, t in enumerate(tokens)}), "utf-8")
    tokenizer = M2M100Tokenizer(
        str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.model"), src_lang="en"
    )
    torch.manual_seed(1)
    config = M2M100Config(
        vocab_size=len(tokens) + len(tokenizer.lang_code_to_token) + tokenizer.num_madeup_words,
        pad_token_id=1,
        bos_token_id=0,
        eos_token_id=2,
        decoder_start_token_id=2,
        init_std=1.0,
        **SIZES,
    )
    return _saved(folder, M2M100ForConditionalGeneration(config), tokenizer)


def _saved(folder: Path, model: Any, tokenizer: Any) -> tuple[Any, Any]:
    model.eval()
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return model, tokenizer

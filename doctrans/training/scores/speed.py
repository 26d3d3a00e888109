"""Speed: target tokens a second on one thread, beside a plain transformer-base.

The other network has the usual size (6 + 6 layers, width 512), the same vocabulary and random
weights, since only its speed is of interest. It is converted the same way, gets the same batches
and is made to say as many tokens. Both are timed in turns; medians of the rounds count.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from doctrans.training import export, network, vocabulary
from doctrans.training.corpus import Corpus
from doctrans.training.network import Shape
from doctrans.training.recipe import Recipe
from doctrans.training.scores.held_out import HeldOut

BASE = Shape(width=512, feed_forward=2048, heads=8, encoder_layers=6, decoder_layers=6)
_BATCH = 32  # sentences of about the same length
_SENTENCES = 200
_LONGEST = 60  # tokens of a source that is timed
_ROUNDS = 5

Batches = Sequence[list[list[str]]]


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second, CTranslate2 int8, of the model and of transformer-base; `times` is the ratio
    of the two, in turns."""

    model: str
    language: str
    beam: int
    tokens: int
    tokens_a_second: float
    base_tokens_a_second: float
    times: float


def score(name: str, folder: Path, data: HeldOut) -> Iterator[Speed]:
    """Greedy search and a beam of 2, on one thread. `folder` is a model with a joint vocabulary."""
    sources = _sources(folder, data)
    with tempfile.TemporaryDirectory() as work:
        base = _load(make_base(folder, Path(work)))
        own = _load(folder)
        for beam in (1, 2):
            yield _row((name, data.language, beam), own, base, sources)


def _row(names: tuple[str, str, int], own: Any, base: Any, sources: Sequence[list[str]]) -> Speed:
    beam = names[2]
    said = own.translate_batch(sources, beam_size=beam, max_batch_size=_BATCH)
    lengths = [len(result.hypotheses[0]) for result in said]
    order = sorted((i for i, n in enumerate(lengths) if n), key=lambda i: (lengths[i], i))
    parts = [order[i : i + _BATCH] for i in range(0, len(order), _BATCH)]
    batches = [[sources[i] for i in part] for part in parts]
    wanted = [round(sum(lengths[i] for i in part) / len(part)) for part in parts]
    tokens = 0
    ours, others = [], []
    for _ in range(_ROUNDS):
        tokens, rate = _timed(own, batches, beam, None)
        ours.append(rate)
        others.append(_timed(base, batches, beam, wanted)[1])
    rates = median(ours), median(others)
    times = median(one / other for one, other in zip(ours, others, strict=True))
    return Speed(*names, tokens, *rates, times)


def _timed(
    model: Any, batches: Batches, beam: int, lengths: Sequence[int] | None
) -> tuple[int, float]:
    """Tokens said, and how many a second. `lengths`: how long each batch is made to be."""
    started = time.perf_counter()
    tokens = 0
    for index, batch in enumerate(batches):
        bounds = (
            {"min_decoding_length": lengths[index], "max_decoding_length": lengths[index]}
            if lengths
            else {}
        )
        results = model.translate_batch(batch, beam_size=beam, **bounds)
        tokens += sum(len(result.hypotheses[0]) for result in results)
    return tokens, tokens / (time.perf_counter() - started)


def _sources(folder: Path, data: HeldOut) -> list[list[str]]:
    """Plain sentences as pieces, with the language before them and the end behind."""
    from sentencepiece import SentencePieceProcessor

    pieces = SentencePieceProcessor(model_file=str(folder / vocabulary.MODEL))
    described = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    token = described.get("language_tokens", {}).get(data.language)
    before = [token] if token else []
    encoded = (pieces.encode(item.source.text, out_type=str) for item in data.items if item.solid)
    fit = [own for own in encoded if 0 < len(own) <= _LONGEST]
    return [[*before, *own, vocabulary.END] for own in fit[:_SENTENCES]]


def make_base(folder: Path, work: Path) -> Path:
    """An untrained transformer-base with the vocabulary of the model in `folder`, converted."""
    import torch
    from transformers.utils import logging

    logging.disable_progress_bar()
    words, marian, made = work / "words", work / "marian", work / "base"
    words.mkdir()
    pieces: list[str] = json.loads((folder / "shared_vocabulary.json").read_text(encoding="utf-8"))
    ids = {piece: i for i, piece in enumerate((*pieces, vocabulary.PAD))}
    (words / vocabulary.IDS).write_text(json.dumps(ids, ensure_ascii=False), encoding="utf-8")
    (words / vocabulary.MODEL).write_bytes((folder / vocabulary.MODEL).read_bytes())
    torch.manual_seed(1)
    model = network.build(BASE, len(ids), ids[vocabulary.PAD], ids[vocabulary.END])
    recipe = Recipe("base", "en", (Corpus("xx", ()),))
    export.save_marian(model, words, marian, recipe)
    export.to_ctranslate2(marian, made, "int8")
    return made


def _load(folder: Path) -> Any:
    import ctranslate2

    return ctranslate2.Translator(
        str(folder), device="cpu", compute_type="int8", inter_threads=1, intra_threads=1
    )

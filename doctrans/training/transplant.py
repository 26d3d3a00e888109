"""A new model begun from the layers of one that translates already, under a vocabulary of its own.

The layers pass as they are. A piece that both vocabularies have keeps its embedding; a new one
gets the mean of the pieces that the other model would have spelled it with; tokens that are no text
begin at random. What both translate from and into need not be learnt again.

The other model is a Marian model, as a CTranslate2 folder or a Hugging Face folder. Those of OPUS
have another activation (swish) than the network here (ReLU), to which their layers have to adapt.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from doctrans.errors import InputError
from doctrans.training import network, vocabulary

EMBEDDINGS = "model.shared.weight"
_NO_TEXT = re.compile(r"<[^<>]+>|>>[^<>]+<<")  # languages, tags, instructions, bytes, ends
_POSITIONS = "model.encoder.embed_positions.weight", "model.decoder.embed_positions.weight"


@dataclass(frozen=True, slots=True)
class Donor:
    """`weights` are float32 under the names of our network, those that it has no place for under
    their own. `pieces` are the rows of the embeddings."""

    folder: Path
    weights: dict[str, Tensor]
    pieces: dict[str, int]
    heads: int


@dataclass(frozen=True, slots=True)
class Begun:
    """How many embeddings were taken over, made of others, and left to chance."""

    kept: int = 0
    made: int = 0
    random: int = 0


def begin(model: Any, words: Path, donor: Donor, seed: int) -> Begun:
    """Puts the donor's layers and embeddings into an untrained network with the vocabulary in
    `words`. Raises InputError where the two are not of one build."""
    own = {name: parameter.detach() for name, parameter in model.named_parameters()}
    layers = {name: w for name, w in donor.weights.items() if name not in _POSITIONS}
    if surplus := sorted(set(layers) - set(own)):
        raise InputError(
            f"{donor.folder} has weights {surplus[0]}, for which there is no place.",
            hint="Is it a Marian model, with as many layers as [shape] says?",
        )
    if donor.heads != (heads := model.config.encoder_attention_heads):
        raise InputError(f"{donor.folder} has {donor.heads} attention heads, [shape] {heads}.")
    embeddings, counts = _embeddings(donor, words, seed)
    positions = {name: own[name] for name in _POSITIONS}
    network.put(model, {**layers, **positions, EMBEDDINGS: embeddings}, donor.folder)
    network.keep_pad_zero(model)
    _check_positions(own[_POSITIONS[0]], donor)
    return counts


def _check_positions(own: Tensor, donor: Donor) -> None:
    theirs = donor.weights.get(_POSITIONS[0], own[:0])
    both = min(len(own), len(theirs))
    if not both or not torch.allclose(own[:both], theirs[:both], atol=0.01):
        raise InputError(f"{donor.folder} counts positions in another way than a Marian model.")


def _embeddings(donor: Donor, words: Path, seed: int) -> tuple[Tensor, Begun]:
    """A row for each piece of the new vocabulary, none made up longer than the donor's median."""
    old = donor.weights[EMBEDDINGS]
    ids = vocabulary.Vocabulary(words).ids
    median = old.norm(dim=1).median()
    noise = torch.randn(len(ids), old.shape[1], generator=torch.Generator().manual_seed(seed))
    rows = noise * median / old.shape[1] ** 0.5
    kept = made = 0
    spelled = _spelling(donor)
    for piece, row in ids.items():
        if piece in donor.pieces:
            rows[row] = old[donor.pieces[piece]]
            kept += 1
            continue
        if known := spelled(piece):
            rows[row] = old[known].mean(0) + rows[row] / 2  # alike pieces do not begin as one
            made += 1
        rows[row] *= (median / rows[row].norm()).clamp(max=1)
    return rows, Begun(kept, made, len(ids) - kept - made)


def _spelling(donor: Donor) -> Callable[[str], list[int]]:
    """A function from a new piece to the donor's pieces for the same text, none for what is no
    text. Of its two tokenizers the one with the shorter answer knows the language."""
    from sentencepiece import SentencePieceProcessor

    paths = [donor.folder / "source.spm", donor.folder / "target.spm"]
    tokenizers = [SentencePieceProcessor(model_file=str(path)) for path in paths]

    def spelled(piece: str) -> list[int]:
        if _NO_TEXT.fullmatch(piece):
            return []
        text = piece.replace("▁", " ").strip()
        pieces = min((each.encode(text, out_type=str) for each in tokenizers), key=len)
        return [donor.pieces[each] for each in pieces if each in donor.pieces]

    return spelled


def read(folder: Path) -> Donor:
    """A CTranslate2 or a Hugging Face folder, with its tokenizers. Raises InputError for anything
    else, and for models whose sides do not share their embeddings."""
    for name in ("source.spm", "target.spm"):
        if not (folder / name).is_file():
            raise InputError(f"{folder} has no {name}.", hint="Is it the folder of a model?")
    from safetensors import SafetensorError

    faults = OSError, ValueError, KeyError, IndexError, RuntimeError, struct.error, SafetensorError
    try:
        if (folder / "model.bin").exists():
            return _read_ctranslate2(folder)
        return _read_marian(folder)
    except faults as error:
        raise InputError(f"{folder} cannot be read as a Marian model: {error}.") from error


def _read_marian(folder: Path) -> Donor:
    from transformers import MarianMTModel

    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    if config.get("model_type") != "marian":  # missing weights would be drawn by chance
        raise ValueError("config.json does not say that it is one")
    model = MarianMTModel.from_pretrained(folder, local_files_only=True, dtype=torch.float32)
    if not model.config.share_encoder_decoder_embeddings or not model.config.tie_word_embeddings:
        raise _not_shared(folder)
    return Donor(
        folder,
        {name: parameter.detach() for name, parameter in model.named_parameters()},
        json.loads((folder / vocabulary.IDS).read_text(encoding="utf-8")),
        model.config.encoder_attention_heads,
    )


def _not_shared(folder: Path) -> InputError:
    return InputError(f"{folder} has other embeddings for its source, its target and its output.")


def _read_ctranslate2(folder: Path) -> Donor:
    path = folder / "shared_vocabulary.json"
    if not path.exists():
        raise _not_shared(folder)
    pieces = json.loads(path.read_text(encoding="utf-8"))
    variables = _variables((folder / "model.bin").read_bytes())
    if len({id(variables[name]) for name in _SHARED}) > 1:
        raise _not_shared(folder)
    weights: dict[str, Tensor] = {}
    for name in variables:
        if variables[name].ndim and not name.endswith("_scale") and name not in _LEFT:
            weights.update(_named(name, _whole(variables, name)))
    return Donor(
        folder,
        weights,
        {piece: i for i, piece in enumerate(pieces)},
        int(variables["encoder/num_heads"]),
    )


_SHARED = "encoder/embeddings_0/weight", "decoder/embeddings/weight", "decoder/projection/weight"
_LEFT = {"encoder/embeddings_0/weight", "decoder/projection/weight", "decoder/projection/bias"}
_WHOLE = {
    "decoder/embeddings/weight": EMBEDDINGS,
    "encoder/position_encodings/encodings": _POSITIONS[0],
    "decoder/position_encodings/encodings": _POSITIONS[1],
}
_PARTS = {  # CTranslate2 keeps together what is multiplied with the same states
    "self_attention/linear_0": ("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
    "self_attention/linear_1": ("self_attn.out_proj",),
    "self_attention/layer_norm": ("self_attn_layer_norm",),
    "attention/linear_0": ("encoder_attn.q_proj",),
    "attention/linear_1": ("encoder_attn.k_proj", "encoder_attn.v_proj"),
    "attention/linear_2": ("encoder_attn.out_proj",),
    "attention/layer_norm": ("encoder_attn_layer_norm",),
    "ffn/linear_0": ("fc1",),
    "ffn/linear_1": ("fc2",),
    "ffn/layer_norm": ("final_layer_norm",),
}
_ENDS = {"weight": "weight", "bias": "bias", "gamma": "weight", "beta": "bias"}
_LAYER = re.compile(r"(encoder|decoder)/layer_(\d+)/(.+)/(weight|bias|gamma|beta)")


def _named(name: str, weight: Tensor) -> Iterator[tuple[str, Tensor]]:
    match = _LAYER.fullmatch(name)
    if match is None or match[3] not in _PARTS:
        yield _WHOLE.get(name, name), weight
        return
    parts = _PARTS[match[3]]
    for part, rows in zip(parts, weight.chunk(len(parts)), strict=True):
        yield f"model.{match[1]}.layers.{match[2]}.{part}.{_ENDS[match[4]]}", rows


def _whole(variables: dict[str, Tensor], name: str) -> Tensor:
    """In float32; whole numbers are divided by the scale of their row, or of all."""
    weight = variables[name].float()
    scale = variables.get(f"{name}_scale")
    return weight if scale is None else weight / scale.float().reshape(-1, 1)


_TYPES = (torch.float32, torch.int8, torch.int16, torch.int32, torch.float16, torch.bfloat16)
_VERSION = 6


def _variables(data: bytes) -> dict[str, Tensor]:
    """Of a `model.bin` as `ModelSpec._serialize` of CTranslate2 writes it, aliases resolved."""
    position = 0

    def number(form: str) -> int:
        nonlocal position
        [found] = struct.unpack_from(f"<{form}", data, position)
        position += struct.calcsize(form)
        return int(found)

    def take(length: int) -> bytes:
        nonlocal position
        position += length
        if position > len(data):
            raise ValueError("model.bin is cut off")
        return data[position - length : position]

    def text() -> str:
        return take(number("H"))[:-1].decode()

    if (version := number("I")) != _VERSION:
        raise ValueError(f"model.bin has version {version}, not {_VERSION}")
    text()  # the name and the revision of the build
    number("I")
    variables = {}
    for _ in range(number("I")):
        name = text()
        shape = [number("I") for _ in range(number("B"))]
        kind = _TYPES[number("B")]
        content = bytearray(take(number("I")))
        variables[name] = torch.frombuffer(content, dtype=kind).reshape(shape)
    for _ in range(number("I")):
        alias, name = text(), text()
        variables[alias] = variables[name]
    return variables

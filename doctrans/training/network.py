"""The network: a Hugging Face Marian model, so that every converter and program for OPUS-MT models
takes it, and two things that its training needs.

*The decoder starts from zero.* Converters for Marian models begin every translation from a zero
embedding; here that is the row of `<pad>`, which through the tied output layer would learn like any
other. It is left out of the output layer (`loss`) and set back to zero after each step
(`keep_pad_zero`), or the converted model garbles the first words without a warning.

*One head is taught to align* (Garg et al. 2019): the first of the last decoder layer, the one whose
attention converted models return.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor
from torch.nn import functional

from doctrans.errors import InputError
from doctrans.training import output
from doctrans.training.output import Layer, Thought

MOST_TOKENS = 512  # positions
_NEVER = -1e4  # as a score; still a number in bfloat16


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a network; encoders are cheap at translation time, decoders are not."""

    width: int = 256
    feed_forward: int = 1024
    encoder_feed_forward: int = 0  # of the encoder alone; 0: as the decoder's
    heads: int = 8
    encoder_layers: int = 6
    decoder_layers: int = 2
    dropout: float = 0.0  # none where each sentence is seen once or twice


def build(shape: Shape, vocabulary: int, pad: int, end: int) -> Any:
    """An untrained MarianMTModel with `vocabulary` tokens, `<pad>` among them and zero."""
    from transformers import MarianConfig, MarianMTModel

    config = MarianConfig(
        vocab_size=vocabulary,
        d_model=shape.width,
        encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers,
        encoder_ffn_dim=shape.encoder_feed_forward or shape.feed_forward,
        decoder_ffn_dim=shape.feed_forward,
        encoder_attention_heads=shape.heads,
        decoder_attention_heads=shape.heads,
        dropout=shape.dropout,
        attention_dropout=0.0,
        activation_dropout=0.0,
        activation_function="relu",
        scale_embedding=True,
        normalize_before=False,
        pad_token_id=pad,
        decoder_start_token_id=pad,
        eos_token_id=end,
        forced_eos_token_id=end,
        bos_token_id=end,
        bad_words_ids=[[pad]],
        max_position_embeddings=MOST_TOKENS,
        share_encoder_decoder_embeddings=True,
        tie_word_embeddings=True,
        static_position_embeddings=True,
        num_beams=2,
        attn_implementation="sdpa",
    )
    model = MarianMTModel(config)
    keep_pad_zero(model)
    return model


def fast_attention(model: Any, device: str) -> None:
    """On a processor attention over sentences is faster as plain products of matrices."""
    if device == "cpu":
        model.set_attn_implementation("eager")


def keep_pad_zero(model: Any) -> None:
    """After every step of an optimiser."""
    pad = model.config.pad_token_id
    with torch.no_grad():
        model.model.shared.weight[pad].zero_()
        model.final_logits_bias[:, pad].zero_()


def put(model: Any, found: Mapping[str, Tensor], origin: Path) -> None:
    """Weights by name into a model. Raises InputError naming `origin` where one is missing or of
    another shape."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name not in found or found[name].shape != parameter.shape:
                raise InputError(
                    f"{origin} has no weights {name} of shape {tuple(parameter.shape)}.",
                    hint="They belong to another [shape] or vocabulary.",
                )
            parameter.copy_(found[name])


@dataclass(frozen=True, slots=True)
class Batch:
    """`source` (B, S) and `target` (B, T) are padded ids, both ending in `</s>`. `links` (L, 3) are
    rows of (sentence, target token, source token). `places` (N) are those of the target's tokens
    in `target`, flattened: found beforehand, since to look for them on a GPU is to wait for it.
    `known` are the sentences that a teacher is asked about (`teacher.py`), a batch of their own."""

    source: Tensor
    target: Tensor
    links: Tensor
    places: Tensor
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Some sentences of a batch, and which of the batch's N target tokens are theirs (K), and which
    are not (N - K)."""

    batch: Batch
    tokens: Tensor
    others: Tensor


class Teaching(Protocol):
    """Who is asked about the known sentences of a batch."""

    def thought(self, batch: Batch) -> Thought:
        """Of a batch's target tokens."""


@dataclass(frozen=True, slots=True)
class Loss:
    """`words` is the mean cross-entropy of target tokens in nats (of those that a teacher is asked
    about mixed with the distance from it), `alignment` that of the links."""

    words: Tensor
    alignment: Tensor
    tokens: int


def loss(model: Any, batch: Batch, smoothing: float = 0.0, teacher: Teaching | None = None) -> Loss:
    """The losses of a batch."""
    own, watched = states(model, batch)
    wanted = batch.target.flatten()[batch.places]
    layer = output_layer(model)
    if teacher is None or batch.known is None:
        words = output.loss(own, layer, wanted, smoothing)
    else:
        known, others = batch.known.tokens, batch.known.others
        thought = teacher.thought(batch.known.batch)
        words = output.loss(own[known], layer, wanted[known], smoothing, thought)
        words = words + output.loss(own[others], layer, wanted[others], smoothing)
    return Loss(words / len(wanted), _alignment_loss(watched, batch), len(wanted))


def output_layer(model: Any) -> Layer:
    """Without `<pad>`, which no token is to be."""
    bias = model.final_logits_bias[0].clone()
    bias[model.config.pad_token_id] = _NEVER
    return Layer(model.lm_head.weight, bias)


def states(model: Any, batch: Batch) -> tuple[Tensor, Tensor]:
    """(N, width): what the decoder leaves of each target token, padding left out: the output layer
    is a third of all work; and the attention of the head that is taught to align."""
    hidden, watched = _run(model, batch)
    return hidden.flatten(0, 1)[batch.places], watched


def attention(model: Any, batch: Batch) -> Tensor:
    """(B, T, S): of the head that is taught to align, a row a target token."""
    return _run(model, batch)[1]


def _run(model: Any, batch: Batch) -> tuple[Tensor, Tensor]:
    """The decoder's last states, and that head's attention."""
    pad = model.config.pad_token_id
    start = batch.target.new_full((len(batch.target), 1), pad)
    with _watched(model) as watched:
        hidden = model.model(
            input_ids=batch.source,
            attention_mask=(batch.source != pad).long(),
            decoder_input_ids=torch.cat([start, batch.target[:, :-1]], dim=1),
            use_cache=False,
        ).last_hidden_state
    return hidden, watched[0]


def _alignment_loss(attention: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy between one head's attention and the links, each target token's sum one."""
    if not len(batch.links):
        return attention.new_zeros(())
    sentence, target, source = batch.links.unbind(1)
    rows = sentence * attention.shape[1] + target
    counts = torch.zeros(attention.shape[0] * attention.shape[1], device=attention.device)
    counts.index_add_(0, rows, torch.ones_like(rows, dtype=counts.dtype))
    logs = attention[sentence, target, source].float().clamp_min(1e-9).log()
    linked = (counts > 0).sum()
    return -(logs / counts[rows]).sum() / linked


@contextmanager
def _watched(model: Any) -> Iterator[list[Tensor]]:
    """Collects the attention of the first head of the last decoder layer on the source."""
    layer = model.model.decoder.layers[-1].encoder_attn
    found: list[Tensor] = []

    def watch(module: Any, args: tuple[Any, ...], kwargs: dict[str, Any], _: object) -> None:
        hidden = kwargs.get("hidden_states", args[0] if args else None)
        size = module.head_dim
        query = functional.linear(hidden, module.q_proj.weight[:size], module.q_proj.bias[:size])
        states = kwargs["key_value_states"]
        key = functional.linear(states, module.k_proj.weight[:size], module.k_proj.bias[:size])
        scores = query @ key.transpose(1, 2) * size**-0.5
        mask = kwargs.get("attention_mask")
        if mask is not None:
            scores = scores.masked_fill(_blocked(mask), torch.finfo(scores.dtype).min)
        found.append(scores.float().softmax(-1))

    handle = layer.register_forward_hook(watch, with_kwargs=True)
    try:
        yield found
    finally:
        handle.remove()


def _blocked(mask: Tensor) -> Tensor:
    """(B, 1, T, S) as Transformers gives it, of what may be seen (bool) or of penalties (float)."""
    first = mask[:, 0]
    return ~first if first.dtype == torch.bool else first < 0

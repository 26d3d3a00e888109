"""What a model knew is not lost while it learns something new: in sentences that are nothing new
its former self, the teacher, is its reference too (Dakwale & Monz 2017).

A run on new sentences from kept weights forgets what it does not see enough of beside them, and a
processor has no time for enough. A reference names one word at each place; a teacher says how
likely each is, so that a few old sentences hold what many would.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from doctrans.training import network


class Teacher:
    """`share` of the loss of each target token of the batch's known sentences is the divergence of
    the model from the teacher, the rest what it was."""

    def __init__(self, model: Any, share: float) -> None:
        self._model = model.eval().requires_grad_(False)
        self._share = share

    def to(self, device: str) -> None:
        """Where the model is that learns."""
        network.fast_attention(self._model, device)
        self._model.to(device)

    def mixed(self, words: Tensor, scores: Tensor, batch: network.Batch) -> Tensor:
        """As `network.Softening` says."""
        if batch.known is None:
            return words
        with torch.no_grad():
            thought = network.scores(self._model, batch.known.batch).log_softmax(-1)
        own = scores[batch.known.tokens].log_softmax(-1)
        apart = functional.kl_div(own, thought, reduction="none", log_target=True).sum(-1)
        share = torch.zeros_like(words)
        share[batch.known.tokens] = self._share
        return (1 - share) * words + torch.zeros_like(words).index_put(
            (batch.known.tokens,), self._share * apart
        )

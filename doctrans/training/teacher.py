"""What a model knew is not lost while it learns something new: in sentences that are nothing new
its former self, the teacher, is its reference too (Dakwale & Monz 2017).

A run on new sentences from kept weights forgets what it does not see enough of beside them, and a
processor has no time for enough. A reference names one word at each place; a teacher says how
likely each is, so that a few old sentences hold what many would.
"""

from __future__ import annotations

from typing import Any

import torch

from doctrans.training import network
from doctrans.training.output import Thought


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

    def thought(self, batch: network.Batch) -> Thought:
        """As `network.Teaching` says."""
        with torch.no_grad():
            states, _ = network.states(self._model, batch)
        return Thought(states, network.output_layer(self._model), self._share)

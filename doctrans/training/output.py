"""The output layer and its loss, some tokens at a time.

A batch's scores, of every piece of the vocabulary for every token, are by far the largest thing in
training: hundreds of megabytes that are written and read again several times. Here they are made
for a few hundred tokens, and so is what each asks of the weights, while it lies in the cache
(as Hsu et al. 2024, Liger Kernel); a step on two cores takes two thirds of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

_AT_ONCE = {"cpu": 1 << 22}  # scores: 16 MB
_OTHERWISE = 1 << 28  # a GPU has more, and begins each step of work slowly


@dataclass(frozen=True, slots=True)
class Layer:
    """`weight` (vocabulary, width) and `bias` (vocabulary) of an output layer."""

    weight: Tensor
    bias: Tensor

    def scores(self, states: Tensor) -> Tensor:
        """(N, width) -> (N, vocabulary), in float32 whatever they were computed in."""
        kind = self.weight.dtype
        return functional.linear(states.to(kind), self.weight, self.bias).float()

    def to(self, kind: torch.dtype) -> Layer:
        """The same in another precision."""
        return Layer(self.weight.to(kind), self.bias.to(kind))


@dataclass(frozen=True, slots=True)
class Thought:
    """What a teacher thinks of N tokens: its `states` (N, width), from which its `layer` makes
    scores; `share` of their loss is the divergence from it."""

    states: Tensor
    layer: Layer
    share: float

    def part(self, some: slice) -> Thought:
        """Of some of the tokens."""
        return Thought(self.states[some], self.layer, self.share)


def loss(
    states: Tensor,
    layer: Layer,
    wanted: Tensor,
    smoothing: float = 0.0,
    thought: Thought | None = None,
) -> Tensor:
    """The sum, in nats, of the cross-entropies between the scores of N tokens, of which the decoder
    left the `states` (N, width), and those `wanted` (N), mixed with the teacher's `thought` where
    there is one. Its gradient reaches the states and the layer's weight; a bias has none."""
    if layer.bias.requires_grad:
        raise ValueError("the bias is not learnt")
    if not len(states):
        return states.sum()
    summed: Tensor = _Loss.apply(
        states, layer.weight, layer.bias, wanted, smoothing, thought, _kind(states)
    )
    return summed


def _kind(states: Tensor) -> torch.dtype:
    """What matrices are multiplied in."""
    device = states.device.type
    if torch.is_autocast_enabled(device):
        return torch.get_autocast_dtype(device)
    return states.dtype


class _Loss(torch.autograd.Function):  # type: ignore[misc]  # torch is not typed here
    """The gradient is made beside the loss, so that no scores have to be kept or made again."""

    @staticmethod
    def forward(
        ctx: Any, states: Tensor, weight: Tensor, bias: Tensor, wanted: Tensor, smoothing: float,
        thought: Thought | None, kind: torch.dtype,
    ) -> Tensor:  # fmt: skip
        layer = Layer(weight, bias).to(kind)
        if thought:
            thought = Thought(thought.states, thought.layer.to(kind), thought.share)
        summed = states.new_zeros((), dtype=torch.float32)
        of_states, of_weight = torch.empty_like(states), torch.zeros_like(weight)
        size = max(1, _AT_ONCE.get(states.device.type, _OTHERWISE) // len(weight))
        for first in range(0, len(states), size):
            some = slice(first, first + size)
            own = states[some].to(kind)
            logs = layer.scores(own).log_softmax(-1)
            part, asked = _judged(logs, wanted[some], smoothing, thought and thought.part(some))
            summed += part
            asked = asked.to(kind)
            of_states[some] = asked @ layer.weight
            of_weight += asked.t() @ own
        ctx.save_for_backward(of_states, of_weight)
        return summed

    @staticmethod
    def backward(ctx: Any, *above: Tensor) -> tuple[Tensor | None, ...]:
        of_states, of_weight = ctx.saved_tensors
        return of_states * above[0], of_weight * above[0], None, None, None, None, None


def _judged(
    logs: Tensor, wanted: Tensor, smoothing: float, thought: Thought | None
) -> tuple[Tensor, Tensor]:
    """The summed loss of log-probabilities (N, vocabulary), and its gradient by the scores."""
    rows = torch.arange(len(wanted), device=wanted.device)
    share = thought.share if thought else 0.0
    plain = (1 - share) * (1 - smoothing)
    smooth = (1 - share) * smoothing
    summed = -plain * logs[rows, wanted].sum()
    asked = logs.exp()
    asked[rows, wanted] -= plain
    if smooth:
        summed -= smooth * logs.mean(-1).sum()
        asked -= smooth / logs.shape[1]
    if thought:
        theirs = thought.layer.scores(thought.states).log_softmax(-1)
        likely = theirs.exp()
        summed += share * (likely * (theirs - logs)).sum()
        asked -= share * likely
    return summed, asked

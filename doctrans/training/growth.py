"""Kept weights for a network with wider feed-forward layers than the one they are from.

New units begin with random input weights and with output weights of zero, so that the grown network
says what the narrow one said, and learns from there (function-preserving, as Chen et al. 2016,
Net2Net, who copy units instead).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import torch
from torch import Tensor

_FEED_FORWARD = re.compile(r"\.(fc1\.weight|fc1\.bias|fc2\.weight)$")


def grown(
    found: Mapping[str, Tensor], wanted: Mapping[str, Tensor], seed: int
) -> dict[str, Tensor]:
    """`found` with feed-forward layers as wide as those `wanted` (weights by name); all else, and
    what is wider than wanted, as it is. The same seed gives the same weights."""
    dice = torch.Generator().manual_seed(seed)
    # In an order of their own: files give them in any.
    return {name: _grown(name, found[name], wanted.get(name), dice) for name in sorted(found)}


def _grown(name: str, own: Tensor, wanted: Tensor | None, dice: torch.Generator) -> Tensor:
    kind = _FEED_FORWARD.search(name)
    if kind is None or wanted is None or own.ndim != wanted.ndim:
        return own
    side = 1 if kind[1] == "fc2.weight" else 0  # that the units are along
    missing = wanted.shape[side] - own.shape[side]
    if missing <= 0:
        return own
    size = list(own.shape)
    size[side] = missing
    new = own.new_zeros(size)
    if kind[1] == "fc1.weight":
        new = torch.randn(size, generator=dice).to(own) * own.float().std().to(own)
    return torch.cat([own, new], dim=side)

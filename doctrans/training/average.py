"""The mean of the weights of a run's last steps, often better than the last ones.

Every step leaves the weights somewhere about the best ones; the mean of many lies nearer (Polyak
and Juditsky 1992; Marian keeps such a mean as `exponential-smoothing`). It is kept beside the
model, in float32 and on its device, and enters its checkpoint, so that it resumes bit for bit.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


class Average:
    """Of all weights added, as long as they are fewer than `1 / (1 - keep)`; from then on each new
    one moves it by `1 - keep`. With `keep` 0 nothing is kept."""

    def __init__(self, keep: float) -> None:
        self._keep = keep
        self._count = 0
        self._mean: dict[str, Tensor] = {}

    def add(self, model: Any) -> None:
        """The weights that the model has now."""
        if not self._keep:
            return
        self._count += 1
        share = max(1 / self._count, 1 - self._keep)
        with torch.no_grad():
            for name, parameter in model.named_parameters():
                new = parameter.detach().float()
                if self._count == 1:
                    self._mean[name] = new.clone()
                else:
                    self._mean[name] = self._mean[name].to(new.device).lerp_(new, share)

    def weights(self, model: Any) -> dict[str, Tensor]:
        """The mean; where nothing was added, what the model has."""
        return self._mean or {name: p.detach() for name, p in model.named_parameters()}

    def state(self) -> dict[str, Any]:
        """For a checkpoint."""
        return {"count": self._count, "mean": self._mean}

    def restore(self, state: dict[str, Any]) -> None:
        """The inverse; nothing comes back where the mean is no longer asked for."""
        if self._keep:
            self._count, self._mean = state["count"], state["mean"]

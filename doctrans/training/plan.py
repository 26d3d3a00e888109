"""How long a model is trained, on how much at a time, at which rate: a value of the recipe."""

from __future__ import annotations

from dataclasses import dataclass

APART = 1_000_003  # seeds of one run and the next do not meet


@dataclass(frozen=True, slots=True)
class Plan:
    """`batch_tokens` are those of a batch's side, the mean of both, padding counted."""

    steps: int
    batch_tokens: int = 4_000
    rate: float = 1e-3
    warmup: int = 100
    decay: float = 0.25  # of the steps
    average: float = 0.0  # what the mean of the weights keeps at a step of the fall; 0: no mean
    alignment: float = 0.1  # weight of the alignment loss
    smoothing: float = 0.0
    teacher: float = 0.7  # with a teacher: its share of the loss where it is asked
    clip: float = 1.0
    seed: int = 1
    save_minutes: float = 5.0
    log_steps: int = 20

    def __post_init__(self) -> None:
        if not 0 <= self.average < 1:
            raise ValueError(f"average is {self.average}, not from 0 to below 1")
        if not 0 <= self.teacher <= 1:
            raise ValueError(f"teacher is {self.teacher}, not from 0 to 1")

    def rate_at(self, step: int) -> float:
        """Steps count from 0."""
        fall = max(1, round(self.steps * self.decay))
        return self.rate * min(1.0, (step + 1) / self.warmup, (self.steps - step) / fall)

    @property
    def stable_until(self) -> int:
        """The step at which the fall begins."""
        return max(1, self.steps - max(1, round(self.steps * self.decay)))

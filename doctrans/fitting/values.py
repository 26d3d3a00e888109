"""What is wanted of fitting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steps:
    """The ladder, and where it ends. `scales` are of the width of letters; sizes go down in half
    points to `least_size` times the source's, and never under `least_points`."""

    scales: tuple[float, ...] = (0.97, 0.95, 0.93, 0.90)
    least_size: float = 0.85
    least_points: float = 7.0
    freeze_columns: bool = True

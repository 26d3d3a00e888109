"""What is known about the length of a text that has limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from doctrans.model import Limit


class Unit(StrEnum):
    CHARACTERS = "characters"
    BYTES = "bytes"
    WIDTH = "width"  # points


@dataclass(frozen=True, slots=True)
class Measured:
    """The length of a text beside the strictest of its limits in one unit."""

    unit: Unit
    by: Limit
    length: float

    @property
    def limit(self) -> float:
        found: float = getattr(self.by, self.unit.value)
        return found

    @property
    def share(self) -> float:
        """Of the limit; above 1: too long."""
        return self.length / self.limit

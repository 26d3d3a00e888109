"""What is known about the length of a text that has limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from doctrans.model import Limit, Note


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


def unused(name: str) -> Note:
    """On a limit, by the selector or style that it was asked for, which concerns no text of all
    documents that were given."""
    message = (
        f"The limit on “{name}” limits nothing: it selects no translated text of a page, and no "
        "translated paragraph of a DOCX document is in a style of that name."
    )
    return Note("limit-unused", message)

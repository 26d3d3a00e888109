"""Cell margins: what each level says of the four sides, and what holds (17.4.42, 17.4.68)."""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.layout.docx.elements import Element, named
from doctrans.layout.docx.units import Kind, width

# Where nothing says anything: 115 twentieths of a point left and right (17.4.34), none above.
_SIDES = 115 / 20


@dataclass(frozen=True, slots=True)
class Margins:
    """Points; None: nothing is said."""

    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None

    def over(self, lower: Margins) -> Margins:
        return Margins(
            lower.top if self.top is None else self.top,
            lower.bottom if self.bottom is None else self.bottom,
            lower.left if self.left is None else self.left,
            lower.right if self.right is None else self.right,
        )

    @property
    def across(self) -> float:
        return (_SIDES if self.left is None else self.left) + (
            _SIDES if self.right is None else self.right
        )

    @property
    def down(self) -> float:
        return (self.top or 0.0) + (self.bottom or 0.0)


NONE = Margins()


def read(element: Element | None) -> Margins:
    """From `w:tblCellMar` or `w:tcMar`. Margins are never shares (17.4.42)."""
    sides = named(element)
    if not sides:
        return NONE

    def side(*names: str) -> float | None:
        for name in names:
            if name in sides:
                said = width(sides[name])
                return said.amount if said.kind is Kind.POINTS else 0.0
        return None

    return Margins(side("top"), side("bottom"), side("start", "left"), side("end", "right"))

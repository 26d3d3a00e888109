"""Lengths as documents write them, in points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from doctrans.layout.docx.elements import Element, value

TWIPS = 20.0
HALF_POINTS = 2.0
EMU = 12700.0

_NUMBER = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*([a-z%]*)\s*", re.ASCII | re.IGNORECASE)
# ST_UniversalMeasure (22.9.2.15).
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}
_MOST = 100_000.0  # points; what is longer is damage, and would only spoil sums


def points(text: str | None, per_point: float = TWIPS) -> float | None:
    """A number counted in parts of a point, or one with a unit; None: not a length."""
    match = _NUMBER.fullmatch(text) if text else None
    if match is None:
        return None
    unit = match[2].lower()
    if unit and unit not in _UNITS:
        return None
    length = float(match[1]) * (_UNITS[unit] if unit else 1 / per_point)
    return length if abs(length) <= _MOST else None


def ratio(text: str | None, per_cent: float = 1.0) -> float | None:
    """A share of one: `50%`, or a number counted in parts of a per cent."""
    match = _NUMBER.fullmatch(text) if text else None
    if match is None or match[2] not in ("", "%"):
        return None
    share = float(match[1]) / (100 if match[2] else 100 * per_cent)
    return share if abs(share) <= _MOST else None


def whole(text: str | None) -> int | None:
    """A number without sign or fraction, small enough to count with."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


class Kind(Enum):
    """How a width is meant (ST_TblWidth, 17.18.90)."""

    AUTO = "auto"
    POINTS = "dxa"
    SHARE = "pct"


@dataclass(frozen=True, slots=True)
class Width:
    """Points, or a share of one."""

    kind: Kind = Kind.AUTO
    amount: float = 0.0

    def of(self, whole: float) -> float | None:
        """In points, where the width may be a share of `whole`; None: as it comes."""
        if self.kind is Kind.AUTO:
            return None
        return self.amount * whole if self.kind is Kind.SHARE else self.amount


def width(element: Element | None) -> Width:
    """A table width element. Nothing, or nothing sensible, is AUTO: so Word reads a zero too."""
    kind, text = value(element, "type"), value(element, "w")
    if kind in ("auto", "nil") or not text:
        return Width()
    if kind == "pct" or text.rstrip().endswith("%"):
        share = ratio(text, 50)  # fiftieths of a per cent (17.18.90), or a percentage
        return Width(Kind.SHARE, share) if share and share > 0 else Width()
    length = points(text)
    return Width(Kind.POINTS, length) if length and length > 0 else Width()

"""Which conditions of its table's style a cell meets, by its place (17.4.55, 17.7.6)."""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.layout.docx.elements import Element, value


@dataclass(frozen=True, slots=True)
class Look:
    """Which conditional formats a table takes from its style."""

    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    row_bands: bool = False
    column_bands: bool = False


# Attribute, its bit in `w:val`, and whether the bit is for leaving out.
_BITS = (
    ("firstRow", 0x0020, False),
    ("lastRow", 0x0040, False),
    ("firstColumn", 0x0080, False),
    ("lastColumn", 0x0100, False),
    ("noHBand", 0x0200, True),
    ("noVBand", 0x0400, True),
)


def read(element: Element | None) -> Look:
    """From `w:tblLook`, whose attributes go before the bits that older documents have."""
    if element is None:
        return Look()
    try:
        bits = int(value(element) or "0", 16)
    except ValueError:
        bits = 0
    flags = []
    for name, bit, leaves_out in _BITS:
        said = value(element, name)
        is_set = bool(bits & bit) if said is None else said.lower() in ("1", "true", "on")
        flags.append(is_set != leaves_out)
    return Look(*flags)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: its row of how many, whether it is the first and last of its row, and
    the column in which it begins. `heads` is how many rows are repeated on each page, at least
    one: programs format them all as the first."""

    row: int
    rows: int
    first: bool
    last: bool
    column: int
    heads: int = 1


def conditions(look: Look, place: Place, band_rows: int, band_columns: int) -> tuple[str, ...]:
    """Names of ST_TblStyleOverrideType, the weakest first."""
    top = look.first_row and place.row < place.heads
    bottom = look.last_row and place.row == place.rows - 1 and not top
    left = look.first_column and place.first
    right = look.last_column and place.last and not left
    names = []
    if look.column_bands and not (left or right):
        names.append(_band(place.column - look.first_column, band_columns, "Vert"))
    if look.row_bands and not (top or bottom):
        names.append(_band(place.row - place.heads * look.first_row, band_rows, "Horz"))
    sides = (("firstRow", top), ("lastRow", bottom), ("firstCol", left), ("lastCol", right))
    corners = (
        ("nwCell", top and left), ("neCell", top and right),
        ("swCell", bottom and left), ("seCell", bottom and right),
    )  # fmt: skip
    names += [name for name, holds in (*sides, *corners) if holds]
    return tuple(names)


def _band(index: int, size: int, way: str) -> str:
    return f"band{1 + index // size % 2}{way}"

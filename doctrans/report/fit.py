"""What became of boxes in which a translation did not fit. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How far fitting goes.

    `BALANCED`: other words and hyphens wherever text does not fit; the type is touched only where
    text would be clipped or a word chopped, and where nothing else helps a row may grow.
    `STRICT`: no row may grow either.
    """

    OFF = "off"
    BALANCED = "balanced"
    STRICT = "strict"


class Rung(StrEnum):
    """What made a text fit, in the order in which a typesetter tries it."""

    WORDING = "wording"  # another translation
    HYPHENS = "hyphens"  # soft hyphens, with another translation or without
    ABBREVIATIONS = "abbreviations"  # of the lists that were asked for, besides
    SCALE = "scale"  # narrower letters, besides
    SIZE = "size"  # smaller ones, besides
    NONE = "none"  # nothing did


@dataclass(frozen=True, slots=True)
class BoxFit:
    """One box whose plain translation did not fit. `failures` are those that are left; `room` and
    `need` the heights that there are and that the text takes in the end, `width` that of the box;
    `lines` those of the source, of the plain translation and of the end."""

    box: str
    context: str  # where it stands, for people
    segments: tuple[str, ...]
    before: frozenset[str]  # how the plain translation failed
    failures: frozenset[str]
    rung: Rung
    width: float
    room: float
    need: float
    lines: tuple[int, int, int]
    scale: float = 1.0
    size: float = 1.0
    words: tuple[str, ...] = ()  # chopped in the end
    cell: bool = True  # what grows with its text is the row of a cell; else a text box itself


@dataclass(frozen=True, slots=True)
class FitReport:
    """Of one document. `boxes` are those in which the plain translation did not fit, `measured` is
    how many were looked at, `declined` are those that could not be judged, by id and reason;
    `frozen` tables whose columns were fixed."""

    mode: Mode
    measured: int
    boxes: tuple[BoxFit, ...] = ()
    declined: tuple[tuple[str, str], ...] = ()
    frozen: tuple[str, ...] = ()
    restyled: int = 0  # boxes whose type was touched
    # Families whose widths are not known for sure here, and the share that they may be off by.
    fonts: tuple[tuple[str, float], ...] = ()

    @property
    def unfit(self) -> tuple[BoxFit, ...]:
        return tuple(box for box in self.boxes if box.failures)

"""The values of layout: type, paragraphs and the boxes that hold them. All lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Face:
    """What a document asks for; whether there is such a font is another question."""

    family: str
    bold: bool = False
    italic: bool = False


class Caps(Enum):
    """Lower-case letters as written, as capitals, or as small capitals."""

    NONE = "none"
    ALL = "all"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set. `spacing` is added after every character, `scale` stretches glyphs and
    spacing alike; `kerning` only where the document asks for it."""

    face: Face
    size: float
    spacing: float = 0.0
    scale: float = 1.0
    kerning: bool = False
    caps: Caps = Caps.NONE
    raised: bool = False  # super- or subscript, set smaller


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one type. A line feed is a forced line break, a tab a tab."""

    text: str
    type: Type


class Rule(Enum):
    """How a given height is meant: as it comes, at least so much, or exactly."""

    AUTO = "auto"
    AT_LEAST = "at least"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Leading:
    """The distance of lines: a multiple of the font's own (`AUTO`), or points."""

    rule: Rule = Rule.AUTO
    value: float = 1.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`first` is where the first line's text begins, a number or bullet before it included; `left`
    where the others begin; `right` what is left free at the end. `mark` is the type of the
    paragraph's end, which alone gives an empty paragraph its height."""

    runs: tuple[Run, ...]
    mark: Type
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    leading: Leading = Leading()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Direction(Enum):
    """How the lines of a box run."""

    LEFT_TO_RIGHT = "left to right"
    RIGHT_TO_LEFT = "right to left"
    ROTATED = "rotated"


@dataclass(frozen=True, slots=True)
class CellBox:
    """The room of one table cell. `width` is that of its text, padding taken off; `room` the height
    that its text may have: that of its row without padding, None where it is not known. Spanned
    rows count together. `row` and `column` are those of the grid, from 0. `table` is the same for
    all cells of a table, whose rows grow with the tallest cell; `padding` is what is above and
    below the text. `places` are the numbers of its paragraphs among all of their part, from 1."""

    id: str
    row: int
    column: int
    columns: int
    width: float
    paragraphs: tuple[Paragraph, ...]
    height: Rule = Rule.AUTO
    room: float | None = None
    direction: Direction = Direction.LEFT_TO_RIGHT
    nowrap: bool = False
    squeezed: bool = False  # w:tcFitText
    notes: tuple[str, ...] = ()
    table: str = ""
    rows: int = 1
    padding: float = 0.0
    places: tuple[int, ...] = ()

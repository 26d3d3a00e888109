"""What is measured of a page. All lengths are CSS pixels, at one width of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

ROOT = -1  # the number of the page itself among containers


class Kind(StrEnum):
    CELL = "cell"  # of a table: its row grows with it
    CONTROL = "control"  # a button, a list, a label: what people take as one word
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Box:
    """An element that lays out lines of text, or a control. `number` is that of its start tag in
    the source.

    `room` is the width and height that its text has, `need` what it takes; `over` how far text
    reaches beyond the box, to the sides and downwards, `lost` how much of it is cut off by the box
    or something around it. `chopped` are words that end a line without a hyphen. `words` are the
    widest, with their widths. `row` is the height of a cell's row, of others their own.
    `filled` is the height of all that is in a control, icons too; 0: not known. `containers` are
    the elements around it, from the inside, by number; the last is the page. `apart` are those of
    them beyond which something reaches sideways that stands above or below it, and nothing beside.
    """

    number: int
    kind: Kind
    name: str  # of the element
    frame: tuple[float, float, float, float]  # left, top, right, bottom of the page
    room: tuple[float, float]
    need: tuple[float, float]
    over: tuple[float, float] = (0.0, 0.0)
    lost: tuple[float, float] = (0.0, 0.0)
    lines: int = 1
    chopped: tuple[str, ...] = ()
    words: tuple[tuple[str, float], ...] = ()
    row: float = 0.0
    filled: float = 0.0
    containers: tuple[int, ...] = ()
    apart: tuple[int, ...] = ()
    segments: tuple[str, ...] = ()  # by id; only where a copy of the source was measured
    nowrap: bool = False  # its lines end only where the source breaks them
    editable: bool = True  # whether soft hyphens in its text would be seen as what they are
    seen: bool = True  # whether anything of its text is
    declined: str = ""  # why its numbers say nothing; "": they do

    @property
    def least(self) -> float:
        """The width below which its text cannot be set."""
        if self.nowrap:
            return self.need[0]
        return max((width for _, width in self.words), default=0.0)

    @property
    def width(self) -> float:
        return self.frame[2] - self.frame[0]

    @property
    def height(self) -> float:
        return self.frame[3] - self.frame[1]


@dataclass(frozen=True, slots=True)
class Page:
    """`width` is that of the window, `size` the page's own. `containers` are, by number, how far
    what is in an element reaches beyond it, to the sides and downwards; those that are `scrolling`
    a reader can scroll sideways. `missing` are files that the page asks for and did not get."""

    width: int
    size: tuple[float, float]
    boxes: Mapping[int, Box]
    containers: Mapping[int, tuple[float, float]]
    missing: tuple[str, ...] = ()
    scrolling: frozenset[int] = frozenset()

"""Whether the cells of a translated document fit in rendered pages, beside those of its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from doctrans.layout.breaking import SHY
from doctrans.layout.model import CellBox, Direction
from doctrans.layout.proof.glyphs import Glyph, Pages, Rect
from doctrans.layout.proof.probe import Colour, ground

TOLERANCE = 0.6  # points; less is not seen
_OUTSIDE = 1.5  # points by which a glyph may reach over the edge of its ground: tails, accents


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is painted. `height` is that of its ground, on all pages together; `lost` counts
    characters that are not painted or outside of it, `chopped` are words that a line breaks without
    a hyphen, by what of them stands at the end of the line."""

    lines: int
    width: float
    height: float
    lost: int
    chopped: tuple[str, ...]


def cells(pages: Pages, colours: Mapping[Colour, str], boxes: list[CellBox]) -> dict[str, Cell]:
    """By the ids of boxes that have a ground; `colours` as `probe` gives them."""
    by_id = {id_: colour for colour, id_ in colours.items()}
    found = {}
    for box in boxes:
        colour = by_id.get(box.id)
        grounds = _distinct(pages, ground(colour)) if colour else []
        if colour and grounds:
            lines, grounds = _once(pages.lines(colour), grounds, box)
            found[box.id] = _cell(lines, grounds, box)
    return found


def _distinct(pages: Pages, colour: Colour) -> list[tuple[int, Rect]]:
    """Grounds are painted more than once."""
    found: list[tuple[int, Rect]] = []
    for page, rect in pages.grounds.get(colour, ()):
        same = (p == page and abs(r.top - rect.top) < 1 and abs(r.left - rect.left) < 1
                for p, r in found)  # fmt: skip
        if not any(same):
            found.append((page, rect))
    return found


def _once(
    lines: list[list[Glyph]], grounds: list[tuple[int, Rect]], box: CellBox
) -> tuple[list[list[Glyph]], list[tuple[int, Rect]]]:
    """Heads of tables are repeated where a table goes on, and what stands in headers on each page:
    where the first page has all of a text and others have it again, the first is looked at."""
    first = min(page for page, _ in grounds)
    there = [line for line in lines if line[0].page == first]
    wanted = _painted(box)
    if sum(map(len, there)) < wanted or sum(map(len, lines)) < 2 * wanted:
        return lines, grounds
    return there, [(page, rect) for page, rect in grounds if page == first]


def _painted(box: CellBox) -> int:
    """How many characters of it are to be seen."""
    text = "".join(paragraph.text for paragraph in box.paragraphs)
    return sum(not char.isspace() and char != SHY for char in text)


def _cell(lines: list[list[Glyph]], grounds: list[tuple[int, Rect]], box: CellBox) -> Cell:
    text = "\n".join(paragraph.text for paragraph in box.paragraphs)
    painted = sum(map(len, lines))
    wanted = _painted(box)
    outside = sum(_is_outside(glyph, grounds) for line in lines for glyph in line)
    is_level = box.direction is not Direction.ROTATED  # else each letter has a height of its own
    return Cell(
        lines=len(lines),
        width=max(rect.right - rect.left for _, rect in grounds),
        height=sum(rect.bottom - rect.top for _, rect in grounds),
        lost=max(0, wanted - painted) + outside,
        chopped=_chopped(lines, text) if is_level else (),
    )


def _is_outside(glyph: Glyph, grounds: list[tuple[int, Rect]]) -> bool:
    return not any(
        page == glyph.page
        and glyph.box.bottom <= rect.bottom + _OUTSIDE
        and glyph.box.top >= rect.top - _OUTSIDE
        for page, rect in grounds
    )


def _chopped(lines: list[list[Glyph]], text: str) -> tuple[str, ...]:
    """Walks along the text; a hyphen that is painted and not in it is a soft one."""
    found: list[str] = []
    position = 0
    for number, line in enumerate(lines):
        for glyph in line:
            start = position
            while position < len(text) and (text[position].isspace() or text[position] == SHY):
                position += 1
            if position < len(text) and text[position] == glyph.char:
                position += 1
            elif glyph.char == "-":
                position = start
        last = line[-1].char
        ends = position < len(text) and number + 1 < len(lines)
        if ends and last.isalnum() and text[position].isalnum():
            found.append("".join(glyph.char for glyph in line)[-20:])
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Change:
    """How a cell is worse than its source. Points."""

    lost: int
    chopped: int
    grows: float
    moved: float

    @property
    def fits(self) -> bool:
        return not (
            self.lost or self.chopped or self.grows > TOLERANCE or abs(self.moved) > TOLERANCE
        )


def compared(source: Cell, target: Cell) -> Change:
    """What the source had already is not counted."""
    return Change(
        max(0, target.lost - source.lost),
        max(0, len(target.chopped) - len(source.chopped)),
        max(0.0, target.height - source.height),
        target.width - source.width,
    )

"""What is told of a cell by its glyphs and grounds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans.layout.model import CellBox, Direction, Face, Paragraph, Run, Type
from doctrans.layout.proof.compare import cells
from doctrans.layout.proof.glyphs import Glyph, Pages, Rect
from doctrans.layout.proof.probe import ground

COLOUR = (0, 1, 200)
TYPE = Type(Face("Liberation Sans"), 10)
BOX = CellBox("word/document.xml#0", 0, 0, 1, 60, (Paragraph((Run("Go", TYPE),), TYPE),))


@pytest.mark.parametrize(
    ("text_on", "height"),
    [
        ((0,), 50),  # the row goes on on the next page: the cell is as high as both parts
        ((0, 1), 30),  # the row is a head, which is repeated
        ((1,), 50),
    ],
)
def test_cells_on_two_pages(text_on: tuple[int, ...], height: float) -> None:
    grounds = [(0, Rect(0, 0, 60, 30)), (1, Rect(0, 0, 60, 20))]
    glyphs = [
        Glyph(char, page, 12, 10, Rect(at, 2, at + 5, 12))
        for page in text_on
        for at, char in ((2, "G"), (8, "o"))
    ]
    pages = Pages(2, {COLOUR: glyphs}, {ground(COLOUR): grounds})
    [cell] = cells(pages, {COLOUR: BOX.id}, [BOX]).values()
    assert (cell.height, cell.lost, cell.chopped) == (height, 0, ())


@pytest.mark.parametrize(
    ("direction", "chopped"), [(Direction.LEFT_TO_RIGHT, ("G",)), (Direction.ROTATED, ())]
)
def test_letters_of_a_rotated_text_are_no_lines(
    direction: Direction, chopped: tuple[str, ...]
) -> None:
    glyphs = [
        Glyph(char, 0, down, 10, Rect(2, down - 5, 12, down))
        for down, char in ((28, "G"), (20, "o"))
    ]
    pages = Pages(1, {COLOUR: glyphs}, {ground(COLOUR): [(0, Rect(0, 0, 60, 30))]})
    [cell] = cells(pages, {COLOUR: BOX.id}, [replace(BOX, direction=direction)]).values()
    assert (cell.lost, cell.chopped) == (0, chopped)

"""How high the text of each cell may be: the row gives it what its tallest cell takes.

A cell may use all the room that its row had in the source, not only as many lines as its own text
had. Of a cell that spans rows these are all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from doctrans.layout.model import CellBox, Rule


@dataclass(frozen=True, slots=True)
class Room:
    """Points that the text of a box may be high; `exact`: what is more is not seen, else the row
    grows."""

    height: float
    exact: bool


def rooms(boxes: Sequence[CellBox], needs: Mapping[str, float]) -> dict[str, Room]:
    """By box id; `needs` are the heights of the source's own texts, by box id."""
    tables: dict[str, list[CellBox]] = defaultdict(list)
    found: dict[str, Room] = {}
    for box in boxes:
        if box.table:
            tables[box.table].append(box)
        else:
            found[box.id] = _alone(box, needs[box.id])
    for cells in tables.values():
        rows = _rows(cells, needs)
        for box in cells:
            exact = box.height is Rule.EXACT
            whole = sum(rows[row] for row in range(box.row, box.row + box.rows))
            room = box.room if exact and box.room is not None else whole - box.padding
            found[box.id] = Room(max(room, 0.0), exact)
    return found


def _alone(box: CellBox, need: float) -> Room:
    """A shape has the height that it has, or that of its own text: where that is more, not all of
    it is seen, or it stands over the outline, and a translation that needs no more is no worse."""
    if box.height is Rule.AUTO or box.room is None:
        return Room(need, exact=False)
    return Room(max(box.room, need), box.height is Rule.EXACT)


def _rows(cells: Sequence[CellBox], needs: Mapping[str, float]) -> dict[int, float]:
    """Heights of the rows of one table, padding included. A cell over several rows makes the last
    of them higher where it needs more than they are."""
    heights: dict[int, float] = defaultdict(float)
    for box in sorted(cells, key=lambda cell: cell.rows):
        own = _outer(box, needs[box.id])
        if box.rows == 1:
            heights[box.row] = max(heights[box.row], own)
            continue
        last = box.row + box.rows - 1
        others = sum(heights[row] for row in range(box.row, last))
        heights[last] = max(heights[last], own - others)
    return heights


def _outer(box: CellBox, need: float) -> float:
    if box.room is not None and box.height is Rule.EXACT:
        return box.room + box.padding
    return max(need, box.room or 0.0) + box.padding

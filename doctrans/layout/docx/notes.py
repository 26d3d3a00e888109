"""What a box says of what could not be told for sure, in words for people."""

from __future__ import annotations

AUTOFIT = "columns may change with their content"
NESTED = "a table stands inside; its room is not counted"
NO_GRID = "the widths of columns are not given; they are taken as equal"
TWO_GRIDS = "cells and grid say different widths; programs differ in which they take"
WIDE = "the table is wider than its place"
NO_PAGE = "no page size is given; Letter is assumed"
UNEQUAL_COLUMNS = "the page has columns of several widths; the first is assumed"
AUTO_SPACING = "spacing is left to the program"
DRAWING = "a picture or shape stands in the text"
FLOATING = "a floating picture or shape may stand in the way"
EQUATION = "an equation stands in the text"
SQUEEZED_RUN = "some text is squeezed into a given width"
DELETED_END = "the end of a paragraph is deleted by a tracked change"
STRAY_MERGE = "the cell goes on with one above that is not there"
OUTSIDE = "the cell is beyond the columns of its table"
NO_ROOM = "padding takes the whole width"
GROWS = "the shape grows with its text"


def drawing(points: float | None) -> str:
    return DRAWING if points is None else f"{DRAWING}, {points:.1f} pt wide"

"""Where the first line of a paragraph begins, its number or bullet counted in (17.9.28)."""

from __future__ import annotations

from collections.abc import Callable

from doctrans.layout.docx.numbering import Level
from doctrans.layout.docx.properties import ParagraphProperties
from doctrans.layout.model import Type

LabelWidth = Callable[[str, Type], float]


def half_an_em(text: str, type_: Type) -> float:
    """A guess for those who have no fonts: digits are about as wide."""
    return 0.5 * type_.size * len(text)


def text_begins(
    said: ParagraphProperties, level: Level, label: str, width: Callable[[str], float], tab: float
) -> float:
    """`width` measures in the label's type; `tab` is the distance of default stops."""
    left = said.left or 0.0
    start = left + (said.first or 0.0)
    if not label:
        return max(start, left) if level.suffix == "tab" else start
    end = start + width(label) * _share_after(level.justify)
    if level.suffix == "nothing":
        return end
    if level.suffix == "space":
        return end + width(" ")
    return _next_stop(end, left, said.tabs or (), tab)


def _share_after(justify: str) -> float:
    """How much of the label is after the place that it is aligned at (17.9.7)."""
    if justify in ("right", "end"):
        return 0.0
    return 0.5 if justify == "center" else 1.0


def _next_stop(end: float, left: float, tabs: tuple[tuple[float, bool], ...], tab: float) -> float:
    """The hanging position is a stop too; default ones begin after the last that is set."""
    cleared = {position for position, clear in tabs if clear}
    stops = [position for position, clear in tabs if not clear and position not in cleared]
    ahead = [stop for stop in (*stops, left) if stop > end]
    return min(ahead) if ahead else (end // tab + 1) * tab

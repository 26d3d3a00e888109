"""How the boxes of a translated page are worse than those of its source, at the same width.

What already overflows in the source is its own affair: only what is more than there counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from doctrans.layout.html.model import ROOT, Box, Kind, Page

TOLERANCE = 1.0  # pixels; browsers round what they tell to whole ones


class Fault(StrEnum):
    """How readers are let down, worst first."""

    CLIPPED = "clipped"  # text is cut off, by its box or something around it
    SPILLS = "spills"  # text stands outside of its box, over what is beside or below
    CHOPPED = "chopped"  # a word ends a line without a hyphen
    WIDENS = "widens"  # it makes a table, a line of buttons, the page wider than there is room
    GROWS = "grows"  # the row of a table, or a control, becomes higher


@dataclass(frozen=True, slots=True)
class Change:
    """One box against its source, in a `window` of that width. `sideways` and `down` are pixels by
    which text is cut off or reaches beyond more than in the source; `wider` what its surroundings
    lack for it, `grows` what its row is higher by, `moved` what the box itself is wider by."""

    window: int
    box: Box
    source: Box
    faults: frozenset[Fault]
    sideways: float = 0.0
    down: float = 0.0
    wider: float = 0.0
    grows: float = 0.0
    chopped: tuple[str, ...] = ()

    @property
    def excess(self) -> float:
        """Pixels that are missing, of all that is wrong but a row that grows."""
        return max(self.sideways, self.down, self.wider) if self.faults else 0.0

    @property
    def moved(self) -> float:
        return self.box.width - self.source.width


def compared(source: Page, target: Page) -> dict[int, Change]:
    """Every box that is in both and seen in the source, by number; boxes whose numbers say nothing
    are not."""
    pairs = {
        number: (box, target.boxes[number])
        for number, box in source.boxes.items()
        if box.seen and number in target.boxes
        if not (box.declined or target.boxes[number].declined)
    }
    wider, lower = _pressed(source, target, pairs)
    return {
        number: _compared(
            target.width, before, after, wider.get(number, 0.0), lower.get(number, 0.0)
        )
        for number, (before, after) in pairs.items()
    }


def _compared(window: int, before: Box, after: Box, wider: float, lower: float) -> Change:
    lost = [now - was for now, was in zip(after.lost, before.lost, strict=True)]
    over = [now - was for now, was in zip(after.over, before.over, strict=True)]
    chopped = after.chopped and _more(after.chopped, before.chopped)
    grows = _grows(before, after)
    faults = {
        fault
        for fault, holds in (
            (Fault.CLIPPED, max(lost) > TOLERANCE),
            (Fault.SPILLS, max(*over, lower) > TOLERANCE and max(lost) <= TOLERANCE),
            (Fault.CHOPPED, bool(chopped)),
            (Fault.WIDENS, wider > TOLERANCE),
            (Fault.GROWS, grows > TOLERANCE),
        )
        if holds
    }
    sideways, down = max(0.0, lost[0], over[0]), max(0.0, lost[1], over[1], lower)
    found = frozenset(faults)
    return Change(window, after, before, found, sideways, down, wider, grows, chopped)


def _more(words: Iterable[str], before: Iterable[str]) -> tuple[str, ...]:
    return tuple((Counter(words) - Counter(before)).elements())


def _grows(before: Box, after: Box) -> float:
    """By how much a row or control is higher, of those that need it: what they hold takes more than
    there is in the source. Others are as high as what stands beside them."""
    if after.kind is Kind.TEXT:
        return 0.0
    grows = after.row - before.row
    if after.kind is Kind.CELL and after.need[1] <= before.room[1] + TOLERANCE:
        return 0.0
    if after.filled and after.filled <= before.room[1] + TOLERANCE:
        return 0.0
    return max(0.0, grows)


def _pressed(
    source: Page, target: Page, pairs: Mapping[int, tuple[Box, Box]]
) -> tuple[dict[int, float], dict[int, float]]:
    """Of boxes that make something around them overflow, by how much, sideways and downwards.

    An element that overflows does so for what is in it and became larger; sideways, for what is at
    the height of what reaches beyond it, if any of that did. Where something in it overflows
    already, that is the reason; the innermost come first. What had to be scrolled in the source is
    scrolled a little further."""
    inside: dict[int, list[int]] = {}
    for number, (box, _) in pairs.items():
        for container in box.containers:
            inside.setdefault(container, []).append(number)
    wider: dict[int, float] = {}
    lower: dict[int, float] = {}
    for container in sorted(inside, key=lambda one: (one == ROOT, len(inside[one]))):
        if container not in source.containers or container not in target.containers:
            continue
        before, after = source.containers[container], target.containers[container]
        beside = [n for n in inside[container] if container not in pairs[n][1].apart]
        for axis, (pressed, near) in enumerate(((wider, beside), (lower, inside[container]))):
            if not axis and container in source.scrolling and before[axis] > TOLERANCE:
                continue
            excess = after[axis] - before[axis]
            if excess > TOLERANCE and not _explained(near, pairs, pressed, axis):
                larger = _larger(near, pairs, axis) or _larger(inside[container], pairs, axis)
                for number in larger:
                    pressed[number] = max(excess, pressed.get(number, 0.0))
    return wider, lower


def _explained(
    numbers: Iterable[int],
    pairs: Mapping[int, tuple[Box, Box]],
    pressed: Mapping[int, float],
    axis: int,
) -> bool:
    for number in numbers:
        before, after = pairs[number]
        reaches = after.over[axis] - before.over[axis] > TOLERANCE
        is_cut = after.lost[axis] - before.lost[axis] > TOLERANCE  # and makes nothing overflow
        if number in pressed or (reaches and not is_cut):
            return True
    return False


def _larger(numbers: Iterable[int], pairs: Mapping[int, tuple[Box, Box]], axis: int) -> list[int]:
    """Of boxes those that became larger, and of these those that must be, if any: a cell is wider
    too because another one in its column is, and what stands in a line as high as all of it."""

    def grown(number: int) -> float:
        before, after = pairs[number]
        return (after.width, after.height)[axis] - (before.width, before.height)[axis]

    def lacks(number: int) -> float:
        before, after = pairs[number]
        return after.need[1] - before.need[1] if axis else after.least - before.room[0]

    larger = [number for number in numbers if grown(number) > TOLERANCE / 2]
    return [number for number in larger if lacks(number) > TOLERANCE / 2] or larger

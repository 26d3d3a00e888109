"""What text needs of a box, and whether the box has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from doctrans.layout.lines import fill
from doctrans.layout.model import CellBox, Paragraph
from doctrans.layout.rooms import Room
from doctrans.layout.shaping import Measure

TOLERANCE = 0.6  # points; less is not seen


@dataclass(frozen=True, slots=True)
class Need:
    """Of all paragraphs of a box. `chopped` are the words that its width breaks without a hyphen,
    in order, `chops` how often; `close` are those that it just holds; `height` is in points, the
    space before and after paragraphs included."""

    lines: int
    height: float
    chopped: tuple[str, ...]
    chops: int = 0
    close: tuple[str, ...] = ()


def need(paragraphs: Iterable[Paragraph], width: float, measure: Measure) -> Need:
    """What paragraphs need in a box of that width, in points."""
    lines = chops = 0
    height = 0.0
    chopped: list[str] = []
    close: list[str] = []
    for paragraph in paragraphs:
        filled = fill(paragraph, width, measure)
        lines += len(filled.lines)
        height += paragraph.before + filled.height + paragraph.after
        chopped += filled.chopped
        close += filled.close
        chops += sum(line.chopped for line in filled.lines)
    return Need(lines, height, tuple(chopped), chops, tuple(close))


class Failure(Enum):
    """How readers are let down, worst first."""

    CLIPPED = "clipped"  # a row of exact height does not show all of it
    CHOPPED = "chopped"  # a word is broken without a hyphen
    GROWS = "grows"  # the row becomes higher than it was


@dataclass(frozen=True, slots=True)
class FitVerdict:
    """`over` is the height that is missing, in points; `chopped` are words that are broken without
    a hyphen, or may be since the box just holds them, and that the source did not have so."""

    need: Need
    failures: frozenset[Failure]
    over: float
    chopped: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.failures


def verdict(
    box: CellBox, room: Room, paragraphs: Sequence[Paragraph], measure: Measure
) -> FitVerdict:
    """Whether other paragraphs fit where those of `box` stood."""
    found = need(paragraphs, box.width, measure)
    broken = [*found.chopped, *found.close]
    own = need(box.paragraphs, box.width, measure) if broken else None
    before = {*own.chopped, *own.close} if own else set()
    chopped = tuple(word for word in broken if word not in before)
    over = max(0.0, found.height - room.height)
    failures = {Failure.CHOPPED} if chopped else set()
    if over > TOLERANCE:
        failures.add(Failure.CLIPPED if room.exact else Failure.GROWS)
    return FitVerdict(found, frozenset(failures), over, chopped)

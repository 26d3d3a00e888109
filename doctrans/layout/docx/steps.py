"""How type is made narrower and smaller: by how much, and down to where. Sizes are points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from doctrans.layout.model import Paragraph, Type

_SMALL = 6.0  # points: the least for type that is too small to be read already


@dataclass(frozen=True, slots=True)
class Restyle:
    """What becomes of the type of one cell or text box: ratios to what it has, so that runs of
    several sizes stay in their relation. `scale` is of the width of letters, `size` of their size.
    """

    scale: float = 1.0
    size: float = 1.0

    def __post_init__(self) -> None:
        if not (0 < self.scale <= 1 and 0 < self.size <= 1):
            raise ValueError(f"type becomes narrower and smaller, not {self}")


def rescaled(scale: float, by: float) -> float:
    """In whole per cent, as `w:w` has it."""
    return scale if by == 1.0 else round(scale * by, 2)


def resized(size: float, by: float) -> float:
    """In half points, as `w:sz` has it; what stays nearly the same stays the same."""
    return size if by == 1.0 else round(2 * size * by) / 2


def restyled(paragraphs: Iterable[Paragraph], change: Restyle) -> tuple[Paragraph, ...]:
    """Paragraphs as they are read again when they have been restyled, but for the width of numbers
    and bullets before them."""

    def new(old: Type) -> Type:
        return replace(
            old,
            size=resized(old.size, change.size),
            scale=rescaled(old.scale, change.scale),
        )

    return tuple(
        replace(
            paragraph,
            mark=new(paragraph.mark),
            runs=tuple(replace(run, type=new(run.type)) for run in paragraph.runs),
        )
        for paragraph in paragraphs
    )


def sizes(
    paragraphs: Iterable[Paragraph], least: float = 0.85, legible: float = 7.0
) -> tuple[float, ...]:
    """Ratios that make the text of a box smaller by half points, the mildest first, down to `least`
    of what it was, and as long as all of it has `legible` points. The half points are those of the
    size that most characters have."""
    used: Counter[float] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            used[run.type.size] += len(run.text)
    return tuple(_sizes(used, least, legible)) if used else ()


def _sizes(used: Counter[float], least: float, legible: float) -> Iterator[float]:
    [(main, _)] = used.most_common(1)
    size = main - 0.5
    while size > 0 and all(
        resized(one, size / main) >= _floor(one, least, legible) for one in used
    ):
        yield size / main
        size -= 0.5


def _floor(size: float, least: float, legible: float) -> float:
    return min(size, max(least * size, legible if size >= legible else _SMALL))

"""How type is made narrower and smaller: by how much, and down to where. Sizes are points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from doctrans.layout.model import Paragraph, Type

SCALES = (0.97, 0.95, 0.93, 0.90)  # of the width of letters, the mildest first
_LEAST = 0.85  # of the size that there was
_LEGIBLE, _SMALL = 7.0, 6.0  # never smaller than the first; than the second where it was already


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


def sizes(paragraphs: Iterable[Paragraph]) -> tuple[float, ...]:
    """Ratios that make the text of a box smaller by half points, the mildest first, as long as all
    of it can be read. The half points are those of the size that most characters have."""
    used: Counter[float] = Counter()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            used[run.type.size] += len(run.text)
    return tuple(_sizes(used)) if used else ()


def _sizes(used: Counter[float]) -> Iterator[float]:
    [(main, _)] = used.most_common(1)
    size = main - 0.5
    while size > 0 and all(resized(one, size / main) >= _floor(one) for one in used):
        yield size / main
        size -= 0.5


def _floor(size: float) -> float:
    legible = _LEGIBLE if size >= _LEGIBLE else _SMALL
    return min(size, max(_LEAST * size, legible))

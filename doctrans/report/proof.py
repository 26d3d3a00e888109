"""What a renderer made of a translated document, beside its source. Lengths are points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Pictures = Callable[[], Iterator[bytes]]


def no_pictures() -> Iterator[bytes]:
    """Of what was not rendered."""
    return iter(())


@dataclass(frozen=True, slots=True)
class BoxProof:
    """A box that is worse than in the source: `lost` characters are not painted or outside of it,
    `chopped` words are broken without a hyphen, `grows` is what its row is higher by, `moved` what
    its column is wider or narrower by."""

    box: str
    lost: int
    chopped: int
    grows: float
    moved: float


@dataclass(frozen=True, slots=True)
class ProofReport:
    """`boxes` were compared, `failing` are those that are worse; pages of source and target.
    `pictures` draws PNG from what was rendered, a page of source and target side by side each time,
    with a red frame around boxes that are worse. Raises ConfigurationError without Pillow."""

    renderer: str
    boxes: int
    failing: tuple[BoxProof, ...]
    pages: tuple[int, int]
    pictures: Pictures = field(default=no_pictures, repr=False, compare=False)

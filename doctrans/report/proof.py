"""What a renderer made of a translated document, beside its source. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass


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
    """`boxes` were compared, `failing` are those that are worse; pages of source and target."""

    renderer: str
    boxes: int
    failing: tuple[BoxProof, ...]
    pages: tuple[int, int]

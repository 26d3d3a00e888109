"""What is wanted of fitting."""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.layout.docx.steps import SCALES

# Of the segments of a document: where no more lack room for rows that may grow, those too are worth
# asking for other wordings a second time, which takes as long as translating three times as many.
FEW = 0.05


@dataclass(frozen=True, slots=True)
class Steps:
    """Which rungs of the ladder there are. `scales` are of the width of letters, the mildest
    first; `sizes`: whether letters may be made smaller; `freeze_columns`: whether columns are fixed
    that a program would widen for a long word."""

    scales: tuple[float, ...] = SCALES
    sizes: bool = True
    freeze_columns: bool = True

"""Rates as a table for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from doctrans.evaluate.markup import COLUMNS, Rate, Score, rates


@dataclass(frozen=True, slots=True)
class Row:
    set: str
    projector: str
    rates: dict[str, Rate]
    inconsistent: int  # segments whose tags are not just the reference's

    @classmethod
    def of(cls, name: str, projector: str, scores: Sequence[Score]) -> Row:
        broken = sum(not score.consistent for score in scores)
        return cls(name, projector, rates(scores), broken)


def text(rows: Sequence[Row]) -> str:
    """A Markdown table: per cent right, counts, and the 95 % bootstrap interval."""
    columns = (*COLUMNS, "segments")
    head = ["set", "projector", *columns, "inconsistent"]
    cells = [
        [row.set, row.projector, *(_cell(row.rates[c]) for c in columns), str(row.inconsistent)]
        for row in rows
    ]
    widths = [max(len(line[i]) for line in (head, *cells)) for i in range(len(head))]
    rule = ["-" * width for width in widths]
    return "\n".join(_line(line, widths) for line in (head, rule, *cells))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
    return f"| {' | '.join(padded)} |"


def _cell(rate: Rate) -> str:
    if not rate.total:
        return "–"
    return f"{rate.percent:.1f} ({rate.right}/{rate.total}) [{rate.low:.1f}, {rate.high:.1f}]"


def json(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """`low` and `high` are null where there is nothing to resample."""
    return [
        {
            "set": row.set,
            "projector": row.projector,
            "inconsistent": row.inconsistent,
            **{name: _values(rate) for name, rate in row.rates.items()},
        }
        for row in rows
    ]


def _values(rate: Rate) -> dict[str, float | None]:
    low, high = (rate.low, rate.high) if rate.total else (None, None)
    return {"right": rate.right, "total": rate.total, "low": low, "high": high}

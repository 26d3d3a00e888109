"""Figures, and how they are written: an object a line for programs, tables for people.

A row's fields are its figures; those that say what was measured come first. None: not asked,
because the model does not understand the instruction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `total`."""

    right: int
    total: int

    def __post_init__(self) -> None:
        if not 0 <= self.right <= self.total:
            raise ValueError(f"{self.right} of {self.total}")

    @classmethod
    def of(cls, judged: Iterable[bool]) -> Share:
        answers = list(judged)
        return cls(sum(answers), len(answers))

    @property
    def percent(self) -> float:
        return 100 * self.right / self.total if self.total else float("nan")


class Row(Protocol):
    """Any frozen dataclass with these fields and figures of its own."""

    @property
    def model(self) -> str: ...

    @property
    def language(self) -> str: ...


def name(row: Row) -> str:
    """What a row is called in the output and in `--row`: as its module."""
    return type(row).__module__.rpartition(".")[2]


def record(row: Row) -> dict[str, Any]:
    """A JSON object."""
    found = asdict(row)  # type: ignore[call-overload]
    return {
        "row": name(row),
        **{k: round(v, 2) if isinstance(v, float) else v for k, v in found.items()},
    }


def tables(rows: Sequence[Row]) -> str:
    """Markdown: a table for each kind of row, in the order of first appearance."""
    kinds = dict.fromkeys(type(row) for row in rows)
    return "\n\n".join(_table([row for row in rows if type(row) is kind]) for kind in kinds)


def _table(rows: Sequence[Row]) -> str:
    columns = [field.name for field in fields(rows[0])]  # type: ignore[arg-type]
    head = [name(rows[0]), *(column.replace("_", " ") for column in columns)]
    lines = [head, ["---"] * len(head)]
    lines += [["", *(_cell(getattr(row, column)) for column in columns)] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, Share):
        return f"{value.percent:.1f} ({value.right}/{value.total})" if value.total else "–"
    if isinstance(value, float):
        return f"{value:.2f}" if abs(value) < 10 else f"{value:,.1f}"
    return str(value).replace("|", "\\|")

"""The list of terms that a model is asked for: chosen from references, never from translations.

A line is a term: the number of its line in the held-out file, where it stands in the plain source,
the words there, and the words of the reference that are linked to them. Each is asked by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from doctrans.errors import InputError
from doctrans.model import Range
from doctrans.training.scores.held_out import Item

_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """`line` is from 1; `place` in the plain text of its source, where `source` stands."""

    line: int
    place: Range
    source: str
    target: str


def write(terms: Iterable[ListedTerm], path: Path) -> None:
    """A table: line, start, end, source, target, with tabs between."""
    rows = (f"{t.line}\t{t.place.start}\t{t.place.end}\t{t.source}\t{t.target}\n" for t in terms)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(rows), encoding="utf-8")


def read(path: Path, items: Sequence[Item]) -> list[tuple[Item, ListedTerm]]:
    """Terms with their sentences; those of lines beyond `items` are left out. Raises InputError for
    a list that belongs to other data."""
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.") from error
    found = []
    for number, row in enumerate(rows, 1):
        term = _parsed(row, f"{path}, line {number}")
        if term.line > len(items):
            continue
        item = items[term.line - 1]
        if item.source.text[slice(*term.place)] != term.source:
            raise InputError(
                f"{path}, line {number}: “{term.source}” does not stand there in line {term.line} "
                "of the pairs.",
                hint="Give the list that was made of these pairs.",
            )
        found.append((item, term))
    return found


def _parsed(row: str, place: str) -> ListedTerm:
    columns = row.split("\t")
    try:
        line, start, end = map(int, columns[:3])
        source, target = columns[3:]
    except ValueError as error:
        raise InputError(
            f"{place}: not {_COLUMNS} columns, three numbers and two texts."
        ) from error
    if line < 1:
        raise InputError(f"{place}: lines are counted from 1.")
    return ListedTerm(line, Range(start, end), source, target)

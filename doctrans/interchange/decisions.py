"""Decisions about persons as a table that people fill in: CSV with a comma, a semicolon or a tab.

The first line names the columns, in any order; more columns are kept. `choice` is what a person
writes: f, m, neutral, or nothing. What was written once stays as it is: lines are only added.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from doctrans.constraints.gender.decisions import Decision
from doctrans.constraints.gender.wishes import Key, Wording
from doctrans.errors import DecisionsError
from doctrans.interchange.faults import Faults
from doctrans.interchange.text import decoded

COLUMNS = ("choice", "person", "source", "used", "by", "feminine", "masculine", "neutral",
           "document", "segment")  # fmt: skip
_NEEDED = ("choice", "person", "source", "document", "segment")
_DELIMITERS = (",", ";", "\t")
_CHOICES: Mapping[str, Wording | None] = {
    "": None,
    **{wording.value: wording for wording in Wording},
    "feminine": Wording.FEMININE,
    "masculine": Wording.MASCULINE,
}


@dataclass(frozen=True, slots=True)
class Table:
    """A file's decisions, and its text, to which more are added."""

    decisions: tuple[Decision, ...] = ()
    text: str = ""
    columns: tuple[str, ...] = COLUMNS
    delimiter: str = ","


def read(data: bytes, name: str) -> Table:
    """Raises DecisionsError, which names the lines."""
    text = decoded(data, name, DecisionsError)
    faults = Faults(name, DecisionsError)
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = tuple(cell.strip().casefold() for cell in next(rows, []))
    missing = [column for column in _NEEDED if column not in columns]
    if missing:
        faults.add(1, f"There is no column {', '.join(missing)}.")
        faults.check("The first line names the columns: " + ", ".join(COLUMNS) + ".")
    found: dict[Key, Decision] = {}
    line = 2
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                _take(dict(zip(columns, row, strict=False)), line, found, faults)
            line = rows.line_num + 1
    except csv.Error as error:
        faults.add(line, f"It is no line of a table: {error}.")
    faults.check("Mend these lines; until then no decision is used.")
    return Table(tuple(found.values()), text, columns, delimiter)


def _take(row: Mapping[str, str], line: int, found: dict[Key, Decision], faults: Faults) -> None:
    said = row.get("choice", "").strip()
    if said.casefold() not in _CHOICES:
        faults.add(line, f"“{said}” is no choice: say f, m or neutral, or nothing.")
        return
    if any(column not in row for column in _NEEDED):
        faults.add(line, "It has fewer cells than the first line.")
        return
    key = Key(row["document"], row["segment"], row["source"], row["person"])
    choice = _CHOICES[said.casefold()]
    before = found.get(key)
    if before and before.choice and choice and before.choice is not choice:
        faults.add(line, f"“{key.person}” is decided otherwise in line {before.line}.")
    elif not before or choice:
        found[key] = Decision(
            key,
            choice,
            row.get("used", ""),
            row.get("by", ""),
            row.get("feminine", ""),
            row.get("masculine", ""),
            row.get("neutral", ""),
            line,
        )


def written(table: Table, more: Iterable[Decision]) -> bytes:
    """The table with more decisions at its end; those about whom it has one already are left
    out. UTF-8 with the mark that spreadsheets look for."""
    out = io.StringIO(newline="")
    out.write(table.text)
    writer = csv.DictWriter(
        out, table.columns, extrasaction="ignore", delimiter=table.delimiter, restval=""
    )
    if not table.text:
        writer.writeheader()
    elif not table.text.endswith("\n"):
        out.write("\r\n")
    writer.writerows(map(_row, new(table, more)))
    return out.getvalue().encode("utf-8-sig")


def new(table: Table, more: Iterable[Decision]) -> list[Decision]:
    """Those about whom the table has none, each once."""
    known = {one.key for one in table.decisions}
    return list({one.key: one for one in more if one.key not in known}.values())


def _row(one: Decision) -> dict[str, str]:
    return {
        "choice": one.choice.value if one.choice else "",
        "used": one.used,
        "by": one.by,
        "feminine": one.feminine,
        "masculine": one.masculine,
        "neutral": one.neutral,
        **one.key._asdict(),
    }

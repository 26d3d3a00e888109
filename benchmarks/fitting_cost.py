"""What fitting costs where a third of the cells fails: `python -m benchmarks.fitting_cost PAIRS
--to de`.

A DOCX table of three columns and a page with the same table, filled with the sources of sentence
pairs (a table of id, source, target). Of many rows drawn at random those are taken in which exactly
one cell of three does not fit as it is translated; no text stands in two. Both are translated as
they come and fitted, read, written and verified each time, by translators that are open; rounds of
all modes take turns. The first round, in which fonts are looked for, the rules of hyphens read and
a browser is started, stands apart. Seconds of the processor are those of this process with all its
threads, not those of the browser; ratios are the median of those of each round.
"""

from __future__ import annotations

import io
import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import click
import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from benchmarks.fitting import pairs_of
from doctrans.api import Translator
from doctrans.documents import read, written
from doctrans.report.fit import Mode

COLUMNS = (90.0, 130.0, 180.0)  # points
_DRAWN = 4  # times as many rows as are taken
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds: of this process on the processor, and on the wall."""

    processor: float
    wall: float


def table(rows: Rows) -> bytes:
    """A document of one table."""
    made = docx.Document()
    found = made.add_table(len(rows), len(COLUMNS), style="Table Grid")
    found.autofit = False
    for column, width in zip(found._tbl.tblGrid.findall(qn("w:gridCol")), COLUMNS, strict=True):
        column.set(qn("w:w"), str(round(20 * width)))
    cells = iter(found._cells)
    for texts in rows:
        for width, text in zip(COLUMNS, texts, strict=True):
            cell = next(cells)
            cell.width = Pt(width)
            run = cell.paragraphs[0].add_run(text)
            run.font.name, run.font.size = "Arial", Pt(10)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def page(rows: Rows) -> bytes:
    """A page of one table."""
    columns = "".join(f'<col style="width: {width}pt">' for width in COLUMNS)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}</tr>\n" for texts in rows
    )
    style = "table { table-layout: fixed; width: 400pt; font: 10pt Arial }"
    return (
        f"<!DOCTYPE html><meta charset=utf-8><title>T</title><style>{style}</style>"
        f"<table>{columns}\n{body}</table>"
    ).encode()


MADE = {"docx": table, "html": page}


def rows_of(texts: Sequence[str], count: int, seed: int) -> list[list[str]]:
    """Each text once."""
    some = random.Random(seed).sample(texts, min(len(texts), _DRAWN * count * len(COLUMNS)))
    per_row = len(COLUMNS)
    return [some[at : at + per_row] for at in range(0, len(some) - per_row + 1, per_row)]


def a_third(rows: Rows, format: str, to: str, count: int) -> list[Sequence[str]]:
    """The rows in which exactly one cell does not fit as it is translated."""
    with Translator(to, "en", fit=Mode.STRICT) as translator:
        [result] = translator.translate([read(MADE[format](rows), format)])
    fit = result.report.fit
    assert fit is not None
    texts = {told.source.id: told.source.text for told in result.report.segments}
    failing = {texts[segment] for box in fit.boxes if box.before for segment in box.segments}
    return [row for row in rows if sum(text in failing for text in row) == 1][:count]


def once(data: bytes, format: str, translator: Translator) -> Took:
    """One document from its bytes to those of its translation."""
    processor, wall = time.process_time(), time.perf_counter()
    [result] = translator.translate([read(data, format)])
    written(result.document)
    return Took(time.process_time() - processor, time.perf_counter() - wall)


def measured(data: bytes, format: str, to: str, rounds: int) -> dict[str, list[Took]]:
    """Each round's times, by mode."""
    translators = {mode.value: Translator(to, "en", fit=mode.value) for mode in Mode}
    times: dict[str, list[Took]] = {mode: [] for mode in translators}
    for _ in range(1 + rounds):
        for mode, translator in translators.items():
            times[mode].append(once(data, format, translator))
    for translator in translators.values():
        translator.close()
    return times


def _ratio(some: Sequence[float], plain: Sequence[float]) -> str:
    ratios = [one / other for one, other in zip(some, plain, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


@click.command(help=__doc__)
@click.argument("pairs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", required=True, metavar="LANG")
@click.option("--rows", "count", default=60, show_default=True)
@click.option("--rounds", default=5, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--format", "formats", type=click.Choice(list(MADE)), multiple=True, default=("docx",)
)
def main(
    pairs: Path, to: str, count: int, rounds: int, seed: int, formats: tuple[str, ...]
) -> None:
    texts = [source for source, _ in pairs_of(pairs, to)]
    click.echo("| | cells | processor (s) | ratio | on the wall | first round |")
    click.echo("| --- | --- | --- | --- | --- | --- |")
    for format in formats:
        rows = a_third(rows_of(texts, count, seed), format, to, count)
        times = measured(MADE[format](rows), format, to, rounds)
        plain = times[Mode.OFF.value]
        for mode, found in times.items():
            processor = [took.processor for took in found]
            wall = [took.wall for took in found]
            click.echo(
                f"| {to}, {format}, {mode} | {len(COLUMNS) * len(rows)} | "
                f"{statistics.median(processor[1:]):.2f} | "
                f"{_ratio(processor[1:], [took.processor for took in plain[1:]])} | "
                f"{_ratio(wall[1:], [took.wall for took in plain[1:]])} | "
                f"{processor[0] / plain[0].processor:.2f} |"
            )


if __name__ == "__main__":
    main()

"""Text in table cells, as computed and as LibreOffice sets it: `python -m benchmarks.fit`.

Number of lines of every cell: of generated tables (seeded; columns from 60 points, type up to 14,
lists, spans, styles, several families), or of DOCX files given. Cells are told apart in the
rendered pages by colour. Needs the extras `layout` and `render`, and LibreOffice.
"""

from __future__ import annotations

import io
import statistics
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks import tables
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.model import CellBox, Direction, Rule
from doctrans.layout.needs import Need, need
from doctrans.layout.proof import glyphs, office
from doctrans.layout.proof.probe import Colour, ground, probe
from doctrans.layout.shaping import Measure


@dataclass(frozen=True, slots=True)
class Cell:
    """A box, what was computed of it, and what the renderer made of it."""

    document: str
    box: CellBox
    need: Need
    lines: tuple[str, ...]
    width: float | None  # of the ground, padding included


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {info.filename: package.read(info) for info in package.infolist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def compared(documents: Mapping[str, bytes], measure: Measure) -> tuple[list[Cell], float]:
    """All cells with text that lines can be counted of, and the seconds that computing took."""
    computed: dict[str, list[tuple[CellBox, Need]]] = {}
    seconds = 0.0
    probes, colours = {}, {}
    for name, data in documents.items():
        parts = unpacked(data)
        start = time.perf_counter()
        found = boxes(parts, label_width=measure.width, libreoffice=True)
        computed[name] = [(b, need(b.paragraphs, b.width, measure)) for b in found]
        seconds += time.perf_counter() - start
        changed, colours[name] = probe(parts, [b.id for b in found])
        probes[name] = packed(changed)
    cells: list[Cell] = []
    for name, pdf in office.pdfs(probes).items():
        cells += _rendered(name, glyphs.read(pdf), colours[name], computed[name])
    return cells, seconds


def _rendered(
    name: str,
    pages: glyphs.Pages,
    colours: Mapping[Colour, str],
    computed: list[tuple[CellBox, Need]],
) -> Iterator[Cell]:
    by_id = {id: colour for colour, id in colours.items()}
    for box, needed in computed:
        colour = by_id.get(box.id)
        lines = pages.lines(colour) if colour else []
        if not lines or box.direction is Direction.ROTATED or box.height is Rule.EXACT:
            continue
        rects = pages.grounds.get(ground(colour), []) if colour else []
        width = max((rect.right - rect.left for _, rect in rects), default=None)
        texts = tuple("".join(glyph.char for glyph in line) for line in lines)
        yield Cell(name, box, needed, _once(texts, [line[0].page for line in lines]), width)


def _once(texts: tuple[str, ...], pages: list[int]) -> tuple[str, ...]:
    """Heads that are repeated on every page, counted on the first."""
    first = pages.count(pages[0])
    repeated = texts == texts[:first] * len(set(pages))
    return texts[:first] if repeated else texts


def seen_lines(cell: Cell) -> int:
    """Lines computed, without those of empty paragraphs, which show nothing."""
    empty = sum(not p.text.strip() for p in cell.box.paragraphs)
    return cell.need.lines - empty


@click.command(help=__doc__)
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--documents", default=20, show_default=True, help="Generated ones.")
@click.option("--seed", default=1, show_default=True)
@click.option("--show", default=5, show_default=True, help="Cells that differ.")
def main(files: tuple[Path, ...], documents: int, seed: int, show: int) -> None:
    if files:
        wanted = {f"{n}-{path.stem}": path.read_bytes() for n, path in enumerate(files)}
    else:
        wanted = {f"tables-{n}": tables.document(f"{seed} {n}") for n in range(documents)}
    cells, seconds = compared(wanted, Measure())
    right = [cell for cell in cells if seen_lines(cell) == len(cell.lines)]
    near = [cell for cell in cells if abs(seen_lines(cell) - len(cell.lines)) <= 1]
    several = [cell for cell in cells if len(cell.lines) > 1]
    exact = [cell for cell in several if seen_lines(cell) == len(cell.lines)]
    click.echo(f"{len(wanted)} documents, {len(cells)} cells with text")
    for name, some, of in (
        ("exact number of lines", right, cells),
        ("of cells with several", exact, several),
        ("within one line", near, cells),
    ):
        click.echo(f"{name}: {len(some)} of {len(of)} = {100 * len(some) / max(1, len(of)):.1f} %")
    wider = [cell.width - cell.box.width for cell in cells if cell.width is not None]
    if len(wider) > 1:
        low, *_, high = statistics.quantiles(wider, n=20)
        click.echo(
            f"ground wider than the text's room by {statistics.median(wider):.2f} points (median; "
            f"5th and 95th percentile {low:.2f} and {high:.2f}), which is the padding of a cell"
        )
    click.echo(f"{1000 * seconds / max(1, len(cells)):.2f} ms a cell, reading included")
    for cell in [cell for cell in cells if cell not in right][:show]:
        first = next((p.runs[0].type for p in cell.box.paragraphs if p.runs), None)
        type = f"{first.face.family} {first.size:g}" if first else "no text"
        click.echo(
            f"- {cell.document} {cell.box.id}: {len(cell.lines)} lines, "
            f"computed {seen_lines(cell)}, {cell.box.width:.1f} points, {type}: "
            f"{' | '.join(cell.lines)}"
        )


if __name__ == "__main__":
    main()

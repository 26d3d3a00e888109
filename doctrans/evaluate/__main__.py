"""`python -m doctrans.evaluate`: the commands that score."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from doctrans import restore
from doctrans.aligners import pharaoh
from doctrans.errors import DoctransError, InputError, UsageError
from doctrans.evaluate import markup as metric
from doctrans.evaluate import pairs as files_
from doctrans.evaluate import table
from doctrans.evaluate.pairs import Pair
from doctrans.evaluate.projectors import projectors
from doctrans.model import Link
from doctrans.ports import Aligner

_FILE = click.Path(path_type=Path)
_Set = tuple[str, list[Pair]]  # its name, and its segments


@dataclass(frozen=True, slots=True)
class _Aligning:
    """Where links come from: an aligner by name and its model, or a file for each set."""

    aligner: str
    model: Path | None
    links: tuple[Path, ...]
    source: str
    target: str


@click.group()
def main() -> None:
    """Score what doctrans does. Data is given by path; none comes with the package."""


@main.command()
@click.option("--source", "sources", type=_FILE, multiple=True, required=True, metavar="FILE")
@click.option("--target", "targets", type=_FILE, multiple=True, required=True, metavar="FILE")
@click.option("--from", "from_", default="en", show_default=True, help="Source language.")
@click.option("--to", required=True, help="Target language.")
@click.option(
    "--aligner",
    type=click.Choice(["attention", "simalign"]),
    default="attention",
    show_default=True,
)
@click.option(
    "--links",
    type=_FILE,
    multiple=True,
    metavar="FILE",
    help="Links in Pharaoh format instead, a line for each segment, of the tokens that `tokens` "
    "writes; one file for each --source.",
)
@click.option("--model", type=_FILE, metavar="FOLDER", help="Of the aligner; else the embedded.")
@click.option(
    "--projector",
    type=click.Choice(["tree", "minmax", "both"]),
    default="both",
    show_default=True,
)
@click.option(
    "--quotes",
    type=click.Choice([style.value for style in restore.Quotes]),
    default=restore.Quotes.INSIDE.value,
    show_default=True,
    help="Where quotation marks that only the target has belong.",
)
@click.option("--json", "json_file", type=_FILE, metavar="FILE", help="The figures for programs.")
def markup(
    sources: tuple[Path, ...],
    targets: tuple[Path, ...],
    from_: str,
    to: str,
    aligner: str,
    links: tuple[Path, ...],
    model: Path | None,
    projector: str,
    quotes: str,
    json_file: Path | None,
) -> None:
    """Place the tags of --source into the text of --target and compare with its own tags.

    Lines are segments with XLIFF 1.2 inline codes. Give --source and --target several times for
    several sets; then a row pools them. A cell is: per cent (right/all) [95 % interval].
    """
    sets = _read(sources, targets)
    if links and len(links) != len(sets):
        raise UsageError("Give one --links for each --source, in the same order.")
    aligning = _Aligning(aligner, model, links, from_, to)
    linked = _align([pairs for _, pairs in sets], aligning)
    rows = _score(sets, linked, projector, restore.Quotes(quotes))
    click.echo(table.text(rows))
    if json_file:
        json_file.write_text(json.dumps(table.json(rows), indent=1) + "\n", encoding="utf-8")


@main.command()
@click.option("--source", type=_FILE, required=True, metavar="FILE")
@click.option("--target", type=_FILE, required=True, metavar="FILE")
def tokens(source: Path, target: Path) -> None:
    """Write the tokens of every segment for an outside aligner, in fast_align's format.

    Its links, in Pharaoh format and in the order of the lines, go to `markup --links`.
    """
    for line in files_.fast_align_lines(files_.read(source, target)):
        click.echo(line)


def _read(sources: Sequence[Path], targets: Sequence[Path]) -> list[_Set]:
    if len(sources) != len(targets):
        raise UsageError("Give one --target for each --source, in the same order.")
    return [
        (f"{source.stem} {target.suffix.lstrip('.')}".strip(), files_.read(source, target))
        for source, target in zip(sources, targets, strict=True)
    ]


def _align(sets: Sequence[Sequence[Pair]], aligning: _Aligning) -> list[list[tuple[Link, ...]]]:
    """For each set, the links of each pair; those of pairs without tags to place are left out."""
    if aligning.links:
        return [_given(pairs, file) for pairs, file in zip(sets, aligning.links, strict=True)]
    wanted = [pair.bitext for pairs in sets for pair in pairs if pair.projected]
    click.echo(f"Aligning {len(wanted)} segments with {aligning.aligner} ...", err=True)
    found = iter(
        _ALIGNERS[aligning.aligner](aligning).align(wanted, aligning.source, aligning.target)
    )
    return [[next(found) if pair.projected else () for pair in pairs] for pairs in sets]


def _given(pairs: Sequence[Pair], file: Path) -> list[tuple[Link, ...]]:
    try:
        lines = file.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file} cannot be read: {error}") from error
    if len(lines) != len(pairs):
        raise InputError(f"{file} has {len(lines)} lines for {len(pairs)} segments.")
    return [
        pharaoh.parse(line, number, (len(b.source_tokens), len(b.target_tokens)))
        if b.source_tokens and b.target_tokens
        else ()
        for number, (line, b) in enumerate(zip(lines, (p.bitext for p in pairs), strict=True), 1)
    ]


def _attention(aligning: _Aligning) -> Aligner:
    from doctrans import store
    from doctrans.aligners.attention import AttentionAligner
    from doctrans.engines.ctranslate2 import CTranslate2Engine

    found = store.find(aligning.model, aligning.source, aligning.target)
    return AttentionAligner(CTranslate2Engine(found.folder))


def _simalign(aligning: _Aligning) -> Aligner:
    from doctrans.aligners.simalign import SimAlignAligner

    return SimAlignAligner(aligning.model or "bert")


_ALIGNERS = {"attention": _attention, "simalign": _simalign}


def _score(
    sets: Sequence[_Set],
    linked: Sequence[Sequence[tuple[Link, ...]]],
    projector: str,
    quotes: restore.Quotes,
) -> list[table.Row]:
    rows: list[table.Row] = []
    pooled: dict[str, list[metric.Score]] = {}
    for (name, pairs), links in zip(sets, linked, strict=True):
        for kind, place in projectors(projector, quotes).items():
            click.echo(f"Scoring {name} with {kind} ...", err=True)
            scores = [
                metric.score(place(pair, its), pair.source, pair.reference)
                for pair, its in zip(pairs, links, strict=True)
                if pair.scored
            ]
            rows.append(table.Row.of(name, kind, scores))
            pooled.setdefault(kind, []).extend(scores)
    if len(sets) > 1:
        rows += [table.Row.of("pooled", kind, scores) for kind, scores in pooled.items()]
    return rows


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code: that of the error tree for what is known to go wrong."""
    try:
        main(args=arguments, standalone_mode=False)
    except DoctransError as error:
        click.echo(f"Error: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(run())

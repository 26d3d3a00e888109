"""`python -m doctrans.training.evaluate`: what a model can do, as the tables of its model card.

Asks the engine itself, on held-out data that is given by path and never shipped. Each row (`--row`)
is a module of `scores`; `--against` gives the same rows of other models, such as the one that was
not taught.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import click

from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.errors import UsageError
from doctrans.training.__main__ import run
from doctrans.training.corpus import Corpus
from doctrans.training.scores import (
    alignment,
    gender,
    held_out,
    length,
    placement,
    speed,
    terms,
    translation,
    values,
)
from doctrans.training.scores.asked import Asked
from doctrans.training.scores.held_out import HeldOut
from doctrans.training.scores.values import Row

_PATH = click.Path(path_type=Path)
_ByLanguage = tuple[tuple[str, Path], ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """Models by name, and the data that only some rows need."""

    models: dict[str, Path]
    asked: tuple[Asked, ...]
    source: str
    most: int | None = None
    terms: dict[str, Path] = field(default_factory=dict)
    gender: Path | None = None
    markup: Path | None = None
    encoder: Path | None = None


def _translation(given: _Given, data: HeldOut) -> Iterator[Row]:
    for asked in given.asked:
        yield from translation.score(asked, data)


def _placement(given: _Given, data: HeldOut) -> Iterator[Row]:
    for asked in given.asked:
        yield from placement.score(asked, data)


def _terms(given: _Given, data: HeldOut) -> Iterator[Row]:
    if data.language not in given.terms:
        raise UsageError(f"The row terms needs --terms {data.language} FILE.")
    for asked in given.asked:
        yield from terms.score(asked, data, given.terms[data.language])


def _length(given: _Given, data: HeldOut) -> Iterator[Row]:
    for asked in given.asked:
        yield from length.score(asked, data)


def _gender(given: _Given, data: HeldOut) -> Iterator[Row]:
    if given.gender is None:
        raise UsageError("The row gender needs --gender FOLDER.")
    for asked in given.asked:
        yield from gender.score(asked, given.gender, data.language, given.most)


def _alignment(given: _Given, data: HeldOut) -> Iterator[Row]:
    if given.markup is None:
        raise UsageError("The row alignment needs --markup FOLDER.")
    if not (given.markup / f"{alignment.SETS[0]}.{data.language}").exists():
        return  # it has no such language
    for name, model in given.models.items():
        yield from alignment.attention(name, model, given.markup, given.source, data.language)
    yield from alignment.own_aligner(given.markup, given.source, data)
    if given.encoder:
        yield from alignment.encoder(given.encoder, given.markup, given.source, data.language)


def _speed(given: _Given, data: HeldOut) -> Iterator[Row]:
    for name, model in given.models.items():
        yield from speed.score(name, model, data)


ROWS: dict[str, Callable[[_Given, HeldOut], Iterator[Row]]] = {
    "translation": _translation,
    "placement": _placement,
    "terms": _terms,
    "length": _length,
    "gender": _gender,
    "alignment": _alignment,
    "speed": _speed,
}
_ALL = [name for name in ROWS if name != "speed"]  # that one wants a quiet machine


@click.command()
@click.option("--model", type=_PATH, required=True, metavar="FOLDER")
@click.option(
    "--against",
    type=_PATH,
    multiple=True,
    metavar="FOLDER",
    help="Another model to score beside it, such as one that was not taught.",
)
@click.option("--from", "source", default="en", show_default=True, help="Source language.")
@click.option(
    "--pairs",
    type=(str, _PATH),
    multiple=True,
    required=True,
    metavar="LANGUAGE FILE",
    help="Held-out pairs of one target language, a table in the corpus notation.",
)
@click.option(
    "--row",
    "rows",
    type=click.Choice([*ROWS, "all"]),
    multiple=True,
    default=["translation"],
    show_default=True,
    help="What to score; all is everything but speed.",
)
@click.option("--speed", "timed", is_flag=True, help="The row speed as well.")
@click.option(
    "--terms",
    "term_lists",
    type=(str, _PATH),
    multiple=True,
    metavar="LANGUAGE FILE",
    help="List of terms for a language's pairs.",
)
@click.option("--gender", "gender_sets", type=_PATH, metavar="FOLDER", help="MT-GenEval's files.")
@click.option("--markup", type=_PATH, metavar="FOLDER", help="Segments with gold inline codes.")
@click.option("--encoder", type=_PATH, metavar="FOLDER", help="Of simalign, to align with as well.")
@click.option("--most", type=int, help="Only the first so many of each.")
@click.option("--beam", default=2, show_default=True)
@click.option("--threads", type=int, help="Translations at a time; else one for each core.")
@click.option("--table", type=_PATH, metavar="FILE", help="Markdown tables of all rows as well.")
def command(
    model: Path,
    against: tuple[Path, ...],
    source: str,
    pairs: _ByLanguage,
    rows: tuple[str, ...],
    timed: bool,
    term_lists: _ByLanguage,
    gender_sets: Path | None,
    markup: Path | None,
    encoder: Path | None,
    most: int | None,
    beam: int,
    threads: int | None,
    table: Path | None,
) -> None:
    """Score a model on held-out data; a JSON object a line."""
    wanted = [name for name in ROWS if name in rows or ("all" in rows and name in _ALL)]
    if timed and "speed" not in wanted:
        wanted.append("speed")
    with ExitStack() as stack:
        models = _named((model, *against))
        asked = tuple(
            Asked(
                name,
                stack.enter_context(
                    CTranslate2Engine(folder, beam=beam, threads=threads, phrases=False)
                ),
                source,
            )
            for name, folder in models.items()
        )
        given = _Given(models, asked, source, most, dict(term_lists), gender_sets, markup, encoder)
        found = []
        for row in _scored(given, pairs, wanted):
            click.echo(json.dumps(values.record(row), ensure_ascii=False))
            found.append(row)
            if table:  # at once: all of them take hours
                table.write_text(f"{values.tables(found)}\n", encoding="utf-8")


def _named(folders: Sequence[Path]) -> dict[str, Path]:
    """By the folders' names, whole paths where two are the same."""
    names = [folder.resolve().name for folder in folders]
    return {
        name if names.count(name) == 1 else str(folder): folder
        for name, folder in zip(names, folders, strict=True)
    }


def _scored(given: _Given, pairs: _ByLanguage, wanted: Sequence[str]) -> Iterator[Row]:
    for language, path in pairs:
        data = held_out.read(Corpus(language, (path,)), given.most)
        for name in wanted:
            yield from ROWS[name](given, data)


if __name__ == "__main__":
    run(command=command)

"""`python -m doctrans.training`: from sentence pairs to a model folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from doctrans.errors import DoctransError

# Threads that wait for each other in a loop take the core that the other needs.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

_PATH = click.Path(path_type=Path)
_STOPPED = "stopped; run the same command to go on"
_INTERRUPTED = 130  # exit code


@click.group()
def main() -> None:
    """Make a translation model: prepare the data, train, export.

    Training that was stopped goes on when its command is run again.
    """


_RECIPE = click.argument("recipe", type=_PATH)
_WORK = click.option(
    "--work", type=_PATH, required=True, metavar="FOLDER", help="Where all that is made goes."
)
_LINKS = click.option(
    "--links",
    type=_PATH,
    multiple=True,
    metavar="FILE",
    help="Pharaoh links of an outside aligner (see `words`): forward, or forward and backward.",
)
_MINUTES = click.option("--minutes", type=float, help="Stop after this time; run again to go on.")
_DEVICE = click.option("--device", default="cpu", show_default=True, help="cpu or cuda")
_START = click.option("--start", type=_PATH, metavar="FOLDER", help="Kept weights to begin from.")


def _say(text: str) -> None:
    click.echo(text, err=True)


def _leave_if(asked: bool) -> None:
    """So that a script does not go on with what is not done."""
    if asked:
        _say(_STOPPED)
        sys.exit(_INTERRUPTED)


@main.command()
@_RECIPE
@_WORK
def words(recipe: Path, work: Path) -> None:
    """Write the words of all pairs, a line each, for an outside aligner."""
    from doctrans.training import recipe as recipes
    from doctrans.training import steps

    count = steps.write_words(recipes.read(recipe), work)
    click.echo(f"{work / steps.WORDS}: {count:,} pairs")


@main.command()
@_RECIPE
@_WORK
@_LINKS
@_START
def prepare(recipe: Path, work: Path, links: tuple[Path, ...], start: Path | None) -> None:
    """Check the data, make the vocabulary, align words, pack the examples."""
    from doctrans.training import recipe as recipes

    _prepare(recipes.read(recipe), work, links, start)


def _prepare(recipe: Any, work: Path, links: tuple[Path, ...], start: Path | None) -> None:
    from doctrans.training import steps

    steps.check(recipe, work, _say)
    own = steps.make_vocabulary(recipe, work, _say, start)
    found = steps.make_links(recipe, work, links, _say)
    count = steps.make_data(recipe, work, own, found, _say)
    click.echo(f"{work / steps.DATA}: {count:,} examples")


@main.command()
@_RECIPE
@click.option("--model", type=_PATH, required=True, metavar="FOLDER", help="That translates.")
@_WORK
@click.option("--out", type=_PATH, required=True, metavar="FOLDER", help="Weights to begin from.")
def transplant(recipe: Path, model: Path, work: Path, out: Path) -> None:
    """Begin from the layers of another Marian model: weights for --start."""
    from doctrans.training import recipe as recipes
    from doctrans.training import steps

    click.echo(steps.transplant(recipes.read(recipe), work, model, out, _say))


@main.command()
@_RECIPE
@_WORK
@_START
@click.option("--teacher", type=_PATH, metavar="FOLDER", help="Kept weights not to forget.")
@_DEVICE
@_MINUTES
@click.option("--threads", type=int, default=2, show_default=True, help="Of the processor.")
def train(
    recipe: Path, work: Path, start: Path | None, teacher: Path | None, device: str,
    minutes: float | None, threads: int,
) -> None:  # fmt: skip
    """Train on the prepared data, from the last checkpoint if there is one."""
    from doctrans.training import memory, stopping

    memory.keep()
    from doctrans.training import recipe as recipes
    from doctrans.training import steps

    with stopping.asked() as stop:
        done = steps.train(
            recipes.read(recipe),
            work,
            start=start,
            teacher=teacher,
            device=device,
            minutes=minutes,
            threads=threads,
            stop=stop,
            tell=_say,
        )
        _leave_if(stop())
    click.echo("done" if done else _STOPPED)


@main.command()
@_RECIPE
@_WORK
def export(recipe: Path, work: Path) -> None:
    """Write the model folder, and the weights for a later run beside it."""
    from doctrans.training import recipe as recipes
    from doctrans.training import steps

    click.echo(steps.export(recipes.read(recipe), work))


@main.command()
@click.argument("source", type=_PATH)
@click.argument("target", type=_PATH)
@click.option("--from", "from_", required=True, metavar="LANGUAGE", help="Of the source file.")
@click.option("--to", required=True, metavar="LANGUAGE", help="Of the target file.")
@_WORK
@_DEVICE
@click.option("--steps", "count", type=int, default=10_000, show_default=True)
@click.option("--vocabulary", type=int, default=8_000, show_default=True, help="Pieces.")
def make(
    source: Path, target: Path, from_: str, to: str, work: Path, device: str, count: int,
    vocabulary: int,
) -> None:  # fmt: skip
    """From two files, a sentence a line, to a model folder: everything in one command."""
    from doctrans.training import memory, stopping

    memory.keep()
    from doctrans.training import steps
    from doctrans.training.corpus import Corpus
    from doctrans.training.plan import Plan
    from doctrans.training.recipe import Recipe

    recipe = Recipe(
        name=f"{from_}-{to}",
        source=from_,
        data=(Corpus(to, (source, target)),),
        vocabulary=vocabulary,
        plan=Plan(steps=count),
    )
    if not (work / steps.DATA).exists():
        _prepare(recipe, work, (), None)
    with stopping.asked() as stop:
        steps.train(recipe, work, device=device, stop=stop, tell=_say)
        _leave_if(stop())
    click.echo(steps.export(recipe, work))


@main.command()
@_RECIPE
@click.option("--model", type=_PATH, required=True, metavar="FOLDER", help="That translates.")
@click.option(
    "--mono",
    type=_PATH,
    multiple=True,
    required=True,
    metavar="FILE",
    help="Source sentences, one a line, or label, tab and sentence.",
)
@click.option("--out", type=_PATH, required=True, metavar="FOLDER", help="Where the pairs go.")
@click.option("--most", type=click.IntRange(1), help="Translate only so many of each gender.")
@click.option(
    "--surest",
    type=click.FloatRange(0, 1, min_open=True),
    default=1.0,
    show_default=True,
    help="Share of what passes the filters to keep, by the model's own score.",
)
@click.option("--beam", type=click.IntRange(1), default=2, show_default=True)
@click.option("--threads", type=click.IntRange(1), help="Translations at a time.")
def gfst(
    recipe: Path, model: Path, mono: tuple[Path, ...], out: Path, most: int | None, surest: float,
    beam: int, threads: int | None,
) -> None:  # fmt: skip
    """Make pairs about women and men with the model itself (gender-filtered self-training)."""
    from doctrans.engines.ctranslate2.engine import CTranslate2Engine
    from doctrans.training import gfst as making
    from doctrans.training import recipe as recipes

    read = recipes.read(recipe)
    with CTranslate2Engine(model, beam=beam, threads=threads, phrases=False) as engine:
        told = "gender" in engine.description.understands
        written = making.make(
            read, engine, mono, out, told=told, most=most, surest=surest, tell=_say
        )
    for path in written:
        click.echo(path)


@main.command()
@_RECIPE
@click.option("--model", type=_PATH, required=True, metavar="FOLDER", help="That translates.")
@click.option("--out", type=_PATH, required=True, metavar="FOLDER", help="Where the pairs go.")
@click.option("--most", type=click.IntRange(1), default=14_000, show_default=True,
              help="Sentences of each target that are tried.")  # fmt: skip
@click.option("--threads", type=click.IntRange(1), help="Translations at a time.")
def shorter(recipe: Path, model: Path, out: Path, most: int, threads: int | None) -> None:
    """Make pairs whose translation is no wider than its source with the model itself."""
    from doctrans.engines.ctranslate2.engine import CTranslate2Engine
    from doctrans.training import recipe as recipes
    from doctrans.training import shorter as making

    with CTranslate2Engine(model, threads=threads, phrases=False) as engine:
        for path in making.make(recipes.read(recipe), engine, out, most=most, tell=_say):
            click.echo(path)


@main.command()
@click.argument("files", type=_PATH, nargs=-1, required=True)
@click.option("--out", type=_PATH, required=True, metavar="FILE", help="Where the list goes.")
@click.option("--least", type=click.IntRange(1), default=1, show_default=True,
              help="Lines that a word must stand in.")  # fmt: skip
def lexicon(files: tuple[Path, ...], out: Path, least: int) -> None:
    """Make the list of a language's words that translations are checked by, from text."""
    from doctrans.training import lexicon as making

    click.echo(f"{making.make(files, out, least):,} words in {out}")


@main.command()
@click.argument("files", type=_PATH, nargs=-1, required=True)
@click.option("--language", required=True, help="Of the text: de, fr or es.")
@click.option("--out", type=_PATH, required=True, metavar="FILE", help="Where the table goes.")
def nouns(files: tuple[Path, ...], language: str, out: Path) -> None:
    """Make the table of nouns whose gender is known, from text."""
    from doctrans.training import nouns as making

    click.echo(f"{making.make(files, language, out):,} nouns in {out}")


def run(arguments: list[str] | None = None, command: click.Command = main) -> None:
    """The command line; errors of the data and of the call end it with what to do."""
    try:
        command.main(arguments, standalone_mode=False)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except DoctransError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing == "doctrans":
            raise
        click.echo(
            f"Error: {missing} is not installed. Run: pip install 'doctrans[train]'", err=True
        )
        sys.exit(3)


if __name__ == "__main__":
    run()

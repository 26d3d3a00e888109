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


@click.group()
def main() -> None:
    """Make a translation model: prepare the data, train, export.

    Each command is resumed by running it again.
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
_START = click.option(
    "--start", type=_PATH, metavar="FOLDER", help="Weights to begin from, of a model made before."
)


def _say(text: str) -> None:
    click.echo(text, err=True)


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
def prepare(recipe: Path, work: Path, links: tuple[Path, ...]) -> None:
    """Check the data, make the vocabulary, align words, pack the examples."""
    from doctrans.training import recipe as recipes

    _prepare(recipes.read(recipe), work, links)


def _prepare(recipe: Any, work: Path, links: tuple[Path, ...]) -> None:
    from doctrans.training import steps

    steps.check(recipe, work, _say)
    own = steps.make_vocabulary(recipe, work, _say)
    found = steps.make_links(recipe, work, links, _say)
    count = steps.make_data(recipe, work, own, found, _say)
    click.echo(f"{work / steps.DATA}: {count:,} examples")


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


if __name__ == "__main__":
    run()

"""What a person sees while it works: messages and a progress bar, on stderr only.

rich is imported only where stderr is a terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from doctrans.errors import DoctransError
from doctrans.ports import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


def many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


class Console:
    """`quiet` leaves errors, and what was asked for and not done."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self._bar: Bar | None = None

    def say(self, message: str) -> None:
        if not self.quiet:
            self._print(message)

    def warn(self, message: str) -> None:
        self._print(message)

    def error(self, name: str, error: DoctransError) -> None:
        """One line: which file, what, and what to do."""
        said = str(error)
        said = said if said.startswith(f"{name}: ") else f"{name}: {said}"
        self._print("doctrans: " + " ".join(said.split()))

    def _print(self, message: str) -> None:
        if self._bar is not None:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(message, err=True)

    @contextmanager
    def files(self, total: int, shown: bool = False) -> Iterator[None]:
        """A bar over several files, while in the block. None where standard output, to which
        something is `shown` meanwhile, is a terminal too: both would stand in one line."""
        taken = shown and sys.stdout is not None and sys.stdout.isatty()
        if self.quiet or taken or sys.stderr is None or not sys.stderr.isatty():
            yield
            return
        from rich.console import Console as Terminal
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as NewBar

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with NewBar(*columns, console=Terminal(stderr=True), transient=True) as self._bar:
            if total > 1:
                self._bar.add_task("files", total=total)
            try:
                yield
            finally:
                self._bar = None

    @contextmanager
    def sentences(self, name: str) -> Iterator[Progress | None]:
        """A bar over the sentences of one file, while in the block."""
        bar = self._bar
        if bar is None:
            yield None
            return
        task = bar.add_task(name, total=None)
        try:
            yield lambda done, total: bar.update(task, completed=done, total=total)
        finally:
            bar.remove_task(task)

    def file_done(self) -> None:
        if self._bar is not None and self._bar.tasks:
            self._bar.advance(self._bar.tasks[0].id)

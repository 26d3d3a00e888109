"""Commands with many options: their help shows them in sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


class _Option(click.Option):
    """With the section that it stands in."""

    def __init__(self, *args: Any, section: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


def option(section: str, *names: str, **kwargs: Any) -> Callable[[Any], Any]:
    """As `click.option`, in a section of the help."""
    return click.option(*names, cls=_Option, section=section, **kwargs)


class Sectioned(click.Command):
    """Sections stand in the order of their first options; options without one come last."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        sections: dict[str, list[tuple[str, str]]] = {}
        others: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None or isinstance(parameter, click.Argument):  # the usage has those
                continue
            if isinstance(parameter, _Option):
                sections.setdefault(parameter.section, []).append(record)
            else:
                others.append(record)
        for name, records in sections.items():
            with formatter.section(name):
                formatter.write_dl(records)
        if others:
            with formatter.section("Help"):
                formatter.write_dl(others)

"""The command line: a group whose commands are loaded when they are called."""

from __future__ import annotations

from importlib import import_module

import click

from doctrans import __version__

_COMMANDS = {
    "translate": "doctrans.cli.translate:translate",
    "terms": "doctrans.cli.terms:terms",
    "models": "doctrans.cli.models:models",
    "doctor": "doctrans.cli.doctor:doctor",
}
_SUMMARIES = {
    "translate": "Translate HTML and DOCX files.",
    "terms": "Propose glossaries, test translations against them.",
    "models": "List, add and pull translation models.",
    "doctor": "Check versions, models and a sample sentence.",
}


class _Lazy(click.Group):
    """Knows its commands by name and summary; the code of one is loaded when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        home = _COMMANDS.get(cmd_name)
        if home is None:
            return None
        module, _, attribute = home.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_SUMMARIES.items()))
        with formatter.section("Exit codes"):
            formatter.write_dl(
                [
                    ("0", "all went well"),
                    ("1", "an internal error"),
                    ("2", "wrong usage"),
                    ("3", "configuration or model"),
                    ("4", "unreadable or refused input"),
                    ("5", "some of several files failed"),
                    ("6", "a check failed under --strict"),
                    ("7", "output refused"),
                    ("130", "interrupted"),
                    ("141", "standard output was closed before its end, as by | head"),
                ]
            )


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="doctrans")
def cli() -> None:
    """Translate HTML and DOCX documents offline, every tag on its words.

    \b
    doctrans translate page.html --to de
    doctrans translate report.docx --to de --report report.json
    """

"""`doctrans models`: what can translate what; adding more."""

from __future__ import annotations

from pathlib import Path

import click

from doctrans import settings


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def models(context: click.Context) -> None:
    """List the translation models, add one from a folder or package, or pull one by name."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@models.command("list")
def list_() -> None:
    """List the models: languages, what they understand, where they are."""
    from doctrans import store

    shelves = [settings.load().user_models]
    for model in store.available(shelves):
        understands = ", ".join(sorted(model.understands)) or "plain text"
        click.echo(f"{model.name} {model.version}".strip())
        click.echo(f"  {model.languages()}")
        click.echo(f"  understands: {understands}")
        if model.licence:
            click.echo(f"  licence: {model.licence}")
        click.echo(f"  {model.folder}")
    for problem in store.problems(shelves):
        click.echo(f"doctrans: {problem}", err=True)


@models.command()
@click.argument("path", type=click.Path(path_type=Path))
def add(path: Path) -> None:
    """Add a model: a CTranslate2 folder, or an Argos .argosmodel package."""
    from doctrans import store

    model = store.add(path, settings.load().user_models)
    click.echo(f"{model.name} ({model.languages()}) is now in {model.folder}")


@models.command()
@click.argument("name")
def pull(name: str) -> None:
    """Pull an OPUS-MT model by its name on the Hugging Face hub and convert it.

    \b
    doctrans models pull Helsinki-NLP/opus-mt-en-de

    Needs the network and the extra `hub`.
    """
    from doctrans import hub

    model = hub.pull(name, settings.load().user_models)
    click.echo(f"{model.name} ({model.languages()}) is now in {model.folder}")

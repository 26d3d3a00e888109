"""`doctrans doctor`: is everything here that a translation needs, and does it work?"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

import click

from doctrans import __version__, settings
from doctrans.errors import ConfigurationError, DoctransError
from doctrans.layout.html import chromium
from doctrans.layout.proof import office

CORE = ("ctranslate2", "sentencepiece", "lxml", "beautifulsoup4", "python-docx", "sentencex")
EXTRAS = {
    "layout": ("uharfbuzz", "uniseg", "pyphen"),
    "render": ("pypdfium2", "PIL"),
    "terms": ("simplemma",),
    "simalign": ("simalign", "torch", "transformers"),
    "hub": ("huggingface_hub", "torch"),
}
RENDERERS = {
    "LibreOffice, for --prove of DOCX": office.program,
    "Chromium, for pages": chromium.program,
}
# Older ones have faults in the modules that read untrusted files (CVE-2024-0450, CVE-2025-6069).
SAFE_PYTHON = (3, 11, 14)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
def doctor() -> int:
    """Check versions, models, checksums, and translate a sample sentence."""
    chosen = settings.load()
    click.echo(f"doctrans {__version__}, Python {platform.python_version()}, {platform.platform()}")
    if sys.version_info[:3] < SAFE_PYTHON:
        safe = ".".join(map(str, SAFE_PYTHON))
        click.echo(f"  note: Python {safe} and later have fixes in their zip and HTML readers")
    click.echo("Packages")
    good = [_package(name, required=True) for name in CORE]
    click.echo("Extras")
    for extra, packages in EXTRAS.items():
        missing = [name for name in packages if find_spec(name) is None]
        state = f"not installed: pip install 'doctrans[{extra}]'" if missing else "installed"
        click.echo(f"  {extra}: {state}")
    for name, program in RENDERERS.items():
        click.echo(f"  {name}: {_renderer(program)}")
    click.echo("Models")
    good += _models(chosen)
    return 0 if all(good) else 3


def _renderer(program: Callable[[], str]) -> str:
    try:
        return program()
    except ConfigurationError:
        return "not installed"


def _package(name: str, required: bool) -> bool:
    try:
        click.echo(f"  {name} {version(name)}")
    except PackageNotFoundError:
        click.echo(f"  {name} is missing")
        return not required
    return True


def _models(chosen: settings.Settings) -> list[bool]:
    from doctrans import store

    found = store.available([chosen.user_models])
    if not found:
        click.echo("  none")
    unreadable = store.problems([chosen.user_models])
    for problem in unreadable:
        click.echo(f"  {problem}")
    return [not unreadable, *(_model(store.doctor, model) for model in found)]


def _model(examine: Callable[[Any], str], model: Any) -> bool:
    name = f"{model.name} ({model.folder})"  # a second copy has the same name
    try:
        click.echo(f"  {name}: {examine(model)}")
    except DoctransError as error:
        click.echo(f"  {name}: {error}")
        return False
    return True

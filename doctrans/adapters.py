"""The tables of formats, engines and aligners: names to code, loaded on demand.

A new one is a file of its own and a line here; other people's packages announce theirs as entry
points in the groups `doctrans.formats`, `doctrans.engines` and `doctrans.aligners`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from doctrans.errors import ConfigurationError

FORMATS = {
    "html": "doctrans.formats.html:HtmlFormat",
    "docx": "doctrans.formats.docx:DocxFormat",
}
ENGINES = {
    "ctranslate2": "doctrans.engines.ctranslate2:CTranslate2Engine",
    "pseudo": "doctrans.engines.pseudo:PseudoEngine",
}
WORDLESS = frozenset({"pseudo"})  # engines whose answers are of no language
ALIGNERS = {
    "attention": "doctrans.aligners.attention:AttentionAligner",
    "simalign": "doctrans.aligners.simalign:SimAlignAligner",
}
FITTERS = {  # by format
    "html": "doctrans.fitting.html:HtmlFitter",
    "docx": "doctrans.fitting.docx:DocxFitter",
}
TABLES = {"format": FORMATS, "engine": ENGINES, "aligner": ALIGNERS, "fitter": FITTERS}


def load(kind: str, name: str) -> Any:
    """The class of an adapter; `kind` is "format", "engine", "aligner" or
    "fitter"."""
    table = TABLES[kind]
    if name in table:
        module, _, attribute = table[name].partition(":")
        return getattr(import_module(module), attribute)
    for entry in entry_points(group=f"doctrans.{kind}s", name=name):
        return entry.load()
    raise ConfigurationError(
        f"There is no {kind} “{name}”.", hint=f"There are {', '.join(names(kind))}."
    )


def names(kind: str) -> list[str]:
    """All that can be loaded, ours first."""
    others = {entry.name for entry in entry_points(group=f"doctrans.{kind}s")}
    return [*TABLES[kind], *sorted(others - set(TABLES[kind]))]

"""Functions that open a translator for one call.

They take all that `Translator` takes (`Options`), so that nothing can be said to one alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack, overload

from doctrans.api import Html, Translator
from doctrans.arguments import PathName
from doctrans.given import Stored
from doctrans.glossaries import Names, Terms
from doctrans.model import Limit
from doctrans.ports import Aligner, Engine, ReadOptions
from doctrans.report import Result
from doctrans.settings import Settings

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


class Options(TypedDict, total=False):
    """See `Translator`."""

    model: PathName | None
    engine: str | Engine | None
    aligner: str | Aligner | None
    fit: str | None
    prove: bool
    glossary: Terms | Sequence[Terms] | None
    keep: Names | None
    domain: str | None
    customer: str | None
    formality: str | None
    localize_numbers: bool | None
    profanity: str | None
    spelling: bool | None
    gender: Mapping[str, str] | Sequence[str] | None
    default_gender: str | None
    decisions: PathName | None
    abbreviations: str | None
    abbreviation_lists: PathName | Sequence[PathName]
    fit_css: bool | None
    settings: Settings | None


def translate_html(
    markup: Html,
    to: str,
    source: str | None = None,
    *,
    options: ReadOptions | None = None,
    context: str | None = "",
    **own: Unpack[Options],
) -> Html:
    """HTML in, the same kind of thing out (see `Translator.translate_html`)."""
    with Translator(to, source, **own) as translator:
        return translator.translate_html(markup, options, context=context)


@overload
def translate_docx(
    document: Stored,
    to: str,
    source: str | None = ...,
    *,
    options: ReadOptions | None = ...,
    **own: Unpack[Options],
) -> bytes: ...


@overload
def translate_docx(
    document: WordDocument,
    to: str,
    source: str | None = ...,
    *,
    options: ReadOptions | None = ...,
    **own: Unpack[Options],
) -> WordDocument: ...


def translate_docx(
    document: Stored | WordDocument,
    to: str,
    source: str | None = None,
    *,
    options: ReadOptions | None = None,
    **own: Unpack[Options],
) -> bytes | WordDocument:
    """DOCX in, bytes out, or python-docx's `Document` for one (see `Translator.translate_docx`)."""
    with Translator(to, source, **own) as translator:
        return translator.translate_docx(document, options)


@overload
def translate_text(
    text: str,
    to: str,
    source: str | None = ...,
    *,
    limit: Limit | None = ...,
    context: str | None = ...,
    **own: Unpack[Options],
) -> str: ...


@overload
def translate_text(
    text: list[str],
    to: str,
    source: str | None = ...,
    *,
    limit: Limit | None = ...,
    context: str | None = ...,
    **own: Unpack[Options],
) -> list[str]: ...


def translate_text(
    text: str | list[str],
    to: str,
    source: str | None = None,
    *,
    limit: Limit | None = None,
    context: str | None = "",
    **own: Unpack[Options],
) -> str | list[str]:
    """Plain text, or a list of texts (see `Translator.translate_text`)."""
    with Translator(to, source, **own) as translator:
        return translator.translate_text(text, limit, context=context)


def translate_file(
    path: PathName,
    output: PathName,
    to: str,
    source: str | None = None,
    *,
    options: ReadOptions | None = None,
    force: bool = False,
    **own: Unpack[Options],
) -> Result:
    """One file into another (see `Translator.translate_file`)."""
    with Translator(to, source, **own) as translator:
        return translator.translate_file(path, output, options, force=force)

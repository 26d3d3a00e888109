"""Translate HTML and DOCX documents offline, every tag on its words.

    >>> import doctrans
    >>> doctrans.translate_html("<p>Save your <b>changes</b>.</p>", to="de")  # doctest: +SKIP
    '<p>Speichern Sie Ihre <b>Änderungen</b>.</p>'

This module is the face and nothing else: every name is loaded on first use, so that
`import doctrans` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "Document": "doctrans.model",
    "DoctransError": "doctrans.errors",
    "Entry": "doctrans.constraints.terms.entries",
    "Limit": "doctrans.model",
    "Note": "doctrans.model",
    "ReadOptions": "doctrans.ports",
    "Result": "doctrans.report",
    "Segment": "doctrans.model",
    "Translator": "doctrans.api",
    "read": "doctrans.documents",
    "translate_docx": "doctrans.once",
    "translate_file": "doctrans.once",
    "translate_html": "doctrans.once",
    "translate_text": "doctrans.once",
    "write": "doctrans.documents",
}
# Written out: a type checker takes what it reads here as meant for others, and nothing else.
__all__ = [
    "DoctransError",
    "Document",
    "Entry",
    "Limit",
    "Note",
    "ReadOptions",
    "Result",
    "Segment",
    "Translator",
    "__version__",
    "read",
    "translate_docx",
    "translate_file",
    "translate_html",
    "translate_text",
    "write",
]

if TYPE_CHECKING:
    from doctrans.api import Translator
    from doctrans.constraints.terms.entries import Entry
    from doctrans.documents import read, write
    from doctrans.errors import DoctransError
    from doctrans.model import Document, Limit, Note, Segment
    from doctrans.once import translate_docx, translate_file, translate_html, translate_text
    from doctrans.ports import ReadOptions
    from doctrans.report import Result


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'doctrans' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

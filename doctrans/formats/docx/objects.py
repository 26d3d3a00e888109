"""python-docx documents at the edge: a `docx.Document` in, a `docx.Document` out.

python-docx is loaded here only. It writes parts anew and leaves out those that no relationship
reaches, so a path or bytes keep more of a file than an object of it can.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from doctrans.errors import UsageError

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
_HINT = "Give a path, bytes, a file or a docx.Document."


def to_bytes(document: Any) -> bytes:
    """The file that `document.save` would write. Raises UsageError for other objects, and for the
    kinds of Word file that python-docx could not give back: templates, with macros, strict."""
    if not hasattr(document, "save") or not hasattr(document, "part"):
        kind = type(document).__name__
        raise UsageError(f"No Word document can be read from {kind}.", hint=_HINT)
    if document.part.content_type != _MAIN or document.part.element.tag != _ROOT:
        raise _other_kind()
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def from_bytes(data: bytes) -> Any:
    """A new `docx.Document`. Raises UsageError for the kinds that python-docx does not open."""
    import docx

    try:
        document = docx.Document(BytesIO(data))
    except (KeyError, ValueError) as error:  # by relationship type, by content type
        raise _other_kind() from error
    if document.element.tag != _ROOT:
        raise _other_kind()
    return document


def _other_kind() -> UsageError:
    return UsageError(
        "python-docx handles .docx files only, no templates, macros or strict Open XML.",
        hint="Give the path or the bytes of the file: those are translated.",
    )

"""python-docx documents at the edge: a `docx.Document` in, a `docx.Document` out.

python-docx is loaded here only. It writes parts anew and leaves out those that no relationship
reaches, so a path or bytes keep more of a file than an object of it can.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from doctrans.errors import UsageError


def to_bytes(document: Any) -> bytes:
    """The file that `document.save` would write. Raises UsageError for other objects."""
    if not hasattr(document, "save") or not hasattr(document, "part"):
        raise UsageError(
            f"No Word document can be read from {type(document).__name__}.",
            hint="Give a path, bytes, a file or a docx.Document.",
        )
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def from_bytes(data: bytes) -> Any:
    """A new `docx.Document`."""
    import docx

    return docx.Document(BytesIO(data))

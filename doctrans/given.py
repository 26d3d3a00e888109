"""What callers give to the library: its bytes, and the way back to the same kind of thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from doctrans import arguments, detect, files
from doctrans.arguments import PathName
from doctrans.errors import InputError, UnsupportedError, UsageError
from doctrans.ports import ReadOptions

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

READABLE = "a path, bytes, a file opened for reading bytes, or HTML in a str"
Stored: TypeAlias = PathName | bytes | IO[bytes]


def encoded(text: str, options: ReadOptions) -> tuple[bytes, ReadOptions]:
    """Its UTF-8, and how to read that. Raises InputError for what is no Unicode text."""
    try:
        return text.encode("utf-8"), replace(options, encoding="utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"The text holds half of a surrogate pair at character {error.start}.",
            hint="Decode it with errors='replace' first.",
        ) from error


def html(item: Any, options: ReadOptions) -> tuple[bytes, ReadOptions, Callable[[bytes], Any]]:
    """The bytes of some HTML, how to read them, and the way back to the same kind of thing."""
    if isinstance(item, bytes):
        if kind := detect.other_than_text(item):
            raise UnsupportedError(
                f"It is no HTML, but a {kind}.",
                hint="translate_docx takes Word documents, translate_file takes both.",
            )
        return item, options, lambda data: data
    if isinstance(item, str) and not type(item).__module__.startswith("bs4"):  # theirs are nodes
        return *encoded(str(item), options), lambda data: data.decode("utf-8")
    from doctrans.formats.html.trees import like, markup_of, stays

    if stays(item):
        return b"", options, lambda data: item
    return *encoded(markup_of(item), options), lambda data: like(item, data.decode("utf-8"))


def docx(
    source: Stored | WordDocument, options: ReadOptions
) -> tuple[bytes, Callable[[bytes], Any]]:
    """The bytes of a Word document, and the way back. Raises InputError and its kin."""
    limit = options.limits.file_bytes
    if isinstance(source, bytes):
        return source, lambda data: data
    if isinstance(source, PathName):
        path = arguments.path(source, "source", READABLE)
        return files.read_bytes(path, limit), lambda data: data
    if hasattr(source, "read"):
        return file_bytes(source, limit), lambda data: data
    from doctrans.formats.docx.objects import from_bytes, to_bytes

    return to_bytes(source), from_bytes


def file_bytes(file: IO[bytes], limit: int) -> bytes:
    """What is left of a file. Raises UsageError for one of text, InputError, LimitError."""
    try:
        data = file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: it is closed
        raise InputError(f"The file cannot be read: {error}.") from error
    if not isinstance(data, bytes):
        raise UsageError("The file gives text.", hint="Open it for reading bytes: open(..., 'rb').")
    if len(data) > limit:
        raise files.too_large(limit)
    return data

"""Documents in and out: bytes -> segments -> bytes, for translations of whatever origin."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, cast

from doctrans import adapters, arguments, files, given, reading
from doctrans.arguments import PathName
from doctrans.detect import detect
from doctrans.errors import InputError, UsageError
from doctrans.model import Document
from doctrans.ports import Format, ReadOptions, Written

DEFAULT = ReadOptions()
OPTIONS = 'ReadOptions, such as ReadOptions(skip=".menu")'  # what `options` are to be


def read(
    source: bytes | PathName | IO[bytes],
    format: str | None = None,
    options: ReadOptions = DEFAULT,
) -> Document:
    """A document's segments, for those who bring their own translations.

    `source` is a path, bytes, or a file opened for reading bytes. A `str` with a `<` in it is HTML,
    any other the name of a file, unless `format` is "html". `format` is "html" or "docx"; without
    it the content decides. For what a translator is to translate say
    `options=translator.reading()`: only then do passages that are marked as another language stay
    as they are where the document does not name its own, as with `translate_html`.
    """
    arguments.check(options, ReadOptions, "options", OPTIONS)
    arguments.check(format, str | None, "format", '"html" or "docx"')
    if format:
        _format(format)  # a name that is not known is told before a file that is not there
    name = ""
    if isinstance(source, str) and (format == "html" or "<" in source):
        data, options = given.encoded(source, options)
        format = "html"
    elif isinstance(source, bytes):
        data = source
    elif not isinstance(source, PathName):
        if not hasattr(source, "read"):
            raise arguments.wrong(source, "source", given.READABLE)
        data = given.file_bytes(source, options.limits.file_bytes)
    else:
        path = arguments.path(source, "source", given.READABLE)
        with _as_text(source, path):
            data, name = files.read_bytes(path, options.limits.file_bytes), str(path)
        options = replace(options, location=options.location or path.resolve().as_uri())
    with _of_file(name):
        document = parsed(format or detect(data, name), data, options)
    return replace(document, name=Path(name).as_posix()) if name else document


@contextmanager
def _as_text(source: object, path: Path) -> Iterator[None]:
    """A string that names no file may have been meant as the words of a page."""
    try:
        yield
    except InputError as error:
        if isinstance(source, str) and not files.is_file(path):
            error.hint += ' A str without a tag in it is HTML if you say read(text, "html").'
        raise


@contextmanager
def _of_file(name: str) -> Iterator[None]:
    """What is wrong with a file is said with its name."""
    try:
        yield
    except InputError as error:
        if name and not error.message.startswith(f"{name}: "):
            error.message = f"{name}: {error.message}"
            error.args = (error.message,)
        raise


def write(document: Document) -> bytes:
    """The document's bytes with the words of its segments; verified, or VerificationError.

    Raises UsageError for segments that are not those that were read, and where words of one's own
    lack tags of theirs (`reading.tagged` puts them in); `written` leaves formatting out, if that is
    what is wanted, and says so in its notes.
    """
    result = written(document)
    for note in result.notes:
        if note.code == reading.DROPPED:
            raise UsageError(
                note.message,
                hint="Keep its tags (doctrans.reading.tagged), or call doctrans.api.written.",
            )
    return result.data


def written(document: Document) -> Written:
    """As `write`, with notes on what was changed besides text.

    Raises UsageError for segments that are not those that were read, or whose tags are not."""
    arguments.check(document, Document, "document", "one that was read: doctrans.read(...)")
    format = _format(document.format)
    with _collector_at_rest():
        try:
            result = format.write(document)
        except ValueError as error:
            raise UsageError(f"The segments do not fit the document: {error}.") from error
        format.verify(document, result.data)
    if document.typography is None:
        return result
    fitter = adapters.load("fitter", document.format)
    return cast(Written, fitter.finish(document, result))


def parsed(format: str, data: bytes, options: ReadOptions) -> Document:
    """The document that bytes of a known format are."""
    with _collector_at_rest():
        return _format(format).read(data, options)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Reading and verifying make many values at once, which all stay until the end: the garbage
    collector would go through them again and again, for a quarter of the time, and find nothing.
    Formats take apart themselves what holds itself in memory. Of several threads the first that
    ends wakes it: it never rests for longer than one document."""
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()


def _format(name: str) -> Format:
    return cast(Format, adapters.load("format", name)())

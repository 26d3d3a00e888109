"""Bytes of a table as text: UTF-8, or UTF-16 with its mark; anything else is told by its line."""

from __future__ import annotations

import codecs

from doctrans.errors import GlossaryError, InputError

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def decoded(data: bytes, name: str, kind: type[InputError] = GlossaryError) -> str:
    """Raises `kind` with the line of the first byte that is not of the encoding."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    encoding = _MARKS.get(mark, "utf-8")
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise kind(
            f"{name}: line {line}: It is not {encoding.upper()}.",
            hint="Save the file as UTF-8 (in Excel: “CSV UTF-8”).",
        ) from error
    if (at := text.find("\0")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise kind(
            f"{name}: line {line}: It holds a NUL byte: it is no text.",
            hint="Save the file as UTF-8 (in Excel: “CSV UTF-8”).",
        )
    return text.removeprefix("\ufeff")  # a second mark, of a program that added its own

"""What a file is, by its content; its name decides only between kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePath

from doctrans.errors import InputError, UnsupportedError

# Where a container or another binary form of a word processor's document begins: the DOCX format
# names what it cannot translate (encrypted, .doc, a spreadsheet).
_WORD_PROCESSOR = {
    b"PK\x03\x04": "zip package, as DOCX is one",
    b"PK\x05\x06": "zip package, as DOCX is one",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "binary Office file",
    b"{\\rtf": "Rich Text document",
}
_OTHERS = {
    b"%PDF-1": "PDF",  # a version: the sign alone may begin a text
    b"%PDF-2": "PDF",
    b"\x89PNG": "PNG image",
    b"\xff\xd8\xff": "JPEG image",
    b"GIF8": "GIF image",
    b"\x1f\x8b": "gzip archive",
    b"7z\xbc\xaf": "7-Zip archive",
    b"\x7fELF": "program",
}
SUFFIXES = {  # of file names, and the format that they stand for
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xht": "html", ".shtml": "html",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx", ".doc": "docx",
}  # fmt: skip
# The head of a message, as that of a page that a browser saves as one file with its pictures.
_MESSAGE = re.compile(
    rb"(?:[a-z][a-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/", re.IGNORECASE
)
_MARKUP = re.compile(rb"<(?:!doctype|!--|\?xml|/?[a-z][a-z0-9-]*[\s/>])", re.IGNORECASE)


def detect(data: bytes, name: str = "") -> str:
    """The name of the format. Raises InputError where none fits."""
    if not data:
        raise InputError("It is empty.", hint="Was it saved or downloaded completely?")
    suffix = PurePath(name).suffix.lower()
    if data.startswith(tuple(_WORD_PROCESSOR)):
        return "docx"
    for magic, kind in _OTHERS.items():
        if data.startswith(magic):
            raise UnsupportedError(f"It is a {kind}.", hint="HTML and DOCX are translated.")
    if _MESSAGE.match(data[:4096]):
        raise UnsupportedError(
            "It is a message or a page in one file with its pictures (MHTML).",
            hint="Save the page as HTML only.",
        )
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    if _MARKUP.search(data[:4096].replace(b"\x00", b"")):  # UTF-16 too
        return "html"
    raise UnsupportedError(
        "It looks neither like HTML nor like DOCX.", hint="HTML and DOCX are translated."
    )


def other_than_text(data: bytes) -> str:
    """What it is instead of a page, by its first bytes; "" if nothing speaks against one."""
    kinds = {**_WORD_PROCESSOR, **_OTHERS}
    found = next((kind for magic, kind in kinds.items() if data.startswith(magic)), "")
    return found if data[:3] != b"GIF" else ""  # a sentence may begin with GIF89a

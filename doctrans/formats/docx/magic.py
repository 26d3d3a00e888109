"""What a file is, by its first bytes: every kind that people rename to .docx has its own message.

Nothing is parsed here. OLE2 is told apart by the UTF-16 names of its streams, which stand in the
directory sectors of the file ([MS-CFB] 2.6.1, [MS-OFFCRYPTO] 2.3.4).
"""

from __future__ import annotations

from doctrans.errors import InputError, LimitError, UnsupportedError

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ONLY_WORD = "Only Word documents are translated."
_SAVE_AS = "Open it in Word or LibreOffice and save it as .docx."

# Stream names inside an OLE2 file, most telling first.
_OLE2_STREAMS = {
    "EncryptedPackage": ("It is encrypted.", "Remove its password in Word and save it."),
    "EncryptionInfo": ("It is encrypted.", "Remove its password in Word and save it."),
    "WordDocument": ("It is a Word 97-2003 file (.doc).", _SAVE_AS),
    "Workbook": ("It is an Excel 97-2003 file (.xls).", _ONLY_WORD),
    "PowerPoint Document": (
        "It is a PowerPoint 97-2003 file.",
        _ONLY_WORD,
    ),
}
# First bytes after a byte-order mark and white space, lower case.
_KINDS = {
    b"{\\rtf": ("It is an RTF file.", _SAVE_AS),
    b"%pdf": ("It is a PDF file.", "Translate the document that it was made from."),
    b"<!doctype html": ("It is an HTML file.", "Give it the extension .html."),
    b"<html": ("It is an HTML file.", "Give it the extension .html."),
    b"<?xml": ("It is a bare XML file, not a zip package.", _SAVE_AS),
    b"\x1f\x8b": ("It is a gzip file.", "Unpack it first."),
    b"7z\xbc\xaf\x27\x1c": ("It is a 7-Zip archive.", "Unpack it first."),
    b"rar!": ("It is a RAR archive.", "Unpack it first."),
    b"\x89png": ("It is a picture.", _ONLY_WORD),
    b"\xff\xd8\xff": ("It is a picture.", _ONLY_WORD),
    b"mime-version:": ("It is a web archive (.mht).", _SAVE_AS),
}


def check(data: bytes, file_bytes: int) -> None:
    """Passes what starts like a zip file of at most `file_bytes`; raises for all else.

    Raises LimitError, UnsupportedError for a kind known by name, InputError.
    """
    if len(data) > file_bytes:
        raise LimitError(
            f"It has {len(data):,} bytes; the limit is {file_bytes:,}.",
            hint="Split the document or compress its pictures.",
        )
    if not data:
        raise InputError("It is empty.", hint="Check that it was saved or copied completely.")
    if data.startswith(_OLE2):
        _refuse_ole2(data)
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for start, (reason, hint) in _KINDS.items():
        if head.startswith(start):
            raise UnsupportedError(reason, hint=hint)
    if data.startswith(b"PK\x05\x06"):
        raise InputError("It is an empty zip archive.", hint="Check where it came from.")
    if not data.startswith(b"PK\x03\x04"):
        raise InputError(
            "It is not a Word document: it does not begin like a zip package.",
            hint="Check that it is a .docx file and was copied completely.",
        )


def _refuse_ole2(data: bytes) -> None:
    for stream, (reason, hint) in _OLE2_STREAMS.items():
        if stream.encode("utf-16-le") in data:
            raise UnsupportedError(reason, hint=hint)
    raise UnsupportedError("It is an old binary Office file (OLE2).", hint=_SAVE_AS)

"""DOCX: the format adapter. Reads Word packages, writes translated words back into their own XML.

container, magic   the gate and the zip file, byte for byte
xml, scopes, characters, namespaces    one safe parser, where each element stands, what names mean
parts, styles      which parts tell stories, what styles say about translating
rules              tables of elements
inline, fields, symbols, tagging, plan    a paragraph -> tagged text and back references
instructions       which field an instruction names
story, values, numbering, leftovers, reader    parts -> segments
writer, order, language, signatures, written_notes    segments -> parts -> bytes
verify             the output read again and compared
objects            python-docx documents at the edge
"""

from __future__ import annotations

from doctrans.formats.docx import reader, verify, writer
from doctrans.model import Document
from doctrans.ports import ReadOptions, Written

_DEFAULTS = ReadOptions()


class DocxFormat:
    """`ports.Format` for .docx, .docm, .dotx and .dotm, transitional and strict."""

    name = "docx"

    def read(self, data: bytes, options: ReadOptions = _DEFAULTS) -> Document:
        """Raises InputError, UnsupportedError, LimitError."""
        return reader.read(data, options)

    def write(self, document: Document) -> Written:
        """Raises ValueError where a segment's tags are not legal."""
        return writer.write(document)

    def verify(self, document: Document, data: bytes) -> None:
        """Raises VerificationError."""
        verify.verify(document, data)

"""What is read, in the compact notation, and complex fields in their pieces."""

from __future__ import annotations

from doctrans.formats.docx import DocxFormat
from doctrans.model import Document
from doctrans.ports import ReadOptions
from doctrans.reading import notation
from tests.formats.docx.builders import docx

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
    '<wp:docPr id="1" name="Box" descr="A box"/><wps:txbx><w:txbxContent>{0}</w:txbxContent>'
    "</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    '<v:shape alt="A box"><v:textbox><w:txbxContent>{1}</w:txbxContent></v:textbox></v:shape>'
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def read(content: str, options: ReadOptions | None = None, **parts: str) -> Document:
    return DocxFormat().read(docx(content, **parts), options or ReadOptions())


def words(document: Document) -> list[str]:
    return [notation(segment.tagged) for segment in document.segments]

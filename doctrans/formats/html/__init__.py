"""HTML: the format adapter. Translated words are spliced into the page's own bytes.

encoding, references           bytes <-> text
charsets, japanese             what the encodings of the web are
tokenizer, foreign, xhtml      text -> tokens with their places
rules                          tables of elements and attributes
select                         CSS selectors -> start tags
elements, starts, items        what is open, what start tags say, what a run is made of
segmenter, runs, paragraphs    tokens -> segments
attributes, language           what start tags say to people, and about language
slots                          what the reader leaves for the writer
protected, spacing             the source of text that is copied, of white space at tags
kept, notes                    text that stays, and what is told of it
reader, writer, verify         bytes -> Document -> bytes -> compared
trees                          BeautifulSoup and lxml at the edge
"""

from __future__ import annotations

from doctrans.formats.html import reader, writer
from doctrans.model import Document
from doctrans.ports import ReadOptions, Written

_DEFAULTS = ReadOptions()


class HtmlFormat:
    """`ports.Format` for HTML pages and fragments, XHTML too, in any encoding of the web."""

    name = "html"

    def read(self, data: bytes, options: ReadOptions = _DEFAULTS) -> Document:
        """Raises LimitError, and UsageError for a bad selector or encoding name."""
        return reader.read(data, options)

    def write(self, document: Document) -> Written:
        """Raises ValueError where a segment's tags are not legal."""
        return writer.write(document)

    def verify(self, document: Document, data: bytes) -> None:
        """Raises VerificationError."""
        from doctrans.formats.html import verify

        verify.verify(document, data)

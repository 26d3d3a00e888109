"""Whether a page is XML, in which `/>` ends an element and CDATA exists: XHTML, EPUB, Facelets.

A page of text/html says nothing of the kind, and to a browser `<div/>` there is a start tag. So one
is XML only where it says so: by its prolog, or by the namespace of its root (XML Namespaces 6.2).
Mails name it too, which are read as HTML in the end: nobody writes `<script/>` in them.
"""

from __future__ import annotations

import re

_PROLOG = re.compile(r"[\t\n\r ]*+<\?xml[\t\n\r ]")
_NAMESPACE = re.compile(r"""[\s"']xmlns\s*+=\s*+(["'])http://www\.w3\.org/1999/xhtml\1""")
_BEFORE_SLASH = frozenset("\"'\t\n\f\r ")


def has_prolog(text: str) -> bool:
    """Whether the text begins as an XML document does."""
    return bool(_PROLOG.match(text))


def is_root(text: str, start: int, end: int) -> bool:
    """Whether a start tag, the page's first or that of `html`, puts it into the namespace."""
    return bool(_NAMESPACE.search(text, start, end))


def is_closed(name: str, text: str, start: int, end: int) -> bool:
    """Whether the start tag `text[start:end]` of a page of XML is complete in itself. The slash of
    `<a href=b/>` is one of a value, which XML has in quotes."""
    if text[end - 2] != "/":
        return False
    return text[end - 3] in _BEFORE_SLASH or end - start == len(name) + len("</>")

"""Characters of XML: the references that stand for them, and how words are written into markup.

Only what a parser has found well-formed comes here, without a document type: there are five named
references and numbered ones (XML 1.0, 4.1 and 4.6).
"""

from __future__ import annotations

import re

# Characters that XML 1.0 (2.2) has no way to write, not even as references.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WORD = re.compile(r"[^\W\d_]{2}")  # or the start of one
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}  # the ampersand first
_QUOTED = _ESCAPES | {'"': "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;"}

_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#0*([0-9]+)|([a-z]+));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SPACES = str.maketrans("\t\n\r", "   ")


def legal(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)  # what prints is legal


def escape(text: str) -> str:
    return _escaped(text, _ESCAPES)


def escape_attribute(text: str) -> str:
    return _escaped(text, _QUOTED)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    """Most texts hold nothing to escape; looking for it is cheaper than `str.translate`."""
    text = legal(text)
    for character, reference in escapes.items():
        text = text.replace(character, reference)
    return text


def resolved(markup: str) -> str:
    """What character data says: line ends as one character (2.11), references resolved."""
    if "\r" in markup:
        markup = line_ends(markup)
    return _REFERENCE.sub(_character, markup) if "&" in markup else markup


def attribute_value(markup: str) -> str:
    """What the value of an attribute says: white space is spaces but where it is referred to
    (3.3.3)."""
    if not markup.isprintable():
        markup = line_ends(markup).translate(_SPACES)
    return _REFERENCE.sub(_character, markup) if "&" in markup else markup


def line_ends(text: str) -> str:
    """Each as one line feed (2.11)."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return _NAMED[name]
    return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))

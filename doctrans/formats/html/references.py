"""Character references: decoded as a browser does, escaped for writing.

WHATWG HTML 13.2.5.72-80.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]++);?|#([0-9]++);?|([a-zA-Z][a-zA-Z0-9]*+)(;?))")
_LONGEST = max(len(name) for name in html5)
_LONGEST_BARE = max(len(name) for name in html5 if not name.endswith(";"))

# Bytes of windows-1252 that pages write as numbers (13.2.5.80).
_C1 = {
    0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
    0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
    0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
    0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
    0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
}  # fmt: skip
_REPLACEMENT = "\ufffd"

# What a text must not hold on a page: controls, noncharacters, byte order marks. Five controls are
# bytes of windows-1252, and numbers mean them too: they may stay.
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(chr((plane << 16) + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]+"
)
_SURROGATE = re.compile("[\ud800-\udfff]")

_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\xa0": "&nbsp;", "\xad": "&shy;"}
_XML = {"\xa0": "&#160;", "\xad": "&#173;"}  # it knows five names, and these are none of them
# In this order: the ampersand first, which stands in all that is put for the others.
_ESCAPES = {
    "": _TEXT,
    '"': _TEXT | {'"': "&quot;"},
    "'": _TEXT | {"'": "&#39;"},
}
_XML_ESCAPES = {quote: table | _XML for quote, table in _ESCAPES.items()}


def decode(raw: str, attribute: bool = False) -> str:
    """The text that `raw` source stands for. In attributes `&copy=1` is no reference."""
    if "&" not in raw:
        return raw
    return _REFERENCE.sub(lambda match: _meant(match, attribute), raw)


def decoded(raw: str, attribute: bool = False) -> Iterator[tuple[str, int, int]]:
    """Stretch by stretch what `raw` stands for, and where it is: references, and text between."""
    position = 0
    for match in _REFERENCE.finditer(raw):
        start, end = match.span()
        if start > position:
            yield raw[position:start], position, start
        yield _meant(match, attribute), start, end
        position = end
    if position < len(raw):
        yield raw[position:], position, len(raw)


def _meant(match: re.Match[str], attribute: bool) -> str:
    hexadecimal, decimal, name, semicolon = match.groups()
    if name is None:
        return _number(hexadecimal, decimal)
    return _named(match, name, semicolon, attribute)


def _number(hexadecimal: str | None, decimal: str | None) -> str:
    digits = (hexadecimal or decimal or "").lstrip("0")
    if not digits or len(digits) > 7:
        return _REPLACEMENT
    code = int(digits, 16 if hexadecimal else 10)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return _REPLACEMENT
    return chr(_C1.get(code, code))


def _named(match: re.Match[str], name: str, semicolon: str, attribute: bool) -> str:
    if semicolon and len(name) < _LONGEST and f"{name};" in html5:
        return html5[f"{name};"]
    for length in range(min(len(name), _LONGEST_BARE), 1, -1):
        if name[:length] in html5:
            rest = name[length:] + semicolon
            following = rest[:1] or match.string[match.end() : match.end() + 1]
            if attribute and (following == "=" or (following.isalnum() and following.isascii())):
                break
            return html5[name[:length]] + rest
    return match.group()


def readable(text: str) -> str:
    """Text without NUL, which browsers drop, and without halves of surrogate pairs, which stand for
    bytes that could not be decoded."""
    if text.isprintable():
        return text
    return _SURROGATE.sub(_REPLACEMENT, text.replace("\0", ""))


def legal(text: str) -> str:
    """Text as it may stand on a page: no controls, no noncharacters, no lone surrogates, and no
    byte order marks, which at the start of a page name its encoding."""
    if text.isprintable():
        return text
    return readable(_ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def escape(text: str, quote: str = "", xml: bool = False) -> str:
    """Text as source: for content, or for an attribute value inside `quote`."""
    table = _XML_ESCAPES if xml else _ESCAPES
    for char, reference in table[quote].items():
        text = text.replace(char, reference)
    return text

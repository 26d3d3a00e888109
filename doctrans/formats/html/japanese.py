"""ISO-2022-JP: bytes whose meaning depends on the last switch before them (WHATWG Encoding 12.2).

Python's decoder keeps parts of its state after bytes that are none, so this one is by the standard.
"""

from __future__ import annotations

import re

ASCII = b"\x1b(B"
_SWITCH = re.compile(rb"\x1b(?:\([BJI]|\$[@B])")
_ROMAN = {0x5C: "\u00a5", 0x7E: "\u203e"}


def decode(data: bytes) -> tuple[str, tuple[int, ...]]:
    """The text, and where the bytes of each character start, switches before it included. A byte
    that is no character is a surrogate."""
    chars: list[str] = []
    offsets: list[int] = []
    switch, start, position = ASCII, 0, 0
    while position < len(data):
        if found := _SWITCH.match(data, position):
            switch, position = found[0], found.end()
            continue
        char, length = _double(data[position : position + 2]), 2
        if switch[1:2] != b"$" or not char:
            char, length = _single(data[position], switch), 1
        chars.append(char)
        offsets.append(start)
        start = position = position + length
    return "".join(chars), (*offsets, len(data))


def _double(pair: bytes) -> str:
    try:
        char = (b"\x1b$B" + pair).decode("iso2022_jp")
    except UnicodeDecodeError:
        return ""
    return char if len(pair) == 2 and len(char) == 1 else ""


def _single(byte: int, switch: bytes) -> str:
    if switch == b"\x1b(I" and 0x21 <= byte <= 0x5F:
        return chr(byte - 0x21 + 0xFF61)
    if byte > 0x7F or switch not in (ASCII, b"\x1b(J"):
        return chr(0xDC80 | byte & 0x7F)
    return _ROMAN.get(byte, chr(byte)) if switch == b"\x1b(J" else chr(byte)


def state(data: bytes, position: int) -> bytes:
    """The last switch before a position."""
    at = position
    while (at := data.rfind(b"\x1b", 0, at)) >= 0:
        if found := _SWITCH.match(data, at, position):
            return found[0]
    return ASCII

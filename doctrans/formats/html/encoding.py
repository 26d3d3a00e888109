"""Bytes <-> text, in the encoding that a browser would choose (WHATWG HTML 13.2.3, Encoding 4).

BOM, then the caller, then `meta`, then UTF-8 where the bytes are, then windows-1252. Beyond the
standard, UTF-16 without a BOM is known by its NULs: read as ASCII it would be destroyed. A `Source`
knows which bytes each character came from, so that what is not replaced is the input's own bytes,
valid or not.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from doctrans.errors import InputError, UsageError
from doctrans.formats.html.tokenizer import Kind, attributes, tokenize
from doctrans.model import Note, Severity

# Encoding -> its codec and labels: those of the standard that Python has a codec for.
_ENCODINGS = {
    "utf-8": ("utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"),
    "ibm866": ("cp866", "866 cp866 csibm866 ibm866"),
    "iso-8859-2": (
        "iso8859_2",
        "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
    ),
    "iso-8859-3": (
        "iso8859_3",
        "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
    ),
    "iso-8859-4": (
        "iso8859_4",
        "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
    ),
    "iso-8859-5": (
        "iso8859_5",
        "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5"
        " iso_8859-5:1988",
    ),
    "iso-8859-6": (
        "iso8859_6",
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e"
        " iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    ),
    "iso-8859-7": (
        "iso8859_7",
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597"
        " iso_8859-7 iso_8859-7:1987 sun_eu_greek",
    ),
    "iso-8859-8": (
        "iso8859_8",
        "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598"
        " iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
    ),
    "iso-8859-10": (
        "iso8859_10",
        "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    ),
    "iso-8859-13": ("iso8859_13", "iso-8859-13 iso8859-13 iso885913"),
    "iso-8859-14": ("iso8859_14", "iso-8859-14 iso8859-14 iso885914"),
    "iso-8859-15": (
        "iso8859_15",
        "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    ),
    "iso-8859-16": ("iso8859_16", "iso-8859-16"),
    "koi8-r": ("koi8_r", "cskoi8r koi koi8 koi8-r koi8_r"),
    "koi8-u": ("koi8_u", "koi8-ru koi8-u"),
    "macintosh": ("mac_roman", "csmacintosh mac macintosh x-mac-roman"),
    "windows-874": (
        "cp874",
        "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    ),
    "windows-1250": ("cp1250", "cp1250 windows-1250 x-cp1250"),
    "windows-1251": ("cp1251", "cp1251 windows-1251 x-cp1251"),
    "windows-1252": (
        "cp1252",
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1"
        " iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252",
    ),
    "windows-1253": ("cp1253", "cp1253 windows-1253 x-cp1253"),
    "windows-1254": (
        "cp1254",
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5"
        " latin5 windows-1254 x-cp1254",
    ),
    "windows-1255": ("cp1255", "cp1255 windows-1255 x-cp1255"),
    "windows-1256": ("cp1256", "cp1256 windows-1256 x-cp1256"),
    "windows-1257": ("cp1257", "cp1257 windows-1257 x-cp1257"),
    "windows-1258": ("cp1258", "cp1258 windows-1258 x-cp1258"),
    "x-mac-cyrillic": ("mac_cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
    "gbk": (
        "gbk",
        "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
    ),
    "gb18030": ("gb18030", "gb18030"),
    "big5": ("big5hkscs", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    "euc-jp": ("euc_jp", "cseucpkdfmtjapanese euc-jp x-euc-jp"),
    "iso-2022-jp": ("iso2022_jp", "csiso2022jp iso-2022-jp"),
    "shift_jis": (
        "cp932",
        "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    ),
    "euc-kr": (
        "cp949",
        "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601"
        " ksc_5601 windows-949",
    ),
    "utf-16be": ("utf-16-be", "unicodefffe utf-16be"),
    "utf-16le": (
        "utf-16-le",
        "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    ),
}
_LABELS = {label: name for name, (_, labels) in _ENCODINGS.items() for label in labels.split()}
_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xfe\xff": "utf-16be", b"\xff\xfe": "utf-16le"}
_MARKS = tuple(_BOMS)
_PRESCAN = 1024
_CHARSET = re.compile(
    r"charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\"]*)\"|'([^']*)'|([^\s;\"']+))", re.I
)
_ESCAPED = re.compile("[\udc80-\udcff]")  # a byte that was no character
# Markup in UTF-16, where a character starts at each even byte.
_WIDE = {
    "utf-16le": re.compile(rb"(?s:..)*?<\0[!/?A-Za-z]\0"),
    "utf-16be": re.compile(rb"(?s:..)*?\0<\0[!/?A-Za-z]"),
}
_XML = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")


class Edit(NamedTuple):
    """`text[start:end]` is replaced by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document's bytes as text."""

    data: bytes
    text: str
    encoding: str  # its name in the Encoding standard
    bom: int  # how many bytes it has
    notes: tuple[Note, ...]
    # For each character where its bytes start, and the end. Empty: encoding gives them back.
    offsets: tuple[int, ...] = field(repr=False)

    def with_edits(self, edits: Iterable[Edit]) -> bytes:
        """The bytes with the edits in them; they are in order and do not touch."""
        edits = list(edits)
        data = self._with(edits)
        if not self.bom and edits and data.startswith(_MARKS):  # words such as "ÿþ", at the start
            first = edits[0]
            edits[0] = first._replace(text=f"&#{ord(first.text[0])};{first.text[1:]}")
            data = self._with(edits)
        return data

    def _with(self, edits: Iterable[Edit]) -> bytes:
        if self.encoding == "utf-8":
            return self.data[: self.bom] + self._spliced(edits).encode("utf-8", "surrogateescape")
        codec = _ENCODINGS[self.encoding][0]
        parts = [self.data[: self.bom]]
        position = 0
        for start, end, text in edits:
            parts.append(self._bytes(position, start))
            parts.append(text.encode(codec, "xmlcharrefreplace"))
            position = end
        parts.append(self._bytes(position, len(self.text)))
        return b"".join(parts)

    def _spliced(self, edits: Iterable[Edit]) -> str:
        parts: list[str] = []
        position = 0
        for start, end, text in edits:
            parts += [self.text[position:start], text]
            position = end
        parts.append(self.text[position:])
        return "".join(parts)

    def _bytes(self, start: int, end: int) -> bytes:
        if self.offsets:
            first = self.offsets[start] if start else self.bom
            return self.data[first : self.offsets[end]]
        return self.text[start:end].encode(_ENCODINGS[self.encoding][0], "surrogateescape")


def decode(data: bytes, given: str | None = None) -> Source:
    """Raises UsageError where `given` is no label of the Encoding standard, InputError where it
    cannot be that of UTF-16."""
    bom = next((mark for mark in _BOMS if data.startswith(mark)), b"")
    wide = "" if bom else _wide(data[:_PRESCAN])
    notes: list[Note] = []
    if bom:
        encoding = _BOMS[bom]
    elif given:
        encoding = _known(given)
        if wide and encoding != wide:
            raise InputError(
                f"It is not in {encoding}, as was said: every second byte is NUL.",
                hint=f"Its encoding seems to be {wide}.",
            )
    elif wide:
        encoding = wide
        message = f"The file has no byte order mark; it is read as {wide}."
        notes.append(Note("encoding-guessed", message))
    else:
        encoding, unknown = _declared(data)
        notes += [_unknown(label) for label in unknown]
    if not encoding:
        encoding = "utf-8" if _is_utf8(data) else "windows-1252"
        if encoding != "utf-8":
            message = "The file names no encoding and is not UTF-8; it is read as windows-1252."
            notes.append(Note("encoding-guessed", message))
    text, offsets, faults = _text(data, len(bom), _ENCODINGS[encoding][0])
    if faults:
        message = f"{faults:,} bytes are not {encoding}; they stay as they are."
        notes.append(Note("invalid-bytes", message, Severity.WARNING))
    return Source(data, text, encoding, len(bom), tuple(notes), offsets)


def _known(label: str) -> str:
    name = _label(label)
    if not name:
        raise UsageError(
            f"{label!r} is not an encoding of web pages.",
            hint="Use a name such as utf-8, windows-1252 or shift_jis.",
        )
    return name


def _label(label: str) -> str:
    return _LABELS.get(label.strip("\t\n\f\r ").lower(), "")


def _wide(head: bytes) -> str:
    """UTF-16 where markup is in it and many bytes of one half, few of the other, are NUL; or "".

    A fifth of that half is enough: words may be in any script, but tags are ASCII.
    """
    if b"\0" not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    name, many, few = ("utf-16le", odd, even) if odd > even else ("utf-16be", even, odd)
    likely = many * 10 >= len(head) and many >= 10 * few
    return name if likely and _WIDE[name].match(head) else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unknown(label: str) -> Note:
    message = f"The file says that its encoding is {label[:40]!r}, which no browser knows."
    return Note("encoding-unknown", message)


def _declared(data: bytes) -> tuple[str, list[str]]:
    """The first encoding that the file names, and labels before it that name none."""
    unknown: list[str] = []
    for label in _labels(data[:_PRESCAN]):
        name = "windows-1252" if label.lower() == "x-user-defined" else _label(label)
        if name:
            return _ascii_based(name), unknown
        unknown.append(label)
    return "", unknown


def _labels(head: bytes) -> Iterator[str]:
    """What the first bytes say: an XML declaration and `meta` (13.2.3.2)."""
    found = _XML.match(head)
    if found:
        yield found[1].decode("ascii")
    text = head.decode("latin-1")
    for token in tokenize(text):
        if token.kind is Kind.START and token.name == "meta":
            values = {name: a.value(text) for name, a in attributes(text, token).items()}
            label = values.get("charset")
            if label is None and values.get("http-equiv", "").lower() == "content-type":
                charset = _CHARSET.search(values.get("content", ""))
                label = next(filter(None, charset.groups()), "") if charset else None
            if label and (label := label.strip("\t\n\f\r ")):
                yield label


def _ascii_based(name: str) -> str:
    """A declaration that can be read as ASCII is not in UTF-16."""
    return "utf-8" if name.startswith("utf-16") else name


def _text(data: bytes, bom: int, codec: str) -> tuple[str, tuple[int, ...], int]:
    """Text, offsets where encoding again does not give the bytes back, number of invalid bytes."""
    body = data[bom:]
    if codec == "utf-8" and _is_utf8(body):
        return body.decode(codec), (), 0
    try:  # ISO-2022-JP has states, which parts that are encoded one by one would lose
        text = body.decode(codec, "surrogateescape")
        if codec != "iso2022_jp" and text.encode(codec, "surrogateescape") == body:
            return text, (), len(_ESCAPED.findall(text))
    except UnicodeError:
        pass
    return _slowly(data, bom, codec)


def _slowly(data: bytes, bom: int, codec: str) -> tuple[str, tuple[int, ...], int]:
    """Byte by byte, noting where each character starts."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    chars: list[str] = []
    offsets: list[int] = []
    pending = bom
    for position in range(bom, len(data) + 1):
        last = position == len(data)
        try:
            new = decoder.decode(data[position : position + 1], last)
        except UnicodeError:  # more bytes are waiting than any character has
            decoder.reset()
            new = "\ufffd"
        if new:
            chars.append(new)
            # All but the last of several characters are of the bytes that were waiting.
            offsets += [pending, *[position] * (len(new) - 1)]
            pending = min(position + 1, len(data))
    offsets.append(len(data))
    ordered = all(a <= b for a, b in pairwise(offsets))
    assert ordered and sum(map(len, chars)) + 1 == len(offsets)
    text = "".join(chars)
    return text, tuple(offsets), text.count("\ufffd")

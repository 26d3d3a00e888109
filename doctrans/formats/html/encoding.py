"""Bytes <-> text, in the encoding that a browser would choose (WHATWG HTML 13.2.3, Encoding 4).

BOM, then the caller, then `meta`, then UTF-8 where the bytes are, then windows-1252. Beyond the
standard, UTF-16 without a BOM is known by its NULs: read as ASCII it would be destroyed. A `Source`
knows which bytes each character came from, so that what is not replaced is the input's own bytes,
valid or not.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from doctrans.errors import InputError, UsageError
from doctrans.formats.html import charsets, japanese
from doctrans.formats.html.tokenizer import Kind, attributes, tokenize
from doctrans.model import Note, Range, Severity

_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xfe\xff": "utf-16be", b"\xff\xfe": "utf-16le"}
_MARKS = tuple(_BOMS)
_PRESCAN = 1024
_CHARSET = re.compile(
    r"charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\"]*)\"|'([^']*)'|([^\s;\"']+))", re.I
)
_REPLACEMENT = "\ufffd"
_ESCAPED = re.compile("[\udc80-\udcff]")  # a byte that was no character
# Markup in UTF-16, where a character starts at each even byte.
_WIDE = {
    "utf-16le": re.compile(rb"(?s:..)*?<\0[!/?A-Za-z]\0"),
    "utf-16be": re.compile(rb"(?s:..)*?\0<\0[!/?A-Za-z]"),
}
_XML = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")


class Edit(NamedTuple):
    """`text[start:end]` is replaced by words, and by stretches of the source."""

    start: int
    end: int
    parts: tuple[str | Range, ...]  # no empty words


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
            words = str(first.parts[0])
            edits[0] = first._replace(parts=(f"&#{ord(words[0])};{words[1:]}", *first.parts[1:]))
            data = self._with(edits)
        return data

    def _with(self, edits: Iterable[Edit]) -> bytes:
        if self.encoding == "utf-8":
            text = self.text
            words = [p if isinstance(p, str) else text[p[0] : p[1]] for p in self._parts(edits)]
            return self.data[: self.bom] + charsets.encode("".join(words), "utf-8")
        made, state = [self.data[: self.bom]], japanese.ASCII
        for part in self._parts(edits):
            before = after = japanese.ASCII
            if isinstance(part, str):
                data = charsets.encode_words(part, self.encoding)
            else:
                data = self._bytes(*part)
                before, after = self._state(part.start), self._state(part.end)
            if data:
                made += [data] if before == state else [before, data]
                state = after
        return b"".join(made)

    def _state(self, position: int) -> bytes:
        """What switched to the characters that are in force; only ISO-2022-JP has such."""
        if self.encoding != "iso-2022-jp":
            return japanese.ASCII
        return japanese.state(self.data, self.offsets[position] if position else 0)

    def _parts(self, edits: Iterable[Edit]) -> Iterator[str | Range]:
        """All of the output, in order."""
        position = 0
        for start, end, parts in edits:
            yield Range(position, start)
            yield from parts
            position = end
        yield Range(position, len(self.text))

    def _bytes(self, start: int, end: int) -> bytes:
        if self.offsets:
            first = self.offsets[start] if start else self.bom
            return self.data[first : self.offsets[end]]
        return charsets.encode(self.text[start:end], self.encoding)


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
    text, offsets = _text(data, len(bom), encoding)
    if faults := len(_ESCAPED.findall(text)):
        message = f"{faults:,} bytes are not {encoding}; they stay as they are."
        notes.append(Note("invalid-bytes", message, Severity.WARNING))
    return Source(data, text, encoding, len(bom), tuple(notes), offsets)


def decode_like(source: Source, data: bytes) -> Source:
    """As another source was decoded: what stands for bytes that are no characters is comparable."""
    if not source.offsets:
        return decode(data, source.encoding)
    bom = len(next((mark for mark in _BOMS if data.startswith(mark)), b""))
    encoding = _BOMS.get(data[:bom], source.encoding)
    text, offsets = _slowly(data, bom, encoding)
    return Source(data, text, encoding, bom, (), offsets)


def _known(label: str) -> str:
    name = _label(label)
    if not name:
        raise UsageError(
            f"{label!r} is not an encoding of web pages.",
            hint="Use a name such as utf-8, windows-1252 or shift_jis.",
        )
    return name


def _label(label: str) -> str:
    return charsets.LABELS.get(label.strip("\t\n\f\r ").lower(), "")


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


def _text(data: bytes, bom: int, name: str) -> tuple[str, tuple[int, ...]]:
    """Text, and offsets where encoding it again does not give the bytes back."""
    body = data[bom:]
    if name != "iso-2022-jp":  # has states, which parts that are encoded one by one would lose
        with suppress(UnicodeError):
            text = charsets.decode(body, name)
            if name == "utf-8" or charsets.encode(text, name) == body:
                return text, ()
    return _slowly(data, bom, name)


def _slowly(data: bytes, bom: int, name: str) -> tuple[str, tuple[int, ...]]:
    """Byte by byte, noting where each character starts."""
    if name == "iso-2022-jp":
        return japanese.decode(data)
    codec = charsets.ENCODINGS[name][0]
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
            new = _REPLACEMENT
        if new:
            chars.append(new)
            # All but the last of several characters are of the bytes that were waiting.
            offsets += [pending, *[position] * (len(new) - 1)]
            pending = min(position + 1, len(data))
    offsets.append(len(data))
    ordered = all(a <= b for a, b in pairwise(offsets))
    assert ordered and sum(map(len, chars)) + 1 == len(offsets)
    return _marked("".join(chars), data, offsets, codec), tuple(offsets)


def _marked(text: str, data: bytes, offsets: Sequence[int], codec: str) -> str:
    """A surrogate for each replacement character that the page does not have itself."""
    if _REPLACEMENT not in text:
        return text
    own = _REPLACEMENT.encode(codec, "ignore") or None
    return "".join(
        chr(0xDC80 | data[min(start, len(data) - 1)] & 0x7F)
        if char == _REPLACEMENT and data[start:end] != own
        else char
        for char, (start, end) in zip(text, pairwise(offsets), strict=True)
    )

# ruff: noqa: E501 (a table: one case a line)
"""Files that must be refused, made here: (what it is, bytes, error, a word of its message)."""

from __future__ import annotations

import bz2
import struct
import zipfile
import zlib
from io import BytesIO

from doctrans.errors import DoctransError, InputError, LimitError, UnsupportedError
from tests.formats.docx.builders import HEAD, W, docx, files, p, r, zipped

GOOD = docx(p(r("Hello world")))
_EXTERNAL = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
_LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
_BODY = (
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'
)

Case = tuple[str, bytes, type[DoctransError], str]


def replaced(name: str, content: bytes) -> bytes:
    return zipped(files(p(r("Hello world"))) | {name: content})


def _xml(doctype: str, text: str, encoding: str = "UTF-8", codec: str = "utf-8") -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{_BODY.format(text)}'.encode(codec)


def _document(content: bytes) -> bytes:
    return replaced("word/document.xml", content)


def _nested(depth: int) -> bytes:
    inside = "<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth
    return f'{HEAD}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode()


def _xxe() -> list[Case]:
    dtd = "document type"
    cases: list[Case] = []
    for encoding, codec in (("UTF-8", "utf-8"), ("UTF-8", "utf-8-sig"), ("UTF-16", "utf-16")):
        content = _xml(_EXTERNAL, "&x;", encoding, codec)
        cases.append((f"external entity, {codec}", _document(content), InputError, dtd))
    for encoding, codec in (("UTF-16BE", "utf-16-be"), ("UTF-16LE", "utf-16-le")):
        content = _xml(_EXTERNAL, "&x;", encoding, codec)
        cases.append((f"external entity, {codec}", _document(content), InputError, dtd))
    for encoding, codec in (("UTF-32", "utf-32"), ("UTF-7", "utf-7"), ("cp037", "cp037")):
        content = _xml(_EXTERNAL, "&x;", encoding, codec)
        cases.append((f"external entity, {codec}", _document(content), InputError, ""))
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        content = HEAD.encode() + _EXTERNAL.encode() + b"<x/>"
        cases.append((f"external entity in {name}", replaced(name, content), InputError, dtd))
    hidden = HEAD.encode() + b"<!-- c --><?p?>" + _EXTERNAL.encode() + b"<x>&x;</x>"
    return [
        *cases,
        ("external entity in a part never read", replaced("customXml/item1.xml", hidden), InputError, dtd),
        ("external DTD", _document(_xml('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d">', "x")), InputError, dtd),
        ("billion laughs", _document(_xml(_LAUGHS, "&c;")), InputError, dtd),
        ("DTD in disguise", _document(b"\n" + _xml(_EXTERNAL, "&x;")), InputError, dtd),
    ]  # fmt: skip


def _magic() -> list[Case]:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)

    def stream(name: str) -> bytes:
        return ole + name.encode("utf-16-le") + bytes(64)

    types = "application/vnd.openxmlformats-officedocument.{}.main+xml"
    return [
        ("empty", b"", InputError, "empty"),
        ("text", b"Hello", InputError, "not a Word document"),
        ("encrypted", stream("EncryptedPackage"), UnsupportedError, "encrypted"),
        (".doc", stream("WordDocument"), UnsupportedError, ".doc"),
        (".xls", stream("Workbook"), UnsupportedError, "Excel"),
        ("other OLE2", ole, UnsupportedError, "OLE2"),
        ("RTF", b"{\\rtf1\\ansi Hello}", UnsupportedError, "RTF"),
        ("PDF", b"%PDF-1.7\n", UnsupportedError, "PDF"),
        ("HTML", b"\xef\xbb\xbf\n<!DOCTYPE html><p>x", UnsupportedError, "HTML"),
        ("flat XML", b"<?xml version='1.0'?><pkg:package/>", UnsupportedError, "XML"),
        ("empty zip", b"PK\x05\x06" + bytes(18), InputError, "empty zip"),
        ("plain zip", zipped({"a.txt": b"x"}), UnsupportedError, "zip archive"),
        ("ODT", zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), UnsupportedError,
         "opendocument"),
        (".xlsx", docx("", main_type=types.format("spreadsheetml.sheet")), UnsupportedError, "Excel"),
        (".pptx", docx("", main_type=types.format("presentationml.presentation")), UnsupportedError,
         "PowerPoint"),
        ("unknown main type", docx("", main_type="text/plain"), UnsupportedError, "text/plain"),
        ("no main part", replaced("_rels/.rels", b"<Relationships/>"), InputError, "main document"),
        ("not well-formed", _document(b"<w:document>"), InputError, "well-formed"),
        ("undefined prefix", _document(b"<q:document/>"), InputError, "well-formed"),
        ("empty part", _document(b""), InputError, "well-formed"),
        ("undefined entity", _document(_xml("", "&x;")), InputError, "well-formed"),
        ("not UTF-8", _document(b"<a>\xff</a>"), InputError, "utf-8"),
        ("deep", _document(_nested(200)), LimitError, "nested"),
        ("very deep", _document(_nested(50_000)), LimitError, "nested"),
    ]  # fmt: skip


def patched(data: bytes, signature: bytes, offset: int, value: bytes, nth: int = 0) -> bytes:
    """Bytes at an offset from the n-th occurrence of a signature, replaced."""
    at = -1
    for _ in range(nth + 1):
        at = data.index(signature, at + 1)
    return data[: at + offset] + value + data[at + offset + len(value) :]


def _named(*names: str, mode: int = 0) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files(p(r("x"))).items():
            archive.writestr(name, data)
        for name in names:
            info = zipfile.ZipInfo(
                "placeholder" + "_" * (len(name) - 11) if len(name) > 11 else name
            )
            info.filename, info.external_attr = name, mode << 16
            archive.writestr(info, b"x")
    return stream.getvalue()


def _compressed(method: int) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files(p(r("x"))).items():
            archive.writestr(name, data)
    return stream.getvalue()


def overlapping() -> bytes:
    """Two records that point to one member, as in D. Fifield's zip bomb."""
    at = GOOD.index(b"PK\1\2")
    record = GOOD[at : GOOD.index(b"PK\1\2", at + 1)]
    forged = record.replace(b"[Content_Types].xml", b"[Content_Typez].xml")
    end = GOOD.index(b"PK\5\6")
    count, size = struct.unpack_from("<HI", GOOD, end + 10)
    tail = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count + 1, count + 1, size + len(forged), at, 0)
    return GOOD[:end] + forged + tail


def quoted() -> bytes:
    """A member whose stored bytes are another member with its header."""
    inner = zipped({"b.xml": bytes(1000)}, zipfile.ZIP_STORED)
    inner = inner[: inner.index(b"PK\1\2")]
    data = zipped({"[Content_Types].xml": inner}, zipfile.ZIP_STORED)
    at, end = data.index(b"PK\1\2"), data.rindex(b"PK\5\6")
    fields = list(struct.unpack_from("<4s6H3I5H2I", data, at))
    fields[7:11] = [zlib.crc32(bytes(1000)), 1000, 1000, 5]
    fields[16] = data.index(b"PK\3\4", 4)
    record = struct.pack("<4s6H3I5H2I", *fields) + b"b.xml"
    size = end - at + len(record)
    return data[:end] + record + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 2, 2, size, at, 0)


def _directory() -> list[Case]:
    end = GOOD.index(b"PK\5\6")
    directory = GOOD.index(b"PK\1\2")
    other = zipped({"[Content_Types].xml": b"<x/>"})
    comment = other.replace(b"PK\3\4", b"PK\3\4")
    commented = GOOD[: end + 20] + struct.pack("<H", len(comment)) + comment
    traps = (
        "../evil.xml",
        "/etc/passwd",
        "C:/x.xml",
        "a//b.xml",
        "./x.xml",
        "..\\evil.xml",
        "a\x01b",
    )
    return [
        ("cut in the middle", GOOD[: len(GOOD) // 2], InputError, "cut off"),
        ("cut in the end record", GOOD[:-5], InputError, ""),
        ("bytes after the end", GOOD + b"x", InputError, "after its end"),
        ("bytes before the start", b"PK\3\4" + bytes(60) + GOOD, InputError, "directory"),
        ("second archive in the comment", commented, InputError, ""),
        ("count too high", patched(GOOD, b"PK\5\6", 8, b"\x09\0\x09\0"), InputError, "ends too early"),
        ("count too low", patched(GOOD, b"PK\5\6", 8, b"\x02\0\x02\0"), InputError, "more than"),
        ("several disks", patched(GOOD, b"PK\5\6", 4, b"\x01\0"), UnsupportedError, "several"),
        ("directory elsewhere", patched(GOOD, b"PK\5\6", 16, b"\x01\0\0\0"), InputError, "directory"),
        ("bad checksum", patched(GOOD, b"PK\1\2", 16, b"abcd"), InputError, ""),
        ("size in the directory", patched(GOOD, b"PK\1\2", 24, b"\x01\0\0\0"), InputError, "two different"),
        ("size in the member", patched(GOOD, b"PK\3\4", 22, b"\x01\0\0\0"), InputError, "two different"),
        ("both sizes", patched(patched(GOOD, b"PK\1\2", 24, b"\x01\0\0\0"), b"PK\3\4", 22, b"\x01\0\0\0"),
         InputError, "not as long"),
        ("both sizes, too long", patched(patched(GOOD, b"PK\1\2", 24, b"\0\x10\0\0"), b"PK\3\4", 22,
         b"\0\x10\0\0"), InputError, "not as long"),
        ("damaged data", patched(GOOD, b"PK\3\4", 60, b"\0\0\0\0"), InputError, ""),
        ("other name inside", patched(GOOD, b"PK\3\4", 30, b"X"), InputError, "another name"),
        ("record cut", patched(GOOD, b"PK\1\2", 28, b"\xff\xff"), InputError, "cut off"),
        ("offset outside", patched(GOOD, b"PK\1\2", 42, b"\xff\xff\xff\x7f"), InputError, "not where"),
        ("offset into the directory", patched(GOOD, b"PK\1\2", 42, struct.pack("<I", directory)), InputError,
         "not where"),
        ("encrypted member", patched(patched(GOOD, b"PK\1\2", 8, b"\x01\0"), b"PK\3\4", 6, b"\x01\0"),
         UnsupportedError, "encrypted"),
        ("one record twice", overlapping(), InputError, ""),
        ("quoted overlap", quoted(), InputError, "overlaps"),
        ("bzip2", _compressed(zipfile.ZIP_BZIP2), UnsupportedError, "method 12"),
        ("LZMA", _compressed(zipfile.ZIP_LZMA), UnsupportedError, "method 14"),
        ("case duplicate", _named("WORD/document.xml"), InputError, "twice"),
        ("symbolic link", _named("word/link.xml", mode=0o120777), InputError, "symbolic link"),
        ("too many entries", _named(*(f"word/{n:012}.xml" for n in range(1001))), LimitError, "entries"),
        *((f"name {name!r}", _named(name), InputError, "") for name in traps),
    ]  # fmt: skip


def duplicate() -> bytes:
    """The same name twice, with two texts."""
    data = _named("word/documenX.xml")
    return data.replace(b"word/documenX.xml", b"word/document.xml")


def bomb(size: int) -> bytes:
    """`size` bytes of zeros in one part, as small as deflate makes them."""
    return zipped(files(p(r("x"))) | {"word/media/a.bin": bytes(size)})


def _bombs() -> list[Case]:
    huge = patched(bomb(1000), b"PK\1\2", 24, struct.pack("<I", 2_000_000_000), nth=4)
    return [
        ("duplicate part", duplicate(), InputError, "twice"),
        ("bomb by ratio", bomb(40_000_000), LimitError, "zip bombs"),
        ("bomb by stated size", huge, InputError, ""),
        ("not a zip at all", bz2.compress(b"x"), InputError, "not a Word document"),
    ]


def cases() -> list[Case]:
    return [*_magic(), *_xxe(), *_directory(), *_bombs()]

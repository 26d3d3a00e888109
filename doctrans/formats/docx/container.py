"""The gate: a zip file read strictly, with every number that it states checked, and written back
with its untouched members byte for byte, compression included.

`zipfile` is not used for untrusted bytes: it accepts overlapping members (CVE-2024-0450), trusts
one of two headers that disagree, and takes the last of two members with one name. The layout is
PKWARE's APPNOTE.TXT 6.3.10; the clauses are cited below. Of its features Office needs stored and
deflated members only (ECMA-376 part 2, annex C), so all else is refused by name.

Invariant: the members of a `Package` are in the order of the file, their names differ when case is
ignored, their bytes do not overlap, and each has been inflated once to its stated size and CRC.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from doctrans.errors import LimitError
from doctrans.formats.docx import magic
from doctrans.formats.docx.directory import (
    CENTRAL,
    END,
    LOCAL,
    Member,
    broken,
    check_extents,
    check_look_alikes,
    check_names,
    find_directory,
    read_members,
)
from doctrans.ports import Limits

_RATIO_FROM = 32_000_000  # below this inflated size a high ratio is only a repetitive document


@dataclass(frozen=True, slots=True)
class Package:
    """A zip file that has passed the gate."""

    data: bytes
    members: tuple[Member, ...]
    directory: tuple[str, ...]  # names as the central directory lists them
    comment: bytes

    def __getitem__(self, name: str) -> bytes:
        return _inflate(self.data, self.member(name))

    def __contains__(self, name: str) -> bool:
        return any(member.name == name for member in self.members)

    def member(self, name: str) -> Member:
        return next(member for member in self.members if member.name == name)

    def raw(self, member: Member) -> bytes:
        """Local header, compressed bytes and data descriptor."""
        return self.data[member.start : member.end]


def open_package(data: bytes, limits: Limits) -> Package:
    """Raises InputError, UnsupportedError or LimitError; what it returns is safe to read."""
    magic.check(data, limits.file_bytes)
    directory, end, count, comment = find_directory(data)
    if count > limits.entries:
        raise LimitError(
            f"The package has {count:,} entries; the limit is {limits.entries:,}.",
            hint="Raise the limit if you trust the file.",
        )
    members = tuple(read_members(data, directory, end, count))
    check_names(members)
    check_extents(members, directory)
    check_look_alikes(data, members)
    _check_sizes(members, limits)
    for member in members:
        _inflate(data, member)
    names = tuple(member.name for member in members)
    return Package(data, tuple(sorted(members, key=lambda member: member.start)), names, comment)


def rewrite(package: Package, changed: Mapping[str, bytes], dropped: frozenset[str]) -> bytes:
    """The file with other contents for some members. Nothing to change: the same bytes."""
    if not changed and not dropped:
        return package.data
    body: list[bytes] = []
    records: dict[str, bytes] = {}
    offset = 0
    for member in package.members:
        if member.name in dropped:
            continue
        if member.name in changed:
            raw, record = _pack(member, changed[member.name])
        else:
            raw, record = package.raw(member), member.record
        records[member.name] = _at(record, member, offset, rebuilt=member.name in changed)
        body.append(raw)
        offset += len(raw)
    directory = b"".join(records[name] for name in package.directory if name in records)
    end = END.pack(
        b"PK\5\6", 0, 0, len(records), len(records), len(directory), offset, len(package.comment)
    )
    return b"".join((*body, directory, end, package.comment))


def _check_sizes(members: tuple[Member, ...], limits: Limits) -> None:
    """By the stated sizes: `_inflate` holds each member to its own."""
    total = packed = 0
    for member in members:
        total, packed = total + member.size, packed + member.packed
        if member.size > limits.part_bytes:
            raise _too_large(member.name, member.size, limits.part_bytes)
        if member.size > max(_RATIO_FROM, member.packed * limits.ratio):
            raise _too_dense(member.name, limits.ratio)
    if total > limits.total_bytes:
        raise _too_large("The package", total, limits.total_bytes)
    if total > max(_RATIO_FROM, packed * limits.ratio):
        raise _too_dense("The package", limits.ratio)


def _too_large(name: str, size: int, limit: int) -> LimitError:
    return LimitError(
        f"{name} has {size:,} bytes when unpacked; the limit is {limit:,}.",
        hint="Split the document, or raise the limit if you trust the file.",
    )


def _too_dense(name: str, ratio: int) -> LimitError:
    return LimitError(
        f"{name} unpacks to more than {ratio} times its size, as zip bombs do.",
        hint="Raise the limit if you trust the file.",
    )


def _inflate(data: bytes, member: Member) -> bytes:
    packed = data[member.data : member.data + member.packed]
    if member.method == 0:
        content = packed
    else:
        engine = zlib.decompressobj(-15)  # never more than is stated, plus one to notice a lie
        try:
            content = engine.decompress(packed, member.size + 1)
        except zlib.error as error:
            raise broken(f"{member.name} cannot be unpacked") from error
        if not engine.eof or engine.unused_data:
            raise broken(f"{member.name} is not as long as it says")
    if len(content) != member.size:
        raise broken(f"{member.name} is not as long as it says")
    if zlib.crc32(content) != member.crc:
        raise broken(f"{member.name} is damaged: its checksum is wrong")
    return content


def _pack(member: Member, content: bytes) -> tuple[bytes, bytes]:
    """Local header and data, and the directory record, of a member with other content.

    Name, time stamp and attributes stay; sizes stand in the header, so bit 3 is cleared.
    """
    engine = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = engine.compress(content) + engine.flush() if member.method else content
    old = CENTRAL.unpack_from(member.record)
    made, needed, flags, time, date, n = old[1], 20, old[3] & ~0x0E, old[5], old[6], old[10]
    name = member.record[CENTRAL.size : CENTRAL.size + n]
    numbers = (zlib.crc32(content), len(packed), len(content))
    common = (needed, flags, member.method, time, date, *numbers, n, 0)
    header = LOCAL.pack(b"PK\3\4", *common)
    record = CENTRAL.pack(b"PK\1\2", made, *common, 0, 0, old[14], old[15], 0)
    return header + name + packed, record + name


def _at(record: bytes, member: Member, offset: int, *, rebuilt: bool) -> bytes:
    """The record with its new offset; one whose numbers stood in a zip64 field gets them back."""
    fields = list(CENTRAL.unpack_from(record))
    fields[16] = offset
    rest = record[CENTRAL.size :]
    if not rebuilt and 0xFFFFFFFF in (fields[8], fields[9], *CENTRAL.unpack_from(record)[16:]):
        n = fields[10]
        fields[8], fields[9], fields[11], fields[12] = member.packed, member.size, 0, 0
        rest = rest[:n]
    return CENTRAL.pack(*fields) + rest

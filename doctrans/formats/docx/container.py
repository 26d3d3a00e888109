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

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from doctrans.errors import InputError, LimitError, UnsupportedError
from doctrans.formats.docx import magic
from doctrans.ports import Limits

_LOCAL = struct.Struct("<4s5H3I2H")  # 4.3.7
_CENTRAL = struct.Struct("<4s6H3I5H2I")  # 4.3.12
_END = struct.Struct("<4s4H2IH")  # 4.3.16
_END64 = struct.Struct("<4sQ2H2I4Q")  # 4.3.14
_LOCATOR64 = struct.Struct("<4sIQI")  # 4.3.15
_RATIO_FROM = 32_000_000  # below this inflated size a high ratio is only a repetitive document
_BROKEN = "Open it in Word or LibreOffice, which may repair it, and save it again."


@dataclass(frozen=True, slots=True)
class Member:
    """One member as it stands in the file."""

    name: str  # as written, "/" between folders
    start: int  # of its local header
    data: int  # of its compressed bytes
    end: int  # after its data descriptor, if any
    method: int  # 0 stored, 8 deflated
    packed: int
    size: int
    crc: int
    record: bytes  # its record in the central directory


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
    directory, end, count, comment = _find_directory(data)
    if count > limits.entries:
        raise LimitError(
            f"The package has {count:,} entries; the limit is {limits.entries:,}.",
            hint="Raise the limit if you trust the file.",
        )
    members = tuple(_members(data, directory, end, count))
    _check_names(members)
    _check_extents(members, directory)
    _check_look_alikes(data, members)
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
    end = _END.pack(
        b"PK\5\6", 0, 0, len(records), len(records), len(directory), offset, len(package.comment)
    )
    return b"".join((*body, directory, end, package.comment))


def _broken(what: str) -> InputError:
    return InputError(f"The package is broken or forged: {what}.", hint=_BROKEN)


def _find_directory(data: bytes) -> tuple[int, int, int, bytes]:
    """Where the central directory starts and ends, its count of records, the comment."""
    tail = data[-(_END.size + 0xFFFF) :]
    at = tail.rfind(b"PK\5\6")
    if at < 0:
        raise InputError(
            "The package is cut off: it has no directory.",
            hint="Check that it was copied or downloaded completely.",
        )
    if len(tail) - at < _END.size:
        raise _broken("its last bytes are cut off")
    _, disk, disk_start, here, count, size, start, length = _END.unpack_from(tail, at)
    end = len(data) - len(tail) + at
    if at + _END.size + length != len(tail):
        raise _broken("bytes after its end")
    directory_end = end
    if data[max(0, end - _LOCATOR64.size) : end].startswith(b"PK\6\7"):
        directory_end, here, count, size, start = _zip64(data, end - _LOCATOR64.size)
    if disk or disk_start or here != count:
        raise UnsupportedError("The package is one part of several.", hint="Join the parts first.")
    if start + size != directory_end:
        raise _broken("its directory is not where it should be")
    return start, directory_end, count, tail[at + _END.size :]


def _zip64(data: bytes, locator: int) -> tuple[int, int, int, int, int]:
    _, disk, at, disks = _LOCATOR64.unpack_from(data, locator)
    if disk or disks > 1 or at + _END64.size != locator or data[at : at + 4] != b"PK\6\6":
        raise _broken("its zip64 directory is not where it should be")
    _, _, _, _, _, _, here, count, size, start = _END64.unpack_from(data, at)
    return at, here, count, size, start


def _members(data: bytes, position: int, end: int, count: int) -> Iterator[Member]:
    for _ in range(count):
        if end - position < _CENTRAL.size or data[position : position + 4] != b"PK\1\2":
            raise _broken("its directory ends too early")
        fields = _CENTRAL.unpack_from(data, position)
        stop = position + _CENTRAL.size + fields[10] + fields[11] + fields[12]
        if stop > end:
            raise _broken("a directory record is cut off")
        yield _member(data, data[position:stop], fields)
        position = stop
    if position != end:
        raise _broken("its directory holds more than it states")


def _member(data: bytes, record: bytes, fields: tuple[int, ...]) -> Member:
    _, _, _, flags, method, _, _, crc, packed, size, n, m, _, disk, _, external, offset = fields
    raw_name = record[_CENTRAL.size : _CENTRAL.size + n]
    name = _decode(raw_name, flags)
    extra = record[_CENTRAL.size + n : _CENTRAL.size + n + m]
    size, packed, offset = _widen(extra, (size, packed, offset))
    _check_other_name(extra, raw_name, name)
    if flags & 0x2041:  # 4.4.4: encrypted, strong encryption, masked headers
        raise UnsupportedError(
            "The package is encrypted.", hint="Remove the password and save the document again."
        )
    if method not in (0, 8):
        raise UnsupportedError(
            f"{name} is packed in a way that Office does not use (method {method}).",
            hint=_BROKEN,
        )
    if disk:
        raise UnsupportedError("The package is one part of several.", hint="Join the parts first.")
    if external >> 28 == 0xA:  # a symbolic link, in the mode that Unix stores here
        raise _broken(f"{name} is a symbolic link")
    data_at, stop = _local(data, offset, raw_name, (method, crc, packed, size), name)
    return Member(name, offset, data_at, stop, method, packed, size, crc, record)


def _decode(raw: bytes, flags: int) -> str:
    """4.4.4, bit 11: UTF-8, else code page 437. Office's own names are ASCII."""
    try:
        name = raw.decode("utf-8" if flags & 0x800 else "cp437")
    except UnicodeDecodeError as error:
        raise _broken(f"the name {raw!r} is not UTF-8") from error
    return name.replace("\\", "/")


def _extras(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The extra fields of a header, 4.5.1: (kind, content)."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        yield kind, extra[position + 4 : position + 4 + length]
        position += 4 + length


def _widen(extra: bytes, values: tuple[int, int, int]) -> tuple[int, int, int]:
    """4.5.3: values of 0xFFFFFFFF stand in the zip64 extra field, in this order."""
    wide = next((content for kind, content in _extras(extra) if kind == 1), b"")
    numbers = struct.iter_unpack("<Q", wide[: len(wide) - len(wide) % 8])
    first, second, third = (
        next(numbers, (value,))[0] if value == 0xFFFFFFFF else value for value in values
    )
    return first, second, third


def _check_other_name(extra: bytes, raw_name: bytes, name: str) -> None:
    """4.6.9: a second name in UTF-8, which some readers prefer, must be the same."""
    for kind, content in _extras(extra):
        if kind == 0x7075 and content[5:] not in (raw_name, name.encode()):
            raise _broken(f"{name} has another name for other readers")


def _local(
    data: bytes, at: int, raw_name: bytes, stated: tuple[int, int, int, int], name: str
) -> tuple[int, int]:
    """Checks a local header against the directory: where the data starts, where all of it ends."""
    method, crc, packed, size = stated
    if at + _LOCAL.size > len(data) or data[at : at + 4] != b"PK\3\4":
        raise _broken(f"{name} is not where the directory says")
    _, _, flags, method_, _, _, crc_, packed_, size_, n, m = _LOCAL.unpack_from(data, at)
    start = at + _LOCAL.size + n + m
    if data[at + _LOCAL.size : at + _LOCAL.size + n] != raw_name:
        raise _broken(f"{name} has another name in its own header")
    size_, packed_, _ = _widen(data[start - m : start], (size_, packed_, 0))
    _check_other_name(data[start - m : start], raw_name, name)
    streamed = bool(flags & 8)  # 4.4.4, bit 3: sizes follow the data
    numbers = (crc_, packed_, size_)
    if flags & 0x2041 or method_ != method:
        raise _broken(f"{name} is described in two ways")
    if numbers != (crc, packed, size) and not (streamed and not any(numbers)):
        # Some writers fill in only part of a streamed header; what is there must be true.
        pairs = zip(numbers, (crc, packed, size), strict=True)
        if not streamed or any(mine not in (0, theirs) for mine, theirs in pairs):
            raise _broken(f"{name} has two different sizes")
    stop = start + packed
    if stop > len(data):
        raise _broken(f"{name} is cut off")
    return start, stop + (_descriptor(data, stop, crc, packed, size) if streamed else 0)


def _descriptor(data: bytes, at: int, crc: int, packed: int, size: int) -> int:
    """Length of the data descriptor (4.3.9): with or without signature, sizes of 4 or 8 bytes."""
    for signature in (b"PK\7\x08", b""):
        for form in ("<3I", "<I2Q"):
            found = signature + struct.pack(form, crc, packed, size)
            if data.startswith(found, at):
                return len(found)
    return 0  # the sizes of the header were found true; some writers leave it at that


def _check_names(members: tuple[Member, ...]) -> None:
    seen: set[str] = set()
    for member in members:
        name = member.name
        parts = name.removesuffix("/").split("/")
        control = any(ord(character) < 32 or ord(character) == 127 for character in name)
        if control or ":" in parts[0] or any(part in ("", ".", "..") for part in parts):
            raise _broken(f"a member is named {name!r}")
        if name.casefold() in seen:
            raise _broken(f"it holds {name} twice")
        seen.add(name.casefold())


def _check_extents(members: tuple[Member, ...], directory: int) -> None:
    last = 0
    for member in sorted(members, key=lambda member: member.start):
        if member.start < last or member.end > directory:
            raise _broken(f"{member.name} overlaps what stands before or after it")
        last = member.end


def _check_look_alikes(data: bytes, members: tuple[Member, ...]) -> None:
    """A second end of directory would be another reader's first: it may stand only inside a
    member (a package embedded in the document, stored)."""
    at = data.rfind(b"PK\5\6")
    first = max(0, len(data) - _END.size - 0xFFFF)
    while (at := data.rfind(b"PK\5\6", first, at)) >= 0:
        if not any(member.data <= at < member.end for member in members):
            raise _broken("it has two ends")


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
            raise _broken(f"{member.name} cannot be unpacked") from error
        if not engine.eof or engine.unused_data:
            raise _broken(f"{member.name} is not as long as it says")
    if len(content) != member.size:
        raise _broken(f"{member.name} is not as long as it says")
    if zlib.crc32(content) != member.crc:
        raise _broken(f"{member.name} is damaged: its checksum is wrong")
    return content


def _pack(member: Member, content: bytes) -> tuple[bytes, bytes]:
    """Local header and data, and the directory record, of a member with other content.

    Name, time stamp and attributes stay; sizes stand in the header, so bit 3 is cleared.
    """
    engine = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = engine.compress(content) + engine.flush() if member.method else content
    old = _CENTRAL.unpack_from(member.record)
    made, needed, flags, time, date, n = old[1], 20, old[3] & ~0x0E, old[5], old[6], old[10]
    name = member.record[_CENTRAL.size : _CENTRAL.size + n]
    numbers = (zlib.crc32(content), len(packed), len(content))
    common = (needed, flags, member.method, time, date, *numbers, n, 0)
    header = _LOCAL.pack(b"PK\3\4", *common)
    record = _CENTRAL.pack(b"PK\1\2", made, *common, 0, 0, old[14], old[15], 0)
    return header + name + packed, record + name


def _at(record: bytes, member: Member, offset: int, *, rebuilt: bool) -> bytes:
    """The record with its new offset; one whose numbers stood in a zip64 field gets them back."""
    fields = list(_CENTRAL.unpack_from(record))
    fields[16] = offset
    rest = record[_CENTRAL.size :]
    if not rebuilt and 0xFFFFFFFF in (fields[8], fields[9], *_CENTRAL.unpack_from(record)[16:]):
        n = fields[10]
        fields[8], fields[9], fields[11], fields[12] = member.packed, member.size, 0, 0
        rest = rest[:n]
    return _CENTRAL.pack(*fields) + rest

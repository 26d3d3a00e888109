"""How a zip file says what is in it: the end record, the central directory, the local headers, each
checked against the others. Nothing is unpacked here.

The layout is PKWARE's APPNOTE.TXT 6.3.10; the clauses are cited below. Every reader of the file
must see the same members: whatever two readers could take differently is refused.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from doctrans.errors import InputError, UnsupportedError

LOCAL = struct.Struct("<4s5H3I2H")  # 4.3.7
CENTRAL = struct.Struct("<4s6H3I5H2I")  # 4.3.12
END = struct.Struct("<4s4H2IH")  # 4.3.16
_END64 = struct.Struct("<4sQ2H2I4Q")  # 4.3.14
_LOCATOR64 = struct.Struct("<4sIQI")  # 4.3.15
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


def broken(what: str) -> InputError:
    return InputError(f"The package is broken or forged: {what}.", hint=_BROKEN)


def find_directory(data: bytes) -> tuple[int, int, int, bytes]:
    """Where the central directory starts and ends, its count of records, the comment."""
    tail = data[-(END.size + 0xFFFF) :]
    at = tail.rfind(b"PK\5\6")
    if at < 0:
        raise InputError(
            "The package is cut off: it has no directory.",
            hint="Check that it was copied or downloaded completely.",
        )
    if len(tail) - at < END.size:
        raise broken("its last bytes are cut off")
    _, disk, disk_start, here, count, size, start, length = END.unpack_from(tail, at)
    end = len(data) - len(tail) + at
    if at + END.size + length != len(tail):
        raise broken("bytes after its end")
    directory_end = end
    if data[max(0, end - _LOCATOR64.size) : end].startswith(b"PK\6\7"):
        directory_end, here, count, size, start = _zip64(data, end - _LOCATOR64.size)
    if disk or disk_start or here != count:
        raise UnsupportedError("The package is one part of several.", hint="Join the parts first.")
    if start + size != directory_end:
        raise broken("its directory is not where it should be")
    return start, directory_end, count, tail[at + END.size :]


def _zip64(data: bytes, locator: int) -> tuple[int, int, int, int, int]:
    _, disk, at, disks = _LOCATOR64.unpack_from(data, locator)
    if disk or disks > 1 or at + _END64.size != locator or data[at : at + 4] != b"PK\6\6":
        raise broken("its zip64 directory is not where it should be")
    _, _, _, _, _, _, here, count, size, start = _END64.unpack_from(data, at)
    return at, here, count, size, start


def read_members(data: bytes, position: int, end: int, count: int) -> Iterator[Member]:
    for _ in range(count):
        if end - position < CENTRAL.size or data[position : position + 4] != b"PK\1\2":
            raise broken("its directory ends too early")
        fields = CENTRAL.unpack_from(data, position)
        stop = position + CENTRAL.size + fields[10] + fields[11] + fields[12]
        if stop > end:
            raise broken("a directory record is cut off")
        yield _member(data, data[position:stop], fields)
        position = stop
    if position != end:
        raise broken("its directory holds more than it states")


def _member(data: bytes, record: bytes, fields: tuple[int, ...]) -> Member:
    _, _, _, flags, method, _, _, crc, packed, size, n, m, _, disk, _, external, offset = fields
    raw_name = record[CENTRAL.size : CENTRAL.size + n]
    name = _decode(raw_name, flags)
    extra = record[CENTRAL.size + n : CENTRAL.size + n + m]
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
        raise broken(f"{name} is a symbolic link")
    data_at, stop = _local(data, offset, raw_name, (method, crc, packed, size), name)
    return Member(name, offset, data_at, stop, method, packed, size, crc, record)


def _decode(raw: bytes, flags: int) -> str:
    """4.4.4, bit 11: UTF-8, else code page 437. Office's own names are ASCII."""
    try:
        name = raw.decode("utf-8" if flags & 0x800 else "cp437")
    except UnicodeDecodeError as error:
        raise broken(f"the name {raw!r} is not UTF-8") from error
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
            raise broken(f"{name} has another name for other readers")


def _local(
    data: bytes, at: int, raw_name: bytes, stated: tuple[int, int, int, int], name: str
) -> tuple[int, int]:
    """Checks a local header against the directory: where the data starts, where all of it ends."""
    method, crc, packed, size = stated
    if at + LOCAL.size > len(data) or data[at : at + 4] != b"PK\3\4":
        raise broken(f"{name} is not where the directory says")
    _, _, flags, method_, _, _, crc_, packed_, size_, n, m = LOCAL.unpack_from(data, at)
    start = at + LOCAL.size + n + m
    if data[at + LOCAL.size : at + LOCAL.size + n] != raw_name:
        raise broken(f"{name} has another name in its own header")
    size_, packed_, _ = _widen(data[start - m : start], (size_, packed_, 0))
    _check_other_name(data[start - m : start], raw_name, name)
    streamed = bool(flags & 8)  # 4.4.4, bit 3: sizes follow the data
    numbers = (crc_, packed_, size_)
    if flags & 0x2041 or method_ != method:
        raise broken(f"{name} is described in two ways")
    if numbers != (crc, packed, size) and not (streamed and not any(numbers)):
        # Some writers fill in only part of a streamed header; what is there must be true.
        pairs = zip(numbers, (crc, packed, size), strict=True)
        if not streamed or any(mine not in (0, theirs) for mine, theirs in pairs):
            raise broken(f"{name} has two different sizes")
    stop = start + packed
    if stop > len(data):
        raise broken(f"{name} is cut off")
    return start, stop + (_descriptor(data, stop, crc, packed, size) if streamed else 0)


def _descriptor(data: bytes, at: int, crc: int, packed: int, size: int) -> int:
    """Length of the data descriptor (4.3.9): with or without signature, sizes of 4 or 8 bytes."""
    for signature in (b"PK\7\x08", b""):
        for form in ("<3I", "<I2Q"):
            found = signature + struct.pack(form, crc, packed, size)
            if data.startswith(found, at):
                return len(found)
    return 0  # the sizes of the header were found true; some writers leave it at that


def check_names(members: tuple[Member, ...]) -> None:
    seen: set[str] = set()
    for member in members:
        name = member.name
        parts = name.removesuffix("/").split("/")
        control = any(ord(character) < 32 or ord(character) == 127 for character in name)
        if control or ":" in parts[0] or any(part in ("", ".", "..") for part in parts):
            raise broken(f"a member is named {name!r}")
        if name.casefold() in seen:
            raise broken(f"it holds {name} twice")
        seen.add(name.casefold())


def check_extents(members: tuple[Member, ...], directory: int) -> None:
    last = 0
    for member in sorted(members, key=lambda member: member.start):
        if member.start < last or member.end > directory:
            raise broken(f"{member.name} overlaps what stands before or after it")
        last = member.end


def check_look_alikes(data: bytes, members: tuple[Member, ...]) -> None:
    """A second end of directory would be another reader's first: it may stand only inside a
    member (a package embedded in the document, stored)."""
    at = data.rfind(b"PK\5\6")
    first = max(0, len(data) - END.size - 0xFFFF)
    while (at := data.rfind(b"PK\5\6", first, at)) >= 0:
        if not any(member.data <= at < member.end for member in members):
            raise broken("it has two ends")

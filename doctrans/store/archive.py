"""Argos packages (`.argosmodel`, zip files) unpacked. They come from strangers.

A file is taken out only if its name is one that a translation package has; nothing else of the
archive, and never a name of its own choosing, reaches the disk. Sizes are bounded by what the
directory says and again while inflating.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from doctrans.errors import ModelError

SUFFIX = ".argosmodel"
_ENTRIES = 10_000  # some packages bring the many small files of a sentence splitter, left out here
_BYTES = 4_000_000_000  # all that is unpacked
_RATIO = 200  # of what is beyond a few megabytes; weights hardly shrink
_FREE = 32_000_000
_CHUNK = 1 << 20
_WANTED = re.compile(
    r"metadata\.json|sentencepiece\.model|bpe\.model|README\.md|LICEN[CS]E(\.\w+)?"
    r"|model/(model\.bin|config\.json|(shared|source|target)_vocabulary\.(json|txt))"
)


def unpack(package: Path, into: Path) -> None:
    """Into an empty folder. Raises ModelError for a package that is damaged or not trusted."""
    try:
        with zipfile.ZipFile(package) as archive:
            for entry, name in _members(archive, package):
                target = into / name
                target.parent.mkdir(exist_ok=True)
                _inflate(archive, entry, target, package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ModelError(
            f"{package} is not a sound Argos package: {error}.", hint="Download it again."
        ) from error


def _members(archive: zipfile.ZipFile, package: Path) -> list[tuple[zipfile.ZipInfo, str]]:
    """The wanted entries and their names without the folder that all of a package is in."""
    entries = archive.infolist()
    if len(entries) > _ENTRIES:
        raise _refused(package, f"it has {len(entries)} entries")
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in entry.filename:
            raise _refused(package, f"it has an entry {entry.filename!r}")
        name = "/".join(path.parts[1:])
        if entry.is_dir() or not _WANTED.fullmatch(name):
            continue
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise _refused(package, f"{entry.filename!r} is a link")
        if name in found:
            raise _refused(package, f"it has {name!r} twice")
        found[name] = entry
    _bound(package, list(found.values()))
    if "metadata.json" not in found:
        raise _refused(package, "it has no metadata.json")
    return [(entry, name) for name, entry in found.items()]


def _bound(package: Path, entries: list[zipfile.ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > _BYTES or (size > _FREE and size > _RATIO * packed):
        raise _refused(package, f"it would unpack to {size:,} bytes")


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, package: Path) -> None:
    written = 0
    with archive.open(entry) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > entry.file_size:
                raise _refused(package, f"{entry.filename!r} is larger than it says")
            file.write(chunk)


def _refused(package: Path, why: str) -> ModelError:
    return ModelError(f"{package} is refused: {why}.", hint="Get the package from its maker.")

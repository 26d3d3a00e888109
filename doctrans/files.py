"""Reading and publishing files: nothing half-written, nothing overwritten unasked.

An output is written to a temporary file beside its target, flushed to the disk and renamed: at any
moment the target is the old file or the whole new one. A symbolic link as target is replaced, not
followed, if it leads to a file or nowhere: one to a device, as /dev/stdout, is no target.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from doctrans.errors import InputError, LimitError, OutputError


def read_bytes(path: Path, limit: int) -> bytes:
    """The file's bytes, at most `limit`. Raises InputError, LimitError."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except IsADirectoryError as error:
        raise InputError(
            f"{path}: It is a folder.", hint="Name the files in it, or use a pattern."
        ) from error
    except FileNotFoundError as error:
        raise InputError(
            f"{path}: There is no such file.", hint="Check the name and the folder."
        ) from error
    except OSError as error:
        raise InputError(f"{path}: It cannot be read: {error.strerror}.") from error
    except ValueError as error:  # a zero byte in the name
        raise InputError("That is no name of a file.", hint="Give its path.") from error
    if len(data) > limit:
        raise too_large(limit, f"{path}: It")
    return data


def is_file(path: Path) -> bool:
    """Whether it is there and a file. What is too long for a name is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def too_large(limit: int, what: str = "It") -> LimitError:
    return LimitError(
        f"{what} is larger than {limit:,} bytes.",
        hint="Raise max_file_bytes in the settings, or the limits of ReadOptions.",
    )


def exists_already(target: Path) -> OutputError:
    return OutputError(f"{target} exists already.", hint="Use --force (force=True) to replace it.")


def refuse(target: Path, *, force: bool) -> None:
    """Raises OutputError for a target that is no file, and unless `force` for one that is there. A
    link that leads nowhere is there, too."""
    if target.exists() and (not target.is_file() or _is_stream(target)):
        raise OutputError(
            f"{target} is not a file.", hint="Name another, or - for standard output."
        )
    if not force and (target.exists() or target.is_symlink()):
        raise exists_already(target)


def _is_stream(target: Path) -> bool:
    """Whether the name is one for what a process has open, as /dev/stdout, even if that is a file:
    the link would be replaced for all processes."""
    if not target.is_symlink():
        return False
    places = (target.parent.resolve(), target.parent / target.readlink())
    return any(str(place).startswith(("/proc/", "/dev/fd/")) for place in places)


def publish(data: bytes, target: Path, *, force: bool = False) -> None:
    """Writes a whole new file in one step. Raises OutputError, and then leaves nothing behind."""
    refuse(target, force=force)
    temporary = None
    try:
        _make_folder(target.parent)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))  # mkstemp makes files that only the owner can read
        if force:
            temporary.replace(target)
        else:
            _rename_new(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(f"{folder} is not a folder.", hint="Name another.") from error


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    if target.is_file() and not target.is_symlink():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _rename_new(temporary: Path, target: Path) -> None:
    """Renames unless somebody else made the target meanwhile."""
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise exists_already(target) from error
    except OSError:  # a file system without hard links
        temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Makes the rename itself last; not every system lets a folder be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

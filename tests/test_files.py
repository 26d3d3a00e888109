from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from doctrans import files
from doctrans.errors import InputError, LimitError, OutputError


def test_publish_makes_a_whole_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "new" / "page.html"
    files.publish(b"data", target)
    assert target.read_bytes() == b"data"
    assert [path.name for path in target.parent.iterdir()] == ["page.html"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~mask


def test_publish_never_replaces_unasked(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with pytest.raises(OutputError, match=r"exists already.*--force \(force=True\)"):
        files.publish(b"new", target)
    assert target.read_bytes() == b"old"
    files.publish(b"new", target, force=True)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    other, link = tmp_path / "other", tmp_path / "link"
    other.write_bytes(b"precious")
    link.symlink_to(other)
    with pytest.raises(OutputError):
        files.publish(b"new", link)
    files.publish(b"new", link, force=True)
    assert other.read_bytes() == b"precious"
    assert link.read_bytes() == b"new" and not link.is_symlink()


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left") as caught:
        files.publish(b"new", target, force=True)
    assert caught.value.exit_code == 7
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"12345")
    assert files.read_bytes(path, 5) == b"12345"
    with pytest.raises(LimitError, match=r"a\.html: It is larger than 4 bytes"):
        files.read_bytes(path, 4)
    with pytest.raises(InputError, match="none: There is no such file"):
        files.read_bytes(tmp_path / "none", 5)
    with pytest.raises(InputError, match="folder"):
        files.read_bytes(tmp_path, 5)


def test_a_link_to_a_device_is_no_target(tmp_path: Path) -> None:
    link = tmp_path / "stdout"
    link.symlink_to(os.devnull)
    for force in (False, True):
        with pytest.raises(OutputError, match="is not a file"):
            files.publish(b"new", link, force=force)
    assert link.is_symlink()


def test_a_file_where_a_folder_is_to_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError, match=r"a is not a folder\."):
        files.publish(b"new", tmp_path / "a" / "page.html")


def test_only_files_are_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match="is not a file"):
        files.publish(b"new", tmp_path / "pipe", force=True)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="has no /proc")
def test_a_name_for_an_open_file_is_no_target(tmp_path: Path) -> None:
    """/dev/stdout is a link of that kind, also where output goes to a file."""
    link = tmp_path / "out"
    with (tmp_path / "open").open("wb") as file:
        link.symlink_to(f"/proc/self/fd/{file.fileno()}")
        for target in (link, Path(f"/proc/self/fd/{file.fileno()}")):
            with pytest.raises(OutputError, match="is not a file"):
                files.publish(b"data", target, force=True)
    assert link.is_symlink()

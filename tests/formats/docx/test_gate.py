"""The gate: hostile and broken files get a typed error with a reason; good ones come through."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from doctrans.errors import DoctransError, InputError, LimitError
from doctrans.formats.docx import DocxFormat, container
from doctrans.ports import Limits, ReadOptions
from tests.formats.docx import hostile
from tests.formats.docx.builders import docx, files, p, r, zipped

FORMAT = DocxFormat()
CASES = hostile.cases()


@pytest.mark.parametrize(
    ("data", "error", "word"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_refused(data: bytes, error: type[DoctransError], word: str) -> None:
    with pytest.raises(error) as caught:
        FORMAT.read(data)
    assert type(caught.value) is error
    assert word in caught.value.message
    assert caught.value.hint


def test_every_truncation_is_an_input_error() -> None:
    for length in range(0, len(hostile.GOOD), 37):
        with pytest.raises(InputError):
            FORMAT.read(hostile.GOOD[:length])


def test_every_damaged_byte_is_noticed_or_harmless() -> None:
    """One byte changed anywhere: a typed error, or a document that reads and writes itself."""
    for at in range(0, len(hostile.GOOD), 11):
        data = bytearray(hostile.GOOD)
        data[at] ^= 0x55
        try:
            document = FORMAT.read(bytes(data))
        except InputError:
            continue
        assert FORMAT.write(document).data == bytes(data)


@pytest.mark.parametrize(
    ("limits", "word"),
    [
        (Limits(file_bytes=100), "bytes"),
        (Limits(entries=2), "entries"),
        (Limits(part_bytes=100), "unpacked"),
        (Limits(total_bytes=900), "unpacked"),
        (Limits(depth=3), "nested"),
        (Limits(characters=10), "characters"),
        (Limits(segments=1), "segments"),
    ],
)
def test_limits(limits: Limits, word: str) -> None:
    with pytest.raises(LimitError, match=word):
        FORMAT.read(docx(p(r("Hello world")) + p(r("again"))), ReadOptions(limits=limits))


def _stream(**options: object) -> bytes:
    """Written to a stream that cannot seek: sizes follow the data in descriptors."""

    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files(p(r("x y"))).items():
            with archive.open(name, "w", **options) as handle:  # type: ignore[call-overload]
                handle.write(data)
    return stream.getvalue()


def _commented() -> bytes:
    stream = BytesIO(hostile.GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = b"made by hand"
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        hostile.GOOD,
        zipped(files(p(r("x y"))), zipfile.ZIP_STORED),
        zipped(files(p(r("x y"))) | {"word/embeddings/a.docx": hostile.GOOD}, zipfile.ZIP_STORED),
        zipped(files(p(r("x y"))) | {"word/media/": b""}),
        _stream(),
        _stream(force_zip64=True),
        _commented(),
    ],
    ids=["deflated", "stored", "package inside", "folder", "streamed", "zip64", "commented"],
)
def test_good_archives_keep_every_other_byte(data: bytes) -> None:
    package = container.open_package(data, Limits())
    assert container.rewrite(package, {}, frozenset()) is data
    output = container.rewrite(package, {"word/document.xml": b"<new/>"}, frozenset())
    again = container.open_package(output, Limits())
    assert again["word/document.xml"] == b"<new/>"
    assert again.comment == package.comment
    for before, after in zip(package.members, again.members, strict=True):
        if before.name != "word/document.xml":
            assert package.raw(before) == again.raw(after)
    with zipfile.ZipFile(BytesIO(output)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == list(package.directory)


def test_dropped_members_are_gone() -> None:
    package = container.open_package(hostile.GOOD, Limits())
    output = container.rewrite(package, {}, frozenset({"word/_rels/document.xml.rels"}))
    assert "word/_rels/document.xml.rels" not in container.open_package(output, Limits())

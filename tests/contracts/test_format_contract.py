"""The laws of `ports.Format`, for every registered format and every fixture of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from doctrans import adapters, spans
from doctrans.errors import DoctransError, VerificationError
from doctrans.model import Document, Segment, Tagged, TagKind
from doctrans.ports import Format, ReadOptions

FIXTURES = Path(__file__).parents[2] / "fixtures"
SUFFIXES = {".html", ".htm", ".docx"}
CASES = [
    (name, path)
    for name in adapters.FORMATS
    for path in sorted((FIXTURES / name).iterdir())
    if path.suffix in SUFFIXES
]


@pytest.fixture(params=CASES, ids=lambda case: case[1].name)
def case(request: pytest.FixtureRequest) -> tuple[Format, bytes, Document]:
    name, path = request.param
    format = cast(Format, adapters.load("format", name)())
    data = path.read_bytes()
    return format, data, format.read(data, ReadOptions())


def changed(segment: Segment, text: str) -> Segment:
    """Other words of the same length under the same tags."""
    return segment.with_tagged(Tagged(text, segment.spans))


def loud(segment: Segment) -> Segment:
    upper = "".join(c.upper() if len(c.upper()) == 1 else c for c in segment.text)
    return changed(segment, upper)


def test_reading_and_writing_gives_the_same_bytes(case: tuple[Format, bytes, Document]) -> None:
    format, data, document = case
    assert format.write(document).data == data
    format.verify(document, data)


def test_the_same_bytes_give_the_same_segments(case: tuple[Format, bytes, Document]) -> None:
    format, data, document = case
    assert format.read(data, ReadOptions()) == document
    assert document.segments


def test_other_words_come_back_as_written(case: tuple[Format, bytes, Document]) -> None:
    format, _, document = case
    translated = replace(
        document, language="de", segments=tuple(loud(segment) for segment in document.segments)
    )
    data = format.write(translated).data
    format.verify(translated, data)
    again = format.read(data, ReadOptions())
    assert [s.text for s in again.segments] == [s.text for s in translated.segments]
    for before, after in zip(document.segments, again.segments, strict=True):
        # Misnested formatting is written as what a reader made of it: properly nested, so in more
        # elements than it came in.
        assert len(after.tagged.tags) >= len(before.tagged.tags)


def test_write_refuses_illegal_tags(case: tuple[Format, bytes, Document]) -> None:
    """Formatting may be missing (it was dropped, with a note); links, ids and points may not."""
    format, _, document = case
    for index, segment in enumerate(document.segments):
        solid = [tag for tag in segment.tagged.tags if tag.kind is not TagKind.PAIR]
        if solid:
            bare = segment.with_tagged(spans.strip(segment.tagged, solid))
            segments = (*document.segments[:index], bare, *document.segments[index + 1 :])
            with pytest.raises(ValueError):
                format.write(replace(document, segments=segments))
            return
    pytest.fail("the fixture has no such tag")


def test_verify_finds_what_write_did_not_do(case: tuple[Format, bytes, Document]) -> None:
    format, data, document = case
    translated = replace(document, segments=tuple(loud(segment) for segment in document.segments))
    with pytest.raises(VerificationError):
        format.verify(translated, data)  # the source is no translation


def test_damaged_bytes_are_refused_by_name_or_read(case: tuple[Format, bytes, Document]) -> None:
    format, data, _ = case
    for cut in (1, len(data) // 3, len(data) - 3):
        try:
            document = format.read(data[:cut], ReadOptions())
        except DoctransError as error:
            assert error.exit_code == 4 and error.message
        else:
            assert format.write(document).data == data[:cut]

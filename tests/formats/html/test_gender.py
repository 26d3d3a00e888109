"""What markup says of the gender of persons, and that it stays in the page."""

from __future__ import annotations

import pytest

from doctrans import read, write

F, M = "f", "m"


@pytest.mark.parametrize(
    ("page", "segments"),
    [
        ('<p data-gender="f">A b.</p><p>C d.</p>', [F, None]),
        ('<div its-gender=" M "><p>A b.</p><p data-gender="f">C d.</p></div><p>E f.</p>',
         [M, F, None]),
        ('<div its:gender="f"><p data-gender="women">A b.</p></div>', [F]),
        ('<span data-gender="f"><p>A b.</p></span>', [F]),
        ('<p data-gender="f"><img alt="A b"> C d.</p>', [F, F]),
        ('<p data-gender="">A b.</p>', [None]),
    ],
)  # fmt: skip
def test_blocks(page: str, segments: list[str | None]) -> None:
    document = read(page, "html")
    assert [segment.gender for segment in document.segments] == segments
    assert write(document) == page.encode()


def test_inline_elements_say_it_of_what_they_hold() -> None:
    page = 'A <b>b</b> <a data-gender="f">c <i>d</i></a> <i data-gender="m">e</i>.'
    [segment] = read(f"<p>{page}</p>").segments
    assert segment.gender is None
    assert {tag.name + str(tag.id): tag.gender for tag in segment.tagged.tags} == {
        "b1": None, "a2": F, "i3": None, "i4": M,
    }  # fmt: skip

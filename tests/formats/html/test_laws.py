"""The laws of `ports.Format`, on random pages, against hostile words, and on real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doctrans import spans
from doctrans.errors import InputError
from doctrans.formats.html import HtmlFormat, charsets
from doctrans.model import Span, Tagged
from doctrans.ports import ReadOptions
from tests.formats.html.soup import HOSTILE, soups, translate, upper

HTML = HtmlFormat()
FIXTURES = sorted((Path(__file__).parents[3] / "fixtures" / "html").glob("*.html"))
ALL = frozenset(("pre", "textarea", "submit", "attributes"))
TEXTS = (
    "alt",
    "value",
    "title",
    "content",
    "label",
    "placeholder",
    "aria-label",
    "summary",
    "abbr",
)
OPTIONS = (
    ReadOptions(),
    ReadOptions(also=ALL),
    ReadOptions(include=("p", "span")),
    ReadOptions(skip=("b", "li"), also=ALL),
)


def skeleton(page: str) -> list[object]:
    """What another parser sees besides words."""
    builder = html5lib.getTreeBuilder("etree")
    tree = html5lib.HTMLParser(tree=builder, namespaceHTMLElements=False).parse(
        page, scripting=False
    )
    found: list[object] = []
    stack = [tree]
    while stack:
        element = stack.pop()
        if not isinstance(element, str):
            values = {k: v for k, v in element.attrib.items() if k not in TEXTS}
            comment = element.text if not isinstance(element.tag, str) else ""
            found.append((str(element.tag), sorted(values.items()), comment))
            stack += ["end", *reversed(element)]
        else:
            found.append("end")
    return found


@given(st.one_of(st.binary(max_size=60), soups.map(str.encode)), st.sampled_from(OPTIONS))
def test_nothing_changed_is_nothing_written(data: bytes, options: ReadOptions) -> None:
    document = HTML.read(data, options)
    assert all(segment.spans == spans.coalesce(segment.spans) for segment in document.segments)
    assert HTML.write(document).data == data
    HTML.verify(document, data)


@settings(max_examples=300)
@given(soups, st.sampled_from(OPTIONS))
def test_hostile_words_stay_words(page: str, options: ReadOptions) -> None:
    document = translate(HTML.read(page.encode(), options), lambda _: HOSTILE)
    data = HTML.write(document).data
    HTML.verify(document, data)
    if not any(
        code in page for code in ("<%", "<?php", "<?=", "{{", "{%", "{#")
    ):  # of which other parsers know nothing
        assert skeleton(data.decode()) == skeleton(page)


@given(soups, st.sampled_from(OPTIONS))
def test_pages_of_xml_keep_the_laws(page: str, options: ReadOptions) -> None:
    for name in ("title", "textarea", "script", "b", "foo-bar"):
        page = page.replace(f"<{name}>", f"<{name}/>")
    data = f"<?xml version='1.0'?><p>{page}".encode()
    document = HTML.read(data, options)
    assert HTML.write(document).data == data
    for words in (upper, lambda _: HOSTILE):
        changed = translate(document, words)
        HTML.verify(changed, HTML.write(changed).data)


WORDS = (upper, lambda _: HOSTILE, lambda _: "Gr\xf6\xdfe \xa5\xa2\u2212~\\\u65e5\u0401\x81")
RAW = (
    b"<p>", b"a ", b'<b title=x class="', b'">', b"</b>", b"<i id=", b">", b"<code>", b"</code>",
    b"\x81", b"\xe9", b"\xff", b"\x8d\x90", b"\x81\xca", b"\xfa\x54", b"\xa4\xa2", b"\x93\xfa",
    b"\x1b$B", b"\x1b(B", b"\x1b(J", b"\x1b", b"\\", b"\0", b"\xd8\0", b"0", b"&#129;", b"&",
)  # fmt: skip


@settings(max_examples=400)
@given(
    st.sampled_from(sorted(charsets.ENCODINGS)),
    st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(RAW), max_size=25).map(b"".join)),
    st.sampled_from(WORDS),
)
def test_bytes_beside_words_stay_whatever_they_are(
    name: str, data: bytes, words: Callable[[str], str]
) -> None:
    try:
        document = HTML.read(data, ReadOptions(encoding=name))
    except InputError:  # UTF-16, and said to be something else
        return
    changed = translate(document, words)
    HTML.verify(changed, HTML.write(changed).data)


@given(soups, st.sampled_from(OPTIONS))
def test_reading_again_finds_what_was_written(page: str, options: ReadOptions) -> None:
    document = translate(HTML.read(page.encode(), options), upper)
    again = HTML.read(HTML.write(document).data, options)
    assert [s.text for s in again.segments] == [s.text for s in document.segments]


@given(soups, st.randoms(use_true_random=False))
def test_tags_may_move(page: str, random: object) -> None:
    """Any order of what stands side by side is written and verified."""
    document = HTML.read(page.encode())
    segments = []
    for segment in document.segments:
        groups: list[list[Span]] = []
        for span in segment.spans:
            top = span.tags[:1]
            if groups and top and groups[-1][0].tags[:1] == top:
                groups[-1].append(span)
            else:
                groups.append([span])
        random.shuffle(groups)  # type: ignore[attr-defined]
        moved = spans.join(
            Tagged(segment.text[s.start : s.end], (Span(0, s.end - s.start, s.tags),))
            for group in groups
            for s in group
        )
        legal = not spans.faults(segment.tagged, moved)
        segments.append(segment.with_tagged(moved) if legal else segment)
    changed = type(document)("html", document.language, tuple(segments), document.skeleton)
    HTML.verify(changed, HTML.write(changed).data)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_real_pages(path: Path) -> None:
    data = path.read_bytes()
    document = HTML.read(data)
    assert len(document.segments) > 5
    assert HTML.write(document).data == data
    HTML.verify(document, data)
    capitals = translate(document, upper)
    written = HTML.write(capitals)
    assert written.notes == () and written.data != data
    HTML.verify(capitals, written.data)
    encoding = document.skeleton.source.encoding
    before, after = data.decode(encoding), written.data.decode(encoding)
    hostile = translate(document, lambda _: HOSTILE)
    HTML.verify(hostile, HTML.write(hostile).data)
    assert [s.text for s in HTML.read(written.data).segments] == [s.text for s in capitals.segments]
    assert skeleton(before) == skeleton(after)

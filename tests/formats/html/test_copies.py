"""Copies for a browser: the same page, with numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans import api
from doctrans.formats.html import copies
from doctrans.model import Document, Span, Tagged
from doctrans.ports import ReadOptions

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures" / "html").glob("*.html"))
_ADDED = re.compile(rb' data-doctrans-token="\d+"|<!--/?doctrans s\d+-->')


def bare(data: bytes) -> bytes:
    return _ADDED.sub(b"", data)


def upper(document: Document) -> Document:
    """Other words in all segments."""
    segments = tuple(replace(s, text=s.text.swapcase()) for s in document.segments)
    return replace(document, segments=segments, language="de")


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_without_what_was_added_copies_are_the_page(path: Path) -> None:
    document = api.read(path)
    other = upper(document)
    assert bare(copies.of_source(document).data) == path.read_bytes()
    assert bare(copies.of_translation(other).data) == api.write(other)


def test_what_is_made_once_is_what_would_be_made_anew() -> None:
    markup = (
        "<!DOCTYPE html><p>One <a title='Two'>three <b>four</b></a><p>Five <i>six</i><img alt=No>"
    )
    page = api.read(markup)
    translations = copies.Translations(page)
    changed = upper(page)
    some = [
        replace(page, segments=tuple(c if n % 3 != k else p for n, (p, c) in both))
        for both in [list(enumerate(zip(page.segments, changed.segments, strict=True)))]
        for k in range(3)
    ]
    styled = replace(changed, typography={3: "font-size:90%", 7: "letter-spacing:-0.01em"})
    for document in (changed, *some, page, styled, *some, changed, styled):
        assert translations.copy(document) == copies.of_translation(document)


def test_what_xml_closes_in_itself_has_an_end_tag() -> None:
    """A browser reads copies as HTML, to which `<script/>` holds the page."""
    root = '<html xmlns="http://www.w3.org/1999/xhtml">'
    page = api.read(f'{root}<script src="a"/><p>One <i/><br/>two <a id="b" /></p></html>', "html")
    expected = f'{root}<script src="a"></script><p>One <i></i><br/>two <a id="b" ></a></p></html>'
    assert bare(copies.of_source(page).data) == expected.encode()
    other = bare(copies.of_translation(upper(page)).data)
    assert other.count(b"</script>") == other.count(b"</i>") == other.count(b"</a>") == 1


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<td>", "<br>", "word ", "a & b", "<a href=x>", "</a>",
         "<code>x</code>", "<!-- c -->", "<input value=Go type=button>", "<script>a<b</script>",
         "<select><option>One</select>", "<title>T</title>", "<table><tr>", "</table>", "<", "é"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(MARKUP)
def test_copies_of_any_markup_are_the_page(markup: str) -> None:
    document = api.read(markup, "html")
    assert bare(copies.of_source(document).data) == markup.encode()
    other = upper(document)
    assert bare(copies.of_translation(other).data) == api.write(other)


def test_a_tag_keeps_its_number_wherever_it_goes() -> None:
    document = api.read("<p><b>One</b> <i>two</i></p>")
    [segment] = document.segments
    bold, italic = segment.tagged.tags
    spans = Tagged("two One", (Span(0, 3, (italic,)), Span(3, 4), Span(4, 7, (bold,)))).spans
    moved = replace(document, segments=(replace(segment, text="two One", spans=spans),))
    numbers = re.findall(rb'<(\w) data-doctrans-token="(\d+)"', copies.of_translation(moved).data)
    source = re.findall(rb'<(\w) data-doctrans-token="(\d+)"', copies.of_source(document).data)
    assert numbers == [source[0], source[2], source[1]]


def test_comments_stand_around_segments_but_not_where_they_would_be_text() -> None:
    copy = copies.of_source(
        api.read("<title>T</title><p>One<td>Two<textarea>Three</textarea>",
                 options=ReadOptions(also=frozenset(["textarea"])))
    )  # fmt: skip
    text = bare(re.sub(rb" data-[^>]*(?=>)", b"", copy.data))
    assert text == bare(copy.data)
    assert b"<!--doctrans s2-->One<!--/doctrans s2-->" in copy.data
    assert b">T</title>" in copy.data
    assert b">Three</textarea>" in copy.data


def test_controls_are_found_by_their_tag_and_attribute() -> None:
    document = api.read("<p>One<input type=submit value=Go><input placeholder='Search'></p>")
    found = copies.controls(document)
    texts = {segment.id: segment.text for segment in document.segments}
    assert {name: texts[id_] for (_, name), id_ in found.items()} == {
        "value": "Go", "placeholder": "Search",
    }  # fmt: skip

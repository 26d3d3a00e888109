"""How long texts may be: what pages say, and what is said of what selectors match."""

from __future__ import annotations

import pytest

from doctrans.formats.html import HtmlFormat
from doctrans.model import Document, Limit
from doctrans.ports import ReadOptions

HTML = HtmlFormat()


def read(page: str, *limits: tuple[str, Limit], also: tuple[str, ...] = ()) -> Document:
    options = ReadOptions(length_limits=limits, also=frozenset(also))
    document = HTML.read(page.encode(), options)
    assert HTML.write(document).data == page.encode()
    return document


def limited(document: Document) -> dict[str, tuple[Limit, ...]]:
    return {s.text: s.limits for s in document.segments if s.limits}


def chars(number: int) -> Limit:
    return Limit(characters=number)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p data-max-length=20>Save <b>all</b></p><p>Go", {"Save all": chars(20)}),
        ("<p data-max-length=' 20 '>Save", {"Save": chars(20)}),
        ("<td data-max-length=9><p>Save</p>", {"Save": chars(9)}),
        ("<p its-storage-size=25>Save", {"Save": Limit(bytes=25)}),
        (
            "<p its-storage-size=25 its-storage-encoding=UTF-16>Save",
            {"Save": Limit(bytes=25, encoding="utf-16")},
        ),
        # all of a sentence, whatever is around or in it
        ("<p><b><span data-max-length=9>Save <i>it</i></span></b> </p>", {"Save it": chars(9)}),
        ("<p><a data-max-length=9>Go</a> | <a>Stay</a></p>", {"Go": chars(9)}),
        ("<p data-max-length=9>Go <select><option value=1>One</select>", {"Go ": chars(9)}),
        ("<button data-max-length=9 title='No way'>Save</button>", {"Save": chars(9)}),
        # misnested, and without an end tag
        ("<p data-max-length=9><b>Save <i>it</b></i></p>", {"Save it": chars(9)}),
        ("<ul><li data-max-length=9>Save<li>Go</ul>", {"Save": chars(9)}),
        # what a control holds
        ("<input type=submit value=Send maxlength=9 title=Off>", {"Send": chars(9)}),
        ("<input type=submit value=Send data-max-length=9 title=Off>", {"Send": chars(9)}),
        ("<textarea maxlength=9 placeholder=Type>Words</textarea>", {"Words": chars(9)}),
        # what users type
        ("<input maxlength=9 placeholder=Type title=Off>", {}),
        ("<input data-max-length=9 placeholder=Type>", {}),
        # no element that has it
        ("<p maxlength=9>Save", {}),
        ("<p data-max-length=9 translate=no>Save", {}),
        ("<p data-max-length=9>Go <code>x y</code>", {"Go ": chars(9)}),
    ],
)
def test_what_elements_say(page: str, expected: dict[str, Limit]) -> None:
    document = read(page, also=("textarea",))
    assert limited(document) == {text: (limit,) for text, limit in expected.items()}
    assert not document.notes


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p data-max-length=ten>Save", "data-max-length=“ten” of <p> is not kept: it is not"),
        ("<p data-max-length=-1>Save", "understood"),
        ("<p data-max-length=0>Save", "understood"),
        ("<p data-max-length>Save", "understood"),
        ("<p data-max-length=²>Save", "understood"),
        (f"<p data-max-length={'9' * 5000}>Save", "understood"),
        ("<p its-storage-size=9 its-storage-encoding=latin-99>Save", "understood"),
        ("<div data-max-length=9><p>Save<p>Go</div>", "<div> is not kept: it holds 2 texts"),
        ("<p>Save <b data-max-length=9>it</b>", "<b> is not kept: it is only a part of a text"),
        ("<p><b data-max-length=9>Save</b> it", "part of a text"),
        ("<p><b data-max-length=9>Save <i>it</b> all</i>", "part of a text"),
    ],
)
def test_what_cannot_be_kept_is_told(page: str, said: str) -> None:
    document = read(page)
    assert not limited(document)
    [note] = document.notes
    assert note.code == "limit-ignored"
    assert said in note.message


def test_a_size_is_not_inherited_and_several_hold() -> None:
    page = "<p its-storage-size=25 data-max-length=12>Save</p><p>Go</p>"
    assert limited(read(page)) == {"Save": (chars(12), Limit(bytes=25))}


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("td.price", ["Ten euros"]),
        ("table", ["Ten euros", "One", "Two"]),  # each text in it
        ("td p", ["One", "Two"]),
        ("img", ["A cat"]),
        ("input", ["Send", "Type"]),
        ("meta[name=description]", ["All of it"]),
        ("p a", []),
        ("body > p > a", []),
    ],
)
def test_what_selectors_match(selector: str, expected: list[str]) -> None:
    page = (
        "<meta name=description content='All of it'><table><td class=price>Ten <b>euros</b>"
        "<td><p>One<p>Two</table><img alt='A cat' title='Tip'><p>Go <a href=x>there</a></p>"
        "<input type=submit value=Send><input placeholder=Type title=Off>"
    )
    document = read(page, (selector, chars(9)))
    assert list(limited(document)) == expected
    assert document.unused_limits == (() if expected else (selector,))


def test_what_is_no_selector_may_be_a_style_of_another_document() -> None:
    document = read("<p>x", ("Heading 1", chars(9)), ("p", chars(8)))
    assert document.unused_limits == ("Heading 1",)
    assert limited(document) == {"x": (chars(8),)}


def test_a_translated_segment_keeps_its_limits() -> None:
    [segment] = read("<p data-max-length=20>Save <b>all</b></p>").segments
    assert segment.with_tagged(segment.tagged).limits == (chars(20),)

"""Segments in other words -> the page; and what verifying refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans.errors import VerificationError
from doctrans.formats.html import HtmlFormat
from doctrans.model import Document, Span, Tag, Tagged
from doctrans.ports import ReadOptions
from tests.formats.html.soup import translate
from tests.notation import tagged

HTML = HtmlFormat()


def reworded(page: str, *notations: str | None, also: str = "") -> Document:
    """The page with its segments' words and tags as the notations say; None: as they were."""
    document = HTML.read(page.encode(), ReadOptions(also=frozenset(also.split())))
    segments = []
    for segment, notation in zip(document.segments, notations, strict=True):
        if notation is None:
            segments.append(segment)
            continue
        tags = {tag.id: tag for tag in segment.tagged.tags}
        found = tagged(notation)
        spans = [
            Span(s.start, s.end, tuple(tags.get(t.id, t) for t in s.tags)) for s in found.spans
        ]
        segments.append(segment.with_tagged(Tagged(found.text, tuple(spans))))
    return replace(document, segments=tuple(segments))


def written(page: str, *notations: str | None, also: str = "") -> str:
    document = reworded(page, *notations, also=also)
    data = HTML.write(document).data
    HTML.verify(document, data)
    return data.decode()


@pytest.mark.parametrize(
    ("page", "notations", "expected"),
    [
        ("<P> a </P>", ("b",), "<P> b </P>"),
        ("<p>a</p>", ("b &lt; c &amp; d > e",), "<p>b &lt; c &amp; d &gt; e</p>"),
        ("<p>a</p>", ("it's \"b\xa0c\"",), "<p>it's \"b&nbsp;c\"</p>"),
        ("<p>a</p>", ("",), "<p></p>"),
        ("<?xml version='1.0'?><p title='a'>b</p>", ("a\xa0b", "c\xa0d"),
         "<?xml version='1.0'?><p title='a&#160;b'>c&#160;d</p>"),
        ("<p>a &lt; <b>b</b>", (None,), "<p>a &lt; <b>b</b>"),
        ("<p>a <B Class=x>b</B >", ("<1>B</1> A",), "<p><B Class=x>B</B > A"),
        ("<b>a</b> c", ("<1>A</1> C <1>D</1>",), "<b>A</b> C <b>D</b>"),
        ("<b>a</b> c", ("A C",), "A C"),
        ("a<br>b<img src=x>", ("<2/>B<1/>A",), "<img src=x>B<br>A"),
        ("<a href=x>a</a>, <a href=y>b</a>", ("<2>B</2>, <1>A</1>",),
         "<a href=y>B</a>, <a href=x>A</a>"),
        ("<b>x<i>y</b>z</i>", ("<1>X<2>Y</2></1><2>Z</2>",), "<b>X<i>Y</i></b><i>Z</i>"),
        ("<title>a</title>", ("&lt;/title>&lt;b>",), "<title>&lt;/title&gt;&lt;b&gt;</title>"),
        ("a <code title=t>f <i translate=yes>g</i></code> z", ("<1/> A", "T", "G"),
         '<code title=T>f <i translate=yes>G</i></code> A'),
        ("a <code title=t>f</code>", (None, "T"), "a <code title=T>f</code>"),
        ("<p>a <b title=t>b</b>", ("<1>B</1> A <1>C</1>", "T"),
         "<p><b title=T>B</b> A <b title=T>C</b>"),
        ("<select title=t><option>a</select> b", ("<1/> B", "T", "A"),
         "<select title=T><option>A</select> B"),
        # Code of templates: where it was, and in new words none.
        ("<p>a {{ '<b>' }} {# <i> #}b", ("B<2/> <1/> A",), "<p>B{# <i> #} {{ '<b>' }} A"),
        ("<p>a #} <b>b</b> {# c", ("{# A <1>B</1> #} C",), "<p>&#123;# A <b>B</b> #} C"),
        ("<p>a #} b {# c", ("{# A #} {{ x }} C",), "<p>&#123;# A #} {{ x }} C"),
        ("<p>a</p> #}", ("{# b", None), "<p>&#123;# b</p> #}"),
        ("<p>a</p>", ("{#if b} @* {{ c",), "<p>{#if b} @* {{ c</p>"),
        ("<p>a ' }} <b>b</b> {{ ' c", ("{{ ' A <1>B</1> ' }} C",),
         "<p>&#123;{ ' A <b>B</b> ' }} C"),
        ("<p>a{ {{ '<b>' }}c", ("C{<1/>A",), "<p>C&#123;{{ '<b>' }}A"),
        ("<p>a}} <b>b</b>", ("{{ A}} <1>{{ B</1>",), "<p>{{ A}} <b>{{ B</b>"),
        ("<title>a #} b</title>", ("{# b #}",), "<title>{# b #}</title>"),
        ("<p>a</p>", ("b\0\x0b\x1b\x85\ud800\ufffe\nc\r\nd",), "<p>b\ufffd c d</p>"),
    ],
)  # fmt: skip
def test_writing(page: str, notations: tuple[str | None, ...], expected: str) -> None:
    assert written(page, *notations) == expected


def test_verbatim() -> None:
    assert written("<pre>\r\na\r\n b</pre>", "c\n  d", also="pre") == "<pre>\r\nc\r\n  d</pre>"
    assert written("<pre>a</pre>", "\nb", also="pre") == "<pre>\n\nb</pre>"
    assert written("<pre><b>a</b></pre>", "\n<1>b</1>", also="pre") == "<pre>\n\n<b>b</b></pre>"
    page = "<p>x <textarea>a</textarea>"
    assert written(page, None, "&lt;/textarea>", also="textarea") == (
        "<p>x <textarea>&lt;/textarea&gt;</textarea>"
    )


def test_what_an_encoding_lacks_is_a_number() -> None:
    page = "<meta charset=iso-8859-1><p>caf\xe9 <b>a</b>".encode("cp1252")
    document = HTML.read(page)
    (segment,) = document.segments
    words = "čaf\xe9 " + segment.text[5:]
    changed = replace(document, segments=(replace(segment, text=words),))
    data = HTML.write(changed).data
    assert data == b"<meta charset=iso-8859-1><p>&#269;af\xe9 <b>a</b>"
    HTML.verify(changed, data)


def test_bytes_that_are_no_characters_stay_where_nothing_changes() -> None:
    page = b"<meta charset=utf-8><!-- \xff --><p title='\xfe'>a\xe9</p><p>b</p>"
    document = HTML.read(page)
    assert [s.text for s in document.segments] == ["\ufffd", "a\ufffd", "b"]
    changed = replace(
        document, segments=(*document.segments[:2], replace(document.segments[2], text="c"))
    )
    data = HTML.write(changed).data
    assert data == page.replace(b"b</p>", b"c</p>")
    HTML.verify(changed, data)


@pytest.mark.parametrize(
    ("page", "notation"),
    [
        ("a<br>", "b"),
        ("a<br>c", "a c"),
        ("<a>b</a> c", "<1>b</1> c <1>d</1>"),
        ("<b>a <i>c</i></b> d", "<2>c</2> <1>a</1> d"),
        ("a<br>c", "a<1/><2/>c"),
    ],
)
def test_illegal_tags_are_refused(page: str, notation: str) -> None:
    if "<br>" in page and page.endswith("<br>"):
        page += "c"
    document = reworded(page, notation)
    with pytest.raises(ValueError, match="segment s1"):
        HTML.write(document)
    with pytest.raises(VerificationError):
        HTML.verify(document, page.encode())


def test_tags_of_other_segments_are_refused() -> None:
    document = HTML.read(b"a<br>b")
    (segment,) = document.segments
    strange = Tag(1, segment.tagged.tags[0].kind, "hr")
    other = replace(segment, text="", spans=(Span(0, 0, (strange,)),))
    with pytest.raises(ValueError, match="missing"):
        HTML.write(replace(document, segments=(other,)))


PAGE = (
    "<!doctype html><html lang=en><!-- c --><p id=x>a <b>b</b> <br>c</p>"
    "<script>s</script><img alt=d src=e>"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<!doctype html>", ""),
        ("lang=de", "lang=en"),
        ("<!-- c -->", "<!-- d -->"),
        ("id=x", "id=y"),
        ("id=x", ""),
        ("A <b>", "<b>"),
        ("<b>B</b>", "B"),
        ("<br>", ""),
        ("<br>", "<br><br>"),
        ("<br>C</p>", "C</p><br>"),
        ("</p>", ""),
        ("<script>s", "<script>S"),
        ("alt=D", "alt=d"),
        ("src=e", "src=E"),
        ("C</p>", "C<script>x</script></p>"),
        ("C</p>", "C &amp; D</p>"),
        ("<img", "text<img"),
        (" src=e>", " src=e"),
    ],
)
def test_verifying_finds_every_difference(old: str, new: str) -> None:
    document = HTML.read(PAGE.encode())
    capitals = tuple(replace(s, text=s.text.upper()) for s in document.segments)
    document = replace(document, language="de", segments=capitals)
    data = HTML.write(document).data
    HTML.verify(document, data)
    assert old.encode() in data
    with pytest.raises(VerificationError):
        HTML.verify(document, data.replace(old.encode(), new.encode(), 1))


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"a", "\ufeffb"),
        (b"a <b>c</b>", "\ufeff\ufeff"),
        (b"\xe9", "\xff\xfe and more"),
        (b"\xe9", "\xef\xbb\xbfx"),
        (b"\xe9", "ascii"),
        (b"\xe9", "\xc3\xa9"),
        (
            b"<title>Hi</title>" + b" " * 980 + b"<meta charset=iso-8859-2><p>\xb9\xe6",
            "Hi \u0161 " * 60,
        ),
    ],
)
def test_words_do_not_change_how_the_page_is_decoded(page: bytes, words: str) -> None:
    document = translate(HTML.read(page), lambda _: words)
    data = HTML.write(document).data
    HTML.verify(document, data)
    assert not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))


def test_verifying_finds_another_encoding() -> None:
    document = HTML.read(b"<p>a")
    with pytest.raises(VerificationError):
        HTML.verify(document, b"\xef\xbb\xbf<p>a")


def test_the_bytes_of_the_source_are_right_only_where_nothing_was_to_change() -> None:
    page = b"<html lang=en><p>a"
    document = HTML.read(page)
    HTML.verify(document, page)
    for changed in (replace(document, language="de"), translate(document, str.upper)):
        with pytest.raises(VerificationError):
            HTML.verify(changed, page)
    with pytest.raises(VerificationError):
        HTML.verify(document, page.replace(b"<p>", b"<P>"))

"""What becomes a segment: tables of pages and their segments in compact notation."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from doctrans import reading
from doctrans.errors import LimitError
from doctrans.formats.html import HtmlFormat
from doctrans.model import Document, Segment, SegmentKind, Tagged, TagKind
from doctrans.ports import Limits, ReadOptions

HTML = HtmlFormat()


def read(page: str, **options: object) -> Document:
    data = page.encode()
    document = HTML.read(data, ReadOptions(**options))  # type: ignore[arg-type]
    assert HTML.write(document).data == data
    return document


def words(page: str, **options: object) -> list[str]:
    """Segments in the notation of the tests, attributes left out."""
    return [
        reading.notation(s.tagged)
        for s in read(page, **options).segments
        if s.kind not in (SegmentKind.ATTRIBUTE, SegmentKind.PROPERTY)
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", []),
        ("plain", ["plain"]),
        ("<p> a\n\t b </p>", ["a b"]),
        ("<p>a</p><p>b", ["a", "b"]),
        ("<p>the <b>lead</b> singer</p>", ["the <1>lead</1> singer"]),
        ("<div>intro <p>para</p> after</div>", ["intro", "para", "after"]),
        ("<table><tr><td>1<td>2<th>3</table>", ["1", "2", "3"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
        ("<dl><dt>a<dd>b</dl>", ["a", "b"]),
        ("<h1>a</h1>b<h2>c</h2>", ["a", "b", "c"]),
        (
            "<ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status>"
            "<ac:task-body>a <b>b</b></ac:task-body></ac:task>c",
            ["a <1>b</1>", "c"],
        ),
        (
            '<ac:parameter ac:name="title">a</ac:parameter><ac:parameter ac:name="icon">false'
            "</ac:parameter>"
            "<ac:rich-text-body>c</ac:rich-text-body>",
            ["<1>a</1><2/>", "c"],
        ),
        ("<title>A &amp; <b></title>", ["A &amp; &lt;b>"]),
        ("<title>How to close </p> tags</title>", ["How to close &lt;/p> tags"]),
        ("<title>The <div></div> tag</title><p>a", ["The &lt;div>&lt;/div> tag", "a"]),
        ("<select><option>a<option>b</select>", ["a", "b"]),
        ("<figure><img><figcaption>a</figcaption></figure>", ["a"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
        ("<fieldset><legend>a</legend><label>b</label></fieldset>", ["a", "<1>b</1>"]),
        ("<template><p>a</p></template><noscript><p>b</p></noscript>", ["a", "b"]),
        ("<p>a&nbsp;b&#32; c</p>", ["a\xa0b c"]),
        ("<p>&nbsp;</p><p> </p><p><img></p><p><br></p>", []),
        ("<p>1.</p><p>—</p>", ["1.", "—"]),
        ("<p>a<!-- b -->c</p><!-- d -->", ["a<1/>c"]),
        ("<!doctype html><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph -->", ["a"]),
        ("<p><!-- x --> a <!-- y --></p>", ["a"]),
        ("<script>a</script><style>b</style>c", ["c"]),
        ("<p>a<script>b</script>c</p>", ["a<1/>c"]),
        ("<p>x <b>a </b> b</p>", ["x <1>a </1>b"]),
        ("<p><b></b>a</p>", ["<1></1>a"]),
        (
            "<p>have <span id=n></span> new <i></i>\n <i></i> ones",
            ["have <1></1> new <2></2> <3></3> ones"],
        ),
        ("<p>open <b><i></i></b> it <b> </b> now", ["open <1><2></2></1> it <3></3> now"]),
        ("<p>a <!-- ko --><!-- /ko --> b <c:out x='y'/> c", ["a <1/><2/> b <3/> c"]),
        ("<p>un<u>der</u>line</p>", ["un<1>der</1>line"]),
        ("<a>Call</a><a>Book</a>", ["<1>Call</1>", "<1>Book</1>"]),
        (
            "<a>A</a> · <a>B <b>C</b></a>&nbsp;|&nbsp;<a>D</a>",
            ["<1>A</1>", "<1>B <2>C</2></1>", "<1>D</1>"],
        ),
        ("<b><a>A</a> <i>»</i> <a>B</a></b> &raquo;<br>", ["<1>A</1>", "<1>B</1>"]),
        ("<nav><a>A</a>\n<button>B</button> / <a><img></a></nav>", ["<1>A</1>", "<1>B</1>"]),
        ("[<a>A</a>] [<a>B</a>]", ["<1>A</1>", "<1>B</1>"]),
        ("<a>A</a> » <a>B</a> » C", ["<1>A</1> » <2>B</2> » C"]),
        ("<a>A</a>, <a>B</a> and <a>C</a>", ["<1>A</1>, <2>B</2> and <3>C</3>"]),
        ("<p><a>All of it.</a></p>", ["<1>All of it.</1>"]),
        ("<p><a id=x></a> <a>All of it.</a>", ["<1></1> <2>All of it.</2>"]),
        ("<p><b>d</b><i>o</i><a>g</a>", ["<1>d</1><2>o</2><3>g</3>"]),
        ("<a>A</a> <code>x</code> <a>B</a>", ["<1>A</1> <2/> <3>B</3>"]),
        ("<button>Save</button> <button>Stop</button>", ["<1>Save</1>", "<1>Stop</1>"]),
        ("<input><label>A <input></label> <label>B</label><br>", ["<1>A <2/></1>", "<1>B</1>"]),
        ("<p>a<p>\u200c\xa0&zwnj;&shy;", ["a"]),
        ("<p>Press <button>Save</button> now", ["Press <1>Save</1> now"]),
        ("<p>a <select><option>x</select> b", ["a <1/> b", "x"]),
        ("<p>a <video>no video</video> b", ["a <1/> b", "no video"]),
        ("<p>a <my-x>b</my-x> c</p>", ["a <1>b</1> c"]),
        ("<p>a <% b %> c <?php d(->e) ?> f</p>", ["a <1/> c <2/> f"]),
        ("<p>a</br>b</p>", ["a<1/>b"]),
        ("<svg><title>a</title><text>b</text></svg>c", ["<1/>c"]),
        ("<p>a <math><mi>x</mi></math> b", ["a <1/> b"]),
        ("a<pre>b</pre>c<textarea>d</textarea>", ["a", "c<1/>"]),
        ("<iframe>a</iframe><noembed>b</noembed><xmp>c</xmp>", []),
        ("a<plaintext>b</plaintext>", ["a"]),
        ("<p>a<\0b>c</p>", ["a&lt;b>c"]),
    ],
)
def test_runs(page: str, expected: list[str]) -> None:
    assert words(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("One\nline.\n\nTwo", ["One line.", "Two"]),
        ("One <b>a</b>.\r\n \r\n<i>Two</i> b\n\n\n", ["One <1>a</1>.", "<1>Two</1> b"]),
        ("<b>Head</b>\n\nText", ["<1>Head</1>", "Text"]),
        ("[row]\n\nText\n\n[/row]", ["[row]", "Text", "[/row]"]),
        ("<h2>A</h2>\n\nOne\n\nTwo\n<p>B</p>", ["A", "One", "Two", "B"]),
        # It goes on, stands in an element, or the line is one of code.
        ("One\n\nline", ["One line"]),
        ("<p>One\n\nTwo</p>", ["One Two"]),
        ("<b>One\n\nTwo</b>", ["<1>One Two</1>"]),
        ("See\n\n<a>our page</a>\n\nfor more.", ["See <1>our page</1> for more."]),
        ("One {{ f(\n\nA) }}", ["One {{ f( A) }}"]),
        ("One {{ f({a},\n\nB) }}", ["One {{ f({a}, B) }}"]),
        ("@code\n$a = 1;\n\nB\n@endcode", ["@code $a = 1; B @endcode"]),
        ("<!-- a\n\nB -->One", ["One"]),
    ],
)
def test_blank_lines_part_paragraphs_of_a_fragment(page: str, expected: list[str]) -> None:
    assert words(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<a href=x><p>b</p></a>", ["b"]),
        ("<b>a<p>c</p>d</b>", ["a", "c", "d"]),
        ("<p>a <b>b</p><p>c</b> d</p>", ["a <1/>b", "c<1/> d"]),
        ("<p><b>a</p>", ["a"]),
        ("<p>a</b> b</p>", ["a<1/> b"]),
        ("</i>a</i>", ["a"]),
        ("<b>x<i>y</b>z</i>", ["<1>x<2>y</2></1><2>z</2>"]),
        ("<b>x<a>y</b>z</a>w", ["<1>x<2/>y</1>z<3/>w"]),
        ("<a>x<b>y</a>z</b>", ["x<1>y<2/>z</1>"]),
        ("<i><span>x</i>y</span>z", ["<1><2/>x</1>y<3/>z"]),
        ("<a>x<a>y</a>", ["x<1>y</1>"]),
        ("<a>x<a>y</a>z</a>w", ["x<1>y</1>z<2/>w"]),
        ("<a>x<b>y<a>z</b>w</a>", ["x<1>y<2/>z</1>w"]),
        ("<a>x<p>y<a>z</a>w</p>v</a>", ["x", "y<1>z</1>w", "v"]),
        ("<p>s <a translate=no>x<a>y</a> z", ["s <1/><2>y</2> z"]),
        ("<p>a <code>b<p>c</p>", ["a", "c"]),
        ("<table>a<b><tr><td>b</td></tr></b>c</table>", ["a", "b", "c"]),
    ],
)
def test_flawed_markup(page: str, expected: list[str]) -> None:
    assert words(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<head><title/></head><h1>a</h1><p>b</p>", ["a", "b"]),
        ("<script src='a.js'/><style/><p>a <iframe/> b <textarea/> c</p>", ["a <1/> b <2/> c"]),
        ("<p>a <c:out value='b'/> c</p><p>d", ["a <1/> c", "d"]),
        ("<div/>a<p/>b<select/>", ["a", "b<1/>"]),
        ("<p>a <![CDATA[b < c]]> d</p>", ["a <1/> d"]),
        ("<a href='b'/>c</a>", ["<1/>c"]),
    ],
)
def test_elements_of_xml_that_are_empty(page: str, expected: list[str]) -> None:
    assert words(f"<?xml version='1.0'?>{page}") == expected


@pytest.mark.parametrize(
    "page",
    [
        "<title/></head><body><h1>Chapter</h1>",
        "<title>Chapter</head><h1>One</h1>",
        "<title/><p>One</P><svg><title>Two</title></svg>",
    ],
)
def test_markup_that_a_title_has_swallowed_stays(page: str) -> None:
    document = read(page)
    assert not document.segments
    assert [note.code for note in document.notes] == ["title-kept"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a <code>b  c</code> d", ["a <1/> d"]),
        ("<p><select><p><title>a</title><option>b", ["b"]),
        ("<code><select></code><title>a</title><option>b", []),
        ("<b><select></b><title>a</title><option>b", ["b"]),
        ("<p>a <em translate=no>b</em> c", ["a <1/> c"]),
        ("<p>a <em class='x NoTranslate'>b</em> c", ["a <1/> c"]),
        ("<p>a <em its-translate=no>b</em> c", ["a <1/> c"]),
        ("<p>a <em translate=nO>b</em> c", ["a <1/> c"]),
        ("<p>a <em translate=maybe>b</em> c", ["a <1>b</1> c"]),
        ("<p>a <code translate=yes>b</code> c", ["a <1>b</1> c"]),
        ("<p translate=no>a <i translate=yes>b</i> c <i translate>d</i>", ["b", "d"]),
        ("<p>a <code>b <i translate=yes>c <b>d</b></i></code> e", ["a <1/> e", "c <1>d</1>"]),
        ("<div translate=no><p>a</p><p translate=yes>b</p>c</div>d", ["b", "d"]),
        ("a <p translate=no>b</p> c", ["a", "c"]),
        ("<pre translate=yes>a\n b</pre>", ["a\n b"]),
        ("<script translate=yes>a</script>", []),
        ("<mj-style>a</mj-style><mj-text>b</mj-text>", ["<1>b</1>"]),
        # Parts of components, and elements that are called so.
        ('<i18n>\n{"a": "<b>c</b>"}\n</i18n>d', ["d"]),
        ("a <i18n>\nen:\n  b: c</i18n> d", ["a", "d"]),
        ("<i18n>a</i18n>", ["<1>a</1>"]),
        ("<p><i18n>a: b</i18n>", ["<1>a: b</1>"]),
        ("<template>a</template><docs># b</docs>", ["a"]),
        ("<docs># a</docs>", ["<1># a</1>"]),
    ],
)
def test_what_is_not_translated(page: str, expected: list[str]) -> None:
    assert words(page) == expected


def one(page: str, **options: object) -> Segment:
    return read(page, **options).segments[0]


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        ("<b>a</b>c", "pair"),
        ("<b id=x>a</b>c", "whole"),
        ("<b onclick=f()>a</b>c", "whole"),
        ("<b data-x=1>a</b>c", "whole"),
        ("<span itemprop=name>a</span>c", "whole"),
        ("<span class=y>a</span>c", "pair"),
        ("<a href=x>a</a>c", "whole"),
        ("<label>a</label>c", "whole"),
        ("<font color=red>a</font>c", "pair"),
        ("a<img>c", "point"),
        ("a<wbr>c", "point"),
        ("a<input>c", "point"),
        ("a<svg/>c", "point"),
        ("<x-y>a</x-y>c", "whole"),
    ],
)
def test_kinds_of_tags(page: str, kinds: str) -> None:
    assert [tag.kind for tag in one(page).tagged.tags] == [TagKind(kinds)]


@pytest.mark.parametrize(
    ("page", "name", "equiv"),
    [
        ("a<br>c", "br", "\n"),
        ("a <code>x\n &amp; <b>y</b></code> c", "code", "x & y"),
        ("a <i translate=no> b </i>c", "i", "b"),
        ("a <kbd>Ctrl</kbd> c", "kbd", "Ctrl"),
        ("a<img alt=x>c", "img", ""),
        ("a<!--x-->c", "comment", ""),
        ("a<select><option>x</select>c", "select", ""),
        ("a<svg><text>x</text></svg>c", "svg", ""),
    ],
)
def test_what_points_stand_for(page: str, name: str, equiv: str) -> None:
    (tag,) = one(page).tagged.tags
    assert (tag.kind, tag.name, tag.equiv) == (TagKind.POINT, name, equiv)


@pytest.mark.parametrize(
    ("page", "kind", "context"),
    [
        ("<h2>a</h2>", "heading", "h2"),
        ("<td>a", "cell", "td"),
        ("<li><div>a", "list item", "li > div"),
        ("<title>a", "title", "title"),
        ("<figcaption>a", "caption", "figcaption"),
        ("<option value=1>a", "label", "option"),
        ("<div><button>a", "paragraph", "div"),
        ("<div><button>a</button></div>", "label", "div"),
        ("<td><a>a</a> | <a>b</a>", "label", "td"),
        ("<td><a>a</a>", "cell", "td"),
        ("<main id=m><p>x<p>a", "paragraph", "main#m > p[2]"),
        ("<img alt=a>", "attribute", "img @alt"),
        ("<meta name=description content=a>", "property", "meta @content"),
    ],
)
def test_kind_and_context(page: str, kind: str, context: str) -> None:
    segment = read(page).segments[-1]
    assert (segment.kind.value, segment.context) == (kind, context)


def test_ids_are_in_the_order_of_the_page() -> None:
    document = read("<p title=one>two <img alt=three> <code title=four>x</code></p><p>five")
    assert [(s.id, s.text) for s in document.segments] == [
        ("s1", "one"),
        ("s2", "two  "),
        ("s3", "three"),
        ("s4", "four"),
        ("s5", "five"),
    ]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p style='color: red; white-space:pre-wrap'>a\n\n  b</p>", [("a\n\n  b", True)]),
        ("<div style=white-space:PRE-LINE><p>a\nb</div>", [("a\nb", True)]),
        ("<p style='white-space: nowrap'>a\nb</p>", [("a b", False)]),
        (
            "<div style='white-space: pre'><p style='white-space: normal'>a\nb</div>",
            [("a b", False)],
        ),
        ("<ul style='white-space: pre'><li style='white-space: inherit'>a\nb", [("a\nb", True)]),
        ("<p><b style='white-space: pre-wrap'>a</b>\n b</p>", [("a b", False)]),
        ("<div>a\n<b style='white-space: pre-wrap'>b<p>c</div>", [("a b", False), ("c", True)]),
    ],
)
def test_line_breaks_that_a_style_shows_stay(markup: str, expected: list[tuple[str, bool]]) -> None:
    assert [(s.text, s.preserve_space) for s in read(markup).segments] == expected


def test_verbatim_on_request() -> None:
    document = read("<pre>\n a\n  b</pre><textarea>\r\nc\r\n</textarea>", also=frozenset(("pre",)))
    assert [(s.text, s.preserve_space) for s in document.segments] == [(" a\n  b", True)]
    document = read("<p>x <textarea>c\r\nd</textarea> y", also=frozenset(("textarea",)))
    assert [s.text for s in document.segments] == ["x  y", "c\nd"]


def test_an_option_without_a_value_is_noted() -> None:
    document = read("<select><option>a<option value=b>b</select>")
    assert [(n.code, n.segment) for n in document.notes] == [("option-without-value", "s1")]


def test_ruby_is_noted() -> None:
    document = read("<p>a <ruby>x<rp>(</rp><rt>y</rt><rp>)</rp></ruby> b</p>")
    assert [(n.code, n.message[-2:]) for n in document.notes] == [("ruby-kept", "1.")]


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("<p>a</p><svg><text>Sales by <tspan>region</tspan></text><text>12 %</text></svg>", "2."),
        ("<p>a <svg><g><text>in a line</text></g></svg> b", "1."),
        ("<svg><text translate=yes>Sales</text><text translate=no>ACME</text></svg>", ""),
        ("<div translate=no><svg><text>Sales</text></svg></div>", ""),
        ("<p lang=fr><svg><text>Ventes</text><title>un titre</title></svg></p>", ""),
        ("<svg><title>a title</title><desc>what it shows</desc></svg><title>One</title>", "2."),
        ("<svg><foreignObject><p>some <b>words</b></p></foreignObject><style>a</style>", "2."),
        ("<p><text>no picture</text>", ""),
    ],
)
def test_words_in_pictures_are_told(page: str, count: str) -> None:
    document = read(f"<html lang=en>{page}")
    told = [note.message for note in document.notes if note.code == "svg-text-kept"]
    assert [message.partition(": ")[2] for message in told] == ([count] if count else [])


@pytest.mark.parametrize(
    "limits",
    [Limits(file_bytes=30), Limits(depth=3), Limits(characters=3), Limits(segments=1)],
)
def test_limits(limits: Limits) -> None:
    page = "<div><div><div><p>one two</p><p>three</p></div></div></div>"
    with pytest.raises(LimitError) as caught:
        read(page, limits=limits)
    assert caught.value.hint


def test_depth_protects_from_endless_nesting() -> None:
    with pytest.raises(LimitError):
        read("<span>" * 100_000)
    assert len(words("<p>a<br>" * 5_000)) == 5_000
    assert len(words("<b>x<i></b>" * 1_000)) == 1


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("<table><tr><td>" + "<font size=2>line<br>" * 300, 1),
        ("<p>" + "".join(f"<font size={n}>line<br>" for n in range(600)), 1),
        ("".join(f"<p><font size={n}><b>line" for n in range(600)), 600),
        ("<b>" * 600 + "x" + "</b>" * 600 + "<p>y", 2),
        ("<b><i>" * 300 + "x" + "</b></i>" * 300 + "</b> y", 1),
    ],
)
def test_formatting_that_is_never_closed_is_not_nesting(page: str, count: int) -> None:
    document = read(page)
    segments = tuple(
        s.with_tagged(Tagged(s.text.upper(), s.tagged.spans)) for s in document.segments
    )
    assert len(segments) == count
    changed = replace(document, segments=segments)
    data = HTML.write(changed).data
    HTML.verify(changed, data)
    assert data.decode() == re.sub(">[^<]+", lambda words: words[0].upper(), page)


def test_language() -> None:
    assert read("<html lang=de-AT><p lang=en>a").language == "de-AT"
    assert read("<html xml:lang=fr>").language == "fr"
    assert read("<p lang=en>a").language is None
    assert read("<html lang=de>", language="en").language == "en"

"""Protected text has its own source again, wherever that can be read as the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doctrans.errors import VerificationError
from doctrans.formats.html import HtmlFormat, references
from doctrans.model import Document, Range, Segment
from doctrans.ports import ReadOptions
from tests.formats.html.soup import soups

HTML = HtmlFormat()


def reworded(page: str, words: str, *kept: str, also: str = "") -> Document:
    """The page with these words in its first segment; `kept` are protected in them."""
    document = HTML.read(page.encode(), ReadOptions(also=frozenset(also.split())))
    first, *others = document.segments
    places, at = [], 0
    for one in kept:
        at = words.index(one, at)
        places.append(Range(at, at := at + len(one)))
    changed = replace(first, text=words, spans=(), frozen=tuple(places))
    return replace(document, segments=(changed, *others))


def written(page: str, words: str, *kept: str, also: str = "") -> str:
    document = reworded(page, words, *kept, also=also)
    data = HTML.write(document).data
    HTML.verify(document, data)
    return data.decode()


@pytest.mark.parametrize(
    ("page", "words", "kept", "expected"),
    [
        ("<p>a {% x > 1 && y < 2 %} > b", "B > {% x > 1 && y < 2 %}", ("{% x > 1 && y < 2 %}",),
         "<p>B &gt; {% x > 1 && y < 2 %}"),
        ("<p>R&amp;D or R&D", "R&D, R&D", ("R&D", "R&D"), "<p>R&amp;D, R&D"),
        ("<p>a &#123;x}", "{x} A", ("{x}",), "<p>&#123;x} A"),
        ("<p>a {{ b\n  > c }}", "{{ b > c }} A", ("{{ b > c }}",), "<p>{{ b\n  > c }} A"),
        ("<p>a {{ b\xa0c }}", "{{ b\xa0c }}!", ("{{ b\xa0c }}",), "<p>{{ b\xa0c }}!"),
        # A value, in each kind of quotes.
        ('<p title="a {{ b > \'c\' }}">', "{{ b > 'c' }} A", ("{{ b > 'c' }}",),
         '<p title="{{ b > \'c\' }} A">'),
        ("<p title='a {{ b > \"c&amp;&#39;\" }}'>", "{{ b > \"c&'\" }} A", ("{{ b > \"c&'\" }}",),
         "<p title='{{ b > \"c&amp;&#39;\" }} A'>"),
        ("<p title=a{{&b}}>", "A {{&b}}", ("{{&b}}",), '<p title="A {{&b}}">'),
        # Code of a template is in one piece, whatever is in it.
        ('<p title="a <?= $b["c"] > 1 ?>">', '<?= $b["c"] > 1 ?> A', ('<?= $b["c"] > 1 ?>',),
         '<p title="<?= $b["c"] > 1 ?> A">'),
        ("<p title='a <% b(\"'&\") %>'>", "<% b(\"'&\") %> A", ("<% b(\"'&\") %>",),
         "<p title='<% b(\"'&\") %> A'>"),
        ("<p title=a<?='b&c'?>>", "A <?='b&c'?>", ("<?='b&c'?>",), "<p title=\"A <?='b&c'?>\">"),
        ("<title>a <?= $b > 1 ?></title>", "<?= $b > 1 ?> A", ("<?= $b > 1 ?>",),
         "<title><?= $b > 1 ?> A</title>"),
        ('<p title=a{{b"c}}>', 'A {{b"c}}', ('{{b"c}}',), '<p title="A {{b&quot;c}}">'),
        ("<title>{% a < b %} c</title>", "{% a < b %} C", ("{% a < b %}",),
         "<title>{% a < b %} C</title>"),
        ('<p title="a {{ b("c") }}">', '{{ b("c") }} A', ('{{ b("c") }}',),
         '<p title="{{ b("c") }} A">'),
        ('<p title="a <s:b c="d&e"/>">', '<s:b c="d&e"/> A', ('<s:b c="d&e"/>',),
         '<p title="<s:b c="d&e"/> A">'),
        ('<{{ B }} title="a {{ b("c") }}"></{{ B }}>', '{{ b("c") }} A', ('{{ b("c") }}',),
         '<{{ B }} title="{{ b("c") }} A"></{{ B }}>'),
        # What is no tag there.
        ('<p title="a {{ \'<b>\' }} c">', "{{ '<b>' }} A", ("{{ '<b>' }}",),
         '<p title="{{ \'<b>\' }} A">'),
        ("<p title='a {% </p> %}'>", "{% </p> %} A", ("{% </p> %}",), "<p title='{% </p> %} A'>"),
        ("<p title='a <% &quot; %> b'>", 'B <% " %>', ('<% " %>',), "<p title='B <% &quot; %>'>"),
        ("<p title=a<%x>", "A <%x", ("<%x",), '<p title="A <%x">'),
        ("<p title='a \xe9<'>", "\xe9< A", ("\xe9<",), "<p title='\xe9< A'>"),
        ("<title>a {{ '<b>' }} c</title>", "{{ '<b>' }} A", ("{{ '<b>' }}",),
         "<title>{{ '<b>' }} A</title>"),
        ("<title>a <!-- > c</title>", "<!-- > A", ("<!-- >",), "<title><!-- > A</title>"),
        ("<title>a </b> c</title>", "</b> A", ("</b>",), "<title>&lt;/b&gt; A</title>"),
        ("<title>a>< c</title>", "><title> A", ("><",), "<title>&gt;&lt;title&gt; A</title>"),
        # Beside other words these would be read otherwise.
        ("<p>a x?a&b", "x?a&b;c", ("x?a&b",), "<p>x?a&amp;b;c"),
        ("<p>a x?a&copy", "x?a©sr", ("x?a©",), "<p>x?a©sr"),
        ("<p>a {< b", "{<b", ("{<",), "<p>{&lt;b"),
        ("<p>a %> <% b", "<% b %>", ("<% b",), "<p>&lt;% b %&gt;"),
        # In the middle of a reference, not in the source, cut by a tag: escaped as all words are.
        ("<p>a &NotEqualTilde;b", "\u0338b&", ("\u0338b",), "<p>\u0338b&amp;"),
        ("<p>a", "{{ > }}", ("{{ > }}",), "<p>{{ &gt; }}"),
        ("<p>a {{ <b>> }}</b>", "A {{ > }}", ("{{ > }}",), "<p>A {{ &gt; }}"),
    ],
)  # fmt: skip
def test_sources(page: str, words: str, kept: tuple[str, ...], expected: str) -> None:
    assert written(page, words, *kept) == expected


def test_white_space_that_counts() -> None:
    page = "<textarea>a {{ b\r\n  > c }}</textarea>"
    made = written(page, "{{ b\n  > c }} A", "{{ b\n  > c }}", also="textarea")
    assert made == "<textarea>{{ b\r\n  > c }} A</textarea>"


@pytest.mark.parametrize(
    "page", ["<p>a {{ b > c }} d &gt; e", '<p title="a {{ b > c }} d &gt; e">']
)
def test_another_source_is_a_difference(page: str) -> None:
    document = reworded(page, "{{ b > c }} A", "{{ b > c }}")
    data = HTML.write(document).data
    HTML.verify(document, data)
    with pytest.raises(VerificationError):
        HTML.verify(document, data.replace(b"b > c", b"b &gt; c"))


@pytest.mark.parametrize("tags", [False, True])
def test_each_character_is_decoded_once_however_many_are_protected(
    tags: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = [f"{{{{ a > {n} }}}}" for n in range(2000)]
    words = " ".join(f"<b>x</b> {one} y" if tags else f"x {one} y" for one in kept)
    document = HTML.read(f"<p>{words}".encode())
    segment = document.segments[0]
    places, at = [], 0
    for one in kept:
        at = segment.text.index(one, at)
        places.append(Range(at, at := at + len(one)))
    text = segment.text.replace("x", "X").replace("y", "Y")
    changed = replace(segment, text=text, frozen=tuple(places))
    read = []
    decoded = references.decoded
    monkeypatch.setattr(
        references, "decoded", lambda raw, value=False: read.append(len(raw)) or decoded(raw, value)
    )
    data = HTML.write(replace(document, segments=(changed,))).data
    assert sum(read) <= len(words)
    HTML.verify(replace(document, segments=(changed,)), data)
    assert sum(read) <= 2 * len(words)
    assert data.decode() == "<p>" + words.replace("x", "X").replace("y", "Y")


@settings(max_examples=300)
@given(soups, st.randoms(use_true_random=False))
def test_any_stretches_in_any_order_are_read_as_they_were(page: str, random: object) -> None:
    """Without tags, which are not of this law."""
    document = HTML.read(page.encode())

    def shuffled(segment: Segment) -> Segment:
        if segment.tagged.tags or len(segment.text) < 2:
            return segment
        at = len(segment.text) // 2
        halves = [segment.text[:at], segment.text[at:]]
        random.shuffle(halves)  # type: ignore[attr-defined]
        first = len(halves[0])
        frozen = (Range(0, first), Range(first, len(segment.text)))
        return replace(segment, text="".join(halves), spans=(), frozen=frozen)

    changed = replace(document, segments=tuple(map(shuffled, document.segments)))
    HTML.verify(changed, HTML.write(changed).data)

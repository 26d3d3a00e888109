"""Cases in the manner of html5lib-tests, and two other tokenizers as witnesses."""

from __future__ import annotations

import pytest
import turbohtml
from hypothesis import given, settings

from doctrans.formats.html import references
from doctrans.formats.html.tokenizer import Kind, attributes, tokenize
from tests.formats.html.soup import soups

Event = tuple[object, ...]


def events(text: str) -> list[Event]:
    """Tokens as html5lib-tests write them."""
    found: list[Event] = []
    for token in tokenize(text):
        raw = text[token.start : token.end]
        if token.kind in (Kind.TEXT, Kind.RCDATA):
            found.append(("text", references.decode(raw)))
        elif token.kind is Kind.RAW:
            found.append(("text", raw))
        elif token.kind is Kind.CDATA:
            found.append(("text", raw[9:-3] if raw.endswith("]]>") else raw[9:]))
        elif token.kind is Kind.START:
            values = {name: a.value(text) for name, a in attributes(text, token).items()}
            found.append(("start", token.name, values))
        elif token.kind is Kind.END:
            found.append(("end", token.name))
        elif token.kind is not Kind.LOST:
            found.append((token.kind.name.lower(),))
    return merged(found)


def merged(found: list[Event]) -> list[Event]:
    result: list[Event] = []
    for event in found:
        if event[0] == "text" and result and result[-1][0] == "text":
            result[-1] = ("text", f"{result[-1][1]}{event[1]}")
        elif event != ("text", ""):
            result.append(event)
    return result


def start(name: str, **values: str) -> Event:
    return ("start", name, values)


def text(words: str) -> Event:
    return ("text", words)


def end(name: str) -> Event:
    return ("end", name)


def two_tags(opener: str, closer: str) -> list[Event]:
    return [start("a", b=f"1{opener}"), text("c"), start("d", e=f"2{closer}", f="3")]


CASES: list[tuple[str, list[Event]]] = [
    ("", []),
    ("plain", [text("plain")]),
    ("<a>", [start("a")]),
    ("<A HREF=X>", [start("a", href="X")]),
    ("<a/>", [start("a")]),
    ("<a / b>", [start("a", b="")]),
    ("<a b=c/d>", [start("a", b="c/d")]),
    ("<a b='c\"d' e=\"f'g\">", [start("a", b='c"d', e="f'g")]),
    ("<a b = 'c'>", [start("a", b="c")]),
    ("<a b=>", [start("a", b="")]),
    ("<a b='1' b='2'>", [start("a", b="1")]),
    ("<a =b=c>", [("start", "a", {"=b": "c"})]),
    ("<a b='1'c='2'>", [start("a", b="1", c="2")]),
    ('<a b=c"d>', [start("a", b='c"d')]),
    ("<a b='>'>", [start("a", b=">")]),
    ("<a\0b>", [start("a\ufffdb")]),
    ("<a b", []),
    ("x<a b='c", [text("x")]),
    ('<a b= "c', []),
    ("</a", []),
    ("</a b=c>", [end("a")]),
    ("</>", []),
    ("</ a>", [("comment",)]),
    ("</", [text("</")]),
    ("<", [text("<")]),
    ("< a", [text("< a")]),
    ("a<b", [text("a")]),
    ("1<2", [text("1<2")]),
    ("<<a>", [text("<"), start("a")]),
    ("<3", [text("<3")]),
    ("<?xml version='1.0'?>x", [("comment",), text("x")]),
    ("<!x>y", [("comment",), text("y")]),
    ("<!doctype html>x", [("doctype",), text("x")]),
    ('<!DOCTYPE html PUBLIC "a>b">', [("doctype",), text('b">')]),
    ("<!-->x", [("comment",), text("x")]),
    ("<!--->x", [("comment",), text("x")]),
    ("<!---->x", [("comment",), text("x")]),
    ("<!--a--!>x", [("comment",), text("x")]),
    ("<!--a-->b-->", [("comment",), text("b-->")]),
    ("<!--a<!--b-->c", [("comment",), text("c")]),
    ("<!--a<b>", [("comment",)]),
    ("<![CDATA[a]]>b", [("comment",), text("b")]),
    ("<svg><![CDATA[a<b>]]></svg>", [start("svg"), text("a<b>"), end("svg")]),
    ("<svg/><![CDATA[a]]>", [start("svg"), ("comment",)]),
    ("<svg><p><![CDATA[a]]>", [start("svg"), start("p"), ("comment",)]),
    ("<svg><desc><![CDATA[a]]>", [start("svg"), start("desc"), ("comment",)]),
    ("<svg><title><b>", [start("svg"), start("title"), start("b")]),
    ("<svg><style><b>", [start("svg"), start("style"), start("b")]),
    ("<math><mi><title><b>", [start("math"), start("mi"), start("title"), text("<b>")]),
    ("<title><b>&amp;</title>", [start("title"), text("<b>&"), end("title")]),
    ("<title></titles></TITLE >", [start("title"), text("</titles>"), end("title")]),
    ("<style>&amp;</style>", [start("style"), text("&amp;"), end("style")]),
    ("<textarea></p></textarea>", [start("textarea"), text("</p>"), end("textarea")]),
    ("<plaintext></plaintext>", [start("plaintext"), text("</plaintext>")]),
    ("<xmp><b></xmp>", [start("xmp"), text("<b>"), end("xmp")]),
    ("<noscript><b></noscript>", [start("noscript"), start("b"), end("noscript")]),
    ("<script>a<b</script>", [start("script"), text("a<b"), end("script")]),
    ("<script><!--</script>", [start("script"), text("<!--"), end("script")]),
    (
        "<script><!--<script></script></script>",
        [start("script"), text("<!--<script></script>"), end("script")],
    ),
    (
        "<script><!--<script>--></script>x",
        [start("script"), text("<!--<script>-->"), end("script"), text("x")],
    ),
    ("<script><!--><script></script>", [start("script"), text("<!--><script>"), end("script")]),
    ("<script><!--<script>", [start("script"), text("<!--<script>")]),
    ("<% if a > 1 %>x", [("code",), text("x")]),
    ("<?php echo $a->b ?>x", [("code",), text("x")]),
    ("<% x", [text("<% x")]),
    ("a <?php foo($b->c, '<p>')", [text("a "), ("code",)]),
    ("<?phpx a>b", [("comment",), text("b")]),
    # Listings of template languages, whatever is in them.
    (
        "a {% highlight go %}x<y <b>{%- endhighlight -%} b<c>",
        [text("a "), ("code",), text(" b"), start("c")],
    ),
    ("{%- style -%}<a>{% endstyle %}{% style %}", [("code",), text("{% style %}")]),
    ("{{<highlight go>}}</a>{{< /highlight >}}b", [("code",), text("b")]),
    ("{{% highlight go %}}</a>{{% / highlight %}}b", [("code",), text("b")]),
    ("{% styled %}<a>{% endstyled %}", [text("{% styled %}"), start("a"), text("{% endstyled %}")]),
    (  # where it begins in no text
        "<script>{% js %}</script>a<b>{% js %}c{% endjs %}",
        [start("script"), text("{% js %}"), end("script"), text("a"), start("b"), ("code",)],
    ),
    # Comments of Velocity, and hashes of other pages.
    ("#if($a)b#end ## <c>\nd", [text("#if($a)b#end "), ("code",), text("d")]),
    ("#if($a)b ## <c>\nd", [text("#if($a)b ## "), start("c"), text("\nd")]),
    (
        "#set($a=1)#if($a)<p>b ## <i>c</p>d",
        [text("#set($a=1)#if($a)"), start("p"), text("b "), ("code",), end("p"), text("d")],
    ),
    (
        "#set($a=1)#if($a)\n ## <p>b</p>c\nd",
        [text("#set($a=1)#if($a)\n "), ("code",), text("d")],
    ),
    (
        "<!-- #set($a=1) -->#if($a)## b\nc",
        [("comment",), text("#if($a)## b\nc")],
    ),
    (
        "<pre>#set($a=1)</pre>#if($a)## b\nc",
        [start("pre"), text("#set($a=1)"), end("pre"), text("#if($a)## b\nc")],
    ),
    ("#if(a)b ## <c>\nd", [text("#if(a)b ## "), start("c"), text("\nd")]),
    # Within tags it is in one piece.
    ('<a b="<?= $x["y"] > 1 ?>" c>d', [start("a", b='<?= $x["y"] > 1 ?>', c=""), text("d")]),
    ("<a b='1<% '>' %>2'>", [start("a", b="1<% '>' %>2")]),
    ("<a b=<?= 'c d' ?>e>f", [start("a", b="<?= 'c d' ?>e"), text("f")]),
    (
        "<a <?php if ($x > 1) echo 'b=\"c\"' ?>>d",
        [
            start("a", **{"<?php if ($x > 1) echo 'b=\"c\"' ?>": ""}),
            text("d"),
        ],
    ),
    ("<h<?= $x ?>>a</h<?= $x ?>>", [start("h<?= $x ?>"), text("a"), end("h<?= $x ?>")]),
    ('<a b="<?= "">c', [start("a", **{"b": "<?= ", '"': ""}), text("c")]),
    ('<a b="<?=">c">d', [start("a", b="<?="), text('c">d')]),
    ("<a {{ b ? '>' : c }} d>e", [start("a", **{"{{ b ? '>' : c }}": "", "d": ""}), text("e")]),
    ("<a {!! b > c !!}>d", [start("a", **{"{!! b > c !!}": ""}), text("d")]),
    ("<a {# > ' #}b=c>d", [start("a", b="c"), text("d")]),
    ("<a {% if b>1 %}c{% endif %}>d", [start("a", **{"c{% endif %}": ""}), text("d")]),
    ("<a {% if b>1 %}c='1'{% endif %}>d", [start("a", c="1", **{"{% endif %}": ""}), text("d")]),
    ("<a {if $b > 1}c=1 {/if}>d", [start("a", c="1", **{"{": "", "if}": ""}), text("d")]),
    (
        "<a @if (f(g('>)')) > 1) b @endif>c",
        [
            start("a", **{"@if (f(g('>)')) > 1)": "", "b": "", "@endif": ""}),
            text("c"),
        ],
    ),
    ("<a @class(['b' => $c])>d", [start("a", **{"@class(['b' => $c])": ""}), text("d")]),
    ('<a b="{{ c("d") }}" e>f', [start("a", b='{{ c("d") }}', e=""), text("f")]),
    ('<a b="{$c|d:"e"}" f>g', [start("a", b='{$c|d:"e"}', f=""), text("g")]),
    ('<a b="${c["d"]}" e>f', [start("a", b='${c["d"]}', e=""), text("f")]),
    ('<a b="<c:d e="/f"/>" g>h', [start("a", b='<c:d e="/f"/>', g=""), text("h")]),
    ('<a b="<@c \'d/e\' f="g"/>" h>i', [start("a", b="<@c 'd/e' f=\"g\"/>", h=""), text("i")]),
    ("<a b={{ c }}>d", [start("a", b="{{ c }}"), text("d")]),
    # What only looks so.
    ('<a b="{{" c="}}">d', [start("a", b="{{", c="}}"), text("d")]),
    ('<a b="{{ c">d }}', [start("a", b="{{ c"), text("d }}")]),
    ('<a b="@c(">d)', [start("a", b="@c("), text("d)")]),
    ('<a b="c<d:e f=" g="/>">h', [start("a", b='c<d:e f=" g="/>'), text("h")]),
    ('<a b="<c d="e"/>">f', [start("a", **{"b": "<c d=", 'e"': ""}), text('">f')]),
    ("<a <b:c/>d", [start("a", **{"<b:c": ""}), text("d")]),
    (
        "<a onclick='if(b){c()}' d=\"{e: {f: 1}}\">g",
        [
            start("a", onclick="if(b){c()}", d="{e: {f: 1}}"),
            text("g"),
        ],
    ),
    # Two values that are about code.
    *(
        (f"<a b='1{opener}'>c<d e='2{closer}' f=3>", two_tags(opener, closer))
        for opener, closer in (
            ("{#", "#}"),
            ("@*", "*@"),
            ("{{--", "--}}"),
            ("{{!--", "--}}"),
            ("<#--", "-->"),
            ("<%", "%>"),
            ("<?php", "?>"),
            ("<?=", "?>"),
            ("{% comment %}", "{% endcomment %}"),
        )
    ),
    (
        "<a b='{#' c='Some words'>d<e f='#}'>",
        [start("a", b="{#", c="Some words"), text("d"), start("e", f="#}")],
    ),
    ('<a b="Hi <?= $x["y"] ?>" c="d">e', [start("a", b='Hi <?= $x["y"] ?>', c="d"), text("e")]),
    ('<a b="<?= c("d", "e" ) ?>" f>g', [start("a", b='<?= c("d", "e" ) ?>', f=""), text("g")]),
    ("<a b='{# c's #}' d>e", [start("a", b="{# c's #}", d=""), text("e")]),
    # A tag's name.
    ("<<?= b ?> c=d>e</<?= b ?>>", [start("<?= b ?>", c="d"), text("e"), end("<?= b ?>")]),
    ("<{{ b }} c=d>e</{{ b }}>", [start("{{ b }}", c="d"), text("e"), end("{{ b }}")]),
    ("a <{{ b }}> c", [text("a <{{ b }}> c")]),
    ("<<% b", [text("<<% b")]),
    # Short tags of PHP, and what is none.
    ("<? echo $a->b ?>x", [("code",), text("x")]),
    ("<?if ($a > 1):?>x<?endif?>", [("code",), text("x"), ("code",)]),
    ("<a <? b('>') ?> c>d", [start("a", **{"<? b('>') ?>": "", "c": ""}), text("d")]),
    ("<? a > b", [("comment",), text(" b")]),
    ("<?xml a='>' ?>b", [("comment",), text("' ?>b")]),
    ("<?iffy a->b ?>c", [("comment",), text("b ?>c")]),
    # Code in content is text, unless there are tags in its strings.
    ("a {{ b > c }} d", [text("a {{ b > c }} d")]),
    ("a {{ b '<c>' }} d", [text("a "), ("code",), text(" d")]),
    ("{% b `<c>d</c>` %}{!! '</p>' !!}", [("code",), ("code",)]),
    (r'{{ b("<a c=\"d\">e") }}', [("code",)]),
    ("{% if a <b %}c</p>", [("code",), text("c"), end("p")]),
    ("{{#a}}<b>c</b>{{/a}}", [text("{{#a}}"), start("b"), text("c"), end("b"), text("{{/a}}")]),
    (
        '{{"<b>c<b d="e">f" }}',
        [
            text('{{"'),
            start("b"),
            text("c"),
            start("b", d="e"),
            text('f" }}'),
        ],
    ),
    ("{{ <b>c</b> }}", [text("{{ "), start("b"), text("c"), end("b"), text(" }}")]),
    ("{{ don't <b>c's }}", [text("{{ don't "), start("b"), text("c's }}")]),
    (
        "{{ '<b>' " + "c" * 1000 + "}}",
        [
            text("{{ '"),
            start("b"),
            text("' " + "c" * 1000 + "}}"),
        ],
    ),
    # Comments are in one piece, whatever is in them.
    ("a {# <b> ' #} c", [text("a "), ("comment",), text(" c")]),
    ("{{!-- <b> }} --}}{{-- <c> }} --}}", [("comment",), ("comment",)]),
    ("{% comment %}<b>'{% endcomment %}a", [("comment",), text("a")]),
    ("{%- comment 'x' -%}<p>{% if %}{%- endcomment -%}a", [("comment",), text("a")]),
    ("<#-- <b> -->a", [("comment",), text("a")]),
    ("@* <b>a@b *@ c@* d", [("comment",), text(" c@* d")]),
    ("{# a {#b}<c>", [text("{# a {#b}"), start("c")]),
    ("{a, select, other {# b}} {#}", [text("{a, select, other {# b}} {#}")]),
    ("a@*.b <c> *@d", [text("a@*.b "), start("c"), text(" *@d")]),
]


ONE_PIECE: list[tuple[str, list[str]]] = [
    # Code of templates, which holds whole elements or closes some on purpose.
    ("<p>a {# <p>b</p> c #} d</p>", ["{# <p>b</p> c #}"]),
    ("a{# </div> #}b{# <div> c #}", ["{# </div> #}", "{# <div> c #}"]),
    ("{{-- b</p> c --}}<#-- b</p> c -->", ["{{-- b</p> c --}}", "<#-- b</p> c -->"]),
    ("{{ a | join('</li><li>') }}", ["{{ a | join('</li><li>') }}"]),
    ("{% highlight a %}b</p><p>c", []),
    (
        "{% highlight a %}\nb</p>\n{% endhighlight %}",
        ["{% highlight a %}\nb</p>\n{% endhighlight %}"],
    ),
    ("<p>{% style %}a <p>b</p>{% endstyle %}", ["{% style %}a <p>b</p>{% endstyle %}"]),
    ("<? echo '</p>' ?><? $a = 'b</p>' ?>", ["<? echo '</p>' ?>", "<? $a = 'b</p>' ?>"]),
    ("<?php a</p>", ["<?php a</p>"]),
    ("<p>a</p><?php echo 'a</p>'", ["<?php echo 'a</p>'"]),
    # Prose about it.
    ("One {# two <b>three</b> four.</p><p>Five #} six", []),
    ("a <code>{#</code> b <code>#}</code>", []),
    ("One @* two.</p><p>Three *@ four", []),
    ('<p>{{ "</p><p>Some words</p><p>" }}', []),
    ("<p>{% 'a</p><p>b' %}", []),
    ("<p>Use {% highlight %} so.</p><p>a</p><p>Use {% endhighlight %} so.</p>", []),
    ("<p>Use {% highlight a %} so.</p><p>Use {% endhighlight %} so.</p>", []),
    ("<p>Use {% comment %} so.</p><p>Use {% endcomment %} so.</p>", []),
    ("a <code>{% style %}</code> b <code>{% endstyle %}</code>", []),
    (
        "<p>{% style %}</p>{% style %}a{% endstyle %}<p>{% style %}</p>{% endstyle %}",
        ["{% style %}a{% endstyle %}"],
    ),
]


@pytest.mark.parametrize(("source", "expected"), ONE_PIECE)
def test_code_in_content_closes_nothing_around_it(source: str, expected: list[str]) -> None:
    kinds = (Kind.CODE, Kind.COMMENT)
    assert [source[t.start : t.end] for t in tokenize(source) if t.kind in kinds] == expected


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>A tag <?php is how you begin</p><p>More</p>", ["A tag ", "More"]),
        ("<p>Use <? to open.</p><p>And ?> so.</p>", ["Use ", "And ?> so."]),
    ],
)
def test_php_in_prose_ends_no_page(source: str, words: list[str]) -> None:
    assert [source[t.start : t.end] for t in tokenize(source) if t.kind is Kind.TEXT] == words


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_tokens(source: str, expected: list[Event]) -> None:
    assert events(source) == expected
    assert "".join(source[t.start : t.end] for t in tokenize(source)) == source


@pytest.mark.parametrize(
    ("raw", "words", "value"),
    [
        ("&amp;", "&", "&"),
        ("&AMP", "&", "&"),
        ("&lt;b&gt", "<b>", "<b>"),
        ("&notit;", "¬it;", "&notit;"),
        ("&notin;", "∉", "∉"),
        ("&copy=1", "©=1", "&copy=1"),
        ("&copy2", "©2", "&copy2"),
        ("&copy 2", "© 2", "© 2"),
        ("&unknown;", "&unknown;", "&unknown;"),
        ("&#65;&#x41;&#X41", "AAA", "AAA"),
        ("&#128;&#x93;", "€“", "€“"),
        ("&#0;&#xD800;&#x110000;&#99999999999;", "\ufffd" * 4, "\ufffd" * 4),
        ("&#;&#x;&;&", "&#;&#x;&;&", "&#;&#x;&;&"),
        ("&fjlig;", "fj", "fj"),
        ("&nbsp;", "\xa0", "\xa0"),
    ],
)
def test_references(raw: str, words: str, value: str) -> None:
    assert references.decode(raw) == words
    assert references.decode(raw, attribute=True) == value


def test_places_of_attributes() -> None:
    source = "<p  Title = 'a b' x=1 y>"
    (token,) = tokenize(source)
    found = attributes(source, token)
    assert [(a.name, source[a.start : a.end], a.quote) for a in found.values()] == [
        ("title", "a b", "'"),
        ("x", "1", ""),
        ("y", "", ""),
    ]
    assert [a.assigned for a in found.values()] == [True, True, False]


@pytest.mark.parametrize(
    "piece",
    [
        "<", "</", "<a ", '<a x="', "x=\"", "<a x='", "<a =", "<!--", "<!", "<%", "<?php ", "&",
        "<script>", "<title>", "<svg>", "</svg>", "<![CDATA[", "<script><!--<script>", "<a\n",
        "-->", "<a b='<?='?>", '<a b="<% >', "<a b=<?='?>'", "<a <?=", "<a <?= <% ",
        "{% style %}", "{% style %}<a>", "{% style %}{% endstyle %}", "{{<highlight ",
        "#if($a)#end", "## ", "#if($a)#end ## \n",
        "{{", "{{ '", '{{ "<b>" ', "{{ <", "{{ <b ", "{{ \\", "{% `", "{!! '", "{#", "{{--",
        "{{!-- -", "{% comment %}", "<#-- -", "@* *", "@a(", "@if ('", "@a(((", "{$'", "{if '",
        "${", "{a b='", "<a {{", "<a {{ '", "<a x='{{ >", '<a x="{% \'">', "<a @a((", "<a @a('>",
        "<a {$'>", "<a x=${'>", "<a x='{a b=\"'>", '<a x="<@b \'', '<a x="<b:c d="', "<{{ x }}",
        "<{{", "<{{ x }}></{{ x }}", "<<?=", "</{{ x", "<? ", "<a {#>", "<a {{!--", "<a @*>",
        "<a {% comment %}>", "{{ '<b>' }}",
        "{% style %}</p>", "{% style %}<p>", "{# </p>", "{# <p>", "<?php ' </p>", "<? </p>",
        "{{ '<a", "{{ '<a>", "<a b='{# '", "<a b='{# ' c", "<a b='<? '/", "<a b=\"<% \" '",
    ],
)  # fmt: skip
@pytest.mark.parametrize("prolog", ["", "<?xml version='1.0'?>"])
def test_repetition_is_linear(piece: str, prolog: str) -> None:
    """What takes time that grows with the square of the length does not end with this."""
    source = prolog + piece * (400_000 // len(piece))
    assert tokenize(source)[-1].end == len(source)


@pytest.mark.parametrize("before", ["{% style %}</p>", "{% style %}<p>", "{% style %}<p></p>"])
def test_a_closing_for_many_is_linear(before: str) -> None:
    source = before * 20_000 + "</p>" * 20_001 + "{% endstyle %}"
    assert tokenize(source)[-1].end == len(source)


def test_names_given_by_code_are_linear() -> None:
    source = "".join(f"<<?= $a{i} ?>>" for i in range(20_000))
    assert tokenize(source)[-1].end == len(source)


def witness(source: str) -> list[Event]:
    found: list[Event] = []
    for token in turbohtml.tokenize(source):
        kind = token.type.name
        if kind == "TEXT":
            found.append(("text", token.data))
        elif kind == "START_TAG":
            found.append(("start", token.tag, {name: value or "" for name, value in token.attrs}))
        elif kind == "END_TAG":
            found.append(("end", token.tag))
        else:
            found.append(("comment" if kind != "DOCTYPE" else "doctype",))
    return merged(found)


@settings(max_examples=400)
@given(soups)
def test_another_tokenizer_finds_the_same(source: str) -> None:
    # The other one normalises line breaks; it knows no templates. Foreign content
    # and noscript need a tree. It replaces NUL, which here is done on reading.
    source = source.replace("\r\n", "\n").replace("\0", "")
    for code in ("<?php", "<?=", "<%", "{{", "{%", "{#"):
        source = source.replace(code, "<x-")
    source = source.replace("{% js %}", "")
    for foreign in ("<svg>", "<math>", "<mi>", "<plaintext>", "<noscript>"):
        source = source.replace(foreign, "<b>")
    assert events(source) == witness(source)


@given(soups)
def test_tokens_tile_the_text(source: str) -> None:
    tokens = tokenize(source)
    assert "".join(source[token.start : token.end] for token in tokens) == source
    assert all(token.end > token.start for token in tokens)

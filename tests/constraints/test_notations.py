"""Templates, messages, shortcodes and Markdown: what of them is text, and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans import reading, sentences, spans
from doctrans.constraints import notations
from doctrans.constraints.freezing import freeze, thaw
from doctrans.model import Span, Tag, Tagged, TagKind
from tests.notation import tagged


def pieces(notation: str, *others: str) -> list[str]:
    """What is translated by itself: `<…>` around what is frozen, `«…»` around what marks hold.
    `others` are further texts of its document."""
    languages = notations.languages((notation, *others))
    return [_shown(piece) for piece in sentences.apart(_frozen(tagged(notation), languages))]


def _frozen(value: Tagged, languages: frozenset[str] = frozenset()) -> Tagged:
    found = notations.marks(value, languages=languages)
    return freeze(value, found.frozen, found.pairs, found.cuts)


def _shown(piece: Tagged) -> str:
    shown = reading.notation(piece)
    for tag in piece.tags:
        if tag.equiv:
            shown = shown.replace(f"<{tag.id}/>", f"<{tag.equiv}>")
        elif tag.equiv_end:
            shown = shown.replace(f"<{tag.id}>", "«").replace(f"</{tag.id}>", "»")
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # alternatives are texts of their own
            "Sold by {% if a %}us{% else %}a partner{% endif %} today",
            [
                "Sold by ",
                "<{% if a %}>",
                "us",
                "<{% else %}>",
                "a partner",
                "<{% endif %}>",
                " today",
            ],
        ),
        ("See {% if a %}our {% endif %}shop", ["See «our »shop"]),  # the sentence stays whole
        ("{% trans %}Hello{% endtrans %} {{ x }}", ["«Hello» <{{ x }}>"]),
        ("Use `{{` or `}}`, `{{ x }}`", ["Use <`{{`> or <`}}`>, <`{{ x }}`>"]),
        (
            "Found {{ n > 1 ? `${n} files` : 'one' }}",
            ["Found <{{ n > 1 ? `${n} files` : 'one' }}>"],
        ),
        (
            "{%- for i in l -%}An item{%- endfor -%} end",
            ["<{%- for i in l -%}>", "An item", "<{%- endfor -%}>", " end"],
        ),
        (
            "{{ n }} item{% if n > 1 %}s{% endif %}.",
            ["<{{ n }}> item<{% if n > 1 %}s{% endif %}>."],
        ),
        (
            "To {% if a %}{{ b }}{% else %}{{ c }}{% endif %}",
            ["To <{% if a %}{{ b }}{% else %}{{ c }}{% endif %}>"],
        ),
        (
            "@if ($a) Yes @else No @endif, {!! $b !!}",
            ["<@if ($a)>", " Yes ", "<@else>", " No ", "<@endif>", ", <{!! $b !!}>"],
        ),
        (
            "@if ($a->b(c([1]))) Yes @else No @endif",
            ["<@if ($a->b(c([1])))>", " Yes ", "<@else>", " No ", "<@endif>"],
        ),
        ("#if( $a ) Yes #end here", ["« Yes » here"]),
        ("<#if a>Yes<#else>No", ["<<#if a>>", "Yes", "<<#else>>", "No"]),
        (
            "A note {# for you #} to @if_you and #end it",
            ["A note <{# for you #}> to <@if_you> and #end it"],
        ),
        ("Go {% url 'home' %} or <%= there %>", ["Go <{% url 'home' %}> or <<%= there %>>"]),
        ("End.{% endif %} New", ["End.", "<{% endif %}>", " New"]),
        (
            "{{#if a}}Yes{{else}}No{{/if}}",
            ["<{{#if a}}>", "Yes", "<{{else}}>", "No", "<{{/if}}>"],
        ),
        ("Hi {{#with a}}our {{/with}}{{{b}}}", ["Hi «our »<{{{b}}}>"]),
        (
            "{{#a}}One{{/a}}{{^a}}None{{/a}}",
            ["<{{#a}}>", "One", "<{{/a}}>", "<{{^a}}>", "None", "<{{/a}}>"],
        ),
        ("{{if .A}}Yes{{end}} {{.B}}", ["«Yes» <{{.B}}>"]),
        (
            "{if $a}Yes{else}No{/if} {$b}",
            ["<{if $a}>", "Yes", "<{else}>", "No", "<{/if}>", " <{$b}>"],
        ),
        (
            "<% if a %>Yes<% else %>No<% end %>",
            ["<<% if a %>>", "Yes", "<<% else %>>", "No", "<<% end %>>"],
        ),
        ("<% } else { %>No", ["<<% } else { %>>", "No"]),
        (
            "[% IF a %]Yes[% ELSE %]No[% END %] [% b %]",
            ["<[% IF a %]>", "Yes", "<[% ELSE %]>", "No", "<[% END %]>", " <[% b %]>"],
        ),
        (  # code, and its words
            "As in {% highlight py %}if so:\n  say(so){% endhighlight %}, so",
            ["As in ", "<{% highlight py %}if so:\n  say(so){% endhighlight %}>", ", so"],
        ),
        ("In {%- style %} a style", ["In <{%- style %}> a style"]),
        (  # comments, and what they hold
            "To {% comment 'a' %}{% if b %} so{% endcomment %} you {# {% if c #} go {#- d\n e -#}",
            [
                "To <{% comment 'a' %}{% if b %} so{% endcomment %}> you <{# {% if c #}> go "
                "<{#- d\n e -#}>"
            ],
        ),
        (
            "So {{!-- {{#if a}} --}} be {{-- {{ b }} --}} it <#-- <#if c> d --> then #* #end *#",
            [
                "So <{{!-- {{#if a}} --}}> be <{{-- {{ b }} --}}> it <<#-- <#if c> d -->> then "
                "<#* #end *#>"
            ],
        ),
        (  # commands that mean nothing
            "Write {% raw %}{% if a %}{{ b }}{% endraw %} here{% if b %} or there{% endif %}",
            ["Write «<{% if a %}><{{ b }}>» here« or there»"],
        ),
        (
            'Hi %%[ SET @a = 1 IF @x == "y" THEN ]%%you%%[ ELSE ]%%all%%[ ENDIF ]%%',
            [
                "Hi ",
                '<%%[ SET @a = 1 IF @x == "y" THEN ]%%>',
                "you",
                "<%%[ ELSE ]%%>",
                "all",
                "<%%[ ENDIF ]%%>",
            ],
        ),
        (
            "%%[ FOR @n = 1 TO 3 DO ]%%One%%[ NEXT @n ]%%",
            ["<%%[ FOR @n = 1 TO 3 DO ]%%>", "One", "<%%[ NEXT @n ]%%>"],
        ),
        (  # in what stays in one piece
            "So <1!>read {% if a %}more{% else %}less{% endif %}</1> now",
            [
                "So ",
                "<1>read </1>",
                "<1><{% if a %}></1>",
                "<1>more</1>",
                "<1><{% else %}></1>",
                "<1>less</1>",
                "<1><{% endif %}></1>",
                " now",
            ],
        ),
        (  # tags that do not nest with a block
            "{% if a %}So <1>it{% endif %} is</1>",
            ["<{% if a %}>", "So <1>it</1>", "<1><{% endif %}></1>", "<1> is</1>"],
        ),
    ],
)
def test_templates(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('#elseif($b && $c.is("d)"))', ['<#elseif($b && $c.is("d)"))>']),
        ("#else", ["<#else>"]),
        ("So #{end} or #end", ["So ", "<#{end}>", " or ", "<#end>"]),
        ('Now #set($b = "A (title") and', ['Now <#set($b = "A (title")> and']),
        ('#parse("a.vm") #stop', ['<#parse("a.vm")> <#stop>']),
        ("#box($b.c('d', [1])) #@box() or #1 and #a (b)", None),
        ("Hi ## you all", ["Hi <## you all>"]),
        ("#macro(box $b) Hi #end", ["<#macro(box $b)>", " Hi ", "<#end>"]),
        ("Not ##a## and a##b", ["Not <##a##> and a##b"]),
        ("{# a #} and {#- b -#}", ["<{# a #}> and <{#- b -#}>"]),
    ],
)
def test_velocity(text: str, expected: list[str] | None) -> None:
    """Where another text of the document shows that it is."""
    calls = ["<#box($b.c('d', [1]))> <#@box()> or #1 and #a (b)"]
    assert pieces(text, "#if($a)", "#end") == (calls if expected is None else expected)


def test_properties_of_velocity() -> None:
    """Elsewhere a word behind a dot may begin a sentence."""
    assert pieces("Hi $user.name", "#if($a)", "#end") == ["Hi <$user.name>"]
    assert pieces("Hi $user.name") == ["Hi <$user>.name"]


@pytest.mark.parametrize("text", ["#else", "#set it (now)", "Hi ## you", "#1 #end #box(a)"])
def test_hashes_of_other_documents(text: str) -> None:
    assert pieces(text, "#if (a)", "#set", "${b}") == [text]
    assert pieces("Hi ## you", "#set($a = 1)") == ["Hi ## you"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{n, plural, one {# item} other {# items}} in it",
            ["<{n, plural, one {>", "<#> item", "<} other {>", "<#> items", "<}}>", " in it"],
        ),
        ("{n, plural, =0 {} other {#}} left", ["<{n, plural, =0 {} other {#}}> left"]),
        (
            "{a, select, x {{n, plural, offset:1 other {# dogs}}} other {no dog}}",
            [
                "<{a, select, x {>",
                "<{n, plural, offset:1 other {>",
                "<#> dogs",
                "<}}>",
                "<} other {>",
                "no dog",
                "<}}>",
            ],
        ),
        ("{1,number} of {0, date, short}", ["<{1,number}> of <{0, date, short}>"]),
        (
            "a set {1, 2, 3}, and {n, plural, broken {x}",
            ["a set {1, 2, 3}, and {n, plural, broken <{x}>"],
        ),
    ],
)
def test_messages(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[gallery id="1" columns="4"]', ['<[gallery id="1" columns="4"]>']),
        ("[gallery ids=\u201c7,8\u201d]", ["<[gallery ids=\u201c7,8\u201d]>"]),
        ("[embed]https://a.org/v[/embed]", ["«<https://a.org/v>»"]),
        ("[row][col]Our services[/col][/row]", ["««Our services»»"]),
        (
            "[tab]One thing[/tab] [tab]Another[/tab]",
            ["<[tab]>", "One thing", "<[/tab]>", " ", "<[tab]>", "Another", "<[/tab]>"],
        ),
        (
            "[if in]Members[else]Guests[/if]",
            ["<[if in]>", "Members", "<[else]>", "Guests", "<[/if]>"],
        ),
        ("Hi [user_name] [br/] [contact-form-7]", ["Hi <[user_name]> <[br/]> <[contact-form-7]>"]),
        ("[url=https://a.org]Here[/url] it is", ["«Here» it is"]),
        ("A [sic], [1], […], [optional], [see below], [email protected]", None),
        ("[Note: x=5] [a b] [A=1] [x](y)", None),
        ("See [[Main Page|the main page]] and [[Help]]", ["See «the main page» and <[[Help]]>"]),
        ("[[File:a.jpg|thumb|A red car]]", ["<[[File:a.jpg|thumb|>", "A red car", "<]]>"]),
        ("the end[/col]", ["the end<[/col]>"]),
    ],
)
def test_shortcodes(text: str, expected: list[str] | None) -> None:
    assert pieces(text) == ([text] if expected is None else expected)


def test_a_shortcode_may_be_closed_elsewhere_in_its_document() -> None:
    found = notations.marks(Tagged("[row]"), names=frozenset(("row",)))
    assert found.frozen == ((0, 5),) and not notations.marks(Tagged("[row]")).frozen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use **bold** and *soft* text", ["Use «bold» and «soft» text"]),
        ("***both***, ~~gone~~, _so_ (*it*)", ["«both», «gone», «so» («it»)"]),
        ("The '''dog''' is an ''animal'', 5'' high", ["The «dog» is an «animal», 5'' high"]),
        ("__Note__ that __init__ is __not so__", ["«Note» that <__init__> is «not so»"]),
        ("It is __important__, __main__", ["It is «important», <__main__>"]),
        ("**one *two* three** four", ["«one «two» three» four"]),
        ("**bold *and* more** ***both** one*", ["«bold «and» more» ««both» one»"]),
        ("**bold *and***, it", ["«bold «and»», it"]),
        ("Run `pip install`, ``a`b``, `Tag`s", ["Run <`pip install`>, <``a`b``>, <`Tag`>s"]),
        ("See [the docs](https://a.org/x) now", ["See «the docs» now"]),
        ("5 * 3 * 2, VAT*. *Terms, ____, 2*3*4", None),
        ("don`t and won`t, **** and * * *", None),
        ("*<1>a* b</1>", None),
        ("<1>*a*</1> <2>**</2>b**", ["<1>«a»</1> <2>**</2>b**"]),
        ("`a *b*` and https://a.org/_x_ or _y_", ["<`a *b*`> and <https://a.org/_x_> or «y»"]),
    ],
)
def test_markdown(text: str, expected: list[str] | None) -> None:
    assert pieces(text) == ([text] if expected is None else expected)


@pytest.mark.parametrize(
    "name",
    [
        "###NAME###",
        "##name##",
        "#NAME#",
        "***NAME***",
        "%%NAME%%",
        "%NAME%",
        "__NAME__",
        "[[NAME]]",
        "@@name@@",
        "*|FNAME|*",
        "$NAME$",
        "{$user.name}",
        "{loadposition sidebar}",
        '{img src="a.png"}',
        "%name%",
        "%recipient.name%",
        "%first-name%",
        "%%=v(@x)=%%",
        "%%[ VAR @a SET @a = [b] ]%%",
        "#user.name#",
        '#dateFormat(now(), "d mmm")#',
        "{article 12}",
        "{module 7}",
        "{!$User.Name}",
        "{title -> v:format.upper()}",
        "#{t 'a b'}",
        "#{not empty a.items}",
        "#{a + b}",
        "${1:-default}",
        '{exp:channel:entries limit="3"}',
        "{/exp:channel:entries}",
        "{!Contact.FirstName}",
        "{!IF(a, 'some text', b)}",
        "[FNAME,fallback=friend]",
        "{f:translate(key: 'a', default: 'Some text')}",
        "{f:if(condition: '{a} > 1', then: 'some', else: 'none')}",
        "{data.title -> f:format.crop(maxCharacters: 5)}",
    ],
)
def test_placeholders(name: str) -> None:
    assert pieces(f"Dear {name}, hello.") == [f"Dear <{name}>, hello."]


@pytest.mark.parametrize(
    "text",
    [
        *("#1 of all, C# and F#, 5 % or 6 % of it", "a@b, 50% off 20% more"),
        *("the #topic and #other", "100% sure, 5% less", "#1 and #2", "issue #12 is #fixed"),
        *("from 5%to 10% of it", "a {note: see here} b", "at {an article of 12}", "[A, fallback]"),
        *("{chapter 3}, {page 12}, {figure 4}", "{vol 3} and {aged 42}", "{apple -> pear} it"),
        *("{input -> the output text}", "#{x : x is an even number}", "${1:-default words}"),
        *("{!important note for all}", "{!important}", "{key:Value(some words)}"),
        *("so {it -- is}", "all %%[ of it", "#one.two and #three"),
    ],
)
def test_no_placeholders(text: str) -> None:
    assert pieces(text) == [text]


_LONG = "'label': 'Some text', " * 60


@pytest.mark.parametrize(
    "code",
    [
        f"{{% set a = {{{_LONG}}} %}}",
        f"{{{{ row(a, {{'b': {{{_LONG}\n}}}}) }}}}",
        "{{ a | b: '{' | c }}",
        "{{ it's }}",
        "{{{ a }}}",
        f"{{!! t('a', [{_LONG}]) !!}}",
        f"<%= a(b) ? 'c' : '{_LONG}' -%>",
        f"<?= a < b ? 'c' : '{_LONG}' ?>",
        f"[% a = {{{_LONG}}} %]",
        '${user.name!"dear visitor"}',
        "${(a > b)?string('yes','no')}",
        '${fn:length(list) > 1 ? "many items" : "one item"}',
        "${a.map(b => { return '}' })}",
        "#{bean.name == 'a b' ? 1 : 2}",
        '<@text key="a b > c" />',
    ],
)
def test_code_is_in_one_piece(code: str) -> None:
    """However long, whatever is in it."""
    assert pieces(f"Dear {code}, it's {{{{a}}}} and 'so' }} here.") == [
        f"Dear <{code}>, it's <{{{{a}}}}> and 'so' }} here."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a} or {{b}}", "{<{a}> or <{{b}}>"),
        ("{% a {% if b %}", "{% a <{% if b %}>"),
        ("[% a and [% b %]", "[% a and <[% b %]>"),
    ],
)
def test_code_that_does_not_end_holds_no_other(text: str, expected: str) -> None:
    assert "".join(pieces(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Write <?php or <?= and many other words, up to ?>",
        "Open <1><?php</1> and close <2>?></2> it",
        "Open <1>${</1> and close <2>}</2> it",
        "Open #{ and close <1/}> it with } then",
        "Open %%[ and <1/]%%> or ]%%, %%= or <2/=%%> or =%%",
        "Open #* or <1/x> and *# it",
    ],
)
def test_signs_that_prose_names_begin_no_code(text: str) -> None:
    """Nor does code go over the edge of an element."""
    assert _frozen(tagged(text)) == tagged(text)


@pytest.mark.parametrize(
    "code",
    [
        *("<?php echo x ?>", '<?= "a b" ?>', "<?= NAME ?>", "<?php wp_head(); ?>"),
        *("<?php // not now ?>", "<?= $a ?>", "<?php namespace A ?>"),
    ],
)
def test_code_of_php(code: str) -> None:
    assert pieces(f"So {code} it") == [f"So <{code}> it"]


ALPHABET = st.sampled_from(
    [
        "a",
        "b c",
        " ",
        "*",
        "**",
        "_",
        "`",
        "~~",
        "[b]",
        "[/b]",
        "[c]",
        "[/c]",
        "[[",
        "]]",
        "|",
        "{",
        "}",
        "{% if a %}",
        "{% else %}",
        "{% endif %}",
        "{{n}}",
        "{n, plural, one {",
        "#",
        "one {",
        "\n",
        "###",
    ]
)


@st.composite
def marked(draw: st.DrawFn) -> Tagged:
    """Text of many notations with tags across them."""
    parts = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        text = "".join(draw(st.lists(ALPHABET, max_size=8)))
        tags = [Tag(number, TagKind.PAIR, "b"), Tag(9, TagKind.WHOLE, "a")][
            : draw(st.integers(0, 2))
        ]
        if text:
            parts.append(Tagged(text, (Span(0, len(text), tuple(reversed(tags))),)))
    return spans.join(parts)


@given(marked())
def test_what_is_frozen_thaws_and_what_is_apart_joins(value: Tagged) -> None:
    frozen = _frozen(value)
    assert spans.join(sentences.apart(frozen)) == frozen
    assert thaw(frozen)[0] == value


@pytest.mark.parametrize(
    "unit",
    [
        "{% if a %}",
        "{% if a %}x{% endif %}",
        "{{#a}}",
        "{a, plural, b {",
        "[a",
        "[a]",
        "[a]b c[/a]",
        "[[a|",
        "*a ",
        "*a* ",
        "_a",
        "`a",
        "`a`",
        "{{`",
        "{{ `a",
        "[a](",
        "[a](b/c)",
        "###",
        "%%a",
        "@@a",
        "<%",
        "{if ",
        "[a b=",
        "{a b=",
        "{% style %}",
        "{% style %}{% endstyle ",
        "{% highlight a",
        "{{< highlight ",
        "{% raw %}",
        "{{",
        "{{ a",
        "{{ {{a}} ",
        "{{ {a} ",
        "{{ '",
        "{{ \"a'",
        "${",
        "${ {",
        "${a '",
        "{% a",
        "{% '",
        "{!! ",
        "[% a",
        "<% a",
        "<@a (",
        '<#if "(',
        "<#-- ",
        "{# ",
        "{{!-- ",
        "{{-- ",
        "#* ",
        "#if(a ",
        "#if(a () ",
        '#if("',
        "#set($a = (",
        '#set($a = "',
        "#a(b(c)",
        "## ",
        "$a.b(",
        "$a.b",
        "%a",
        "%a.",
        "%%[ ",
        "%%= ",
        "<?php ",
        "<?php a",
        "#a.b",
        "#a(b",
        "{a -> ",
        "{a:b(",
        "{!a ",
        "{!a.",
        "${a ",
        "#{a  ",
        "#{a.",
        "{a:b:c",
        "@if (",
        "@if ([",
        "@if (((a)",
        "@if ('",
        "@if (a) b ",
    ],
)
def test_no_text_takes_long(unit: str) -> None:
    """Quadratic time would be minutes."""
    began = time.perf_counter()
    _frozen(Tagged(unit * (150_000 // len(unit))), notations.languages(["#if($a)", "#end"]))
    assert time.perf_counter() - began < 20

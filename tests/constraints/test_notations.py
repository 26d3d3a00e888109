"""Templates, messages, shortcodes and Markdown: what of them is text, and what is none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans import sentences, spans
from doctrans.constraints import notations
from doctrans.constraints.freezing import thaw
from doctrans.model import Span, Tag, Tagged, TagKind
from tests.constraints.pieces import frozen, pieces


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
    held = frozen(value)
    assert spans.join(sentences.apart(held)) == held
    assert thaw(held)[0] == value


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
    frozen(Tagged(unit * (150_000 // len(unit))), notations.languages(["#if($a)", "#end"]))
    assert time.perf_counter() - began < 20

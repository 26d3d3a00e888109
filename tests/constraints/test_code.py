"""Placeholders, and code in one piece, whatever is in it; prose that names their signs is none."""

from __future__ import annotations

import pytest

from tests.constraints.pieces import frozen, pieces
from tests.notation import tagged

_LONG = "'label': 'Some text', " * 60


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
    assert frozen(tagged(text)) == tagged(text)


@pytest.mark.parametrize(
    "code",
    [
        *("<?php echo x ?>", '<?= "a b" ?>', "<?= NAME ?>", "<?php wp_head(); ?>"),
        *("<?php // not now ?>", "<?= $a ?>", "<?php namespace A ?>"),
    ],
)
def test_code_of_php(code: str) -> None:
    assert pieces(f"So {code} it") == [f"So <{code}> it"]

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans import spans
from doctrans.model import Tag, Tagged
from doctrans.sentences import cut, shorten, split
from tests.notation import tagged
from tests.test_spans import trees


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dr. Lee left. |He went 3.5 km. |It was late."),
        ("en", "Save the file name.txt now. |Then close it."),
        ("en", "Use config.Name here."),
        ("en", "The Bakery, est. 1985. |Load max. 500 kg. |Tel. 555 1234, rm. 12."),
        ("en", "We met at 5 p.m. EST. |Come in."),
        ("en", "It is the max. |It is 5 kg."),
        ("en", "See Fig. 3. |It is fine."),
        ("en", "See paras. 7 and 8. |Figs. 3 and 4 of para. 9 show it."),
        ("en", "See no. 5 and p. 12 first."),
        ("en", "Mon. – Thu. 8 to 5. |Come in."),
        ("en", "Ask Ms. Wood. |Or Mx. Hall."),
        ("en", "What?! |No... |Yes"),
        ("en", "It is 5 p.m. in Berlin, e.g. now."),
        ("en", "We close at 5 p.m. |The bar stays open."),
        ("en", "Delivery by 4:30 p.m. |Orders placed later wait."),
        ("en", "It starts at 3 p.m. EST. |Come in."),
        ("en", "It starts at 3 p.m. Monday and ends at 5 p.m. Eastern time."),
        ("en", "Click <1/> now"),
        ("en", "Now <1/> and <2/> so  |Then"),
        ("en", "Total incl. VAT, excl. Delivery"),
        ("en", "A.\u00a0Smith wrote it. |We read it."),
        ("fr", "M. Dupont est parti. |Il revient."),
        ("de", "Siehe Nr. 5 und Abs. 2. |Danach geht es weiter."),
        ("en", "One line<1/\n> runs on<2/\n> to here."),
        ("en", "Name<1/\t>| Value"),
        ("en", "<1!>Read this. |And that.</1> |Then go."),
        ("en", "Read <1!>this. And that.</1> |Then go."),
        ("en", "Read <1!>this. And that</1> page. |Then go."),
        ("en", "Read <1>this. |And that</1> page."),
        ("en", "Save it. |<1/foo()> does the rest. |<2/Is it? Yes.> |It is."),
        ("en", "It is a goose.<1>[5]</1> |All are.[6][7] |So."),
        ("en", "<1!>Home</1> · |<2!>Help</2> › |It is a·b."),
        ("en", "one<1/\n><2/\n>|two"),
        ("en", "Home » |Shop » |« Back · |Next »"),
        ("fr", "Elle dit « bonjour » à tous."),
        # a way through menus is a part of its sentence
        ("en", "See that <1>View</1> → <2>Snap to Guides</2> is on. |Then go."),
        ("en", "Choose File › Save As. |Open Edit → Find to go on. |Look."),
        ("en", "Home › |Our services › |St. Pancras"),
        ("en", "Home › |Blog › |Why is it loud?"),
        # elements that touch, and are set apart by their style
        ("en", "<1!>Colour</1>|<2!>Dark blue</2>"),
        ("en", "<1>New</1>|<2>Sale</2> Winter jacket"),
        ("en", "<3!><1>Free shipping</1>|<2>Shop now</2></3>"),
        ("en", "Read <3!><1>our terms</1><2>and rules</2></3> now"),  # no link is torn
        ("en", "<1>foot</1><2>ball</2>, <3>Java</3><4>Script</4>, <5>H</5><6>ello</6>"),
        ("en", "<1>re</1>use, <2>Note</2>This, <3>two</3> <4>words</4>, <5>un</5><6>like</6>"),
        ("en", "At <1>Sun</1><2>Trust</2> the <3>shipping</3><4>address</4>"),
        ("en", "<1>geo</1><2>fence</2>"),
        ("en", "Today: <1>Free shipping</1>|<2>Shop</2>"),
        ("en", "Messages: <1!>Open</1>|<2!>Archive</2>, <3!>more</3>|<4!>less</4>"),
        ("en", "<1>Total amount</1>|<2/><3>Apply</3>"),  # a field between them
        ("en", "<1>foot</1><2/><3>ball</3>"),
        ("sv", "<1>Ny</1><2>Rea</2>"),
    ],
)
def test_split(language: str, text: str) -> None:
    whole = tagged(text.replace("|", ""))
    pieces = split(whole, language)
    assert spans.join(pieces) == whole
    assert [piece.text for piece in pieces] == [tagged_text(part) for part in text.split("|")]


def tagged_text(notation: str) -> str:
    return re.sub(r"<[^>]*>", "", notation)


@pytest.mark.parametrize(
    ("text", "cut_text"),
    [
        ("Mon: |9 am", "Mon: |9 am"),
        ("<1!>Sat:</1> |10 am", "Sat: |10 am"),
        ("<1!>Sat: |10 am</1>", "Sat: |10 am"),
        ("<1!>Sat: |10 am</1> only", "Sat: 10 am only"),  # would tear a link
    ],
)
def test_cut_where_links_allow_it(text: str, cut_text: str) -> None:
    whole = tagged(text.replace("|", ""))
    pieces = cut(whole, tagged_text(text).index("|"))
    assert spans.join(pieces) == whole == cut(whole, None)[0]
    assert "|".join(piece.text for piece in pieces) == cut_text


def test_preformatted_lines() -> None:
    held = tagged("one\n<1/a.b>\n<2/c.d>\nfour")
    assert [piece.text for piece in split(held, "en", lines=True)] == ["one\n", "\n", "\n", "four"]
    assert len(split(Tagged("first line\nsecond line\n\nthird"), "en", lines=True)) == 3


def test_shorten_cuts_at_clauses_then_words_then_anywhere() -> None:
    def fits(text: str) -> bool:
        return len(text) <= 12

    assert [p.text for p in shorten(Tagged("first part, second part"), fits)] == [
        "first part, ",
        "second part",
    ]
    assert [p.text for p in shorten(Tagged("aaaa bbbb cccc dddd"), fits)] == [
        "aaaa bbbb ",
        "cccc dddd",
    ]
    assert "".join(p.text for p in shorten(Tagged("x" * 30), fits)) == "x" * 30


@given(st.text("ab. ?!\u00a0A1(\n\u202f中。", max_size=60))
def test_pieces_tile_any_text(text: str) -> None:
    assert "".join(piece.text for piece in split(Tagged(text), "en")) == text


@given(trees())
def test_pieces_join_to_the_same_value(value: Tagged) -> None:
    assert spans.join(split(value, "en")) == value
    assert spans.join(shorten(value, lambda text: len(text) < 4)) == value


def test_a_long_paragraph_takes_linear_time() -> None:
    """Quadratic time would be minutes."""
    assert len(split(Tagged("This is a sentence. " * 10_000), "en")) == 10_000
    many = spans.join(
        spans.rename(part, {tag: Tag(n, tag.kind, tag.name) for tag in part.tags})
        for n, part in enumerate([tagged("See <1!>it</1> now. ")] * 3000, start=1)
    )
    assert len(split(many, "en")) == 3000

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans import hoisting, reading, spans
from doctrans.errors import UsageError
from doctrans.model import Span, Tag, Tagged, TagKind
from tests.notation import tagged

CASES = [
    "",
    "plain",
    "Click <1>here</1><2/>.",
    "<1>all of it</1>",
    "<1><2>a</2> b</1> c",
    "<1/>text<2/>",
    "  <1/> a <2>b</2> <3/>  ",
    "a<1></1>b",
    "<1>a</1><2>b</2>",
    "<1!>x <2/foo()> y</1>",
    "<1/>",
    " ",
]


@st.composite
def trees(draw: st.DrawFn, depth: int = 3, counter: list[int] | None = None) -> Tagged:
    """Random nested tagged text."""
    counter = counter if counter is not None else [0]
    parts: list[Tagged] = []
    for _ in range(draw(st.integers(0, 4))):
        what = draw(st.sampled_from(["text", "pair", "whole", "point"]))
        if what == "text" or depth == 0:
            parts.append(Tagged(draw(st.text("ab .é𝄞\n", max_size=5))))
            continue
        counter[0] += 1
        number = counter[0]
        if what == "point":
            tag = Tag(number, TagKind.POINT, "p", draw(st.sampled_from(["", "\n", "x()"])))
            parts.append(Tagged("", (Span(0, 0, (tag,)),)))
        else:
            inner = draw(trees(depth=depth - 1, counter=counter))
            parts.append(spans.wrap(inner, (Tag(number, TagKind(what), "w"),)))
    return spans.join(parts)


@given(trees())
def test_notation_is_read_as_it_was_written(value: Tagged) -> None:
    assert reading.tagged(reading.notation(value), value) == value


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("<3>a</3>", "<3> is no tag of its source. It has <1>, <2/>."),
        ("<2>a</2>", "<2> is no tag of its source"),
        ("<1/>a", "<1/> is no tag of its source"),
        ("<2/><1>a<2/></1>", "<2/> is there twice"),
        ("</1>a", "</1> closes what is not the innermost"),
        ("<1>a", "<1> is not closed"),
    ],
)
def test_notation_that_is_none(said: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        reading.tagged(said, tagged("<1>x</1><2/>"))
    assert told in str(error.value)


def test_formatting_is_repeated_and_left_out() -> None:
    source = tagged("a <1>b</1> <2>c</2>")
    assert reading.tagged("<1>B</1> &lt;3> < <1>&amp;lt;</1>", source) == tagged(
        "<1>B</1> &lt;3> < <1>&amp;lt;</1>"
    )


@pytest.mark.parametrize("notation", CASES)
def test_notation_and_hoist_give_the_same_again(notation: str) -> None:
    value = tagged(notation)
    assert hoisting.hoist(value).around(hoisting.hoist(value).core) == value
    assert spans.join([value]) == value


@given(trees(), st.lists(st.integers(0, 60), max_size=4))
def test_what_is_cut_is_joined_again(value: Tagged, cuts: list[int]) -> None:
    length = len(value.text)
    edges = sorted({0, length, *(cut for cut in cuts if cut <= length)})
    parts = [spans.slice_(value, a, b) for a, b in pairwise(edges)]
    if length:
        assert spans.join(parts) == value


@given(trees())
def test_hoist_is_undone_by_around(value: Tagged) -> None:
    hoisted = hoisting.hoist(value)
    assert hoisted.around(hoisted.core) == value
    readable = reading.readable(hoisted.core)
    assert readable == readable.strip()
    assert not spans.faults(value, value)


@given(trees())
def test_renumber_is_undone_by_rename(value: Tagged) -> None:
    numbered, names = spans.renumber(value)
    assert [tag.id for tag in numbered.tags] == list(range(1, len(value.tags) + 1))
    assert spans.rename(numbered, names) == value


@given(trees(), st.data())
def test_a_rewritten_text_is_read_so(value: Tagged, data: st.DataObject) -> None:
    """With the same tags, or not at all."""
    words = reading.readable(value).split(" ")
    words[data.draw(st.integers(0, len(words) - 1))] = "other"
    text = " ".join(words)
    made = reading.rewritten(value, text)
    if made is not None:
        assert reading.readable(made) == text
        assert not spans.faults(value, made)


def test_words_are_rewritten_under_their_tags() -> None:
    value = tagged("Der <1>alte Arzt</1>, den <2>Lee</2> rief.")
    made = reading.rewritten(value, "Die alte Ärztin, die Lee rief.")
    assert made and reading.notation(made) == "Die <1>alte Ärztin</1>, die <2>Lee</2> rief."
    assert reading.rewritten(value, "Der alte Arzt, den Kim Lee rief.") is None


@given(trees())
def test_materialise_is_undone(value: Tagged) -> None:
    readable, points = reading.materialise(value)
    assert reading.dematerialise(readable, points) == value


@pytest.mark.parametrize(
    ("whole", "lead", "outer", "core", "trail"),
    [
        ("<1/> <2><3>a</3> b</2> <4/>", "<1/> ", "2", "<3>a</3> b", " <4/>"),
        ("<1><2>a</2></1>", "", "12", "a", ""),
        ("<1>a</1> b", "", "", "<1>a</1> b", ""),
        ("<1> <2/> </1>", "<1> <2/> </1>", "", "", ""),
        ("<1><2/>a</1>", "<1><2/></1>", "1", "a", ""),
        ("- <1>a</1> b", "- ", "", "<1>a</1> b", ""),
        ("**a b*", "**", "", "a b", "*"),
        ("2 * 3*", "", "", "2 * 3*", ""),
        ("« <1>a</1>", "« ", "1", "a", ""),
        ("‹ a", "‹ ", "", "a", ""),
        ("a » ", "", "", "a", " » "),
        ("« a »", "", "", "« a »", ""),  # a quotation, whole or begun
        ("« a.", "", "", "« a.", ""),
    ],
)
def test_hoist(whole: str, lead: str, outer: str, core: str, trail: str) -> None:
    hoisted = hoisting.hoist(tagged(whole))
    assert hoisted.lead == tagged(lead)
    assert "".join(str(tag.id) for tag in hoisted.outer) == outer
    assert hoisted.core == tagged(core)
    assert hoisted.trail == tagged(trail)


@pytest.mark.parametrize(
    ("source", "target", "problem"),
    [
        ("<1>a</1> b", "b <1>a</1>", ""),
        ("<1>a</1> b", "<1>b</1> a <1>c</1>", ""),
        ("<1!>a</1> b", "<1!>b</1> a <1!>c</1>", "several pieces"),
        ("a <1/>", "a", "missing"),
        ("a <1/>", "a <1/><1/>", "several pieces"),
        ("a", "a <1/>", "not of this text"),
        ("<1><2>a</2> b</1>", "<1>b</1> <2>a</2>", "nested otherwise"),
        ("<1>a</1> <2>b</2>", "<1>a <2>b</2></1>", "nested otherwise"),
        ("<1!>a<2/>b</1>", "<1!>ab<2/></1>", ""),
    ],
)
def test_faults(source: str, target: str, problem: str) -> None:
    found = " ".join(spans.faults(tagged(source), tagged(target)))
    assert problem in found if problem else not found


def test_strip() -> None:
    value = tagged("<1>a <2>b</2></1><3/> <4></4>c")
    first, second, third, fourth = value.tags
    assert spans.strip(value, {first}) == tagged("a <2>b</2><3/> <4></4>c")
    assert spans.strip(value, {second, fourth}) == tagged("<1>a b</1><3/> c")
    assert spans.strip(value, {first, second, third, fourth}) == tagged("a b c")


@pytest.mark.parametrize(
    ("whole", "core", "expected"),
    [
        (
            "Read <1!>the guide<2/></1>",
            "<1!>den Leitfaden</1> lesen",
            "<1!>den Leitfaden<2/></1> lesen",
        ),
        ("Read <1!>it. </1>", "<1!>Es</1> lesen.", "<1!>Es</1> lesen. "),
        ("<1!><2/> The guide</1> is", "Da ist <1!>er</1>", " Da ist <1!><2/>er</1>"),
        ("Read <1!><3>it</3><2/> </1>", "<1!><3>Es</3></1> lesen", "<1!><3>Es</3><2/></1> lesen "),
        ("Read <1>it. </1>", "<1>Es</1> lesen.", "<1>Es</1> lesen.<1> </1>"),
    ],
)
def test_a_link_over_the_edge_of_a_reordered_core_stays_whole(
    whole: str, core: str, expected: str
) -> None:
    source = tagged(whole)
    own = {tag.id: tag for tag in source.tags}
    value = tagged(core)
    value = spans.rename(value, {tag: own[tag.id] for tag in value.tags})
    assert reading.notation(hoisting.hoist(source).around(value)) == expected.replace("!", "")


def test_squeeze() -> None:
    assert spans.squeeze(tagged("a  <1> b</1>  <2/> c")) == tagged("a <1>b</1> <2/> c")
    assert spans.squeeze(tagged("a  <1></1>  b  c")) == tagged("a <1></1> b c")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<1>N</1>ext", True),
        ("un<1>der</1>line", True),
        ("the <1!>int</1>s", True),
        ("<1>w</1><2>e</2>", True),
        ("H<1>2</1>O and 21<2>st</2>", False),  # no letter beside a letter
        ("<1>one</1> <2>two</2>, <3>three</3>", False),
        ("soft<1/>ware", False),  # what stands in a word without holding a part of it
        ("Straße", False),
        ("我们<1>喜欢</1>你", False),  # a script without spaces
    ],
)
def test_cuts_word(text: str, expected: bool) -> None:
    assert spans.cuts_word(tagged(text)) is expected


def test_in_word() -> None:
    assert [tag.id for tag in spans.in_word(tagged("un<1>der</1>line <2>it</2>"))] == [1]
    assert [tag.id for tag in spans.in_word(tagged("ISA<1>2</1> and <2>so</2> on"))] == [1]
    assert spans.in_word(tagged("FOO<1>®</1>, <2>bar</2>.")) == ()


def test_notation_of_text_that_looks_like_tags() -> None:
    assert (
        reading.notation(tagged("a &lt;1> <1>b &amp; c</1><2/>")) == "a &lt;1> <1>b &amp; c</1><2/>"
    )

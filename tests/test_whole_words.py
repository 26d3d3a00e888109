"""Marks inside words, which are put at the edges of these."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given

import doctrans
from doctrans import reading, spans
from doctrans.model import Segment, Span, Tag, Tagged, TagKind
from doctrans.report import State
from doctrans.whole_words import restored
from tests.formats.docx.builders import docx, member, p, r
from tests.notation import tagged
from tests.test_pipeline import TableEngine, run, shown
from tests.test_spans import trees

UNSEEN = {TagKind.POINT: "wbr", TagKind.WHOLE: "a"}


def marks(value: Tagged, names: dict[TagKind, str] = UNSEEN) -> Tagged:
    """With its tags as those of the names, by their kind."""
    return spans.rename(
        value, {t: t if t.equiv else replace(t, name=names.get(t.kind, t.name)) for t in value.tags}
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The man<1/>ual.", "The manual<1/>."),
        ("The man<1/><2/>ual.", "The manual<1/><2/>."),
        ("The man<1!></1>ual.", "The manual<1!></1>."),
        ("pay<1/>ment", "payment<1/>"),
        ("do<1/>n't", "don't<1/>"),
        ("well-kno<1/>wn", "well-known<1/>"),
        # What may begin a range stays before the word, and before what may end it.
        ("a <1/>Over<2/>lap<3/>ping<4/> b", "a <1/><2/><3/>Overlapping<4/> b"),
        ("c<1/>ust<2/>om<3/>er paid<4/>", "<1/><2/>customer<3/> paid<4/>"),
        # Within the tags around it, and through none.
        ("<1>The man<2/>ual</1> is", "<1>The manual<2/></1> is"),
        ("<1!>man<2/></1>ual", "<1!><2/>man</1>ual"),
        ("man<1/>u<2>al</2> is", "manu<2>al</2><1/> is"),
        ("man<1/>u<2>al is</2>", "<1/>manu<2>al is</2>"),
        ("A <1>ma</1>n<2/>u<3>al is</3>", "A <2/><1>ma</1>nu<3>al is</3>"),
        ("<1!>a ma</1>n<2/>u<3>al is</3>", "<1!>a ma</1>n<2/>u<3>al is</3>"),
        ("ma<1>n<2/>u</1>al", "ma<1>n<2/>u</1>al"),
        ("<1!>x a</1>b<2/><3!>c<4></4></3>", "<1!>x a</1>b<2/><3!>c<4></4></3>"),
    ],
)
def test_words_are_in_one_piece(before: str, after: str) -> None:
    assert restored(marks(tagged(before))) == marks(tagged(after))


@pytest.mark.parametrize(
    "text",
    [
        "man<1/>",
        "<1/>man",
        "a<1/>-b",
        "1<1/>2",
        "ISA<1/>2",
        "old<1/\n>and",
        "Fig<1/x>ure",
        "Fig<1/x><2/>ure",
        "man<1>ual</1>",
        "中<1/>文",
        "",
        "<1/>",
    ],
)
def test_others_stay(text: str) -> None:
    assert restored(marks(tagged(text))) == marks(tagged(text))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *((TagKind.POINT, name) for name in ("drawing", "sym", "pict", "pgNum", "field:PAGE")),
        *((TagKind.POINT, name) for name in ("img", "svg", "input", "button", "a", "span", "b")),
        (TagKind.POINT, "footnoteReference"),
        (TagKind.PAIR, "span"),  # an icon, by its class
        (TagKind.WHOLE, "i"),
    ],
)
def test_what_may_be_shown_stays(kind: TagKind, name: str) -> None:
    text = "Press<1/>to go" if kind is TagKind.POINT else "Press<1!></1>to go"
    value = spans.rename(tagged(text), {t: Tag(1, kind, name) for t in tagged(text).tags})
    assert restored(value) == value


def test_what_is_shown_parts_words() -> None:
    before, after = "an<1/>no<2/\n>ta<3/>te", "anno<1/><2/\n>tate<3/>"
    assert restored(marks(tagged(before))) == marks(tagged(after))


S, E, REFERENCE = "bookmarkStart", "bookmarkEnd", "commentReference"


@pytest.mark.parametrize(
    ("before", "names", "after"),
    [
        ("man<1/>ual guide<2/> x", [S, E], "<1/>manual guide<2/> x"),
        ("<1/>The man<2/>ual x", [S, E], "<1/>The manual<2/> x"),
        ("<1/>The man<2/><3/>ual x", [S, E, REFERENCE], "<1/>The manual<2/><3/> x"),
        ("m<1/>anu<2/>al x", [S, E], "<1/>manual<2/> x"),
        ("m<1/>an<2/>u<3/>al x", [S, E, S], "<1/><3/>manual<2/> x"),
        ("man<1/><2/>ual x", [E, S], "<2/>manual<1/> x"),
        # An empty range stays empty.
        ("man<1/><2/>ual x", [S, E], "manual<1/><2/> x"),
        ("ma<1/><2/>nu<3/>al x", [S, E, "wbr"], "<1/><2/>manual<3/> x"),
    ],
)
def test_ranges_keep_their_words(before: str, names: list[str], after: str) -> None:
    value = tagged(before)
    named = {t: replace(t, name=names[t.id - 1]) for t in value.tags}
    assert reading.notation(restored(spans.rename(value, named))) == after


def test_pictures_part_words() -> None:
    value = tagged("Choose Fi<1/>le<2/>Sa<3/>ve")
    names = {1: "wbr", 2: "sym", 3: "bookmarkEnd"}
    named = spans.rename(value, {t: replace(t, name=names[t.id]) for t in value.tags})
    assert reading.notation(restored(named)) == "Choose File<1/><2/>Save<3/>"


@given(trees())
def test_the_text_and_all_else_stay(value: Tagged) -> None:
    value = marks(value)
    after = restored(value)
    assert after.text == value.text
    assert not spans.faults(value, after)
    assert restored(after) == after
    seen = {
        tag
        for s in value.spans
        if s.end > s.start or s.tags[-1].equiv or s.tags[-1].kind is TagKind.PAIR
        for tag in s.tags
    }
    gone = [tag for tag in value.tags if tag not in seen]
    assert spans.strip(after, gone) == spans.strip(value, gone)


def test_many_take_linear_time() -> None:
    points = [Tag(n, TagKind.POINT, "wbr") for n in range(1, 20_001)]
    parts = [part for n, p in enumerate(points) for part in (Span(n, n, (p,)), Span(n, n + 1))]
    start = time.perf_counter()
    assert restored(Tagged("a" * len(points), tuple(parts))).tags == tuple(points)
    assert time.perf_counter() - start < 5


def segment(notation: str) -> Segment:
    value = marks(tagged(notation))
    return Segment("s1", value.text, value.spans)


def test_the_engine_reads_whole_words() -> None:
    engine = TableEngine({"The manual<1/> is old": ["Das Handbuch<1/> ist alt"]})
    report = run(engine, segment("The man<3/>ual is old"))[0]
    assert shown(report) == "Das Handbuch<3/> ist alt"
    assert [p.tag.id for p in report.placements] == [3]


def test_a_mark_in_the_last_word_is_at_the_edge() -> None:
    engine = TableEngine({"The window": ["Das Fenster"]})
    report = run(engine, segment("The wind<3/>ow"))[0]
    assert shown(report) == "Das Fenster<3/>"


def test_text_that_is_kept_keeps_them() -> None:
    report = run(TableEngine({}, native=False), segment("It was in Ju<1/>ne 2014"))[0]
    assert report.state is State.KEPT
    assert report.target.tagged == report.source.tagged


def test_pages() -> None:
    page = "<p>Please read the man<a id=x></a>ual.</p><p>Close the wind<wbr>ow now.</p>"
    made = doctrans.translate_html(page, to="de", source="en")
    assert "Handbuch<a id=x></a>." in made or "Anleitung<a id=x></a>." in made
    assert "Fenster<wbr> " in made


def test_pictures_of_pages_stay_between_words() -> None:
    page = "<p>Press<img src=a.png>to go on.</p>"
    made = doctrans.translate_html(page, to="de", source="en", fit="off")
    assert "<img src=a.png>" in made
    assert "Pressto" not in made and "fort" in made


def test_marks_of_word() -> None:
    point = '<w:bookmarkStart w:id="2" w:name="_GoBack"/><w:bookmarkEnd w:id="2"/>'
    gone = '<w:del w:id="3" w:author="A"><w:r><w:delText>w</w:delText></w:r></w:del>'
    content = p(r("Please read the man"), point, r("ual.")) + p(
        r("The wind"), gone, r("ow is open.")
    )
    text = member(doctrans.translate_docx(docx(content), to="de", source="en", fit="off"))
    assert "Handbuch" in text or "Anleitung" in text
    assert "Fenster" in text
    assert point in text and gone in text

"""Optional hyphens, which say nothing about the words of another language."""

from __future__ import annotations

from hypothesis import given

import doctrans
from doctrans.model import Range, Segment, Tagged
from doctrans.report import State
from doctrans.soft_hyphens import dropped
from tests.formats.docx.builders import docx, member, p
from tests.test_pipeline import TableEngine, one, run, shown
from tests.test_spans import trees

SHY = "\u00ad"


def test_they_are_dropped_before_translation() -> None:
    engine = TableEngine({"The <1>department</1>": ["Die <1>Abteilung</1>"]})
    report = one(engine, f"The <4>de{SHY}part{SHY}ment</4>")
    assert shown(report) == "Die <4>Abteilung</4>"
    assert [(p.tag.id, p.way.value) for p in report.placements] == [(4, "native")]


def test_text_that_is_kept_keeps_them() -> None:
    for text in (f"1{SHY}2", f"It was 20{SHY}14.", f"{SHY}"):
        report = one(TableEngine({}, native=False), text)
        assert report.state is not State.TRANSLATED
        assert report.target.tagged == report.source.tagged


def test_what_the_format_froze_is_found_again() -> None:
    text = f"a{SHY}b {{x{SHY}}} {SHY}c"
    segment = Segment("s1", text, frozen=(Range(1, 2), Range(4, 8), Range(9, 11)))
    after = dropped(segment)
    assert after.text == "ab {x} c"
    assert [after.text[slice(*place)] for place in after.frozen] == ["{x}", "c"]
    (report,) = run(TableEngine({"ab <1/> <2/>": ["ba <1/> <2/>"]}), segment)
    assert report.target.text == "ba {x} c"


@given(trees())
def test_all_else_stays(value: Tagged) -> None:
    assert dropped(Segment("s1", value.text, value.spans)).tagged == value
    hyphenated = value.text.replace("a", SHY)
    after = dropped(Segment("s1", hyphenated, value.spans))
    assert after.text == hyphenated.replace(SHY, "")
    assert after.tagged.tags == value.tags


def test_those_of_word() -> None:
    word = f"<w:r><w:t>The de</w:t><w:softHyphen/><w:t>part{SHY}ment is big.</w:t></w:r>"
    number = "<w:r><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>"
    made = doctrans.translate_docx(docx(p(word) + p(number)), to="de", source="en", fit="off")
    text = member(made)
    assert "Die Abteilung ist groß." in text
    assert SHY not in text
    assert text.count("<w:softHyphen/>") == 1


def test_those_of_pages() -> None:
    page = "<p>The de&shy;part&shy;ment is big.</p><p>1&shy;2</p>"
    made = doctrans.translate_html(page, to="de", source="en", fit="off")
    assert made == "<p>Die Abteilung ist groß.</p><p>1&shy;2</p>"

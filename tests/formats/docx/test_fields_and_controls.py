"""Fields and content controls: which words of theirs are text, and which repeat others."""

from __future__ import annotations

import pytest

from doctrans.model import SegmentKind
from tests.formats.docx.builders import control, field, p, part, r
from tests.formats.docx.reading import BEGIN, END, SEPARATE, read, words

BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("", "Due: <1>May 5</1>"),
        ('<w:type w:val="regular"/>', "Due: <1>May 5</1>"),
        *(
            (f'<w:type w:val="{type_}"/>', "Due: <1/>")
            for type_ in ("number", "date", "currentDate", "currentTime", "calculated")
        ),
    ],
)
def test_form_fields_with_data_stay(type_: str, expected: str) -> None:
    filled = field("FORMTEXT", r("May 5"))
    held = f'"begin"><w:ffData><w:textInput>{type_}</w:textInput></w:ffData></w:fldChar>'
    document = read(p(r("Due: "), filled.replace('"begin"/>', held, 1)))
    assert words(document) == [expected]


@pytest.mark.parametrize(
    ("content", "expected", "noted"),
    [
        (field("Project_name \\h", r("Dam")), "In <1>Dam</1>", False),
        (f'<w:fldSimple w:instr=" _ref5 ">{r("Dam")}</w:fldSimple>', "In <1>Dam</1>", False),
        (field("CustomerName", r("Dam")), "In <1/>", True),
        (field("Custom \\* MERGEFORMAT", r("Dam")), "In <1/>", True),
        (f'<w:fldSimple w:instr="Custom">{r("Dam")}</w:fldSimple>', "In <1/>", True),
        (field("Custom", r("12")), "In <1/>", False),
    ],
)
def test_only_a_bookmark_alone_is_a_reference(content: str, expected: str, noted: bool) -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="project_Name"/><w:bookmarkEnd w:id="1"/>'
    other = part("w:hdr", p(marks.replace("project_Name", "_Ref5"), r("Top")))
    document = read(p(r("In "), content) + p(marks), header=other)
    assert words(document)[0] == expected
    assert [note.code for note in document.notes] == ["field-results"] * noted


TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p(r("Department: ", BOLD), control(r("Sales"))), ["Department: <1/>", "Sales"]),
        (p(r("Name"), TAB, control(r("Ann")), TAB, r("Date")), ["Name<1/><2/><3/>Date", "Ann"]),
        (
            p(r("Name: "), control(r("Ann")), TAB, r("Date: "), control(r("May"), 2)),
            ["Name: <1/><2/>Date: <3/>", "Ann", "May"],
        ),
        (
            p(r("Name: "), control(r("Ann")), r(" \xa0Address: "), control(r("Here"), 2)),
            ["Name: <1/> \xa0Address: <2/>", "Ann", "Here"],
        ),
        (
            p(r("From: "), control(r("May")), r(" To: "), control(r("June"), 2), r("  now")),
            ["From: <1/> To: <2>June</2>  now", "May"],
        ),
        (
            p(r("Note: "), control(r("he")), r(" has this to say: "), control(r("no"), 2)),
            ["Note: <1>he</1> has this to say: <2/>", "no"],
        ),
        (
            p(r("From: "), control(r("May")), r("  last date of return: "), control(r("June"), 2)),
            ["From: <1/>  last date of return: <2/>", "May", "June"],
        ),
        (
            p(r("Tel.: "), control(r("none")), r(" Fax: Second Email: "), control(r("ask"), 2)),
            ["Tel.: <1/> Fax: Second Email: <2/>", "none", "ask"],
        ),
        (
            p(r("It is between: "), control(r("us")), r(" Company who shall pay the following:")),
            ["It is between: <1>us</1> Company who shall pay the following:"],
        ),
        (
            p(r("Dear Sir: "), control(r("we")), r("  has confirmed it and sends these items:")),
            ["Dear Sir: <1>we</1>  has confirmed it and sends these items:"],
        ),
        (p(r("Note: "), control(r("He")), r(" Limited pays:")), ["Note: <1>He</1> Limited pays:"]),
        (p(control(r("Term")), r(": what it means")), ["<1/>: what it means", "Term"]),
        (p(r("Dear "), control(r("name")), r(", we")), ["Dear <1>name</1>, we"]),
        (p(r("Note: "), control(r("he")), r(" left")), ["Note: <1>he</1> left"]),
        (p(control(r("All of it"))), ["<1>All of it</1>"]),
        (p(r("A: "), control(r("b")), TAB, r("C: "), control(r("d"))),
         ["A: <1>b</1><2/>C: <3>d</3>"]),  # two of one id
        (p(r("A: "), control(r("b") + '<w:bookmarkStart w:id="1"/>')), ["A: <1>b<2/></1>"]),
        (p(BEGIN.format("REF x"), SEPARATE, r("A: "), control(r("b")), END),
         ["<1>A: <2>b</2></1>"]),
    ],
)  # fmt: skip
def test_a_control_beside_a_label_is_a_segment_of_its_own(
    paragraph: str, expected: list[str]
) -> None:
    assert words(read(paragraph)) == expected


CHOICES = (
    '<w:dropDownList><w:listItem w:displayText="Sales team" w:value="7"/>'
    '<w:listItem w:displayText="12" w:value="12"/></w:dropDownList>'
)


def test_the_choices_of_a_list_are_labels() -> None:
    legacy = '<w:ffData><w:ddList><w:listEntry w:val="Large"/></w:ddList></w:ffData>'
    document = read(
        p(r("Team: "), control(r("Sales team"), 1, CHOICES))
        + p(f'<w:r><w:fldChar w:fldCharType="begin">{legacy}</w:fldChar></w:r>', END, r("size"))
    )
    assert [(s.text, s.kind) for s in document.segments if s.kind is SegmentKind.LABEL] == [
        ("Sales team", SegmentKind.LABEL),
        ("12", SegmentKind.LABEL),
        ("Large", SegmentKind.LABEL),
    ]


def test_what_shows_a_choice_is_a_reference() -> None:
    document = read(
        p(r("The "), control(r("red"), 1, CHOICES), r(" car "), control(r("won"), 2))
        + p(r("A "), field("FORMDROPDOWN", r("red")), r(" car"))
    )
    tags = [tag for s in document.segments for tag in s.tagged.tags]
    assert [(tag.name, tag.refers) for tag in tags] == [
        ("sdt:dropDownList", True),
        ("sdt", False),
        ("field:FORMDROPDOWN", True),
    ]


def test_fields_that_repeat_a_heading_are_references() -> None:
    result = r("Our rules")
    document = read(p(r("See "), field(r"REF _a \h", result), field('IF 1 = 1 "x"', result)))
    assert [tag.refers for tag in document.segments[0].tagged.tags] == [True, False]

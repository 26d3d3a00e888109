"""Words that are not translated, in notes; and what date pickers are told."""

from __future__ import annotations

import pytest

from doctrans.formats.docx import DocxFormat
from doctrans.model import Severity
from tests.formats.docx.builders import control, docx, field, member, p, part, r
from tests.formats.docx.reading import BEGIN, BOX, END, SEPARATE, read, words
from tests.formats.docx.translators import through, translated, upper

WORDY = "<m:r><m:rPr><m:nor/></m:rPr><m:t>if open</m:t></m:r>"
MATH = f"<m:oMath>{WORDY}</m:oMath>"
SIGNS = "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"
FORM = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:type="{}" w:val="Your name"/>'
    '<w:textInput><w:default w:val="{}"/></w:textInput></w:ffData></w:fldChar></w:r>'
    "<w:r><w:instrText>FORMTEXT</w:instrText></w:r>" + SEPARATE + r("12") + END
)

REPEATING = (
    '<w15:repeatingSection xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<w15:sectionTitle w15:val="Add a person"/></w15:repeatingSection>'
)
DELETED = '<w:del w:id="1"><w:r><w:delText>{}</w:delText></w:r></w:del>'
CODE = part("w:styles", '<w:style w:styleId="Src"><w:name w:val="Source Code"/></w:style>')


VERSIONS = (
    '<mc:AlternateContent><mc:Choice Requires="w14">{}</mc:Choice>'
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
HYPERLINK = "<w:hyperlink>{}</w:hyperlink>"


def simple(instruction: str, result: str) -> str:
    instruction = instruction.replace('"', "&quot;")
    return f'<w:fldSimple w:instr=" {instruction} ">{result}</w:fldSimple>'


@pytest.mark.parametrize(
    ("content", "code", "count"),
    [
        (f"<m:oMath>{WORDY}{WORDY}</m:oMath>", "equation-words", 1),
        (MATH * 2, "equation-words", 2),
        (MATH.replace("<m:nor/>", ""), "equation-words", 0),
        (MATH.replace("<m:nor/>", '<m:nor m:val="0"/>'), "equation-words", 0),
        (MATH.replace("if open", "x"), "equation-words", 0),
        (SIGNS.format("arg max f"), "equation-words", 0),
        (SIGNS.format("speed of car"), "equation-words", 1),
        (SIGNS.format("speed"), "equation-words", 0),
        (FORM.format("text", "your name"), "form-texts", 2),
        (FORM.format("autoText", "12"), "form-texts", 0),
        (field("MACROBUTTON NoMacro [Click here]", ""), "field-prompts", 1),
        (BEGIN.format("MACROBUTTON NoMacro Click") + END, "field-prompts", 1),
        (BEGIN.format("MACROBUTTON NoMacro ") + END, "field-prompts", 0),
        (field('IF 1 = 1 "Dear Sir" ""', r("Dear Sir")), "field-strings", 1),
        (field('IF 1 = 1 "1" "2"', r("1")), "field-strings", 0),
        (simple('FILLIN "Your name?"', r("Ada")), "field-strings", 1),
        (
            field(r'GREETINGLINE \f "&lt;&lt;_BEFORE_ Dear &gt;&gt;" \l 1033', r("Dear Ann")),
            "field-strings",
            1,
        ),
        (field(r'HYPERLINK "http://a.b" \o "Our page"', r("x")), "field-strings", 1),
        (field('HYPERLINK "http://a.b"', r("x")), "field-strings", 0),
        (field('XE "pump:parts"', ""), "index-entries", 1),
        (field(r'DATE \@ "d MMMM"', r("5 May")), "field-dates", 1),
        (simple("SAVEDATE", r("5 May")), "field-dates", 1),
        (field("DATE", r("5/5/20")), "field-dates", 0),
        (field("PAGE", r("5")), "field-dates", 0),
        (field("DOCPROPERTY Status", r("Draft")), "field-results", 1),
        (field("DOCPROPERTY Number", r("12")), "field-results", 0),
        (field("INFO Keywords", r("pumps")), "field-results", 1),
        (field('COMMENTS "For us"', r("For us")), "field-results", 1),
        (field('COMMENTS "For us"', ""), "field-strings", 1),
        (simple("DOCVARIABLE State", r("new")), "field-results", 1),
        (field("ADDIN X", field('HYPERLINK "a"', r("see there"))), "field-results", 1),
        (field("AUTHOR", r("Ada")), "field-results", 0),
        (control(r("x"), 1, '<w:alias w:val="Your name"/>'), "control-titles", 1),
        (control(r("x"), 1, '<w:alias w:val="7"/>'), "control-titles", 0),
        (control(r("x"), 1, REPEATING), "control-titles", 1),
        (DELETED.format("gone"), "deleted-text", 1),
        (DELETED.format("gone") * 2, "deleted-text", 2),
        (DELETED.format("w"), "deleted-text", 0),
        (f'<w:moveFrom w:id="1">{r("gone")}</w:moveFrom>', "deleted-text", 0),
        (f'<w:moveFrom w:id="1">{DELETED.format("gone")}</w:moveFrom>', "deleted-text", 1),
        (r("get it", '<w:rStyle w:val="Src"/>') * 2, "code-text", 1),
        (r("x", '<w:rStyle w:val="Src"/>'), "code-text", 0),
        (VERSIONS.format(r("New"), r("Old")), "alternate-words", 1),
        (VERSIONS.format("", HYPERLINK.format(r("Old"))), "alternate-words", 0),
        (VERSIONS.format(r("12"), r("-")), "alternate-words", 0),
        (f"<w:r>{VERSIONS.format('<w:sym/>', '<w:t>Old</w:t>')}</w:r>", "alternate-words", 1),
        (f"<w:r>{VERSIONS.format('<w:sym/>', '<w:t>x</w:t>')}</w:r>", "alternate-words", 0),
        (f"{VERSIONS.format(p(r('New')), p(r('Old')))}", "alternate-words", 0),
        ("<w:pPr/>" + r("two"), "late-properties", 1),
    ],
)
def test_what_is_not_translated_is_noted(content: str, code: str, count: int) -> None:
    notes = {note.code: note for note in read(p(r("One "), content), styles=CODE).notes}
    assert list(notes) == [code] * (count > 0)
    if count:
        assert notes[code].message.endswith(f": {count}.")
        loud = code in ("equation-words", "field-prompts", "late-properties", "alternate-words")
        assert notes[code].severity is (Severity.WARNING if loud else Severity.INFO)


def test_tips_of_links_in_drawn_text_are_noted() -> None:
    link = '<a:hlinkClick r:id="rId9" tooltip="Go there"/>'
    drawn = f"<a:p><a:r><a:rPr>{link}</a:rPr><a:t>Sales</a:t></a:r></a:p>"
    picture = f'<w:r><w:drawing><wp:docPr id="1" name="x">{link}</wp:docPr></w:drawing></w:r>'
    document = read(p(picture), chart=part("c:chartSpace", drawn))
    assert [s.text for s in document.segments] == ["Go there", "Sales"]
    assert [(n.code, n.message.split()[-1]) for n in document.notes] == [("link-tips", "1.")]


@pytest.mark.parametrize(("text", "count"), [("Dear all", 1), ("x = 1", 0)])
def test_paragraphs_in_styles_for_code_are_noted(text: str, count: int) -> None:
    content = p(r(text), properties='<w:pPr><w:pStyle w:val="Src"/></w:pPr>')
    notes = read(content + p(BOX.format(content, content)), styles=CODE).notes
    assert [(note.code, note.message.split()[-1]) for note in notes] == [
        ("code-text", "2.")
    ] * count


@pytest.mark.parametrize(("name", "count"), [("BIBLIOGRAPHY", 1), ("LINK", 0)])
def test_data_over_several_paragraphs_is_noted_where_it_stays(name: str, count: int) -> None:
    content = p(BEGIN.format(name), SEPARATE) + p(r("A book of pumps")) + p(END, r("One"))
    assert [note.code for note in read(content).notes] == ["field-results"] * count


def test_copies_for_older_programs_are_not_counted() -> None:
    inside = p(field('XE "pump"', ""), MATH, r("One"))
    notes = read(p(BOX.format(inside, inside))).notes
    assert [note.message.split()[-1] for note in notes] == ["1.", "1."]


@pytest.mark.parametrize(
    ("paragraph", "words_", "count"),
    [
        (p(r("One"), "<w:pPr/>", r(" two")), [], 1),
        (p(r("One"), "<w:pPr/>"), [], 1),
        (p("<w:pPr/>", r("One"), "<w:pPr/>"), [], 1),
        (p(r("12"), "<w:pPr/>"), [], 1),
        (p("<w:r><w:tab/></w:r>", "<w:pPr/>"), [], 0),
        (p("<!-- kept -->", "<w:pPr/>", r("One")), ["One"], 0),
        ("<a:p><a:endParaRPr/><a:r><a:t>One</a:t></a:r></a:p>", [], 1),
        ("<a:p><a:pPr/><a:r><a:t>One</a:t></a:r><a:endParaRPr/></a:p>", ["One"], 0),
    ],
)
def test_paragraphs_out_of_order_stay(paragraph: str, words_: list[str], count: int) -> None:
    source = docx(paragraph + p(r("Last")))
    document = DocxFormat().read(source)
    assert words(document) == [*words_, "Last"]
    assert [note.code for note in document.notes] == ["late-properties"] * count
    output = member(through(source, upper))
    assert (paragraph if count else paragraph.replace("One", "ONE")) in output


PICKER = control(
    r("May 5"), 1, '<w:date><w:dateFormat w:val="MMMM d"/><w:lid w:val="{}"/></w:date>'
)


@pytest.mark.parametrize("around", [p(r("On "), PICKER), p(PICKER), p(r("When:"), PICKER)])
def test_date_pickers_write_the_language_of_the_translation(around: str) -> None:
    source = docx(around.format("en-US") + p(r("One", '<w:lang w:val="en-US"/>')))
    assert '<w:lid w:val="de-DE"/>' in member(through(source, upper, "de"))
    assert '<w:lid w:val="en-US"/>' in member(through(source, upper))
    written = DocxFormat().write(translated(DocxFormat().read(source), upper, "de"))
    assert [note.code for note in written.notes] == ["language-set", "date-pickers"]


MARKED = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (p(r("One"), properties=MARKED) + p(r("and the same.")), 1),
        (p(r("One"), properties=MARKED) * 2 + p(r("and the same.")), 2),
        (
            p(r("One"), properties=MARKED)
            + p(DELETED.format("gone"), properties=MARKED) * 2
            + '<w:bookmarkEnd w:id="3"/>'
            + p(r("and the same.")),
            1,
        ),
        (p(r("One")) + p(r("and another.")), 0),
        (p(r("One"), properties=MARKED) + p(DELETED.format("gone")) + p(r("and another.")), 0),
        (p(r("One"), properties=MARKED) + p() + p(r("and another.")), 0),
        # One of the two goes.
        (p(DELETED.format("gone"), properties=MARKED) + p(r("All.")), 0),
        (p(r("All."), properties=MARKED) + p(DELETED.format("gone")), 0),
        (p(r("All."), properties=MARKED) + p(), 0),
        (p(r("All."), properties=MARKED), 0),
    ],
)
def test_paragraphs_that_become_one_are_told(content: str, found: int) -> None:
    notes = [note for note in read(content).notes if note.code == "joined-paragraphs"]
    assert [note.severity for note in notes] == [Severity.WARNING] * bool(found)
    assert all(f": {found}." in note.message for note in notes)

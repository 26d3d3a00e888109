# ruff: noqa: E501 (tables of XML: one case a line)
"""What writing does to the XML: only words change, by the letter."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from random import Random

import docx as python_docx
import pytest
from lxml import etree

from doctrans import spans
from doctrans.errors import UsageError
from doctrans.formats.docx import DocxFormat
from doctrans.model import Document, Severity, Span, Tagged
from tests.formats.docx.builders import (
    STRICT,
    body,
    control,
    docx,
    field,
    files,
    member,
    p,
    part,
    r,
    zipped,
)
from tests.formats.docx.reading import BEGIN, BOX, END, SEPARATE
from tests.formats.docx.test_fields_and_controls import TAB
from tests.formats.docx.test_looks import ITALIC, LARGE, SMALL, change
from tests.formats.docx.test_read import LINK, RUBY
from tests.formats.docx.translators import shuffle, through, translated, upper
from tests.notation import tagged

FORMAT = DocxFormat()
BOLD = "<w:b/>"
START, STOP = '<w:bookmarkStart w:id="1" w:name="x"/>', '<w:bookmarkEnd w:id="1"/>'


def paragraph(data: bytes) -> str:
    """The first paragraph's XML."""
    text = member(data)
    return text[text.index("<w:p>") : text.rindex("</w:p>") + len("</w:p>")]


def written(content: str, notation: str, **options: str) -> str:
    """The paragraph with the words of `notation` under the tags of the same numbers."""
    document = FORMAT.read(docx(content, **options))
    tags = {tag.id: tag for tag in document.segments[0].tagged.tags}
    wanted = tagged(notation)
    parts = tuple(Span(s.start, s.end, tuple(tags[tag.id] for tag in s.tags)) for s in wanted.spans)
    segment = document.segments[0].with_tagged(Tagged(wanted.text, parts))
    document = replace(document, segments=(segment, *document.segments[1:]))
    output = FORMAT.write(document).data
    FORMAT.verify(document, output)
    return paragraph(output)


T = '<w:t xml:space="preserve">{}</w:t>'


@pytest.mark.parametrize(
    ("content", "notation", "expected"),
    [
        (p(r("One "), r("two")), "Eins zwei", p(r("Eins zwei"))),
        ("<w:p><w:r><w:t>One</w:t></w:r></w:p>", "Eins", "<w:p><w:r><w:t>Eins</w:t></w:r></w:p>"),
        (
            "<w:p><w:r><w:t>One</w:t></w:r></w:p>",
            "Eins ",
            '<w:p><w:r><w:t xml:space="preserve">Eins </w:t></w:r></w:p>',
        ),
        (p(r("a &amp; b")), "x &lt; &amp; >", p(r("x &lt; &amp; &gt;"))),
        (p(r("a")), "e\u2011mail", p(f"<w:r>{T.format('e')}<w:noBreakHyphen/>{T.format('mail')}</w:r>")),
        (p(r("a")), "e\xadmail", p(f"<w:r>{T.format('e')}<w:softHyphen/>{T.format('mail')}</w:r>")),
        (p(r("from 40\u201150 to e\u2011mail")), "E-Mail: 40-50, 4-5 und So-Da",
         p(r("E\u2011Mail: 40\u201150, 4-5 und So-Da".replace("\u2011", '</w:t><w:noBreakHyphen/>' + T[:-8])))),
        (p(r("a man-made e\u2011mail")), "x men-mäd y-mäl",
         p(r("x men-mäd y") + f"<w:r><w:noBreakHyphen/>{T.format('mäl')}</w:r>")),
        (p(r("plain text "), r("bold", BOLD)), "<1>fett</1> zuerst", p(r("fett", BOLD), r(" zuerst"))),
        (p(r("plain text "), r("bold", BOLD)), "<1>zwei</1> und <1>mehr</1>",
         p(r("zwei", BOLD), r(" und "), r("mehr", BOLD))),
        (p(r("plain text "), r("bold", BOLD)), "nur Text", p(r("nur Text"))),
        (p(r("a "), RUBY.format("", r("word"))), "<1!>Wort</1> ein", p(RUBY.format("", r("Wort")), r(" ein"))),
        (p(r("see "), LINK.format(r("here")), r(" now")), "<1!>hier</1> siehe",
         p(LINK.format(r("hier")), r(" siehe"))),
        (p(r("a"), "<w:r><w:tab/></w:r>", r("b")), "b<1/>a", p("<w:r>" + T.format("b") + "<w:tab/>" + T.format("a") + "</w:r>")),
        (p(r("a "), '<w:bookmarkStart w:id="1"/>', r("b"), '<w:bookmarkEnd w:id="1"/>'), "<2/>b<1/> a",
         p('<w:bookmarkStart w:id="1"/>', r("b"), '<w:bookmarkEnd w:id="1"/>', r(" a"))),
        (p(r("page "), field("PAGE", r("3"))), "<1/>. Seite",
         p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
           ' PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
           r("3"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', r(". Seite"))),
    ],
)  # fmt: skip
def test_words_are_put_into_the_source_s_own_runs(
    content: str, notation: str, expected: str
) -> None:
    assert _bare(written(content, notation)) == _bare(expected)


def _bare(xml: str) -> str:
    """Neighbouring runs that look alike read as one."""
    return xml.replace("</w:r><w:r>", "")


SYMBOL = '<w:sym w:font="Wingdings" w:char="F0FE"/>'
NOTE = '<w:footnoteReference w:id="2"/>'
MARKED = '<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>'


@pytest.mark.parametrize(
    ("content", "notation", "expected"),
    [
        (p(f"<w:r>{SYMBOL}</w:r>", r(" One")), "<1/> Eins", p(f"<w:r>{SYMBOL}</w:r>", r(" Eins"))),
        (p(f"<w:r>{SYMBOL}<w:tab/></w:r>", r("One")), "<1/><2/>Eins", p(f"<w:r>{SYMBOL}<w:tab/></w:r>", r("Eins"))),
        (p(r("One "), f"<w:r>{SYMBOL}</w:r>", r(" two")), "zwei <1/> eins",
         p(r("zwei "), f"<w:r>{SYMBOL}</w:r>", r(" eins"))),
        (p(f"<w:r>{T.format('One ')}{SYMBOL}{T.format(' two')}</w:r>"), "zwei <1/> eins",
         p(r("zwei "), f"<w:r>{SYMBOL}</w:r>", r(" eins"))),
        (p(f"<w:r>{T.format('One')}{NOTE}{T.format(' two')}</w:r>"), "Eins<1/> zwei",
         p(r("Eins"), f"<w:r>{NOTE}</w:r>", r(" zwei"))),
        (p(f"<w:r>{MARKED}</w:r>"), "<1/>x", p(f"<w:r>{MARKED.replace('*', 'x')}</w:r>")),
    ],
)  # fmt: skip
def test_words_share_no_run_with_a_symbol(content: str, notation: str, expected: str) -> None:
    content = content.replace("*", "a")  # what is no letter is not translated
    assert written(content, notation) == expected


def test_a_control_beside_a_label_keeps_its_place() -> None:
    item = '<w:comboBox><w:listItem w:displayText="{}" w:value="team"/></w:comboBox>'
    content = p(r("My ", BOLD), r("team: "), control(r("Sales"), 1, item.format("Sales")))
    assert member(through(docx(content), upper, "ar")).count("<w:pPr><w:bidi/></w:pPr>") == 1
    expected = control(r("SALES"), 1, item.format("SALES"))
    output = paragraph(through(docx(content), upper))
    assert output == p(r("MY ", BOLD), r("TEAM: "), expected)


@pytest.mark.parametrize("after", ["", " now"])
def test_a_choice_that_shows_its_value_gets_a_text(after: str) -> None:
    item = "<w:comboBox><w:listItem w:value='Sales &amp; co'{}/></w:comboBox>"
    source = p(r("My team: "), control(r("Sales"), 1, item.format("")), r(after) if after else "")
    shown = item.format(' w:displayText="SALES &amp; CO"')
    expected = p(r("MY TEAM: "), control(r("SALES"), 1, shown), r(" NOW") if after else "")
    assert paragraph(through(docx(source), upper)) == expected
    assert through(docx(source), lambda tagged: tagged) == docx(source)


STORIES = {
    "styles": part("w:styles", '<w:style w:styleId="A"><w:name w:val="A"/></w:style>'),
    "header": part("w:hdr", p(r("Above"))),
    "footer": part("w:ftr", p(r("Page "), field("PAGE", r("1")))),
    "footnotes": part(
        "w:footnotes", f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", r(" Foot"))}</w:footnote>'
    ),
    "endnotes": part("w:endnotes", f'<w:endnote w:id="2">{p(r("End"))}</w:endnote>'),
    "comments": part("w:comments", f'<w:comment w:id="0">{p(r("Aside"))}</w:comment>'),
    "chart": part(
        "c:chartSpace",
        '<a:p><a:pPr/><a:r><a:rPr lang="en-US" b="1"/><a:t>Sales</a:t></a:r><a:r><a:t> now</a:t></a:r>'
        '<a:endParaRPr lang="en-US"/></a:p><c:strCache><c:pt><c:v>Rain</c:v></c:pt></c:strCache>',
    ),
    "data": part("dgm:dataModel", "<a:p><a:r><a:t>Step</a:t></a:r></a:p>"),
    "drawing": part("dsp:drawing", '<a:p><a:r><a:rPr sz="9"/><a:t>Step</a:t></a:r></a:p>'),
}  # fmt: skip
RICH = (
    p(
        '<w:bookmarkStart w:id="1" w:name="a"/>',
        r("It is "),
        r("really", BOLD),
        "<w:proofErr/>",
        r(" good"),
        '<w:bookmarkEnd w:id="1"/>',
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        BOX.format(p(r("In "), r("box", BOLD)), p(r("In "), r("box", BOLD))),
        LINK.format(r("a link")),
        properties='<w:pPr><w:jc w:val="left"/></w:pPr>',
    )
    + p(BEGIN.format("TOC"), SEPARATE, field("HYPERLINK x", r("First") + field("PAGEREF x", r("3"))))
    + p(r("Last"), END, "<w:ins w:id='7'>" + r("in") + "</w:ins>", "<w:del w:id='8'>" + "<w:r><w:delText>x</w:delText></w:r></w:del>")
    + f"<w:tbl><w:tr><w:tc>{p(r('Cell'))}</w:tc></w:tr></w:tbl>"
)  # fmt: skip


@pytest.mark.parametrize("namespace", ["", STRICT])
@pytest.mark.parametrize("language", [None, "de", "ar", "zh-Hans", "pt-BR"])
def test_any_order_of_tags_is_written_and_verified(namespace: str, language: str | None) -> None:
    options = {"namespace": namespace} if namespace else {}
    data = docx(RICH, **STORIES, **options)
    for seed in range(8):
        output = through(data, shuffle(Random(seed)), language)
        assert through(output, lambda value: value) == output
    assert through(data, lambda value: value) == data


def test_a_text_box_and_its_copy_get_the_same_words() -> None:
    output = member(through(docx(RICH), upper))
    assert output.count('<w:t xml:space="preserve">BOX</w:t>') == 2
    assert output.count('"A BOX"') == 2


def test_untouched_parts_are_copied_raw_and_touched_ones_keep_the_rest() -> None:
    data = docx(
        p(r("One"), properties="<w:pPr>  <w:keepNext/></w:pPr>") + "<!-- kept --><w:p/>", **STORIES
    )
    document = FORMAT.read(data)
    first = document.segments[0].with_tagged(Tagged("Eins"))
    output = FORMAT.write(replace(document, segments=(first, *document.segments[1:]))).data
    assert member(output) == member(data).replace(">One<", ">Eins<")
    at = data.index(b"word/styles.xml") - 30
    end = data.index(b"PK\3\4", data.index(b"word/comments.xml"))
    assert data[at:end] in output


def test_utf16_parts_stay_utf16() -> None:
    wide = body(p(r("One"))).replace("UTF-8", "UTF-16").encode("utf-16")
    data = zipped(files("") | {"word/document.xml": wide})
    output = through(data, lambda value: Tagged("Ωμέγα 𝄞"))
    before = wide.decode("utf-16")
    again = FORMAT.read(output)
    assert again.segments[0].text == "Ωμέγα 𝄞"
    assert again.skeleton.texts["word/document.xml"].text == before.replace("One", "Ωμέγα 𝄞")


def test_tracked_formatting_is_recorded_once() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="9"><w:rPr/></w:rPrChange></w:rPr>'
    content = p(r("long plain text "), f"<w:r>{change}<w:t>bold</w:t></w:r>")
    assert written(content, "<1>a</1> b <1>c</1>").count("rPrChange w:id") == 1


@pytest.mark.parametrize(
    ("runs", "notation", "expected"),
    [
        ((r("a", change(1, BOLD)), r(" b")), "<1>x</1> y z", (r("x", change(1, BOLD)), r(" y z"))),
        ((r("a "), r("b", change(1, BOLD))), "<1>x</1> y", (r("x", change(1, BOLD)), r(" y"))),
        # Each is written once, as long as there are some.
        ((r("a ", change(1, BOLD)), r("b", ITALIC), r(" c", change(2, BOLD))), "x <1>y</1> z",
         (r("x ", change(1, BOLD)), r("y", ITALIC), r(" z", change(2, BOLD)))),
        ((r("a ", change(1, BOLD)), r("b ", change(2, BOLD)), r("c", ITALIC)), "<1>x</1> y <1>z</1>",
         (r("x", ITALIC), r(" y ", change(1, BOLD)), r("z", ITALIC))),
        ((r("a plain "), r("b", change(1, BOLD))), "<1>x</1> y <1>z</1>",
         (r("x", change(1, BOLD)), r(" y "), '<w:r><w:rPr></w:rPr>' + r("z")[5:])),
    ],
)  # fmt: skip
def test_tracked_formatting_stays_on_its_words(
    runs: tuple[str, ...], notation: str, expected: tuple[str, ...]
) -> None:
    assert written(p(*runs), notation) == p(*expected)


CHECKBOX = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'


@pytest.mark.parametrize(
    ("inside", "notation", "expected"),
    [
        ("☐ Accept it", "Ja: <1!>☒</1>", (r("Ja: "), r("☒"))),
        ("☐ Accept it", "<1!>☐ Ja</1>, jetzt", ("", r("☐ Ja"), r(", jetzt"))),
        ("☐", "Jetzt <1/>", (r("Jetzt "), r("☐"))),
    ],
)
def test_words_may_leave_a_box_to_tick(
    inside: str, notation: str, expected: tuple[str, ...]
) -> None:
    before, held, *after = expected
    content = p(r("Now "), control(r(inside), 1, CHECKBOX))
    assert written(content, notation) == p(before, control(held, 1, CHECKBOX), *after)


def test_words_in_another_script_keep_what_is_for_it() -> None:
    look = '<w:bCs/><w:szCs w:val="40"/><w:rtl/>'
    content = p(r("His name "), r("محمد", look), r(" means this."))
    assert written(content, "Das heißt <1>محمد</1>.") == p(r("Das heißt "), r("محمد", look), r("."))


L, S = LARGE, SMALL
SMALL_TITLE = (r("T", L), r("HE ", S), r("H", L), r("OUSE ", S))


@pytest.mark.parametrize(
    ("runs", "notation", "expected"),
    [
        (SMALL_TITLE, "DAS ÄLTERE HAUS 2",
         (r("D", L), r("AS ", S), r("Ä", L), r("LTERE ", S), r("H", L), r("AUS 2", S))),
        ((*SMALL_TITLE, r("OF ", S), r("M", L), r("E", S)), "ES IST DAS HAUS",
         (r("E", L), r("S ", S), r("I", L), r("ST ", S), r("D", L), r("AS ", S), r("H", L), r("AUS", S))),
        ((START, *SMALL_TITLE, TAB, STOP), "<1/>HAUS<2/><3/>A",
         (START, r("H", L), r("AUS", S)[:-6] + "<w:tab/></w:r>", STOP, r("A", L))),
        ((LINK.format("".join(SMALL_TITLE)), r("I", L), r("S", S)), "<1!>HAUS</1> IST",
         (LINK.format(r("H", L) + r("AUS", S)), r(" ", S), r("I", L), r("ST", S))),
        ((*SMALL_TITLE, r("OF THE 2024 ", S), r("K", L), r("ING", S)), "DER KÖNIG DES ROM",
         (r("D", L), r("ER ", S), r("K", L), r("ÖNIG DES ROM", S))),
        ((r("2. ", S), *SMALL_TITLE, r("AND ALL", S)), "2. DAS HAUS UND DER BAU",
         (r("2. ", S), r("D", L), r("AS ", S), r("H", L), r("AUS UND DER BAU", S))),
        ((r("OF ALL ", S), *SMALL_TITLE, r("Y", L), r("ES", S)), "AN DER YES",
         (r("AN DER ", S), r("Y", L), r("ES", S))),
        ((*SMALL_TITLE, r("2024", S)), "DAS JAHR 2024",
         (r("D", L), r("AS ", S), r("J", L), r("AHR 2024", S))),
        (SMALL_TITLE, "das haus", (r("das haus", S),)),
        (SMALL_TITLE, "بيت", (r("بيت", S),)),
    ],
)  # fmt: skip
def test_words_in_small_capitals_get_their_first_letters(
    runs: tuple[str, ...], notation: str, expected: tuple[str, ...]
) -> None:
    assert _bare(written(p(*runs), notation)) == _bare(p(*expected))


FIT = '<w:fitText w:val="900" w:id="5"/>'
INSERTED = '<w:b/><w:ins w:id="{}" w:author="Ann"/>'


@pytest.mark.parametrize(
    ("runs", "notation", "expected"),
    [
        ((r("Fit", FIT), r("ted", FIT)), "Breit", (r("Breit", FIT),)),
        ((r("a "), r("Fit", FIT)), "<1>b</1> c <1>d</1>", (r("b", FIT), r(" c "), r("d", FIT))),
        ((r("a ", INSERTED.format(1)), r("b", INSERTED.format(2))), "c", (r("c", INSERTED.format(1)),)),
    ],
)  # fmt: skip
def test_ids_in_properties_are_those_of_what_belongs_together(
    runs: tuple[str, ...], notation: str, expected: tuple[str, ...]
) -> None:
    assert written(p(*runs), notation) == p(*expected)


def test_signatures_are_dropped_with_a_note() -> None:
    types = "application/vnd.openxmlformats-package.digital-signature-{}"
    link = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    members = files(
        p(r("Signed")),
        types=f'<Override PartName="/_xmlsignatures/sig1.xml" ContentType="{types.format("xmlsignature+xml")}"/>'
        f'<Default Extension="sigs" ContentType="{types.format("origin")}"/>',
        package_relationships=f'<Relationship Id="rId9" Type="{link}" Target="_xmlsignatures/origin.sigs"/>',
    )
    signature = {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}
    data = zipped(members | signature)
    document = FORMAT.read(data)
    assert FORMAT.write(document).data == data
    changed = translated(document, upper)
    output = FORMAT.write(changed)
    FORMAT.verify(changed, output.data)
    assert [(n.code, n.severity) for n in output.notes] == [("signature-dropped", Severity.WARNING)]
    assert "ignature" not in member(output.data, "[Content_Types].xml")
    assert "ignature" not in member(output.data, "_rels/.rels")
    assert b"_xmlsignatures" not in output.data


def test_characters_that_xml_cannot_hold_are_left_out_with_a_note() -> None:
    document = translated(FORMAT.read(docx(p(r("x")))), lambda _: Tagged("a\0\x0bb\ud800c\uffff"))
    written = FORMAT.write(document)
    FORMAT.verify(document, written.data)
    assert FORMAT.read(written.data).segments[0].text == "abc"
    assert [note.code for note in written.notes] == ["characters-dropped"]


@pytest.mark.parametrize("words", ["<script>", "]]>", "&amp;", "a\rb", "\t\n", "{}", "𝄞"])
def test_words_come_back_as_they_were_given(words: str) -> None:
    data = docx(p(r("x")) + p(BOX.format(p(r("y")), p(r("y")))), **STORIES)
    output = through(data, lambda value: spans.join((value, Tagged(words + "1"))))
    assert all(segment.text.endswith(words + "1") for segment in FORMAT.read(output).segments)


def _illegal() -> list[tuple[str, str]]:
    return [
        ("lost point", "a b"),
        ("doubled point", "a<1/><2!>b</2><1/>"),
        ("split link", "<1/><2!>a</2> x <2!>b</2>"),
        ("lost link", "a<1/>b"),
    ]


@pytest.mark.parametrize("notation", [case[1] for case in _illegal()])
def test_illegal_tags_are_refused(notation: str) -> None:
    with pytest.raises(ValueError, match="segment document:p1"):
        written(p(r("a"), "<w:r><w:tab/></w:r>", LINK.format(r("b"))), notation)


def test_segments_of_another_document_are_refused() -> None:
    document = FORMAT.read(docx(p(r("a"))))
    other = replace(document, segments=(replace(document.segments[0], id="x"),))
    with pytest.raises(ValueError, match="not of this document"):
        FORMAT.write(other)
    with pytest.raises(UsageError):
        FORMAT.write(Document("docx", None, (), None))


def test_the_output_is_well_formed_for_others_too() -> None:
    output = through(docx(RICH, **STORIES), shuffle(Random(1)), "ar")
    package = FORMAT.read(output).skeleton.package
    for item in package.members:
        etree.parse(BytesIO(package[item.name]))
    assert python_docx.Document(BytesIO(output)).paragraphs


@pytest.mark.parametrize(
    ("content", "translation", "lost"),
    [
        (r("e\u2011mail"), "E-Mail", 0),
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t></w:r>", "Binde-Strich", 0),
        (r("non\u2011breaking"), "fester Binde-Strich", 0),
        (r("non\u2011breaking"), "fester Strich", 1),
        (r("non\u2011breaking"), "ein Binde-Strich-Wort", 1),
        (r("pre\u2011 and post\u2011war"), "vor- und nach-her", 0),
        (r("here:\u2011and there - now"), "hier - und:-da", 0),
        (r("well\u2011known, e\u2011mail"), "bekannt, E-Mail", 1),
        (r("well\u2011known"), "wohl\u2011bekannt", 0),
        (r("well-known"), "wohl-bekannt", 0),
    ],
)
def test_hyphens_that_have_become_plain_are_noted(
    content: str, translation: str, lost: int
) -> None:
    document = FORMAT.read(docx(p(content)))
    segment = document.segments[0].with_tagged(Tagged(translation))
    document = replace(document, segments=(segment,))
    output = FORMAT.write(document)
    FORMAT.verify(document, output.data)
    notes = [n for n in output.notes if n.code == "hyphens-plain"]
    assert [n.severity for n in notes] == [Severity.INFO] * lost
    assert all(f": {lost};" in n.message for n in notes)


def test_the_result_of_a_condition_is_translated_in_its_field() -> None:
    merged = field("MERGEFIELD n", r("Ann"))
    content = p(r("Dear "), field('IF 1 = 1 "Sir" "Madam"', r("Sir ") + merged))
    output = written(content, "Sehr geehrter <1>Herr <2/></1>")
    expected = field('IF 1 = 1 "Sir" "Madam"', r("Herr ") + merged)
    joined = [xml.replace("</w:r><w:r>", "") for xml in (output, p(r("Sehr geehrter "), expected))]
    assert joined[0] == joined[1]

"""What is a segment, what is a tag: a table of paragraphs in the compact notation."""

from __future__ import annotations

import pytest

from doctrans.formats.docx import DocxFormat
from doctrans.model import Limit, SegmentKind, Severity, TagKind
from doctrans.ports import ReadOptions
from tests.formats.docx.builders import MAIN, STRICT, body, control, docx, field, p, part, r, zipped
from tests.formats.docx.builders import files as package_files
from tests.formats.docx.reading import BEGIN, BOX, END, SEPARATE, read, words

BOLD, RSID = "<w:b/>", 'w:rsidR="00AA"'
PLACEHOLDER = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    "<w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>"
)
LINK = '<w:hyperlink r:id="rId9">{}</w:hyperlink>'


@pytest.mark.parametrize(
    ("paragraph", "expected", "names"),
    [
        (p(r("One "), r("two.")), "One two.", ""),
        (p(r("trans", "<w:noProof/>"), "<w:proofErr/>", r("lation")), "translation", ""),
        (p(f"<w:r {RSID}><w:t>a</w:t></w:r>", r("b", '<w:lang w:val="en-GB"/>')), "ab", ""),
        (p(r("I "), r("really", BOLD), r(" mean it.")), "I <1>really</1> mean it.", "run:b"),
        (p(r("All of it", BOLD)), "All of it", ""),
        (
            p(
                r("x", '<w:rFonts w:ascii="Signs"/>'),
                r("\xa0\xa0", '<w:sz w:val="9"/>'),
                r("Item"),
            ),
            "<1>x</1>\xa0\xa0Item",
            "run:rFonts",
        ),
        (
            p(r("really", BOLD), r(" "), r("bold", BOLD), r(" and plain text")),
            "<1>really bold</1> and plain text",
            "run:b",
        ),
        (p(r("a ", '<w:b w:val="1"/>'), r("b", BOLD)), "a b", ""),
        (
            p(r("x "), LINK.format(r("here", '<w:rStyle w:val="Hyperlink"/>'))),
            "x <1>here</1>",
            "hyperlink",
        ),
        (
            p(LINK.format(r("Call")), LINK.format(r("Book"))),
            "<1>Call</1><2>Book</2>",
            "hyperlink hyperlink",
        ),
        (p(LINK.format("<w:r><w:drawing/></w:r>"), r("x")), "<1/>x", "hyperlink"),
        (
            p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"),
            "a<1/>b<2/>c",
            "tab br",
        ),
        (p("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t></w:r>"), "e-mail", ""),
        (p(r("e\u2011mail")), "e-mail", ""),
        (p("<w:r><w:t>so</w:t><w:softHyphen/><w:t>ft</w:t></w:r>"), "so\u00adft", ""),
        (p(r("Page "), field("PAGE", r("3")), r(" of")), "Page <1/> of", "field:PAGE"),
        (p(r("See "), field("REF _Ref1 \\h", r("Table 1"))), "See <1>Table 1</1>", "field:REF"),
        (p(r("See §"), field("REF _Ref1 \\r", r("2.1"))), "See §<1/>", "field:REF"),
        (p(r("Dear "), field('IF 1 = 1 "Sir" "Madam"', r("Sir"))), "Dear <1>Sir</1>", "field:IF"),
        (
            p(field("IF a", r("Dear ") + field("MERGEFIELD n", r("Ann")))),
            "<1>Dear <2/></1>",
            "field:IF field:MERGEFIELD",
        ),
        (p(r("In "), field("TITLE", r("Our report"))), "In <1>Our report</1>", "field:TITLE"),
        (p(r("In "), field("info Title", r("Report"))), "In <1>Report</1>", "field:TITLE"),
        (p(r("In "), field('DOCPROPERTY "Title"', r("Report"))), "In <1>Report</1>", "field:TITLE"),
        (p(r("In "), field("DOCPROPERTY Company", r("Pump"))), "In <1/>", "field:DOCPROPERTY"),
        (p(r("In "), field("INFO Author", r("Ada"))), "In <1/>", "field:AUTHOR"),
        (p(r("In "), field("Customer \\h", r("Dam"))), "In <1/>", "field:CUSTOMER"),
        (p(r("In "), field("=SUM(ABOVE)", r("one"))), "In <1/>", "field:=SUM(ABOVE)"),
        (p(r("To: "), field("FORMTEXT", r("The shop"))), "To: <1>The shop</1>", "field:FORMTEXT"),
        (
            p(field('HYPERLINK "http://x"', r("a link") + field("PAGEREF x", r("7")))),
            "<1>a link<2/></1>",
            "field:HYPERLINK field:PAGEREF",
        ),
        (
            p(r("by "), f'<w:fldSimple w:instr=" AUTHOR ">{r("Ada")}</w:fldSimple>'),
            "by <1/>",
            "field:AUTHOR",
        ),
        (
            p("<w:r><w:t>a</w:t><w:tab/>" + BEGIN.format("PAGE").removeprefix("<w:r>") + END),
            "a<1/><2/>",
            "tab field:PAGE",
        ),
        (
            p(
                r("kept "),
                "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
                f'<w:ins w:id="1">{r("new")}</w:ins>',
            ),
            "kept <1/><2>new</2>",
            "del ins",
        ),
        (
            p(
                f'<w:moveFrom w:id="1">{r("old")}</w:moveFrom>',
                f'<w:moveTo w:id="2">{r("place")}</w:moveTo>',
            ),
            "<1/><2>place</2>",
            "moveFrom moveTo",
        ),
        (p(r("Show"), r("hide", "<w:vanish/>"), r("n")), "Show<1/>n", "hidden"),
        (
            p(r("Call the "), r("get_it", "<w:noProof/>"), r(" function now")),
            "Call the <1/> function now",
            "code",
        ),
        (
            p(r("note"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r(".")),
            "note<1/>.",
            "footnoteReference",
        ),
        (
            p(
                '<w:bookmarkStart w:id="0" w:name="x"/>',
                r("on"),
                r("e"),
                '<w:bookmarkEnd w:id="0"/>',
                r(" two"),
            ),
            "<1/>one<2/> two",
            "bookmarkStart bookmarkEnd",
        ),
        (
            p(r("bo", BOLD), '<w:bookmarkEnd w:id="0"/>', r("ld", BOLD), r(" and plain")),
            "<1>bo<2/>ld</1> and plain",
            "run:b bookmarkEnd",
        ),
        (p(r("x = "), "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), "x = <1/>", "oMath"),
        (p(PLACEHOLDER), "<1>Click here</1>", "sdt"),
        (p("<w:r><w:t> trimmed </w:t></w:r>"), "trimmed", ""),
        (p("<w:r><w:t><![CDATA[a < b]]><!-- c --> &amp; c</w:t></w:r>"), "a &lt; b &amp; c", ""),
        (
            p(r("H"), r("2", '<w:vertAlign w:val="subscript"/>'), r("O")),
            "H<1>2</1>O",
            "run:vertAlign",
        ),
    ],
)
def test_a_paragraph_is_one_segment(paragraph: str, expected: str, names: str) -> None:
    document = read(paragraph)
    assert words(document) == [expected]
    assert " ".join(tag.name for tag in document.segments[0].tagged.tags) == names


ITALIC, SIZE = "<w:i/>", '<w:sz w:val="22"/>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        # The full stop is plain, so the plain words are the base, few as they are.
        ((r("Save the file", BOLD), r(" now.")), "<1>Save the file</1> now."),
        ((r("The house", BOLD), r(" is "), r("old", ITALIC), r(".")),
         "<1>The house</1> is <2>old</2>."),
        ((r("The house is old", BOLD), r(".")), "<1>The house is old</1>."),
        ((r("Save the file", SIZE + BOLD), r(" now.", SIZE)), "<1>Save the file</1> now."),
        ((LINK.format(r("A house", BOLD) + r(" is.")), r(" now")), "<1><2>A house</2> is.</1> now"),
        # Never more tags than the look of most letters would need.
        ((r("Save it", BOLD), r(" or "), r("lose it.", BOLD)), "Save it<1> or </1>lose it."),
        ((r("One", SIZE), r(","), r(" two ", SIZE), r(" "), r("three", SIZE)),
         "One<1>,</1> two  three"),
        # Neither look adds to the other.
        ((r("Save the file", BOLD), r(" now.", ITALIC)), "Save the file<1> now.</1>"),
    ],
)  # fmt: skip
def test_words_that_formatting_is_added_to_have_no_tag(
    runs: tuple[str, ...], expected: str
) -> None:
    assert words(read(p(*runs))) == [expected]


def test_points_stand_for_what_a_reader_sees() -> None:
    content = p(
        "<w:r><w:t>a</w:t><w:tab/><w:br/></w:r>",
        field("SEQ Table", r("4")),
        r("f(x)", '<w:rStyle w:val="HTMLCode"/>'),
        r(" b"),
    )
    styles = part(
        "w:styles",
        '<w:style w:type="character" w:styleId="HTMLCode"><w:name w:val="HTML Code"/></w:style>',
    )
    tags = read(content, styles=styles).segments[0].tagged.tags
    assert [tag.equiv for tag in tags] == ["\t", "\n", "4", "f(x)"]
    assert {tag.kind for tag in tags} == {TagKind.POINT}


@pytest.mark.parametrize(
    "content",
    [
        p(),
        "<w:p/>",
        p(r("  ")),
        p(r("—")),
        p(field("PAGE", r("12"))),
        p("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"),
        p(r("secret", "<w:vanish/>")),
        p("<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"),
    ],
)
def test_nothing_to_translate(content: str) -> None:
    assert words(read(content)) == []


RUBY = (
    '<w:r><w:rPr><w:b/></w:rPr>{0}<w:ruby><w:rubyPr><w:hps w:val="9"/></w:rubyPr>'
    "<w:rt><w:r><w:t>reading</w:t></w:r></w:rt><w:rubyBase>{1}</w:rubyBase></w:ruby></w:r>"
)


@pytest.mark.parametrize(
    ("ruby", "expected", "note"),
    [
        (RUBY.format("", r("base", BOLD) + r(" word", BOLD)), "the <1>base word</1> now", "1."),
        (RUBY.format("", r("base", BOLD) + r(" word")), "the <1><2>base</2> word</1> now", "1."),
        (RUBY.format("", ""), "the <1/> now", "1, 1 with their words."),
        (RUBY.format("<w:tab/>", r("base")), "the <1/><2/> now", "1, 1 with their words."),
    ],
)
def test_the_words_under_a_reading_are_translated(ruby: str, expected: str, note: str) -> None:
    document = read(p(r("the "), ruby, r(" now")))
    assert words(document) == [expected]
    assert [n.message.partition(": ")[2] for n in document.notes if n.code == "ruby-kept"] == [note]


STYLES = part(
    "w:styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:styleId="Listing"><w:name w:val="My Listing"/>'
    '<w:link w:val="ListingChar"/></w:style>'
    '<w:style w:styleId="ListingChar"><w:name w:val="My Listing Char"/></w:style>'
    '<w:style w:styleId="Src"><w:name w:val="Source Code"/></w:style>'
    '<w:style w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>',
)
STYLED = (
    p(r("a = 1"), properties='<w:pPr><w:pStyle w:val="Listing"/></w:pPr>')
    + p(r("b = 2"), properties='<w:pPr><w:pStyle w:val="Src"/></w:pPr>')
    + p(r("use "), r("a", '<w:rStyle w:val="ListingChar"/>'), r("b", '<w:rStyle w:val="Ghost"/>'))
)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (ReadOptions(), ["a = 1", "use <1>a</1><2/>"]),
        (ReadOptions(skip_styles=("my listing",)), ["use <1/><2/>"]),
        (ReadOptions(skip_styles=("Listing",)), ["use <1/><2/>"]),
        (ReadOptions(also=frozenset({"pre"})), ["a = 1", "b = 2", "use <1>a</1><2/>"]),
    ],
)
def test_styles_that_are_not_translated(options: ReadOptions, expected: list[str]) -> None:
    assert words(read(STYLED, options, styles=STYLES)) == expected


def fonts(name: str, other: str | None = None) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{other or name}"/>'


SIGN_STYLES = part(
    "w:styles",
    f'<w:style w:styleId="Sign"><w:name w:val="Sign"/><w:rPr>{fonts("Webdings")}</w:rPr></w:style>'
    '<w:style w:styleId="Below"><w:name w:val="Below"/><w:basedOn w:val="Sign"/></w:style>',
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (p(r("Click "), r("\xe0", fonts("Wingdings")), r(" to go on")), "Click <1/> to go on"),
        (p(r("Click"), r(" \xe0 ", fonts("Wingdings 3")), r("now")), "Click<1/>now"),
        (p(r("Save "), r("save", fonts("Material Icons")), r(" it")), "Save <1/> it"),
        (p(r("Go "), r("a", fonts("Font Awesome 6 Free Solid")), r(" on")), "Go <1/> on"),
        (p(r("5 k"), r("W", fonts("Symbol")), r(" and more")), "5 k<1/> and more"),
        (p(r("One"), r(" ", fonts("Wingdings")), r("two")), "One two"),
        (p(r("One "), r("two", fonts("Wingdings", "Arial"))), "One <1>two</1>"),
        (p(r("One "), r("二つ", fonts("Symbol"))), "One <1>二つ</1>"),
        (p(r("One "), r("\uf0e0", fonts("Symbol"))), "One <1/>"),
        (
            p(r("One "), r("two", '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Symbol"/>')),
            "One <1>two</1>",
        ),
        (p(r("One "), r("a", '<w:rStyle w:val="Below"/>')), "One <1/>"),
        (p(r("One "), r("two", f'<w:rStyle w:val="Sign"/>{fonts("Arial")}')), "One <1>two</1>"),
        (
            p(
                r("a"),
                r(" One", fonts("Arial")),
                properties='<w:pPr><w:pStyle w:val="Sign"/></w:pPr>',
            ),
            "<1/> One",
        ),
        (p(r("abc", fonts("Wingdings"))), None),
    ],
)
def test_text_in_a_font_of_signs_is_no_words(content: str, expected: str | None) -> None:
    document = read(content, styles=SIGN_STYLES)
    assert words(document) == [expected] * (expected is not None)


def test_a_sign_parts_words_as_its_spaces_do() -> None:
    document = read(p(r("Click"), r(" \xe0 ", fonts("Wingdings")), r("now")))
    assert [tag.equiv for tag in document.segments[0].tagged.tags] == [" "]


@pytest.mark.parametrize(
    ("style", "expected"),
    [("My Listing", ["a = 1"]), ("listing", ["a = 1"]), ("Ghost", []), ("Nothing", [])],
)
def test_limits_on_the_length_of_paragraphs_in_a_style(style: str, expected: list[str]) -> None:
    limit = Limit(characters=9)
    document = read(STYLED, ReadOptions(length_limits=((style, limit),)), styles=STYLES)
    assert [s.text for s in document.segments if s.limits == (limit,)] == expected
    assert document.unused_limits == (() if expected else (style,))
    assert [note.code for note in document.notes] == ["hidden-text"]


def test_paragraphs_that_name_no_style_are_in_the_default_one() -> None:
    said = 'w:type="paragraph" w:default="1" w:styleId="Std"'
    styles = part("w:styles", f'<w:style {said}><w:name w:val="Normal"/></w:style>')
    named = p(r("Two"), properties='<w:pPr><w:pStyle w:val="Other"/></w:pPr>')
    options = ReadOptions(length_limits=(("normal", Limit(characters=9)),))
    document = read(p(r("One")) + named, options, styles=styles)
    assert [segment.text for segment in document.segments if segment.limits] == ["One"]


def test_notes_of_reading() -> None:
    options = ReadOptions(skip_styles=("Nothing",))
    document = read(
        p(r("x"), r("h", "<w:vanish/>")),
        options,
        macros="code",
        relationships='<Relationship Id="rId7" Type="x/image" Target="media/gone.png"/>'
        '<Relationship Id="rId8" Type="x/image" Target="http://a/b.png" TargetMode="External"/>',
    )
    assert {note.code for note in document.notes} == {
        "unknown-style",
        "hidden-text",
        "macros-carried",
        "dangling-relationship",
        "external-carried",
    }


def test_an_imported_file_is_no_part_with_text_whatever_its_type() -> None:
    members = package_files(
        p(r("Words")) + '<w:altChunk r:id="rId7"/>',
        types=f'<Default Extension="docx" ContentType="{MAIN}"/>',
        relationships='<Relationship Id="rId7" Type="x/aFChunk" Target="chunk.docx"/>',
    )
    document = DocxFormat().read(
        zipped({**members, "word/chunk.docx": docx(p(r("Imported")))}), ReadOptions()
    )
    assert [segment.text for segment in document.segments] == ["Words"]
    assert [note.code for note in document.notes] == ["embedded-carried"]


@pytest.mark.parametrize(
    ("content", "language", "expected"),
    [
        (p(r("x", '<w:lang w:val="en-GB"/>')), None, "en-GB"),
        (
            p(r("longer", '<w:lang w:val="en-GB"/>'), r("x", '<w:lang w:val="it-IT"/>')),
            None,
            "en-GB",
        ),
        (p(r("much longer than that"), r("x", '<w:lang w:val="it-IT"/>')), None, "fr-FR"),
        (p(r("x")), "nl", "nl"),
    ],
)
def test_language(content: str, language: str | None, expected: str) -> None:
    document = read(content, ReadOptions(language=language), styles=STYLES)
    assert document.language == expected


def test_a_document_may_say_no_language() -> None:
    assert read(p(r("x"))).language is None


def test_strict_names_and_utf16_are_read_alike() -> None:
    content = p(r("naïve "), r("b", BOLD), r(" text"))
    members = package_files(content)
    expected = words(DocxFormat().read(zipped(members)))
    strict = package_files(content, namespace=STRICT)
    assert words(DocxFormat().read(zipped(strict))) == expected == ["naïve <1>b</1> text"]
    wide = body(content).replace("UTF-8", "UTF-16").encode("utf-16")
    assert words(DocxFormat().read(zipped(members | {"word/document.xml": wide}))) == expected


def test_properties_on_request() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Plan</dc:title>'
        "<dc:creator>Ada</dc:creator><dc:subject/></cp:coreProperties>"
    )
    link = (
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    )
    members = package_files(p(r("x")), package_relationships=link)
    data = zipped(members | {"docProps/core.xml": core.encode()})
    assert words(DocxFormat().read(data)) == ["x"]
    document = DocxFormat().read(data, ReadOptions(also=frozenset({"properties"})))
    assert [(s.text, s.kind) for s in document.segments[1:]] == [("Plan", SegmentKind.PROPERTY)]
    # Controls that show them have nothing to go back to.
    bound = [
        p(control(r("Plan"), number, f'<w:dataBinding w:xpath="{path}"/>'))
        for number, path in enumerate(("/n:coreProperties[1]/d:title[1]", "/a[1]/b[1]"), start=1)
    ]
    members = package_files("".join(bound), package_relationships=link)
    data = zipped(members | {"docProps/core.xml": core.encode()})
    for also, count in (frozenset({"properties"}), 1), (frozenset(), 2):
        [note] = DocxFormat().read(data, ReadOptions(also=also)).notes
        assert note.code == "bound-controls"
        assert note.message.startswith(f"{count} paragraphs show stored data")


@pytest.mark.parametrize(
    ("content", "expected", "strays"),
    [
        (p(BEGIN.format("IF"), r("one")) + p(r("two")), ["one", "two"], 1),
        (p(BEGIN.format("PAGE"), SEPARATE, r("one")) + p(r("two")), ["one", "two"], 2),
        (p(r("one"), END) + p(r("two"), SEPARATE), ["one", "two"], 2),
        (p(BEGIN.format("IF")) + p(field("PAGE", r("x")), r("two")), ["two"], 1),
        (p(BEGIN.format("TOC"), SEPARATE, r("one")) + p(r("two"), END), ["one", "two"], 0),
        (p(f"<w:del>{END}</w:del>", r("one")), ["one"], 0),
        (p(BEGIN.format("A") * 60, r("code"), END * 60, r("one")), ["one"], 20),
        (p(BOX.format(p(BEGIN.format("IF"), r("one")), p(r("two"))), END), ["one", "two"], 2),
    ],
)
def test_a_field_mark_without_a_partner_hides_nothing(
    content: str, expected: list[str], strays: int
) -> None:
    document = read(content)
    texts = [s.text for s in document.segments if s.kind is not SegmentKind.ATTRIBUTE]
    assert texts == expected
    notes = [n for n in document.notes if n.code == "stray-field"]
    assert [n.message.split()[0] for n in notes] == [str(strays)] * bool(strays)
    assert all(n.severity is Severity.WARNING for n in notes)

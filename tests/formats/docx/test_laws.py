"""Laws of the format over random paragraphs: runs, looks, fields, containers, halves of pairs."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from doctrans import spans
from doctrans.formats.docx import DocxFormat
from doctrans.model import TagKind
from tests.formats.docx.builders import control, docx, field, p, r
from tests.formats.docx.test_read import BEGIN, BOX, END, LINK, RUBY, SEPARATE
from tests.formats.docx.translators import shuffle, through, translated, upper

FORMAT = DocxFormat()
LAWS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

LOOKS = st.sampled_from(
    [
        "",
        "<w:b/>",
        '<w:b w:val="true"/>',
        "<w:i/>",
        '<w:u w:val="single"/>',
        "<w:vanish/>",
        "<w:noProof/>",
        '<w:lang w:val="en-GB"/>',
        '<w:b/><w:rPrChange w:id="5"><w:rPr/></w:rPrChange>',
        '<w:b/><w:noProof/><w:rPrChange w:id="6"><w:rPr/></w:rPrChange>',
        '<w:fitText w:val="900" w:id="8"/>',
        '<w:szCs w:val="9"/><w:rtl/>',
        '<w:sz w:val="9"/>',
        '<w:rPrChange w:id="7"><w:rPr><w:b/></w:rPr></w:rPrChange>',
    ]
)
WORDS = st.text("ab Z.é𝄞‑م", max_size=6) | st.text("AB .", max_size=3)
INSIDE_RUN = st.sampled_from(
    [
        "<w:tab/>",
        "<w:br/>",
        "<w:noBreakHyphen/>",
        "<w:softHyphen/>",
        "<w:lastRenderedPageBreak/>",
        '<w:footnoteReference w:id="1"/>',
        "<w:drawing/>",
        "<w:t>x</w:t>",
        "<w:t> </w:t>",
        "<w:t/>",
    ]
)
BESIDE_RUNS = st.sampled_from(
    [
        "<w:proofErr/>",
        '<w:bookmarkStart w:id="1" w:name="n"/>',
        '<w:bookmarkEnd w:id="1"/>',
        '<w:commentRangeStart w:id="2"/>',
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
        "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>",
        "<!-- note -->",
        BEGIN.format("PAGE"),
        BEGIN.format("REF x"),
        SEPARATE,
        END,
        BOX.format(p(r("boxed")), p(r("boxed"))),
    ]
)
RUNS = st.one_of(
    st.builds(r, WORDS, LOOKS),
    st.lists(INSIDE_RUN, max_size=4).map(lambda parts: f"<w:r>{''.join(parts)}</w:r>"),
    BESIDE_RUNS,
)
WRAPPERS = st.sampled_from(
    [
        LINK.format,
        '<w:ins w:id="3">{}</w:ins>'.format,
        "<w:smartTag>{}</w:smartTag>".format,
        lambda inner: RUBY.format("", inner),
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format,
        lambda inner: r("Label: ") + control(inner, 1),
        lambda inner: control(inner, 2) + "<w:r><w:tab/></w:r>",
        '<w:fldSimple w:instr="REF x">{}</w:fldSimple>'.format,
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>'.format,
        lambda inner: field("PAGE", inner),
        lambda inner: field("HYPERLINK x", inner),
    ]
)
INLINE = st.recursive(
    RUNS,
    lambda inner: st.builds(
        lambda wrap, parts: wrap("".join(parts)), WRAPPERS, st.lists(inner, max_size=3)
    ),
    max_leaves=12,
)
PROPERTIES = st.sampled_from(
    [
        "",
        "<w:pPr><w:sectPr/></w:pPr>",
        "<w:pPr><w:bidi/><w:sectPr><w:type/></w:sectPr></w:pPr>",
        "<w:pPr><w:sectPr><w:bidi/></w:sectPr></w:pPr>",
    ]
)
PARAGRAPHS = st.builds(
    lambda parts, properties: p(*parts, properties=properties),
    st.lists(INLINE, max_size=7),
    PROPERTIES,
)
BODIES = st.lists(PARAGRAPHS, max_size=3).map("".join)


@LAWS
@given(BODIES)
def test_nothing_translated_is_nothing_changed(content: str) -> None:
    data = docx(content)
    document = FORMAT.read(data)
    assert FORMAT.write(document).data == data
    assert FORMAT.read(data) == document


FIELD = (
    '<w:r><w:fldChar w:fldCharType="{}"/></w:r>',
    '<w:r><w:instrText xml:space="preserve"> HYPERLINK x </w:instrText></w:r>',
)


@example(
    '<w:p><w:r><w:t xml:space="preserve">.</w:t></w:r>'
    f"{FIELD[0].format('begin')}{FIELD[1]}{FIELD[0].format('separate')}"
    '<w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">a\u2011</w:t></w:r>'
    f"{FIELD[0].format('end')}</w:p>",
    None,
)
@example(  # runs of two revisions
    '<w:p><w:r w:rsidR="00AA"><w:t xml:space="preserve">.</w:t></w:r>'
    f"{FIELD[0].format('begin')}{FIELD[1]}{FIELD[0].format('separate')}"
    '<w:r w:rsidR="00BB"><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">a\u2011</w:t></w:r>'
    f"{FIELD[0].format('end')}</w:p>",
    None,
)
@example(
    p(r("Label: "), control("", 1), r("\u2011"), control(r("x"), 2), "<w:r><w:tab/></w:r>"), None
)
@example(
    p(
        '<w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">Z</w:t></w:r>',
        r("Label: "), control("", 1), "<w:r><w:tab/></w:r>", r("Z"), r("Label: "), control("", 2),
    ),
    None,
)  # fmt: skip
@LAWS
@given(BODIES, st.sampled_from([None, "de", "ar"]))
def test_other_words_in_the_same_places(content: str, language: str | None) -> None:
    output = through(docx(content), upper, language)
    again = FORMAT.read(output)
    before = translated(FORMAT.read(docx(content)), upper)
    assert [s.text for s in again.segments] == [s.text for s in before.segments]


@LAWS
@given(BODIES, st.integers(0, 1000), st.sampled_from([None, "fr", "he"]))
def test_tags_in_any_legal_order(content: str, seed: int, language: str | None) -> None:
    through(docx(content), shuffle(Random(seed)), language)


@LAWS
@given(BODIES)
def test_segments_are_sound(content: str) -> None:
    for segment in FORMAT.read(docx(content)).segments:
        assert not spans.faults(segment.tagged, segment.tagged)
        assert spans.coalesce(segment.spans) == segment.spans
        for tag in segment.tagged.tags:
            assert len(spans.islands(segment.tagged, tag)) == 1 or tag.kind is TagKind.PAIR

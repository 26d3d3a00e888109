from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from doctrans import reading, spans
from doctrans.engines.ctranslate2 import native
from doctrans.engines.ctranslate2.description import TagTokens
from doctrans.engines.ctranslate2.tokenizer import SentencePiece
from doctrans.model import Tagged
from tests.notation import tagged
from tests.test_spans import trees

CHUNKS = TagTokens(encoding="chunks")
INLINE = TagTokens(encoding="inline", numbers=(1, 8))

SPACING = [
    # source, what a model says (chunk by chunk), its text with tags
    ("Click <1>here</1> to open.", "▁Klicke <1> ▁hier </1> ▁, ▁um", "Klicke <1>hier</1>, um"),
    ("Click <1>here</1>, please.", "▁Bitte <1> ▁hier </1> ▁klicken .",
     "Bitte <1>hier</1> klicken."),
    ("<1>Name</1>: text", "<1> ▁Name </1> ▁: ▁Text", "<1>Name</1>: Text"),
    ("the word<1/> and", "▁das ▁Wort <1/> ▁und", "das Wort<1/> und"),
    ("the word<1/>.", "▁Wort <1/> ▁ist", "Wort<1/> ist"),
    ("a <1/> b", "▁a <1/> ▁b", "a <1/> b"),
    ("press <1/>", "<1/> ▁drücken", "<1/> drücken"),
    ("<1>one</1> <2>two</2>", "<1> ▁eins </1> <2> ▁zwei </2>", "<1>eins</1> <2>zwei</2>"),
    ("<1>one</1>, <2>two</2>", "<1> ▁eins </1> ▁, <2> ▁zwei </2>", "<1>eins</1>, <2>zwei</2>"),
    ("<1>one</1>, <2>two</2>", "<1> ▁eins </1> <2> ▁zwei </2>", "<1>eins</1> <2>zwei</2>"),
    ("see <1>it</1> (<2>here</2>)", "▁siehe <1> ▁es </1> ▁( <2> ▁hier </2> ▁)",
     "siehe <1>es</1> (<2>hier</2>)"),
    ('say "<1>yes</1>" now', '▁sage ▁" <1> ▁ja </1> ▁" ▁jetzt', 'sage "<1>ja</1>" jetzt'),
    ("say <1>yes</1> now", "▁sage ▁„ <1> ▁ja </1> ▁“ ▁jetzt", "sage „<1>ja</1>“ jetzt"),
    ("the <1>mail</1> address", "▁die <1> ▁Mail </1> ▁- Adresse", "die <1>Mail</1>-Adresse"),
    ("use <1>this</1> .NET", "▁nutze <1> ▁das </1> ▁. NET", "nutze <1>das</1> .NET"),
    ("run <1>it </1>now", "▁starte <1> ▁es </1> ▁jetzt", "starte <1>es </1>jetzt"),
    ("run<1> it</1> now", "▁starte <1> ▁es </1> ▁jetzt", "starte<1> es</1> jetzt"),
    ("<1><2>big</2> house</1>", "<1> <2> ▁großes </2> ▁Haus </1>", "<1><2>großes</2> Haus</1>"),
    ("Do <1></1> it.", "▁Mach <1/> ▁es .", "Mach <1></1> es."),
    ("50<1>%</1> of", "▁50 <1> ▁% </1> ▁von", "50<1>%</1> von"),
    ("the <1>user</1>/<2>group</2>", "▁der <1> ▁Nutzer </1> ▁/ <2> ▁Gruppe </2>",
     "der <1>Nutzer</1>/<2>Gruppe</2>"),
    ("see <1>it</1>", "▁見 <1> ▁見 </1> ▁見", "見<1>見</1>見"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "pieces", "expected"), SPACING)
def test_spacing_at_tags_is_the_sources(
    bytes_tokenizer: SentencePiece, source: str, pieces: str, expected: str
) -> None:
    value = tagged(source)
    read = native.read(native.plan(value, CHUNKS), pieces.split(), bytes_tokenizer)
    assert read.spans is not None
    assert reading.notation(Tagged(read.text, read.spans)) == expected


@pytest.mark.parametrize(
    ("source", "pieces", "expected"),
    [
        ("red, <1>blue</1> or", "▁rot , <1> blau </1> ▁oder", "rot, <1>blau</1> oder"),
        ("<1>red</1>, <2>blue</2>", "<1> ▁rot </1> , <2> blau </2>", "<1>rot</1>, <2>blau</2>"),
        ("<1>red</1>,<2>blue</2>", "<1> ▁rot </1> , <2> blau </2>", "<1>rot</1>,<2>blau</2>"),
        ("<1>red</1>,<2>blue</2>", "<1> ▁rot </1> , <2> ▁blau </2>", "<1>rot</1>, <2>blau</2>"),
        ("1, <1>5</1> or", "▁1 , <1> 5 </1> ▁oder", "1,<1>5</1> oder"),
        ("a data <1>base</1> is", "▁eine ▁Daten <1> bank </1> ▁ist", "eine Daten<1>bank</1> ist"),
    ],
)
def test_a_model_that_says_where_spaces_are_forgets_that_behind_a_comma(
    bytes_tokenizer: SentencePiece, source: str, pieces: str, expected: str
) -> None:
    value, form = tagged(source), TagTokens(encoding="words", in_word=True)
    read = native.read(native.plan(value, form), pieces.split(), bytes_tokenizer)
    assert read.spans is not None
    assert reading.notation(Tagged(read.text, read.spans)) == expected


BROKEN = [
    # source, pieces, text
    ("Click <1>here</1>.", "▁Klicke <1> ▁hier .", "Klicke hier."),
    ("Click <1>here</1>.", "▁Klicke ▁hier .", "Klicke hier."),
    ("Click <1>here</1>.", "▁Klicke </1> ▁hier <1> ▁, ▁um", "Klicke hier, um"),
    ("Click <1>here</1>.", "▁Klicke <1> </1> ▁hier .", "Klicke hier."),
    ("Click <1>here</1>.", "▁Klicke <2> ▁hier </2> .", "Klicke hier."),
    ("<1>a</1> <2>b</2>", "<1> ▁a <2> ▁b </1> ▁c </2>", "a b c"),
    ("<1>a</1> <2>b</2>", "<1> ▁a <2> ▁b </2> </1>", "a b"),
    ("<1!>a</1> b", "<1> ▁a </1> ▁b <1> ▁c </1>", "a b c"),
    ("a <1/> b", "▁a <1/> ▁b <1/>", "a b"),
    ("a <1/> b", "▁a <1/> <1/> ▁b", "a b"),
    ("a <1/> b", "▁a ▁b </s>", "a b"),
    ("no tags", "▁keine <1> ▁Tags </1> .", "keine Tags."),
]


@pytest.mark.parametrize(("source", "pieces", "text"), BROKEN)
def test_broken_placeholders_leave_the_text_alone(
    bytes_tokenizer: SentencePiece, source: str, pieces: str, text: str
) -> None:
    read = native.read(native.plan(tagged(source), CHUNKS), pieces.split(), bytes_tokenizer)
    assert read.spans is None
    assert read.text == text


@pytest.mark.parametrize(
    ("notation", "asked"),
    [
        ("plain", True),
        ("a <1>b</1>", True),
        ("word<1/> next", True),
        ("ISA<1>2</1>", False),  # inside a word
        ("<1>a</1> b <1>c</1>", False),  # two islands
        ("a<1> </1>b", False),  # white space alone
        ("a <1></1> b", True),
        (" ".join(f"<{i}/>" for i in range(1, 13)), True),
        (" ".join(f"<{i}/>" for i in range(1, 14)), False),
    ],
)
def test_what_can_be_asked(notation: str, asked: bool) -> None:
    assert native.can_ask(tagged(notation), CHUNKS) is asked


def test_half_a_word_is_not_asked_for() -> None:
    form = replace(CHUNKS, in_word=True)
    assert native.can_ask(tagged("ISA<1>2</1> and <2>so</2> on"), form)
    assert not native.can_ask(tagged("<1>N</1>ext"), form)


@st.composite
def values(draw: st.DrawFn) -> Tagged:
    """Words, points, empty elements and nested pairs, with single spaces or none between them."""
    forms = st.sampled_from(["a", "b.", "(", ",", '"', "<{n}/>", "<{n}></{n}>"])
    wrapped = ["<{n}>%s</{n}>", "<{n}!>%s</{n}>", "<{n}>%s</{n}> ", " <{n}>%s</{n}>"]
    text = ""
    for n in range(1, draw(st.integers(2, 6))):
        part = draw(forms).replace("{n}", str(n))
        if draw(st.booleans()) and "<" not in part:
            part = draw(st.sampled_from(wrapped)).replace("{n}", str(n)) % part
        text += draw(st.sampled_from(["", " "])) + part
    value = tagged(" ".join(text.split()))
    return value if value.tags else draw(values())


@given(values() | trees().filter(lambda value: bool(value.tags)))
def test_what_goes_out_comes_back(bytes_tokenizer: SentencePiece, value: Tagged) -> None:
    assume(native.can_ask(value, CHUNKS) and " ".join(value.text.split()) == value.text)
    plan = native.plan(value, CHUNKS)
    encoded = plan.joined(bytes_tokenizer.encode([text for text, _ in plan.texts()]))
    read = native.read(plan, encoded.pieces, bytes_tokenizer)
    assert (read.text, read.spans) == (value.text, spans.coalesce(value.spans))
    assert read.ranges == encoded.ranges


@given(values(), st.sampled_from(["", "<1>", " >>de<<", " <2/>"]))
def test_inline_encoding_comes_back(
    nfkc_tokenizer: SentencePiece, value: Tagged, look_alike: str
) -> None:
    value = spans.join([value, Tagged(look_alike)])
    plan = native.plan(value, INLINE)
    [(text, tokens)] = plan.texts()
    encoded = plan.joined(nfkc_tokenizer.encode([text], [tokens]))
    read = native.read(plan, encoded.pieces, nfkc_tokenizer)
    assert (read.text, read.spans) == (value.text, spans.coalesce(value.spans))
    assert read.ranges == encoded.ranges

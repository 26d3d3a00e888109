"""The engine asks in the very tokens that training taught."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from doctrans.engines.ctranslate2.description import InstructionTokens, ModelDescription, TagTokens
from doctrans.engines.ctranslate2.texts import Job, Texts
from doctrans.engines.ctranslate2.tokenizer import SentencePiece
from doctrans.errors import UsageError
from doctrans.model import Gender, Instructions, Length, Request, Tagged, Term
from doctrans.training import vocabulary
from doctrans.training.lessons import context, terms
from doctrans.training.lines import parse
from doctrans.training.pairs import Pair
from doctrans.training.scores.held_out import tagged
from doctrans.training.vocabulary import Vocabulary

WORDS = Path(__file__).parents[2] / "training" / "en-multi"
TOLD = InstructionTokens(
    (vocabulary.TERM, vocabulary.AS, vocabulary.TERM_END),
    {"f": vocabulary.FEMALE, "m": vocabulary.MALE},
    {"short": vocabulary.SHORT, "long": vocabulary.LONG},
    vocabulary.SEPARATOR,
)
DESCRIBED = ModelDescription(
    WORDS,
    "taught",
    source_languages=("en",),
    target_languages=("de",),
    language_tokens={"de": ">>de<<"},
    source_prefix=("{target}",),
    inline_tags=TagTokens(encoding="words", in_word=True),
    instructions=TOLD,
)


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary(WORDS)


@pytest.fixture(scope="module")
def texts(words: Vocabulary) -> Texts:
    names = list(words.ids)
    one = SentencePiece(WORDS / vocabulary.MODEL, names, DESCRIBED.taught_tokens()[0])
    return Texts(DESCRIBED, one, one, 400)


def asked(texts: Texts, source: Tagged, told: Instructions) -> Job:
    request = Request(source.text, source.spans, attention=True, instructions=told)
    [job] = texts.jobs([request], ("en", "de"))
    return job


@pytest.mark.parametrize(
    "written",
    [
        "Close the window.",
        "<1>Close</1> the window.",
        "Close <1>the</1> window.",
        "Close the <1>window</1>.",
        "<1/> Close the window",
        "Close the window<1/>",
        "Close the window with <term> and &lt;sep&gt;",
    ],
)
@pytest.mark.parametrize("before", ["", "It is cold.", "Is it > 3 <sep> cold?"])
@pytest.mark.parametrize("with_term", [False, True])
def test_what_was_taught_is_what_is_asked(
    written: str, before: str, with_term: bool, words: Vocabulary, texts: Texts
) -> None:
    line = parse(written)
    pair = Pair(line, line, "de", before=before)
    pair = pair.told(">>de<<", vocabulary.FEMALE, vocabulary.SHORT)
    told = Instructions(gender=Gender.FEMININE, length=Length.SHORT, context=before)
    if with_term:
        start = line.text.index("window")
        term = Term(start, start + len("window"), "Fenster")
        told = replace(told, terms=(term,))
        place = terms.Range(term.start, term.end)
        pair = replace(pair, source=terms.annotated(line, place, term.target))
    pair = context.teach(pair)
    [encoded] = words.encode([pair.source], located=False)
    taught = [*words.prefix(*pair.prefix), *encoded.ids, words.end]
    job = asked(texts, tagged(line), told)
    assert [words.ids[piece] for piece in job.pieces] == taught


def test_ranges_are_of_the_sentence_alone(texts: Texts) -> None:
    told = Instructions(
        (Term(10, 16, "das Fenster"),), Gender.MASCULINE, None, "The window is old."
    )
    source = tagged(parse("Close the window <1>now</1>."))
    job = asked(texts, source, told)
    assert len(job.pieces) == len(job.ranges)
    found = [source.text[place.start : place.end] for place in job.ranges if place]
    assert "".join(found) == "Closethewindownow."
    fenster = [place for piece, place in zip(job.pieces, job.ranges, strict=True) if "Fen" in piece]
    assert fenster == [None]


@pytest.mark.parametrize(
    "told",
    [
        Instructions((Term(0, 9, "x"),)),  # a tag begins within
        Instructions((Term(6, 9, "x"), Term(0, 5, "x"))),  # not in order
        Instructions((Term(6, 9, " "),)),  # by nothing
        Instructions((Term(5, 6, "x"),)),  # no words
        Instructions((Term(6, 99, "x"),)),  # outside
    ],
)
def test_terms_where_none_was_taught_are_refused(told: Instructions, texts: Texts) -> None:
    source = tagged(parse("Close <1>the</1> window"))
    request = Request(source.text, source.spans, instructions=told)
    assert not texts.accepts(request)
    with pytest.raises(UsageError):
        texts.jobs([request], ("en", "de"))


def test_a_model_that_was_taught_less_refuses_more() -> None:
    described = replace(DESCRIBED, instructions=InstructionTokens(gender={"f": "<fem>"}))
    found = SentencePiece(WORDS / vocabulary.MODEL, list(Vocabulary(WORDS).ids), ["<fem>"])
    texts = Texts(described, found, found, 400)
    assert texts.accepts(Request("She is here.", instructions=Instructions(gender=Gender.FEMININE)))
    for told in (
        Instructions(gender=Gender.MASCULINE),
        Instructions(length=Length.SHORT),
        Instructions(context="Before."),
        Instructions((Term(0, 3, "Sie"),)),
    ):
        assert not texts.accepts(Request("She is here.", instructions=told))

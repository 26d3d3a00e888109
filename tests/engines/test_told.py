"""The embedded model follows what it is told."""

from __future__ import annotations

import pytest

from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.model import Gender, Instructions, Length, Request, Span, Tag, TagKind, Term
from tests.asking import answers

BOLD = Tag(1, TagKind.PAIR, "b")


def told(engine: CTranslate2Engine, text: str, language: str, **instructions: object) -> str:
    request = Request(text, instructions=Instructions(**instructions))  # type: ignore[arg-type]
    assert engine.accepts(request)
    return answers(engine, [request], "en", language)[0][0].text


def term(text: str, words: str, target: str) -> tuple[Term]:
    start = text.index(words)
    return (Term(start, start + len(words), target),)


@pytest.mark.parametrize(
    ("language", "text", "words", "target"),
    [
        ("de", "Open the window.", "window", "Ansicht"),
        ("fr", "The settings of the printer are saved in the folder.", "folder", "répertoire"),
        ("es", "Close the folder and save the file.", "file", "fichero"),
    ],
)
def test_a_term_is_used(
    engine: CTranslate2Engine, language: str, text: str, words: str, target: str
) -> None:
    assert target not in told(engine, text, language)
    assert target in told(engine, text, language, terms=term(text, words, target))


@pytest.mark.parametrize(
    ("language", "text", "feminine", "masculine"),
    [
        ("fr", "You are a good friend.", "bonne amie", "bon ami"),
        ("es", "I am a teacher.", "profesora", "profesor."),
    ],
)
def test_a_person_has_the_gender_that_was_asked_for(
    engine: CTranslate2Engine, language: str, text: str, feminine: str, masculine: str
) -> None:
    assert feminine in told(engine, text, language, gender=Gender.FEMININE)
    assert masculine in told(engine, text, language, gender=Gender.MASCULINE)


def test_short_is_shorter_on_the_whole(engine: CTranslate2Engine) -> None:
    texts = [
        "Additional information", "Sign in to your account", "Choose a payment method",
        "The file could not be found.", "Automatic updates are enabled", "Show more results",
        "Enter your phone number", "Terms of use", "Opening hours", "Delivery address",
    ]  # fmt: skip
    sizes = {
        length: sum(len(told(engine, text, "de", length=length)) for text in texts)
        for length in (Length.SHORT, None, Length.LONG)
    }
    assert sizes[Length.SHORT] < sizes[None] <= sizes[Length.LONG]


def test_the_sentence_before_is_read_and_not_translated(engine: CTranslate2Engine) -> None:
    said = told(engine, "She is here.", "de", context="My friend is a doctor.")
    assert said.count(".") == 1 and "Freund" not in said


def test_tags_and_instructions_go_together(engine: CTranslate2Engine) -> None:
    text = "Open the window now."
    spans = (Span(0, 9), Span(9, 15, (BOLD,)), Span(15, 20))
    order = Instructions(terms=term(text, "window", "Ansicht"), gender=Gender.FEMININE)
    request = Request(text, spans, attention=True, instructions=order)
    [(best,)] = answers(engine, [request], "en", "de")
    assert best.spans is not None
    inside = [best.text[span.start : span.end] for span in best.spans if span.tags]
    assert inside == ["Ansicht"]
    assert best.attention is not None
    assert all(len(row) == len(best.source_tokens) for row in best.attention)
    spoken = [text[place.start : place.end] for place in best.source_tokens]
    assert "".join(spoken) == "Openthewindownow."

"""The laws of `ports.Engine`, held to every engine that is registered here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import doctrans
from doctrans import spans
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.engines.pseudo import PseudoEngine
from doctrans.model import Hypothesis, Range, Request, Tagged
from doctrans.ports import Engine
from tests.asking import answers
from tests.notation import tagged

EMBEDDED = Path(doctrans.__path__[0]) / "models" / "en-multi"
ENGINES: dict[str, Callable[[], Engine]] = {
    "pseudo": PseudoEngine,
    "ctranslate2": lambda: CTranslate2Engine(EMBEDDED, threads=1),
}
TEXTS = [
    "Save your changes.",
    "Hello, world!",
    "The file could not be opened because it is in use by another program.",
    "x",
    "",
    " ",
    "10² m³ € 𝄞 \ue000 \u00a0 \u200b e\u0301",
    "Press <1> to type </s>, >>de<< or <0x25>.",
    "zażółć gęślą jaźń",
    "你好，世界",
]
TAGGED = [
    "Click <1>here</1> to open the file.",
    "Read the <1!>user <2>guide</2></1> first<3/>.",
    "<1/>",
    "A line<1/> and another line.",
    "Do <1></1> it.",
]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    engine = ENGINES[request.param]()
    yield engine
    engine.close()


def requests(attention: bool = False) -> list[Request]:
    plain = [Request(text, attention=attention) for text in TEXTS]
    values = [tagged(notation) for notation in TAGGED]
    return plain + [Request(value.text, value.spans, attention=attention) for value in values]


def accepted(engine: Engine, attention: bool = False) -> list[Request]:
    return [request for request in requests(attention) if engine.accepts(request)]


def translate(engine: Engine, items: list[Request]) -> list[tuple[Hypothesis, ...]]:
    return answers(engine, items, "en", "de")


def test_it_names_itself_and_what_decides_the_output(engine: Engine) -> None:
    assert engine.name and engine.signature.startswith(engine.name)


def test_every_request_has_an_answer_and_no_requests_have_none(engine: Engine) -> None:
    assert translate(engine, []) == []
    items = accepted(engine)
    answers = translate(engine, items)
    assert len(answers) == len(items)
    assert all(answers)


def test_a_request_without_tags_is_accepted(engine: Engine) -> None:
    assert all(engine.accepts(Request(text)) for text in TEXTS)


def test_equal_requests_get_equal_answers_alone_or_in_a_batch(engine: Engine) -> None:
    items = accepted(engine, attention=True)
    together = translate(engine, [*items, *reversed(items)])
    assert together[: len(items)] == together[len(items) :][::-1]
    for request, answer in zip(items, together, strict=False):
        assert [h.text for h in translate(engine, [request])[0]] == [h.text for h in answer]


def test_more_candidates_are_more_and_best_first(engine: Engine) -> None:
    [answer] = translate(engine, [Request("Save your changes.", candidates=3)])
    assert 1 <= len(answer) <= 3
    assert [h.score for h in answer] == sorted((h.score for h in answer), reverse=True)


def test_tags_come_back_legally_or_not_at_all(engine: Engine) -> None:
    for request in accepted(engine):
        for hypothesis in translate(engine, [request])[0]:
            if not request.tagged.tags:
                assert hypothesis.spans is None
            elif hypothesis.spans is not None:
                back = Tagged(hypothesis.text, hypothesis.spans)
                assert spans.faults(request.tagged, back) == []


def test_tokens_are_ranges_in_order_and_attention_fits_them(engine: Engine) -> None:
    items = accepted(engine, attention=True)
    for request, (best, *_) in zip(items, translate(engine, items), strict=True):
        in_order(best.source_tokens, request.text)
        in_order(best.target_tokens, best.text)
        assert best.attention is not None
        assert len(best.attention) == len(best.target_tokens)
        assert {len(row) for row in best.attention} <= {len(best.source_tokens)}


def in_order(tokens: tuple[Range, ...], text: str) -> None:
    for start, end in tokens:
        assert 0 <= start < end <= len(text)
    assert list(tokens) == sorted(tokens)


def test_without_asking_there_is_no_attention(engine: Engine) -> None:
    assert translate(engine, [Request("Hello.")])[0][0].attention is None


def test_nothing_is_cut_silently(engine: Engine) -> None:
    assert all(answer[0].finished for answer in translate(engine, accepted(engine)[:3]))
    assert engine.fits("Save your changes.")


def test_whoever_stops_asking_may_ask_again(engine: Engine) -> None:
    items = accepted(engine)
    assert next(engine.translate(items, "en", "de"))
    assert translate(engine, items[:1])[0][0].text


def test_attention_for_given_pairs(engine: Engine) -> None:
    pairs = [("Save your changes.", "Speichern Sie Ihre Änderungen."), ("", "x"), ("x", "")]
    found = engine.attend(pairs, "en", "de")
    assert [hypothesis.text for hypothesis in found] == [target for _, target in pairs]
    first = found[0]
    in_order(first.source_tokens, pairs[0][0])
    in_order(first.target_tokens, pairs[0][1])
    assert first.attention is not None
    assert len(first.attention) == len(first.target_tokens)
    assert {len(row) for row in first.attention} == {len(first.source_tokens)}

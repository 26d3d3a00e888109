"""The engine with the embedded model: what holds whatever it says, and a few of its words."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from doctrans import reading
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.errors import ModelError, UsageError
from doctrans.model import Hypothesis, Instructions, Length, Request, Tagged
from tests.asking import answers
from tests.notation import tagged

SENTENCES = [
    "Save your changes before you close the window.",
    "The file could not be opened.",
    "Hello.",
    "You can add more than one account to the list, and then choose the one that you want to use.",
    "The house is old.",
    "Read the manual.",
    "She works in a hospital near the old town and goes there by bicycle every day of the week.",
    "Open the settings and choose a language.",
]


def one(engine: CTranslate2Engine, text: str, **options: bool | int) -> Hypothesis:
    return answers(engine, [Request(text, **options)], "en", "de")[0][0]  # type: ignore[arg-type]


def native(engine: CTranslate2Engine, notation: str) -> str:
    value = tagged(notation)
    best = answers(engine, [Request(value.text, value.spans)], "en", "de")[0][0]
    assert best.spans is not None, best.text
    return reading.notation(Tagged(best.text, best.spans))


def test_it_translates(engine: CTranslate2Engine) -> None:
    best = one(engine, "The house is old.", attention=True)
    assert best.text == "Das Haus ist alt."
    assert best.finished
    assert -1 < best.score < 0
    assert [best.text[slice(*token)] for token in best.target_tokens][:2] == ["Das", "Haus"]


def test_tags_are_asked_of_the_model(engine: CTranslate2Engine) -> None:
    assert native(engine, "The <1>house</1> is old.") == "Das <1>Haus</1> ist alt."
    assert native(engine, "The house<1/> is <2>old</2>.") == "Das Haus<1/> ist <2>alt</2>."


def test_what_it_cannot_be_asked_is_refused(engine: CTranslate2Engine) -> None:
    value = tagged("".join(f"a <{n}>gas</{n}> " for n in range(1, 14)))
    request = Request(value.text, value.spans)
    assert not engine.accepts(request)
    with pytest.raises(UsageError, match="cannot be asked"):
        answers(engine, [request], "en", "de")


@pytest.mark.parametrize("token", ["<1>", "</1>", "<short>", "<0x25>", "</s>", "<unk>"])
def test_look_alikes_come_back_in_translations(engine: CTranslate2Engine, token: str) -> None:
    assert token in one(engine, f"The value {token} is not allowed.").text


def test_alone_or_together_attention_and_all_is_the_same(engine: CTranslate2Engine) -> None:
    requests = [Request(text, attention=True, candidates=2) for text in SENTENCES]
    together = answers(engine, requests, "en", "de")
    for request, (best, second) in zip(requests, together, strict=True):
        alone, other = answers(engine, [request], "en", "de")[0]
        assert (alone.text, other.text) == (best.text, second.text)
        assert close(alone, best)


def test_the_likeliest_by_token_comes_first(engine: CTranslate2Engine) -> None:
    for told in (Instructions(), Instructions(length=Length.SHORT)):
        requests = [Request(text, candidates=4, instructions=told) for text in SENTENCES]
        for several in answers(engine, requests, "en", "de"):
            means = [each.score for each in several]
            assert means == sorted(means, reverse=True)


def test_beside_others_whose_attention_is_not_wanted_too(engine: CTranslate2Engine) -> None:
    requests = [Request(text, attention=n % 2 == 0) for n, text in enumerate(SENTENCES * 2)]
    for request, [best] in zip(requests, answers(engine, requests, "en", "de"), strict=True):
        [alone] = answers(engine, [request], "en", "de")[0]
        assert alone.text == best.text
        assert request.attention is (best.attention is not None)
        assert not request.attention or close(alone, best)


def test_forced_attention_is_that_of_the_translation(engine: CTranslate2Engine) -> None:
    free = [
        h[0] for h in answers(engine, [Request(s, attention=True) for s in SENTENCES], "en", "de")
    ]
    forced = engine.attend(
        [(text, best.text) for text, best in zip(SENTENCES, free, strict=True)], "en", "de"
    )
    same = [(a, b) for a, b in zip(free, forced, strict=True) if a.target_tokens == b.target_tokens]
    assert len(same) > len(SENTENCES) // 2  # the others are segmented in another way
    assert all(close(a, b, first=1) for a, b in same)
    assert not any(any(best.attention[0]) for best in free if best.attention)  # not known


def close(one: Hypothesis, other: Hypothesis, first: int = 0) -> bool:
    """From a row on."""
    assert one.attention is not None and other.attention is not None
    rows = zip(one.attention[first:], other.attention[first:], strict=True)
    cells = (abs(a - b) for left, right in rows for a, b in zip(left, right, strict=True))
    return max(cells) < 0.02


def test_a_long_text_does_not_fit_and_is_never_cut(engine: CTranslate2Engine) -> None:
    assert engine.fits(" ".join(SENTENCES))
    assert not engine.fits(" ".join(SENTENCES * 3))
    assert not engine.fits("\ufdfa" * 60)  # few characters, many pieces
    with pytest.raises(UsageError, match="too long"):
        one(engine, " ".join(SENTENCES * 10))


def test_a_cap_is_reported(engine: CTranslate2Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doctrans.engines.ctranslate2.batches.cap", lambda tokens: 3)
    assert not one(engine, SENTENCES[0]).finished


def test_threads_share_an_engine(engine: CTranslate2Engine) -> None:
    expected = {text: one(engine, text).text for text in SENTENCES}
    found: list[bool] = []

    def work(text: str) -> None:
        found.append(one(engine, text).text == expected[text])

    threads = [threading.Thread(target=work, args=(text,)) for text in SENTENCES * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * len(threads)


def test_the_number_of_threads_and_the_batch_size_change_nothing(embedded: Path) -> None:
    requests = [Request(text) for text in SENTENCES]
    with (
        CTranslate2Engine(embedded, threads=1, batch_tokens=8) as narrow,
        CTranslate2Engine(embedded, threads=2) as wide,
    ):
        assert narrow.signature == wide.signature
        found = [answers(engine, requests, "en", "de") for engine in (narrow, wide)]
    for alone, together in zip(*found, strict=True):
        assert [replace(h, score=0) for h in alone] == [replace(h, score=0) for h in together]
        scores = [h.score for h in together]
        assert [h.score for h in alone] == pytest.approx(scores, abs=0.01)  # see `batches`


def test_languages_fall_back_or_are_refused(engine: CTranslate2Engine) -> None:
    [(best, *_)] = answers(engine, [Request("The house is old.")], "en-US", "de-AT")
    assert best.text == "Das Haus ist alt."
    with pytest.raises(ModelError, match="it has en -> de"):
        answers(engine, [Request("x")], "fr", "de")


def test_stopped_in_the_middle(engine: CTranslate2Engine) -> None:
    requests = [Request(f"{s} {i}") for i in range(40) for s in SENTENCES]
    found = engine.translate(requests, "en", "de")
    assert 0 < len(next(found)) < len(requests)
    found.close()
    assert one(engine, "The house is old.").text


def test_more_may_be_asked_while_answers_come(engine: CTranslate2Engine) -> None:
    requests = [Request(f"{s} {i}") for i in range(40) for s in SENTENCES]
    alone = one(engine, "The house is old.").text
    seen = 0
    for some in engine.translate(requests, "en", "de"):
        assert one(engine, "The house is old.").text == alone
        seen += len(some)
    assert seen == len(requests)


def test_a_closed_engine_says_so(embedded: Path) -> None:
    engine = CTranslate2Engine(embedded, threads=1)
    engine.close()
    engine.close()
    with pytest.raises(UsageError, match="closed"):
        one(engine, "x y")


def test_calls_in_progress_end_when_the_engine_is_closed(embedded: Path) -> None:
    engine = CTranslate2Engine(embedded, threads=1, batch_tokens=8)
    started, closed = threading.Barrier(3), threading.Event()
    seen: list[dict[int, str]] = []

    def translate() -> None:
        found: dict[int, str] = {}
        for some in engine.translate([Request(text) for text in SENTENCES], "en", "de"):
            if not found:
                started.wait(60)
                closed.wait(60)
            found |= {index: best.text for index, (best, *_) in some.items()}
        seen.append(found)

    threads = [threading.Thread(target=translate) for _ in range(2)]
    for thread in threads:
        thread.start()
    started.wait(60)
    engine.close()
    for refused in (lambda: one(engine, "x y"), lambda: engine.attend([("x", "y")], "en", "de")):
        with pytest.raises(UsageError, match="closed"):
            refused()
    closed.set()
    for thread in threads:
        thread.join(60)
    assert [len(found) for found in seen] == [len(SENTENCES)] * 2
    assert seen[0] == seen[1]
    with pytest.raises(UsageError, match="closed"):
        one(engine, "x y")


def test_a_call_may_close_its_own_engine(embedded: Path) -> None:
    engine = CTranslate2Engine(embedded, threads=1, batch_tokens=8)
    requests = [Request(text) for text in SENTENCES]
    count = 0
    for some in engine.translate(requests, "en", "de"):
        engine.close()
        count += len(some)
    assert count == len(SENTENCES)


@pytest.mark.parametrize("options", [{"beam": 0}, {"threads": 0}, {"batch_tokens": 0}])
def test_options_have_bounds(embedded: Path, options: dict[str, int]) -> None:
    with pytest.raises(UsageError):
        CTranslate2Engine(embedded, **options)  # type: ignore[arg-type]


def test_a_translation_begins_with_given_words(engine: CTranslate2Engine) -> None:
    text, begin = "Close the window before you save the file.", "Schließen Sie die Scheibe"
    plain, begun = (
        found[0]
        for found in answers(engine, [Request(text), Request(text, prefix=begin, attention=True)])
    )
    assert not plain.text.startswith(begin)
    assert begun.text.startswith(begin) and begun.text.endswith(".") and begun.finished
    assert begun.text[slice(*begun.target_tokens[0])] in begin
    assert not engine.accepts(Request("a b", tagged("a <1>b</1>").spans, prefix="x"))


def test_a_translation_does_not_have_given_words(engine: CTranslate2Engine) -> None:
    text = "Close the window."
    plain, other = (
        found[0].text
        for found in answers(engine, [Request(text), Request(text, without=("fenster",))])
    )
    assert "Fenster" in plain and "Fenster" not in other


def test_a_given_translation_has_a_score(engine: CTranslate2Engine) -> None:
    pairs = [("The house is old.", text) for text in ("Das Haus ist alt.", "Den Haus ist alt.", "")]
    good, bad, none = engine.score(pairs, "en", "de")
    assert 0 > good > bad and none == 0
    begun = [("The house is old.", text) for text in ("Das Haus", "Die Haus")]
    good, bad = engine.score(begun, "en", "de", finished=False)
    assert good > bad and good > engine.score(begun, "en", "de")[0]
    best = one(engine, "The house is old.")
    assert abs(engine.score([("The house is old.", best.text)], "en", "de")[0] - best.score) < 0.05

"""The order of the stages, with engines that answer from a table: they show what is asked for, and
what becomes of good and bad replies. The real engine is in the end-to-end tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from doctrans import reading, spans, whole_words
from doctrans.engines.pseudo import PseudoEngine
from doctrans.errors import ModelError
from doctrans.model import (
    Bitext,
    Document,
    Hypothesis,
    Link,
    Range,
    Request,
    Segment,
    Tagged,
)
from doctrans.pipeline import Job, translate
from doctrans.report import SegmentReport, State
from tests.notation import seg, tagged
from tests.test_spans import trees


class TableEngine:
    """Answers from `replies`: source notation -> target notations, best first."""

    name = signature = "table"

    def __init__(
        self, replies: dict[str, list[str]], native: bool = True, limit: int = 500
    ) -> None:
        self.replies, self.native, self.limit = replies, native, limit
        self.asked: list[str] = []

    def accepts(self, request: Request) -> bool:
        return self.native

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        self.asked += [reading.notation(request.tagged) for request in requests]
        yield {index: self._answer(request) for index, request in enumerate(requests)}

    def _answer(self, request: Request) -> tuple[Hypothesis, ...]:
        known = self.replies.get(reading.notation(request.tagged), ["?"])
        found = []
        for notation in known[: request.candidates]:
            value = _like(tagged(notation), request.tagged)
            found.append(Hypothesis(value.text, value.spans if request.tagged.tags else None))
        return tuple(found)

    def fits(self, text: str) -> bool:
        return len(text) <= self.limit

    def attend(
        self, pairs: Sequence[tuple[str, str]], source: str, target: str
    ) -> list[Hypothesis]:
        raise NotImplementedError

    def close(self) -> None: ...


def _like(value: Tagged, source: Tagged) -> Tagged:
    """The tags of the notation as those of the source with the same numbers."""
    own = {tag.id: tag for tag in source.tags}
    return spans.rename(value, {tag: own.get(tag.id, tag) for tag in value.tags})


class DiagonalAligner:
    """The n-th word to the n-th word."""

    name = "diagonal"

    def align(self, items: Sequence[Bitext], source: str, target: str) -> list[tuple[Link, ...]]:
        return [
            tuple(Link(n, n) for n in range(min(len(item.source_tokens), len(item.target_tokens))))
            for item in items
        ]


def run(engine: object, *segments: Segment, spelling: bool = False) -> list[SegmentReport]:
    document = Document("test", "en", segments, None)
    job = Job(engine, DiagonalAligner(), "en", "de", "test", spelling=spelling)  # type: ignore[arg-type]
    return list(translate([document], job)[0].report.segments)


def one(engine: object, notation: str) -> SegmentReport:
    return run(engine, seg(notation))[0]


def shown(report: SegmentReport) -> str:
    return reading.notation(report.target.tagged)


def codes(report: SegmentReport) -> list[str]:
    return [note.code for note in report.notes]


def test_the_document_says_what_it_was_translated_from() -> None:
    document = Document("test", None, (), None)
    (result,) = translate([document], Job(PseudoEngine(), DiagonalAligner(), "en", "de", "test"))
    assert (result.document.source_language, result.document.language) == ("en", "de")


def test_native_tags_are_asked_of_the_model() -> None:
    engine = TableEngine({"Click <1>here</1> now": ["Klick jetzt <1>hier</1>"]})
    report = one(engine, "<5/>  Click <7>here</7> now ")
    assert shown(report) == "<5/>  Klick jetzt <7>hier</7> "
    assert [(p.tag.id, p.way.value) for p in report.placements] == [(5, "hoisted"), (7, "native")]
    assert report.state is State.TRANSLATED


def test_lost_placeholders_go_the_other_way() -> None:
    engine = TableEngine({"Click <1>here</1>": ["Klick hier"], "Click here": ["Klick hier"]})
    report = one(engine, "Click <1>here</1>")
    assert shown(report) == "Klick <1>hier</1>"
    assert engine.asked == ["Click <1>here</1>", "Click here"]
    assert [p.way.value for p in report.placements] == ["aligned"]


def test_engines_without_tags_get_readable_text() -> None:
    engine = TableEngine({"Call open() at once": ["Ruf open() sofort auf"]}, native=False)
    report = one(engine, "Call <1/open()> <2>at</2> once")
    assert report.target.text == "Ruf  sofort auf"
    assert "<1/>" in shown(report)


def test_protected_text_is_put_back_where_the_engine_reworded_it() -> None:
    engine = TableEngine({"See https://a.example/x now": ["Siehe https://a.beispiel jetzt"]}, False)
    report = one(engine, "See https://a.example/x now")
    assert report.target.text == "Siehe https://a.example/x jetzt"
    assert report.target.frozen == (Range(6, 25),)
    assert codes(report) == ["protected-forced"]


def test_times_alone_need_no_engine() -> None:
    report = one(TableEngine({}), "8.30 a.m.–6 p.m.")
    assert (report.target.text, report.state) == ("8:30–18 Uhr", State.TRANSLATED)
    assert codes(report) == []


def test_a_name_that_is_lost_is_held() -> None:
    replies = {
        "we thank Okafor for <1>it</1>": ["wir danken Oka für <1>es</1>"],
        "we thank <2/> for <1>it</1>": ["wir danken <2/> für <1>es</1>"],
    }
    engine = TableEngine(replies)
    (report,) = run(engine, seg("we thank Okafor for <1>it</1>"), spelling=True)
    assert shown(report) == "wir danken Okafor für <1>es</1>"
    assert (codes(report), report.target.frozen) == ([], ())
    assert engine.asked == list(replies)
    (report,) = run(TableEngine(replies), seg("we thank Okafor for <1>it</1>"))  # not looked for
    assert shown(report) == "wir danken Oka für <1>es</1>"
    del replies["we thank <2/> for <1>it</1>"]  # nobody says it
    (report,) = run(TableEngine(replies), seg("we thank Okafor for <1>it</1>"), spelling=True)
    assert shown(report) == "wir danken Oka für <1>es</1>"
    assert codes(report) == ["name-lost"]


def test_a_name_behind_a_title_is_held_from_the_first() -> None:
    replies = {
        "we thank Miss Wood for it": ["wir danken Frau Holz dafür"],
        "we thank Ms <1/> for it": ["wir danken Frau <1/> dafür"],
    }
    engine = TableEngine(replies)
    (report,) = run(engine, seg("we thank Miss Wood for it"), spelling=True)
    assert shown(report) == "wir danken Frau Wood dafür"
    assert (codes(report), engine.asked) == ([], ["we thank Ms <1/> for it"])
    del replies["we thank Ms <1/> for it"]  # nobody says it
    (report,) = run(TableEngine(replies), seg("we thank Miss Wood for it"), spelling=True)
    assert shown(report) == "wir danken Frau Holz dafür"
    assert codes(report) == ["name-lost"]


def test_engines_without_placeholders_lose_a_name_before_it_is_held() -> None:
    engine = TableEngine({"we thank Ms Wood": ["wir danken Frau Wood"]}, native=False)
    (report,) = run(engine, seg("we thank Ms Wood"), spelling=True)
    assert (shown(report), engine.asked) == ("wir danken Frau Wood", ["we thank Ms Wood"])


def test_of_answers_that_lose_names_the_one_that_loses_the_fewest_is_taken() -> None:
    source = "we thank Oka<1>for</1> and Kozyra"
    replies = {
        source: ["wir danken Oka<1>f</1> und Koz"],
        "we thank Oka<1>for</1> and <2/>": ["wir danken Oka<1>f</1> und <2/>"],
    }
    (report,) = run(TableEngine(replies), seg(source), spelling=True)
    assert shown(report) == "wir danken Oka<1>f</1> und Kozyra"
    assert [note.message for note in report.notes if note.code == "name-lost"] == [
        "“Okafor” is not in the translation, as names are."
    ]


def test_an_engine_without_tags_gets_a_stand_in_for_a_lost_name() -> None:
    replies = {"we thank Okafor": ["wir danken Oka"], "we thank X1Q": ["wir danken X1Q"]}
    (report,) = run(TableEngine(replies, native=False), seg("we thank Okafor"), spelling=True)
    assert (shown(report), codes(report)) == ("wir danken Okafor", [])


def test_function_words_may_be_said_in_two_forms() -> None:
    replies = {"Add <1>one</1> to another": ["Füge <1>einen</1> zu einem hinzu"]}
    assert codes(one(TableEngine(replies), "Add <1>one</1> to another")) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<1>Printing</1> a printed print", "<1>Drucken</1> heißt drucken und gedruckte drucke"),
        ("a <1>large</1> house and a large garden", "ein <1>großes</1> Haus und ein großer Garten"),
        ("the <1>file</1> of all files", "el <1>archivo</1> de todos los archivos"),
    ],
)
def test_what_the_source_says_twice_may_be_said_twice(source: str, said: str) -> None:
    assert codes(one(TableEngine({source: [said]}), source)) == []


def test_a_failed_check_asks_for_candidates() -> None:
    engine = TableEngine({"It was 2014.": ["Es war 2041.", "Es war 2015.", "Es war 2014."]})
    report = one(engine, "It was 2014.")
    assert report.target.text == "Es war 2014."
    assert codes(report) == []


def test_numbers_travel_as_placeholders_before_the_source_stays() -> None:
    engine = TableEngine({"It was 2014.": ["Es war 2041."], "It was <1/>.": ["Es war <1/>."]})
    assert one(engine, "It was 2014.").target.text == "Es war 2014."


def test_what_models_add_to_labels_is_taken_off() -> None:
    engine = TableEngine(
        {"Total sum": ["Summe  gesamt."], "Page <1>two</1>": ["Seite <1>zwei.</1>"]}
    )
    assert one(engine, "Total sum").target.text == "Summe gesamt"
    assert shown(one(engine, "Page <1>two</1>")) == "Seite <1>zwei</1>"


@pytest.mark.parametrize(
    ("source", "reply"),
    [
        ("Annual report<1/\n>of the board", "Jahresbericht<1/\n> des Vorstands"),
        ("Annual report<1/\n>of the board", "Jahresbericht <1/\n> des Vorstands"),
        ("An <1>annual report</1><2/\n>of it", "Ein <1>Jahresbericht</1> <2/\n>davon"),
    ],
)
def test_line_breaks_bring_no_space(source: str, reply: str) -> None:
    engine = TableEngine({reading.notation(tagged(source)): [reply]})
    assert shown(one(engine, source)) == re.sub(
        r" ?(<\d/>) ?", r"\1", reading.notation(tagged(reply))
    )


@pytest.mark.parametrize(
    ("source", "reply"),
    [
        (
            "Open <1/<?php > (all) and close <2/?>> it.",
            "Öffnen Sie <1/<?php > (alle) und schließen Sie <2/?>> es.",
        ),
        ("Open <1/${> and close <2/}> it.", "Öffnen Sie <1/${> und schließen Sie <2/}> es."),
        ("Put %%[ and <1/]%%> here.", "Setzen Sie %%[ und <1/]%%> hierher."),
        ("Open <1>#{</1> and close } it.", "Öffnen Sie <1>#{</1> und schließen Sie } es."),
    ],
)
def test_words_between_signs_of_code_are_translated(source: str, reply: str) -> None:
    engine = TableEngine({reading.notation(tagged(source)): [reading.notation(tagged(reply))]})
    report = one(engine, source)
    assert shown(report) == reading.notation(tagged(reply)), codes(report)


def test_a_sentence_that_fails_as_a_whole_goes_by_clauses() -> None:
    replies = {"it was <1>2014</1>,": ["es war <1>2014</1>,"], "I think.": ["denke ich."]}
    report = one(TableEngine(replies), "it was <1>2014</1>, I think.")
    assert shown(report) == "es war <1>2014</1>, denke ich."
    assert codes(report) == ["by-clauses"]


def test_the_source_stays_when_all_fails() -> None:
    engine = TableEngine({"It was 2014.": ["Es war 2041."], "Good.": ["Gut."]}, native=False)
    bad, mixed = run(engine, seg("It was 2014."), seg("Good. It was 2014.", "s2"))
    assert (bad.state, bad.target.text) == (State.KEPT, "It was 2014.")
    assert (mixed.state, mixed.target.text) == (State.PARTIAL, "Gut. It was 2014.")
    assert codes(bad) == ["source-kept"] and "2014" in bad.notes[0].message
    assert bad.notes[0].segment == "s1"


def test_equal_sentences_are_asked_for_once() -> None:
    engine = TableEngine({"Save <1>it</1>.": ["Sichere <1>es</1>."], "Go.": ["Geh."]})
    reports = run(
        engine, seg("Save <1>it</1>. Go."), seg("<4>Save <2>it</2>.</4>", "s2"), seg("Go.", "s3")
    )
    assert engine.asked == ["Save <1>it</1>.", "Go."]
    assert shown(reports[1]) == "<4>Sichere <2>es</2>.</4>"


def test_progress_counts_different_sentences_and_may_end_the_translation() -> None:
    document = Document("test", "en", (seg("Go on. Go on. Stop. 12", "s1"),), None)
    seen: list[tuple[int, int]] = []
    job = Job(PseudoEngine(), DiagonalAligner(), "en", "de", "test", lambda *n: seen.append(n))
    translate([document], job)
    assert seen == [(2, 2)]

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        translate([document], replace(job, progress=stop))


def test_failed_sentences_are_asked_again_while_others_are_on_their_way() -> None:
    calls: list[int] = []
    answered: list[int] = []  # how many calls there had been at each answer

    class AtOnce(TableEngine):
        def translate(
            self, requests: Sequence[Request], source: str, target: str
        ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
            calls.append(len(requests))
            self.asked += [reading.notation(request.tagged) for request in requests]
            return self._one_by_one(requests)

        def _one_by_one(
            self, requests: Sequence[Request]
        ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
            for index, request in enumerate(requests):
                answered.append(len(calls))
                yield {index: self._answer(request)}

    texts = [f"It was {n}." for n in range(100, 140)]
    engine = AtOnce({text: ["Es war.", f"Es war {text[7:]}"] for text in texts}, native=False)
    reports = run(engine, *(seg(text, f"s{n}") for n, text in enumerate(texts)))
    assert [r.target.text for r in reports] == [f"Es war {text[7:]}" for text in texts]
    assert sorted(engine.asked) == sorted(texts * 2)
    assert calls[:3] == [40, 12, 12]
    assert answered[12] == 2  # the second call came before the thirteenth answer of the first


def test_an_engine_that_leaves_a_request_unanswered_is_told_of() -> None:
    class Forgetful(TableEngine):
        def translate(
            self, requests: Sequence[Request], source: str, target: str
        ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
            yield {0: self._answer(requests[0]), 1: ()}

    with pytest.raises(ModelError, match="2 requests unanswered"):
        run(Forgetful({}), seg("Go on. Stop it. Come back."))


@pytest.mark.parametrize("answers", [None, [["Go"]], [{0: "Go"}], [{0: ("Go",)}]])
def test_an_engine_that_answers_with_something_else_is_told_of(answers: Any) -> None:
    class Wrong(TableEngine):
        def translate(self, *asked: Any) -> Any:
            return answers

    with pytest.raises(ModelError, match=r"table answered with a \w+\. It has to give hypotheses"):
        run(Wrong({}), seg("Go on."))


def test_nothing_to_translate_is_not_asked() -> None:
    engine = TableEngine({})
    for notation in ("12.5 %", "https://a.example", "<1/code()>", "{name}", "", " \n"):
        report = one(engine, notation)
        assert report.state is State.NOTHING
        assert report.target.tagged == report.source.tagged
    assert engine.asked == []


def test_what_does_not_fit_is_cut_and_joined() -> None:
    engine = TableEngine({"first part,": ["erstens,"], "second part": ["zweitens"]}, limit=12)
    assert one(engine, "first part, second part").target.text == "erstens, zweitens"


@pytest.mark.parametrize("native", [True, False])
@given(value=trees())
@settings(max_examples=150)
def test_every_tag_survives_any_engine(native: bool, value: Tagged) -> None:
    """An engine that reverses words and loses tags: all tags stay legal, once, or are reported."""

    class Reversing(TableEngine):
        def _answer(self, request: Request) -> tuple[Hypothesis, ...]:
            return (Hypothesis(" ".join(reversed(request.text.split()))),)

    segment = Segment("s1", value.text, value.spans)
    report = run(Reversing({}, native), segment)[0]
    dropped = {p.tag for p in report.placements if p.way.value == "dropped"}
    assert not spans.faults(spans.strip(value, dropped), report.target.tagged)
    assert {p.tag for p in report.placements} == set(value.tags)


@given(value=trees())
@settings(max_examples=150)
def test_pseudo_translation_changes_letters_only(value: Tagged) -> None:
    report = run(PseudoEngine(), Segment("s1", value.text, value.spans))[0]
    if "  " in value.text:  # two in running text become one
        squeezed = (re.sub(" +", " ", text) for text in (value.text, report.target.text))
        assert len(set(map(len, squeezed))) == 1
        return
    assert len(report.target.text) == len(value.text)
    whole = whole_words.restored  # marks within words go to the edges of these
    assert whole(report.target.tagged).spans == whole(value).spans

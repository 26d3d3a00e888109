"""Marks and words that an answer lacks, or that may be wrong in it: asked for in another way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans.model import (
    CODE,
    Hypothesis,
    Range,
    Request,
    Segment,
    Span,
    Tag,
    Tagged,
    TagKind,
    Way,
)
from tests.notation import seg, tagged
from tests.test_pipeline import TableEngine, codes, one, run, shown


def test_messages_name_no_stand_ins() -> None:
    engine = TableEngine({"See X1Q now": ["Siehe jetzt das"]}, False)
    (note,) = one(engine, "See https://a.example/x now").notes
    assert note.code == "protected-forced" and "“https://a.example/x”" in note.message


def test_marks_around_words_stay_around_them() -> None:
    engine = TableEngine({"Use <1>bold</1> text": ["Nimm <1>fetten</1> Text"]})
    report = one(engine, "Use **bold** text")
    assert report.target.text == "Nimm **fetten** Text"
    assert report.target.frozen == (Range(5, 7), Range(13, 15))
    assert codes(report) == []


def test_marks_without_words_are_asked_for_another_way() -> None:
    replies = {
        "Use <1>bold</1> text": ["Nimm <1></1>Text"],
        "Use bold text": ["Nimm fetten Text"],
    }
    assert one(TableEngine(replies), "Use **bold** text").target.text == "Nimm **fetten** Text"
    del replies["Use bold text"]
    report = one(TableEngine(replies), "Use **bold** text")
    assert (report.target.text, codes(report)) == ("Use **bold** text", ["source-kept"])


class Losing(TableEngine):
    """Its answers to sentences with tags lack one placeholder; it tells what it looked at."""

    def _answer(self, request: Request) -> tuple[Hypothesis, ...]:
        found = super()._answer(request)
        if not request.tagged.tags:
            return found
        looked = () if request.attention else None
        return tuple(replace(h, spans=None, nearly=True, attention=looked) for h in found)


def test_an_answer_that_lost_one_placeholder_gets_its_tags_as_a_plain_one_does() -> None:
    engine = Losing({"Click <1>here</1> now": ["Klicke <1>hier</1> jetzt"]})
    report = one(engine, "Click <1>here</1> now")
    assert shown(report) == "Klicke <1>hier</1> jetzt" and codes(report) == []
    assert [placement.way for placement in report.placements] == [Way.ALIGNED]
    assert engine.asked == ["Click <1>here</1> now"]  # and nothing else


def test_what_a_lost_placeholder_stood_for_is_asked_for_again() -> None:
    replies = {"Run <1/> now": ["<1/> jetzt"], "Run `ls` now": ["Starte `ls` jetzt"]}
    engine = Losing(replies)
    report = one(engine, "Run `ls` now")
    assert report.target.text == "Starte `ls` jetzt"
    assert engine.asked == ["Run <1/> now", "Run `ls` now"]


def test_alternatives_of_templates_are_translated_by_themselves() -> None:
    replies = {"Sold by": ["Verkauft von"], "us": ["uns"], "a partner": ["Partnern"]}
    report = one(TableEngine(replies), "Sold by {% if a %}<1>us</1>{% else %}a partner{% endif %}")
    assert report.target.text == "Verkauft von {% if a %}uns{% else %}Partnern{% endif %}"
    assert "<1>uns</1>" in shown(report) and codes(report) == []


def test_a_word_in_brackets_that_is_translated_is_held() -> None:
    replies = {
        "You have [count] of it": ["Du hast [Zahl] davon"],
        "You have <1/> of it": ["Du hast <1/> davon"],
    }
    report = one(TableEngine(replies), "You have [count] of it")
    assert (report.target.text, codes(report)) == ("Du hast [count] davon", [])
    del replies["You have <1/> of it"]  # that is how it is said, then
    report = one(TableEngine(replies), "You have [count] of it")
    assert (report.target.text, codes(report)) == ("Du hast [Zahl] davon", ["bracket-changed"])


def test_code_in_another_order_is_asked_for_another_way() -> None:
    points = [Tag(n, TagKind.POINT, CODE) for n in (1, 2)]
    text = Tagged("Now  and  so")
    stacks = [(0, 4, ()), (4, 4, points[:1]), (4, 9, ()), (9, 9, points[1:]), (9, 12, ())]
    segment = Segment("s1", text.text, tuple(Span(a, b, tuple(tags)) for a, b, tags in stacks))
    replies = {"Now <1/> and <2/> so": ["So <2/> und <1/> nun"], "Now  and  so": ["Nun  und  so"]}
    (report,) = run(TableEngine(replies), segment)
    assert shown(report) == "Nun <1/> und <2/> so" and codes(report) == []
    replies["Now  and  so"] = ["?"]
    (report,) = run(TableEngine(replies), segment)
    assert shown(report) == "So <2/> und <1/> nun" and codes(report) == ["code-moved"]


def test_words_between_code_are_not_lost() -> None:
    points = [Tag(n, TagKind.POINT, CODE) for n in (1, 2)]
    stacks = [(0, 3, ()), (3, 3, points[:1]), (3, 7, ()), (7, 7, points[1:]), (7, 11, ())]
    segment = Segment("s1", "Go  to  now", tuple(Span(a, b, tuple(tags)) for a, b, tags in stacks))
    replies = {
        "Go <1/> to <2/> now": ["Geh <1/> <2/> jetzt"],
        "Go": ["Geh"],
        "to": ["zu"],
        "now": ["jetzt"],
    }
    (report,) = run(TableEngine(replies), segment)
    assert shown(report) == "Geh <1/> zu <2/> jetzt" and codes(report) == ["by-clauses"]


def test_code_at_a_word_cuts_a_text() -> None:
    points = [Tag(n, TagKind.POINT, CODE) for n in (1, 2, 3)]
    stacks = [(0, 0, points[:1]), (0, 3, ()), (3, 3, points[1:2]), (3, 5, ()), (5, 5, points[2:])]
    segment = Segment("s1", "YesNo", tuple(Span(a, b, tuple(tags)) for a, b, tags in stacks))
    (report,) = run(TableEngine({"Yes": ["Ja"], "No": ["Nein"]}), segment)
    assert shown(report) == "<1/>Ja<2/>Nein<3/>"


def test_words_that_a_tag_keeps_are_asked_for_another_way() -> None:
    replies = {"The <1>new</1> house": ["Das <1>new</1> Haus"], "The new house": ["Das neue Haus"]}
    report = one(TableEngine(replies), "The <1>new</1> house")
    assert shown(report) == "Das <1>neue</1> Haus"
    assert codes(report) == []
    replies["The new house"] = ["Das new Haus"]  # that is how it is said, then
    report = one(TableEngine(replies), "The <1>new</1> house")
    assert shown(report) == "Das <1>new</1> Haus"
    assert codes(report) == ["words-kept"]


def test_a_word_that_is_said_twice_is_asked_for_another_way() -> None:
    said = "Ich <1>fahre gerne</1> <2>fahren</2>"
    replies = {"I <1>like</1> to <2>drive</2>": [said], "I like to drive": ["Ich fahre sehr gerne"]}
    report = one(TableEngine(replies), "I <1>like</1> to <2>drive</2>")
    assert report.target.text == "Ich fahre sehr gerne"
    assert codes(report) == []
    replies["I like to drive"] = ["Ich fahre gerne fahren"]  # that is how it is said, then
    report = one(TableEngine(replies), "I <1>like</1> to <2>drive</2>")
    assert shown(report) == said
    assert codes(report) == ["said-twice"]


def test_the_opposite_is_asked_for_another_way() -> None:
    source, wrong = "The <1>cost</1> decreased", "Die <1>Kosten</1> stiegen"
    replies = {source: [wrong], "The cost decreased": ["Die Kosten sanken"]}
    report = one(TableEngine(replies), source)
    assert report.target.text == "Die Kosten sanken"
    assert codes(report) == []
    replies["The cost decreased"] = ["Die Kosten stiegen"]  # that is how it is said, then
    report = one(TableEngine(replies), source)
    assert shown(report) == wrong
    assert codes(report) == ["opposite"]


def test_a_negation_that_is_lost_is_asked_for_another_way() -> None:
    source, wrong = "We <1>never</1> see it", "Wir <1>sehen</1> es"
    replies = {source: [wrong], "We never see it": ["Wir sehen es nie"]}
    report = one(TableEngine(replies), source)
    assert (report.target.text, codes(report)) == ("Wir sehen es nie", [])
    replies["We never see it"] = ["Wir sehen es"]
    assert codes(one(TableEngine(replies), source)) == ["negation-lost"]
    replies = {source: ["Wir <1>kaum</1> nie"], "We never see it": ["Wir kaum nie"]}
    assert codes(one(TableEngine(replies), source)) == ["negation-lost"]


@pytest.mark.parametrize(
    ("source", "wrong", "right", "code"),
    [
        ("<1>All</1> incl. VAT", "<1>Alles</1> inklusive", "Alles inkl. MwSt.", "acronym-lost"),
        ("<1>Close</1> it", "<1>Zu</1> zu machen", "Machen Sie es zu", "said-twice"),
        ("<1>Take</1> bus 9", "<1>Nimm</1> Bus 9 Uhr", "Nimm Bus 9", "time-invented"),
    ],
)
def test_what_may_be_wrong_is_asked_for_another_way(
    source: str, wrong: str, right: str, code: str
) -> None:
    plain = tagged(source).text
    replies = {source: [wrong], plain: [right]}
    report = one(TableEngine(replies), source)
    assert (report.target.text, codes(report)) == (right, [])
    replies[plain] = [tagged(wrong).text]
    assert codes(one(TableEngine(replies), source)) == [code]


def test_an_english_word_that_stays_is_asked_for_another_way() -> None:
    source = "<1>No</1> vomiting at all"
    replies = {source: ["<1>Kein</1> vomiting"], "No vomiting at all": ["Kein Erbrechen"]}
    (report,) = run(TableEngine(replies), seg(source), spelling=True)
    assert (report.target.text, codes(report)) == ("Kein Erbrechen", [])
    assert codes(one(TableEngine({source: ["<1>Kein</1> vomiting"]}), source)) == []


def test_an_evening_that_became_a_morning_is_asked_for_another_way() -> None:
    source, wrong = "Open <1>from</1> 8 pm", "Geöffnet <1>ab</1> 8 Uhr"
    replies = {"Open <1>from</1> 20:00": [wrong], "Open from 20:00": ["Geöffnet ab 20 Uhr"]}
    report = one(TableEngine(replies), source)
    assert report.target.text == "Geöffnet ab 20 Uhr"
    assert codes(report) == []
    replies["Open from 20:00"] = ["Geöffnet ab 8 Uhr"]
    assert codes(one(TableEngine(replies), source)) == ["time-earlier"]


@pytest.mark.parametrize(
    ("source", "answer"),
    [  # two words that touch are no name, and may be one in the translation's brackets only
        (
            "Open <1>Preferences</1><2>Tools</2> now",
            "Öffne <1>Einstellungen</1><2>Extras</2> jetzt",
        ),
        (
            "Open <1>Preferences</1><2>tools</2> now",
            "Öffne <1>Einstellungen</1><2>Extras</2> jetzt",
        ),
        ("Open <1>Preferences</1><2>Tools</2> now", "Öffne <1>Preferences</1><2>Tools</2> jetzt"),
    ],
)
def test_words_of_elements_that_touch_are_no_name(source: str, answer: str) -> None:
    report = one(TableEngine({source: [answer]}), source)
    assert (shown(report), codes(report)) == (answer, [])


def test_a_name_in_two_elements_is_one() -> None:
    source = "See the <1>Git</1>Hub page"
    report = one(TableEngine({source: ["Siehe die <1>Knoten</1>punktseite"]}), source)
    assert "source-kept" in codes(report)

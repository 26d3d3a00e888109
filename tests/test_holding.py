"""Asks in which names are held: placeholders, or stand-ins for engines that take none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doctrans import reading
from doctrans.model import Instructions, Request, Term
from doctrans.putting import holding
from doctrans.ways import Ask, as_it_is, as_plain, telling
from tests.notation import tagged
from tests.test_pipeline import TableEngine

ENGINE, DEAF = TableEngine({}), TableEngine({}, native=False)


def asked(ask: Ask) -> str:
    return reading.notation(ask.request.tagged)


@pytest.mark.parametrize(
    ("source", "names", "expected"),
    [
        ("We thank Okafor", ["Okafor"], "We thank <1/>"),
        ("We thank <3>Okafor</3> and Okafor", ["Okafor"], "We thank <3><4/></3> and <5/>"),
        ("We thank Anna <3>Price</3>", ["Anna Price"], "We thank <4/> <3><5/></3>"),
        ("We thank Okafor<3/>and you", ["Okafor"], "We thank <4/><3/>and you"),
        ("We thank Tom\u00a0Field", ["Tom Field"], "We thank <1/>"),
        ("We thank Okafors and you", ["Okafor"], "We thank Okafors and you"),
        ("We thank Oka<3>for</3>", ["Okafor"], "We thank Oka<3>for</3>"),
        ("We <3>miss Miss Wood</3>", ["Wood"], "We <3>miss Ms <4/></3>"),
        ("Mr <3>French</3> is French", ["French"], "Mr <3><4/></3> is French"),
        ("Tom <3>Field</3> in the Field", ["Tom Field"], "<4/> <3><5/></3> in the Field"),
        ("Dr Wood and Dr <3>Page</3>", ["Wood", "Page"], "Dr. <4/> and Dr. <3><5/></3>"),
    ],
)
def test_names_are_placeholders(source: str, names: list[str], expected: str) -> None:
    core = tagged(source)
    ask = holding(as_it_is(core, ENGINE), names, ENGINE)
    assert asked(ask) == expected
    assert ask.core is core


def test_an_acronym_alone_gets_its_capitals_back() -> None:
    ask = as_it_is(tagged("<3>RFID</3>:"), ENGINE)
    assert asked(ask) == "<3>Rfid</3>:"
    held = holding(ask, ["RFID"], ENGINE)
    assert (asked(held), held.capitals) == ("<3><4/></3>:", False)
    assert holding(ask, ["Okafor"], ENGINE) is ask


def test_terms_move_with_the_text() -> None:
    ask = as_it_is(tagged("Okafor opens the report"), ENGINE)
    told = telling(ask, [Term(17, 23, "Bericht")])
    held = holding(told, ["Okafor"], ENGINE)
    (term,) = held.request.instructions.terms
    assert held.request.text[term.start : term.end] == "report"
    assert term.target == "Bericht"


def test_terms_move_with_titles() -> None:
    told = telling(
        as_it_is(tagged("Miss Wood opens the report"), ENGINE), [Term(20, 26, "Bericht")]
    )
    held = holding(told, ["Wood"], ENGINE)
    (term,) = held.request.instructions.terms
    assert held.request.text == "Ms  opens the report"
    assert held.request.text[term.start : term.end] == "report"


def test_a_name_in_a_term_is_not_held() -> None:
    told = telling(as_it_is(tagged("the Okafor report"), ENGINE), [Term(4, 17, "Okaforbericht")])
    assert holding(told, ["Okafor"], ENGINE) is told


def test_what_an_answer_begins_with_may_have_the_name() -> None:
    begun = as_it_is(tagged("Okafor writes"), ENGINE).begun("Okafor schreibt")
    assert holding(begun, ["Okafor"], ENGINE) is begun
    other = as_it_is(tagged("Okafor writes"), ENGINE).begun("Es schreibt")
    assert holding(other, ["Okafor"], ENGINE).request.prefix == "Es schreibt"


def test_engines_without_tags_get_stand_ins_and_all_that_was_asked() -> None:
    ask = as_plain(tagged("We <1>thank</1> Okafor"), DEAF)
    ask = replace(ask, request=replace(ask.request, candidates=4, without=("x",), prefix="Wir"))
    held = holding(ask, ["Okafor"], DEAF)
    assert held.request == Request(
        "We thank X2Q", attention=True, candidates=4, without=("x",), prefix="Wir"
    )
    told = ask.told(Instructions(terms=(Term(0, 2, "Wir"),)))
    assert holding(told, ["Okafor"], DEAF) is told  # it could not be told of terms there

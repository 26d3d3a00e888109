"""Sentences in which a place is lost: engines that understand terms are told what it is called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from doctrans import translate_text
from doctrans.model import Hypothesis, Request, Term
from doctrans.putting import naming
from doctrans.ways import as_it_is, as_plain, telling
from tests.notation import seg, tagged
from tests.test_pipeline import TableEngine, codes, one, run, shown

CALLED = {"Chad": "Tschad", "Kenya": "Kenia"}
ENGINE, DEAF = TableEngine({}), TableEngine({}, native=False)


def terms(request: Request) -> list[tuple[str, str]]:
    return [(request.text[t.start : t.end], t.target) for t in request.instructions.terms]


def test_they_are_told_as_terms() -> None:
    for core in (tagged("In Chad and Kenya"), tagged("In <3>Chad</3><4/> and <5>Kenya</5>")):
        for ask in (as_it_is(core, ENGINE), as_plain(core, ENGINE)):
            assert terms(naming(ask, CALLED, ENGINE).request) == list(CALLED.items())
            assert naming(ask, CALLED, DEAF) == ask
            assert naming(ask, {"Peru": "Peru"}, ENGINE) == ask


def test_the_customers_terms_go_before() -> None:
    ask = telling(as_it_is(tagged("In Chad and Kenya"), ENGINE), [Term(12, 17, "Kenya")])
    assert terms(naming(ask, CALLED, ENGINE).request) == [("Chad", "Tschad"), ("Kenya", "Kenya")]


class Told(TableEngine):
    """Says what it was told in the place of the words."""

    def __init__(self, replies: dict[str, list[str]]) -> None:
        super().__init__(replies)
        self.told: list[Sequence[str]] = []

    def _answer(self, request: Request) -> tuple[Hypothesis, ...]:
        self.told.append([term.target for term in request.instructions.terms])
        found = super()._answer(request)
        if not request.instructions.terms:
            return found
        (term,) = request.instructions.terms
        words = request.text[term.start : term.end]
        return tuple(
            Hypothesis(tagged(h.text.replace(words, term.target)).text, h.spans) for h in found
        )


def test_a_lost_place_is_told() -> None:
    engine = Told({"It rains in Chad": ["Es regnet in Chad"]})
    (report,) = run(engine, seg("It rains in Chad"), spelling=True)
    assert shown(report) == "Es regnet in Tschad" and codes(report) == []
    assert engine.told == [[], ["Tschad"]]


def test_where_it_stays_lost_a_note_says_so() -> None:
    engine = TableEngine({"It rains in Chad": ["Es regnet in Chad"]})
    (report,) = run(engine, seg("It rains in Chad"), spelling=True)
    assert shown(report) == "Es regnet in Chad" and codes(report) == ["place-lost"]
    assert "“Chad” is not “Tschad”" in report.notes[0].message


def test_nobody_looks_for_places_unasked() -> None:
    engine = Told({"It rains in Chad": ["Es regnet in Chad"]})
    assert codes(one(engine, "It rains in Chad")) == [] and engine.told == [[]]


@pytest.mark.parametrize(
    ("to", "names"),
    [
        ("de", ("Kambodscha", "Lettland")),
        ("fr", ("Cambodge", "Lettonie")),
        ("es", ("Camboya", "Letonia")),
    ],
)
def test_the_embedded_model_says_them(to: str, names: tuple[str, str]) -> None:
    said = translate_text("They opened offices in Cambodia and Latvia last year.", to=to)
    assert all(name in said for name in names)

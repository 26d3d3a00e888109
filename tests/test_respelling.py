"""Sentences with a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from doctrans import reading
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.glossary import Glossary
from doctrans.job import Job
from doctrans.model import Document, Hypothesis, Request
from doctrans.pipeline import translate
from doctrans.report import SegmentReport
from tests.notation import seg
from tests.test_pipeline import DiagonalAligner

OTHER = "The likeliest translation has “{}”, in no list of words; this is another."
NONE = "In no list of words: “{}”."


class Scored:
    """Answers to each text, best first, with their scores."""

    name = signature = "scored"

    def __init__(self, replies: dict[str, list[tuple[str, float]]]) -> None:
        self.replies = replies
        self.asked: list[tuple[str, int]] = []

    def accepts(self, request: Request) -> bool:
        return True

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        self.asked += [(request.text, request.candidates) for request in requests]
        yield {index: self._said(request) for index, request in enumerate(requests)}

    def _said(self, request: Request) -> tuple[Hypothesis, ...]:
        said = self.replies.get(request.text, [("?", -1.0)])[: request.candidates]
        return tuple(Hypothesis(text, score=score) for text, score in said)

    def fits(self, text: str) -> bool:
        return True

    def close(self) -> None: ...


def one(
    engine: Scored, text: str, *, spelling: bool = True, glossary: Glossary | None = None
) -> SegmentReport:
    document = Document("test", "en", (seg(text),), None)
    aligner = DiagonalAligner()
    job = Job(engine, aligner, "en", "de", "test", glossary=glossary, spelling=spelling)  # type: ignore[arg-type]
    return translate([document], job)[0].report.segments[0]


def told(report: SegmentReport) -> tuple[str, list[str]]:
    return reading.notation(report.target.tagged), [note.message for note in report.notes]


@pytest.mark.parametrize(
    ("said", "taken", "note"),
    [
        # Spelled otherwise, by the model itself.
        ([("Das Akkku ist leer.", -0.1), ("Das Akku ist leer.", -0.2)], 1, OTHER.format("Akkku")),
        # Another word in its place hides what nobody knows.
        ([("Das Akkku ist leer.", -0.1), ("Das Auto ist leer.", -0.2)], 0, NONE.format("Akkku")),
        # Too unlikely; too much else.
        ([("Das Akkku ist leer.", -0.1), ("Das Akku ist leer.", -0.9)], 0, NONE.format("Akkku")),
        ([("Das Akkku ist leer.", -0.1), ("Nun haben wir also ein ganz leeres Akku hier.", -0.2)],
         0, NONE.format("Akkku")),
        # With such a word too.
        ([("Das Akkku ist leer.", -0.1), ("Das Akkkku ist leer.", -0.1)], 0, NONE.format("Akkku")),
    ],
)  # fmt: skip
def test_what_is_taken(said: list[tuple[str, float]], taken: int, note: str) -> None:
    engine = Scored({"The battery is empty.": said})
    assert told(one(engine, "The battery is empty.")) == (said[taken][0], [note])
    assert engine.asked == [("The battery is empty.", 1), ("The battery is empty.", 4)]


def test_nobody_looks_for_such_words_unasked() -> None:
    engine = Scored({"It is empty.": [("Akkku leer.", -0.1), ("Akku leer.", -0.1)]})
    assert told(one(engine, "It is empty.", spelling=False)) == ("Akkku leer.", [])
    assert engine.asked == [("It is empty.", 1)]


def test_known_words_ask_for_nothing() -> None:
    engine = Scored({"It is empty.": [("Der Akku ist leer.", -0.1)]})
    assert told(one(engine, "It is empty.")) == ("Der Akku ist leer.", [])
    assert engine.asked == [("It is empty.", 1)]


def test_the_customers_terms_are_words() -> None:
    glossary = Glossary([Entry("kettle", "Xiedegerat")], "en", "de")
    engine = Scored({"The kettle is new.": [("Das Xiedegerat ist neu.", -0.1)]})
    report = one(engine, "The kettle is new.", glossary=glossary)
    assert told(report) == ("Das Xiedegerat ist neu.", [])
    assert ("The kettle is new.", 4) not in engine.asked


def test_the_customers_terms_go_before() -> None:
    glossary = Glossary([Entry("kettle", "Kessel")], "en", "de")
    said = [("Der Kessel ist Akkku.", -0.1), ("Der Korb ist Akku.", -0.1)]
    report = one(Scored({"The kettle is it.": said}), "The kettle is it.", glossary=glossary)
    assert told(report) == (said[0][0], [NONE.format("Akkku")])

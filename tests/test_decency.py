"""Profane words that nothing in the source calls for."""

from __future__ import annotations

import pytest

from doctrans import Translator
from doctrans.constraints.profanity import Profanity, found, masked
from doctrans.errors import UsageError
from doctrans.model import Document
from doctrans.pipeline import Job, translate
from doctrans.report import SegmentReport
from tests.notation import seg
from tests.test_pipeline import DiagonalAligner, TableEngine, shown


@pytest.mark.parametrize(
    ("source", "target", "to", "words"),
    [
        ("Muck", "So eine Scheiße!", "de", ["Scheiße"]),
        ("Shit happens.", "Scheiße passiert.", "de", []),
        ("Ways to shoot", "Schießen", "de", []),
        ("Mechanical harsh", "Harsche Arschlöcher", "de-CH", ["Arschlöcher"]),
        ("The son of the king", "Le fils de pute du roi", "fr", ["fils de pute"]),
        ("Pedal", "Pédale", "fr", []),
        ("Hammer", "Martillo", "es-MX", []),
        ("The boy", "El hijo de puta", "es", ["hijo de puta"]),
        ("Gay people", "Schwule und Lesben", "de", []),
        ("Ass", "Puta", "pt", []),  # no list
        ("Adolf Fick was a doctor.", "Adolf Fick war Arzt.", "de", []),
        ("A dead end", "Un cul-de-sac", "fr", []),
    ],
)
def test_words_that_are_not_called_for(source: str, target: str, to: str, words: list[str]) -> None:
    assert [target[slice(*place)] for place in found(source, target, "en", to)] == words


def one(replies: list[str], profanity: Profanity) -> SegmentReport:
    engine = TableEngine({"Good <1>morning</1>": replies})
    document = Document("test", "en", (seg("Good <1>morning</1>"),), None)
    job = Job(engine, DiagonalAligner(), "en", "de", "test", profanity=profanity)  # type: ignore[arg-type]
    return translate([document], job)[0].report.segments[0]


def test_another_wording_is_taken() -> None:
    report = one(["Scheiß <1>Morgen</1>", "Guten <1>Morgen</1>"], Profanity.REPORT)
    assert shown(report) == "Guten <1>Morgen</1>"
    [note] = report.notes
    assert (note.code, note.severity.value) == ("profanity", "info")
    assert note.message == "The likeliest translation has “Scheiß”; this is another one."


@pytest.mark.parametrize(
    ("profanity", "said", "severities"),
    [
        (Profanity.REPORT, "Scheiß <1>Morgen</1>", ["warning"]),
        (Profanity.MASK, "S***** <1>Morgen</1>", ["warning"]),
        (Profanity.OFF, "Scheiß <1>Morgen</1>", []),
    ],
)
def test_where_there_is_no_other_wording(
    profanity: Profanity, said: str, severities: list[str]
) -> None:
    report = one(["Scheiß <1>Morgen</1>"], profanity)
    assert shown(report) == said
    assert [note.severity.value for note in report.notes] == severities


def test_tags_stay_where_words_are_masked() -> None:
    value = seg("<1>Du Arsch</1>loch").tagged
    made = masked(value, found("You", value.text, "en", "de"))
    assert made.text == "Du A********" and made.spans == value.spans


def test_another_word_is_told() -> None:
    with pytest.raises(UsageError, match="“bleep” is not known"):
        Translator("de", "en", engine="pseudo", profanity="bleep")

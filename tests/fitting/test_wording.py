"""Other wordings say what the plain one says."""

from __future__ import annotations

import pytest

from doctrans.aligners.attention import AttentionAligner
from doctrans.documents import read
from doctrans.fitting.wording import Wordings, candidates
from doctrans.job import Job
from doctrans.pipeline import draft_all
from tests.fitting.candidates import Candidates


@pytest.mark.parametrize(
    ("source", "plain", "short", "is_one"),
    [
        ("Send message", "Nachricht senden", "Nachricht", False),
        ("Send message", "Nachricht senden", "Absenden", True),
        ("Please wait", "Bitte jetzt warten", "Bitte warten", True),
        ("Open the settings", "Einstellungen öffnen", "Öffnen", False),
        ("Settings", "Ein paar Optionen", "Optionen", True),
        (
            "Click the button Save to keep all changes.",
            "Klicken Sie auf die Schaltfläche Speichern, um alle Änderungen zu behalten.",
            "Klicken Sie auf Speichern, um Änderungen zu behalten.",
            True,
        ),
    ],
)
def test_a_label_keeps_its_words(source: str, plain: str, short: str, is_one: bool) -> None:
    engine = Candidates({source: [(plain, -0.1)]}, short)
    job = Job(engine, AttentionAligner(engine), "en", "de", "test")
    [draft] = draft_all([read(f"<p>{source}</p>", "html")], job)
    [core] = draft.answers
    said = [answer.tagged.text for answer in candidates(draft, [core], 0)[core]]
    assert (short in said) is is_one


@pytest.mark.parametrize(("short", "is_one"), [("Modifier:", False), ("Modifier\u00a0:", True)])
def test_a_wording_keeps_the_space_of_its_colon(short: str, is_one: bool) -> None:
    engine = Candidates({"Change:": [("Changement :", -0.1)]}, short)
    job = Job(engine, AttentionAligner(engine), "en", "fr", "test")
    [draft] = draft_all([read("<p>Change:</p>", "html")], job)
    [core] = draft.answers
    said = [answer.tagged.text for answer in candidates(draft, [core], 0)[core]]
    assert (short in said) is is_one


@pytest.mark.parametrize(
    ("source", "plain", "other", "score", "is_one"),
    [
        ("Sign in", "Anmelden", "Login", -0.7, True),
        ("Apply", "Anwenden", "Antrag", -1.1, False),
        ("Submit now", "Jetzt absenden", "Absendonk", -0.3, False),  # a word that is none
        ("You can apply now.", "Sie können sich jetzt bewerben.", "Bewerben Sie sich.", -1.1, True),
    ],
)
def test_a_label_has_no_unlikely_wording(
    source: str, plain: str, other: str, score: float, is_one: bool
) -> None:
    engine = Candidates({source: [(plain, -0.1), (other, score)]})
    job = Job(engine, AttentionAligner(engine), "en", "de", "test", spelling=True)
    [draft] = draft_all([read(f"<p>{source}</p>", "html")], job)
    wordings = Wordings(draft)
    [segment] = draft.parts
    for way in range(wordings.ways):
        wordings.ask([segment], way)
    assert wordings.levels(segment) == 1 + is_one

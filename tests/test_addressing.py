"""Documents address their readers in one way: with an engine that answers from a table, and with
the embedded model."""

from __future__ import annotations

import pytest

from doctrans import Translator
from doctrans.constraints.address import Formality, shown
from doctrans.errors import UsageError
from doctrans.model import Document, Hypothesis, Request
from doctrans.pipeline import Job, translate
from doctrans.report import DocumentReport
from tests.notation import seg
from tests.test_pipeline import DiagonalAligner, TableEngine

POLITE = {
    "You can go now.": ["Sie können jetzt gehen."],
    "You can come back.": ["Sie können wiederkommen."],
    "Take your coat.": ["Nimm deinen Mantel.", "Nehmen Sie Ihren Mantel."],
}
FAMILIAR = {
    "You know it.": ["Du weißt es."],
    "You see it.": ["Du siehst es."],
    "You want it.": ["Du willst es.", "Ihr wollt es.", "Sie wollen es."],
}


class Continuing(TableEngine):
    """Goes on from any beginning with the end that the table has for it."""

    def _answer(self, request: Request) -> tuple[Hypothesis, ...]:
        if request.prefix:
            return (Hypothesis(self.replies[f"{request.prefix}…"][0]),)
        return super()._answer(request)


def report(
    engine: object, sources: list[str], formality: Formality | None = None
) -> DocumentReport:
    segments = tuple(seg(text, f"s{n}") for n, text in enumerate(sources))
    job = Job(engine, DiagonalAligner(), "en", "de", "test", formality=formality)  # type: ignore[arg-type]
    return translate([Document("test", "en", segments, None)], job)[0].report


def texts(made: DocumentReport) -> list[str]:
    return [segment.target.text for segment in made.segments]


def test_one_sentence_follows_the_others() -> None:
    made = report(TableEngine(POLITE), list(POLITE))
    assert texts(made)[2] == "Nehmen Sie Ihren Mantel."
    assert not any(segment.notes for segment in made.segments)


def test_what_may_be_a_statement_makes_no_document_familiar() -> None:
    table = {
        "You can go now.": ["Sie können jetzt gehen."],
        "Delete the file": ["Löscht die Datei"],
        "Open the file": ["Öffnet die Datei"],
        "Save the file": ["Speichert die Datei"],
        "Close the file": ["Schließt die Datei"],
    }
    assert texts(report(TableEngine(table), list(table)))[0] == "Sie können jetzt gehen."


def test_where_most_are_familiar_all_are() -> None:
    table = FAMILIAR | {"You are here.": ["Sie sind hier.", "Du bist hier."]}
    assert texts(report(TableEngine(table), list(table)))[3] == "Du bist hier."


def test_two_sentences_are_too_few_to_go_by() -> None:
    sources = ["You can go now.", "Take your coat."]
    assert texts(report(TableEngine(POLITE), sources))[1] == "Nimm deinen Mantel."


def test_what_was_asked_for_goes_before_what_most_say() -> None:
    made = report(TableEngine(FAMILIAR), list(FAMILIAR), Formality.MORE)
    assert texts(made) == ["Du weißt es.", "Du siehst es.", "Sie wollen es."]
    [note] = made.segments[0].notes
    assert note.code == "address" and note.severity.value == "warning"
    assert note.message == "It does not address the reader with “Sie”, which was asked for."


def test_a_sentence_is_begun_anew_where_no_other_wording_is_known() -> None:
    table = FAMILIAR | {"Sie…": ["Sie wissen es."], "You see it.": ["Man sieht es."]}
    made = report(Continuing(table), list(FAMILIAR), Formality.MORE)
    assert texts(made)[0] == "Sie wissen es."


def test_languages_without_a_choice_are_left_alone() -> None:
    engine = TableEngine({"You can go.": ["Du kannst gehen."]})
    segments = (seg("You can go."),)
    job = Job(engine, DiagonalAligner(), "en", "pt", "test", formality=Formality.MORE)
    made = translate([Document("test", "en", segments, None)], job)[0].report
    assert texts(made) == ["Du kannst gehen."] and not made.segments[0].notes


SENTENCES = [
    "You need about 20 minutes.",
    "If you lose your key, you can ask for a new one.",
    "You can open your files on any computer.",
    "Did you find what you were looking for?",
    "We will send you a message when you are ready.",
]


@pytest.mark.parametrize("to", ["de", "fr", "es"])
@pytest.mark.parametrize("formality", ["more", "less"])
def test_the_model_is_made_to_address_as_asked(to: str, formality: str) -> None:
    with Translator(to, "en", formality=formality, fit="off") as translator:
        made = translator.translate_text(SENTENCES)
        assert (
            f"formality {formality}"
            in translator.translate([Document("text", "en", (seg("You can go."),), None)])[
                0
            ].report.signature
        )
    kinds = [shown(a, b, to) for a, b in zip(SENTENCES, made, strict=True)]
    right = sum(kind == {Formality(formality)} for kind in kinds)
    wrong = sum(bool(kind - {Formality(formality)}) for kind in kinds)
    assert right >= 2 and (formality == "less" or right > wrong), made  # documents taught it Sie


def test_another_word_is_told() -> None:
    with pytest.raises(UsageError, match="“polite” is not known"):
        Translator("de", "en", formality="polite")

"""Persons get the gender that is known of them: with engines that answer from a table, and with the
embedded model."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from doctrans import Translator, reading
from doctrans.constraints.gender import shown
from doctrans.constraints.gender.wishes import Key, Wishes, Wording
from doctrans.errors import UsageError
from doctrans.fitting import limits
from doctrans.model import (
    Document,
    Gender,
    Hypothesis,
    Limit,
    Request,
    Segment,
    SegmentKind,
    Tagged,
)
from doctrans.pipeline import Job, draft_all, translate
from doctrans.report import DocumentReport, json_
from tests.notation import seg
from tests.test_pipeline import DiagonalAligner, TableEngine
from tests.test_pipeline import shown as text_of
from tests.test_spans import trees

F, M = Gender.FEMININE, Gender.MASCULINE
NONE = Wishes()
ASK = Wishes(both=True)


class Told(TableEngine):
    """Has answers of its own, `<f> …`, where it is told a gender, and ends beginnings, `…`."""

    def _answer(self, request: Request) -> tuple[Hypothesis, ...]:
        if request.prefix:
            return (Hypothesis(self.replies.get(f"{request.prefix}…", ["?"])[0]),)
        gender = request.instructions.gender
        own = f"<{gender}> {request.text}" if gender else ""
        if own in self.replies:
            return tuple(Hypothesis(text) for text in self.replies[own][: request.candidates])
        return super()._answer(request)


class Deaf(TableEngine):
    """Is told nothing, and begins with nothing."""

    def accepts(self, request: Request) -> bool:
        return request.instructions.gender is None and not request.prefix


def report(
    engine: object, sources: list[str], wishes: Wishes | None = NONE, to: str = "de"
) -> DocumentReport:
    segments = tuple(seg(text, f"s{n}") for n, text in enumerate(sources))
    job = Job(engine, DiagonalAligner(), "en", to, "test", gender=wishes)  # type: ignore[arg-type]
    return translate([Document("test", "en", segments, None)], job)[0].report


def texts(made: DocumentReport) -> list[str]:
    return [text_of(segment) for segment in made.segments]


def codes(made: DocumentReport) -> list[str]:
    return [note.code for note in made.all_notes]


FRIEND = {
    "My friend is a doctor.": ["Mein Freund ist Arzt."],
    "<f> My friend is a doctor.": ["Meine Freundin ist Ärztin."],
    "She works in Bern.": ["Sie arbeitet in Bern."],
}


def test_the_next_sentence_tells_the_gender() -> None:
    made = report(Told(FRIEND), ["My friend is a doctor. She works in Bern."])
    assert texts(made) == ["Meine Freundin ist Ärztin. Sie arbeitet in Bern."]
    [person] = json_.document(made)["segments"][0]["persons"]
    assert (person["person"], person["gender"], person["by"]) == ("My friend", "f", "context")
    assert person["shown"] == "f" and not codes(made)


def test_the_same_sentence_may_speak_of_others_elsewhere() -> None:
    sources = ["My friend is a doctor.", "My friend is a doctor. She works in Bern."]
    made = report(Told(FRIEND), sources, ASK)
    assert texts(made) == [
        "Mein Freund ist Arzt.",
        "Meine Freundin ist Ärztin. Sie arbeitet in Bern.",
    ]
    [note] = made.segments[0].notes
    assert note.code == "gender-unknown" and note.severity.value == "info"
    assert note.message == (
        "“My friend”: gender not known; the translation uses the masculine; feminine: Meine "
        "Freundin ist Ärztin."
    )


def test_other_wordings_are_whole_segments_with_their_tags() -> None:
    made = report(Deaf(DOCTOR), ["The <1>doctor</1> is here. It is late."], ASK)
    [one] = made.segments[0].alternatives
    assert (one.wording, one.source) == ("f", "The doctor is here.")
    assert one.target.id == made.segments[0].source.id
    assert reading.notation(one.target.tagged).startswith("Die <1>Ärztin</1> ist hier.")
    assert json_.document(made)["segments"][0]["alternatives"][0]["wording"] == "f"


def test_a_guess_is_said_to_be_one() -> None:
    table = {
        "Lee became a doctor.": ["Lee wurde Arzt."],
        "<f> Lee became a doctor.": ["Lee wurde Ärztin."],
    }
    made = report(Told(table), ["She came.", "Lee became a doctor."], ASK)
    assert texts(made)[1] == "Lee wurde Ärztin."
    [note] = made.segments[1].notes
    assert note.code == "gender-guessed" and note.message == (
        "“a doctor”: not sure; the sentences before speak of a woman, so that the translation "
        "uses the feminine; masculine: Lee wurde Arzt."
    )
    # Not across a heading.
    heading = Segment("h", "Part two", kind=SegmentKind.HEADING)
    segments = (seg("She came.", "s1"), heading, seg("Lee became a doctor.", "s2"))
    job = Job(Told(table), DiagonalAligner(), "en", "de", "test", gender=NONE)  # type: ignore[arg-type]
    [made] = [one.report for one in translate([Document("t", "en", segments, None)], job)]
    assert text_of(made.segments[2]) == "Lee wurde Arzt."


def test_a_decision_goes_before_all() -> None:
    table = {
        "The boss lost his keys.": ["Der Chef verlor seine Schlüssel."],
        "<f> The boss lost his keys.": ["Die Chefin verlor ihre Schlüssel."],
    }
    key = Key("", "s0", "The boss lost his keys.", "The boss")
    wishes = Wishes((("boss", M),), decided={key: Wording.FEMININE})
    made = report(Told(table), ["The boss lost his keys."], wishes)
    assert made.segments[0].persons[0].settled.by == "decision"
    other = replace(wishes, decided={key._replace(segment="s1"): Wording.FEMININE})
    assert texts(report(Told(table), ["The boss lost his keys."], other)) == [
        "Der Chef verlor seine Schlüssel."
    ]


def test_neutral_words_are_taken_where_there_are_some() -> None:
    table = {
        "The teacher sang.": ["Der Lehrer sang."],
        "Die Lehrkraft sang…": ["Die Lehrkraft sang."],
        "The singer sang.": ["Der Sänger sang."],
    }
    made = report(Told(table), list(table)[::2], Wishes(neutral=True))
    assert texts(made) == ["Die Lehrkraft sang.", "Der Sänger sang."]
    assert [note.message for note in made.all_notes] == [
        "“The singer”: gender not known; there is no neutral wording; the translation uses the "
        "masculine."
    ]


def test_both_wordings_are_asked_for_only_if_they_are_wanted() -> None:
    engine = Told(FRIEND)
    made = report(engine, ["My friend is a doctor."])
    assert engine.asked == ["My friend is a doctor."]
    [note] = made.segments[0].notes
    assert note.message == "“My friend”: gender not known; the translation uses the masculine."


DOCTOR = {
    "The <1>doctor</1> is here.": ["Der <1>Arzt</1> ist hier.", "Die <1>Ärztin</1> ist hier."],
    "The doctor has 2 cars.": ["Der Arzt hat 2 Autos.", "Die Ärztin hat Autos."],
    "The nurse and the doctor left.": ["Die Krankenschwester und der Arzt gingen."],
}


def test_engines_that_are_told_nothing_choose_among_candidates() -> None:
    made = report(Deaf(DOCTOR), list(DOCTOR), Wishes((("doctor", F),)))
    # In the second the candidate lost a number, and in the third somebody else is not known: there
    # the words are exchanged.
    assert texts(made) == [
        "Die <1>Ärztin</1> ist hier.",
        "Die Ärztin hat 2 Autos.",
        "Die Krankenschwester und die Ärztin gingen.",
    ]
    assert codes(made) == ["gender-unknown"]


def test_what_cannot_be_exchanged_is_told() -> None:
    """*Seine* may be the doctor's."""
    table = {"The doctor lost some keys.": ["Der Arzt verlor einige seiner Schlüssel."]}
    made = report(Deaf(table), list(table), Wishes((("doctor", F),)))
    assert texts(made) == ["Der Arzt verlor einige seiner Schlüssel."]
    assert codes(made) == ["gender-missed"]
    assert "not the feminine (customer)" in made.segments[0].notes[0].message


MET = {"My <1>doctor</1> met my mother and the judge.":
       ["Mein <1>Arzt</1> traf meine Mutter und den Richter."]}  # fmt: skip


def test_persons_of_several_genders_are_spoken_of_one_by_one() -> None:
    made = report(Deaf(MET), list(MET), Wishes((("doctor", F), ("judge", M))))
    assert texts(made) == ["Meine <1>Ärztin</1> traf meine Mutter und den Richter."]
    assert not codes(made)


def test_both_wordings_of_who_is_not_known_beside_others() -> None:
    made = report(Told(MET), list(MET), Wishes((("doctor", F),), both=True))
    assert texts(made) == ["Meine <1>Ärztin</1> traf meine Mutter und den Richter."]
    [judge] = (one for one in made.segments[0].persons if one.settled.person.words == "the judge")
    assert judge.shown is M
    assert judge.masculine == "Meine Ärztin traf meine Mutter und den Richter."
    assert judge.feminine == "Meine Ärztin traf meine Mutter und die Richterin."
    [(wording, other)] = [(o.wording, o.target) for o in made.segments[0].alternatives]
    assert wording is Wording.FEMININE
    assert reading.notation(other.tagged) == (
        "Meine <1>Ärztin</1> traf meine Mutter und die Richterin."
    )


def test_a_wording_in_the_other_gender_has_words_to_exchange() -> None:
    """Where the first answer has none, and none is given for the gender that is wanted."""
    table = {
        "The doctor sang.": ["Das Mitglied sang."],
        "<m> The doctor sang.": ["Der Arzt sang."],
        "<f> The doctor sang.": ["Das Mitglied sang."],
    }
    assert texts(report(Told(table), ["The doctor sang."], Wishes(default=F))) == [
        "Die Ärztin sang."
    ]


def test_another_word_for_somebody_is_exchanged_too() -> None:
    table = {"The physician sang.": ["Der Chirurg sang."]}
    assert texts(report(Deaf(table), list(table), Wishes(default=F))) == ["Die Chirurgin sang."]


def test_a_sentence_is_begun_with_the_other_form() -> None:
    table = {"The doctor sang.": ["Der Arzt sang."], "Die Ärztin sang…": ["Die Ärztin sang."]}
    assert texts(report(Told(table), ["The doctor sang."], Wishes(default=F))) == [
        "Die Ärztin sang."
    ]


def test_what_the_sentence_says_goes_before_a_stereotype_and_the_default() -> None:
    table = {
        "The nurse lost his keys.": ["Die Krankenschwester verlor ihre Schlüssel."],
        "<m> The nurse lost his keys.": ["Der Krankenpfleger verlor seine Schlüssel."],
    }
    made = report(Told(table), ["The nurse lost his keys."], Wishes(default=F))
    assert texts(made) == ["Der Krankenpfleger verlor seine Schlüssel."]


def test_without_a_choice_nothing_is_said() -> None:
    table = {"The member left.": ["Das Mitglied ging."]}
    made = report(Told(table), ["The member left."])
    assert texts(made) == ["Das Mitglied ging."] and not codes(made)


@pytest.mark.parametrize(
    "source", ["The doctor told his wife.", "The doctor thanked her nurse.", "The files are new."]
)
def test_where_somebody_is_known_or_nobody_is_there_nothing_is_asked(source: str) -> None:
    engine = Told({source: ["Der Arzt."]})
    report(engine, [source], ASK)
    assert engine.asked == [source]


def test_several_of_whom_nothing_is_known_have_both_wordings_together() -> None:
    table = {
        "The doctor met the judge.": ["Der Arzt traf den Richter."],
        "<f> The doctor met the judge.": ["Die Ärztin traf die Richterin."],
    }
    made = report(Told(table), ["The doctor met the judge."], ASK)
    assert texts(made) == ["Der Arzt traf den Richter."]
    assert [one.settled.person.words for one in made.segments[0].persons] == [
        "The doctor",
        "the judge",
    ]
    assert {one.feminine for one in made.segments[0].persons} == {"Die Ärztin traf die Richterin."}
    assert {one.masculine for one in made.segments[0].persons} == {"Der Arzt traf den Richter."}


def test_all_that_is_asked_goes_in_one_call() -> None:
    class Counting(Told):
        calls = 0

        def translate(self, requests, source, target):  # type: ignore[no-untyped-def]
            self.calls += 1
            return super().translate(requests, source, target)

    off, on = Counting(FRIEND | DOCTOR), Counting(FRIEND | DOCTOR)
    report(off, [*FRIEND, *DOCTOR], None)
    report(on, [*FRIEND, *DOCTOR], Wishes(default=F))
    assert on.calls == off.calls + 1


@pytest.mark.parametrize("to", ["de", "pt"])
def test_other_languages_are_left_alone(to: str) -> None:
    job = Job(Told(FRIEND), DiagonalAligner(), "fr", to, "test", gender=Wishes(default=F))
    segments = (seg("My friend is a doctor."),)
    made = translate([Document("test", "fr", segments, None)], job)[0].report
    assert texts(made) == ["Mein Freund ist Arzt."] and not made.segments[0].persons


def test_shorter_wordings_keep_the_gender() -> None:
    source = "The doctor is here today."
    table = {
        source: ["Der Arzt ist heute hier.", "Der Arzt ist da.", "Die Ärztin ist da."],
        f"<f> {source}": ["Die Ärztin ist heute hier.", "Der Arzt ist da.", "Die Ärztin ist da."],
    }
    job = Job(Told(table), DiagonalAligner(), "en", "de", "test", gender=Wishes((("doctor", F),)))
    segment = Segment("s1", source, limits=(Limit(characters=20),))
    [draft] = draft_all([Document("test", "en", (segment,), None)], job)
    kept = limits.keep(draft)
    made = kept.told(kept.draft.result()).report
    assert texts(made) == ["Die Ärztin ist da."]
    assert made.segments[0].persons[0].shown is F


@given(value=trees())
@settings(max_examples=50)
def test_documents_without_persons_cost_nothing(value: Tagged) -> None:
    document = Document("test", "en", (Segment("s1", value.text, value.spans),), None)
    made = []
    for wishes in (None, Wishes(), Wishes((("doctor", F),), M)):
        engine = TableEngine({})
        job = Job(engine, DiagonalAligner(), "en", "de", "test", gender=wishes)
        made.append((translate([document], job)[0].document, engine.asked))
    assert made[0] == made[1] == made[2]


PERSONS = ["The teacher is here.", "My friend is a doctor.", "The student wrote a letter.",
           "The boss was angry.", "The singer is a member of our club."]  # fmt: skip
ROLES = ["teacher", "friend", "doctor", "student", "boss", "singer"]


@pytest.mark.parametrize("to", ["de", "fr", "es"])
def test_the_model_says_the_gender_that_is_wanted(to: str) -> None:
    for gender, other in ((F, M), (M, F)):
        with Translator(to, "en", default_gender=gender, fit="off") as translator:
            made = translator.translate_text(PERSONS)
        kinds = [shown.genders(*pair, to, ROLES) for pair in zip(PERSONS, made, strict=True)]
        assert sum(kind == {gender} for kind in kinds) >= 3, made
        assert sum(other in kind for kind in kinds) <= 1, made


@pytest.mark.parametrize("to", ["de", "fr", "es"])
def test_pages_keep_their_tags_and_both_wordings_are_reported(to: str) -> None:
    page = "<p>The <b>teacher</b> is here.</p><p>Save the file.</p>"
    with Translator(to, "en", gender={"teacher": "f"}, fit="off") as translator:
        assert "; gender teacher=f" in translator._job("en", None)[0].signature
        made = translator.translate_html(page)
    assert made.count("<b>") == made.count("</b>") == 1
    with Translator(to, "en", gender="off", fit="off") as translator:
        off = translator.translate_html(page)
    assert off.partition("</p>")[2] == made.partition("</p>")[2] and off != made


def test_text_before_tells_the_gender() -> None:
    with Translator("de", "en", fit="off") as translator:
        alone = translator.translate_text("Keller is a teacher.")
        behind = translator.translate_text("Keller is a teacher.", context="She lives in Bern.")
        many = translator.translate_text(["She lives in Bern.", "Keller is a teacher."])
        page = translator.translate_html("<p>Keller is a teacher.</p>", context="She is here.")
    assert "Lehrerin" in behind and "Lehrerin" in page
    assert many[1] == alone and "Lehrerin" not in alone  # texts of a list are not of one document


@pytest.mark.parametrize("to", ["de", "fr", "es"])
def test_markup_says_the_gender(to: str) -> None:
    page = "<div {0}><p>The teacher is here.</p></div><p>Ask <span {0}>the teacher</span> now.</p>"
    with Translator(to, "en", gender={"teacher": "m"}, fit="off") as translator:
        made = {said: translator.translate_html(page.format(f'data-gender="{said}"'))
                for said in ("f", "women")}  # fmt: skip
    women, men = made["f"], made["women"]
    assert women.count('data-gender="f"') == men.count('data-gender="women"') == 2
    for paragraph, other in zip(women.split("</p>")[:2], men.split("</p>")[:2], strict=True):
        kinds = [shown.genders("The teacher.", re.sub("<[^>]*>", "", text), to, ["teacher"])
                 for text in (paragraph, other)]  # fmt: skip
        assert kinds == [{F}, {M}], made


def test_what_is_not_understood_is_told() -> None:
    for wrong in (["doctor"], ["doctor=x"], {"": "f"}):
        with pytest.raises(UsageError, match="is not understood"):
            Translator("de", "en", gender=wrong)
    with pytest.raises(UsageError, match="“x” is not known"):
        Translator("de", "en", default_gender="x")

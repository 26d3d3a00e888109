"""Gender of persons in texts: whom a sentence speaks of, who is settled by what, what a translation
shows, and how one is begun with another form."""

from __future__ import annotations

import pytest

from doctrans.constraints.gender import begun, persons, settling, shown
from doctrans.constraints.gender.settling import By
from doctrans.constraints.gender.wishes import Wishes
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The doctor is here.", [("The doctor", None)]),
        ("My friend is a doctor.", [("My friend", None)]),
        ("My mother is a doctor.", [("My mother", F)]),
        ("The old doctor lost her keys.", [("The old doctor", F)]),
        ("The nurse finished his shift.", [("The nurse", M)]),
        ("The female engineer spoke.", [("The female engineer", F)]),
        ("She works as a teacher.", [("a teacher", F)]),
        ("Ms Lee, a doctor, came.", [("Ms Lee", F)]),
        ("Dr Lee met Mr. Park.", [("Dr Lee", None), ("Mr. Park", M)]),
        ("When she arrived, the doctor sat down.", [("the doctor", F)]),
        # Whom a pronoun means is not sure, or somebody else.
        ("The doctor told him that it was late.", [("The doctor", None), ("him", M)]),
        ("She called her doctor.", [("She", F), ("her doctor", None)]),
        ("The doctor told the nurse that she was tired.",
         [("The doctor", None), ("the nurse", None), ("she", F)]),
        ("Kim called the doctor because she was ill.", [("the doctor", None), ("she", F)]),
        ("The doctor and his wife came.", [("The doctor", M), ("his wife", F)]),
        # Nobody, or nobody in particular.
        ("The user account is locked.", []),
        ("The client connects to the server.", []),
        ("Be patient.", []),
        ("The doctors were here.", []),
        ("Save the file in the folder.", []),
        ("", []),
    ],
)  # fmt: skip
def test_persons(sentence: str, found: list[tuple[str, Gender | None]]) -> None:
    assert [(one.words, one.gender) for one in persons.find(sentence)] == found


WISHES = Wishes((("doctor", F), ("dr lee", M), ("kim", M), ("i", F), ("nurses", F)))


@pytest.mark.parametrize(
    ("sentences", "wishes", "expected"),
    [
        (["My friend is a doctor.", "She works in Bern."], Wishes(),
         [(F, By.CONTEXT), (F, By.SENTENCE)]),
        (["A nurse came.", "The nurse was tired.", "He slept."], Wishes(),
         [(M, By.CONTEXT), (M, By.CONTEXT), (M, By.SENTENCE)]),
        (["A nurse met my father.", "He slept."], Wishes(),
         [(None, By.NOBODY), (M, By.SENTENCE), (M, By.SENTENCE)]),
        (["Kim met a nurse.", "He slept."], Wishes(),
         [(None, By.NOBODY), (M, By.SENTENCE)]),
        (["The nurse said that the boss slept.", "She left."], Wishes(),
         [(None, By.NOBODY), (None, By.NOBODY), (F, By.SENTENCE)]),
        (["The doctor is here.", "Every doctor knows it."], WISHES,
         [(F, By.CUSTOMER), (F, By.CUSTOMER)]),
        (["The doctor lost his keys."], WISHES, [(M, By.SENTENCE)]),
        (["Kim is tired.", "I am tired.", "The nurses left."], WISHES,
         [(M, By.CUSTOMER), (F, By.CUSTOMER), (F, By.CUSTOMER)]),
        (["Dr Lee is tired."], WISHES, [(M, By.CUSTOMER)]),
        (["Dr Stone is tired."], Wishes(default=M), [(F, By.TITLE)]),
        (["The boss is here."], Wishes(default=F), [(F, By.DEFAULT)]),
        (["My mother is here."], Wishes(default=M), [(F, By.SENTENCE)]),
    ],
)  # fmt: skip
def test_who_says_the_gender(
    sentences: list[str], wishes: Wishes, expected: list[tuple[Gender | None, By]]
) -> None:
    titled = settling.titles(["I spoke with Ms Ann Stone.", "Mr Lee met Mrs Lee."])
    assert titled == {"stone": F}
    found = settling.paragraph(sentences, wishes, titled)
    assert [(one.gender, one.by) for some in found for one in some] == expected


@pytest.mark.parametrize(
    ("language", "source", "target", "roles", "genders"),
    [
        ("de", "The artist left.", "Die Künstlerin ging.", ["artist"], {F}),
        ("de", "The doctor met the users.", "Die Ärztin traf die Benutzer.", ["doctor"], {F}),
        ("de", "The member left.", "Das Mitglied ging.", ["member"], set()),
        ("de", "Select the user.", "Wählen Sie den Benutzer.", ["user"], {M}),
        ("fr", "The artist left.", "Cette artiste est là.", ["artist"], {F}),
        ("fr", "The artist left.", "L’artiste est là.", ["artist"], set()),
        ("es", "The musician left.", "El músico se fue.", ["musician"], {M}),
        ("es", "The music is new.", "La música es nueva.", [], set()),
    ],
)
def test_what_a_translation_shows(
    language: str, source: str, target: str, roles: list[str], genders: set[Gender]
) -> None:
    assert shown.genders(source, target, language, roles) == genders


@pytest.mark.parametrize(
    ("one", "other", "language", "gender"),
    [
        ("Je suis prêt.", "Je suis prête.", "fr", F),
        ("Je suis prête.", "Je suis prêt.", "fr", M),
        ("Je suis prêt.", "Je suis là.", "fr", None),
        ("Je suis prêt.", "Je suis prêt.", "fr", None),
    ],
)
def test_differing_in_gender(one: str, other: str, language: str, gender: Gender | None) -> None:
    assert shown.differ(one, other, language) is gender


@pytest.mark.parametrize(
    ("language", "text", "role", "wanted", "begun_with"),
    [
        ("de", "Der Arzt ist hier.", "doctor", F, ["Die Ärztin ist"]),
        ("de", "Ich half dem Zahnarzt.", "doctor", F, ["Ich half der Zahnärztin"]),
        ("de", "Er ist Arzt.", "doctor", F, ["Er ist Ärztin"]),
        ("de", "Die Ärztin kam.", "doctor", M, ["Der Arzt kam", "Den Arzt kam"]),
        ("de", "Ein neuer Arzt kam.", "doctor", F, ["Eine neue Ärztin kam"]),
        ("de", "Sie half der guten Ärztin.", "doctor", M,
         ["Sie half dem guten Arzt", "Sie half des guten Arzt"]),
        ("de", "Er war Editor.", "editor", F, ["Er war Editorin"]),
        ("de", "Wohl niemals Arzt.", "doctor", F, []),
        ("fr", "C’est le premier auteur.", "author", F,
         ["C’est la première autrice", "C’est la première auteure"]),
        ("fr", "Le chanteur est là.", "singer", F, ["La chanteuse"]),
        ("fr", "Un ami est là.", "friend", F, ["Une amie"]),
        ("fr", "Mon ami est là.", "friend", F, ["Mon amie"]),
        ("es", "Hablé al médico.", "doctor", F, ["Hablé a la médica"]),
        ("es", "Ella está aquí.", "doctor", F, []),
    ],
)  # fmt: skip
def test_beginning_with_the_other_form(
    language: str, text: str, role: str, wanted: Gender, begun_with: list[str]
) -> None:
    assert begun.beginnings(text, language, [role], wanted) == begun_with

"""Names beside words for a person: of which gender they are then, and where a name says nothing."""

from __future__ import annotations

import pytest

from doctrans.constraints.gender import settling
from doctrans.constraints.gender.settling import By
from doctrans.constraints.gender.wishes import Wishes
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Our boss, Susan Hill, left.", [("Our boss", F)]),
        ("Our lawyer, Mr. Hill, left.", [("Our lawyer", M), ("Mr. Hill", M)]),
        ("Our boss, Susan Hill, is a former athlete.", [("Our boss", F), ("a former athlete", F)]),
        ("Write to our adviser Sandra Weber.", [("our adviser", F)]),
        ("Please ask our manager Peter Hall.", [("our manager", M)]),
        ("My friend Peter is a nurse.", [("My friend", M), ("a nurse", M)]),
        ("The new boss is Claudia Roth.", [("The new boss", F)]),
        ("Emma Stone was elected as treasurer.", [("treasurer", F)]),
        ("Peter works as a nurse.", [("a nurse", M)]),
        ("Anna Berg (born 1970) is a painter.", [("a painter", F)]),
        ("Anna Berg, 45, is a nurse in Bern.", [("a nurse", F)]),
        ("If Anna is the customer, wait.", [("the customer", F)]),
        ("Meet Anna, our new nurse.", [("our new nurse", F)]),
        ("This is Anna Berg, a student of mine.", [("a student", F)]),
        ("A nurse named Julia called.", [("A nurse", F)]),
        ("Prof. Dr. Helen Hill is the director.", [("Prof. Dr. Helen Hill", F)]),
        ("The manager is Peter Hall.", [("The manager", M)]),
        ("I met Anna Berg, who is a nurse.", [("a nurse", F)]),
        ("He met Ms Hill, who was an accountant.", [("He", M), ("Ms Hill", F)]),
        (
            "The son of Ms Hill, who was a nurse, left.",
            [("The son", M), ("Ms Hill", F), ("a nurse", None)],
        ),
        ("Anna Berg, the director of the institute, left.", [("the director", F)]),
        ("For Anna Berg, the director of the institute lied.", [("the director", None)]),
        ("Anna Berg, the director of the institute, and I left.", [("the director", None)]),
        # Lists of persons, and brackets.
        ("Photographer: Jane Doe", [("Photographer", F)]),
        ("Chief engineer: Mary Johnson (since 2020)", [("Chief engineer", F)]),
        ("Susan Miller, teacher", [("teacher", F)]),
        ("Contact: Julia Meyer, Editor", [("Editor", F)]),
        ("Susan Miller – Senior engineer", [("Senior engineer", F)]),
        ("Anna Miller (student) won.", [("student", F)]),
        ("Author: Jane Doe, John Smith", []),
        ("Author: Kim Lee", []),
        ("Supplier: Anna Berg Ltd", []),
        ("Driver: Epson", []),
        ("Students: Anna Miller", []),
        ("Susan Miller, teacher training", []),
        # Somebody else's name, or a subject of its own.
        ("The father of Anna is a doctor.", [("The father", M), ("a doctor", None)]),
        ("The doctor, Anna, and I left.", [("The doctor", None)]),
        ("Peter, Anna, the doctor, and I left.", [("the doctor", None)]),
        ("The lawyer, Peter said, was late.", [("The lawyer", None)]),
        ("I told the nurse Anna was ill.", [("the nurse", None)]),
        ("The teacher Anna met was kind.", [("The teacher", None)]),
        ("The doctor is Anna's mother.", [("The doctor", None), ("mother", F)]),
        ("According to Anna, the doctor is ill.", [("the doctor", None)]),
        ("Neither Tom nor Anna is a doctor.", [("a doctor", None)]),
        ("When Anna left, the doctor slept.", [("the doctor", None)]),
        ("The teacher called Anna yesterday.", [("The teacher", None)]),
        ("A nurse called Anna back.", [("A nurse", None)]),
        ("The boss named Anna Berg in June.", [("The boss", None)]),
        ("We met with a nurse called Anna.", [("a nurse", F)]),
        ("Ask the doctor, Anna.", [("the doctor", None)]),
        ("Ask her doctor, Anna.", [("her", F), ("her doctor", F)]),
        ("Anna is my doctor's friend.", [("my doctor", None)]),
        ("My boss is Anna and Peter's father.", [("My boss", None), ("father", M)]),
        (
            "Mr Lee, the doctor, and Ms Hill left.",
            [("Mr Lee", M), ("the doctor", None), ("Ms Hill", F)],
        ),
        # Surnames and firms.
        ("Clark is a nurse.", [("a nurse", None)]),
        ("Clark Hill is a nurse.", [("a nurse", M)]),
        ("Our partner, Anna Berg Ltd, paid.", [("Our partner", None)]),
        ("Our boss, Mercedes, left.", [("Our boss", None)]),
        # Nobody, or a name of either gender.
        ("Georgia is a producer of wine.", []),
        ("The editor opens Anna.", []),
        ("Robin is a doctor.", [("a doctor", None)]),
    ],
)
def test_names_beside(sentence: str, found: list[tuple[str, Gender | None]]) -> None:
    [some] = settling.paragraph([sentence], Wishes(), {})
    assert [(one.person.words, one.gender) for one in some] == found


def test_a_name_says_less_than_the_customer_and_the_sentence() -> None:
    [[boss]] = settling.paragraph(["Our boss, Alan Hill, left."], Wishes((("boss", F),)), {})
    assert (boss.gender, boss.by) == (F, By.CUSTOMER)
    [[doctor]] = settling.paragraph(["Alan Hill is a female doctor."], Wishes(), {})
    assert (doctor.gender, doctor.by) == (F, By.SENTENCE)
    [[doctor]] = settling.paragraph(["Alan Hill is a doctor."], Wishes(), {})
    assert (doctor.gender, doctor.by) == (M, By.NAME)


@pytest.mark.parametrize(
    ("sentences", "genders"),
    [
        # A word that is of things too, of somebody who is known.
        (["The patient is a woman.", "The patient was ill on Monday."], [[F], [F]]),
        (["The driver software is old.", "The driver crashed."], [[], []]),
        (["She is our driver.", "Install the printer driver."], [[F], []]),
        (["Anna Berg is a nurse.", "A nurse helps.", "The nurse left."], [[F], [None], [F]]),
        (["In 1960 with his wife Eve he was a nurse.", "It was cold."], [[M, F], []]),
        # A day is no other person.
        (["Our new doctor starts on Monday.", "Her name is Kim."], [[F], [F]]),
        (["Our new doctor calls Kim.", "Her name is Lee."], [[None], [F]]),
    ],
)
def test_one_person_of_several_sentences(
    sentences: list[str], genders: list[list[Gender | None]]
) -> None:
    found = settling.paragraph(sentences, Wishes(), {})
    assert [[one.gender for one in some] for some in found] == genders


@pytest.mark.parametrize(
    ("sentence", "wishes", "found"),
    [
        # Cells and labels are nothing but a role, which only the customer calls a person.
        ("Nurse", (("nurse", M),), [("Nurse", M)]),
        ("Senior project manager:", (("project manager", F),), [("Senior project manager", F)]),
        ("Project manager", (("manager", F),), [("Project manager", F)]),
        ("Nurse", (("doctor", F),), []),
        ("Nurse station", (("nurse", M),), []),
        ("Nurses", (("nurse", M),), []),
        ("User account", (("user", F),), []),
        # What somebody says of themselves.
        ("I am a student.", (("i", F),), [("I", F)]),
        ("I'm a doctor.", (("i", F),), [("I", F)]),
        ("You are a doctor.", (("you", F),), [("You", F)]),
        ("I saw a doctor.", (("i", F),), [("I", F), ("a doctor", None)]),
    ],
)
def test_whom_the_customer_names(
    sentence: str,
    wishes: tuple[tuple[str, Gender], ...],
    found: list[tuple[str, Gender | None]],
) -> None:
    [some] = settling.paragraph([sentence], Wishes(wishes), {})
    assert [(one.person.words, one.gender) for one in some] == found

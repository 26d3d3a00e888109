"""Where a sentence calls somebody by a role."""

from __future__ import annotations

import pytest

from doctrans.constraints.gender import called


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Doctor met the co-founder.", ["Doctor", "founder"]),
        ("A head teacher and a teacher.", ["head teacher", "teacher"]),  # the longest
        ("Doctors, actors and co-actors.", []),  # of many
        ("The fiancée of the éditeur.", []),
        ("İ am a doctor.", ["doctor"]),  # offsets stay where folding makes text longer
        ("", []),
    ],
)
def test_places_are_whole_words(sentence: str, found: list[str]) -> None:
    assert [sentence[place.start : place.end] for place in called.places(sentence)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("My very old doctor left.", ["My very old doctor"]),
        ("A kind, calm and clever nurse.", ["A kind, calm and clever nurse"]),
        ("The file, folder and user.", []),  # of *the* they are several things
        ("Lee's co-author wrote to Kim's friend.", ["Lee's co-author", "Kim's friend"]),
        ("The student doctor left.", ["The student doctor"]),
        ("The user account, the doctor-patient talk.", []),
        ("The road to the town of the doctor.", ["the doctor"]),
    ],
)
def test_with_article(sentence: str, found: list[str]) -> None:
    calls = called.with_article(sentence, called.places(sentence))
    assert [sentence[call.start : call.end] for call in calls] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Keller worked as head teacher in Bern.", ["head teacher"]),
        ("Keller became deputy director.", ["deputy director"]),
        ("Keller was a painter and writer.", ["writer"]),
        ("It is user data.", []),
        ("Send it to doctor and nurse.", []),
    ],
)
def test_bare(sentence: str, found: list[str]) -> None:
    calls = called.bare(sentence, called.places(sentence))
    assert [sentence[call.start : call.end] for call in calls] == found


def test_those_that_follow() -> None:
    sentence = "As a dancer, young teacher and writer, she met a doctor."
    roles = called.places(sentence)
    [first, *_] = called.with_article(sentence, roles)
    second = called.listed(sentence, first, roles)
    assert second and sentence[second.start : second.end] == "young teacher"
    third = called.listed(sentence, second, roles)
    assert third and third.place.role == "writer"
    assert called.listed(sentence, third, roles) is None

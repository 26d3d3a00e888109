"""Salutations, and the gender of titles and first names in them."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints import salutations
from doctrans.constraints.gender import first_names, titles
from doctrans.constraints.gender.settling import By, paragraph
from doctrans.constraints.gender.wishes import Wishes
from doctrans.constraints.salutations import said
from doctrans.constraints.spelling.lexicon import listed
from doctrans.model import Gender, Tagged


@pytest.mark.parametrize(
    ("text", "german", "french", "spanish"),
    [
        ("Dear Ms. Wood,", "Sehr geehrte Frau Wood,", "Chère Madame Wood,",
         "Estimada señora Wood:"),
        ("Dear Mr Wood:", "Sehr geehrter Herr Wood,", "Cher Monsieur Wood,",
         "Estimado señor Wood:"),
        ("Dear Miss Carter", "Sehr geehrte Frau Carter", "Chère Madame Carter",
         "Estimada señora Carter"),
        ("Dear Emily,", "Liebe Emily,", "Chère Emily,", "Estimada Emily:"),
        ("Dear Peter,", "Lieber Peter,", "Cher Peter,", "Estimado Peter:"),
        ("Dear Alex,", "Hallo Alex,", "Bonjour Alex,", "Hola, Alex:"),
        ("Dear John Smith,", "Lieber John Smith,", "Cher John Smith,", "Estimado John Smith:"),
        ("Dear Mary and John,", "Liebe Mary, lieber John,", "Chère Mary, cher John,",
         "Estimada Mary y estimado John:"),
        ("Dear Mr. & Mrs. Wood,", "Sehr geehrte Frau Wood, sehr geehrter Herr Wood,",
         "Chère Madame, cher Monsieur Wood,", "Estimados señor y señora Wood:"),
        ("Dear Dr Emily Page,", "Sehr geehrte Frau Dr. Emily Page,", "Chère docteure Emily Page,",
         "Estimada doctora Emily Page:"),
        ("Hi James!", "Hallo James!", "Bonjour James\u00a0!", "¡Hola, James!"),
        ("Good morning, Mr Wood", "Guten Morgen, Herr Wood", "Bonjour Monsieur Wood",
         "Buenos días, señor Wood"),
        ("Hello Emily and Ian,", "Hallo Emily und Ian,", "Bonjour Emily et Ian,",
         "Hola, Emily e Ian:"),
    ],
)  # fmt: skip
def test_salutations(text: str, german: str, french: str, spanish: str) -> None:
    assert tuple(said(text, "en-US", to) for to in ("de-AT", "fr", "es")) == (
        german,
        french,
        spanish,
    )


@pytest.mark.parametrize(
    "text",
    ["Dear Dr Wood,", "Dear Customer,", "Dear Mr President,", "Dear Wood family,", "Hello World",
     "Good Morning America", "Dear Emily, how are you?", "Dear Sir or Madam,", "Dear", "Hi there,",
     "My dear Emily,"],
)  # fmt: skip
def test_other_texts_are_none(text: str) -> None:
    assert said(text, "en", "de") is None
    assert said("Dear Emily,", "en", "it") is None


@pytest.mark.parametrize(
    ("source", "target", "to", "expected"),
    [
        ("Dr. Peter Shaw", "Dra. Peter Shaw", "es", "Dr. Peter Shaw"),
        ("Ask Dr Peter Shaw.", "Pregunte a la doctora Peter Shaw.", "es",
         "Pregunte al doctor Peter Shaw."),
        ("Prof. Emily Page left.", "El prof. Emily Page salió.", "es",
         "La prof. Emily Page salió."),
        ("Dr. Emily Page speaks.", "Le Dr Emily Page parle.", "fr", "La Dre Emily Page parle."),
        ("Dr. Robin Page left.", "La Dre Robin Page est partie.", "fr",
         "La Dre Robin Page est partie."),
        ("Dear Ms Wood, hello", "Cher Mme Wood, bonjour", "fr", "Chère Mme Wood, bonjour"),
        ("Dear Emily, hello", "Estimado Emily: hola", "es", "Estimada Emily: hola"),
        ("Dear Peter, hello", "Sehr geehrte Peter, hallo", "de", "Lieber Peter, hallo"),
        ("Dear Mr Wood, hello", "Lieber Herr Wood, hallo", "de", "Lieber Herr Wood, hallo"),
        ("Mme Wood", "Cher Mme Wood", "fr", "Cher Mme Wood"),
        ("Ask Mr Wood.", "Fragen Sie Herr Wood.", "de", "Fragen Sie Herrn Wood."),
        ("I met with Mr Wood.", "Ich sprach mit Herr Wood.", "de", "Ich sprach mit Herrn Wood."),
        ("Come, Mr Wood.", "Kommen Sie, Herr Wood.", "de", "Kommen Sie, Herr Wood."),
        ("Mr Wood asks.", "Dann fragt Herr Wood.", "de", "Dann fragt Herr Wood."),
    ],
)  # fmt: skip
def test_titles_agree_with_names(source: str, target: str, to: str, expected: str) -> None:
    assert titles.agreeing(source, Tagged(target), "en", to).text == expected


@pytest.mark.parametrize(
    ("sentence", "gender", "by"),
    [
        ("Professor John Smith called.", Gender.MASCULINE, By.NAME),
        ("We met Dr. Emily Page.", Gender.FEMININE, By.NAME),
        ("We met Dr. Robin Page.", None, By.NOBODY),
        ("We met Dr. Jackson.", None, By.NOBODY),
        ("Professor John Smith lost her keys.", Gender.FEMININE, By.SENTENCE),
    ],
)
def test_a_first_name_behind_a_title_tells(sentence: str, gender: Gender | None, by: By) -> None:
    ((one,),) = paragraph([sentence], Wishes(), {})
    assert (one.gender, one.by) == (gender, by)


def test_no_name_is_of_both() -> None:
    women, men = (
        {name for name, own in first_names.GENDERS.items() if own is gender} for gender in Gender
    )
    assert len(women) > 300 < len(men)
    assert not {"Alex", "Robin", "Kim", "Andrea", "Jean"} & first_names.GENDERS.keys()
    assert "Alex" in listed("first_names")


def test_examples() -> None:
    assert not any(doctest.testmod(m).failed for m in (salutations, titles, first_names))

"""Names in English text, and whether a translation has them."""

from __future__ import annotations

import doctest
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.constraints import freezing
from doctrans.constraints.spelling import companies, names, titled
from doctrans.model import Tagged

DE = ("en-GB", "de-AT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She worked with Mr Okafor and Anna Kozyra-Sendler.", ["Okafor", "Anna Kozyra-Sendler"]),
        ("Okafor's reports are in the folder.", ["Okafor"]),
        ("The (late) Sendler, “Twombly” and Ōmi are named.", ["Sendler", "Twombly", "Ōmi"]),
        (
            "Contact Anna Price at the desk, or Tom B. Field-Stone.",
            ["Anna Price", "Tom B. Field-Stone"],
        ),
        (
            "We see Alexander Graham Bell and\u00a0Tom\u00a0Field here.",
            ["Alexander Graham Bell", "Tom\u00a0Field"],
        ),
        ("The Polish Pope John Paul II was there.", []),
        ("Is Anna American? I gave Tom French lessons and Charles Bridge a miss.", []),
        ("Call Anna Now", []),
        ("What Anna Left in the War", []),
        ("The Carinthian lakes and the łódź of šimek are here.", []),
        ("Photo: Amanda Hunter", ["Amanda Hunter"]),
        ("by Tom Whitfield", ["Tom Whitfield"]),
        ("Anna Price, Head of Marketing", ["Anna Price"]),
        ("How Anna Built Her Shop in Two Years", []),
        ("We see Anna Monday and Tom in the morning.", []),
        # Before a legal form, too, but for what begins the sentence.
        (
            "Contact First Choice Ltd. or Sun & Sea, Inc. about Summit Partners GmbH.",
            ["First Choice", "Sun & Sea", "Summit Partners"],
        ),
        ("In May Bakery Corp’s shop closed.", ["Bakery"]),
        ("About GmbH law. The LLC has an Inc. file.", []),
        # Behind a title whatever has a capital.
        ("Please contact Ms. Wood or Dr Emily O’Brien.", ["Wood", "Emily O’Brien"]),
        (
            "Ask Miss van der Field's class, Mrs J. P. Hall-Long and Mr Day.",
            ["van der Field", "J. P. Hall-Long", "Day"],
        ),
        ("Dear Mr and Mrs Page,", ["Page"]),
        ("We saw Dr. Stone Monday.", ["Stone"]),
        ("Dr Wood Leads Professor Emily Page", ["Wood", "Emily Page"]),
        ("Mr President, what you Miss is Miss Universe and the Professor of Law.", []),
        # Verbs and nouns that are no titles.
        ("Don't Miss Free Shipping on all of the many things that we have!", []),
        ("Never Miss Updates Again", []),
        ("Call Your Doctor Immediately, please, or ask a Doctor About it now", []),
        ("Find Doctor Near Me | Doctor Reviews", []),
        ("Doctor Emily Page, Doctor Okafor and Miss Price", ["Emily Page", "Okafor", "Price"]),
        ("Please write a letter to Miss Long and to Doctor Day.", ["Long", "Day"]),
        # Words, what is made of words, and what others write in their own way.
        ("The Baker family visits Warsaw, a Brazilian Embassy and Lovestoneites.", []),
        ("They use Timesheets, Policies and Stomatological Boxes.", []),
        # Headings have capitals all over; codes, addresses and sites are protected otherwise.
        ("Configure Blorfing Zanthrops", []),
        ("write to Kozyra@example.org or see Foo.Kozyrabar and KOZYRA", []),
        ("", []),
    ],
)
def test_names_are_words_in_capitals_that_no_list_has(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in names.found(text, "en")] == expected


def test_other_languages_have_no_list() -> None:
    assert names.found("Der Bericht von Okafor liegt bei.", "de") == []
    assert names.lost("Der Bericht von Okafor liegt bei.", "It is here.", ("de", "en")) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("We thank Ms Okafor.", "Wir danken Frau Okafor.", ()),
        ("We thank Ms Okafor.", "Wir danken Frau Okafors.", ()),  # a genitive
        ("We thank Ms Okafor.", "Wir danken Frau Okaforfor.", ("Okafor",)),
        ("We thank Ms Okafor.", "Wir danken Frau Oka.", ("Okafor",)),
        ("We thank Ms Okafor and Ms Okafor.", "Wir danken.", ("Okafor",)),
        ("Tom Field leads the team.", "Tom Feld leitet das Team.", ("Tom Field",)),
        ("We thank Mr. Twombly (Okafor) for it.", "Wir danken zweimal.", ("Twombly", "Okafor")),
        ("Ms. Wood writes.", "Frau Holz schreibt.", ("Wood",)),
        ("Summit Partners LLP advised.", "Gipfelpartner LLP riet.", ("Summit Partners",)),
        ("It is of Open Road, Inc.", "Es ist von Open Road Inc.", ()),
        ("We thank Dr. D’Amico.", "Wir danken Dr. D'Amico.", ()),
        # At the beginning of a sentence only what is much like it says that it was a name.
        ("Ottman writes.", "Otttman schreibt.", ("Ottman",)),
        ("Recieve the goods.", "Empfangen Sie die Waren.", ()),
    ],
)
def test_what_is_lost(source: str, target: str, expected: tuple[str, ...]) -> None:
    assert names.lost(source, target, DE) == expected


def test_languages_that_write_names_otherwise_lose_none() -> None:
    assert names.lost("We thank Ms Okafor.", "Спасибо госпоже Окафор.", ("en", "ru")) == ()


PIECES = [
    "Alexander",
    "Graham",
    "Bell",
    "Okafor",
    "Ōmi",
    "B.",
    "the",
    " ",
    "\u00a0",
    "-",
    "’s",
    "Ms ",
    "Dr. ",
    "(",
    ". ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_places_are_apart_and_nothing_is_lost_in_a_copy(text: str) -> None:
    places = names.found(text, "en")
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert freezing.thaw(freezing.freeze(Tagged(text), places))[0].text == text
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in places)
    assert names.lost(text, text, DE) == ()


def test_names_behind_titles_may_be_words_too() -> None:
    assert names.behind_titles("Ms Wood and Tom Field buy wood.", DE) == ("Wood",)
    assert names.behind_titles("Ms Wood", ("en", "ru")) == ()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Mr French speaks French", ["French"]),
        ("Ms Wood buys Wood, and Wood's bill is paid.", ["Wood", "Wood"]),
        ("Ms Okafor and Okafor", ["Okafor", "Okafor"]),
        ("Dr Emily Wood and Emily Wood in the Wood", ["Emily Wood", "Emily Wood"]),
        ("Never Miss French Days with Mr French", ["French"]),
        ("Open Road, Inc. is on the Open Road", ["Open Road"]),
    ],
)
def test_names_that_are_words_are_held_behind_titles(text: str, held: list[str]) -> None:
    found = names.places(text, list(dict.fromkeys(held)))
    assert [text[start:end] for start, end in found] == held


def test_examples() -> None:
    assert doctest.testmod(companies).failed == 0
    assert doctest.testmod(names).failed == 0
    assert doctest.testmod(titled).failed == 0

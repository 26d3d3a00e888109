"""Where terms are found, in which letters they go on, and what counts as their use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.constraints.terms import agreement
from doctrans.constraints.terms.entries import Case, Entry, same_language
from doctrans.constraints.terms.glossary import Glossary
from doctrans.constraints.terms.uses import Outcome, alike, uses
from doctrans.model import Tagged
from tests.notation import tagged
from tests.test_spans import trees

WINDOW = Entry("window", "Fenster")
ACCOUNT = Entry("user account", "Nutzerkonto")
USER = Entry("user", "Nutzer")


def found(notation: str, *entries: Entry, source: str = "en") -> list[tuple[str, str]]:
    text = tagged(notation)
    hits = Glossary(entries, source, "de").find(text)
    return [(text.text[hit.start : hit.end], hit.target) for hit in hits]


@pytest.mark.parametrize(
    ("notation", "wanted"),
    [
        ("Close the window.", [("window", "Fenster")]),
        ("Close two windows.", [("windows", "Fenster")]),
        ("The user’s window", [("user", "Nutzer"), ("window", "Fenster")]),
        ("Your user account", [("user account", "Nutzerkonto")]),  # the longest
        ("All user accounts", [("user accounts", "Nutzerkonto")]),
        ("<1>user</1> acc<2>ount</2>", [("user account", "Nutzerkonto")]),
        ("user<1/> account", [("user account", "Nutzerkonto")]),  # an image or a bookmark
        ("user <1/x> account", [("user", "Nutzer")]),  # text that is not seen
        ("user<1/\n>account", [("user", "Nutzer")]),
        ("windowless, rewindow, window_1, window.size, back-window", []),
        ("window-", [("window", "Fenster")]),
        ("", []),
    ],
)
def test_terms_are_whole_words_the_longest_first(
    notation: str, wanted: list[tuple[str, str]]
) -> None:
    assert found(notation, WINDOW, USER, ACCOUNT) == wanted


def test_no_term_within_a_word() -> None:
    assert found("The party starts.", Entry("art", "Kunst"), Entry("start", "Anfang")) == [
        ("starts", "Anfang")
    ]
    assert found("C++ and C", Entry("C", "C")) == [("C", "C")]


@pytest.mark.parametrize(
    ("notation", "wanted"),
    [
        ("In order to pay the order, call.", ["order"]),
        ("<1>In</1> order to pay", []),
        ("The case is lost in case it rains.", ["case"]),
        ("Of course the course is full.", ["course"]),
        ("A number of them lack a number.", ["number"]),
        ("Keep the number up to date, and the date.", ["number", "date"]),
        ("The order is in order.", ["order", "order"]),
        ("See the course in part 3 in order 5.", ["course", "part", "order"]),
        ("Read it in part two, take part B, in part (c).", ["part"] * 3),
        ("They take part in it, which is true in part.", []),
        ("Enter a number of at least two digits.", ["number"]),
        ("On account of two orders", ["orders"]),
        ("See the Order.", ["Order"]),
        ("It is on time.", []),
        ("For the first time it ends each time you open it.", []),
        ("The last time is shown, and the next time slot.", ["time", "time"]),
        ("On Time is a magazine.", ["Time"]),  # a name
    ],
)
def test_no_term_is_in_a_phrase_of_function_words(notation: str, wanted: list[str]) -> None:
    words = ("order", "case", "course", "number", "date", "time", "part", "account")
    assert [text for text, _ in found(notation, *(Entry(word, "x") for word in words))] == wanted


def test_a_listed_phrase_is_found() -> None:
    assert found("In order to pay", Entry("in order to", "um zu"), Entry("order", "x")) == [
        ("In order to", "um zu")
    ]


def test_acronyms_in_the_plural_are_found() -> None:
    assert found("Two KPIs, the KPI’s kpis", Entry("KPI", "LKZ")) == [
        ("KPIs", "LKZ"),
        ("KPI", "LKZ"),
    ]
    assert found("Two KPIs", Entry("KPI", "LKZ", case=Case.EXACT)) == []
    assert Glossary([Entry("API", "", keep=True)], "en", "de").find(Tagged("Two APIs")) == ()
    assert alike("LKZ", "LKZs", "de") and not alike("Art", "Arts", "de")


def test_parts_of_compounds_with_hyphens_are_found_in_languages_that_write_them() -> None:
    entry = Entry("Konto", "account")
    assert found("Ihr SEPA-Konto", entry, source="de") == [("Konto", "account")]
    assert found("a Konto-SEPA", entry) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ihr Bankkonto", ["konto"]),
        ("alle Kundenkonten", ["konten"]),
        ("das Verkonto, ein Xykonto", []),
        ("Kontoinhaber", []),  # an owner
        ("Ihr Konto", ["Konto"]),
    ],
)
def test_the_last_part_of_a_compound_is_found_in_languages_that_write_them(
    text: str, wanted: list[str]
) -> None:
    hits = Glossary([Entry("Konto", "account")], "de", "en").find(Tagged(text))
    assert [text[hit.start : hit.end] for hit in hits] == wanted
    assert Glossary([Entry("konto", "x")], "en", "de").find(Tagged("Bankkonto")) == ()


@pytest.mark.parametrize(
    ("notation", "entry", "target"),
    [
        ("the window", WINDOW, "Fenster"),
        ("CLOSE THE WINDOW", WINDOW, "FENSTER"),
        ("click Save As now", Entry("save as", "enregistrer sous"), "Enregistrer sous"),
        ("Files are lost", Entry("file", "fichier"), "fichier"),  # begins its sentence
        ("the Files menu", Entry("file", "fichier"), "Fichier"),
        ("the Files menu", Entry("file", "fichier", case=Case.ANY), "fichier"),
        ("ask IT about it", Entry("IT", "EDV"), "EDV"),
        ("WHO knows who", Entry("WHO", "OMS"), "OMS"),
        ("an iphone, an iPhone", Entry("iPhone", "iPhone", case=Case.EXACT), "iPhone"),
    ],
)
def test_letters_are_carried_over(notation: str, entry: Entry, target: str) -> None:
    assert [there for _, there in found(notation, entry)] == [target]


def test_words_that_are_not_translated_are_cut_at_tags() -> None:
    glossary = Glossary([Entry("Acme Cloud", "", keep=True, case=Case.EXACT)], "en", "de")
    text = tagged("Acme Cloud, <1>Acme</1> Cloud, acme cloud")
    assert [text.text[a:b] for a, b in glossary.kept(text)] == ["Acme Cloud", "Acme", "Cloud"]
    assert glossary.names(text) == {"Acme Cloud": 2}


def test_the_first_glossary_and_the_higher_priority_go_before() -> None:
    entries = [Entry("file", "Akte"), Entry("file", "Datei"), Entry("file", "Feile", priority=1)]
    assert found("a file", *entries[:2]) == [("file", "Akte")]
    assert found("a file", *entries) == [("file", "Feile")]


def test_entries_for_others_are_left_out() -> None:
    entries = [
        Entry("file", "fichier", target_language="fr"),
        Entry("file", "Akte", domain="law"),
        Entry("file", "Datei", customer="Acme"),
    ]
    law = Glossary(entries, "en", "de", domain="Law", customer="Other")
    assert [entry.target for entry in law.entries] == ["Akte"]
    assert {entry.target for entry in Glossary(entries, "en", "de").entries} == {"Akte", "Datei"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("en", "en-GB", True), ("en-US", "en_us", True), ("en-US", "en-GB", False), ("", "x", True)],
)
def test_languages_of_entries(one: str, other: str, same: bool) -> None:
    assert same_language(one, other) is same


def test_the_word_before_tells_a_verb_from_a_noun() -> None:
    noun, verb = (
        Entry("file", "Datei", part_of_speech="noun"),
        Entry("file", "ablegen", part_of_speech="verb"),
    )
    assert found("You file the file.", noun, verb) == [("file", "ablegen"), ("file", "Datei")]


def outcome(entry: Entry, source: str, target: str) -> list[str]:
    hits = Glossary([entry], "en", "de").wanted(Tagged(source))
    return [use.outcome.value for use in uses(hits, target, "de")]


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("Das Fenster", "met"),
        ("DAS FENSTER", "met"),
        ("in den Fenstern", "inflected"),
        ("das Hauptfenster", "inflected"),
        ("die Scheibe", "missed"),
    ],
)
def test_outcomes(target: str, wanted: str) -> None:
    assert outcome(WINDOW, "the window", target) == [wanted]


def test_each_term_wants_words_of_its_own() -> None:
    entries = [Entry("account", "Konto"), Entry("bank account", "Bankkonto")]
    hits = Glossary(entries, "en", "de").wanted(Tagged("account and bank account"))
    assert [u.outcome for u in uses(hits, "Bankkonto", "de")] == [Outcome.MISSED, Outcome.MET]
    assert [u.outcome for u in uses(hits, "Konto und Bankkonto", "de")] == [Outcome.MET] * 2


def test_admitted_words_are_as_good_and_forbidden_ones_are_told() -> None:
    entry = Entry("window", "Fenster", admitted=("Ansicht",), forbidden=("Scheibe",))
    hits = Glossary([entry], "en", "de").wanted(Tagged("the window"))
    [good], [bad] = uses(hits, "die Ansicht", "de"), uses(hits, "die Scheiben, das Fenster", "de")
    assert (good.outcome, good.forbidden) == (Outcome.MET, "")
    assert (bad.outcome, bad.forbidden, bad.failed) == (Outcome.MET, "Scheibe", True)


def test_the_last_part_of_a_compound_may_be_inflected() -> None:
    entry = Entry("account", "Konto")
    assert outcome(entry, "the accounts", "die Bankkonten") == ["inflected"]
    assert outcome(entry, "the accounts", "die Xykonten") == ["missed"]
    assert outcome(entry, "the accounts", "die Bankkarten") == ["missed"]


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("Konto", "Konten", "de", True),
        ("Buch", "Bücher", "de", True),
        ("öffnen", "geöffnet", "de", True),
        ("Datei", "Daten", "de", False),
        ("fichier", "fichiers", "fr", True),
        ("cheval", "chevaux", "fr", True),
        ("archivo", "archivos", "es", True),
        ("12", "13", "de", False),
    ],
)
def test_forms_of_a_word(one: str, other: str, language: str, same: bool) -> None:
    assert alike(one, other, language) is same


@given(trees(), st.lists(st.sampled_from("abcxyz"), min_size=1, max_size=4))
def test_hits_are_whole_words_apart_and_in_order(text: Tagged, letters: list[str]) -> None:
    glossary = Glossary([Entry(" ".join(letters), "x"), Entry(letters[0], "y")], "en", "de")
    position = 0
    for hit in glossary.find(text):
        assert position <= hit.start < hit.end <= len(text.text)
        position = hit.end
        around = text.text[hit.start - 1 : hit.start] + text.text[hit.end : hit.end + 1]
        assert not any(char.isalnum() for char in around) or text.tags


@given(st.text(max_size=40), st.text(min_size=1, max_size=8))
def test_any_text_and_any_term(text: str, term: str) -> None:
    for hit in Glossary([Entry(term, "x")], "en", "de").find(Tagged(text)):
        assert text[hit.start : hit.end].strip()


@pytest.mark.parametrize(
    ("words", "term", "language", "stands"),
    [
        ("Speichern", "sichern", "de", True),  # beim Speichern, beim Sichern
        ("Dateien", "sichern", "de", False),  # many files
        ("speichern", "sichern", "de", False),  # a verb
        ("Speichern", "Sicherung", "de", False),  # is a noun itself
        ("Save", "keep", "en", False),
    ],
)
def test_german_verbs_as_nouns(words: str, term: str, language: str, stands: bool) -> None:
    assert agreement.as_a_noun(words, term, language) is stands


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You can order online.", []),
        ("To order a pump, call us.", []),
        ("Order your pump today!", []),
        ("Select a pump and order it.", []),
        ("She orders a new pump.", []),
        ("Please order early.", []),
        ("We send you order forms.", ["order"]),
        ("Can orders be changed?", ["orders"]),
        ("Should order be kept?", ["order"]),
        ("Access to order and key", ["order"]),
        ("Order status", ["Order"]),
        ("In May orders rose.", ["orders"]),
        ("How You Can Order", ["Order"]),
    ],
)
def test_a_noun_is_not_found_where_its_word_is_a_verb(text: str, found: list[str]) -> None:
    for language, target in (("de", "Auftrag"), ("fr", "commande"), ("es", "pedido")):
        hits = Glossary([Entry("order", target)], "en", language).wanted(Tagged(text))
        assert [text[hit.start : hit.end] for hit in hits] == found


def test_what_may_be_a_verb_is_found_anywhere() -> None:
    for language, target in (("de", "bestellen"), ("fr", "commander"), ("nl", "bestelling")):
        glossary = Glossary([Entry("order", target)], "en", language)
        assert glossary.wanted(Tagged("You can order online."))

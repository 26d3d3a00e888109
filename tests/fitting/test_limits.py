"""Limits on the length of texts, kept with an engine whose candidates are known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doctrans import api
from doctrans.errors import UsageError
from doctrans.fitting.lengths import exceeded, lengths, share
from doctrans.layout.breaking import SHY
from doctrans.model import Document, Limit, Segment, Severity
from doctrans.ports import ReadOptions
from doctrans.report import Result, json_
from doctrans.report.lengths import Unit
from tests.fitting.candidates import Candidates

SETTINGS = {
    "User settings": [
        ("Die Einstellungen dafür", -0.1),
        ("Benutzereinstellungen", -0.2),
        ("Einstellungen", -0.5),
    ]
}
TWELVE = Limit(characters=12)


def translated(
    engine: Candidates, *limits: Limit, text: str = "User settings", spelling: bool = False
) -> Result:
    """Words may be cut anywhere here, so that spelling is not looked at unasked."""
    segments = (Segment("s1", text, limits=limits), Segment("s2", text))
    with api.Translator("de", "en", engine=engine, fit="off", spelling=spelling) as translator:
        return translator.translate([Document("text", "en", segments, None)])[0]


def texts(result: Result) -> list[str]:
    return [segment.text for segment in result.document.segments]


@pytest.mark.parametrize(
    ("text", "limit", "length"),
    [
        ("Größe", Limit(characters=5), 5),
        ("Größe", Limit(bytes=7), 7),
        ("Größe", Limit(bytes=5, encoding="iso-8859-1"), 5),
        ("Größe", Limit(bytes=10, encoding="utf-16"), 10),
        ("→", Limit(bytes=1, encoding="iso-8859-1"), 1),
        ("", Limit(characters=1), 0),
    ],
)
def test_lengths(text: str, limit: Limit, length: int) -> None:
    [measured] = lengths(text, (limit,))
    assert measured.length == length
    assert not exceeded(text, (limit,))
    assert share(text, (limit,)) <= 1


def test_a_text_is_as_wide_as_its_widest_line_in_its_font() -> None:
    pytest.importorskip("uharfbuzz")
    ten, twenty = Limit(width=100), Limit(width=100, size=20)
    [one], [other] = lengths("Save", (ten,)), lengths("Save", (twenty,))
    assert one.unit is Unit.WIDTH
    assert other.length == pytest.approx(2 * one.length, abs=0.02)
    assert lengths("Save\nil", (ten,))[0].length == one.length
    assert lengths("Save" + SHY, (ten,))[0].length == one.length


def test_of_several_limits_the_strictest_of_each_unit_counts() -> None:
    limits = (TWELVE, Limit(characters=9, bytes=50), Limit(bytes=8, encoding="utf-16"))
    found = lengths("abcde", limits)
    assert [(m.unit, m.limit, m.length) for m in found] == [
        (Unit.CHARACTERS, 9, 5),
        (Unit.BYTES, 8, 10),
    ]
    assert [m.by.encoding for m in exceeded("abcde", limits)] == ["utf-16"]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"characters": 0},
        {"bytes": -1},
        {"width": float("inf")},
        {"width": 1, "size": 0},
        {"bytes": 1, "encoding": "latin-99"},
    ],
)
def test_what_is_no_limit(wrong: dict[str, float]) -> None:
    with pytest.raises(UsageError, match=r"A limit|no encoding"):
        Limit(**wrong)


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (Limit(characters=23), "Die Einstellungen dafür"),
        (Limit(characters=22), "Benutzereinstellungen"),
        (Limit(bytes=23), "Benutzereinstellungen"),
        (Limit(characters=13), "Einstellungen"),
    ],
)
def test_the_likeliest_wording_that_keeps_the_limit(limit: Limit, expected: str) -> None:
    result = translated(Candidates(SETTINGS), limit)
    assert texts(result) == [expected, "Die Einstellungen dafür"]  # the same sentence is free there
    assert not result.report.all_notes


def test_the_model_is_asked_only_where_a_limit_is_exceeded() -> None:
    engine = Candidates(SETTINGS)
    translated(engine, Limit(characters=23))
    assert [request.candidates for request in engine.asked] == [1]


def test_a_character_less_is_enough() -> None:
    said = "Hier stehen nun einmal sehr viele Wörter in einer langen Reihe"
    known = {"Many words": [(f"{said} so", -0.1), (f"{said} da", -0.1), (said, -0.2)]}
    result = translated(Candidates(known), Limit(characters=len(said)), text="Many words")
    assert texts(result)[0] == said


def test_the_model_is_asked_to_be_short() -> None:
    engine = Candidates({"User settings": [("Alle Optionen dafür", -0.1)]}, short="Optionen dafür")
    assert texts(translated(engine, Limit(characters=14)))[0] == "Optionen dafür"


@given(
    lengths=st.lists(st.integers(1, 40), min_size=1, max_size=8),
    limit=st.builds(Limit, characters=st.integers(1, 45)),
)
@settings(max_examples=50)
def test_nothing_is_cut_and_nothing_is_too_long_without_a_note(
    lengths: list[int], limit: Limit
) -> None:
    whole = "Wörter die bald hier und bald dort gesagt werden"
    said = [(whole[: 8 + length].strip(), -0.1 * n) for n, length in enumerate(lengths)]
    known = {"Words that are said here and there": said}
    result = translated(Candidates(known), limit, text=next(iter(known)))
    limited, free = texts(result)
    assert free == said[0][0]
    assert limited in {text for text, _ in said}
    assert len(limited) <= limit.characters or limited == free
    assert bool(result.report.failed) == (len(limited) > limit.characters)


def test_what_is_too_long_stays_whole_and_is_an_error_with_numbers() -> None:
    result = translated(Candidates(SETTINGS), TWELVE)
    assert texts(result) == ["Die Einstellungen dafür"] * 2
    [note] = result.report.failed
    assert (note.code, note.severity, note.segment) == ("too-long", Severity.ERROR, "s1")
    assert note.message == (
        "The translation is too long: 23 characters instead of 12,"
        " and the shortest other wording has 13."
    )


def test_where_there_is_no_other_wording() -> None:
    result = translated(Candidates({"Air": [("Lüfte", -0.1)]}), Limit(bytes=3), text="Air")
    [note] = result.report.failed
    assert "6 bytes in utf-8 instead of 3, and no other wording is shorter" in note.message


def test_all_limits_of_a_segment_hold() -> None:
    assert texts(translated(Candidates(SETTINGS), Limit(characters=22), Limit(bytes=15)))[0] == (
        "Einstellungen"
    )


def test_several_sentences_share_a_limit() -> None:
    known = {
        "Save.": [("Nun speichern.", -0.1), ("Speichern.", -0.3)],
        "Close it.": [("Schließen Sie das.", -0.1), ("Schließen.", -0.3)],
    }
    result = translated(Candidates(known), Limit(characters=25), text="Save. Close it.")
    assert texts(result)[0] == "Speichern. Schließen."


def test_the_report_says_limit_and_length() -> None:
    limits = (Limit(characters=30), Limit(bytes=40), Limit(width=200, font="Arial", size=9))
    result = translated(Candidates(SETTINGS), *limits)
    limited, free = json_.document(result.report)["segments"]
    assert limited["limit"] == {
        "characters": 30, "bytes": 40, "encoding": "utf-8", "width": 200, "font": "Arial",
        "size": 9,
    }  # fmt: skip
    assert limited["length"]["characters"] == 23
    assert limited["length"]["bytes"] == 24
    assert 80 < limited["length"]["width"] < 110
    assert "limit" not in free and "length" not in free


def test_one_limit_for_plain_texts() -> None:
    with api.Translator("de", "en", engine=Candidates(SETTINGS)) as translator:
        assert translator.translate_text("User settings", TWELVE) == "Die Einstellungen dafür"
        assert translator.translate_text(["User settings"], limit=Limit(characters=15)) == [
            "Einstellungen"
        ]


def test_a_page_whose_limits_are_wide_is_translated_as_without() -> None:
    page = b"<h1>User settings</h1><p>Open the <b>user</b> settings. Save them!</p>"
    made = []
    for limits in ((), (("h1, p", Limit(characters=1000)),)):
        document = api.read(page, "html", ReadOptions(length_limits=limits))
        with api.Translator("de", "en", engine="pseudo") as translator:
            made.append(api.write(translator.translate([document])[0].document))
    assert made[0] == made[1]


def test_a_word_that_nobody_knows_keeps_no_text_too_long() -> None:
    text = "Zendesk semaglutide settings"
    said = [("Die Einstellungen für Semaglutid", -0.1), ("Semaglutid-Einstellungen", -0.2)]
    result = translated(Candidates({text: said}), Limit(characters=24), text=text, spelling=True)
    assert texts(result) == ["Semaglutid-Einstellungen", "Die Einstellungen für Semaglutid"]
    codes = [note.code for segment in result.report.segments for note in segment.notes]
    assert codes == ["unknown-word", "unknown-word"]


@pytest.mark.parametrize("known", [-0.3, -0.9])
@pytest.mark.parametrize("plain", ["Benutzereinstellungen", "Benuzereinstellungen"])
def test_a_wording_in_words_is_taken_before_one_that_makes_some_up(
    known: float, plain: str
) -> None:
    """Be the plain one in words, or mended."""
    text, made_up = "User settings", "Benuzereinstellung"
    said = [
        (plain, -0.1),
        (made_up, -0.2),
        ("Benutzereinstellungen", -0.25),
        ("Einstellungen", known),
    ]
    result = translated(Candidates({text: said}), Limit(characters=20), spelling=True)
    assert texts(result) == ["Einstellungen", "Benutzereinstellungen"]


def test_an_unlikely_wording_that_makes_up_a_word_keeps_a_limit_too() -> None:
    text, made_up = "User settings", "Benuzereinstellung"
    said = [("Benutzereinstellungen", -0.1), (made_up, -0.9)]
    result = translated(Candidates({text: said}), Limit(characters=20), spelling=True)
    assert texts(result) == [made_up, "Benutzereinstellungen"]

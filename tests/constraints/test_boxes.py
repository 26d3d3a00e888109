"""Boxes to tick, and the options beside them."""

from __future__ import annotations

import time

import pytest

import doctrans
from doctrans import reading
from doctrans.constraints.boxes import ranges
from doctrans.model import BOX
from tests.formats.docx.builders import control, docx, field, member, p, r
from tests.test_pipeline import TableEngine, one, shown


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("☐ Yes ☒ No", [0, 6]),
        ("☐Yes□No", [0, 4]),
        ("Yes ☑", [4]),
        ("na□ve", []),
        ("Yes ☐ No ☐", [4, 9]),
        ("Gender: ☐ male ☐ female", [8, 15]),
        ("Gender ☐ Male ☐ Female.", [7, 14]),
        ("Mark □ état ☐ États.", []),
        ("I want to ☐ buy ☐ rent a house", [10, 16]),
        ("☐ I agree to the terms. ☐ Send me news.", [0, 24]),
        ("(☐ yes ☐ no)", [1, 7]),
        ("a) ☐ yes", [3]),
        ("Mr. ☐ Mrs. ☐ Dr. ☐", [4, 11, 17]),
        ("Smoker ☐\nAge", [7]),
        # Signs that a sentence speaks of.
        ("Press the □ button on the controller to continue.", []),
        ("If you tick ☐ you agree to the terms.", []),
        ("Checked ☑ and unchecked ☐ items are counted separately.", []),
        ("Checked ☑ and unchecked ☐ items", []),
        ("Mark an ☒ where it applies, or ☐ if not.", []),
        ("Mark it with ☒.", []),
        ("wave operator □ acts on fields", []),
        ("d□Alembertian", []),
        ("Pay: ☐ now ☐ later. Press the □ button.", [5, 11]),
        ("Mark it with “☒” or (☑).", []),
        ("• Yes ✓", []),
        # Typed.
        ("[ ] Yes [x] No", [0, 8]),
        ("Yes [ ]   No [ ]   Don't know [ ]", [4, 13, 30]),
        ("( ) Male ( ) Female", [0, 9]),
        ("- [ ] Buy milk", [2]),
        ("Tick one: [X] now [ ] later", [10, 18]),
        ("Open the brackets [ ] in the formula.", []),
        ("Write [ ] or ( ) there.", []),
        ("f( ) and a[x]", []),
        ("See [x](https://a.b) or [x][1], [x]: there", []),
        ('items["a"][ ] and "[ ]"', []),
        ("", []),
    ],
)
def test_characters_that_are_boxes(text: str, places: list[int]) -> None:
    assert [start for start, _ in ranges(text)] == places


def test_boxes_at_breaks() -> None:
    assert ranges("smoker ☐age") == ()
    assert ranges("smoker ☐age", [8]) == ((7, 8),)


def test_many_take_linear_time() -> None:
    start = time.perf_counter()
    assert len(ranges("☐ yes. the " * 20_000)) == 1
    assert len(ranges("☐ yes no " * 20_000)) == 20_000
    assert not ranges("- . " * 50_000 + "the ☐ box" + " - ." * 50_000 + " x")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("text", "asked", "said"),
    [
        ("☐ Yes ☒ No", ["Yes", "No"], "☐ YES ☒ NO"),
        ("I want to ☐ buy □ rent", ["I want to", "buy", "rent"], "I WANT TO ☐ BUY □ RENT"),
        ("Press the □ button to go.", ["Press the □ button to go."], "PRESS THE □ BUTTON TO GO."),
        ("[ ] Yes [x] No", ["Yes", "No"], "[ ] YES [x] NO"),
        ("[<1> </1>] Yes [<2>x</2>] No", ["Yes", "No"], "[<1> </1>] YES [<2>x</2>] NO"),
        ("<1>Men ☐ Women ☐</1>", ["Men", "Women"], "<1>MEN ☐ WOMEN ☐</1>"),
        ("So <1!>men ☐ women ☐</1> go", ["So", "men", "women", "go"], "SO <1>MEN ☐ WOMEN ☐</1> GO"),
    ],
)
def test_options_are_texts_by_themselves(text: str, asked: list[str], said: str) -> None:
    engine = TableEngine({word: [word.upper()] for word in asked})
    assert shown(one(engine, text)) == said
    assert engine.asked[: len(asked)] == asked


def test_boxes_of_pages() -> None:
    page = (
        "<p>Pay: <input type=checkbox name=a> now <input TYPE=Radio> later"
        " <input type=text></p><p><label><input type=checkbox> Remember me</label></p>"
    )
    names = [[t.name for t in s.tagged.tags] for s in doctrans.read(page).segments]
    assert names == [[BOX, BOX, "input"], ["label", BOX]]
    made = doctrans.translate_html(page, to="de", source="en")
    places = [made.index(part) for part in ("name=a>", "etzt", "TYPE=Radio>", "päter")]
    assert places == sorted(places)


def sign(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


FIELD = field("FORMCHECKBOX", "")
CHECKBOX = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'
EMPTY = control(r("☐"), 1, CHECKBOX)
TICKED = control(r("☒"), 2, CHECKBOX)


@pytest.mark.parametrize(
    ("box", "name"),
    [
        (FIELD, BOX),
        (EMPTY, BOX),
        (TICKED, BOX),
        (sign("Wingdings", "F0A8"), BOX),
        (sign("Wingdings 2", "52"), BOX),
        (sign("Wingdings", "F04A"), "sym"),
        (sign("Symbol", "F0A8"), "sym"),
        (sign("Wingdings", "x"), "sym"),
    ],
)
def test_boxes_of_word(box: str, name: str) -> None:
    made = docx(p(r("Buy "), box, r(" rent")))
    (segment,) = doctrans.read(made).segments
    assert reading.notation(segment.tagged) == "Buy <1/> rent"
    assert segment.tagged.tags[0].name == name


@pytest.mark.parametrize(
    ("inside", "beside"),
    [
        ("☐ Accept these terms", " of mine"),
        ("☐ Accept it", ""),
        ("Ja", " of mine"),
    ],
)
def test_words_in_a_box_are_text(inside: str, beside: str) -> None:
    made = docx(p(r("Now "), control(r(inside), 1, CHECKBOX), r(beside)))
    (segment,) = doctrans.read(made).segments
    assert reading.notation(segment.tagged).startswith(f"Now <1>{inside}</1>")
    assert segment.tagged.tags[0].name == "sdt"


def test_they_stay_before_their_options() -> None:
    content = p(EMPTY, r(" Yes "), TICKED, r(" No")) + p(r("Smoker "), FIELD, r(" Non-smoker"))
    text = member(doctrans.translate_docx(docx(content), to="de", source="en", fit="off"))
    places = [text.index(part) for part in (EMPTY, "Ja", TICKED, "Nein", "Raucher", FIELD)]
    assert places == sorted(places)
    assert "Nichtraucher" in text

"""What sets runs apart: code, scripts, small capitals, tracked changes of formatting."""

from __future__ import annotations

import pytest

from tests.formats.docx.builders import p, r
from tests.formats.docx.reading import read, words

BOLD = "<w:b/>"
LINK = '<w:hyperlink r:id="rId9">{}</w:hyperlink>'
ITALIC = "<w:i/>"
UNPROOFED = "<w:noProof/>"
MONO = '<w:rFonts w:ascii="Mono" w:hAnsi="Mono"/>'
RTL = "<w:rtl/>"
THAI = '<w:cs/><w:szCs w:val="40"/>'
LARGE = '<w:sz w:val="40"/>'
SMALL = '<w:sz w:val="28"/>'


@pytest.mark.parametrize(
    ("words_", "properties", "is_code"),
    [
        ("ten (10) working days", "", False),
        ("all of his patients", "", False),
        ("“Don't” — the well-known, 1.5 of them!", "", False),
        ("all of his patients", MONO, True),
        ("all of his patients", '<w:rStyle w:val="Code"/>', True),
        ("all of his patients", BOLD, True),
        ("all of his patients", ITALIC, True),
        ("all of his patients", '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>', True),
        ("all of his patients", '<w:color w:val="C00000"/>', True),
        ("all of his patients", '<w:highlight w:val="yellow"/>', True),
        ("all of his patients", '<w:lang w:val="de-DE"/>', True),
        ("all of his patients", '<w:lang w:val="en-GB"/>', False),
        (
            "all of his patients",
            '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="FFFFFF"/>',
            False,
        ),
        ("a list for users", "", False),
        ("guten morgen zusammen", "", True),
        ("homo sapiens", "", True),
        ("git commit", "", True),
        ("npm install package", "", True),
        ("make install", "", True),
        ("docker compose up", "", True),
        ("sudo apt update", "", True),
        ("sleep 10 seconds", "", True),
        ("for item in items", "", True),
        ("users, orders, items", "", True),
        ("of it", "", True),
        ("days", "", True),
        ("John Smith", "", True),
        ("Escherichia coli", "", True),
        ("call get_it now", "", True),
        ("call getIt now", "", True),
        ("call get() now", "", True),
        ("list files -n", "", True),
        ("lines of file.txt", "", True),
    ],
)
def test_sentences_that_no_spell_checker_reads_are_no_code(
    words_: str, properties: str, is_code: bool
) -> None:
    unproofed = r(words_, UNPROOFED + properties)
    document = read(p(r("Within this very long sentence are "), unproofed, r(", and others.")))
    names = [tag.name for tag in document.segments[0].tagged.tags]
    assert ("code" in names) is is_code
    halves = words_.partition(" ")
    if halves[1] and not is_code:
        cut = r(halves[0] + " ", UNPROOFED) + r(halves[2], UNPROOFED)
        assert not read(p(r("Within this very long sentence: "), cut)).segments[0].tagged.tags


@pytest.mark.parametrize(
    ("stretches", "properties", "is_code"),
    [
        (("our handbook", "make", "grep"), "", True),
        (("all of his patients", "make", "grep"), "", True),
        (("all of his patients", "some of her friends"), "", False),
        (("all of his patients",), MONO.replace("Mono", "Courier New"), True),
    ],
)
def test_sentences_free_no_code_beside_them(
    stretches: tuple[str, ...], properties: str, is_code: bool
) -> None:
    runs = [r("Within this very long sentence, in one type, are ", properties)]
    for words_ in stretches:
        runs += r(words_, UNPROOFED + properties), r(", and a few of the others ", properties)
    document = read(p(*runs))
    names = [tag.name for tag in document.segments[0].tagged.tags]
    assert names == ["code"] * len(stretches) * is_code


MINCHO = '<w:rFonts w:eastAsia="MS Mincho" w:hint="eastAsia"/>'


@pytest.mark.parametrize(
    ("runs", "expected", "names"),
    [
        ((r("Is "), r("محمد", RTL), r(" right?")), "Is <1>محمد</1> right?", "run:rtl"),
        ((r("The name "), r("محمد", BOLD + RTL), r(" (", RTL), r("علي", RTL)),
         "The name <1>محمد</1><2> (علي</2>", "run:b,rtl run:rtl"),
        ((r("اسم ", RTL), r("Smith"), r(" معروف", RTL)), "اسم <1>Smith</1> معروف", "run"),
        ((r("Say "), r("สวัสดี", THAI), r(" twice")), "Say <1>สวัสดี</1> twice", "run:cs"),
        ((r("Say "), r("สวัสดี", '<w:szCs w:val="40"/>')), "Say สวัสดี", ""),  # not without w:cs
        ((r("In "), r("東京", MINCHO), r(" now")), "In <1>東京</1> now", "run:eastAsia"),
        ((r("In ", MINCHO), r("東京", MINCHO)), "In 東京", ""),
        ((r("In "), r("東京", '<w:rFonts w:hint="eastAsia"/>')), "In 東京", ""),
        # Noise where no such letters are, or no others, and in runs without them.
        ((r("In the "), r("ci", MINCHO), r("ty "), r("東京", MINCHO), r(" now", MINCHO)),
         "In the city <1>東京</1> now", "run:eastAsia"),
        ((r("In the "), r("ci", MINCHO), r("ty 東京")), "In the city 東京", ""),
        ((r("One"), r("，", MINCHO), r(" two "), r("three", MINCHO)), "One， two three", ""),
        ((r("One"), r(" – ", RTL), r("two "), r("محمد", RTL)), "One – two <1>محمد</1>", "run:rtl"),
        ((r("The "), r("12 ", RTL), r("of "), r("محمد", RTL), r(" and", RTL), r(" Smith")),
         "The 12 of <1>محمد</1> and Smith", "run:rtl"),
        ((r("One "), r("two", RTL), r(" three", MINCHO)), "One two three", ""),
        ((r("One "), r("محمد", '<w:rtl w:val="0"/>')), "One محمد", ""),
        ((r("نص ", RTL), r("12"), r(" نص", RTL)), "نص 12 نص", ""),
        ((r("東京 ", MINCHO), r("12")), "東京 12", ""),
    ],
)  # fmt: skip
def test_what_is_for_letters_of_a_script_is_seen_where_it_has_some(
    runs: tuple[str, ...], expected: str, names: str
) -> None:
    document = read(p(*runs))
    assert words(document) == [expected]
    assert " ".join(tag.name for tag in document.segments[0].tagged.tags) == names


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((r("S", LARGE), r("MALL", SMALL), r(" C", LARGE), r("APS", SMALL)), "SMALL CAPS"),
        ((r("S"), r("MALL OF ", SMALL), r("M", BOLD + LARGE)), "S<1>MALL OF </1><2>M</2>"),
        ((r("T", SMALL + BOLD), r("HE", BOLD)), "THE"),
        ((r("1", LARGE), r("ST ", SMALL), r("P"), r("ART")), "<1>1</1><2>ST </2>PART"),
        ((r("C", LARGE), r("OST", SMALL), LINK.format(r("S", SMALL))), "COST<1>S</1>"),
        ((r("C", LARGE), '<w:bookmarkEnd w:id="1"/>', r("OST", SMALL)), "C<1/>OST"),
        # Not so: small letters, more than a size, larger letters that begin no words.
        ((r("C", LARGE), r("ost", SMALL)), "<1>C</1>ost"),
        ((r("C", LARGE), r("OST", BOLD)), "<1>C</1>OST"),
        ((r("COST ", LARGE), r("OF IT", SMALL)), "COST <1>OF IT</1>"),
        ((r("CO", LARGE), r("ST", SMALL)), "CO<1>ST</1>"),
        ((r("C", LARGE), r("OST ", SMALL), r("12", LARGE)), "C<1>OST </1>12"),
        # Nor where digits or signs are larger, or no word shows that it is so.
        ((r("ONLY ", SMALL), r("5", LARGE), r("99 EACH", SMALL)), "ONLY <1>5</1>99 EACH"),
        (
            (r("P", LARGE), r("HASE ", SMALL), r("1: P", LARGE), r("LANS", SMALL)),
            "<1>P</1>HASE <2>1: P</2>LANS",
        ),
        ((r("“T", LARGE), r("HE END", SMALL)), "<1>“T</1>HE END"),
        ((r("B", LARGE), r("2B SALES", SMALL)), "<1>B</1>2B SALES"),
        (
            (r("X", LARGE), r("1 + ", SMALL), r("Y", LARGE), r("1 = COST", SMALL)),
            "<1>X</1>1 + <2>Y</2>1 = COST",
        ),
        ((r("I", LARGE), r("S IT", SMALL)), "<1>I</1>S IT"),
    ],
)
def test_small_capitals_made_by_hand_are_one_look(runs: tuple[str, ...], expected: str) -> None:
    assert words(read(p(*runs))) == [expected]


def change(id_: int, before: str, author: str = "Ann") -> str:
    """What a run's formatting was before somebody changed it."""
    said = f'w:id="{id_}" w:author="{author}"'
    return f"<w:rPrChange {said}><w:rPr>{before}</w:rPr></w:rPrChange>"


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((r("Once bold", change(1, BOLD)), r(" and plain")), "<1>Once bold</1> and plain"),
        ((r("plain and "), r("once bold", change(1, BOLD))), "plain and <1>once bold</1>"),
        ((r("old", BOLD), r(" new", BOLD + change(1, "")), r(".")), "<1>old</1><2> new</2>."),
        ((r("a", change(1, BOLD)), r(" b", change(2, ITALIC))), "a<1> b</1>"),
        ((r("a", change(1, BOLD)), r(" b", change(2, BOLD))), "a b"),
        ((r("a", change(1, BOLD)), r(" b", change(2, BOLD, "Bob"))), "a<1> b</1>"),
        # What nobody sees has not changed.
        ((r("a", change(1, '<w:lang w:val="fr"/>')), r(" b")), "a b"),
        ((r("a", BOLD + change(1, BOLD + "<w:noProof/>")), r(" b", BOLD)), "a b"),
    ],
)
def test_tracked_changes_of_formatting_are_part_of_a_look(
    runs: tuple[str, ...], expected: str
) -> None:
    assert words(read(p(*runs))) == [expected]

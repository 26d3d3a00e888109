# ruff: noqa: E501  (a case is one line)
"""Projection, case by case: source, target text, links between their words, and what comes out."""

from __future__ import annotations

import pytest

from doctrans import restore, tokens
from doctrans.model import Bitext, Tagged, Way
from doctrans.reading import notation
from doctrans.restore import Quotes, Restored
from tests.notation import links, tagged


def project(source: str, target: str, linked: str, quotes: Quotes = Quotes.INSIDE) -> Restored:
    value = tagged(source)
    ours = tokens.words(value.text, cuts=restore.boundaries(value))
    bitext = Bitext(value.text, target, ours, tokens.words(target))
    return restore.project(value, bitext, links(linked), quotes=quotes)


@pytest.mark.parametrize(
    ("source", "target", "linked", "expected"),
    [
        # words
        ("the <1>lead</1> singer", "der leitende Sänger", "0-0 1-1 2-2", "der <1>leitende</1> Sänger"),
        ("<1!>Call</1> <2!>Book</2>", "Anrufen Buchen", "0-0 1-1", "<1>Anrufen</1> <2>Buchen</2>"),
        ("I <1>like</1> to <2>drive</2>", "ich fahre gern", "0-0 1-2 3-1", "ich <2>fahre</2> <1>gern</1>"),
        ("<1>a <2>b</2></1> c", "C B A", "0-2 1-1 2-0", "C <1><2>B</2> A</1>"),
        ("<1><2>deep</2></1> sea", "tiefe See", "0-0 1-1", "<1><2>tiefe</2></1> See"),
        ("click <1!>the red</1> box", "klick die rote Kiste", "0-0 1-1 2-2 3-3", "klick <1>die rote</1> Kiste"),
        # punctuation, quotes, brackets
        ("Press <1>Go</1> to run.", "Mit Go, läuft es.", "0-0 1-1 3-3 4-5", "Mit <1>Go</1>, läuft es."),
        ("Press <1>Save</1> now", "„Sichern“ jetzt drücken", "0-4 1-1 2-3", "<1>„Sichern“</1> jetzt drücken"),
        ("Press “<1>Save</1>” now", "„Sichern“ jetzt drücken", "0-4 2-1 4-3", "„<1>Sichern</1>“ jetzt drücken"),
        ("Press <1>“Save”</1> now", "„Sichern“ jetzt drücken", "0-4 2-1 4-3", "<1>„Sichern“</1> jetzt drücken"),
        ("<1>Note:</1> text", "Hinweis: Text", "0-0 2-2", "<1>Hinweis:</1> Text"),
        ("the <1>main</1> (old) one", "das alte (wichtige) da", "1-3 3-1 5-5", "das alte (<1>wichtige</1>) da"),
        # one stray link does not stretch an element
        ("a <1>red</1> car and a dog", "ein rotes Auto und ein Hund", "0-0 1-1 1-5:0.3 2-2 3-3 4-4 5-5", "ein <1>rotes</1> Auto und ein Hund"),
        # numbers and names are the same without a link
        ("in <1>2016</1> and 2018", "2018 und 2016", "", "2018 und <1>2016</1>"),
        ("pay <1>1,234.50</1> now", "jetzt 1.234,50 zahlen", "0-2 2-0", "jetzt <1>1.234,50</1> zahlen"),
        ("by <1>Ann Lee</1> too", "auch von Ann Lee", "", "auch von <1>Ann Lee</1>"),
        # inside words
        ("FOOBAR<1>®</1> is here", "hier ist FOOBAR®", "0-2 2-1 3-0", "hier ist FOOBAR<1>®</1>"),
        ("un<1>der</1>line it", "es underline", "0-1 1-1 2-1 3-0", "es un<1>der</1>line"),
        ("un<1>der</1>line it", "unterstreiche es", "0-0 1-0 2-0 3-1", "<1>unterstreiche</1> es"),
        ("CO<1>2</1> tax", "die CO2-Steuer", "0-1 1-1 2-3", "die CO<1>2</1>-Steuer"),
        ("the ISA<1>2</1> programme", "das Programm ISA2neu", "0-0 1-2 2-2 3-1", "das Programm ISA<1>2neu</1>"),
        ("<1>d</1><2>o</2><3!>g</3> food", "Hunde essen", "0-0 1-0 2-0 3-1", "<1>Hu</1><2>n</2><3>de</3> essen"),
        # the number of a note is no part of the word before it
        ("it <1>is<2>1</2> red</1>", "es 1 rot ist", "0-0 1-3 2-1 3-2", "es <1><2>1</2> rot ist</1>"),
        ("it <1>is</1><2>1</2> red", "es ist 1 rot", "0-0 1-1 2-2 3-3", "es <1>ist</1> <2>1</2> rot"),
        ("<1>d<2>o</2>g</1> food", "Hunde essen", "0-0 1-0 2-0 3-1", "<1><2>Hunde</2></1> essen"),
        ("the <1>micro</1><2>services</2>", "die Mikrodienste", "0-0 1-0 1-1:0.5 2-0 2-1:0.5", "die <1>Mikro</1><2>dienste</2>"),
        # first letters
        ("<1>N</1>ext page", "Seite danach", "0-1 1-1 2-0", "<1>S</1>eite danach"),
        ("Click <2><1>N</1>ext</2> now", "jetzt Weiter klicken", "0-2 1-1 2-1 3-0", "jetzt <2><1>W</1>eiter</2> klicken"),
        ("Press <1>S</1>ave now", "jetzt „Sichern“ drücken", "0-4 1-2 2-2 3-0", "jetzt „<1>S</1>ichern“ drücken"),
        ("<1>W</1>orld <2>H</2>ealth <3>O</3>ffice", "Amt für Welt Gesundheit", "0-2 1-2 2-3 3-3 4-0 5-0", "<3>A</3>mt für <1>W</1>elt <2>G</2>esundheit"),
        ("<1>W</1>orld <2>H</2>ealth now", "Weltgesundheit jetzt", "0-0 1-0 2-0 3-0 4-1", "<1>W</1><2>eltgesundheit</2> jetzt"),
        # points
        ("the market<1/>, which", "der Markt, der", "0-0 1-1 3-3", "der Markt<1/>, der"),
        ("they ended it<1/> well", "sie haben es gut beendet", "0-0 1-4 2-2 3-3", "sie haben es<1/> gut beendet"),
        ("2.1.<1/>Title of it", "2.1.Titel davon", "0-0 2-2 3-3", "2.1.<1/>Titel davon"),
        ("one<1/><2/> two", "zwei eins", "0-1 1-0", "zwei eins<1/><2/>"),
        ("<1!>one</1><2/> two", "zwei eins", "0-1 1-0", "zwei <1>eins</1><2/>"),
        ("a <1!><2/> b</1> c", "A B C", "0-0 1-1 2-2", "A <1><2/>B</1> C"),
        ("<1/>a b<2/>", "B A", "0-1 1-0", "<1/>B A<2/>"),
        # line breaks and tabs bring no white space where they had none
        ("old<1/\n>and new", "alt und neu", "0-0 1-1 2-2", "alt<1/>und neu"),
        ("old<1/\t>and new", "alt und neu", "0-0 1-1 2-2", "alt<1/>und neu"),
        ("old <1/\n>and new", "alt und neu", "0-0 1-1 2-2", "alt <1/>und neu"),
        ("old<1/\n> and new", "alt und neu", "0-0 1-1 2-2", "alt<1/> und neu"),
        ("old<1/\n><2/>and", "alt und", "0-0 1-1", "alt<1/><2/>und"),
        ("<1>old</1><2/\n><3>and</3>", "alt und", "0-0 1-1", "<1>alt</1><2/><3>und</3>"),
        ("<1>old<2/\n></1>and", "alt und", "0-0 1-1", "<1>alt<2/></1>und"),
        ("旧<1/\n>新", "old new", "0-0 1-1", "old<1/>new"),
        # empty elements and white space
        ("a <1!></1>b", "B A", "0-1 1-0", "<1></1>B A"),
        ("<1>Name: </1>text", "Name: Text", "0-0 2-2", "<1>Name: </1>Text"),
        ("a<1> </1>b", "a b", "0-0 1-1", "a<1> </1>b"),
        ("<1> a</1> b", "b a", "0-1 1-0", "b<1> a</1>"),
        # formatting in two places, links in one
        ("please <1>switch off</1> the light", "schalten Sie das Licht bitte aus", "0-4 1-0 2-5 3-2 4-3", "<1>schalten</1> Sie das Licht bitte <1>aus</1>"),
        ("please <1!>switch off</1> the light", "schalten Sie das Licht bitte aus", "0-4 1-0 2-5 3-2 4-3", "<1>schalten</1> Sie das Licht bitte aus"),
        # misnested formatting
        ("<1>a <2>b</2></1><2> c</2>", "c b a", "0-2 1-1 2-0", "<2>c</2> <1><2>b</2> a</1>"),
        # words without links
        ("tea <1>and</1> milk", "Tee und Milch", "0-0 2-2", "Tee <1>und</1> Milch"),
        ("tea <1>or</1> milk or", "Milch or or Tee", "0-3 2-0", "Milch <1>or</1> or Tee"),
        ("so <1!>be</1> it", "so sei", "0-0 2-1", "so<1></1> sei"),
        ("so <1>be<2/></1> it", "so sei", "0-0 2-1", "so<1><2/></1> sei"),
        # nothing at all to go by
        ("x <1!>y</1> z", "a b c", "", "a <1>b</1> c"),
        ("x <1!>y</1><2/> z", "", "", "<1></1><2/>"),
        ("plain", "schlicht", "0-0", "schlicht"),
    ],
)  # fmt: skip
def test_place(source: str, target: str, linked: str, expected: str) -> None:
    restored = project(source, target, linked)
    assert notation(restored.tagged) == expected
    assert not restored.notes
    assert [p.tag for p in restored.placements] == list(tagged(source).tags)


def test_quotes_outside_is_another_house_style() -> None:
    restored = project("Press <1>Save</1> now", "„Sichern“ jetzt", "1-1 2-3", Quotes.OUTSIDE)
    assert notation(restored.tagged) == "„<1>Sichern</1>“ jetzt"


def test_formatting_without_a_counterpart_is_dropped_with_a_note() -> None:
    restored = project("so <1>be <2>it</2></1> then", "so dann", "0-0 3-1")
    assert restored.tagged == Tagged("so dann")
    assert [p.way for p in restored.placements] == [Way.DROPPED, Way.DROPPED]
    assert [note.code for note in restored.notes] == ["tag-dropped", "tag-dropped"]


@pytest.mark.parametrize(
    ("source", "target", "linked", "way", "confidence"),
    [
        ("a <1>b</1> c", "A B C", "0-0 1-1 2-2", Way.ALIGNED, 1.0),
        ("a <1>b</1> c", "A B C", "0-0 1-1 2-1 2-2", Way.ALIGNED, 0.5),
        ("a <1>b</1> c", "A B C", "0-0 1-1 1-0:0.5 2-2", Way.ALIGNED, 2 / 3),
        ("<1>a b c</1>", "A B C", "", Way.HOISTED, 1.0),
        ("a b <1/>", "A B", "0-0 1-1", Way.HOISTED, 1.0),
        ("a<1/> b c", "A B C", "0-0 1-1 2-2", Way.ALIGNED, 1.0),
        ("a<1/> b", "A B", "0-1 1-0", Way.ALIGNED, 0.5),
        ("tea <1>or</1> milk or", "Milch or or Tee", "0-3 2-0", Way.ANCHORED, 0.8),
        ("tea <1>and</1> milk", "Tee und Milch", "0-0 2-2", Way.FALLBACK, 0.3),
        ("a <1!>b</1> c", "A C", "0-0 2-1", Way.FALLBACK, 0.5),
        ("x <1>y</1> z", "a b c", "", Way.FALLBACK, 0.1),
    ],
)
def test_way_and_confidence(
    source: str, target: str, linked: str, way: Way, confidence: float
) -> None:
    (placement,) = project(source, target, linked).placements
    assert (placement.way, placement.confidence) == (way, pytest.approx(confidence))


def test_source_tokens_may_be_uncut() -> None:
    value = tagged("un<1>der</1>line it")
    bitext = Bitext(
        value.text, "es underline", tokens.words(value.text), tokens.words("es underline")
    )
    restored = restore.project(value, bitext, links("0-1 1-0"))
    assert notation(restored.tagged) == "es un<1>der</1>line"

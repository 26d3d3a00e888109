"""Numbers as the target language writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.constraints import freezing, numbers, protect
from doctrans.constraints.number_format import as_in_source, known, localized, within
from doctrans.model import Tagged
from tests.notation import tagged
from tests.test_spans import trees


def put(text: str, to: str, source: str = "") -> str:
    format = known("en", to)
    assert format
    value = Tagged(text)
    frozen = freezing.freeze(value, protect.protected_ranges(text))
    return freezing.thaw(localized(frozen, format, source or text))[0].text


@pytest.mark.parametrize(
    ("text", "to", "said"),
    [
        ("1,200 Euro", "de", "1.200 Euro"),
        ("12,345,678.90 Euro", "de-CH", "12’345’678.90 Euro"),
        ("1,234.5", "fr", "1\u202f234,5"),
        ("2.5 GB", "de", "2,5 GB"),
        ("Mehr als 12.5 % davon", "de", "Mehr als 12,5 % davon"),
        ("Umsatz: €16.64 Millionen", "de", "Umsatz: €16,64 Millionen"),
        ("USD 3.20 pro Stück", "de", "USD 3,20 pro Stück"),
        ("son 1,200 archivos", "es", "son 1200 archivos"),
        ("son 12,000 archivos", "es", "son 12.000 archivos"),
        ("12.5", "de", "12,5"),
        ("um -1,234.5 gefallen", "de", "um -1.234,5 gefallen"),
        ("−2.5 % oder +0.5 % (±0.1 %)", "de", "−2,5 % oder +0,5 % (±0,1 %)"),
        ("(1,234.50)", "de", "(1.234,50)"),
        ("Von 1.50–2.50 €", "de", "Von 1,50–2,50 €"),
        ("$1.50-$2.50", "de", "$1,50-$2,50"),
        ("1.5–2.5 GB und 1.5 × 2.5 m", "de", "1,5–2,5 GB und 1,5 × 2,5 m"),
        ("1,000–2,000 Dateien", "de", "1.000–2.000 Dateien"),
        ("1.5 bis 2.5 Stunden", "de", "1,5 bis 2,5 Stunden"),
        ("de 1.5 à 10 %", "fr", "de 1,5 à 10 %"),
        ("10.5 %", "fr", "10,5 %"),
        ("-5.25 $, 3.5-mal", "de", "-5,25 $, 3.5-mal"),
        ("-3.12", "de", "-3,12"),
        ("1.5–2.5", "de", "1,5–2,5"),
        # not surely a number in words
        ("Abschnitt 2.5 und 1,200 Dateien", "de", "Abschnitt 2.5 und 1.200 Dateien"),
        ("Abschnitte 1.5–2.5", "de", "Abschnitte 1.5–2.5"),
        ("Version 3.12 bis 3.14", "de", "Version 3.12 bis 3.14"),
        ("CVE-1,200 und x-1.5 %", "de", "CVE-1,200 und x-1.5 %"),
        ("Python 3.12 und Abschnitt 2.5", "de", "Python 3.12 und Abschnitt 2.5"),
        ("Version 1.2.3 von 192.168.0.1", "de", "Version 1.2.3 von 192.168.0.1"),
        ("am 02.11.2006 um 10:30", "de", "am 02.11.2006 um 10:30"),
        ("https://example.com/1,200.50", "de", "https://example.com/1,200.50"),
        ("rgb(1,200,300)", "de", "rgb(1,200,300)"),
        ("Schon 1.234,5 Euro", "de", "Schon 1.234,5 Euro"),
        ("x=1,200 und data[1,200]", "de", "x=1,200 und data[1,200]"),
        ("192.168.0.1 V", "de", "192.168.0.1 V"),
        ("Seiten 1,2,3", "de", "Seiten 1,2,3"),
    ],
)
def test_numbers_in_words(text: str, to: str, said: str) -> None:
    format = known("en", to)
    assert format and bool(as_in_source(text, text, format)) is (said != text)
    assert not as_in_source(text, said, format)
    assert put(text, to) == said


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (["Price", "Total"], "3,12"),
        (["Product", "Version"], "3.12"),
        (["Section", "Title"], "3.12"),
        (["3.12.1"], "3.12"),
        (["A new version of the program is there for you."], "3,12"),  # no label
        ([], "3,12"),
    ],
)
def test_a_decimal_alone_is_a_number_where_nothing_is_labelled(
    others: list[str], said: str
) -> None:
    format = known("en", "de")
    assert format
    of_document = within(format, [*others, "3.12"])
    assert localized(Tagged("3.12"), of_document, "3.12").text == said
    for sure in ("-3.12", "3.12 %", "$3.12", "1,203.12"):
        assert localized(Tagged(sure), of_document, sure).text != sure


def test_what_is_in_the_target_s_way_already_stays() -> None:
    assert put("Pi ist etwa 3,142.", "de", "Pi is about 3.142.") == "Pi ist etwa 3,142."
    assert put("0,001 Sekunden", "es", "0.001 seconds") == "0,001 Sekunden"


def test_words_of_a_glossary_stay() -> None:
    format = known("en", "de")
    assert format
    made = localized(Tagged("Plan 1,500 für 1,200 Euro"), format, "1,500 1,200", ["Plan 1,500"])
    assert made.text == "Plan 1,500 für 1.200 Euro"


def test_tags_stay_on_their_words() -> None:
    format = known("en", "de")
    assert format
    made = localized(tagged("<1>1,200 <2>Euro</2></1> von <3>1</3>,200"), format, "1,200 and 1,200")
    assert made == tagged("<1>1.200 <2>Euro</2></1> von <3>1</3>,200")


@pytest.mark.parametrize(
    ("source", "to"), [("de", "fr"), ("en", "es-MX"), ("en", "es-419"), ("en", "ja"), ("en", "en")]
)
def test_what_needs_no_change(source: str, to: str) -> None:
    assert known(source, to) is None


@given(trees(), st.sampled_from(["de", "fr", "es"]))
def test_tags_and_the_values_of_numbers_stay(value: Tagged, to: str) -> None:
    format = known("en", to)
    assert format
    made = localized(value, format, value.text)
    assert made.tags == value.tags
    assert list(numbers.numbers(made.text)) == list(numbers.numbers(value.text))

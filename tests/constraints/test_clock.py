"""Times of day in English texts and their translations."""

from __future__ import annotations

import pytest

from doctrans.constraints import clock


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        ("It opens at 8 pm.", "Es öffnet um 8 Uhr.", "de", ("8 pm",)),
        ("It opens at 8 pm.", "Es öffnet um 20 Uhr.", "de", ()),
        ("It opens at 8 pm.", "Es öffnet um acht Uhr abends.", "de", ()),
        ("It opens at 8 am.", "Es öffnet um 8 Uhr.", "de", ()),
        ("Lunch at 12 pm", "Mittagessen um 12 Uhr", "de", ()),  # that is noon
        ("From 9:15 a.m. to 5:45 p.m.", "De 9 h 15 à 17 h 45", "fr", ()),
        ("From 9:15 a.m. to 5:45 p.m.", "De 9 h 15 à 5 h 45", "fr", ("5:45 p.m",)),
        ("Time: 8 pm", "Hora: 8", "es", ("8 pm",)),
        ("Time: 8 pm", "Hora: 8 p. m.", "es", ()),
        ("Time: 8 pm", "Hora: las 8 de la tarde", "es", ()),
        ("Meet at 8 pm on 20 May.", "Treffen um 8 Uhr am 20. Mai.", "de", ("8 pm",)),
        ("It opens at 2 pm.", "Abre a las 2 de la madrugada.", "es", ("2 pm",)),
        ("Open 2 to 4 pm", "Von 2 bis 16 Uhr", "de", ("2",)),
        ("At 8 pm on Saturday evening", "Am Samstagabend um 8 Uhr", "de", ()),
        ("Time: 8 pm", "Godzina: 8", "pl", ()),  # nothing is known of that language
    ],
)
def test_the_evening_is_not_the_morning(
    source: str, target: str, language: str, found: tuple[str, ...]
) -> None:
    assert clock.earlier(source, target, ("en", language)) == found
    assert clock.earlier(source, target, ("fr", language)) == ()


@pytest.mark.parametrize(
    ("source", "target", "left"),
    [
        ("at 5 pm", "um 17 Uhr", ("at  ", "um   Uhr")),
        ("at 5:30 pm", "à 17 h 30", ("at  ", "à  ")),
        ("at 5 pm", "um 18 Uhr", ("at 5 pm", "um 18 Uhr")),
        ("on 18/11 at 6 pm", "am 18/11 um 18:00", ("on 18/11 at  ", "am 18/11 um  ")),
        ("5 people", "5 Personen", ("5 people", "5 Personen")),
    ],
)
def test_times_that_both_have_are_taken_out(
    source: str, target: str, left: tuple[str, str]
) -> None:
    assert clock.without(source, target) == left


@pytest.mark.parametrize(
    ("text", "de", "fr", "es"),
    [
        ("9 am – 5 pm", "9 – 17 Uhr", "9\u00a0h – 17\u00a0h", "9:00 – 17:00\u00a0h"),
        ("8.30 a.m.–6 p.m.", "8:30–18 Uhr", "8\u00a0h\u00a030–18\u00a0h", "8:30–18:00\u00a0h"),
        (
            "2 to 4:15 p.m.",
            "14 bis 16:15 Uhr",
            "14\u00a0h à 16\u00a0h\u00a015",
            "14:00 a 16:15\u00a0h",
        ),
        ("10 to 2 pm", "10 bis 14 Uhr", "10\u00a0h à 14\u00a0h", "10:00 a 14:00\u00a0h"),
        ("12 am, 12 pm", "0, 12 Uhr", "0\u00a0h, 12\u00a0h", "0:00, 12:00\u00a0h"),
        ("9 am and 3 pm", "9 und 15 Uhr", "9\u00a0h et 15\u00a0h", "9:00 y 15:00\u00a0h"),
    ],
)
def test_times_alone(text: str, de: str, fr: str, es: str) -> None:
    assert [clock.said(text, "en-GB", language) for language in ("de", "fr", "es")] == [de, fr, es]
    assert clock.said(text, "en", "pl") is None
    assert clock.said(text, "de", "fr") is None


@pytest.mark.parametrize(
    "text",
    ["9", "9–17", "10:30", "13 pm", "9 am on Monday", "at 9 am", "9 am –", "", "0 am", "5 pm."],
)
def test_what_is_not_times_alone(text: str) -> None:
    found = clock.said(text, "en", "de")
    assert found is None if text != "5 pm." else found == "17 Uhr"

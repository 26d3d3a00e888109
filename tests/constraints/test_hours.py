"""Texts of nothing but times of day."""

from __future__ import annotations

import pytest

from doctrans.constraints import hours
from doctrans.model import Tagged


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
        (
            "5:30–5:50 pm",
            "17:30–17:50 Uhr",
            "17\u00a0h\u00a030–17\u00a0h\u00a050",
            "17:30–17:50\u00a0h",
        ),
        ("12–12:30 pm", "12–12:30 Uhr", "12\u00a0h–12\u00a0h\u00a030", "12:00–12:30\u00a0h"),
        ("10 to 2 pm", "10 bis 14 Uhr", "10\u00a0h à 14\u00a0h", "10:00 a 14:00\u00a0h"),
        ("10-12 pm", "10-12 Uhr", "10\u00a0h-12\u00a0h", "10:00-12:00\u00a0h"),
        ("10-2 am", "22-2 Uhr", "22\u00a0h-2\u00a0h", "22:00-2:00\u00a0h"),
        ("12 am, 12 pm", "0, 12 Uhr", "0\u00a0h, 12\u00a0h", "0:00, 12:00\u00a0h"),
        ("8 am–noon", "8–12 Uhr", "8\u00a0h–midi", "8:00–12:00\u00a0h"),
        ("12 noon to 6 pm", "12 bis 18 Uhr", "midi à 18\u00a0h", "12:00 a 18:00\u00a0h"),
        ("6 pm–midnight", "18–24 Uhr", "18\u00a0h–minuit", "18:00–24:00\u00a0h"),
        ("midnight–6 am", "0–6 Uhr", "minuit–6\u00a0h", "0:00–6:00\u00a0h"),
        ("9 am and 3 pm", "9 und 15 Uhr", "9\u00a0h et 15\u00a0h", "9:00 y 15:00\u00a0h"),
    ],
)
def test_times_alone(text: str, de: str, fr: str, es: str) -> None:
    assert [hours.said(text, "en-GB", language) for language in ("de", "fr", "es")] == [de, fr, es]
    assert hours.said(text, "en", "pl") is None
    assert hours.said(text, "de", "fr") is None


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "9–17",
        "10:30",
        "13 pm",
        "9 am on Monday",
        "at 9 am",
        "9 am –",
        "",
        "0 am",
        "8.75 am",
        "5 pm.",
        "noon",
        "noon–midnight",
        "9 am–noonday",
    ],
)
def test_what_is_not_times_alone(text: str) -> None:
    found = hours.said(text, "en", "de")
    assert found is None if text != "5 pm." else found == "17 Uhr."


@pytest.mark.parametrize(
    ("label", "rest"),
    [
        ("Mon–Fri: ", "9 am – 5 pm"),
        ("Desk: Mon to Fri:\u00a0", "8 am - 12 noon "),
        ("Bar: ", "noon–2 am"),
        ("", "Mon–Fri: by appointment"),
        ("", "Mon–Fri: 9 am for members"),
        ("", "9:30 am – 5 pm"),
        ("", "Mon–Fri: 9 to 5"),
        ("", "Note: midweek"),
        ("", "Mon: 9 am, Tue: 10 am"),
        ("", "Doors open: 7 pm / Show: 8 pm"),
    ],
)
def test_times_after_a_label(label: str, rest: str) -> None:
    assert hours.after_label(label + rest, "en", "de") == (len(label) or None)
    assert hours.after_label(label + rest, "de", "fr") is None
    assert hours.after_label(label + rest, "en", "pl") is None


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("It closes at 5 pm.", "Es schließt um 17:00.", "de", "Es schließt um 17 Uhr."),
        ("It closes at 5:30 pm.", "Es schließt um 17.30 Uhr.", "de", "Es schließt um 17:30 Uhr."),
        ("from 9 am to 5 pm", "von 9:00 bis 17:00 Uhr", "de", "von 9 bis 17 Uhr"),
        ("9 am–5 pm, daily", "täglich 9:00–17:00", "de", "täglich 9–17 Uhr"),
        ("from noon to 2 pm", "von 12:00 bis 14:00", "de", "von 12 bis 14 Uhr"),
        ("It closes at 5 pm.", "Il ferme à 17:00.", "fr", "Il ferme à 17\u00a0h."),
        ("It closes at 5:30 pm.", "Il ferme à 17 h 30.", "fr", "Il ferme à 17\u00a0h\u00a030."),
        ("It closes at 5 pm.", "Cierra a las 17:00.", "es", "Cierra a las 17:00."),
        ("It closes at 17:00.", "Es schließt um 17:00.", "de", "Es schließt um 17:00."),
        ("It leaves at half past two.", "Er fährt um 2:30.", "de", "Er fährt um 2:30 Uhr."),
        ("It leaves at half past two.", "Il part à 2:30.", "fr", "Il part à 2\u00a0h\u00a030."),
        ("It leaves at 7:30.", "Er fährt um 7:30.", "de", "Er fährt um 7:30 Uhr."),
        ("Check-in from 3 p.m.", "Check-in von 15:00", "de", "Check-in ab 15 Uhr"),
        ("Open from 9 a.m. until late", "Von 9 Uhr bis spät", "de", "Von 9 Uhr bis spät"),
        ("Lunch from 1–2 pm", "Mittag von 13–14 Uhr", "de", "Mittag von 13–14 Uhr"),
        ("5 pm, score 17:00", "17 Uhr, Stand 17:00", "de", "17 Uhr, Stand 17:00"),
    ],
)
def test_times_in_a_sentence_are_in_the_style_of_its_language(
    source: str, target: str, to: str, said: str
) -> None:
    assert hours.in_style(source, Tagged(target), "en", to).text == said

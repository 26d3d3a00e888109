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
        ("Doors open at 8 pm.", "Einlass ist um 8 Uhr vormittags.", "de", ("8 pm",)),
        ("Open 10-12 pm", "Geöffnet 10–12 Uhr", "de", ()),
        ("Open 2 to 4 pm", "Von 2 bis 16 Uhr", "de", ("2",)),
        ("A break, 5:30-5:50 pm", "Eine Pause, 5:30-17:50 Uhr", "de", ("5:30",)),
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
        ("at half past 7", "um 7:30", ("at  ", "um  ")),
        ("at a quarter to six", "à 17 h 45", ("at  ", "à  ")),
        ("at ten past six", "um 7:10", ("at ten past six", "um 7:10")),
        ("5 people", "5 Personen", ("5 people", "5 Personen")),
    ],
)
def test_times_that_both_have_are_taken_out(
    source: str, target: str, left: tuple[str, str]
) -> None:
    assert clock.without(source, target) == left

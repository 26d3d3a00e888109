"""Acronyms that are lost, words twice in a row, English words that stay, times that are made up."""

from __future__ import annotations

import doctest

import pytest

from doctrans.constraints import acronyms, invented, repeats
from doctrans.constraints.spelling import copied


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("Total (incl. VAT)", "Total (MT comprise)", "fr", ("VAT",)),
        ("Total (incl. VAT)", "Gesamt inkl. MwSt.", "de-AT", ()),
        ("Total incl. VAT", "Total TTC", "fr", ()),
        ("The EU and the UN", "L'UE et l'UE", "fr", ("UN",)),
        ("The EU and the UN", "La UE y la ONU", "es", ()),
        ("We obey the GDPR.", "Nous respectons le RGPR.", "fr", ("GDPR",)),
        ("Save it as PDF.", "Als PDF-Datei speichern.", "de", ()),
        ("Call the NHS.", "Llame al servicio.", "es", ("NHS",)),
        ("DO NOT OPEN THE VAT PAGE", "DIE SEITE NICHT ÖFFNEN", "de", ()),
        ("Do NOT open it.", "Nicht öffnen.", "de", ()),
        ("Louis XIV and Part III", "Ludwig der Vierzehnte", "de", ()),
        ("All IDs are shown.", "Alle Ids werden gezeigt.", "de", ()),
        ("AT&T and file.PDF", "Es geht", "de", ()),
        ("The VAT", "La IVA", "it", ()),
        ("The U.S. economy", "L'économie", "fr", ("US",)),
        ("The U.S. economy", "La economía de EE. UU.", "es", ()),
        ("The U.N. met in the U.K.", "Die U. N. traf sich in Großbritannien.", "de", ()),
        ("It costs 5 U.S. dollars.", "Il coûte 5 dollars.", "fr", ()),
    ],
)
def test_acronyms(source: str, target: str, language: str, expected: tuple[str, ...]) -> None:
    assert acronyms.lost(source, target, ("en", language)) == expected


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("RFID", "VERTRAUEN", "de", ("RFID",)),
        ("(COPD)", "(COUPER)", "fr", ("COPD",)),
        ("ITIL:", "ITILE :", "fr", ("ITIL",)),
        ("ITIL:", "ITIL :", "fr", ()),
        ("GDPR", "DSGVO", "de", ()),
        ("NATO", "OTAN", "fr", ()),
        ("HELP", "AIDE", "fr", ()),
        ("HELP ME", "AIDEZ-MOI", "fr", ()),
        ("CHECK RFID", "VERTRAUEN", "de", ()),
        ("XVIII", "18", "de", ()),
        ("RFID", "VERTRAUEN", "pl", ()),
    ],
)
def test_acronyms_alone(source: str, target: str, language: str, expected: tuple[str, ...]) -> None:
    assert acronyms.lost_alone(source, target, ("en", language)) == expected
    assert acronyms.lost_alone(source, target, ("de", language)) == ()


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("Close it.", "Fermez fermez la porte.", "fr", "Fermez fermez"),
        (
            "A price (including tax).",
            "Un prix (taxe comprise comprise).",
            "fr",
            "comprise comprise",
        ),
        ("It is white.", "Es ist weiß, weiß (sehr weiß) weiß.", "de", ""),
        ("In the county.", "Dans les villes du comté du comté.", "fr", "du comté du comté"),
        ("Millions of people", "Millones de millones de personas", "es", "Millones de millones de"),
        ("It can not.", "Es kann nicht nicht gehen.", "de", "nicht nicht"),
        ("We get up.", "Nous nous levons.", "fr", ""),
        ("A woman who knows.", "Die Frau, die die Antwort kennt.", "de", ""),
        ("Pages touching data.", "Seiten, die die die Daten berühren.", "de", "die die"),
        ("So far.", "Bla bla bla, très très très bien.", "fr", ""),
        ("Step by step it grew.", "Creció poco a poco a la sombra.", "es", ""),
        ("It is very very good.", "Es ist sehr sehr gut.", "de", ""),
        ("Use aids.", "Hilfsmittel nutzen Nutzen Sie sie.", "de", ""),
        ("The test test", "El test test", "es", ""),
        ("From A to A.", "De A a A.", "es", ""),
    ],
)
def test_words_in_a_row(source: str, target: str, language: str, expected: str) -> None:
    assert repeats.found(source, target, language) == expected


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("Ann (“the Tenant”)", "Ann („the Mieter“)", "de", ("the",)),
        ("They love the Beatles.", "Sie lieben the Beatles.", "de", ()),
        ("Fever or vomiting.", "Fieber oder vomiting.", "de", ("vomiting",)),
        ("Sneezing and dizziness", "Estornudos y dizziness", "es", ("dizziness",)),
        ("Good marketing helps.", "Un bon marketing aide.", "fr", ()),
        ("Use “vomiting” here.", "Utilisez « vomiting » ici.", "fr", ()),
        ("The command vomiting", "La commande vomiting", "fr", ()),
        ("Fever or Vomiting.", "Fieber oder Vomiting.", "de", ()),
        ("Vomiting.", "Vomiting.", "it", ()),
    ],
)
def test_english_words(source: str, target: str, language: str, expected: tuple[str, ...]) -> None:
    assert copied.found(source, target, ("en", language)) == expected


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("Take bus 9.", "Nehmen Sie den Bus 9 Uhr.", "de", True),
        ("We meet at 9.", "Wir treffen uns um 9 Uhr.", "de", False),
        ("Support 24/7", "Hilfe rund um die Uhr", "de", False),
        ("Open 10:30", "Ab 10.30 Uhr geöffnet", "de", False),
        ("Take bus 9.", "Prenez le bus 9.", "fr", False),
    ],
)
def test_times_that_are_made_up(source: str, target: str, language: str, expected: bool) -> None:
    assert invented.time(source, target, ("en", language)) is expected


def test_examples() -> None:
    assert not any(doctest.testmod(m).failed for m in (acronyms, copied, invented, repeats))

"""Nouns whose gender and number tables know."""

from __future__ import annotations

import pytest

from doctrans.constraints.terms import noun_kinds
from doctrans.constraints.terms.determiners import KINDS


@pytest.mark.parametrize(
    ("noun", "language", "kind"),
    [
        ("Tabelle", "de", "f"),
        ("Fenster", "de", "n"),  # and a plural: as a term it is one
        ("Ordner", "de", "m"),
        ("Übersetzungen", "de", "p"),
        ("Bestätigungsfenster", "de", "n"),  # by its end
        ("E-Mail-Konto", "de", "n"),
        ("Antwort", "de", "f"),  # not by *Wort*
        ("neues Konto", "de-AT", "n"),
        ("Konto für Nutzer", "de", "n"),
        ("Tabellen", "de", "p"),
        ("Zeitaufwand", "de", ""),  # not by *Wand*
        ("Interessen", "de", ""),  # not by *Essen*
        ("Lieferfirma", "de", "f"),
        ("Prüfprotokoll", "de", "n"),
        ("Drehmoment", "de", ""),  # *der Moment*, *das Drehmoment*
        ("Kundschaft", "de", "f"),  # by the ending
        ("Vorsprung", "de", "m"),
        ("Zugriff", "de", ""),  # not by *Riff*
        ("Korallenriff", "de", ""),
        ("Schwanz", "de", ""),
        ("mejor práctica", "es", ""),
        ("Schwung", "de", ""),  # not by the ending, as *Recycling* and *herbicida*
        ("Hochglanz", "de", ""),
        ("Recycling", "de", ""),
        ("herbicida", "es", ""),
        ("radio", "es", ""),
        ("interlude", "fr", ""),
        ("clientela", "es", "f"),
        ("suministrador", "es", "m"),
        ("radiofoto", "es", ""),
        ("ordonnance", "fr", "f"),
        ("homepage", "fr", ""),
        ("Kindern", "de", "p"),
        ("fenêtre", "fr", "f"),
        ("Panneau", "fr", "m"),
        ("barre d’outils", "fr", "f"),
        ("fichiers", "fr", "mp"),
        ("accès", "fr", "m"),
        ("portes", "fr", "fp"),  # not of *port*
        ("bases de données", "fr", "fp"),
        ("tabla", "es", "f"),
        ("paneles", "es", "mp"),
        ("variantes", "es", "fp"),
        ("agua", "es", ""),  # *el agua fría*
        ("Xyzzy", "de", ""),
        ("xyzzys", "fr", ""),
        ("", "es", ""),
        ("casa", "it", ""),
    ],
)
def test_kinds(noun: str, language: str, kind: str) -> None:
    assert noun_kinds.kind(noun, language) == kind


@pytest.mark.parametrize("language", KINDS)
def test_no_noun_is_of_two_kinds(language: str) -> None:
    text = (noun_kinds.files(noun_kinds.__package__) / "kinds" / f"{language}.txt").read_text(
        encoding="utf-8"
    )
    kinds = [line.split()[0] for line in text.splitlines()]
    nouns = [noun for line in text.splitlines() for noun in line.split()[1:]]
    assert set(kinds) <= set(KINDS[language]) and len(kinds) == len(set(kinds))
    assert len(nouns) == len(set(nouns)) > 3_000

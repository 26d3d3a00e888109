"""Plurals of terms, and words that are told them."""

from __future__ import annotations

import pytest

from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.glossary import Glossary
from doctrans.constraints.terms.plurals import first_part, is_plural, plural
from doctrans.constraints.terms.uses import Outcome, uses
from doctrans.model import Tagged

pytestmark = pytest.mark.skipif(not lemmas.installed(), reason="needs the extra terms")


@pytest.mark.parametrize(
    ("term", "language", "many"),
    [
        ("Absperrhahn", "de", "Absperrhähne"),
        ("Pumpe", "de", "Pumpen"),
        ("Kunde", "de", "Kunden"),
        ("Haus", "de", "Häuser"),
        ("Konto", "de", "Konten"),
        ("Nutzerkonto", "de", "Nutzerkonten"),
        ("Übersichtsseite", "de", "Übersichtsseiten"),
        ("Verzeichnis", "de", "Verzeichnisse"),
        ("Mitarbeiterin", "de", "Mitarbeiterinnen"),
        ("Befehl", "de", "Befehle"),  # *Befehlen* is a dative
        ("Staat", "de", "Staaten"),  # *Staate* too
        ("Bild", "de", "Bilder"),  # *Bilde* too
        ("Pflichtfeld", "de", "Pflichtfelder"),  # *Pflichtfelde* is a dative
        ("Zielland", "de", "Zielländer"),
        ("Patent", "de", "Patente"),  # *patenter* is an adjective
        ("Datentyp", "de", "Datentypen"),
        ("robinet d'arrêt", "fr", "robinets d'arrêt"),
        ("journal", "fr", "journaux"),
        ("compte bancaire", "fr", "comptes bancaires"),
        ("tableau de bord", "fr-CA", "tableaux de bord"),
        ("llave de paso", "es", "llaves de paso"),
        ("conexión", "es", "conexiones"),
        ("cuenta bancaria", "es", "cuentas bancarias"),
        ("Commande", "fr", "Commandes"),
    ],
)
def test_plurals(term: str, language: str, many: str) -> None:
    assert plural(term, language) == many
    # The term is known again in that form.
    hit = Glossary([Entry("thing", term)], "en", language).wanted(Tagged("thing"))
    assert uses(hit, many, language)[0].outcome is Outcome.INFLECTED


@pytest.mark.parametrize(
    ("term", "language"),
    [
        ("Filter", "de"),
        ("Gehäuse", "de"),
        ("Gebäude", "de"),  # *Gebäuden* is a dative
        ("Optionen", "de"),
        ("Park", "de"),
        ("Bank", "de"),  # *Bänke*, *Banken*
        ("Fach", "de"),
        ("Gramm", "de"),  # *5 Gramm*
        ("Zubehör", "de"),
        ("neues Konto", "de"),
        ("speichern", "de"),
        ("AUFTRAG", "de"),
        ("enregistrer", "fr"),
        ("modifier", "fr"),
        ("page web", "fr"),  # no adjective
        ("prix", "fr"),
        ("imagen", "es"),  # *imágenes*
        ("guardar", "es"),
        ("crisis", "es"),
        ("window", "nl"),
    ],
)
def test_what_nobody_is_sure_of_stays(term: str, language: str) -> None:
    assert plural(term, language) == term


@pytest.mark.parametrize("noun", ["Datei", "Tür", "See", "Uhr"])
def test_compounds_do_not_begin_with_any_plural(noun: str) -> None:
    assert first_part(noun) == ""


@pytest.mark.parametrize(
    ("found", "listed", "many"),
    [
        ("Shut-off valves", "shut-off valve", True),
        ("knives", "knife", True),
        ("points of sale", "point of sale", True),
        ("orders", "orders", False),
        ("setting", "settings", False),
        ("class", "clas", False),
    ],
)
def test_english_plurals(found: str, listed: str, many: bool) -> None:
    assert is_plural(found, listed, "en") is many
    assert not is_plural(found, listed, "de")


def test_engines_are_told_the_plural_and_reports_the_term() -> None:
    glossary = Glossary([Entry("pump", "Pumpe")], "en", "de")
    one, many = glossary.wanted(Tagged("The pump and the pumps"))
    assert (one.told, many.told) == ("Pumpe", "Pumpen")
    assert one.target == many.target == "Pumpe"

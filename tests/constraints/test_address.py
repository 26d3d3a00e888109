"""How readers are addressed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans.constraints import address
from doctrans.constraints.address import Formality, shown
from doctrans.constraints.readdress import beginning

LESS, MORE = Formality.LESS, Formality.MORE


@pytest.mark.parametrize(
    ("source", "target", "language", "kinds"),
    [
        ("You need a pan.", "Du brauchst eine Pfanne.", "de", {LESS}),
        ("You need a pan.", "Sie brauchen eine Pfanne.", "de", {MORE}),
        ("Wash your hands before you eat.", "Wasch deine Hände, bevor Sie essen.", "de-AT",
         {LESS, MORE}),
        ("She says that you know her.", "Sie sagt, dass ihr sie kennt.", "de", set()),
        ("They sleep.", "Sie schlafen.", "de", set()),
        ("Save the file.", "Speichern Sie die Datei.", "de", {MORE}),
        ("Save the file.", "Datei speichern", "de", set()),
        ("Save the file.", "Speichere die Datei.", "de", {LESS}),
        ("You are right.", "Tu as raison.", "fr", {LESS}),
        ("The tone of your voice", "Le ton de votre voix", "fr", {MORE}),  # ton: tone
        ("The tone of the voice", "Le ton de la voix", "fr", set()),
        ("Can you hear me?", "Pouvez-vous m'entendre ?", "fr", {MORE}),
        ("You can go.", "Puedes irte.", "es", {LESS}),
        ("You can go.", "Puede irse.", "es", {MORE}),
        ("Where did you buy it?", "¿Dónde lo compraste?", "es", {LESS}),
        ("You received it.", "Recibiste esto, lo usabas.", "es", {LESS}),
        ("You see the contrast.", "Existe el triste contraste; viste sílabas.", "es", set()),
        ("He bought it.", "Compraste eso.", "es", set()),  # nobody is addressed
        ("He can go with you.", "Puede ir.", "es", set()),
        ("Contact the IT department.", "Contacte con el departamento de TI.", "es", set()),
        ("Animals live here.", "Tiere leben hier.", "de", set()),
        ("The Cirque du Soleil", "Der Cirque du Soleil", "de", set()),
        ("My appointment", "Mon rendez-vous", "fr", set()),
        ("Take your coat.", "Prenez ton manteau.", "fr", {LESS, MORE}),
        ("You need a pan.", "Precisas de uma panela.", "pt", set()),
        ("Create the first copy", "Erzeuge die erste Kopie", "de", {LESS}),
        ("Create the first copy", "Erzeugt die erste Kopie", "de", {LESS}),  # several readers
        ("Close the lid.", "Schließ den Deckel.", "de", {LESS}),
        ("If it does not start, run it again.", "Startet es nicht, führe es erneut aus.", "de",
         {LESS}),
        ("If I open it, I close it.", "Wenn ich sie öffne, schließe ich sie.", "de", set()),
        ("The lid closes the pan.", "Verwendet die Pfanne.", "de", set()),
        ("Visit the main page", "Visite la page principale", "fr", {LESS}),
        ("Visit by appointment", "Visite sur rendez-vous", "fr", set()),
        ("Do not open the lid.", "N'ouvre pas le couvercle.", "fr", {LESS}),
        ("Do not open the lid.", "N'ouvrez pas le couvercle.", "fr", {MORE}),
        ("If it fails, run it.", "Si cela échoue, exécutez-le.", "fr", {MORE}),
        ("Open the file.", "Abre el archivo.", "es", {LESS}),
        ("Open the file.", "Abra el archivo.", "es", {MORE}),
        ("Removes a part", "Elimina una parte", "es", set()),
        ("Visit to the factory", "Visita a la fábrica", "es", set()),
        ("Do not use the app.", "No utilices la aplicación.", "es", {LESS}),
        ("Do not use the app.", "No utilice la aplicación.", "es", {MORE}),
        ("Not all of them", "No todas ellas", "es", set()),
        ("Join our team.", "Únete a nuestro equipo.", "es", {LESS}),
    ],
)  # fmt: skip
def test_an_address_is_known_by_its_words(
    source: str, target: str, language: str, kinds: set[Formality]
) -> None:
    assert shown(source, target, language) == kinds


@pytest.mark.parametrize(
    ("text", "language", "wanted", "begun"),
    [
        ("Du brauchst 20 Minuten.", "de", MORE, "Sie"),
        ("Am besten ist es, wenn du wartest.", "de", MORE, "Am besten ist es, wenn Sie"),
        ("Kannst du warten?", "de", MORE, None),  # the verb stands before its subject
        ("Mit deinem Schlüssel, wenn du willst.", "de", MORE, None),
        ("Sie brauchen 20 Minuten.", "de", LESS, "Du"),
        ("Si tu veux, attends.", "fr", MORE, "Si vous"),
        ("Vous avez raison.", "fr", LESS, "Tu"),
        ("Que fais-tu ?", "fr", MORE, None),
        ("Prends ton manteau.", "fr", MORE, None),  # its verb would stay
        ("Wir senden dir etwas.", "de", MORE, "Wir senden Ihnen"),
        ("Es para usted.", "es", LESS, None),
        ("Nous vous écrirons.", "fr", LESS, None),  # not its subject
        ("Si puede, espere.", "es", LESS, "Si puedes"),
        ("Pierde su llave.", "es", LESS, None),  # the verb before it would stay
        ("Necesitas 20 minutos.", "es", MORE, "Necesita"),
        ("Wait.", "pt", MORE, None),
    ],
)
def test_a_translation_is_begun_with_the_other_address(
    text: str, language: str, wanted: Formality, begun: str | None
) -> None:
    assert beginning("You", text, language, wanted) == begun


@pytest.mark.parametrize(
    ("source", "text", "language", "wanted", "begun"),
    [
        ("Visit the page", "Visite la page", "fr", MORE, "Visitez"),
        ("Do not open it.", "N'ouvre pas le couvercle.", "fr", MORE, "N'ouvrez"),
        ("Create the copy", "Erzeugt die Kopie", "de", MORE, "Erzeugen Sie"),
        ("Save the file.", "Speichern Sie die Datei.", "de", LESS, "Speichere"),
        ("If it fails, run it.", "Wenn es scheitert, führe es aus.", "de", MORE,
         "Wenn es scheitert, führen Sie"),
        ("Open the file", "«Abra el archivo", "es", LESS, "«Abre"),
        ("Do not use it.", "No utilices la aplicación.", "es", MORE, "No utilice"),
        ("The visit", "Visite la page", "fr", MORE, None),
    ],
)  # fmt: skip
def test_a_command_is_begun_with_its_other_form(
    source: str, text: str, language: str, wanted: Formality, begun: str | None
) -> None:
    assert beginning(source, text, language, wanted) == begun


def test_words_that_may_mean_somebody_else_are_not_exchanged() -> None:
    assert beginning("They will tell you.", "Sie sagen Ihnen Bescheid.", "de", LESS) is None


def _usual(text):
    """Short, in Latin letters, without those that Python takes for an i or an s."""
    return len(text) < 60 and max(map(ord, text)) < 0x250 and set("ıİſ").isdisjoint(text)


@pytest.mark.parametrize(
    "table", [address._SURE, address._OF_READERS, address._OF_COMMANDS, address._LATER]
)
@given(data=st.data())
def test_no_pattern_matches_a_text_that_is_not_looked_into(table, data):
    language, kind = data.draw(st.sampled_from(sorted(table)))
    found = data.draw(st.from_regex(table[language, kind]).filter(_usual))
    words = address._words(found)
    hinted = not address._HINTS[language].isdisjoint(words)
    assert hinted or address._may_command(words, language)

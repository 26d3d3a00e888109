"""Signs and the first letter of a text."""

from __future__ import annotations

import pytest
from hypothesis import given

from doctrans import spans
from doctrans.constraints.typography import begun_like, set_like
from doctrans.model import Tagged
from tests.notation import tagged
from tests.test_spans import trees


@pytest.mark.parametrize(
    ("source", "target", "language", "said"),
    [
        ('Say "yes" now!', 'Sagen Sie "ja" jetzt!', "de", "Sagen Sie „ja“ jetzt!"),
        ("(“N”, “we”)", "(« N“, „wir“)", "de-AT", "(„N“, „wir“)"),
        ('"Yes," she said.', "„Ja,“ sagte sie.", "de", "„Ja“, sagte sie."),
        ('Is it "on"?', 'Est-ce "actif" ?', "fr", "Est-ce «\u00a0actif\u00a0»\u202f?"),
        ("“Yes”", "« Oui »", "fr", "«\u00a0Oui\u00a0»"),
        ('He said: "go"', 'Dijo: "ve"', "es", "Dijo: «ve»"),
        ('<1>"Yes"</1> or "no"', '<1>"Ja"</1> oder "nein"', "de", "<1>„Ja“</1> oder „nein“"),
        ('He asked, "Why?"', 'Er fragte, "Warum?"', "de", "Er fragte: „Warum?“"),
        ('She said, "No."', 'Elle a dit, "Non."', "fr", "Elle a dit\u00a0: «\u00a0Non.\u00a0»"),
        ('"Yes," he said, "I do."', '"Ja", sagte er, "ja."', "de", "„Ja“, sagte er, „ja.“"),
        ('As he said, "no" is "no".', 'Wie gesagt, "nein", "nein".', "de",
         "Wie gesagt, „nein“, „nein“."),
        ('Open "<1/>" now', 'Jetzt "<1/>" öffnen', "de", "Jetzt „<1/>“ öffnen"),
        ("Lee (July 1988)", "Lee ( Juli 1988)", "de", "Lee (Juli 1988)"),
        ("Tick ( ) here", "Hier ( ) ankreuzen", "de", "Hier ( ) ankreuzen"),
        ("Status: In progress", "Status: in Arbeit", "de", "Status: In Arbeit"),
        ("Status: in progress", "Status: in Arbeit", "de", "Status: in Arbeit"),
        ("Note: It is new.", "Anmerkung: es ist neu.", "de", "Anmerkung: es ist neu."),
        ("Note: it; all!", "Note : cela ; tout !", "fr",
         "Note\u00a0: cela\u202f; tout\u202f!"),
        ("A – B", "A - B", "es", "A – B"),
        ("Go to File - Open - Recent.", "Vaya a Archivo ▸ Abrir ▸ Reciente.", "es",
         "Vaya a Archivo - Abrir - Reciente."),
        ("File - <1/> - Open", "Archivo ▸ <1/> ▸ Abrir", "es", "Archivo - <1/> - Abrir"),
        ("File → Open - now", "Archivo ▸ Abrir", "es", "Archivo ▸ Abrir"),
        ("File - Edit > Cut", "Archivo ▸ Cortar", "es", "Archivo ▸ Cortar"),  # of two signs
        ("At 14:05?", "À 14 h 05\u00a0?", "fr", "À 14\u00a0h\u00a005\u202f?"),
        ("The 'quick fix' failed.", 'El "arreglo" falló.', "es", "El «arreglo» falló."),
        ("Ann's and Tom's", 'de "Ann" y Tom', "es", 'de "Ann" y Tom'),
        ('He said, "Go."', 'Il a dit, "Allez."', "fr", "Il a dit\u00a0: «\u00a0Allez.\u00a0»"),
        ('He said, "Go."', 'Él dijo, "Ve."', "es", "Él dijo: «Ve»."),
        ("She told me, “Go!”", "Me dijo, «¡Ve!»", "es", "Me dijo: «¡Ve!»"),
        ('She asked, "Who?" and left.', 'Preguntó, "¿Quién?" y se fue.', "es",
         "Preguntó, «¿Quién?» y se fue."),
        ('He said the story, "Go," is', 'Il dit que le récit, "Va," est', "fr",
         "Il dit que le récit, «\u00a0Va\u00a0», est"),
        ('"No." He left.', '"No." Se fue.', "es", "«No». Se fue."),
        ('"No.", "no"', '"No.", "no"', "es", "«No», «no»"),
        ('"Cats etc."', '"Gatos etc."', "es", "«Gatos etc.»"),
        ('"Well..."', '"Bien..."', "es", "«Bien...»"),
        ("Really?! No!!", "Vraiment ? ! Non ! !", "fr", "Vraiment\u202f?! Non\u202f!!"),
        ("400 g (two cups)", "400 g ( dos tazas )", "es", "400 g (dos tazas)"),
        ("if ( x )", "si ( x )", "fr", "si ( x )"),
        ("50% of $5", "50 % de 5 $", "fr", "50\u00a0% de 5\u00a0$"),
        ("50% of $5", "50 % de 5 $", "es", "50\u00a0% de 5\u00a0$"),
        ("from 5 $var", "de 5 $var", "es", "de 5 $var"),
        ("A – B — C", "A - B - C", "fr", "A – B — C"),
        # data, inches, others than the source has, half a pair that a tag cuts through
        ('{"a": "b"}', '{"a": "b"}', "de", '{"a": "b"}'),
        ('$a.get("b") is it', '$a.get("b") ist es', "de", '$a.get("b") ist es'),
        ('{tc "{seq}"}', '{tc "{seq}"}', "fr", '{tc "{seq}"}'),
        ('17" and 19"', '17" und 19"', "de", '17" und 19"'),
        ("Click Next", 'Auf "Weiter" klicken', "de", 'Auf "Weiter" klicken'),
        ("A – B – C", "A - B", "fr", "A - B"),
        ('A "b" c', 'A "b c', "de", 'A "b c'),
        ("at 10:30 http://x", "à 10:30 http://x", "fr", "à 10:30 http://x"),
        ("Note: it", "Nota: esto", "it", "Nota: esto"),
    ],
)  # fmt: skip
def test_signs_are_set_as_the_language_has_them(
    source: str, target: str, language: str, said: str
) -> None:
    assert set_like(tagged(source).text, tagged(target), language) == tagged(said)


@given(trees())
def test_tags_stay_whatever_is_set(value: Tagged) -> None:
    changed = set_like('"a" - b', value, "fr")
    assert changed.tags == value.tags
    assert not spans.faults(value, changed)


@pytest.mark.parametrize(
    ("source", "target", "language", "said"),
    [
        ("Swan", "cygne", "fr", "Cygne"),
        ("the password", "Das Passwort", "de", "das Passwort"),
        ("twice a week", "Zweimal pro Woche", "de", "zweimal pro Woche"),
        ("our partners", "Nos partenaires", "fr", "nos partenaires"),
        ("an e-mail", "<1>Eine</1> E-Mail", "de", "<1>eine</1> E-Mail"),
        ("Objects", "“objetos", "es", "“Objetos"),
        ("email", "E-Mail", "de", "E-Mail"),  # a noun
        ("you can", "Sie können", "de", "Sie können"),
        ("click here", "Klicken Sie hier", "de", "Klicken Sie hier"),
        ("Program dTour", "dTour du programme", "fr", "dTour du programme"),
        ("the Paris office", "Paris, le bureau", "fr", "Paris, le bureau"),
        ("iPhone case", "Étui iPhone", "fr", "Étui iPhone"),
        ("5 apples", "Äpfel", "de", "Äpfel"),
        ("[a]Our list", "Unsere Liste", "de", "Unsere Liste"),
        ("swan", "Cigno", "it", "Cigno"),
        ("Swan", "დარელი", "fr", "დარელი"),
    ],
)
def test_the_first_letter_is_as_in_the_source(
    source: str, target: str, language: str, said: str
) -> None:
    assert begun_like(source, tagged(target), language) == tagged(said)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("(la fonction <1/round()>)", "(la fonction <1/round()>)"),
        ("(<1/x> oui)", "(<1/x> oui)"),
        ("Oui ! <1/x>? Non", "Oui\u202f! <1/x>? Non"),
    ],
)
def test_what_is_protected_keeps_its_space(target: str, said: str) -> None:
    assert set_like("(the function round())", tagged(target), "fr") == tagged(said)


def test_spaces_within_brackets_go() -> None:
    assert set_like("(almost)", Tagged("( casi )"), "es").text == "(casi)"
    assert set_like("(student)", Tagged("( Studentin)"), "de").text == "(Studentin)"

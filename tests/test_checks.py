from __future__ import annotations

import pytest

from doctrans.checks import Pair, check, emptied, has_words


@pytest.mark.parametrize(
    ("source", "target", "codes"),
    [
        ("It rose by 12.5 %.", "Es stieg um 12,5 %.", []),
        ("It rose by 12.5 %.", "Es stieg um 12,6 %.", ["number-changed"]),
        ("It costs €15.63.", "Es kostet 15,63 €.", []),
        ("It costs €15.63.", "Es kostet 15,63 Euro.", []),
        ("It costs €15.63.", "Es kostet 1563 €.", ["number-changed"]),
        ("It costs €15.63.", "Es kostet 15,63.", ["sign-changed"]),
        ("It costs 5.", "Es kostet \ufffd5.", ["sign-changed"]),
        ("It costs 5.", "Es kostet ₂5.", ["sign-changed"]),
        ("In 3-5 days", "In 3 bis 5 Tagen", []),
        ("on June 3-5", "du 3 au 5 juin", []),
        ("on July 1-3", "du 1er au 3 juillet", []),
        ("on July 1-3", "vom 1. bis 3. Juli", []),
        ("3-5 days, 3 times", "3 à 5 jours", ["number-changed"]),
        ("In 3-5 days", "In 5 bis 3 Tagen", ["number-changed"]),
        ("In 3-5 days", "In 3 Tagen, 5", ["number-changed"]),
        ("1-2-2024", "1 bis 2, 2024", ["number-changed"]),
        ("1,234.5 and 0.125", "1.234,5 und 0,125", []),
        ("Version 3.11.7", "Version 3.117", ["number-changed"]),
        ("Paragraph = 1.2.1", "Absatz = 1,2,1", ["number-changed"]),
        ("Paragraph = 1.2.1(i)", "Absatz = 1,2.1(i)", ["number-changed"]),
        ("Rooms 7,8,9", "Zimmer 7,8,9", []),
        ("On 02/11/2006", "Am 2.11.2006", []),
        ("A rate of 1.5-3.5 %", "Eine Rate von 1,5-3,5 %", []),
        ("1,234 users", "1.234 Benutzer", []),
        ("1,234,567.89 users", "1.234.567,89 Benutzer", []),
        ("Tirana", "დარისარი", ["foreign-script"]),
        ("Tilaka", "Καστασηση", ["foreign-script"]),
        ("The word λόγος is Greek.", "Das Wort λόγοι ist griechisch.", []),
        ("10 kilohms at 20 microns", "10 kΩ bei 20 μm", []),
        ("The difference of T", "Die ΔT", []),
        ("Ha Noi, office", "Hà Nội, Büro ﬁ", []),
        ("1,234.5 users", "1.234.5 Benutzer", ["number-changed"]),
        ("Version 1.234.5", "Version 1.234.5", []),
        ("Wait 3 minutes.", "Warten Sie drei Minuten.", []),
        ("Wait three minutes.", "Warten Sie 3 Minuten.", []),
        ("Two thousand people", "2000 Menschen", []),
        ("Open at 5 pm.", "Geöffnet um 17 Uhr.", []),
        ("Open at 5 pm.", "Geöffnet um 17:00 Uhr.", []),
        ("Open at 5:30 pm.", "Geöffnet um 17.30 Uhr.", []),
        ("Open at 5:30 pm.", "Geöffnet um 17 Uhr.", ["number-changed"]),
        ("Open at 5:30 pm.", "Geöffnet um 17.45 Uhr.", ["number-changed"]),
        ("Open at 5:30 pm.", "Geöffnet.", ["number-changed"]),
        ("Open at 9 am for 5 people.", "Geöffnet um 9:00 Uhr für 5 Personen.", []),
        ("Open at 9 am for 5 people.", "Geöffnet um 9:00 Uhr für 6 Personen.", ["number-changed"]),
        ("Open from 2 to 4 p.m.", "Von 14 bis 16 Uhr geöffnet.", []),
        ("Break 5:30–5:50 p.m.", "Pause 17:30–17:50 Uhr", []),
        ("Break 10:30–10:50 a.m.", "Pause 10:30–10:50 Uhr", []),
        ("Open 6–7.30 p.m.", "Von 18:00 bis 19:30 Uhr geöffnet.", []),
        ("Open 8 a.m.–6 p.m.", "Geöffnet 8–18 Uhr", []),
        ("Over 18 only, from 6 p.m.", "Nur über 18, ab 18:00 Uhr", []),
        ("At 14:30", "Um 14 Uhr 30", []),
        ("8 to 6 p.m.: €89", "8 bis 18 Uhr: 89 €", []),
        ("Open 2:30 to 4:30 p.m.", "Geöffnet von 14.30 bis 16.30 Uhr.", []),
        ("Open 2:00-4:00 pm.", "Geöffnet 14:00-16:00 Uhr.", []),
        ("Open from 10 to 2 pm.", "Geöffnet von 22 bis 14 Uhr.", ["number-changed"]),
        ("The shop opens at 5:30 pm.", "Le magasin ouvre à 17 h 30.", []),
        ("The shop opens at 5 pm.", "Le magasin ouvre à 17 h.", []),
        (
            "The shop opens at 5 pm.",
            "Le magasin ouvre à 18 h.",
            ["number-changed", "protected-changed"],
        ),
        ("Open 10-12 pm", "Geöffnet 22-12 Uhr", ["number-changed"]),
        ("John 3:16 says", "Jean 3 h 16", ["number-changed", "protected-changed"]),
        ("Romans 5:10", "Römer 5 Uhr 10", ["number-changed"]),
        ("The score was 3:00.", "Es stand 3.", ["number-changed"]),
        ("Open until 1 p.m. from 1 July.", "Ab 1. Juli bis 13 Uhr geöffnet.", []),
        ("At 6 pm it costs $17.99.", "Um 18 Uhr kostet es 17,99 $.", []),
        ("At 5 pm, it costs $17.99.", "Nachmittags um fünf kostet es 17,99 $.", []),
        ("It is 5 kilometres away.", "Es sind 5 km.", []),
        ("It is 5 kilometres or 5 miles.", "Es sind 5 km oder 5 km.", ["protected-changed"]),
        (
            "The parking meter is 5 feet away.",
            "Die Parkuhr ist 5 m entfernt.",
            ["protected-changed"],
        ),
        ("It is twenty kilometres away.", "Es ist 90 km entfernt.", ["protected-changed"]),
        ("a 120-kg sled", "un traîneau de 120 kg", []),
        ("a 0.50-kg ball", "une balle de 0,50 kg", []),
        ("a 120-kg sled", "un traîneau de 125 kg", ["number-changed", "protected-changed"]),
        ("a 120-kg sled", "un traîneau de 120 km", ["protected-changed"]),
        ("one 5-km walk", "5 km, puis 5 km", ["number-changed", "protected-changed"]),
        ("JavaScript-based code", "du code basé sur JavaScript", []),
        ("some JavaScript-based code", "du code basé sur TypeScript", ["protected-changed"]),
        ("Cook for 10 mins.", "10 min kochen.", []),
        ("Cook for 10 mins.", "10 h kochen.", ["protected-changed"]),
        ("It weighs 10 lb.", "Es wiegt 10 kg.", ["protected-changed"]),
        ("In 2014 he left.", "Er ging.", ["number-changed"]),
        ("He left.", "Er ging 2014.", ["number-changed"]),
        ("See https://a.example/x", "Siehe https://a.example/y", ["protected-changed"]),
        ("See {name}", "Siehe {name}", []),
        ("See {name}", "Siehe {Name}", ["protected-changed"]),
        ("Category 1", "Kategorie", ["number-changed"]),
        ("Step 1", "Erstellen Sie Einstellungen", ["number-changed"]),
        ("Take 8 of 11.", "Achten Sie auf Elfenbein.", ["number-changed"]),
        ("Take 8 of 11.", "Nimm acht von elf.", []),
        ("the 8th of 1-day trips", "am achten der eintägigen Ausflüge", []),
        ("a tenant", "10", ["number-changed"]),
        ("the note [1] here", "eine Notiz hier", ["number-changed", "marks-changed"]),
        ("the lead † was", "der Leiter — war", ["sign-changed"]),
        ("Take 2 every 8 hours.", "Nehmen Sie alle acht Stunden zwei.", []),
        ("Take 2 every 8 hours.", "Nehmen Sie alle 8 Stunden.", ["number-changed"]),
        ("5 + 3 = 8", "5 + 8 = 8", ["number-changed"]),
        ("Retrieved 2006-11-02", "Abgerufen 02.11.2006", []),
        ("Retrieved 2006-11-02", "Abgerufen 2006-1-02", ["number-changed"]),
        ("ISBN 978-1-4615-6789-9", "ISBN 978-1-4615-6789", ["number-changed"]),
        ("ISBN 978-1-891276-00-2", "ISBN 978-1-891276-000-2", ["number-changed"]),
        ("From £12 (£8 students)", "Ab 12 £ (8 £, Studierende", ["unpaired"]),
        ("(a) is it (see 5(2)(a))", "a) ist es (siehe 5(2)(a))", []),
        ("It is :) so", "Es ist so", []),
        ("Back up (if it is so)", "Sichern (wenn es so ist)", []),
        ("Back up (if it is so)", "Sichern, wenn es so ist)", ["unpaired"]),
        ("Hold “A” and “B”", "Halten Sie „A“ und „B", ["unpaired"]),
        ('Click Next at 17"', 'Auf „Weiter“ bei 17" klicken', []),
        ("“It is so.", "„Es ist so.", []),
        ("Water is E=mc2.", "Wasser ist Emc2.", ["sign-changed"]),
        ("Caf\ufffd", "Kaff\ufffd", []),
        ("twelve", "tlvvvvvvvvvöhnliches", ["repetition"]),
        ("Go.", "\u202eGeh.", ["sign-changed"]),
        ("12 %", "12 %", []),
        ("Save the file now.", "Save the file now.", ["untranslated"]),
        ("New York", "New York", []),
        ("It is good.", "Es ist gut gut gut gut gut.", ["repetition"]),
        (
            "It is good, they say.",
            "Es ist so, und es ist so, und es ist so, und es ist so.",
            ["repetition"],
        ),
        ("no no no no no", "nein nein nein nein nein", []),
        ("A word.", "Ein Wortortortortortortort.", ["repetition"]),
        ("Yes.", "Ja, das ist natürlich eine lange Antwort.", ["length-ratio"]),
        (
            "Yes.",
            "Ja, das ist natürlich eine sehr lange Antwort auf nichts.",
            ["runaway", "length-ratio"],
        ),
        ("٣٤٥ items", "345 Dinge", []),
        ("Dear *you*", "Liebe *****", ["marks-changed"]),
        ("*a **b", "***a b", ["marks-changed"]),
        ("{a} and [b c]", "{a} und b c]", ["marks-changed"]),
        ("C# and ##a##", "C und ##a##", ["marks-changed"]),
        ("it is `so`", "es ist `so", ["marks-changed"]),
        ("`x`and", "`x`x`und", ["marks-changed"]),
        ("# of items, the #1, don`t", "Zahl der Dinge, die Nr. 1", []),
        ("the @ and the # sign", "das @- und das #-Zeichen", []),
        ("5 * 3 [see below]", "5 * 3 [siehe unten]", []),
        ("Residents [limited]", "Einwohner [begrenzt]", []),
        ("You have [count] of it", "Du hast [Anzahl] davon", ["bracket-changed"]),
        (
            "You have it [sic, optional] [sic], do [not]",
            "Du hast es [so, optional] [so], tu [nicht]",
            [],
        ),
    ],
)
def test_check(source: str, target: str, codes: list[str]) -> None:
    pair = Pair(source, target, "en", "de")
    assert [note.code for note in check(pair)] == codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Save", True),
        ("12 % of it", True),
        ("P", False),
        ("(a)", False),
        ("III.", False),
        ("iv)", False),
        ("mix", True),
        ("鳥", True),
        ("x = 5", False),
        ("N/A", True),
        ("(m/f/d)", True),
        ("W × H × D", True),
        ("p. 12", True),
        ("A/B", False),
        ("J. S.", False),
        ("", False),
    ],
)
def test_has_words(text: str, expected: bool) -> None:
    assert has_words(text) is expected


def test_emptied() -> None:
    assert [note.code for note in emptied("See  now.", "")] == ["empty"]
    assert emptied("12 %", "") == emptied("Go.", "Geh.") == ()
    assert emptied("To:", "À\u00a0:") == emptied("N/A", "s. o.") == emptied("e.g.", "z. B.") == ()


def test_small_numbers_of_languages_that_are_not_known_may_be_words() -> None:
    assert check(Pair("Wait 3 minutes.", "Poczekaj trzy minuty.", "en", "pl")) == ()


@pytest.mark.parametrize(
    ("source", "target", "empty"),
    [
        ("8 p.m.", "20 h", False),
        ("9 am – 5 pm", "9:00 – 17:00", False),
        ("9 am", "9", True),
        ("9 am", "", True),
        ("9 am on Monday", "9 h", True),
    ],
)
def test_times_need_no_words(source: str, target: str, empty: bool) -> None:
    assert bool(emptied(source, target)) is empty


def test_only_english_has_am_and_pm() -> None:
    pair = Pair("Die 12 am Rand", "The 0 on the edge", "de", "en")
    assert [note.code for note in check(pair)] == ["number-changed"]


@pytest.mark.parametrize("unit", ["1:00 ", "1 pm ", "12 h ", "1 to 2 pm ", "5 kilometres "])
def test_no_text_takes_long(unit: str) -> None:
    """Quadratic time would be minutes."""
    check(Pair(unit * 20_000, unit * 20_000 + "5 km", "en", "fr"))

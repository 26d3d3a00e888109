"""Dates and counts as the target language writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doctrans import spans
from doctrans.constraints import numbers
from doctrans.constraints.conventions import followed
from doctrans.model import Tagged
from tests.notation import tagged
from tests.test_spans import trees


@pytest.mark.parametrize(
    ("source", "target", "to", "said"),
    [
        ("by 31 December 2024", "bis 31 Dezember 2024", "de", "bis 31. Dezember 2024"),
        ("December 31", "31 Dezember", "de-AT", "31. Dezember"),
        ("the 3rd of May", "der 3 Mai", "de", "der 3. Mai"),
        ("5 Jan. 2023", "5 Jan. 2023", "de", "5. Jan. 2023"),
        ("31 December", "31. Dezember", "de", "31. Dezember"),
        ("Due: Oct 3", "Fällig: Okt 3", "de", "Fällig: 3. Okt."),
        ("Mon, May 6", "Montag, Mai 6", "de", "Montag, 6. Mai"),
        ("May 6 users log in", "Mai 6,5", "de", "Mai 6,5"),
        ("In the 1990s", "In den 1990s", "de", "In den 1990er-Jahren"),
        ("Since the early 1990s", "Seit den frühen 1990s", "de", "Seit den frühen 1990er-Jahren"),
        ("The 1920s were wild.", "Die 1920s waren wild.", "de", "Die 1920er-Jahre waren wild."),
        ("in the late 1980s", "Ende der 1980er-Jahren", "de", "Ende der 1980er-Jahre"),
        ("In the 80s", "In den 80er-Jahren", "de", "In den 80er-Jahren"),
        ("<1>31</1> December", "<1>31</1> Dezember", "de", "<1>31.</1> Dezember"),
        ("5 March 2023", "5 marzo de 2023", "es", "5 de marzo de 2023"),
        ("5 March", "5 de marzo", "es", "5 de marzo"),
        ("from 1 May to 15 June", "du 1 mai au 15 juin", "fr", "du 1er mai au 15 juin"),
        ("May 2024", "2024 mai", "fr", "mai 2024"),
        ("They release 1.5 tonnes", "Ils libèrent 1,5 tonne", "fr", "Ils libèrent 1,5 tonne"),
        ("a table 1.5 m long", "una mesa de 1,5 m", "es", "una mesa de 1,5 m"),
        ("Table 2.5: 2.5 %", "Tabla 2.5: 2,5 %", "es", "Tabla 2.5: 2,5 %"),
        ("Figure 17.395. A", "Figure 17,395. A", "fr", "Figure 17.395. A"),
        ("Section 2.1 of 2.5 kg", "Sección 2,1 de 2,5 kg", "es", "Sección 2.1 de 2,5 kg"),
        ("Version 2.5", "Version 2,5", "de", "Version 2.5"),
        ("Takes 3-5 days", "Dauert 3,5 Tage", "de", "Dauert 3-5 Tage"),
        ("3–5 of 3.5 kg", "3–5 sur 3,5 kg", "fr", "3–5 sur 3,5 kg"),
        ("from 13-5, 3-50", "13,5 y 3,5", "es", "13-5 y 3,5"),
        ("Table 4.12.1, 4.12", "Tableau 4.12.1, 4,12", "fr", "Tableau 4.12.1, 4,12"),
        ("the June 3-5 fair", "la foire du 3 à 5 juin", "fr", "la foire du 3 au 5 juin"),
        ("on July 1-3", "Du 1 au 3 juillet", "fr", "Du 1er au 3 juillet"),
        ("on May 5-7", "De 5 al 7 de mayo", "es", "Del 5 al 7 de mayo"),
        ("3 to 5 in May", "de 3 a 5 de mayo", "es", "de 3 a 5 de mayo"),
        ("Monday through Friday", "Lundi à vendredi", "fr", "Du lundi au vendredi"),
        ("Each Mon-Fri", "Chaque lundi à vendredi", "fr", "Chaque lundi à vendredi"),
        ("Open Mon-Fri", "Abre desde el lunes a viernes", "es", "Abre desde el lunes a viernes"),
        ("(Mon-Fri)", "(le lundi à vendredi)", "fr", "(du lundi au vendredi)"),
        ("Mon–Fri, 9-5", "lunes a viernes, 9-5", "es", "de lunes a viernes, 9-5"),
        ("Monday to Friday", "del lunes a viernes", "es", "del lunes a viernes"),
        ("Monday", "lunes a viernes", "es", "lunes a viernes"),
        ("June 01 2014", "Juni 01 2014", "de", "01. Juni 2014"),
        ("June 01 2014", "01 2014 juin", "fr", "01 juin 2014"),
        ("on June 1, 2014", "el junio 1, 2014", "es", "el 1 de junio de 2014"),
        ("May 2024", "2024 de mayo", "es", "mayo de 2024"),
        ("May <1>2024</1>", "<1>2024</1> mai", "fr", "<1>2024</1> mai"),
        ("Page 1 of 4", "Page 1 de 4", "fr", "Page 1 sur 4"),
        ("BY 31 DECEMBER", "BIS 31 DEZEMBER", "de", "BIS 31. DEZEMBER"),
        ("PAGE 1 OF 4, 5 MARCH", "PÁGINA 1 DE 4, 5 MARZO", "es", "PÁGINA 1 DE 4, 5 DE MARZO"),
        ("PAGE 1 OF 4", "PAGE 1 DE 4", "fr", "PAGE 1 SUR 4"),
        ("Page 1 of 4", "Página 1 de 4", "es", "Página 1 de 4"),
        ("$5 billion", "5 millones de dólares", "es", "5 mil millones de dólares"),
        ("$2 trillion", "2 Milliarden Dollar", "de", "2 Billionen Dollar"),
        ("$3 billion", "3 millones de millones", "es", "3 mil millones"),
        ("1 billion people", "1 Milliarden Menschen", "de", "1 Milliarde Menschen"),
        ("1.2 trillion", "1,2 milliard", "fr", "1,2 billion"),
        ("$2.5 million", "2,5 million de dollars", "fr", "2,5 millions de dollars"),
        ("1.1 billion euros", "1,1 milliards d'euros", "fr", "1,1 milliard d'euros"),
        ("12.5 billion", "12.5 milliard", "fr", "12.5 milliards"),
        ("0.5 million", "0,5 millions", "fr", "0,5 million"),
        ("1,500 million", "1\u00a0500 millions", "fr", "1\u00a0500 millions"),
        ("1 million people", "1 millones de personas", "es", "1 millón de personas"),
        ("0.5 million people", "0,5 millones de personas", "es", "0,5 millones de personas"),
        ("21st of June 2019", "le 21er juin 2019", "fr", "le 21 juin 2019"),
        ("June 1st", "le 1er juin", "fr", "le 1er juin"),
        ("3rd of May", "el 3.º de mayo", "es", "el 3 de mayo"),
        ("the 21er June Club", "le 21er juin", "fr", "le 21er juin"),  # no day of the source
        ("Friday, May 3", "Vendredi, 3 mai", "fr", "Vendredi 3 mai"),
        ("Friday, May 1st", "vendredi, 1 mai", "fr", "vendredi 1er mai"),
        ("Friday, May 3", "viernes, 3 de mayo", "es", "viernes, 3 de mayo"),
        ("Friday, 3 people in May", "Vendredi, 3 personnes en mai", "fr",
         "Vendredi, 3 personnes en mai"),
        ("May 1-5, 2024", "1-5 mai, 2024", "fr", "1-5 mai 2024"),
        ("Dated May 3, 2024 it", "Am 3. Mai, 2024 es", "de", "Am 3. Mai 2024 es"),
        ("On May 3, 2,024 came", "Am 3. Mai, 2024 kamen", "de", "Am 3. Mai, 2024 kamen"),
        ("May 1–5, 2024", "1–5 de mayo, 2024", "es", "1–5 de mayo de 2024"),
        ("On 3 May, 2024 came", "Le 3 mai, 2024 vinrent", "fr", "Le 3 mai 2024 vinrent"),
        ("On May 3 2,024 came", "Le 3 mai, 2024 vinrent", "fr", "Le 3 mai, 2024 vinrent"),
        ("5 million", "5 millones", "es", "5 millones"),
        ("the 21st century", "le 21IIe siècle", "fr", "le XXIe siècle"),
        ("the 1st century", "le 1er siècle", "fr", "le Ier siècle"),
        ("the twenty-first century", "le vingt-XXIe siècle", "fr", "le XXIe siècle"),
        ("12th to 15th century, 12th century", "siglo 12 a siglo 15, siglo XIX", "es",
         "siglo 12 a siglo 15, siglo XIX"),  # not as many
        ("from the 12th century to the 15th century", "del siglo XIX al siglo 15III", "es",
         "del siglo XII al siglo XV"),
        ("the 21st century", "das 21. Jahrhundert", "de", "das 21. Jahrhundert"),
        ("1,250,000 people", "1250.000 personas", "es", "1.250.000 personas"),
        ("55,000 homes", "55 000 foyers", "fr", "55\u202f000 foyers"),
        ("1,000 points", "1000 puntos", "es", "1000 puntos"),
        ("1,250 m or 1,250.5 m", "1.250 m oder 1.250,5 m", "de", "1.250 m oder 1.250,5 m"),
        # no date and no count of the source
        ("In 12 May asked", "In 31 Dezember", "de", "In 31 Dezember"),
        ("Version 5", "Version 5 Mai", "de", "Version 5 Mai"),
        ("2024 May", "2024 mai", "fr", "2024 mai"),
        ("5 March", "5 März", "it", "5 März"),
        ("room 1 from 4", "salle 1 de 4", "fr", "salle 1 de 4"),
    ],
)  # fmt: skip
def test_dates_and_counts(source: str, target: str, to: str, said: str) -> None:
    assert followed(tagged(source).text, tagged(target), "en", to) == tagged(said)


def test_other_sources_say_nothing() -> None:
    assert followed("31 December", Tagged("31 Dezember"), "nl", "de").text == "31 Dezember"


@given(
    trees(),
    st.sampled_from(["de", "fr", "es"]),
    st.lists(st.sampled_from(["1", "31", " ", "mai", "Mai", "mayo", "2024", "de", "4"])),
)
def test_tags_and_numbers_stay(value: Tagged, to: str, words: list[str]) -> None:
    text = spans.join((value, Tagged("".join(words))))
    made = followed("May 1, 31 May, May 2024, 1 of 4", text, "en", to)
    assert made.tags == text.tags
    assert sorted(numbers.numbers(made.text)) == sorted(numbers.numbers(text.text))

"""Words before a name in the gender of who is called so: *la Dra. Peter Shaw* is *el Dr. Peter
Shaw*, *Cher Mme Wood* is *Chère Mme Wood*; and *mit Herr Wood* is *mit Herrn Wood*.

Tables of roles do not know titles, which say nothing of what somebody does. Only where the source
has the title, the first name is of one gender alone, and the translation has the name as it is. The
article changes with it, and nothing else; or *dear*, where a letter begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doctrans import spans
from doctrans.constraints.gender.first_names import gender_of
from doctrans.model import Gender, Range, Tagged

_HINTS = ("Mr", "Dr", "Prof", "Doctor", "Dear")
_TITLED = re.compile(r"\b(?:(?:Dr|Prof)\.?|Doctor|Professor) ([^\W\d_a-z]\w+) (?=[^\W\d_a-z])")
# Masculine; feminine. The first of several stands for all of them.
_TITLES = {
    "fr": (("Dr", "Dre"), ("docteur", "docteure"), ("professeur", "professeure"), ("Prof.",) * 2),
    "es": (
        ("Dr.", "Dra."),
        ("doctor", "doctora"),
        ("prof.", "prof."),
        ("prof.", "profa."),
        ("prof.", "prof.ª"),
        ("profesor", "profesora"),
    ),
}
_ARTICLES = {
    "fr": (("de la", "du"), ("à la", "au"), ("la", "le"), ("une", "un")),
    "es": (("de la", "del"), ("a la", "al"), ("la", "el"), ("una", "un")),
}

_DEAR = re.compile(r"\W*Dear ([^\W\d_a-z]\w+)")
# What a letter begins with, by language: of a man, of a woman, before titles and first names.
_GREETED = {
    "de": (r"Sehr geehrter?|Liebe[rs]?", "Herrn?", "Frau", ("Sehr geehrter", "Sehr geehrte")),
    "fr": (
        r"Ch(?:er|[eè]re)s?",
        r"M\.|Monsieur",
        "Mme|Madame|Mlle|Mademoiselle|Dre|docteure|professeure",
        ("Cher", "Chère"),
    ),
    "es": (
        r"Estimad[oa]s?",
        r"señor|Sr\.",
        r"señora|Sra\.|señorita|Srta\.|doctora|Dra\.|profesora",
        ("Estimado", "Estimada"),
    ),
}
# German *Herr* where it must be *Herrn*: behind a preposition, or a command (*Fragen Sie Herr X*).
_HERR = re.compile(
    r"\b(?:[Mm]it|[Vv]on|[Bb]ei|[Zz]u|[Ff]ür|[Gg]egen|[Oo]hne|[Dd]urch|[Nn]ach|[Aa]us|[Nn]eben|[Aa]n"
    r"|[Hh]inter|[Ww]egen|[Gg]egenüber|[Üü]ber|[A-ZÄÖÜa-zäöüß]{2,}e?n Sie) (Herr) (?=[A-ZÄÖÜ])"
)
_BY_NAME = {"de": ("Lieber", "Liebe"), "fr": ("Cher", "Chère"), "es": ("Estimado", "Estimada")}


def agreeing(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with its titles in the gender of first names; `from_` and `to` are BCP 47.

    >>> agreeing("Dr. Peter Shaw", Tagged("La Dra. Peter Shaw"), "en", "es").text
    'El Dr. Peter Shaw'
    """
    code = to.partition("-")[0].lower()
    if code not in _GREETED or from_.partition("-")[0].lower() != "en":
        return target
    if not any(hint in source for hint in _HINTS):
        return target
    edits = sorted(
        [
            *_edits(source, target.text, code),
            *_greeted(source, target.text, code),
            *_declined(target.text, code),
        ]
    )
    return spans.edited(target, edits) if edits else target


def _edits(source: str, text: str, code: str) -> Iterator[tuple[Range, str]]:
    for name in dict.fromkeys(_TITLED.findall(source)) if code in _TITLES else ():
        gender = gender_of(name)
        for match in re.finditer(_pattern(name, code), text) if gender else ():
            column = int(gender is Gender.FEMININE)
            words = _word(match["title"], _TITLES[code], column)
            if match["article"]:
                pairs = [(man, woman) for woman, man in _ARTICLES[code]]
                words = _word(match["article"], pairs, column) + match["space"] + words
            if words != match[0]:
                yield Range(*match.span()), words


def _declined(text: str, code: str) -> Iterator[tuple[Range, str]]:
    for match in _HERR.finditer(text) if code == "de" and "Herr " in text else ():
        yield Range(*match.span(1)), "Herrn"


def _greeted(source: str, text: str, code: str) -> Iterator[tuple[Range, str]]:
    """*Dear* in the gender of the title or the first name behind it."""
    dear = _DEAR.match(source)
    if not dear:
        return
    greeting, man, woman, titled = _GREETED[code]
    gender = gender_of(dear[1])
    ways = [(rf"(?:{man})\s", titled[0]), (rf"(?:{woman})\s", titled[1])]
    if gender:
        ways.append((rf"{re.escape(dear[1])}\b", _BY_NAME[code][gender is Gender.FEMININE]))
    for who, words in ways:
        match = re.match(rf"\W*({greeting})(?=\s{who})", text)
        if match and match[1] != words and not (match[1].startswith("Lieb") and who[0] == "("):
            yield Range(*match.span(1)), words


def _pattern(name: str, code: str) -> str:
    """A title before a name, and the article before it."""
    titles, articles = (
        "|".join(re.escape(word) for pair in table[code] for word in pair)
        for table in (_TITLES, _ARTICLES)
    )
    return (
        rf"\b(?:(?P<article>(?i:{articles}))(?P<space>\s))?(?P<title>(?i:{titles}))"
        rf"(?=\s{re.escape(name)}\b)"
    )


def _word(said: str, table: Sequence[tuple[str, str]], column: int) -> str:
    """The one in the column, of what is said in either; as it is where it is of both."""
    pair = next(pair for pair in table if said.casefold() in map(str.casefold, pair))
    if said.casefold() == pair[column].casefold():
        return said
    return pair[column][0].upper() + pair[column][1:] if said[0].isupper() else pair[column]

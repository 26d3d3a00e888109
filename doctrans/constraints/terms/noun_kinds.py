"""Of which gender and number nouns are.

By tables (`kinds/`, made by `doctrans.training.nouns`), and by endings that all but a few nouns of
the tables have in one gender alone.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from doctrans.constraints.terms.determiners import KINDS

_PLURAL = "p"
_ENDS_OF_PLURALS = {"fr": ("s", "x"), "es": ("s", "es")}
_LEAST = 3  # letters of each half of a German compound
_LINKING = ("", "s", "es", "n", "en")  # between the halves

# Of 3,666 nouns of the tables that have these, 5 are of the other gender; they are in the tables.
_ENDS = {
    "de": (
        ("f", r"\w{3,}(?:[^rw]ung|heit|keit|schaft|[ts]ion|tät|enz|(?<![Ss]chw)(?<!gl)(?<!kr)anz)"),
        ("m", r"\w{3,}ismus"),
    ),
    "fr": (
        ("f", r"\w{3,}(?:[ts]ion|ance|ette|(?<!l)ude|esse)"),
        ("m", r"\w{3,}(?:ment|isme|ier|oir|(?<!im)(?<!p)age|(?<!p)eau)"),
    ),
    "es": (
        (
            "f",
            r"(?!h?á|cólera|camarada)\w{3,}(?:[cs]ión|[dt]ad|tud|umbre|eza|ncia|ura|ela|era|"
            r"ada|ina|ica|osa|(?<!c)ida|ora|illa|anza)",
        ),
        (
            "m",
            r"(?!.*(?:foto|moto|mano|libido|labor|flor|radio|dinamo|macro|magneto|soprano|contralto|"
            r"ayor|enor|ejor|peor|erior)$)\w{3,}(?:aje|or|o)",
        ),
    ),
}
_BY_END = {code: [(name, re.compile(end)) for name, end in ends] for code, ends in _ENDS.items()}
# What German compounds begin with besides nouns: stems of verbs, adjectives and the like.
_BEGIN = """
    absperr anlege anzeige ausgabe außen back bedien bezahl bohr brems brenn dreh druck eingabe
    einzel empfangs fahr fern gesamt grob groß grund haft halt halte haupt heiz hoch höchst innen
    klein kleb koch kühl lade lauf lese liefer lösch meld melde mess miet mindest neben neu
    nutz pflege press prüf pump rechen regel roh rühr sammel saug schalt schleif schneid schnell
    schreib schweiß sende sicher sitz sonder spann speicher sperr spül start stell steuer such
    test trag trage trenn trink wähl warn warte wasch wechsel wohn zahl zieh zwischen
"""
_STEMS = frozenset(_BEGIN.split())
# Of two genders, one of them in compounds: *das Drehmoment*, *der Durchmesser*.
_TWO = frozenset(
    ["Band", "Gehalt", "Leiter", "Messer", "Moment", "Schild", "Steuer", "Teil", "Tor"]
)
# No word's second half: *der Zugriff* is no reef.
_BY_CHANCE = frozenset(["Riff"])


def kind(noun: str, language: str) -> str:
    """One of `determiners.KINDS`; empty where no table tells. Of several words the one that the
    others describe counts, of a German compound its end.

    >>> kind("Bestätigungsfenster", "de"), kind("barres d’outils", "fr"), kind("xyz", "fr")
    ('n', 'fp', '')
    """
    code = language.partition("-")[0].lower()
    words = noun.split()
    if code not in KINDS or not words:
        return ""
    if code == "de":
        return _german(_head(words))
    word = words[0].casefold()
    return _table(code).get(word, "") or _plural(word, code) or _by_end(word, code)


def listed(noun: str, language: str) -> bool:
    """Whether a table has it: an ending may be a verb's."""
    return noun.casefold() in _table(language.partition("-")[0].lower())


def _head(words: list[str]) -> str:
    """The last of the first words with a capital: *neues Konto*, *Amt für Statistik*."""
    head = ""
    for word in words:
        if word[:1].isupper():
            head = word
        elif head:
            break
    return head


def _german(word: str) -> str:
    table = _table("de")
    word = word.rpartition("-")[2]
    if found := table.get(word):
        return found
    for begin in range(_LEAST, len(word) - _LEAST):
        found = table.get(word[begin:].capitalize(), "")
        last = word[begin:].capitalize()
        if found and last not in _BY_CHANCE and _begins(word[:begin], last):
            return found
    return _by_end(word, "de")


def _begins(first: str, last: str) -> bool:
    """Whether a compound may begin with it."""
    if first.casefold() in _STEMS and last not in _TWO:
        return True
    return any(first.removesuffix(link) in _table("de") for link in _LINKING)


def _by_end(word: str, code: str) -> str:
    return next((name for name, end in _BY_END[code] if end.fullmatch(word)), "")


def _plural(word: str, code: str) -> str:
    for end in _ENDS_OF_PLURALS[code]:
        found = _table(code).get(word.removesuffix(end)) if word.endswith(end) else None
        if found:
            return found + _PLURAL
    return ""


@cache
def _table(code: str) -> dict[str, str]:
    text = (files(__package__) / "kinds" / f"{code}.txt").read_text(encoding="utf-8")
    return {noun: name for name, *nouns in map(str.split, text.splitlines()) for noun in nouns}

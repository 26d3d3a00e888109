"""Numbers in texts: what is the same number, and what may be written as a word.

Pure functions. A number is compared by its groups of digits: 1,234.5 and 1.234,5 are the same, so
are 2006-11-02 and 02.11.2006.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from doctrans.model import Range

NUMBER = re.compile(r"\d+(?:[.,:'\u2019\u00a0\u202f/\u2010-\u2014-]\d+)*")
_SEPARATOR = re.compile(r"\D")
_DECIMAL = re.compile(r"\d+(?:[.,'\u2019\u00a0\u202f]\d+)*")
# How zero to twelve and their ordinals are written as words: the beginnings of words.
_SPELLED = {
    "en": (
        *("zero|no|none", "one|once|first|an?$|single|each", "two|twice|second|both|pair|double"),
        *("three|third|thrice|triple", "four", "five|fifth", "six", "seven", "eight", "nine|ninth"),
        *("ten", "eleven", "twelve|twelfth|dozen|noon|midnight"),
    ),
    "de": (
        *("null|kein", "ein|erst|jede", "zwei|beid|doppel", "drei|dritt", "vier", "fünf", "sechs"),
        *("sieb", "acht", "neun", "zehn", "elf", "zwölf|dutzend"),
    ),
    "fr": (
        *("zéro|aucun", "une?$|premi|chaque", "deux|second|double", "trois|tiers", "quatr"),
        *("cinq", "six", "sept", "huit", "neuf|neuvi", "dix|dizaine", "onz", "douz"),
    ),
    "es": (
        *("cero|ning[uú]n", "un[oa]?$|primer|cada", "dos$|segund|doble|amb[oa]s", "tres|tercer"),
        *("cuatr|cuart", "cinco|quint", "seis|sext", "siete|séptim", "ocho|octav"),
        *("nueve|noven", "diez|décim", "once$|undécim", "doce"),
    ),
}
_WORD = re.compile(r"[^\W\d_]+")


def ranges(text: str) -> tuple[Range, ...]:
    """Where numbers stand."""
    return tuple(Range(*match.span()) for match in NUMBER.finditer(text))


def numbers(text: str) -> Iterator[str]:
    """Each number in a form that is the same however it is written; any script's digits."""
    for match in NUMBER.finditer(text):
        groups = [
            "".join(str(unicodedata.digit(c, "")) for c in group)
            for group in _SEPARATOR.split(match.group())
        ]
        if _DECIMAL.fullmatch(match.group()):
            groups = _thousands_joined(groups)
        if len(groups) > 2:  # dates, versions: the order of the groups is the language's
            groups = sorted(group.lstrip("0") or "0" for group in groups)
        yield " ".join(groups)


def _thousands_joined(groups: list[str]) -> list[str]:
    joined = [groups[0].lstrip("0") or "0"]
    for group in groups[1:]:
        if len(group) == 3 and len(joined) == 1 and joined[0] != "0":
            joined[0] += group
        else:
            joined.append(group)
    return joined


def may_be_spelled(number: str, text: str, language: str) -> bool:
    """Whether a text may hold a number as a word. Of a language that is not known here, any number
    up to twelve may."""
    if not number.isdecimal() or len(number) > 2 or int(number) > 12:
        return False
    spelled = _SPELLED.get(language.partition("-")[0].lower())
    if spelled is None:
        return True
    forms = re.compile(f"(?:{spelled[int(number)]})", re.IGNORECASE)
    return any(forms.match(word) for word in _WORD.findall(text))

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
_PADDED = re.compile(r"\A0(?=\d\Z)")  # a day or a month, not three digits of an ISBN
_DECIMAL = re.compile(r"\d+(?:[.,'\u2019\u00a0\u202f]\d+)*")
# How zero to twelve and their ordinals are written as words. Words that only begin alike are none:
# "Zweifel", "achten", "Elfenbein", "September", "tenant".
_SPELLED = {
    "en": (
        *("zero(e?s)?|no|none", "ones?|once|first(ly)?|an?|single|each"),
        *("two|twice|second(s|ly)?|both|pairs?|double[ds]?", "three|third(s|ly)?|thrice|triple"),
        *(
            "four(th|fold)?s?",
            "five|fifth",
            "six(th)?",
            "seven(th)?",
            "eighth?",
            "nine|ninth",
            "ten(th)?",
        ),
        *("eleven(th)?", "twelve|twelfth|dozens?|noon|midnight"),
    ),
    "de": (
        "null|kein(e[nmrs]?|erlei)?",
        r"ein(e[nmrs]?|s|mal|(zig|zeln|tägig|jährig|seitig|stündig|stufig|fach)\w*)?|erst(e[nmrs]?|ens|mals?)?|jede[nmrs]?",
        *(r"zwei(?!fe|g)\w*|beide[nmrs]?|doppel\w*", r"(drei(?!st)|dritt)\w*", r"vier\w*"),
        *(
            r"fünf\w*",
            r"sechs\w*",
            r"sieb(en|t|zig)\w*",
            r"(?!(?-i:Achten))acht(?!et|un|bar|sam|los)\w*",
        ),
        *(r"neun\w*", r"zehn\w*", r"elf(?!en)\w*", r"(zwölf|dutzend)\w*"),
    ),
    "fr": (
        *("zéro|aucune?s?", r"une?|premi\w+|chaque", r"(deux|second|double)\w*"),
        *(r"(trois|tiers)\w*", r"quatr\w*", r"cinq\w*", r"six\w*", r"sept(?!em)\w*"),
        *(r"huit\w*", r"neuf|neuvi\w+", r"(dix|dizaine)\w*", r"onz\w+", r"douz\w+"),
    ),
    "es": (
        *(r"cero|ning[uú]n\w*", r"un[oa]?|primer\w*|cada", r"dos|segund\w*|doble\w*|amb[oa]s"),
        *(r"tres|tercer\w*", r"(cuatr|cuart)\w*", r"cinco|quint\w*", r"seis|sext\w*"),
        *(r"siete|séptim\w*", r"ocho|octav\w*", r"nueve|noven\w*", r"diez|décim\w*"),
        *(r"once|undécim\w*", "doce"),
    ),
}
# "[1]", "report2": marks of notes and versions, which no language writes as words.
_LABEL = re.compile(r"\[\d+\]|(?<=[^\W\d_])\d+")
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
        decimal = _DECIMAL.fullmatch(match.group())
        if decimal and not _of_one_sign(match.group(), groups):
            groups = _thousands_joined(groups)
        between = " "
        if len(groups) > 2:  # dates, versions: the order of the groups is the language's
            groups = sorted(_PADDED.sub("", group) for group in groups)
            if decimal and "," in match.group():  # 1,2,1 are three numbers, 1.2.1 is one
                between = ","
        yield between.join(groups)


def _of_one_sign(number: str, groups: list[str]) -> bool:
    """1.234.5 is a version: no language marks thousands and decimals alike."""
    return len(groups) > 2 and len(groups[-1]) != 3 and len(set(_SEPARATOR.findall(number))) == 1


def _thousands_joined(groups: list[str]) -> list[str]:
    joined = [groups[0].lstrip("0") or "0"]
    for group in groups[1:]:
        if len(group) == 3 and len(joined) == 1 and joined[0] != "0":
            joined[0] += group
        else:
            joined.append(group)
    return joined


def labels(text: str) -> frozenset[str]:
    """The numbers that name something and count nothing."""
    return frozenset(n for match in _LABEL.finditer(text) for n in numbers(match.group()))


_SAECULUM = re.compile(r"\b(?:si[eè]cles?|siglos?|Jahrhundert\w*)\b", re.IGNORECASE)


def roman(number: int) -> str:
    """As centuries are counted in French and Spanish; up to 39."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def may_be_spelled(number: str, text: str, language: str) -> bool:
    """Whether a text may hold a number as a word. Of a language that is not known here, any number
    up to twelve may."""
    if not number.isdecimal() or len(number) > 2:
        return False
    if _SAECULUM.search(text) and re.search(rf"\b{roman(int(number))}(?:er?|\.)?(?!\w)", text):
        return True
    if int(number) > 12:
        return False
    spelled = _SPELLED.get(language.partition("-")[0].lower())
    if spelled is None:
        return True
    forms = re.compile(spelled[int(number)], re.IGNORECASE)
    return any(forms.fullmatch(word) for word in _WORD.findall(text))

"""Measures and amounts in English abbreviations, in full: *8 oz. of gold* are *8 ounces of gold*,
*1,200 sq ft* are *square feet*, *€1.5m* is *€1.5 million*, *€45 incl. VAT* is *including VAT*,
*under 5s* are *children under 5*.

A small model copies such abbreviations, or takes them for other words: *sq m* is a stable to it,
*m* a metre, and *incl.* now and then *without*. `kitchen` has spoons and cups.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from doctrans.constraints.kitchen import NO_NOUN, stop
from doctrans.model import Range

_Edit = tuple[Range, str]

_NUMBER = r"(?:\d[\d.,]*\d|\d|[¼½¾⅓⅔⅛])"
# Not *a 12 oz bottle*, where the measure stands before its noun as an adjective does.
_FREE = r"(?<![\w.,/-])(?<!\b[Aa] )(?<!\b[Aa]n )(?<!\b[Tt]he )(?<!\b[Pp]er )(?<!\b[Ee]ach )"
_SHORT: Mapping[str, str] = {"oz": "ounce", "lb": "pound"}
_AS_ADJECTIVE = (
    r"(?!\.? (?:bags?|bars?|bottles?|box(?:es)?|cans?|cups?|jars?|packs?|packets?|pots?|sacks?"
    r"|tins?|tubs?|weights?)\b)"
)
_OF_WHAT = rf"(?: of\b)?(?P<what> (?!(?:{NO_NOUN})\b)[a-z]{{3}})?"  # a noun, or what is before one
_WEIGHED = re.compile(
    rf"{_FREE}(?P<number>{_NUMBER})\s?(?P<unit>{'|'.join(_SHORT)})s?\b(?![-/]){_AS_ADJECTIVE}\.?{_OF_WHAT}"
)
_SQUARE = re.compile(rf"{_FREE}({_NUMBER}) sq\.? ?(ft|m|km)\b(?!-)\.?")
_SIDES = {"ft": "square feet", "m": "square metres", "km": "square kilometres"}
_MILLIONS = re.compile(r"(?<=[€$£¥])\s?(\d[\d.,]*\d|\d)\s?([mM]|B|bn)\b(?![²³/-])")
_SCALES = {"m": " million", "b": " billion"}
_PAID_WITH = re.compile(r"(?<=\d )(incl|excl)\b\.?(?= [A-Za-z])")
# No names of teams (*England Under-21s*), no seconds (*in under 5s*), and no *under 40s group*.
_AGES = re.compile(
    r"(?<![\w-])(?:(?P<the>[Tt]he )|(?<![\w,] )(?=[UO])|(?<=\bfor )(?=u)|(?<=, )|\A)"
    r"(?P<side>[Uu]nder|[Oo]ver)[ -](?P<age>\d\d?)s\b(?=\s*(?:\Z|[.,;:!)]|[€£$]\d)| (?:are|can|eat"
    r"|enjoy|enter|free|get|go|half|may|must|need|only|pay|receive|should|stay|travel|who|will)\b)"
)
# *Kids under 6 free*: a model leaves out what they are.
_FREE_FOR = re.compile(r"\b(?:[Cc]hildren|[Kk]ids) under \d\d?(?= free\b)")
_PEOPLE = {"under": "children under", "over": "people over"}
_OF_AGE = 18
_YOUNG = re.compile(r"\b(?:children|kids)\b", re.IGNORECASE)


def edits(text: str) -> Iterator[_Edit]:
    """What is exchanged. What is nothing but a measure stays: tables of set phrases have it."""
    for match in _WEIGHED.finditer(text):
        if match.end() - match.start() < len(text.strip()):
            yield Range(*match.span()), _weighed(match)
    for match in _SQUARE.finditer(text):
        yield Range(*match.span()), f"{match[1]} {_SIDES[match[2]]}{stop(match)}"
    for match in _MILLIONS.finditer(text):
        yield Range(match.end(1), match.end()), _SCALES[match[2][0].lower()]
    for match in _PAID_WITH.finditer(text):
        yield Range(*match.span()), f"{match[1]}uding"
    for match in _AGES.finditer(text):
        free = " are" if text.startswith(" free", match.end()) else ""
        yield Range(*match.span()), _aged(match) + free
    for match in _FREE_FOR.finditer(text):
        yield Range(*match.span()), f"{match[0]} are"


def _weighed(match: re.Match[str]) -> str:
    number, what = match["number"], match["what"]
    name = _SHORT[match["unit"]] + ("s" if number != "1" and number.isascii() else "")
    of = f" of{what}" if what else " of" if match[0].endswith(" of") else ""
    return f"{number} {name}{of}{'' if of else stop(match)}"


def _aged(match: re.Match[str]) -> str:
    side = match["side"].lower()
    people = _PEOPLE[side] if int(match["age"]) < _OF_AGE else f"people {side}"
    if _YOUNG.search(match.string):  # *children €6, under 5s free*
        people = f"those {side}"
    begun = (match["the"] or match["side"])[0].isupper()
    return (people[0].upper() if begun else people[0]) + people[1:] + " " + match["age"]

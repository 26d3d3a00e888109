"""Measures and amounts in English abbreviations, in full: *3 tbsp sugar* is *3 tablespoons of
sugar*, *1,200 sq ft* are *square feet*, *€1.5m* is *€1.5 million*, *€45 incl. VAT* is *including
VAT*, *under 5s* are *children under 5*.

A small model copies such abbreviations, or takes them for other words: *sq m* is a stable to it,
*m* a metre, and *incl.* now and then *without*. And it says tablespoons for teaspoons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from doctrans import spans
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]

_NUMBER = r"(?:\d[\d.,]*\d|\d|[¼½¾⅓⅔⅛])"
# Not *a 12 oz bottle*, where the measure stands before its noun as an adjective does.
_FREE = r"(?<![\w.,/-])(?<!\b[Aa] )(?<!\b[Aa]n )(?<!\b[Tt]he )(?<!\b[Pp]er )(?<!\b[Ee]ach )"
_SHORT: Mapping[str, tuple[str, str]] = {  # of one, and of more
    "tbsp": ("tablespoon", "tablespoons"),
    "tsp": ("teaspoon", "teaspoons"),
    "oz": ("ounce", "ounces"),
    "lb": ("pound", "pounds"),
    "tablespoon": ("tablespoon", "tablespoons"),  # *2 tablespoons butter* lost the butter
    "teaspoon": ("teaspoon", "teaspoons"),
}
_AS_ADJECTIVE = (
    r"(?!\.? (?:bags?|bars?|bottles?|box(?:es)?|cans?|cups?|jars?|packs?|packets?|pots?|sacks?"
    r"|tins?|tubs?|weights?)\b)"
)
_OF_WHAT = (  # a noun, or what stands before one
    r"(?: of\b)?(?P<what> (?!(?:above|after|and|are|as|at|because|before|below|between|but|by|can"
    r"|contains?|daily|during|each|equals?|every|extra|for|from|had|has|have|heavier|if|in|instead|into"
    r"|is|it|less|lighter|may|maximum|minimum|more|must|of|on|once|only|or|over|per|should|since|than"
    r"|that|the|then|this|three|times|to|total|twice|two|under|until|was|weekly|were|when|while|will"
    r"|with|would|you)\b)[a-z]{3})?"
)
_WEIGHED = re.compile(
    rf"{_FREE}(?P<number>{_NUMBER})\s?(?P<unit>{'|'.join(_SHORT)})s?\b(?!-){_AS_ADJECTIVE}\.?{_OF_WHAT}"
)
_SQUARE = re.compile(rf"{_FREE}({_NUMBER}) sq\.? ?(ft|m|km)\b(?!-)\.?")
_SIDES = {"ft": "square feet", "m": "square metres", "km": "square kilometres"}
_MILLIONS = re.compile(r"(?<=[€$£¥])\s?(\d[\d.,]*\d|\d)\s?([mM]|B|bn)\b(?![²³/-])")
_SCALES = {"m": " million", "b": " billion"}
_PAID_WITH = re.compile(r"(?<=\d )(incl|excl)\b\.?(?= [A-Za-z])")
# No names of teams (*England Under-21s*), no seconds (*in under 5s*), and no *under 40s group*.
_AGES = re.compile(
    r"(?<![\w-])(?:(?P<the>[Tt]he )|(?<![\w,] )(?=[UO])|(?<=\bfor )(?=u)|(?<=, )|\A)"
    r"(?P<side>[Uu]nder|[Oo]ver)[ -](?P<age>\d\d?)s\b(?=\s*(?:\Z|[.,;:!)])| (?:are|can|eat|enjoy"
    r"|enter|free|get|go|half|may|must|need|only|pay|receive|should|stay|travel|who|will)\b)"
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
        yield Range(*match.span()), f"{match[1]} {_SIDES[match[2]]}{_stop(text, match)}"
    for match in _MILLIONS.finditer(text):
        yield Range(match.end(1), match.end()), _SCALES[match[2][0].lower()]
    for match in _PAID_WITH.finditer(text):
        yield Range(*match.span()), f"{match[1]}uding"
    for match in _AGES.finditer(text):
        free = " are" if text.startswith(" free", match.end()) else ""
        yield Range(*match.span()), _aged(match) + free
    for match in _FREE_FOR.finditer(text):
        yield Range(*match.span()), f"{match[0]} are"


_SPOONS = re.compile(rf"(?<![\w.,/-])({_NUMBER})[\s-]?(tb|table|t|tea)sp(?:oon)?s?\b")
_SPOONS_THERE = {  # the number, the noun or none of it, and what tells the size
    "de": re.compile(rf"({_NUMBER}) ()(Ess|Tee)(?=löffel)"),
    "fr": re.compile(
        rf"({_NUMBER}) (cuillères?)\b((?: à (?:soupe|café|thé))?)(?! (?:à|de table)\b)"
    ),
    "es": re.compile(rf"({_NUMBER}) (cuchara)(da|dita)(?=s?\b)(?!s? de (?:café|postre|sopa|té)\b)"),
}
_SIZES = {"de": ("Ess", "Tee"), "fr": (" à soupe", " à café"), "es": ("da", "dita")}


def followed(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with spoons of the size that its English source has, by the numbers before them;
    `from_` and `to` are BCP 47. A model makes tablespoons of teaspoons.

    >>> followed("1 tsp salt", Tagged("1 cucharada de sal"), "en", "es").text
    '1 cucharadita de sal'
    """
    code = to.partition("-")[0].lower()
    if "sp" not in source or code not in _SIZES or from_.partition("-")[0].lower() != "en":
        return target
    wanted = [(number, size in ("t", "tea")) for number, size in _SPOONS.findall(source)]
    places = list(_SPOONS_THERE[code].finditer(target.text)) if wanted else []
    in_order = [number for number, _ in wanted] == [place[1] for place in places]
    found = []
    for n, place in enumerate(places):
        sizes = {small for number, small in wanted if number == place[1]}
        sizes = {wanted[n][1]} if in_order else sizes
        if len(sizes) == 1 and place[3] != (size := _SIZES[code][sizes == {True}]):
            found.append((Range(place.start(2), place.end(3)), place[2] + size))
    return spans.edited(target, found)


def _weighed(match: re.Match[str]) -> str:
    number, what = match["number"], match["what"]
    name = _SHORT[match["unit"]][number != "1" and number.isascii()]
    of = f" of{what}" if what else " of" if match[0].endswith(" of") else ""
    return f"{number} {name}{of}{'' if of else _stop(match.string, match)}"


def _stop(text: str, match: re.Match[str]) -> str:
    """The full stop of a sentence that ends in an abbreviation."""
    return "." if match[0].endswith(".") and not text[match.end() :].strip() else ""


def _aged(match: re.Match[str]) -> str:
    side = match["side"].lower()
    people = _PEOPLE[side] if int(match["age"]) <= _OF_AGE else f"people {side}"
    if _YOUNG.search(match.string):  # *children €6, under 5s free*
        people = f"those {side}"
    begun = (match["the"] or match["side"])[0].isupper()
    return (people[0].upper() if begun else people[0]) + people[1:] + " " + match["age"]

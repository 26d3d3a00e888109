"""What stands in recipes: *2 tbsp sugar* is *2 tablespoons of sugar* to a model, which leaves out
the sugar of the first; and it says tablespoons for teaspoons.

English to German, French and Spanish. Cups, ounces and pounds are read so only where a text begins
with them, as the lines of a list of ingredients do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans import spans
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]

# What goes on with these names nothing that is measured.
NO_NOUN = (
    r"above|after|an?|and|are|as|at|because|before|below|between|but|by|can|capacity|contains?"
    r"|daily|during|each|equals?|every|extra|for|from|had|has|have|heavier|if|in|instead|into"
    r"|is|it|less|lighter|limit|load|max|maximum|may|measure|measuring|minimum|more|must|of|on"
    r"|once|only|or|over|overweight|per|plus|pressure|should|since|sterling|than|that|the|then"
    r"|this|three|times|to|today|total|twice|two|under|until|was|weekly|weight|were|when|while"
    r"|will|with|would|you"
)
_PART = r"[\u00bc-\u00be\u2150-\u215e]"
_ONE = rf"(?:\d+[ \u00a0])?\d+/\d+|\d+(?:[.,]\d+)?[ \u00a0]?{_PART}?|{_PART}"
_AMOUNT = rf"(?<![\d/.,\w])(?:(?:{_ONE})(?:\s?(?:[-\u2010-\u2014]|to)\s?))?({_ONE})\s?-?"
_SPOON = r"(?i:t(?:ablespoons?|bsps?|bs|easpoons?|sps?))\b(?![-/])\.?"
_NOUN = rf"\s(?!(?:{NO_NOUN})\b)(?:[a-z]|(?<!\.\s)[A-Z])"
_SPOONFUL = re.compile(rf"{_AMOUNT}({_SPOON})(?=(\sof\b)?({_NOUN})?)")
_VESSEL = r"cups?|ounces?|pounds?|pints?|quarts?"
_MEASURED = re.compile(rf"\s*{_AMOUNT}({_VESSEL})(?=\s(?!(?:{NO_NOUN})\b)[a-z])")
_LINE = 12  # words
_UP_TO_ONE = re.compile(rf"1|0[.,]\d+|[1-9]/\d+|{_PART}")
_TEA = re.compile(r"tea|tsp", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the|per|each) $", re.IGNORECASE)  # *a 2 tsp measure*


def edits(text: str) -> Iterator[_Edit]:
    """What is exchanged of an English text, for a model. What is nothing but a measure stays:
    tables of set phrases have it.

    >>> list(edits("1½ tsp salt"))
    [(Range(start=3, end=6), 'teaspoons of')]
    """
    for match in _SPOONFUL.finditer(text):
        named = match[3] or match[4]
        if named or not (
            match[0] == text.strip()
            or _ARTICLE.search(text[max(0, match.start() - 6) : match.start()])
        ):
            yield Range(*match.span(2)), _spoons(match)
    line = _MEASURED.match(text)
    if line and len(text.split()) <= _LINE and (line[2] != "cup" or _of_one(line[1])):
        yield Range(*line.span(2)), f"{line[2]} of"


def _spoons(match: re.Match[str]) -> str:
    one = bool(_UP_TO_ONE.fullmatch(match[1].strip()))
    name = ("teaspoon" if _TEA.match(match[2]) else "tablespoon") + ("" if one else "s")
    if match[4] and not match[3]:
        return f"{name} of"
    return name + stop(match)


def stop(match: re.Match[str]) -> str:
    """The full stop of a sentence that ends in an abbreviation."""
    ends = match[0].endswith(".") and not match.string[match.end() :].strip()
    return "." if ends else ""


def _of_one(amount: str) -> bool:
    """Whether a cup is what is measured with: *a 2 cup jug* holds two."""
    return bool(_UP_TO_ONE.fullmatch(amount.strip())) or not amount.strip().isdecimal()


_FIGURE = r"(?:\d[\d.,]*\d|\d|[¼½¾⅓⅔⅛])"
_SPOONS = re.compile(rf"(?<![\w.,/-])({_FIGURE})[\s-]?(tb|table|t|tea)sp(?:oon)?s?\b")
_SPOONS_THERE = {  # the number, the noun or none of it, and what tells the size
    "de": re.compile(rf"({_FIGURE}) ()(Ess|Tee)(?=löffel)"),
    "fr": re.compile(
        rf"({_FIGURE}) (cuillères?)\b((?: à (?:soupe|café|thé))?)(?! (?:à|de table)\b)"
    ),
    "es": re.compile(rf"({_FIGURE}) (cuchara)(da|dita)(?=s?\b)(?!s? de (?:café|postre|sopa|té)\b)"),
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

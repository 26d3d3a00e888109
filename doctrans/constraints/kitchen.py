"""What stands in recipes: *2 tbsp sugar* is *2 tablespoons of sugar* to a model, which leaves out
the sugar of the first.

English to German, French and Spanish. Cups, ounces and pounds are read so only where a text begins
with them, as the lines of a list of ingredients do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.model import Range

_Edit = tuple[Range, str]

_PART = r"[\u00bc-\u00be\u2150-\u215e]"
_ONE = rf"(?:\d+[ \u00a0])?\d+/\d+|\d+(?:[.,]\d+)?[ \u00a0]?{_PART}?|{_PART}"
_AMOUNT = rf"(?<![\d/.,\w])(?:(?:{_ONE})(?:\s?(?:[-\u2010-\u2014]|to)\s?))?({_ONE})\s?-?"
_SPOON = r"t(?:ablespoons?|bsps?|bs|easpoons?|sps?)\b\.?"
_VESSEL = r"cups?|ounces?|pounds?|lbs\b\.?|pints?|quarts?"
# What goes on with these names nothing that is measured.
_ON = (
    r"of|and|or|plus|per|each|every|an?|the|this|that|is|are|was|were|will|can|in|on|at|to|from|for"
    r"|with|if|when|until|as|by|than|then|more|less|over|under|daily|today|heavier|lighter"
    r"|overweight|sterling|capacity|load|limit|max|maximum|weight|pressure|measure|measuring"
)
_SPOONFUL = re.compile(rf"{_AMOUNT}({_SPOON})(?=(\sof)?\s(?!(?:{_ON})\b)[a-z])", re.IGNORECASE)
_MEASURED = re.compile(rf"\s*{_AMOUNT}({_VESSEL})(?=\s(?!(?:{_ON})\b)[a-z])")
_LINE = 12  # words
_UP_TO_ONE = re.compile(rf"1|0[.,]\d+|[1-9]/\d+|{_PART}")
_TEA = re.compile(r"\b(?:teaspoon|tsp)", re.IGNORECASE)


def edits(text: str) -> Iterator[_Edit]:
    """What is exchanged of an English text, for a model.

    >>> list(edits("1½ tsp salt"))
    [(Range(start=3, end=6), 'teaspoons of')]
    """
    for match in _SPOONFUL.finditer(text):
        name = "teaspoon" if _TEA.match(match[2]) else "tablespoon"
        yield Range(*match.span(2)), _counted(name, match[1]) + ("" if match[3] else " of")
    line = _MEASURED.match(text)
    if line and len(text.split()) <= _LINE and (line[2] != "cup" or _of_one(line[1])):
        name = "pounds" if line[2].startswith("lb") else line[2]
        yield Range(*line.span(2)), f"{name} of"


def _of_one(amount: str) -> bool:
    """Whether a cup is what is measured with: *a 2 cup jug* holds two."""
    return bool(_UP_TO_ONE.fullmatch(amount.strip())) or not amount.strip().isdecimal()


def _counted(name: str, amount: str) -> str:
    return name if _UP_TO_ONE.fullmatch(amount.strip()) else f"{name}s"

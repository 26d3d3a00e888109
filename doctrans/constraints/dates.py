"""Dates in figures: *03/04/2024* and *2024-04-03*.

Models turn day and month around as it comes. So such dates are held as they are, and written as the
target language writes them where it is known which of the two is the day: the source's region says
it, or dates of the same document whose day is above twelve.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from doctrans import languages, spans
from doctrans.model import Range, Tagged


class Order(StrEnum):
    """Which comes first."""

    DAY = "day"
    MONTH = "month"


# English texts have strokes; what has points or hyphens may be a version or a model, but for a year
# of four figures.
_DATE = re.compile(
    r"(?<![\w/.,-])(\d{1,2})(?:(/)(\d{1,2})/(\d{4}|\d{2})|([.-])(\d{1,2})\5((?:19|20)\d\d))(?![\w/]|[.,-]\w)"
)
_ISO = re.compile(r"(?<![\w/.,-])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\w/]|[.,-]\w)")
_HINT = re.compile(r"\d[/.-]\d")
_SIGN = {"de": ".", "fr": "/", "es": "/"}
_REGIONS = {
    Order.DAY: frozenset(("GB", "AU", "NZ", "IE", "IN", "ZA", "SG", "HK", "MT")),
    Order.MONTH: frozenset(("US", "PH", "PR")),
}
AMBIGUOUS = "date-order"  # code of a note


def ranges(text: str) -> tuple[Range, ...]:
    """Where dates in figures stand."""
    if not _HINT.search(text):  # most texts
        return ()
    found = [Range(*match.span()) for match in _dates(text)]
    return tuple(sorted([*found, *(Range(*match.span()) for match in _ISO.finditer(text))]))


def order(texts: Iterable[str], language: str) -> Order | None:
    """Which comes first in a document of that language (BCP 47); None where nothing says it, or
    its dates contradict each other."""
    said = {one for text in texts if _HINT.search(text) for one in _orders(text)}
    if len(said) == 1:
        return said.pop()
    regions = {part.upper() for part in languages.subtags(language)[1:]}
    return next((one for one, of in _REGIONS.items() if of & regions and not said), None)


def written(target: Tagged, held: Sequence[Range], first: Order | None, language: str) -> Tagged:
    """The translation with the dates among what was `held` as its language (BCP 47) writes them,
    each as long as before.

    >>> written(Tagged("Ab 03/04/2024"), [Range(3, 13)], Order.MONTH, "de").text
    'Ab 04.03.2024'
    """
    sign = _SIGN.get(language.partition("-")[0].lower())
    if sign is None or first is None or not held:
        return target
    edits = []
    for place in held:
        match = _DATE.fullmatch(target.text[slice(*place)])
        if match and _may_be_one(match):
            one, other, year = _parts(match)
            day, month = (one, other) if first is Order.DAY else (other, one)
            if 0 < int(month) <= 12:
                edits.append((place, sign.join((day, month, year))))
    return spans.edited(target, edits)


def ambiguous(source: str) -> tuple[str, ...]:
    """Dates of a text that may be of two days."""
    if not _HINT.search(source):
        return ()
    found = []
    for match in _dates(source):
        one, other = map(int, _parts(match)[:2])
        if one <= 12 >= other and one != other:
            found.append(match[0])
    return tuple(found)


def _orders(text: str) -> Iterator[Order]:
    for match in _dates(text):
        one, other = map(int, _parts(match)[:2])
        if 12 < one <= 31 and 0 < other <= 12:
            yield Order.DAY
        elif 12 < other <= 31 and 0 < one <= 12:
            yield Order.MONTH


def _dates(text: str) -> list[re.Match[str]]:
    return [match for match in _DATE.finditer(text) if _may_be_one(match)]


def _parts(match: re.Match[str]) -> tuple[str, str, str]:
    """The first two figures and the year."""
    return match[1], match[3] or match[6], match[4] or match[7]


def _may_be_one(match: re.Match[str]) -> bool:
    low, high = sorted(map(int, _parts(match)[:2]))
    return 0 < low <= 12 and high <= 31

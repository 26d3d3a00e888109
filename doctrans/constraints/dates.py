"""Dates in figures: *03/04/2024* and *2024-04-03*.

Models turn day and month around as it comes. So such dates are held as they are, and written as the
target language writes them where it is known which of the two is the day: the source's region says
it, or dates of the same document whose day is above twelve.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from doctrans import spans
from doctrans.model import Range, Tagged


class Order(StrEnum):
    """Which comes first."""

    DAY = "day"
    MONTH = "month"


_DATE = re.compile(r"(?<![\w/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/]|[.,-]\d)")
_ISO = re.compile(r"(?<![\w/.,-])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\w/]|[.,-]\d)")
_HINT = re.compile(r"\d[/.-]\d")
_SIGN = {"de": ".", "fr": "/", "es": "/"}
_REGIONS = {
    Order.DAY: frozenset(("GB", "AU", "NZ", "IE", "IN", "ZA", "SG", "HK", "MT")),
    Order.MONTH: frozenset(("US", "PH", "PR")),
}
AMBIGUOUS = "date-order"  # code of a note


def ranges(text: str) -> tuple[Range, ...]:
    """Where dates in figures stand; none of them is a number or a version for sure."""
    if not _HINT.search(text):  # most texts
        return ()
    found = [m for m in _DATE.finditer(text) if _may_be_one(m)]
    return tuple(Range(*match.span()) for match in sorted([*found, *_ISO.finditer(text)], key=_at))


def order(texts: Iterable[str], language: str) -> Order | None:
    """Which comes first in a document of that language (BCP 47); None where nothing says it, or
    its dates contradict each other."""
    said = {one for text in texts if _HINT.search(text) for one in _orders(text)}
    if len(said) == 1:
        return said.pop()
    region = language.upper().split("-")[-1]
    return next((one for one, of in _REGIONS.items() if region in of and not said), None)


def written(target: Tagged, source: str, first: Order | None, language: str) -> Tagged:
    """The translation with the dates of its source as its language (BCP 47) writes them, each as
    long as before.

    >>> written(Tagged("Ab 03/04/2024"), "From 03/04/2024", Order.MONTH, "de").text
    'Ab 04.03.2024'
    """
    sign = _SIGN.get(language.partition("-")[0].lower())
    if sign is None or first is None or not _HINT.search(source):
        return target
    known = {match[0] for match in _DATE.finditer(source)}
    edits = []
    for match in _DATE.finditer(target.text):
        one, other = match[1], match[3]
        day, month = (one, other) if first is Order.DAY else (other, one)
        if match[0] in known and 0 < int(month) <= 12 and 0 < int(day) <= 31:
            edits.append((Range(*match.span()), sign.join((day, month, match[4]))))
    return spans.edited(target, edits)


def ambiguous(source: str) -> tuple[str, ...]:
    """Dates of a text that may be of two days."""
    if not _HINT.search(source):
        return ()
    return tuple(
        match[0]
        for match in _DATE.finditer(source)
        if _may_be_one(match) and int(match[1]) <= 12 >= int(match[3]) and match[1] != match[3]
    )


def _orders(text: str) -> Iterator[Order]:
    for match in _DATE.finditer(text):
        one, other = int(match[1]), int(match[3])
        if 12 < one <= 31 and 0 < other <= 12:
            yield Order.DAY
        elif 12 < other <= 31 and 0 < one <= 12:
            yield Order.MONTH


def _may_be_one(match: re.Match[str]) -> bool:
    low, high = sorted((int(match[1]), int(match[3])))
    return 0 < low <= 12 and high <= 31


def _at(match: re.Match[str]) -> int:
    return match.start()

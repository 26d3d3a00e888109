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
from doctrans.model import Range, Tag, Tagged, TagKind


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


# Before a date that is held: what English has there, and what other languages have and should.
_BEFORE = re.compile(
    r"\b(on|of|from|since|until|till|by|before|after|to|and|between|dated) $", re.IGNORECASE
)
_THE = {
    "fr": {
        "jusqu'à": "jusqu'au", "à": "au", "de": "du", "sur": "le", "en": "le", "dans": "le",
        "depuis": "depuis le", "avant": "avant le", "après": "après le", "dès": "dès le",
        "d'ici": "d'ici le", "entre": "entre le", "et": "et le", "pour": "pour le", "par": "le",
    },
    "es": {
        "hasta": "hasta el", "a": "al", "de": "del", "sobre": "el", "en": "el",
        "desde": "desde el", "antes": "antes del", "tras": "tras el", "entre": "entre el",
        "y": "y el", "para": "para el", "por": "el",
    },
}  # fmt: skip
_BY = {"fr": ("avant le", {"à", "par"}), "es": ("antes del", {"a", "por", "en"})}
_ON = {"fr": ("le", {"à", "au"}), "es": ("el", {"a", "al", "de"})}
_WORD = re.compile(r"(?<![\w'’])(jusqu['’]à|d['’]ici|[^\W\d_]+) $")


def preceded(source: Tagged, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with the article before its dates in figures that French and Spanish have: *né le
    7/4/1976*, where the source has a preposition. In both the dates stand as points; `from_` and
    `to` are BCP 47."""
    code = to.partition("-")[0].lower()
    if code not in _THE or from_.partition("-")[0].lower() != "en":
        return target
    wanted = {
        tag: match[1].lower()
        for tag, at in _held(source)
        if (match := _BEFORE.search(source.text[:at]))
    }
    edits = []
    for tag, at in _held(target) if wanted else ():
        word = _WORD.search(target.text[:at]) if tag in wanted else None
        put = word and _with_the(wanted[tag], word[1], code)
        if word and put:
            put = put[0].upper() + put[1:] if word[1][0].isupper() else put
            edits.append((Range(*word.span(1)), put))
    return spans.edited(target, edits)


def _held(tagged: Tagged) -> Iterator[tuple[Tag, int]]:
    """The points that stand for dates, and where they are."""
    for span in tagged.spans:
        held = span.tags[-1] if span.tags else None
        if (
            held
            and held.kind is TagKind.POINT
            and any(p.fullmatch(held.equiv) for p in (_DATE, _ISO))
        ):
            yield held, span.start


def _with_the(english: str, word: str, code: str) -> str | None:
    said = word.lower().replace("’", "'")
    for meant, (put, words) in (("by", _BY[code]), ("on", _ON[code])):
        if english == meant and said in words:
            return put
    return _THE[code].get(said)


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

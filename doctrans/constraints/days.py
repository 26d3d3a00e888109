"""Days and months in English abbreviations, in full, and what lies between two: *Sat–Sun* is
*Saturday and Sunday*, *15 Aug* is *15 August*.

Of short ones small models make words: *closed Sun* speaks of the sun then, *15 Aug* is *15 de
agotamiento*. What is a word else, or stands alone as in the tables of set phrases, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.model import Range

_Edit = tuple[Range, str]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
DAY = (
    "Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?"
    "|Sat(?:urday)?|Sun(?:day)?"
)
MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
DASH = r"\s?[\u2010-\u2014-]\s?"
# Two days or months with a dash between.
TILL = rf"(?:{DASH}| to | till? )"
_RANGE = re.compile(
    rf"\b(?:({DAY})\.?{TILL}({DAY})|({MONTH})\.?{TILL}({MONTH}))\b(?:\.(?=,? [\da-z(]))?"
)
_SHORT = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
# A day in front of a date or a time, or closed, which else may be the sun, or a verb.
_DATED = re.compile(
    rf"(?<![-\u2010-\u2014/])(?<!\b[Tt]he )\b({_SHORT})\b\.?"
    rf"(?=,? (?:\d{{1,2}}(?:\b|[ap]m\b)|(?:{MONTH})\b)|: \d|(?::| is| [-\u2013])? [Cc]losed\b"
    r"| (?:&|and) (?:(?:bank|public) )?holidays\b)"
    r"|(?<=\b[Oo]n )(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)\b"
    r"(?:\.(?= )|(?=[,;.]|\Z| (?:at|and|or|from|we|you|the|in)\b))"
    rf"|(?<=\b[Cc]losed )({_SHORT})\b(?:\.(?= )|(?=[,;.]|\Z| (?:and|or)\b))"
)
_LABELLED = re.compile(rf"\s*(?:{_SHORT})\.?:[^:]*(?::\d\d[^:]*)*\Z")  # with a set phrase
_LISTED = re.compile(rf"\b(?:{_SHORT})(?:\.?(?:,| and| or| &|,? and) (?:{_SHORT})\b)+(?!\.\w)")
_ONE = re.compile(rf"\b(?:{_SHORT})\b\.?(?=[,\s])|\b(?:{_SHORT})\b")
_ALONE = re.compile(r"\s*(?::|\Z)")  # the set phrases have it
# A month beside a day or a year; models know *Dec 31*.
_SHORT_ONE = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
_YEAR = r"(?:1[5-9]|20)\d\d"
_SHORT_MONTH = re.compile(
    rf"(?:(?<=\d )|(?<=\d(?:st|nd|rd|th) ))({_SHORT_ONE}|Dec)\b(?![-'’@/])(?:\.(?=,? [a-z\d]|,))?"
    rf"|\b(?:({_SHORT_ONE})\b\.?(?= (?:\d{{1,2}}(?:st|nd|rd|th)?|{_YEAR})(?![\w:%°/]|[.,]\d))"
    rf"|(Dec)\b\.?(?= {_YEAR}(?![\w:%°/]|[.,]\d)))"
)


def edits(text: str) -> Iterator[_Edit]:
    """What is exchanged of an English text.

    >>> [put for _, put in edits("Closed Sat-Sun, and on Tues at noon")]
    ['Saturday and Sunday', 'Tuesday']
    """
    for match in _RANGE.finditer(text):
        if not text[: match.start()].strip() and _ALONE.match(text, match.end()):
            continue
        first, last = (full(part) for part in match.groups() if part)
        names = DAYS if first in DAYS else _MONTHS
        joint = "and" if names is DAYS and names.index(last) - names.index(first) == 1 else "to"
        yield Range(*match.span()), f"{first} {joint} {last}"
    for match in _DATED.finditer(text):
        if _LABELLED.match(text) and not text[: match.start()].strip():
            continue
        yield Range(*match.span()), full(match[1] or match[2] or match[3])
    for listed in _LISTED.finditer(text):
        if listed[0] != text.strip():
            for match in _ONE.finditer(text, *listed.span()):
                yield Range(*match.span()), full(match[0])


def full(name: str) -> str:
    """Of a day or a month."""
    return next(full for full in (*DAYS, *_MONTHS) if full.startswith(name[:3]))


def short_months(text: str) -> Iterator[_Edit]:
    """Likewise, months beside a day or a year, which German models know."""
    for match in _SHORT_MONTH.finditer(text):
        yield Range(*match.span()), full(match[1] or match[2] or match[3])

"""Telephone numbers, account numbers, those of books and of judgments (ECLI), which are held digit
by digit: models take them for amounts. Names of time zones (*Europe/Berlin*) are codes too."""

from __future__ import annotations

import re

from doctrans.model import Range

# From a sign that begins one to its last digit; what is between is bounded.
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?<!\d )(?:\+\d|\(\+?\d{1,5}\)[ -]?\d|0\d|1-\d{3}-|\d{3}[ -]\d{3}-)"
    r"[\d ()/-]{2,18}\d(?![\w/]|[.,:-]\d)"
    r"|(?<![\w.,/+-])\d{3}\.\d{3}\.\d{4}(?![\w/]|[.,-]\d)"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_BOOK = re.compile(
    r"\bISBN(?:-1[03])?:? ?\d[\d -]{8,16}[\dX](?!\w)|\bISSN:? ?\d{4}-\d{3}[\dX](?!\w)"
)
_JUDGMENT = re.compile(r"\b(?:ECLI:)?[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:\d{4}:\w[\w.]{0,24}(?<!\.)")
# As the tz database has them; behind a stroke another region may stand too: *Asia/Pacific*.
_ZONE = re.compile(
    r"(?<![\w/.-])(?:(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)"
    r"/(?!(?:Africa|Americas?|Asia|Australia|Brazil|Canada|China|Europe|India|Israel|Japan|Latin|Mexico"
    r"|Middle|North|Oceania|Pacific|Russia|South|Turkey)\b)[A-Z][a-z][\w-]+(?:/[A-Z]\w+)?"
    r"|Etc/[A-Z][A-Za-z]+(?:[+-]\d\d?)?)(?![\w/])"
)
_HINT = re.compile(r"[acenks]/[A-Z]|:\d{4}:|\d[\d ()./-]{5}|IS[BS]N|[A-Z]{2}\d\d ?[A-Z0-9]{4}")
_LEAST, _MOST = 7, 15  # digits of a telephone number, as ITU-T E.164 has it


def ranges(text: str) -> tuple[Range, ...]:
    """Where they stand.

    >>> [text for text in ["Call 020 7946 0018.", "0.5 of 1,000"] if ranges(text)]
    ['Call 020 7946 0018.']
    """
    if not _HINT.search(text):  # most texts
        return ()
    phones = [
        m
        for m in _PHONE.finditer(text)
        if _LEAST <= sum(map(str.isdigit, m[0])) <= _MOST and m[0].count("(") == m[0].count(")")
    ]
    books = list(_BOOK.finditer(text)) if "IS" in text else []
    judgments = _JUDGMENT.finditer(text) if ":" in text else ()
    zones = _ZONE.finditer(text) if "/" in text else ()
    found = (*phones, *_IBAN.finditer(text), *books, *judgments, *zones)
    return tuple(Range(*match.span()) for match in found)

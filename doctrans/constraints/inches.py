"""Feet and inches, minutes and seconds: numbers with a mark behind them (*6' 2"*, *17″*), which
every language writes alike. A straight mark may be a closing quotation mark too: it is none where
the text has no open one before it.
"""

from __future__ import annotations

import re

from doctrans.model import Range

_NUMBER = r"\d{1,5}(?:[.,]\d{1,4})?(?:[ \u00a0-]\d{1,2}/\d{1,2}|/\d{1,3})?"
_MEASURE = re.compile(
    rf"(?<![\w.,'\"\u2032\u2033])(?:\d{{1,3}}\u00b0[ \u00a0]?)?"
    rf"(?:{_NUMBER}[ \u00a0]?(?:\u2032|'(?!['\w]))[ \u00a0-]?(?={_NUMBER}[ \u00a0]?[\"\u2033]))?"
    rf"{_NUMBER}(?:[ \u00a0]?[\u2032\u2033]|''|[\"'])(?![\w'\"])"
    rf"|(?<![\w.,'\"\u2032\u2033])\d{{1,3}}'\d{{1,2}}\"(?!\w)"
)
_HINT = re.compile(r"\d[ \u00a0]?['\"\u2032\u2033]")
_STRAIGHT = re.compile(r"['\"]")


def ranges(text: str) -> tuple[Range, ...]:
    """Where they stand.

    >>> [text[slice(*place)] for text in ('A 27" screen', 'the "27" bus') for place in ranges(text)]
    ['27"']
    """
    if not _HINT.search(text):  # most
        return ()
    found: list[Range] = []
    open_: dict[str, int] = {"'": 0, '"': 0}
    at = 0
    for match in _MEASURE.finditer(text):
        _count(text, at, match.start(), open_)
        at = match.end()
        sign = text[at - 1]
        if open_.get(sign, 0) > 0:
            open_[sign] -= 1  # it is the closing one
        else:
            found.append(Range(*match.span()))
    return tuple(found)


def _count(text: str, start: int, end: int, open_: dict[str, int]) -> None:
    """Quotations that begin and end in a stretch."""
    for match in _STRAIGHT.finditer(text, start, end):
        at, sign = match.start(), match[0]
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if (not before or before in " \u00a0\n\t([{-\u2013\u2014/") and after.strip():
            open_[sign] += 1
        elif not (before.isalnum() and after.isalnum()):  # an apostrophe
            open_[sign] = max(0, open_[sign] - 1)

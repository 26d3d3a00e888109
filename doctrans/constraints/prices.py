"""Prices of an English source that a translation has as English writes them: in French and Spanish
the sign stands behind the number, which is written in their way then (*$1,299.99* is *1 299,99 $*).

A model turns most prices around and copies others, in one sentence. What it has turned stays. Of
ranges (*$5-$10*) it turns half around, *5-$10 $*: each number gets its sign, in any language, but
for those with a word behind: *5-$10 dólares* is *5 a 10 dólares*. Amounts with words or letters of
their own (*$2 million*, *$85k*, *$5-10*) are left as they are.
"""

from __future__ import annotations

import re

from doctrans import spans
from doctrans.constraints import number_format
from doctrans.model import Range, Tagged

_SIGN = "[$£€¥]"
_NUMBER = r"\d(?:[\d.,\u00a0\u202f]*\d)?"
_GOES_ON = r"(?![\w%$£€¥]|[.,\u00a0\u202f]\d|\s?[-\u2013/]\s?[\d$£€¥]|\s?(?:[kKmM]|bn|tn)\b)"
_ENGLISH = re.compile(rf"{_SIGN}\s?({_NUMBER}){_GOES_ON}(?!\s(?:m|b|tr)illion)")
_OTHERS = r"(?!\s(?:[mb]i?ll|mil\b|tr|de\sd[óo]l|d[óo]l|eur|livr|libr))"
_THERE = re.compile(
    rf"(?<![\w$£€¥])(?<!\d[-\u2013/])(?:[A-ZÀ-Ý]{{2,4}}(?=\$))?(?P<sign>{_SIGN})\s?(?P<number>{_NUMBER})"
    rf"{_GOES_ON}(?!\s{_SIGN}){_OTHERS}"
)
_DASH = r"\s?[-\u2010-\u2014]\s?"
_RANGE = re.compile(rf"({_SIGN})\s?{_NUMBER}{_DASH}\1\s?\d")
_HALF = re.compile(
    rf"(?<![\w$£€¥.,])(?P<first>{_NUMBER})(?P<dash>{_DASH})(?P<sign>{_SIGN})(?P<last>{_NUMBER})"
    r"(?=\s?(?P=sign)(?!\d)|(?P<words> (?:d[óo]l|dollar|euro|li[bv]r|pound|Pfund)\w*))"
)
_JOINTS = {"de": "bis", "fr": "à", "es": "a"}
_DOLLARS = re.compile(rf"\bUS\$\s?({_NUMBER})")
_OTHER = re.compile(r"\D")
_BEHIND = re.compile(r"fr|es|fr-.*|es-es")  # languages with the sign behind the number


def turned(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with the prices of the source in its way; `from_` and `to` are BCP 47.

    >>> turned("Now $9.50!", Tagged("Ahora $9.50"), "en", "es").text
    'Ahora 9,50\\xa0$'
    """
    if number_format.known(from_, to) and _RANGE.search(source):
        joint = _JOINTS.get(to.partition("-")[0].lower())
        halves = [m for m in _HALF.finditer(target.text) if joint or not m["words"]]
        target = spans.edited(target, [_halved(match, joint) for match in halves])
    format = number_format.known(from_, to) if _BEHIND.fullmatch(to.lower()) else None
    if not format or not (wanted := set(_ENGLISH.findall(source))):
        return target
    known = set(map(_digits, wanted))
    of_us = set(map(_digits, _DOLLARS.findall(source)))
    edits = []
    points = {span.start for span in target.spans if span.start == span.end}
    for match in _THERE.finditer(target.text):
        number, prefix = match["number"], match[0][0].isalpha()
        if {match.start(), match.start() - 1} & points:  # it goes on from what is protected
            continue
        if _digits(number) not in (of_us if prefix else known):
            continue
        if number in wanted:
            number = number_format.written(number, format)
        edits.append((Range(*match.span()), f"{number}\u00a0{'USD' if prefix else match['sign']}"))
    return spans.edited(target, edits)


def _halved(match: re.Match[str], joint: str | None) -> tuple[Range, str]:
    first, last = match["first"], match["last"]
    if match["words"]:
        return Range(*match.span()), f"{first} {joint} {last}"
    return Range(*match.span()), f"{first}\u00a0{match['sign']}{match['dash']}{last}"


def _digits(number: str) -> str:
    """The same for a number however it is written."""
    return _OTHER.sub("", number)

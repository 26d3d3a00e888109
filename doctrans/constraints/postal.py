"""Postal addresses in English texts, which stand in every language as they are written on letters:
*221B Baker Street, London NW1 6XE*.

In a text of several lines one that is all a town with its code makes those above it that look like
a street, a box or a house parts of the address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from doctrans.model import Range

_SOURCE = "en"
# Capitalised, and no word that begins a sentence or says when.
_WORD = (
    r"(?!(?:The|A|An|At|In|On|Of|To|And|Or|For|From|By|You|Your|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b)(?:St\. )?[A-Z][\w'’-]{1,30}"
)
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM"
    "|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC"
)
_STREET = (
    rf"(?<![\w.,/])(?<!\b[Ii]n )\d{{1,5}}[A-Za-z]? (?:(?:{_WORD}|\d{{1,3}}(?:st|nd|rd|th)) ){{1,3}}"
    r"(?:(?:Street|Road|Avenue|Lane|Boulevard|Terrace|Crescent|Parkway)(?![\w'’-]| [A-Z][a-z])"
    r"|(?:St|Rd|Ave|Blvd)\.|(?:St|Rd|Ave|Blvd|Drive|Dr)(?=\s*(?:,|$)))"
)
# Of a town one word, behind a comma three; before a postcode only there.
_FIRST = r"(?:New|San|Santa|Los|Las|El|Fort|Port|Saint|North|South|East|West) "
_TOWN = rf"(?:(?<=, )(?:{_WORD} ){{0,2}}|{_FIRST})?{_WORD}"
# Those that are no words or abbreviations of their own.
_STATES_ALONE = "AK|AZ|CA|FL|GA|IL|KS|KY|MI|MN|NC|NH|NJ|NM|NV|NY|TN|TX|WA|WI|WV|WY"
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? \d(?!WD|[GKMT]B)[A-Z]{2}(?!\w)"
_ADDRESS = re.compile(
    rf"{_STREET}|\b{_TOWN}, (?:{_STATES}) \d{{5}}(?:-\d{{4}})?(?![\w-])"
    rf"|(?<=\w )\b(?!Hello|Dear|Hi\b){_TOWN}, (?:{_STATES_ALONE})(?![\w-])"
    rf"|^{_TOWN}, (?:{_STATES_ALONE})$"
    rf"|(?<=, )(?:{_WORD} ){{1,3}}{_POSTCODE}|\b{_POSTCODE}"
)
_HINT = re.compile(r"\d|, [A-Z]{2}(?!\w)")
# Of whole lines:
_TOWN_LINE = re.compile(
    rf"(?:{_WORD},? ){{1,4}}(?:(?:{_STATES}),? \d{{5}}(?:-\d{{4}})?|{_POSTCODE})[.,]?"
)
_CODE_LINE = re.compile(rf"{_POSTCODE}[.,]?")
_NAME_LINE = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}[.,]?")
_KINDS = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Terrace|Crescent|Parkway|Pkwy|Drive|Dr"
    "|Court|Ct|Square|Sq|Place|Pl|Way|Close|Gardens|Row|Hill|Highway|Hwy|House|Quay|Mews|Walk|Green|Broadway"
)
_UNIT = r"(?:Flat|Apt|Apartment|Suite|Ste|Unit|Floor|Room|Block)\b\.? ?#?\w{1,6}"
_NUMBER = r"\d{1,5}[A-Za-z]?(?:[-\u2013/]\d{1,5}[A-Za-z]?)?"
_PART = rf"(?:{_WORD}|\d{{1,3}}(?:st|nd|rd|th)|[NSEW]{{1,2}}|of|the)\.?"
_NUMBERED = rf"{_NUMBER},? {_PART}(?: {_PART}){{0,4}}"
_NAMED = rf"{_PART}(?: {_PART}){{0,3}} (?:{_KINDS})\.?"
_STREET_LINE = re.compile(
    rf"(?:{_UNIT},? )?(?:{_NUMBERED}|{_NAMED})"
    rf"(?:,? {_UNIT})?[.,]?|P\.? ?O\.? Box \d{{1,8}}[.,]?|{_UNIT}[.,]?"
)
_MOST_ABOVE = 3  # lines


def ranges(text: str, language: str) -> tuple[Range, ...]:
    """Where they stand in a line of that language (BCP 47)."""
    if language.partition("-")[0].lower() != _SOURCE or not _HINT.search(text):
        return ()
    return tuple(Range(*match.span()) for match in _ADDRESS.finditer(text))


def lines(texts: Sequence[str], language: str) -> tuple[int, ...]:
    """Which lines of a text of several are all address.

    >>> lines(["Acme Inc.", "350 Fifth Ave", "New York, NY 10118", "Phone"], "en")
    (1, 2)
    """
    if language.partition("-")[0].lower() != _SOURCE or len(texts) < 2:
        return ()
    stripped = [text.strip() for text in texts]
    return tuple(sorted({at for end in range(len(texts)) for at in _above(stripped, end)}))


def _above(texts: Sequence[str], end: int) -> Iterator[int]:
    """The line of a town and those of its address above it; none if it is no such line."""
    bare = _CODE_LINE.fullmatch(texts[end])
    if not bare and not _TOWN_LINE.fullmatch(texts[end]):
        return
    yield end
    at = end - 1
    if at >= 0 and _NAME_LINE.fullmatch(texts[at]):  # the town, or a village
        if not bare and not (at and _STREET_LINE.fullmatch(texts[at - 1])):
            return
        yield at
        at -= 1
    for above in range(at, max(-1, at - _MOST_ABOVE), -1):
        if not _STREET_LINE.fullmatch(texts[above]):
            return
        yield above

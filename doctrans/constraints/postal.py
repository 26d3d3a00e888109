"""Postal addresses in English texts, which stand in every language as they are written on letters:
*221B Baker Street, London NW1 6XE*."""

from __future__ import annotations

import re

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
_TOWN = rf"(?:(?<=, )(?:{_WORD} ){{0,2}})?{_WORD}"
_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? \d(?!WD|[GKMT]B)[A-Z]{2}(?!\w)"
_ADDRESS = re.compile(
    rf"{_STREET}|\b{_TOWN}, (?:{_STATES}) \d{{5}}(?:-\d{{4}})?(?![\w-])"
    rf"|(?<=, )(?:{_WORD} ){{1,3}}{_POSTCODE}|\b{_POSTCODE}"
)
_DIGIT = re.compile(r"\d")


def ranges(text: str, language: str) -> tuple[Range, ...]:
    """Where they stand in a text of that language (BCP 47)."""
    if language.partition("-")[0].lower() != _SOURCE or not _DIGIT.search(text):
        return ()
    return tuple(Range(*match.span()) for match in _ADDRESS.finditer(text))

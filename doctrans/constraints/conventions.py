"""Dates and counts of an English source as the target language writes them, where a model has kept
the English way: *31 Dezember* is *31. Dezember*, *2024 mai* is *mai 2024*, *Page 1 de 4* is *Page 1
sur 4*.

Only what the source has as a date or as a count is touched, and only where no tag lies between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from doctrans import spans
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DATE = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?\s+{_MONTH}|\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\b",
    re.IGNORECASE,
)
_MONTH_AND_YEAR = re.compile(rf"\b{_MONTH}\s+(\d{{4}})\b", re.IGNORECASE)
_WHOLE = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_WRITTEN = {"de": "{day}. {month} {year}", "fr": "{day} {month} {year}",
            "es": "{day} de {month} de {year}"}  # fmt: skip
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"\b(\d+) of (\d+)\b", re.IGNORECASE)
_MONTHS: Mapping[str, str] = {
    "de": "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre"
    "|noviembre|diciembre",
}
_DAY = {
    language: re.compile(rf"(?<![\w.,:/-])(\d{{1,2}})(\s)(?:{months})(?!\w)", re.IGNORECASE)
    for language, months in _MONTHS.items()
}
_YEAR = {
    language: re.compile(rf"(?<![\w.,:/-])(\d{{4}}) (?:de )?({months})(?![\w-])", re.IGNORECASE)
    for language, months in _MONTHS.items()
}


def followed(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with its dates and counts as its language (`to`, BCP 47) writes them.

    >>> followed("31 December", Tagged("31 Dezember"), "en", "de").text
    '31. Dezember'
    """
    code = to.partition("-")[0].lower()
    if code not in _MONTHS or from_.partition("-")[0].lower() != "en":
        return target
    if not _DIGIT.search(source):
        return target
    edits = [*_whole(source, target.text, code)]
    edits += [*_days(source, target.text, code), *_years(source, target.text, code)]
    if code == "fr":
        edits += _counts(source, target.text)
    if target.text.isupper():
        edits = [(place, put.upper()) for place, put in edits]
    edits.sort(key=lambda edit: (edit[0].start, -edit[0].end))
    return spans.edited(target, edits) if edits else target


def _whole(source: str, text: str, code: str) -> Iterator[_Edit]:
    """*June 01 2014*, in that order or with the month behind."""
    for day, year in set(_WHOLE.findall(source)):
        month = f"({_MONTHS[code]})"
        order = rf"(?<!\w)(?:{month} {day},? {year}|{day},? {year} (?:de )?{month})(?!\w)"
        for match in re.finditer(order, text, re.IGNORECASE):
            said = match[1] or match[2]
            yield Range(*match.span()), _WRITTEN[code].format(day=day, month=said, year=year)


def _days(source: str, text: str, code: str) -> Iterator[_Edit]:
    days = {day for found in _DATE.findall(source) for day in found if day}
    for match in _DAY[code].finditer(text) if days else ():
        day = match[1]
        if day not in days:
            continue
        if code == "de":
            yield Range(*match.span(1)), f"{day}."
        elif code == "es":
            yield Range(*match.span(2)), " de "
        elif day == "1":
            yield Range(*match.span(1)), "1er"


def _years(source: str, text: str, code: str) -> Iterator[_Edit]:
    years = set(_MONTH_AND_YEAR.findall(source))
    for match in _YEAR[code].finditer(text) if years else ():
        if match[1] in years:
            of = " de " if code == "es" else " "
            yield Range(*match.span()), match[2] + of + match[1]


def _counts(source: str, text: str) -> Iterator[_Edit]:
    """*Page 1 of 4*."""
    for first, last in set(_COUNT.findall(source)):
        for match in re.finditer(rf"\b{first} (de) {last}\b", text, re.IGNORECASE):
            yield Range(*match.span(1)), "sur"

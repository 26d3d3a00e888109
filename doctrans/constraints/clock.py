"""Times of day: 5:30 pm is 17:30, 17.30 Uhr or 17 h 30, and not 5:30."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doctrans.model import Range

_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?"
_HALF = r"\s*([ap])\.?\s?m\b"
_TIME = re.compile(rf"(?<![\d:.,]){_CLOCK}(?:{_HALF}|(?<=:\d\d)(?![:\d]))", re.IGNORECASE)
# "between 2 and 4 p.m.": the half stands once.
_FIRST = re.compile(
    rf"(?<![\d:.,]){_CLOCK}(?=\s*(?:[-\u2010-\u2014]|to|and|or|until|till)\s*{_CLOCK}{_HALF})",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"[:.]|\s*(?:h|Uhr|heures?|horas?)\s*", re.IGNORECASE)  # hour and minutes
_OCLOCK = re.compile(r"\s*(?:h\b|Uhr|heures?|horas?|[ap]\.?\s?m\b|de la)", re.IGNORECASE)
_JOINED = re.compile(r"[\d/.,-]")
_SOURCE = "en"
# What says that it is the second half of a day.
_LATER = {
    "de": r"nachmittags?|abends?|mittags?|nachts?|(?:am|heute|morgen)\s(?:nachmittag|abend|mittag)",
    "fr": "après-midi|soir(?:ée)?|midi|nuit",
    "es": "tarde|noche|mediodía|madrugada",
}


@dataclass(frozen=True, slots=True)
class Time:
    """`place` is where it is written; `hours` are those that it may be in a day of 24 hours or of
    twice twelve; `late`: after noon."""

    place: Range
    hours: tuple[int, ...]
    minutes: str
    late: bool = False


def times(text: str) -> list[Time]:
    """English ones with *am* or *pm*, which may stand behind the second of two, and all with a
    colon."""
    found = [_time(match, match[3] or "") for match in _TIME.finditer(text)]
    taken = {time.place.start for time in found}
    for match in _FIRST.finditer(text):
        if match.start() not in taken:
            hour = int(match[1])
            hours = (hour, hour % 12 + 12) if match[5].lower() == "p" else (hour,)
            found.append(Time(Range(*match.span()), hours, match[2] or "00"))
    return found


def _time(match: re.Match[str], half: str) -> Time:
    hour, later = int(match[1]), int(match[1]) % 12
    hours = {"p": (later + 12, hour), "a": (hour, later)}.get(half.lower(), (hour,))
    late = half.lower() == "p" and 0 < hour < 12
    return Time(Range(*match.span()), hours, match[2] or "00", late)


def without(source: str, target: str) -> tuple[str, str]:
    """Both texts without the numbers of the times of day that are in both: 17 and 30, 17.30 or
    17:30 in the second for 5:30 pm in the first."""
    left = list(_DIGITS.finditer(target))
    gone: list[Range] = []
    told: list[Range] = []
    for time in times(source):
        ways = [(_likely(time, left, i, target), i) for i in range(len(left))]
        best, at = max(ways, key=lambda way: way[0], default=(0, 0))
        if not best:
            continue
        size = 2 if _minutes(left, at, target) == time.minutes else 1
        gone += [Range(*match.span()) for match in left[at : at + size]]
        del left[at : at + size]
        told.append(time.place)
    return _cut(source, told), _cut(target, gone)


def _likely(time: Time, digits: Sequence[re.Match[str]], at: int, text: str) -> int:
    """How much a group of digits looks like a time; 0: it is not that time."""
    hour = int(digits[at][0]) if len(digits[at][0]) <= 2 else -1
    minutes = _minutes(digits, at, text)
    if hour not in time.hours or minutes not in (
        {time.minutes, ""} if time.minutes == "00" else {time.minutes}
    ):
        return 0
    start, end = digits[at].span()
    clear = minutes or _OCLOCK.match(text, end)
    alone = not _JOINED.search(text[max(0, start - 1) : start])
    return 1 + bool(clear) + 2 * alone + 4 * (hour == time.hours[0])


def _minutes(digits: Sequence[re.Match[str]], at: int, text: str) -> str:
    """Those behind an hour; empty: there are none."""
    if at + 1 == len(digits) or len(digits[at + 1][0]) != 2 or int(digits[at + 1][0]) > 59:
        return ""
    between = text[digits[at].end() : digits[at + 1].start()]
    return digits[at + 1][0] if _BETWEEN.fullmatch(between) else ""


def _cut(text: str, places: Iterable[Range]) -> str:
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def earlier(source: str, target: str, languages: tuple[str, str]) -> tuple[str, ...]:
    """Times of the afternoon and evening of an English text that its translation may be read to
    have in the morning. `languages` are of the source and the target (BCP 47).

    >>> earlier("Doors open at 8 pm.", "Einlass ist um 8 Uhr.", ("en", "de"))
    ('8 pm',)
    >>> earlier("Doors open at 8 pm.", "Einlass ist um 20 Uhr.", ("en", "de"))
    ()
    """
    one, other = (code.partition("-")[0].lower() for code in languages)
    if one != _SOURCE or other not in _LATER:
        return ()
    late = [time for time in times(source) if time.late]
    if not late or re.search(rf"(?:\b(?:{_LATER[other]})|p\.?\s?m)\b", target, re.IGNORECASE):
        return ()
    hours = {f"{group:0>2}" for group in _DIGITS.findall(target)}
    return tuple(
        source[time.place.start : time.place.end]
        for time in late
        if f"{time.hours[0]:02}" not in hours
    )

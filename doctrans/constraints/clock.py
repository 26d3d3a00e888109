"""Times of day: 5:30 pm is 17:30, 17.30 Uhr or 17 h 30, and not 5:30; half past seven is 7:30."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from doctrans.model import Range

_CLOCK = r"(?<![\d:.,])(\d{1,2})(?:[:.](\d\d))?"
_HALF = r"\s*([ap])\.?\s?m\b"
_TIME = re.compile(rf"{_CLOCK}{_HALF}", re.IGNORECASE)
_COLON = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d\d)(?![:\d])")
# "between 2 and 4 p.m.": the half stands once.
_FIRST = re.compile(
    rf"{_CLOCK}(?=\s*(?:[-\u2010-\u2014]|to|and|or|until|till)\s*(\d{{1,2}})(?:[:.](\d\d))?{_HALF})",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?:\b(?:at|from|until|till|by|between|to|and|since|before|after|around|about) "
    r"|\d[-\u2010-\u2014])$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\s*[-\u2010-\u2014]\s*\d{1,2}:\d\d| (?:to|and|until|till) \d{1,2}:\d\d", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"[:.]|\s*(?:h|Uhr|heures?|horas?)\s*", re.IGNORECASE)  # hour and minutes
_OCLOCK = re.compile(r"\s*(?:h\b|Uhr|heures?|horas?|[ap]\.?\s?m\b|de la)", re.IGNORECASE)
_MORE = re.compile(r"[.,:/]\d|\d")  # what stands behind a number that goes on
_JOINED = re.compile(r"\d[/.,:]$")
_MOST = 40  # times in a text: one with more is left as it is, so that none takes long
SOURCE = "en"
# What says that it is the second half of a day.
_LATER = {
    "de": r"(?<!vor)(?<!sonn)(?:nachmittags?|abends?|mittags?)\b",
    "fr": r"\b(?:après-midi|soir(?:ée)?|midi)\b",
    "es": r"(?<!\bmás )\b(?:tarde|noche|mediodía)\b",
}


@dataclass(frozen=True, slots=True)
class Time:
    """`place` is where it is written; `hours` are those that it may be, the likeliest first, in a
    day of 24 hours or of twice twelve; `told`: with *am* or *pm*; `late`: after noon."""

    place: Range
    hours: tuple[int, ...]
    minutes: str
    told: bool = True
    late: bool = False


def times(text: str) -> list[Time]:
    """English ones with *am* or *pm*, which may stand behind the second of two, and those with a
    colon of which the words around say it."""
    if not _DIGITS.search(text):  # most texts
        return []
    found: dict[int, Time] = {}
    for match in _FIRST.finditer(text):
        hours, half = (int(match[1]), int(match[3])), match[5].lower()
        first, second = (
            (hour % 12, minutes or "00")
            for hour, minutes in zip(hours, (match[2], match[4]), strict=True)
        )
        before = first < second or hours == (12, 12)
        late = before if half == "p" else first > second
        found[match.start()] = _time(match, "p" if late else "a")
    for match in _TIME.finditer(text):
        found[match.start()] = _time(match, match[3].lower())
    for match in _COLON.finditer(text):
        if int(match[1]) < 24 and int(match[2]) < 60 and _of_day(text, match):
            found.setdefault(match.start(), _time(match, ""))
    return [found[start] for start in sorted(found)]


def _of_day(text: str, match: re.Match[str]) -> bool:
    """Whether the words around it say that it is no verse, score or ratio."""
    return bool(_AT.search(text[max(0, match.start() - 9) : match.start()])) or bool(
        _UNTIL.match(text, match.end())
    )


def _time(match: re.Match[str], half: str) -> Time:
    hour, early = int(match[1]), int(match[1]) % 12
    hours = {"p": (early + 12, hour), "a": (early, hour)}.get(half, (hour,))
    late = half == "p" and 0 < hour < 12
    return Time(Range(*match.span()), hours, match[2] or "00", bool(half), late)


def without(source: str, target: str, language: str = SOURCE) -> tuple[str, str]:
    """Both texts without the numbers of the times of day that are in both: 17 and 30, 17.30 or
    17:30 in the second for 5:30 pm in the first, and *h* behind them. `language` is that of the
    source (BCP 47): only English has *pm*."""
    if language and language.partition("-")[0].lower() != SOURCE:
        return source, target
    wanted = [*times(source), *_noons(source), *spoken(source)]
    if not wanted or len(wanted) > _MOST:
        return source, target
    left = _by_hour(target)
    gone: list[Range] = []
    told: list[Range] = []
    for time in wanted:
        if (found := _best(time, left)) is None:
            continue
        gone.append(found[0])
        told.append(time.place)
    return _cut(source, told), _cut(target, gone)


_HOURS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_MINUTES = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30}
_FEW = r"(?:five|ten|twenty(?:-five)?)(?: minutes)?"
_HOUR = rf"(?P<hour>{'|'.join(_HOURS)}|\d\d?(?![\d:]|[.,]\d))\b(?: o['\u2019]clock)?"
_OF_DAY = r"(?: in the (?P<late>afternoon|evening)\b)?"
_PAST = re.compile(
    rf"\b(?:a )?(?P<minutes>half|quarter|{_FEW}) past {_HOUR}{_OF_DAY}", re.IGNORECASE
)
# *from a quarter to two thirds* and *at five to ten euros* are ranges.
_TO = re.compile(
    r"(?:\b(?:a )?(?P<quarter>quarter)"
    r"|(?:(?<=\bat )|(?<=\buntil )|(?<=\bit is )|(?<=\bit['\u2019]s ))"
    rf"(?P<minutes>{_FEW})) to {_HOUR}"
    r"(?!-|[%\u20ac$\u00a3]| (?:hundred|thousand|[mb]illion|per(?:cent)?|quarters?|thirds?)\b)"
    rf"{_OF_DAY}(?(quarter)|(?=\s*(?:\Z|[.,;!?)])"
    r"| (?:in|this|that|on|sharp|when|every|each|tomorrow|today|tonight|yesterday)\b))",
    re.IGNORECASE,
)

_HINTS = (" past ", "uarter to ", "five to ", "ten to ", "twenty to ", "minutes to ")
_ODDS = re.compile(r"\b(?:odds|ratio|outnumber\w*)\b", re.IGNORECASE)


def may_be_spoken(text: str) -> bool:
    """False for texts that tell no time in words."""
    return any(hint in text for hint in _HINTS)


def spoken(text: str) -> list[Time]:
    """Times in words, in order: *half past seven*, *a quarter to six in the evening*.

    >>> [(time.hours, time.minutes) for time in spoken("At half past two and at ten to 4.")]
    [((2, 14), '30'), ((3, 15), '50')]
    """
    if not may_be_spoken(text):  # most texts
        return []
    found = [*_PAST.finditer(text), *([] if _ODDS.search(text) else _TO.finditer(text))]
    return sorted((time for match in found if (time := _spoken(match))), key=lambda t: t.place)


def _spoken(match: re.Match[str]) -> Time | None:
    named = match["hour"].lower()
    hour = int(named) if named.isdecimal() else _HOURS.index(named) + 1
    minutes = match["minutes"] or match["quarter"]
    after = _MINUTES[minutes.lower().removesuffix(" minutes")]
    if match.re is _TO:
        hour, after = (hour - 1) or 12, 60 - after
    if not 0 < hour <= 12:
        return None
    later = hour % 12 + 12
    hours = (later, hour) if match["late"] else (hour, later)
    return Time(Range(*match.span()), hours, f"{after:02}", told=False, late=bool(match["late"]))


def _noons(text: str) -> list[Time]:
    return [Time(Range(*match.span()), (12,), "00") for match in NOON.finditer(text)]


NOON = re.compile(r"\b(?:12(?:[:.]00)?\s)?(?:noon|midday)\b", re.IGNORECASE)
_Way = tuple[Range, str, int]  # where it stands, its minutes, how much it looks like a time


def _by_hour(text: str) -> dict[int, list[_Way]]:
    """What may be a time, by its hour."""
    found: dict[int, list[_Way]] = {}
    groups = list(_DIGITS.finditer(text))
    for match, after in zip_longest(groups, groups[1:]):
        if len(match[0]) > 2 or _JOINED.search(text[max(0, match.start() - 2) : match.start()]):
            continue
        minutes = ""
        if after and len(after[0]) == 2 and int(after[0]) < 60:
            glued = _BETWEEN.fullmatch(text[match.end() : after.start()])
            minutes = after[0] if glued else ""
        end = after.end() if after and minutes else match.end()
        clock = _OCLOCK.match(text, end)
        if _MORE.match(text, end):
            continue
        stop = clock.end() if clock and text[end : clock.end()].strip().lower() == "h" else end
        place = Range(match.start(), stop)
        found.setdefault(int(match[0]), []).append((place, minutes, bool(minutes) + bool(clock)))
    return found


def _best(time: Time, left: Mapping[int, list[_Way]]) -> _Way | None:
    """How a time is told, which is taken out of what is left."""
    for hour in time.hours:
        ways = [
            way
            for way in left.get(hour, ())
            if way[1] == time.minutes
            or (time.minutes == "00" and not way[1] and (time.told or way[2]))
        ]
        if ways:
            best = max(ways, key=lambda way: way[2])
            left[hour].remove(best)
            return best
    return None


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
    if one != SOURCE or other not in _LATER:
        return ()
    late = [time for time in times(source)[:_MOST] if time.late]
    if not late or re.search(rf"(?:{_LATER[other]}|p\.?\s?m\b)", target, re.IGNORECASE):
        return ()
    left = _by_hour(target)
    return tuple(
        source[time.place.start : time.place.end] for time in late if not _is_late(time, left)
    )


def _is_late(time: Time, left: Mapping[int, list[_Way]]) -> bool:
    """Whether it is told in the second half of the day: *20 Uhr*, or 20 where nothing looks like
    *8 Uhr*."""
    evening, morning = (
        _best(replace(time, hours=(hour,)), left) for hour in (time.hours[0], time.hours[-1])
    )
    return evening is not None and (evening[2] > 0 or morning is None or not morning[2])

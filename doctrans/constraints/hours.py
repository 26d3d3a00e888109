"""How times of day are written: texts that are nothing but times, as cells of opening hours (*9 am
– 5 pm* is *9 – 17 Uhr*, *9 h – 17 h* or *9:00 – 17:00 h*, and needs no model), and times in
sentences, which a model writes in several ways."""

from __future__ import annotations

import re
from dataclasses import dataclass

from doctrans import spans
from doctrans.constraints.clock import NOON, SOURCE, Time, spoken, times
from doctrans.model import Range, Tagged

_ITEM = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?(?:\s*[ap](?:m\b|\.\s?m\b\.?))?", re.IGNORECASE)
_WORD = re.compile(r"(?:12\s)?(noon|midday|midnight)\b", re.IGNORECASE)
_JOINT = re.compile(r"\s*([-\u2010-\u2014,;/])\s*|\s+(to|and|until|till)\s+", re.IGNORECASE)


_LABEL = re.compile(r"[^\W\d][^\d\n]*:\s+(?=\d|noon|mid)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes times: full hours, hours with minutes, what stands once behind all of
    them, its words between them, and what noon and midnight are as the first and later on."""

    full: str
    exact: str
    behind: str
    to: str
    also: str
    noon: tuple[str, str]
    midnight: tuple[str, str]

    def written(self, time: Time) -> str:
        form = self.full if time.minutes == "00" else self.exact
        return form.format(hour=time.hours[0], minutes=time.minutes)

    def joint(self, match: re.Match[str]) -> str:
        word = (match[2] or "").lower()
        return (self.also if word == "and" else self.to) if word else match[0]


_STYLES = {
    "de": _Style("{hour}", "{hour}:{minutes}", " Uhr", " bis ", " und ", ("12", "12"), ("0", "24")),
    "fr": _Style(
        "{hour}\u00a0h",
        "{hour}\u00a0h\u00a0{minutes}",
        "",
        " à ",
        " et ",
        ("midi",) * 2,
        ("minuit",) * 2,
    ),
    "es": _Style(
        "{hour}:00", "{hour}:{minutes}", "\u00a0h", " a ", " y ", ("12:00",) * 2, ("0:00", "24:00")
    ),
}


def after_label(text: str, from_: str, to: str) -> int | None:
    """Where a text goes on with nothing but times that `said` can say, after a label and its colon;
    None where it does not.

    >>> "Mon–Fri: 9 am – 5 pm"[after_label("Mon–Fri: 9 am – 5 pm", "en", "fr") :]
    '9 am – 5 pm'
    """
    label = _LABEL.match(text)
    if label is None or said(text[label.end() :].rstrip(), from_, to) is None:
        return None
    return label.end()


def said(text: str, from_: str, to: str) -> str | None:
    """An English text that is nothing but times with *am* or *pm*, as a cell of opening hours, in
    German, French or Spanish (BCP 47); None for any other.

    >>> said("8.30 a.m.-6 p.m.", "en", "de")
    '8:30-18 Uhr'
    """
    style = _STYLES.get(to.partition("-")[0].lower())
    if style is None or from_.partition("-")[0].lower() != SOURCE:
        return None
    pieces: list[str] = []
    at, stated = 0, {time.place.start: time for time in times(text) if time.told}
    while (found := _WORD.match(text, at) or _ITEM.match(text, at)) is not None:
        if found.re is _WORD:
            midnight = found[1].lower() == "midnight"
            pieces.append((style.midnight if midnight else style.noon)[min(len(pieces), 1)])
        elif (time := stated.get(at)) is None or not 0 < int(found[1]) <= 12:
            return None
        else:
            pieces.append(style.written(time))
        at = found.end()
        if stated and text[at:] in ("", "."):
            return "".join(pieces) + style.behind + text[at:]
        joint = _JOINT.match(text, at)
        if joint is None:
            return None
        pieces.append(style.joint(joint))
        at = joint.end()
    return None


def in_style(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with the times that its English source tells with *am* or *pm* as its language
    writes them in a sentence: *um 17 Uhr* for *um 17:00*, *à 13 h 30* for *à 13:30*.

    >>> in_style("It closes at 5 pm.", Tagged("Es schließt um 17:00."), "en", "de").text
    'Es schließt um 17 Uhr.'
    """
    code = to.partition("-")[0].lower()
    if code not in _WRITTEN or from_.partition("-")[0].lower() != SOURCE:
        return target
    told = {(time.hours[0], time.minutes) for time in times(source) if time.told}
    told -= {(int(hour), minutes) for hour, minutes in _COLON.findall(source)}  # scores, verses
    told |= {(hour, time.minutes) for time in spoken(source) for hour in time.hours}
    if code == "de":  # not *um 7:30* alone
        at = {(int(hour), minutes) for hour, minutes in _AT.findall(source)}
        told |= {time for time in at if time[1] != "00"}
    if not told:
        return target
    if NOON.search(source):
        told.add((12, "00"))
    edits = []
    for match in _CLOCK.finditer(target.text):
        if (int(match[1]), match[2]) in told:
            put = _german(match, target.text) if code == "de" else _french(match)
            if put != match[0]:
                edits.append((Range(*match.span()), put))
    if code == "de" and _BEGINNING.search(source) and not _ENDING.search(source):
        edits += [(Range(*match.span()), "ab") for match in _FROM.finditer(target.text)]
    return spans.edited(target, spans.apart(edits))


_CLOCK = re.compile(
    r"(?<![\d:.,])(\d{1,2})(?:[:.]|[ \u00a0]h[ \u00a0]?)([0-5]\d)(?![\d:.]\d)(\s*(?:Uhr|h)\b)?"
)
_WRITTEN = ("de", "fr")  # a Spanish *17:00* is one
_COLON = re.compile(r"(?<![\d:.,])(\d{1,2}):([0-5]\d)(?![\d:]|\s?[ap]\.?\s?m\b)", re.IGNORECASE)
_AT = re.compile(r"\b[Aa]t (\d{1,2}):([0-5]\d)(?![\d:]|\s?[-\u2010-\u2014]|\s?[ap]\.?\s?m\b)")
# *von 15 Uhr* wants a *bis*.
_BEGINNING = re.compile(r"\b[Ff]rom \d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\b")
_ENDING = re.compile(
    r"\b(?:to|until|till|through|and|onwards?)\b|(?:\d|m\.?)[ \u00a0]?[-\u2010-\u2014]"
)
_FROM = re.compile(r"\bvon(?= \d{1,2}(?:[:.]\d\d(?!\d)| Uhr\b))")
_GOES_ON = re.compile(r"\s?[-\u2010-\u2014]\s?\d|,? (?:bis|und|oder)(?: \w+)? \d")


def _german(match: re.Match[str], text: str) -> str:
    """*Uhr* stands behind the last of several."""
    clock = match[1] if match[2] == "00" else f"{match[1]}:{match[2]}"
    if _GOES_ON.match(text, match.end()):
        return clock + (match[3] or "")
    return f"{clock} Uhr"


def _french(match: re.Match[str]) -> str:
    return f"{match[1]}\u00a0h" + ("" if match[2] == "00" else f"\u00a0{match[2]}")

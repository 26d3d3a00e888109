"""Dates, counts, large numbers and centuries of an English source as the target language writes
them, where a model has kept the English way or taken one for another: *31 Dezember* is *31.
Dezember*, *2024 mai* is *mai 2024*, *Page 1 de 4* is *Page 1 sur 4*, *5 millones* for *5 billion*
is *5 mil millones*, *siglo XIX* for *21st century* is *siglo XXI*.

Only what the source has as such is touched, and only where no tag lies between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from doctrans import spans
from doctrans.constraints import days, numbers, protect
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
    if not (_DIGIT.search(source) or "century" in source or _TO_DAY.search(source)):
        return target
    edits = [*_scales(source, target.text, code), *_centuries(source, target.text, code)]
    edits += [*_thousands(source, target.text, code), *_whole(source, target.text, code)]
    edits += [*_days(source, target.text, code), *_years(source, target.text, code)]
    edits += [*_labels(source, target.text), *_commas(source, target.text, code)]
    edits += _ranges(source, target.text)
    if code == "de":
        edits += [*_turned(source, target.text), *_decades(source, target.text)]
    else:
        edits += [*_ordinal_days(source, target.text, code), *_millions(target.text, code)]
        edits += _from_days(source, target.text, code)
        edits += _days_of_month(source, target.text, code)
    if code == "fr":
        edits += _counts(source, target.text)
    if target.text.isupper():
        edits = [(place, put.upper()) for place, put in edits]
    return spans.edited(target, spans.apart(edits))


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


_LABEL = re.compile(
    r"\b(?:figure|fig|table|section|chapter|example|listing|appendix|version|release|equation"
    r"|clause|article|rule)s?\.?\s(\d+\.\d+)(?![\d.]*\d|\s?[%°])"
    # *They release 1.5 tonnes*, *a table 1.5 m long* are measures.
    rf"(?!\s?(?:{protect.UNITS})(?![\w'’]))"
    r"(?![ -](?:(?:kilo)?(?:tonn?e?|gram|met(?:er|re)|lit(?:er|re))s?|feet|inches|miles|hours"
    r"|minutes|seconds|days|years|times|percent|per cent|points|[mb]illion)\b)",
    re.IGNORECASE,
)


def _labels(source: str, text: str) -> Iterator[_Edit]:
    """*Figure 17,395*: what counts nothing has its point, as *17.4.1* has."""
    for number, labels in Counter(_LABEL.findall(source)).items():
        if len(re.findall(rf"(?<![\d.,]){re.escape(number)}(?![\d.,]*\d)", source)) > labels:
            continue  # *Table 2.5 shows 2.5 %*: which is which is not known
        written = re.escape(number.replace(".", ","))
        for match in re.finditer(rf"(?<![\d.,]){written}(?![\d.,]*\d)", text):
            yield Range(*match.span()), number


_RANGE = re.compile(r"(?<![\w.,:/-])(\d{1,3})([-\u2010-\u2014])(\d{1,3})(?![\w/-]|[.,:]\d)")


def _ranges(source: str, text: str) -> Iterator[_Edit]:
    """*3,5 Tage* for *3-5 days*, which is three and a half."""
    for first, dash, last in set(_RANGE.findall(source)):
        if re.search(rf"(?<!\d){first}[.,]{last}(?!\d)", source):
            continue
        for match in re.finditer(rf"(?<![\d.,]){first},{last}(?![\d.,]*\d)", text):
            yield Range(*match.span()), first + dash + last


_AS_ORDINAL = {
    language: re.compile(
        rf"(?<![\w.,:/-])(\d{{1,2}})({endings})(?= (?:de )?(?:{_MONTHS[language]})\b)",
        re.IGNORECASE,
    )
    for language, endings in (("fr", "er|i?ème|e|nd"), ("es", r"\.?[ºo]|\.(?:er|ro|do|to)?"))
}


def _ordinal_days(source: str, text: str, code: str) -> Iterator[_Edit]:
    """*le 21er juin*: but for the first, days are no ordinals."""
    days = {day for found in _DATE.findall(source) for day in found if day}
    for match in _AS_ORDINAL[code].finditer(text) if days else ():
        if match[1] in days and match[1] != "1":
            yield Range(*match.span(2)), ""


_WEEKDAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_DIAS = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"
_TO_DAY = re.compile(rf"\b(?:{days.DAY})\.?(?:{days.TILL}| through )(?:{days.DAY})\b")
_FROM_DAY = {
    "fr": re.compile(rf"\b(le )?({_WEEKDAYS}) (?:à|au) ({_WEEKDAYS})\b", re.IGNORECASE),
    "es": re.compile(rf"\b(el )?({_DIAS}) a ({_DIAS})\b", re.IGNORECASE),
}
# Behind these a day has its *from*, or can have none: *chaque lundi*, *desde el lunes*.
_HAS_FROM = re.compile(
    r"\b(?:du|de|des|dès|les|un|ce|au|chaque|entre|depuis|del|desde|los|cada|este|al) \Z", re.I
)
_FROM = {"fr": ("du", "au"), "es": ("de", "a")}
_DAYS_OF = {
    "fr": re.compile(
        rf"\b(du) (\d{{1,2}})(?:er)? (?:à|au) (?=\d{{1,2}} (?:{_MONTHS['fr']})\b)", re.I
    ),
    "es": re.compile(rf"\b(del?) (\d{{1,2}}) al? (?=\d{{1,2}} de (?:{_MONTHS['es']})\b)", re.I),
}


def _from_days(source: str, text: str, code: str) -> Iterator[_Edit]:
    """*lundi à vendredi*, which want their *from* where English has none."""
    for match in _FROM_DAY[code].finditer(text) if _TO_DAY.search(source) else ():
        if _HAS_FROM.search(text, max(0, match.start() - 9), match.start()):
            continue
        of, to = _FROM[code]
        of = of.capitalize() if match[0][0].isupper() else of
        yield Range(*match.span()), f"{of} {match[2].lower()} {to} {match[3].lower()}"


def _days_of_month(source: str, text: str, code: str) -> Iterator[_Edit]:
    """*du 3 à 5 juin*, whose second day wants its article, too."""
    for match in _DAYS_OF[code].finditer(text) if _DATE.search(source) else ():
        first, of = match[2], match[1]
        if code == "fr":
            put = f"{of} {'1er' if first == '1' else first} au "
        else:
            put = f"{of[:2]}l {first} al "
        yield Range(*match.span()), put


_DAY_COMMA = re.compile(
    rf"\b(?:{_WEEKDAYS})(,) (?=\d{{1,2}}(?:er)? (?:{_MONTHS['fr']})\b)", re.IGNORECASE
)
_YEAR_BEHIND = re.compile(
    rf"\b(?:\d(?:st|nd|rd|th)?(?: of)?\s+{_MONTH}|{_MONTH}\s[\d–-]+(?:st|nd|rd|th)?)"
    r",?\s+(\d{4})\b",
    re.IGNORECASE,
)
_YEAR_COMMA = {
    language: re.compile(
        rf"(?<=\d)(?:er|\.)? (?:de )?(?:{months})(, (?:de )?)(\d{{4}})\b", re.IGNORECASE
    )
    for language, months in _MONTHS.items()
}


def _commas(source: str, text: str, code: str) -> Iterator[_Edit]:
    """Those that English has within dates: *May 1-5, 2024*, in French *Friday, May 3* too."""
    if code == "fr" and _DATE.search(source):
        yield from ((Range(*match.span(1)), "") for match in _DAY_COMMA.finditer(text))
    years = set(_YEAR_BEHIND.findall(source))
    for match in _YEAR_COMMA[code].finditer(text) if years else ():
        if match[2] in years:
            yield Range(*match.span(1)), " de " if code == "es" else " "


_SHORT = r"Jan|Feb|Mar|Mär|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez"
_SHORT_DE = {"Mar": "Mär", "Oct": "Okt", "Dec": "Dez"}
_DAY_BEHIND = re.compile(rf"\b(?:({_MONTHS['de']})|({_SHORT})\.?) (\d{{1,2}})(?![\d.,:%]?\d|\.?\w)")


def _turned(source: str, text: str) -> Iterator[_Edit]:
    """*Sep 12*, with the month before its day as in the source."""
    days = {day for _, day in _DATE.findall(source) if day}
    for match in _DAY_BEHIND.finditer(text) if days else ():
        if match[3] in days:
            month = match[1] or f"{_SHORT_DE.get(match[2], match[2])}."
            yield Range(*match.span()), f"{match[3]}. {month}"


_DECADE = re.compile(r"(?<![\w-])((?:\d\d)?\d0)s\b(?!-)")
_DATIVE = re.compile(r"\b(?:den|seit|von|aus|in|bis|ab|nach|vor|zu)(?: \w+){0,3} ?$", re.IGNORECASE)
_NO_DATIVE = re.compile(
    r"(?<!\bin )(?<!\bmit )\b(?:die|der) (?:\w+ )?(?:\d\d)?\d0er[- ]Jahren\b", re.IGNORECASE
)
_OF_ALL = re.compile(r"\b(?:der|die|das) (?:\w+ )?$", re.IGNORECASE)


def _decades(source: str, text: str) -> Iterator[_Edit]:
    """*1990s*, copied, is *1990er-Jahre*; and *die 1990er-Jahren* are none."""
    if not (decades := set(_DECADE.findall(source))):
        return
    for match in _DECADE.finditer(text):
        if match[1] in decades and len(match[1]) > 2:
            before = text[: match.start()]
            dative = _DATIVE.search(before) and not _OF_ALL.search(before)
            yield Range(*match.span()), f"{match[1]}er-Jahre" + ("n" if dative else "")
    for match in _NO_DATIVE.finditer(text):
        yield Range(match.end() - 1, match.end()), ""


_SCALE = re.compile(r"(?<![\d.,])(\d[\d.,]*)[\s-]?(billion|bn|trillion|tn)\b", re.IGNORECASE)
_SCALES: Mapping[str, Mapping[str, tuple[str, str]]] = {  # of one, and of more
    "de": {"b": ("Milliarde", "Milliarden"), "t": ("Billion", "Billionen")},
    "fr": {"b": ("milliard", "milliards"), "t": ("billion", "billions")},
    "es": {"b": ("mil millones", "mil millones"), "t": ("billón", "billones")},
}
_SCALED = re.compile(
    r"(?<![\d.,])(\d[\d.,]*)[\s-]((?:Milli(?:on|ard)|Billi(?:on|ard))(?:e|en)?"
    r"|(?:m|b)illi(?:on|ard)s?(?: de millions)?"
    r"|(?:mil )?millones(?: de millones)?|millón|billones|billón|millardos?)\b"
)


def _scales(source: str, text: str, code: str) -> Iterator[_Edit]:
    """What a billion and a trillion are: a word that is like theirs is another number."""
    wanted = {_SIGNS.sub("", n): word[0].lower() for n, word in _SCALE.findall(source)}
    for match in _SCALED.finditer(text) if wanted else ():
        digits = _SIGNS.sub("", match[1])
        if digits in wanted:
            yield Range(*match.span(2)), _SCALES[code][wanted[digits]][_is_many(match[1], code)]


def _is_many(number: str, code: str) -> bool:
    """Whether a plural follows: in French from two on."""
    if code == "fr" and (decimal := _DECIMAL.fullmatch(number)):
        return int(decimal[1]) >= 2
    return _SIGNS.sub("", number) != "1"


_DECIMAL = re.compile(r"(\d+)(?:[.,]\d{1,2})?")
_MILLION = {
    "fr": re.compile(
        r"(?<![\d.,\u00a0\u202f])(\d+(?:[.,]\d{1,2})?)[ \u00a0]([mb]illi(?:on|ard))(s?)\b"
    ),
    "es": re.compile(r"(?<![\d.,])(1)[ \u00a0]([mb]ill)(ones)\b"),
}


def _millions(text: str, code: str) -> Iterator[_Edit]:
    """Of one, and of more: *1,5 million*, *2,5 millions*."""
    for match in _MILLION[code].finditer(text):
        many = _is_many(match[1], code)
        if many != bool(match[3]):
            ending = "ón" if code == "es" else "s" if many else ""
            yield Range(match.start(2), match.end()), match[2] + ending


_SIGNS = re.compile(r"\D")
_TEENS = (
    *("twelf", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twentie",
)
_CENTURY = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(_TEENS)})th|(twenty-first))[\s-]centur",
    re.IGNORECASE,
)
_SAECULUM = {
    "fr": re.compile(r"(?:\bvingt[- ])?\b([\dIVX]+)(?:i?er?|i?ème|nd|II?e)?\.?(?=\s+siècle)"),
    "es": re.compile(r"(?<=siglo )[\dIVX]+(?:\.?[ºo])?\b|(?<=siglos )[\dIVX]+\b"),
}


def _centuries(source: str, text: str, code: str) -> Iterator[_Edit]:
    """Those that are counted in the translation as in the source, one after the other."""
    wanted = [_roman(*found) for found in _CENTURY.findall(source)]
    places = list(_SAECULUM[code].finditer(text)) if wanted and code in _SAECULUM else []
    for match, roman in zip(places, wanted, strict=False) if len(places) == len(wanted) else ():
        ending = ("er" if roman == "I" else "e") if code == "fr" else ""
        yield Range(*match.span()), roman + ending


def _roman(digits: str, word: str, first: str) -> str:
    return numbers.roman(int(digits or (21 if first else 12 + _TEENS.index(word.lower()))))


_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_GROUPS = re.compile(r"(?<![\d.,])\d+(?:[.,\s]\d{3})+(?![\d,]|\.\d)")
_BETWEEN = {"de": ".", "fr": "\u202f", "es": "."}


def _thousands(source: str, text: str, code: str) -> Iterator[_Edit]:
    """Groups of three digits each, which are not broken at the end of a line: not *1250.000*, nor
    *1 250 000* with spaces that a line may end at."""
    known = {_SIGNS.sub("", number) for number in _GROUPED.findall(source)}
    for match in _GROUPS.finditer(text) if known else ():
        digits, first = _SIGNS.sub("", match[0]), _FIRST.match(match[0])
        if digits in known and (" " in match[0] or (first and len(first[0]) > 3)):
            yield Range(*match.span()), f"{int(digits):,}".replace(",", _BETWEEN[code])


_FIRST = re.compile(r"\d+")


def _counts(source: str, text: str) -> Iterator[_Edit]:
    """*Page 1 of 4*."""
    for first, last in set(_COUNT.findall(source)):
        for match in re.finditer(rf"\b{first} (de) {last}\b", text, re.IGNORECASE):
            yield Range(*match.span(1)), "sur"

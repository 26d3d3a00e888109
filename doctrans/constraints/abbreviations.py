"""English abbreviations as the target language has them: *p. 12* is *S. 12*, *500 BC* is *500 v.
Chr.*, *i.e.* is never *z. B.*

A small model copies them, or reads them as words. Texts of nothing else are `said` without it; in a
sentence only what the source has is touched, where the translation has it letter by letter or
garbled in a known way, and no tag lies between. Tables for German, French and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from doctrans import spans
from doctrans.model import Range, Tag, Tagged, TagKind

_Edit = tuple[Range, str]

LANGUAGES = ("de", "fr", "es")
_NB = "\u00a0"
_NUMBER = r"\d{1,5}(?:\s?[-–]\s?\d{1,5})?"
_PAGE = re.compile(rf"(?<![\w.])(pp?|pgs?)\.\s?({_NUMBER})(?![\w])", re.IGNORECASE)
_PAGES = {"de": ("S.", "S."), "fr": ("p.", "p."), "es": ("pág.", "págs.")}
_PAGE_THERE = re.compile(
    r"(?:\bSeiten?|\bpages?|\bpáginas?|\bS\.|\bpágs?\.|\bpp?\.)\s$", re.IGNORECASE
)
_BEFORE, _AFTER = r"B\.?C\.?(?:E\.?)?", r"A\.?D\.?|C\.?E\.?"
_YEAR = r"\d{1,5}(?:,\d{3})?"
# *50 AD users* are no years: a noun follows.
_COUNTED = (
    r" (?!(?:and|or|to|until|till|by|in|on|at|when|as|the|was|were|is|had|he|it|they|with|for)\b)"
    r"[a-z]"
)
_ERA = re.compile(
    rf"(?<![\w.])(?:({_YEAR})\s?(?:({_BEFORE})|(?:{_AFTER}))(?![\w-]|{_COUNTED})"
    r"|A\.?D\.?\s(\d{1,4})(?!\w))"
)
_ERAS = {
    "de": ("v. Chr.", "n. Chr."),
    "fr": ("av. J.-C.", "apr. J.-C."),
    "es": ("a. C.", "d. C."),
}
# What a model makes of one, behind the year or (*AD 79*) before it.
_MADE = rf"(?:{_BEFORE}|{_AFTER}|[vn]\.\s?Chr\.?|Chr\.?|a(?:v|pr)?\.\s?J\.?-?C\.?|[ad]\.\s?C\.?)"
_MADE_ERA = re.compile(
    rf"(?<!\w)(?:({_YEAR})\.?\s?{_MADE}|([iI]n\s)?{_MADE}\s({_YEAR})(?![\w.,]\d))(?!\w)\.?"
)
_BOX = re.compile(r"P\.?\s?O\.? Box (\d[\d ]*)", re.IGNORECASE)
_FLAT = re.compile(r"(?:Apt|Apartment|Flat)\.? (\d{1,4}[A-Z]?)")
_SINCE = re.compile(r"(?:Est|Estd)\.? (1[5-9]\d\d|20\d\d)")
_READ = re.compile(r"(\d{1,3})[\s-]min(?:ute)?s?\.?[\s-]read", re.IGNORECASE)  # of an article
_NUMBERED = (  # texts of nothing else, and what is said with their number
    (_BOX, {"de": "Postfach {}", "fr": "Boîte postale {}", "es": "Apartado de correos {}"}),
    (_FLAT, {"de": "Wohnung {}", "fr": "Appartement {}", "es": "Apartamento {}"}),
    (_READ, {"de": "{} Min. Lesezeit", "fr": "{} min de lecture", "es": "{} min de lectura"}),
    (_SINCE, {"de": "Seit {}", "fr": "Depuis {}", "es": "Desde {}"}),
)
# Copied letter by letter, alone among other words.
_COPIED: Mapping[str, tuple[str, str, str]] = {
    "approx.": ("ca.", "env.", "aprox."),
    "Approx.": ("Ca.", "Env.", "Aprox."),
    "e.g.": ("z. B.", "p. ex.", "p. ej."),
    "cf.": ("vgl.", "cf.", "cf."),
    "Cf.": ("Vgl.", "Cf.", "Cf."),
    "i.e.": ("d. h.", "c.-à-d.", "es decir"),
    "tbsp": ("EL", "c. à s.", "cda."),
    "tsp": ("TL", "c. à c.", "cdta."),
    "Tbsp": ("EL", "c. à s.", "cda."),
    "Tsp": ("TL", "c. à c.", "cdta."),
    "P.S.": ("PS", "P.-S.", "P. D."),
    "(m/f/d)": ("(m/w/d)", "(H/F)", "(h/m/x)"),
    "(f/m/d)": ("(w/m/d)", "(F/H)", "(m/h/x)"),
    "(m/f/x)": ("(m/w/x)", "(H/F/X)", "(h/m/x)"),
    "(m/f)": ("(m/w)", "(H/F)", "(h/m)"),
    "W x H x D": ("B x H x T", "L x H x P", "An. x Al. x Pr."),
    "W x D x H": ("B x T x H", "L x P x H", "An. x Pr. x Al."),
    "H x W x D": ("H x B x T", "H x L x P", "Al. x An. x Pr."),
    "L x W x H": ("L x B x H", "L x l x H", "La. x An. x Al."),
    "W x H": ("B x H", "L x H", "An. x Al."),
    "L x W": ("L x B", "L x l", "La. x An."),
}
_ABOUT = re.compile(r"\bapprox\.\s?(\d[\d.,]*\d|\d)", re.IGNORECASE)
_ABOUT_THERE = {
    "de": re.compile(r"\b(?:ca|zirka|circa|rund|etwa|ungefähr|annähernd|approx)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:env\w*|approx\w*|quelque|près|vers|autour)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:aprox\w*|un[oa]s|alrededor|cerca|hacia|casi)\b", re.IGNORECASE),
}
_MARKS = "p. P. gs. cf. Cf. pprox. bsp tsp e.g. i.e. (m/ (f/ BC B.C AD A.D CE C.E"
_HINTS = (*_MARKS.split(), " x ", " × ")
_EXAMPLE = re.compile(r"\bz\.\s?B\.")
_FOR_EXAMPLE = re.compile(r"\be\.?g\b|\bexample|\binstance|\bsuch as\b|\blike\b", re.IGNORECASE)


def said(text: str, from_: str, to: str) -> str | None:
    """A text of nothing but an abbreviation with its number; None for any other. `from_` and `to`
    are BCP 47.

    >>> said("pp. 12–15", "en", "de"), said("P.O. Box 123", "en", "fr")
    ('S. 12–15', 'Boîte postale 123')
    """
    code = _language(from_, to)
    if not code or len(text) > 40 or not any(map(str.isdigit, text)):
        return None
    if page := _PAGE.fullmatch(text.rstrip(".,;")):
        return _page(page, code) + text[page.end() :]
    if era := _ERA.fullmatch(text):
        return _in_era(era, code)
    for pattern, words in _NUMBERED:
        if match := pattern.fullmatch(text):
            return words[code].format(match[1])
    return None


def followed(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with the abbreviations of the source as its language has them; `from_` and `to`
    are BCP 47.

    >>> followed("See p. 12, i.e. here.", Tagged("Siehe p. 12, z. B. hier."), "en", "de").text
    'Siehe S. 12, d. h. hier.'
    """
    code = _language(from_, to)
    if not code or not any(hint in source for hint in _HINTS):
        return target
    edits = [*_pages(source, target.text, code), *_in_eras(source, target.text, code)]
    edits += [*_copied(source, target.text, code), *_about(source, target.text, code)]
    if code == "de" and "i.e." in source and not _FOR_EXAMPLE.search(source):
        edits += [(Range(*m.span()), f"d.{m[0][2:-2]}h.") for m in _EXAMPLE.finditer(target.text)]
    edits.sort(key=lambda edit: (edit[0].start, -edit[0].end))
    return spans.edited(target, edits) if edits else target


_STOP = re.compile(r"\. ([^\W\d_])")


def going_on(source: Tagged, target: Tagged, to: str) -> Tagged:
    """The target with a small letter behind a measure with a full stop within its sentence, where
    the source has one: *15 min. before* is not *15 min. Avant*. In both it is a point. `to` is BCP
    47; German may have a noun there."""
    if to.partition("-")[0].lower() not in LANGUAGES[1:]:
        return target
    small = {tag for tag, first, _ in _stopped(source) if first.islower()}
    edits = [
        (Range(at, at + 1), first.lower())
        for tag, first, at in _stopped(target)
        if tag in small and first.isupper()
    ]
    return spans.edited(target, edits) if edits else target


def _stopped(tagged: Tagged) -> Iterator[tuple[Tag, str, int]]:
    """Points with a full stop behind them, the letter that follows and where it is."""
    for span in tagged.spans:
        point = span.tags[-1] if span.tags else None
        held = point and point.kind is TagKind.POINT and point.equiv
        after = _STOP.match(tagged.text, span.end) if held else None
        if point and after:
            yield point, after[1], after.start(1)


def _language(from_: str, to: str) -> str:
    code = to.partition("-")[0].lower()
    return code if code in LANGUAGES and from_.partition("-")[0].lower() == "en" else ""


def _page(page: re.Match[str], code: str) -> str:
    return f"{_PAGES[code][page[1].lower() != 'p' and page[1].lower() != 'pg']} {page[2]}"


def _pages(source: str, text: str, code: str) -> Iterator[_Edit]:
    wanted = {re.sub(r"\D+", "-", page[2]): page for page in _PAGE.finditer(source)}
    if not wanted:
        return
    said: set[str] = set()
    for page in _PAGE.finditer(text):
        number = re.sub(r"\D+", "-", page[2])
        if number in wanted:
            yield Range(*page.span()), _page(page, code)
            said.add(number)
    for page in (
        page for number, page in wanted.items() if number not in said
    ):  # the number alone, where a model leaves out the rest
        places = list(re.finditer(rf"(?<![\w.,-]){re.escape(page[2])}(?![\w-])", text))
        if len(places) == 1 and not _PAGE_THERE.search(text[: places[0].start()]):
            yield Range(*places[0].span()), _page(page, code)


def _in_era(era: re.Match[str], code: str) -> str:
    return f"{era[1] or era[3]} {_ERAS[code][not era[2]]}"


def _in_eras(source: str, text: str, code: str) -> Iterator[_Edit]:
    years: dict[str, str] = {}
    for era in _ERA.finditer(source):
        years.setdefault(era[1] or era[3], _in_era(era, code))
    for match in _MADE_ERA.finditer(text) if years else ():
        if words := years.get(match[1] or match[3]):
            words = f"{match[2][0]}m Jahr {words}" if match[2] else words
            yield Range(*match.span()), words


def _about(source: str, text: str, code: str) -> Iterator[_Edit]:
    """*approx.* where a translation leaves it out."""
    numbers = _ABOUT.findall(source)
    if not numbers or _ABOUT_THERE[code].search(text):
        return
    for number in numbers:
        places = list(re.finditer(rf"(?<![\w.,]){re.escape(number)}(?![.,]?\w)", text))
        if len(places) == 1:
            about = _COPIED["approx."][LANGUAGES.index(code)]
            yield Range(*places[0].span()), f"{about} {number}"


def _copied(source: str, text: str, code: str) -> Iterator[_Edit]:
    column = LANGUAGES.index(code)
    flat, there = source.replace("×", "x"), text.replace("×", "x")
    for english, words in _COPIED.items():
        if english.casefold() not in flat.casefold():
            continue
        for match in re.finditer(rf"(?<![\w.]){re.escape(english)}(?! x )(?!\w)", there):
            if not there[: match.start()].endswith(" x "):
                cross = "×" if "×" in text[slice(*match.span())] else "x"
                yield Range(*match.span()), words[column].replace(" x ", f" {cross} ")

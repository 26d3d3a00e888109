"""English numbers as other languages write them: 1,234.5 is 1.234,5 in German.

Only what is surely a number in words is changed: one with its thousands marked, and one with
decimals that a unit, a per cent sign, a currency or a word like *million* stands beside, or that
stands alone in its text. Versions, sections, dates, addresses and protected text stay. The signs
are those of the Unicode CLDR (48, `numbers.json`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from doctrans import spans
from doctrans.constraints import protect
from doctrans.model import Span, Tagged, TagKind


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """`group` marks thousands, in numbers of at least `least` digits before `decimal`."""

    decimal: str
    group: str
    least: int = 4


ENGLISH = NumberFormat(".", ",")
_NARROW = "\u202f"  # no-break spaces
_SPACE = "\u00a0"
_FORMATS: Mapping[str, NumberFormat] = {
    "da": NumberFormat(",", "."),
    "de": NumberFormat(",", "."),
    "de-at": NumberFormat(",", _SPACE),
    "de-ch": NumberFormat(".", "\u2019"),
    "de-li": NumberFormat(".", "\u2019"),
    "es": NumberFormat(",", ".", least=5),
    **{
        f"es-{region}": ENGLISH
        for region in ("419", "do", "gt", "hn", "mx", "ni", "pa", "pe", "pr", "sv", "us")
    },
    "fr": NumberFormat(",", _NARROW),
    "fr-ca": NumberFormat(",", _SPACE),
    "it": NumberFormat(",", ".", least=5),
    "nl": NumberFormat(",", "."),
    "pl": NumberFormat(",", _SPACE, least=5),
    "pt": NumberFormat(",", "."),
    "pt-pt": NumberFormat(",", _SPACE, least=5),
    "sv": NumberFormat(",", _SPACE),
}


def known(source: str, target: str) -> NumberFormat | None:
    """How the target writes the numbers of a source (BCP 47); None where they need no change or
    that is not known."""
    if source.partition("-")[0].lower() != "en":
        return None
    language, _, rest = target.lower().partition("-")
    region = rest.rpartition("-")[2]
    found = _FORMATS.get(f"{language}-{region}") or _FORMATS.get(language)
    return None if found == ENGLISH else found


_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_DECIMAL = r"\d+\.\d+"
_CURRENCY = r"[$€£¥]|\b(?:EUR|USD|GBP|CHF|JPY)"
_SPACES = "[ \u00a0\u202f]?"
_COUNTED = (
    r"%|‰|[$€£¥]|°[CF]|(?:EUR|USD|GBP|CHF|JPY)\b|(?:[Mm]illion|[Mm]illiard|[Mm]illón|[Mm]illones|[Bb]illion|"
    r"Mio|Mrd|mill?iers|mil)\w*"
)
_NUMBER = re.compile(
    rf"(?<![\w.,:/’'–[(=-])(?:(?P<grouped>{_GROUPED})|(?P<counted>{_DECIMAL})(?={_SPACES}(?:{_COUNTED}))"
    rf"|(?<=[$€£¥])(?P<paid>{_DECIMAL}))(?![.,:/’'–-]?\d)(?![^\W\d])"
)
_PAID = re.compile(rf"(?:{_CURRENCY}){_SPACES}(?P<number>{_GROUPED}|{_DECIMAL})(?![.,:/’'–-]?\d)")
_ALONE = re.compile(rf"\s*[-+±−–]?{_SPACES}(?P<number>{_GROUPED}|{_DECIMAL})\s*")
_MEASURED = re.compile(rf"(?P<number>{_GROUPED}|{_DECIMAL})(?P<unit>[^\d.,].*)")
_AS_WRITTEN = re.compile(rf"{_GROUPED}|{_DECIMAL}")


def localized(
    tagged: Tagged, format: NumberFormat, source: str, kept: Collection[str] = ()
) -> Tagged:
    """The text with the numbers of its `source` in the target's way, those of frozen measures too.
    What the engine has written in the target's way already stays (3,142 is 3.142 then), and so do
    numbers in the words of `kept`, and such that tags cut through."""
    known = set(_AS_WRITTEN.findall(source))
    known -= {number for words in kept for number in _AS_WRITTEN.findall(words)}
    alone = None if any(map(_frozen, tagged.spans)) else _ALONE.fullmatch(tagged.text)
    places = [alone.span("number")] if alone else _places(tagged.text)
    wanted = [place for place in places if tagged.text[slice(*place)] in known]
    parts = []
    for span in tagged.spans:
        if _frozen(span):
            parts.append(_measure(span, format, known))
        else:
            parts += _text(tagged.text, span, wanted, format)
    return spans.join(parts)


def _places(text: str) -> list[tuple[int, int]]:
    found = {match.span() for match in _NUMBER.finditer(text)}
    found |= {match.span("number") for match in _PAID.finditer(text)}
    return sorted(found)


def _frozen(span: Span) -> bool:
    return (
        bool(span.tags)
        and span.tags[-1].name == protect.FROZEN
        and span.tags[-1].kind is TagKind.POINT
    )


def _measure(span: Span, format: NumberFormat, known: Collection[str]) -> Tagged:
    tag = span.tags[-1]
    found = _MEASURED.fullmatch(tag.equiv) if protect.is_measure(tag.equiv) else None
    if found and found["number"] in known:
        tag = replace(tag, equiv=written(found["number"], format) + found["unit"])
    return Tagged("", (Span(0, 0, (*span.tags[:-1], tag)),))


def _text(
    text: str, span: Span, places: list[tuple[int, int]], format: NumberFormat
) -> Iterator[Tagged]:
    pieces, at = [], span.start
    for start, end in places:
        if span.start <= start and end <= span.end:
            pieces += [text[at:start], written(text[start:end], format)]
            at = end
    own = "".join([*pieces, text[at : span.end]])
    yield Tagged(own, (Span(0, len(own), span.tags),) if span.tags else ())


def written(number: str, format: NumberFormat) -> str:
    """An English number in another way; digits stay as they are."""
    whole, point, rest = number.partition(".")
    digits = whole.replace(",", "")
    if "," in whole and len(digits) >= format.least:
        whole = whole.replace(",", format.group)
    else:
        whole = digits
    return whole + (format.decimal + rest if point else "")

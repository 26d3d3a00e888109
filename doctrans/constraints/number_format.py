"""English numbers as other languages write them: 1,234.5 is 1.234,5 in German.

Only what is surely a number is changed: one with its thousands marked; one with decimals before a
unit, a per cent sign, a currency, a word like *million* or *hours*, or that is paid; what stands
with such a one in a range or a product (1.5–2.5 %); and a decimal that stands alone in its text, if
it has a sign or nothing in the document looks like a label (*Version*, *Section*, 1.2.3).
Versions, sections, dates, addresses and protected text stay. The signs are those of the Unicode
CLDR (48, `numbers.json`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from doctrans import spans
from doctrans.constraints import freezing, protect
from doctrans.model import Range, Span, Tagged, TagKind


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """`group` marks thousands, in numbers of at least `least` digits before `decimal`. `lone`:
    whether a decimal is a number where nothing else stands in its text."""

    decimal: str
    group: str
    least: int = 4
    lone: bool = True


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
_AS_WRITTEN = re.compile(rf"{_GROUPED}|{_DECIMAL}")
_SEPARATED = re.compile(r"\d[.,]\d")
_MEASURED = re.compile(rf"(?P<number>{_GROUPED}|{_DECIMAL})(?P<unit>[^\d.,].*)")
_S = "[ \u00a0\u202f]?"
_MONEY = r"[$€£¥]|\b(?:EUR|USD|GBP|CHF|JPY)\b"
# Any number, but for parts of dates, versions, addresses, and what stands in code.
_NUMERAL = re.compile(
    rf"(?<![\w.,:/’'=\[])(?<![^\W\d][-–(])(?:{_GROUPED}|{_DECIMAL}|\d+)"
    r"(?!\d)(?![.,:/’']\d)(?![^\W\d])"
)
# Behind these a number counts something.
_COUNTED = re.compile(
    rf"{_S}(?:[%‰]|{_MONEY}|°[CF]\b|(?:{protect.UNITS})(?![\w'’])"
    r"|(?:[Mm]illi(?:on|ard)|[Mm]ill(?:ón|ones)|[Bb]illion|Mio|Mrd|mill?iers|mil|Prozent|por ciento"
    r"|pour cent|Euro|[Dd]ollar|dólar|Pfund|livre|libra|Franken|franc|peso|Stunde|heure|hora|Minute"
    r"|minut|Sekunde|second|segundo|Tag|jour|día|Woche|semaine|semana|Monat|mois|mes|Jahr|an|año"
    r"|(?:[Kk]ilo|[Zz]enti|[Cc]enti|[Mm]illi)?(?:[Mm]eter|mètre|metro)|Meile|mille|milla|Zoll|pouce"
    r"|pulgada|fois|veces|Mal|mal|Punkt|point|punto)(?:en|es|e|n|s)?\b)"
)
_PAID = re.compile(rf"(?:{_MONEY}){_S}[-−]?$")
_TOGETHER = re.compile(rf"{_S}[–—±×x-]{_S}(?:{_MONEY})?")  # two numbers of one sort
_UP_TO = re.compile(rf"{_S}(?:bis|à|a){_S}")
_ALONE = re.compile(
    rf"\s*(?P<sign>[-+±−–]?){_S}\(?(?P<number>{_DECIMAL})(?:{_S}[–—-]{_S}(?P<other>{_DECIMAL}))?\)?\s*"
)
# Labels that say so, and numbers with more points: what stands alone may be no number there.
_LABELS = re.compile(
    r"\b(?:version|release|revision|build|firmware|section|chapter|clause|paragraph|article|rule"
    r"|item|step|no|id)s?\b|§",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\s*v?\d+(?:\.\d+){2,}\s*")
_LABEL_WORDS, _LABEL_LENGTH = 4, 60


def within(format: NumberFormat, texts: Iterable[str]) -> NumberFormat:
    """The same for the texts of one document: where a column may hold versions, sections or other
    labels, *3.12* alone is left as it is."""
    return replace(format, lone=not any(map(_is_label, texts)))


def _is_label(text: str) -> bool:
    few = len(text) < _LABEL_LENGTH and len(text.split()) <= _LABEL_WORDS
    return few and bool(_LABELS.search(text) or _VERSION.fullmatch(text))


def localized(
    tagged: Tagged, format: NumberFormat, source: str, kept: Collection[str] = ()
) -> Tagged:
    """The text with the numbers of its `source` in the target's way, those of frozen measures too.
    What the engine has written in the target's way already stays (3,142 is 3.142 then), and so do
    numbers in the words of `kept`, and such that tags cut through."""
    known = set(_AS_WRITTEN.findall(source))
    known -= {number for words in kept for number in _AS_WRITTEN.findall(words)}
    if not known:
        return tagged
    pieces = [(span, span.tags[-1].equiv if _frozen(span) else _own(tagged, span)) for span in
              tagged.spans]  # fmt: skip
    text = "".join(piece for _, piece in pieces)
    wanted = [p for p in _places(text, format.lone) if text[slice(*p)] in known]
    parts, at = [], 0
    for span, piece in pieces:
        if _frozen(span):
            parts.append(_measure(span, format, known))
        else:
            parts.append(_text(text, Range(at, at + len(piece)), span, wanted, format))
        at += len(piece)
    return spans.join(parts)


def as_in_source(source: str, target: str, format: NumberFormat) -> list[str]:
    """The numbers of a translation that `localized` would write in another way."""
    if not _SEPARATED.search(source):  # most
        return []
    known = set(_AS_WRITTEN.findall(source))
    found = (target[slice(*place)] for place in _places(target, format.lone))
    return [number for number in found if number in known and written(number, format) != number]


def _own(tagged: Tagged, span: Span) -> str:
    return tagged.text[span.start : span.end]


def _places(text: str, lone: bool) -> list[Range]:
    """Where numbers stand that count something."""
    alone = _ALONE.fullmatch(text)
    if alone and (lone or alone["sign"]):
        return [Range(*alone.span(name)) for name in ("number", "other") if alone[name]]
    found = [Range(*match.span()) for match in _NUMERAL.finditer(text)]
    counted = [bool(_COUNTED.match(text, place.end)) for place in found]
    sure = [
        counts
        or bool(_PAID.search(text[max(0, place.start - 6) : place.start]))
        or "," in text[slice(*place)]
        for place, counts in zip(found, counted, strict=True)
    ]
    between = [text[one.end : two.start] for one, two in itertools.pairwise(found)]
    for n, gap in reversed(list(enumerate(between))):
        together = bool(_TOGETHER.fullmatch(gap))
        counted[n] |= counted[n + 1] and (together or bool(_UP_TO.fullmatch(gap)))
        sure[n] |= counted[n] or (together and sure[n + 1])
    for n, gap in enumerate(between):
        sure[n + 1] |= sure[n] and bool(_TOGETHER.fullmatch(gap))
    return [place for place, is_sure in zip(found, sure, strict=True) if is_sure]


def _frozen(span: Span) -> bool:
    return (
        bool(span.tags)
        and span.tags[-1].name == freezing.FROZEN
        and span.tags[-1].kind is TagKind.POINT
    )


def _measure(span: Span, format: NumberFormat, known: Collection[str]) -> Tagged:
    tag = span.tags[-1]
    found = _MEASURED.fullmatch(tag.equiv) if protect.is_measure(tag.equiv) else None
    if found and found["number"] in known:
        tag = replace(tag, equiv=written(found["number"], format) + found["unit"])
    return Tagged("", (Span(0, 0, (*span.tags[:-1], tag)),))


def _text(
    text: str, own: Range, span: Span, places: Iterable[Range], format: NumberFormat
) -> Tagged:
    pieces, at = [], own.start
    for start, end in places:
        if own.start <= start and end <= own.end:
            pieces += [text[at:start], written(text[start:end], format)]
            at = end
    made = "".join([*pieces, text[at : own.end]])
    return Tagged(made, (Span(0, len(made), span.tags),) if span.tags else ())


def written(number: str, format: NumberFormat) -> str:
    """An English number in another way; digits stay as they are."""
    whole, point, rest = number.partition(".")
    digits = whole.replace(",", "")
    if "," in whole and len(digits) >= format.least:
        whole = whole.replace(",", format.group)
    else:
        whole = digits
    return whole + (format.decimal + rest if point else "")

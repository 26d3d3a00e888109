"""Ordinals in figures as French and Spanish write them: *22nd* is *22e*, *22.º* or *22.ª*.

A model writes endings of other languages and numbers (*18est*, *3. lunes*, *101er*), and takes
every noun of Spanish for a masculine. Only what the English source has as an ordinal is touched,
and only where no tag lies between. `conventions` has the days of months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans import spans
from doctrans.constraints.terms import noun_kinds
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]

_ENGLISH = re.compile(r"(?<![\w.,:/-])(\d{1,4})(?:st|nd|rd|th)\b", re.IGNORECASE)
_NOUN = r"(?!\w)(?=(?:\s([a-záàâéèêëíîïóôöúûüñœç]+))?)"
_THERE = {
    "fr": re.compile(rf"(?<![\w.,:/-])(\d{{1,4}})(er?|ères?|re|i?èmes?|est|st|nd|rd|th){_NOUN}"),
    "es": re.compile(
        r"(?<![\w.,:/-])(\d{1,4})(\.?[ºªoa]|\.er|\.(?=\s[a-záéíóúñ])|est|st|nd|rd|th|[eé]sim[oa])"
        rf"{_NOUN}"
    ),
}
_FEMININE = "f"
_SHORTENED = ("1", "3")  # primer, tercer: before a masculine noun


def followed(source: str, target: Tagged, from_: str, to: str) -> Tagged:
    """The target with the ordinals of the source as its language has them; `from_` and `to` are BCP
    47.

    >>> followed("The 22nd meeting", Tagged("La 22.º reunión"), "en", "es").text
    'La 22.ª reunión'
    """
    code = to.partition("-")[0].lower()
    if code not in _THERE or from_.partition("-")[0].lower() != "en":
        return target
    numbers = set(_ENGLISH.findall(source))
    return spans.edited(target, _edits(target.text, code, numbers)) if numbers else target


def _edits(text: str, code: str, numbers: set[str]) -> Iterator[_Edit]:
    for match in _THERE[code].finditer(text):
        if match[1] not in numbers:
            continue
        kind = noun_kinds.kind(match[3] or "", code)
        ending = _french(match, kind) if code == "fr" else _spanish(match, kind, text)
        if ending != match[2]:
            yield Range(*match.span(2)), ending


def _french(match: re.Match[str], kind: str) -> str:
    if match[1] != "1":
        return "es" if match[2].endswith("èmes") else "e"
    return "re" if kind == _FEMININE or (not kind and match[2] in ("ère", "re")) else "er"


def _spanish(match: re.Match[str], kind: str, text: str) -> str:
    """As the noun behind it is, else as the article before it or what the model has."""
    after_she = re.search(r"\b(?:la|una)\s$", text[: match.start()], re.IGNORECASE)
    if kind.startswith(_FEMININE) or (not kind and (after_she or match[2][-1] in "ªa")):
        return ".ª"
    short = match[1].endswith(_SHORTENED) and not match[1].endswith(("11", "13"))
    return ".er" if short and (kind == "m" or match[2] == ".er") else ".º"

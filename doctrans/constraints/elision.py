"""Words that French and Spanish run together, where a model leaves them apart: *de apporter* is
*d'apporter*, *de Érythrée* is *d'Érythrée*, *à Le Cap* is *au Cap*, *a el* is *al*, *con mí* is
*conmigo*.

What the source has letter by letter (a name, a quotation) stays, and so does what tags cut through,
the *ou* of *le ou les*, and what stands before a word of the source that is no French noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from doctrans import spans
from doctrans.constraints.terms import noun_kinds
from doctrans.constraints.world import places
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]

# Before a vowel in a small letter; *onze*, *oui* and the like stand apart, and *h* may. Before *ou*
# and *et* a word stands without its noun.
_ELIDED = re.compile(
    r"(?<![\w'’-])([JLMNSTDjlmnstd]e|[Ll]a|(?:[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)e) "
    r"(?!(?:onz|oui|ouist|ouat|uhlan|ulul|(?:une?|ou|et)\b))"
    r"([aeiouâàéèêëîïôûœ][a-zâàéèêëîïôûùüçœ]+)"
)
_ONE = re.compile(r"(?<![\w'’-])((?i:(?:n|s|d|qu|jusqu|lorsqu|puisqu)e)) une? [a-zéèê]")
_NAMED = re.compile(
    r"(?<![\w'’-])([DdLl]e|[Ll]a|[Qq]ue|[Jj]usque) (?=[AEIOUÀÂÉÈÊÎÔÛ])(\w[\w'’-]*)(?![ -][A-ZÉÎ])"
)
_CITY = re.compile(r"(?<![\w'’-])([Dd]e|[Àà]) Le (?=(?:Cap|Caire)(?!\w|[ -][A-Z]))")
_OF_CITY: Mapping[str, str] = {"de": "du ", "De": "Du ", "à": "au ", "À": "Au "}
_SI = re.compile(r"(?<![\w'’-])((?i:si)) ils?\b")
_JOINED: Mapping[str, str] = {
    "a el": "al",
    "de el": "del",
    "con mí": "conmigo",
    "con ti": "contigo",
}
_APART = re.compile(
    r"(?<![\w-])(?:(?i:a|de) el(?= [a-záéíóúñ\d])|(?i:con) (?:mí|ti)(?![\w-]))(?! mism[oa])"
)
_AND = re.compile(r"(?<= )(?:y(?= h?i[bcdfgjklmnpqrstvxz][a-záéíóú])|o(?= h?o[a-z]))")
_LETTER = re.compile(r"\b[oy]\b", re.IGNORECASE)  # *the y axis*


def run_together(source: str, target: Tagged, to: str) -> Tagged:
    """The target with such words as its language (`to`, BCP 47) has them.

    >>> run_together("Try to open it.", Tagged("Essayez de ouvrir."), "fr").text
    "Essayez d'ouvrir."
    """
    code = to.partition("-")[0].lower()
    found = {"fr": _french, "es": _spanish}.get(code)
    if not found:
        return target
    return spans.edited(target, spans.apart(found(source, target.text)))


def _french(source: str, text: str) -> Iterator[_Edit]:
    some = [_ELIDED, *([_ONE] if "e un" in text else ()), *([_SI] if "i il" in text else ())]
    for match in (m for pattern in some for m in pattern.finditer(text)):
        if match[0] not in source and not (match.re is _ELIDED and _is_copied(match[2], source)):
            yield Range(match.end(1) - 1, match.end(1) + 1), "'"
    for match in _NAMED.finditer(text):
        if match[0] not in source and match[2] in places.written("fr"):
            yield Range(match.end(1) - 1, match.end(1) + 1), "'"
    for match in _CITY.finditer(text) if " Le Ca" in text else ():
        yield Range(*match.span()), _OF_CITY[match[1]]


def _spanish(source: str, text: str) -> Iterator[_Edit]:
    for match in _APART.finditer(text):
        if match[0] not in source:
            put = _JOINED[match[0].lower()]
            yield Range(*match.span()), put.capitalize() if match[0][0].isupper() else put
    for match in () if _LETTER.search(source) else _AND.finditer(text):
        yield Range(*match.span()), "e" if match[0] == "y" else "u"


def _is_copied(word: str, source: str) -> bool:
    """Whether it is a name of the source: *lorsque env vaut 1*; *information* is a noun in both."""
    if word not in source or noun_kinds.kind(word, "fr"):
        return False
    return bool(re.search(rf"(?<!\w){word}(?!\w)", source))

"""Acronyms that French and Spanish have others for, where a model copies the English one: *selon le
WHO* is *selon l'OMS*, *el GDP* is *el PIB*.

The article before one becomes that of the other; where English has none, before an organisation,
one is put in. What goes on as in the source is a longer name (*NATO Response Force*), and stays.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from doctrans import spans
from doctrans.model import Range, Tagged

_Edit = tuple[Range, str]


@dataclass(frozen=True, slots=True)
class _Own:
    """`word` with its gender ("m", "f"); `named`: it names one organisation, and has an article."""

    word: str
    gender: str
    named: bool = True

    @property
    def elides(self) -> bool:
        return self.word[0] in "AEIOU"


# Acronym; French with its gender; Spanish with its gender; *: names one organisation.
_ROWS = """
NATO OTAN f OTAN f *
WHO OMS f OMS f *
UN ONU f ONU f *
EU UE f UE f *
IMF FMI m FMI m *
WTO OMC f OMC f *
OECD OCDE f OCDE f *
ECB BCE f BCE m *
GDP PIB m PIB m
GDPR RGPD m RGPD m
NGO ONG f ONG f
HIV VIH m VIH m
AIDS sida m sida m
DNA ADN m ADN m
RNA ARN m ARN m
"""
_OWN: Mapping[str, Mapping[str, _Own]] = {
    language: {
        row[0]: _Own(row[at], row[at + 1], len(row) > 5)
        for row in map(str.split, _ROWS.strip().splitlines())
    }
    for language, at in (("fr", 1), ("es", 3))
}
_HINT = re.compile("|".join(_OWN["fr"]))
_THERE = re.compile(rf"(?<![\w&@/.:_+#-])({'|'.join(_OWN['fr'])})(s?)(?![\w&@/+#]|[.:]\w)")
_CAPITALS = re.compile(r"(?<!\w)[A-Z]{2,} $|^ [A-Z]{2,}(?!\w)")  # a heading, a shout
# What stands before one: the definite article, *of* and *to* with it, *of* alone, *a*.
_ARTICLES = {
    language: re.compile(rf"(?<![\w'’])(?:{articles})$", re.IGNORECASE)
    for language, articles in (
        (
            "fr",
            r"(?P<of>de (?:la |les? |l['’])|du |des )|(?P<to>à (?:la |les? |l['’])|aux? )"
            r"|(?P<the>la |les? |l['’])|(?P<bare>de |d['’])|(?P<one>une? )",
        ),
        (
            "es",
            r"(?P<of>de (?:el |la |l[oa]s )|del )|(?P<to>a (?:el |la |l[oa]s )|al )"
            r"|(?P<the>el |la |l[oa]s )|(?P<bare>de )|(?P<one>una? )",
        ),
    )
}
_FORMS = {  # by language and kind: elided, masculine, feminine
    ("fr", "the"): ("l'", "le ", "la "),
    ("fr", "of"): ("de l'", "du ", "de la "),
    ("fr", "to"): ("à l'", "au ", "à la "),
    ("fr", "one"): ("", "un ", "une "),
    ("fr", "bare"): ("d'", "de ", "de "),
    ("es", "the"): ("", "el ", "la "),
    ("es", "of"): ("", "del ", "de la "),
    ("es", "to"): ("", "al ", "a la "),
    ("es", "one"): ("", "un ", "una "),
    ("es", "bare"): ("", "de ", "de "),
}
_BEHIND = {  # an article follows them
    "fr": re.compile(
        r"(?<!\w)(?:par|pour|avec|et|contre|selon|dans|sur|sans|que|entre|ou|si|car|mais) $"
    ),
    "es": re.compile(
        r"(?<!\w)(?:por|para|con|y|contra|según|en|sobre|sin|que|entre|o|si|ante|pero) $"
    ),
}
_SENTENCE = 4  # words


def known(source: str) -> tuple[str, ...]:
    """Those of an English text that the tables have, each once."""
    if source.isupper() or not _HINT.search(source):
        return ()
    return tuple(dict.fromkeys(match[1] for match in _alone(source)))


def followed(source: str, target: Tagged, names: Collection[str], to: str) -> Tagged:
    """The target with those of `names` in its language (`to`, BCP 47).

    >>> followed("The WHO met.", Tagged("Le WHO s'est réuni."), ("WHO",), "fr").text
    "L'OMS s'est réuni."
    """
    code = to.partition("-")[0].lower()
    if code not in _OWN or not names or target.text.isupper():
        return target
    target = spans.edited(target, _edits(source, target.text, names, code))
    one = [_OWN[code][name] for name in names if not _in_plural(name, source)]
    return spans.edited(target, sorted(_of_one(target.text, one, code)))


def _alone(text: str) -> Iterator[re.Match[str]]:
    """Those among words that are not in capitals all."""
    for match in _THERE.finditer(text):
        around = text[: match.start()], text[match.end() :]
        if not any(map(_CAPITALS.search, around)):
            yield match


def _edits(source: str, text: str, names: Collection[str], code: str) -> Iterator[_Edit]:
    sentence = len(source.split()) >= _SENTENCE and source.rstrip(' "”»').endswith((".", "!", "?"))
    for match in _alone(text):
        name, start = match[1], match.start()
        longer = _GOES_ON.match(text, match.end())
        if name not in names or (longer and name + longer[0] in source):
            continue
        own, before = _OWN[code][name], _ARTICLES[code].search(text[:start])
        kind = before.lastgroup or "" if before else ""
        if match[2] or _in_plural(name, source):
            kind = "bare" if kind == "bare" else ""
            before = before if kind else None
        elif not before:
            begins = sentence and not text[:start].strip(_OPENING)
            kind = "the" if begins or (own.named and _BEHIND[code].search(text[:start])) else ""
        elif kind == "bare" and own.named:
            kind = "of"
        at = before.start() if before else start
        article = _article(code, kind, own)
        put = article + own.word
        capital = text[at].isupper() and (before or not text[:at].strip(_OPENING))
        yield Range(at, match.end()), put[0].upper() + put[1:] if capital else put


def _of_one(text: str, some: Collection[_Own], code: str) -> Iterator[_Edit]:
    """*des ONU*, of one."""
    for own in some:
        for match in re.finditer(rf"(?<!\w){own.word}(?!\w)", text):
            before = _ARTICLES[code].search(text[: match.start()])
            if before and before.lastgroup in ("of", "to", "the") and _MANY.search(before[0]):
                put = _article(code, before.lastgroup, own)
                put = put[0].upper() + put[1:] if before[0][0].isupper() else put
                yield Range(before.start(), match.end()), put + own.word


def _in_plural(name: str, source: str) -> bool:
    return any(match[1] == name and match[2] for match in _alone(source))


_MANY = re.compile(r"[sx] $")
_GOES_ON = re.compile(r" [A-Z]\w*")
_OPENING = " \"'“”«»(¿¡\u00a0"


def _article(code: str, kind: str, own: _Own) -> str:
    if not kind:
        return ""
    elided, masculine, feminine = _FORMS[code, kind]
    if elided and own.elides:
        return elided
    return feminine if own.gender == "f" else masculine

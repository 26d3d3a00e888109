"""The plurals of terms that are listed in the singular.

An engine that is told *Absperrhahn* for *shut-off valves* says *alte Absperrhahn*, or makes up a
plural; told *Absperrhähne* it says that. Only plurals that rules or word lists are sure of are
told; any other term stays as it is listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from doctrans.constraints.terms import lemmas, noun_kinds
from doctrans.constraints.terms.compounds import is_head
from doctrans.constraints.terms.words import split

_LEAST = 4  # letters of the last part of a compound
_SHORTEST = 3  # letters of a French or Spanish word
_UMLAUT = re.compile(r"(?:au|[aou])(?=[^aeiouäöüy]*$)", re.I)
_UMLAUTS = {"au": "äu", "a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü", "Au": "Äu"}
# As in the singular, or with an umlaut, which no rule tells: *Filter*, *Väter*.
_AS_IT_IS = re.compile(r".*(?:e[rln]|chen|lein)")
_NO_RULE = re.compile(
    r".*(?:um|(?<!a)us|or|oid|bau|mutter|tochter|bank|park|tank|test|abonnement|prinzip|privileg|"
    r"reptil|fossil|mineral|tutorial|service|avatar|sandwich)",
    re.I,
)
# Beside numbers these have none, *5 Zoll*; and what is not counted: *Obst*.
_UNCOUNTED = frozenset(
    [
        *("Dutzend", "Fuß", "Grad", "Gramm", "Hektar", "Hundert", "Karat", "Kilo", "Kilogramm"),
        *("Paar", "Pfund", "Stück", "Tausend", "Zoll"),
        *("Darm", "Lärm", "Milch", "Obst", "Polizei", "Sport", "Vieh", "Zubehör"),
    ]
)
_NO_UMLAUT = re.compile(r".*(?:(?<!w)ort|arm)", re.I)
_OF_PERSONS = re.compile(r".*(?:[ae]nt|ist)")  # and of things: *Patienten*, *Akzente*
# *-en*, though they have an old dative: *zum Staate*.
_EN = re.compile(
    r".*(?:staat|bett|hemd|(?<!r)ohr|schmerz|strahl|zins|nerv|mast|herz|insekt|mensch|held|bär|"
    r"fürst|graf|herr|prinz|christ|dorn|typ|verb|psalm|papagei|vorfahr)",
    re.I,
)
# *-er* in long compounds too, of which a list has the dative alone: *im Pflichtfelde*.
_ER = re.compile(r".*(?:bild|feld|geld|lied|geschlecht|brett|land|haus|buch|blatt|\bei)", re.I)
_LONG_ENDS = re.compile(r".*(?:ung|heit|keit|schaft|[ts]ion|tät|enz|anz)")

# Compounds begin with these and an *s*: *Auftragsnummer*.
_WITH_S = re.compile(
    r".*(?:ung|heit|keit|schaft|[ts]ion|tät)|"
    r"(?:Ab|An|Auf|Aus|Be|Ein|Er|Ver|Vor|Zu|Um)(?:trag|trieb|kauf|griff|gang|zug|ruf|spruch|brauch)"
)

# What ends the words that a noun's number is seen in: *robinet d’arrêt*, *llave de paso*.
_BEHIND = {
    "fr": re.compile(r"(?:d['’]|(?:de|du|des|à|au|aux|en|par|pour|sur|sans|avec)\s)"),
    "es": re.compile(r"(?:de|del|a|al|en|para|por|con|sin)\s"),
}
_ADJECTIVES = {
    "fr": re.compile(r"[^\W\d_]+(?:ique|aire|elle?|ale?|ive|if|[ai]ble|euse|ée?|ante?|ente)"),
    "es": re.compile(r"[^\W\d_]+(?:al|ic[oa]|[ai]d[oa]|ari[oa]|iv[oa]|[ai]ble|os[oa]|nte|or[ae]?)"),
}
_INFINITIVES = re.compile(r".*(?:er|ir|re|oir)")
_FRENCH = (
    (re.compile(r".*(?:[sxz]|ail|ou|bal|festival|carnaval|récital|final|banal)"), None),
    (re.compile(r".*al"), lambda word: word[:-2] + "aux"),
    (re.compile(r".*(?:eau|[^p]neu|jeu|lieu|cheveu|noyau|tuyau)"), lambda word: word + "x"),
    (re.compile(r".*"), lambda word: word + "s"),
)
_ACCENTS = str.maketrans("áéíóú", "aeiou")
_SPANISH = (
    (re.compile(r".*(?:[^áéíóú]s|[aeiou]n|carácter|x|[íú])"), None),
    (re.compile(r".*[áéíóú][ns]"), lambda word: word[:-2] + word[-2:].translate(_ACCENTS) + "es"),
    (re.compile(r".*z"), lambda word: word[:-1] + "ces"),
    (re.compile(r".*[lrdj]"), lambda word: word + "es"),
    (re.compile(r".*[aeiouáéó]"), lambda word: word + "s"),
)
_Rules = tuple[tuple[re.Pattern[str], Callable[[str], str] | None], ...]
_ROMANCE: Mapping[str, _Rules] = {"fr": _FRENCH, "es": _SPANISH}


def is_plural(found: str, listed: str, language: str) -> bool:
    """Whether words of a text are the plural of those of an entry, as English forms it.

    >>> is_plural("shut-off valves", "shut-off valve", "en"), is_plural("news", "news", "en")
    (True, False)
    """
    if language.partition("-")[0].lower() != "en":
        return False
    one, other = split(found.casefold()), split(listed.casefold())
    differ = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(differ) != 1:
        return False
    (many, single), *_ = differ
    return many.endswith("s") and not many.endswith("ss") and not single.endswith("s")


@lru_cache(maxsize=10_000)
def plural(term: str, language: str) -> str:
    """The term in the plural, a noun in its first case; itself where nobody is sure.

    >>> plural("robinet d’arrêt", "fr"), plural("conexión", "es"), plural("Rechnung", "de")
    ('robinets d’arrêt', 'conexiones', 'Rechnungen')
    """
    code = language.partition("-")[0].lower()
    if term.isupper():
        return term
    if code == "de":
        return _german(term) or term
    return _romance(term, code) or term if code in _ROMANCE else term


def first_part(noun: str) -> str:
    """A German noun as compounds begin with it, where that is another form and sure; else nothing.

    >>> first_part("Rechnung"), first_part("Auftrag"), first_part("Scheibe"), first_part("Filter")
    ('Rechnungs', 'Auftrags', 'Scheiben', '')
    """
    if _WITH_S.fullmatch(noun):
        return noun + "s"
    if not re.search("[^e]e$", noun) and not _OF_PERSONS.fullmatch(noun):
        return ""  # *Dateiname*, though they are *Dateien*
    many = plural(noun, "de")
    return many if many in (noun + "n", noun + "en") else ""


def _german(term: str) -> str:
    if not term.isalpha() or not term[0].isupper() or not term[1:].islower():
        return ""
    kind = noun_kinds.kind(term, "de")
    if kind == "p" or term in _UNCOUNTED or _NO_RULE.fullmatch(term):
        return ""
    if _ER.fullmatch(term):
        return (_with_umlaut(term) or term) + "er"
    if kind == "f" and _LONG_ENDS.fullmatch(term):
        return term + "en"
    if lemmas.is_word(term, "de"):
        return _listed(term, kind)
    for begin in range(_LEAST, len(term) - _LEAST + 1):
        first, last = term[:begin], term[begin:].capitalize()
        if lemmas.is_word(last, "de") and (is_head(first, "de") or is_head(first[:-1], "de")):
            many = _listed(last, kind)
            return first + many.lower() if many else ""
    return ""


def _listed(noun: str, kind: str) -> str:
    """The one plural that a list of words has; nothing where there may be several."""
    for forms in _forms(noun, kind):
        found = [form for form in forms if _is_form(form, noun)]
        if found:
            return found[0] if len(found) == 1 else ""
        if any(lemmas.is_word(form, "de") for form in forms):
            return ""  # of whatever else: *Fächer* of *fächern*
    return ""


def _forms(noun: str, kind: str) -> Iterator[tuple[str, ...]]:
    """Those that it may have. The earlier are looked for first, since an ending alone may be one of
    the singular, or of the dative: *im Jahre*, *des Autos*, *den Geräten*."""
    if noun.endswith("e"):
        # What is neuter has another genitive: *des Gebäudes*.
        if kind in ("f", "m") or (not kind and not _is_form(noun + "s", noun)):
            yield (noun + "n",)
    elif noun.endswith("nis"):
        yield (noun + "se",)
    elif kind == "f" and noun.endswith("in"):
        yield noun + "nen", noun + "en"
    elif _AS_IT_IS.fullmatch(noun):
        if kind == "f":
            yield (noun + "n",)
    elif noun[-1] in "aouyüé":
        yield (noun[:-1] + "en",)
        yield (noun + "s",)
    elif changed := _with_umlaut(noun):
        yield changed + "er", changed + "e", *([noun + "en"] if kind == "f" else [])
        yield from _by_ending(noun, kind)
    else:
        yield from _by_ending(noun, kind)


def _by_ending(noun: str, kind: str) -> Iterator[tuple[str, ...]]:
    if kind == "n" and not _is_form(noun + "em", noun):  # *fetter*, of an adjective
        yield (noun + "er",)
    if kind != "n" and _OF_PERSONS.fullmatch(noun):
        yield noun + "e", noun + "en"
    if kind != "f" and not _EN.fullmatch(noun):
        yield (noun + "e",)
    yield (noun + "en",)


def _with_umlaut(noun: str) -> str:
    """*Häus* of *Haus*; empty where it has no vowel for it."""
    found = None if _NO_UMLAUT.fullmatch(noun) else _UMLAUT.search(noun)
    return noun[: found.start()] + _UMLAUTS[found[0]] + noun[found.end() :] if found else ""


def _is_form(form: str, noun: str) -> bool:
    return lemmas.is_word(form, "de") and lemmas.lemma(form, "de") == noun.casefold()


def _romance(term: str, code: str) -> str:
    """Of a noun, the adjectives that follow, and what stands behind a preposition."""
    head, _, rest = term.partition(" ")
    kind = noun_kinds.kind(head, code)
    verb = _INFINITIVES.fullmatch(head) and not noun_kinds.listed(head, code)
    if kind not in ("m", "f") or verb:
        return ""
    made = [_by_rule(head, code)]
    while rest and not _BEHIND[code].match(rest):
        word, _, rest = rest.partition(" ")
        if not _ADJECTIVES[code].fullmatch(word):
            return ""
        made.append(_by_rule(word, code))
    return " ".join([*made, rest]).rstrip() if all(made) else ""


def _by_rule(word: str, code: str) -> str:
    if not word.isalpha() or len(word) < _SHORTEST:
        return ""
    rule = next((rule for end, rule in _ROMANCE[code] if end.fullmatch(word.casefold())), None)
    return rule(word) if rule else ""

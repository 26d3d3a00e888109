"""Names of places in a translation whose sources have them, with the words before each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from doctrans.constraints.world import places


class Words(NamedTuple):
    """What stands before a name: a preposition and an article, each of which may be empty."""

    preposition: str
    article: str


class Named(NamedTuple):
    """A name in a translation, with what is before it."""

    start: int
    end: int
    name: str
    kind: str
    said: str  # letter by letter, with its space
    words: Words
    before: str  # the text before that, as much as matters
    behind: str  # likewise
    english: str
    source: str  # the text before that in the source


@cache
def _articles(code: str) -> Mapping[str, str]:
    """Which article names take in a language."""
    file = resources.files(__package__).joinpath("articles.tsv")
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return {name: kind for lang, kind, names in rows if lang == code for name in names.split(";")}


def named(source: str, text: str, names: list[places.Name], code: str) -> Iterator[Named]:
    """Names in the translation, in order; those of others in the source (*Bank of Cyprus*) are
    none."""
    articles, where = _articles(code), dict[str, tuple[str, str, str]]()
    counted = Counter(name.english for name in names)
    for name in {name.english: name for name in reversed(names)}.values():  # each where it is first
        if counted[name.english] == len(
            re.findall(rf"\b{re.escape(name.english)}\b", source, _flags(source))
        ):
            said = name.called[code]
            stripped = [s[3:] for s in said if s[:3] == "El " and code == "es"]
            for called in [*said, *stripped]:
                if kind := articles.get(called) or _without(name.english, called, code):
                    where.setdefault(called, (kind, name.english, source[: name.start]))
    if not where:
        return
    if shouted := text.isupper():
        where = {form.upper(): found for form, found in where.items()}
    forms = "|".join(re.escape(form) for form in sorted(where, key=lambda form: -len(form)))
    for match in re.finditer(rf"(?<![\w-])(?:{forms})n?(?![\w-])", text):
        called = match[0] if match[0] in where else match[0][:-1]
        if called not in where or (called != match[0] and DATIVE.get(called) != match[0]):
            continue
        behind = text[match.end() : match.end() + places.NEAR]
        if code != "de" and not shouted and _LONGER.match(behind):
            continue
        before = _BEFORE[code].search(text, max(0, match.start() - places.NEAR), match.start())
        said = before[0] if before else ""
        kind, english, there = where[called]
        start = match.start()
        yield Named(
            *(start, match.end(), match[0], kind, said, words(said, code)),
            *(text[max(0, start - len(said) - places.NEAR) : start - len(said)], behind),
            *(english, there),
        )


def _flags(text: str) -> re.RegexFlag:
    return re.IGNORECASE if text.isupper() else re.NOFLAG


def _without(english: str, called: str, code: str) -> str:
    """German names take no article but for those that are listed, and those of several words."""
    if code != "de" or not called.isalpha() or called in DATIVE.values():
        return ""
    return "" if english in places.languages() else "none"


_LONGER = re.compile(r" [^\W\d_a-zà-öø-ÿœ]|['’]")
DATIVE: Mapping[str, str] = {"Niederlande": "Niederlanden"}


def words(said: str, code: str) -> Words:
    """What letters say."""
    small = plain(said).strip()
    if small in _CONTRACTED[code]:
        return _CONTRACTED[code][small]
    *preposition, last = small.split(" ")
    if last in _ARTICLES[code]:
        return Words(" ".join(preposition), last)
    return Words(small, "")


_CONTRACTED: Mapping[str, Mapping[str, Words]] = {
    "fr": {
        "du": Words("de", "le"),
        "des": Words("de", "les"),
        "d'": Words("de", ""),
        "au": Words("à", "le"),
        "aux": Words("à", "les"),
    },
    "de": {
        "im": Words("in", "dem"),
        "ins": Words("in", "das"),
        "vom": Words("von", "dem"),
        "zum": Words("zu", "dem"),
        "zur": Words("zu", "der"),
        "beim": Words("bei", "dem"),
    },
    "es": {"del": Words("de", "el"), "al": Words("a", "el")},
}
_ARTICLES = {
    "fr": ("le", "la", "l'", "les"),
    "de": ("der", "die", "das", "dem", "den", "des"),
    "es": ("el", "la", "los", "las"),
}
_PREPOSITIONS = {
    "fr": "à travers|à|de|en|dans|par|pour|avec|sans|vers|contre|selon",
    "de": "in|nach|aus|von|zu|mit|bei|durch|für|gegen|ohne|über|an|auf",
    "es": "a|de|en|por|para|con|sin|hacia|contra|desde|hasta",
}


def _before(code: str) -> re.Pattern[str]:
    articles = "|".join(rf"{word}(?:(?<=')|\s)" for word in _ARTICLES[code])
    contracted = "|".join(rf"{word}(?:(?<=')|\s)" for word in _CONTRACTED[code])
    pattern = rf"(?:(?:{_PREPOSITIONS[code]})\s(?:{articles})?|{contracted}|{articles})$"
    return re.compile(rf"(?<![\w-])(?<!made ){pattern}".replace("'", "['’]"), re.IGNORECASE)


# `$` is the end of the part that is searched: the name begins there.
_BEFORE = {code: _before(code) for code in places.LANGUAGES}


def plain(said: str) -> str:
    """In small letters."""
    return re.sub(r"\s", " ", said.lower().replace("’", "'"))

"""Profane and denigrating words in a translation that nothing in its source calls for.

The words are those of the *List of Dirty, Naughty, Obscene, and Otherwise Bad Words* (LDNOOBW
contributors, CC BY 4.0; npm `naughty-words` 1.2.0), changed: words that have a harmless meaning too
(*pédale*, *martillo*, *Rosette*), that name a part of the body or a matter of fact, and those of
groups of people that are no insults are left out; forms were added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from doctrans.model import Range, Tagged


class Profanity(StrEnum):
    """What is done about a word for which there is no other wording."""

    REPORT = "report"
    MASK = "mask"
    OFF = "off"


# Ends of words that may follow.
_ENDINGS = {
    "de": "(?:e|en|n|es|er|s)?",
    "fr": "s?",
    "es": "(?:s|es)?",
    "en": "(?:s|es|ed|ing|y|er)?",
}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "de": (
        *(
            "analritter",
            "arschficker",
            "arschlecker",
            "arschloch",
            "arschlöcher",
            "arsch",
            "ärsche",
        ),
        *(
            "bumsen",
            "fick",
            "ficken",
            "fickt",
            "gefickt",
            "flittchen",
            "fotze",
            "hackfresse",
            "hure",
        ),
        *("hurensohn", "hurensöhne", "kackbratze", "kacke", "kacken", "kackwurst", "kampflesbe"),
        *("kanake", "möse", "neger", "nigger", "nutte", "pimmel", "pissen", "pisser", "scheiße"),
        *("scheiß", "scheisse", "scheißer", "beschissen", "schlampe", "schwanzlutscher"),
        *("schwuchtel", "tittchen", "titten", "vollpfosten", "wichsen", "wichser"),
    ),
    "fr": (
        *("bordel de merde", "branler", "branleur", "branleuse", "chier", "chiasse", "chiottes"),
        *("connard", "connasse", "couilles", "emmerder", "emmerdant", "emmerdeur", "enculé"),
        *("emmerdeuse", "enculée", "enculeur", "enfoiré", "enfoirée", "fille de pute", "foutre"),
        *("fils de pute", "gouine", "grognasse", "merde", "merdeux", "merdeuse", "nègre", "pédé"),
        *("nique ta mère", "pouffiasse", "putain", "pute", "salaud", "salope", "trou du cul"),
        "tringler",
    ),
    "es": (
        *("bollera", "cabrón", "cabrones", "chupapollas", "coño", "culo", "follar", "follador"),
        *("gilipollas", "hija de puta", "hijo de puta", "hijaputa", "hijoputa", "jilipollas"),
        *("lameculos", "marica", "maricón", "maricones", "mariconazo", "mierda", "pendejo", "puta"),
        *("puto", "ramera", "soplagaitas", "soplapollas", "vete a la mierda"),
    ),
}
_OF_SOURCES = {
    "en": (
        *("arse", "arsehole", "ass", "asshole", "bastard", "bitch", "bollocks", "bullshit", "cock"),
        *(
            "crap",
            "cunt",
            "damn",
            "dick",
            "dyke",
            "fag",
            "faggot",
            "fuck",
            "goddamn",
            "hell",
            "hooker",
        ),
        *(
            "kike",
            "motherfucker",
            "negro",
            "nigga",
            "nigger",
            "paki",
            "piss",
            "prick",
            "prostitute",
        ),
        *(
            "pussy",
            "queer",
            "shit",
            "shitty",
            "slut",
            "spic",
            "tit",
            "tits",
            "titty",
            "tosser",
            "twat",
        ),
        *(
            "wank",
            "wanker",
            "whore",
            "crappy",
            "dickhead",
            "shitting",
            "balls",
            "butt",
            "arses",
            "asses",
            "screw",
        ),
    )
}


def _pattern(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    joined = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w-])(?:{joined}){_ENDINGS[language]}(?![\w-])", re.IGNORECASE)


_LETTERS = 3
# No pattern matches a text in which no word begins like one of its words.
_BEGINNINGS = {
    language: frozenset(word[:_LETTERS].casefold() for word in words)
    for language, words in _WORDS.items()
}
_PROFANE = {language: _pattern(words, language) for language, words in _WORDS.items()}
_CALLED_FOR = {language: _pattern(words, language) for language, words in _OF_SOURCES.items()}
LANGUAGES = tuple(_PROFANE)


def found(source: str, target: str, from_: str, to: str) -> tuple[Range, ...]:
    """Where such words stand in a translation into a language of `LANGUAGES`; nowhere, if the
    source has one too. Languages are BCP 47."""
    profane = _PROFANE.get(_base(to))
    if profane is None:
        return ()
    words = re.findall(r"\w+", target.casefold())
    if _BEGINNINGS[_base(to)].isdisjoint([word[:_LETTERS] for word in words]):
        return ()
    matches = list(profane.finditer(target))
    if not matches:
        return ()
    own_words = set(re.findall(r"\w+", source.casefold()))  # a name, a word that is quoted
    places = tuple(
        [
            Range(*match.span())
            for match in matches
            if not own_words.issuperset(re.findall(r"\w+", match[0].casefold()))
        ]
    )
    if not places:
        return ()
    own = _base(from_)
    called_for = _CALLED_FOR.get(own) or _PROFANE.get(own)
    return () if called_for and called_for.search(source) else places


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def masked(tagged: Tagged, places: tuple[Range, ...]) -> Tagged:
    """The text with stars for all but the first letter of those words; tags stay where they are."""
    text = tagged.text
    for start, end in places:
        hidden = re.sub(r"\B\w", "*", text[start:end])
        text = text[:start] + hidden + text[end:]
    return Tagged(text, tagged.spans)

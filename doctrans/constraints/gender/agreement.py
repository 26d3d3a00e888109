"""Whether what stands beside a word for a person agrees with it: articles, adjectives, and the
relative pronoun behind. Models that are told a word put it in as it is (*ein guter Ärztin*).

Rules that find the plain mistakes, not a parser; what they do not know passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from doctrans.constraints.gender.words import CALLED
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE
_POSSESSIVE = "[mdsk]ein|ihr|Ihr|unser|euer"
# Before a noun of the gender, what is of the other.
_BEFORE = {
    ("de", F): rf"(?:ein|{_POSSESSIVE})(?:en|em|es)?|den|dem|des|das|jede[nms]|diese[nms]|zum|vom"
    r"|beim|im",
    ("de", M): rf"die|(?:eine|{_POSSESSIVE.replace('|', 'e|')}e)|diese|jede|zur",
    ("fr", F): r"un|le|du|au|ce|cet|premier|dernier|nouveau|ancien",
    ("fr", M): r"une|la|cette|première|dernière|nouvelle|ancienne",
    ("es", F): r"un|el|del|al|este|ese|aquel|primer|otro|nuevo|gran\s+el",
    ("es", M): r"una|la|esta|esa|aquella|primera|otra|nueva",
}  # fmt: skip
_SUBJECT = r"(?:er|es|ich|man|sie|wir|die|das|der|eine?|mein|sein|ihr|unser)"
_SMALL = r"(?-i:[a-zäöüß])[\w-]*"  # no noun: den Reden der Ärztin
_BETWEEN = rf"(?:{_SMALL}(?:er|e|en|es|em)\s+)?" rf"(?:{_SMALL}e[nrms]?\s+)?"
_MIDDLE = {"de": _BETWEEN, "fr": r"(?:[\w-]+\s+)?", "es": r"(?:[\w-]+\s+)?"}
# Behind it.
_AFTER = {
    ("de", F): r",\s+(?:der|den|dem|welcher)\b",
    ("fr", F): r"\s+(?:très\s+)?(?:\w+(?:é|eux|tif)|connu|reconnu|élu)\b",
    ("fr", M): r"\s+(?:très\s+)?(?:\w+(?:ée|euse|tive)|connue|reconnue|élue)\b",
    ("es", F): r"\s+(?:muy\s+)?\w+(?:ado|ido|ico|oso|ivo|ario|orio|nuevo)\b",
    ("es", M): r"\s+(?:muy\s+)?\w+(?:ada|ida|ica|osa|iva|aria|oria|nueva)\b",
}


def agrees(text: str, word: str, gender: Gender, language: str) -> bool:
    """Whether nothing beside `word`, a noun of a gender, is of the other; in German as the last
    part of a compound too. True where the text does not have it.

    >>> agrees("Sie ist ein guter Ärztin.", "Ärztin", Gender.FEMININE, "de")
    False
    """
    return not _clashes(word, gender, language).search(text)


def of_roles(text: str, roles: Iterable[str], gender: Gender, language: str) -> bool:
    """Whether all words for the roles agree that are of the gender."""
    column = int(gender is F)
    return all(
        agrees(text, pair[column], gender, language)
        for role in roles
        for pair in CALLED.get(role, {}).get(language, ())
        if pair[0] != pair[1]
    )


@cache
def _clashes(word: str, gender: Gender, language: str) -> re.Pattern[str]:
    part = r"\w*?" if language == "de" else ""
    noun = rf"{part}{re.escape(word)}\b"
    own = rf"\b(?:{_BEFORE[language, gender]})\s+{_MIDDLE[language]}{noun}"
    if language == "de" and gender is F:  # *der* is of her, and to her, but not she
        own += rf"|^\W*der\s+{noun}|\b(?:ist|war|wurde|wird)\s+der\s+{noun}"
    if language == "de" and gender is M:  # *Unseren Pfleger beginnt*: no subject
        own += rf"|^\W*(?:den|(?:ein|{_POSSESSIVE})en)\s+{noun}\s+\w+t\b(?!\s+{_SUBJECT}\b)"
    after = _AFTER.get((language, gender))
    return re.compile(own + (rf"|{noun}{after}" if after else ""), re.IGNORECASE)

"""Whether a sentence says that something is not so: words of negation, by language."""

from __future__ import annotations

import re

_NO = {
    "de": r"nicht|kein\w*|nie|niemals|nirgend\w*|ohne|weder|nichts|niemand\w*",
    "fr": r"ne|n|pas|sans|jamais|aucune?s?|rien|personne|ni|non",
    "es": r"no|nunca|jamás|sin|ni|nada|nadie|ningun[oa]s?|ningún|tampoco",
    "en": r"not|no|never|without|neither|nor|nothing|nobody|none|cannot|\w+n't",
}
_WORDS = {language: re.compile(rf"\b(?:{words})\b", re.I) for language, words in _NO.items()}


def negates(text: str, language: str) -> bool:
    """False too where the language's words are not known.

    >>> negates("Das ist nicht wahr.", "de")
    True
    """
    known = _WORDS.get(language.partition("-")[0].lower())
    return bool(known and known.search(text))

"""Dictionary forms of words, offline: simplemma, an extra, one language at a time.

A language's word list is read when its first word is asked for (0.2 s for English, 1.2 s and 90 MB
for German, measured). Without the extra, and for languages that it does not know, every word is its
own dictionary form.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec

_NAMES = {"no": "nb", "iw": "he", "in": "id"}


@lru_cache(maxsize=1)
def installed() -> bool:
    """Whether there are dictionary forms at all."""
    return find_spec("simplemma") is not None


@lru_cache(maxsize=100_000)
def is_word(text: str, language: str) -> bool:
    """Whether a list of words has it; without a list there are no words."""
    if not installed():
        return False
    import simplemma

    try:
        found: bool = simplemma.is_known(text.capitalize(), lang=_code(language))
    except ValueError:
        return False
    return found


def _code(language: str) -> str:
    code = language.partition("-")[0].lower()
    return _NAMES.get(code, code)


@lru_cache(maxsize=100_000)
def lemma(word: str, language: str) -> str:
    """Case-folded; `language` is BCP 47.

    >>> lemma("windows", "en")
    'window'
    """
    if not word[:1].isalpha() or not installed():
        return word.casefold()
    import simplemma

    # Capitals hide a word from the list; German nouns want their first one.
    written = word.capitalize() if word.isupper() and len(word) > 1 else word
    try:
        found: str = simplemma.lemmatize(written, lang=_code(language))
    except ValueError:  # a language that it does not know
        return word.casefold()
    # To a list of words *US* is several of the letter *u*.
    return found.casefold() if len(found) > 1 else word.casefold()

"""Which words are surely a part of an English sentence, and no command, code or list of names."""

from __future__ import annotations

import re

_WORDS = {
    # Whoever writes these in a row with others writes a sentence.
    "sure": """
        a an the this that these those which who whose there of his her its our their your my we
        you he she they it him them us are was were has have had been will would shall should must
        may can could
    """,
    # So it is with these, but for statements of programs: `for item in items`.
    "likely": "and as at be by for from if in into is not of on or than to under with",
    "statements": """
        add alter apply assert break case cat cd class copy create def delete do drop else export
        fetch for from function get git grant if import in insert kill let move not open pip print
        put raise return run select send set sudo switch try update use where while with yield
    """,
}
_SETS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_NUMBER_AGAIN = re.compile(r"\b[^\W\d]+ \([0-9]+\) [^\W\d]{2,}")  # ten (10) days
_BEFORE_WORDS, _AFTER_WORDS = "([“”‘’\"'€$£", ")]“”‘’\"'.,;:!?%€"
_BETWEEN_WORDS = frozenset("–—&")


def is_prose(text: str) -> bool:
    """Ordinary words, one of them a function word or a number that is said twice."""
    words = text.split()
    if len(words) < 3 or not all(map(_is_ordinary, words)) or sum(map(str.islower, words)) < 2:
        return False
    if _NUMBER_AGAIN.search(text):
        return True
    plain = [word.lstrip(_BEFORE_WORDS).rstrip(_AFTER_WORDS).casefold() for word in words]
    sure, likely = not _SETS["sure"].isdisjoint(plain), not _SETS["likely"].isdisjoint(plain)
    return sure or (likely and plain[0] not in _SETS["statements"])


def _is_ordinary(word: str) -> bool:
    """A word or a number as they are in sentences: not `get_it`, `getIt`, `get()`, `-n`."""
    if word in _BETWEEN_WORDS:
        return True
    word = word.lstrip(_BEFORE_WORDS).rstrip(_AFTER_WORDS)
    letters = word[:1] + word[1:].translate(_WITHIN_WORDS)
    cased = len(letters) == 1 or letters[1:].islower() or letters.isupper()
    return (letters.isalpha() and cased) or word.translate(_WITHIN_NUMBERS).isdecimal()


_WITHIN_WORDS = dict.fromkeys(map(ord, "-'’\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"))
_WITHIN_NUMBERS = dict.fromkeys(map(ord, ".,-–"))

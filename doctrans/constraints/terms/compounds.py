"""Terms that are parts of words, where compounds are written as one: *Konto* of *Bankkonto*.

In a source only the last part counts, since it says what the whole is, and only if the first one is
a word itself: the *halten* of *Verhalten* is none. In a translation the first part counts too.
"""

from __future__ import annotations

from collections.abc import Iterator

from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.words import COMPOUNDING

_PART = 4  # letters of a term that is a part; shorter ones stand in any word
_REST = 3  # of the other part
_PREFIXES = frozenset(
    [
        *("auf", "aus", "dar", "ein", "emp", "ent", "her", "hin", "los", "miss", "mit", "nach"),
        *("unter", "ver", "vor", "weg", "wider", "wieder", "zer", "zurück", "über"),
    ]
)


def writes_compounds(language: str) -> bool:
    return language.partition("-")[0].lower() in COMPOUNDING


def is_part(word: str, compound: str) -> bool:
    """Whether a word is the first or the last of a compound, both case-folded: *fenster* of
    *hauptfenster*, and not *nutzer* of *benutzer*."""
    if len(word) < _PART or len(compound) - len(word) < _REST:
        return False
    if compound.startswith(word):
        return True
    return compound.endswith(word) and compound[: -len(word)] not in _PREFIXES


def tails(word: str, language: str) -> Iterator[int]:
    """Where the last part of a word could begin, the longest part first; without word lists
    nowhere."""
    for at in range(_REST, len(word) - _PART + 1):
        if is_head(word[:at], language):
            yield at


def is_head(text: str, language: str) -> bool:
    """Whether a compound may begin with it."""
    if len(text) < _REST or text.casefold() in _PREFIXES:
        return False
    return lemmas.is_word(text, language)

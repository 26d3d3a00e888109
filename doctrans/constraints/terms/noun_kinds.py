"""Of which gender and number nouns are, by tables (`kinds/`, made by `doctrans.training.nouns`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from doctrans.constraints.terms.determiners import KINDS

_PLURAL = "p"
_ENDS_OF_PLURALS = {"fr": ("s", "x"), "es": ("s", "es")}
_LEAST = 3  # letters of each half of a German compound
_LINKING = ("", "s", "es", "n", "en")  # between the halves


def kind(noun: str, language: str) -> str:
    """One of `determiners.KINDS`; empty where no table tells. Of several words the one that the
    others describe counts, of a German compound its end.

    >>> kind("Bestätigungsfenster", "de"), kind("barres d’outils", "fr"), kind("xyz", "fr")
    ('n', 'fp', '')
    """
    code = language.partition("-")[0].lower()
    words = noun.split()
    if code not in KINDS or not words:
        return ""
    if code == "de":
        return _german(_head(words))
    word = words[0].casefold()
    return _table(code).get(word, "") or _plural(word, code)


def _head(words: list[str]) -> str:
    """The last of the first words with a capital: *neues Konto*, *Amt für Statistik*."""
    head = ""
    for word in words:
        if word[:1].isupper():
            head = word
        elif head:
            break
    return head


def _german(word: str) -> str:
    table = _table("de")
    word = word.rpartition("-")[2]
    if found := table.get(word):
        return found
    for begin in range(_LEAST, len(word) - _LEAST):
        found = table.get(word[begin:].capitalize(), "")
        if found and any(word[:begin].removesuffix(link) in table for link in _LINKING):
            return found
    return ""


def _plural(word: str, code: str) -> str:
    for end in _ENDS_OF_PLURALS[code]:
        found = _table(code).get(word.removesuffix(end)) if word.endswith(end) else None
        if found:
            return found + _PLURAL
    return ""


@cache
def _table(code: str) -> dict[str, str]:
    text = (files(__package__) / "kinds" / f"{code}.txt").read_text(encoding="utf-8")
    return {noun: name for name, *nouns in map(str.split, text.splitlines()) for noun in nouns}

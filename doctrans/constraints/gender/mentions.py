"""The words of an English sentence that stand for persons.

A role (*the doctor*), a noun with a gender (*my mother*), a name with a title (*Ms Lee*), a
pronoun. A role is one only behind an article or the like, and not before another noun that it
belongs to (*the user account*). Of many at once (*the doctors*) there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doctrans.constraints.gender.english import (
    ANYONE,
    ATTRIBUTES,
    DETERMINERS,
    FUNCTION,
    HEADS,
    KINDS,
    NOUNS,
    OPEN_TITLES,
    PRONOUNS,
    TITLES,
)
from doctrans.constraints.gender.words import CALLED
from doctrans.model import Gender


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]`, which is `words`; `name` is that without article, in lower case. `open`:
    it says no gender by itself, though what stands with it may (*the female doctor*)."""

    start: int
    end: int
    words: str
    name: str = ""
    gender: Gender | None = None
    open: bool = False
    any: bool = False  # nobody in particular: every doctor
    pronoun: str = ""  # its kind: subject, object, possessive


_ROLE = re.compile(
    rf"\b(?P<det>{DETERMINERS})\s+"
    rf"(?P<mid>(?:(?!(?:{FUNCTION}|{DETERMINERS})\b)[\w-]+\s+){{0,2}}?)"
    rf"(?P<role>{'|'.join(sorted(CALLED, key=len, reverse=True))})\b(?!-|\s+(?:{HEADS})\b)",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"\b(?P<title>{'|'.join((*TITLES, *OPEN_TITLES))})\.?\s+(?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+"
    r"(?:\s+(?-i:[A-ZÀ-Þ])[\w'’-]+)?)",
    re.IGNORECASE,
)
_NOUN = re.compile(
    rf"(?:\b(?P<det>{DETERMINERS})\s+(?:(?!(?:{FUNCTION})\b)[\w-]+\s+){{0,2}}?)?"
    rf"\b(?P<noun>{'|'.join(sorted(NOUNS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def _first_words(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(_WORD.findall(each)[0] for words in tables for each in words)


# No pattern matches without one of these: to look for words costs a tenth of it.
_OF_NAMES = _first_words(TITLES, OPEN_TITLES)
_OF_ROLES = _first_words(CALLED)
_OF_NOUNS = _first_words(NOUNS)
_SOMEBODY = _OF_NAMES | _OF_ROLES | _OF_NOUNS | PRONOUNS.keys()
_OBJECT = re.compile(rf"\s*(?:[^\w\s]|$)|\s+(?:{FUNCTION}|very|\w+ly)\b", re.IGNORECASE)


def any_in(text: str) -> bool:
    """Whether it may have some; costs next to nothing."""
    return not _SOMEBODY.isdisjoint(_WORD.findall(text.casefold()))


def find(sentence: str, extra: Iterable[str]) -> list[Mention]:
    """Words for persons, sorted; of those that overlap the first in this order: what the customer
    names, names with titles, roles, nouns. A pronoun may stand in others (*her doctor*)."""
    words = _WORD.findall(sentence.casefold())
    titled = [] if _OF_NAMES.isdisjoint(words) else list(_titled(sentence))
    roles = [] if _OF_ROLES.isdisjoint(words) else list(_roles(sentence))
    nouns = () if _OF_NOUNS.isdisjoint(words) else _nouns(sentence)
    named = _named_by_customer(sentence, extra, (*titled, *roles))
    found: list[Mention] = []
    for new in (*named, *titled, *roles, *nouns):
        if not any(m.start < new.end and new.start < m.end for m in found):
            found.append(new)
    for match in () if PRONOUNS.keys().isdisjoint(words) else _PRONOUN.finditer(sentence):
        word = match[0].casefold()
        kind = KINDS.get(word, "possessive")
        if word == "her" and _OBJECT.match(sentence, match.end()):
            kind = "object"
        found.append(Mention(*match.span(), match[0], gender=PRONOUNS[word], pronoun=kind))
    return sorted(found, key=lambda m: (m.start, bool(m.pronoun)))


def _named_by_customer(
    sentence: str, extra: Iterable[str], others: Sequence[Mention]
) -> Iterable[Mention]:
    """Roles are left to `_roles`, which knows when they are none; words in what is found anyway
    name that person."""
    for words in sorted(set(extra) - CALLED.keys(), key=len, reverse=True):
        for match in re.finditer(rf"\b{re.escape(words)}\b", sentence, re.IGNORECASE):
            if not any(other.start <= match.start() < other.end for other in others):
                yield Mention(*match.span(), match[0], match[0].casefold(), open=True)


def _titled(sentence: str) -> Iterable[Mention]:
    for match in _NAME.finditer(sentence):
        title = match["title"].casefold()
        name = f"{title} {match['name'].casefold()}"
        yield Mention(*match.span(), match[0], name, TITLES.get(title), title not in TITLES)


def _roles(sentence: str) -> Iterable[Mention]:
    for match in _ROLE.finditer(sentence):
        told = {ATTRIBUTES.get(word) for word in match["mid"].casefold().split()} - {None}
        gender = told.pop() if len(told) == 1 else None
        anyone = match["det"].casefold() in ANYONE
        yield Mention(*match.span(), match[0], match["role"].casefold(), gender, True, anyone)


def _nouns(sentence: str) -> Iterable[Mention]:
    for match in _NOUN.finditer(sentence):
        yield Mention(*match.span(), match[0], "", NOUNS[match["noun"].casefold()])

"""The words of an English sentence that stand for persons.

A role (*the doctor*), a noun with a gender (*my mother*), a name with a title (*Ms Lee*), a
pronoun. A role is one only behind an article or the like, or where an office is named (*as editor
and writer*, *became Secretary of*), and not before another noun that it belongs to (*the user
account*). Of many at once (*the doctors*) there are none, nor of those who are called by words of
both genders: whoever it may be (*Sir or Madam*, *his or her*), and couples (*Mr. and Mrs. Lee*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doctrans.constraints.gender import beside, called
from doctrans.constraints.gender.called import Call
from doctrans.constraints.gender.english import (
    ANYONE,
    ATTRIBUTES,
    DETERMINERS,
    FUNCTION,
    KINDS,
    NOUNS,
    OFFICE,
    OPEN_TITLES,
    PRONOUNS,
    THINGS,
    TITLES,
)
from doctrans.constraints.gender.words import CALLED, GENDERED
from doctrans.model import Gender


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]`, which is `words`; `name` is that without article, in lower case. `open`:
    it says no gender by itself, though what stands with it may (*the female doctor*). `role` is the
    place of a role's own word, and the role. `said`: it is said of somebody, in the past or by
    office (*as a doctor*); `definite`: it is somebody who was spoken of."""

    start: int
    end: int
    words: str
    name: str = ""
    gender: Gender | None = None
    open: bool = False
    any: bool = False  # nobody in particular: every doctor
    pronoun: str = ""  # its kind: subject, object, possessive
    role: tuple[int, int, str] | None = None
    said: bool = False
    definite: bool = False


_SAID = re.compile(
    rf"\b(?:(?P<office>{OFFICE}|although|though)|is)\s+"
    r"(?:(?:also|now|still|once|later|never|\w+ly)\s+)?$"
    r"|\b(?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+,\s+)$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r",\s+[A-ZÀ-Þ]")
_DEFINITE = frozenset({"the", "this", "that"})
_ANY_TITLE = f"(?:{'|'.join((*TITLES, *OPEN_TITLES))})"
_NAME = re.compile(
    rf"\b(?P<more>(?:{_ANY_TITLE}\.?\s+)*)(?P<title>{_ANY_TITLE})\.?\s+"
    r"(?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+(?:\s+(?-i:[A-ZÀ-Þ])[\w'’-]+)?)",
    re.IGNORECASE,
)
_NOUN = re.compile(
    rf"(?:\b(?P<det>{DETERMINERS})\s+(?:(?!(?:{FUNCTION})\b)[\w-]+\s+){{0,2}}?)?"
    rf"\b(?P<noun>{'|'.join(sorted(NOUNS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
_OR = r"(?:,?\s+\(?(?:or|and/or)\s+|\s*/\s*)"


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


_TITLE = tuple(
    _one_of(title for title, own in TITLES.items() if own is gender)
    for gender in (Gender.MASCULINE, Gender.FEMININE)
)
_CALLED = tuple(
    _one_of(words - PRONOUNS.keys()) for words in (GENDERED["en"].male, GENDERED["en"].female)
)
_PAIRS = (("he", "she"), ("him", "her"), ("his", "hers?"), ("himself", "herself"))


def _either() -> str:
    """Of words of both genders that call somebody, or two together, in one order or the other."""
    his = rf"(?:(?:{DETERMINERS})\s+)?"
    ways = [rf"{one}{_OR}{other}" for pair in _PAIRS for one, other in (pair, pair[::-1])]
    for one, other in ((0, 1), (1, 0)):
        ways.append(rf"{_TITLE[one]}\.?(?:{_OR}|\s+(?:and|&)\s+){_TITLE[other]}")
        ways.append(rf"{_CALLED[one]}{_OR}{his}{_CALLED[other]}")
    return rf"\b(?:{'|'.join(ways)})\b"


_EITHER = re.compile(_either(), re.IGNORECASE)
_WORD = re.compile(r"\w+")


def _first_words(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(_WORD.findall(each)[0] for words in tables for each in words)


# No pattern matches without one of these: to look for words costs a tenth of it.
_OF_NAMES = _first_words(TITLES, OPEN_TITLES)
_OF_NOUNS = _first_words(NOUNS)
_SOMEBODY = _OF_NAMES | called.FIRST_WORDS | _OF_NOUNS | PRONOUNS.keys()
_OBJECT = re.compile(rf"\s*(?:[^\w\s]|$)|\s+(?:{FUNCTION}|very|\w+ly)\b", re.IGNORECASE)


def any_in(text: str) -> bool:
    """Whether it may have some; costs next to nothing."""
    return not _SOMEBODY.isdisjoint(called.words(text))


def find(sentence: str, extra: Iterable[str]) -> list[Mention]:
    """Words for persons, sorted; of those that overlap the first in this order: what the customer
    names, names with titles, roles, nouns. A pronoun may stand in others (*her doctor*)."""
    words = called.words(sentence)
    titled = [] if _OF_NAMES.isdisjoint(words) else list(_titled(sentence))
    roles = [] if called.FIRST_WORDS.isdisjoint(words) else list(_roles(sentence))
    nouns = () if _OF_NOUNS.isdisjoint(words) else _nouns(sentence)
    if not roles and any(word in CALLED for word in map(str.casefold, extra)):
        roles = list(_alone(sentence, extra))
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
    either = _either_in(sentence, words) if found else []
    found = [m for m in found if not any(m.start < end and start < m.end for start, end in either)]
    return sorted(found, key=lambda m: (m.start, bool(m.pronoun)))


def _either_in(sentence: str, words: frozenset[str]) -> list[tuple[int, int]]:
    """Where *he or she* and the like stand; looked for only where words are joined."""
    titles = "and" in words or "&" in sentence
    if "or" in words or "/" in sentence or (titles and not _OF_NAMES.isdisjoint(words)):
        return [match.span() for match in _EITHER.finditer(sentence)]
    return []


def _alone(sentence: str, extra: Iterable[str]) -> Iterable[Mention]:
    """A role that a cell or a label is nothing but, if the customer names it: *Head nurse*."""
    for call in called.alone(sentence):
        if any(f" {word} " in f" {call.place.role} " for word in map(str.casefold, extra)):
            yield _role(sentence, call)


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
        role = (*match.span("title"), title) if title in CALLED else None
        more = match["more"].replace(".", " ").casefold().split()  # *Mrs* of *Mrs Dr Lee*
        gender = next((TITLES[one] for one in (title, *more) if one in TITLES), None)
        yield Mention(*match.span(), match[0], name, gender, gender is None, role=role)


def _roles(sentence: str) -> Iterable[Mention]:
    roles = called.places(sentence)
    found = called.with_article(sentence, roles)
    taken = {call.end for call in found}
    found += [call for call in called.bare(sentence, roles) if call.end not in taken]
    taken = {call.end for call in found}
    found += [
        call
        for call in called.labels(sentence)
        if call.end not in taken and beside.told(sentence, call.start, call.end)
    ]
    for call in found:
        yield _role(sentence, call)
    for call in [call for call in found if _office(sentence, call)]:
        after = called.listed(sentence, call, roles)
        while after and after.end not in taken:
            yield _role(sentence, after, said=True)
            after = called.listed(sentence, after, roles)


def _role(sentence: str, call: Call, *, said: bool = False) -> Mention:
    told = {ATTRIBUTES.get(word) for word in call.mid.split()} - {None}
    return Mention(
        call.start,
        call.end,
        sentence[call.start : call.end],
        call.place.role,
        told.pop() if len(told) == 1 else None,
        open=True,
        any=call.det in ANYONE,
        role=(call.place.start, call.place.end, call.place.role),
        said=said or _office(sentence, call),
        definite=call.det in _DEFINITE,
    )


def _office(sentence: str, call: Call) -> bool:
    """Whether it is said of somebody: behind *as*, *was* and the like, or beside a name. Of what
    things are too, *is* does not tell."""
    if not call.det:
        return True
    if not sentence[: call.start].strip() and _NAMED_AFTER.match(sentence, call.end):
        return True
    before = _SAID.search(sentence, 0, call.start)
    return bool(before and (before.lastgroup or call.place.role not in THINGS))


def _nouns(sentence: str) -> Iterable[Mention]:
    for match in _NOUN.finditer(sentence):
        yield Mention(*match.span(), match[0], "", NOUNS[match["noun"].casefold()])

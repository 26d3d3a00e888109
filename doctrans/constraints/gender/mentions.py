"""The words of an English sentence that stand for persons.

A role (*the doctor*), a noun with a gender (*my mother*), a name with a title (*Ms Lee*), a
pronoun. A role is one only behind an article or the like, or where an office is named (*as editor
and writer*, *became Secretary of*), and not before another noun that it belongs to (*the user
account*). Of many at once (*the doctors*) there are none.
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
    OFFICE,
    OPEN_TITLES,
    PRONOUNS,
    THINGS,
    TITLES,
)
from doctrans.constraints.gender.words import CALLED
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


def _one_of(words: Iterable[str]) -> str:
    """A pattern for any of many words, of which a search tries those that begin as the text does;
    longer ones first."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


_ROLES = _one_of(CALLED)
_OF_ROLE = rf"(?:(?:co|vice|ex)-)?(?P<role>{_ROLES})\b"
_MID_WORD = rf"(?!(?:{FUNCTION}|{DETERMINERS})\b)[\w-]+"
_MID = rf"(?P<mid>(?:{_MID_WORD}\s+){{0,3}}?)"
# Behind *a* several adjectives are none of several things: a prolific, much-read writer.
_MID_OF_ONE = _MID.replace(r"\s+){0,3}", r"(?(one),?\s+(?:and\s+)?|\s+)){0,4}")
_MID_BARE = _MID.replace("(?!(?:", f"(?!(?:{OFFICE}|")
_ROLE = re.compile(
    rf"\b(?P<det>(?P<one>an?)|{DETERMINERS}|(?-i:[A-ZÀ-Þ])[\w-]+['’]s)\s+"
    rf"{_MID_OF_ONE}{_OF_ROLE}(?!-|\s+(?:{HEADS}|{_ROLES})\b)",
    re.IGNORECASE,
)
# Without an article, where nothing follows that the word could belong to.
_BARE = re.compile(
    rf"\b(?:{OFFICE}|is|an?\s+{_MID.replace('mid', 'first')}[\w-]+\s+(?:and|or))\s+"
    rf"{_MID_BARE}{_OF_ROLE}"
    rf"(?=\s*(?:[^\w\s'’-]|$)|\s+(?:{FUNCTION}|under|within|between)\b)",
    re.IGNORECASE,
)
_AND = re.compile(
    rf"\s*(?:,|,?\s+and|/)\s+{_MID}{_OF_ROLE}(?=\s*(?:[^\w\s'’-]|$)|\s+(?:{FUNCTION})\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b(?:(?P<office>{OFFICE}|although|though)|is)\s+"
    r"(?:(?:also|now|still|once|later|never|\w+ly)\s+)?$"
    r"|\b(?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+,\s+)$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r",\s+[A-ZÀ-Þ]")
_DEFINITE = frozenset({"the", "this", "that"})
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
        role = (*match.span("title"), title) if title in CALLED else None
        gender = TITLES.get(title)
        yield Mention(*match.span(), match[0], name, gender, title not in TITLES, role=role)


def _roles(sentence: str) -> Iterable[Mention]:
    found = list(_ROLE.finditer(sentence))
    taken = {match.end() for match in found}
    bare = [match for match in _BARE.finditer(sentence) if match.end() not in taken]
    for match in (*found, *bare):
        yield _role(sentence, match)
    for match in [m for m in (*found, *bare) if _office(sentence, m)]:
        after = _AND.match(sentence, match.end())
        while after and after.end() not in taken:
            yield _role(sentence, after, said=True)
            after = _AND.match(sentence, after.end())


def _role(sentence: str, match: re.Match[str], *, said: bool = False) -> Mention:
    told = {ATTRIBUTES.get(word) for word in match["mid"].casefold().split()} - {None}
    det = (match.groupdict().get("det") or "").casefold()
    start = match.start() if det else match.start("mid")
    return Mention(
        start,
        match.end(),
        sentence[start : match.end()],
        match["role"].casefold(),
        told.pop() if len(told) == 1 else None,
        open=True,
        any=det in ANYONE,
        role=(*match.span("role"), match["role"].casefold()),
        said=said or _office(sentence, match),
        definite=det in _DEFINITE,
    )


def _office(sentence: str, match: re.Match[str]) -> bool:
    """Whether it is said of somebody: behind *as*, *was* and the like, or beside a name. Of what
    things are too, *is* does not tell."""
    if "det" not in match.groupdict():
        return True
    if not sentence[: match.start()].strip() and _NAMED_AFTER.match(sentence, match.end()):
        return True
    before = _SAID.search(sentence, 0, match.start())
    return bool(before and (before.lastgroup or match["role"].casefold() not in THINGS))


def _nouns(sentence: str) -> Iterable[Mention]:
    for match in _NOUN.finditer(sentence):
        yield Mention(*match.span(), match[0], "", NOUNS[match["noun"].casefold()])

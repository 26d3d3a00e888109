"""The genders that a translation shows of the persons of its sentence.

What `evidence` finds, and besides: articles before what the sentence's own roles are called (*la
médica*), by both genders too (*une architecte*). Words for many at once (*the doctors*) are no
evidence: languages use the masculine for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from doctrans.constraints.address import without_polite
from doctrans.constraints.gender import called
from doctrans.constraints.gender.evidence import of_target
from doctrans.constraints.gender.forms import differ_in_gender
from doctrans.constraints.gender.words import CALLED, LANGUAGES
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE
_WORD = re.compile(r"\w+(?:-\w+)*")
# Before a word for one person. French mon, ton and son are of both before a vowel.
_BEFORE = {
    "fr": {M: "le|un|du|au|ce|cet", F: "la|une|cette|ma|ta|sa"},
    "es": {M: "el|un|del|al|este|ese|aquel", F: "la|una|esta|esa|aquella"},
}
# By the last word of a role in the plural, the roles.
_MANY: dict[str, list[str]] = {}
for _role in CALLED:
    _MANY.setdefault(f"{_role.split()[-1]}s", []).append(_role)


def known(language: str) -> str | None:
    """The language as the tables name it; None for one that they do not have."""
    base = language.partition("-")[0].lower()
    return base if base in LANGUAGES else None


def genders(source: str, target: str, language: str, roles: Iterable[str]) -> frozenset[Gender]:
    """`roles` are English, as of `Person.names`; `language` is one of `LANGUAGES`.

    >>> sorted(genders("The artist left.", "Die Künstlerin ging.", "de", ["artist"]))
    [<Gender.FEMININE: 'f'>]
    """
    text = without_polite(_without_many(source, target, language), language)
    own = tuple(roles)
    rules = (*_rules(language, own), *_forms(language, own))
    by_role = {gender for gender, rule in rules if rule.search(text)}
    return of_target(source, text, language) | by_role


_LONG = 7  # letters: no pronoun has as many


def without_shared(one: str, other: str, language: str, roles: Iterable[str]) -> str:
    """The second without the longer words that both have, if they are none for the roles: what
    stays when a person's gender changes is not theirs."""
    forms = [
        form.casefold() for r in roles for p in CALLED.get(r, {}).get(language, ()) for form in p
    ]
    shared = {
        word
        for word in _WORD.findall(one)
        if len(word) >= _LONG and not any(form in word.casefold() for form in forms)
    }
    return _WORD.sub(lambda match: " " if match[0] in shared else match[0], other)


_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")


def names_kept(source: str, before: str, after: str, roles: Sequence[str]) -> bool:
    """Whether a translation has the names that the first one has: a word that an engine is told
    may take the place of the name beside it."""
    own = {word for role in roles for word in role.split()}
    names = {word for word in _CAPITAL.findall(source) if word.casefold() not in own}
    return names & set(_CAPITAL.findall(before)) <= set(_CAPITAL.findall(after))


def differ(one: str, other: str, language: str) -> Gender | None:
    """The gender of the second, where it differs from the first in gendered forms alone."""
    before, after = _WORD.findall(one), _WORD.findall(other)
    if differ_in_gender(before, after, language):
        return F
    return M if differ_in_gender(after, before, language) else None


def _without_many(source: str, target: str, language: str) -> str:
    for word in _MANY.keys() & called.words(source):
        for role in _MANY[word]:
            if re.search(rf"\b{role}s\b(?!['’])", source, re.IGNORECASE):
                target = _men(role, language).sub(" ", target)
    return target


@cache
def _men(role: str, language: str) -> re.Pattern[str]:
    """What many in a role are called, women among them or not."""
    ending = "(?:e?n|e|s)?" if language == "de" else "e?s"
    men = "|".join(re.escape(man) for man, _ in CALLED[role][language])
    return re.compile(rf"\b(?:{men}){ending}\b", re.IGNORECASE)


def _rules(language: str, roles: tuple[str, ...]) -> Iterator[tuple[Gender, re.Pattern[str]]]:
    for role in roles:
        for man, woman in CALLED.get(role, {}).get(language, ()):
            yield from _of_word(language, man, woman)


@cache
def _forms(language: str, roles: tuple[str, ...]) -> tuple[tuple[Gender, re.Pattern[str]], ...]:
    """What men and women are called by in the roles, though the words may mean other things
    elsewhere (*avocat*); in Spanish they mean those in the same sentence (*la música*)."""
    if language == "es":
        return ()
    pairs = {p for r in roles for p in CALLED.get(r, {}).get(language, ()) if p[0] != p[1]}
    return tuple(
        (gender, re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE))
        for pair in sorted(pairs)
        for gender, word in zip((M, F), pair, strict=True)
    )


@cache
def _of_word(language: str, man: str, woman: str) -> tuple[tuple[Gender, re.Pattern[str]], ...]:
    before = _BEFORE.get(language, {})
    return tuple(
        (gender, re.compile(rf"\b(?:{articles})\s+{re.escape(word)}\b", re.IGNORECASE))
        for (gender, articles), word in zip(before.items(), (man, woman), strict=False)
    )

"""Of which gender the persons of a paragraph are, and who says so.

In this order: the sentence itself; the customer; a title elsewhere in the document (*Ms Lee* tells
who *Dr Lee* is); a first name behind a title (*Professor John Smith*), or a name beside the words
for the person (`beside`); the sentences around it, where the next one goes on with a pronoun that
can mean nobody else (*My friend is a doctor. She ...*), or another one calls the same person by the
same word; the sentences before, which is a guess (`before`); what the customer wants for all
others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from doctrans.constraints.gender import before, called, persons
from doctrans.constraints.gender.before import WINDOW
from doctrans.constraints.gender.english import OPEN_TITLES, THINGS, TITLES
from doctrans.constraints.gender.first_names import gender_of
from doctrans.constraints.gender.persons import Person
from doctrans.constraints.gender.wishes import Wishes, Wording
from doctrans.model import Gender

__all__ = ["WINDOW", "By", "Settled", "marked", "paragraph", "titles"]


class By(StrEnum):
    """Who says of which gender a person is."""

    SENTENCE = "sentence"
    CUSTOMER = "customer"
    TITLE = "title"  # elsewhere in the document
    NAME = "name"  # a first name behind a title of either gender, a name beside their words
    CONTEXT = "context"  # the sentences around
    BEFORE = "before"  # the sentences before speak of persons of one gender: a guess
    DECISION = "decision"  # the customer, about this very person
    MARKUP = "markup"  # of the document
    DEFAULT = "default"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Settled:
    """A person with what is known of their gender; `by` is NOBODY where nothing is. `neutral`: they
    are to be spoken of without one."""

    person: Person
    gender: Gender | None
    by: By
    neutral: bool = False

    @property
    def unsure(self) -> bool:
        """Whether a decision is wanted."""
        return self.by in (By.NOBODY, By.BEFORE) or (self.by is By.DEFAULT and self.neutral)

    def decided(self, wording: Wording) -> Settled:
        """The same as somebody decided."""
        return Settled(self.person, wording.gender, By.DECISION, wording is Wording.NEUTRAL)


_NEW = re.compile(r"(?:an?|another|one|some)\s", re.IGNORECASE)
_GOES_ON = re.compile(r"\W*(?:[\w’']+,?\s+){0,3}?(?:she|he|her|his)\b", re.IGNORECASE)
_TITLED = re.compile(
    rf"\b((?i:{'|'.join(TITLES)}))\.?\s+(?:[A-ZÀ-Þ][\w’'-]+\s+)?([A-ZÀ-Þ][\w’'-]+)"
)


def titles(texts: Iterable[str]) -> dict[str, Gender]:
    """By surname, in lower case, the gender that titles tell; none where they differ."""
    found: dict[str, set[Gender]] = defaultdict(set)
    for text in texts:
        if TITLES.keys().isdisjoint(called.words(text)):
            continue
        for title, name in _TITLED.findall(text):
            found[name.casefold()].add(TITLES[title.casefold()])
    return {name: next(iter(told)) for name, told in found.items() if len(told) == 1}


def paragraph(
    sentences: Sequence[str],
    wishes: Wishes,
    titled: Mapping[str, Gender],
    around: Sequence[str] = (),
) -> list[tuple[Settled, ...]]:
    """The persons of each sentence; `titled` as of `titles`, `around` are the sentences before."""
    found = _found(sentences, wishes.words, wishes, titled)
    if people := _people(found):
        again = _found(sentences, (*wishes.words, *people), wishes, titled)
        found = [_known_or_plain(*some) for some in zip(found, again, strict=True)]
    if any(one.gender is None for some in found for one in some):
        found = _named_alike(_gone_on(sentences, found))
        found = list(_guessed([*around, *sentences], found))
    return [
        tuple(_by_default(one, wishes) for one in some if one.gender or not one.person.thing)
        for some in found
    ]


def _found(
    sentences: Sequence[str],
    words: Sequence[str],
    wishes: Wishes,
    titled: Mapping[str, Gender],
) -> list[tuple[Settled, ...]]:
    """`words` are further ones for persons."""
    return [
        tuple(_alone(one, text, wishes, titled) for one in persons.find(text, words))
        for text in sentences
    ]


def _people(found: Sequence[tuple[Settled, ...]]) -> list[str]:
    """Words that are of things too, and mean a person in a paragraph that has several sentences:
    *The patient is a woman. The patient was ...*"""
    if len(found) < 2:
        return []
    told = (one.person.names for some in found for one in some if one.gender and one.person.noun)
    return sorted({name for names in told for name in names} & THINGS)


def _known_or_plain(known: tuple[Settled, ...], found: tuple[Settled, ...]) -> tuple[Settled, ...]:
    """The patient is whom the sentence before is about; the printer driver and a reader are not."""
    starts = {one.person.start for one in known}
    return tuple(one for one in found if one.person.start in starts or _is_plain(one.person))


def _is_plain(person: Person) -> bool:
    return person.definite and len(person.words.split()) == 2


def _alone(person: Person, sentence: str, wishes: Wishes, titled: Mapping[str, Gender]) -> Settled:
    if person.gender:
        return Settled(person, person.gender, By.SENTENCE)
    if wanted := wishes.of(person.words, person.names):
        return Settled(person, wanted, By.CUSTOMER)
    for name in person.names:
        first, _, rest = name.partition(" ")
        if first in OPEN_TITLES and (told := titled.get(rest.split(" ")[-1])):
            return Settled(person, told, By.TITLE)
    if told := _by_first_name(person) or persons.beside_name(person, sentence):
        return Settled(person, told, By.NAME)
    return Settled(person, None, By.NOBODY)


def _by_first_name(person: Person) -> Gender | None:
    """*Professor John Smith*: nobody is called by the first name alone behind a title."""
    words = person.words.split()
    if len(words) < 3 or words[-3].rstrip(".").casefold() not in OPEN_TITLES:
        return None
    return gender_of(words[-2])


def _gone_on(
    sentences: Sequence[str], found: Sequence[tuple[Settled, ...]]
) -> list[tuple[Settled, ...]]:
    """The only person of a sentence is whom a pronoun of the next one means."""
    made = list(found)
    for n, (sentence, some) in enumerate(zip(sentences[:-1], found, strict=False)):
        if len(some) != 1 or some[0].gender or persons.another_named(sentence):
            continue
        after = found[n + 1]
        told = {one.gender for one in after}
        pronouns = all(not one.person.names and not one.person.noun for one in after)
        if len(told) == 1 and pronouns and _GOES_ON.match(sentences[n + 1]):
            made[n] = (replace(some[0], gender=told.pop(), by=By.CONTEXT),)
    return made


def _named_alike(found: Sequence[tuple[Settled, ...]]) -> list[tuple[Settled, ...]]:
    """Who is called by the same word in a paragraph is the same person."""
    known: dict[str, set[tuple[Gender, bool]]] = defaultdict(set)
    for one in (one for some in found for one in some if one.gender and not one.person.any):
        for name in one.person.names:
            known[name].add((one.gender, one.by is By.NAME))  # type: ignore[arg-type]  # tested
    return [tuple(_like(one, known) for one in some) for some in found]


def _like(one: Settled, known: Mapping[str, set[tuple[Gender, bool]]]) -> Settled:
    told = {each for name in one.person.names for each in known.get(name, ())}
    genders = {gender for gender, _ in told}
    if one.gender or one.person.any or len(genders) != 1:
        return one
    if all(by_name for _, by_name in told) and _NEW.match(one.person.words):
        return one  # *Anna is a nurse. Ask a nurse*
    return replace(one, gender=genders.pop(), by=By.CONTEXT)


def _guessed(
    sentences: Sequence[str], found: Sequence[tuple[Settled, ...]]
) -> Iterator[tuple[Settled, ...]]:
    """Those who are settled by nothing else as the sentences before tell. `found` is of the last
    sentences."""
    first = len(sentences) - len(found)
    for n, some in enumerate(found, start=first):
        gender = None
        asked = n and some and all(one.gender is None for one in some)
        if asked and not before.silent(sentences[max(n - before.WINDOW, 0) : n]):
            reach = before.reach(sentences[n], [one.person for one in some])
            gender = before.told(sentences[max(n - reach, 0) : n]) if reach else None
        yield tuple(replace(one, gender=gender, by=By.BEFORE) for one in some) if gender else some


def _by_default(one: Settled, wishes: Wishes) -> Settled:
    if one.gender or not (wishes.default or wishes.neutral) or not one.person.open:
        return one
    return replace(one, gender=wishes.default, by=By.DEFAULT, neutral=wishes.neutral)


def marked(
    some: tuple[Settled, ...], marks: Sequence[tuple[int, int, Gender]]
) -> tuple[Settled, ...]:
    """As markup says of the persons in its ranges, the innermost last; what the sentence itself
    says of them holds."""
    made = list(some)
    for n, one in enumerate(some):
        for start, end, gender in marks:
            if start <= one.person.start < end and one.person.gender is None:
                made[n] = replace(one, gender=gender, by=By.MARKUP, neutral=False)
    return tuple(made)

"""What the sentences before tell of the gender of the person that a sentence goes on to speak of.

Careful, and still a guess: *She was born in Bern. Keller became the editor of a journal.* Pronouns
tell of whom a text speaks; a wife or a father may be named beside, so that nouns and titles are
asked only where there is no pronoun. Where both genders are spoken of nobody is settled. The
sentence itself must speak of somebody who is said to be something (*became the editor*, *as a
teacher*), or was spoken of (*the author*): *a teacher* alone is somebody new.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from doctrans.constraints.gender import called, persons
from doctrans.constraints.gender.english import OPEN_TITLES, PRONOUNS
from doctrans.constraints.gender.persons import Person
from doctrans.constraints.gender.words import GENDERED
from doctrans.model import Gender

WINDOW = 3  # sentences
_PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_GENDERED = PRONOUNS.keys() | GENDERED["en"].female | GENDERED["en"].male


def told(sentences: Sequence[str]) -> Gender | None:
    """The gender of the only persons that they speak of.

    >>> told(["Her father was a merchant.", "In 1866 she went to Bern."])
    <Gender.FEMININE: 'f'>
    """
    text = "\n".join(sentences)
    found = {PRONOUNS[word.casefold()] for word in _PRONOUN.findall(text)}
    if not found:
        words = set(map(str.casefold, _WORD.findall(text)))
        english = GENDERED["en"]
        sides = (Gender.FEMININE, english.female), (Gender.MASCULINE, english.male)
        found = {gender for gender, known in sides if words & known}
    return found.pop() if len(found) == 1 else None


def silent(sentences: Sequence[str]) -> bool:
    """Whether they speak of no gender at all; costs less than the rest."""
    return all(_GENDERED.isdisjoint(called.words(text)) for text in sentences)


def reach(sentence: str, found: Sequence[Person]) -> int:
    """How many sentences before may speak of the persons of a sentence, who are all open: of those
    who are said to be something `WINDOW`, of one who was spoken of the last one; 0: none."""
    if not found or any(person.gender or person.any for person in found):
        return 0
    if all(person.said or _with_title(person) for person in found):
        return WINDOW
    [person, *others] = found
    start = person.roles[0][0] if person.roles else 0
    new = others or not person.definite or persons.another_named(sentence, start)
    return 0 if new else 1


def _with_title(person: Person) -> bool:
    """*Professor Keller*, of whom a text that says no first name has spoken."""
    return any(name.partition(" ")[0] in OPEN_TITLES and " " in name for name in person.names)

"""What the customer says of persons, by the words that a document calls them by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from doctrans.model import Gender


class Wording(StrEnum):
    """How a sentence may be worded for a person whose gender is not known."""

    FEMININE = "f"
    MASCULINE = "m"
    NEUTRAL = "neutral"

    @property
    def gender(self) -> Gender | None:
        return None if self is Wording.NEUTRAL else Gender(self.value)


class Key(NamedTuple):
    """Whom a decision (`decisions`) is about. `document` is a file's name, "" for text; `segment`
    an id."""

    document: str
    segment: str
    source: str  # the sentence, as a person reads it
    person: str  # as the sentence says it


@dataclass(frozen=True, slots=True)
class Wishes:
    """`persons` are words, in lower case, and the gender of whom they mean: roles (*doctor*), names
    (*dr lee*), any other words (*i*, *nurses*). `default` is for persons of whom nothing is known;
    None: they are left as the engine has them, or, if `neutral`, worded without a gender where the
    tables have a word. `both`: the report is to have all wordings for them, which an engine is
    asked for. `decided` goes before everything."""

    persons: tuple[tuple[str, Gender], ...] = ()
    default: Gender | None = None
    both: bool = False
    neutral: bool = False
    decided: Mapping[Key, Wording] = field(default_factory=dict)
    digest: str = ""  # of `decided`

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(words for words, _ in self.persons)

    def of(self, words: str, names: tuple[str, ...]) -> Gender | None:
        """The gender of somebody who is called so; the longest of several wishes decides."""
        called = f" {' '.join((words.casefold(), *names))} "
        fitting = [(len(wish), gender) for wish, gender in self.persons if f" {wish} " in called]
        return max(fitting)[1] if fitting else None

    def __str__(self) -> str:
        said = [f"{words}={gender}" for words, gender in self.persons]
        said += [f"default {self.default}"] if self.default else ["ask"] if self.both else []
        said += ["neutral"] if self.neutral else []
        said += [f"decisions {self.digest}"] if self.digest else []
        return ", ".join(said)

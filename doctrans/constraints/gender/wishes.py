"""What the customer says of persons, by the words that a document calls them by."""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.model import Gender


@dataclass(frozen=True, slots=True)
class Wishes:
    """`persons` are words, in lower case, and the gender of whom they mean: roles (*doctor*), names
    (*dr lee*), any other words (*i*, *nurses*). `default` is for persons of whom nothing is known;
    None: they are left as the engine has them. `both`: the report is to have both wordings for
    them, which an engine is asked for."""

    persons: tuple[tuple[str, Gender], ...] = ()
    default: Gender | None = None
    both: bool = False

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
        return ", ".join(said)

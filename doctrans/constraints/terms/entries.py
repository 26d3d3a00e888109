"""What a glossary says of one term of one language pair. Values alone."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Case(StrEnum):
    """In which letters a term is found, and in which its translation is written.

    `CARRY`: found in any letters (in capitals alone if it is listed in capitals: *IT*, *WHO*), and
    translated in the same manner: as listed, with a capital first letter, all in capitals.
    """

    CARRY = "carry"
    EXACT = "exact"  # found only as listed, translated as listed
    ANY = "any"  # found in any letters, translated as listed


class Entry(NamedTuple):
    """One line of a glossary; a tuple, since 100,000 are made at a time.

    `target` is empty where only translations are forbidden. `keep`: the words are copied as they
    stand; then `target` is empty. `source_language` and `target_language` are BCP 47; empty: any.
    """

    source: str
    target: str
    source_language: str = ""
    target_language: str = ""
    keep: bool = False  # do not translate
    case: Case = Case.CARRY
    part_of_speech: str = ""  # of `PARTS_OF_SPEECH`, or empty
    domain: str = ""
    customer: str = ""
    admitted: tuple[str, ...] = ()  # other translations that are as good, and never asked for
    forbidden: tuple[str, ...] = ()  # translations that must not be used for it
    priority: int = 0  # the higher goes before; then the one that was read first
    note: str = ""
    line: int = 0  # of its file, from 1
    origin: str = ""  # the file's name
    pattern: bool = False  # `source` is a regular expression (`patterns`), and `keep` is set

    @property
    def where(self) -> str:
        """For messages: `terms.csv, line 12`."""
        return f"{self.origin}, line {self.line}" if self.origin else f"line {self.line}"


# The names that data categories have for them (ISO 12620, as TBX-Basic uses it), and shorter ones.
PARTS_OF_SPEECH = {
    "noun": "noun",
    "n": "noun",
    "proper noun": "proper noun",
    "propernoun": "proper noun",
    "name": "proper noun",
    "verb": "verb",
    "v": "verb",
    "adjective": "adjective",
    "adj": "adjective",
    "a": "adjective",
    "adverb": "adverb",
    "adv": "adverb",
    "other": "",
    "": "",
}


def same_language(listed: str, wanted: str) -> bool:
    """Whether an entry in one language serves a text in another: `en` and `en-GB` serve each other,
    `en-US` and `en-GB` do not; no language serves every one."""
    if not listed or not wanted:
        return True
    one, other = (tag.replace("_", "-").lower().split("-") for tag in (listed, wanted))
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]

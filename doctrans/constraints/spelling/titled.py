"""Names behind titles: *Ms Wood*, *Dr. Emily Carter*. Whatever word stands there with a capital is
a name, and stays as it is: no list tells *Wood* from wood.

Offices are none (*Mr President*). *Miss* is a verb too (*Never Miss Updates*), *Doctor* and
*Professor* are nouns (*Call Your Doctor Today*).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from doctrans.constraints.gender.first_names import gender_of
from doctrans.constraints.spelling.lexicon import listed
from doctrans.model import Range

_HINTS = ("Mr", "Ms", "Miss", "Mx", "Dr", "Prof", "Doctor")
_TITLE = re.compile(r"(?<![\w'’./@+-])(?:(?:Mrs?|Ms|Mx|Dr|Prof)\.?|Miss|Professor|Doctor) ")
_INITIALS = r"(?:[A-Z]\. ?){0,3}"
_PARTICLE = r"(?:(?:van|von|zu|de|der|den|del|della|da|du|la|le|al|bin|ter|ten|dos) ){0,2}"
_WORD = rf"{_PARTICLE}[^\W\d_a-z][^\W\d_]*(?:['’-](?!s\b)[^\W\d_]+)*(?![\w@/+])"
NAME = rf"{_INITIALS}{_WORD}(?: {_INITIALS}{_WORD}){{0,3}}"
_NAME = re.compile(rf"{_INITIALS}({_WORD})")
_MORE = re.compile(rf" {_INITIALS}({_WORD})")
_MOST = 3  # further words of a name
_OTHERS = """
    President Vice Prime Minister Speaker Chairman Chairwoman Chairperson Chair Chancellor Mayor
    Secretary Ambassador Justice Commissioner Senator Governor General Moderator Director Right
    Perfect Universe World America Earth International Emeritus Of And Or The A An It Its Me My You
    Your Him His Her Them Their Us Our Out This That These Those Any Anything No Not Nothing One In
    On At By For From To With Who What When Where Why How If Is Are Was Were Will I
"""
_NONE = frozenset(_OTHERS.split())
# No parts of a name behind another one.
_DAYS = """
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
_DATES = frozenset(_DAYS.split())
# Titles that are words as well, and what stands before them where they are.
_ALSO = frozenset(["Miss", "Doctor", "Professor"])
_DETERMINED = re.compile(
    r"(?<![\w'’-])(?:an?|the|your|my|our|his|her|their|this|any|every|each) $", re.IGNORECASE
)
_DENIED = r"n['’]t|(?<![\w'’-])(?:not|never|you|I|we|they|will|would|should|could|might)"
_OF_VERB = re.compile(rf"(?:{_DENIED}) $", re.IGNORECASE)
_BEFORE = 12  # characters that are looked at for it
CLOSED = re.compile(r"\s*(?:[,;:.()–—|/\n]|['’]s\b|$)")  # what a name in a heading has behind it


def found(
    text: str, *, heading: bool = False, unknown: Callable[[str], bool] = lambda _: False
) -> list[Range]:
    """Where such names are, without their titles. In a heading, where each word may have a
    capital, only a first name has another one behind it, and behind titles that are words as well
    only such a name is one, an `unknown` word or a surname with nothing behind it.

    >>> found("Please contact Ms. Wood or Dr Emily O'Brien.")
    [Range(start=19, end=23), Range(start=30, end=43)]
    """
    return list(_found(text, heading, unknown)) if hinted(text) else []


def hinted(text: str) -> bool:
    """Whether there may be a title: most texts have none."""
    return any(hint in text for hint in _HINTS)


def _found(text: str, heading: bool, unknown: Callable[[str], bool]) -> Iterator[Range]:
    for title in _TITLE.finditer(text):
        name = _NAME.match(text, title.end())
        if name is None or not is_name(name[1]) or _is_word(text, title):
            continue
        if heading and title[0].rstrip() in _ALSO and not _is_sure(text, title, name, unknown):
            continue
        before, end = name[1], name.end()
        for _ in range(_MOST):
            more = _MORE.match(text, end)
            if more is None or more[1] in _DATES or (heading and not is_first_name(before)):
                break
            before, end = more[1], more.end()
        yield Range(name.start(), end)


def _is_word(text: str, title: re.Match[str]) -> bool:
    """Whether it is a verb or a noun by what stands before it."""
    word, before = title[0].rstrip(), text[max(0, title.start() - _BEFORE) : title.start()]
    if word not in _ALSO:
        return False
    return bool(_DETERMINED.search(before) or (word == "Miss" and _OF_VERB.search(before)))


def _is_sure(
    text: str, title: re.Match[str], name: re.Match[str], unknown: Callable[[str], bool]
) -> bool:
    """Whether what stands behind a title that may be a word of a heading is a name."""
    if title[0] == "Miss " and text[max(0, title.start() - 3) : title.start()].lower() == "to ":
        return False
    if is_first_name(name[1]) or unknown(name[1]):
        return True
    return name[1] in listed("surnames") and bool(CLOSED.match(text, name.end()))


def is_name(word: str) -> bool:
    """Whether it may be one behind a title: no office, no function word."""
    return word not in _NONE


def is_first_name(word: str) -> bool:
    return word in listed("first_names") or gender_of(word) is not None


def behind_title(text: str, start: int) -> bool:
    """Whether a title stands directly before a place in a text."""
    titles = _TITLE.finditer(text, max(0, start - _BEFORE), start)
    return any(title.end() == start and not _is_word(text, title) for title in titles)


# What small models take for something else (*Miss*), or copy as it is (*Dr*).
_PLAINER = {"Miss": "Ms", "Dr": "Dr.", "Prof": "Prof."}


def plainer(text: str, names: Collection[int]) -> list[tuple[Range, str]]:
    """Where titles of names that begin at these places may be written otherwise, and how.

    >>> plainer("Ask Miss Wood.", [9])
    [(Range(start=4, end=8), 'Ms')]
    """
    found = ((title.start(), title[0].rstrip(), title.end()) for title in _TITLE.finditer(text))
    return [
        (Range(start, start + len(title)), _PLAINER[title])
        for start, title, end in found
        if title in _PLAINER and end in names and behind_title(text, end)
    ]

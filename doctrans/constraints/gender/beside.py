"""Names that stand with a word for a person, and tell of which gender they are.

*Our CEO, Susan Miller,*; *my friend Peter*; *Anna Berg was elected as treasurer*; *the new boss is
Mr Hill*. Only where the words can mean nobody but the bearer of the name: in *the father of Anna is
a doctor*, *the doctor, Anna, and I* and *the teacher Anna met* they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from doctrans.constraints.gender import called
from doctrans.constraints.gender.english import DETERMINERS, FUNCTION, OPEN_TITLES, TITLES
from doctrans.constraints.gender.first_names import GENDERS, gender_of
from doctrans.model import Gender


@dataclass(frozen=True, slots=True)
class _Name:
    """`text[start:end]`, with its title; `whole`: more than a first name."""

    start: int
    end: int
    gender: Gender
    whole: bool


_TITLES = rf"(?:(?i:{'|'.join((*TITLES, *OPEN_TITLES))})\.?\s+)"
_NAME = re.compile(
    rf"(?P<titles>{_TITLES}*)(?P<first>[A-ZÀ-Þ][\w-]+)(?P<last>(?:\s+(?:[A-ZÀ-Þ]\.|"
    r"(?:(?:van|von|der|de|la)\s+)*[A-ZÀ-Þ](?:[\w-]|['’](?!s\b))*))*)(?!['’]s|\w)"
)
_WORD = re.compile(r"\b[^\W\d_][\w-]*")
_BEGIN = frozenset([*map(str.casefold, GENDERS), *TITLES, *OPEN_TITLES])
_IN_NAME = re.compile(r"\w\W*\s[A-ZÀ-Þ][\w’'.-]*\s+$")  # *Mount Mary*
# Alone they are as well of places and things, or surnames: *Mitchell was a nurse*.
_PLACES = "Aurora Austin Charlotte Dawn Florence Georgia Jackson Mercedes Sofia Victoria Virginia"
_SURNAMES = """
    Allen Bradley Byron Clark Curtis Elliott Floyd Franklin Grant Harvey Lloyd Luther Marshall
    Mitchell Nelson Seymour Sheldon Spencer Stewart Tyler Wallace
"""
_ELSE = frozenset([*_PLACES.split(), *_SURNAMES.split()])
# Of firms that are called by somebody's name: *Robert Bosch GmbH*.
_FIRMS = re.compile(
    r"[\s-](?:AG|Airlines|Association|Bank|Capital|Co|College|Company|Corp|Corporation|"
    r"Foundation|GmbH|Group|Holdings?|Hospital|Hotel|Inc|Industries|Institute|Insurance|LLC|LLP|"
    r"Limited|Ltd|Motors|Museum|Mutual|PLC|Plc|School|Solutions|Systems|Trust|University)\b"
)
_AND_CO = re.compile(r"\s+&")
# Between two words for the same person.
IS = re.compile(
    r"\s+(?:(?:is|am|are|was|became|becomes|remain(?:s|ed)|works? as|worked as|will be|"
    r"(?:has|have|had) been|"
    r"(?:was|got|is) (?:re-?)?(?:elected|appointed|named|made)(?: as)?|serve[sd] as|acted as|"
    r"(?:has|had) become|wants? to be(?:come)?)(?:\s+(?:now|also|still|already|not|once))?\s+)$|"
    r"['’](?:s|m|re)\s+$",
    re.IGNORECASE,
)
_WHO_IS = re.compile(
    r",?\s+who\s+(?:is|was|became|has been|had been|works as|worked as|serve[sd] as)\s+"
    r"(?:(?:now|also|still|already|once|later)\s+)?$"
)
_OF = re.compile(r"\bof\s+$")
_DET = rf"(?:{DETERMINERS})"
# What a subject may stand behind.
_SUBJECT = re.compile(
    r"(?:^[^\w]*|[,;:(–—]\s*|\b(?:that|because|if|when|while|but|since|although|though|where|today|"
    rf"now|then)\s+)(?:{_DET}\s+(?:(?!(?:{FUNCTION})\b)\w+\s+){{1,3}})?$",
    re.IGNORECASE,
)
# Between a subject and what it is: her age, her firm.
_ASIDE = re.compile(r"\s+\([^()]*\)|,[^,]{1,40},")
_CALLED_FIRST = re.compile(
    rf"\W*(?:{_DET}|[\w-]+['’]s)\s+(?:(?!(?:{FUNCTION})\b)[\w-]+\s+){{0,3}}[\w-]+,\s+",
    re.IGNORECASE,
)
_WORKS_AS = re.compile(r"\s+(?:(?:has|had|also|now|later)\s+)*[a-z]+(?:ed|s)\s+as\s+$")
_APPOSED = re.compile(r"\s*(?:,|\(|\s[-–—|])\s*$")
_APPOSED_ENDS = re.compile(r"\s*(?:,\s+(?!(?:and|or|as well)\b|[A-ZÀ-Þ])|[.;:)]|$)")
# The same where only somebody beside would be named so: *Anna Berg, a student of mine*.
_NEW = re.compile(r"(?:an?|my|our|your)\s", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?:of|at|in|from|for|with|who)\b")
# *Editor: Julia Meyer*, and nobody else.
_LABEL = re.compile(r"\s*:\s+")
_LABEL_OF_ONE = re.compile(r"\s*(?:$|[.;(]|,\s+(?![A-ZÀ-Þ]))")
# The end of an aside: *Anna Berg, the director of the institute, left*.
_ASIDE_ENDS = re.compile(
    r"\s+(?:of|at|in|for)\s+[^,;.()]{1,60},\s+(?!(?:and|or|as well)\b|[A-ZÀ-Þ])"
)
_IS_NAMED = re.compile(r"\s+(?:is|was|will be|remains)\s+$")
# Of *a nurse*: *the nurse called Peter* is what she did, and *a nurse called Peter* may be.
_NAMED = re.compile(r"\s+named\s+$")
_CALLED = re.compile(r"\s+called\s+$")
_ANY = re.compile(r"(?:an?|one|another|some)\s", re.IGNORECASE)
_OF_ANY = re.compile(r"\b(?:about|as|by|for|from|is|of|to|was|with)\s+$")
# Not before another name: *my boss is Anna and Peter's father*.
_CLAUSE_ENDS = re.compile(r"\s*(?:[^\w\s'’-]|$)|\s+(?:who|from|and(?!\s+[A-ZÀ-Þ]))\b")
_WORD_NEXT = re.compile(r"\s+([a-z]\w*)")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_STOPS = re.compile(r"\s*(?:[.!?]|$)")
_NOT_YOURS = re.compile(r"(?:my|his|her|its|our|their|[\w-]+['’]s)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:my|your|his|her|its|our|their|[\w-]+['’]s)\b", re.IGNORECASE)
_NO_VERB = re.compile(rf"(?:{FUNCTION})", re.IGNORECASE)
_VERB = re.compile(r"is|was|has|had|will|can")
_LISTED = re.compile(r"[A-ZÀ-Þ][\w’'-]*,\s+$")
_TOLD = re.compile(
    r"\b(?:tell|told|inform|informed|ask|asked|show|showed|assure|assured|remind|reminded|"
    r"convince|convinced|promise|promised)\s+$"
)


def told(sentence: str, start: int, end: int) -> Gender | None:
    """The gender of those who bear the names beside the words `[start, end)` for a person; None
    where there is none, or names of both.

    >>> told("Our boss, Susan Hill, left.", 0, len("Our boss"))
    <Gender.FEMININE: 'f'>
    """
    if _POSSESSIVE.match(sentence, end):
        return None  # *Anna is my doctor's friend*
    found = {name.gender for name in _names(sentence) if _of(sentence, start, end, name)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1024)
def _names(sentence: str) -> tuple[_Name, ...]:
    if _BEGIN.isdisjoint(called.words(sentence)):
        return ()
    found: list[_Name] = []
    for word in _WORD.finditer(sentence):
        if word[0].casefold() in _BEGIN and not (found and word.start() < found[-1].end):
            found += _name(sentence, word.start())
    return tuple(found)


def _name(sentence: str, at: int) -> Iterator[_Name]:
    match = _NAME.match(sentence, at)
    if not match:
        return
    titles = match["titles"].replace(".", " ").casefold().split()
    told = {TITLES[title] for title in titles if title in TITLES}
    gender = told.pop() if len(told) == 1 else gender_of(match["first"])
    whole = bool(titles or match["last"])
    begins = titles or not _IN_NAME.search(sentence[:at])
    person = whole or match["first"] not in _ELSE
    if gender and begins and person and not _is_firm(sentence, match):
        yield _Name(at, match.end(), gender, whole)


def _is_firm(sentence: str, name: re.Match[str]) -> bool:
    return bool(_FIRMS.search(name["last"]) or _AND_CO.match(sentence, name.end()))


def _of(sentence: str, start: int, end: int, name: _Name) -> bool:
    """Whether the words `[start, end)` are said of the bearer of the name."""
    if name.end <= start:
        return _before(sentence, start, end, name)
    return name.start >= end and _behind(sentence, start, end, name)


def _before(sentence: str, start: int, end: int, name: _Name) -> bool:
    between = sentence[name.end : start]
    if who_is(sentence, name.start, between):
        return True
    if aside := _ASIDE.match(between):
        between = between[aside.end() :]
    elif between.startswith(",") and _CALLED_FIRST.fullmatch(sentence[: name.start]):
        between = between[1:]
    if IS.match(between) or _WORKS_AS.match(between):
        return bool(_SUBJECT.search(sentence[: name.start]))
    if not _APPOSED.fullmatch(sentence[name.end : start]):
        return False
    goes_on = _NEW.match(sentence, start) and _GOES_ON.match(sentence, end)
    if not sentence[: name.start].strip():
        goes_on = goes_on or _ASIDE_ENDS.match(sentence, end)
    ends = goes_on or _APPOSED_ENDS.match(sentence, end)
    return bool(ends) and not _LISTED.search(sentence[: name.start])


def who_is(sentence: str, start: int, between: str) -> bool:
    """Whether what comes next is said of whoever is named at `start`, right before *who*; behind
    *of* it may be somebody else: *the son of Ms Hill, who was a nurse*."""
    return bool(_WHO_IS.fullmatch(between)) and not _OF.search(sentence, 0, start)


def _behind(sentence: str, start: int, end: int, name: _Name) -> bool:
    before, between = sentence[:start], sentence[end : name.start]
    if _NAMED.fullmatch(between):
        return bool(_ANY.match(sentence, start))
    if _CALLED.fullmatch(between):
        return bool(_ANY.match(sentence, start) and _OF_ANY.search(before))
    if _LABEL.fullmatch(between):
        return not before.strip() and bool(_LABEL_OF_ONE.match(sentence, name.end))
    if _IS_NAMED.fullmatch(between):
        return bool(_SUBJECT.search(before) and _CLAUSE_ENDS.match(sentence, name.end))
    if _APPOSED.fullmatch(between):
        if _LISTED.search(before):
            return False
        if not name.whole and _STOPS.match(sentence, name.end):  # not *Ask the doctor, Anna.*
            return bool(_NOT_YOURS.match(sentence, start))
        return bool(_APPOSED_ENDS.match(sentence, name.end))
    return between == " " and _called_so(sentence, start, name)


def _called_so(sentence: str, start: int, name: _Name) -> bool:
    """*Our adviser Sandra Weber*; in *I told the doctor Anna was ill* and *the teacher Anna met*
    the name is a subject."""
    after = _WORD_NEXT.match(sentence, name.end)
    if after is None:
        return True
    if _TOLD.search(sentence[:start]):
        return bool(_NO_VERB.fullmatch(after[1]) and not _VERB.fullmatch(after[1]))
    return name.whole or bool(_OWN.match(sentence, start) and _NO_VERB.fullmatch(after[1]))

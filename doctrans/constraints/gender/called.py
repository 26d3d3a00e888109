"""Where an English sentence calls somebody by a role: *the old doctor*, *became editor of*.

A role is looked for first, by its words, and then what stands around it: that costs as much as the
sentence has roles, however many the table has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from doctrans.constraints.gender.english import DETERMINERS, FUNCTION, HEADS, OFFICE
from doctrans.constraints.gender.words import CALLED


@dataclass(frozen=True, slots=True)
class Place:
    """`text[start:end]` is a role's own word; `begin` is before a *co-* in front of it."""

    begin: int
    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Call:
    """`text[start:end]`: the role with the words before it that belong to it, `mid`, and its
    article or the like, `det`, both in lower case; `det` is empty where it has none."""

    start: int
    end: int
    det: str
    mid: str
    place: Place


_WORD = re.compile(r"\w+")
_CO = re.compile(r"\b(?:co|vice|ex)-$", re.IGNORECASE)
_MID_WORD = rf"(?!(?:{FUNCTION}|{DETERMINERS})\b)[\w-]+"
# Behind *a* several adjectives are none of several things: a prolific, much-read writer.
_WITH_ARTICLE = re.compile(
    rf"\b(?P<det>(?P<one>an?)|{DETERMINERS}|(?-i:[A-ZÀ-Þ])[\w-]+['’]s)\s+"
    rf"(?P<mid>(?:{_MID_WORD}(?(one),?\s+(?:and\s+)?|\s+)){{0,4}})$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\b(?:{OFFICE}|is|an?\s+(?:{_MID_WORD}\s+){{0,3}}?[\w-]+\s+(?:and|or))\s+"
    rf"(?P<mid>(?:(?!(?:{OFFICE})\b){_MID_WORD}\s+){{0,3}})$",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"\s*(?:,|,?\s+and|/)\s+(?P<mid>(?:{_MID_WORD}\s+){{0,3}})", re.IGNORECASE)
_ALONE = re.compile(rf"\W*(?P<mid>(?:{_MID_WORD}\s+){{0,3}})", re.IGNORECASE)
# A label, *Editor:*, and what stands behind a name: *Julia Meyer, editor*.
_LABEL_ENDS = re.compile(r"\s*:\s+")
_BEHIND_NAME = re.compile(
    rf"\w(?:,|\s[-–—|])\s+(?P<mid>(?:{_MID_WORD}\s+){{0,3}})$|"
    rf"\w\s+\((?P<in>(?:{_MID_WORD}\s+){{0,3}})$",
    re.IGNORECASE,
)
_NEAR = 100  # characters, of three words and a name's last letter
_OF_A_THING = re.compile(rf"-|\s+(?:{HEADS})\b", re.IGNORECASE)
# Behind a role without an article, which could else belong to what follows.
_ENDS = re.compile(rf"\s*(?:[^\w\s'’-]|$)|\s+(?:{FUNCTION}|under|within|between)\b", re.IGNORECASE)
_REACH = 100  # characters before a role that may belong to it
_GAP = re.compile(r"\s+")


def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for role in sorted(CALLED, key=len, reverse=True):
        found.setdefault(_WORD.findall(role)[0], []).append(role)
    return found


@lru_cache(maxsize=1024)
def words(text: str) -> frozenset[str]:
    """The words of a text, case-folded; most are asked for several times in a row."""
    return frozenset(_WORD.findall(text.casefold()))


_BY_FIRST_WORD = _by_first_word()
FIRST_WORDS = frozenset(_BY_FIRST_WORD)


def places(sentence: str) -> list[Place]:
    """The roles that it has words for, the longest where several begin."""
    first = FIRST_WORDS.intersection(words(sentence))
    starts = sorted(
        (match.start(), word) for word in first for match in _whole(word).finditer(sentence)
    )
    found: list[Place] = []
    for start, word in starts:
        if found and start < found[-1].end:
            continue
        for role in _BY_FIRST_WORD[word]:
            end = start + len(role)
            if sentence[start:end].casefold() == role and not sentence[end : end + 1].isalnum():
                co = _CO.search(sentence, max(0, start - 5), start)
                found.append(Place(co.start() if co else start, start, end, role))
                break
    return found


@lru_cache(maxsize=1024)
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{word}\b", re.IGNORECASE)


def with_article(sentence: str, roles: Sequence[Place]) -> list[Call]:
    """Roles behind an article or the like that are not before a noun they belong to."""
    found: list[Call] = []
    for place, after in zip_longest(roles, roles[1:]):
        if _OF_A_THING.match(sentence, place.end):
            continue
        if after and _GAP.fullmatch(sentence, place.end, after.begin):
            continue
        low = found[-1].end if found else 0
        before = _WITH_ARTICLE.search(sentence, max(low, place.begin - _REACH), place.begin)
        if before:
            found.append(_call(before, before.start(), before["det"], place))
    return found


def bare(sentence: str, roles: Sequence[Place]) -> Iterator[Call]:
    """Roles without an article, where an office is named and nothing follows that the word could
    belong to."""
    for place in roles:
        if ends(sentence, place.end):
            low = max(0, place.begin - _REACH)
            if before := _BARE.search(sentence, low, place.begin):
                yield _call(before, before.start("mid"), "", place)


def alone(sentence: str) -> Iterator[Call]:
    """A role that is all of a text, but for a few words before it."""
    for place in places(sentence):
        before = _ALONE.fullmatch(sentence, 0, place.begin)
        if before and not _WORD.search(sentence, place.end):
            yield _call(before, before.start("mid"), "", place)


def labels(sentence: str) -> Iterator[Call]:
    """Roles that may be beside a name in a list of persons, or in brackets: *Editor: Julia Meyer*,
    *Julia Meyer, editor*, *Julia (editor)*."""
    for place in places(sentence):
        before = _ALONE.fullmatch(sentence, 0, place.begin)
        if before and _LABEL_ENDS.match(sentence, place.end):
            yield _call(before, before.start("mid"), "", place)
        elif behind := _BEHIND_NAME.search(sentence, max(0, place.begin - _NEAR), place.begin):
            group = "mid" if behind["in"] is None else "in"
            last = sentence[place.end :].strip(" .")
            if last.startswith(")") if group == "in" else not last:
                start = behind.start(group)
                yield Call(start, place.end, "", behind[group].casefold(), place)


def listed(sentence: str, call: Call, roles: Sequence[Place]) -> Call | None:
    """The role that follows behind a comma or *and*."""
    for place in roles:
        if place.begin > call.end and ends(sentence, place.end):
            between = _LISTED.fullmatch(sentence, call.end, place.begin)
            return _call(between, between.start("mid"), "", place) if between else None
    return None


def ends(sentence: str, at: int) -> bool:
    """Whether nothing goes on there that the words before could be the subject of, or belong to."""
    return _ENDS.match(sentence, at) is not None


def _call(match: re.Match[str], start: int, det: str, place: Place) -> Call:
    return Call(start, place.end, det.casefold(), match["mid"].casefold(), place)

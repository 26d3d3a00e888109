"""Persons that an English sentence speaks of, and what the sentence itself says of their gender.

Words that must mean the same person are put together: *My mother is a doctor*, *the doctor lost her
keys*. Where a pronoun could mean two persons it is put to neither (WinoMT's sentences are of that
kind), and where a word could mean a thing it is no person: rather nobody is found than somebody who
is not there.

What may be the antecedent of a pronoun follows the binding principles: an object (*him*) is not
the subject of its clause, and a pronoun that is a main clause's subject means nobody named later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from doctrans.constraints.gender import beside, called, mentions
from doctrans.constraints.gender.english import (
    DETERMINERS,
    FUNCTION,
    PERSONAL,
    PRONOUNS,
    THINGS,
    TITLES,
)
from doctrans.constraints.gender.mentions import Mention
from doctrans.model import Gender


@dataclass(frozen=True, slots=True)
class Person:
    """`words` are what the sentence calls them by first; `names` all that it does, in lower case
    and without article (*doctor*, *dr lee*), none for those who are *she* alone; `gender` is what
    the sentence says. `open`: one of the words says none, so that a translation has to choose.
    `any`: it is nobody in particular (*every doctor*). `roles` are the places of role words with
    the role. `said`, `definite`: as of `Mention`. `thing`: the words are of things too, and nothing
    in the sentence tells that it is none."""

    words: str
    names: tuple[str, ...]
    gender: Gender | None
    open: bool
    any: bool = False
    noun: bool = False  # called by more than pronouns
    start: int = 0  # where the sentence speaks of them first
    roles: tuple[tuple[int, int, str], ...] = ()
    said: bool = False
    definite: bool = False
    thing: bool = False


@dataclass(slots=True)
class _Group:
    """Words for one person, in order."""

    mentions: list[Mention]

    @property
    def start(self) -> int:
        return self.mentions[0].start

    @property
    def end(self) -> int:
        return self.mentions[0].end

    @property
    def genders(self) -> set[Gender]:
        return {m.gender for m in self.mentions if m.gender}

    @property
    def pronouns(self) -> bool:
        return all(m.pronoun for m in self.mentions)


# Before what is said of a subject that is not named again: *he moved to Bern and was later*.
_AND_WAS = re.compile(
    r"(?:,|\band|\bbut|\bthen)\s+(?:(?:also|later|then|has|had|subsequently|eventually)\s+)*"
    r"(?:was|became|been|is|served|worked|acted)\s+(?:(?!who\b|by\b)[\w-]+\s+){0,3}$"
)
# Before another thing that they are: *a sailor since 1958, and a captain*.
_AND_ALSO = re.compile(
    r"(?:\s+(?:at|of|for|in|on|since|from|with)\s+[^;:]*?)?,?\s+and\s+(?:(?:later|then|also)\s+)?"
)
_LISTED = re.compile(
    r"\s*(?:,|,?\s+and|/)(?:\s+(?P<then>then|later|also|as))?\s+"
)  # a poet and a painter
_ARTICLE = re.compile(r"an?\b", re.IGNORECASE)
_AS = re.compile(r"\bas\s+$", re.IGNORECASE)
_UNDER = re.compile(
    r"^\W*(?:when|while|after|before|if|although|though|because|since|once|as)\s+$", re.IGNORECASE
)
# A name of whom an office is said.
_OF_NAME = re.compile(
    r"\b[A-ZÀ-Þ][\w'’-]+\s+(?:also\s+|later\s+|then\s+|(?:has|had)\s+(?:also\s+|been\s+)?)*"
    r"(?:was|became|served|worked|acted|trained|appointed|elected|spent)\b"
)
# A subject of whom the next words are said.
_SUBJECT_IS = re.compile(
    r"\W*(?:[A-ZÀ-Þ][\w'’.-]*\s+)+(?:\([^()]*\)\s+|,[^,]*,\s+)?(?:(?:also|later)\s+)?"
    r"(?:was|is|became)\s+"
)
# Who says what somebody is, and a name that has or does something (*Mora's last game as coach*).
_SOMEBODY_IS = re.compile(
    r"\b(?:(?:I|you|who|(?i:some|any|every)(?:one|body))\s+(?:\w+\s+)?(?:am|are|is|was|were)|I['’]m|"
    r"you['’]re)\s+(?:\w+\s+)?$"
)
_DOES = re.compile(r"\b[A-ZÀ-Þ][\w-]+(?:['’]s|\s+(?:\w+ed|dealt|led|left|won|began|took|made))\b")
# What persons alone do, or suffer.
_AS_PERSONS_DO = re.compile(
    r"\s+(?:said|told|asked|replied|explained|argued|thought|believed|admitted|smiled|"
    r"(?:was|had been)\s+(?:\w+ly\s+)?(?:informed|told|asked|arrested|killed|injured|"
    r"hurt|wounded|born|married|hired|elected|appointed|sentenced|charged|convicted|praised))\b"
)
# Before the names of places and things: in Bern, the Blue Series.
_OF_THINGS = re.compile(r"\b(?:(?i:in|from|at|of)|[Tt]he)\s+(?:[A-ZÀ-Þ][\w'’-]+\s+)*$")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+")
# Nobody's names, whatever stands before them. *April*, *May* and *June* are.
_MONDAY_AND_SO_ON = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July August "
    "September October November December"
)
_DATES = frozenset(_MONDAY_AND_SO_ON.split())


def find(sentence: str, called: Iterable[str] = ()) -> tuple[Person, ...]:
    """The persons of a sentence, in order. `called` are further words for somebody, in any case:
    names (*Kim*), *I*, plurals.

    >>> [(p.words, p.gender) for p in find("The doctor found her keys.")]
    [('The doctor', <Gender.FEMININE: 'f'>)]
    """
    extra = [word for word in called if word.casefold() in sentence.casefold()]
    if not extra and not mentions.any_in(sentence):
        return ()
    groups = _joined(sentence, mentions.find(sentence, extra))
    found = [_person(group) for group in sorted(groups, key=lambda group: group.start)]
    judged = [replace(p, thing=True) if _thing(p, extra, sentence) else p for p in found]
    return tuple(person for person in judged if not person.thing or person.said)


def another_named(sentence: str, before: int | None = None) -> bool:
    """Whether it has a name, up to an offset, that could be a person's and is none of `find`: a
    pronoun may mean them."""
    text = sentence[:before]
    names = [
        found.start()
        for found in _CAPITAL.finditer(text)
        if found.start() > 0
        and found[0] != "I"
        and found[0] not in _DATES
        and not _OF_THINGS.search(text[: found.start()])
    ]
    known = [m for m in mentions.find(sentence, ()) if not m.pronoun] if names else []
    return any(
        not any(m.start <= start < m.end for m in known) for start in names
    ) or _first_is_name(text)


_NO_NAME = re.compile(
    rf"(?:{FUNCTION}|{DETERMINERS}|{'|'.join(PRONOUNS)}|it|they|we|i|you|all|\w+ly|\w+ing)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\w+(?:ed|s)|told|said|met|saw|gave|took|went|came|had|sent|brought|found|knew|left|let|made"
)


def _first_is_name(text: str) -> bool:
    """*Kim called the doctor*: a first word that is no function word, before a verb."""
    first = re.match(r"\W*([A-ZÀ-Þ][\w'’-]*)\s+([a-z]+)\b", text)
    return bool(
        first
        and not _NO_NAME.fullmatch(first[1])
        and (_SAYS.fullmatch(first[2]) or first[2] in ("and", "or"))
    )


def _joined(sentence: str, words: Sequence[Mention]) -> list[_Group]:
    groups: list[_Group] = []
    last = _Group([])  # of whom more may be said: *he was a teacher*
    before: Mention | None = None
    for mention in words:
        if before and _same(sentence, before, mention, last, alone=len(groups) == 1):
            last.mentions.append(mention)
        else:
            own = [g for g in groups if mention.pronoun and mention.gender in g.genders]
            group = own[0] if own else _Group([])
            group.mentions.append(mention)
            if not own:
                groups.insert(len(groups) - _within(before, mention), group)
            if not _within(before, mention) and (not own or mention.pronoun == "subject"):
                last = group
        before = before if _within(before, mention) else mention
    return _linked(sentence, groups)


def _within(before: Mention | None, mention: Mention) -> bool:
    """*Her* of *her brother*."""
    return before is not None and mention.end <= before.end


def _same(sentence: str, one: Mention, other: Mention, last: _Group, *, alone: bool) -> bool:
    """Whether the second is said of the first, or of the only one who was named: *is a*, *as a*,
    and *Ms Lee, a doctor,*."""
    if other.pronoun or one not in last.mentions:
        return False
    if other.gender and last.genders - {other.gender}:
        return False  # *Ms Lee is a doctor, and Mr Lee*
    between = sentence[one.end : other.start]
    if beside.IS.match(between) or beside.who_is(sentence, one.start, between):
        return True
    if one.pronoun == "subject" and alone and other.said and _AND_WAS.search(between):
        return True
    if _AS.search(between) and alone:
        return True
    if other.name.partition(" ")[0] in TITLES:
        return False  # *Mr Hill, the teacher, and Ms Berg*
    more = _LISTED.fullmatch(between)
    if one.said and more and (more["then"] or other.said):
        return True
    if one.said and called.ends(sentence, other.end):  # else *and a doctor came* is somebody else
        if more and _ARTICLE.match(other.words):
            return True
        if not other.definite and _AND_ALSO.fullmatch(between):
            return True
    article, listed = _ARTICLE.match(other.words), _ARTICLE.match(one.words)
    return bool(article and not listed and between.strip() == ",")


def _linked(sentence: str, groups: list[_Group]) -> list[_Group]:
    """Pronouns go to the only person named before them that they can mean."""
    named = [group for group in groups if not group.pronouns]
    alone = [group for group in groups if group.pronouns]
    if len(alone) != 1:
        return groups
    [own] = alone
    open_ = [group for group in named if not group.genders]
    before = [group for group in open_ if group.end <= own.start]
    kinds = {m.pronoun for m in own.mentions}
    if len(before) == 1 and kinds != {"object"}:
        if another_named(sentence, own.start) and not _of_subject(sentence, before[0], own):
            return groups
        before[0].mentions += own.mentions
        return named
    after = [group for group in open_ if group.start > own.end]
    if not before and len(after) == 1 and own.mentions[0].pronoun == "subject":
        comma = "," in sentence[own.end : after[0].start]
        if comma and _UNDER.match(sentence[: own.start]):
            after[0].mentions += own.mentions
            return named
    return groups


def _of_subject(sentence: str, one: _Group, other: _Group) -> bool:
    """Whether it is said of a named subject, and no other name stands before the pronoun: *Kim Lee
    (1902–1980) was a painter known for her landscapes*."""
    between = sentence[one.end : other.start]
    return bool(_SUBJECT_IS.fullmatch(sentence[: one.start])) and not _CAPITAL.search(between)


def _person(group: _Group) -> Person:
    told = group.genders
    gender = next(iter(told)) if len(told) == 1 else None
    names = tuple(dict.fromkeys(m.name for m in group.mentions if m.name))
    called = [m for m in group.mentions if not m.pronoun] or group.mentions
    open_, anyone = (any(flags) for flags in zip(*((m.open, m.any) for m in called), strict=True))
    return Person(
        called[0].words,
        names,
        gender,
        open_,
        anyone,
        not group.pronouns,
        group.start,
        roles=tuple(m.role for m in group.mentions if m.role),
        said=any(m.said for m in group.mentions),
        definite=any(m.definite for m in group.mentions),
    )


def beside_name(person: Person, sentence: str) -> Gender | None:
    """The gender of whose name stands with their words."""
    if person.any or not person.roles:
        return None
    return beside.told(sentence, person.start, person.roles[0][1])


def _thing(person: Person, extra: Sequence[str], sentence: str) -> bool:
    """Whether the words may mean a thing: they are of things too, no pronoun and no customer says
    that they are not, nor what stands with them (*an honest cook*), and nobody is there of whom
    they are said (*Piercy served as editor*, *I am the designer*)."""
    named = any(word.casefold() in name for word in extra for name in person.names)
    things = bool(person.names) and all(name in THINGS for name in person.names)
    if not things or person.gender or named or beside_name(person, sentence):
        return False
    if not PERSONAL.isdisjoint(person.words.casefold().split()):
        return False
    before = sentence[: person.start]
    if _AS_PERSONS_DO.match(sentence, person.start + len(person.words)):
        return False
    if _SOMEBODY_IS.search(before) or (_AS.search(before) and _DOES.search(before)):
        return False
    return not (person.said and _OF_NAME.search(before))

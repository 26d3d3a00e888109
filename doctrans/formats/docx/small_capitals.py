"""Small capitals made by hand: capitals in two sizes, the first letters of words in the larger one.

To a reader that is one look. So it has no tags, which would stand within words; the words of a
translation get their first letters when they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from doctrans import spans
from doctrans.formats.docx.inline import Flat, Kind, Op
from doctrans.formats.docx.plan import Initials, Run
from doctrans.model import Tagged

_WORD = re.compile(r"(\w[\u0300-\u036f]*)[\w\u0300-\u036f]*")
_SIZES = ("w:sz[", "sz=")  # how `Run.formats` begin that tell a size, in either vocabulary


@dataclass(frozen=True, slots=True)
class Sizes:
    large: int  # runs
    small: int
    longest: int  # how many letters words have that are small as a whole; 0: there are none
    leads: bool  # whether the first word has its larger letter
    words: frozenset[str]  # others that have theirs, and are small nowhere


class _Word(NamedTuple):
    text: str
    looks: list[str]


class _Shown(NamedTuple):
    """What a reader sees of a paragraph, and the look of each character; "" for no words."""

    text: str
    looks: list[str]
    first: dict[str, int]  # look -> its first run


def of(flat: Flat) -> Sizes | None:
    """None: it is not written so."""
    shown = _shown(flat)
    if shown is None or len(shown.first) != 2:
        return None
    found = [
        (match, shown.looks[match.start() : match.end()]) for match in _WORD.finditer(shown.text)
    ]
    words = [_Word(match[0], looks) for match, looks in found]
    large = next((word.looks[0] for word in words if _is_pattern(word)), None)
    if large is None or any(large in word.looks[1:] for word in words):
        return None
    initials = {match.start() for match, _ in found if _can_be_raised(match[1])}
    if not initials.issuperset(_signs(shown, large)):
        return None
    [small] = shown.first.keys() - {large}
    large_run, small_run = shown.first[large], shown.first[small]
    if not _differ_in_size(flat.runs[large_run], flat.runs[small_run]):
        return None
    return _sizes(words, large, large_run, small_run)


def _is_pattern(word: _Word) -> bool:
    """A large letter with two small ones or more: not `B2B`, `1ST`, `X1`."""
    first, *others = word.looks
    return len(others) > 1 and first not in others and not _has_digit(word.text)


def _signs(shown: _Shown, look: str) -> Iterator[int]:
    """Where the characters are that show a look."""
    for at, (sign, its) in enumerate(zip(shown.text, shown.looks, strict=True)):
        if its == look and not sign.isspace():
            yield at


def _sizes(words: list[_Word], large: str, large_run: int, small_run: int) -> Sizes:
    letters = [word for word in words if not _has_digit(word.text)]
    small = {word.text for word in letters if word.looks[0] != large}
    longest = max(map(len, small), default=0)
    others = {word.text for word in letters[1:] if word.looks[0] == large}
    return Sizes(
        large_run, small_run, longest, letters[0].looks[0] == large, frozenset(others - small)
    )


def _can_be_raised(letter: str) -> bool:
    return letter == letter.upper() != letter.lower()


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _shown(flat: Flat) -> _Shown | None:
    """None: it has small letters."""
    texts: list[str] = []
    looks: list[str] = []
    first: dict[str, int] = {}
    for op in flat.ops:
        if op.kind is not Kind.TEXT:
            texts.append(" " if op.text else "")
            looks += [""] * bool(op.text)
        elif op.text:
            run = flat.runs[op.run]
            if op.text != op.text.upper() or run.link:
                return None
            texts.append(op.text)
            looks += [run.key] * len(op.text)
            first.setdefault(run.key, op.run)
    return _Shown("".join(texts), looks, first)


def _differ_in_size(one: Run, other: Run) -> bool:
    return all(said.startswith(_SIZES) for said in one.formats ^ other.formats)


def in_one_size(flat: Flat, sizes: Sizes) -> Flat:
    large = flat.runs[sizes.large].key

    def small(op: Op) -> Op:
        is_large = op.kind is Kind.TEXT and flat.runs[op.run].key == large
        return op._replace(run=sizes.small) if is_large else op

    return replace(flat, ops=[small(op) for op in flat.ops])


def raised(tagged: Tagged, initials: Initials | None) -> Tagged:
    """The words with their first letters; those of scripts without capitals have none."""
    if initials is None:
        return tagged
    words = list(_words(tagged))
    first = next((match.start() for match in words if not _has_digit(match[0])), -1)
    letters = dict(
        match.span(1)
        for match in words
        if _can_be_raised(match[1])
        and (_is_raised(match[0], initials) or (initials.leads and match.start() == first))
    )
    edges = sorted({0, len(tagged.text), *letters, *letters.values()})
    parts = zip(edges, spans.slices(tagged, edges), strict=False)  # the last edge begins none
    return spans.join(_under(part, initials) if at in letters else part for at, part in parts)


def _is_raised(word: str, initials: Initials) -> bool:
    """Whatever its place."""
    return len(word) > initials.longest or word in initials.words


def _words(tagged: Tagged) -> Iterator[re.Match[str]]:
    """A tab, or anything else that shows, parts words."""
    apart = [span.start for span in tagged.spans if span.tags and span.tags[-1].equiv]
    for start, end in pairwise((0, *apart, len(tagged.text))):
        yield from _WORD.finditer(tagged.text, start, end)


def _under(letter: Tagged, initials: Initials) -> Tagged:
    over = (
        replace(span, tags=(*span.tags, initials.tag)) if span.end > span.start else span
        for span in letter.spans
    )
    return Tagged(letter.text, tuple(over))

"""Runs of words in capitals within other text: titles before it, warnings, terms of a contract.

Engines read capitals letter by letter (`capitals`), in ordinary text too: *THE SELLER* stays, or is
lost. A run before a colon, a dash, a line break or a new sentence is a piece of its own; any other
is shown in ordinary letters under a tag, and what the translation has under it is put in capitals.
Abbreviations are no runs: a word alone is one where it is all that a tag holds, and as long as
*ALWAYS*. Neither are names of persons, what may be one of a firm, and words of SQL: they stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from doctrans import capitals, spans
from doctrans.constraints.spelling.lexicon import listed
from doctrans.model import Range, Span, Tag, Tagged, TagKind

NAME = "#capitals"  # of the tags made here

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0152\u0178\u0391-\u03a9\u0410-\u042f"
_TWO = re.compile(f"[{_UPPER}]['\u2019]?[{_UPPER}]")
_WORD = rf"(?<!\w)(?:[{_UPPER}][{_UPPER}\d]*(?:['\u2019&/-][{_UPPER}\d]+)*|\d+|&)(?!\w)"
_RUN = rf"{_WORD}(?:[ \u00a0]{_WORD}|, {_WORD})*+"
_RUNS = re.compile(_RUN)
# A title, and what is behind it: more text in the same line, or a line break.
_TITLE = re.compile(
    rf"[^\w\n]*(?P<run>{_RUN})"
    rf"(?:(?P<sign>:[\"'\u201d]?\s+|\s+[\u2013\u2014-]\s+)"
    rf"|(?P<space>[ \u00a0]+)(?=[{_UPPER}]\w*[^\W{_UPPER}])"
    rf"|(?P<line>[^\w\n]*\n))"
)
_VALUE = re.compile(rf"[^\W{_UPPER}\d]\)?:\s+(?=(?P<run>{_RUN})[.!]*\s*$)", re.MULTILINE)
_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_LONG = 5  # letters of a word that is no abbreviation
_LABEL = 4  # of one before a colon
# They link words, and are no names.
_FUNCTION_WORDS = """
a all an and any are as at be by do don't for from has if in into is it its must no not of on only
or our shall that the their this to use will with you your
"""
_LINKING = frozenset(_FUNCTION_WORDS.split())
# Behind these two words in capitals may be a firm (*for GENERAL ELECTRIC*), unless the second is
# one of those that rules have there.
_OF_FIRM = re.compile(r"\b(?:for|at|by|of|from)[ \u00a0]$")
_RULED = """data information only products property purposes services use"""
_NO_FIRM = frozenset(_RULED.split())
_SQL_WORDS = """
alter column create database delete distinct drop exists foreign group having index inner insert
join key left limit null offset order outer primary references right select set table truncate
union unique update values view where
"""
_SQL = frozenset(_SQL_WORDS.split())
_SQL_LINKS = """all and as asc by cascade desc from full if in into is like not on or"""
_SQL_MORE = frozenset(_SQL_LINKS.split())
_FIRM = re.compile(r"(?:Ltd|Inc|Co|Corp|Plc|Llc|GmbH|AG|Group|Limited|Company)\b", re.IGNORECASE)


def ends(text: str, starts: Sequence[int] = (0,)) -> list[int]:
    """Where a title in capitals ends before other text, and where a value in capitals begins behind
    a label. `starts` are those of the sentences.

    >>> ends("IF SWALLOWED: Rinse mouth."), ends("NATO and USB")
    ([14], [])
    """
    if not _TWO.search(text) or text.isupper():  # most
        return []
    places = {*starts, *(match.end() for match in re.finditer("\n", text))}
    found = [at for start in sorted(places) if (at := _title_end(text, start))]
    for match in _VALUE.finditer(text):
        if _is_run(match["run"]) or _is_long(match["run"]):
            found.append(match.end())
    return found


def _title_end(text: str, start: int) -> int | None:
    match = _TITLE.match(text, start)
    if match is None:
        return None
    run = match["run"]
    words = _LETTERS.findall(run)
    if match["space"]:
        title = _is_run(run) and words[-1].lower() not in _LINKING
        title = title and not _FIRM.match(text, match.end())
    else:
        least = _LONG if match["line"] else _LABEL
        title = bool(_changed(run)) and (len(words) > 1 or len(words[0]) >= least)
    return match.end() if title else None


def _is_run(text: str) -> bool:
    """Whether words in capitals are more than abbreviations, and a letter beside them."""
    changed = [word for word in _changed(text) if len(word) > 1]
    told = any(len(word) >= _LONG or word in _LINKING for word in changed)
    return len(changed) > 1 and told


def _is_long(text: str) -> bool:
    changed = _changed(text)
    return len(changed) == 1 == len(_LETTERS.findall(text)) and len(changed[0]) >= _LONG


def _changed(text: str) -> list[str]:
    """The words that are written otherwise in ordinary letters, in small ones."""
    shown = capitals.lowered(Tagged(text)).text
    pairs = zip(_LETTERS.findall(text), _LETTERS.findall(shown), strict=True)
    return [after.lower() for before, after in pairs if before != after or len(before) == 1]


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as an engine is shown it, and the tags under which a translation is in capitals."""

    tagged: Tagged
    tags: tuple[Tag, ...] = ()


def shown(tagged: Tagged) -> Shown:
    """Runs within a text in ordinary letters, each under a tag: its own where one holds nothing
    else. Places stay where they are."""
    text = tagged.text
    if not _TWO.search(text) or text.isupper():  # most
        return Shown(tagged)
    held = {} if not tagged.tags else {
        places[0]: tag for tag, places in spans.all_islands(tagged).items() if len(places) == 1
    }  # fmt: skip
    tags: list[Tag] = []
    number = max((tag.id for tag in tagged.tags), default=0)
    for place in _places(tagged, held.keys()):
        own = held.get(place)
        if own is None:
            number += 1
            own = Tag(number, TagKind.PAIR, NAME)
            tagged = _wrapped(tagged, place, own)
        tags.append(own)
        words = _ordinary(text, place)
        text = text[: place.start] + words + text[place.end :]
    return Shown(Tagged(text, tagged.spans), tuple(tags)) if tags else Shown(tagged)


def _places(tagged: Tagged, held: Collection[Range]) -> Iterator[Range]:
    """Of runs that no tag begins or ends in, and of words that are all that a tag holds."""
    edges = {span.start for span in tagged.spans} | {len(tagged.text)}
    for match in _RUNS.finditer(tagged.text):
        place = Range(*match.span())
        cuts = sorted(at for at in edges if place.start < at < place.end)
        for start, end in zip((place.start, *cuts), (*cuts, place.end), strict=True):
            words = tagged.text[start:end]
            start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            part = Range(start, end)
            if part in held and _is_long(words):
                yield part
            elif part in held or not _may_be_firm(tagged.text, part):
                yield from (
                    Range(start + a, start + b)
                    for a, b in _without_names(tagged.text[start:end])
                    if _is_shown(tagged.text[start + a : start + b], b - a < end - start)
                )


def _is_shown(words: str, beside_names: bool) -> bool:
    """Whether a part of a run is; beside names also *AND* alone."""
    if beside_names and words.lower() in _LINKING:
        return True
    return _is_run(words) and not _is_sql(words)


def _is_sql(text: str) -> bool:
    """*ORDER BY*, not *BY ORDER*."""
    words = [word.lower() for word in _LETTERS.findall(text)]
    return (
        words[0] != "by"
        and _SQL_MORE.issuperset(set(words) - _SQL)
        and any(word in _SQL for word in words)
    )


def _may_be_firm(text: str, place: Range) -> bool:
    words = [word.lower() for word in _LETTERS.findall(text[place.start : place.end])]
    return (
        len(words) == 2
        and _LINKING.isdisjoint(words)
        and words[1] not in _NO_FIRM
        and bool(_OF_FIRM.search(text[max(0, place.start - 6) : place.start]))
    )


def _without_names(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a run around first names with one more word, and with initials and surnames
    behind it."""
    begin = 0
    for first, last in _names(list(_LETTERS.finditer(text))):
        yield _stripped(text, begin, first.start())
        begin = last.end()
    yield _stripped(text, begin, len(text))


def _names(words: Sequence[re.Match[str]]) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The first and the last word of each."""
    at = 0
    while at < len(words) - 1:
        last = at
        is_first = words[at][0].title() in listed("first_names")
        while (
            is_first
            and last + 1 < len(words)
            and _goes_on(words[last][0], words[last + 1][0], last > at)
        ):
            last += 1
        if last > at:
            yield words[at], words[last]
        at = last + 1


def _goes_on(word: str, more: str, begun: bool) -> bool:
    """Whether a word of a name has another one behind it; `begun` if it is not its first."""
    if more.lower() in _LINKING:
        return False
    first = word.title() in listed("first_names") - {"Max"} or (begun and len(word) == 1)
    return first or more.title() in listed("surnames")


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \u00a0,&"))
    return start, max(start, end - len(words) + len(words.rstrip(" \u00a0,&")))


def _ordinary(text: str, place: Range) -> str:
    """A run in ordinary letters as it stands within a sentence."""
    words = capitals.lowered(Tagged(text[place.start : place.end])).text
    first = _LETTERS.match(words)
    begins = not text[: place.start].strip("\"'(\u201c\u2018 ")
    if begins or first is None or first[0].lower() not in _LINKING:
        return words
    return words[0].lower() + words[1:]


def _wrapped(tagged: Tagged, place: Range, tag: Tag) -> Tagged:
    """With a tag inside all others around a place that no tag begins or ends in."""
    parts: list[Span] = []
    for span in tagged.spans:
        if span.start <= place.start and place.end <= span.end and span.start < span.end:
            edges = (span.start, *place, span.end)
            stacks = (span.tags, (*span.tags, tag), span.tags)
            cut = zip(edges, edges[1:], stacks, strict=False)
            parts += [Span(start, end, stack) for start, end, stack in cut if start < end]
        else:
            parts.append(span)
    return Tagged(tagged.text, tuple(parts))


def raised(tagged: Tagged, tags: Sequence[Tag]) -> Tagged:
    """A translation with what stands under tags in capitals, without the tags made here."""
    if not tags:
        return tagged
    wanted = frozenset(tags)
    parts = []
    for span in tagged.spans:
        part = Tagged(
            tagged.text[span.start : span.end],
            (Span(0, span.end - span.start, span.tags),),
        )
        parts.append(part if wanted.isdisjoint(span.tags) else capitals.raised(part))
    own = [tag for tag in tagged.tags if tag.name == NAME]
    return spans.strip(spans.join(parts), own)

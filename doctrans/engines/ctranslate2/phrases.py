"""Set phrases that a model folder has a table of: *Best regards* is not read word by word.

A label stands alone: nothing around it tells a small model that *Add to cart* is what shops write.
The table is the model's own (`phrases` in `model.json`): the first line names languages as the
model does, each further line a phrase in all of them; an empty field is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from doctrans import spans
from doctrans.errors import ModelError
from doctrans.model import Span, Tagged, TagKind

SCORE = -0.5  # nats a token, as of an ordinary answer: the model is not asked what it thinks of one
_LONGEST = 120  # characters of a phrase
# What may stand after a phrase that is in the table without it, and the other way round.
_AFTER = re.compile(r"\s*(?:[,:*…»›→]|\.\.\.)+$")
_SIGNS = frozenset(",:*…»›→.")  # that one ends in
_ROOM = 8  # characters of that
_COLON = re.compile(r"\s*:")
# Before what it says of something.
_LABEL = re.compile(r"(?P<label>[^:]{2,40}?)(?P<sign>\s*:)(?P<space>\s+)")
# Before what it says of itself in parentheses: *Low season (Nov–Mar)*.
_ASIDE = re.compile(r"(?P<label>[^:()]{2,40}?)(?P<sign>)(?P<space>\s+)\((?P<aside>[^()]+)\)")
_BRACKETED = re.compile(r"\[([A-Z][^\[\]]+)\]")  # *[image]* is a placeholder
_NUMBER = re.compile(r"\d|[A-Z]")  # what an aside of words has not, such as *(optional)*
_MEANT = re.compile(r"(.+?)\s*:\s*(?:…|\.\.\.)")  # a row that is meant for labels: "Owner: …"
_VALUE = 100  # characters of a value: what is longer is prose
_ADJECTIVE = re.compile(r"\w+(?:al|ive|ous|ful|less|[ai]ble|ic|ary|ed|ing|ent|ant)")
_CAPITAL_NOUNS = frozenset({"de"})
_BEFORE_COLON = {"fr": "\u00a0"}
# Written in several ways, a character for a character.
_ALIKE = str.maketrans(
    {"\u2019": "'", **dict.fromkeys("\t\n\r\u00a0\u2007\u2009\u202f\u3000", " ")}
)
_FORM = "The first line names languages; each other one is a phrase in all of them."


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` have a field for each of the languages."""

    languages: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def read(path: Path, known: Collection[str]) -> Table:
    """A table for a model that knows these languages, or any if it does not say. Raises ModelError
    naming what is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except ValueError as error:
        raise ModelError(f"{path} is not in UTF-8: {error}.", hint=_FORM) from error
    languages = tuple(map(str.strip, lines[0].split("\t")))
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        rows.append(row := tuple(map(str.strip, line.split("\t"))))
        if len(row) != len(languages):
            raise ModelError(
                f"{path}, line {number}: {len(row)} columns, not {len(languages)}.", hint=_FORM
            )
    if known and len(set(known) & set(languages)) < 2:
        raise ModelError(
            f"{path}, line 1: {', '.join(languages)} are not two of the model's languages, which "
            f"are {', '.join(sorted(known))}.",
            hint=_FORM,
        )
    return Table(languages, tuple(rows))


class Phrases:
    """Equal but for capitals, apostrophes, the kind of a space, and a colon or the like after it,
    which stays. A single word has its capitals for a reason (*Polish*, *polish*)."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pair = cache(self._between)
        self._labels = cache(self._meant)

    def said(self, tagged: Tagged, source: str, target: str) -> Tagged | None:
        """In the words of the target language, tags around all of them or the sign; None for what
        is no set phrase, or has a tag among its words. Languages as the model names them."""
        text = tagged.text
        if not self._table.rows or len(text) > _LONGEST + _ROOM or _reads_otherwise(tagged):
            return None
        for end in dict.fromkeys((len(text), _without_sign(text))):
            words = self._words(text[:end], source, target)
            if words and (put := _put(tagged, end, words, _sign(text[end:], target))):
                return put
        if bracketed := _BRACKETED.fullmatch(text):  # a field of a form to fill in
            words = self._words(bracketed[1], source, target)
            return _put(tagged, len(text), f"[{words}]", "") if words else None
        return self._with_aside(tagged, source, target)

    def _with_aside(self, tagged: Tagged, source: str, target: str) -> Tagged | None:
        """*Taxonomy (biology)*: both are phrases of the table."""
        match = _ASIDE.fullmatch(tagged.text)
        words = match and self._words(match["label"], source, target)
        aside = match and self._aside(match["aside"], source, target)
        if not match or not words or not aside:
            return None
        return _put(tagged, match.end("label"), words, f"{match['space']}({aside})")

    def _aside(self, text: str, source: str, target: str) -> str | None:
        """Of a word that stands in the table with a capital alone, which is a noun, too."""
        if said := self._words(text, source, target):
            return said
        noun = text.islower() and not _ADJECTIVE.fullmatch(text)
        said = self._words(text[0].upper() + text[1:], source, target) if noun else None
        if said is None or target in _CAPITAL_NOUNS:
            return said
        return said[0].lower() + said[1:]

    def begun(self, tagged: Tagged, source: str, target: str) -> Tagged | None:
        """What the translation of a text begins with that has a label of the table, `Owner:
        unknown`, or a phrase and an aside, `Low season (May)`, with the tags of the label; None
        where there is none or a tag goes on behind it."""
        text = tagged.text
        aside = _ASIDE.fullmatch(text) if self._table.rows else None
        label = aside or (_LABEL.match(text) if self._table.rows else None)
        if label is None or len(tagged.text) - label.end("space") > _VALUE:
            return None
        edges = (0, label.end("sign"), label.end("space"), len(tagged.text))
        own, _, value = spans.slices(tagged, edges)
        phrase = label["label"].translate(_ALIKE)
        if aside:
            if not _NUMBER.search(aside["aside"]):  # a model says it better after words of its own
                return None
            said = self._words(label["label"], source, target)
        else:
            said = self._labels(source, target).get(key(phrase))
        if said is None or not set(own.tags).isdisjoint(value.tags):
            return None
        if not value.text.strip() and not _reads_otherwise(value):
            return None
        sign = _sign(own.text[len(phrase) :], target)
        put = _put(
            own, len(phrase), said[0].upper() + said[1:] if phrase[0].isupper() else said, sign
        )
        return put and Tagged(put.text.translate(_ALIKE), put.spans)

    def _words(self, text: str, source: str, target: str) -> str | None:
        exact, loose = self._pair(source, target)
        phrase = text.translate(_ALIKE)
        if phrase in exact:
            return exact[phrase]
        row, said = loose.get(phrase.casefold(), ("", None))
        if said and phrase[0].isupper() and not row[0].isupper():
            return said[0].upper() + said[1:]
        return said

    def _meant(self, source: str, target: str) -> dict[str, str]:
        """Labels, without their colons; of several words without regard to capitals."""
        languages = self._table.languages
        if source not in languages or target not in languages:
            return {}
        here, there = languages.index(source), languages.index(target)
        rows = [(_MEANT.fullmatch(r[here]), _MEANT.fullmatch(r[there])) for r in self._table.rows]
        return {key(one[1].translate(_ALIKE)): said[1] for one, said in rows if one and said}

    def _between(
        self, source: str, target: str
    ) -> tuple[dict[str, str], dict[str, tuple[str, str | None]]]:
        """As it is written; and without regard to capitals, with how it is written, where that is
        clear. What is in capitals is no one's wording but that of text in capitals."""
        languages = self._table.languages
        if source not in languages or target not in languages:
            return {}, {}
        here, there = languages.index(source), languages.index(target)
        rows = [
            (one if one.isascii() else one.translate(_ALIKE), said)
            for one, said in ((row[here], row[there]) for row in self._table.rows)
            if one and said and len(one) <= _LONGEST >= len(said)
        ]
        rows += [
            (_bare(one), _bare(said)) for one, said in rows if one[-1] in _SIGNS and _bare(one)
        ]
        exact: dict[str, str] = {}
        loose: dict[str, tuple[str, str | None]] = {}
        for phrase, said in rows:
            exact.setdefault(phrase, said)
            if " " in phrase and not phrase.isupper():
                known = loose.setdefault(phrase.casefold(), (phrase, said))
                if known[0] != phrase and known[1] != said:
                    loose[phrase.casefold()] = phrase, None  # as it is written, or not at all
        return exact, loose


def key(phrase: str) -> str:
    """What it is found by: a word has its capitals for a reason."""
    return phrase.casefold() if " " in phrase else phrase


def _reads_otherwise(tagged: Tagged) -> bool:
    """Whether a person reads more than the text: what POINTs stand for."""
    return any(tag.kind is TagKind.POINT and tag.equiv.strip() for tag in tagged.tags)


def _put(tagged: Tagged, end: int, words: str, sign: str) -> Tagged | None:
    """`words` for the first `end` characters, and `sign` for the others."""
    text = words + sign
    if not tagged.tags:
        return Tagged(text)
    inner = [s.end for s in tagged.spans if 0 < s.end < len(tagged.text) and s.start < s.end]
    if any(edge != end for edge in inner):
        return None
    edges = {0: 0, end: len(words), len(tagged.text): len(text)}
    moved = (Span(edges[s.start], edges[s.end], s.tags) for s in tagged.spans)
    return Tagged(text, tuple(moved))


def _without_sign(text: str) -> int:
    """Where it ends without the sign after it."""
    match = _AFTER.search(text)
    return match.start() if match else len(text)


def _bare(text: str) -> str:
    return text[: _without_sign(text)]


def _sign(sign: str, target: str) -> str:
    return _COLON.sub(_BEFORE_COLON.get(target, "") + ":", sign)

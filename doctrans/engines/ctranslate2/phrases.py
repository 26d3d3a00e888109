"""Set phrases that a model folder has a table of: *Best regards* is not read word by word.

A label stands alone: nothing around it tells a small model that *Add to cart* is what shops write.
The table is the model's own (`phrases` in `model.json`): the first line names languages as the
model does, each further line a phrase in all of them; an empty field is none.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from doctrans.errors import ModelError
from doctrans.model import Span, Tagged

# What may stand after a phrase that is in the table without it.
_AFTER = re.compile(r"\s*(?:[,:*…»›→]|\.\.\.)+$")
_ROOM = 4  # characters of such a sign, and of white space before it
_FORM = "The first line names languages; each other one is a phrase in all of them."
_BEFORE_COLON = {"fr": "\u00a0"}


class Phrases:
    """Equal but for capitals, and for a colon or the like after it, which stays. A single word
    has its capitals for a reason (*Polish*, *polish*)."""

    def __init__(self, path: Path | None) -> None:
        """None: a model without them. Raises ModelError naming the line that is wrong."""
        self._languages, self._rows = _read(path) if path else ((), [])
        self._longest = max((len(words) for row in self._rows for words in row), default=0) + _ROOM
        self._pair = cache(self._between)

    def __len__(self) -> int:
        return len(self._rows)

    def said(self, tagged: Tagged, source: str, target: str) -> Tagged | None:
        """In the words of the target language, tags around all of them or the sign; None for what
        is no set phrase, or has a tag among its words. Languages as the model names them."""
        text = tagged.text
        if not self._rows or len(text) > self._longest:
            return None
        exact, loose = self._pair(source, target)
        for end in (len(text), _without_sign(text)):
            phrase = text[:end]
            found = exact.get(phrase) or (" " in phrase and loose.get(phrase.casefold()))
            if found:
                return _put(tagged, end, found, _sign(text[end:], target))
        return None

    def _between(self, source: str, target: str) -> tuple[dict[str, str], dict[str, str]]:
        """As it is written, and without regard to capitals."""
        if source not in self._languages or target not in self._languages:
            return {}, {}
        here, there = self._languages.index(source), self._languages.index(target)
        rows = [(row[here], row[there]) for row in self._rows if row[here] and row[there]]
        times = Counter(phrase.casefold() for phrase, _ in rows)
        loose = {phrase.casefold(): said for phrase, said in rows if times[phrase.casefold()] == 1}
        return dict(rows), loose


def _put(tagged: Tagged, end: int, words: str, sign: str) -> Tagged | None:
    """`words` for the first `end` characters, and `sign` for the others."""
    text = words + sign
    if not tagged.tags:
        return Tagged(text)
    inner = [s.end for s in tagged.spans if 0 < s.end < len(tagged.text) and s.start < s.end]
    if any(edge != end for edge in inner):
        return None
    edges = {0: 0, end: len(words), len(tagged.text): len(text)}
    spans = (Span(edges[s.start], edges[s.end], s.tags) for s in tagged.spans)
    return Tagged(text, tuple(spans))


def _without_sign(text: str) -> int:
    """Where it ends without the sign after it."""
    match = _AFTER.search(text)
    return match.start() if match else len(text)


def _sign(sign: str, target: str) -> str:
    return _BEFORE_COLON.get(target, "") + sign if sign[:1] == ":" else sign


def _read(path: Path) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except ValueError as error:
        raise ModelError(f"{path} is not in UTF-8: {error}.", hint=_FORM) from error
    rows = [tuple(line.split("\t")) for line in lines]
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            raise ModelError(
                f"{path}, line {number}: {len(row)} columns, not {len(rows[0])}.",
                hint=_FORM,
            )
    return (rows[0], rows[1:]) if rows else ((), [])

"""The sentence before, which the model may read and must not translate: `before <sep> sentence`."""

from __future__ import annotations

from dataclasses import replace

from doctrans.tokens import words
from doctrans.training.lines import Line, Mark
from doctrans.training.pairs import Pair
from doctrans.training.vocabulary import SEPARATOR

LONGEST = 250  # characters of context


def teach(pair: Pair) -> Pair:
    """The pair with its context in the source, where it has one."""
    if not pair.before or len(pair.before) > LONGEST:
        return pair
    moved = len(pair.before) + 1
    marks = [
        replace(mark, start=mark.start + moved, end=mark.end + moved) for mark in pair.source.marks
    ]
    end = len(pair.before)
    text = f"{pair.before} {pair.source.text}"
    count = len(words(pair.before))
    links = tuple((s + count, t) for s, t in pair.links)
    return replace(pair, source=Line(text, (Mark(end, end, SEPARATOR), *marks)), links=links)

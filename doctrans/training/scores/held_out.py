"""Held-out pairs as the pipeline has them: tagged text on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from doctrans import spans
from doctrans.model import Span, Tag, Tagged, TagKind
from doctrans.training import corpus
from doctrans.training.corpus import Corpus
from doctrans.training.lines import Line


@dataclass(frozen=True, slots=True)
class Item:
    """`number` is its line in the file, from 1. Both sides have the same tags."""

    number: int
    source: Tagged
    target: Tagged

    @property
    def solid(self) -> bool:
        """Whether nothing is missing from its plain text: no tag stands for something unknown."""
        return all(tag.kind is not TagKind.POINT for tag in self.source.tags)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Pairs of one target language."""

    language: str
    items: tuple[Item, ...]


def read(each: Corpus, most: int | None = None) -> HeldOut:
    """The first `most` pairs. Raises InputError for data that is not in order (`corpus.read`)."""
    pairs = islice(corpus.read(each), most)
    items = (
        Item(number, tagged(pair.source), tagged(pair.target))
        for number, pair in enumerate(pairs, 1)
    )
    return HeldOut(each.language, tuple(items))


def tagged(line: Line) -> Tagged:
    """A line of the corpus as the pipeline has it."""
    found: list[Span] = []
    stack: list[tuple[Tag, int]] = []  # open tags, and the spans there were before each
    position = 0
    for mark in line.marks:
        here = tuple(tag for tag, _ in stack)
        if position < mark.start:
            found.append(Span(position, mark.start, here))
            position = mark.start
        number = int(mark.token.strip("</>"))
        if mark.token.startswith("</"):
            if stack.pop()[1] == len(found):  # it holds nothing
                found.append(Span(position, position, here))
        elif mark.token.endswith("/>"):
            found.append(Span(position, position, (*here, Tag(number, TagKind.POINT, "x"))))
        else:
            stack.append((Tag(number, TagKind.PAIR, "g"), len(found)))
    if position < len(line.text):
        found.append(Span(position, len(line.text), ()))
    return Tagged(line.text, spans.coalesce(found))

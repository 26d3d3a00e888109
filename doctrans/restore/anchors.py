"""Text that is the same on both sides, where links between words say too little.

Tags inside words (`CO<sub>2</sub>`, `un<u>der</u>line`) need places inside target words. There are
some where the word, or the part of it beside the tag, is the same string. Otherwise the target word
stays whole, and with it the tags around it snap to its edges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from doctrans.model import Link, Range
from doctrans.restore.sentence import Sentence
from doctrans.tokens import words


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters of the source and of the target that are each other's."""

    source: Range
    target: Range


def inside_words(source: Sentence, target: Sentence, links: Iterable[Link]) -> list[Anchor]:
    """The parts of source words that tags cut, found in the target's tokens (not yet cut)."""
    linked = {(link.source, link.target) for link in links}
    anchors: list[Anchor] = []
    for pieces in _cut_words(source):
        origins = {source.origin[piece] for piece in pieces}
        ranges = [source.tokens[piece] for piece in pieces]
        for index, token in enumerate(target.tokens):
            sure = any((origin, index) in linked for origin in origins)
            anchors += _match(source.text, ranges, target.text, token, sure)
    return anchors


def _cut_words(source: Sentence) -> Iterator[list[int]]:
    """Groups of neighbouring tokens that would be one token without tags."""
    group: list[int] = []
    for index, (start, end) in enumerate(source.tokens):
        if (
            group
            and start == source.tokens[index - 1].end
            and _crossed(source.text, source.tokens[group[0]].start, start, end)
        ):
            group.append(index)
            continue
        if len(group) > 1:
            yield group
        group = [index]
    if len(group) > 1:
        yield group


def _crossed(text: str, start: int, place: int, end: int) -> bool:
    edge = place - start
    return any(a < edge < b for a, b in words(text[start:end]))


def _match(
    source: str, pieces: Sequence[Range], target: str, token: Range, linked: bool
) -> Iterator[Anchor]:
    """Both sides equal; else, in a word that is linked, all before or all after one cut."""
    word = source[pieces[0].start : pieces[-1].end]
    other = target[token.start : token.end]
    shift = token.start - pieces[0].start
    if word.casefold() == other.casefold() and len(word) == len(other):
        for start, end in pieces:
            yield Anchor(Range(start, end), Range(start + shift, end + shift))
        return
    for piece in pieces[1:] if linked else ():
        before, after = source[pieces[0].start : piece.start], source[piece.start : pieces[-1].end]
        if _tells(before) and other.startswith(before) and len(other) > len(before):
            middle = token.start + len(before)
        elif _tells(after) and other.endswith(after) and len(other) > len(after):
            middle = token.end - len(after)
        else:
            continue
        yield Anchor(Range(pieces[0].start, piece.start), Range(token.start, middle))
        yield Anchor(Range(piece.start, pieces[-1].end), Range(middle, token.end))
        return


def _tells(part: str) -> bool:
    return len(part) > 2 or not part.isalpha()


def pairs(anchors: Iterable[Anchor], source: Sentence, target: Sentence) -> list[tuple[int, int]]:
    """The anchors as pairs of tokens, where they are whole tokens on both sides."""
    ours = {token: index for index, token in enumerate(source.tokens)}
    theirs = {token: index for index, token in enumerate(target.tokens)}
    return [
        (ours[anchor.source], theirs[anchor.target])
        for anchor in anchors
        if anchor.source in ours and anchor.target in theirs
    ]


def literal(
    text: str, target: Sentence, low: int, high: int, taken: Collection[tuple[int, int]]
) -> tuple[int, int] | None:
    """The first whole tokens between `low..high` that read `text` and that no sibling takes."""
    starts = {target.tokens[index].start: index for index in range(low, high)}
    ends = {target.tokens[index].end: index + 1 for index in range(low, high)}
    at = target.text.find(text)
    while text and at >= 0:
        first, last = starts.get(at), ends.get(at + len(text))
        if (
            first is not None
            and last is not None
            and not any(a < last and first < b for a, b in taken)
        ):
            return first, last
        at = target.text.find(text, at + 1)
    return None

"""Text that is the same on both sides, where links between words say too little.

Tags inside words (`CO<sub>2</sub>`, `un<u>der</u>line`) need places inside target words. There are
some where the word, or the part of it beside the tag, is the same string. Otherwise the target word
stays whole, and with it the tags around it snap to its edges.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from doctrans.model import Link, Range
from doctrans.restore.sentence import Sentence
from doctrans.tokens import words


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters of the source and of the target that are each other's."""

    source: Range
    target: Range


def inside_words(
    source: Sentence,
    target: Sentence,
    links: Iterable[Link],
    covered: Collection[Range],
    breaks: Set[int],
) -> list[Anchor]:
    """The parts of source words that tags cut, found in the target's tokens (not yet cut).

    `covered` are the source tokens under each tag, `breaks` the places where a line break or a tab
    stands. A word of letters, each part under a tag of its own, is divided in the translation as it
    was: not one with the number of a note, which is no part of it.
    """
    groups = _groups(source)
    if len(groups) == len(source.tokens):  # most sentences: no word is cut
        return []
    alone = {first for first, last in covered if last - first == 1}
    strength: defaultdict[tuple[int, int], float] = defaultdict(float)
    for link in links:
        strength[link.source, link.target] += link.weight
    anchors: list[Anchor] = []
    initials: list[tuple[_Word, Mapping[int, float]]] = []
    seen: Counter[str] = Counter()
    for pieces in _natural_words(groups, source, breaks, frozenset(target.folded)):
        word = _Word(source.text, [source.tokens[piece] for piece in pieces])
        folded = word.text.casefold()
        rank = seen[folded]
        seen[folded] += 1
        if len(pieces) == 1:
            continue
        origins = {source.origin[piece] for piece in pieces}
        linked = {
            index: sum(strength[origin, index] for origin in origins)
            for index in range(len(target.tokens))
        }
        initial = _is_initial(word, pieces, alone)
        tiled = not initial and word.text.isalpha() and _is_tiled(pieces, covered)
        found = _find(word, target, linked, tiled, rank)
        if initial and not found:
            initials.append((word, linked))
        anchors += found
    return anchors + _initials(initials, target, {anchor.target.start for anchor in anchors})


def _is_tiled(pieces: Sequence[int], covered: Collection[Range]) -> bool:
    """Whether each part of a word has a tag that others have not."""
    inner = [tag for tag in covered if not tag.start <= pieces[0] <= pieces[-1] < tag.end]
    return all(any(first <= piece < last for first, last in inner) for piece in pieces)


def _is_initial(word: _Word, pieces: Sequence[int], alone: Set[int]) -> bool:
    """Whether of a word the first letter has a tag for itself, and the rest has none."""
    if len(pieces) != 2 or pieces[0] not in alone or pieces[1] in alone:
        return False
    return word.pieces[0].end - word.pieces[0].start == 1 and word.text[0].isalpha()


def _initials(
    words: Sequence[tuple[_Word, Mapping[int, float]]], target: Sentence, taken: Set[int]
) -> list[Anchor]:
    """First letters that are marked, as those of access keys and of abbreviations explained, each
    in the word that is linked best; one that begins a text, as a large one does, in the first."""
    anchors: list[Anchor] = []
    left = [
        index
        for index, token in enumerate(target.tokens)
        if not target.signs[index] and token.end - token.start > 1 and token.start not in taken
    ]
    for word, linked in words:
        if len(words) == 1 and word.pieces[0].start == 0:
            best = left[:1]
        else:
            best = sorted((i for i in left if linked[i]), key=lambda i: (-linked[i], i))[:1]
        for index in best:
            left.remove(index)
            start, end = target.tokens[index]
            for piece, place in zip(
                word.pieces, (Range(start, start + 1), Range(start + 1, end)), strict=True
            ):
                anchors.append(Anchor(piece, place))
    return anchors


def _find(
    word: _Word, target: Sentence, linked: dict[int, float], tiled: bool, rank: int
) -> list[Anchor]:
    """The first rule that finds something: the same word (of several the one best linked, else the
    one of the same rank), a linked word with the same beginning or end, an even division."""
    folded = word.text.casefold()
    same = [i for i, other in enumerate(target.folded) if other == folded]
    if same:
        ranked = same[min(rank, len(same) - 1)]
        best = max(same, key=lambda index: (linked[index], index == ranked))
        return word.whole(target.tokens[best])
    for index in sorted(linked, key=lambda index: (-linked[index], index)):
        if not linked[index]:
            break
        found = word.one_side(target.words[index], target.tokens[index])
        if not found and tiled:
            found = word.divided(target.tokens[index])
        if found:
            return found
    return []


@dataclass(frozen=True, slots=True)
class _Word:
    """A source word in the pieces that tags cut it into."""

    source: str
    pieces: Sequence[Range]

    @property
    def text(self) -> str:
        return self.source[self.pieces[0].start : self.pieces[-1].end]

    def whole(self, token: Range) -> list[Anchor]:
        shift = token.start - self.pieces[0].start
        return [
            Anchor(piece, Range(piece.start + shift, piece.end + shift))
            for piece in self.pieces
            if piece.end + shift <= token.end
        ]

    def one_side(self, other: str, token: Range) -> list[Anchor]:
        """All before or all after one cut is the same."""
        first, last = self.pieces[0].start, self.pieces[-1].end
        for piece in self.pieces[1:]:
            before, after = self.source[first : piece.start], self.source[piece.start : last]
            if _tells(before) and other.startswith(before) and len(other) > len(before):
                middle = token.start + len(before)
            elif _tells(after) and other.endswith(after) and len(other) > len(after):
                middle = token.end - len(after)
            else:
                continue
            return [
                Anchor(Range(first, piece.start), Range(token.start, middle)),
                Anchor(Range(piece.start, last), Range(middle, token.end)),
            ]
        return []

    def divided(self, token: Range) -> list[Anchor]:
        """In proportion, where each piece gets a character; a far shorter word is an article."""
        first, last = self.pieces[0].start, self.pieces[-1].end
        size = token.end - token.start
        if size < len(self.pieces) or 2 * size < last - first:
            return []
        edges = [token.start]
        for left, piece in zip(range(len(self.pieces) - 1, -1, -1), self.pieces, strict=True):
            even = token.start + round((piece.end - first) * size / (last - first))
            edges.append(min(max(even, edges[-1] + 1), token.end - left))
        return [
            Anchor(piece, Range(start, end))
            for piece, start, end in zip(self.pieces, edges, edges[1:], strict=False)
        ]


def _natural_words(
    groups: Sequence[Sequence[int]], source: Sentence, breaks: Set[int], known: Set[str]
) -> Iterator[list[int]]:
    """The tokens, those together that would be one without tags. Breaks part words, but where the
    word without them is `known`."""
    for group in groups:
        first, end = group[0], group[-1] + 1
        cuts = [index for index in group[1:] if source.tokens[index].start in breaks]
        if source.between(first, end).casefold() in known:
            cuts = []
        for low, high in pairwise([first, *cuts, end]):
            yield list(range(low, high))


def _groups(source: Sentence) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, (start, end) in enumerate(source.tokens):
        before = groups[-1] if groups else []
        if (
            before
            and start == source.tokens[index - 1].end
            and _crossed(source.text, source.tokens[before[0]].start, start, end)
        ):
            before.append(index)
        else:
            groups.append([index])
    return groups


def _crossed(text: str, start: int, place: int, end: int) -> bool:
    edge = place - start
    return any(a < edge < b for a, b in words(text[start:end]))


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

"""Links of words -> links of tokens, which teach a head of attention."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from doctrans.model import Range
from doctrans.training.pairs import Pair
from doctrans.training.vocabulary import Encoded

TokenLink = tuple[int, int]


def token_links(pair: Pair, source: Encoded, target: Encoded, shift: int) -> list[TokenLink]:
    """Tokens of linked words, each with each, and a tag's token with the same one. `shift` is the
    number of tokens before the source's text. None where the words' links are not known."""
    if not pair.links or not source.starts or not target.starts:
        return []
    words = pair.words()
    sources, targets = _by_word(source, words[0]), _by_word(target, words[1])
    links = [(s + shift, t) for a, b in pair.links for t in targets[b] for s in sources[a]]
    return links + _of_marks(source, target, shift)


def _by_word(encoded: Encoded, words: Sequence[Range]) -> dict[int, list[int]]:
    """The tokens of each word."""
    starts = [word.start for word in words]
    found: dict[int, list[int]] = defaultdict(list)
    for token, place in enumerate(encoded.starts):
        if place >= 0:
            found[bisect_right(starts, place) - 1].append(token)
    return found


def _of_marks(source: Encoded, target: Encoded, shift: int) -> list[TokenLink]:
    there = {
        piece: i
        for i, (piece, start) in enumerate(zip(source.pieces, source.starts, strict=True))
        if start < 0 and piece.startswith("<")
    }
    return [
        (there[piece] + shift, i)
        for i, (piece, start) in enumerate(zip(target.pieces, target.starts, strict=True))
        if start < 0 and piece in there
    ]

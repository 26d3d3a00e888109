"""A sentence as the projector sees it: tokens, and what their characters say about edges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from doctrans.model import Range
from doctrans.tokens import is_word

# Signs that do the same work in different scripts and house styles.
_SAME = (
    '"“”„‟«»‹›「」『』〝〞＂',
    "'‘’‚‛＇",
    ".。．｡",
    ",，、،",
    ":：",
    ";；؛",
    "!！",
    "?？؟",
    "-–—‐‑−―",
    "(（",
    ")）",
    "[［【",
    "]］】",
)
_CLASSES = {char: group[0] for group in _SAME for char in group}
_BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_QUOTES = frozenset("\"'")
_STOPS = frozenset(".!?")
_JOINING = frozenset("-‐‑.")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Lists run parallel to `tokens`. `origin` is the index of the token that one was cut from."""

    text: str
    tokens: tuple[Range, ...]
    origin: tuple[int, ...]
    words: tuple[str, ...] = field(init=False)
    folded: tuple[str, ...] = field(init=False)  # the words, whatever their case
    signs: tuple[str, ...] = field(init=False)  # class of a punctuation mark; "" for a word
    brackets: tuple[int, ...] = field(init=False)  # 1 opens, -1 closes
    opens: tuple[bool, ...] = field(init=False)  # begins a sentence
    joined: tuple[bool, ...] = field(init=False)  # one word with the token before

    def __post_init__(self) -> None:
        def put(name: str, values: Sequence[object]) -> None:
            object.__setattr__(self, name, tuple(values))

        put("words", [self.text[start:end] for start, end in self.tokens])
        put("folded", [word.casefold() for word in self.words])
        put("signs", [_sign(word) for word in self.words])
        put("brackets", [_BRACKETS.get(sign, 0) for sign in self.signs])
        put("opens", _openings(self.signs))
        put("joined", _joints(self.tokens, self.words, self.signs))

    def quote(self, index: int) -> bool:
        return 0 <= index < len(self.signs) and self.signs[index] in _QUOTES

    def same(self, index: int, other: Sentence, place: int) -> bool:
        """Whether two tokens are the same word, or signs that do the same work."""
        if self.signs[index] or other.signs[place]:
            return self.signs[index] == other.signs[place]
        return self.folded[index] == other.folded[place]

    def between(self, first: int, last: int) -> str:
        """The text of the tokens `first..last`, half-open and not empty."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def gap(self, index: int) -> Range:
        """The white space before token `index`; before the end for `len(tokens)`."""
        start = self.tokens[index - 1].end if index else 0
        return Range(
            start, self.tokens[index].start if index < len(self.tokens) else len(self.text)
        )


def cut(text: str, tokens: Sequence[Range], cuts: Collection[int]) -> Sentence:
    """The sentence, with its tokens cut at these places too."""
    places = sorted(set(cuts).difference(*tokens))
    if not places:  # as a rule they were cut there when they were made
        return Sentence(text, tuple(tokens), tuple(range(len(tokens))))
    pieces: list[Range] = []
    origin: list[int] = []
    for index, (start, end) in enumerate(tokens):
        for place in (*places[bisect_right(places, start) : bisect_left(places, end)], end):
            pieces.append(Range(start, place))
            origin.append(index)
            start = place
    return Sentence(text, tuple(pieces), tuple(origin))


def _openings(signs: Sequence[str]) -> list[bool]:
    found: list[bool] = []
    opens = True
    for sign in signs:
        found.append(opens)
        opens = sign in _STOPS or (opens and sign in _QUOTES)
    return found


def _joints(tokens: Sequence[Range], words: Sequence[str], signs: Sequence[str]) -> list[bool]:
    """No white space between, words on both sides, and nothing that parts them: `un|der`,
    `E|-Mail`, `Nr.|-Feld`, but not `word|,`, `(11)|The` or `l'|homme`."""
    glued = [False, *(a.end == b.start for a, b in pairwise(tokens))]
    before = _reaching(signs, glued)
    after = _reaching(signs[::-1], [False, *glued[:0:-1]])[::-1]
    joins = [not sign or word in _JOINING for word, sign in zip(words, signs, strict=True)]
    return [
        touches
        and joins[index - 1]
        and joins[index]
        and before[index - 1]
        and after[index]
        and words[index - 1][-1] not in "'’"
        for index, touches in enumerate(glued[: len(tokens)])
    ]


def _reaching(signs: Sequence[str], glued: Sequence[bool]) -> list[bool]:
    """Whether each token is a word, or one stands before it with nothing but signs between."""
    found: list[bool] = []
    reaches = False
    for sign, touches in zip(signs, glued, strict=False):
        reaches = not sign or (touches and reaches)
        found.append(reaches)
    return found


def _sign(word: str) -> str:
    return "" if is_word(word) else _CLASSES.get(word, word)

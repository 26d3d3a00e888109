"""A sentence as the projector sees it: tokens, and what their characters say about edges."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

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
_HYPHENS = frozenset("-'/")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Lists run parallel to `tokens`. `origin` is the index of the token that one was cut from."""

    text: str
    tokens: tuple[Range, ...]
    origin: tuple[int, ...]
    words: tuple[str, ...] = field(init=False)
    signs: tuple[str, ...] = field(init=False)  # class of a punctuation mark; "" for a word
    brackets: tuple[int, ...] = field(init=False)  # 1 opens, -1 closes
    opens: tuple[bool, ...] = field(init=False)  # begins a sentence
    joined: tuple[bool, ...] = field(init=False)  # one word with the token before

    def __post_init__(self) -> None:
        def put(name: str, values: Sequence[object]) -> None:
            object.__setattr__(self, name, tuple(values))

        put("words", [self.text[start:end] for start, end in self.tokens])
        put("signs", [_sign(word) for word in self.words])
        put("brackets", [_BRACKETS.get(sign, 0) for sign in self.signs])
        put("opens", [self._opens(index) for index in range(len(self.tokens))])
        put("joined", [self._joined(index) for index in range(len(self.tokens))])

    def _opens(self, index: int) -> bool:
        before = index - 1
        while before >= 0 and self.signs[before] in _QUOTES:
            before -= 1
        return before < 0 or self.signs[before] in _STOPS

    def _joined(self, index: int) -> bool:
        if not index or self.gap(index).start < self.gap(index).end:
            return False
        around = self.signs[index - 1], self.signs[index]
        return all(not sign or sign in _HYPHENS for sign in around) and not all(around)

    def quote(self, index: int) -> bool:
        return 0 <= index < len(self.signs) and self.signs[index] in _QUOTES

    def gap(self, index: int) -> Range:
        """The white space before token `index`; before the end for `len(tokens)`."""
        start = self.tokens[index - 1].end if index else 0
        return Range(
            start, self.tokens[index].start if index < len(self.tokens) else len(self.text)
        )

    def gap_at(self, position: int) -> Range:
        """The white space around a place that no token reaches across."""
        return self.gap(bisect_right([token.end for token in self.tokens], position))


def cut(text: str, tokens: Sequence[Range], cuts: Collection[int]) -> Sentence:
    """The sentence, with its tokens cut at these places too."""
    pieces: list[Range] = []
    origin: list[int] = []
    for index, (start, end) in enumerate(tokens):
        for place in (*sorted(c for c in cuts if start < c < end), end):
            pieces.append(Range(start, place))
            origin.append(index)
            start = place
    return Sentence(text, tuple(pieces), tuple(origin))


def _sign(word: str) -> str:
    return "" if is_word(word) else _CLASSES.get(word, word)

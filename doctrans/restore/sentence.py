"""A sentence as the projector sees it: tokens, and what their characters say about edges."""

from __future__ import annotations

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
_JOINING = frozenset("-‐‑.")


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
        """No white space between, words on both sides, and nothing that parts them: `un|der`,
        `E|-Mail`, `Nr.|-Feld`, but not `word|,`, `(11)|The` or `l'|homme`."""
        return (
            self._glued(index)
            and self.words[index - 1][-1] not in "'’"
            and all(not self.signs[i] or self.words[i] in _JOINING for i in (index - 1, index))
            and self._reaches_word(index - 1, -1)
            and self._reaches_word(index, 1)
        )

    def _glued(self, index: int) -> bool:
        inside = 0 < index < len(self.tokens)
        return inside and self.tokens[index - 1].end == self.tokens[index].start

    def _reaches_word(self, index: int, step: int) -> bool:
        while self.signs[index]:
            if not self._glued(index if step < 0 else index + 1):
                return False
            index += step
        return True

    def quote(self, index: int) -> bool:
        return 0 <= index < len(self.signs) and self.signs[index] in _QUOTES

    def same(self, index: int, other: Sentence, place: int) -> bool:
        """Whether two tokens are the same word, or signs that do the same work."""
        if self.signs[index] or other.signs[place]:
            return self.signs[index] == other.signs[place]
        return self.words[index].casefold() == other.words[place].casefold()

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

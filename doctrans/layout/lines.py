"""A paragraph set in lines, as a renderer would: first fit, spaces hang over the end of a line.

A word that is wider than the whole line is chopped between characters, which no reader forgives:
`Filled.chopped` names it. Soft hyphens are used where they help, and need room for the hyphen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from doctrans.layout.breaking import SHY, pieces
from doctrans.layout.model import Leading, Paragraph, Rule, Type
from doctrans.layout.shaping import Measure

_TOLERANCE = 0.05  # points; renderers compute in twentieths
_CLOSE = 0.1  # points; what has less to spare in a line of its own may be chopped after all
_REMEMBERED = 2_000  # texts: each is set in several widths and types
_SHORT = 300  # characters of those that are remembered
_TAB = 36.0  # points between tab stops where none is set


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `start` to `end` of the paragraph, spaces at the end included; `width` without
    them. `hyphen`: it ends in a soft hyphen, which is seen; `chopped`: in the middle of a word."""

    start: int
    end: int
    width: float
    hyphen: bool = False
    chopped: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """`height` is that of all lines, without what stands before and after the paragraph. `close`
    are words that a line just holds: a renderer that rounds otherwise chops them."""

    lines: tuple[Line, ...]
    height: float
    chopped: tuple[str, ...]
    close: tuple[str, ...] = ()


def fill(paragraph: Paragraph, width: float, measure: Measure) -> Filled:
    """The lines of a paragraph in a box of that width."""
    setting = _Setting(paragraph, width, measure)
    lines = tuple(setting.lines())
    height = setting.height(lines)
    return Filled(lines, height, tuple(setting.chopped), tuple(setting.close))


class _Setting:
    """One paragraph while it is set."""

    def __init__(self, paragraph: Paragraph, width: float, measure: Measure) -> None:
        self._paragraph = paragraph
        self._text = paragraph.text
        self._width = width - paragraph.right
        self._measure = measure
        advances: list[float] = []
        for run in paragraph.runs:
            advances += measure.advances(run.text, run.type)
        self._upto = [0.0, *accumulate(advances)]
        self._starts = [0, *accumulate(len(run.text) for run in paragraph.runs)]
        self._tabbed = "\t" in self._text
        self.chopped: list[str] = []
        self.close: list[str] = []

    def lines(self) -> Iterator[Line]:
        """At least one: an empty paragraph has a line."""
        begin, indent = 0, self._paragraph.first
        for part in self._text.split("\n"):
            yield from self._part(begin, begin + len(part), indent)
            begin += len(part) + 1
            indent = self._paragraph.left

    def _part(self, begin: int, end: int, indent: float) -> Iterator[Line]:
        """Lines of text without a forced break."""
        if (seen := self._at_once(begin, end, indent)) is not None:
            yield Line(begin, end, seen)
            return
        line = _Open(begin, indent)
        for word in _words(begin, self._text[begin:end]):
            first, (_, last, shown) = word[0][0], word[-1]
            if self._fits(line, first, shown):
                if line.empty and not self._fits(line, first, shown, tolerance=-_CLOSE):
                    self.close.append(self._letters(first, last))
                self._put(line, first, last, shown)
                continue
            for start, stop, shown in word:
                hyphen = stop if stop < last else 0
                if not line.empty and not self._fits(line, start, shown, hyphen):
                    yield self._closed(line)
                    line = _Open(start, self._paragraph.left)
                if self._fits(line, start, shown, hyphen):
                    if line.empty and not self._fits(line, start, shown, hyphen, -_CLOSE):
                        self.close.append(self._letters(first, last))
                    self._put(line, start, stop, shown)
                else:
                    self.chopped.append(self._letters(first, last))
                    for at in range(start, stop):
                        shown = at if self._text[at] == " " else at + 1
                        if not line.empty and not self._fits(line, at, shown):
                            yield self._closed(line, chopped=True)
                            line = _Open(at, self._paragraph.left)
                        line.forced = True
                        self._put(line, at, at + 1, shown)
        yield self._closed(line, last=True)

    def _at_once(self, begin: int, end: int, indent: float) -> float | None:
        """The width of what is seen of text that takes one line, with room to spare; else None."""
        if self._tabbed:
            return None
        text = self._text[begin:end]
        seen = self._upto[begin + len(text.rstrip(" "))] - self._upto[begin]
        return seen if seen <= self._width - indent - _CLOSE else None

    def _fits(
        self, line: _Open, start: int, shown: int, hyphen: int = 0, tolerance: float = _TOLERANCE
    ) -> bool:
        """Whether characters up to `shown` find room, with the hyphen of a piece that ends at
        `hyphen`."""
        need = self._span(start, shown, line) + (self._hyphen(hyphen) if hyphen else 0.0)
        return need <= self._width - line.indent - line.width + tolerance

    def _put(self, line: _Open, start: int, stop: int, shown: int) -> None:
        line.seen = line.width + self._span(start, shown, line)
        line.width += self._span(start, stop, line)
        line.end = stop
        line.empty = False

    def _span(self, start: int, stop: int, line: _Open) -> float:
        """The width of some characters; a tab reaches to the next stop."""
        if not self._tabbed or "\t" not in self._text[start:stop]:
            return self._upto[stop] - self._upto[start]
        place = begun = line.indent + line.width
        for position in range(start, stop):
            if self._text[position] == "\t":
                place = (place // _TAB + 1) * _TAB
            else:
                place += self._upto[position + 1] - self._upto[position]
        return place - begun

    def _letters(self, start: int, stop: int) -> str:
        return self._text[start:stop].rstrip().replace(SHY, "")

    def _hyphen(self, stop: int) -> float:
        return self._measure.width("-", self._type(stop - 1))

    def _type(self, position: int) -> Type:
        for run, start in zip(self._paragraph.runs, self._starts, strict=False):
            if start <= position < start + len(run.text):
                return run.type
        return self._paragraph.mark

    def _closed(self, line: _Open, *, chopped: bool = False, last: bool = False) -> Line:
        hyphen = not (last or line.forced or line.empty) and self._text[line.end - 1] == SHY
        width = line.seen + (self._hyphen(line.end) if hyphen else 0.0)
        return Line(line.start, line.end, width, hyphen, chopped)

    def height(self, lines: Sequence[Line]) -> float:
        leading = self._paragraph.leading
        if leading.rule is Rule.EXACT:
            return leading.value * len(lines)
        types = {run.type for run in self._paragraph.runs if run.text}
        if not types or "\n" in self._text:  # an empty line is as high as its mark
            types.add(self._paragraph.mark)
        if len(types) == 1:  # most: each line is as high as any other
            return len(lines) * _led(_natural(types, self._measure), leading)
        return sum(_led(_natural(self._types(line), self._measure), leading) for line in lines)

    def _types(self, line: Line) -> Collection[Type]:
        found = [
            run.type
            for run, start in zip(self._paragraph.runs, self._starts, strict=False)
            if run.text and start < line.end and start + len(run.text) > line.start
        ]
        return found or [self._paragraph.mark]


def _natural(types: Collection[Type], measure: Measure) -> float:
    heights = [measure.heights(type) for type in types]
    return max(h.above for h in heights) + max(h.below for h in heights)


def _led(natural: float, leading: Leading) -> float:
    return max(natural, leading.value) if leading.rule is Rule.AT_LEAST else natural * leading.value


@dataclass(slots=True)
class _Open:
    """A line that still takes words. `width` counts spaces at the end, `seen` does not. `forced`:
    it was filled letter by letter, without room for a hyphen."""

    start: int
    indent: float
    width: float = 0.0
    seen: float = 0.0
    end: int = -1
    empty: bool = True
    forced: bool = False

    def __post_init__(self) -> None:
        self.end = self.start


_Word = tuple[tuple[int, int, int], ...]


def _words(begin: int, text: str) -> Iterable[_Word]:
    """Ranges between which a line may end, and where each ends without its spaces; those with soft
    hyphens between them together."""
    words = _remembered(text) if len(text) <= _SHORT else _cut(text)
    if not begin:
        return words
    return (tuple((begin + a, begin + b, begin + c) for a, b, c in word) for word in words)


def _cut(text: str) -> tuple[_Word, ...]:
    words: list[_Word] = []
    word: list[tuple[int, int, int]] = []
    begin = 0
    for piece in pieces(text):
        end = begin + len(piece)
        word.append((begin, end, begin + len(piece.rstrip(" "))))
        begin = end
        if not piece.endswith(SHY):
            words.append(tuple(word))
            word = []
    if word:
        words.append(tuple(word))
    return tuple(words)


_remembered = lru_cache(_REMEMBERED)(_cut)

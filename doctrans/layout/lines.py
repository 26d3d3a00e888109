"""A paragraph set in lines, as a renderer would: first fit, spaces hang over the end of a line.

A word that is wider than the whole line is chopped between characters, which no reader forgives:
`Filled.chopped` names it. Soft hyphens are used where they help, and need room for the hyphen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from doctrans.layout.breaking import SHY, pieces
from doctrans.layout.model import Leading, Paragraph, Rule, Type
from doctrans.layout.shaping import Measure

_TOLERANCE = 0.05  # points; renderers compute in twentieths
_CLOSE = 0.1  # points; what has less to spare in a line of its own may be chopped after all
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
    height = sum(setting.height(line) for line in lines)
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
        line = _Open(begin, indent)
        for word in _words(begin, self._text[begin:end]):
            if self._fits(line, word[0][0], word[-1][1]):
                if line.empty and not self._fits(line, word[0][0], word[-1][1], False, -_CLOSE):
                    self.close.append(self._shown(word[0][0], word[-1][1]))
                self._put(line, word[0][0], word[-1][1])
                continue
            for start, stop in word:
                hyphen = stop < word[-1][1]
                if not line.empty and not self._fits(line, start, stop, hyphen):
                    yield self._closed(line)
                    line = _Open(start, self._paragraph.left)
                if self._fits(line, start, stop, hyphen):
                    if line.empty and not self._fits(line, start, stop, hyphen, -_CLOSE):
                        self.close.append(self._shown(word[0][0], word[-1][1]))
                    self._put(line, start, stop)
                else:
                    self.chopped.append(self._shown(word[0][0], word[-1][1]))
                    for position in range(start, stop):
                        if not line.empty and not self._fits(line, position, position + 1):
                            yield self._closed(line, chopped=True)
                            line = _Open(position, self._paragraph.left)
                        line.forced = True
                        self._put(line, position, position + 1)
        yield self._closed(line, last=True)

    def _fits(
        self,
        line: _Open,
        start: int,
        stop: int,
        hyphen: bool = False,
        tolerance: float = _TOLERANCE,
    ) -> bool:
        room = self._width - line.indent - line.width
        need = self._span(start, self._trimmed(start, stop), line)
        return need + (self._hyphen(stop) if hyphen else 0.0) <= room + tolerance

    def _put(self, line: _Open, start: int, stop: int) -> None:
        line.seen = line.width + self._span(start, self._trimmed(start, stop), line)
        line.width += self._span(start, stop, line)
        line.end = stop
        line.empty = False

    def _span(self, start: int, stop: int, line: _Open) -> float:
        """The width of some characters; a tab reaches to the next stop."""
        if "\t" not in self._text[start:stop]:
            return self._upto[stop] - self._upto[start]
        place = begun = line.indent + line.width
        for position in range(start, stop):
            if self._text[position] == "\t":
                place = (place // _TAB + 1) * _TAB
            else:
                place += self._upto[position + 1] - self._upto[position]
        return place - begun

    def _shown(self, start: int, stop: int) -> str:
        return self._text[start:stop].rstrip().replace(SHY, "")

    def _trimmed(self, start: int, stop: int) -> int:
        while stop > start and self._text[stop - 1] == " ":
            stop -= 1
        return stop

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

    def height(self, line: Line) -> float:
        leading = self._paragraph.leading
        if leading.rule is Rule.EXACT:
            return leading.value
        types = [
            run.type
            for run, start in zip(self._paragraph.runs, self._starts, strict=False)
            if start < line.end and start + len(run.text) > line.start
        ]
        own = _natural(types or [self._paragraph.mark], self._measure)
        return _led(own, leading)


def _natural(types: Sequence[Type], measure: Measure) -> float:
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


def _words(begin: int, text: str) -> Iterator[list[tuple[int, int]]]:
    """Ranges between which a line may end; those with soft hyphens between them together."""
    word: list[tuple[int, int]] = []
    for piece in pieces(text):
        word.append((begin, begin + len(piece)))
        begin += len(piece)
        if not piece.endswith(SHY):
            yield word
            word = []
    if word:
        yield word

"""One side of a training pair: plain text with marks in it, and how both become token ids.

A line of the corpus, `Click <1>here</1>.`, is the text `Click here.` with two marks. Lessons add
marks (tags, terms), and only the last step writes text and marks as the model sees them, by the
same rules by which the engine asks (`inline.compose`), so that training and use cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from doctrans.engines.ctranslate2.inline import Aside, Token, compose, places
from doctrans.errors import InputError
from doctrans.model import Range

_TAG = re.compile(r"<(/?)(\d+)(/?)>")
_ESCAPES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ESCAPE = re.compile("|".join(_ESCAPES))


@dataclass(frozen=True, slots=True)
class Mark:
    """A token that stands for `text[start:end]`, which may be empty; `text` follows it."""

    start: int
    end: int
    token: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Marks are in order; those at one place stand as they are listed."""

    text: str
    marks: tuple[Mark, ...] = ()

    def composed(self) -> tuple[str, tuple[Range, ...]]:
        """The text as a tokenizer is to see it, and the ranges in it that are tokens."""
        return compose(list(self._atoms()))

    def _atoms(self) -> Iterable[str]:
        position = 0
        for mark in self.marks:
            yield self.text[position : mark.start]
            yield Token(mark.token)
            yield Aside(mark.text)
            position = mark.end
        yield self.text[position:]

    def places(self) -> list[int]:
        """For each character of the composed text where it is in `text`; -1: a token's, or text
        that follows one, or a space."""
        stands = [True] * len(self.text)
        for mark in self.marks:
            stands[mark.start : mark.end] = [False] * (mark.end - mark.start)
        own = [i for i, there in enumerate(stands) if there]
        found = places(list(self._atoms()), self.composed()[0])
        return [own[i] if i >= 0 else -1 for i in found]

    def with_marks(self, marks: Iterable[Mark]) -> Line:
        """With more of them; where places are equal, those that are there come first, but after
        those that stand before a text come those that stand for it."""
        ordered = sorted((*self.marks, *marks), key=lambda m: (m.start, m.end))
        return replace(self, marks=tuple(ordered))

    def renamed(self, names: dict[str, str]) -> Line:
        """With other tokens."""
        marks = (replace(mark, token=names.get(mark.token, mark.token)) for mark in self.marks)
        return replace(self, marks=tuple(marks))


def parse(written: str) -> Line:
    """From the corpus notation: `<1>…</1>` around text, `<3/>` standalone, three escapes.

    Raises InputError for tags that do not nest or appear twice."""
    text: list[str] = []
    length = 0
    marks: list[Mark] = []
    stack: list[str] = []
    seen: set[str] = set()
    position = 0
    for match in _TAG.finditer(written):
        part = unescape(written[position : match.start()])
        text.append(part)
        length += len(part)
        position = match.end()
        closing, number, point = match.groups()
        if closing and (point or not stack or stack.pop() != number):
            raise InputError(f"{match[0]} closes a tag that is not open: {_shown(written)}")
        if not closing:
            if number in seen:
                raise InputError(f"{match[0]} opens a tag that was there before: {_shown(written)}")
            seen.add(number)
            if not point:
                stack.append(number)
        marks.append(Mark(length, length, match[0]))
    if stack:
        raise InputError(f"<{stack[-1]}> is not closed: {_shown(written)}")
    text.append(unescape(written[position:]))
    return Line("".join(text), tuple(marks))


def unescape(written: str) -> str:
    """Text of the corpus notation."""
    if "&" not in written:
        return written
    return _ESCAPE.sub(lambda match: _ESCAPES[match[0]], written)


def escape(text: str) -> str:
    """The inverse: text in the corpus notation, in which nothing of it is a tag."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def tags(line: Line) -> list[str]:
    """The tag tokens of a line, sorted: two sides of a pair have the same."""
    return sorted(mark.token for mark in line.marks if _TAG.fullmatch(mark.token))


def renumbered(lines: Sequence[Line], numbers: Sequence[int]) -> list[Line]:
    """The same tags under other numbers: the n-th that appears in the first line gets the n-th."""
    names: dict[str, str] = {}
    order: dict[str, int] = {}
    for line in lines:
        for mark in line.marks:
            if match := _TAG.fullmatch(mark.token):
                new = numbers[order.setdefault(match[2], len(order))]
                names[mark.token] = f"<{match[1]}{new}{match[3]}>"
    return [line.renamed(names) for line in lines]


def _shown(written: str) -> str:
    return written if len(written) <= 80 else f"{written[:79]}…"

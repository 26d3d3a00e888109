"""Languages of components and servers whose code stands in pages without marks of its own at both
ends: Razor, Angular, Svelte and JSX, Blade. What of a page is code, and what is its text.

Their code counts lines, holds `<` and goes over tags, so it is found in the page itself, not in
texts read from it; a page whose first glance has none of it is never looked at again. A language
has a pattern of what begins code in markup; blocks that hold code (`@foreach (…) { … }` of Razor)
hold markup again from a tag on, up to its end, those that hold markup (`@if (…) { … }` of Angular)
end with their brace. Of code that never ends only the beginning is taken for code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Language:
    """The groups of `begins` say what begins: a "command" (between which texts stand by
    themselves) and an "expression" (which stands for words) are complete; "code" and "markup" are
    the beginning of a block of that, "braces" of one that is an expression if it holds no tags."""

    tells: Callable[[str], object]  # whether a page is of it
    begins: re.Pattern[str]
    expressions: re.Pattern[str]  # those in a text


APART = "#apart"  # texts before and behind it stand by themselves
UNCLOSED = "#unclosed"  # ... and it has no end: what is behind it is read as text
FRAGMENT = "<>"  # the name of an element of JSX that has none: `<>` … `</>`


class Code(NamedTuple):
    """A stretch of a page. Its name is "" where it stands for words."""

    start: int
    end: int
    name: str = APART


@dataclass(slots=True)
class _Block:
    """An open block. Of code: `name` is the element that stands in it, "" between two, and
    `opened` how many of this name are open."""

    holds_code: bool
    braces: int = 1
    name: str = ""
    opened: int = 0


class Embedded:
    """The code of one page, asked for from its start to its end; it must be told of tags."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._begins = _Ahead(text, language.begins)
        self._braces = _Ahead(text, _BRACE)
        self._expressions = language.expressions
        self._blocks: list[_Block] = []
        self._line = 0  # up to there the page is a line of text within code
        self._patience = _PATIENCE

    def first(self, start: int, end: int) -> Code | None:
        """The first code that begins in a stretch without tags, wherever it ends."""
        in_code = self._is_in_code()
        if in_code and start >= self._line:
            return self._code(start, start)
        stop = min(end, self._line) if in_code else end
        return self._in_markup(start, stop) or (
            self._code(stop, stop) if in_code and stop < end else None
        )

    def open(self, name: str, at: int, closed: bool) -> None:
        """A start tag; `closed`: there is no end tag."""
        block = self._blocks[-1] if self._blocks else None
        if block and block.holds_code and at >= self._line and not closed:
            block.name = block.name or name
            block.opened += block.name == name

    def close(self, name: str, at: int) -> None:
        """An end tag."""
        block = self._blocks[-1] if self._blocks else None
        if not block or not block.holds_code or at < self._line:
            return
        if block.name == name:
            block.opened -= 1
            block.name = name if block.opened else ""
        elif not block.name:  # of what is around the block, which has lost its end
            self._blocks.clear()

    def _is_in_code(self) -> bool:
        return bool(self._blocks) and self._blocks[-1].holds_code and not self._blocks[-1].name

    def _in_markup(self, start: int, stop: int) -> Code | None:
        at = start
        while found := self._next(at, stop):
            at, code = found.end(), self._begun(found)
            if code is None:
                continue
            if code.name or not self._is_text(code):
                return code
            at = code.end
        return None

    def _begun(self, found: re.Match[str]) -> Code | None:
        """What begins there; None: a brace that ends nothing."""
        kind, (begin, end) = found.lastgroup, found.span()
        if kind in ("opens", "closes"):
            self._blocks[-1].braces += 1 if kind == "opens" else -1
            if self._blocks[-1].braces:
                return None
            self._blocks.pop()
        elif kind == "expression":
            return Code(begin, end, "")
        elif kind == "markup":
            self._blocks.append(_Block(False))
        elif kind != "command":
            self._blocks.append(_Block(True))
            code = self._code(begin, end)
            whole = kind == "braces" and code and code.name == APART and not self._is_in_code()
            return code._replace(name="") if code and whole else code
        return Code(begin, end)

    def _is_text(self, code: Code) -> bool:
        """Whether it is an expression that stands in a text as others do."""
        found = self._expressions.match(self._text, code.start)
        tagged = _TAG.search(self._text, code.start, code.end)
        return found is not None and found.end() == code.end and not tagged

    def _next(self, at: int, stop: int) -> re.Match[str] | None:
        """What begins code, or is a brace in a block of markup."""
        found = self._begins.after(at)
        if self._blocks and not self._blocks[-1].holds_code:
            brace = self._braces.after(at)
            if brace and (not found or brace.start() < found.start()):
                found = brace
        return found if found and found.start() < stop else None

    def _code(self, start: int, at: int) -> Code | None:
        """Code from `start`, read from `at` on: up to a tag, a line of text or the end of its
        block."""
        if not self._patience:
            return None
        block = self._blocks[-1]
        fresh = True  # whether a tag may begin: not behind a value, as in `List<string>`
        for token in _TOKEN.finditer(self._text, at, min(len(self._text), at + _LONGEST)):
            kind = token.lastgroup
            if kind == "tag" and fresh:
                return Code(start, token.start())
            if kind == "fragment" and fresh:
                block.name, block.opened = FRAGMENT, 1
                return Code(start, token.end())
            if kind == "end":  # of what is around the block
                return self._unclosed(start, token.start())
            if kind == "line" and fresh:
                end = self._text.find("\n", token.end())
                self._line = end if end >= 0 else len(self._text)
                return Code(start, token.end())
            if kind == "opens":
                block.braces += 1
            elif kind == "closes":
                block.braces -= 1
                if block.braces <= 0 and not _GOES_ON.match(self._text, token.end()):
                    self._blocks.pop()
                    return Code(start, token.end())
            if kind != "nothing" or "\n" in token[0]:
                fresh = kind in _FRESH or token[0] in _BEFORE_TAGS
        self._patience -= 1
        return self._unclosed(start, at)

    def _unclosed(self, start: int, end: int) -> Code | None:
        self._blocks.clear()
        return Code(start, end, UNCLOSED) if start < end else None


_PATIENCE = 10  # blocks without an end
_LONGEST = 100_000  # characters of code without tags
_TAG = re.compile(r"<[a-zA-Z/!?%]")
_BRACE = re.compile(r"(?P<opens>\{)|(?P<closes>\})")
_GOES_ON = re.compile(r"\s{0,200}(?:else|catch|finally)\b")
_TOKEN = re.compile(
    r"(?P<nothing>\s++|//[^\n]*+|/\*(?:[^*/]|\*(?!/)|/(?!\*)){0,4000}+\*/"
    r"|@\*(?:[^*@]|\*(?!@)|@(?!\*)){0,4000}+\*@)"
    r"|(?P<string>@\"(?:[^\"]|\"\"){0,4000}+\"|\"(?:[^\"\\\n]|\\.){0,2000}+\""
    r"|'(?:[^'\\\n]|\\.){0,2000}+'|`(?:[^`\\]|\\.){0,4000}+`)"
    r"|(?P<opens>\{)|(?P<closes>\})|(?P<line>@:)|(?P<tag><(?=[a-zA-Z!]))"
    r"|(?P<fragment><>)|(?P<end></(?=[a-zA-Z]))"
    r"|(?P<value>\w++|[)\]])|(?P<sign>.)",
    re.DOTALL,
)
_FRESH = frozenset(("opens", "closes", "sign", "nothing"))  # the last: at the start of a line
_BEFORE_TAGS = frozenset(("return",))


class _Ahead:
    """The next match of a pattern, which is looked for once."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._text = text
        self._pattern = pattern
        self._begun = False
        self._found: re.Match[str] | None = None

    def after(self, at: int) -> re.Match[str] | None:
        found = self._found
        if not self._begun or (found and found.start() < at):
            self._begun = True
            self._found = found = self._pattern.search(self._text, at)
        return found

"""Stretches of template languages that hold no text to be translated, whatever is in them: listings
(`{% highlight %}` … `{% endhighlight %}`), style sheets, scripts, settings, and comments.

A listing closes on the level it opens on, or both stand in lines of their own: openers in prose
about a language, each in its paragraph or `<code>`, are text.

What stands in `{% raw %}` and `{% verbatim %}` is text; commands in it mean nothing.
"""

from __future__ import annotations

import re

from doctrans.constraints import levels, velocity
from doctrans.constraints.freezing import Marks
from doctrans.model import Range

# Of Jekyll, Hexo and Hugo; of Shopify; of Craft; comments of Django and Liquid.
_NAMES = "highlight|codeblock|schema|stylesheet|javascript|style|css|js|comment|doc"
_NAMED = r"(?:(?<!highlight)|(?=\s{1,9}\w))"  # Jekyll's has the name of a language
_OPENING = re.compile(
    rf"\{{%[-~]?\s{{0,9}}(?P<name>{_NAMES})(?!\w){_NAMED}(?:[^%{{]|%(?!\}})){{0,500}}%\}}"
    r"|\{\{(?P<sign>[<%])\s{0,9}highlight(?!\w)[^{}]{0,500}[>%]\}\}"
)
_COMMENT = re.compile(r"\{%[-~]?\s{0,9}(?:comment|doc)")
_BRACE = re.compile(r"\{(?=[{%])")
_BRACE_OR_HASH = re.compile(r"\{(?=[{%])|##")
# Words in the same line would be of it, but for those behind the block that it stands in.
_HASHES = re.compile(rf"{velocity.COMMENT}\n?")
_HASHES_IN_BLOCK = re.compile(
    rf"{velocity.COMMENT_BEGINS}(?:[^\n<]|<(?!/(?:address|article|aside|blockquote|body|caption"
    r"|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|html|li|main|nav|ol"
    r"|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b))*+\n?",
    re.IGNORECASE,
)
_INDENT = 200  # characters before it in its line, all of them spaces
_OWN_LINE = re.compile(r"[ \t]{0,99}\r?\n")
_OWN_START = re.compile(r"\n[ \t]{0,99}\Z")
_CLOSING = {
    **{
        name: re.compile(rf"\{{%[-~]?\s{{0,9}}end{name}\s{{0,9}}[-~]?%\}}")
        for name in _NAMES.split("|")
    },
    "<": re.compile(r"\{\{<\s{0,9}/\s{0,9}highlight\s{0,9}>\}\}"),
    "%": re.compile(r"\{\{%\s{0,9}/\s{0,9}highlight\s{0,9}%\}\}"),
}


class Listings:
    """Those of one text, looked for from its start to its end. What is never closed is none.
    `hashes`: Velocity's comments, which their lines end, are some."""

    def __init__(self, text: str, hashes: bool = False) -> None:
        self._text = text
        self._unclosed: set[str] = set()  # none of these is looked for twice
        self._closings: dict[str, re.Match[str]] = {}  # the last found
        self._falls: dict[str, int] = {}  # where what was open is closed, last found
        self._begin = _BRACE_OR_HASH if hashes else _BRACE
        self.any = hashes or _OPENING.search(text) is not None
        self._next: Range | None = None
        self._seen = 0  # up to there the text was looked through

    def first(self, start: int, end: int) -> Range | None:
        """The first that starts in a stretch, wherever it ends; to be asked for from the start of
        the text to its end, each part of which is looked through once."""
        if self.any and start >= self._seen:
            self._next = self._found(start, end)
            self._seen = self._next.start + 1 if self._next else end
        return self._next if self._next and start <= self._next.start < end else None

    def _found(self, start: int, end: int) -> Range | None:
        for begin in self._begin.finditer(self._text, start, end):
            if closed := self._closed(begin.start()):
                return Range(begin.start(), closed)
        return None

    def _closed(self, at: int) -> int:
        """Where the one ends that starts there; 0: none does."""
        before = self._text[max(0, at - _INDENT) : at].rpartition("\n")[2]
        hashes = _HASHES_IN_BLOCK if before.strip() else _HASHES
        if comment := hashes.match(self._text, at):
            return comment.end()
        opening = _OPENING.match(self._text, at)
        return self._end(opening) if opening else 0

    def _end(self, opening: re.Match[str]) -> int:
        name = opening["name"] or opening["sign"]
        if name not in self._unclosed:
            if closing := self._closing(name, opening.end()):
                return closing.end() if self._is_level(name, opening.end(), closing) else 0
            self._unclosed.add(name)
        return 0

    def _closing(self, name: str, start: int) -> re.Match[str] | None:
        """The first behind `start`; none is looked for again from another opener."""
        closing = self._closings.get(name)
        if not closing or closing.start() < start:
            closing = _CLOSING[name].search(self._text, start)
            if closing:
                self._closings[name] = closing
        return closing

    def _is_level(self, name: str, start: int, closing: re.Match[str]) -> bool:
        """What was open at an opener is so at a later one: neither is behind what closes it."""
        text, end = self._text, closing.start()
        if _OWN_LINE.match(text, start) and _OWN_START.search(text, max(start - 2, end - 100), end):
            return True
        if self._falls.get(name, -1) < start:
            self._falls[name] = levels.fall(text, start, end)
        return not start <= self._falls[name] < end


def marks(text: str) -> Marks:
    """Comments are frozen: the sentence that one stands in stays whole. Others are cuts."""
    listings = Listings(text)
    comments: list[Range] = []
    code: list[Range] = []
    position = 0
    while place := listings.first(position, len(text)):
        position = place.end
        (comments if _COMMENT.match(text, place.start) else code).append(place)
    return Marks(tuple(comments), cuts=tuple(code))

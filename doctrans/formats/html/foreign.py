"""Where svg and math begin and end, from the tags alone (WHATWG HTML 13.2.6.5).

Inside them `<title>` and `<style>` hold markup, `<path/>` is complete and CDATA exists; inside
their integration points HTML rules again.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

_POINTS = {
    "svg": frozenset(("foreignobject", "desc", "title")),
    "math": frozenset(("mi", "mo", "mn", "ms", "mtext")),
}
_BREAKOUT = frozenset(
    ("b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
     "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing",
     "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
     "sub", "sup", "table", "tt", "u", "ul", "var")
)  # fmt: skip
_FONT = re.compile(r"""[\s/"'](?:color|face|size)[\s=>/]""", re.IGNORECASE)
_ANNOTATION = re.compile(
    r"""[\s/"']encoding\s*=\s*["']?(?:text/html|application/xhtml\+xml)["'\s/>]""", re.IGNORECASE
)


class _Open(NamedTuple):
    name: str
    root: str  # svg or math
    point: bool  # whether HTML rules inside


class Foreign:
    """The open elements of foreign content, from the outermost svg or math on."""

    ROOTS = frozenset(("svg", "math"))
    __slots__ = ("closed", "counts", "inside", "open", "started")

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.counts: Counter[str] = Counter()  # of the names in `open`
        self.inside = False  # whether what comes next is in foreign content
        self.started = False  # whether the last start tag was of foreign content
        self.closed = False  # ... and complete in itself

    def start(self, name: str, text: str, start: int, end: int) -> None:
        """A start tag `text[start:end]`."""
        self.started = self.closed = False
        if self.inside and _breaks_out(name, text, start, end):
            self._break_out()
        if not self.inside and name not in self.ROOTS:
            return
        self.started = True
        self.closed = text[end - 2] == "/"
        if not self.closed:
            root = name if name in self.ROOTS else self.open[-1].root
            self.open.append(_Open(name, root, _is_point(name, root, text, start, end)))
            self.counts[name] += 1
        self._settle()

    def end(self, name: str) -> None:
        """An end tag."""
        if self.inside and name in ("p", "br"):
            self._break_out()
        elif self.counts[name]:
            while self._pop() != name:
                pass
            self._settle()

    def _break_out(self) -> None:
        while self.open and not self.open[-1].point:
            self._pop()
        self._settle()

    def _pop(self) -> str:
        name = self.open.pop().name
        self.counts[name] -= 1
        return name

    def _settle(self) -> None:
        self.inside = bool(self.open) and not self.open[-1].point


def _is_point(name: str, root: str, text: str, start: int, end: int) -> bool:
    if root == "math" and name == "annotation-xml":
        return bool(_ANNOTATION.search(text, start, end))
    return name in _POINTS[root]


def _breaks_out(name: str, text: str, start: int, end: int) -> bool:
    if name == "font":
        return bool(_FONT.search(text, start, end))
    return name in _BREAKOUT

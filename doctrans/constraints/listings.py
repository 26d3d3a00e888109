"""Stretches of template languages that hold no text to be translated, whatever is in them: listings
(`{% highlight %}` … `{% endhighlight %}`), style sheets, scripts, settings, and comments.

What stands in `{% raw %}` and `{% verbatim %}` is text; commands in it mean nothing.
"""

from __future__ import annotations

import re

from doctrans.constraints.freezing import Marks
from doctrans.model import Range

# Of Jekyll, Hexo and Hugo; of Shopify; of Craft; comments of Django and Liquid.
_NAMES = "highlight|codeblock|schema|stylesheet|javascript|style|css|js|comment|doc"
_OPENING = re.compile(
    rf"\{{%[-~]?\s{{0,9}}(?P<name>{_NAMES})(?!\w)(?:[^%{{]|%(?!\}})){{0,500}}%\}}"
    r"|\{\{(?P<sign>[<%])\s{0,9}highlight(?!\w)[^{}]{0,500}[>%]\}\}"
)
_COMMENT = re.compile(r"\{%[-~]?\s{0,9}(?:comment|doc)")
_BRACE = re.compile(r"\{(?=[{%])")
_CLOSING = {
    **{
        name: re.compile(rf"\{{%[-~]?\s{{0,9}}end{name}\s{{0,9}}[-~]?%\}}")
        for name in _NAMES.split("|")
    },
    "<": re.compile(r"\{\{<\s{0,9}/\s{0,9}highlight\s{0,9}>\}\}"),
    "%": re.compile(r"\{\{%\s{0,9}/\s{0,9}highlight\s{0,9}%\}\}"),
}


class Listings:
    """Those of one text, looked for from its start to its end. What is never closed is none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unclosed: set[str] = set()  # none of these is looked for twice
        self.any = _OPENING.search(text) is not None

    def first(self, start: int, end: int) -> Range | None:
        """The first that starts in a stretch, wherever it ends."""
        for brace in _BRACE.finditer(self._text, start, end) if self.any else ():
            opening = _OPENING.match(self._text, brace.start())
            closed = self._end(opening) if opening else 0
            if closed:
                return Range(brace.start(), closed)
        return None

    def _end(self, opening: re.Match[str]) -> int:
        name = opening["name"] or opening["sign"]
        if name not in self._unclosed:
            if closing := _CLOSING[name].search(self._text, opening.end()):
                return closing.end()
            self._unclosed.add(name)
        return 0


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

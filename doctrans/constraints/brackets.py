"""Code in brackets, as patterns: balanced to a depth of three, with strings, in which any bracket
may stand. Bounded in each part, so that no text takes more than linear time.
"""

from __future__ import annotations

_DEEPEST = 3
STRING = r"\"(?:[^\"\\]|\\.){0,1000}+\"|'(?:[^'\\]|\\.){0,1000}+'|`(?:[^`\\]|\\.){0,1000}+`"
_PLAIN = r"[^()\[\]{}\"'`]{1,300}+"


def _inside(depth: int) -> str:
    nested = rf"|[(\[{{](?:{_inside(depth - 1)}){{0,100}}+[)\]}}]" if depth else ""
    return rf"{_PLAIN}|{STRING}{nested}"


INSIDE = rf"(?:{_inside(_DEEPEST)}){{0,200}}+"  # what stands in brackets
ROUND = rf"\({INSIDE}\)"
SQUARE = rf"\[{INSIDE}\]"
CURLY = rf"\{{{INSIDE}\}}"

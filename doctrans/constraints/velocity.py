"""Velocity: `#set($title = "Home")`, `#parse("header.vm")`, `## a comment` up to its line's end.

Hashes are as often ordinary ones (*#1*, *#topic*): only a document that has Velocity's commands
elsewhere has these. Its blocks are read as those of other template languages are (`templates`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from doctrans.constraints import enclosed
from doctrans.model import Range

_USED = re.compile(
    r"#(?:set|if|elseif|foreach)\s?\(\s?[!(]{0,3}\s?\$|#(?:parse|include)\s?\(\s?[\"']"
)
COMMENT = r"(?<![\w#&])##(?!\w{1,60}##|#)[^\n]*+"
_CODE = re.compile(
    rf"(?<![\w#&])#(?:(?:set|parse|include|evaluate|macro|define)\s?|@?[A-Za-z]\w{{0,60}})"
    rf"{enclosed.BRACKETS}|(?<![\w#&])#(?:break|stop|return)\b|{COMMENT}"
)


def is_used(texts: Iterable[str]) -> bool:
    """Whether any of the texts has its commands."""
    return any("#" in text and _USED.search(text) for text in texts)


def ranges(text: str) -> tuple[Range, ...]:
    """What stands for no text and holds none, in a line of a document that has its commands."""
    return tuple(Range(*match.span()) for match in _CODE.finditer(text))

"""Velocity: `#set($title = "Home")`, `#parse("header.vm")`, `## a comment` up to its line's end.

Hashes are as often ordinary ones (*#1*, *#topic*): only a document that has two of Velocity's
commands elsewhere, or one and its `#end`, has these. Its blocks are read as those of other
template languages are (`templates`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from doctrans.constraints import enclosed
from doctrans.model import Range

_USED = re.compile(
    r"#(?:(set|if|elseif|foreach)\s?\(\s?[!(]{0,3}\s?\$|(parse|include)\s?\(\s?[\"'])"
    r"|(?<!&)#(?:(end)\b|\{(end)\})"
)
_ENDED = frozenset(("if", "foreach"))
COMMENT_BEGINS = r"(?<![\w#&])##(?!\w{1,60}##|#)"
COMMENT = rf"{COMMENT_BEGINS}[^\n]*+"
_CODE = re.compile(
    rf"(?<![\w#&])#(?:(?:set|parse|include|evaluate|macro|define)\s?|@?[A-Za-z]\w{{0,60}})"
    rf"{enclosed.BRACKETS}|(?<![\w#&])#(?:break|stop|return)\b|{COMMENT}"
)


def is_used(texts: Iterable[str]) -> bool:
    """Whether the texts have two of its commands, or one and its end."""
    found: set[str] = set()
    for text in texts:
        if "#" in text:
            found.update(m[m.lastindex or 0] for m in _USED.finditer(text))
    return len(found - {"end"}) > 1 or ("end" in found and not _ENDED.isdisjoint(found))


def ranges(text: str) -> tuple[Range, ...]:
    """What stands for no text and holds none, in a line of a document that has its commands."""
    return tuple(Range(*match.span()) for match in _CODE.finditer(text))

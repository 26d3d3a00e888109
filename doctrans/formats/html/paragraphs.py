"""Paragraphs of text that stands in no element: editors of content (WordPress) store them with
blank lines between them, and make elements of them later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.model import Range

# Code of a template may hold some, too; what an `@` begins goes on to nobody knows where.
_BLANK_LINES = re.compile(
    r"(?P<code>\{\{(?:(?!\{\{|\}\})[\s\S])*+\}\}|\{[^{}]*\}|^[ \t]*@\w[\s\S]*)"
    r"|\r?\n[ \t]*(?:\r?\n[ \t]*)+",
    re.MULTILINE,
)
_TAGS = re.compile(r"(?:<[^<>]*+>){0,3}+")


def gaps(text: str, start: int, end: int) -> Iterator[Range]:
    """Between them, in a stretch of text; not where the sentence goes on in lower case, be it
    behind a few tags (*<a>our page</a>*)."""
    for gap in _BLANK_LINES.finditer(text, start, end):
        at = _TAGS.match(text, gap.end())
        behind = at.end() if at else gap.end()
        if not (gap["code"] or text[behind : behind + 1].islower()):
            yield Range(gap.start(), gap.end())

"""Whether a stretch of a page stands on one level: what it closes it has opened.

Two openers in prose about templates, `<p>Use {# to begin</p> … <p>and #} to end</p>`, are told
from a comment by this. Elements that need no end tag are left open, so that only end tags tell.
What a string of code holds of tags alone is built on purpose: `join('</li><li>')`.
"""

from __future__ import annotations

import re

_NAMES = (
    "p|div|td|th|tr|table|tbody|thead|tfoot|caption|li|ul|ol|dl|dt|dd|h[1-6]|section|article|aside"
    "|header|footer|main|nav|blockquote|pre|figure|figcaption|form|fieldset|details|summary|body"
    "|html|code|kbd|samp|tt"  # the last: what one opener alone stands in
)
_TAGS = re.compile(
    r"[\"'`]\s*+(?:</?[a-zA-Z][^<>]*+>\s*+)++[\"'`]"
    rf"|<(?P<close>/?)(?P<name>{_NAMES})(?![\w:-])",
    re.IGNORECASE,
)
_TAGS_ALONE = re.compile(r"(?:[^<\w]++|</?[a-zA-Z][^<>]*+>)*+")


def fall(text: str, start: int, end: int) -> int:
    """Where the first end tag is of an element that was open before; -1: there is none."""
    depth = 0
    for tag in _TAGS.finditer(text, start, end):
        if tag["name"]:
            depth += -1 if tag["close"] else 1
        if depth < 0:
            return tag.start()
    return -1


def is_level(text: str, start: int, end: int) -> bool:
    return fall(text, start, end) < 0


def has_words(text: str, start: int, end: int) -> bool:
    """Whether there is more than tags: a comment about one, `{# </div> #}`, hides no words."""
    return _TAGS_ALONE.fullmatch(text, start, end) is None

"""Protected text: what is copied verbatim, whatever the engine. Pure functions over tagged text.

A protected stretch becomes a POINT that stands for it (`freeze`), travels as a placeholder, and
becomes its own text again (`thaw`). Laws: `thaw(freeze(t, ranges)) == t`, and a frozen text stands
in the translation exactly once, letter by letter.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence

from doctrans import spans
from doctrans.model import Range, Span, Tag, Tagged, TagKind

FROZEN = "#frozen"  # the name of the POINTs made here

# Each pattern with the notation that it reads. Order matters where two could start at one place.
_PATTERNS = {
    # A URL ends before the punctuation of its sentence, and before a bracket that it did not open.
    "URL": r"(?:https?|ftp|file|mailto|tel):[^\s<>\"'\u201c\u201d\u00ab\u00bb]*[^\s<>\"'\u201c\u201d"
    r"\u00ab\u00bb.,;:!?)\]}\u2026]",
    "www": r"\bwww\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"'()]*[^\s<>\"'().,;:!?])?",
    "e-mail": r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b",
    # Literal markup, and what a model could take for one of its own tokens.
    "markup": r"</?[A-Za-z0-9][^<>\n]{0,60}>|>>[\w.-]+<<",
    "template": r"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\$\{[^{}\s]+\}|%\{\w+\}|\[%.*?%\]",
    "format field": r"\{(?:\w+(?:[.\[]\w*\]?)*)?(?:![rsa])?(?::[^{}\s]*)?\}",
    "printf": r"(?<![\w%])%(?:\(\w+\)|\d+\$)?[-+#0]*\d*(?:\.\d+)?(?:l{0,2}[dufxXeEgG]|[sidc@])(?!\w)",
    # Numbers with units that every language writes alike.
    "measure": r"(?<![\w.,])\d+(?:[.,\u00a0\u202f]\d+)*[ \u00a0\u202f]?(?:[kKMGT]i?[Bb]|[kKMG]bit|[kMGT]?Hz"
    r"|[kmcdµ]?m[²³]?|[kmµ]?g|[mc]?l|k?Wh?|m?Ah|kV|[mµn]?s|min|h|px|pt|dpi|°[CF]|V|lm)(?![\w'’])",
    "shell variable": r"(?<!\w)\$(?:[1-9](?![\d.,])|[A-Za-z_]\w*)",
}
_PROTECTED = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS.values()), re.DOTALL)
_HINTS = re.compile(r"[:@{}%$<>\[\d]|www\.")  # no pattern matches without one of these


def protected_ranges(text: str) -> tuple[Range, ...]:
    """URLs, e-mail addresses, variables and template tags: `{name}`, `{{ x }}`, `%s`, `$1`."""
    if not _HINTS.search(text):
        return ()
    return tuple(Range(*match.span()) for match in _PROTECTED.finditer(text))


def merge(*groups: Iterable[Range]) -> tuple[Range, ...]:
    """Sorted, disjoint ranges that cover what any of the groups cover."""
    merged: list[Range] = []
    for start, end in sorted(range_ for group in groups for range_ in group):
        if merged and start < merged[-1].end:
            merged[-1] = Range(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Range(start, end))
    return tuple(merged)


def freeze(tagged: Tagged, ranges: Sequence[Range]) -> Tagged:
    """Each range becomes a POINT that stands for its text.

    A range that tags cut through stays text: a placeholder could not carry them.
    """
    numbers = itertools.count(max((tag.id for tag in tagged.tags), default=0) + 1)
    parts: list[Tagged] = []
    for span in tagged.spans:
        position = span.start
        for start, end in ranges[bisect.bisect_left(ranges, (span.start, 0)) :]:
            if start >= span.end:
                break
            if end <= span.end:
                point = Tag(next(numbers), TagKind.POINT, FROZEN, tagged.text[start:end])
                parts.append(_part(tagged, position, start, span.tags))
                parts.append(Tagged("", (Span(0, 0, (*span.tags, point)),)))
                position = end
        if position < span.end or span.start == span.end:
            parts.append(_part(tagged, position, span.end, span.tags))
    return spans.join(parts)


def _part(tagged: Tagged, start: int, end: int, stack: tuple[Tag, ...]) -> Tagged:
    return Tagged(tagged.text[start:end], (Span(0, end - start, stack),) if stack else ())


def thaw(tagged: Tagged) -> tuple[Tagged, tuple[Range, ...]]:
    """Frozen POINTs become their text again; returns where those texts stand now."""
    parts: list[Tagged] = []
    frozen: list[Range] = []
    length = 0
    for span in tagged.spans:
        tag = span.tags[-1] if span.tags else None
        if tag is not None and tag.name == FROZEN and tag.kind is TagKind.POINT:
            frozen.append(Range(length, length + len(tag.equiv)))
            text, stack = tag.equiv, span.tags[:-1]
        else:
            text, stack = tagged.text[span.start : span.end], span.tags
        parts.append(Tagged(text, (Span(0, len(text), stack),)))
        length += len(text)
    return spans.join(parts), tuple(frozen)

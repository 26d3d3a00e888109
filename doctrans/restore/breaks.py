"""Line breaks and tabs part words by themselves: `old<br>and` has no space, nor has `alt<br>und`.

An engine that saw no break writes a space between the two words, which would begin the new line,
and one that saw it may put a space behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from doctrans import spans
from doctrans.model import Span, Tag, Tagged

_SIGNS = frozenset("\n\t")


def close_up(source: Tagged, target: Tagged) -> Tagged:
    """The target without the white space beside POINTs that stand for a line break or a tab and
    have none beside them in the source. The tags stay, in their order."""
    glued = {tag for tag, place in _breaks(source) if not _gap(source.text, place)}
    if not glued:
        return target
    gone = {i for tag, at in _breaks(target) if tag in glued for i in _gap(target.text, at)}
    return _without(target, gone) if gone else target


def places(tagged: Tagged) -> frozenset[int]:
    """Where line breaks and tabs stand."""
    return frozenset(place for _, place in _breaks(tagged))


def _breaks(tagged: Tagged) -> Iterator[tuple[Tag, int]]:
    for span in tagged.spans:
        if spans.is_point(span) and not _SIGNS.isdisjoint(span.tags[-1].equiv):
            yield span.tags[-1], span.start


def _gap(text: str, place: int) -> range:
    """The white space around a place, character by character."""
    start = end = place
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return range(start, end)


def _without(tagged: Tagged, gone: set[int]) -> Tagged:
    parts: list[Tagged] = []
    for span in tagged.spans:
        text = "".join(tagged.text[i] for i in range(span.start, span.end) if i not in gone)
        if text or span.tags:
            parts.append(Tagged(text, (Span(0, len(text), span.tags),)))
    return spans.join(parts)

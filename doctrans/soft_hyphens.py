"""Optional hyphens (U+00AD): where words of the source may be parted at the end of a line.

They say nothing about the words of another language, and a model reads the pieces of a word as
words: they are dropped before a text is translated, and not put back.
"""

from __future__ import annotations

from bisect import bisect_left

from doctrans import spans
from doctrans.model import Range, Segment, Span, Tagged

HYPHEN = "\N{SOFT HYPHEN}"


def dropped(segment: Segment) -> Segment:
    """The same without them; what held nothing else is empty."""
    text = segment.text
    if HYPHEN not in text:
        return segment
    places = [at for at, char in enumerate(text) if char == HYPHEN]
    parts = []
    for span in segment.spans:
        kept = text[span.start : span.end].replace(HYPHEN, "")
        parts.append(Tagged(kept, (Span(0, len(kept), span.tags),) if kept or span.tags else ()))
    moved = [Range(*(at - bisect_left(places, at) for at in range_)) for range_ in segment.frozen]
    return segment.with_tagged(spans.join(parts), tuple([r for r in moved if r.start < r.end]))

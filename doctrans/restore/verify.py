"""The last word on a projection: the tags are the source's, legally placed, come what may."""

from __future__ import annotations

from collections.abc import Collection

from doctrans import spans
from doctrans.model import Span, Tag, Tagged


def faults(source: Tagged, target: Tagged, dropped: Collection[Tag]) -> list[str]:
    """`spans.faults`, but for tags that were dropped with a note."""
    missing = {f"tag {tag.id} ({tag.name}) is missing" for tag in dropped}
    return [fault for fault in spans.faults(source, target) if fault not in missing]


def wrapped(source: Tagged, text: str) -> Tagged:
    """The tags in the source's order, all text under what held the longest text there.

    Legal whatever the source is: its own stacks, in its own order.
    """
    parts = [span for span in source.spans if span.tags]
    if not parts:
        return Tagged(text)
    widest = max((s for s in parts if s.end > s.start), key=lambda s: s.end - s.start, default=None)
    laid: list[Span] = []
    position = 0
    for part in parts:
        end = len(text) if part is widest else position
        laid.append(Span(position, end, part.tags))
        position = end
    if position < len(text):
        laid.append(Span(position, len(text)))
    return Tagged(text, spans.coalesce(laid))

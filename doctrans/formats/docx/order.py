"""A translation with what its paragraph knows of its words and points."""

from __future__ import annotations

from doctrans.formats.docx import hyphens, small_capitals
from doctrans.formats.docx.plan import Paragraph, Point
from doctrans.model import Span, Tag, Tagged


def as_written(paragraph: Paragraph, tagged: Tagged) -> Tagged:
    """A translation with what its paragraph knows: where hyphens do not break, what comes first,
    which letters are larger."""
    ordered = hyphens.restored(_in_order(paragraph, tagged), paragraph.hyphens)
    return small_capitals.raised(ordered, paragraph.initials)


def _in_order(paragraph: Paragraph, tagged: Tagged) -> Tagged:
    """Points of one group (the start and the end of a bookmark) in the source's order again, where
    a translation has swapped them and they stand under the same tags."""
    groups: dict[tuple[str, tuple[Tag, ...]], list[int]] = {}
    for index, span in enumerate(tagged.spans):
        shape = paragraph.shapes.get(span.tags[-1].id) if span.tags else None
        if isinstance(shape, Point) and shape.group:
            groups.setdefault((shape.group, span.tags[:-1]), []).append(index)
    if not groups:
        return tagged
    order = {tag: index for index, tag in enumerate(paragraph.tagged.tags)}
    parts = list(tagged.spans)
    for indexes in groups.values():
        tags = sorted((parts[i].tags[-1] for i in indexes), key=lambda tag: order[tag])
        for i, tag in zip(indexes, tags, strict=True):
            parts[i] = Span(parts[i].start, parts[i].end, (*parts[i].tags[:-1], tag))
    return Tagged(tagged.text, tuple(parts))

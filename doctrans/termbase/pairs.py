"""Segments of a document beside those of its translation."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from doctrans.errors import UsageError
from doctrans.model import Document, Segment

_SHARE = 0.5  # of the segments of both, at least, that have to correspond


def pairs(source: Document, target: Document) -> list[tuple[Segment, Segment]]:
    """Those that correspond: of the same kind in the same place, in the same order. Raises
    UsageError for documents that are no translation of each other."""
    one, other = source.segments, target.segments
    if _places(one) == _places(other):
        return list(zip(one, other, strict=True))
    blocks = SequenceMatcher(None, _places(one), _places(other), autojunk=False)
    found = [
        (one[block.a + n], other[block.b + n])
        for block in blocks.get_matching_blocks()
        for n in range(block.size)
    ]
    if len(found) < _SHARE * max(len(one), len(other)):
        raise UsageError(
            f"Of {len(one)} and {len(other)} segments {len(found)} are in the same places: the "
            "documents are no translation of each other.",
            hint="Give a document and its translation, of the same structure.",
        )
    return found


def _places(segments: Sequence[Segment]) -> list[tuple[str, str]]:
    return [(segment.kind.value, segment.context) for segment in segments]

"""From tokens back to characters: white space at the edges of tags is the source's.

A tag opens after white space and closes before it, unless it held that white space in the source:
`<b>Note: </b>text` stays so. The target's text is not changed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doctrans import spans
from doctrans.model import Range, Span, Tag, Tagged, TagKind
from doctrans.restore.placing import Placed
from doctrans.restore.sentence import Sentence


def lay_out(placed: Sequence[Placed], source: Sentence, target: Sentence) -> Tagged:
    whole = Range(0, len(target.text))
    return Tagged(target.text, spans.coalesce(_Layout(source, target).spans(placed, whole, ())))


class _Layout:
    def __init__(self, source: Sentence, target: Sentence) -> None:
        self._source = source
        self._target = target

    def spans(
        self, placed: Sequence[Placed], within: Range, stack: tuple[Tag, ...]
    ) -> Iterator[Span]:
        cursor = within.start
        for item in sorted(placed, key=lambda item: (item.first, item.last, item.node.order)):
            start, end = (max(cursor, min(edge, within.end)) for edge in self._edges(item))
            end = max(start, end)  # in a gap without tokens around it
            if start > cursor:
                yield Span(cursor, start, stack)
            yield from self._element(item, Range(start, end), (*stack, item.node.tag))
            cursor = end
        if within.end > cursor:
            yield Span(cursor, within.end, stack)

    def _element(self, item: Placed, own: Range, stack: tuple[Tag, ...]) -> Iterator[Span]:
        if item.node.tag.kind is TagKind.POINT:
            yield Span(own.start, own.start, stack)
            return
        inner = tuple(self.spans(item.children, own, stack))
        yield from inner or (Span(own.start, own.end, stack),)

    def _edges(self, item: Placed) -> tuple[int, int]:
        node = item.node
        hollow = item.first == item.last
        if hollow and node.solid:  # its words are gone; so is their white space
            place = self._target.gap(item.first).start
            return place, place
        if hollow and node.start == node.end:
            place = self._mirror(node.first, node.start, item.first, closing=True)
            return place, place
        start = self._mirror(node.first, node.start, item.first, closing=False)
        return start, self._mirror(node.last, node.end, item.last, closing=True)

    def _mirror(self, gap: int, place: int, target_gap: int, *, closing: bool) -> int:
        """The place in a gap of the target that is like `place` in a gap of the source: what closes
        does so before white space where it can, what opens does so after it."""
        before, after = self._source.gap(gap)
        start, end = self._target.gap(target_gap)
        if after - before == end - start:
            return start + place - before
        if before < place < after or before == after:
            return start if closing else end
        return start if place == before else end

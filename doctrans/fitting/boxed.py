"""The boxes of one DOCX document, the segments in them, and their text as it would be written.

What the writer makes of a translation is what is measured; but a text that it puts into one run is
known without writing it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from doctrans.fitting import packages
from doctrans.formats.docx import DocxFormat
from doctrans.languages import is_right_to_left
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.docx.restyle import freezable
from doctrans.layout.docx.scripts import pieces
from doctrans.layout.model import CellBox, Paragraph
from doctrans.layout.needs import Need, need
from doctrans.layout.shaping import Measure
from doctrans.model import Document, Segment
from doctrans.ports import Written

_PARAGRAPH = re.compile(r"(.+):p(\d+)(?:\.\d+)?")  # ids of segments that are paragraphs
_BREAKS = re.compile(r"[\t\n\r\u2011]")  # what is an element of its own in a run
Finish = Callable[[Document, Written], Written]
Boxes = Mapping[str, CellBox]  # by id


@dataclass(frozen=True, slots=True)
class Source:
    """A document before it is translated: its boxes, and what room the text of each needs."""

    boxes: Boxes
    needs: Mapping[str, Need]

    @staticmethod
    def of(document: Document, measure: Measure) -> Source:
        """By measuring it."""
        found = _boxes(packages.parts(document.skeleton.package), measure)
        needs = {id_: need(box.paragraphs, box.width, measure) for id_, box in found.items()}
        return Source(found, needs)


class Boxed:
    """`source` are the boxes of the document before it is translated, `needs` what room they need,
    both as they are `known`. `finish` writes what is changed besides text."""

    def __init__(self, document: Document, known: Source, measure: Measure, finish: Finish) -> None:
        self._measure, self._finish = measure, finish
        self._document = document
        self.source, self.needs = known.boxes, known.needs
        self._segments: dict[str, tuple[str, ...]] = {}
        self._paragraphs: dict[str, int] = {}  # by segment that is one alone, which of its box
        self._find(document.segments)

    @cached_property
    def freezable(self) -> frozenset[str]:
        """The tables whose columns may be fixed."""
        return freezable(packages.parts(self._document.skeleton.package))

    def segments(self, box: str) -> tuple[str, ...]:
        """Of a box, by id."""
        return self._segments.get(box, ())

    def written(self, document: Document) -> Boxes:
        """The boxes of a document as it would be written, by id."""
        written = self._finish(document, DocxFormat().write(document))
        package = packages.opened(written.data, document.skeleton.options.limits)
        return _boxes(packages.parts(package), self._measure)

    def in_the_end(self, document: Document) -> Boxes:
        """The boxes of its translation in the type that it will have."""
        typography = document.typography
        if typography.boxes or typography.frozen:
            return self.written(document)
        return self.translated(document)

    def translated(self, document: Document) -> Boxes:
        """The boxes of its translation, by id."""
        if is_right_to_left(document.language or ""):
            return self.written(document)
        pairs = zip(self._document.segments, document.segments, strict=True)
        others = {one.id: (one, other) for one, other in pairs}
        found = {}
        for id_, box in self.source.items():
            changed = [others[segment] for segment in self.segments(id_)]
            now, then = ([pair[n] for pair in changed] for n in (0, 1))
            paragraphs = self.reworded(box.paragraphs, now, then)
            if paragraphs is None:
                return self.written(document)
            found[id_] = replace(box, paragraphs=paragraphs)
        return found

    def reworded(
        self, paragraphs: Sequence[Paragraph], now: Sequence[Segment], then: Sequence[Segment]
    ) -> tuple[Paragraph, ...] | None:
        """Paragraphs of a box that were written with some segments, with others in the place of
        these; None where only writing tells."""
        found = list(paragraphs)
        for one, other in zip(now, then, strict=True):
            at = self._paragraphs.get(one.id)
            if at is None or one.tagged.tags or other.tagged.tags or _BREAKS.search(other.text):
                return None
            if not _in_one_type(one.text, other.text):
                return None
            [*others, run] = found[at].runs or (None,)
            if others or run is None or run.text != one.text:
                return None
            found[at] = replace(found[at], runs=(replace(run, text=other.text),))
        return tuple(found)

    def _find(self, segments: Sequence[Segment]) -> None:
        by_place: dict[tuple[str, int], list[str]] = defaultdict(list)
        for segment in segments:
            if match := _PARAGRAPH.fullmatch(segment.id):
                by_place[match[1], int(match[2])].append(segment.id)
        for box in self.source.values():
            part = re.sub(r"^word/|\.xml$", "", box.id.partition("#")[0])
            there = [by_place.get((part, place), []) for place in box.places]
            self._segments[box.id] = tuple(segment for some in there for segment in some)
            self._paragraphs |= {some[0]: at for at, some in enumerate(there) if len(some) == 1}


def _in_one_type(one: str, other: str) -> bool:
    """Whether each is of one script, and both of the same: others may have another font."""
    return len({script for text in (one, other) for _, script in pieces(text)}) <= 1


def _boxes(parts: Mapping[str, bytes], measure: Measure) -> Boxes:
    return {box.id: box for box in boxes(parts, label_width=measure.width)}

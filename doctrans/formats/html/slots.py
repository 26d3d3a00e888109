"""What the reader leaves for the writer: where each segment stands, and what its tags are.

A slot is a stretch of the source with the segment that was read from it. Slots nest: a slot of
words may hold slots of attributes, or of words inside an opaque element; they never cross.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from doctrans.constraints.frameworks import Used
from doctrans.formats.html.encoding import Source
from doctrans.formats.html.language import Site
from doctrans.formats.html.tokenizer import Token
from doctrans.model import Gender, Range, Segment, SegmentKind, Span
from doctrans.ports import ReadOptions


class Piece(NamedTuple):
    """The source of one tag: of its start tag and end tag, or of all that a POINT stands for."""

    open: Range
    close: Range | None = None


class Draft(NamedTuple):
    """A slot whose segment has no number yet."""

    start: int
    end: int
    text: str
    spans: tuple[Span, ...]  # as in a Segment; none: no tags
    pieces: dict[int, Piece]
    quote: str | None = None
    kind: SegmentKind = SegmentKind.PARAGRAPH
    context: str = ""
    verbatim: bool = False
    gender: Gender | None = None


class Slot(NamedTuple):
    """`text[start:end]`, and what was read from it."""

    start: int
    end: int
    segment: Segment
    pieces: dict[int, Piece]  # by tag id
    quote: str | None = None  # of an attribute value: '"', "'" or ""; None: this is content
    rcdata: bool = False  # content of a title or textarea, in which tags mean nothing


class Part(NamedTuple):
    """A part of a changed slot: words, or a stretch of the source."""

    words: str = ""
    source: Range | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Everything of the page but the words in its segments. Never changed."""

    source: Source
    tokens: tuple[Token, ...]
    slots: tuple[Slot, ...]  # in the order of their segments
    sites: tuple[Site, ...]  # where the page names its language
    language: str | None  # as found
    options: ReadOptions
    used: Used  # what the page was read as

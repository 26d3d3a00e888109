"""What a paragraph's tags mean in its XML: frozen values between reader and writer.

Everything is said in offsets into the part's text, so that a writer copies the source's own
characters and never serialises a tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from doctrans import spans
from doctrans.formats.docx.characters import escape, escape_attribute
from doctrans.formats.docx.direction import Turn
from doctrans.formats.docx.hyphens import Hyphens
from doctrans.formats.docx.scopes import Scope
from doctrans.model import SegmentKind, Span, Tag, Tagged, TagKind


class Piece(NamedTuple):
    """A slice of the part's text, and the run that it must stand in; run -1: in none."""

    run: int
    start: int
    end: int
    words: str | None = None  # of an element that is words of the paragraph; None: of others


class Property(NamedTuple):
    name: str  # "w:lang"
    xml: str


@dataclass(frozen=True, slots=True)
class Properties:
    """`w:rPr`, `a:rPr` or `w:pPr`, taken apart. An empty-element tag is written as a pair here."""

    open: str  # its start tag
    items: tuple[Property, ...]
    close: str  # its end tag

    @property
    def xml(self) -> str:
        return self.open + "".join(item.xml for item in self.items) + self.close


@dataclass(frozen=True, slots=True)
class Run:
    """A run as a wrapper for text and for elements that must stand in one."""

    open: str  # its start tag
    close: str
    properties: Properties | None
    source: str  # its properties as written; "" for none
    text_open: str  # the start tag of its text
    formats: frozenset[str]  # its own formatting, one way of writing each
    look: str  # equal for runs that look equal to a reader
    # The same, with what words may not lose by joining: that they are code, what is tracked of
    # their formatting, and what their script wants.
    key: str
    name: str  # for tags: "run:b,i"
    link: bool = False  # a:hlinkClick: carries a relationship, so it stays in one piece
    visible_on_space: bool = False


@cache
def bare_run(prefix: str) -> Run:
    """For words that translation put where the source has no run to copy."""
    return Run(
        f"<{prefix}r>", f"</{prefix}r>", None, "", f"<{prefix}t>", frozenset(), "", "", "run"
    )


@dataclass(frozen=True, slots=True)
class Container:
    """Of a WHOLE tag: what stands before and after its words."""

    open: tuple[Piece, ...]
    close: tuple[Piece, ...]
    base: int  # the run for text directly in it; -1: none, ask further out


@dataclass(frozen=True, slots=True)
class Format:
    """Of a PAIR tag: the run that its text is written in."""

    run: int


@dataclass(frozen=True, slots=True)
class Point:
    """Of a POINT tag: what it is, moved in one piece."""

    pieces: tuple[Piece, ...]
    group: str = ""  # points of one group keep their order: a bookmark's start and end


Shape = Container | Format | Point


@dataclass(frozen=True, slots=True)
class Initials:
    """The larger first letters of words in small capitals made by hand (see `small_capitals`)."""

    tag: Tag  # of a Format; no segment has it
    longest: int  # words of up to so many letters have none, but for these:
    leads: bool  # the first
    words: frozenset[str]  # those that have one in the source


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's inline content. `text[start:end]` is replaced when its words change."""

    start: int
    end: int
    dialect: str  # "w:p" or "a:p"
    prefix: str  # of its element names, with colon: "w:" or ""
    attributes: str  # of its attribute names: "w:"; "" in DrawingML
    scope: Scope  # of what is in it
    properties: Properties | None  # w:pPr; they end where `start` is
    properties_at: int  # where they start, or would
    tagged: Tagged
    runs: tuple[Run, ...]
    shapes: dict[int, Shape]  # by tag id
    base: int  # the run for untagged text; -1: the paragraph has none
    # The section that ends with it as it is when turned, and whether it is right to left then.
    section: tuple[str, bool] | None = None
    apart: frozenset[str] = frozenset()  # content controls in it that are segments of their own
    within: bool = False  # the content of such a control: the paragraph is another's
    hyphens: Hyphens | None = None  # None: it has no non-breaking ones
    initials: Initials | None = None  # None: it is not in such capitals


@dataclass(frozen=True, slots=True)
class Value:
    """An attribute's value, or an element that holds nothing but text."""

    start: int
    end: int
    attribute: bool
    text: str
    label: str  # "wp:docPr descr"
    # Where it is the label of a numbered paragraph: how each number in `text` is written, "1.2" for
    # "%1.%2"; the longer ones first.
    numbers: tuple[tuple[str, str], ...] = ()
    new: str = ""  # where the attribute is not there yet: its name as it is to be written

    def written(self, text: str) -> str | None:
        """New words for it as they are written; None: they have lost a number."""
        for number, written in self.numbers:
            text, count = number_in(number).subn(written, text)
            if not count:
                return None
        return text

    def markup(self, words: str) -> str:
        """Words as they are written in its place."""
        if not self.attribute:
            return escape(words)
        value = escape_attribute(words)
        return f' {self.new}="{value}"' if self.new else value


def number_in(number: str) -> re.Pattern[str]:
    """Finds a number in a label, whatever parts it: 1.2 is 1,2 elsewhere."""
    digits = r"\W".join(re.findall(r"\d", number))
    return re.compile(rf"(?<![\d%]){digits}(?!\d)")


Slot = Paragraph | Value | Turn


class Portion(Enum):
    """What of a segment's words a slot holds."""

    ALL = auto()
    LETTER = auto()  # a dropped capital in a paragraph of its own
    BEHIND_LETTER = auto()  # what follows it
    WORD = auto()  # a dropped word
    BEHIND_WORD = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """A slot, and what it is to its reader."""

    slot: Paragraph | Value
    id: str  # "p12", "alt3": unique in the part
    kind: SegmentKind
    context: str
    copies: int | None = None  # start of the mc:AlternateContent of which this is the fallback
    chosen: tuple[int, ...] = ()  # those of which it is the choice
    initial: Paragraph | None = None  # the dropped capital that its text begins with
    style: str | None = None  # id of the paragraph's; None: none, or it is no paragraph

    @property
    def tagged(self) -> Tagged:
        if isinstance(self.slot, Value):
            return Tagged(self.slot.text)
        if self.initial is None:
            return self.slot.tagged
        return _begun(self.initial.tagged.text, self.slot.tagged)

    @property
    def signature(self) -> tuple[object, ...]:
        """Equal for a place and its copy: same words, same tags (their names may differ)."""
        if isinstance(self.slot, Value):
            return ("value", self.slot.text)
        shape = tuple(
            (s.start, s.end, tuple((t.id, t.kind is TagKind.POINT, t.equiv) for t in s.tags))
            for s in self.tagged.spans
        )
        return (self.tagged.text, shape)


def _begun(initial: str, rest: Tagged) -> Tagged:
    """Words with the letter or the word that they begin with, behind what stands before it."""
    before = list(takewhile(_shows_nothing, rest.spans))
    words = Tagged(rest.text, rest.spans[len(before) :])
    return spans.join((Tagged("", tuple(before)), Tagged(initial), words))


def _shows_nothing(span: Span) -> bool:
    return [(tag.kind, tag.equiv) for tag in span.tags] == [(TagKind.POINT, "")]

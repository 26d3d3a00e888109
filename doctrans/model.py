"""The ground: the values that all stages share. No logic beyond checks at birth.

Positions are half-open offsets in **code points** into one string, everywhere.

*Tagged text* is a string with a stack of inline tags over every part of it. Stacks, not
intervals: `<b>a</b><br>` and `<b>a<br></b>` have the same intervals but different stacks.
The idea is that of bergamot-translator's annotated text (browsermt, `html.h`).

In the notation of the tests, `Click <1>here</1><2/>.` is the text `Click here.` with

    Span(0, 6, ())  Span(6, 10, (t1,))  Span(10, 10, (t2,))  Span(10, 11, ())

The text may be empty: `<1/>` is `""` with `Span(0, 0, (t1,))`, and plain `""` has no spans.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from doctrans import arguments
from doctrans.errors import LengthError, UsageError


class Range(NamedTuple):
    """Half-open, code points."""

    start: int
    end: int


class TagKind(StrEnum):
    PAIR = "pair"  # formatting: may be split into several islands or repeated (bold)
    WHOLE = "whole"  # stays in one piece: a link, anything with an id
    POINT = "point"  # holds no text and stands exactly once: a line break, an image, a field


CODE = "template"  # the name of POINTs that are code of a page, `<?php … ?>`, which says more
BOX = "box"  # ... that are boxes to tick, between which stand options
# What no reader sees, by the names that formats give it, each with the kind of tag that it is then:
# a POINT "a" is half a link. All else may be a picture, or a sign.
UNSEEN = {
    **dict.fromkeys(
        (
            *("bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr"),
            *("commentRangeStart", "commentRangeEnd", "commentReference"),
            *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
            *("del", "moveFrom", "conflictDel", "hidden"),
            *("field:XE", "field:TC", "field:TA", "field:RD", "field:PRIVATE"),
            *("wbr", "comment", "link", "meta", "script", "style"),
        ),
        TagKind.POINT,
    ),
    **dict.fromkeys(("a", "span"), TagKind.WHOLE),  # empty ones that have an id
}


@dataclass(frozen=True, slots=True)
class Tag:
    """One inline element of a segment, neutral of the format that it comes from."""

    id: int  # from 1, unique in its segment; carries no meaning beyond that
    kind: TagKind
    name: str  # for people and reports: "b", "a", "img", "hyperlink", "footnoteReference"
    # POINT only: the text that it stands for to a reader: the code in an opaque `<code>`, a field's
    # result, "\n" for a line break, "\t" for a tab; "" for an image or a bookmark.
    equiv: str = ""
    gender: Gender | None = None  # what its markup says of the persons in it
    refers: bool = False  # whether its words repeat a heading or a label of the document
    # WHOLE only: the text that a reader sees at its edges, named as in XLIFF: `[b]` and
    # `[/b]`, `**` and `**`; "" for what a format marks.
    equiv_start: str = ""
    equiv_end: str = ""

    def __post_init__(self) -> None:
        if self.id < 1:
            raise ValueError(f"tag ids start at 1, not {self.id}")
        if self.equiv and self.kind is not TagKind.POINT:
            raise ValueError(f"only a POINT stands for text; {self.name} is a {self.kind}")
        if (self.equiv_start or self.equiv_end) and self.kind is not TagKind.WHOLE:
            raise ValueError(f"only a WHOLE has text at its edges; {self.name} is a {self.kind}")

    def __hash__(self) -> int:  # tags are looked up more than anything else
        return self.id


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text and the stack of tags over it, outermost first."""

    start: int
    end: int
    tags: tuple[Tag, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a range: {self.start}..{self.end}")
        if self.start == self.end and not self.tags:
            raise ValueError("an empty span exists only to carry a POINT or an empty element")
        for tag in self.tags[:-1] if self.start == self.end else self.tags:
            if tag.kind is TagKind.POINT:
                raise ValueError(f"POINT {tag.id} holds text or tags")


@dataclass(frozen=True, slots=True)
class Tagged:
    """Text and the spans that cover it, in order and without gaps. No spans: no tags.

    At birth a text without spans gets one untagged span, so that equal texts are equal values.
    """

    text: str
    spans: tuple[Span, ...] = ()
    # Each tag once, in the order of first appearance.
    tags: tuple[Tag, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.spans:  # most texts
            if self.text:
                object.__setattr__(self, "spans", (Span(0, len(self.text)),))
            object.__setattr__(self, "tags", ())
            return
        position = 0
        tags: dict[Tag, None] = {}
        for span in self.spans:
            if span.start != position:
                raise ValueError(f"span at {span.start} does not follow {position}")
            position = span.end
            if span.tags:
                tags.update(dict.fromkeys(span.tags))
        if position != len(self.text):
            raise ValueError(f"spans end at {position}, the text at {len(self.text)}")
        object.__setattr__(self, "tags", tuple(tags))

    def __hash__(self) -> int:  # few have the same text and other tags
        return hash(self.text)


class SegmentKind(StrEnum):
    """What a segment is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"
    LIST_ITEM = "list item"
    TITLE = "title"
    CAPTION = "caption"
    LABEL = "label"  # button, option, legend: a word on a control
    ATTRIBUTE = "attribute"
    NOTE = "note"  # footnote, endnote
    COMMENT = "comment"
    HEADER = "header"
    FOOTER = "footer"
    SHAPE = "shape"  # text box, chart, diagram
    PROPERTY = "property"  # document title, meta description


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a text may be: in characters (code points), in bytes of an encoding (without a byte
    order mark), in points of width in a font. A unit without a number is free. Raises LengthError
    for what is no length."""

    characters: int | None = None
    bytes: int | None = None
    encoding: str = "utf-8"
    width: float | None = None
    font: str = "Arial"
    size: float = 10.0

    def __post_init__(self) -> None:
        try:
            self._check_kinds()
        except UsageError as error:
            raise LengthError(error.message) from error
        said = [n for n in (self.characters, self.bytes, self.width) if n is not None]
        if not said or not all(0 < n < float("inf") for n in (*said, self.size)):
            raise LengthError("A limit is a positive number of characters, bytes or points.")
        try:
            "a".encode(self.encoding, "replace")
        except (LookupError, UnicodeError) as error:
            raise LengthError(f"There is no encoding {self.encoding!r}.") from error

    def _check_kinds(self) -> None:
        """Numbers of other libraries become Python's."""
        whole, points = "a whole number, such as 12", "a number of points"
        for name in ("characters", "bytes", "width", "size"):
            value = getattr(self, name)
            if value is None and name != "size":
                continue
            if name in ("characters", "bytes"):
                made: float = arguments.whole(value, f"Limit {name}", whole)
            else:
                made = arguments.number(value, f"Limit {name}", points)
            object.__setattr__(self, name, made)
        arguments.check(self.font, str, "Limit font", "the name of a font")
        arguments.check(self.encoding, str, "Limit encoding", "a name such as utf-8")


@dataclass(frozen=True, slots=True)
class Segment:
    """The unit of translation: a whole run of inline content, so that sentences are seen whole."""

    id: str  # unique in its document and stable: the same bytes give the same ids
    text: str
    spans: tuple[Span, ...] = ()
    kind: SegmentKind = SegmentKind.PARAGRAPH
    context: str = ""  # where it stands, for reports: "html > body > p[3]", "word/document.xml p12"
    frozen: tuple[Range, ...] = ()  # parts of the text copied verbatim; sorted, disjoint, not empty
    preserve_space: bool = False  # white space and line breaks are content (pre, textarea)
    limits: tuple[Limit, ...] = ()  # of its translation's length; all of them hold
    gender: Gender | None = None  # what markup around it says of its persons
    tagged: Tagged = field(init=False, repr=False, compare=False)  # text and spans

    def __post_init__(self) -> None:
        object.__setattr__(self, "tagged", Tagged(self.text, self.spans))
        object.__setattr__(self, "spans", self.tagged.spans)
        last = 0
        for start, end in self.frozen:
            if not last <= start < end <= len(self.text):
                raise ValueError(f"frozen range {start}..{end} in segment {self.id}")
            last = end

    def with_tagged(self, tagged: Tagged, frozen: tuple[Range, ...] = ()) -> Segment:
        """The same segment with other words."""
        return Segment(
            self.id, tagged.text, tagged.spans, self.kind, self.context, frozen,
            self.preserve_space, self.limits, self.gender,
        )  # fmt: skip


class Severity(StrEnum):
    INFO = "info"  # what was done, beside the text, that a reviewer may want to know
    WARNING = "warning"  # worth a look
    ERROR = "error"  # a check failed: `--strict` turns it into exit code 6


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know. Codes are stable; messages are not."""

    code: str  # kebab-case: "number-changed", "signature-dropped"
    message: str
    severity: Severity = Severity.WARNING
    segment: str = ""  # its id; "" for the whole document


@dataclass(frozen=True, slots=True)
class Document:
    """What a format read: the segments, and a skeleton that only this format understands.

    Translation is `Document -> Document`: same skeleton, other words in the segments, `language`
    set to the target and `source_language` to what it was made from. A format writes back only
    those segments that differ from what it read.
    """

    format: str
    language: str | None  # BCP 47; None: the document does not say
    segments: tuple[Segment, ...]
    skeleton: Any = field(repr=False, compare=False)
    notes: tuple[Note, ...] = ()  # what reading found
    source_language: str | None = None  # of the words before translation; None: as was read
    name: str = ""  # what decisions know it by: its file
    before: str = ""  # text that stands before it, which is read for persons and not translated
    # What fitting changes in the type when the document is written; only its format's fitter
    # understands it.
    typography: Any = field(default=None, repr=False, compare=False)
    # What `ReadOptions.length_limits` names and no translated text of this document stands in; it
    # may be meant for others.
    unused_limits: tuple[str, ...] = ()
    # What else of `ReadOptions` concerns nothing in it, by field: ("skip", ".menu").
    unused: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not all(isinstance(segment, Segment) for segment in self.segments):
            raise UsageError("The segments of a document are each a `Segment`.")
        if len({segment.id for segment in self.segments}) != len(self.segments):
            raise ValueError("segment ids are not unique")


class Gender(StrEnum):
    FEMININE = "f"
    MASCULINE = "m"


class Length(StrEnum):
    SHORT = "short"  # narrower than usual, for a place with little room
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Term:
    """The words `text[start:end]` of a request are to be `target`, inflected as the sentence
    wants it."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Instructions:
    """What an engine is told besides the text; all of it may be left out.

    `terms` are apart from each other and in order. `gender` is that of the persons the sentence
    speaks of, where the source does not tell. `context` is the sentence before, which is read and
    not translated.
    """

    terms: tuple[Term, ...] = ()
    gender: Gender | None = None
    length: Length | None = None
    context: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One sentence for an engine. Equal requests get equal answers."""

    text: str
    spans: tuple[Span, ...] = ()
    candidates: int = 1  # how many hypotheses, best first; more than one searches wider
    attention: bool = False  # whether `Hypothesis.attention` is wanted, with tokens
    instructions: Instructions = Instructions()  # engines say by `accepts` which they understand
    prefix: str = ""  # what the translation begins with, letter by letter; of a text without tags
    without: tuple[str, ...] = ()  # words that the translation does not have
    fragment: bool = False  # words out of a sentence, which are no label though they look like one
    tagged: Tagged = field(init=False, repr=False, compare=False)  # text and spans

    def __post_init__(self) -> None:
        object.__setattr__(self, "tagged", Tagged(self.text, self.spans))
        object.__setattr__(self, "spans", self.tagged.spans)

    def __hash__(self) -> int:
        return hash(self.text)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of a request.

    `spans` is None when the tags did not come through: for a request without tags, and when the
    model's placeholders were not complete and legal; `nearly` says that a single one was missing.
    Tokens are ranges into the request's text and into `text`, never strings; control tokens have
    none. Without attention there are no tokens. A row of zeros: of which source token its own is
    the translation is not known.
    """

    text: str
    spans: tuple[Span, ...] | None = None
    source_tokens: tuple[Range, ...] = ()
    target_tokens: tuple[Range, ...] = ()
    score: float = 0.0  # mean log-probability per token
    attention: tuple[tuple[float, ...], ...] | None = None  # [target token][source token]
    finished: bool = True  # False: cut at the engine's length limit
    nearly: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A word-alignment link between a source token and a target token, by index."""

    source: int
    target: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Bitext:
    """A sentence, its translation, and the word tokens of both that links are wanted for."""

    source: str
    target: str
    source_tokens: tuple[Range, ...]
    target_tokens: tuple[Range, ...]
    hypothesis: Hypothesis | None = None  # where the target comes from an engine


class Way(StrEnum):
    """How a tag got its place in the translation, surest first."""

    UNCHANGED = "unchanged"  # the text was not translated
    HOISTED = "hoisted"  # wraps the sentence or stands at its edge: nothing to decide
    NATIVE = "native"  # the model placed it
    ALIGNED = "aligned"  # projected along alignment links
    ANCHORED = "anchored"  # placed by identical text beside or inside it
    FALLBACK = "fallback"  # no evidence: placed by position, order or a coarser rule
    DROPPED = "dropped"  # formatting whose words have no counterpart in the translation


@dataclass(frozen=True, slots=True)
class Placement:
    """How one tag was placed, and how surely (0 to 1)."""

    tag: Tag
    way: Way
    confidence: float

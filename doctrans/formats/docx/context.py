"""Where a paragraph stands and what it is to its reader: its kind, and words for reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from doctrans.formats.docx import rules
from doctrans.formats.docx.inline import Reading
from doctrans.formats.docx.xml import Node
from doctrans.model import SegmentKind

_KINDS = {
    "shape": SegmentKind.SHAPE,
    "note": SegmentKind.NOTE,
    "comment": SegmentKind.COMMENT,
    "header": SegmentKind.HEADER,
    "footer": SegmentKind.FOOTER,
}


def style_of(node: Node) -> str | None:
    style = node.child("w:pPr", "w:pStyle")
    return style.get("w:val") if style else None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the elements around a place make of it: the same for all children of an element."""

    story: Node | None  # see `rules.STORIES`
    cell: bool  # in a table of that story
    where: str  # " (table 1, row 2, cell 3)"
    copies: int | None  # start of the mc:AlternateContent of which it is in the fallback
    chosen: tuple[int, ...]  # those of which it is in the choice


def kind_of(node: Node, around: Surroundings, reading: Reading) -> SegmentKind:
    if node.name == rules.DRAWING.paragraph:
        return SegmentKind.SHAPE
    story = rules.STORIES[around.story.name] if around.story else ""
    if story in _KINDS:
        return _KINDS[story]
    if node.child("w:pPr") is None:
        return SegmentKind.CELL if around.cell else SegmentKind.PARAGRAPH
    return _kind_by_style(node, reading) or _plain_kind(node, reading, around.cell)


def _kind_by_style(node: Node, reading: Reading) -> SegmentKind | None:
    styles, style = reading.styles, style_of(node)
    name = styles.name(style)
    named = {"title": SegmentKind.TITLE, "caption": SegmentKind.CAPTION}.get(name)
    outline = node.child("w:pPr", "w:outlineLvl")
    level = outline.get("w:val") if outline else styles.outline(style)
    heading = name.startswith("heading") or name == "subtitle" or str(level or "0") in "12345678"
    heading = heading or str(level) == "0"
    return named or (SegmentKind.HEADING if heading else None)


def _plain_kind(node: Node, reading: Reading, cell: bool) -> SegmentKind:
    if cell:
        return SegmentKind.CELL
    listed = node.child("w:pPr", "w:numPr") or reading.styles.numbered(style_of(node))
    return SegmentKind.LIST_ITEM if listed else SegmentKind.PARAGRAPH


# What is numbered, and in what.
NUMBERED = {"w:tbl": "", "w:tr": "w:tbl", "w:tc": "w:tr"}
_WORDS = {"w:tc": "cell", "w:tr": "row", "w:tbl": "table"}


class Places:
    """Surroundings, and the numbers of tables, rows and cells, found while a part is walked in
    document order. The nodes have to outlive it: it knows them by identity."""

    def __init__(self) -> None:
        self._tables = 0
        self._number: dict[int, int] = {}
        self._below: Counter[tuple[int, str]] = Counter()
        self._around: dict[int, Surroundings] = {}  # of an element's children

    def see(self, node: Node) -> None:
        if node.name == "w:tbl":
            self._tables += 1
            self._number[id(node)] = self._tables
        elif outer := NUMBERED.get(node.name):
            holder = next((a for a in node.ancestors() if a.name == outer), None)
            key = (id(holder), node.name)
            self._below[key] += 1
            self._number[id(node)] = self._below[key]

    def around(self, node: Node) -> Surroundings:
        """Of a node below the root."""
        key = id(node.parent)
        if key not in self._around:
            self._around[key] = self._look_around(node)
        return self._around[key]

    def _look_around(self, node: Node) -> Surroundings:
        story: Node | None = None
        words: dict[str, str] = {}
        copies: int | None = None
        chosen: list[int] = []
        below = node
        for above in node.ancestors():
            word = _WORDS.get(above.name, "")
            if above.name == "mc:AlternateContent":
                if below.name == "mc:Fallback":
                    copies = above.start
                else:
                    chosen.append(above.start)
            elif story is None and above.name in rules.STORIES:
                story = above
            elif story is None and word and word not in words:
                words[word] = f"{word} {self._number[id(above)]}"
            below = above
        where = f" ({', '.join(reversed(words.values()))})" if words else ""
        return Surroundings(story, "cell" in words, where, copies, tuple(chosen))

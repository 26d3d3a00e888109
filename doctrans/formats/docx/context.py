"""Where a paragraph stands and what it is to its reader: its kind, and words for reports."""

from __future__ import annotations

from collections import Counter

from doctrans.formats.docx import rules
from doctrans.formats.docx.inline import Reading
from doctrans.formats.docx.xml import Node, Part
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


def kind_of(node: Node, reading: Reading) -> SegmentKind:
    if node.name == rules.DRAWING.paragraph:
        return SegmentKind.SHAPE
    cell = False
    for above in node.ancestors():
        cell = cell or above.name == "w:tc"
        if (story := rules.STORIES.get(above.name)) is not None:
            if story in _KINDS:
                return _KINDS[story]
            break
    if node.child("w:pPr") is None:
        return SegmentKind.CELL if cell else SegmentKind.PARAGRAPH
    return _kind_by_style(node, reading) or _plain_kind(node, reading, cell)


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


class Places:
    """Numbers of tables, rows and cells, counted while a part is walked in document order."""

    def __init__(self) -> None:
        self._tables = 0
        self._number: dict[int, int] = {}  # by id of node
        self._below: Counter[tuple[int, str]] = Counter()

    def see(self, node: Node) -> None:
        if node.name == "w:tbl":
            self._tables += 1
            self._number[id(node)] = self._tables
        elif outer := NUMBERED.get(node.name):
            holder = next((a for a in node.ancestors() if a.name == outer), None)
            key = (id(holder), node.name)
            self._below[key] += 1
            self._number[id(node)] = self._below[key]

    def describe(self, part: Part, node: Node, number: int) -> str:
        """`word/document.xml p[12] (table 1, row 2, cell 3)`"""
        words: dict[str, str] = {}
        for above in node.ancestors():
            if above.name in rules.STORIES:
                break
            for name, word in (("w:tc", "cell"), ("w:tr", "row"), ("w:tbl", "table")):
                if above.name == name and word not in words:
                    words[word] = f"{word} {self._number[id(above)]}"
        where = f" ({', '.join(reversed(words.values()))})" if words else ""
        return f"{part.name} p[{number}]{where}"

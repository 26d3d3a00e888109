"""Direction of tables and sections: `w:bidiVisual` (17.4.1) and `w:bidi` (17.6.1).

Where a translation is written the other way than its source, the columns of tables and of pages
have to run the other way too. All that is ever put in or taken out is that one element.
"""

from __future__ import annotations

from dataclasses import dataclass

from doctrans.formats.docx.styles import toggle
from doctrans.formats.docx.xml import Node, written_name

# Properties -> the element that turns them, and those that come before it in the schema's order
# (CT_TblPr, 17.4.59; CT_SectPr, 17.6.17).
ELEMENTS = {
    "w:tblPr": ("bidiVisual", frozenset(("w:tblStyle", "w:tblpPr", "w:tblOverlap"))),
    "w:sectPr": (
        "bidi",
        frozenset(
            ("w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type",
             "w:pgSz", "w:pgMar", "w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType",
             "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection")
        ),
    ),
}  # fmt: skip
_HOLDERS = frozenset(("w:tbl", "w:body", "w:pPr"))  # not styles, not records of changes


@dataclass(frozen=True, slots=True)
class Turn:
    """What makes properties go the other way: `text[start:end]` becomes `xml`."""

    at: int  # where the properties start
    start: int
    end: int
    xml: str
    right_to_left: bool  # what they are after it


def turn(node: Node) -> Turn | None:
    """Of a table's or a section's properties; None: the node is neither."""
    if node.name not in ELEMENTS or node.parent is None or node.parent.name not in _HOLDERS:
        return None
    name, before = ELEMENTS[node.name]
    tag = written_name(node.source, node.start)
    element = f"<{tag[: -len(node.name) + 2]}{name}/>"
    present = node.child(f"w:{name}")
    if present is not None:
        on = bool(toggle(node, present.name))
        return Turn(node.start, present.start, present.end, "" if on else element, not on)
    if node.outer == node.end:  # <w:sectPr/>
        start = node.xml.removesuffix("/>").rstrip()
        return Turn(node.start, node.start, node.end, f"{start}>{element}</{tag}>", True)
    at = max((child.end for child in node.children if child.name in before), default=node.inner)
    return Turn(node.start, at, at, element, True)

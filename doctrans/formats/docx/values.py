"""Texts that are no paragraphs: values of attributes, elements that hold nothing but text."""

from __future__ import annotations

from collections.abc import Iterator

from doctrans.formats.docx import rules, xml
from doctrans.formats.docx.namespaces import local
from doctrans.formats.docx.plan import Value
from doctrans.formats.docx.xml import Node

# A picture's file name is not a description; Word puts it there when nobody writes one.
_FILE_NAMES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".svg")
LOCALE = "w:lid"
_NAMES = "entityId"  # of places on a map, as a program names them


def of_attributes(node: Node) -> Iterator[Value]:
    """Of an element in `rules.TEXT_ATTRIBUTES`, but for what is a property of a run."""
    if node.parent is not None and node.parent.name == rules.DRAWING.run_properties:
        return
    for name in rules.TEXT_ATTRIBUTES[node.name]:
        text = node.get(name)
        if text and _is_text(text) and (extent := xml.attribute(node, name)):
            yield Value(*extent, True, text, f"{node.name} {local(name)}")
    if entry := _undisplayed(node):
        yield entry


def _is_text(text: str) -> bool:
    return any(map(str.isalnum, text)) and not text.lower().endswith(_FILE_NAMES)


def _undisplayed(node: Node) -> Value | None:
    """A choice that shows its value, having no other text (17.5.2.21). The value stays, since
    programs ask for it; a translation becomes the text."""
    if node.name != "w:listItem" or node.get("w:displayText") is not None:
        return None
    text = node.get("w:value") or ""
    place = xml.behind(node, "w:value")
    if place is None or not _is_text(text):
        return None
    at, name = place
    new = name.removesuffix("value") + "displayText"
    return Value(at, at, True, text, "w:listItem value", new=new)


def locale(node: Node) -> Iterator[Value]:
    """The language that a date picker writes dates in (17.5.2.17)."""
    extent = xml.attribute(node, "w:val")
    if extent and node.parent is not None and node.parent.name == "w:date":
        yield Value(*extent, True, node.get("w:val") or "", LOCALE)


def label(node: Node) -> Value | None:
    if node.name not in rules.LABEL_ELEMENTS or node.outer == node.end or node.children:
        return None
    holders = rules.LABEL_ELEMENTS[node.name]
    holder = next((above for above in node.ancestors() if above.name in holders), None)
    if holder is None or holder.get("type") == _NAMES:
        return None
    if not any(character.isalpha() for character in node.text):
        return None
    return Value(node.inner, node.outer, False, node.text, node.name)

"""The proof that nothing but typography was changed: two parts are compared in their own text, with
what `restyle` may write taken out of both."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from doctrans.layout.docx.elements import PPR, RPR, TBL, TC, TR, TXBX_CONTENT, Element, P, W
from doctrans.layout.docx.source import Edit, Source

_R = W + "r"
_TYPE = frozenset((W + "w", W + "sz", W + "szCs"))
# By parent: its properties, and what in them is typography. Anything else there stays to be seen.
_OF_BOXES = {_R: {RPR: _TYPE}, P: {PPR: frozenset((RPR,))}}
_OF_TABLES = {
    TBL: {
        W + "tblPr": frozenset((W + "tblW", W + "tblLayout")),
        W + "tblGrid": frozenset((W + "gridCol",)),
    },
    TR: {W + "trPr": frozenset((W + "wBefore", W + "wAfter"))},
    TC: {W + "tcPr": frozenset((W + "tcW",))},
}
_SHOWN = 40  # characters of each side in a message


def difference(before: bytes, after: bytes) -> str | None:
    """The first place where two parts differ by more than what `restyle` may write; None: nowhere.

    It may write size and width of type in cells and text boxes, and the widths of tables, of their
    columns and cells; it may not touch a character of text, nor any other markup.
    """
    if before == after:
        return None
    ours, theirs = Source.read(before), Source.read(after)
    if ours is None or theirs is None:
        return "one of them cannot be read"
    if (ours.mark, ours.encoding) != (theirs.mark, theirs.encoding):
        return f"{ours.encoding} became {theirs.encoding}"
    one, other = _bare(ours), _bare(theirs)
    if one == other:
        return None
    at = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    left, right = (text[max(at - _SHOWN, 0) : at + _SHOWN] for text in (one, other))
    return f"{left!r} became {right!r}"


def _bare(source: Source) -> str:
    """The part's text without typography, and without the elements that then are empty."""
    edits: list[Edit] = []
    for element in source.root.iter(*_OF_BOXES, *_OF_TABLES):
        properties = _OF_TABLES.get(str(element.tag))
        if properties is None:
            inside = next(element.iterancestors(TC, TXBX_CONTENT), None) is not None
            properties = _OF_BOXES[str(element.tag)] if inside else {}
        for child in element:
            if names := properties.get(str(child.tag)):
                edits += _without(source, child, names)
        if element.tag == P and source.extent(element).empty:
            edits.append(source.opened(element))
    return source.slice(0, len(source.text), edits)


def _without(source: Source, properties: Element, names: frozenset[str]) -> Iterator[Edit]:
    """Edits that take these out of properties, or all where nothing else is in them."""
    extent = source.extent(properties)
    edits: list[Edit] = []
    for child in properties:
        if child.tag == RPR and RPR in names:
            edits += _without(source, child, _TYPE)
        elif child.tag in names and not len(child) and not child.text:
            gone = source.extent(child)
            edits.append(Edit(gone.start, gone.end))
    left = source.slice(extent.inner, extent.outer, edits)
    if not left.strip() and not properties.attrib:
        yield Edit(extent.start, extent.end)
    else:
        yield from edits

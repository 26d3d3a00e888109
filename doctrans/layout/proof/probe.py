"""A copy of a document in which the text of every cell and text box has a colour of its own, and
its ground too.

Colours move nothing, and a renderer keeps them: in the rendered page each glyph says of which cell
it is, without any guessing by place, in nested tables and in tables without borders as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT, _GROUND = 0xC8, 0x64  # the blue of the colours; red and green are the number
_MOST = 0xFFFF
# What stands behind w:color in w:rPr, and behind w:shd in w:tcPr (ISO/IEC 29500-1, 17.3.2, 17.4).
_AFTER_COLOR = (
    "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd",
    "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
    "rPrChange",
)  # fmt: skip
_AFTER_SHADE = (
    "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns",
    "cellDel", "cellMerge", "tcPrChange",
)  # fmt: skip
_CELL, _RUN, _SHAPE = "tc", "r", "txbxContent"
_BOX = "box"  # in the ids of text boxes
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILLS = frozenset(("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_BEFORE_FILL = frozenset(("xfrm", "custGeom", "prstGeom"))  # in `spPr` (20.1.2.2.35)

Colour = tuple[int, int, int]


def probe(
    parts: Mapping[str, bytes], ids: Iterable[str]
) -> tuple[dict[str, bytes], dict[Colour, str]]:
    """The parts with colours, and which cell has which; `ids` are those of boxes
    (`layout.docx.boxes`). Of more than 65,535 the others are not coloured."""
    wanted = list(ids)[:_MOST]
    numbers = {id: number for number, id in enumerate(wanted, 1)}
    changed = dict(parts)
    for name in dict.fromkeys(id.rpartition("#")[0] for id in wanted):
        changed[name] = _coloured(parts[name], name, numbers)
    return changed, {_text_colour(n): id for id, n in numbers.items()}


def ground(colour: Colour) -> Colour:
    """The colour of the ground under text of that colour."""
    return (*colour[:2], _GROUND)


def _text_colour(number: int) -> Colour:
    return number >> 8, number & 0xFF, _TEXT


def _coloured(data: bytes, name: str, numbers: Mapping[str, int]) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    space = _STRICT if _STRICT in root.nsmap.values() else _USUAL
    for index, cell in enumerate(root.iter(f"{{{space}}}{_CELL}")):
        if number := numbers.get(f"{name}#{index}"):
            colour = _text_colour(number)
            _shade(cell, space, ground(colour))
            for run in _runs(cell, space):
                _paint(run, space, colour)
    for index, content in enumerate(root.iter(f"{{{space}}}{_SHAPE}")):
        if number := numbers.get(f"{name}#{_BOX}{index}"):
            colour = _text_colour(number)
            _fill(content, ground(colour))
            for run in _runs(content, space):
                _paint(run, space, colour)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _runs(cell: etree._Element, space: str) -> list[etree._Element]:
    """Those of the cell itself, not of tables and shapes in it."""
    inner = {f"{{{space}}}{name}" for name in (_CELL, _SHAPE)}
    return [
        run
        for run in cell.iter(f"{{{space}}}{_RUN}")
        if next(a for a in run.iterancestors() if a.tag in inner) is cell
    ]


def _paint(run: etree._Element, space: str, colour: Colour) -> None:
    properties = _first(run, space, "rPr")
    for name in ("color", "highlight", "shd"):
        for old in properties.findall(f"{{{space}}}{name}"):
            properties.remove(old)
    new = etree.Element(f"{{{space}}}color", {f"{{{space}}}val": _hex(colour)})
    _insert(properties, new, space, _AFTER_COLOR)


def _shade(cell: etree._Element, space: str, colour: Colour) -> None:
    properties = _first(cell, space, "tcPr")
    for old in properties.findall(f"{{{space}}}shd"):
        properties.remove(old)
    values = {"val": "clear", "color": "auto", "fill": _hex(colour)}
    new = etree.Element(f"{{{space}}}shd", {f"{{{space}}}{k}": v for k, v in values.items()})
    _insert(properties, new, space, _AFTER_SHADE)


def _fill(content: etree._Element, colour: Colour) -> None:
    """The ground of the shape around a `w:txbxContent`: DrawingML's (20.1.8), or VML's."""
    parent = content.getparent()
    shape = None if parent is None else parent.getparent()
    if shape is None:
        return
    if etree.QName(shape).localname != "wsp":
        shape.set("fillcolor", f"#{_hex(colour)}")
        shape.set("filled", "t")
        for old in shape.findall(f"{{{etree.QName(shape).namespace}}}fill"):
            shape.remove(old)
        return
    properties = shape.find("{*}spPr")
    if properties is None:
        return
    for old in [child for child in properties if etree.QName(child).localname in _FILLS]:
        properties.remove(old)
    new = etree.Element(f"{{{_DRAWING}}}solidFill")
    etree.SubElement(new, f"{{{_DRAWING}}}srgbClr", {"val": _hex(colour)})
    geometry = [n for n, c in enumerate(properties) if etree.QName(c).localname in _BEFORE_FILL]
    properties.insert(max(geometry, default=-1) + 1, new)


def _first(element: etree._Element, space: str, name: str) -> etree._Element:
    """The properties of an element, which come first."""
    found = element.find(f"{{{space}}}{name}")
    if found is None:
        found = etree.Element(f"{{{space}}}{name}")
        element.insert(0, found)
    return found


def _insert(
    properties: etree._Element, new: etree._Element, space: str, after: tuple[str, ...]
) -> None:
    behind = {f"{{{space}}}{name}" for name in after}
    place = next((i for i, child in enumerate(properties) if child.tag in behind), len(properties))
    properties.insert(place, new)


def _hex(colour: Colour) -> str:
    return "".join(f"{part:02X}" for part in colour)

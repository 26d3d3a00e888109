"""Elements of a part: read safely, named alike in strict and transitional documents.

Strict names (ISO/IEC 29500-1) become transitional ones (29500-4) on reading, so that the rest of
this room knows one namespace only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    _STRICT + "wordprocessingml/main": _OFFICE + "wordprocessingml/2006/main",
    _STRICT + "drawingml/main": _OFFICE + "drawingml/2006/main",
    _STRICT + "drawingml/wordprocessingDrawing": _OFFICE + "drawingml/2006/wordprocessingDrawing",
    _STRICT + "officeDocument/relationships": _OFFICE + "officeDocument/2006/relationships",
}
_OFFICE_WORD = "http://schemas.microsoft.com/office/word/2010/"

W = f"{{{_OFFICE}wordprocessingml/2006/main}}"
A = f"{{{_OFFICE}drawingml/2006/main}}"
R = f"{{{_OFFICE}officeDocument/2006/relationships}}"
WP = f"{{{_OFFICE}drawingml/2006/wordprocessingDrawing}}"
WPS = f"{{{_OFFICE_WORD}wordprocessingShape}}"
WPG = f"{{{_OFFICE_WORD}wordprocessingGroup}}"
MC = f"{{{_OFFICE}markup-compatibility/2006}}"
M = f"{{{_OFFICE}officeDocument/2006/math}}"
V = "{urn:schemas-microsoft-com:vml}"

VAL = W + "val"
TBL = W + "tbl"
TR = W + "tr"
TC = W + "tc"
P = W + "p"
A_P = A + "p"  # of a drawing
PPR = W + "pPr"
RPR = W + "rPr"
TXBX_CONTENT = W + "txbxContent"

# Elements around content that leave no trace in the layout: block, row, cell and run level alike.
_WRAPPERS = frozenset(
    W + name
    for name in (
        "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple",
        "dir", "bdo",
    )
)  # fmt: skip
# What is there only for those who look back (17.13.5).
_GONE = frozenset((W + "del", W + "moveFrom"))
_SDT, _SDT_CONTENT = W + "sdt", W + "sdtContent"
_ALTERNATE, _CHOICE, _FALLBACK = MC + "AlternateContent", MC + "Choice", MC + "Fallback"


def parse(data: bytes) -> Element | None:
    """The root; None where it is not well-formed, too deep, or declares a document type. Nothing
    is loaded from elsewhere and no entity is expanded."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        return None
    host = "purl.oclc.org/ooxml/"
    if any(host.encode(code) in data for code in ("ascii", "utf-16-le", "utf-16-be")):
        _make_transitional(root)
    return root


def _make_transitional(root: Element) -> None:
    for element in root.iter("*"):
        element.tag = _transitional(str(element.tag))
        for name, value in element.items():
            if (new := _transitional(str(name))) != name:
                del element.attrib[name]
                element.set(new, value)


def _transitional(name: str) -> str:
    namespace, brace, local = name[1:].partition("}")
    known = _TRANSITIONAL.get(namespace) if brace else None
    return f"{{{known}}}{local}" if known else name


def named(element: Element | None) -> dict[str, Element]:
    """The children in Word's namespace by local name, the first of each."""
    found: dict[str, Element] = {}
    if element is not None:
        for child in element:
            tag = str(child.tag)
            if tag.startswith(W):
                found.setdefault(tag[len(W) :], child)
    return found


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of local names in Word's namespace."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute in Word's namespace."""
    found = None if element is None else element.get(W + name)
    return None if found is None else str(found)


def on(element: Element | None) -> bool | None:
    """An on/off property (17.17.4): present means on unless it says otherwise; None: absent."""
    if element is None:
        return None
    said = element.get(VAL)
    return said is None or str(said).lower() not in ("0", "false", "off", "none")


def flat(element: Element) -> Iterator[Element]:
    """The children that are content, those inside wrappers included, deleted ones left out; of
    alternatives the first, as Word takes it."""
    for inner in element:
        tag = inner.tag
        if tag in _WRAPPERS:
            yield from flat(inner)
        elif tag == _SDT:
            content = inner.find(_SDT_CONTENT)
            if content is not None:
                yield from flat(content)
        elif tag == _ALTERNATE:
            chosen = inner.find(_CHOICE)
            if chosen is None:
                chosen = inner.find(_FALLBACK)
            if chosen is not None:
                yield from flat(chosen)
        elif tag not in _GONE:
            yield inner

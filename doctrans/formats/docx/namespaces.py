"""Names of XML namespaces. Only tables: transitional and strict OOXML share one short prefix.

Transitional: ECMA-376 1st ed. and ISO/IEC 29500-4; strict: ISO/IEC 29500-1 (purl.oclc.org).
Elsewhere in this room a name is written as in the standard's text, `w:p`, whichever of the two
namespaces and whatever prefix the document uses.
"""

from __future__ import annotations

from functools import lru_cache

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"

NAMESPACES: dict[str, str] = {
    _TRANSITIONAL + "wordprocessingml/2006/main": "w",
    _STRICT + "wordprocessingml/main": "w",
    _TRANSITIONAL + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _TRANSITIONAL + "drawingml/2006/wordprocessingDrawing": "wp",
    _STRICT + "drawingml/wordprocessingDrawing": "wp",
    _TRANSITIONAL + "drawingml/2006/picture": "pic",
    _STRICT + "drawingml/picture": "pic",
    _TRANSITIONAL + "drawingml/2006/chart": "c",
    _STRICT + "drawingml/chart": "c",
    _TRANSITIONAL + "drawingml/2006/diagram": "dgm",
    _STRICT + "drawingml/diagram": "dgm",
    _TRANSITIONAL + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _TRANSITIONAL + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _TRANSITIONAL + "package/2006/content-types": "ct",
    _TRANSITIONAL + "package/2006/relationships": "rel",
    _TRANSITIONAL + "package/2006/metadata/core-properties": "cp",
    _TRANSITIONAL + "markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    _TRANSITIONAL + "drawingml/2006/chartDrawing": "cdr",
    _STRICT + "drawingml/chartDrawing": "cdr",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
    "http://schemas.microsoft.com/office/drawing/2010/diagram": "dgm14",
    "http://schemas.microsoft.com/office/drawing/2012/chart": "c15",
    "http://schemas.microsoft.com/office/drawing/2014/chartex": "cx",
    "http://schemas.microsoft.com/office/drawing/2008/diagram": "dsp",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


@lru_cache(maxsize=4096)
def short(name: str) -> str:
    """`{http://…/wordprocessingml/2006/main}p` -> `w:p`. A namespace that is not in the table
    stays as it is, so that no foreign name can pass for a known one."""
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    prefix = NAMESPACES.get(namespace)
    return f"{prefix}:{local}" if prefix else name


def local(name: str) -> str:
    """`w:footnoteReference` -> `footnoteReference`."""
    return name.rpartition("}" if "}" in name else ":")[2]


def relationship_kind(type_: str) -> str:
    """The last word of a relationship type, the same for transitional, strict and Microsoft's:
    `…/officeDocument/2006/relationships/footnotes` -> `footnotes`."""
    return type_.rstrip("/").rpartition("/")[2]

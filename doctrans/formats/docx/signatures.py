"""Digital signatures cannot hold over changed text: their parts go, and what refers to them.

ECMA-376 part 2, clause 10. Only whole elements are cut from `_rels/.rels` and
`[Content_Types].xml`; the rest of both stays as it is written.
"""

from __future__ import annotations

from collections.abc import Callable

from doctrans.formats.docx import parts, xml
from doctrans.formats.docx.container import Package
from doctrans.formats.docx.xml import Node
from doctrans.ports import Limits


def without(package: Package, dropped: frozenset[str], limits: Limits) -> dict[str, bytes]:
    """New contents of the two parts that name signatures. None to drop: nothing."""
    if not dropped:
        return {}
    gone = {name.lower() for name in dropped}

    def names_signature(node: Node) -> bool:
        """By its name, or as the type of every part with its extension: all of them go."""
        part = (node.get("PartName") or "").lstrip("/").lower()
        return part in gone or node.get("ContentType") in parts.SIGNATURES

    def leads_to_signature(node: Node) -> bool:
        return "/digital-signature/" in (node.get("Type") or "")

    return {
        parts.CONTENT_TYPES: _cut(package, parts.CONTENT_TYPES, names_signature, limits),
        parts.PACKAGE_RELATIONSHIPS: _cut(
            package, parts.PACKAGE_RELATIONSHIPS, leads_to_signature, limits
        ),
    }


def _cut(package: Package, name: str, unwanted: Callable[[Node], bool], limits: Limits) -> bytes:
    part = xml.decode(name, package[name])
    kept: list[str] = []
    position = 0
    for node in xml.parse(part, limits).children:
        if unwanted(node):
            kept.append(part.text[position : node.start])
            position = node.end
    return part.encode("".join((*kept, part.text[position:])))

"""What styles say that decides about translating: names, hidden, not proofed, fonts, outline level.

Styles inherit by `w:basedOn` (ISO/IEC 29500-1, 17.7.4.3); chains are followed with a stop at loops.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from doctrans.formats.docx import symbols
from doctrans.formats.docx.xml import Node

# Styles for code and for text that translators must not touch, by lower-case name: Word's own,
# LibreOffice's, pandoc's, and the internal styles of the Trados family.
CODE_STYLES = frozenset(
    (
        "code", "source code", "verbatim char", "inline code", "code char", "html code",
        "html keyboard", "html preformatted", "html sample", "html typewriter", "html variable",
        "macro text", "plain code", "preformatted text", "source text", "teletype", "user entry",
    )
)  # fmt: skip
INTERNAL_STYLES = frozenset(
    ("do_not_translate", "donottranslate", "tw4winexternal", "tw4wininternal", "notranslate")
)

# What is read of a style itself, of its run properties and of its paragraph properties.
_SAID = ("name", "basedOn", "link", "rPr", "pPr")
_SAID_BELOW = {"rPr": ("vanish", "noProof", "rFonts"), "pPr": ("outlineLvl", "numPr")}


@dataclass(frozen=True, slots=True)
class Style:
    id: str
    name: str  # lower case
    based_on: str
    link: str
    hidden: bool | None  # w:vanish; None: not said
    unproofed: bool | None  # w:noProof
    symbols: bool | None  # whether its font draws signs for letters; None: it names no font
    outline: int | None
    numbered: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id."""

    by_id: dict[str, Style]
    language: str | None = None  # of docDefaults
    default: str | None = None  # id of the style of paragraphs that say none

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style and those that it is based on."""
        seen: set[str] = set()
        while style_id and style_id not in seen and (style := self.by_id.get(style_id)):
            seen.add(style_id)
            yield style
            style_id = style.based_on

    def hidden(self, style_id: str | None) -> bool:
        return next((s.hidden for s in self.chain(style_id) if s.hidden is not None), False)

    def unproofed(self, style_id: str | None) -> bool:
        return next((s.unproofed for s in self.chain(style_id) if s.unproofed is not None), False)

    def symbols(self, style_id: str | None) -> bool | None:
        """Whether its font draws signs for letters; None: it names no font."""
        return next((s.symbols for s in self.chain(style_id) if s.symbols is not None), None)

    def outline(self, style_id: str | None) -> int | None:
        return next((s.outline for s in self.chain(style_id) if s.outline is not None), None)

    def numbered(self, style_id: str | None) -> bool:
        return any(style.numbered for style in self.chain(style_id))

    def named(self, name: str) -> frozenset[str]:
        """Ids of the styles with this name or id."""
        wanted = name.lower()
        styles = self.by_id.values()
        return frozenset(s.id for s in styles if wanted in (s.name, s.id.lower()))

    def name(self, style_id: str | None) -> str:
        style = self.by_id.get(style_id or "")
        return style.name if style else (style_id or "").lower()

    def skipped(self, wanted: tuple[str, ...], *, code: bool) -> tuple[frozenset[str], list[str]]:
        """Ids of the styles not to translate, and those of `wanted` that do not exist.

        `wanted` are names or ids; the linked twin of a style (17.7.4.6) goes with it.
        """
        lower = {name.lower() for name in wanted}
        names = lower | INTERNAL_STYLES | (CODE_STYLES if code else frozenset())
        found = {
            style.id
            for style in self.by_id.values()
            if style.name in names or style.id.lower() in lower
        }
        known = {style.name for style in self.by_id.values()} | {i.lower() for i in self.by_id}
        twins = {style.link for style in self.by_id.values() if style.id in found and style.link}
        return frozenset(found | twins), [name for name in wanted if name.lower() not in known]


def read(root: etree._Element | None) -> Styles:
    """From the root of the styles part; None: the document has none.

    Of lxml's elements, without their places in the text: style sheets are larger than most
    documents, and nothing is written into them.
    """
    if root is None:
        return Styles({})
    namespace = str(root.tag).rpartition("}")[0] + "}"
    found = {}
    for element in root.iterchildren(f"{namespace}style"):
        if id_ := element.get(f"{namespace}styleId"):
            found[id_] = _style(id_, element, namespace)
    path = "/".join(f"{namespace}{n}" for n in ("docDefaults", "rPrDefault", "rPr", "lang"))
    language = root.find(path)
    value = language.get(f"{namespace}val") if language is not None else None
    return Styles(found, None if value is None else str(value), _default(root, namespace))


def _default(root: etree._Element, namespace: str) -> str | None:
    """The id of the style of paragraphs that say none (17.7.4.17)."""
    for element in root.iterchildren(f"{namespace}style"):
        marked = _text(element.get(f"{namespace}default"))
        if element.get(f"{namespace}type") == "paragraph" and marked and _is_on(marked):
            return _text(element.get(f"{namespace}styleId"))
    return None


def _style(id_: str, element: etree._Element, namespace: str) -> Style:
    values: dict[str, str | None] = {}  # "rPr/vanish" -> its w:val; None: it has none
    named: list[str] = []
    for name, child in _children(element, namespace, _SAID):
        values.setdefault(name, _text(child.get(f"{namespace}val")))
        for key, below in _children(child, namespace, _SAID_BELOW.get(name, ())):
            values.setdefault(f"{name}/{key}", _text(below.get(f"{namespace}val")))
            if key == "rFonts":
                said = ((str(k).removeprefix(namespace), str(v)) for k, v in below.attrib.items())
                named = symbols.fonts(said)
    outline = values.get("pPr/outlineLvl")

    def on(name: str) -> bool | None:
        return _is_on(values[name]) if name in values else None

    return Style(
        id_,
        (values.get("name") or id_).lower(),
        values.get("basedOn") or "",
        values.get("link") or "",
        on("rPr/vanish"),
        on("rPr/noProof"),
        symbols.draws_signs(named),
        int(outline) if outline and outline.isdecimal() else None,
        "pPr/numPr" in values,
    )


def _children(
    element: etree._Element, namespace: str, names: tuple[str, ...]
) -> Iterator[tuple[str, etree._Element]]:
    """Those of these names only: most of what a style says is of no concern here."""
    if names:
        for child in element.iterchildren(*[namespace + name for name in names]):
            yield str(child.tag).removeprefix(namespace), child


def _text(value: str | bytes | None) -> str | None:
    return None if value is None else str(value)


def toggle(properties: Node | None, name: str) -> bool | None:
    """An on/off property (17.17.4): present means on unless it says otherwise."""
    child = properties.child(name) if properties else None
    return None if child is None else _is_on(child.get("w:val"))


def _is_on(value: str | None) -> bool:
    return (value or "1").lower() not in ("0", "false", "off", "none")

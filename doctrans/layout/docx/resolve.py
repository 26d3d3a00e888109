"""What holds for a paragraph and for a run, all levels taken together (17.7.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from doctrans.layout.docx import theme
from doctrans.layout.docx.elements import Element, child, named, on, value
from doctrans.layout.docx.numbering import Level, Lists
from doctrans.layout.docx.package import Package
from doctrans.layout.docx.properties import (
    ParagraphProperties,
    RunProperties,
    by_styles,
    paragraph_over,
    read_paragraph,
    read_run,
    run_over,
)
from doctrans.layout.docx.scripts import Script
from doctrans.layout.docx.styles import Condition, Sheet
from doctrans.layout.docx.units import points, whole
from doctrans.layout.model import Caps, Face, Type

# What is meant where nothing is said anywhere (17.3.2.26, 17.3.2.38).
_FAMILY = "Times New Roman"
_SIZE = 10.0
_TAB = 36.0  # 17.15.1.25


@dataclass(frozen=True, slots=True)
class Format:
    """A paragraph's style, its properties, those of its mark, and the level of the list that it
    belongs to, with the list's id and the level's number."""

    style: str
    said: ParagraphProperties
    mark: RunProperties
    mark_deleted: bool
    level: Level | None
    number: str
    depth: int


class Resolver:
    """Answers are remembered: cells of a table, and their paragraphs, are mostly alike."""

    def __init__(self, package: Package) -> None:
        settings = named(package.settings)
        self.fonts: Mapping[str, str] = theme.fonts(package.theme, settings.get("themeFontLang"))
        self.lists = Lists(package.numbering, self.fonts)
        self.sheet = Sheet(package.styles, self.fonts, self.lists)
        self.tab = points(value(settings.get("defaultTabStop"))) or _TAB
        # Of the space after a paragraph and that before the next the larger holds, not the sum,
        # unless told otherwise; measured in LibreOffice, and what Word says of the option.
        compatibility = named(settings.get("compat"))
        self.adds_space = bool(on(compatibility.get("doNotUseHTMLParagraphAutoSpacing")))
        self.gutter_at_top = bool(on(settings.get("gutterAtTop")))
        self._bases: dict[tuple[Condition, str, str], RunProperties] = {}
        self._paragraphs: dict[tuple[Condition, str, bool], ParagraphProperties] = {}
        self._types: dict[tuple[RunProperties, Script], Type] = {}

    def paragraph(self, properties: Element | None, cell: Condition) -> Format:
        """From a paragraph's `w:pPr`."""
        said = named(properties)
        style = self.sheet.known("paragraph", value(said.get("pStyle")))
        direct = read_paragraph(properties)
        own = direct.number is not None or direct.level is not None
        number, level = self._listed(style, direct.number, direct.level)
        if own and level is not None:  # its indents go over the style's, under the paragraph's
            direct = paragraph_over(direct, level.paragraph)
        mark = said.get("rPr")
        return Format(
            style,
            paragraph_over(direct, self._paragraph_base(cell, style, not own)),
            self.run(mark, cell, style),
            mark is not None and child(mark, "del") is not None,
            level,
            number,
            self.lists.index(number, level) if level is not None else 0,
        )

    def count(self, properties: Element | None) -> None:
        """Passes by a paragraph that has no box but may have a number."""
        if not self.lists:
            return
        style = self.sheet.known("paragraph", value(child(properties, "pStyle")))
        numbering = child(properties, "numPr")
        number, level = self._listed(
            style, value(child(numbering, "numId")), whole(value(child(numbering, "ilvl")))
        )
        if level is not None:
            self.lists.label(number, self.lists.index(number, level))

    def _listed(
        self, style: str, number: str | None, depth: int | None
    ) -> tuple[str, Level | None]:
        """The list and level of a paragraph that itself says this of them."""
        own = self.sheet.of_paragraph(style)
        if number is None and depth is None:
            return own.plain.number or "", own.level
        number = own.plain.number if number is None else number
        depth = own.plain.level if depth is None else depth
        return number or "", self.lists.level(number, depth)

    def run(self, properties: Element | None, cell: Condition, style: str) -> RunProperties:
        """From a `w:rPr` in a paragraph of that style."""
        if properties is None:
            return self._run_base(cell, style, "")
        character = value(child(properties, "rStyle")) or ""
        direct = read_run(properties, self.fonts)
        return run_over(direct, self._run_base(cell, style, character))

    def type(self, said: RunProperties, script: Script = Script.LATIN) -> Type:
        key = (said, script)
        found = self._types.get(key)
        if found is None:
            found = self._types[key] = _type(said, script)
        return found

    def _run_base(self, cell: Condition, style: str, character: str) -> RunProperties:
        key = (cell, style, character)
        found = self._bases.get(key)
        if found is None:
            found = self._bases[key] = by_styles(
                self.sheet.run,
                cell.run,
                self.sheet.of_paragraph(style).run,
                self.sheet.of_character(character),
            )
        return found

    def _paragraph_base(self, cell: Condition, style: str, listed: bool) -> ParagraphProperties:
        key = (cell, style, listed)
        found = self._paragraphs.get(key)
        if found is None:
            own = self.sheet.of_paragraph(style)
            found = paragraph_over(
                own.listed if listed else own.plain,
                paragraph_over(cell.paragraph, self.sheet.paragraph),
            )
            self._paragraphs[key] = found
        return found


def _type(said: RunProperties, script: Script) -> Type:
    if said.all_complex:
        script = Script.COMPLEX
    complex_ = script is Script.COMPLEX
    families = {
        Script.LATIN: said.latin,
        Script.EAST_ASIAN: said.east_asian,
        Script.COMPLEX: said.complex,
    }
    size = (said.size_complex if complex_ else said.size) or _SIZE
    return Type(
        Face(
            families[script] or said.latin or _FAMILY,
            bool(said.bold_complex if complex_ else said.bold),
            bool(said.italic_complex if complex_ else said.italic),
        ),
        size,
        said.spacing or 0.0,
        said.scale or 1.0,
        bool(said.kern) and size >= (said.kern or 0.0),
        Caps.ALL if said.caps else Caps.SMALL if said.small_caps else Caps.NONE,
        bool(said.raised),
    )

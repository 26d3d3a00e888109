"""Styles: what their chains say together (17.7.4.3), read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce

from doctrans.layout.docx import margins
from doctrans.layout.docx.elements import Element, W, child, named, value
from doctrans.layout.docx.margins import Margins
from doctrans.layout.docx.numbering import Level, Lists
from doctrans.layout.docx.properties import (
    NO_PARAGRAPH,
    NO_RUN,
    ParagraphProperties,
    RunProperties,
    paragraph_over,
    read_paragraph,
    read_run,
    run_over,
)
from doctrans.layout.docx.units import whole


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """What a table style says of all cells, or of those under a condition (17.7.6). Each is made
    once, so that identity will do as a key."""

    paragraph: ParagraphProperties = NO_PARAGRAPH
    run: RunProperties = NO_RUN
    margins: Margins = margins.NONE

    def over(self, lower: Condition) -> Condition:
        return Condition(
            paragraph_over(self.paragraph, lower.paragraph),
            run_over(self.run, lower.run),
            self.margins.over(lower.margins),
        )


UNCONDITIONAL = Condition()


@dataclass(frozen=True, slots=True)
class TableStyle:
    """`conditions` by ST_TblStyleOverrideType (17.18.89); `margins` are those of tblCellMar, which
    tables may override, while those in `whole` and in conditions override tables."""

    whole: Condition = UNCONDITIONAL
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    margins: Margins = margins.NONE
    rows: int = 1  # in a band
    columns: int = 1
    fixed: bool | None = None  # w:tblLayout


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """`plain` is without the indents that a list brings; `listed` with them."""

    run: RunProperties
    plain: ParagraphProperties
    listed: ParagraphProperties
    level: Level | None = None  # of the list that the style belongs to


class Sheet:
    """The styles of a document. Ids that do not exist are the default style of their kind."""

    def __init__(self, root: Element | None, theme: Mapping[str, str], lists: Lists) -> None:
        self._theme = theme
        self._lists = lists
        self._styles: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, str] = {}
        for style in () if root is None else root.iterchildren(W + "style"):
            kind, id_ = value(style, "type") or "paragraph", value(style, "styleId") or ""
            self._styles[kind, id_] = style
            if (value(style, "default") or "0").lower() in ("1", "true", "on"):
                self._defaults.setdefault(kind, id_)
        defaults = child(root, "docDefaults")
        self.run = read_run(child(defaults, "rPrDefault", "rPr"), theme)
        self.paragraph = read_paragraph(child(defaults, "pPrDefault", "pPr"))
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, RunProperties] = {"": NO_RUN}
        self._tables: dict[str, TableStyle] = {}
        self._cells: dict[tuple[str, tuple[str, ...]], Condition] = {}

    def known(self, kind: str, id_: str | None) -> str:
        """The id, or that of the default style where there is none of that name."""
        return id_ if id_ and (kind, id_) in self._styles else self._defaults.get(kind, "")

    def of_paragraph(self, id_: str) -> ParagraphStyle:
        found = self._paragraphs.get(id_)
        if found is None:
            found = self._paragraphs[id_] = self._read_paragraph(id_)
        return found

    def of_character(self, id_: str) -> RunProperties:
        found = self._characters.get(id_)
        if found is None:
            chain = [read_run(child(s, "rPr"), self._theme) for s in self._chain("character", id_)]
            found = reduce(lambda low, up: run_over(up, low), chain, NO_RUN)
            self._characters[id_] = found
        return found

    def of_table(self, id_: str) -> TableStyle:
        found = self._tables.get(id_)
        if found is None:
            found = self._tables[id_] = self._read_table(id_)
        return found

    def of_cell(self, id_: str, conditions: tuple[str, ...]) -> Condition:
        """What a table style says of a cell to which these apply, the weakest first."""
        key = (id_, conditions)
        found = self._cells.get(key)
        if found is None:
            style = self.of_table(id_)
            found = style.whole
            for name in conditions:
                if name in style.conditions:
                    found = style.conditions[name].over(found)
            self._cells[key] = found
        return found

    def _chain(self, kind: str, id_: str) -> list[Element]:
        """The style and those that it is based on, the base first; a loop ends where it closes."""
        chain: dict[str, Element] = {}
        while id_ not in chain and (style := self._styles.get((kind, id_))) is not None:
            chain[id_] = style
            id_ = value(child(style, "basedOn")) or ""
        return list(chain.values())[::-1]

    def _read_paragraph(self, id_: str) -> ParagraphStyle:
        chain = self._chain("paragraph", id_)
        said = [read_paragraph(child(style, "pPr")) for style in chain]
        run = reduce(
            lambda low, up: run_over(up, low),
            [read_run(child(style, "rPr"), self._theme) for style in chain],
            NO_RUN,
        )
        plain = reduce(lambda low, up: paragraph_over(up, low), said, NO_PARAGRAPH)
        level = self._lists.level(plain.number, plain.level)
        if level is None:
            return ParagraphStyle(run, plain, plain)
        # The list comes in where the chain names it: under that style's indents, over its bases'.
        at = max(i for i, one in enumerate(said) if one.number is not None)
        for style in chain[::-1]:
            named_level = self._lists.level(
                plain.number, plain.level, value(style, "styleId") or ""
            )
            if named_level is not level and named_level is not None:
                level = named_level
                break
        listed = NO_PARAGRAPH
        for i, one in enumerate(said):
            if i == at:
                listed = paragraph_over(level.paragraph, listed)
            listed = paragraph_over(one, listed)
        return ParagraphStyle(run, plain, listed, level)

    def _read_table(self, id_: str) -> TableStyle:
        found = TableStyle()
        for style in self._chain("table", id_):
            said = named(style)
            table = named(said.get("tblPr"))
            conditions = dict(found.conditions)
            for part in style.iterchildren(W + "tblStylePr"):
                kind = value(part, "type") or ""
                conditions[kind] = self._condition(part).over(conditions.get(kind, UNCONDITIONAL))
            found = TableStyle(
                self._condition(style).over(found.whole),
                conditions,
                margins.read(table.get("tblCellMar")).over(found.margins),
                whole(value(table.get("tblStyleRowBandSize"))) or found.rows,
                whole(value(table.get("tblStyleColBandSize"))) or found.columns,
                is_fixed(table.get("tblLayout"), found.fixed),
            )
        return found

    def _condition(self, element: Element) -> Condition:
        said = named(element)
        return Condition(
            read_paragraph(said.get("pPr")),
            read_run(said.get("rPr"), self._theme),
            margins.read(child(said.get("tcPr"), "tcMar")),
        )


def is_fixed(layout: Element | None, inherited: bool | None = None) -> bool | None:
    """Whether columns keep their widths whatever is in them (17.4.53)."""
    kind = value(layout, "type")
    return inherited if kind is None else kind == "fixed"

"""Lists: what their levels look like, and which label each paragraph gets (17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from doctrans.layout.docx.elements import RPR, Element, W, child, named, on, value
from doctrans.layout.docx.properties import (
    NO_PARAGRAPH,
    NO_RUN,
    ParagraphProperties,
    RunProperties,
    read_paragraph,
    read_run,
)
from doctrans.layout.docx.units import whole

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (17.9.6). `restart` is the level after which it starts anew, counted
    from one; 0: after none; None: after any above it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    justify: str = "left"
    style: str | None = None
    restart: int | None = None
    legal: bool = False
    paragraph: ParagraphProperties = NO_PARAGRAPH
    run: RunProperties = NO_RUN


@dataclass(frozen=True, slots=True)
class List:
    """An instance (`w:num`); instances of one abstract list count on together."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]  # where an override begins to count anew


class Lists:
    """All lists, and how far each has counted: labels are asked for in document order. Documents
    define many more lists than they use, so each is read when first asked for."""

    def __init__(self, root: Element | None, theme: Mapping[str, str]) -> None:
        self._theme = theme
        self._instances: dict[str, Element] = {}
        self._abstracts: dict[str, Element] = {}
        self._twins: dict[str, Element] = {}  # by style: the abstract list that defines it
        # Zero means that there is no list (17.9.18).
        self._lists: dict[str, List | None] = {"0": None, "": None}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in () if root is None else root.iterchildren(W + "abstractNum"):
            self._abstracts[value(element, "abstractNumId") or ""] = element
            if style := value(child(element, "styleLink")):
                self._twins[style] = element
        for element in () if root is None else root.iterchildren(W + "num"):
            self._instances[value(element, "numId") or ""] = element

    def __bool__(self) -> bool:
        return bool(self._instances)

    def list(self, number: str) -> List | None:
        """None: there is no such list."""
        if number not in self._lists:
            instance = self._instances.get(number)
            self._lists[number] = None if instance is None else self._read(instance)
        return self._lists[number]

    def _read(self, instance: Element) -> List:
        id_ = value(child(instance, "abstractNumId")) or ""
        abstract = self._abstracts.get(id_)
        style = value(child(abstract, "numStyleLink"))  # is defined elsewhere (17.9.21)
        abstract = self._twins.get(style, abstract) if style else abstract
        levels = {} if abstract is None else _levels(abstract, self._theme)
        starts: dict[int, int] = {}
        for override in instance.iterchildren(W + "lvlOverride"):
            index = whole(value(override, "ilvl"))
            start = whole(value(child(override, "startOverride")))
            if index is not None and start is not None:
                starts[index] = start
            levels.update(_levels(override, self._theme))
        return List(id_, levels, starts)

    def level(self, number: str | None, level: int | None, style: str = "") -> Level | None:
        """None: no such list. For a list that a style names, the level is the one that names the
        style (17.9.23), else the one said."""
        found = self.list(number or "")
        if found is None:
            return None
        if style:
            for candidate in found.levels.values():
                if candidate.style == style:
                    return candidate
        return found.levels.get(level or 0)

    def index(self, number: str, level: Level) -> int:
        found = self.list(number)
        return next((i for i, one in found.levels.items() if one is level), 0) if found else 0

    def forget(self) -> None:
        """Another story counts from the start."""
        self._counts.clear()
        self._begun.clear()

    def label(self, number: str, index: int) -> str:
        """The label of the next paragraph of that level."""
        found = self.list(number)
        if found is None or index not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        level = found.levels[index]
        if index in found.starts and (number, index) not in self._begun:
            self._begun.add((number, index))
            counts[index] = found.starts[index]
        else:
            counts[index] = counts[index] + 1 if index in counts else level.start
        for deeper in [i for i in counts if i > index]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or index < restart:
                del counts[deeper]
        return self._written(found, level, counts)

    @staticmethod
    def _written(found: List, level: Level, counts: Mapping[int, int]) -> str:
        if level.format == "bullet":
            return level.text

        def place(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            other = found.levels.get(index, level)
            legal = level.legal and other.format not in ("none", "bullet")
            return written(counts.get(index, other.start), "decimal" if legal else other.format)

        return _PLACE.sub(place, level.text)


def written(number: int, format_: str) -> str:
    """A number in the commonest formats (17.18.59); in others it is about as wide as its digits."""
    if format_ == "none":
        return ""
    if format_ == "decimalZero":
        return f"{number:02d}"
    if format_ in ("lowerRoman", "upperRoman") and 0 < number < 5000:
        return _cased(_roman(number), format_)
    if format_ in ("lowerLetter", "upperLetter") and 0 < number < 780:  # z, aa, bb...
        letter = chr(ord("a") + (number - 1) % 26)
        return _cased(letter * ((number - 1) // 26 + 1), format_)
    return str(number)


def _cased(text: str, format_: str) -> str:
    return text.upper() if format_.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (number // size)
        number %= size
    return text


def _levels(element: Element, theme: Mapping[str, str]) -> dict[int, Level]:
    levels = {}
    for level in element.iterchildren(W + "lvl"):
        index = whole(value(level, "ilvl"))
        if index is not None:
            levels[index] = _level(level, theme)
    return levels


def _level(element: Element, theme: Mapping[str, str]) -> Level:
    said = named(element)
    start = whole(value(said.get("start")))
    return Level(
        0 if start is None else start,  # 17.9.25
        value(said.get("numFmt")) or "decimal",
        value(said.get("lvlText")) or "",
        value(said.get("suff")) or "tab",
        value(said.get("lvlJc")) or "left",
        value(said.get("pStyle")),
        whole(value(said.get("lvlRestart"))),
        bool(on(said.get("isLgl"))),
        read_paragraph(said.get("pPr")),
        read_run(element.find(RPR), theme),
    )

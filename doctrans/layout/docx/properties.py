"""What one level says of runs and of paragraphs, and what holds where levels meet (17.7.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from doctrans.layout.docx.elements import Element, named, on, value
from doctrans.layout.docx.units import HALF_POINTS, points, ratio, whole
from doctrans.layout.model import Rule


@dataclass(frozen=True, slots=True)
class RunProperties:
    """None: nothing is said. Toggles (17.7.3) come first; `kern` is the size from which on pairs
    are kerned, 0 for never."""

    bold: bool | None = None
    italic: bool | None = None
    bold_complex: bool | None = None
    italic_complex: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    hidden: bool | None = None
    latin: str | None = None
    east_asian: str | None = None
    complex: str | None = None
    all_complex: bool | None = None  # w:cs or w:rtl: whatever the characters
    size: float | None = None
    size_complex: float | None = None
    spacing: float | None = None
    scale: float | None = None
    kern: float | None = None
    raised: bool | None = None
    squeezed: bool | None = None  # w:fitText


TOGGLES = 7


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """None: nothing is said. `first` is added to `left`, a hanging indent is negative. `tabs` are
    positions, and whether the stop is cleared there."""

    number: str | None = None  # w:numId; "0": none
    level: int | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    before_auto: bool | None = None
    after_auto: bool | None = None
    line: float | None = None  # of 240ths where AUTO, else points
    rule: Rule | None = None
    contextual: bool | None = None
    bidi: bool | None = None
    tabs: tuple[tuple[float, bool], ...] | None = None


_run_values = attrgetter(*[field.name for field in fields(RunProperties)])
_paragraph_values = attrgetter(*[field.name for field in fields(ParagraphProperties)])
NO_RUN = RunProperties()
NO_PARAGRAPH = ParagraphProperties()


def run_over(upper: RunProperties, lower: RunProperties) -> RunProperties:
    if upper is NO_RUN or lower is NO_RUN:
        return lower if upper is NO_RUN else upper
    return RunProperties(*_over(_run_values(upper), _run_values(lower)))


def paragraph_over(upper: ParagraphProperties, lower: ParagraphProperties) -> ParagraphProperties:
    if upper is NO_PARAGRAPH or lower is NO_PARAGRAPH:
        return lower if upper is NO_PARAGRAPH else upper
    values = _over(_paragraph_values(upper), _paragraph_values(lower))
    if upper.tabs and lower.tabs:  # stops add up, level by level
        values[-1] = lower.tabs + upper.tabs
    return ParagraphProperties(*values)


def _over(upper: tuple[Any, ...], lower: tuple[Any, ...]) -> list[Any]:
    return [low if up is None else up for up, low in zip(upper, lower, strict=True)]


def by_styles(
    defaults: RunProperties, table: RunProperties, paragraph: RunProperties, char: RunProperties
) -> RunProperties:
    """What styles together say. Toggles that an odd number of style levels turn on are on; those
    that are on by default stay on (17.7.3)."""
    merged = run_over(char, run_over(paragraph, run_over(table, defaults)))
    levels = [_run_values(level)[:TOGGLES] for level in (table, paragraph, char)]
    toggles = [
        bool(default) or sum(map(bool, said)) % 2 == 1
        for default, said in zip(
            _run_values(defaults)[:TOGGLES], zip(*levels, strict=True), strict=True
        )
    ]
    values: list[Any] = [*toggles, *_run_values(merged)[TOGGLES:]]
    return RunProperties(*values)


def read_run(element: Element | None, theme: Mapping[str, str]) -> RunProperties:
    """From `w:rPr`."""
    said = named(element)
    if not said:
        return NO_RUN
    fonts = said.get("rFonts")
    kern = said.get("kern")
    position = said.get("vertAlign")
    return RunProperties(
        bold=on(said.get("b")),
        italic=on(said.get("i")),
        bold_complex=on(said.get("bCs")),
        italic_complex=on(said.get("iCs")),
        caps=on(said.get("caps")),
        small_caps=on(said.get("smallCaps")),
        hidden=on(said.get("vanish")),
        latin=_family(fonts, theme, "ascii") or _family(fonts, theme, "hAnsi"),
        east_asian=_family(fonts, theme, "eastAsia"),
        complex=_family(fonts, theme, "cs"),
        all_complex=_either(on(said.get("rtl")), on(said.get("cs"))),
        size=_positive(points(value(said.get("sz")), HALF_POINTS)),
        size_complex=_positive(points(value(said.get("szCs")), HALF_POINTS)),
        spacing=points(value(said.get("spacing"))),
        scale=_positive(ratio(value(said.get("w")))),
        kern=None if kern is None else points(value(kern), HALF_POINTS),
        raised=None if position is None else value(position) in ("superscript", "subscript"),
        squeezed=True if "fitText" in said else None,
    )


def _family(fonts: Element | None, theme: Mapping[str, str], name: str) -> str | None:
    """The theme's font goes before the one named beside it (17.3.2.26)."""
    if fonts is None:
        return None
    said = value(fonts, "cstheme" if name == "cs" else name + "Theme")
    return (theme.get(said) if said else None) or value(fonts, name) or None


def _either(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one or bool(other)


def _positive(number: float | None) -> float | None:
    return number if number and number > 0 else None


_RULES = {"exact": Rule.EXACT, "atLeast": Rule.AT_LEAST, "auto": Rule.AUTO}
_LINE = 12.0  # points; what a hundred of `beforeLines` are where no grid says otherwise


def read_paragraph(element: Element | None) -> ParagraphProperties:
    """From `w:pPr`."""
    said = named(element)
    if not said:
        return NO_PARAGRAPH
    left = right = first = before = after = line = rule = before_auto = after_auto = None
    indents = said.get("ind")
    if indents is not None:
        left = _first(points(value(indents, name)) for name in ("start", "left"))
        right = _first(points(value(indents, name)) for name in ("end", "right"))
        hanging = points(value(indents, "hanging"))  # goes before firstLine (17.3.1.12)
        first = points(value(indents, "firstLine")) if hanging is None else -hanging
    spacing = said.get("spacing")
    if spacing is not None:
        before, before_auto = _space(spacing, "before")
        after, after_auto = _space(spacing, "after")
        rule = _RULES.get(value(spacing, "lineRule") or "")
        text = value(spacing, "line")
        if text is not None:
            # The rule belongs to the number beside it; where none is said, it is AUTO (17.3.1.33).
            rule = rule or Rule.AUTO
            line = _positive(points(text, 240.0 if rule is Rule.AUTO else 20.0))
    numbering = named(said.get("numPr"))
    return ParagraphProperties(
        number=value(numbering.get("numId")),
        level=whole(value(numbering.get("ilvl"))),
        left=left,
        right=right,
        first=first,
        before=before,
        after=after,
        before_auto=before_auto,
        after_auto=after_auto,
        line=line,
        rule=rule,
        contextual=on(said.get("contextualSpacing")),
        bidi=on(said.get("bidi")),
        tabs=_tabs(said.get("tabs")),
    )


def _first(candidates: Iterable[float | None]) -> float | None:
    return next((number for number in candidates if number is not None), None)


def _space(spacing: Element, name: str) -> tuple[float | None, bool | None]:
    """Points, and whether the space is left to the program. Lines go before points (17.3.1.33)."""
    auto = value(spacing, name + "Autospacing")
    lines = points(value(spacing, name + "Lines"), 100.0)
    length = _LINE * lines if lines else points(value(spacing, name))
    return length, None if auto is None else auto.lower() not in ("0", "false", "off")


def _tabs(element: Element | None) -> tuple[tuple[float, bool], ...] | None:
    if element is None:
        return None
    return tuple(
        (position, value(stop) == "clear")
        for stop in element
        if (position := points(value(stop, "pos"))) is not None and value(stop) != "bar"
    )

"""A page measured without a browser: only what its markup says, and only boxes whose width it says.

Style sheets are not read, so that this is a guess wherever there are any. The result is that of a
browser (`model.Page`), in a window of no width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lxml import etree

from doctrans.layout.breaking import SHY, pieces
from doctrans.layout.fonts import Fonts
from doctrans.layout.html import declared
from doctrans.layout.html.model import Box, Kind, Page
from doctrans.layout.lines import fill
from doctrans.layout.model import Paragraph, Run
from doctrans.layout.shaping import Measure

_NUMBER = "data-doctrans-token"
_OPENS = "doctrans "
# Elements that lay out lines of their own.
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "input",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
# Of these it is worth saying that their room is not known.
_ROOMS = frozenset(("td", "th", "button", "select", "input", "label", "caption"))
_SILENT = frozenset(("script", "style", "template", "head", "title", "textarea", "svg", "math"))
_MOST_WORDS = 8
_BUTTON = 8.0  # pixels of border and padding on each side
_COLUMN, _ONCE = 0.55, 1.2  # of the type's size: what `size` of an input counts, and what it adds
_BUTTONS = frozenset(("submit", "reset", "button"))
_SPACES = re.compile(r"[ \t\n\f\r]+")
_HIDDEN = frozenset(("hidden", "clip"))
_fonts = cache(Fonts)


class Estimate:
    """Measures one page after the other; `unknown` is how many texts in tables and on controls of
    the last one have a room that its markup does not tell."""

    def __init__(self) -> None:
        self.unknown = 0
        self._measure = Measure(_fonts())

    def measure(self, data: bytes, encoding: str) -> Page:
        """A copy of a page with numbers, and comments around its segments where it is the
        source."""
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
        text = data.decode(encoding, "replace")
        root = etree.fromstring(f"<!DOCTYPE html>{text}".encode("utf-8", "replace"), parser)
        known = dict(_known(root))
        segments = _segments(root)
        boxes: dict[int, Box] = {}
        rows: dict[etree._Element | None, list[int]] = {}
        self.unknown = 0
        for element in root.iter(*_BLOCKS):
            runs = _runs(element)
            number = element.get(_NUMBER)
            self.unknown += element.tag == "select"
            if not number or not "".join(run.text for run in runs).strip():
                continue
            if element not in known:
                self.unknown += element.tag in _ROOMS
                continue
            box = self._box(element, int(number), runs, known[element], segments.get(element, ()))
            boxes[box.number] = box
            if box.kind is Kind.CELL:
                rows.setdefault(element.getparent(), []).append(box.number)
        for cells in rows.values():
            height = max(boxes[number].row for number in cells)
            boxes |= {number: replace(boxes[number], row=height) for number in cells}
        return Page(0, (0.0, 0.0), boxes, {})

    def _box(
        self,
        element: etree._Element,
        number: int,
        runs: tuple[Run, ...],
        width: float,
        segments: tuple[str, ...],
    ) -> Box:
        css = declared.style(element)
        paragraph = Paragraph(runs, runs[-1].type)
        nowrap = declared.nowrap(element) or element.tag == "input"
        filled = fill(paragraph, 1e6 if nowrap else max(width, 1.0), self._measure)
        words = tuple(sorted(self._words(runs), key=lambda word: -word[1]))
        widest = max((line.width for line in filled.lines), default=0.0)
        need = widest if nowrap else max(min(widest, width), words[0][1] if words else 0.0)
        set_ = declared.length(css.get("height"), runs[0].type.size)
        height = filled.height if set_ is None else set_
        over = max(0.0, need - width), max(0.0, filled.height - height)
        is_cut = css.get("overflow", css.get("overflow-x", "")) in _HIDDEN
        kind = Kind.CELL if element.tag in ("td", "th") else Kind.TEXT
        if kind is Kind.CELL:  # a height is the least that it has
            over, height = (over[0], 0.0), max(height, filled.height)
        return Box(
            number=number,
            kind=Kind.CONTROL if element.tag in declared.CONTROLS else kind,
            name=element.tag,
            frame=(0.0, 0.0, width, height),
            room=(width, height),
            need=(need, filled.height),
            over=(0.0, 0.0) if is_cut else over,
            lost=over if is_cut or element.tag == "input" else (0.0, 0.0),
            lines=len(filled.lines),
            words=words[:_MOST_WORDS],
            row=height,
            segments=segments,
            nowrap=nowrap,
            editable=element.tag not in ("input", "select"),
        )

    def _words(self, runs: tuple[Run, ...]) -> Iterator[tuple[str, float]]:
        """Each word with the width of its widest part; a hyphen needs room too."""
        for run in runs:
            for word in run.text.split():
                parts = [part.replace(SHY, "-") for part in pieces(word)]
                yield word, max(self._measure.width(part, run.type) for part in parts)


def _known(root: etree._Element) -> Iterator[tuple[etree._Element, float]]:
    """Elements whose content has a width that the markup tells."""
    for table in root.iter("table"):
        yield from declared.columns(table)
    for element in root.iter(*(_BLOCKS - {"td", "th", "table", "tr", "tbody", "thead", "tfoot"})):
        css = declared.style(element)
        if (width := declared.width(element, declared.type_of(element).size)) is not None:
            usual = _BUTTON if _is_button(element) else 0.0
            across, _ = declared.padding(element, usual)
            is_outer = css.get("box-sizing") == "border-box" or element.tag in declared.CONTROLS
            yield element, width - (across if is_outer else 0.0)
        elif element.tag == "input" and (size := element.get("size") or "").isdigit():
            em = declared.type_of(element).size
            yield element, (int(size) * _COLUMN + _ONCE) * em


def _is_button(element: etree._Element) -> bool:
    return element.tag == "button" or (element.get("type") or "").lower() in _BUTTONS


def _runs(element: etree._Element) -> tuple[Run, ...]:
    """The text of its own lines, without that of elements that have lines of their own."""
    if element.tag == "input":
        text = element.get("value") or element.get("placeholder") or ""
        return (Run(text, declared.type_of(element)),) if text else ()
    if element.tag == "select":
        return ()
    found: list[Run] = []
    _collect(element, found)
    return _collapsed(found)


def _collect(element: etree._Element, found: list[Run]) -> None:
    """Recursion is as deep as inline elements are nested, which the parser bounds."""
    if element.text:
        found.append(Run(element.text, declared.type_of(element)))
    for child in element:
        if child.tag == "br":
            found.append(Run("\n", declared.type_of(element)))
        elif isinstance(child.tag, str) and child.tag not in _BLOCKS | _SILENT:
            _collect(child, found)
        if child.tail:
            found.append(Run(child.tail, declared.type_of(element)))


def _collapsed(runs: list[Run]) -> tuple[Run, ...]:
    """White space as it is shown: one space, none at the edges; a line feed is a `br`."""
    made: list[Run] = []
    before = " "
    for run in runs:
        text = run.text if run.text == "\n" else _SPACES.sub(" ", run.text)
        if before[-1] in " \n" and text != "\n":
            text = text.lstrip(" ")
        if text:
            made.append(Run(text, run.type))
            before = text
    while made and not made[-1].text.rstrip(" "):
        made.pop()
    if made:
        made[-1] = Run(made[-1].text.rstrip(" "), made[-1].type)
    return tuple(made)


def _segments(root: etree._Element) -> dict[etree._Element, tuple[str, ...]]:
    """The segments in each element with lines of its own, by the comments around them."""
    found: dict[etree._Element, dict[str, None]] = {}
    for comment in root.iter(etree.Comment):
        said = comment.text or ""
        if said.startswith(_OPENS):
            around = (one for one in comment.iterancestors() if one.tag in _BLOCKS)
            # The words may stand in an element that opens behind the comment.
            inner = comment.getnext()
            own = [] if (element := next(around, None)) is None else [element]
            if inner is not None and inner.tag in _BLOCKS:
                own.append(inner)
            for one in own:
                found.setdefault(one, {})[said.removeprefix(_OPENS)] = None
    return {element: tuple(own) for element, own in found.items()}

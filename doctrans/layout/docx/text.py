"""The runs of a paragraph: what of its content takes room in a line, and in which type."""

from __future__ import annotations

from collections.abc import Callable

from doctrans.layout.docx import notes
from doctrans.layout.docx.elements import (
    RPR,
    TXBX_CONTENT,
    WP,
    Element,
    M,
    V,
    W,
    flat,
    value,
)
from doctrans.layout.docx.properties import RunProperties
from doctrans.layout.docx.resolve import Resolver
from doctrans.layout.docx.scripts import pieces
from doctrans.layout.docx.styled import style_length
from doctrans.layout.docx.units import EMU, points
from doctrans.layout.model import Face, Run, Type

_R = W + "r"
_T = W + "t"
_TEXT = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_BR, _SYM, _FIELD, _RUBY = W + "br", W + "sym", W + "fldChar", W + "ruby"
_OBJECTS = frozenset((W + "drawing", W + "pict", W + "object"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EQUATIONS = frozenset((M + "oMath", M + "oMathPara"))

Resolve = Callable[[Element | None], RunProperties]


class Reader:
    """Reads one paragraph. Of fields only the result counts, which begins after `separate`
    (17.16.18); they may stand inside one another."""

    def __init__(self, resolver: Resolver, resolve: Resolve) -> None:
        self._resolver = resolver
        self._resolve = resolve
        self._runs: list[tuple[str, Type]] = []
        self._fields: list[bool] = []  # of each open field, whether its result has begun
        self.notes: list[str] = []
        self.text_boxes: list[Element] = []

    def read(self, paragraph: Element) -> tuple[Run, ...]:
        self._content(paragraph)
        return tuple(Run(text, type_) for text, type_ in self._runs)

    def _content(self, element: Element) -> None:
        for part in flat(element):
            if part.tag == _R:
                self._run(part)
            elif part.tag in _EQUATIONS:
                self.notes.append(notes.EQUATION)

    def _run(self, run: Element) -> None:
        said = self._resolve(run.find(RPR))
        if said.squeezed:
            self.notes.append(notes.SQUEEZED_RUN)
        for part in flat(run):
            tag = part.tag
            if tag == _FIELD:
                self._field(value(part, "fldCharType"))
            elif said.hidden or not all(self._fields):
                continue
            elif tag == _T:
                for text, script in pieces(_written(part)):
                    self._add(text, self._resolver.type(said, script))
            elif tag in _TEXT:
                self._add(_TEXT[str(tag)], self._resolver.type(said))
            elif tag == _BR:
                if value(part, "type") in (None, "textWrapping"):
                    self._add("\n", self._resolver.type(said))
            elif tag == _SYM:
                self._symbol(part, said)
            elif tag == _RUBY:
                base = part.find(W + "rubyBase")
                if base is not None:
                    self._content(base)
            elif tag in _OBJECTS:
                self._object(part)

    def _add(self, text: str, type_: Type) -> None:
        if self._runs and self._runs[-1][1] == type_:
            text = self._runs.pop()[0] + text
        if text:
            self._runs.append((text, type_))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, element: Element, said: RunProperties) -> None:
        try:
            character = chr(int(value(element, "char") or "", 16))
        except (ValueError, OverflowError):
            return
        if "\ud800" <= character <= "\udfff":
            return
        type_ = self._resolver.type(said)
        family = value(element, "font") or type_.face.family
        face = Face(family, type_.face.bold, type_.face.italic)
        self._add(
            character,
            Type(face, type_.size, type_.spacing, type_.scale, type_.kerning, raised=type_.raised),
        )

    def _object(self, element: Element) -> None:
        self.text_boxes += _outermost(element)
        inline = element.find(WP + "inline")
        if inline is not None:
            extent = inline.find(WP + "extent")
            self.notes.append(notes.drawing(None if extent is None else _emu(extent.get("cx"))))
            return
        if element.find(WP + "anchor") is not None:
            self.notes.append(notes.FLOATING)
            return
        shape = next((part for part in element if str(part.tag).startswith(V)), None)
        style = "" if shape is None else str(shape.get("style") or "")
        if "absolute" in style:
            self.notes.append(notes.FLOATING)
        elif shape is not None:
            self.notes.append(notes.drawing(style_length(style, "width")))


def _written(element: Element) -> str:
    """Space at the edges counts only where the text says so (17.3.3.31)."""
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _outermost(element: Element) -> list[Element]:
    """Contents of text boxes below, but not of those inside another, nor of what stands in for
    a drawing where a program does not know it."""
    found: list[Element] = []
    stack = [element]
    while stack:
        for part in flat(stack.pop()):
            if part.tag == TXBX_CONTENT:
                found.append(part)
            else:
                stack.append(part)
    return found


def _emu(text: object) -> float | None:
    return points(None if text is None else str(text), EMU)

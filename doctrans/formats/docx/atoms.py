"""What a reader meets in a paragraph, in order: text in a look, elements, containers.

The two sides of a comparison: the atoms of a translated paragraph as they are, and those of its
source in the order that the translation's tags ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from doctrans import spans
from doctrans.formats.docx import xml
from doctrans.formats.docx.inline import Kind, Op
from doctrans.formats.docx.plan import Container, Format, Paragraph, Piece, Point
from doctrans.formats.docx.xml import Node
from doctrans.model import Tag, Tagged


class Atom(NamedTuple):
    """What a reader meets in a paragraph, in order."""

    kind: str  # text, element, open, close
    look: str  # of its run; "" outside runs
    text: str = ""
    node: Node | None = None

    def same(self, other: Atom) -> bool:
        return self[:3] == other[:3]


def atom_of(op: Op, looks: list[str], nodes: dict[int, Node]) -> Atom:
    look = looks[op.run] if op.run >= 0 else ""
    if op.kind is Kind.TEXT:
        return Atom("text", look, op.text)
    if op.kind is Kind.OPEN:
        return Atom("open", "", "", nodes[op.pieces[0].start])
    if op.kind is Kind.CLOSE:
        return Atom("close", "")
    return Atom("element", look, "", nodes[op.pieces[0].start])


@dataclass(frozen=True, slots=True)
class Expected:
    """The source's atoms in the order of a translation."""

    plan: Paragraph
    ops: dict[int, Op]  # by where they start
    looks: list[str]
    nodes: dict[int, Node]

    def atoms(self, tagged: Tagged) -> Iterator[Atom]:
        open_: list[Tag] = []
        for span in tagged.spans:
            wanted = [t for t in span.tags if isinstance(self.plan.shapes[t.id], Container)]
            if wanted != open_:
                yield from self._turn(open_, wanted)
                open_ = wanted
            shape = self.plan.shapes[span.tags[-1].id] if span.tags else None
            if isinstance(shape, Point):
                yield from self._pieces(shape.pieces)
            else:
                text = xml.legal(tagged.text[span.start : span.end])
                yield Atom("text", self._look(span.tags), text)
        yield from self._turn(open_, [])

    def _turn(self, before: list[Tag], after: list[Tag]) -> Iterator[Atom]:
        closing, opening = spans.diff(before, after)
        for tag, end in (*((t, True) for t in closing), *((t, False) for t in opening)):
            shape = self.plan.shapes[tag.id]
            assert isinstance(shape, Container), "only containers are opened and closed"
            yield from self._pieces(shape.close if end else shape.open)

    def _pieces(self, pieces: tuple[Piece, ...]) -> Iterator[Atom]:
        for piece in pieces:
            yield atom_of(self.ops[piece.start], self.looks, self.nodes)

    def _look(self, tags: tuple[Tag, ...]) -> str:
        for tag in reversed(tags):
            shape = self.plan.shapes[tag.id]
            run = shape.run if isinstance(shape, Format) else getattr(shape, "base", -1)
            if run >= 0:
                return self.looks[run]
        return self.looks[self.plan.base] if self.plan.base >= 0 else ""


def joined(atoms: Iterable[Atom]) -> list[Atom]:
    """Neighbouring texts of one look are one; empty ones vanish."""
    out: list[Atom] = []
    for atom in atoms:
        if atom.kind == "text" and not atom.text:
            continue
        if out and atom.kind == out[-1].kind == "text" and atom.look == out[-1].look:
            out[-1] = out[-1]._replace(text=out[-1].text + atom.text)
        else:
            out.append(atom)
    return out

"""What a reader meets in a paragraph, in order: text in a look, elements, containers.

The two sides of a comparison: the atoms of a translated paragraph as they are, and those of its
source in the order that the translation's tags ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from doctrans import spans
from doctrans.formats.docx import characters
from doctrans.formats.docx.inline import Flat, Kind, Op
from doctrans.formats.docx.plan import Container, Format, Paragraph, Piece, Point
from doctrans.model import Tag, Tagged


class Atom(NamedTuple):
    """What a reader meets in a paragraph, in order."""

    kind: str  # text, element, open, close
    look: str  # of its run; "" outside runs
    text: str = ""
    piece: Piece | None = None  # where it is written; None: text

    def same(self, other: Atom) -> bool:
        """But for what is written in their pieces."""
        return self[:3] == other[:3]


_KINDS = {Kind.OPEN: "open", Kind.CLOSE: "close"}


def atom_of(op: Op, looks: list[str]) -> Atom:
    if op.kind is Kind.TEXT:
        return Atom("text", looks[op.run], op.text)
    look = looks[op.run] if op.run >= 0 else ""
    return Atom(_KINDS.get(op.kind, "element"), look, "", op.pieces[0])


def atoms_of(flat: Flat) -> Iterator[Atom]:
    looks = [run.key for run in flat.runs]
    return (atom_of(op, looks) for op in flat.ops)


@dataclass(frozen=True, slots=True)
class Expected:
    """The source's atoms in the order of a translation."""

    plan: Paragraph
    ops: dict[int, Op]  # by where they start
    looks: list[str]

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
                text = characters.legal(tagged.text[span.start : span.end])
                yield Atom("text", self._look(span.tags), text)
        if open_:
            yield from self._turn(open_, [])

    def _turn(self, before: list[Tag], after: list[Tag]) -> Iterator[Atom]:
        closing, opening = spans.diff(before, after)
        for tag, end in (*((t, True) for t in closing), *((t, False) for t in opening)):
            shape = self.plan.shapes[tag.id]
            assert isinstance(shape, Container), "only containers are opened and closed"
            yield from self._pieces(shape.close if end else shape.open)

    def _pieces(self, pieces: tuple[Piece, ...]) -> Iterator[Atom]:
        for piece in pieces:
            yield atom_of(self.ops[piece.start], self.looks)

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

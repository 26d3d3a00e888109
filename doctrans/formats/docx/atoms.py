"""What a reader meets in a paragraph, in order: words in a look, and what stands between them.

The two sides of a comparison: the atoms of a translated paragraph as they are, and those that its
plan and the order of the translation's tags ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from doctrans import spans
from doctrans.formats.docx import characters
from doctrans.formats.docx.inline import Flat
from doctrans.formats.docx.plan import Container, Format, Paragraph, Piece, Point, Run
from doctrans.model import Tag, Tagged


class Atom(NamedTuple):
    """Words, or a piece of markup: an element, what opens or closes a container."""

    look: str  # of its run; "" outside runs
    words: str | None  # None: markup
    piece: Piece | None = None  # where it is written; None: words of a translation


def _atom(piece: Piece, runs: Sequence[Run]) -> Atom:
    return Atom(runs[piece.run].look if piece.run >= 0 else "", piece.words, piece)


def found(flat: Flat) -> Iterator[Atom]:
    """Of a paragraph as it is."""
    return (_atom(piece, flat.runs) for op in flat.ops for piece in op.pieces)


def expected(plan: Paragraph, tagged: Tagged) -> Iterator[Atom]:
    """Of a paragraph with these words."""
    open_: list[Tag] = []
    for span in tagged.spans:
        if span.tags or open_:
            wanted = [t for t in span.tags if isinstance(plan.shapes[t.id], Container)]
            yield from _turn(plan, open_, wanted)
            open_ = wanted
        shape = plan.shapes[span.tags[-1].id] if span.tags else None
        if isinstance(shape, Point):
            yield from (_atom(piece, plan.runs) for piece in shape.pieces)
        else:
            words = characters.legal(tagged.text[span.start : span.end])
            yield Atom(_look(plan, span.tags), words)
    yield from _turn(plan, open_, [])


def _turn(plan: Paragraph, before: list[Tag], after: list[Tag]) -> Iterator[Atom]:
    if before == after:
        return
    closing, opening = spans.diff(before, after)
    for tag, end in (*((t, True) for t in closing), *((t, False) for t in opening)):
        shape = plan.shapes[tag.id]
        assert isinstance(shape, Container), "only containers are opened and closed"
        yield from (_atom(piece, plan.runs) for piece in (shape.close if end else shape.open))


def _look(plan: Paragraph, tags: tuple[Tag, ...]) -> str:
    for tag in reversed(tags):
        shape = plan.shapes[tag.id]
        run = shape.run if isinstance(shape, Format) else getattr(shape, "base", -1)
        if run >= 0:
            return plan.runs[run].look
    return plan.runs[plan.base].look if plan.base >= 0 else ""


def joined(atoms: Iterable[Atom]) -> list[Atom]:
    """Neighbouring words of one look are one; empty ones vanish."""
    out: list[Atom] = []
    for atom in atoms:
        if atom.words == "":
            continue
        if out and atom.words and out[-1].words and atom.look == out[-1].look:
            out[-1] = Atom(atom.look, out[-1].words + atom.words)
        else:
            out.append(atom)
    return out

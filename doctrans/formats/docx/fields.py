"""Complex fields (17.16.18): begin, instruction, separate, result, end, folded to one tag each.

A field whose result is text becomes a container around it; any other becomes a POINT that stands
for its result. Fields may nest, and may reach over paragraphs (a table of contents): what is open
at the end of a paragraph is carried to the next one of the same story. Marks are paired over each
story before its paragraphs are read, so that one without a partner cannot hide what follows it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from doctrans.formats.docx import instructions, rules
from doctrans.formats.docx.inline import Kind, Op
from doctrans.formats.docx.plan import Piece
from doctrans.formats.docx.xml import Node
from doctrans.model import BOX

_DEEPEST = 50  # Word nests fields 20 deep; fields beyond this are stray marks
_MARKS = (Kind.BEGIN, Kind.INSTRUCTION, Kind.SEPARATE, Kind.END)
_INLINE = frozenset(
    (rules.WORD.run, "w:sdtContent", "w:ruby", "w:rubyBase", *rules.WORD.containers)
)


def strays(root: Node) -> frozenset[int]:
    """Where the marks of a part start that make no field of a begin, at most one separate and an
    end in one story."""
    stories: dict[int, _Pairing] = defaultdict(_Pairing)
    for node in root.iter():
        if node.name == "w:fldChar" and _is_read(node):
            stories[id(story_of(node))].meet(node)
    return frozenset(start for pairing in stories.values() for start in pairing.unpaired())


def story_of(node: Node) -> Node | None:
    return next((above for above in node.ancestors() if above.name in rules.STORIES), None)


def _is_read(mark: Node) -> bool:
    """Whether it is a mark of its paragraph; those in deleted text and the like are copied."""
    for above in mark.ancestors():
        if above.name == rules.WORD.paragraph:
            return True
        if above.name not in _INLINE:
            return False
    return False


@dataclass(slots=True)
class _Pairing:
    """The marks of one story, met in order."""

    open: list[list[int]] = field(default_factory=list)  # each field's marks so far
    alone: list[int] = field(default_factory=list)

    def meet(self, mark: Node) -> None:
        kind = mark.get("w:fldCharType")
        if kind == "begin":
            self.open.append([mark.start])
        elif kind == "separate" and self.open and len(self.open[-1]) == 1:
            self.open[-1].append(mark.start)
        elif kind == "end" and self.open:
            marks = self.open.pop()
            if len(self.open) >= _DEEPEST:
                self.alone += (*marks, mark.start)
        elif kind in ("separate", "end"):
            self.alone.append(mark.start)

    def unpaired(self) -> list[int]:
        return [*self.alone, *(start for marks in self.open for start in marks)]


@dataclass(slots=True)
class Frame:
    """A field that has begun. `at` and `separate` are indexes into the output of this paragraph."""

    at: int
    instruction: str = ""
    separate: int | None = None
    in_result: bool = False
    carried: bool = False  # began in an earlier paragraph
    lettered: bool = False  # whether its result has letters so far
    type: str = ""  # of a form field's text
    bookmarks: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        return instructions.name(self.instruction, self.bookmarks)

    @property
    def is_text(self) -> bool:
        return self.name in rules.TEXT_FIELDS and self.type not in rules.FORM_DATA

    @property
    def kept(self) -> bool:
        """Whether its result, or what of it is in later paragraphs, is data of another program."""
        return self.name in rules.OPAQUE_BLOCK_FIELDS


class Ended(NamedTuple):
    """A field whose end was met."""

    name: str
    instruction: str
    lettered: bool  # whether its result has letters, and is no text over several paragraphs


def fold(
    ops: list[Op], open_fields: list[Frame], ended: list[Ended], bookmarks: frozenset[str]
) -> list[Op]:
    """The operations without field marks. `open_fields` is the story's state, updated; the fields
    that end here are added to `ended`. `bookmarks`: see `instructions.name`."""
    ended += _simple_fields(ops, bookmarks)
    simple = partial(_simple_field, bookmarks)
    if not open_fields and not any(op.kind in _MARKS for op in ops):
        return each_container(ops, simple)
    frames = [replace(f, at=0, separate=None, carried=True) for f in open_fields]
    out: list[Op] = []
    for op in ops:
        if op.kind is Kind.BEGIN:
            frames.append(Frame(len(out), type=op.text, bookmarks=bookmarks))
            out.append(op)
        elif op.kind is Kind.END:
            if frames:
                ended.append(_told(frames[-1]))
            _end(frames, out, op)
        else:
            _inside(frames, op)
            out.append(_shown(frames, op))
            if op.kind is Kind.SEPARATE and frames:
                frames[-1].separate = len(out) - 1
    for frame in reversed(frames):
        if not frame.carried:
            _unfinished(frame, out)
    open_fields[:] = frames
    return each_container([_plain_point(op) for op in out], simple)


def _told(frame: Frame) -> Ended:
    lettered = frame.lettered and (frame.kept or not frame.carried)
    return Ended(frame.name, frame.instruction, lettered)


def _simple_fields(ops: list[Op], bookmarks: frozenset[str]) -> Iterator[Ended]:
    begun: list[int] = []
    for index, op in enumerate(ops):
        if op.kind is Kind.OPEN:
            begun.append(index)
        elif op.kind is Kind.CLOSE:
            at = begun.pop()
            if ops[at].name == "field":
                instruction = ops[at].text
                name = instructions.name(instruction, bookmarks)
                yield Ended(name, instruction, has_letters(ops[at:index]))


def _inside(frames: list[Frame], op: Op) -> None:
    if not frames:
        return
    if op.kind is Kind.INSTRUCTION and not frames[-1].in_result:
        frames[-1].instruction += op.text
    elif op.kind is Kind.SEPARATE:
        frames[-1].in_result = True
    elif has_letters([op]) and all(f.in_result for f in frames):
        for frame in frames:
            frame.lettered = True


def _shown(frames: list[Frame], op: Op) -> Op:
    """Text in an instruction is code; text in the result of another program's block is data."""
    if op.kind is not Kind.TEXT:
        return op
    if any(not f.in_result for f in frames):
        return op.opaque("field")._replace(text="")
    blocked = any(f.carried and f.kept for f in frames)
    return op.opaque("field") if blocked else op


def _end(frames: list[Frame], out: list[Op], end: Op) -> None:
    if not frames or (frame := frames.pop()).carried:
        out.append(end)
        return
    inside = out[frame.at :]
    if not balanced(inside):  # it begins in one container and ends in another
        body = frame.at if frame.separate is None else frame.separate
        if not frame.is_text:
            out[body:] = [_opaque(op) for op in out[body:]]
        out.append(end)
        return
    out[frame.at :] = _folded(frame, inside, end)


def _folded(frame: Frame, inside: list[Op], end: Op) -> list[Op]:
    name = BOX if frame.name == "FORMCHECKBOX" else f"field:{frame.name}"
    if frame.separate is None:
        return [collapse([*inside, end], name, [])]
    split = frame.separate - frame.at + 1
    head, body = inside[:split], inside[split:]
    is_text = frame.is_text and has_letters(body)
    if is_text and balanced(head) and balanced(body):
        opening = Op(Kind.OPEN, _pieces(head), name)
        return [opening, *body, Op(Kind.CLOSE, end.pieces, name)]
    return [collapse([*inside, end], name, body)]


def _unfinished(frame: Frame, out: list[Op]) -> None:
    """A field that ends in a later paragraph: its head is one POINT where it can be."""
    stop = len(out) if frame.separate is None else frame.separate + 1
    head = out[frame.at : stop]
    if balanced(head):
        out[frame.at : stop] = [collapse(head, f"field:{frame.name}", [])._replace(group="field")]
    else:
        out[frame.at : stop] = [_opaque(op) for op in head]
    if frame.kept:
        out[frame.at :] = [_opaque(op) for op in out[frame.at :]]


def _opaque(op: Op) -> Op:
    return op.opaque("field") if op.kind is Kind.TEXT else op


def _plain_point(op: Op) -> Op:
    """Marks that found no partner stay where they are, in order."""
    if op.kind in _MARKS:
        return op._replace(kind=Kind.POINT, text="", group="field")
    return op


def each_container(ops: list[Op], change: Callable[[list[Op]], list[Op]]) -> list[Op]:
    """Every container, from its opening to its closing, as `change` makes it; innermost first."""
    if not any(op.kind is Kind.OPEN for op in ops):
        return ops
    out: list[Op] = []
    opened: list[int] = []
    for op in ops:
        out.append(op)
        if op.kind is Kind.OPEN:
            opened.append(len(out) - 1)
        elif op.kind is Kind.CLOSE:
            at = opened.pop()
            out[at:] = change(out[at:])
    return out


def _simple_field(bookmarks: frozenset[str], ops: list[Op]) -> list[Op]:
    """`w:fldSimple` (17.16.19): a container already; a POINT where its result is not text."""
    if ops[0].name != "field":
        return ops
    name = instructions.name(ops[0].text, bookmarks)
    ops = [ops[0]._replace(name=f"field:{name}", text=""), *ops[1:]]
    if name not in rules.TEXT_FIELDS or not has_letters(ops):
        return [collapse(ops, f"field:{name}", ops[1:])]
    return ops


def collapse(ops: list[Op], name: str, shown: list[Op]) -> Op:
    """One POINT instead of several operations; it stands for the text of `shown`."""
    text = "".join(op.text for op in shown if op.kind in (Kind.TEXT, Kind.POINT))
    runs = [op.run for op in ops if op.run >= 0]
    return Op(Kind.POINT, _pieces(ops), name, text, run=runs[0] if runs else -1)


def _pieces(ops: list[Op]) -> tuple[Piece, ...]:
    return tuple(piece for op in ops for piece in op.pieces)


def balanced(ops: list[Op]) -> bool:
    depth = 0
    for op in ops:
        depth += (op.kind is Kind.OPEN) - (op.kind is Kind.CLOSE)
        if depth < 0:
            return False
    return depth == 0


def has_words(ops: list[Op]) -> bool:
    return any(op.kind is Kind.TEXT and not op.text.isspace() and op.text for op in ops)


def has_letters(ops: list[Op]) -> bool:
    """Whether a field's result is text: a reference to 26.3.1 is a number to keep."""
    return any(op.kind is Kind.TEXT and any(map(str.isalpha, op.text)) for op in ops)

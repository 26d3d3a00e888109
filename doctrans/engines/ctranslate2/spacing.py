"""Where white space stands at the tags of a translation, learnt from the source.

A model that encodes the text between tags chunk by chunk says nothing about the spacing there:
`Klicke <1> hier </1> , um` is `Klicke <1>hier</1>, um`. What decides, in this order: the same
neighbours as in the source; punctuation that leans on a neighbour; how the tag stood in the source.

The text is a sequence of atoms: strings, and marks (a tag's beginning, its end, a point). Two solid
atoms (a string that is not blank, a point) with what stands between them make a *joint*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from doctrans.model import Tag


class Role(Enum):
    OPEN = "open"
    CLOSE = "close"
    POINT = "point"  # also an empty element


@dataclass(frozen=True, slots=True)
class Mark:
    """One tag token in a sequence of atoms; for a given source each stands once."""

    role: Role
    tag: Tag

    def __hash__(self) -> int:  # that of an Enum is slow; at most two have the same tag
        return self.tag.id


Atom = str | Mark

OBJECT = "\ufffc"  # how a point looks to its neighbours
_CLOSING = frozenset(",.;:!?)]}…%，。、；：！？）】」』")
_PAUSES = frozenset(",;:")
_OPENING = frozenset("([{¿¡（【「『")
_QUOTES = frozenset("\"'“”„‟‘’‚‛«»‹›")
_UNSPACED = (  # scripts without spaces between words
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Joint:
    """What was between two solid atoms of the source; "" at an end of the text."""

    left: str
    right: str
    spaced: bool


class Evidence:
    """The joints of a source, by the mark that stands in them and on which side of it."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self._runs = list(_runs(atoms))

    @cached_property
    def _joints(self) -> dict[tuple[Mark, int], Joint]:
        return {
            key: joint
            for run in self._runs
            for joint in [Joint(run.left, run.right, any(run.blanks))]
            for key in run.keys
        }

    @cached_property
    def _spaces(self) -> set[tuple[Mark, int]]:
        """Those directly before (0) or after (1) a mark."""
        return {
            (mark, side)
            for run in self._runs
            for i, mark in enumerate(run.marks)
            for side in (0, 1)
            if run.blanks[i + side]
        }

    def slot(self, run: _Run, told: bool) -> int | None:
        """Before which mark of the run the space stands, len(marks) for after the last; None: no
        space here. `told`: the run itself says whether there is one, but that models forget it
        between a comma and a tag."""
        said = told and any(run.blanks) and bool(run.left and run.right)
        asked = not told or (run.left[-1:] in _PAUSES and run.right[:1].isalpha())
        if not said and not (asked and self._is_spaced(run)):
            return None
        votes = [0] * (len(run.marks) + 1)
        for i, mark in enumerate(run.marks):
            for side in (0, 1):
                votes[i + side] += (mark, side) in self._spaces
        outside = next(
            (i for i, mark in enumerate(run.marks) if mark.role is not Role.CLOSE), len(run.marks)
        )
        return outside if votes[outside] == max(votes) else votes.index(max(votes))

    def _is_spaced(self, run: _Run) -> bool:
        joints = [self._joints[key] for key in run.keys if key in self._joints]
        points = [key for key in run.keys if key[0].role is Role.POINT]
        solid = [self._joints[key] for key in points if key in self._joints]
        return _spaced(run.left, run.right, joints, solid)


def spaces(evidence: Evidence, atoms: Sequence[Atom], told: bool = False) -> set[int]:
    """Before which atoms of a translation a space stands; its strings are stripped and not empty,
    unless they are `told` to say by their edges where there is one."""
    found = ((run.start, evidence.slot(run, told)) for run in _runs(atoms))
    return {start + slot for start, slot in found if slot is not None}


@dataclass(frozen=True, slots=True)
class _Run:
    """Marks between two solid atoms."""

    left: str  # text before, "" at the beginning
    right: str
    start: int  # index of the first atom between
    marks: tuple[Mark, ...]
    blanks: tuple[bool, ...]  # white space before each mark and after the last
    keys: tuple[tuple[Mark, int], ...]


def _runs(atoms: Sequence[Atom]) -> Iterator[_Run]:
    start = 0
    left: Atom = ""
    for i, atom in enumerate([*atoms, ""]):
        last = i == len(atoms)
        if not last and not _is_solid(atom):
            continue
        yield _run(left, atom, start, atoms[start:i])
        left, start = atom, i + 1


def _is_solid(atom: Atom) -> bool:
    return bool(atom.strip()) if isinstance(atom, str) else atom.role is Role.POINT


def _run(left: Atom, right: Atom, start: int, between: Sequence[Atom]) -> _Run:
    before, after = _text(left), _text(right)
    marks: list[Mark] = []
    blanks = [before != before.rstrip()]
    for atom in between:
        if isinstance(atom, str):
            blanks[-1] |= bool(atom)
        else:
            marks.append(atom)
            blanks.append(False)
    blanks[-1] |= after != after.lstrip()
    keys = [(mark, side) for mark in marks for side in (0, 1)]
    keys += [(left, 1)] if isinstance(left, Mark) else []
    keys += [(right, 0)] if isinstance(right, Mark) else []
    return _Run(before.rstrip(), after.lstrip(), start, tuple(marks), tuple(blanks), tuple(keys))


def _text(atom: Atom) -> str:
    return atom if isinstance(atom, str) else OBJECT


def _spaced(left: str, right: str, joints: list[Joint], solid: list[Joint]) -> bool:
    if not left or not right:
        return False
    for fixed in (
        [j for j in joints if j.left[-1:] == left[-1] and j.right[:1] == right[0]],
        [j for j in joints if leans_left(right) and j.right[:1] == right[0]],
        [j for j in joints if leans_right(left) and j.left[-1:] == left[-1]],
    ):
        if fixed:
            return any(joint.spaced for joint in fixed)
    if leans_left(right) or leans_right(left):
        return False
    if _is_unspaced(left[-1]) or _is_unspaced(right[0]):
        return False
    telling = [j for j in solid if _tells(j)] or [j for j in joints if _tells(j)]
    return any(joint.spaced for joint in telling) if telling else True


def _tells(joint: Joint) -> bool:
    """Whether the spacing is the tag's own and not owed to punctuation or an end of the text."""
    if not joint.left or not joint.right:
        return False
    return joint.spaced or not (leans_left(joint.right) or leans_right(joint.left))


def leans_left(right: str) -> bool:
    """Whether a text begins with something that stands close to what is before it."""
    first, second = right[0], right[1:2]
    if first in _QUOTES:
        return not second.isalnum()
    if first in ".-/":  # a full stop, but not ".NET"; "-Adresse", but not a dash
        return second.isalpha() if first == "-" else first == "." and not second.isalnum()
    return first in _CLOSING


def leans_right(left: str) -> bool:
    """Whether a text ends with something that stands close to what follows."""
    last, before = left[-1], left[-2:-1]
    if last in _QUOTES:
        return not before or before.isspace() or before in _OPENING
    return last in _OPENING


def _is_unspaced(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _UNSPACED)

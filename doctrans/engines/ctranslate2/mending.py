"""Marks that a model left out or wrote twice, put right where the source shows their place.

Where tags begin, end or stand side by side a small model may leave one out: of `</3></2></1>` the
second, of a row of points the last. Such a mark belongs beside the one that it stands beside in the
source, if both are of the same words or of none. One that stands among words is not put anywhere:
only who knows which words are whose can.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from doctrans.engines.ctranslate2.spacing import Atom, Mark, Role
from doctrans.model import Tag

_OTHER = {Role.OPEN: Role.CLOSE, Role.CLOSE: Role.OPEN}


def mended(asked: Sequence[Atom], said: Sequence[Atom]) -> list[tuple[int | None, Atom]]:
    """The atoms of a translation, each with its index in `said`; None for those put in. One that is
    said again instead of its neighbour gives way."""
    missing = _marks(asked) - _marks(said)
    if not missing:
        return list(enumerate(said))
    found: list[tuple[int | None, Atom]] = [
        (i, atom) for i, atom in enumerate(said) if not (_is_mark(atom) and said[:i][-1:] == [atom])
    ]
    neighbours = [(a, b, 1) for a, b in pairwise(asked)]
    neighbours += [(b, a, 0) for a, b in reversed(list(pairwise(asked)))]
    for there, mark, behind in neighbours:
        if mark not in missing or isinstance(there, str) or isinstance(mark, str):
            continue
        if mark.role is Role.POINT and not behind:
            continue  # before a point there may be white space, which its words have now
        at = _only(found, there)
        if at is not None and (mark.role is Role.POINT or _goes_with(there, mark, asked)):
            found.insert(at + behind, (None, mark))
            missing -= {mark}
    return found


def nearly(asked: Sequence[Atom], said: Sequence[Atom]) -> bool:
    """Whether one mark is missing, and all others stand once."""
    there = Counter(filter(_is_mark, said))
    return len(_marks(asked) - set(there)) == 1 and set(there.values()) <= {1}


def _is_mark(atom: Atom) -> bool:
    return isinstance(atom, Mark)


def _marks(atoms: Iterable[Atom]) -> set[Atom]:
    return set(filter(_is_mark, atoms))


def _only(found: Sequence[tuple[int | None, Atom]], mark: Mark) -> int | None:
    """Where a mark stands, if once."""
    places = [at for at, (_, atom) in enumerate(found) if atom == mark]
    return places[0] if len(places) == 1 else None


def _goes_with(there: Mark, mark: Mark, asked: Sequence[Atom]) -> bool:
    """Whether the ends of two tags stand side by side at both ends, or that of one without words
    beside what is in it or around it."""
    if not any(isinstance(atom, str) for atom in _within(mark.tag, asked)):
        return True
    if there.role is not mark.role:
        return False
    one, other = (Mark(_OTHER[each.role], each.tag) for each in (there, mark))
    return {(one, other), (other, one)} & set(pairwise(asked)) != set()


def _within(tag: Tag, asked: Sequence[Atom]) -> Sequence[Atom]:
    ends = [i for i, atom in enumerate(asked) if isinstance(atom, Mark) and atom.tag == tag]
    return asked[ends[0] : ends[-1]]

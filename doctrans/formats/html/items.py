"""The parts of a run in order, and how its tags nest.

Tags may be unmatched (they wrap blocks, or are flaws) or misnested. Here unmatched ones become
points, and so do those of an element that must stay whole where it crosses another.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from doctrans.model import Gender, TagKind


class What(IntEnum):
    TEXT = 0
    OPEN = 1
    CLOSE = 2
    POINT = 3
    EDGE = 4  # a point that stays outside where it stands at the edge of the run


TEXT, OPEN, CLOSE, POINT, EDGE = What


class Item(NamedTuple):
    """A part of a run: `text[start:end]`."""

    what: What
    start: int
    end: int
    name: str = ""
    element: int = 0  # OPEN and CLOSE: which element; 0: none is open
    kind: TagKind = TagKind.POINT
    equiv: str = ""
    gender: Gender | None = None  # OPEN: what the element itself says of persons in it


def nested(items: Sequence[Item]) -> Sequence[Item]:
    """Each tag with its counterpart, and only formatting that crosses."""
    return items if _is_nested(items) else _uncrossed(_matched(items))


def _is_nested(items: Sequence[Item]) -> bool:
    stack: list[int] = []
    for item in items:
        if item.what is OPEN:
            stack.append(item.element)
        elif item.what is CLOSE and (not stack or stack.pop() != item.element):
            return False
    return not stack


def _matched(items: Sequence[Item]) -> list[Item]:
    """Tags without a counterpart in the run become points."""
    opened = {item.element for item in items if item.what is OPEN}
    closed = {item.element for item in items if item.what is CLOSE}
    lone = opened ^ closed
    return [_edge(item) if item.what in _TAGS and item.element in lone else item for item in items]


def _edge(item: Item) -> Item:
    name = f"/{item.name}" if item.what is CLOSE else item.name
    return Item(EDGE, item.start, item.end, name)


def _uncrossed(items: Sequence[Item]) -> Sequence[Item]:
    """Where an element that must stay whole crosses another, its tags become points."""
    kinds = {item.element: item.kind for item in items if item.what is OPEN}
    crossing: set[int] = set()
    stack: list[int] = []
    for item in items:
        if item.what is OPEN:
            stack.append(item.element)
        elif item.what is CLOSE:
            at = stack.index(item.element)
            above = stack[at + 1 :]
            if above and kinds[item.element] is TagKind.WHOLE:
                crossing.add(item.element)
            else:
                crossing.update(e for e in above if kinds[e] is TagKind.WHOLE)
            del stack[at]
    if not crossing:
        return items
    return [
        _edge(item) if item.what in _TAGS and item.element in crossing else item for item in items
    ]


_TAGS = frozenset((OPEN, CLOSE))

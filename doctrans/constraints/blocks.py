"""Commands of templates and shortcodes, matched to blocks: which of them translations keep as marks
around words, and at which texts are cut apart.

A block with alternatives (*if* … *else* … *end*) or a loop holds texts of their own. One without
may stay in its sentence, which is grammatical with its words: a WHOLE, as a link is. One that holds
no words stands for a word or its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from doctrans.constraints.freezing import Marks, Pair
from doctrans.model import Range


class Role(Enum):
    OPENS = auto()
    DIVIDES = auto()  # *else*
    CLOSES = auto()


class Command(NamedTuple):
    """`name` is what its end is called by; "" for an end of whatever is open. `apart`: of a
    loop."""

    place: Range
    role: Role
    name: str = ""
    apart: bool = False


@dataclass(slots=True)
class Block:
    """The places of its commands, the first and the last around all that it holds."""

    name: str
    apart: bool
    places: list[Range] = field(default_factory=list)

    @property
    def whole(self) -> Range:
        return Range(self.places[0].start, self.places[-1].end)


def marks(text: str, commands: Iterable[Command]) -> Marks:
    """What becomes of commands, given in order: no word of the text is lost."""
    blocks, lone = matched(commands)
    frozen: list[Range] = []
    pairs: list[Block] = []
    cuts = lone
    for block in sorted(blocks, key=lambda block: block.whole):
        if frozen and block.whole.end <= frozen[-1].end:
            continue
        if _is_word(text, block):
            frozen.append(block.whole)
        elif block.apart or len(block.places) > 2:
            cuts += block.places
        else:
            pairs.append(block)
    side_by_side = _side_by_side(text, pairs)
    cuts += [place for n in side_by_side for place in pairs[n].places]
    kept = [Pair(*block.places) for n, block in enumerate(pairs) if n not in side_by_side]
    outside = [place for place in sorted(cuts) if not _within(place, frozen)]
    return Marks(tuple(frozen), tuple(kept), tuple(outside))


def matched(commands: Iterable[Command]) -> tuple[list[Block], list[Range]]:
    """The blocks, and the commands that have none."""
    opened: list[Block] = []
    done: list[Block] = []
    lone: list[Range] = []
    for place, role, name, apart in commands:
        if role is Role.OPENS:
            opened.append(Block(name, apart, [place]))
        elif role is Role.DIVIDES:
            (opened[-1].places if opened else lone).append(place)
        else:
            near = opened[-_DEEPEST:]
            depth = next((n for n, b in enumerate(reversed(near)) if name in ("", b.name)), None)
            if depth is None:
                lone.append(place)
                continue
            for _ in range(depth):  # without an end
                lone += opened.pop().places
            opened[-1].places.append(place)
            done.append(opened.pop())
    return done, lone + [place for block in opened for place in block.places]


_DEEPEST = 20  # blocks in blocks


def _is_word(text: str, block: Block) -> bool:
    """Whether it holds no words, or a part of one: `message{% if n > 1 %}s{% endif %}`."""
    first, last = block.places[0], block.places[-1]
    if last.end - first.start > _LONGEST:
        return False
    if _glued(text, first) or _glued(text, last):
        return True
    return not any(_WORD.search(text, one.end, two.start) for one, two in pairwise(block.places))


_LONGEST = 600
_WORD = re.compile(r"[^\W\d_]{2}")


def _glued(text: str, place: Range) -> bool:
    start, end = place
    return text[start - 1 : start].isalpha() and text[end : end + 1].isalpha()


def _side_by_side(text: str, blocks: Sequence[Block]) -> set[int]:
    """Those that follow each other with nothing between: cells, tabs, items."""
    starts = {block.places[0].start: n for n, block in enumerate(blocks)}
    found: set[int] = set()
    for n, block in enumerate(blocks):
        space = _SPACE.match(text, block.places[-1].end)
        if space and (after := starts.get(space.end())) is not None:
            found |= {n, after}
    return found


_SPACE = re.compile(r"\s*")


def _within(place: Range, ranges: Sequence[Range]) -> bool:
    return any(start <= place.start and place.end <= end for start, end in ranges)

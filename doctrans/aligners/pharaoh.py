"""Links that an outside aligner wrote: Pharaoh format, `0-0 1-2 3-1:0.5`, a line a sentence.

Indices are source-target, from 0. A weight after a colon is in (0, 1]; without one it is 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from doctrans.errors import InputError
from doctrans.model import Link

_LINK = re.compile(r"(\d+)-(\d+)(?::(\d*\.?\d+(?:[eE]-?\d+)?))?")


def parse(line: str, number: int = 0, sizes: tuple[int, int] | None = None) -> tuple[Link, ...]:
    """One line. `sizes` are the numbers of source and target tokens that indices must keep to.
    Raises InputError that names line `number`."""
    return tuple(_link(item, number, sizes) for item in line.split())


def _link(item: str, number: int, sizes: tuple[int, int] | None) -> Link:
    match = _LINK.fullmatch(item)
    if match is None:
        raise InputError(
            f"Line {number} of the links: “{item}” is not a link.",
            hint="A link is written source-target or source-target:weight, as in 0-0 1-2:0.5.",
        )
    link = Link(int(match[1]), int(match[2]), float(match[3] or 1))
    if not 0 < link.weight <= 1:
        raise InputError(f"Line {number} of the links: the weight in “{item}” is not in (0, 1].")
    if sizes and not (link.source < sizes[0] and link.target < sizes[1]):
        raise InputError(
            f"Line {number} of the links: “{item}” is beyond {sizes[0]} source and {sizes[1]} "
            "target tokens.",
            hint="Align the tokens that the command `tokens` writes.",
        )
    return link


def format_(links: Iterable[Link]) -> str:
    """The line of these links; a weight is written where it is not 1."""
    return " ".join(
        f"{link.source}-{link.target}" + ("" if link.weight == 1 else f":{link.weight:.6g}")
        for link in links
    )

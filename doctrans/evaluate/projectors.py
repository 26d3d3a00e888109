"""The ways to place tags that are compared on the same links: from a pair to its marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from doctrans import restore
from doctrans.evaluate import markup, minmax
from doctrans.evaluate.markup import Mark, solid
from doctrans.evaluate.pairs import Pair
from doctrans.model import Link, Tagged

Projector = Callable[[Pair, Sequence[Link]], list[Mark]]


def _tree(pair: Pair, links: Sequence[Link], quotes: restore.Quotes) -> list[Mark]:
    core = restore.project(pair.hoisted.core, pair.bitext, links, quotes=quotes).tagged
    return markup.marks(pair.hoisted.around(core))


def _minmax(pair: Pair, links: Sequence[Link]) -> list[Mark]:
    """What wraps the segment or stands at its edge is placed as for the tree."""
    plain = markup.marks(pair.hoisted.around(Tagged(pair.bitext.target)))
    inside = minmax.marks(pair.hoisted.core, pair.bitext, links)
    names = {name for name, _ in inside}
    before = solid(pair.hoisted.lead.text)
    return [mark for mark in plain if mark[0] not in names] + [
        (name, before + offset) for name, offset in inside
    ]


def projectors(chosen: str, quotes: restore.Quotes) -> dict[str, Projector]:
    """`chosen` is "tree", "minmax" or "both"."""
    every: dict[str, Projector] = {"minmax": _minmax, "tree": partial(_tree, quotes=quotes)}
    return {name: place for name, place in every.items() if chosen in (name, "both")}

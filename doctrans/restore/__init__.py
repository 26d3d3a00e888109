"""Tags through links to the target text.

The words of the translation never change, and of its white space only that goes which would stand
beside a line break or a tab with none beside it in the source (`breaks`). The tags are legal
whatever the links say: places are found in a tree, children inside parents and siblings apart. Only
formatting whose words have no counterpart is dropped, with a note; links, anything with an id, and
POINTs never are.

After "Automatic Bilingual Markup Transfer" (Zenkel, Wuebker, DeNero 2021), with edge rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from doctrans.model import Bitext, Link, Note, Placement, Range, Tag, Tagged, Way
from doctrans.restore import anchors, breaks, search, tree, verify, weights
from doctrans.restore.layout import lay_out
from doctrans.restore.placing import Choose, Placed, Placing, walk
from doctrans.restore.scoring import Quotes, Scorer
from doctrans.restore.sentence import cut
from doctrans.restore.tree import boundaries

__all__ = ["Quotes", "Restored", "boundaries", "project"]


@dataclass(frozen=True, slots=True)
class Restored:
    """`placements` has each tag of the source once, in the order of first appearance. The text of
    `tagged` is the target's, less white space beside line breaks and tabs."""

    tagged: Tagged
    placements: tuple[Placement, ...]
    notes: tuple[Note, ...] = ()


def project(
    source: Tagged, bitext: Bitext, links: Sequence[Link], *, quotes: Quotes = Quotes.INSIDE
) -> Restored:
    """The target text of `bitext` with the tags of `source`, whose text is `bitext.source`.

    `links` index the tokens of `bitext`, best from source tokens that are cut at `boundaries`.
    What needs no links (`hoisting.hoist`) is better taken off before.
    """
    for choose in (search.places, search.hulls):
        restored = _project(source, bitext, links, quotes, choose)
        dropped = [p.tag for p in restored.placements if p.way is Way.DROPPED]
        if not verify.faults(source, restored.tagged, dropped):
            return restored
    fallen = tuple(Placement(tag, Way.FALLBACK, 0.0) for tag in source.tags)
    wrapped = verify.wrapped(source, bitext.target)
    return Restored(breaks.close_up(source, wrapped), fallen)


def _project(
    source: Tagged, bitext: Bitext, links: Sequence[Link], quotes: Quotes, choose: Choose
) -> Restored:
    ours = cut(bitext.source, bitext.source_tokens, boundaries(source))
    theirs = cut(bitext.target, bitext.target_tokens, ())
    roots = tree.grow(source, ours.tokens)
    covered = [Range(node.first, node.last) for node in tree.walk(roots)]
    found = anchors.inside_words(ours, theirs, links, covered, breaks.places(source))
    if found:
        theirs = cut(bitext.target, bitext.target_tokens, {a.target.start for a in found})
    same = anchors.pairs(found, ours, theirs)
    scorer = Scorer(ours, theirs, weights.weigh(ours, theirs, links, same), quotes)
    placed = Placing(scorer, choose).place(roots)
    tagged = breaks.close_up(source, lay_out(placed, ours, theirs))
    placements = _placements(source, tagged, placed)
    notes = tuple(_dropped(p.tag) for p in placements if p.way is Way.DROPPED)
    return Restored(tagged, placements, notes)


def _placements(source: Tagged, tagged: Tagged, placed: Sequence[Placed]) -> tuple[Placement, ...]:
    """Islands of one node share its links; of a tag with several nodes the longest speaks."""
    sure: dict[int, float] = {}
    longest: dict[Tag, Placed] = {}
    for item in walk(placed):
        sure[item.node.order] = sure.get(item.node.order, 0.0) + item.confidence
        best = longest.setdefault(item.node.tag, item)
        if item.last - item.first > best.last - best.first:
            longest[item.node.tag] = item
    kept = set(tagged.tags)
    return tuple(
        Placement(tag, longest[tag].way, min(1.0, sure[longest[tag].node.order]))
        if tag in kept
        else Placement(tag, Way.DROPPED, 0.0)
        for tag in source.tags
    )


def _dropped(tag: Tag) -> Note:
    return Note("tag-dropped", f"The words under {tag.name} have no counterpart; it was dropped.")

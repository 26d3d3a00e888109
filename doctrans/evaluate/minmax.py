"""The baseline: each element from its first to its last linked target word, each POINT before the
first word linked to what follows it ("detag and project", Hanneman and Dinu, WMT 2020).

Elements may cross: the marks of an output that no parser would take still count where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from doctrans.evaluate.markup import Mark, end_mark, solid
from doctrans.model import Bitext, Link, Tagged, TagKind
from doctrans.restore import tree


def marks(source: Tagged, bitext: Bitext, links: Sequence[Link]) -> list[Mark]:
    """The marks in the target text. An element without links stands empty where a POINT would."""
    targets: dict[int, list[int]] = {}
    for link in links:
        targets.setdefault(link.source, []).append(link.target)
    found: list[Mark] = []
    for node in tree.walk(tree.grow(source, bitext.source_tokens)):
        linked = sorted(t for s in range(node.first, node.last) for t in targets.get(s, ()))
        if linked:
            start, end = (
                bitext.target_tokens[linked[0]].start,
                bitext.target_tokens[linked[-1]].end,
            )
        else:
            start = end = _gap(node.last, bitext, targets)
        found.append((node.tag.name, solid(bitext.target[:start])))
        if node.tag.kind is not TagKind.POINT:
            found.append((end_mark(node.tag), solid(bitext.target[:end])))
    return found


def _gap(following: int, bitext: Bitext, targets: dict[int, list[int]]) -> int:
    """Before the first linked word after it; else at the end."""
    for source in range(following, len(bitext.source_tokens)):
        if source in targets:
            return bitext.target_tokens[min(targets[source])].start
    return len(bitext.target)

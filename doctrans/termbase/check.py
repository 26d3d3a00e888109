"""A translation tested against a glossary, whoever made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from doctrans import reading
from doctrans.constraints import freezing, protect
from doctrans.constraints.terms.glossary import Glossary
from doctrans.constraints.terms.uses import Use, uses
from doctrans.constraints.terms.words import times
from doctrans.model import Segment


@dataclass(frozen=True, slots=True)
class Checked:
    """One segment's terms: what became of them, and for words that are not translated how often
    they stand in source and target where that differs."""

    source: Segment
    target: Segment
    uses: tuple[Use, ...]
    names: dict[str, tuple[int, int]]

    @property
    def failed(self) -> bool:
        return bool(self.names) or any(use.failed for use in self.uses)


def check(pairs: Iterable[tuple[Segment, Segment]], glossary: Glossary) -> Iterator[Checked]:
    """Those of the segments that have terms, in order."""
    for source, target in pairs:
        kept = protect.merge(source.frozen, protect.protected_ranges(source.text))
        there = freezing.freeze(source.tagged, kept)
        hits = glossary.wanted(there)
        counts = glossary.names(source.tagged)
        if not hits and not counts:
            continue
        text = reading.readable(target.tagged)
        found = {name: (count, times(name, text)) for name, count in counts.items()}
        differing = {name: both for name, both in found.items() if both[0] != both[1]}
        yield Checked(source, target, uses(hits, text, glossary.target), differing)

"""A training pair while lessons are made of it, and the phrase pairs that its links allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from doctrans.model import Range
from doctrans.tokens import words
from doctrans.training.lines import Line

WordLink = tuple[int, int]  # source word, target word


@dataclass(frozen=True, slots=True)
class Pair:
    """`links` join the word tokens of both plain texts; empty: not known. `prefix` are the control
    tokens of the source, the language's first. `before` is the source sentence before this one."""

    source: Line
    target: Line
    language: str
    origin: str = ""
    links: tuple[WordLink, ...] = ()
    prefix: tuple[str, ...] = ()
    before: str = ""

    def words(self) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
        """Ranges of the words that the links count."""
        return words(self.source.text), words(self.target.text)

    def told(self, *tokens: str) -> Pair:
        """With further control tokens."""
        return replace(self, prefix=(*self.prefix, *tokens))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `source` and `target`, half-open, that are each other's translation by the links."""

    source: Range
    target: Range


def by_source(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """All translations of each source."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, target in pairs:
        found[source].add(target)
    return found


def phrases(
    links: Sequence[WordLink], source_words: int, dice: Random, longest: int = 6
) -> Iterator[Phrase]:
    """Random phrase pairs without end (or none): all links of either side's words lead into the
    other (Och & Ney 2004), and the outermost words are linked. Short ones are commoner."""
    if not links or not source_words:
        return
    by_source: dict[int, list[int]] = {}
    by_target: dict[int, list[int]] = {}
    for s, t in links:
        by_source.setdefault(s, []).append(t)
        by_target.setdefault(t, []).append(s)
    for _ in range(8 * source_words):
        start = dice.randrange(source_words)
        length = min(longest, 1 + int(dice.expovariate(0.7)))
        found = consistent(by_source, by_target, Range(start, min(source_words, start + length)))
        if found:
            yield found


def consistent(
    by_source: dict[int, list[int]], by_target: dict[int, list[int]], source: Range
) -> Phrase | None:
    """The phrase pair of some source words, if there is one."""
    if source.start not in by_source or source.end - 1 not in by_source:
        return None
    reached = [t for s in range(*source) for t in by_source.get(s, ())]
    target = Range(min(reached), max(reached) + 1)
    back = (s for t in range(*target) for s in by_target.get(t, ()))
    return Phrase(source, target) if all(source.start <= s < source.end for s in back) else None


def characters(places: Sequence[Range], chosen: Range) -> Range:
    """From words to the characters that they and what is between them cover."""
    return Range(places[chosen.start].start, places[chosen.end - 1].end)

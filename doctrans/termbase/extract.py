"""A glossary proposed from translations: phrases that are linked again and again.

Phrases of one to three words whose word links stay among each other (Och and Ney 2004), without
function words at their edges, counted by their dictionary forms. Of the translations of a phrase
the most frequent is proposed, if it has enough of them; a phrase that stands nearly always in a
longer one is none. Words that stand on both sides alike, with a capital, are proposed as not to be
translated.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from doctrans import tokens
from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.function_words import is_one
from doctrans.constraints.terms.words import stands_alone
from doctrans.model import Bitext, Link, Range
from doctrans.ports import Aligner, Engine

_LONGEST = 3  # words of the source; one more of the target
_LETTERS = 4  # of the words at the edges, at least: shorter ones are not in the list
_SHARE = 0.5  # of the translations of a phrase, at least
_WITHIN = 0.8  # of a phrase's places that lie in a longer one: it is no term of its own


@dataclass(frozen=True, slots=True)
class Proposal:
    """`count` of `total` places where the source words were seen have this translation; an empty
    target: the words are not to be translated."""

    source: str
    target: str
    count: int
    total: int


def links(
    texts: Sequence[tuple[str, str]], engine: Engine, aligner: Aligner, source: str, target: str
) -> Iterator[tuple[Bitext, tuple[Link, ...]]]:
    """Texts and translations that the engine reads at once, with their word links."""
    items = [
        Bitext(one, other, tokens.words(one), tokens.words(other))
        for one, other in dict.fromkeys(texts)
        if one.strip() and other.strip() and engine.fits(one) and engine.fits(other)
    ]
    yield from zip(items, aligner.align(items, source, target), strict=True)


def proposals(
    linked: Sequence[tuple[Bitext, Sequence[Link]]], source: str, target: str, least: int = 2
) -> list[Proposal]:
    """Those seen `least` times or more, the most frequent first."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)  # key -> target keys
    forms: dict[str, Counter[str]] = defaultdict(Counter)  # key of either side -> as written
    for bitext, own in linked:
        for one, other in _phrases(bitext, own, source, target):
            keys = _key(one, source), _key(other, target)
            seen[keys[0]][keys[1]] += 1
            forms[f"s{keys[0]}"][one] += 1
            forms[f"t{keys[1]}"][other] += 1
    found = {
        key: Proposal(
            _form(forms[f"s{key}"], key), _form(forms[f"t{best}"], best), count, targets.total()
        )
        for key, targets in seen.items()
        for best, count in targets.most_common(1)
        if count >= least and count >= _SHARE * targets.total()
    }
    kept = [p for key, p in found.items() if not _is_within(key, p, found)]
    ordered = sorted(kept, key=lambda p: (-p.count, p.source.casefold()))
    return [_as_name(proposal) for proposal in ordered]


def _as_name(proposal: Proposal) -> Proposal:
    """Words that go over as they are, with an empty target."""
    if proposal.source != proposal.target or not proposal.source[:1].isupper():
        return proposal
    return Proposal(proposal.source, "", proposal.count, proposal.total)


def _is_within(key: str, proposal: Proposal, found: dict[str, Proposal]) -> bool:
    longer = (p.count for k, p in found.items() if k != key and f" {key} " in f" {k} ")
    return max(longer, default=0) >= _WITHIN * proposal.total


def _form(counts: Counter[str], key: str) -> str:
    """Its dictionary form if it was seen, else as it is mostly written; rather in lower case."""

    def rank(form: str) -> tuple[bool, int, bool, int]:
        return form.casefold() == key, counts[form], form.islower(), -len(form)

    return max(counts, key=rank)


def _key(phrase: str, language: str) -> str:
    return " ".join(lemmas.lemma(phrase[a:b], language) for a, b in tokens.words(phrase))


def _phrases(
    bitext: Bitext, links: Sequence[Link], source: str, target: str
) -> Iterator[tuple[str, str]]:
    """Pairs of phrases as they are written."""
    by_source: dict[int, set[int]] = defaultdict(set)
    by_target: dict[int, set[int]] = defaultdict(set)
    for link in links:
        by_source[link.source].add(link.target)
        by_target[link.target].add(link.source)
    for start in range(len(bitext.source_tokens)):
        for size in range(1, _LONGEST + 1):
            end = start + size
            there = {t for s in range(start, end) for t in by_source.get(s, ())}
            if end > len(bitext.source_tokens) or not there:
                continue
            first, last = min(there), max(there) + 1
            inside = all(start <= s < end for t in range(first, last) for s in by_target.get(t, ()))
            if not inside or last - first > _LONGEST + 1 or not by_source.get(start):
                continue
            one = _phrase(bitext.source, bitext.source_tokens[start:end], source)
            other = _phrase(bitext.target, bitext.target_tokens[first:last], target)
            if one and other:
                yield one, other


def _phrase(text: str, places: Sequence[Range], language: str) -> str:
    """The phrase, if its words are letters alone, those at its edges are content words, and it is
    no part of something longer."""
    words = [text[start:end] for start, end in places]
    if not all(word.isalpha() for word in words):
        return ""
    edges = (words[0], words[-1])
    if any(len(word) < _LETTERS or is_one(word, language) for word in edges):
        return ""
    if not stands_alone(text, places[0].start, places[-1].end, language):
        return ""
    return " ".join(text[places[0].start : places[-1].end].split())

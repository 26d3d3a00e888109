"""Where missed terms belong in an answer: at the words that are linked to those of the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from doctrans import reading, tokens
from doctrans.constraints.terms.uses import Outcome, Use
from doctrans.job import Job
from doctrans.model import Bitext, Link, Range, Tagged
from doctrans.parts import Answer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a missed term belongs in an answer: its words there, as a person reads the answer."""

    core: Tagged
    answer: Answer
    use: Use
    text: str
    words: tuple[Range, ...]

    @property
    def source(self) -> str:
        """The words of the source."""
        moved, hit = reading.moved(self.core), self.use.hit
        return reading.readable(self.core)[moved(hit.start) : moved(hit.end - 1) + 1]

    @property
    def old(self) -> str:
        """The words that stand there now."""
        return self.text[slice(*self.there)]

    @property
    def there(self) -> Range:
        return Range(self.words[0].start, self.words[-1].end)

    def form(self, head: str) -> str:
        """The term, with a capital at the beginning of the sentence."""
        target = self.use.hit.target
        return target if head.strip() else target[:1].upper() + target[1:]


class Places:
    """Of the sentences of one call. A place is given once; an answer is aligned once."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._links: dict[tuple[str, str], tuple[Link, ...]] = {}
        self._tried: dict[Tagged, set[int]] = {}  # where terms begin

    def again(self) -> None:
        """All places are given once more."""
        self._tried.clear()

    def next(self, answers: Mapping[Tagged, Answer]) -> list[Place]:
        """Of each sentence the place of the missed term that comes first in its answer; none of
        those whose missed terms have no links."""
        items = [(c, a) for c, a in answers.items() if any(True for _ in self._open(c, a))]
        bitexts = [
            _bitext(reading.readable(core), reading.readable(answer.tagged))
            for core, answer in items
        ]
        places = []
        for (core, answer), bitext, links in zip(
            items, bitexts, self._linked(bitexts), strict=True
        ):
            linked = (_place(core, answer, use, bitext, links) for use in self._open(core, answer))
            own = [place for place in linked if place.words]
            tried = self._tried.setdefault(core, set())
            if own:
                places.append(min(own, key=lambda place: place.words[0]))
                tried.add(places[-1].use.hit.start)
            else:  # nothing is linked: there is nothing to try
                tried.update(use.hit.start for use in answer.uses)
        return places

    def _open(self, core: Tagged, answer: Answer) -> Iterator[Use]:
        """The missed terms that were not tried."""
        done = self._tried.get(core, ())
        for use in answer.uses:
            if use.outcome is Outcome.MISSED and use.hit.target and use.hit.start not in done:
                yield use

    def _linked(self, bitexts: Sequence[Bitext]) -> list[tuple[Link, ...]]:
        new = [b for b in bitexts if (b.source, b.target) not in self._links]
        found = self._job.aligner.align(new, self._job.source, self._job.target) if new else []
        for bitext, links in zip(new, found, strict=True):
            self._links[bitext.source, bitext.target] = links
        return [self._links[bitext.source, bitext.target] for bitext in bitexts]


def _bitext(source: str, target: str) -> Bitext:
    return Bitext(source, target, tokens.words(source), tokens.words(target))


def _place(core: Tagged, answer: Answer, use: Use, bitext: Bitext, links: Sequence[Link]) -> Place:
    """The words of the answer that are linked most surely to the words of a term, without those of
    other terms."""
    moved = reading.moved(core)
    start, end = moved(use.hit.start), moved(use.hit.end - 1) + 1
    own = [i for i, (a, b) in enumerate(bitext.source_tokens) if a < end and start < b]
    there = {link.target: link.weight for link in links if link.source in own}
    sure = sorted(t for t in there if there[t] == max(there.values()))
    taken = [other.place for other in answer.uses if other.place]
    free = [
        word
        for word in (bitext.target_tokens[t] for t in sure)
        if tokens.is_word(bitext.target[slice(*word)])
        and not any(word.start < p.end and p.start < word.end for p in taken)
    ]
    return Place(core, answer, use, bitext.target, tuple(free))

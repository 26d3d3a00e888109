"""A glossary for one language pair: its entries by their words, found in linear time.

Entries are looked up by whole words, not by letters: a table from the words of a term, joined, to
its entries, and for each first word how many words its terms have. So there are no hits within
words, inflected words are found in the same way through a table of dictionary forms, and 100,000
entries need no automaton (measured in `benchmarks.terminology`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from doctrans.constraints.terms import lemmas, patterns, plurals, set_phrases
from doctrans.constraints.terms.casing import admits, carried, is_acronym
from doctrans.constraints.terms.compounds import tails, writes_compounds
from doctrans.constraints.terms.entries import Case, Entry, same_language
from doctrans.constraints.terms.parts_of_speech import fits, is_noun, is_verb
from doctrans.constraints.terms.table import Candidate, Table
from doctrans.constraints.terms.words import Words, key, keys_of, split, stands_alone, times, words
from doctrans.model import Range, Tagged, TagKind
from doctrans.reading import readable

_MOST_WORDS = 200_000  # whose dictionary forms are remembered
_MOST_TEXTS = 10_000  # whose hits are


@dataclass(frozen=True, slots=True)
class Hit:
    """The words `[start, end)` of a text are those of an entry. `target` is how they are to be
    translated here, in the right letters; empty where only some translations are forbidden.
    `many` is that in the plural, where the words are and it is listed in the singular."""

    start: int
    end: int
    entry: Entry
    target: str
    part: bool = False  # of a longer word
    many: str = ""

    @property
    def place(self) -> Range:
        return Range(self.start, self.end)

    @property
    def told(self) -> str:
        """What an engine is told that it is to be."""
        return self.many or self.target


_BREAKS = frozenset("\n\t")  # a line break or a tab lies between: no one name
_ACRONYMS = re.compile(r"\b[A-Z]{2,}s\b")
_GENITIVES = frozenset({"'s", "’s"})


class Glossary:
    """Entries for texts in `source` to be translated into `target` (BCP 47), those first that go
    before others. Entries of other languages are left out; so are those of other domains and
    customers, where one is said. Thread safe."""

    def __init__(
        self,
        entries: Iterable[Entry],
        source: str,
        target: str,
        *,
        domain: str = "",
        customer: str = "",
    ) -> None:
        self.source, self.target = source, target
        chosen = [
            entry
            for entry in entries
            if same_language(entry.source_language, source)
            and same_language(entry.target_language, target)
            and _serves(entry.domain, domain)
            and _serves(entry.customer, customer)
        ]
        if not all(map(_is_plain, chosen)):
            chosen.sort(key=lambda entry: _rank(entry, domain, customer))
        self.entries: tuple[Entry, ...] = tuple(chosen)
        self._english = source.partition("-")[0].lower() == "en"
        self._compounding = writes_compounds(source) and lemmas.installed()
        self._keeps = any(entry.keep for entry in self.entries)
        self._written = Table()
        for index, entry in enumerate(self.entries):
            if not entry.pattern and (keys := keys_of(entry.source)):
                self._written.add(keys, index)
        self._patterns = [patterns.compiled(e.source) for e in self.entries if e.pattern]
        self._lemmas: Table | None = None  # made when first asked for
        self._known: dict[str, str] = {}
        self._picky: dict[int, bool] = {}
        self._found: dict[Tagged, tuple[Hit, ...]] = {}

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def digest(self) -> str:
        """What it says, in 12 characters, for signatures."""
        rest: dict[tuple[object, ...], int] = {}  # what few entries say, and most alike
        lines = [
            f"{entry.source}\0{entry.target}\0{rest.setdefault(entry[2:12], len(rest))}"
            f"{'/' * entry.pattern}"
            for entry in self.entries
        ]
        said = "\n".join([*lines, *map(repr, rest)])
        return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:12]

    def find(self, tagged: Tagged) -> tuple[Hit, ...]:
        """Hits in the text, in order and apart from each other: the longest first, of those of
        equal length the first. Tags do not matter to them; a POINT that stands for text ends
        words."""
        if not self.entries or not tagged.text:
            return ()
        known = self._found.get(tagged)
        if known is None:
            if len(self._found) > _MOST_TEXTS:
                self._found.clear()
            known = self._found[tagged] = self._search(tagged)
        return known

    def _search(self, tagged: Tagged) -> tuple[Hit, ...]:
        walls = _cuts(tagged)
        found = words(tagged.text, walls)
        candidates = self._candidates(tagged.text, found)
        if not candidates and not self._compounding:
            return ()
        candidates.sort(key=lambda candidate: (-candidate.words, candidate.first))
        taken: set[int] = set()
        hits = []
        for candidate in candidates:
            own = range(candidate.first, candidate.first + candidate.words)
            if taken.isdisjoint(own) and (hit := self._hit(tagged.text, found, candidate, walls)):
                if self._english and _in_phrase(hit, tagged.text):
                    continue
                taken.update(own)
                hits.append(hit)
        if self._compounding:
            places = [place for n, place in enumerate(found.places) if n not in taken]
            hits += filter(None, (self._last_part(tagged.text, place) for place in places))
        hits.sort(key=lambda hit: hit.start)
        return tuple(hits)

    def _last_part(self, text: str, place: Range) -> Hit | None:
        """The longest term that is the last part of a word."""
        word = text[place.start : place.end]
        for at in tails(word, self.source):
            tail = word[at:]
            form = self._lemma(tail.capitalize())
            for index in (*self._written.get(key(tail)), *self._by_lemma().get(form)):
                entry = self.entries[index]
                if not entry.keep and entry.case is not Case.EXACT and admits(entry, tail):
                    return Hit(place.start + at, place.end, entry, entry.target, part=True)
        return None

    def kept(self, tagged: Tagged) -> tuple[Range, ...]:
        """Where words stand that are not translated, cut where tags begin and end; in no order."""
        if not self._keeps:
            return ()
        places = [hit.place for hit in self.find(tagged) if hit.entry.keep]
        places += patterns.ranges(self._patterns, tagged.text)
        return tuple(part for place in places for part in _cut(tagged, place))

    def names(self, tagged: Tagged) -> dict[str, int]:
        """The same as words, with how often each stands in what a person reads."""
        if not self._keeps:
            return {}
        text = readable(tagged)
        hits = self.find(Tagged(text) if tagged.tags else tagged)
        found = {text[hit.start : hit.end] for hit in hits if hit.entry.keep}
        return {name: times(name, text) for name in sorted(found) if not set(name) & _BREAKS}

    def wanted(self, tagged: Tagged) -> tuple[Hit, ...]:
        """The hits whose translation is wanted or forbidden."""
        return tuple(hit for hit in self.find(tagged) if not hit.entry.keep)

    def _candidates(self, text: str, found: Words) -> list[Candidate]:
        """All that might be hits, those that are written as listed first."""
        candidates = list(self._written.look_up(found.keys))
        if self._english and (singular := _of_acronyms(text, found)):
            candidates += self._acronyms(singular)
        if lemmas.installed():
            forms = [self._lemma(text[a:b]) for a, b in found.places]
            candidates += self._by_lemma().look_up(forms)
        return candidates

    def _acronyms(self, keys: Sequence[str]) -> Iterator[Candidate]:
        """Those that are translated: what is copied is copied as it is listed."""
        for first, count, indices in self._written.look_up(keys):
            own = [n for n in indices if not self.entries[n].keep]
            if own:
                yield Candidate(first, count, own)

    def _hit(
        self, text: str, found: Words, candidate: Candidate, walls: Sequence[int]
    ) -> Hit | None:
        first, count, indices = candidate
        start, end = found.places[first].start, found.places[first + count - 1].end
        if walls and any(start < wall < end for wall in walls):
            return None
        if not stands_alone(text, start, end, self.source):
            return None
        if text[end - 2 : end].casefold() in _GENITIVES:
            end -= 2  # *Anna’s*, *the user’s*: of the word alone
        there = text[start:end]
        before = found.keys[first - 1] if first else ""
        after = "".join(found.keys[first + count : first + count + 1])
        for index in indices:
            entry = self.entries[index]
            picky = self._picky.get(index)
            if picky is None:
                picky = self._picky[index] = self._is_picky(entry)
            if not picky or self._may_be(entry, before, there, after):
                target = carried(entry, there, first=first == 0)
                many = self._many(entry, there, target)
                return Hit(start, end, entry, target, many=many)
        return None

    def _is_picky(self, entry: Entry) -> bool:
        """Whether more than the words decides."""
        exact = entry.case is Case.EXACT or is_acronym(entry.source)
        return exact or bool(entry.part_of_speech) or self._is_noun(entry)

    def _may_be(self, entry: Entry, before: str, there: str, after: str) -> bool:
        if not (admits(entry, there) and fits(entry, before, there, self.source)):
            return False
        return not self._is_noun(entry) or not is_verb(entry, before, there, after)

    def _is_noun(self, entry: Entry) -> bool:
        return self._english and is_noun(entry, self.target)

    def _many(self, entry: Entry, there: str, target: str) -> str:
        if not target or not plurals.is_plural(there, entry.source, self.source):
            return ""
        return plurals.plural(target, self.target)

    def _lemma(self, word: str) -> str:
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST_WORDS:
                self._known.clear()
            known = self._known[word] = lemmas.lemma(word, self.source)
        return known

    def _by_lemma(self) -> Table:
        """Entries by the dictionary forms of their words, but for what is found as written only:
        what is copied, listed letter by letter, or in capitals."""
        if self._lemmas is None:
            table = Table()
            for index, entry in enumerate(self.entries):
                if entry.keep or entry.case is Case.EXACT or is_acronym(entry.source):
                    continue
                if keys := [self._lemma(word) for word in split(entry.source)]:
                    table.add(keys, index)
            self._lemmas = table
        return self._lemmas


def _of_acronyms(text: str, found: Words) -> list[str]:
    """The words as they are compared, acronyms without the ending of the plural: *KPIs*; empty
    where there are none."""
    if not _ACRONYMS.search(text):
        return []
    return [
        key[:-1] if _ACRONYMS.fullmatch(text, *place) else key
        for place, key in zip(found.places, found.keys, strict=True)
    ]


def _in_phrase(hit: Hit, text: str) -> bool:
    """Whether it is only a part of a phrase in which it means nothing by itself; a name is none."""
    if hit.entry.keep or not (text[hit.start : hit.end].islower() or hit.start == 0):
        return False
    return set_phrases.in_one(text, hit.place)


def _is_plain(entry: Entry) -> bool:
    """Whether it goes before others by its place alone."""
    return not (entry.priority or entry.domain or entry.customer) and entry.case is not Case.EXACT


def _rank(entry: Entry, domain: str, customer: str) -> tuple[int, bool, bool, bool]:
    """Which of two that are found in the same words goes before: that of the higher priority, for
    this customer, for this domain, in these letters alone; then the first."""
    own = bool(entry.customer and customer), bool(entry.domain and domain)
    return -entry.priority, not own[0], not own[1], entry.case is not Case.EXACT


def _serves(listed: str, wanted: str) -> bool:
    """What is listed for nobody serves all, and all that is listed serves who names none."""
    return not listed or not wanted or listed.casefold() == wanted.casefold()


def _points(tagged: Tagged) -> Iterator[tuple[int, str]]:
    for span in tagged.spans:
        if span.start == span.end and span.tags[-1].kind is TagKind.POINT:
            yield span.start, span.tags[-1].equiv


def _cuts(tagged: Tagged) -> list[int]:
    """Where POINTs that stand for text end a word, and no term lies across; a bookmark or an image
    does not."""
    return [at for at, equiv in _points(tagged) if equiv] if tagged.tags else []


def _cut(tagged: Tagged, place: Range) -> Iterator[Range]:
    """The parts of a stretch under different tags, without white space at their edges."""
    for span in tagged.spans:
        start, end = max(span.start, place.start), min(span.end, place.end)
        text = tagged.text[start:end]
        if text.strip():
            bare = start + len(text) - len(text.lstrip())
            yield Range(bare, bare + len(text.strip()))

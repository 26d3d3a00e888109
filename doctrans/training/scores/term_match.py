"""Whether terms were used: maximal exclusive matching (WMT 2026 terminology task).

Each term needs words of its own, and as many terms as possible are given some, whatever the order:
of *Konto* and *Bankkonto* both are used where a translation has both words; where it has one, one
is. Words are a term's as they are written, or by their lemmas (simplemma, offline).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from doctrans import tokens
from doctrans.model import Range
from doctrans.training.lessons.terms import lemma

# Languages that write compounds as one word: there a term may be the first or the last part.
_COMPOUNDING = {"de", "nl", "sv", "da", "no", "nb", "nn", "fi", "hu", "et"}
_PART = 4  # letters that a part of a compound has at least; shorter ones stand in any word


def used(terms: Sequence[str], text: str, language: str) -> list[bool]:
    """For each term whether the text uses it, no words serving two."""
    places = [list(occurrences(term, text, language)) for term in terms]
    return _most(places, (), language)


def _most(places: Sequence[list[Range]], taken: tuple[Range, ...], language: str) -> list[bool]:
    if not places:
        return []
    best = [False, *_most(places[1:], taken, language)]
    for place in places[0]:
        if sum(best) == len(places):
            break
        if any(place.start < other.end and other.start < place.end for other in taken):
            continue
        found = [True, *_most(places[1:], (*taken, place), language)]
        if sum(found) > sum(best):
            best = found
    return best


def occurrences(term: str, text: str, language: str) -> Iterator[Range]:
    """Where the term stands: its own form, its lemmas, or as a part of a compound."""
    wanted = _words(term)
    there = tokens.words(text)
    words = [text[a:b].casefold() for a, b in there]
    lemmas = [_lemma(text[a:b], language) for a, b in there]
    sought = [_lemma(word, language) for word in wanted]
    folded = [word.casefold() for word in wanted]
    size = len(wanted)
    for start in range(len(there) - size + 1 if size else 0):
        own = words[start : start + size] == folded
        # Each word by its form or its lemma: lemmatisers lower-case nouns and leave names alone.
        if own or all(
            words[start + i] == folded[i] or lemmas[start + i] == sought[i] for i in range(size)
        ):
            yield Range(there[start].start, there[start + size - 1].end)
        elif size == 1 and language in _COMPOUNDING and _is_part(folded[0], words[start]):
            yield there[start]


def _is_part(word: str, compound: str) -> bool:
    return len(word) >= _PART and (compound.startswith(word) or compound.endswith(word))


def _words(text: str) -> list[str]:
    return [text[a:b] for a, b in tokens.words(text)]


def _lemma(word: str, language: str) -> str:
    return lemma(word, language).casefold()

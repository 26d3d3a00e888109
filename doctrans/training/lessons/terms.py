"""Terminology: the wanted translation stands beside the words, and is used and inflected.

`Close the <term>window<as>Fenster</term>.` (Dinu et al. 2019, appended). What is annotated is what
the target has, found by links, so that the annotation always tells the truth; about half of the
single words are given as their lemma, from which the model learns to inflect (Bergmanis & Pinnis
2021).

Most terms are what the model would have said anyway, which teaches it little. Therefore some are
exchanged, in the annotation and in the target, for a word of another sentence that ends alike
(`Exchange`): what to say then is known from the annotation alone.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from dataclasses import replace
from random import Random

from doctrans.model import Range
from doctrans.training.lines import Line, Mark
from doctrans.training.pairs import Pair, Phrase, characters, phrases
from doctrans.training.vocabulary import AS, TERM, TERM_END

_WORD = re.compile(r"[^\W\d_]{4,}")  # letters alone: one word for the links
_MOST = 4  # terms that one sentence gets
_LONGEST = 4  # words of a term
_LEMMA = 0.5
_TRIES = 12
_ALIKE = 2  # letters at the end, and the case of the first: mostly the same part of speech
_REMEMBERED = 200  # words of one ending


class Exchange:
    """Words of the sentences before, by language and form; `share` of the terms are exchanged."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._words: dict[tuple[str, str, bool], deque[str]] = defaultdict(_some)

    def other(self, term: str, language: str, dice: Random) -> str:
        """Another word, or the same; this one is remembered."""
        known = self._words[language, term[-_ALIKE:], term[0].isupper()]
        chosen = dice.choice(known) if known and dice.random() < self._share else term
        known.append(term)
        return chosen


def _some() -> deque[str]:
    return deque(maxlen=_REMEMBERED)


def teach(pair: Pair, dice: Random, exchange: Exchange | None = None) -> Pair:
    """A pair with known links gets one to four terms annotated, where it has words for it."""
    source, target = pair.words()
    wanted = min(_MOST, 1 + int(dice.expovariate(0.9)))
    taken: list[Range] = []
    line = pair.source
    for tried, phrase in enumerate(phrases(pair.links, len(source), dice, _LONGEST)):
        if len(taken) == wanted or tried == _TRIES:
            break
        place = characters(source, phrase.source)
        term = pair.target.text[slice(*characters(target, phrase.target))]
        if not _fit(pair, place, phrase, term) or not all(_apart(place, t) for t in taken):
            continue
        if exchange and _WORD.fullmatch(term) and not _marked(pair.target, target, phrase):
            other = exchange.other(term, pair.language, dice)
            pair = _exchanged(pair, target[phrase.target.start], other)
            target, term = pair.words()[1], other
        line = annotated(line, place, _form(term, pair.language, dice))
        taken.append(place)
    return replace(pair, source=line)


def _exchanged(pair: Pair, place: Range, other: str) -> Pair:
    """With another word at `place` of the target; marks behind it move."""
    moved = len(other) - (place.end - place.start)
    marks = [
        replace(m, start=m.start + moved, end=m.end + moved) if m.start >= place.end else m
        for m in pair.target.marks
    ]
    text = pair.target.text
    return replace(
        pair, target=Line(f"{text[: place.start]}{other}{text[place.end :]}", tuple(marks))
    )


def annotated(line: Line, place: Range, term: str) -> Line:
    """The line with a term at `place`, in which no mark stands."""
    before = [m for m in line.marks if m.start <= place.start]
    after = [m for m in line.marks if m.start > place.start]
    own = (
        Mark(place.start, place.start, TERM),
        Mark(place.end, place.end, AS, f" {term}"),
        Mark(place.end, place.end, TERM_END),
    )
    return Line(line.text, (*before, *own, *after))


def _fit(pair: Pair, place: Range, phrase: Phrase, term: str) -> bool:
    """Whether it could be a term: words with letters, no mark among them, not too unlike."""
    text = pair.source.text[slice(*place)]
    if any(place.start < m.end and m.start < place.end for m in pair.source.marks):
        return False
    if phrase.target.end - phrase.target.start > _LONGEST or len(term) > 60:
        return False
    return all(any(c.isalpha() for c in side) and len(side) > 3 for side in (text, term))


def _marked(line: Line, words: tuple[Range, ...], phrase: Phrase) -> bool:
    """Whether a mark stands in the words."""
    place = characters(words, phrase.target)
    return any(place.start < m.end and m.start < place.end for m in line.marks)


def _apart(one: Range, other: Range) -> bool:
    return one.end < other.start or other.end < one.start


def _form(term: str, language: str, dice: Random) -> str:
    if " " in term or dice.random() >= _LEMMA:
        return term
    return lemma(term, language)


def lemma(word: str, language: str) -> str:
    """The word's dictionary form, offline (simplemma); the word itself for other languages."""
    import simplemma

    try:
        found: str = simplemma.lemmatize(word, lang=language)
    except ValueError:
        return word
    return found

"""Terminology: the wanted translation stands beside the words, and is used and inflected.

`Close the <term>window<as>Fenster</term>.` (Dinu et al. 2019, appended). What is annotated is what
the target has, found by links, so that the annotation always tells the truth; about half of the
single words are given as their lemma, from which the model learns to inflect (Bergmanis & Pinnis
2021).
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from doctrans.model import Range
from doctrans.training.lines import Line, Mark
from doctrans.training.pairs import Pair, Phrase, characters, phrases
from doctrans.training.vocabulary import AS, TERM, TERM_END

_MOST = 4  # terms that one sentence gets
_LONGEST = 4  # words of a term
_LEMMA = 0.5
_TRIES = 12


def teach(pair: Pair, dice: Random) -> Pair:
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
        if _fit(pair, place, phrase, term) and all(_apart(place, other) for other in taken):
            line = annotated(line, place, _form(term, pair.language, dice))
            taken.append(place)
    return replace(pair, source=line)


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

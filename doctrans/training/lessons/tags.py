"""Inline tags: where they go when the words move.

Real tagged pairs teach most; here untagged pairs with known links get tags of every kind that
documents have: around phrases (nested, adjacent, the whole sentence), around a part of a word that
both sides spell alike, opaque ones in place of numbers and names, empty and standalone ones between
words. Numbers mean nothing: `shuffle` deals them out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from doctrans.model import Range
from doctrans.training.lines import Mark, renumbered, tags
from doctrans.training.pairs import Pair, characters, phrases
from doctrans.training.vocabulary import TAG_NUMBERS

_MOST = 5  # tags that one sentence gets
_IN_ORDER = 0.5  # how often numbers stand in the order of appearance, as the engine asks


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element goes: characters of the source, and of the target."""

    source: Range
    target: Range
    kind: str  # pair, point (in place of the text), empty (a pair without text), between


def shuffle(pair: Pair, dice: Random) -> Pair:
    """The same tags under random numbers."""
    numbers = list(range(TAG_NUMBERS[0], TAG_NUMBERS[1] + 1))
    if dice.random() >= _IN_ORDER:
        dice.shuffle(numbers)
    source, target = renumbered([pair.source, pair.target], numbers)
    return replace(pair, source=source, target=target)


def teach(pair: Pair, dice: Random) -> Pair:
    """A pair without tags, with known links, gets some; any other stays as it is."""
    if not pair.links or tags(pair.source):
        return pair
    wanted = min(_MOST, 1 + int(dice.expovariate(0.8)))
    chosen: list[_Place] = []
    for place in _candidates(pair, dice):
        if len(chosen) == wanted:
            break
        if all(_compatible(place, other) for other in chosen):
            chosen.append(place)
    return _written(pair, chosen)


def _candidates(pair: Pair, dice: Random) -> Iterator[_Place]:
    makers: list[tuple[Callable[[Pair, Random], _Place | None], int]] = [
        (_around_phrase, 12),
        (_opaque, 4),
        (_between, 3),
        (_in_word, 1),
        (_around_all, 1),
    ]
    functions = [make for make, _ in makers]
    weights = [weight for _, weight in makers]
    for _ in range(4 * _MOST):
        place = dice.choices(functions, weights)[0](pair, dice)
        if place:
            yield place


def _around_phrase(pair: Pair, dice: Random) -> _Place | None:
    source, target = pair.words()
    phrase = next(phrases(pair.links, len(source), dice), None)
    if phrase is None:
        return None
    return _Place(characters(source, phrase.source), characters(target, phrase.target), "pair")


def _around_all(pair: Pair, dice: Random) -> _Place | None:
    return _Place(Range(0, len(pair.source.text)), Range(0, len(pair.target.text)), "pair")


def _opaque(pair: Pair, dice: Random) -> _Place | None:
    """In place of a word, or a run of words, that both sides spell alike, once each."""
    source, target = pair.words()
    s = dice.randrange(len(source))
    text = pair.source.text[slice(*source[s])]
    found = [t for t in range(len(target)) if pair.target.text[slice(*target[t])] == text]
    alone = sum(pair.source.text[slice(*place)] == text for place in source) == 1
    if len(found) != 1 or not alone or not any(char.isalnum() for char in text):
        return None
    return _Place(source[s], target[found[0]], "point")


def _between(pair: Pair, dice: Random) -> _Place | None:
    """A standalone or empty element before a phrase or after it."""
    place = _around_phrase(pair, dice)
    if place is None:
        return None
    edge = dice.choice((0, 1))
    source, target = place.source[edge], place.target[edge]
    kind = dice.choice(("between", "between", "empty"))
    return _Place(Range(source, source), Range(target, target), kind)


def _in_word(pair: Pair, dice: Random) -> _Place | None:
    """Around the first or last characters of a word that both sides spell alike: H<1>2</1>O."""
    whole = _opaque(pair, dice)
    if whole is None or whole.source.end - whole.source.start < 2:
        return None
    length = whole.source.end - whole.source.start
    start = dice.randrange(length)
    end = dice.randrange(start + 1, length + 1)
    parts = [Range(side.start + start, side.start + end) for side in (whole.source, whole.target)]
    return _Place(parts[0], parts[1], "pair") if end - start < length else None


def _compatible(one: _Place, other: _Place) -> bool:
    """Apart on both sides, or the same one inside the other on both."""
    relations = {_relation(one.source, other.source), _relation(one.target, other.target)}
    if len(relations) > 1 or relations == {"crossing"}:
        return False
    outer = {"inside": other, "around": one}.get(relations.pop())
    return outer is None or outer.kind == "pair"


def _relation(one: Range, other: Range) -> str:
    if one.end <= other.start or other.end <= one.start:
        # At one place nothing says which of two comes first.
        return "crossing" if one.start == other.start and one.end == other.end else "apart"
    if other.start <= one.start and one.end <= other.end:
        return "crossing" if one == other else "inside"
    return "around" if one.start <= other.start and other.end <= one.end else "crossing"


def _written(pair: Pair, places: list[_Place]) -> Pair:
    """Elements are numbered by their order in the source."""
    places = sorted(places, key=lambda p: (p.source.start, -p.source.end))
    numbered = list(enumerate(places, TAG_NUMBERS[0]))
    source = pair.source.with_marks(_marks([(n, p.source, p.kind) for n, p in numbered]))
    target = pair.target.with_marks(_marks([(n, p.target, p.kind) for n, p in numbered]))
    return replace(pair, source=source, target=target)


def _marks(elements: list[tuple[int, Range, str]]) -> list[Mark]:
    """In order: at one place inner ends come before outer ones, ends before beginnings."""
    elements = sorted(elements, key=lambda e: (e[1].start, -e[1].end, e[0]))
    found: list[Mark] = []
    open_: list[tuple[int, int]] = []  # (end, number)
    for number, place, kind in elements:
        while open_ and open_[-1][0] <= place.start:
            end, closed = open_.pop()
            found.append(Mark(end, end, f"</{closed}>"))
        if kind == "pair":
            found.append(Mark(place.start, place.start, f"<{number}>"))
            open_.append((place.end, number))
        elif kind == "empty":
            found += [
                Mark(place.start, place.start, f"<{number}>"),
                Mark(place.start, place.start, f"</{number}>"),
            ]
        else:
            found.append(Mark(place.start, place.end, f"<{number}/>"))
    while open_:
        end, closed = open_.pop()
        found.append(Mark(end, end, f"</{closed}>"))
    return found

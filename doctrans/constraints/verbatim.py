"""What of a text is copied verbatim beside protected text: foreign words, addresses, dates in
figures, telephone numbers, numbers of clauses, inches, leaders, keys of messages.

Nothing of it goes on behind a tab or in the next line: `<br>` has no length in tagged text, and an
address before it is not one word with what follows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from doctrans import reading, typed_layout
from doctrans.constraints import codes, dates, enumerators, inches, message_keys, postal, protect
from doctrans.model import Range, Tagged

# Functions of a text and its language (BCP 47); of the first text may go on behind a "\n".
_IN_TEXTS: tuple[Callable[[str, str], Sequence[Range]], ...] = (
    protect.foreign_ranges,
    lambda text, _: dates.ranges(text),
    lambda text, _: codes.ranges(text),
    lambda text, _: inches.ranges(text),
    lambda text, _: typed_layout.runs(text),
    lambda text, _: message_keys.ranges(text),
)
# What is held in parts where tags cut through it: `(<i>iii</i>)`.
_IN_PARTS: tuple[Callable[[str, str], Sequence[Range]], ...] = (
    lambda text, _: enumerators.ranges(text),
)
_IN_LINES: tuple[Callable[[str, str], Sequence[Range]], ...] = (postal.ranges,)
_IN_ONE_LINE = (*_IN_TEXTS, *_IN_PARTS, *_IN_LINES)


def ranges(tagged: Tagged, language: str) -> tuple[Range, ...]:
    """Sorted and disjoint. `language` is BCP 47."""
    if not tagged.tags and "\n" not in tagged.text:  # most
        return protect.merge(*[rule(tagged.text, language) for rule in _IN_ONE_LINE])
    texts = reading.lines(tagged)
    lines = [line for text in texts for line in _written_lines(tagged.text, text)]
    found = [
        *_found(tagged.text, texts, _IN_TEXTS, language),
        *_found(tagged.text, lines, _IN_LINES, language),
    ]
    edges = [span.start for span in tagged.spans[1:]]
    for place in _found(tagged.text, texts, _IN_PARTS, language):
        found += _parts(tagged.text, place, edges)
    if len(lines) > 1:
        words = [tagged.text[start:end] for start, end in lines]
        found += [_stripped(words[at], lines[at]) for at in postal.lines(words, language)]
    return protect.merge(found)


def _found(
    text: str,
    places: Sequence[Range],
    rules: Sequence[Callable[[str, str], Sequence[Range]]],
    language: str,
) -> Iterator[Range]:
    for first, last in places:
        words = text[first:last] if len(places) > 1 else text
        for rule in rules:
            yield from (Range(first + start, first + end) for start, end in rule(words, language))


def _parts(text: str, place: Range, edges: Sequence[int]) -> Iterator[Range]:
    """What of a stretch stands between edges; brackets alone are text."""
    inside = edges[bisect_right(edges, place.start) : bisect_left(edges, place.end)]
    for start, end in pairwise(dict.fromkeys((place.start, *inside, place.end))):
        if any(map(str.isalnum, text[start:end])):
            yield Range(start, end)


def _written_lines(text: str, place: Range) -> Iterator[Range]:
    start = place.start
    while (end := text.find("\n", start, place.end)) >= 0:
        yield Range(start, end)
        start = end + 1
    yield Range(start, place.end)


def _stripped(text: str, place: Range) -> Range:
    return Range(place.end - len(text.lstrip()), place.start + len(text.rstrip()))

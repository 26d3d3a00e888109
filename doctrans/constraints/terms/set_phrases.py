"""English phrases in which a noun means nothing by itself: *in order to*, *of course*.

A term that is only a part of one is not meant there: no *Auftrag* is in *in order to*. A glossary
may list the whole phrase. A table of data, written for this project: prepositions, conjunctions and
adverbs of several words, and verbs with the noun that belongs to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.model import Range

# What numbers a noun: *in part 3*, *in part two*, *in part (b)*.
_NUMBER = r"\s+(?:\d|\(\w{1,3}\)|(?-i:[B-Z])\b|(?:one|two|three|four|five|six|seven|eight)\b)"
_PHRASES = (
    # prepositions
    "on account of", "by means of", "in (?:the )?light of", "in view of", "in case of",
    "in the event (?:of|that)", "in the course of", "in terms of", "in spite of", "in front of",
    "on behalf of", "on top of", "in place of", "in charge(?: of)?", "in lieu of", "by way of",
    "in favour of", "in favor of", "in addition to", "with (?:respect|regard) to",
    "in (?:regard|relation) to", "in accordance with", "in exchange for",
    "in return for", "as a result of",
    # conjunctions
    "in order (?:to|that|for)", "in case(?= (?:i|you|he|she|it|we|they|the|an?|any|your|this)\\b)",
    "on condition that", "as a matter of fact",
    # adverbs
    "of course", "for instance", "in fact", rf"in (?:part|question)(?!{_NUMBER})", "in turn",
    "in general", "in particular", "in addition", "in any case", "in that case",
    "at the end of the day",
    "on the (?:one|other) hand", "at hand", "by all means", "by no means", "as a result",
    "at the same time", "for the time being", "from time to time", "at any time", "in time",
    "on time", "in the first place", "by the way", "up[ -]to[ -]date", "out[ -]of[ -]date",
    "free of charge", "for the most part", "on the whole", "in short",
    "for the (?:first|last|second|third) time",
    r"(?:first|last|next|each|every) time(?= (?:i|you|he|she|it|we|they|that|since)\b)",
    # amounts, and verbs
    r"an? (?:large |small |great |growing |limited )?number of(?! (?:at|between|up|your|its)\b)",
    rf"(?:take|takes|taken|took|taking) (?:place|part|care|advantage)(?!{_NUMBER})",
    "a lot of", "lots of", "into account",
    "point of view", "points of view",
)  # fmt: skip
_PHRASE = re.compile(rf"\b(?:{'|'.join(_PHRASES)})\b", re.IGNORECASE)

# The only words that may be a part of one.
_WORDS = frozenset(re.findall(r"[a-z]{3,}", " ".join(_PHRASES)))


def in_one(text: str, place: Range) -> bool:
    """Whether a word of an English text is a part of one, and not the whole.

    >>> in_one(text := "An order in order to pay", Range(3, 8)), in_one(text, Range(12, 17))
    (False, True)
    """
    if text[place.start : place.end].casefold() not in _WORDS:
        return False
    return any(start <= place.start and place.end <= end for start, end in _places(text))


def _places(text: str) -> Iterator[Range]:
    return (Range(*match.span()) for match in _PHRASE.finditer(text))

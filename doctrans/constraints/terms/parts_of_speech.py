"""Which entry is meant, *file* the noun or *file* the verb: by the word before, in English.

There is no tagger here. Where the word before says nothing every entry fits, and the first of the
glossary is taken.
"""

from __future__ import annotations

from doctrans.constraints.terms.entries import Entry

_NOUNS = frozenset({"noun", "proper noun"})
# After these no verb stands in its base form.
_BEFORE_NOUN = frozenset(
    [
        *("the", "a", "an", "this", "that", "these", "those", "your", "my", "our", "their", "his"),
        *("her", "its", "of", "in", "on", "with", "from", "by", "for", "each", "every", "no"),
        *("any", "some", "new", "old", "current", "first", "last", "next", "previous", "same"),
        *("other", "selected", "following", "another", "which", "whose"),
    ]
)
# After these no noun stands; *to* and *not* may have one: *access to files*.
_BEFORE_VERB = frozenset(
    [
        *("cannot", "can", "could", "will", "would", "shall", "should", "may", "might", "must"),
        *("don't", "doesn't", "didn't", "won't", "please", "you", "we", "they", "i", "let"),
    ]
)


def fits(entry: Entry, before: str, found: str, language: str) -> bool:
    """Whether the entry's part of speech may stand after the word `before`, compared as in `words`;
    empty at the beginning of a sentence."""
    part = entry.part_of_speech
    if not part or not before or language.partition("-")[0].lower() != "en":
        return True
    if part == "verb":
        return before not in _BEFORE_NOUN
    if part in _NOUNS:
        return before not in _BEFORE_VERB or found[:1].isupper()
    return True

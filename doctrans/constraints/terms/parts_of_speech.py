"""Which entry is meant, *file* the noun or *file* the verb: by the word before, in English.

There is no tagger here. Where the word before says nothing every entry fits, and the first of the
glossary is taken. Most glossaries name no parts of speech: what is translated by a noun is no verb
either, where the words on both sides show one (*you can order*, *order your filter*).
"""

from __future__ import annotations

import re

from doctrans.constraints.terms import noun_kinds
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


# After these a verb is in its base form, whatever comes next; *you* may be an object, and a word in
# the plural a subject: *can users see it?*
_BEFORE_BASE = _BEFORE_VERB - {"you", "let"}
# Between these and those a verb stands in its base form: *to order a filter*.
_MAY_BE_BEFORE_BASE = frozenset(["", "to", "not", "you", "and", "or", "then"])
_BEHIND_VERB = frozenset(
    [
        *("the", "a", "an", "this", "these", "those", "your", "my", "our", "their", "his", "its"),
        *("it", "them", "us", "me", "all", "any", "each", "every"),
    ]
)
_BEHIND_SUBJECT = frozenset(["be", "have", "get", "still"])  # *should water be added?*
_BEFORE_THIRD = frozenset(["he", "she"])
_INFINITIVES = {"fr": re.compile(r".*(?:er|ir|re|oir)"), "es": re.compile(r".*[aei]r(?:se)?")}


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


def is_noun(entry: Entry, language: str) -> bool:
    """Whether a translation into `language` shows that a word that no part of speech is named for
    is a noun: German ones have capitals, French and Spanish ones stand in tables.

    >>> is_noun(Entry("order", "Auftrag"), "de"), is_noun(Entry("order", "commander"), "fr")
    (True, False)
    """
    code, target = language.partition("-")[0].lower(), entry.target
    if entry.part_of_speech or not target or not entry.source.isalpha():
        return False
    if not entry.source.islower():
        return False
    if code == "de":
        return target[:1].isupper() and not target.isupper()
    end = _INFINITIVES.get(code)
    head = target.partition(" ")[0]
    if end is None or (end.fullmatch(head) and not noun_kinds.listed(head, code)):
        return False
    return bool(noun_kinds.kind(head, code))


def is_verb(entry: Entry, before: str, found: str, after: str) -> bool:
    """Whether the words on both sides show that the word of a noun (`is_noun`) is a verb here; a
    capital within a sentence is that of a title."""
    if found[:1].isupper() and before:
        return False
    if found.casefold() != entry.source.casefold():
        return before in _BEFORE_THIRD and found.endswith("s")
    if entry.source.endswith("s") or after in _BEHIND_SUBJECT:
        return False
    between = before in _MAY_BE_BEFORE_BASE and after in _BEHIND_VERB
    return before in _BEFORE_BASE or between

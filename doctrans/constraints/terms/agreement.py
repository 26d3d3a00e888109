"""Whether a term may come instead of other words of a sentence without breaking what agrees there.

Nobody parses here. What agrees with a noun stands beside it: determiners and adjectives before it,
in Romance languages adjectives behind it, in German the pronoun of a relative clause; a verb wants
its number. What these rules cannot show to be right is taken for broken, since a missed term with a
note does less harm than a wrong sentence.
"""

from __future__ import annotations

import re

from doctrans.constraints.terms import lemmas
from doctrans.constraints.terms.determiners import KINDS, agreeing
from doctrans.constraints.terms.entries import Entry
from doctrans.constraints.terms.function_words import is_one

_NOT_NOUNS = frozenset({"verb", "adjective", "adverb"})
_OF_VERBS = ("ed", "ing")  # English
_LAST = re.compile(r"([^\W\d_]+)\s+$")
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_RELATIVE = re.compile(r",\s+(?:\w+\s+)?(?:d(?:er|ie|as|em|en|essen|eren)|welche[rsnm]?)\b")
_INFLECTED = re.compile(r"[a-zäöüß-]{3,}(?:e|er|es|en|em)")
_PAST = re.compile(r"[a-zäöüß]{3,}(?:te|test|tet)")
_SHORT = 3  # letters of words that are no adjectives
_PLURAL = "p"


def mended(
    before: str, after: str, words: str, term: str, language: str, was: str, now: str
) -> list[str]:
    """The ways to write what stands before `words`, so that `term` may come instead of them; none:
    something would not agree with it. `was` and `now` are their kinds (`determiners.KINDS`), empty
    where they are not known. In languages without rules here nothing is looked at."""
    code = language.partition("-")[0].lower()
    if code not in KINDS:
        return [before]
    same = bool(now) and was == now
    if was and now and (_PLURAL in was) != (_PLURAL in now):
        return []  # the verb
    determined = bool(agreeing(before, words, language))
    if determined and before not in agreeing(before, words, language, was):
        return []  # it did not agree before either: the kind is not what it seems
    if not same and (agrees_behind(after, code) or (determined and not (was and now))):
        return []
    if determined:
        return agreeing(before, term, language, now)
    return [before] if same or not adjective_before(before, code) else []


def is_noun(entry: Entry, found: str, language: str) -> bool:
    """Whether the translation of an entry for the words `found` may be a noun: German ones have
    capitals, and *posted* is a form of a verb."""
    if entry.part_of_speech in _NOT_NOUNS:
        return False
    if found.casefold() != entry.source.casefold() and found.casefold().endswith(_OF_VERBS):
        return False
    return not (language.partition("-")[0].lower() == "de" and entry.target[:1].islower())


def same_form(words: str, term: str, language: str) -> bool:
    """Whether a term that is no noun may stand where other words do: both in their dictionary form,
    or the term is listed in another one. Nothing here can inflect it. A German word with the ending
    of a past is in no dictionary form, whatever the list says of one that nobody knows."""
    past = language.partition("-")[0].lower() == "de" and _PAST.fullmatch(words)
    listed = _as_listed(words, language) or as_a_noun(words, term, language)
    return (listed and not past) or not _as_listed(term, language)


def as_a_noun(words: str, term: str, language: str) -> bool:
    """Whether words are a German infinitive that serves as a noun, for which another verb may stand
    in the same way.

    >>> as_a_noun("Speichern", "sichern", "de")
    True
    """
    german = language.partition("-")[0].lower() == "de"
    if not german or not words[:1].isupper() or not term.islower():
        return False
    verbs = (words.lower(), term)
    return all(v.isalpha() and v.endswith("n") and _as_listed(v, language) for v in verbs)


def _as_listed(words: str, language: str) -> bool:
    return all(lemmas.lemma(word, language) == word.casefold() for word in words.split())


def adjective_before(before: str, language: str) -> bool:
    """Whether the last word of a text may be an adjective that agrees with what comes next; never
    where there are no rules."""
    code = language.partition("-")[0].lower()
    if code not in KINDS:
        return False
    found = _LAST.search(before)
    if not found or is_one(found[1], code) or not found[1].islower():
        return False
    if code == "de":
        return bool(_INFLECTED.fullmatch(found[1]))
    return len(found[1]) > _SHORT


def agrees_behind(after: str, language: str) -> bool:
    """Whether the first words of a text may agree with a noun before them."""
    code = language.partition("-")[0].lower()
    if code == "de":
        return bool(_RELATIVE.match(after))
    found = _NEXT.match(after)
    return bool(
        found and found[1].islower() and len(found[1]) > _SHORT and not is_one(found[1], code)
    )

"""The letters of a term's translation, from those of the words that were found.

As Amazon Translate's terminology carries case over: listed in lower case, a term that stands in
capitals is translated in capitals, and one with a capital first letter likewise; but a capital at
the beginning of a sentence says nothing.
"""

from __future__ import annotations

from doctrans.constraints.terms.entries import Case, Entry


def admits(entry: Entry, found: str) -> bool:
    """Whether the entry may be found in these letters."""
    if entry.case is Case.EXACT:
        return " ".join(found.split()) == entry.source
    if entry.case is Case.CARRY and is_acronym(entry.source):
        return found.startswith(entry.source)  # *IDs* too, never *it* for *IT*
    return True


def is_acronym(word: str) -> bool:
    """A single word of capitals: what it is in lower case is another word."""
    return len(word) > 1 and word.isupper() and " " not in word


def carried(entry: Entry, found: str, first: bool) -> str:
    """The translation as it is to stand for `found`; `first`: at the beginning of its sentence.

    >>> carried(Entry("window", "fenêtre"), "WINDOW", first=False)
    'FENÊTRE'
    >>> carried(Entry("window", "fenêtre"), "Window", first=True)
    'fenêtre'
    """
    listed, target = entry.source, entry.target
    if entry.case is not Case.CARRY or found == listed or not target:
        return target
    if _is_upper(found) and not _is_upper(listed):
        return target.upper()
    words = found.split()
    titled = all(word[:1].isupper() for word in words if word is words[0] or len(word) > 3)
    if titled and listed[:1].islower() and (not first or len(words) > 1):
        return target[:1].upper() + target[1:]
    return target


def _is_upper(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) > 1


def capitals_missing(wanted: str, found: str) -> bool:
    """Whether `found`, the same words, has to be written with more capitals. Fewer are never asked
    for: a sentence or a noun may begin with one."""
    return len(wanted) == len(found) and any(
        one.isupper() and other.islower() for one, other in zip(wanted, found, strict=True)
    )

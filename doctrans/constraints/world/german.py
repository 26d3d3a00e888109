"""The words before German names of countries and regions: *in der Türkei*, *auf die Malediven*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.constraints.world.named import DATIVE, Named, Words, words
from doctrans.model import Range

NOMINATIVE = {"die": "die", "der": "der", "plural": "die", "islands": "die"}
_OBLIQUE = {"die": "der", "der": "dem", "plural": "den", "islands": "den"}
ACCUSATIVE = {"die": "die", "der": "den", "plural": "die", "islands": "die"}
_GENITIVE = {"die": "der", "der": "des", "plural": "der", "islands": "der"}
_WITH_DATIVE = ("aus", "von", "zu", "mit", "bei")
_WITH_ACCUSATIVE = ("durch", "für", "gegen", "ohne", "über", "an")
_JOINED = {"in dem": "im", "von dem": "vom", "zu dem": "zum", "zu der": "zur", "bei dem": "beim"}
_TO = re.compile(r"\b(?:to|into|for)(?: the)? $", re.IGNORECASE)
# Who is there, not who goes: *Botschafter in der Türkei*.
_THERE = re.compile(
    r"\b(?:ambassadors?|envoys?|consuls?|visit\w*|welcome)\s+to(?: the)? $", re.IGNORECASE
)
# An article is right before what is told apart: *im Deutschland der Nachkriegszeit*.
_APART = re.compile(
    r",? (?:der|des|dieser|jener|seiner|ihrer|unserer|von|um|vor|nach|unter|zu|zur|zum|während|in|"
    r"im|ohne|mit|wie|das|dem|dessen|\d)(?!\w)|['’]|s\b"
)
_SINGULAR = ("dem", "das", "des")


def right(one: Named) -> str | None:
    """What the words before a name should be; None where they may stay."""
    preposition, article = one.words
    if one.kind == "either":
        return None
    if one.kind in ("none", "city"):
        return _without_article(one)
    if article:
        wrong = one.kind != "der" and article in _SINGULAR
        if not wrong:
            return None
        if not preposition:
            return {"des": f"{_GENITIVE[one.kind]} ", "das": "die "}.get(article)
        case = ACCUSATIVE if article == "das" else _OBLIQUE
        return _joined(preposition, case[one.kind])
    if preposition in _WITH_DATIVE:
        return _joined(preposition, _OBLIQUE[one.kind])
    if preposition in _WITH_ACCUSATIVE:
        return _joined(preposition, ACCUSATIVE[one.kind])
    return _place(one)


def _place(one: Named) -> str:
    """With *in*, or *auf* for islands; the source says whether something goes there."""
    toward = one.words.preposition == "nach" or (
        _TO.search(one.source) and not _THERE.search(one.source)
    )
    if one.kind == "islands" or one.words.preposition == "auf":
        return _joined("auf", (ACCUSATIVE if toward else _OBLIQUE)[one.kind])
    return _joined("in", (ACCUSATIVE if toward else _OBLIQUE)[one.kind])


def _without_article(one: Named) -> str | None:
    preposition, article = one.words
    if article not in _SINGULAR or _APART.match(one.behind):
        return None
    if one.words == ("in", "das"):
        return "nach "
    if not preposition:
        return "von " if article == "des" else None
    return f"{preposition} "


def _joined(preposition: str, article: str) -> str:
    both = f"{preposition} {article}"
    return f"{_JOINED.get(both, both)} "


_NOUN = re.compile(r"(?:\w|,) ([A-ZÄÖÜ][a-zäöüß]+) $")
# Places that are called so themselves: *der Bundesstaat Kalifornien*.
_CALLED = re.compile(
    r"(?:(?:land|länder|staat|region|insel|provinz|republik|reich|kanton|nation|gebiet|kontinent|tum|"
    r"kolonie|union|emirat|sultanat|bezirk|gemeinde|markt|mannschaft|team|standort|jahr|firma|marke|"
    r"raum|distrikt|department|grafschaft)(?:e?s|e?n|e)?|statt|dank|trotz|wegen|laut|außer|samt)$",
    re.IGNORECASE,
)


def of_noun(source: str, one: Named) -> str | None:
    """*die Hauptstadt Japan* lacks what *of* says."""
    noun = _NOUN.search(one.before)
    if not noun or one.kind in ("city", "der") or _CALLED.search(noun[1]):
        return None
    if not re.search(r"\b[a-z]+ of (?:the )?$", one.source):
        return None
    return f"{_GENITIVE.get(one.kind, 'von')} "


def inflected(found: list[Named], put: list[str | None]) -> Iterator[tuple[Range, str]]:
    """*in den Niederlanden*, *in die Niederlande*."""
    for one, said in zip(found, put, strict=True):
        article = (one.words if said is None else words(said, "de")).article
        singular = one.name if one.name in DATIVE else one.name[:-1]
        if singular in DATIVE and article:
            name = DATIVE[singular] if article == "den" else singular
            if name != one.name:
                yield Range(one.start + 1, one.end), name[1:]


def again(one: Named, first: Words) -> str | None:
    """What is said before another name of a list whose first has such words before it."""
    if one.kind not in NOMINATIVE:
        return None
    if first.preposition == "nach":
        return _joined("auf" if one.kind == "islands" else "in", ACCUSATIVE[one.kind])
    if first.preposition in ("in", "auf") and first.article not in ("die", "das"):
        islands = "auf " if one.kind == "islands" and first.preposition == "in" else ""
        return f"{islands}{_OBLIQUE[one.kind]} "
    if first.preposition in _WITH_DATIVE:
        return f"{_OBLIQUE[one.kind]} "
    return f"{ACCUSATIVE[one.kind]} " if first.preposition else None

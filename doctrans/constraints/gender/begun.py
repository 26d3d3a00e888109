"""Translations up to the first word for a person, and that word in the other gender: what an engine
is made to begin with, so that it says the rest anew and agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doctrans.constraints.gender.words import CALLED
from doctrans.model import Gender

# Words before a noun, masculine to feminine. The other way there may be several.
_BEFORE = {
    "de": {
        "der": "die", "den": "die", "dem": "der", "des": "der", "zum": "zur", "vom": "von der",
        "beim": "bei der", "dieser": "diese", "diesen": "diese", "diesem": "dieser",
        "jeder": "jede", "jeden": "jede", "jedem": "jeder",
    } | {
        f"{word}{man}": f"{word}{woman}"
        for word in ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "Ihr")
        for man, woman in (("", "e"), ("en", "e"), ("em", "er"), ("es", "er"))
    },
    "fr": {"le": "la", "un": "une", "du": "de la", "au": "à la", "ce": "cette", "cet": "cette",
           "mon": "ma", "ton": "ta", "son": "sa", "aucun": "aucune", "quel": "quelle"},
    "es": {"el": "la", "un": "una", "del": "de la", "al": "a la", "este": "esta", "ese": "esa",
           "aquel": "aquella", "ningún": "ninguna", "nuestro": "nuestra", "otro": "otra"},
}  # fmt: skip
_SAME = {
    "de": frozenset({"als", "ist", "war", "wurde", "bin", "sei"}),
    "fr": frozenset({"est", "était", "comme", "suis", "chaque", "votre", "notre", "leur", "l’"}),
    "es": frozenset({"es", "era", "como", "soy", "cada", "su", "mi", "tu", "cualquier"}),
}  # fmt: skip
_ELIDED = {"fr": {"le": "l’", "la": "l’", "du": "de l’", "au": "à l’", "ma": "mon", "ta": "ton",
                  "sa": "son", "cette": "cette"}}  # fmt: skip
_VOWEL = re.compile(r"[aeiouyhâàéèêîôûœ]", re.IGNORECASE)
_NEXT = re.compile(r"(?: [\wäöüß]+)?")
_LAST = re.compile(
    r"(?:^|(?<=\s))(?:(?:de|à|von|bei|a) (?:la|der) |[\wßäöüé]+ |l['’])$", re.IGNORECASE
)


def beginnings(text: str, language: str, roles: Iterable[str], wanted: Gender) -> list[str]:
    """The ways to begin it, at the first of the roles' words of the other gender; none where there
    is no such word, or words stand before it that cannot be followed. `language` as of `shown`."""
    places = sorted(
        (match.start(), match, new)
        for role in roles
        for man, woman in CALLED.get(role, {}).get(language, ())
        for old, new in [(man, woman) if wanted is Gender.FEMININE else (woman, man)]
        for match in [_word(old, language).search(text)]
        if match
    )
    if not places:
        return []
    _, match, new = places[0]
    part = match["part"] or ""
    word = part + new.lower() if part else _like(match[0], new)
    if language == "de":  # where more letters would make another word of it
        word += _NEXT.match(text, match.end())[0]  # type: ignore[index]  # matches nothing too
    return [head + word for head in _heads(text[: match.start()], word, language, wanted)]


def _word(form: str, language: str) -> re.Pattern[str]:
    """The last part of a German compound too; in any case."""
    if language == "de":
        return re.compile(rf"\b(?P<part>\w*?){re.escape(form)}(?:e?s|e?n)?\b", re.IGNORECASE)
    return re.compile(rf"\b(?P<part>){re.escape(form)}s?\b", re.IGNORECASE)


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _heads(before: str, word: str, language: str, wanted: Gender) -> Iterator[str]:
    last = _LAST.search(before)
    if not before.strip():
        yield before
    if not last:
        return
    own = last[0].strip().replace("'", "’")
    pairs = _BEFORE[language].items()
    if wanted is Gender.FEMININE:
        others = [woman for man, woman in pairs if man == own.lower()]
    else:
        others = [man for man, woman in pairs if woman == own.lower()]
    if not others and own.lower() in _SAME[language]:
        yield before
    for other in others:
        elided = _ELIDED.get(language, {}).get(other, "") if _VOWEL.match(word) else ""
        other = _like(own, elided or other)
        yield before[: last.start()] + other + ("" if other.endswith("’") else " ")

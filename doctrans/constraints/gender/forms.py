"""How a feminine form differs from the masculine one of the same word: German, French, Spanish."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What differs between the forms besides endings: masculine, feminine.
_FORMS = {
    "de": {("ein", "eine"), ("der", "die"), ("mein", "meine"), ("dein", "deine"), ("er", "sie"),
           ("kein", "keine"), ("einen", "eine"), ("arzt", "ärztin"), ("den", "die")},
    "fr": {("un", "une"), ("le", "la"), ("il", "elle"), ("ils", "elles"), ("mon", "ma"),
           ("ton", "ta"), ("son", "sa"), ("du", "la"), ("ce", "cette"), ("eux", "elles"),
           ("lui", "elle"), ("beau", "belle"), ("nouveau", "nouvelle"), ("vieux", "vieille"),
           ("fou", "folle"), ("sec", "sèche"), ("tout", "toute"), ("quel", "quelle")},
    "es": {("un", "una"), ("el", "la"), ("él", "ella"), ("ellos", "ellas"), ("los", "las"),
           ("ese", "esa"), ("este", "esta"), ("buen", "buena"), ("gran", "gran")},
}  # fmt: skip
_ENDINGS = {
    "de": (("", "in"), ("e", "in"), ("", "nen"), ("er", "e")),
    "fr": (("", "e"), ("s", "es"), ("eur", "euse"), ("teur", "trice"), ("er", "ère"),
           ("f", "ve"), ("x", "se"), ("en", "enne"), ("on", "onne"), ("l", "lle"), ("et", "ète"),
           ("eux", "euses"), ("ers", "ères"), ("fs", "ves"), ("s", "sse")),
    "es": (("o", "a"), ("os", "as"), ("or", "ora"), ("ores", "oras"), ("és", "esa"),
           ("ón", "ona"), ("án", "ana"), ("ín", "ina")),
}  # fmt: skip


_UNELIDED = re.compile(r"\b(?:le|la|de|ma|ta|sa) [aeiouàâéèêëîïôœ]", re.IGNORECASE)


def elided(text: str, language: str) -> bool:
    """Whether no French article stands in full before a vowel, as it may when a word was given
    another form (*la enseignante*). Those before *onze* and *oui* are not worth a rule."""
    return language != "fr" or not _UNELIDED.search(text)


def differ_in_gender(man: Sequence[str], woman: Sequence[str], language: str) -> bool:
    """Whether the second is the first with feminine forms, and nothing else."""
    if len(man) != len(woman) or language not in _FORMS:
        return False
    differing = [
        (m.casefold(), w.casefold())
        for m, w in zip(man, woman, strict=True)
        if m.casefold() != w.casefold()
    ]
    return bool(differing) and all(_feminine(m, w, language) for m, w in differing)


def _feminine(man: str, woman: str, language: str) -> bool:
    if (man, woman) in _FORMS[language]:
        return True
    return any(
        man.endswith(one)
        and len(man) - len(one) > 2
        and man[: len(man) - len(one)] + other == woman
        for one, other in _ENDINGS[language]
    )

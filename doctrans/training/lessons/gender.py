"""`<fem>` and `<masc>`: the gender of the persons that a sentence speaks of.

Three kinds of evidence. Two translations of the same sentence that differ in gendered forms alone
(`Je suis prêt`, `Je suis prête`) tell the most, since nothing in the source does. Where the source
names a gender (`she`), or where it names none and the target does (`Lehrerin`), the words of
`persons` tell. A sentence with evidence for both gets no token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from doctrans.training.lessons.persons import GENDERED, ROLES
from doctrans.training.pairs import Pair, by_source
from doctrans.training.vocabulary import FEMALE, MALE

_WORD = re.compile(r"\w+(?:-\w+)*")
# Of things as well as of persons: no evidence in a target.
_PRONOUNS = {
    "de": {"er", "ihm", "ihn"},
    "fr": {"il", "ils", "elle", "elles"},
    "es": {"él", "ella", "ellos", "ellas"},
}
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


def token(pair: Pair) -> str | None:
    """From the words of both sides."""
    if pair.language not in GENDERED:
        return None
    source, target = words(pair.source.text), words(pair.target.text)
    told = _told(source, "en")
    shown = _told(target - _PRONOUNS[pair.language], pair.language)
    if len(told) == 1:
        return told.pop() if shown <= told else None
    persons = bool(source & ROLES)
    return shown.pop() if not told and len(shown) == 1 and persons else None


def named(text: str) -> set[str]:
    """The tokens of all genders that an English sentence names."""
    return _told(words(text), "en")


def _told(words: set[str], language: str) -> set[str]:
    known = GENDERED[language]
    found = {FEMALE} if words & known.female else set()
    return found | ({MALE} if words & known.male else set())


def words(text: str) -> set[str]:
    """Case-folded; of those with a hyphen (`son-in-law`, `dit-elle`) the parts too."""
    found = set(_WORD.findall(text.casefold()))
    return found.union(*(word.split("-") for word in found))


def variants(pairs: Iterable[tuple[str, str]], language: str) -> dict[tuple[str, str], str]:
    """The token of each (source, target) that has a twin of the other gender."""
    found: dict[tuple[str, str], str] = {}
    for source, targets in by_source(pairs).items():
        for one, other in combinations(sorted(targets), 2):
            for man, woman in ((one, other), (other, one)):
                if differ_in_gender(_WORD.findall(man), _WORD.findall(woman), language):
                    found[source, man] = MALE
                    found[source, woman] = FEMALE
    return found


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


def evidence(pair: Pair, twins: dict[tuple[str, str], str]) -> str | None:
    """The token of its gender, where there is evidence; `twins` as of `variants`."""
    return twins.get((pair.source.text, pair.target.text)) or token(pair)

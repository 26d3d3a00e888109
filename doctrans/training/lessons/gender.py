"""`<fem>` and `<masc>`: the gender of the persons that a sentence speaks of.

Three kinds of evidence. Two translations of the same sentence that differ in gendered forms alone
(`Je suis prêt`, `Je suis prête`) tell the most, since nothing in the source does. Where the source
names a gender (`she`), or where it names none and the target does (`Lehrerin`), the words of
`constraints.gender` tell. A sentence with evidence for both gets no token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from doctrans.constraints.gender.evidence import words
from doctrans.constraints.gender.forms import differ_in_gender
from doctrans.constraints.gender.words import GENDERED, ROLES
from doctrans.training.pairs import Pair, by_source
from doctrans.training.vocabulary import FEMALE, MALE

_WORD = re.compile(r"\w+(?:-\w+)*")
# Of things as well as of persons: no evidence in a target.
_PRONOUNS = {
    "de": {"er", "ihm", "ihn"},
    "fr": {"il", "ils", "elle", "elles"},
    "es": {"él", "ella", "ellos", "ellas"},
}


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


def evidence(pair: Pair, twins: dict[tuple[str, str], str]) -> str | None:
    """The token of its gender, where there is evidence; `twins` as of `variants`."""
    return twins.get((pair.source.text, pair.target.text)) or token(pair)

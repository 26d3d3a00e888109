"""How a sentence addresses its reader: politely (Sie, vous, usted) or as one of the family (du, tu,
tú), by the words that show it.

A verb alone shows it too, but not surely without taking it apart (*puede* is *you can* and *she
can*): what is not sure is not said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from doctrans.constraints import commands


class Formality(StrEnum):
    LESS = "less"
    MORE = "more"


NAMES: Mapping[str, Mapping[Formality, str]] = {
    "de": {Formality.LESS: "du", Formality.MORE: "Sie"},
    "fr": {Formality.LESS: "tu", Formality.MORE: "vous"},
    "es": {Formality.LESS: "tú", Formality.MORE: "usted"},
}
LANGUAGES = tuple(NAMES)

_YOU = frozenset({"you", "your", "yours", "yourself", "yourselves"})
# Whose words in the target can be those of a polite address.
OTHERS = frozenset({"he", "him", "his", "she", "her", "hers", "they", "them", "their", "theirs"})

# Spanish leaves the pronoun out. These verbs, polite and familiar, stand first in many sentences.
VERBS_ES = {
    "puede": "puedes",
    "tiene": "tienes",
    "debe": "debes",
    "necesita": "necesitas",
    "quiere": "quieres",
}

# *compraste*, *recibiste*, *comprabas*, and none of the other words that end so.
_PAST_ES = (
    r"(?!(?:ex|cons|ins|res|as|des|pers|sub|coex)iste\b|(?:v|re?v|tr|ch|l|al|qu|arr|emb)iste\b"
    r"|(?:cont?r|desg|g|b|p|eng|apl|tr|h|abl|ap|des)aste\b"
    r"|(?:síl|tr|guay|ald)abas\b)\w{2,}(?:[ai]ste|abas)"
)

# Whatever the source says, and where it says "you" and speaks of nobody else.
_POLITE_DE = r"(?:Sie|Ihnen|Ihre[mnrs]?|Ihr(?! [a-zäöüß]+t\b))"
_SURE = {
    ("de", Formality.LESS): re.compile(
        r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?|deinetwegen|euch|euer|eure[mnrs]?)\b"
        rf"|{commands.SURE_DE}",
        re.IGNORECASE,
    ),
    ("de", Formality.MORE): re.compile(rf"(?<=[\w,;)] ){_POLITE_DE}\b"),
    ("fr", Formality.LESS): re.compile(r"\b(?:tu|toi)\b", re.IGNORECASE),
    ("fr", Formality.MORE): re.compile(
        r"(?<!rendez-)\b(?:vous|votre|vos)\b"
        r"|(?:^\W*(?:n['’]|ne )?|(?:\b(?:et|ou|puis)|,) )(?!chez|assez|nez|rez)\w+ez\b",
        re.IGNORECASE,
    ),
    ("es", Formality.LESS): re.compile(
        r"\b(?:tú|ti|contigo|tus?|tuy[oa]s?|vosotr[oa]s|vuestr[oa]s?|"
        rf"{'|'.join(VERBS_ES.values())}|eres|estás|haces|sabes|tengas|puedas|quieras|hayas|seas)\b"
        rf"|{commands.SURE_ES}",
        re.IGNORECASE,
    ),
    ("es", Formality.MORE): re.compile(r"\b(?:usted|ustedes)\b", re.IGNORECASE),
}
_OF_READERS = {
    ("de", Formality.LESS): re.compile(r"\b[Ii]hr(?= [a-zäöüß]+t\b)"),
    ("de", Formality.MORE): re.compile(rf"\b{_POLITE_DE}\b"),
    ("fr", Formality.LESS): re.compile(
        r"\b(?:te|(?<!le )(?<!un )(?<!du )(?<!au )ton|ta|tes|t(?=['’]))\b", re.IGNORECASE
    ),
    ("es", Formality.LESS): re.compile(rf"\b(?:te|os|{_PAST_ES})\b", re.IGNORECASE),
    ("es", Formality.MORE): re.compile(rf"\b(?:sus?|{'|'.join(VERBS_ES)})\b", re.I),
}
_OF_COMMANDS = {
    ("de", Formality.LESS): commands.FAMILIAR_DE,
    ("fr", Formality.LESS): commands.FAMILIAR_FR,
    ("es", Formality.LESS): commands.FAMILIAR_ES,
    ("es", Formality.MORE): commands.POLITE_ES,
}
_LATER = {("de", Formality.LESS): commands.LATER_DE}
# No pattern matches without one of these words in the text: to look for those costs a tenth of it.
_HINTS = {
    "de": frozenset(
        word.casefold() for word in (*commands.POLITE["de"], *commands.SEVERAL_DE)
    ).union(
        ("sie", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "du", "dich", "dir"),
        ("dein", "deine", "deinem", "deinen", "deiner", "deines", "deinetwegen"),
        ("euch", "euer", "eure", "eurem", "euren", "eurer", "eures"),
    ),
    "fr": frozenset(commands.POLITE["fr"]).union(
        ("vous", "votre", "vos", "tu", "toi", "te", "ton", "ta", "tes", "t")
    ),
    "es": frozenset(commands.POLITE["es"]).union(
        commands.POLITE["es"].values(),
        "tú ti contigo tu tus tuyo tuya tuyos tuyas vosotros vosotras vuestro vuestra vuestros "
        "vuestras eres estás haces sabes tengas puedas quieras hayas seas usted ustedes te os su "
        f"sus {' '.join(VERBS_ES)} {' '.join(VERBS_ES.values())}".split(),
    ),
}


def shown(
    source: str, target: str, language: str, *, by_commands: bool = True
) -> frozenset[Formality]:
    """How a translation from English addresses its reader; both, if it mixes them; none, if nobody
    is addressed or nothing shows how. `language` is BCP 47, of the target. Without `by_commands`
    what may be a statement (*Löscht die Datei*, *Supprime le fichier*) shows nothing."""
    known = language.partition("-")[0].lower()
    words = _words(target)
    if _HINTS.get(known, _NONE).isdisjoint(words) and not _may_command(words, known):
        return frozenset()
    own = frozenset(_words(source))
    of_readers = not _YOU.isdisjoint(own) and OTHERS.isdisjoint(own)
    tables = [_SURE, _OF_READERS] if of_readers else [_SURE]
    if by_commands and commands.is_one(source):
        tables.append(_OF_COMMANDS)
    if known == "de" and "ich" not in words:
        tables.append(_LATER)
    abbreviations = not target.isupper()
    return frozenset(
        kind
        for kind in Formality
        for table in tables
        if (pattern := table.get((known, kind)))
        and any(_shows(match[0], own, abbreviations) for match in pattern.finditer(target))
    )


def _may_command(words: Sequence[str], language: str) -> bool:
    """Whether there may be a verb that no table has: *cliquez*, *no abras*, *compraste*."""
    if language == "fr":
        return any(word.endswith("ez") for word in words)
    if language != "es":
        return False
    return words[:1] in (["no"], ["nunca"]) or any(map(_MAY_BE_PAST, words))


_MAY_BE_PAST = re.compile(r"\w{2,}(?:[ai]ste|abas)\Z").match


def _shows(found: str, own: frozenset[str], abbreviations: bool) -> bool:
    """Not what cannot show an address: words that the source has too (*Cirque du Soleil*), and
    abbreviations (*TI*)."""
    return any(
        word.casefold() not in own and not (abbreviations and len(word) > 1 and word.isupper())
        for word in _WORD.findall(found)
    )


_NONE: frozenset[str] = frozenset()
_WORD = re.compile(r"\w+")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def surely(language: str, kind: Formality, text: str) -> bool:
    """Whether a text in `language` (without its region) has words of that kind, whatever its
    source says."""
    pattern = _SURE.get((language, kind))
    return bool(pattern and pattern.search(text))


def familiar(source: str, target: str, language: str) -> bool:
    """Whether a source that says *you* is translated with a familiar word for it."""
    return not _YOU.isdisjoint(_words(source)) and Formality.LESS in shown(source, target, language)


def without_polite(text: str, language: str) -> str:
    """A translation without its surely polite words: German *Sie* and *Ihr* are *she* and *her*
    as well, but for the capital."""
    pattern = _SURE.get((language.partition("-")[0].lower(), Formality.MORE))
    return pattern.sub(" ", text) if pattern else text

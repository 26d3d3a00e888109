"""How a sentence addresses its reader: politely (Sie, vous, usted) or as one of the family (du, tu,
tú), by the words that show it.

A verb alone shows it too, but not surely without taking it apart (*puede* is *you can* and *she
can*): what is not sure is not said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Formality(StrEnum):
    LESS = "less"
    MORE = "more"


NAMES: Mapping[str, Mapping[Formality, str]] = {
    "de": {Formality.LESS: "du", Formality.MORE: "Sie"},
    "fr": {Formality.LESS: "tu", Formality.MORE: "vous"},
    "es": {Formality.LESS: "tú", Formality.MORE: "usted"},
}
LANGUAGES = tuple(NAMES)

_YOU = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:he|him|his|she|hers?|they|them|their|theirs)\b", re.IGNORECASE
)  # whose words in the target can be those of a polite address

# Spanish leaves the pronoun out. These verbs, polite and familiar, stand first in many sentences.
_VERBS_ES = {
    "puede": "puedes",
    "tiene": "tienes",
    "debe": "debes",
    "necesita": "necesitas",
    "quiere": "quieres",
}

# Whatever the source says, and where it says "you" and speaks of nobody else.
_POLITE_DE = r"(?:Sie|Ihnen|Ihre[mnrs]?|Ihr(?! [a-zäöüß]+t\b))"
_SURE = {
    ("de", Formality.LESS): re.compile(
        r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?|deinetwegen|euch|euer|eure[mnrs]?)\b|"
        r"^\W*(?:ändere|aktiviere|drücke|erstelle|füge|gehe|gib|installiere|klicke|kopiere|lies|lösche|"
        r"melde|öffne|prüfe|schließe|schreibe|setze|speichere|starte|überprüfe|verbinde|verwende|"
        r"wähle)\b",
        re.IGNORECASE,
    ),
    ("de", Formality.MORE): re.compile(rf"(?<=[\w,;)] ){_POLITE_DE}\b"),
    ("fr", Formality.LESS): re.compile(r"\b(?:tu|toi)\b", re.IGNORECASE),
    ("fr", Formality.MORE): re.compile(
        r"(?<!rendez-)\b(?:vous|votre|vos)\b|^\W*(?!chez|assez|nez)\w+ez\b", re.IGNORECASE
    ),
    ("es", Formality.LESS): re.compile(
        r"\b(?:tú|ti|contigo|tus?|tuy[oa]s?|vosotr[oa]s|vuestr[oa]s?|"
        rf"{'|'.join(_VERBS_ES.values())}|eres|estás|haces|sabes|tengas|puedas|quieras|hayas|seas)\b",
        re.IGNORECASE,
    ),
    ("es", Formality.MORE): re.compile(r"\bustedes|usted\b", re.IGNORECASE),
}
_OF_READERS = {
    ("de", Formality.LESS): re.compile(r"\b[Ii]hr(?= [a-zäöüß]+t\b)"),
    ("de", Formality.MORE): re.compile(rf"\b{_POLITE_DE}\b"),
    ("fr", Formality.LESS): re.compile(
        r"\b(?:te|(?<!le )(?<!un )(?<!du )(?<!au )ton|ta|tes|t(?=['’]))\b", re.IGNORECASE
    ),
    ("es", Formality.LESS): re.compile(r"\b(?:te|os)\b", re.IGNORECASE),
    ("es", Formality.MORE): re.compile(rf"\b(?:sus?|{'|'.join(_VERBS_ES)})\b", re.I),
}


def shown(source: str, target: str, language: str) -> frozenset[Formality]:
    """How a translation from English addresses its reader; both, if it mixes them; none, if nobody
    is addressed or nothing shows how. `language` is BCP 47, of the target."""
    known = language.partition("-")[0].lower()
    of_readers = bool(_YOU.search(source)) and not _OTHERS.search(source)
    kinds = _kinds(known, target, of_readers)
    return _kinds(known, _said(source, target), of_readers) if kinds else kinds


def _kinds(language: str, text: str, of_readers: bool) -> frozenset[Formality]:
    return frozenset(
        kind
        for kind in Formality
        if _found(_SURE, language, kind, text)
        or (of_readers and _found(_OF_READERS, language, kind, text))
    )


def _found(
    words: Mapping[tuple[str, Formality], re.Pattern[str]],
    language: str,
    kind: Formality,
    text: str,
) -> bool:
    pattern = words.get((language, kind))
    return bool(pattern and pattern.search(text))


def _said(source: str, target: str) -> str:
    """The translation without what cannot show an address: words that its source has too (*Cirque
    du Soleil*), and abbreviations (*TI*)."""
    own = set(re.findall(r"\w+", source.casefold()))
    abbreviations = not target.isupper()

    def shows(match: re.Match[str]) -> str:
        word = match[0]
        hidden = word.casefold() in own or (abbreviations and len(word) > 1 and word.isupper())
        return "_" if hidden else word

    return re.sub(r"\w+", shows, target)


def familiar(source: str, target: str, language: str) -> bool:
    """Whether a source that says *you* is translated with a familiar word for it."""
    return bool(_YOU.search(source)) and Formality.LESS in shown(source, target, language)


def without_polite(text: str, language: str) -> str:
    """A translation without its surely polite words: German *Sie* and *Ihr* are *she* and *her*
    as well, but for the capital."""
    pattern = _SURE.get((language.partition("-")[0].lower(), Formality.MORE))
    return pattern.sub(" ", text) if pattern else text


# Words of address and those of the other one, in the same place of a sentence. Verbs follow their
# subject, and are said anew when a sentence is begun with it.
_DE = {"dein": "Ihr", "deine": "Ihre", "deinen": "Ihren", "deinem": "Ihrem", "deiner": "Ihrer",
       "deines": "Ihres", "dir": "Ihnen"}  # fmt: skip
_EXCHANGED: Mapping[tuple[str, Formality], Mapping[str, str]] = {
    ("de", Formality.MORE): _DE | {"du": "Sie", "dich": "Sie"},
    ("de", Formality.LESS): {polite: own for own, polite in _DE.items()} | {"Sie": "du"},
    ("fr", Formality.MORE): {"tu": "vous", "te": "vous", "toi": "vous", "ton": "votre",
                             "ta": "votre", "tes": "vos"},
    ("fr", Formality.LESS): {"vous": "tu", "vos": "tes"},
    ("es", Formality.MORE): {"tú": "usted", "ti": "usted", "tu": "su", "tus": "sus"}
    | {familiar: polite for polite, familiar in _VERBS_ES.items()},
    ("es", Formality.LESS): {"usted": "tú", "su": "tu", "sus": "tus"} | _VERBS_ES,
}  # fmt: skip
_SUBJECTS_DE = {"du", "Sie"}
_SUBJECTS = {*_SUBJECTS_DE, "tu", "vous", "tú", "usted"}
_VERBS_ES_ALL = {*_VERBS_ES, *_VERBS_ES.values()}
_START_ES = re.compile(r"\W*(?:(?:si|cuando) )?", re.IGNORECASE)
_STATEMENT = re.compile(r"\W*(?:wir|ich|es|das|nous|je|il|on)\b", re.IGNORECASE)
# Whom else a polite word may mean: *sie* is she, they and it, *su* is his, her and its.
_ELSE = re.compile(rf"{_OTHERS.pattern}|\b(?:its?|this|that|these|those)\b", re.IGNORECASE)
# A subject is one where its verb comes after it.
_CLAUSE = re.compile(
    r"(?:^\W*|\b(?:wenn|falls|dass|ob|weil|bevor|nachdem|damit|sobald|was|wie|wo|obwohl|während|"
    r"bis|und|oder|aber) )$",
    re.IGNORECASE,
)
_VERB_FR = re.compile(r" (?:ne |n['’]|y |en |l['’])?(?:\w+ez|êtes|faites|dites)\b", re.IGNORECASE)


def beginning(source: str, text: str, language: str, wanted: Formality) -> str | None:
    """The translation `text` up to the first word that addresses otherwise, and the word that is
    wanted there; None where there is no such place, or the word may mean somebody else."""
    if wanted is Formality.LESS and _ELSE.search(source):
        return None
    known = language.partition("-")[0].lower()
    exchanged = _EXCHANGED.get((known, wanted), {})
    other = Formality.LESS if wanted is Formality.MORE else Formality.MORE
    for found in re.finditer(r"\w+", text):
        before, word, after = text[: found.start()], found[0], text[found.end() :]
        own = word if word in exchanged else word.lower() if _lowers(known, wanted) else ""
        if own not in exchanged:
            if _found(_SURE, known, other, word):
                return None
            continue
        if known == "de" and own in _SUBJECTS_DE and not _CLAUSE.search(before):
            return None
        if known == "fr" and (before.endswith("-") or own == "vous") and not _VERB_FR.match(after):
            return None
        if known == "es" and own in _VERBS_ES_ALL and not _START_ES.fullmatch(before):
            return None
        if (
            known == "es"
            and own == "usted"
            and re.search(r"\b(?:a|con|de|en|para|por|sin) $", before)
        ):
            return None
        subject = own in _SUBJECTS and not (known == "es" and own == "tu")
        alone = not subject and own not in _VERBS_ES_ALL
        if alone and not (_found(_SURE, known, wanted, before) or _STATEMENT.match(text)):
            return None  # its verb may stand before it, and would stay
        new = exchanged[own]
        return before + (
            new[0].upper() + new[1:] if word[0].isupper() and not before.strip() else new
        )
    return None


def _lowers(language: str, wanted: Formality) -> bool:
    """Whether a word in capitals may be one of address; the polite ones of German are in capitals
    always."""
    return language != "de" or wanted is Formality.MORE

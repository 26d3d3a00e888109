"""A sentence begun with the other word of address (*Sie*, *du*), for an engine to go on from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from doctrans.constraints import commands
from doctrans.constraints.address import OTHERS, VERBS_ES, Formality, surely

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
    | {familiar: polite for polite, familiar in VERBS_ES.items()},
    ("es", Formality.LESS): {"usted": "tú", "su": "tu", "sus": "tus"} | VERBS_ES,
}  # fmt: skip
_SUBJECTS_DE = {"du", "Sie"}
_SUBJECTS = {*_SUBJECTS_DE, "tu", "vous", "tú", "usted"}
_VERBS_ES = {*VERBS_ES, *VERBS_ES.values()}
_START_ES = re.compile(r"\W*(?:(?:si|cuando) )?", re.IGNORECASE)
_STATEMENT = re.compile(r"\W*(?:wir|ich|es|das|nous|je|il|on)\b", re.IGNORECASE)
# Whom else a polite word may mean: *sie* is she, they and it, *su* is his, her and its.
_ELSE = re.compile(rf"\b(?:{'|'.join(sorted(OTHERS))}|its?|this|that|these|those)\b", re.IGNORECASE)
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
    if commanded := _command(source, text, known, wanted):
        return commanded
    exchanged = _EXCHANGED.get((known, wanted), {})
    other = Formality.LESS if wanted is Formality.MORE else Formality.MORE
    for found in re.finditer(r"\w+", text):
        before, word, after = text[: found.start()], found[0], text[found.end() :]
        own = word if word in exchanged else word.lower() if _lowers(known, wanted) else ""
        if own not in exchanged:
            if surely(known, other, word):
                return None
            continue
        if known == "de" and own in _SUBJECTS_DE and not _CLAUSE.search(before):
            return None
        if known == "fr" and (before.endswith("-") or own == "vous") and not _VERB_FR.match(after):
            return None
        if known == "es" and own in _VERBS_ES and not _START_ES.fullmatch(before):
            return None
        if (
            known == "es"
            and own == "usted"
            and re.search(r"\b(?:a|con|de|en|para|por|sin) $", before)
        ):
            return None
        subject = own in _SUBJECTS and not (known == "es" and own == "tu")
        alone = not subject and own not in _VERBS_ES
        if alone and not (surely(known, wanted, before) or _STATEMENT.match(text)):
            return None  # its verb may stand before it, and would stay
        new = exchanged[own]
        return before + (
            new[0].upper() + new[1:] if word[0].isupper() and not before.strip() else new
        )
    return None


def _command(source: str, text: str, language: str, wanted: Formality) -> str | None:
    """The text up to its first command, if that is of the other form, and its own form of it."""
    forms = _COMMANDS.get((language, wanted), {})
    if language == "de" and wanted is Formality.MORE and (later := commands.LATER_DE.search(text)):
        return text[: later.start()] + forms[later[0].casefold()]
    if not (found := _FIRST.match(text)) or not (commands.is_one(source) or language == "de"):
        return None
    for said in (found[2], found[3]):  # *Öffnen Sie*, *Öffne*
        if new := forms.get(said.casefold()):
            return found[1] + (new[0].upper() + new[1:] if said[0].isupper() else new)
    if wanted is Formality.MORE and language == "es" and (not_ := commands.NEGATED_ES.match(text)):
        return not_[0].removesuffix("s")
    if wanted is Formality.MORE and language == "fr" and (not_ := commands.NEGATED_FR.match(text)):
        said = re.split(r"['’ ]", not_[0])[-1]
        return not_[0].removesuffix(said) + forms[said.casefold()]
    return None


def _familiar(language: str) -> Mapping[str, str]:
    """Each familiar form, to one or to several, with the polite one."""
    several = commands.SEVERAL_DE if language == "de" else {}
    return {**several, **commands.POLITE[language]}


_FIRST = re.compile(r"(\W*)((\w+)(?: Sie\b)?)")
_COMMANDS: Mapping[tuple[str, Formality], Mapping[str, str]] = {
    (language, kind): forms
    for language, polite in commands.POLITE.items()
    for kind, forms in (
        (Formality.MORE, {one.casefold(): other for one, other in _familiar(language).items()}),
        (Formality.LESS, {other.casefold(): one for one, other in [*polite.items()][::-1]}),
    )
}


def _lowers(language: str, wanted: Formality) -> bool:
    """Whether a word in capitals may be one of address; the polite ones of German are in capitals
    always."""
    return language != "de" or wanted is Formality.MORE

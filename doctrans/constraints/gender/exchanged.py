"""A translation with the words for its persons in the other gender, and all else as it was.

Article, adjectives and a German relative pronoun beside a word change with it. What else may speak
of the same person (`elsewhere`), and a word behind it that no table knows (`behind`), are reasons
not to do it. Pure functions of texts; what stands before a word is found as in `begun`, the words
are those of `words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from doctrans.constraints.gender import begun, behind, called, elsewhere
from doctrans.constraints.gender.words import CALLED, GENDERED, LANGUAGES
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE
_OTHER = {F: M, M: F}
_MOST = 16  # ways to say a sentence

_LIST = re.compile(r",\s+(?:der|den|dem|dessen)\s+[A-ZÄÖÜ]")
_RELATIVE = {", der ": ", die ", ", den ": ", die ", ", dem ": ", der ", ", dessen ": ", deren "}

# Behind a word that is written for both: Arzt/Ärztin, Arzt:in, Profesor/a.
_BOTH = re.compile(r"\s?[/:*_·(]\s?-?(?:in|innen|e|a|ra|rice|euse|ice|[A-ZÄÖÜ]\w*in)\b")
# Before a German noun of one man; nouns of many look alike behind others.
_ONE = (
    r"(?:de[rnms]|zum|vom|beim|am|im|(?:\w*[mdsk]?ein|ihr|Ihr|unser|euer)(?:e[nms])?"
    r"|(?:dies|jed|welch)e[rnms])"
)
_ONE_MAN = re.compile(
    rf"(?:^|\W){_ONE}\s+(?:\w+(?:e|en|er)\s+)?$|\b(?:als|ist|war|wurde|wird|bin|sei|gewesen)\s+"
    r"(?:\w+er\s+)?$",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:der|den)\s+\w+en\s+$", re.IGNORECASE)
_BEHIND_ENDING = {
    "s": re.compile(r"\b(?:des|\w*(?:ein|ihr|unser|dies|jed)es)\s+(?:\w+en\s+)?$", re.IGNORECASE),
    "n": re.compile(
        r"\b(?:de[ms]|zum|vom|beim|\w*(?:ein|ihr|unser|dies|jed)e[nms])\s+(?:\w+en\s+)?$", re.I
    ),
}
_WHO_IS = re.compile(r",\s+(?:der|den|dem)\s+$")  # jemand, der Arzt ist
_LONG = 6  # letters of a word that may be the last part of another


def texts(source: str, text: str, language: str, roles: Iterable[str], wanted: Gender) -> list[str]:
    """The ways to say the translation `text` of `source` with all words for the English `roles` in
    the wanted gender; none where there are no such words, or something else may have to change.
    `language` as of `shown`.

    >>> texts("The old judge left.", "Der alte Richter ging.", "de", ["judge"], Gender.FEMININE)
    ['Die alte Richterin ging.']
    """
    places = _changing(text, language, roles, wanted)
    if not _of_one(text, places):
        return []
    made, at = [""], 0
    for n, (match, words) in enumerate(places):
        before: str | None = text[at : match.start()]
        if n:
            before = _behind(text[at : match.start()], language, wanted)
        if before is None or not _one(text, match, language, wanted, first=not n):
            return []
        parts = list(begun.part(before, match, words, language, wanted))
        made = [head + part for head in made for part in parts]
        at = match.end()
        if len(made) > _MOST:
            return []
    rest = _behind(text[at:], language, wanted)
    if not places or rest is None:
        return []
    found = [head + rest for head in made]
    if "’" not in text:
        found = [whole.replace("’", "'") for whole in found]
    subject = any(_may_be_subject(text, match, language) for match, _ in places)
    return [
        whole
        for whole in dict.fromkeys(found)
        if whole != text
        and not elsewhere.of(source, whole, language, _OTHER[wanted], subject=subject)
    ]


def _changing(text: str, language: str, roles: Iterable[str], wanted: Gender) -> list[begun.Place]:
    """The places where something would change."""
    found = begun.places(text, language, roles, wanted)
    starts = [0, *(match.end() for match, _ in found)]
    return [
        (match, words)
        for start, (match, words) in zip(starts, found, strict=False)
        if any(
            part != text[start : match.end()]
            for part in begun.part(text[start : match.start()], match, words, language, wanted)
        )
    ]


def _of_one(text: str, places: Sequence[begun.Place]) -> bool:
    """Whether no word stands for somebody else too: none stands twice, nor in both genders."""
    said = called.words(text)
    each = [match[0].casefold() for match, _ in places]
    new = {word.casefold() for _, words in places for word in words}
    return len(set(each)) == len(each) and not (new - set(each)) & said


def shown(text: str, language: str, roles: Iterable[str]) -> Gender | None:
    """The gender of the words for the roles in a translation; None where it is not to be seen."""
    own = list(roles)
    changed = [wanted for wanted in Gender if _changing(text, language, own, wanted)]
    return _OTHER[changed[0]] if len(changed) == 1 else None


def strangers(source: str, text: str, language: str, roles: Iterable[str]) -> list[str]:
    """Roles that a translation has one word for, and its source none, where it has no word for the
    `roles` of its only person: another word for them than the tables have."""
    said = called.words(source)
    own = {
        form.casefold()
        for role in roles
        for pair in CALLED.get(role, {}).get(language, ())
        for form in pair
    }
    here = called.words(text)
    if own & here:
        return []
    found = {word: _ROLES[language][word] for word in here if word in _ROLES[language]}
    if len(found) != 1:
        return []
    [others] = found.values()
    if any(part in said or f"{part}s" in said for role in others for part in role.split()):
        return []
    return others


def _roles(language: str) -> dict[str, list[str]]:
    """By a word that is of persons of one gender alone, the roles."""
    known: dict[str, list[str]] = {}
    table = GENDERED[language]
    for role, forms in CALLED.items():
        for form in (form.casefold() for pair in forms[language] for form in pair):
            if form in table.male or form in table.female:
                known.setdefault(form, []).append(role)
    return known


_ROLES = {language: _roles(language) for language in LANGUAGES}


def _one(text: str, match: re.Match[str], language: str, wanted: Gender, *, first: bool) -> bool:
    """Whether a word surely means one person, who is called so and not otherwise too."""
    word, before = match[0], text[: match.start()]
    if (len(word) > 1 and word.isupper()) or _BOTH.match(text, match.end()):
        return False
    if not first and re.search(r"(?:,|/|\b(?:und|et|y|e))\s+$", before):
        return True
    if language != "de":
        return not word.endswith("s") or word.casefold() in _ROLES[language]
    if not word[:1].isupper() or (wanted is F and _WHO_IS.search(before)):
        return False
    if any(man == f"{woman}r" or man.endswith("amter") for man, woman in _pairs(word)):
        return False  # the one who is employed: its endings are an adjective's
    if match["part"]:
        last = word[len(match["part"]) :]
        known = word.casefold() in _ROLES["de"]
        if known or len(last) < _LONG or len(match["part"]) < 3:
            return match["part"].endswith("-") and not known
    return wanted is M or _one_man(word, before)


def _pairs(word: str) -> list[tuple[str, str]]:
    """German words for men and women, of which a word is one."""
    roles = _ROLES["de"].get(word.casefold(), ())
    return [pair for role in roles for pair in CALLED[role]["de"] if word in pair]


def _one_man(word: str, before: str) -> bool:
    """German: by its ending and the article before it."""
    known = _ROLES["de"]
    ending = ""
    if word.casefold() not in known:
        stem = next((word[:-n] for n in (1, 2) if word[:-n].casefold() in known), None)
        ending = word[len(stem) :] if stem else ""
    if ending:
        rule = _BEHIND_ENDING["s" if ending.endswith("s") else "n"]
        return bool(rule.search(before))
    return bool(_ONE_MAN.search(before)) and not _MANY.search(before)


def _behind(rest: str, language: str, wanted: Gender) -> str | None:
    """What stands behind a word that is of the wanted gender now; None where it is not known."""
    return _german(rest, wanted) if language == "de" else behind.agreeing(rest, language, wanted)


def _german(rest: str, wanted: Gender) -> str | None:
    """With the relative pronoun directly behind the word."""
    if wanted is M or _LIST.match(rest):
        return rest
    for man, woman in _RELATIVE.items():
        if rest.startswith(man):
            return woman + rest[len(man) :]
    return rest


# A word for somebody of whom no predicate speaks: *par le médecin*, but *le médecin*, *comme*.
_GOVERNED = {
    "fr": re.compile(r"\b(?:par|avec|chez|pour|contre|sans|selon|du|de (?:la |l['’])?|d['’]|aux?"
                     r"|à la)(?: (?:le|la|l['’]|une?|son|sa|cet?|cette|autre))*\W*$"),
    "es": re.compile(r"\b(?:por|con|contra|sin|según|del|de|al|a|para)"
                     r"(?: (?:el|la|una?|su|este|esta|otro|otra))*\W*$"),
}  # fmt: skip
_WHO = re.compile(r"[^.;]{0,40}?,? (?:qui|que|quien)\b")


def _may_be_subject(text: str, match: re.Match[str], language: str) -> bool:
    """Whether a word may have a predicate."""
    if language not in _GOVERNED:
        return True
    governed = _GOVERNED[language].search(text[: match.start()])
    return not governed or bool(_WHO.match(text, match.end()))

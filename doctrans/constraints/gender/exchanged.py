"""A translation with the words for its persons in the other gender, and all else as it was.

Article, adjectives and relative pronoun beside a word change with it. What agrees with it further
on is not found by rules as these; so where something may, there is no such text. Pure functions of
texts; the tables are those of `begun` and `words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from doctrans.constraints.gender import begun, called
from doctrans.constraints.gender.evidence import of_pronouns
from doctrans.constraints.gender.words import CALLED, GENDERED, LANGUAGES
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE
_OTHER = {F: M, M: F}
# Behind a German noun, masculine to feminine; the other way *die* may be many.
_RELATIVE = {", der ": ", die ", ", den ": ", die ", ", dem ": ", der ", ", dessen ": ", deren "}
_PLURAL_OR_SHE = re.compile(r", (?:die|der|deren) ")
# Adjectives behind a noun, masculine to feminine.
_ENDINGS = {
    "fr": (("é", "ée"), ("if", "ive"), ("eux", "euse"), ("el", "elle"), ("ent", "ente"),
           ("ant", "ante"), ("ien", "ienne"), ("ais", "aise"), ("ois", "oise"), ("al", "ale"),
           ("ier", "ière"), ("ain", "aine"), ("in", "ine"), ("oint", "ointe"), ("ard", "arde"),
           ("and", "ande"), ("ct", "cte")),
    "es": (("or", "ora"), ("és", "esa"), ("ol", "ola"), ("án", "ana"), ("o", "a")),
}  # fmt: skip
_EITHER = {"fr": re.compile(r"\w+[^é]e"), "es": re.compile(r"\w+(?:e|ista|al|ar|il|az|iz)")}
_BETWEEN = re.compile(r" (?:(?:muy|más|très|plus) )?")
_ADJECTIVE = re.compile(r"[a-zà-ÿ]{3,}\b(?!['’])")
# Behind a noun what is no adjective.
_NO_ADJECTIVE = {
    "fr": re.compile(r"(?:avec|chez|dans|depuis|des|dont|elle|était|fut|ils?|les?|lors|mais|nous|où"
                     r"|par|pas|plus|pour|puis|quand|quant|que|qui|sans|ses|son|sur|est|vers|vous|sous"
                     r"|pendant|avant|après|entre|selon|comme|car|ont|avait|sera|doit|peut|aux|leur"
                     r"|une?|cette)"),
    "es": re.compile(r"(?:aunque|cada|como|con|cuando|del|desde|durante|ella|ellos|entre|era|está"
                     r"|estaba|fue|hasta|había|las?|los|mientras|para|pero|por|porque|que|según|ser"
                     r"|sin|sobre|son|sus?|tiene|tras|una?|puede|debe|hace|dice|según|donde|será)"),
}  # fmt: skip
# A verb behind a noun, by its ending.
_VERB = {
    "fr": re.compile(r"\w+(?:ait|aient|ont|era|eront|rait|it|ut|(?<!o)int|[tv]ient|a)"),
    "es": re.compile(r"\w+(?:ó|aba|ía|aron|ieron|aban|ían|ará|erá|irá)"),
}
# What agrees with a subject that it says something of.
_COPULA = {
    "fr": r"(?:est|était|fut|été|sera|serait|soit|suis|étant|devenue?|restée?|reste|restait|semble)"
          r"\s+(?:\w+ment\s+|très\s+|plus\s+|pas\s+|aussi\s+|toujours\s+|déjà\s+)*",
    "es": r"(?:es|era|fue|soy|sido|siendo|está|estaba|estuvo|será|sería|quedó|resultó|estar|ser)"
          r"\s+(?:\w+mente\s+|muy\s+|más\s+|tan\s+|también\s+|ya\s+)*",
}  # fmt: skip
_SAID = {
    ("fr", M): r"(?!(?:ainsi|aussi|ici|puis|depuis|lui|parmi|bien|loin|rien)\b)"
               r"\w+(?:é|[^aeo]i|u|is|it|ert|ort|êt|ûr|eul|and|ard|eux|oux|if|[^m]ent|ant|ier|ien"
               r"|ain|in|al|el)\b",
    ("fr", F): r"(?!(?:[ct]?elle|quelle)\b)"
               r"\w+(?:ée|ie|ue|ise|ite|erte|orte|ête|ûre|eule|ande|arde|euse|ouse|ive|ente|ante"
               r"|ière|ienne|aine|ine|ale|elle)\b",
    ("es", M): r"(?!est?o\b)\w{2,}(?:[ai]do|[^n]to|so|cho|ico|ivo|ario|oso)\b",
    ("es", F): r"(?!est?a\b)\w{2,}(?:[ai]da|[^n]ta|sa|cha|ica|iva|aria|osa)\b",
}  # fmt: skip
_PREDICATE = {key: re.compile(rf"\b{_COPULA[key[0]]}{said}", re.I) for key, said in _SAID.items()}


def texts(source: str, text: str, language: str, roles: Sequence[str], wanted: Gender) -> list[str]:
    """The ways to say the translation `text` of `source` with all words for the English `roles` in
    the wanted gender; none where there are no such words, or something else may have to change.
    `language` as of `shown`.

    >>> texts("The old judge left.", "Der alte Richter ging.", "de", ["judge"], Gender.FEMININE)
    ['Die alte Richterin ging.']
    """
    made, at = [""], 0
    for parts, end in begun.through(text, language, roles, wanted):
        fitting = [_behind(part, language, wanted) if at else part for part in parts]
        made = [head + part for head in made for part in fitting if part is not None]
        at = end
    rest = _behind(text[at:], language, wanted)
    if not at or rest is None:
        return []
    found = [head + rest for head in made]
    predicate = _subject(text, language, roles, wanted)
    if "’" not in text:
        found = [whole.replace("’", "'") for whole in found]
    return [
        whole
        for whole in dict.fromkeys(found)
        if whole != text and not _doubted(source, whole, language, wanted, predicate)
    ]


def strangers(source: str, text: str, language: str, roles: Iterable[str]) -> list[str]:
    """Roles that a translation has words for and its source has not: other words for somebody than
    the tables have for `roles`."""
    said = called.words(source)
    own = {form.casefold() for r in roles for pair in CALLED[r][language] for form in pair}
    found = (_ROLES[language].get(word, ()) for word in called.words(text) - own)
    return sorted(role for some in found for role in some if said.isdisjoint(role.split()))


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


def shown(text: str, language: str, roles: Iterable[str]) -> Gender | None:
    """The gender of the words for the roles in a translation; None where it is not to be seen."""
    own = list(roles)
    changed = [wanted for wanted in Gender if _changes(text, language, own, wanted)]
    return _OTHER[changed[0]] if len(changed) == 1 else None


def _changes(text: str, language: str, roles: list[str], wanted: Gender) -> bool:
    """Whether there are words for the roles that would be others in a gender."""
    at = 0
    for parts, end in begun.through(text, language, roles, wanted):
        if any(part != text[at:end] for part in parts):
            return True
        at = end
    return False


def _behind(rest: str, language: str, wanted: Gender) -> str | None:
    """What stands behind a word that is of the wanted gender now; None where it is not known."""
    if language == "de":
        return _german(rest, wanted)
    made, at = "", 0
    for between, word in _following(rest):
        if _NO_ADJECTIVE[language].fullmatch(word) or _VERB[language].fullmatch(word):
            break
        agreeing = _agreeing(word, language, wanted)
        if agreeing is None:
            return None
        made += between + agreeing
        at += len(between + word)
    return made + rest[at:]


def _following(rest: str) -> Iterator[tuple[str, str]]:
    """Words in small letters that follow each other, with what stands before each."""
    at = 0
    while between := _BETWEEN.match(rest, at):
        word = _ADJECTIVE.match(rest, between.end())
        if not word:
            return
        yield between[0], word[0]
        at = word.end()


def _agreeing(word: str, language: str, wanted: Gender) -> str | None:
    for man, woman in _ENDINGS[language]:
        old, new = (man, woman) if wanted is F else (woman, man)
        if word.endswith(old):
            return word[: len(word) - len(old)] + new
    return word if _EITHER[language].fullmatch(word) else None


def _german(rest: str, wanted: Gender) -> str | None:
    if wanted is M:
        return None if _PLURAL_OR_SHE.match(rest) else rest
    for man, woman in _RELATIVE.items():
        if rest.startswith(man):
            return woman + rest[len(man) :]
    return rest


def _doubted(source: str, text: str, language: str, wanted: Gender, subject: bool) -> bool:
    """Whether something else in it may speak of the same person, in the other gender: a pronoun
    that the source does not explain, or, of a subject, a predicate."""
    other = _OTHER[wanted]
    rule = _PREDICATE.get((language, other))
    said = bool(subject and rule and rule.search(text))
    return said or other in of_pronouns(source, text, language)


# A word for somebody of whom no predicate speaks: *par le médecin*, but *le médecin*, *comme*.
_GOVERNED = {
    "fr": re.compile(r"\b(?:par|avec|chez|pour|contre|sans|selon|du|de (?:la |l['’])?|d['’]|aux?"
                     r"|à la)"
                     r"(?: (?:le|la|l['’]|une?|son|sa|cet?|cette|autre))*\W*$"),
    "es": re.compile(r"\b(?:por|con|contra|sin|según|del|de|al|a|para)"
                     r"(?: (?:el|la|una?|su|este|esta|otro|otra))*\W*$"),
}  # fmt: skip
_RELATIVE_BEHIND = re.compile(r",? (?:qui|que|quien)\b")


def _subject(text: str, language: str, roles: Sequence[str], wanted: Gender) -> bool:
    """Whether one of the words may have a predicate."""
    if language not in _GOVERNED:
        return True
    return any(
        not _GOVERNED[language].search(text[:start]) or _RELATIVE_BEHIND.match(text, end)
        for start, end in begun.found(text, language, roles, wanted)
    )

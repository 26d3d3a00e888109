"""What a sentence says of the gender of persons: of an English one, and of its translation.

Pure functions of texts, and the tables they look into. The source is asked for words of one
gender and none of the other, the target for the same, with care for what a pronoun may stand for:
*sie* is *she*, *they* or a thing, and the English sentence tells which of these it can be. Rather a
good translation is left out than a wrong one let in.

These are the two filters of gender-filtered self-training (Choubey et al. 2021, "GFST:
Gender-Filtered Self-Training for More Accurate Gender in Translation"). They look into the
morphology that a tagger gives; here are word lists, endings and agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doctrans.constraints.gender.words import GENDERED
from doctrans.model import Gender

F, M = Gender.FEMININE, Gender.MASCULINE
_WORD = re.compile(r"\w+(?:-\w+)*")


def words(text: str) -> set[str]:
    """Case-folded; of those with a hyphen (`son-in-law`, `dit-elle`) the parts too."""
    found = set(_WORD.findall(text.casefold()))
    return found.union(*(word.split("-") for word in found)) if "-" in text else found


def of_source(sentence: str) -> Gender | None:
    """The only gender that its words name, if they name one."""
    return _named(words(sentence))


def _named(said: set[str]) -> Gender | None:
    found = _listed(said, "en")
    return found.pop() if len(found) == 1 else None


def _listed(found: set[str], language: str) -> set[Gender]:
    known = GENDERED[language]
    return {g for g, own in ((F, known.female), (M, known.male)) if found & own}


@dataclass(frozen=True, slots=True)
class _Pronoun:
    """Words of `gender`. They are evidence for it unless the source has one of `unclear`, and
    against the other unless it has one of `unclear` or `harmless`."""

    forms: frozenset[str]
    gender: Gender
    unclear: frozenset[str] = frozenset()
    harmless: frozenset[str] = frozenset()


def _pronoun(forms: str, gender: Gender, *, plural: bool = False, owner: bool = False) -> _Pronoun:
    unclear = _PLURAL if plural else frozenset[str]()
    return _Pronoun(frozenset(forms.split()), gender, unclear, _OWNER if owner else _THING)


_THING = frozenset({"it", "its", "itself", "this", "that", "one", "which"})
_OWNER = frozenset({"its", "one"})
_PLURAL = frozenset(
    {"they", "them", "their", "theirs", "themselves", "you", "your", "yours", "yourself", "these"}
)
_PRONOUNS = {
    "de": (
        _pronoun("er ihm ihn", M),
        _pronoun("seine seinen seinem seiner seines", M, owner=True),
        _pronoun("sie", F, plural=True),
        _pronoun("ihr ihre ihrem ihren ihrer ihres", F, plural=True, owner=True),
    ),
    "fr": (
        _pronoun("il lui-même", M),
        _pronoun("elle elle-même", F),
        _pronoun("ils eux", M, plural=True),
        _pronoun("elles", F, plural=True),
    ),
    "es": (
        _pronoun("él", M),
        _pronoun("ella", F),
        _pronoun("ellos", M, plural=True),
        _pronoun("ellas", F, plural=True),
    ),
}
_SINGLE = {language: frozenset[str]().union(*(p.forms for p in all_))
           for language, all_ in _PRONOUNS.items()}  # fmt: skip

# `il` that is nobody: il y a, il faut, il est possible que, s'il vous plaît.
_NOBODY = {
    "fr": re.compile(
        r"\bil\s+(?:n['’]\s*|ne\s+|(?:me|te|lui|nous|vous|leur)\s+)?(?:y\s+(?:en\s+)?(?:a|avait"
        r"|aura|aurait|eut)\b|(?:a\s+)?fallu\b|faut\b|fallait\b|faudra\w*|fallut\b|s['’]agi\w+"
        r"|pleu\w+|neig\w+|existe\b|est\s+(?:\w+\s+)?(?:possible|impossible|important|probable"
        r"|nécessaire|évident|vrai|clair|temps|tard|tôt|difficile|facile|préférable|interdit"
        r"|inutile|rare|essentiel|dommage|\w+\s+heures?)\b)"
        r"|\bs['’]il\s+(?:vous|te)\s+pla\w+|\by\s+a-t-il\b|\bl['’]heure\s+qu['’]il\s+est\b"
        r"|\bqu['’]il\s+en\s+soit\b"
    ),
}
# Words that are of men only where they stand so: *his* before a noun (not *to be*), *him* after a
# preposition (not *to her*), a boy (not *young*).
_OF_MEN = frozenset({"his", "him", "he", "boy", "boys"})
_HIM = {
    "de": re.compile(r"(?<!\bzu )\b[Ss]ein \w|(?<=\w )Jungen?\b"),
    "fr": re.compile(
        r"(?i:\b(?:pour|avec|de|chez|sur|contre|sans|en|à|que|devant) lui)(?=\s*(?:[^\w\s]|$))"
    ),
}

# A noun in -in, of what one is or does (Kanzlerin, Moderatorinnen), and what only looks like one.
_IN = re.compile(r"\b[A-ZÄÖÜ][\wß]+(?:er|or|ist|ent|ant|log|eur|egin)in(?:nen)?\b")
_NOT_IN = frozenset(
    {"glycerin", "cholesterin", "dentin", "severin", "valentin", "florentin", "quentin"}
    | {"konstantin", "constantin"}
)
_SHORTEST_HEAD = 5  # letters of a person's word at the end of a German compound


def of_target(source: str, target: str, language: str) -> frozenset[Gender]:
    """The genders that a translation shows of persons, where `source` explains nothing else.

    A word of the other gender than the source's is there even where it is not evidence enough for
    its own, so that the set is `{gender}` only if all is well."""
    said = words(source)
    wanted = _named(said)
    text = _without_nobody(target, language)
    found = words(text)
    shown = _listed(found - _SINGLE[language], language)
    shown |= set(_of_pronouns(said, found, wanted, language))
    shown |= {gender for gender, rule in _RULES[language] if rule.search(text)}
    if said & _OF_MEN and language in _HIM and _HIM[language].search(target):
        shown.add(M)
    if language == "de":
        shown |= set(_of_nouns(said, target))
    return frozenset(shown)


def of_pronouns(source: str, target: str, language: str) -> set[Gender]:
    """Those of pronouns that may mean somebody whom the source does not call so."""
    said = words(source)
    found = words(_without_nobody(target, language))
    some = (p for p in _PRONOUNS[language] if found & p.forms and not said & p.unclear)
    return {pronoun.gender for pronoun in some} - _listed(said, "en")


def _without_nobody(target: str, language: str) -> str:
    text = target.casefold()
    return _NOBODY[language].sub(" ", text) if language in _NOBODY else text


def _of_pronouns(
    said: set[str], found: set[str], wanted: Gender | None, language: str
) -> Iterator[Gender]:
    for pronoun in _PRONOUNS[language]:
        excused = pronoun.unclear
        if pronoun.gender is not wanted:
            excused = excused | pronoun.harmless
        if found & pronoun.forms and not said & excused:
            yield pronoun.gender


def _of_nouns(said: set[str], target: str) -> Iterator[Gender]:
    """German: `-in`, and compounds (`Rechtsanwalt`, `Fußballspielerin`)."""
    known = GENDERED["de"]
    for match in re.finditer(r"\b[A-ZÄÖÜ][\wß]+", target):
        word = match[0].casefold()
        if word in said:
            continue
        if _IN.fullmatch(match[0]) and word not in _NOT_IN:
            yield F
        heads = {word[i:] for i in range(1, len(word) - _SHORTEST_HEAD + 1)}
        if heads & known.female:
            yield F
        elif heads & known.male:
            yield M


# Agreement with a subject: copula, adverbs, and the form that follows. Adjectives and participles
# that are common of persons, as masculine/feminine; other participles are known by their ending.
_FORMS = {
    "fr": (
        "content/contente prêt/prête heureux/heureuse malheureux/malheureuse sûr/sûre seul/seule "
        "grand/grande petit/petite mort/morte devenu/devenue venu/venue revenu/revenue "
        "parti/partie sorti/sortie assis/assise surpris/surprise élu/élue connu/connue vu/vue "
        "convaincu/convaincue déçu/déçue perdu/perdue inscrit/inscrite pris/prise mis/mise "
        "compris/comprise reconnu/reconnue vêtu/vêtue certain/certaine intelligent/intelligente "
        "gentil/gentille beau/belle vieux/vieille jeune/jeune fier/fière furieux/furieuse "
        "nerveux/nerveuse jaloux/jalouse amoureux/amoureuse sérieux/sérieuse inquiet/inquiète "
        "absent/absente présent/présente satisfait/satisfaite étudiant/étudiante"
    ),
    "es": (
        "contento/contenta listo/lista solo/sola alto/alta bajo/baja pequeño/pequeña muerto/muerta "
        "seguro/segura guapo/guapa bonito/bonita viejo/vieja enfermo/enferma loco/loca "
        "orgulloso/orgullosa furioso/furiosa nervioso/nerviosa celoso/celosa famoso/famosa "
        "serio/seria rico/rica delgado/delgada nuevo/nueva bueno/buena malo/mala "
        "electo/electa descubierto/descubierta visto/vista hecho/hecha puesto/puesta"
    ),
}
_ENDINGS = {"fr": (r"\w+é", r"\w+ée"), "es": (r"(?!demasiado)\w{2,}[ai]do", r"\w{2,}[ai]da")}
_COPULA = {
    "fr": r"(?:ne\s+|n['’])?(?:est|était|fut|sera|serait|(?:a|avait|aura|aurait)\s+été|semble"
          r"|semblait|devient|reste|restait)\s+(?:pas\s+|plus\s+|jamais\s+|très\s+|trop\s+"
          r"|aussi\s+|déjà\s+|si\s+|assez\s+|encore\s+|toujours\s+|vraiment\s+)*",
    "es": r"(?:no\s+|ya\s+|también\s+|nunca\s+)*(?:es|era|fue|está|estaba|estuvo|será|sería|quedó"
          r"|(?:ha|había|habrá|habría)\s+(?:sido|estado)|parece|parecía)\s+(?:muy\s+|más\s+|tan\s+"
          r"|bien\s+|ya\s+|siempre\s+|casi\s+|bastante\s+|demasiado\s+)*",
}  # fmt: skip
_SUBJECT = {"fr": r"\b(?:il|elle)\s+", "es": r"\b(?:él|ella)\s+"}
_ONE_OF = {
    "de": (r"\b(?:sie|er)\s+(?:ist|war|wurde|wird)\s+", r"einer (?:der|von)", r"eine (?:der|von)"),
    "fr": (_SUBJECT["fr"] + _COPULA["fr"], r"(?:l['’])?un (?:des|de)", r"(?:l['’])?une (?:des|de)"),
    "es": (_SUBJECT["es"] + _COPULA["es"], r"uno de", r"una de"),
}

# What follows *a été* is a participle, whatever its ending, but for these.
_PASSIVE = r"\b(?:il|elle)\s+(?:n['’])?(?:a|avait|aura|aurait)\s+(?:pas\s+)?été\s+"
_NO_PARTICIPLE = r"(?!(?:aussi|plus|puis|depuis|parmi|ici|ainsi|vite|tout|partie)\b)"
_PARTICIPLE = {M: r"\w+(?:it|is|u|i)\b", F: r"\w+(?:ite|ise|ue|ie)\b"}


def _rules() -> dict[str, tuple[tuple[Gender, re.Pattern[str]], ...]]:
    rules: dict[str, list[tuple[Gender, re.Pattern[str]]]] = {}
    for language, (before, *ones) in _ONE_OF.items():
        own = rules.setdefault(language, [])
        own += ((g, re.compile(before + one + r"\b")) for g, one in zip((M, F), ones, strict=True))
    for language, table in _FORMS.items():
        pairs = [pair.split("/") for pair in table.split()]
        for column, gender in enumerate((M, F)):
            forms = "|".join(pair[column] for pair in pairs if pair[0] != pair[1])
            ending = _ENDINGS[language][column]
            before = _SUBJECT[language] + _COPULA[language]
            rule = re.compile(rf"{before}(?:{forms}|{ending})\b")
            rules[language].append((gender, rule))
    for gender, ending in _PARTICIPLE.items():
        rules["fr"].append((gender, re.compile(_PASSIVE + _NO_PARTICIPLE + ending)))
    return {language: tuple(own) for language, own in rules.items()}


_RULES = _rules()

"""Translations up to the first word for a person, and that word in the other gender: what an engine
is made to begin with, so that it says the rest anew and agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from doctrans.constraints.gender.words import CALLED
from doctrans.model import Gender

# Words before a noun, masculine to feminine. The other way there may be several.
_BEFORE = {
    "de": {
        "der": "die", "den": "die", "dem": "der", "des": "der", "zum": "zur", "vom": "von der",
        "beim": "bei der", "am": "an der", "im": "in der", "dieser": "diese", "diesen": "diese",
        "diesem": "dieser", "jeder": "jede", "jeden": "jede", "jedem": "jeder",
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
    "fr": frozenset(("est", "était", "comme", "suis", "chaque", "votre", "notre", "leur", "l’",
                     "d’", "de", "qu’", "que", "et", "ou", "aussi", "également", "toujours",
                     "ensuite", "pour", "par", "avec", "chez", "devenir", "devint", "devient",
                     "être", "fut", "étant", "serait")),
    "es": frozenset(("es", "era", "como", "soy", "cada", "su", "mi", "tu", "cualquier", "y", "e",
                     "o", "u", "también", "siempre", "luego", "después", "ya", "con", "para",
                     "por", "en", "hizo", "hacerse", "ser", "fue", "siendo", "sería", "sido")),
}  # fmt: skip
_ELIDED = {"fr": {"le": "l’", "la": "l’", "du": "de l’", "au": "à l’", "ma": "mon", "ta": "ton",
                  "sa": "son", "cette": "cette", "de": "d’", "que": "qu’"}}  # fmt: skip
_IN_FULL = {
    Gender.FEMININE: {"fr": {"l’": "la", "d’": "de", "qu’": "que"}},
    Gender.MASCULINE: {"fr": {"l’": "le", "d’": "de", "qu’": "que"}},
}
# Directly before a word for somebody (*élue présidente*), masculine to feminine.
_PARTICIPLE: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (),
    "fr": (("é", "ée"), ("lu", "lue")),
    "es": (("ado", "ada"), ("ido", "ida"), ("cto", "cta")),
}
# Titles tell who it is.
_TITLED = re.compile(
    r"(?:^|[\s(])(?:Herrn?|Frau|Fräulein|Monsieur|Madame|M\.|Mme|[Ss]eñora?|Sra?\.|[Dd]oña?)\s+"
    r"(?:(?:le|la) |l['’])?$"
)
# German adverbs and the like show no gender, and adjectives before a noun have an ending.
_UNINFLECTED = re.compile(r"(?!das$)[a-zäöüß]+(?<!e)(?<!e[nrms])|später|wieder|immer|eben")
# What is of the gender already.
_KEPT = {
    (language, gender): frozenset(pair[gender is Gender.FEMININE] for pair in pairs.items())
    for language, pairs in _BEFORE.items()
    for gender in Gender
}
_VOWEL = re.compile(r"[aeiouyhâàéèêîôûœ]", re.IGNORECASE)
# The word behind, if it does not have to agree.
_NEXT = {
    "de": re.compile(r" \w+"),
    "fr": re.compile(r" (?:a|est|était|et|de|du|des|à|qui|que|en|pour)\b"),
    "es": re.compile(r" (?:\w+[óñ]|\w+ía|es|era|fue|está|ha|y|de|del|que|en|para|se|no)\b"),
}
_LAST = re.compile(
    r"(?:^|(?<=\s)|(?<=['’]))(?P<det>(?:de|à|von|bei|an|in|a) (?:la|der)|(?:[ld]|qu)['’]|\w+) ?"
    r"(?P<between>)$",
    re.IGNORECASE,
)
_LAST_BUT_ONE = re.compile(_LAST.pattern.replace("(?P<between>)", r"(?P<between>[\w-]+ )"), re.I)
# Adjectives between article and noun, masculine to feminine; German ones by the article before.
_ADJECTIVE = {
    "fr": (("premier", "première"), ("dernier", "dernière"), ("nouveau", "nouvelle"),
           ("ancien", "ancienne"), ("bon", "bonne"), ("vieux", "vieille"), ("seul", "seule"),
           ("grand", "grande"), ("petit", "petite"), ("meilleur", "meilleure"), ("é", "ée"),
           ("ent", "ente"), ("ant", "ante"), ("eux", "euse"), ("el", "elle"), ("if", "ive")),
    "es": (("primer", "primera"), ("gran", "gran"), ("buen", "buena"), ("o", "a"), ("or", "ora")),
}  # fmt: skip


def neutrally(text: str, language: str, words: Mapping[str, str]) -> list[str]:
    """The ways to begin it with words for roles, feminine in grammar, that show no gender."""
    found: dict[tuple[int, int], Place] = {}
    for role, new in words.items():
        for old in {form for pair in CALLED[role][language] for form in pair}:
            if match := _word(old, language).search(text):
                found.setdefault(match.span(), (match, [new]))
    ordered = sorted(found.values(), key=lambda place: place[0].start())
    return _begun(text, language, ordered, Gender.FEMININE)[:_MOST]


def places(text: str, language: str, roles: Iterable[str], wanted: Gender) -> list[Place]:
    """Where the roles' words of the other gender stand, in order, with what may be put for each."""
    ordered: list[Place] = []
    found = _places(text, language, roles, wanted).values()
    for place in sorted(found, key=lambda place: place[0].start()):
        if not ordered or place[0].start() >= ordered[-1][0].end():  # else two words for the same
            ordered.append(place)
    return ordered


def beginnings(text: str, language: str, roles: Iterable[str], wanted: Gender) -> list[str]:
    """The ways to begin it, at the first of the roles' words of the other gender and, where it has
    several, at all of them; none where there is no such word, or words stand before it that cannot
    be followed. `language` as of `shown`."""
    found = places(text, language, roles, wanted)
    first = _begun(text, language, found[:1], wanted)
    rest = _begun(text, language, found, wanted) if len(found) > 1 else []
    made = dict.fromkeys([*first, *rest])
    return [head for head in made if not text.startswith(head)][:_MOST]


_MOST = 6  # beginnings that are worth their time
Place = tuple[re.Match[str], list[str]]


def _places(
    text: str, language: str, roles: Iterable[str], wanted: Gender
) -> dict[tuple[int, int], Place]:
    """Words of the other gender, and what may be put for each."""
    found: dict[tuple[int, int], Place] = {}
    for role in dict.fromkeys(roles):
        for man, woman in CALLED.get(role, {}).get(language, ()):
            old, new = (man, woman) if wanted is Gender.FEMININE else (woman, man)
            if old == new and language == "de":  # its article does not change
                continue
            for match in _word(old, language).finditer(text):
                others = found.setdefault(match.span(), (match, []))[1]
                others += [new] if new not in others else []
    return found


def _begun(text: str, language: str, found: Sequence[Place], wanted: Gender) -> list[str]:
    """Through the last of the places, with all of them in the wanted gender."""
    made, at = [""], 0
    for match, words in found:
        if match.start() < at:  # two words for the same
            continue
        own = list(part(text[at : match.start()], match, words, language, wanted))
        made = [head + more for head in made for more in own]
        at = match.end()
    more = _NEXT[language].match(text, at) if at else None
    if more:  # where more letters would make another word of it
        made = [head + more[0] for head in made]
    return made if at else []


def part(
    before: str, match: re.Match[str], words: Sequence[str], language: str, wanted: Gender
) -> Iterator[str]:
    """What stands before a place, and one of the words there."""
    first = match["part"] or ""
    for new in words:
        word = _compound(first, new) if first else _like(match[0], new)
        for head in _heads(before, word, language, wanted):
            ending = language == "de" and wanted is Gender.MASCULINE and _case(head, word)
            yield head + word + (ending or "")


# German articles of masculine nouns that are not in the nominative, and nouns that end alike then.
_OF = r"(?:\w*[mdsk]?ein|ihr|unser|dies|jed)"
_GENITIVE = re.compile(rf"\b(?:des|{_OF}es)(?: \w+en)? $", re.IGNORECASE)
_OBLIQUE = re.compile(rf"\b(?:de[nms]|zum|vom|beim|{_OF}e[nms])(?: \w+en)? $", re.IGNORECASE)
_WEAK = re.compile(
    r"(?:ent|ant|ist|(?<!r)at|and|graf|soph|nom|arch|ekt|aut|eut|urg|ot|et|yst|op|rad|bauer|bar|e)$",
    re.IGNORECASE,
)


def _case(head: str, man: str) -> str:
    """The ending of a German noun behind an article: des Lehrers, dem Studenten."""
    if _WEAK.search(man):
        return ("n" if man.endswith(("e", "er", "ar")) else "en") if _OBLIQUE.search(head) else ""
    if not _GENITIVE.search(head):
        return ""
    return "es" if re.search(r"(?:s|z|x|tz|zt)$", man) else "s"


def _word(form: str, language: str) -> re.Pattern[str]:
    """The last part of a German compound too; in any case."""
    if language == "de":
        return re.compile(rf"\b(?P<part>[\w-]*?){re.escape(form)}(?:e?s|e?n)?\b", re.IGNORECASE)
    return re.compile(rf"\b(?P<part>){re.escape(form)}s?\b", re.IGNORECASE)


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def _compound(part: str, new: str) -> str:
    return part + (new if part.endswith("-") else new.lower())


def _heads(before: str, word: str, language: str, wanted: Gender) -> Iterator[str]:
    """What stands before a word, with an article and an adjective that go with it."""
    if not before.strip() or before.endswith((", ", "/")):
        yield before
        return
    if _TITLED.search(before):
        return
    for last in filter(None, (rule.search(before) for rule in (_LAST, _LAST_BUT_ONE))):
        own, between = last["det"].replace("'", "’"), last["between"].strip()
        others = _articles(own.lower(), language, wanted)
        for other in others:
            adjective = _adjective(between, other, language, wanted) if between else ""
            if adjective is not None:
                if language == "fr" and wanted is Gender.MASCULINE and _VOWEL.match(word):
                    adjective = _BEFORE_VOWEL.get(adjective, adjective)
                table = _ELIDED if _VOWEL.match(adjective or word) else _IN_FULL[wanted]
                article = _like(own, table.get(language, {}).get(other, other))
                article += "" if article.endswith("’") else " "
                yield before[: last.start()] + article + (f"{adjective} " if adjective else "")
        if others:
            return


def _articles(own: str, language: str, wanted: Gender) -> list[str]:
    """What stands for it before a word of the wanted gender; itself for what stands before both."""
    pairs = _BEFORE[language].items()
    if wanted is Gender.FEMININE:
        others = [woman for man, woman in pairs if man == own]
    else:
        others = [man for man, woman in pairs if woman == own]
    for man, woman in _PARTICIPLE[language] if own != "été" else ():
        old, new = (man, woman) if wanted is Gender.FEMININE else (woman, man)
        if len(own) > len(new) and own.endswith(new):
            return [own]
        if len(own) > len(old) and own.endswith(old):
            others.append(own[: len(own) - len(old)] + new)
    same = _UNINFLECTED.fullmatch(own) if language == "de" else own in _SAME[language]
    if not others and (same or own in _KEPT[language, wanted]):
        others = [own]
    return list(dict.fromkeys(others))


def _adjective(word: str, article: str, language: str, wanted: Gender) -> str | None:
    """An adjective between an article and a noun of the wanted gender; None: it is not known."""
    if not word[:1].islower():
        return None
    if language == "de":
        return _german(word, article, wanted)
    if word in _EITHER[language]:
        return word
    for man, woman in _ADJECTIVE[language]:
        old, new = (man, woman) if wanted is Gender.FEMININE else (woman, man)
        if word.endswith(old):
            return word[: len(word) - len(old)] + new
    return word if word.endswith("e") else None


_EITHER = {
    "fr": frozenset[str](),
    "es": frozenset(("mejor", "peor", "mayor", "menor", "superior", "inferior", "anterior",
                     "posterior", "interior", "exterior")),
}  # fmt: skip
_BARE = frozenset(("als", "mit", "von", "für", "ohne", "durch", "war", "ist", "wurde", "wird"))
_IN_FULL_DE = re.compile(r"\w*[mdsk]?ein|[Ii]hr|unser|euer|der|des|dem|den")
_BEFORE_VOWEL = {"nouveau": "nouvel", "vieux": "vieil"}
_STRONG = {"r": "", "m": "r"}  # endings without an article: guter, gute; gutem, guter


def _german(word: str, article: str, wanted: Gender) -> str | None:
    """By the article: *eine gute*, *einer guten*, *ein guter*, *einen guten*, *der gute*."""
    match = re.fullmatch(r"(\w{2,}?)e([nrms]?)", word)
    if not match:
        return None
    stem, article = match[1], article.split()[-1]
    if not _IN_FULL_DE.fullmatch(article) and _UNINFLECTED.fullmatch(
        article
    ):  # als guter Arzt, but: ein sehr guter Arzt
        if article not in _BARE:
            return None
        endings = (
            _STRONG if wanted is Gender.FEMININE else {new: old for old, new in _STRONG.items()}
        )
        return f"{stem}e{endings[match[2]]}" if match[2] in endings else None
    if wanted is Gender.FEMININE:
        return stem + ("e" if article.endswith("e") else "en")
    if article.endswith(("en", "em", "es", "zum", "vom", "beim")):
        return stem + "en"
    definite = article in ("der", "dieser", "jeder")
    return stem + ("e" if definite else "er")

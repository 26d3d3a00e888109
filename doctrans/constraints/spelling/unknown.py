"""Words of a translation that are in no list of its language's words, and that its source does not
have: *Abonnen*, *prosécution*.

A small model spells a word that it does not know piece by piece, and may end at one that nobody
knows. No list has all words: forms of known ones, compounds, and what begins with a common prefix
are taken for known, names and code stand in the source. Of 1,000 human translations of development
sentences one or two in a hundred have an unknown word, of the embedded model's eight.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from doctrans.constraints.spelling.lexicon import Lexicon

LANGUAGES = ("de", "fr", "es")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z\xdf-\xf6\xf8-\u017f]+")
_LEAST = 4  # letters of a word that is looked at
_PART = 4  # of a part of a compound
_ENDINGS = {
    "de": ("innen", "in", "en", "er", "es", "em", "e", "s", "n"),
    "fr": ("es", "s", "x", "e"),
    "es": ("es", "s"),
}
_PREFIXES = re.compile(
    "anti|auto|co|cyber|geo|hyper|inter|intra|macro|makro|meta|micro|mikro|mini|mono|multi|neo|non|"
    "para|poly|post|pre|pré|prä|pro|pseudo|re|ré|semi|sub|super|trans|ultra|un|wieder|über|unter"
)
_ENCLITIC = re.compile(r"(?:(?:me|te|se|nos|os)?(?:l[aeo]s?)|me|te|se|nos|os)$")
_JOINTS = ("", "s", "n", "en", "es", "er", "e")
_UNACCENTED = str.maketrans("áéíóú", "aeiou")


def found(source: str, target: str, language: str) -> tuple[str, ...]:
    """Each once, as they stand in the translation; none for a language without a list. `language`
    is BCP 47.

    >>> found("Unsubscribe from this list.", "Abonnen Sie diese Liste.", "de-AT")
    ('Abonnen',)
    """
    primary = language.partition("-")[0].lower()
    if primary not in LANGUAGES:
        return ()
    unknown = [
        word
        for word in dict.fromkeys(_WORD.findall(target))
        if len(word) >= _LEAST and (word.islower() or word.istitle())
        and not _known(word.casefold(), primary)
    ]  # fmt: skip
    if not unknown:
        return ()
    there = {word.casefold() for word in _WORD.findall(source)}
    return tuple(word for word in unknown if there.isdisjoint(_stems(word.casefold(), primary)))


@lru_cache(1 << 16)
def _known(word: str, language: str) -> bool:
    """What is not in Latin letters was copied, and is nobody's invention."""
    return (
        not _LATIN.fullmatch(word)
        or any(_listed(stem, language) for stem in _stems(word, language))
        or (language == "es" and _with_pronoun(word))
        or (language == "de" and _compound(word))
    )


def _listed(word: str, language: str) -> bool:
    words = _lexicon(language)
    if word in words:
        return True
    prefix = _PREFIXES.match(word)
    rest = word[prefix.end() :] if prefix else ""
    return len(rest) >= _LEAST and rest in words


def _stems(word: str, language: str) -> list[str]:
    """The word, and it without what it may end in."""
    ends = (end for end in _ENDINGS[language] if word.endswith(end))
    return [word, *(word[: -len(end)] for end in ends if len(word) - len(end) >= _LEAST)]


def _with_pronoun(word: str) -> bool:
    """*guardarlo*, *fíjalos*."""
    stem = _ENCLITIC.sub("", word)
    return len(stem) >= 3 and (_listed(stem, "es") or _listed(stem.translate(_UNACCENTED), "es"))


def _compound(word: str, most: int = 3) -> bool:
    """Whether it is known words in a row, with what joins them."""
    for at in range(_PART, len(word) - _PART + 1):
        head, rest = word[:at], word[at:]
        if not any(
            head.endswith(joint) and len(head) - len(joint) >= _PART - 1
            and _listed(head[: len(head) - len(joint)], "de")
            for joint in _JOINTS
        ):  # fmt: skip
            continue
        if any(_listed(stem, "de") for stem in _stems(rest, "de")):
            return True
        if most > 1 and _compound(rest, most - 1):
            return True
    return False


@cache
def _lexicon(language: str) -> Lexicon:
    return Lexicon(resources.files(__package__).joinpath(f"{language}.bin").read_bytes())

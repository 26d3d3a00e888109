"""Words of a translation that are in no list of its language's words, and that its source does not
have: *Abonnen*, *prosécution*.

A small model spells a word that it does not know piece by piece, and may end at one that nobody
knows. No list has all words: forms of known ones, compounds, and what begins with a common prefix
are taken for known (so that a good quarter of invented German words pass), names and code stand in
the source. Of 1,000 human translations of development sentences one in a hundred has an unknown
word, of the embedded model's six.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from doctrans.constraints.gender.words import GENDERED
from doctrans.constraints.spelling.lexicon import load

LANGUAGES = ("de", "fr", "es")
_WORD = re.compile(r"[^\W\d_]+")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060]")  # between the letters of a word
_LETTERS = {
    "de": re.compile("[a-zäöüàâçèéêîïôñ]+"),
    "fr": re.compile("[a-zàâæçèéêëîïôœùûüÿ]+"),
    "es": re.compile("[a-záéíóúüñ]+"),
}
_LEAST = 4  # letters of a word that is looked at
_PART = 4  # of a part of a compound
# Shorter ones that begin many.
_SHORT = (
    "akt alt amt arm art bad bau bus ehe eis fax gas gen hof neu not ohr pkw rad rat rot see ski "
    "tag tal tee tor typ uhr web weg zug zoo"
)
_HEADS = frozenset(_SHORT.split())
_LONGEST = 60  # letters of a word that is taken for one
_ALIKE = 0.75  # of a name's letters, from its first on, stand in what it became: *Kowalskis*
# Ends of words, and what stands there in the form that is listed.
_ENDINGS = {
    "de": (
        ("innen", ""), ("innen", "e"), ("in", ""), ("in", "e"), ("en", ""), ("er", ""), ("es", ""),
        ("em", ""), ("e", ""), ("s", ""), ("n", ""),
    ),
    "fr": (
        ("es", ""), ("s", ""), ("x", ""), ("e", ""), ("ière", "ier"), ("ières", "ier"),
        ("euse", "eur"), ("euses", "eur"), ("trice", "teur"), ("trices", "teur"), ("ienne", "ien"),
        ("iennes", "ien"),
    ),
    "es": (
        ("es", ""), ("s", ""), ("a", "o"), ("as", "o"), ("ora", "or"), ("oras", "or"), ("d", ""),
    ),
}  # fmt: skip
_PREFIXES = re.compile(
    "anti|auto|contra|co|cyber|des|dés|dé|geo|hyper|inter|intra|macro|makro|meta|micro|mikro|mini|"
    "mono|multi|neo|non|para|poly|post|pre|pré|prä|pro|pseudo|re|ré|semi|sobre|sub|super|trans|"
    "ultra|un|wieder|über|unter|zu"
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
        for word in dict.fromkeys(_WORD.findall(_plain(target)))
        if len(word) >= _LEAST and (word.islower() or word.istitle())
        and not _known(word.casefold(), primary)
    ]  # fmt: skip
    if not unknown:
        return ()
    text = _plain(source)
    there = {word.casefold() for word in _WORD.findall(text)}
    names = [match[0].casefold() for match in _NAME.finditer(text)]
    return tuple(
        word
        for word in unknown
        if there.isdisjoint(_stems(word.casefold(), primary))
        and not any(_becomes(name, word.casefold()) for name in names)
    )


def is_known(word: str, language: str) -> bool:
    """Whether a word is in its language's list, or a form of one that is; `LANGUAGES` only."""
    return _known(_plain(word).casefold(), language.partition("-")[0].lower())


_NAME = re.compile(r"(?<=[\w,;:)] )[^\W\d_a-z]\w{3,}")  # not at the start of a sentence


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def _becomes(name: str, word: str) -> bool:
    alike = next((i for i, (a, b) in enumerate(zip(name, word, strict=False)) if a != b), None)
    return (min(len(name), len(word)) if alike is None else alike) >= _ALIKE * len(name)


@lru_cache(1 << 16)
def _known(word: str, language: str) -> bool:
    """What has other letters than the language writes was copied, and is nobody's invention."""
    return (
        not _LETTERS[language].fullmatch(word)
        or len(word) > _LONGEST
        or word in GENDERED[language].female
        or word in GENDERED[language].male
        or any(_listed(stem, language) for stem in _stems(word, language))
        or (language == "es" and _with_pronoun(word))
        or (language == "de" and _compound(word))
    )


def _listed(word: str, language: str) -> bool:
    words = load(language)
    if word in words:
        return True
    prefix = _PREFIXES.match(word)
    rest = word[prefix.end() :] if prefix else ""
    return len(rest) >= _LEAST and rest in words


def _stems(word: str, language: str) -> list[str]:
    """The word, and it in the forms that have no such ending."""
    ends = ((end, to) for end, to in _ENDINGS[language] if word.endswith(end))
    return [
        word,
        *(word[: -len(e)] + to for e, to in ends if len(word) - len(e) + len(to) >= _LEAST),
    ]


def _with_pronoun(word: str) -> bool:
    """*guardarlo*, *fíjalos*."""
    stem = _ENCLITIC.sub("", word)
    return len(stem) >= 3 and (_listed(stem, "es") or _listed(stem.translate(_UNACCENTED), "es"))


def _compound(word: str, most: int = 3) -> bool:
    """Whether it is known words in a row, with what joins them."""
    for at in range(3, len(word) - _PART + 1):
        head, rest = word[:at], word[at:]
        heads = (head[: len(head) - len(j)] for j in _JOINTS if head.endswith(j))
        if not any((len(h) >= _PART and _listed(h, "de")) or h in _HEADS for h in heads):
            continue
        if any(_listed(stem, "de") for stem in _stems(rest, "de")):
            return True
        if most > 1 and _compound(rest, most - 1):
            return True
    return False

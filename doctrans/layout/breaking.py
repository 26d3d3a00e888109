"""Where a line may end: Unicode line breaking (UAX #14), soft hyphens, hyphenation points.

Most text is words between spaces, in which nothing but the spaces counts; what has other
characters is left to uniseg, which knows the whole standard.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import accumulate, pairwise

from doctrans.errors import ConfigurationError
from doctrans.layout.patterns import Patterns

SHY = "\u00ad"
# A place where a line may end whatever else the text holds: spaces between ordinary characters.
_CERTAIN = re.compile(r"(?<=[^\W_])([.,;:]?) +(?=[^\W_])")
_ORDINARY = re.compile(r"[^\W_]+(?:[.,:'\u2019][^\W_]+)*[.,;:!?]? *")
_IN_WORD = re.compile(rf"(?<=[^\W\d_]){SHY}(?=[^\W\d_])")
_SLASHED = re.compile(r"[^\W\d_]/\Z")
_HIGHEST = "\u024f"  # of the letters that surely stay together: Latin
_REMEMBERED = 20_000
_LEAST_WORD, _LEAST_LEFT, _LEAST_RIGHT = 6, 2, 3  # letters, for hyphenation
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouyà-æè-ïò-öø-ýÿāăąēĕėęěīĭįıōŏőœūŭůűų]", re.IGNORECASE)

# Consonants that begin a syllable, before its vowel; in Spanish ll and rr are one.
_ONE = "sch|[cpst]h|qu|gn|[bcdfgkptv][lr]"
_ONSETS = {
    language: re.compile(
        rf"(?:{one}|(?!{_VOWEL.pattern})[^\W\d_])(?={_VOWEL.pattern})", re.IGNORECASE
    )
    for language, one in (("", _ONE), ("es", f"ll|rr|{_ONE}"))
}


def pieces(text: str) -> tuple[str, ...]:
    """The text cut wherever a line may end, spaces with what is before them. A soft hyphen ends a
    piece; forced line breaks are not looked for.

    >>> pieces("Save the user-defined file")
    ('Save ', 'the ', 'user-', 'defined ', 'file')
    """
    found: list[str] = []
    start = 0
    for end in (*(match.end() for match in _CERTAIN.finditer(text)), len(text)):
        part = text[start:end]
        bare = _IN_WORD.sub("", part)
        if _ORDINARY.fullmatch(bare) and max(bare) <= _HIGHEST:
            found += _after_hyphens(part)
        elif part:
            found += _standard(part)
        start = end
    return tuple(found)


def _after_hyphens(part: str) -> list[str]:
    """A word cut behind its soft hyphens."""
    if SHY not in part:
        return [part]
    *heads, tail = part.split(SHY)
    cut = [f"{head}{SHY}" for head in heads]
    return [*cut, tail] if tail else cut


@lru_cache(_REMEMBERED)
def _standard(text: str) -> tuple[str, ...]:
    try:
        from uniseg.linebreak import line_break_units
    except ImportError as error:
        raise _missing("uniseg") from error
    found: list[str] = []
    for unit in line_break_units(text):
        if found and _SLASHED.search(found[-1]) and unit[0].isalpha():
            found[-1] += unit  # the standard lets a line end there; Writer and Word do not
        else:
            found.append(unit)
    return tuple(found)


@lru_cache(_REMEMBERED)
def hyphenated(word: str, language: str) -> tuple[str, ...]:
    """The parts of a word between which the language's rules allow a hyphen; the word alone where
    it is short, or where the language has no rules here.

    >>> hyphenated("Einstellungen", "de")
    ('Ein', 'stel', 'lun', 'gen')
    """
    rules = _rules(language)
    if rules is None or len(word) < _LEAST_WORD or not _LETTERS.fullmatch(word):
        return (word,)
    places = {
        place: strength
        for place, strength in rules.strengths(word).items()
        if _LEAST_LEFT <= place <= len(word) - _LEAST_RIGHT
    }
    while weak := _no_syllable(word, places):
        del places[min(weak, key=places.__getitem__)]
    return tuple(word[a:b] for a, b in zip([0, *places], [*places, len(word)], strict=True))


def torn(word: str, language: str) -> tuple[str, ...]:
    """The same with places before each consonant that a vowel follows, be there rules or not: the
    last way for a word that is wider than its box.

    >>> torn("compte", "fr")
    ('comp', 'te')
    """
    parts = hyphenated(word, language)
    cuts = [0, *accumulate(map(len, parts))]
    onset = _ONSETS.get(language.partition("-")[0].lower(), _ONSETS[""])
    for place in (found.start() for found in onset.finditer(word)):
        if all(abs(place - cut) >= 2 for cut in cuts) and _VOWEL.search(word[:place]):
            cuts.append(place)
    return tuple(word[a:b] for a, b in pairwise(sorted(cuts)))


def _no_syllable(word: str, places: Collection[int]) -> list[int]:
    """The places around the first part that is a letter alone or has no vowel: patterns that know
    parts of compounds only have *Mit-a-r-bei-ter* and *Po-st-adresse*."""
    cuts = [0, *places, len(word)]
    for start, end in pairwise(cuts):
        part = word[start:end]
        if len(part) < 2 or (_VOWEL.search(word) and not _VOWEL.search(part)):
            return [place for place in (start, end) if place in places]
    return []


@lru_cache
def _rules(language: str) -> Patterns | None:
    try:
        import pyphen
    except ImportError as error:
        raise _missing("pyphen") from error
    name = pyphen.language_fallback(language.replace("-", "_"))
    return Patterns(pyphen.LANGUAGES[name]) if name else None


def _missing(package: str) -> ConfigurationError:
    return ConfigurationError(
        f"Fitting text needs {package}.", hint="Install it: pip install 'doctrans[layout]'."
    )

"""Names in English text: words in capitals that are in no list of words (*Sendler*, *Okafor*), and
what stands behind a first name (*Tom Field*), which a translation has letter by letter.

A small model spells what it does not know piece by piece, takes it for a word that it does know
(*Twombly*, *zweimbänglich*), or leaves it out. Other names that are words as well (*Baker*), or
that other languages have in another form (*Warsaw*), are in the list and not looked at. Where a
sentence begins, a word may be one that was misspelled: there a name is lost only if the translation
has a word much like it, which nobody knows (*Antunes*, *Antuns*). Of 475 names within Wikipedia
sentences (MT-GenEval, contextual, development set) the embedded model lost 7 to 9 % at first.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import resources

from doctrans.constraints.spelling import unknown
from doctrans.constraints.spelling.lexicon import load
from doctrans.model import Range

LOST = "name-lost"  # code of the note on them
LANGUAGES = ("en",)  # that names are found in
# Those that write names as English does, and put no more than two letters behind them.
KEEPING = frozenset(
    ["af", "ca", "da", "de", "en", "es", "fr", "gl", "it", "nb", "nl", "nn", "no", "pt", "ro", "sv"]
)
# A capital, then small letters; parts of a double name too.
_CAPITAL, _SMALL = r"[^\W\d_a-zß-öø-ÿ]", r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_NAME = re.compile(
    rf"(?<![\w'’.@/&+-])(?:{_CAPITAL}{_SMALL}{{2,40}})(?:-{_CAPITAL}{_SMALL}+)*(?![\w@/+-])"
)
# With what is before and behind it: *Anna B. Price*, at every place where one may begin.
_FULL = re.compile(
    rf"(?<![\w'’.@/&+-])(?=({_CAPITAL}{_SMALL}+)((?: {_CAPITAL}\.)? {_CAPITAL}{_SMALL}+"
    rf"(?:-{_CAPITAL}{_SMALL}+)*)(?![\w@/+-]))"
)
_DATE = re.compile(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    "|(?:Septem|Octo|Novem|Decem)ber"
)
_CLOSED = re.compile(r"\s*(?:[,;:.()–—|/\n]|['’]s\b|$)")  # what a name in a heading has behind it
_CAPITALS = re.compile(rf"(?<![\w'’-]){_CAPITAL}")
_WITHIN = re.compile(r"[\w,;)’”\"»] $")  # what stands before a word that begins no sentence
_SENTENCE = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])")  # a heading may have capitals all over
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
_DERIVED = re.compile(
    r".{3,}(?:ical|isms?|ists?|ology|ologies|tions?|ments?|ness|ity|ities|ites|ese)"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 0.6  # of the letters (Ratcliff & Obershelp 1988)
_PART = 4  # letters of a part of a compound


def found(text: str, language: str) -> list[Range]:
    """Where they are; none in a language without a list. `language` is BCP 47.

    >>> found("In 1942 Sendler joined the relief organisation.", "en")
    [Range(start=8, end=15)]
    """
    if language.partition("-")[0].lower() not in LANGUAGES:
        return []
    full = _full(text)
    if not _SENTENCE.search(text):
        return full
    taken = {place for range_ in full for place in range(*range_)}
    alone = [
        Range(*match.span())
        for match in _NAME.finditer(text)
        if match.start() not in taken
        and not any(_known(part.casefold()) for part in match[0].split("-"))
    ]
    return sorted(full + alone)


def _full(text: str) -> list[Range]:
    """First names with what stands behind them. In a heading every word has a capital (*How Anna
    Built Her Shop*): there only those that something closes."""
    places = [
        Range(match.start(1), match.end(2))
        for match in _FULL.finditer(text)
        if match[1] in _first_names() and not _DATE.fullmatch(match[2].split()[-1])
    ]
    if not places:
        return []
    others = len(_CAPITALS.findall(text)) - 2 * len(places)
    is_heading = others > len(_SENTENCE.findall(text))
    return [p for p in places if not is_heading or _CLOSED.match(text, p.end)]


def lost(source: str, target: str, languages: tuple[str, str]) -> tuple[str, ...]:
    """Those that a translation lacks, each once. `languages` are of the source and the target.

    >>> lost("In 1942 Sendler joined the relief.", "1942 trat Sender der Hilfe bei.", ("en", "de"))
    ('Sendler',)
    """
    source_language, target_language = (code.partition("-")[0].lower() for code in languages)
    if target_language not in KEEPING:
        return ()
    missing = {
        source[start:end]: _certain(source, start, end)
        for start, end in found(source, source_language)
        if not _stands(source[start:end], target)
    }
    return tuple(
        name
        for name, certain in missing.items()
        if certain or _garbled(name, target, target_language)
    )


def _stands(name: str, text: str) -> bool:
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}\w{{0,2}}(?!\w)", text))


def _certain(text: str, start: int, end: int) -> bool:
    return " " in text[start:end] or bool(_WITHIN.search(text, max(0, start - 2), start))


def _garbled(name: str, target: str, language: str) -> bool:
    """Whether a word much like it, in no list of its language, stands in its place."""
    if language not in unknown.LANGUAGES:
        return False
    alike = (word for word in _WORD.findall(target) if _ratio(name, word) >= _ALIKE)
    return any(not unknown.is_known(word, language) for word in alike)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


@cache
def _first_names() -> frozenset[str]:
    listed = resources.files(__package__).joinpath("first_names.txt").read_text(encoding="utf-8")
    return frozenset(listed.split())


@lru_cache(1 << 14)
def _known(word: str) -> bool:
    """Also a form or a compound of what is listed, or made of it as terms are."""
    words = load(LANGUAGES[0])
    singular = (word[: -len(end)] + to for end, to in _PLURALS if word.endswith(end))
    return (
        word in words
        or any(one in words for one in singular)
        or bool(_DERIVED.fullmatch(word))
        or any(
            word[:at] in words and word[at:] in words for at in range(_PART, len(word) - _PART + 1)
        )
    )

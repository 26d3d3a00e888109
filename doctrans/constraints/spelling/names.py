"""Names in English text: words in capitals that are in no list of words (*Sendler*, *Okafor*), a
first name with a surname (*Tom Field*), what stands behind a title (*Ms Wood*), and companies
(*Open Road Press, Inc.*), which a translation has letter by letter.

A small model spells what it does not know piece by piece, takes it for a word that it does know
(*Twombly*, *zweimbänglich*), or leaves it out. Other names that are words as well (*Baker*), and
most of those that other languages have in another form (*Warsaw*), are in the list and not looked
at. Where a sentence begins, a word may be one that was misspelled: there a name is lost only if the
translation has a word much like it, which nobody knows (*Antunes*, *Antuns*). Within a sentence one
that is misspelled and has a capital is taken for a name. `benchmarks/names.py` counts what is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from doctrans.constraints.spelling import companies, titled, unknown
from doctrans.constraints.spelling.lexicon import listed, load
from doctrans.model import Range

LOST = "name-lost"  # code of the note on them
LANGUAGES = ("en",)  # that names are found in
# Those that write names as English does, and put no more than two letters behind them.
KEEPING = frozenset(
    ["af", "ca", "da", "de", "en", "es", "fr", "gl", "it", "nb", "nl", "nn", "no", "pt", "sv"]
)
_MOST = 50  # words in capitals that are looked at in a text
_SPACES = str.maketrans("\u00a0\u202f’", "  '")  # a character for a character
_TOKEN = re.compile(r"(?<![\w'’.@/&+-])[^\W\d_]{2,40}(?:-[^\W\d_]{2,40})*(?![\w@/+-])")
_LEAST = 3  # letters of a name that stands alone
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-])")  # a heading may have capitals all over
# What stands before a word that begins no sentence: *thanks Mr. Okafor*, *thanks (Okafor*.
_WITHIN = re.compile(
    r"(?:[\w,;)’”\"»]|(?<!\w)(?:Mrs?|Ms|Dr|Prof|St|[A-Z])\.|\s[–—-]) [(\[“‘«\"']*$"
)
_BEFORE = 12  # characters that are looked at for it
_GAP = re.compile(r" (?:[A-Z]\. )?")  # within a full name
_NUMERAL = re.compile(r" [IVX]+\b")  # popes and kings are called otherwise elsewhere
_GENITIVE = re.compile(r"['’]s\b")
_CAPITALS = re.compile(r"(?<![\w'’-])[^\W\d_a-z]")
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
_DERIVED = re.compile(
    r".{3,}(?:ical|ics?|isms?|ists?|ish|ians?|eans?|ology|ologies|tions?|ments?|ness|ity|ities|ites"
    r"|ese)"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 0.6  # of the letters (Ratcliff & Obershelp 1988)
_PART = 4  # letters of a part of a compound


def found(text: str, language: str) -> list[Range]:
    """Where they are, in order and apart from each other; none in a language without a list.
    `language` is BCP 47.

    >>> found("In 1942 Sendler joined Tom Field.", "en")
    [Range(start=8, end=15), Range(start=23, end=32)]
    """
    if language.partition("-")[0].lower() not in LANGUAGES:
        return []
    flat = text.translate(_SPACES)
    words = list(islice((m for m in _TOKEN.finditer(flat) if _capital(m[0])), _MOST))
    if not words:
        return []
    full = list(_full(flat, words))
    within = {at for first, last in full for at in range(first, last + 1)}
    lower = len(_LOWER.findall(flat))
    is_heading = len(_CAPITALS.findall(flat)) - len(within) > lower
    places = [Range(words[first].start(), words[last].end()) for first, last in full]
    places = [p for p in places if not is_heading or titled.CLOSED.match(flat, p.end)]
    if lower:
        alone = (word for at, word in enumerate(words) if at not in within)
        places += [Range(*word.span()) for word in alone if _unknown(word[0])]
    behind = titled.found(flat, heading=is_heading, unknown=_unknown)
    behind += _apart(companies.found(flat), behind)
    return sorted([*behind, *_apart(places, behind)])


def _apart(places: Iterable[Range], others: Sequence[Range]) -> list[Range]:
    """Those that share nothing with the others."""
    return [p for p in places if not any(p.start < o.end and o.start < p.end for o in others)]


def behind_titles(text: str, languages: tuple[str, str]) -> tuple[str, ...]:
    """Those that stand behind a title, each once; `languages` as of `lost`. They are words as well,
    so that they are not left to a translation at all."""
    if not titled.hinted(text) or not _kept(languages):
        return ()
    flat = text.translate(_SPACES)
    places = _found(text, languages[0].partition("-")[0].lower())
    names = [flat[start:end] for start, end in places if titled.behind_title(flat, start)]
    return tuple(dict.fromkeys(names))


def lost(source: str, target: str, languages: tuple[str, str]) -> tuple[str, ...]:
    """Those that a translation lacks, each once. `languages` are of the source and the target.

    >>> lost("In 1942 Sendler joined the relief.", "1942 trat Sender der Hilfe bei.", ("en", "de"))
    ('Sendler',)
    """
    source_language, target_language = (code.partition("-")[0].lower() for code in languages)
    if not _kept(languages):
        return ()
    flat, there = source.translate(_SPACES), target.translate(_SPACES)
    missing = {
        flat[start:end]: _certain(flat, start, end)
        for start, end in _found(source, source_language)
        if not _stands(flat[start:end], there)
    }
    return tuple(
        name
        for name, certain in missing.items()
        if certain or _garbled(name, there, target_language)
    )


def _kept(languages: tuple[str, str]) -> bool:
    source, target = (code.partition("-")[0].lower() for code in languages)
    return source in LANGUAGES and target in KEEPING


@lru_cache(1 << 10)
def _found(text: str, language: str) -> tuple[Range, ...]:
    """Of a sentence there are several translations to look at."""
    return tuple(found(text, language))


def places(text: str, names: Sequence[str]) -> list[Range]:
    """Where those that were lost or stand behind titles are in a text, by themselves, apart from
    each other. One that is a word as well is one only behind a title, before a legal form, and with
    *'s*: *Mr French speaks French*.
    """
    flat = text.translate(_SPACES)
    longest = sorted(names, key=lambda name: (-len(name), name))
    pattern = "|".join(map(re.escape, longest))
    return [
        Range(*m.span())
        for m in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", flat)
        if not _is_word(m[0])
        or titled.behind_title(flat, m.start())
        or companies.is_before_form(flat, m.end())
        or _GENITIVE.match(flat, m.end())
    ]


def _is_word(name: str) -> bool:
    """Whether a name is nothing else than a word of the language with a capital."""
    first, *more = name.split()
    return not (more and titled.is_first_name(first)) and not any(map(_unknown, (first, *more)))


def _capital(word: str) -> bool:
    """A capital, then small letters; each part of a double name."""
    return all(part[0].isupper() and part[1:].islower() for part in word.split("-"))


def _full(flat: str, words: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """First and last of the words that are a first name with what belongs to it: further ones,
    initials, a surname."""
    at = 0
    while at < len(words):
        here, last = at, -1
        while words[here][0] in listed("first_names") and here + 1 < len(words):
            if not _GAP.fullmatch(flat, words[here].end(), words[here + 1].start()):
                break
            here += 1
            if _is_surname(words[here][0]):
                last = here
        if last > 0 and not _NUMERAL.match(flat, words[last].end()):
            yield at, last
            at = last
        at += 1


def _is_surname(word: str) -> bool:
    return _unknown(word) or any(part in listed("surnames") for part in word.split("-"))


def _certain(flat: str, start: int, end: int) -> bool:
    before = flat[max(0, start - _BEFORE) : start]
    if " " in flat[start:end] or _WITHIN.search(before):
        return True
    return titled.behind_title(flat, start) or companies.is_before_form(flat, end)


def _stands(name: str, text: str) -> bool:
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}\w{{0,2}}(?!\w)", text))


def _garbled(name: str, target: str, language: str) -> bool:
    """Whether a word much like it, in no list of its language, stands in its place."""
    if language not in unknown.LANGUAGES:
        return False
    alike = (word for word in _WORD.findall(target) if _ratio(name, word) >= _ALIKE)
    return any(not unknown.is_known(word, language) for word in alike)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _unknown(word: str) -> bool:
    return len(word) >= _LEAST and not any(_known(part.casefold()) for part in word.split("-"))


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

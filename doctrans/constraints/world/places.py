"""Countries, regions, cities and languages that other languages call otherwise: *Chad* is *Tschad*,
*Tchad*, *Chad*.

A small model has met few of them often: of 257 names of countries in plain sentences it left two
in five in English, or made up others (*Macédonie*, *Mikrononesien*). Told the name it says nearly
all. `places.tsv` and `languages.tsv` have what each is called; the first name is what is told, all
are taken for right. Within another name they are not looked at (*Bank of Cyprus*).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from doctrans.constraints.spelling import unknown

LOST = "place-lost"  # code of the note on them
LANGUAGES = ("de", "fr", "es")


class Name(NamedTuple):
    """Where a place or a language is named in an English text, by which of its names, and what it
    is called elsewhere, by language; the first names are what is told."""

    start: int
    end: int
    english: str
    called: Mapping[str, Sequence[str]]

    def told(self, language: str) -> str:
        """What it is called in a language (BCP 47) of `LANGUAGES`."""
        return self.called[language.partition("-")[0].lower()][0]


# Persons are called so too: they are places behind "in" alone.
_PERSONS = frozenset(
    ["Brittany", "Cairo", "Chad", "Galicia", "Georgia", "Holland", "Jersey", "Jordan", "Milan"]
)
# Other things are, with a capital where a sentence begins and in headings.
_THINGS = frozenset(["China", "Crete", "Guinea", "Jersey", "Mandarin", "Polish", "Turkey", "Wales"])
_SMALL = re.compile(r"(?<![\w'’])[a-z]{4}")  # what a heading in capitals has none of
_CAPITALIZED = re.compile(r"(?<![\w'’@/.&+-])[^\W\d_a-z][^\W\d_]*")
# What makes a longer name of one: a capital before it, or behind it.
_NAMED = re.compile(r"[^\W\d_a-z][\w.'’-]* (?:(?:of|de|du|do|&) )?(?:the )?$")
_FUNCTION = re.compile(
    r"(?<![\w'’-])(?:A|Across|After|All|Also|An|And|Are|Around|As|At|Before|Between|Beyond|Both|But|By|"
    r"Can|Did|Do|Does|During|For|From|Has|Have|Her|His|How|I|If|In|Into|Is|Its|Leave|Leaving|Like|Many|"
    r"Most|My|Near|Neither|No|Not|Now|Of|On|Only|Or|Our|Outside|Over|Parts|Since|So|Some|That|The|Their|"
    r"This|Through|Throughout|To|Today|Under|Unlike|Until|Via|Visit|Was|Were|When|Where|While|Why|"
    r"Will|With|Within|Without)(?: of)? (?:the )?$"
)
_GOES_ON = re.compile(r"[-/@._]\w| (?:& )?[^\W\d_a-z]")
# American towns keep the names of others: *Lebanon, Ohio*, *Naples, FL 34102*.
_IN_STATE = re.compile(
    r", (?:Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Idaho|"
    r"Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|"
    r"Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|Ohio|Oklahoma|Oregon|Pennsylvania|"
    r"Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming|New (?:Hampshire|Jersey|Mexico)|"
    r"(?:North|South) (?:Carolina|Dakota)|West Virginia|[A-Z]{2} \d{5})\b"
)
NEAR = 80  # characters around a name that tell what it is
_WORD = re.compile(r"[^\W\d_]+")
_IN = re.compile(r"\b(?:[Ii]n|IN) $")
_WHERE = re.compile(r"\b(?:in|to|from) $", re.IGNORECASE)
_JOINT = re.compile(r",? (?:and|or|&) ", re.IGNORECASE)
_STARTS = re.compile(r"""(?:^|[.!?:]["'”’)]? )["'“‘(\[]*$""")


# A name of a language is one behind such words, and before such: else it may be an adjective.
_BEFORE = re.compile(
    r"(?:\b(?:in|into|from|to|speaks?|speaking|spoken|learn(?:s|ing|ed|t)?|teach(?:es|ing)?|taught|"
    r"languages?|and|or|both|including|fluent|basic|some|than)|[,:(;/]) $",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\W*$|[,.;:!?)/]| (?:and|or|but|as well|with|by|for|at|on|only|too|version|translations?|"
    r"edition|texts?|subtitles?|speakers?|language|AND|OR)\b"
)
_FIRST = re.compile(r" (?:is|was|only|language|speakers?|and|or)\b|, ")  # where a sentence begins


@cache
def languages() -> frozenset[str]:
    """The English names of languages."""
    return frozenset(read("languages"))


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """What places and languages are called, by each English name."""
    return read("languages") | read("places")


@cache
def written(language: str) -> frozenset[str]:
    """Names of one word that places have in a language of `LANGUAGES`."""
    return frozenset(
        name for called in read("places").values() for name in called[language] if " " not in name
    )


def read(name: str) -> dict[str, dict[str, Sequence[str]]]:
    file = resources.files(__package__).joinpath(f"{name}.tsv")
    first, *rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return {
        english: {code: names.split(";") for code, names in zip(first[1:], row[1:], strict=True)}
        for row in rows
        for english in row[0].split(";")
    }


@cache
def _beginning() -> Mapping[str, Sequence[str]]:
    """English names by their first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(_table(), key=lambda name: -len(name)):
        found.setdefault(_first(name), []).append(name)
    return found


def _first(name: str) -> str:
    word = _CAPITALIZED.match(name)
    return word[0] if word else name


def said(text: str, source: str, target: str) -> str | None:
    """What a text that is the name of a place and nothing else is in another language; None for any
    other, and for names of persons. Both are BCP 47."""
    code = known(source, target)
    english = text.title() if _is_shouted(text) else text
    called = _table().get(english) if code else None
    if not code or not called or english in _PERSONS or english in _THINGS:
        return None
    name = called[code][0]
    return name.upper() if english is not text else name[0].upper() + name[1:]


def found(text: str, language: str) -> list[Name]:
    """Where places are named in an English text, in order; none in other languages (BCP 47)."""
    return list(_found(text)) if language.partition("-")[0].lower() == "en" else []


@lru_cache(256)  # of each answer it is asked several times
def _found(text: str) -> tuple[Name, ...]:
    return tuple(_names(text))


def _names(text: str) -> Iterator[Name]:
    starting, shouted, end = _beginning(), text.isupper(), 0
    last = 0  # where the name of a place before it ends
    for word in _CAPITALIZED.finditer(text):
        start = word.start()
        first = word[0].title() if _is_shouted(word[0]) else word[0]
        if start < end or not (names := starting.get(first)):
            continue
        name = next((name for name in names if _stands_at(name, text, start)), None)
        if name is None:
            continue
        before, end = text[max(0, start - NEAR) : start], start + len(name)
        if not (last and _JOINT.fullmatch(text, last, start)) and _is_other(name, before, text):
            continue
        if _IN_STATE.match(text, end):
            continue
        if name in languages() and not _is_language(before, text[end : end + NEAR]):
            continue
        if not shouted and (_GOES_ON.match(text, end) or is_named(before)):
            continue
        last = end
        yield Name(start, end, name, _table()[name])


def _is_other(name: str, before: str, text: str) -> bool:
    """Whether it may be a person or a thing that is called so, in a text or a heading."""
    if name in _PERSONS:
        return not _IN.search(before)
    if name not in _THINGS or _WHERE.search(before):
        return False
    return bool(_STARTS.search(before)) or not (text.isupper() or _SMALL.search(text))


def _is_language(before: str, behind: str) -> bool:
    if _STARTS.search(before):
        return bool(_FIRST.match(behind))
    return bool(_BEFORE.search(before) and _BEHIND.match(behind))


def is_named(before: str) -> bool:
    """Whether what stands before a name makes a longer one of it."""
    return bool(_NAMED.search(before)) and not _FUNCTION.search(before)


def _stands_at(name: str, text: str, start: int) -> bool:
    end = start + len(name)
    there = text[start:end]
    if text[end : end + 1].isalnum():
        return False
    return there == name or (_is_shouted(there) and there.title() == name)


def _is_shouted(word: str) -> bool:
    return len(word) > _ACRONYM and word.isupper()


def lost(source: str, target: str, languages: tuple[str, str]) -> list[Name]:
    """Places that an English text names and its translation does not, or not as its language has
    them. `languages` are of the source and the target (BCP 47).

    >>> [name.called["de"][0] for name in lost("In Chad.", "In Chad.", ("en", "de"))]
    ['Tschad']
    """
    code = known(*languages)
    if not code:
        return []
    return [
        name
        for name in found(source, languages[0])
        if not _stands(name.called[code], name.english, target, code)
    ]


def stands(place: str, target: str, code: str) -> bool:
    """Whether a translation has a name of a place, which `place` is in English. `code` is one of
    `LANGUAGES`."""
    called = _table().get(place)
    return called is not None and any(_form(name, code).search(target) for name in called[code])


@lru_cache(64)
def known(source: str, target: str) -> str | None:
    """The primary tag of a language that places are known in, translated from English."""
    one, other = (code.partition("-")[0].lower() for code in (source, target))
    return other if one == "en" and other in LANGUAGES else None


def _stands(called: Sequence[str], english: str, target: str, code: str) -> bool:
    """Whether one of the names does, in whatever form, or a word made of it (*belgisch*)."""
    if any(_form(name, code).search(target) for name in called):
        return True
    stems = {_bare(word)[:_STEM] for name in called for word in name.split() if len(word) >= _STEM}
    plain = {_bare(word) for name in called for word in name.split()}
    return any(
        _bare(word)[:_STEM] in stems
        and word not in english
        and _bare(word) not in plain
        and unknown.is_known(word, code)
        for word in _WORD.findall(target)
    )


_ACRONYM = 3  # letters: in capitals it is one
_STEM = 4  # letters of a word that are those of what is made of it


def _bare(word: str) -> str:
    """Without accents, in small letters."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def _form(name: str, code: str) -> re.Pattern[str]:
    """A name with the endings that it may have: *der Vereinigten Staaten*, *Belgiens*."""
    *before, last = re.split(r"([ -])", name)
    inflected = "".join(
        rf"{re.escape(part[:-2])}\w*"
        if code == "de" and part.istitle() and len(part) > 5
        else re.escape(part)
        for part in before
    )
    ending = r"(?:s|n|ns|es|er|ern)?" if code == "de" else ""
    begins = "" if code == "de" else r"(?<!\w)"  # *Nordeuropa*
    return re.compile(rf"{begins}{inflected}{re.escape(last)}{ending}(?!\w)", re.IGNORECASE)

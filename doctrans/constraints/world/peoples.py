"""Adjectives of countries and peoples that other languages have in another form: *Chadian* is
*tschadisch*, *tchadien*, *chadiano*.

A small model makes up half of them (*chaménien*, *cúbano*). `peoples.tsv` has what they are, and
the place; where they name a language see `places`. Those of the largest countries, which models
know, are not looked at: they have the most other meanings (*French window*).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from doctrans import spans
from doctrans.constraints.world import places
from doctrans.constraints.world.places import NEAR, Name, is_named, known, read
from doctrans.model import Range, Tagged

# One at each capital, with the word behind it: *South African*.
_WORD = re.compile(r"(?<![\w'’@/.&+-])(?=([A-Z][^\W\d_]+)( [A-Z][^\W\d_]+)?)[A-Z]")
# What follows an adjective: a noun, or another adjective.
_NOUN = re.compile(
    r" (?!(?:and|are|as|at|but|by|can|could|did|does|for|from|had|has|have|if|in|into|is|like|may|"
    r"might|must|of|on|or|should|than|that|to|was|were|when|where|which|while|who|whose|will|with|"
    r"would)\b)[a-z]|(?:,? (?:and|or)|,) [A-Z]"
)
_SAID_OF = re.compile(r"(?:\b(?:am|are|is|was|were|be|being|been|not|both|half)|['’](?:m|re|s)) $")
_END = re.compile(r"\W*$|[,.;:!?)]|,? (?:and|or|but)\b")


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return read("peoples")


def found(text: str, language: str) -> list[Name]:
    """Where such adjectives stand in an English text, in order; none in other languages."""
    return list(_found(text)) if language.partition("-")[0].lower() == "en" else []


@lru_cache(256)  # of each answer it is asked twice
def _found(text: str) -> tuple[Name, ...]:
    names = []
    for match in _WORD.finditer(text):
        both = match[1] + (match[2] or "")
        english = both if both in _table() else match[1]
        if english not in _table():
            continue
        start, end = match.start(), match.start() + len(english)
        before = text[max(0, start - NEAR) : start]
        is_adjective = _NOUN.match(text, end) or (_SAID_OF.search(before) and _END.match(text, end))
        if is_adjective and not is_named(before):
            names.append(Name(start, end, english, _table()[english]))
    return tuple(names)


def lost(source: str, target: str, languages: tuple[str, str]) -> list[Name]:
    """Those of an English text that its translation has in no form, nor the name of the place.
    `languages` are of the source and the target (BCP 47).

    >>> [name.english for name in lost("A Cuban film.", "Un film cúbano.", ("en", "es"))]
    ['Cuban']
    """
    code = known(*languages)
    if not code:
        return []
    return [
        name
        for name in found(source, languages[0])
        if not any(_form(one, code).search(target) for one in name.called[code])
        and not places.stands(name.called["place"][0], target, code)
    ]


# How they are inflected, with the nouns for persons: what the listed form ends in, and what may
# stand there.
_ENDINGS = {
    "de": (
        ("isch", r"(?:isch(?:e[mnrs]?)?|i?er(?:n|s|in|innen)?|e|e?n|in|innen|)"),
        ("sch", "sch(?:e[mnrs]?)?"),
        ("", "s?"),
    ),
    "fr": (
        ("ien", "ien(?:ne)?s?"), ("éen", "éen(?:ne)?s?"), ("ois", "ois(?:es?)?"),
        ("ais", "ais(?:es?)?"), ("e", "es?"), ("", "e?s?"),
    ),
    "es": (
        ("és", "(?:és|es[ae]s?|esa)"), ("án", "(?:án|an[ae]s?)"), ("ón", "(?:ón|on[ae]s?)"),
        ("o", "[oa]s?"), ("í", "í(?:e?s)?"), ("", "(?:[ae]?s?)"),
    ),
}  # fmt: skip


@cache
def _form(name: str, code: str) -> re.Pattern[str]:
    ending, inflected = next(pair for pair in _ENDINGS[code] if name.endswith(pair[0]))
    stem = re.escape(name.removesuffix(ending))
    return re.compile(rf"(?<!\w){stem}{inflected}(?!\w)", re.IGNORECASE)


# What a German adjective ends in behind such words.
_ENDINGS_BEHIND = (
    # Behind a noun or a preposition *der* is feminine.
    (r"(?:[A-ZÄÖÜ]\w+|an|auf|aus|bei|in|mit|nach|seit|von|vor|zu|über|unter) der", "en"),
    (r"(?:\w+ )?[Dd]er|[Dd]ie|[Dd]as|\w*(?:[Dd]ies|[Jj]ed|[Ww]elch)es?", "e"),
    (r"(?:[Ee]|[Kk]|[Mm]|[Ss])eine|[Ii]hre|[Uu]nsere", "e"),
    (r"[Dd]e[mns]|[Dd]iese[mn]|(?:[Ee]|[Kk]|[Ss])eine[mnrs]|[Ii]hre[mnrs]", "en"),
    (r"[Bb]eim|[Ii]m|[Vv]om|[Zz]u[mr]", "en"),
)
_BARE = re.compile(
    r"(?<![\w-])(?P<before>(?:\w+ (?=der ))?\w+) (?P<adjective>\w+isch)(?= [A-ZÄÖÜ]\w)"
)


def written(source: str, target: Tagged, languages: tuple[str, str]) -> Tagged:
    """The target with these adjectives in small letters beside their nouns, and German ones with an
    ending behind an article. `languages` are of the source and the target (BCP 47).

    >>> written("The Omani king.", Tagged("Der Omanische König."), ("en", "de")).text
    'Der omanische König.'
    """
    code = known(*languages)
    if not code or target.text.isupper():
        return target
    attributive = [n for n in found(source, languages[0]) if _NOUN.match(source, n.end)]
    if not attributive:  # most
        return target
    called = dict.fromkeys(one for name in attributive for one in name.called[code])
    forms = [_form(one, code) for one in called]
    edits = [
        (Range(at, at + 1), target.text[at].lower())
        for form in forms
        for match in form.finditer(target.text)
        for at in (match.start(),)
        if target.text[at].isupper() and _is_beside_noun(target.text, match, code)
    ]
    if code == "de":
        edits += [
            (Range(match.end() - 1, match.end()), f"h{ending}")
            for match in _BARE.finditer(target.text)
            if (ending := _ending(match["before"]))
            and any(form.fullmatch(match["adjective"]) for form in forms)
        ]
    return spans.edited(target, spans.apart(edits)) if edits else target


def _is_beside_noun(text: str, match: re.Match[str], code: str) -> bool:
    """Whether it is an adjective, neither a person nor a place: in German before a noun, elsewhere
    behind one."""
    if code == "de":
        before = text[max(0, match.start() - NEAR) : match.start()].rstrip()
        within = before[-1:].isalpha() and match[0].rstrip("emnrs").endswith("sch")
        return within and bool(re.match(" [A-ZÄÖÜ]", text[match.end() : match.end() + 2]))
    return bool(_BEHIND_NOUN.search(text[max(0, match.start() - NEAR) : match.start()]))


_BEHIND_NOUN = re.compile(
    r"\b(?!cette|entre|jeunes?|vieil|vieux|vieille|premi|derni|autres?|ancien|joven|desde|hacia|hasta|"
    r"sobre|primer|segund|célebre|célèbre|seules?|deux|trois|quatre|otros?|otras?|contre|depuis|chez)"
    r"[a-zà-ÿ]{5,} $"
)


def _ending(before: str) -> str | None:
    return next((e for words, e in _ENDINGS_BEHIND if re.fullmatch(words, before)), None)

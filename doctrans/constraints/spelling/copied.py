"""English words that a translation has copied: *vomiting* in *Übelkeit und vomiting*.

`unknown` passes by what the source has, since names and code stand there. A word in small letters
that English lists have, and those of the target language do not, is neither; unless the text is
about programs.
"""

from __future__ import annotations

import re

from doctrans.constraints.spelling import unknown
from doctrans.constraints.spelling.lexicon import load

_LETTERS = re.compile("[a-z]{4,}")
_WORD = re.compile(r"(?<![\w'’.@/+&#$\\\[({<“„«\"‘`=-])[a-z]{4,}(?![\w'’@/+\])}>”“»\"`=(-]|[.:]\w)")
_OWN = """
babysitting bashing benchmarking blogging bodybuilding booking bowling boxing brainstorming branding
briefing bring brunching building bullying camping canyoning carsharing casting catering chatting
clearing cloning clustering coaching coding consulting controlling copywriting coworking
crowdfunding crowding curling dancing debugging ding docstring doping dressing dribbling dumping
editing engineering factoring feeling fitting fixing footing forcing fracking franchising gambling
gaming gerrymandering hacking happening holding hosting housing interesting jogging joking
kitesurfing kiting kneipping landing leasing lifting listing living lobbying logging mailing mapping
marketing matching meeting mentoring merchandising minting mobbing modding monitoring
multiprocessing multitasking naming networking onboarding outsourcing parking patching peeling
phishing piercing planking planning polling pressing pricing pudding puenting quilting rafting
ranking rapping rating recycling reporting ring roaming rolling running sampling scanning scouting
scrapbooking screening scripting scrolling serving sharing shilling shopping skating slipping
smoking snowboarding sparring speaking spinning sponsoring spring stalking standing sterling
storytelling streaming stretching string styling surfing swing taping targeting teasing testing
timing touring tracking trading training trekking tuning upcycling vaping viking windsurfing wording
wrestling zapping
"""
_TAKEN = frozenset(_OWN.split())
_OF_PROGRAMS = re.compile(
    r"\b(?:command|alias|param\w*|argument|module|method|class|function|package|option|object"
    r"|director\w+|array|key|returns?|code|values?)\b|[_(]\)?",
    re.IGNORECASE,
)


# *the* is no German, French or Spanish word but within a name, whose next word stays too.
_ARTICLE = re.compile(r"(?<![\w'\u2019-])the (\w+)")


def _articles(source: str, target: str) -> bool:
    """Whether an English article has stayed before a word that has not: *the Unternehmen*."""
    there = set(_ARTICLE.findall(source))
    return any(word not in there for word in _ARTICLE.findall(target))


def found(source: str, target: str, languages: tuple[str, str]) -> tuple[str, ...]:
    """Each once; none for languages without a list. `languages` are of the source and the target
    (BCP 47).

    >>> found("Call us about vomiting.", "Rufen Sie uns wegen vomiting an.", ("en", "de"))
    ('vomiting',)
    """
    one, other = (code.partition("-")[0].lower() for code in languages)
    if one != "en" or other not in unknown.LANGUAGES:
        return ()
    if "the " in target and _articles(source, target):
        return ("the",)
    both = set(_LETTERS.findall(source)) & set(_LETTERS.findall(target))
    if not any(_is_foreign(word, other) for word in both) or _OF_PROGRAMS.search(source):
        return ()
    here, there = (dict.fromkeys(_WORD.findall(text)) for text in (source, target))
    return tuple(
        word
        for word in there
        if word in both and word in here and _is_foreign(word, other) and word in load(one)
    )


def _is_foreign(word: str, language: str) -> bool:
    """The lists have many English words, since people write them; what ends in *-ing* is one but
    for those that were taken over."""
    return (word.endswith("ing") and word not in _TAKEN) or not unknown.is_known(word, language)

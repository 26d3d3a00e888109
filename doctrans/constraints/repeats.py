"""Words that a translation says twice in a row (*Fermez fermez*, *du comté du comté*), and its
source does not.

A small model stumbles. Languages say some words twice for a reason (*die die Post bringt*, *nous
nous levons*), and phrases (*poco a poco a*): those are not counted, nor what the source has too;
but an article or a pronoun three times is one too many (*Seiten, die die die Post bringt*). Of
10,500 human translations of the corpus eleven have some, most of them by mistake.
"""

from __future__ import annotations

import re
from operator import eq

_AGAIN = re.compile(
    r"(?<![\w'’.@/+-])(?P<one>[^\W\d_]{2,}) (?P<two>(?i:(?P=one)))(?![\w'’@/+-]|\.\w)"
)
_BEFORE = (
    "du|des|de(?: la| l['’]| los| las| el)?|del|al|aux?|la|le|les|el|los|las|une?|un[oa]?|à|en"
    "|de[rmsn]|das|die|eine?[nmrs]?|von|vom|im|in|zu[mr]?|für|mit"
)
_GROUP = re.compile(
    rf"(?<![\w'’-])(?P<group>(?:{_BEFORE}) [^\W\d_]{{4,}}) (?P=group)(?![\w'’-])"
    r"|(?<![\w'’-])(?P<many>[^\W\d_]{4,} (?:de|of|von)) (?P=many)(?![\w'’-])",
    re.IGNORECASE,
)
# Said twice for a reason.
_SAID = {
    "de": "die der das den dem sie ihr was wie um werden wurden bla ha so ja",
    "fr": "nous vous est faire là bla ha un très en",
    "es": "que primer primera bla ja no se",
}
_MANY = frozenset(["bla", "ha", "so", "ja", "là", "très", "no"])  # and more often
_FOR_A_REASON = {language: frozenset(words.split()) for language, words in _SAID.items()}
_SIGNS = '.,;:!?()[]…»“”"'
_NONE: frozenset[str] = frozenset()


def found(source: str, target: str, language: str) -> str:
    """The words that stand there twice; "" where there are none. `language` is the target's (BCP
    47).

    >>> found("Close the door.", "Fermez fermez la porte.", "fr")
    'Fermez fermez'
    """
    plain = target.lower()
    for sign in _SIGNS:
        plain = plain.replace(sign, "")
    words = plain.split()
    if any(map(eq, words, words[1:])):
        for match in _AGAIN.finditer(target):
            if _is_stumble(match, source, target, language):
                return match[0]
    if not (any(map(eq, words, words[2:])) or any(map(eq, words, words[3:]))):  # most
        return ""
    group = _GROUP.search(target)
    return group[0] if group and not _says_twice(source) else ""


def _is_stumble(match: re.Match[str], source: str, target: str, language: str) -> bool:
    word, again = match["one"], match["two"]
    allowed = _FOR_A_REASON.get(language.partition("-")[0].lower(), _NONE)
    if word.isupper():
        return False
    if word.lower() in allowed and not _is_thrice(match, target):
        return False
    begins = word.istitle() and not target[: match.start()].strip(" \"'«»„“”¿¡(")
    if word != again and not (begins and again.islower()):  # *nutzen Nutzen* is a verb and a noun
        return False
    return not re.search(rf"\b{re.escape(word)}", source, re.IGNORECASE) and not _says_twice(source)


def _is_thrice(match: re.Match[str], target: str) -> bool:
    third = f"{match[0]} {match['one']} "
    return match["one"].lower() not in _MANY and target.startswith(third, match.start())


def _says_twice(source: str) -> bool:
    return bool(_AGAIN.search(source))

"""The table of nouns whose gender and number are known (`constraints.terms.kinds`), from text.

What stands before a noun tells: *einen*, *una*, *zwei*. Nobody parses here, and verbs, adjectives
and names come in too where a determiner is something else; what nearly all places agree on is kept.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from doctrans.constraints.terms.determiners import KINDS
from doctrans.errors import ConfigurationError, InputError
from doctrans.files import publish

_LEAST = 4  # places
_AGREED = 0.96  # of them

# By language the words before a noun of a kind that is meant with them alone. Those that are
# pronouns too, or stand before infinitives or plurals (*meinen Kindern*), are none.
_BEFORE: Mapping[str, Mapping[str, str]] = {
    "de": {
        "m": "einen|jeden",
        "f": "eine|jede",
        "n": "das|ins",
        "p": "zwei|drei|vier|fünf|zehn|alle|viele|mehrere|einige|beide|wenige",
        "mn": "ein|kein",
        "dative": "dem|einem|zum|vom",  # of m and n too, in a form that may be another
    },
    "fr": {
        "m": "un|du|cet|tout le|dans le|sur le",
        "f": "une|cette|dans la|sur la|toute la",
        "p": "les|des|aux|ces|vos|nos|leurs",
    },
    "es": {
        "m": "un|en el|con el|todo el",
        "f": "una|en la|con la|toda la",
        "p": "los|las|unos|unas|estos|estas|sus",
    },
}
_NOUN = {"de": r"[A-ZÄÖÜ][a-zäöüß]{2,}", "fr": r"[^\W\d_]{4,}", "es": r"[^\W\d_]{4,}"}
# German forms in *-en* may be infinitives, plurals or other cases: of a noun there is *ein* too.
_OTHER_FORM = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:en|ern|eln)")
# *El agua* is feminine.
_FEMININE_AFTER_EL = re.compile(r"(?:h?[aá]\w*a|hambre|ave)")
_PLURAL = "p"


def make(files: Iterable[Path], language: str, out: Path) -> int:
    """From UTF-8 text with a sentence a line: a line for each kind, its name and its nouns. Returns
    their number. Raises ConfigurationError for a language that is not known here."""
    if language not in _BEFORE:
        raise ConfigurationError(
            f"Nothing is known of determiners in {language!r}.",
            hint=f"Choose one of {', '.join(_BEFORE)}.",
        )
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    patterns = {
        kind: re.compile(rf"(?i:(?<![\w’'])(?:{words})) ({_NOUN[language]})(?![\w’'-]| [A-ZÄÖÜ])")
        for kind, words in _BEFORE[language].items()
    }
    for path in files:
        try:
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    for kind, pattern in patterns.items():
                        for noun in pattern.findall(line):
                            counts[noun][kind] += 1
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path} cannot be read: {error}.") from error
    kinds: dict[str, list[str]] = {kind: [] for kind in KINDS[language] if kind in patterns}
    for noun in sorted(counts):
        if (kind := _agreed(noun, counts[noun], language)) in kinds:
            kinds[kind].append(noun)
    text = "".join(f"{kind} {' '.join(nouns)}\n" for kind, nouns in kinds.items())
    publish(text.encode(), out, force=True)
    return sum(map(len, kinds.values()))


def _agreed(noun: str, found: Counter[str], language: str) -> str:
    """The gender that nearly all places show; where none does, that it is a plural, of Romance
    nouns whatever the gender. A noun with a plural like its singular (*Ordner*) has a gender."""
    several, bare, dative = (found.pop(key, 0) for key in (_PLURAL, "mn", "dative"))
    one = sum(found.values())
    if one < max(_LEAST, several / 4):
        return _PLURAL if several >= _LEAST and not one + bare + dative else ""
    [(kind, most)] = found.most_common(1)
    if most < _AGREED * one or (language != "de" and not noun.islower()):
        return ""
    if kind == "f" and bare + dative > (1 - _AGREED) * one:
        return ""
    if language == "de" and _OTHER_FORM.fullmatch(noun) and bare < _LEAST:
        return ""
    if language == "es" and kind == "m" and _FEMININE_AFTER_EL.fullmatch(noun):
        return ""
    return kind

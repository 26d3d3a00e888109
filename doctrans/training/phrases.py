"""The table of set phrases that goes beside a model: short lines of its data, said in one way.

A word alone means one thing here and another there, which a table does not know: only the first of
the origins gives some, chosen by hand. Of a phrase of several words that lines say in several ways
the way that most have is taken, or the first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from doctrans import checks
from doctrans.engines.ctranslate2.phrases import key as key_of
from doctrans.training import corpus
from doctrans.training.lessons import address, gender
from doctrans.training.pairs import Pair
from doctrans.training.recipe import Recipe
from doctrans.training.vocabulary import FEMALE

FILE = "phrases.tsv"
_WORDS = range(2, 6)  # of what other origins than the first give
_BLANKS = re.compile(r"[ \t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

_Lines = defaultdict[str, Counter[str]]  # phrase -> its translations, in order


def write(recipe: Recipe, path: Path) -> int:
    """What the origins that the recipe calls `phrases` have, in the form that
    `engines.ctranslate2.phrases` reads; the first of them decides, and alone gives single words.
    What the checks of translations refuse is left out; of the other origins text in capitals, and
    what is in any of the languages not said to anyone (`_is_anyones`). The number of phrases;
    without any no file."""
    if not recipe.phrases:
        return 0
    written: dict[str, str] = {}  # key -> as it is written first
    first: dict[str, _Lines] = {}  # by language
    others: dict[str, _Lines] = {}
    refused: set[str] = set()
    for language in recipe.targets:
        first[language], others[language] = _Lines(Counter), _Lines(Counter)
        for pair in _pairs(recipe, language):
            source, target = (_BLANKS.sub(" ", s.text).strip() for s in (pair.source, pair.target))
            key = key_of(source)
            written.setdefault(key, source)
            if pair.origin == recipe.phrases[0]:
                first[language][key][target] += 1
            elif not _is_anyones(pair):
                refused.add(key)
            elif len(source.split()) in _WORDS and not source.isupper():
                others[language][key][target] += 1
    found = {
        language: {
            key: counts.most_common(1)[0][0]
            for key, counts in {**others[language], **first[language]}.items()
            if key in first[language] or key not in refused
        }
        for language in recipe.targets
    }
    keys = {key for said in found.values() for key in said}
    rows = [(recipe.source, *recipe.targets)]
    for key in sorted(keys, key=written.__getitem__):
        texts = {name: found[name].get(key, "") for name in recipe.targets}
        row = [
            text if _is_sound(checks.Pair(written[key], text, recipe.source, name)) else ""
            for name, text in texts.items()
        ]
        rows += [(written[key], *row)] if any(row) else []
    if rows[1:]:
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return len(rows) - 1


def _pairs(recipe: Recipe, language: str) -> Iterator[Pair]:
    for each in recipe.data:
        if each.language == language:
            for pair in corpus.read(each):
                if pair.origin in recipe.phrases and not pair.source.marks:
                    yield pair


def _is_sound(pair: checks.Pair) -> bool:
    return not checks.is_error(checks.check(pair))


def _is_anyones(pair: Pair) -> bool:
    """Whether it does not address its reader as one of the family, nor makes a woman of somebody of
    whom the source does not say it: sentences about women balance those about men in the data, but
    a table says the same to all."""
    if address.familiar(pair):
        return False
    return gender.token(pair) != FEMALE or FEMALE in gender.named(pair.source.text)

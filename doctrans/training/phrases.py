"""The table of set phrases that goes beside a model: short lines of its data, said in one way.

A label that is translated in two ways hangs on what it stands in, which a table does not know; of a
phrase of several words the way that most lines have, or the first, is taken; of a word none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from doctrans.training import corpus
from doctrans.training.recipe import Recipe

FILE = "phrases.tsv"
_MOST_WORDS = 5


def write(recipe: Recipe, path: Path) -> int:
    """What the origins that the recipe calls `phrases` have, in the form that
    `engines.ctranslate2.phrases` reads; the first of them decides what it has. The number of
    phrases; without any no file."""
    written: dict[str, str] = {}  # in small letters -> as it is written first
    found: dict[str, dict[str, str]] = {}
    for language in recipe.targets:
        said = found[language] = {}
        for origins in (recipe.phrases[1:], recipe.phrases[:1]):
            lines = list(_lines(recipe, language, origins))
            said |= _settled(lines)
            written |= {source.casefold(): source for source, _ in reversed(lines)}
    keys = sorted({key for said in found.values() for key in said}, key=lambda key: written[key])
    rows = [(recipe.source, *recipe.targets)]
    rows += [(written[k], *(found[name].get(k, "") for name in recipe.targets)) for k in keys]
    if keys:
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return len(keys)


def _lines(recipe: Recipe, language: str, origins: Collection[str]) -> Iterator[tuple[str, str]]:
    for each in recipe.data:
        if each.language == language:
            for pair in corpus.read(each):
                source = pair.source.text.strip()
                short = len(source.split()) <= _MOST_WORDS
                if pair.origin in origins and short and not pair.source.marks:
                    yield source, pair.target.text.strip()


def _settled(lines: list[tuple[str, str]]) -> dict[str, str]:
    """Source in small letters -> translation."""
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for source, target in lines:
        ways[source.casefold()][target] += 1
    return {
        source: counts.most_common(1)[0][0]
        for source, counts in ways.items()
        if " " in source or len(counts) == 1
    }

"""The table of set phrases that goes beside a model: short lines of its data, said in one way.

A word alone means one thing here and another there, which a table does not know: only the first of
the origins gives some, chosen by hand. Of a phrase of several words that lines say in several ways
the way that most have is taken.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path

from doctrans.training import corpus
from doctrans.training.recipe import Recipe

FILE = "phrases.tsv"
_SOME = range(2, 6)  # words
_ANY = range(1, 100)


def write(recipe: Recipe, path: Path) -> int:
    """What the origins that the recipe calls `phrases` have, in the form that
    `engines.ctranslate2.phrases` reads; the first of them decides, and alone gives single words.
    The number of phrases; without any no file."""
    written: dict[str, str] = {}  # in small letters -> as it is written first
    found: dict[str, dict[str, str]] = {}
    for language in recipe.targets:
        said = found[language] = {}
        for origins, counts in ((recipe.phrases[1:], _SOME), (recipe.phrases[:1], _ANY)):
            lines = list(_lines(recipe, language, origins, counts))
            said |= _settled(lines)
            written |= {source.casefold(): source for source, _ in reversed(lines)}
    keys = sorted({key for said in found.values() for key in said}, key=lambda key: written[key])
    rows = [(recipe.source, *recipe.targets)]
    rows += [(written[k], *(found[name].get(k, "") for name in recipe.targets)) for k in keys]
    if keys:
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return len(keys)


def _lines(
    recipe: Recipe, language: str, origins: Collection[str], counts: range
) -> Iterator[tuple[str, str]]:
    """Sources of so many words, and translations."""
    for each in recipe.data:
        if each.language == language:
            for pair in corpus.read(each):
                source = pair.source.text.strip()
                short = len(source.split()) in counts
                if pair.origin in origins and short and not pair.source.marks:
                    yield source, pair.target.text.strip()


def _settled(lines: list[tuple[str, str]]) -> dict[str, str]:
    """Source in small letters -> translation."""
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for source, target in lines:
        ways[source.casefold()][target] += 1
    return {source: counts.most_common(1)[0][0] for source, counts in ways.items()}

"""`python -m doctrans.training.scores.choose_terms`: the list of terms of held-out pairs.

Candidates are phrases of one to three content words that links join to phrases of the reference
(`pairs.consistent`). Two phrases have to be linked elsewhere too, since an aligner's slip makes a
term that nobody would ask for. Which of a sentence's candidates are taken is thrown with a seed; no
translation is looked at. Pairs besides the held-out ones may be given, for better links.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

import click

from doctrans.constraints.terms import function_words
from doctrans.model import Range
from doctrans.training import align, corpus
from doctrans.training.__main__ import run
from doctrans.training.corpus import Corpus
from doctrans.training.lines import Line
from doctrans.training.pairs import Pair, Phrase, WordLink, characters, consistent
from doctrans.training.scores import term_list
from doctrans.training.scores.term_list import ListedTerm
from doctrans.training.scores.term_match import used

_PATH = click.Path(path_type=Path)
_LONGEST = 3  # words
_LETTERS = 4  # of a word, at least
_ELSEWHERE = 2  # sentences that link the same two phrases, at least
_SHARE = 0.1  # of the links of the source phrase, at least: rarer ones are slips

T = TypeVar("T")
_Counts = Counter[tuple[str, str]]
_Term = tuple[int, int, str, str]  # start and end in the source, the words there, their translation


def choose(
    pairs: Sequence[Pair],
    links: Sequence[Sequence[WordLink]],
    held_out: int,
    seed: int,
    each: int = 2,
) -> Iterator[ListedTerm]:
    """Terms of the first `held_out` pairs, at most `each` a sentence and apart from each other, in
    order of lines; the other pairs only tell which phrases belong together."""
    dice = Random(seed)
    every = [list(_candidates(pair, its)) for pair, its in zip(pairs, links, strict=True)]
    counts: _Counts = Counter(key for found in every for key in {_key(*term[2:]) for term in found})
    totals: Counter[str] = Counter()
    for (source, _), count in counts.items():
        totals[source] += count
    for number, (pair, found) in enumerate(zip(pairs[:held_out], every, strict=False), 1):
        fit = [term for term in found if _sure(_key(*term[2:]), counts, totals)]
        dice.shuffle(fit)
        # What the matcher does not find in the reference could never be found.
        fit = [term for term in fit if used([term[3]], pair.target.text, pair.language)[0]]
        for start, end, source, target in sorted(_apart(fit, each)):
            yield ListedTerm(number, Range(start, end), source, target)


def _apart(terms: Sequence[_Term], most: int) -> list[_Term]:
    """The first so many that share no characters."""
    taken: list[_Term] = []
    for term in terms:
        if len(taken) < most and all(term[1] <= t[0] or t[1] <= term[0] for t in taken):
            taken.append(term)
    return taken


def _key(source: str, target: str) -> tuple[str, str]:
    return source.casefold(), target.casefold()


def _sure(key: tuple[str, str], counts: _Counts, totals: Counter[str]) -> bool:
    return counts[key] >= _ELSEWHERE and counts[key] >= _SHARE * totals[key[0]]


def _candidates(pair: Pair, links: Sequence[WordLink]) -> Iterator[_Term]:
    """Where a phrase starts and ends in the plain source, itself and its translation."""
    source, target = pair.words()
    by_source: dict[int, list[int]] = {}
    by_target: dict[int, list[int]] = {}
    for s, t in links:
        by_source.setdefault(s, []).append(t)
        by_target.setdefault(t, []).append(s)
    for start in range(len(source)):
        for end in range(start + 1, min(len(source), start + _LONGEST) + 1):
            phrase = consistent(by_source, by_target, Range(start, end))
            if phrase and _whole(phrase, links):
                place, there = characters(source, phrase.source), characters(target, phrase.target)
                texts = pair.source.text[slice(*place)], pair.target.text[slice(*there)]
                if _fit(pair, phrase, (source, target), texts):
                    yield *place, *texts


def _whole(phrase: Phrase, links: Sequence[WordLink]) -> bool:
    """Short on both sides, and every word linked: one left over is a sign of a slip."""
    if phrase.target.end - phrase.target.start > _LONGEST:
        return False
    inside = [(s, t) for s, t in links if phrase.source.start <= s < phrase.source.end]
    return {s for s, _ in inside} == set(range(*phrase.source)) and {t for _, t in inside} == set(
        range(*phrase.target)
    )


def _fit(
    pair: Pair,
    phrase: Phrase,
    words: tuple[Sequence[Range], Sequence[Range]],
    texts: tuple[str, str],
) -> bool:
    """Content words on both sides, no tag inside, not the same in both languages."""
    place = characters(words[0], phrase.source)
    if any(place.start <= mark.start <= place.end for mark in pair.source.marks):
        return False
    if texts[0].casefold() == texts[1].casefold():
        return False
    return _content(pair.source, words[0], phrase.source, "en") and _content(
        pair.target, words[1], phrase.target, pair.language
    )


def _content(line: Line, words: Sequence[Range], phrase: Range, language: str) -> bool:
    own = [line.text[a:b] for a, b in words[phrase.start : phrase.end]]
    return all(
        word.isalpha() and len(word) >= _LETTERS and not function_words.is_one(word, language)
        for word in own
    )


@click.command()
@click.argument("language")
@click.argument("held_out", type=_PATH)
@click.argument("output", type=_PATH)
@click.option(
    "--beside", type=_PATH, multiple=True, metavar="FILE", help="Further pairs, for better links."
)
@click.option("--most-beside", type=int, help="Only so many of each, evenly spread.")
@click.option("--most", default=2_000, show_default=True, help="Terms, evenly spread.")
@click.option("--seed", default=1, show_default=True)
def command(
    language: str,
    held_out: Path,
    output: Path,
    beside: tuple[Path, ...],
    most_beside: int | None,
    most: int,
    seed: int,
) -> None:
    """Choose terms of HELD_OUT, pairs from English to LANGUAGE, and write the list OUTPUT."""
    own = list(corpus.read(Corpus(language, (held_out,))))
    pairs = list(own)
    for path in beside:
        pairs += spread(list(corpus.read(Corpus(language, (path,)))), most_beside)
    with tempfile.TemporaryDirectory() as folder:
        align.words(pairs, Path(folder))
        links = align.align(Path(folder))
    found = spread(list(choose(pairs, links, len(own), seed)), most)
    term_list.write(found, output)
    click.echo(f"{output}: {len(found):,} terms")


def spread(items: list[T], most: int | None) -> list[T]:
    """At most so many, at equal distances."""
    if most is None or len(items) <= most:
        return items
    return [items[i * len(items) // most] for i in range(most)]


if __name__ == "__main__":
    run(command=command)

"""Self-training for length: short wordings that the model itself finds.

A corpus seldom has two translations of one sentence of which only one is no wider than its source.
The model has: asked for several candidates, and to be short, it says some that it thinks hardly
less likely. Those that keep numbers, signs and negations, are not far from what the corpus has, and
that the model, not told to be short, thinks a good translation, are kept, as pairs whose origin is
`ORIGIN`; `prepare` tells them `<short>`. Without a look at the corpus a model learns to say less:
half of what passed the other filters had lost something, or was nonsense ("Ich rühre." for "I
surrender."). Half of what then passed was less likely than `_LIKELY`: sentences without their verb
("Ich muss Zahnarzt."), words that are none.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from doctrans import checks
from doctrans.constraints.negation import negates
from doctrans.layout.widths import width
from doctrans.model import Hypothesis, Instructions, Length, Request
from doctrans.training import corpus, gfst
from doctrans.training.asking import Tell, Translator, answers, write
from doctrans.training.lessons.length import SHORT_BELOW
from doctrans.training.recipe import Recipe

ORIGIN = "short"
_OWN = frozenset({ORIGIN, gfst.ORIGIN})
_LEAST, _LABEL, _LONGEST = 6, 30, 110  # characters of a source
_CANDIDATES = 6
_LESS_LIKELY = 0.2  # nats a token below the best candidate, at most
_LIKELY = -0.6  # nats a token, by the model that is told nothing, at least
_NARROWEST = 0.62  # of the source's width: what is narrower has lost something
_ALIKE = 55.0  # chrF against a reference, at least
_AT_ONCE = 2_000


class Scorer(Translator, Protocol):
    """An engine that says how likely it thinks a translation too."""

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[float]: ...


def make(recipe: Recipe, engine: Scorer, out: Path, *, most: int, tell: Tell) -> list[Path]:
    """Writes `short.SOURCE-TARGET.tsv` for every target of the recipe, each complete or not there,
    from `most` of its sources without tags: a third of them labels, the others sentences."""
    made = []
    for language in recipe.targets:
        references = _references(recipe, language)
        sources = iter(_sources(references, f"{recipe.seed} {language} short", most))
        pairs: list[tuple[str, str]] = []
        asked = 0
        while some := list(islice(sources, _AT_ONCE)):
            pairs += _shorter(
                engine, {text: references[text] for text in some}, recipe.source, language
            )
            asked += len(some)
            tell(f"{recipe.source} to {language}: of {asked:,} sentences {len(pairs):,} shorter")
        rows = [(ORIGIN, source, target) for source, target in pairs]
        made.append(write(rows, out / f"short.{recipe.source}-{language}.tsv"))
    return made


def _references(recipe: Recipe, language: str) -> dict[str, list[str]]:
    """Translations of the recipe's sources without tags, those that a model made left out."""
    found: dict[str, list[str]] = {}
    for each in recipe.data:
        if each.language == language:
            for pair in corpus.read(each):
                text = pair.source.text
                if pair.source.marks or not _LEAST <= len(text) <= _LONGEST or pair.origin in _OWN:
                    continue
                found.setdefault(text, []).append(pair.target.text)
    return found


def _sources(found: Iterable[str], seed: str, most: int) -> list[str]:
    dice = random.Random(seed)
    labels: list[str] = []
    others: list[str] = []
    for text in found:
        (labels if len(text) <= _LABEL else others).append(text)
    third = most // 3
    return [
        *dice.sample(labels, min(third, len(labels))),
        *dice.sample(others, min(most - third, len(others))),
    ]


def _shorter(
    engine: Scorer, references: Mapping[str, Sequence[str]], source: str, target: str
) -> list[tuple[str, str]]:
    """Of sources with their references."""
    found = list(_candidates(engine, references, source, target))
    scores = engine.score(found, source, target) if found else []
    return [pair for pair, score in zip(found, scores, strict=True) if score >= _LIKELY]


def _candidates(
    engine: Translator, references: Mapping[str, Sequence[str]], source: str, target: str
) -> Iterator[tuple[str, str]]:
    """A short wording of each source that has one, whatever the model thinks of it untold."""
    texts = list(references)
    plain = answers(engine, [Request(text) for text in texts], source, target)
    wide = [
        (text, said[0].text)
        for text, said in zip(texts, plain, strict=True)
        if width(said[0].text) >= SHORT_BELOW * width(text)
    ]
    short = Instructions(length=Length.SHORT)
    asked = [Request(text, candidates=_CANDIDATES, instructions=short) for text, _ in wide]
    said = answers(engine, asked, source, target)
    for (text, usual), candidates in zip(wide, said, strict=True):
        best = max(candidate.score for candidate in candidates)
        for candidate in sorted(candidates, key=lambda each: -each.score):
            if candidate.score < best - _LESS_LIKELY:
                break
            if _fit(text, usual, candidate, source, target) and _alike(
                candidate.text, references[text]
            ):
                yield text, candidate.text
                break


def _alike(said: str, references: Sequence[str]) -> bool:
    """Whether a wording is near what the corpus has."""
    return bool(_chrf().sentence_score(said, references).score >= _ALIKE)


@cache
def _chrf() -> Any:
    from sacrebleu.metrics import CHRF

    return CHRF()


def _fit(text: str, usual: str, candidate: Hypothesis, source: str, target: str) -> bool:
    """Whether it is short and says what the usual translation says, as far as checks see."""
    said = candidate.text
    room = width(text)
    if not candidate.finished or not _NARROWEST * room <= width(said) < SHORT_BELOW * room:
        return False
    pair = checks.Pair(text, said, source, target)
    return (
        said != text
        and not checks.is_error(checks.check(pair))
        and negates(said, target) == negates(usual, target)
        and text[-1:].isalnum() == said[-1:].isalnum()
    )

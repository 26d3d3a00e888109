"""Gender-filtered self-training: sentences about women and men, translated by the model itself.

English sentences of one gender are translated, the translations that show the same gender and no
other are kept, as many of women as of men, and the model learns from them (Choubey et al. 2021).
The filters are in `constraints.gender.evidence`; here are reading, asking, balance and writing.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from doctrans.constraints.gender import evidence
from doctrans.constraints.gender.words import GENDERED, LANGUAGES
from doctrans.errors import InputError, UsageError
from doctrans.model import Gender, Hypothesis, Instructions, Request
from doctrans.training import corpus, gfst_flaws
from doctrans.training.asking import Tell, Translator, answers, write
from doctrans.training.lessons import gender
from doctrans.training.lines import Line
from doctrans.training.pairs import Pair
from doctrans.training.recipe import Recipe
from doctrans.training.vocabulary import FEMALE, MALE

ORIGIN = "gfst"
LONGEST = 1000  # characters of a sentence, as in the paper
_AT_ONCE = 1_000  # sentences between two words of progress
_TOKENS = {Gender.FEMININE: FEMALE, Gender.MASCULINE: MALE}
_WORD = re.compile(r"[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    gender: Gender


@dataclass(frozen=True, slots=True)
class Kept:
    """A pair that both filters let through, and how sure the model was."""

    source: str
    target: str
    gender: Gender
    score: float = 0.0


def make(
    recipe: Recipe,
    engine: Translator,
    files: Sequence[Path],
    out: Path,
    *,
    told: bool = False,
    most: int | None = None,
    surest: float = 1.0,
    tell: Tell,
) -> list[Path]:
    """Writes `gfst.SOURCE-TARGET.tsv` for every target of the recipe, each complete or not there.

    `told`: the model understands gender and is asked with it. `most`: only so many sentences of a
    gender are translated, drawn by the recipe's seed. `surest`: the share of what passes that is
    kept, by the model's own score. Raises InputError for files that hold nothing
    to learn from, UsageError for languages whose gendered words are not known."""
    languages = _languages(recipe)
    for path in (path for path in files if not path.is_file()):
        raise InputError(f"{path} is not there, or no file.")
    sentences = _chosen(source_filter(read(files), tell), most, recipe.seed)
    written = []
    for language in languages:
        known = _words(recipe, language)
        answers = _translated(engine, sentences, recipe.source, language, told, tell)
        pairs = target_filter(answers, language, known, tell)
        kept = balanced(most_sure(pairs, surest), f"{recipe.seed} {language}")
        tell(f"{recipe.source} to {language}: {_counts(pairs)} passed both filters, {len(kept):,} "
             "pairs kept")  # fmt: skip
        if not kept:
            raise InputError(
                f"No translation into {language} shows the gender of the sentence for both "
                "genders.",
                hint="Give more sentences, or a better model.",
            )
        rows = [(ORIGIN, pair.source, pair.target) for pair in kept]
        written.append(write(rows, out / f"gfst.{recipe.source}-{language}.tsv"))
    return written


def _languages(recipe: Recipe) -> tuple[str, ...]:
    unknown = [name for name in recipe.targets if name not in LANGUAGES]
    if recipe.source != "en" or unknown:
        raise UsageError(
            f"Gendered words are known for en to {', '.join(LANGUAGES)}, not for "
            f"{recipe.source} to {', '.join(unknown or recipe.targets)}."
        )
    return recipe.targets


def read(files: Iterable[Path]) -> Iterator[str]:
    """The sentences of all files. A line is a sentence, or a label, a tab and a sentence, as the
    first line is; labels are not believed. Raises InputError naming file and line."""
    for path in files:
        columns = 0
        for place, line in corpus.lines_of(path):
            row = line.rstrip("\r").split("\t")
            columns = columns or len(row)
            if len(row) != columns or columns > 2:
                raise InputError(
                    f"{place}: {len(row)} columns, not {min(columns, 2)}.",
                    hint="A line is a sentence, or a label and a sentence with a tab between them.",
                )
            if not row[-1].strip():
                raise InputError(f"{place}: no sentence.", hint="Remove the line.")
            yield " ".join(row[-1].split())
        if not columns:
            raise InputError(f"{path} is empty.")


def source_filter(sentences: Iterable[str], tell: Tell) -> list[Sentence]:
    """Those whose words name one gender, each once."""
    count = 0
    found: dict[str, Gender] = {}
    for text in sentences:
        count += 1
        named = evidence.of_source(text) if len(text) <= LONGEST else None
        if named:
            found[text] = named
    passed = [Sentence(text, named) for text, named in found.items()]
    tell(f"{count:,} sentences read, {_counts(passed)} passed the source filter")
    return passed


def _counts(items: Iterable[Sentence] | Iterable[Kept]) -> str:
    count = Counter(item.gender for item in items)
    return f"{count[Gender.FEMININE]:,} feminine and {count[Gender.MASCULINE]:,} masculine"


def _chosen(sentences: list[Sentence], most: int | None, seed: int) -> list[Sentence]:
    """At most so many of each gender, in the order they were in."""
    if most is None:
        return sentences
    chosen: set[Sentence] = set()
    for wanted in Gender:
        own = [item for item in sentences if item.gender is wanted]
        chosen.update(random.Random(f"{seed} {wanted}").sample(own, min(most, len(own))))
    return [item for item in sentences if item in chosen]


def _words(recipe: Recipe, language: str) -> frozenset[str]:
    """Words of the recipe's translations, our own of an earlier run left out: what a model says
    that is none of them is seldom a word."""
    own = (pair for each in recipe.data if each.language == language for pair in corpus.read(each))
    found: set[str] = set()
    for pair in own:
        if pair.origin != ORIGIN:
            found.update(_WORD.findall(pair.target.text.casefold()))
    return frozenset(found)


def _translated(
    engine: Translator, sentences: list[Sentence], source: str, target: str, told: bool, tell: Tell
) -> Iterator[tuple[Sentence, Hypothesis]]:
    fitting = iter([item for item in sentences if engine.fits(item.text)])
    done = 0
    while some := list(islice(fitting, _AT_ONCE)):
        asked = [
            Request(i.text, instructions=Instructions(gender=i.gender if told else None))
            for i in some
        ]
        found = answers(engine, asked, source, target)
        yield from ((item, said[0]) for item, said in zip(some, found, strict=True))
        done += len(some)
        tell(f"{source} to {target}: translated {done:,} of {len(sentences):,}")


def target_filter(
    answers: Iterable[tuple[Sentence, Hypothesis]],
    language: str,
    known: frozenset[str],
    tell: Tell = lambda text: None,
) -> list[Kept]:
    """The translations that show the gender of their sentence alone and have no other flaw."""
    kept: list[Kept] = []
    dropped: Counter[str] = Counter()
    for sentence, hypothesis in answers:
        target = " ".join(hypothesis.text.split())
        if reason := _reason(sentence, target, language, hypothesis.finished, known):
            dropped[reason] += 1
        else:
            kept.append(Kept(sentence.text, target, sentence.gender, hypothesis.score))
    if dropped:
        tell("left out: " + ", ".join(f"{n:,} {reason}" for reason, n in dropped.most_common()))
    return kept


def _reason(
    sentence: Sentence, target: str, language: str, finished: bool, known: frozenset[str]
) -> str:
    """Why a translation is not kept; empty: it is."""
    if not finished:
        return "not finished"
    if flaw := gfst_flaws.flaw(sentence.text, target):
        return flaw
    shown = evidence.of_target(sentence.text, target, language)
    if not shown:
        return "without gender"
    if shown != {sentence.gender}:
        return "of the other gender"
    if not _real(sentence.text, target, language, known):
        return "with words that are none"
    pair = Pair(Line(sentence.text), Line(target), language)
    return "" if gender.token(pair) == _TOKENS[sentence.gender] else "without a lesson"


def _real(source: str, target: str, language: str, known: frozenset[str]) -> bool:
    """Whether all words are known, or names that the source has too."""
    names = {word for word in _WORD.findall(source) if not word.islower()}
    listed = GENDERED[language].male | GENDERED[language].female
    return all(
        word in names or word.casefold() in known or word.casefold() in listed
        for word in _WORD.findall(target)
    )


def most_sure(pairs: Sequence[Kept], share: float) -> list[Kept]:
    """Of each gender the share that the model was surest of; order stays."""
    chosen: set[int] = set()
    for wanted in Gender:
        own = [i for i, pair in enumerate(pairs) if pair.gender is wanted]
        own.sort(key=lambda i: (-pairs[i].score, i))
        chosen.update(own[: round(share * len(own))])
    return [pair for i, pair in enumerate(pairs) if i in chosen]


def balanced(pairs: Sequence[Kept], seed: str) -> list[Kept]:
    """As many of one gender as of the other, drawn from the bigger side; order stays."""
    sides = {
        wanted: [i for i, pair in enumerate(pairs) if pair.gender is wanted] for wanted in Gender
    }
    size = min(map(len, sides.values()))
    chosen = {i for side in sides.values() for i in random.Random(seed).sample(side, size)}
    return [pair for i, pair in enumerate(pairs) if i in chosen]

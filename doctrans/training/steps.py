"""The steps of a recipe in a work folder, each of which leaves what the next one reads.

    work/vocabulary/   source.spm, vocab.json
    work/words/        words.source, words.target: for an aligner
    work/data/         part-000.npz, ...
    work/run/          checkpoint.pt, stable.safetensors, weights.safetensors, log.jsonl
    work/model/        the model folder
    work/marian/       the same in the standard form
    work/kept/         weights and vocabulary for a later run

Data is prepared anew each time, with the vocabulary that is there; training goes on where it was.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from doctrans.errors import ConfigurationError, InputError
from doctrans.training import align, corpus, packed, prepare, vocabulary
from doctrans.training.lines import Line
from doctrans.training.pairs import Pair, WordLink
from doctrans.training.recipe import Recipe

VOCABULARY, WORDS, DATA, RUN, MODEL = "vocabulary", "words", "data", "run", "model"
_SENTENCES = 600_000  # that the vocabulary is made of, both sides counted
_BYTES_PER_PAIR = 2_000  # of disk, all steps together

Tell = Callable[[str], None]


def check(recipe: Recipe, work: Path, tell: Tell) -> int:
    """Reads all data once and looks at the disk, so that nothing fails hours later; tells names of
    origins that no pair has. Returns the number of pairs. Raises InputError and
    ConfigurationError."""
    count = 0
    origins: set[str] = set()
    for each in recipe.data:
        own = 0
        for pair in corpus.read(each, tell):
            origins.add(pair.origin)
            own += 1
        tell(f"{recipe.source} to {each.language}: {own:,} pairs")
        count += own
    if unknown := sorted(recipe.origins - origins):
        tell(f"no pair is of these origins, which the recipe names: {', '.join(unknown)}")
    work.mkdir(parents=True, exist_ok=True)
    needed = count * (recipe.passes + recipe.plain_passes) * _BYTES_PER_PAIR
    if (free := shutil.disk_usage(work).free) < needed:
        raise ConfigurationError(
            f"{work} has {free / 1e9:.1f} GB free; {needed / 1e9:.1f} GB are needed.",
            hint="Choose another work folder.",
        )
    return count


def make_vocabulary(
    recipe: Recipe, work: Path, tell: Tell, start: Path | None = None
) -> vocabulary.Vocabulary:
    """From sentences of all languages: as many source sentences as there are of one target. With
    kept weights to begin from (`start`), theirs."""
    folder = work / VOCABULARY
    if start and not (folder / vocabulary.IDS).exists():
        vocabulary.copy(start, folder)
    if start:
        _check_same(start, work)
    if not (folder / vocabulary.IDS).exists():
        tell(f"making a vocabulary of {recipe.vocabulary:,} pieces")
        folder.mkdir(parents=True, exist_ok=True)
        text = folder / "sentences.txt"
        with text.open("w", encoding="utf-8") as file:
            file.writelines(f"{sentence}\n" for sentence in _sentences(recipe))
        vocabulary.train(text, folder, recipe.targets, recipe.vocabulary)
        text.unlink()
    return vocabulary.Vocabulary(folder)


def _check_same(start: Path, work: Path) -> None:
    """Weights know tokens by number alone: with another vocabulary they would say nonsense."""
    if not vocabulary.same(start, work / VOCABULARY):
        raise InputError(
            f"The weights in {start} and {work / VOCABULARY} do not have the same vocabulary.",
            hint=f"Run `prepare --start {start}` with a new work folder.",
        )


def _sentences(recipe: Recipe) -> Iterator[str]:
    each = _SENTENCES // (len(recipe.targets) + 1)
    for language in recipe.targets:
        pairs = [
            pair for pair in _pairs(recipe, language) if recipe.keep.get(pair.origin, 1) >= 0.5
        ]
        chosen = random.Random(recipe.seed).sample(pairs, min(each, len(pairs)))
        for i, pair in enumerate(chosen):
            yield _plain(pair.target)
            if i % len(recipe.targets) == 0:
                yield _plain(pair.source)


def _plain(line: Line) -> str:
    return " ".join(line.text.split())


def _pairs(recipe: Recipe, language: str | None = None) -> Iterator[Pair]:
    for each in recipe.data:
        if language in (None, each.language):
            yield from corpus.read(each)


def make_links(
    recipe: Recipe, work: Path, files: tuple[Path, ...], tell: Tell
) -> list[tuple[WordLink, ...]]:
    """Word links of all pairs, in order: those of `files` (forward, or forward and backward), or
    our own."""
    folder = work / WORDS
    count = write_words(recipe, work)
    if files:
        return align.read(files[0], files[1] if len(files) > 1 else None, count)
    tell("aligning words")
    return align.align(folder)


def write_words(recipe: Recipe, work: Path) -> int:
    """What an outside aligner reads. Returns the number of pairs."""
    folder = work / WORDS
    folder.mkdir(parents=True, exist_ok=True)
    return align.words(_pairs(recipe), folder)


def make_data(
    recipe: Recipe,
    work: Path,
    own: vocabulary.Vocabulary,
    links: list[tuple[WordLink, ...]] | None,
    tell: Tell,
) -> int:
    """Packed examples. Returns their number."""
    examples = prepare.examples(recipe, own, links)
    partial = work / f"{DATA}.partial"
    if partial.exists():
        shutil.rmtree(partial)
    count = packed.write(_told(examples, tell), partial)
    if not count:
        raise InputError("No pair was fit to be learnt.", hint="Is `most_tokens` too small?")
    if (work / DATA).exists():
        shutil.rmtree(work / DATA)
    partial.rename(work / DATA)
    return count


def _told(examples: Iterator[Any], tell: Tell) -> Iterator[Any]:
    count = 0
    while some := list(islice(examples, 100_000)):
        yield from some
        count += len(some)
        tell(f"prepared {count:,} examples")


def network_of(recipe: Recipe, work: Path) -> Any:
    """An untrained network for the work folder's vocabulary."""
    from doctrans.training import network

    own = vocabulary.Vocabulary(work / VOCABULARY)
    return network.build(recipe.shape, len(own), own.pad, own.end)


def transplant(recipe: Recipe, work: Path, donor: Path, out: Path, tell: Tell) -> Path:
    """Kept weights in `out` for `train --start`: the layers of the model in the folder `donor`,
    under the work folder's vocabulary, which is made if it is not there."""
    from doctrans.training import transplant as transplanting
    from doctrans.training import weights

    found = transplanting.read(donor)
    make_vocabulary(recipe, work, tell)
    model = network_of(recipe, work)
    begun = transplanting.begin(model, work / VOCABULARY, found, recipe.seed)
    tell(f"embeddings: {begun.kept} kept, {begun.made} made of others, {begun.random} random")
    weights.split(model, out)
    vocabulary.copy(work / VOCABULARY, out)
    return out


def train(
    recipe: Recipe,
    work: Path,
    *,
    start: Path | None = None,
    teacher: Path | None = None,
    device: str = "cpu",
    minutes: float | None = None,
    threads: int = 2,
    stop: Callable[[], bool] = lambda: False,
    tell: Tell,
) -> bool:
    """Trains on the packed data, from the last checkpoint or from kept weights (`start`); kept
    weights are the `teacher`'s too. Returns whether all steps are done."""
    import torch

    from doctrans.training import loop
    from doctrans.training.teacher import Teacher

    torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    model = _filled(recipe, work, start)
    asked = Teacher(_filled(recipe, work, teacher), recipe.plan.teacher) if teacher else None
    data = packed.Packed(work / DATA)
    (work / RUN).mkdir(exist_ok=True)
    return loop.train(
        model, data, work / RUN, recipe.plan, late=recipe.late, teacher=asked, fresh=recipe.fresh,
        device=device, minutes=minutes, stop=stop, tell=tell,
    )  # fmt: skip


def _filled(recipe: Recipe, work: Path, kept: Path | None) -> Any:
    """The network with kept weights, if there are any."""
    from doctrans.training import weights

    model = network_of(recipe, work)
    if kept:
        _check_same(kept, work)
        weights.join(model, kept, recipe.seed)
    return model


def export(recipe: Recipe, work: Path) -> Path:
    """The model folder; `marian` beside it is the standard form, and `kept` the weights before the
    learning rate fell, to go on from."""
    from doctrans.training import export as exporting
    from doctrans.training import loop, weights

    path = work / RUN / loop.WEIGHTS
    if not path.exists():
        raise InputError(f"{work} has no trained weights.", hint="Run `train` to its end first.")
    model = network_of(recipe, work)
    loop.load_weights(model, work / RUN / loop.STABLE)
    weights.split(model, work / "kept")
    vocabulary.copy(work / VOCABULARY, work / "kept")
    loop.load_weights(model, path)
    exporting.save_marian(model, work / VOCABULARY, work / "marian", recipe)
    exporting.convert(work / "marian", work / MODEL, recipe)
    return work / MODEL

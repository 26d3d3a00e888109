"""`python -m doctrans.training.evaluate`: what a model can do, as the table of its model card.

Translates held-out pairs with the engine itself, tags in place, and says how well (sacreBLEU, tags
removed) and how many sentences kept their tags. The data is given by path and never shipped.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import click

from doctrans import spans
from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.model import Hypothesis, Request, Span, Tag, Tagged, TagKind
from doctrans.training import corpus
from doctrans.training.__main__ import run
from doctrans.training.corpus import Corpus
from doctrans.training.lines import Line

_PATH = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Scores:
    """BLEU and chrF are sacreBLEU's, of text without tags; `kept` of `tagged` sentences have all
    their tags, legally placed, as the model wrote them."""

    language: str
    sentences: int
    bleu: float
    chrf: float
    tagged: int
    kept: int
    signature: str


def tagged(line: Line) -> Tagged:
    """A line of the corpus as the pipeline has it."""
    found: list[Span] = []
    stack: list[tuple[Tag, int]] = []  # open tags, and the spans there were before each
    position = 0
    for mark in line.marks:
        here = tuple(tag for tag, _ in stack)
        if position < mark.start:
            found.append(Span(position, mark.start, here))
            position = mark.start
        number = int(mark.token.strip("</>"))
        if mark.token.startswith("</"):
            if stack.pop()[1] == len(found):  # it holds nothing
                found.append(Span(position, position, here))
        elif mark.token.endswith("/>"):
            found.append(Span(position, position, (*here, Tag(number, TagKind.POINT, "x"))))
        else:
            stack.append((Tag(number, TagKind.PAIR, "g"), len(found)))
    if position < len(line.text):
        found.append(Span(position, len(line.text), ()))
    return Tagged(line.text, spans.coalesce(found))


def score(engine: CTranslate2Engine, source: str, each: Corpus, most: int | None) -> Scores:
    """Scores of one language."""
    from sacrebleu.metrics import BLEU, CHRF

    pairs = list(islice(corpus.read(each), most))
    sources = [tagged(pair.source) for pair in pairs]
    asked = [Request(item.text, item.spans) for item in sources]
    asked = [r if engine.accepts(r) else Request(r.text) for r in asked]
    answers: dict[int, tuple[Hypothesis, ...]] = {}
    for some in engine.translate(asked, source, each.language):
        answers.update(some)
    best = [answers[i][0] for i in range(len(pairs))]
    texts = [" ".join(hypothesis.text.split()) for hypothesis in best]
    references = [[" ".join(pair.target.text.split()) for pair in pairs]]
    bleu, chrf = BLEU(), CHRF()
    with_tags = [i for i, item in enumerate(sources) if item.tags]
    return Scores(
        each.language,
        len(pairs),
        round(bleu.corpus_score(texts, references).score, 1),
        round(chrf.corpus_score(texts, references).score, 1),
        len(with_tags),
        sum(best[i].spans is not None for i in with_tags),
        str(bleu.get_signature()),
    )


@click.command()
@click.option("--model", type=_PATH, required=True, metavar="FOLDER")
@click.option("--from", "source", default="en", show_default=True, help="Source language.")
@click.option(
    "--pairs",
    type=(str, _PATH),
    multiple=True,
    required=True,
    metavar="LANGUAGE FILE",
    help="Held-out pairs of one target language, a table in the corpus notation.",
)
@click.option("--most", type=int, help="Only the first so many of each.")
@click.option("--beam", default=2, show_default=True)
def command(
    model: Path, source: str, pairs: tuple[tuple[str, Path], ...], most: int | None, beam: int
) -> None:
    """Score a model on held-out pairs; a JSON object a line."""
    for scores in _scores(model, source, pairs, most, beam):
        click.echo(json.dumps(asdict(scores), ensure_ascii=False))


def _scores(
    model: Path, source: str, pairs: tuple[tuple[str, Path], ...], most: int | None, beam: int
) -> Iterator[Scores]:
    with CTranslate2Engine(model, beam=beam) as engine:
        for language, path in pairs:
            yield score(engine, source, Corpus(language, (path,)), most)


if __name__ == "__main__":
    run(command=command)

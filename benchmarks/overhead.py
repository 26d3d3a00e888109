"""What tags, documents and reports cost beside bare translation: `python -m benchmarks.overhead`.

(a) one `translate_batch` of CTranslate2 over the same sentences without tags, into the same
    language: same beam, batch size and threads, model loaded, tokenising and joining included;
(b) the same sentences as a tagged HTML page and as a DOCX document: read, translated, written and
    verified; once with tags given to the model, once with tags projected along its attention.

Rounds of all kinds take turns; the table gives medians and the ratio to (a) of the same round, in
seconds on the clock and in seconds of processors: the latter is what counts where many documents
are translated at a time.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from benchmarks import material
from doctrans.api import Translator
from doctrans.documents import read, written
from doctrans.engines.ctranslate2 import CTranslate2Engine
from doctrans.engines.ctranslate2.engine import BATCH_TOKENS
from doctrans.engines.ctranslate2.folder import describe
from doctrans.model import Hypothesis, Request
from doctrans.settings import Settings

MODEL = Path(__file__).parent.parent / "doctrans" / "models" / "en-multi"


class Counting(CTranslate2Engine):
    """Counts what is asked of it."""

    asked: list[int]

    def translate(
        self, requests: Sequence[Request], source: str, target: str
    ) -> Iterator[dict[int, tuple[Hypothesis, ...]]]:
        self.asked.append(len(requests))
        return super().translate(requests, source, target)


class Untagged(Counting):
    """The same engine as if it had not been taught tags: everything is projected."""

    def accepts(self, request: Request) -> bool:
        return not request.tagged.tags


def bare(texts: list[str], batch_tokens: int, threads: int, beam: int) -> Callable[[], object]:
    """(a), with the threads in the way that is faster here: `threads` batches at a time."""
    import ctranslate2
    import sentencepiece

    model = describe(MODEL)
    before = model.tokens(model.source_prefix, "en", "de")
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(MODEL / "source.spm"))
    translator = ctranslate2.Translator(
        str(MODEL), compute_type="int8", inter_threads=threads, intra_threads=1
    )

    def run() -> object:
        source = [[*before, *item, "</s>"] for item in pieces.encode(texts, out_type=str)]
        results = translator.translate_batch(
            source, beam_size=beam, max_batch_size=batch_tokens // beam, batch_type="tokens"
        )
        return pieces.decode([result.hypotheses[0] for result in results])

    return run


def through(engine: Counting, data: bytes) -> Callable[[], object]:
    """(b): read, translate, write, verify."""
    translator = Translator("de", "en", engine=engine, settings=Settings())

    def run() -> object:
        engine.asked = []
        return written(translator.translate([read(data)])[0].document).data

    return run


@click.command(help=__doc__)
@click.option("--sentences", default=300, show_default=True)
@click.option("--tagged", default=0.2, show_default=True, help="Share of sentences with tags.")
@click.option("--rounds", default=5, show_default=True)
@click.option("--threads", default=2, show_default=True)
@click.option("--batch-tokens", default=BATCH_TOKENS, show_default=True, help="Times the beam.")
@click.option("--beam", default=2, show_default=True)
def main(
    sentences: int, tagged: float, rounds: int, threads: int, batch_tokens: int, beam: int
) -> None:
    items = material.sentences(sentences, tagged)
    texts = [item.plain for item in items]
    native, untagged = (
        engine(MODEL, threads=threads, batch_tokens=batch_tokens, beam=beam)
        for engine in (Counting, Untagged)
    )
    page, document = material.html(items).encode(), material.docx(items)
    kinds = {
        "bare translate_batch": bare(texts, batch_tokens, threads, beam),
        "HTML, native tags": through(native, page),
        "HTML, projected tags": through(untagged, page),
        "DOCX, native tags": through(native, document),
        "DOCX, projected tags": through(untagged, document),
    }
    tags = sum(len(item.tags) for item in items)
    click.echo(f"{sentences} sentences, {tags} elements ({2 * tags} tag tokens), {threads} threads")
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
    again: dict[str, int] = {}
    for name, run in kinds.items():
        run()
        if name != "bare translate_batch":
            again[name] = sum((untagged if "projected" in name else native).asked[1:])
    for _ in range(rounds):
        for name, run in kinds.items():
            start = time.perf_counter(), time.process_time()
            run()
            times[name].append((time.perf_counter() - start[0], time.process_time() - start[1]))
    first = times["bare translate_batch"]
    click.echo(
        "| | seconds (median) | ratio (median, least to most) | of processor time | asked again |"
    )
    click.echo("| --- | --- | --- | --- | --- |")
    for name, found in times.items():
        seconds = statistics.median(wall for wall, _ in found)
        ratios = [
            _ratios([pair[clock] for pair in found], [pair[clock] for pair in first])
            for clock in (0, 1)
        ]
        click.echo(f"| {name} | {seconds:.2f} | {ratios[0]} | {ratios[1]} | {again.get(name, 0)} |")


def _ratios(found: list[float], first: list[float]) -> str:
    ratios = [one / base for one, base in zip(found, first, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


if __name__ == "__main__":
    main()

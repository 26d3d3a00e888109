"""Translations as long as their source: `python -m benchmarks.isometric PAIRS --to de`.

How many translations of sentences over ten characters are within 10 % of their source's
characters, as the embedded model says them, and where other wordings may be taken (the likeliest
that is within; those of `doctrans.fitting`, which are narrower ones); chrF of both. Texts without
tags.
"""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.fitting import pairs_of
from doctrans import store
from doctrans.aligners.attention import AttentionAligner
from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.fitting.wording import Wordings
from doctrans.model import Document, Segment
from doctrans.pipeline import Draft, Job, draft_all
from doctrans.training.scores import quality

WITHIN = 0.1
_LEAST, _LONGEST = 11, 300  # characters of a source


def within(source: str, target: str) -> bool:
    return abs(len(target) - len(source)) <= WITHIN * len(source)


def reworded(draft: Draft) -> list[str]:
    """Of each segment the plain wording, or the likeliest that is as long as the source."""
    plain = {segment.id: draft.segment(segment).target.text for segment in draft.document.segments}
    wide = [s for s in draft.document.segments if not within(s.text, plain[s.id])]
    offered = Wordings(draft)
    for way in range(offered.ways):
        offered.ask([segment.id for segment in wide], way)
    for segment in wide:
        for level in range(1, offered.levels(segment.id)):
            other = draft.segment(segment, offered.level(segment.id, level)).target.text
            if within(segment.text, other):
                plain[segment.id] = other
                break
    return list(plain.values())


@click.command(help=__doc__)
@click.argument("pairs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", required=True, metavar="LANG")
@click.option("--most", default=600, show_default=True, help="Sentences, the first ones.")
def main(pairs: Path, to: str, most: int) -> None:
    known = [(s, t) for s, t in pairs_of(pairs, to, _LONGEST) if len(s) >= _LEAST][:most]
    segments = tuple(Segment(f"s{n}", source) for n, (source, _) in enumerate(known))
    references = [reference for _, reference in known]
    with CTranslate2Engine(store.find(None, "en", to, []).folder) as engine:
        job = Job(engine, AttentionAligner(engine), "en", to, "")
        [draft] = draft_all([Document("text", "en", segments, None)], job)
        plain = [report.target.text for report in draft.result().report.segments]
        versions = {"as it comes": plain, "other wordings": reworded(draft)}
    click.echo(f"| {len(known)} sentences, {to} | within 10 % | chrF |\n| --- | --- | --- |")
    for name, texts in {**versions, "the set's own": references}.items():
        good = sum(within(source, text) for (source, _), text in zip(known, texts, strict=True))
        click.echo(
            f"| {name} | {100 * good / len(known):.1f} % | {quality.chrf(texts, references):.1f} |"
        )


if __name__ == "__main__":
    main()

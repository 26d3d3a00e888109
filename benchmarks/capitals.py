"""Text in capitals: `python -m benchmarks.capitals PAIRS --to de`.

The same sentences as they are and in capitals, translated by the engine alone and as documents are;
chrF against the reference, in capitals too. Texts without tags.
"""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.fitting import pairs_of
from doctrans import store
from doctrans.api import Translator
from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.model import Request
from doctrans.training.scores import quality

_LONGEST = 160  # characters of a source


def alone(engine: CTranslate2Engine, texts: list[str], to: str) -> list[str]:
    """What the engine says, and nothing done about it."""
    found: dict[int, str] = {}
    for some in engine.translate([Request(text) for text in texts], "en", to):
        found |= {index: answers[0].text for index, answers in some.items()}
    return [found[index] for index in range(len(texts))]


@click.command(help=__doc__)
@click.argument("pairs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", required=True, metavar="LANG")
@click.option("--most", default=300, show_default=True, help="Sentences, the first ones.")
def main(pairs: Path, to: str, most: int) -> None:
    known = pairs_of(pairs, to, _LONGEST)[:most]
    sources = [source for source, _ in known]
    capitals = [source.upper() for source in sources]
    references = [reference.upper() for _, reference in known]
    engine = CTranslate2Engine(store.find(None, "en", to, []).folder)
    with engine, Translator(to, "en", engine=engine) as translator:
        versions = {
            "as it is": translator.translate_text(sources),
            "in capitals, by the engine alone": alone(engine, capitals, to),
            "in capitals": translator.translate_text(capitals),
        }
    click.echo(f"| {len(known)} sentences, {to} | chrF |\n| --- | --- |")
    for name, texts in versions.items():
        raised = [text.upper() for text in texts]
        click.echo(f"| {name} | {quality.chrf(raised, references):.1f} |")


if __name__ == "__main__":
    main()

"""Names in English text: `python -m benchmarks.names SENTENCES REFERENCES --to de`.

How many of them the engine loses alone and as documents are translated, what the reference has of
them, and chrF of the sentences where one was lost. The files are text, a sentence a line; of the
contextual files of MT-GenEval, in which a sentence has another before it, the sentence.
"""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.capitals import alone
from doctrans import store
from doctrans.api import Translator
from doctrans.constraints.spelling import names
from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.training.scores import quality

_BEFORE = "<sep>"  # what stands behind the sentence before
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _sentences(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.rpartition(_BEFORE)[2].strip() for line in lines]


@click.command(help=__doc__)
@click.argument("sentences", type=_FILE)
@click.argument("references", type=_FILE)
@click.option("--to", required=True, metavar="LANG")
def main(sentences: Path, references: Path, to: str) -> None:
    known = dict(zip(_sentences(sentences), _sentences(references), strict=True))
    sources = [source for source in known if names.found(source, "en")]
    engine = CTranslate2Engine(store.find(None, "en", to, []).folder)
    with engine, Translator(to, "en", engine=engine) as translator:
        versions = {
            "engine alone": alone(engine, sources, to),
            "as documents are": translator.translate_text(sources),
            "reference": [known[source] for source in sources],
        }
    lost = {
        name: [names.lost(s, t, ("en", to)) for s, t in zip(sources, texts, strict=True)]
        for name, texts in versions.items()
    }
    bad = [index for index, some in enumerate(lost["engine alone"]) if some]
    count = sum(len({s[a:b] for a, b in names.found(s, "en")}) for s in sources)
    click.echo(f"{count} names in {len(sources)} sentences, {to}; one is lost in {len(bad)}\n")
    click.echo("| | names lost | chrF of those sentences |\n| --- | --- | --- |")
    for name, texts in versions.items():
        score = quality.chrf([texts[i] for i in bad], [known[sources[i]] for i in bad])
        click.echo(f"| {name} | {sum(map(len, lost[name]))} | {score:.1f} |")


if __name__ == "__main__":
    main()

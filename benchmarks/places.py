"""Names of places, languages and peoples: `python -m benchmarks.places --to de`.

How many of those that are looked for the engine loses alone and as documents are translated, each
in a plain sentence. Those that are called as in English in the target language are left out.
"""

from __future__ import annotations

import click

from benchmarks.capitals import alone
from doctrans import store
from doctrans.api import Translator
from doctrans.constraints.world import peoples, places
from doctrans.engines.ctranslate2.engine import CTranslate2Engine

_SENTENCES = {
    "places": "They opened an office in {} last year.",
    "languages": "The manual is also available in {}.",
    "peoples": "The {} government has not commented.",
}


@click.command(help=__doc__)
@click.option("--to", required=True, metavar="LANG")
def main(to: str) -> None:
    engine = CTranslate2Engine(store.find(None, "en", to, []).folder)
    click.echo(
        "| | names | lost by the engine alone | as documents are |\n| --- | --- | --- | --- |"
    )
    with engine, Translator(to, "en", engine=engine) as translator:
        for kind, sentence in _SENTENCES.items():
            others = [name for name, called in places.read(kind).items() if name not in called[to]]
            sources = [sentence.format(name) for name in others]
            lost_in = peoples.lost if kind == "peoples" else places.lost
            lost = [
                sum(bool(lost_in(s, t, ("en", to))) for s, t in zip(sources, said, strict=True))
                for said in (alone(engine, sources, to), translator.translate_text(sources))
            ]
            click.echo(f"| {to}, {kind} | {len(others)} | {lost[0]} | {lost[1]} |")


if __name__ == "__main__":
    main()

"""Translated pages in a browser: `python -m benchmarks.fitting_pages PAIRS --to de`.

Tight generated pages (`tight_pages`, seeded) filled with the sources of sentence pairs (a table of
id, source, target): tables with fixed and with free columns, lines of buttons, labels of one line,
boxes of given height, buttons and lists of given width. They are translated by the embedded model
as it comes, with other wordings, and with hyphens too; beside them the pairs' own targets. Every
version is shown by Chromium in a window of 1280 pixels and each box compared with its source.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from benchmarks import tight_pages
from benchmarks.fitting import pairs_of
from doctrans import api, store
from doctrans.aligners.attention import AttentionAligner
from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.fitting.html import HtmlFitter
from doctrans.fitting.values import Steps
from doctrans.formats.html import copies
from doctrans.layout.breaking import SHY
from doctrans.layout.html.chromium import Chromium
from doctrans.layout.html.compare import Change, Fault, compared
from doctrans.layout.html.model import Page
from doctrans.layout.html.tab import Tab
from doctrans.model import Document, Segment, Span
from doctrans.pipeline import Job, draft_all
from doctrans.report.fit import Mode, Rung
from doctrans.training.scores import quality

WINDOW = 1280  # pixels


@dataclass(slots=True)
class Version:
    """All pages in one version."""

    name: str
    documents: dict[str, Document] = field(default_factory=dict)
    rungs: Counter[str] = field(default_factory=Counter)  # of boxes that fit by what was done
    seconds: float = 0.0


def sources(pairs: Sequence[tuple[str, str]], seed: int, count: int) -> dict[str, Document]:
    """Generated pages by name."""
    by_length = sorted((source for source, _ in pairs), key=len)
    made = {}
    for number in range(count):
        dice = random.Random(f"{seed} {number} texts")

        def text(most: int, dice: random.Random = dice) -> str:
            fitting = sum(len(source) <= most for source in by_length)
            return by_length[dice.randrange(fitting)]

        markup = tight_pages.page(f"{seed} {number}", text)
        made[f"page-{number}"] = api.read(markup.encode(), "html")
    return made


def translated(
    pages: Mapping[str, Document], to: str, name: str, mode: Mode, steps: Steps | None = None
) -> Version:
    found = Version(name)
    fitter = HtmlFitter(mode, steps)
    with CTranslate2Engine(store.find(None, "en", to, []).folder) as engine:
        job = Job(engine, AttentionAligner(engine), "en", to, "")
        for key, document in pages.items():
            start = time.perf_counter()
            [draft] = draft_all([document], job)
            result = draft.result() if mode is Mode.OFF else fitter.fit(draft)
            api.write(result.document)
            found.seconds += time.perf_counter() - start
            found.documents[key] = result.document
            if mode is not Mode.OFF and result.report.fit:
                boxes = result.report.fit.boxes
                found.rungs.update(box.rung.value for box in boxes if not box.failures)
    fitter.close()
    return found


def by_reference(pages: Mapping[str, Document], pairs: Mapping[str, str]) -> Version:
    found = Version("the set's own translations")
    for key, document in pages.items():
        segments = tuple(
            _as(s, pairs[s.text]) if s.text in pairs and len(s.spans) == 1 else s
            for s in document.segments
        )
        found.documents[key] = replace(document, segments=segments)
    return found


def _as(segment: Segment, text: str) -> Segment:
    """With other words in its only span."""
    return replace(segment, text=text, spans=(Span(0, len(text), segment.spans[0].tags),))


@contextmanager
def browser() -> Iterator[Tab]:
    found = Chromium()
    try:
        yield Tab(found)
    finally:
        found.close()


def shown(tab: Tab, copy: copies.Copy) -> Page:
    [page] = tab.measure(copy.data, copy.encoding, "", [WINDOW])
    return page


def row(
    version: Version, pages: Mapping[str, Document], references: Mapping[str, str], tab: Tab
) -> str:
    changes: list[Change] = []
    texts, wanted = [], []
    for name, document in pages.items():
        made = version.documents[name]
        before = shown(tab, copies.of_source(document))
        after = shown(tab, copies.of_translation(made))
        own = {number for number, box in before.boxes.items() if box.segments or not box.editable}
        changes += [c for number, c in compared(before, after).items() if number in own]
        for one, other in zip(document.segments, made.segments, strict=True):
            if one.text in references:
                texts.append(other.text.replace(SHY, ""))
                wanted.append(references[one.text])
    count = len(changes)
    fit = sum(not change.faults for change in changes)
    hard = sum(not change.faults - {Fault.GROWS} for change in changes)
    faults = Counter(fault for change in changes for fault in change.faults)
    solved = ", ".join(f"{rung} {n}" for rung, n in version.rungs.items() if rung != "none")
    numbers = " | ".join(str(faults[fault]) for fault in Fault)
    return (
        f"| {version.name} | {100 * fit / count:.1f} % of {count} | {100 * hard / count:.1f} % | "
        f"{numbers} | {quality.chrf(texts, wanted):.1f} | {version.seconds:.1f} | {solved} |"
    )


@click.command(help=__doc__)
@click.argument("pairs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", required=True, metavar="LANG")
@click.option("--documents", default=16, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Keep the pages here."
)
def main(pairs: Path, to: str, documents: int, seed: int, out: Path | None) -> None:
    known = pairs_of(pairs, to)
    pages, references = sources(known, seed, documents), dict(known)
    click.echo(
        "| version | boxes that fit | but for rows that grow | cut off | outside | chopped | "
        "too wide | grow | chrF | seconds | solved by |"
    )
    click.echo("|" + " --- |" * 11)
    wordings = Steps(rungs=(Rung.WORDING,))
    versions = [
        by_reference(pages, references),
        translated(pages, to, "`--fit off`", Mode.OFF),
        translated(pages, to, "other wordings alone", Mode.STRICT, wordings),
        translated(pages, to, "`--fit balanced`", Mode.BALANCED),
        translated(pages, to, "`--fit strict`", Mode.STRICT),
        translated(pages, to, "`--fit strict --fit-css`", Mode.STRICT, Steps(css=True)),
    ]
    with browser() as tab:
        for version in versions:
            click.echo(row(version, pages, references, tab))
            if out:
                out.mkdir(parents=True, exist_ok=True)
                label = version.name.strip("`-").replace(" ", "-").replace("'", "")
                for name, document in version.documents.items():
                    (out / f"{name}.html").write_bytes(api.write(pages[name]))
                    (out / f"{name}.{label}.html").write_bytes(api.write(document))


if __name__ == "__main__":
    main()

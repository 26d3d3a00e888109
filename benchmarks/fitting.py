"""Translated tables in rendered pages: `python -m benchmarks.fitting PAIRS --to de`.

Tight generated tables (seeded; columns from 60 points, type up to 14) filled with the sources of
sentence pairs (a table of id, source, target). They are translated by the embedded model as it
comes, with other wordings and hyphens, and with the whole ladder; beside them the pairs' own
targets. Every version is rendered by LibreOffice and each cell compared with its source: glyphs
that are lost, words chopped without a hyphen, rows that grow, columns that move, pages.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean

import click

from benchmarks import tables
from benchmarks.fit import packed, unpacked
from doctrans import api, store
from doctrans.aligners.attention import AttentionAligner
from doctrans.engines.ctranslate2.engine import CTranslate2Engine
from doctrans.fitting.docx import DocxFitter
from doctrans.fitting.values import Steps
from doctrans.layout.breaking import SHY
from doctrans.layout.docx.boxes import boxes
from doctrans.layout.proof import compare, glyphs, office
from doctrans.layout.proof.probe import probe
from doctrans.model import Document
from doctrans.pipeline import Job, draft_all
from doctrans.report.fit import FitReport, Mode, Rung
from doctrans.training.corpus import Corpus, read
from doctrans.training.scores import quality

LONGEST = 60  # characters of a cell's source


@dataclass(slots=True)
class Version:
    """All documents in one version."""

    name: str
    files: dict[str, bytes]
    documents: dict[str, Document]
    fits: list[FitReport]
    seconds: float = 0.0


def pairs_of(path: Path, to: str, longest: int = LONGEST) -> list[tuple[str, str]]:
    """Pairs without tags, each source once."""
    found = {
        pair.source.text: pair.target.text
        for pair in read(Corpus(to, (path,)))
        if not pair.source.marks and 2 < len(pair.source.text) <= longest
    }
    return list(found.items())


def sources(pairs: Sequence[tuple[str, str]], seed: int, count: int) -> dict[str, bytes]:
    """Generated documents by name."""
    short = [source for source, _ in pairs if len(source) <= 25]
    every = [source for source, _ in pairs]
    made = {}
    for number in range(count):
        dice = random.Random(f"{seed} {number} texts")

        def text(head: bool, dice: random.Random = dice) -> str:
            return dice.choice(short if head else every)

        made[f"tables-{number}"] = tables.document(f"{seed} {number}", text)
    return made


def translated(files: Mapping[str, bytes], to: str, name: str, mode: Mode, steps: Steps) -> Version:
    found = Version(name, {}, {}, [])
    fitter = DocxFitter(mode, steps)
    with CTranslate2Engine(store.find(None, "en", to, []).folder) as engine:
        job = Job(engine, AttentionAligner(engine), "en", to, "")
        for key, data in files.items():
            document = api.read(data, "docx")
            start = time.perf_counter()
            [draft] = draft_all([document], job)
            result = draft.result() if mode is Mode.OFF else fitter.fit(draft)
            written = api.written(result.document)
            found.seconds += time.perf_counter() - start
            found.files[key], found.documents[key] = written.data, result.document
            if isinstance(result.report.fit, FitReport):
                found.fits.append(result.report.fit)
    return found


def by_reference(files: Mapping[str, bytes], pairs: Mapping[str, str]) -> Version:
    found = Version("references", {}, {}, [])
    for key, data in files.items():
        document = api.read(data, "docx")
        segments = tuple(
            replace(s, text=pairs[s.text], spans=()) if s.text in pairs else s
            for s in document.segments
        )
        found.documents[key] = replace(document, segments=segments)
        found.files[key] = api.written(found.documents[key]).data
    return found


def rendered(files: Mapping[str, bytes]) -> dict[str, tuple[int, dict[str, compare.Cell]]]:
    """Pages and cells of each document."""
    probes, known = {}, {}
    for name, data in files.items():
        parts = unpacked(data)
        found = list(boxes(parts))
        changed, colours = probe(parts, [box.id for box in found])
        probes[name], known[name] = packed(changed), (colours, found)
    made = {}
    for name, pdf in office.pdfs(probes).items():
        pages = glyphs.read(pdf)
        made[name] = pages.count, compare.cells(pages, *known[name])
    return made


def row(version: Version, source: Mapping[str, tuple[int, dict[str, compare.Cell]]],
        references: Mapping[str, str]) -> str:  # fmt: skip
    made = rendered(version.files)
    changes = [
        compare.compared(cells[id_], made[name][1][id_])
        for name, (_, cells) in source.items()
        for id_ in cells
        if cells[id_].lines and id_ in made[name][1]
    ]
    grown = [change.grows for change in changes if change.grows > compare.TOLERANCE]
    longer = sum(made[name][0] > pages for name, (pages, _) in source.items())
    texts, wanted = [], []
    for name in source:
        before = {s.id: s.text for s in api.read(source_files[name], "docx").segments}
        for segment in version.documents[name].segments:
            if before.get(segment.id) in references:
                texts.append(segment.text.replace(SHY, ""))
                wanted.append(references[before[segment.id]])
    rungs = [box.rung.value for fit in version.fits for box in fit.boxes if not box.failures]
    solved = ", ".join(f"{rung} {rungs.count(rung)}" for rung in dict.fromkeys(rungs))
    touched = sum(fit.restyled for fit in version.fits)
    fit = sum(change.fits for change in changes)
    return (
        f"| {version.name} | {100 * fit / len(changes):.1f} % of {len(changes)} | "
        f"{sum(bool(c.chopped) for c in changes)} | {sum(bool(c.lost) for c in changes)} | "
        f"{len(grown)}{f' (mean {mean(grown):.1f} pt)' if grown else ''} | "
        f"{sum(abs(c.moved) > compare.TOLERANCE for c in changes)} | {longer} of {len(source)} | "
        f"{100 * touched / len(changes):.1f} % | {quality.chrf(texts, wanted):.1f} | "
        f"{version.seconds:.1f} | {solved} |"
    )


source_files: dict[str, bytes] = {}


@click.command(help=__doc__)
@click.argument("pairs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", required=True, metavar="LANG")
@click.option("--documents", default=16, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Keep the files here."
)
def main(pairs: Path, to: str, documents: int, seed: int, out: Path | None) -> None:
    known = pairs_of(pairs, to)
    source_files.update(sources(known, seed, documents))
    references = dict(known)
    source = rendered(source_files)
    click.echo("| version | cells that fit | chopped | clipped | rows grow | columns move | more "
               "pages | type touched | chrF | seconds | solved by |")  # fmt: skip
    click.echo("|" + " --- |" * 11)
    wording = Steps(rungs=(Rung.HYPHENS, Rung.WORDING))
    for version in (
        by_reference(source_files, references),
        translated(source_files, to, "as it comes", Mode.OFF, Steps()),
        translated(source_files, to, "wording, hyphens", Mode.STRICT, wording),
        translated(source_files, to, "ladder, balanced", Mode.BALANCED, Steps()),
        translated(source_files, to, "ladder, strict", Mode.STRICT, Steps()),
    ):
        click.echo(row(version, source, references))
        if out:
            for name, data in (source_files | {}).items():
                out.mkdir(parents=True, exist_ok=True)
                (out / f"{name}.docx").write_bytes(data)
                made = out / f"{name}.{version.name.replace(', ', '-').replace(' ', '-')}.docx"
                made.write_bytes(version.files[name])


if __name__ == "__main__":
    main()

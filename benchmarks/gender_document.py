"""A document of forty persons, and what is decided about them: `python -m
benchmarks.gender_document FOLDER --to de`.

The sentences are drawn from the contextual ones of MT-GenEval's development set (FOLDER), twenty
with the text before them and twenty without, each under a heading of its own. The page is
translated with a table of decisions; for everybody in it a gender is drawn, the other one for those
who were guessed; and it is translated again.

*Found*: the report has a person of the sentence. *Both*: of those in the table, with a feminine and
a masculine wording. *Applied*: of the sentences that are decided and have both, the second
translation has the wording that was chosen, letter by letter, and the report says so.
"""

from __future__ import annotations

import csv
import random
import tempfile
from html import escape
from pathlib import Path

import click

from benchmarks.gender import written
from benchmarks.terminology import MODEL, understanding_nothing
from doctrans import decisions, reading
from doctrans.api import Translator
from doctrans.constraints.gender.outcomes import Outcome
from doctrans.constraints.gender.settling import By
from doctrans.documents import read
from doctrans.report import DocumentReport
from doctrans.settings import Settings
from doctrans.training.scores import gender_set
from doctrans.training.scores.gender_set import Segment
from doctrans.training.scores.values import Share

EACH = 20
HEAD = ("found", "of them sure", "guessed", "unknown", "both wordings", "decided", "applied")


def drawn(folder: Path, language: str, seed: int) -> list[Segment]:
    """With their context, then without."""
    known = [s for s in gender_set.contextual(folder, "en", language, None) if s.context]
    chosen = random.Random(seed).sample(known, 2 * EACH)
    return [s if n < EACH else Segment(s.source, s.right, s.wrong) for n, s in enumerate(chosen)]


def page(segments: list[Segment]) -> str:
    """Each under a heading; what is counted is set in `b`, with a tag to keep."""
    parts = (
        f"<h2>Part {n}</h2>\n<p>{escape(f'{one.context} '.lstrip())}<b>{escape(one.source)}</b></p>"
        for n, one in enumerate(segments, start=1)
    )
    return '<!doctype html><html lang="en"><body>\n' + "\n".join(parts) + "\n</body></html>\n"


def decided(table: Path, seed: int) -> dict[str, str]:
    """By segment what was chosen; the table is filled in."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    dice = random.Random(seed)
    chosen: dict[str, str] = {}
    for row in rows:
        other = {"f": "m", "m": "f"}.get(row["used"]) if row["by"] == By.BEFORE else None
        row["choice"] = chosen.setdefault(row["segment"], other or dice.choice("fm"))
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return chosen


def row(folder: Path, language: str, model: Path, seed: int, scratch: Path) -> list[str]:
    """The cells of one language."""
    segments = drawn(folder, language, seed)
    source, table = scratch / "page.html", scratch / "gender.csv"
    source.write_text(page(segments), encoding="utf-8")
    first = _translated(source, table, language, model)
    decisions.publish(table, 10**7, decisions.wanted(source.as_posix(), first))
    with table.open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    chosen = decided(table, seed)
    second = {s.source.id: s for s in _translated(source, table, language, model).segments}
    both = [one for one in listed if one["feminine"] and one["masculine"]]
    applied = []
    for one in both:
        said = second[one["segment"]]
        told = any(p.settled.by is By.DECISION and not p.missed for p in said.persons)
        wanted = one["feminine"] if chosen[one["segment"]] == "f" else one["masculine"]
        applied.append(told and wanted in reading.readable(said.target.tagged))
    found = [_persons(first, segment.source) for segment in segments]
    by = [{p.settled.by for p in some} for some in found if some]
    unknown = sum(By.NOBODY in some for some in by)
    guessed = sum(By.BEFORE in some and By.NOBODY not in some for some in by)
    return [
        written(Share.of(map(bool, found))),
        str(len(by) - unknown - guessed),
        str(guessed),
        str(unknown),
        written(Share(len(both), len(listed))),
        str(len(listed)),
        written(Share.of(applied)),
    ]


def _translated(source: Path, table: Path, language: str, model: Path) -> DocumentReport:
    with Translator(
        language, "en", model=model, fit="off", decisions=table, settings=Settings()
    ) as translator:
        return translator.translate([read(source)])[0].report


def _persons(report: DocumentReport, sentence: str) -> list[Outcome]:
    return [
        one
        for segment in report.segments
        for one in segment.persons
        if one.source in sentence or sentence in one.source
    ]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--to", "target", required=True, help="de, fr or es.")
@click.option("--deaf", is_flag=True, help="The embedded model, as one that understands nothing.")
@click.option("--seed", default=1, show_default=True)
def main(folder: Path, target: str, deaf: bool, seed: int) -> None:
    """Forty persons, found, offered and decided."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        model = understanding_nothing(MODEL, place) if deaf else MODEL
        cells = row(folder, target, model, seed, place)
    click.echo(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}\n| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()

"""The table of decisions of a customer: read for a translator, written after a translation.

It lists the persons whose gender nobody says, and those of whom it is a guess, with all wordings; a
person fills in a column, and the next translation does as it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from doctrans import files, reading
from doctrans.constraints.gender.decisions import Decision
from doctrans.constraints.gender.settling import By
from doctrans.errors import UsageError
from doctrans.interchange import decisions as tables
from doctrans.interchange.decisions import Table
from doctrans.model import Document, Note
from doctrans.report import DocumentReport, State, persons


def load(path: Path, limit: int) -> Table:
    """The table of a file; an empty one where there is no file yet. Raises InputError and its kin,
    UsageError for a name that promises another kind of file."""
    if path.suffix.lower() not in (".csv", ".tsv", ".txt", ""):
        raise UsageError(
            f"decisions: {path} is written as CSV.",
            hint=f"Name it {path.with_suffix('.csv').name}.",
        )
    if not path.exists():
        return Table(delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
    return tables.read(files.read_bytes(path, limit), str(path))


def publish(path: Path, limit: int, more: Iterable[Decision]) -> int:
    """Adds to the file, as it is now, those about whom it says nothing; gives their number. The
    file is made where there is none, and left alone where there is nothing to add."""
    table = load(path, limit)
    added = tables.new(table, more)
    if added or not path.exists():
        files.publish(tables.written(table, added), path, force=True)
    return len(added)


def wanted(name: str, report: DocumentReport) -> Iterator[Decision]:
    """What is to be decided about a document, `name` as of `Document.name`."""
    for segment in report.segments:
        yield from persons.decisions(segment.persons, name, segment.source.id)


def notes(document: Document, report: DocumentReport, table: Iterable[Decision]) -> Iterator[Note]:
    """On the decisions about a document that are stale, or about nobody."""
    own = [one for one in table if one.choice and one.key.document == document.name]
    if not own:
        return
    segments = {segment.source.id: segment for segment in report.segments}
    for one in own:
        segment = segments.get(one.key.segment)
        said = f"Line {one.line} of the decisions, “{one.key.person}”"
        if segment is None or one.key.source not in reading.readable(segment.source.tagged):
            message = f"{said}, is stale: the sentence is not there any more: {one.key.source}"
        elif segment.state is State.TRANSLATED and not any(
            who.settled.by is By.DECISION and who.settled.person.words == one.key.person
            for who in segment.persons
        ):
            message = f"{said}, is about nobody whom the sentence speaks of: {one.key.source}"
        else:
            continue
        yield Note("decision-stale", message, segment=segment.source.id if segment else "")

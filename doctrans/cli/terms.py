"""`doctrans terms`: glossaries proposed from translations, and translations tested against them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from doctrans import files, settings
from doctrans.cli.console import many
from doctrans.cli.targets import FileName
from doctrans.errors import UsageError
from doctrans.model import Document

if TYPE_CHECKING:
    from doctrans.termbase.check import Checked
    from doctrans.termbase.extract import Proposal

_HELP = {"help_option_names": ["-h", "--help"]}
_PATH = click.Path(path_type=Path)


@click.group(context_settings=_HELP)
def terms() -> None:
    """Propose a glossary from translations, or test a translation against one."""


@terms.command(context_settings=_HELP)
@click.argument("paths", metavar="FILE [TRANSLATION]", nargs=-1, required=True, type=_PATH)
@click.option("--to", metavar="LANG", required=True, help="Language of the translation.")
@click.option("--from", "source", metavar="LANG", help="Language of the file  [what it says]")
@click.option("--model", metavar="NAME", help="Model that links words: a name, or a folder.")
@click.option(
    "--least",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Places where a term was seen.",
)
@click.option("-o", "--output", metavar="FILE", type=FileName(), help="Where to  [standard output]")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def extract(
    paths: tuple[Path, ...],
    to: str,
    source: str | None,
    model: str | None,
    least: int,
    output: Path | None,
    force: bool,
) -> None:
    """Propose a glossary from a document and its translation, or from a TMX file.

    \b
    doctrans terms extract page.html page.de.html --to de -o terms.csv
    doctrans terms extract memory.tmx --to de -o terms.csv

    Words that are linked again and again, with how often. Look at each before you use it.
    """
    from doctrans import choosing
    from doctrans.api import language as tag
    from doctrans.termbase import extract as work

    to, source = tag(to, "--to"), tag(source, "--from") if source else None
    texts, language = _texts(paths, source, to)
    chosen = settings.load()
    opened = choosing.engine(None, model, language, to, chosen).open()
    try:
        aligner = choosing.aligner(None, chosen)(opened)
        linked = list(work.links(texts, opened, aligner, language, to))
    finally:
        opened.close()
    found = work.proposals(linked, language, to, least)
    data = _table(found, language, to)
    if output is None:
        click.echo(data, nl=False)
    else:
        files.publish(data.encode(), output, force=force)
    click.echo(f"{many(len(found), 'term')} from {many(len(linked), 'text')}", err=True)


def _texts(
    paths: tuple[Path, ...], source: str | None, to: str
) -> tuple[list[tuple[str, str]], str]:
    """Texts with their translations, and the language of the texts."""
    from doctrans import reading
    from doctrans.interchange import tmx
    from doctrans.termbase.pairs import pairs

    if len(paths) > 2:
        raise UsageError("Give a file and its translation, or a TMX file.")
    if len(paths) == 1:
        if paths[0].suffix.lower() != ".tmx":
            raise UsageError(
                f"{paths[0]} is no TMX file.", hint="Give a document and its translation."
            )
        language = source or "en"
        data = files.read_bytes(paths[0], settings.load().max_file_bytes)
        units = tmx.units(data, str(paths[0]), language, to)
        return [(unit.source, unit.target) for unit in units], language
    one, other = (_read(path) for path in paths)
    both = [(reading.readable(a.tagged), reading.readable(b.tagged)) for a, b in pairs(one, other)]
    language = source or one.language or "en"
    return [pair for texts in both for pair in _sentences(*texts, language, to)], language


def _sentences(one: str, other: str, source: str, target: str) -> list[tuple[str, str]]:
    """Sentence by sentence, where both have as many."""
    from doctrans import sentences
    from doctrans.model import Tagged

    split = [
        [part.text.strip() for part in sentences.split(Tagged(text), language)]
        for text, language in ((one, source), (other, target))
    ]
    if len(split[0]) != len(split[1]):
        return [(one, other)]
    return list(zip(*split, strict=True))


def _read(path: Path) -> Document:
    from doctrans import documents
    from doctrans.ports import ReadOptions

    return documents.read(path, options=ReadOptions(limits=settings.load().limits))


def _table(found: Iterable[Proposal], source: str, target: str) -> str:
    """A glossary that `--glossary` reads."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["source", "target", "from", "to", "do not translate", "note"])
    for one in found:
        keep = "" if one.target else "yes"
        note = f"{one.count} of {one.total}"
        writer.writerow([one.source, one.target, source, target, keep, note])
    return file.getvalue()


@terms.command(context_settings=_HELP)
@click.argument("path", metavar="FILE", type=_PATH)
@click.argument("translation", metavar="TRANSLATION", type=_PATH)
@click.option(
    "--glossary", metavar="FILE", multiple=True, help="As of translate.  [that of the settings]"
)
@click.option(
    "--keep",
    metavar="FILE",
    multiple=True,
    type=_PATH,
    help="Names that are not translated, one on each line.  [that of the settings]",
)
@click.option("--to", metavar="LANG", help="Language of the translation  [what it says]")
@click.option("--from", "source", metavar="LANG", help="Language of the file  [what it says]")
@click.option("--domain", metavar="NAME", default="", help="Leave out terms of other domains.")
@click.option("--customer", metavar="NAME", default="", help="Leave out terms of other customers.")
def check(
    path: Path,
    translation: Path,
    glossary: tuple[str, ...],
    keep: tuple[Path, ...],
    to: str | None,
    source: str | None,
    domain: str,
    customer: str,
) -> int:
    """Test a document's TRANSLATION against a glossary and names that are not translated; exits
    with 6 if a term is missed or a name lost.

    \b
    doctrans terms check page.html page.de.html --glossary terms.csv --keep names.txt
    """
    from doctrans import choosing
    from doctrans.api import language as tag
    from doctrans.termbase import check as work
    from doctrans.termbase.pairs import pairs

    to, source = tag(to, "--to") if to else None, tag(source, "--from") if source else None
    one, other = _read(path), _read(translation)
    languages = source or one.language or "en", to or other.language
    if languages[1] is None or (to is None and languages[0] == languages[1]):
        raise UsageError(f"{translation} does not say its language.", hint="Say --to LANG.")
    own = settings.load()
    if not (glossary or keep or own.glossaries or own.keep_lists):
        raise UsageError("There is nothing to test against.", hint="Say --glossary FILE.")
    chosen = choosing.glossary(glossary or None, domain, customer, own, keep or None)
    found, notes = chosen.of(languages[0], languages[1])
    for note in notes:
        click.echo(f"doctrans: {note.message}", err=True)
    checked = list(work.check(pairs(one, other), found)) if found else []
    for item in checked:
        for line in _complaints(item):
            click.echo(f"{item.source.id} {item.source.context}: {line}")
    outcomes = Counter(use.outcome.value for item in checked for use in item.uses)
    said = ", ".join(f"{count} {name}" for name, count in outcomes.items())
    click.echo(f"{many(outcomes.total(), 'term')}{': ' if said else ''}{said}", err=True)
    return 6 if any(item.failed for item in checked) else 0


def _complaints(item: Checked) -> Iterable[str]:
    from doctrans.constraints.terms.uses import Outcome

    for use in item.uses:
        entry = use.hit.entry
        if use.outcome is Outcome.MISSED and use.hit.target:
            yield f"“{entry.source}” is not “{use.hit.target}” ({entry.where})"
        if use.forbidden:
            yield f"“{use.forbidden}” must not be used for “{entry.source}” ({entry.where})"
    for name, (wanted, there) in item.names.items():
        yield f"“{name}”, which is not translated, stands {there} times instead of {wanted}"

"""Files through a translator, and what became of each: results, reports, a line on the console."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from doctrans import __version__, files, settings
from doctrans.cli import limits, standard, targets
from doctrans.cli.console import Console, many
from doctrans.constraints.gender.decisions import Decision
from doctrans.errors import DoctransError, InputError, UsageError
from doctrans.model import Document
from doctrans.ports import ReadOptions
from doctrans.report import DocumentReport, Result

if TYPE_CHECKING:
    from doctrans.api import Translator

COUNTED = ("segment", "word", "character", "tag")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for, see `translate`."""

    to: str
    source: str | None
    model: str | None
    engine: str | None
    aligner: str | None
    read: ReadOptions
    fit: str | None
    abbreviations: str | None
    abbreviation_list: tuple[str, ...]
    fit_css: bool | None
    prove: Path | None
    glossary: tuple[str, ...]
    keep: tuple[Path, ...]
    domain: str
    customer: str
    formality: str | None
    localize_numbers: bool | None
    profanity: str | None
    spelling: bool | None
    gender: tuple[str, ...]
    default_gender: str | None
    decisions: Path | None
    strict: bool
    diff: bool
    force: bool
    settings: settings.Settings
    unused: frozenset[str] | None = None  # limits that concern none of several files

    def translator(self) -> Translator:
        """That does so."""
        from doctrans.api import Translator

        return Translator(
            self.to,
            self.source,
            model=self.model,
            engine=self.engine,
            aligner=self.aligner,
            fit=self.fit,
            abbreviations=self.abbreviations,
            abbreviation_lists=self.abbreviation_list,
            fit_css=self.fit_css,
            prove=self.prove is not None,
            glossary=self.glossary or None,
            keep=self.keep or None,
            domain=self.domain,
            customer=self.customer,
            formality=self.formality,
            localize_numbers=self.localize_numbers,
            profanity=self.profanity,
            spelling=self.spelling,
            gender=self.gender,
            default_gender=self.default_gender,
            decisions=self.decisions,
            settings=self.settings,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its exit code and its entry in the report."""

    code: int
    entry: dict[str, Any]
    wanted: tuple[Decision, ...] = ()  # to be decided
    # Options that concern nothing in it, as they are said; None: it was not read.
    idle: frozenset[str] | None = None


def check(options: Options, console: Console) -> None:
    """A model that is not there is told of before a file that is; nothing is loaded yet."""
    from doctrans import choosing, decisions
    from doctrans.api import language

    source = language(options.source, "--from") if options.source else None
    choosing.engine(options.engine, options.model, source, options.to, options.settings)
    choosing.aligner(options.aligner, options.settings)
    choosing.fit(options.fit, options.settings)
    choosing.steps(
        options.abbreviations, options.abbreviation_list, options.fit_css, options.settings
    )
    choosing.formality(options.formality, options.settings)
    choosing.profanity(options.profanity, options.settings)
    choosing.gender(options.gender, options.default_gender, options.settings)
    if options.decisions is not None:
        decisions.load(options.decisions, options.settings.max_file_bytes)
    named = options.glossary or None
    own = options.settings
    kept = options.keep or None
    glossaries = choosing.glossary(named, options.domain, options.customer, own, kept)
    _, notes = glossaries.of(source or "en", language(options.to, "--to"))
    for note in notes:
        if note.code == "glossary-empty":  # it was given for its terms
            console.warn(f"doctrans: {note.message}")


def unused_limits(planned: list[targets.Job], options: ReadOptions) -> frozenset[str]:
    """A selector that limits nothing in one file may do so in another; files are read for it
    beforehand, except standard input."""
    documents = []
    for job in planned:
        with contextlib.suppress(DoctransError):  # it is told of in its turn
            documents += [_read(job, options)] if job.source else []
    return limits.unused(documents)


def _idle(document: Document) -> frozenset[str]:
    said = [f"{_OPTIONS[field]} {what}" for field, what in document.unused]
    return frozenset(said + [f"--limit {what}" for what in document.unused_limits])


_OPTIONS = {"include": "--include", "skip": "--skip", "skip_styles": "--skip-style"}


def tell_idle(outcomes: list[Outcome], console: Console) -> None:
    """Options that concern nothing in any of the files: misspelt, most likely."""
    read = [outcome.idle for outcome in outcomes if outcome.idle is not None]
    for said in sorted(frozenset.intersection(*read)) if read else ():
        console.warn(f"doctrans: {said}: nothing of that kind in what was read. Is it misspelt?")


def exit_code(outcomes: list[Outcome]) -> int:
    """One file's own code; for several 5, unless all that failed failed for the same cause 6."""
    codes = [outcome.code for outcome in outcomes]
    failed = {code for code in codes if code}
    if not failed:
        return 0
    if len(codes) == 1 or failed == {6}:
        return failed.pop()
    return 5


def count(
    planned: list[targets.Job], options: Options, console: Console, say: Callable[[str], None]
) -> list[Outcome]:
    """Counts, without a model, and says how many."""
    outcomes = []
    for job in planned:
        try:
            document = _read(job, options.read)
        except DoctransError as error:
            outcomes.append(_failure(job, error, console))
            continue
        counts = _counts(document)
        found = ", ".join(many(counts[f"{what}s"], what) for what in COUNTED)
        say(f"{job.name}: {found}")
        outcomes.append(Outcome(0, {"file": job.name, "counts": counts}, idle=_idle(document)))
    return outcomes


def _counts(document: Document) -> dict[str, Any]:
    segments = document.segments
    return {
        "segments": len(segments),
        "words": sum(len(segment.text.split()) for segment in segments),
        "characters": sum(len(segment.text) for segment in segments),
        "tags": sum(len(segment.tagged.tags) for segment in segments),
        "kinds": dict(Counter(segment.kind.value for segment in segments)),
    }


def run(
    planned: list[targets.Job], options: Options, console: Console, outcomes: list[Outcome]
) -> None:
    """Translates each, and tells it on the console. What became of each is put into `outcomes` at
    once: those of a run that is interrupted are there."""
    with (
        options.translator() as translator,
        console.files(len(planned), _shown(planned, options)),
    ):
        for job in planned:
            try:
                outcomes.append(_translate(job, translator, options, console))
            except DoctransError as error:
                if isinstance(error, UsageError):
                    raise  # wrong for every file
                outcomes.append(_failure(job, error, console))
            console.file_done()


def _shown(planned: list[targets.Job], options: Options) -> bool:
    """Whether something comes to standard output while it works."""
    return options.diff or any(job.target is None for job in planned)


def _translate(job: targets.Job, translator: Any, options: Options, console: Console) -> Outcome:
    from doctrans import decisions
    from doctrans.documents import written
    from doctrans.report import json_

    if job.target is not None and not options.diff:
        targets.refuse_existing(job.target, options.force)
    document = _read(job, translator.reading(options.read))
    if options.unused is not None:
        idle = tuple(name for name in document.unused_limits if name in options.unused)
        document = replace(document, unused_limits=idle)
    with console.sentences(Path(job.name).name) as progress:
        result: Result = translator.translate([document], progress)[0]
    output = written(result.document)
    whole = result.report.with_notes(output.notes)
    names = {"file": job.name, "output": str(job.target or "standard output")}
    entry = json_.document(whole, **names)
    if options.diff:
        _show(whole)
    failed = options.strict and bool(whole.failed)
    if failed:
        _name_failures(job.name, whole, console)
    if options.diff or failed:
        unwritten = {**entry, "output": None}
        return Outcome(6 if failed else 0, unwritten, idle=_idle(document))
    if job.target is None:
        standard.write(output.data)
    else:
        files.publish(output.data, job.target, force=options.force)
    console.say(_summary(job, whole))
    if options.prove and whole.proof:
        _show_proof(job, whole.proof, options.prove, console)
    for note in whole.notes:
        if note.code == "not-proved":  # it was asked for
            console.warn(f"{job.name}: not proved. {note.message}")
    return Outcome(0, entry, tuple(decisions.wanted(document.name, whole)), _idle(document))


def _show_proof(job: targets.Job, proof: Any, folder: Path, console: Console) -> None:
    """Pictures of what was proved."""
    name = "-".join(Path(job.name).with_suffix("").parts[-2:]).strip("-/.") or "standard-input"
    count = 0
    try:
        for page in proof.pictures():
            count += 1
            files.publish(page, folder / f"{name}-{count:03}.png", force=True)
    except DoctransError as error:  # the translation is there already
        console.warn(f"{job.name}: no pictures: {error}")
        return
    console.say(f"{job.name}: {many(count, 'picture')} in {folder}")


def _read(job: targets.Job, options: ReadOptions) -> Document:
    from doctrans import documents

    if job.source is not None:
        return documents.read(job.source, options=options)
    return documents.read(standard.read(options.limits.file_bytes), options=options)


def _failure(job: targets.Job, error: DoctransError, console: Console) -> Outcome:
    console.error(job.name, error)
    said = {"kind": type(error).__name__, "message": error.message, "hint": error.hint}
    return Outcome(error.exit_code, {"file": job.name, "output": None, "error": said})


def _summary(job: targets.Job, report: DocumentReport) -> str:
    states = Counter(segment.state.value for segment in report.segments)
    done = states["translated"] + states["partial"]
    where = f"{job.name} → {job.target or 'standard output'}"
    parts = [f"{where}: {many(done, 'segment')} translated"]
    kept = states["kept"] + states["partial"]
    if kept:
        parts.append(f"{kept} with source text left in")
    terms = [use for segment in report.segments for use in segment.terms]
    if terms:
        missed = sum(use.failed for use in terms)
        parts.append(many(len(terms), "term") + (f", {missed} of them missed" if missed else ""))
    warnings = len(report.all_notes)
    if warnings:
        parts.append(f"{many(warnings, 'note')} (--report shows them)")
    return ", ".join(parts)


def _name_failures(name: str, report: DocumentReport, console: Console) -> None:
    for note in report.failed:
        where = f" {note.segment}" if note.segment else ""
        console.error(name, InputError(f"{note.code}{where}: {note.message}"))
    console.error(name, InputError("Not written, because of --strict."))


def _show(report: DocumentReport) -> None:
    """Each changed segment as a pair of lines, in the manner of a unified diff."""
    from doctrans import reading

    plain = sys.stdout is None or not sys.stdout.isatty()
    colour = not plain and not os.environ.get("NO_COLOR")
    for segment in report.segments:
        before = reading.notation(segment.source.tagged)
        after = reading.notation(segment.target.tagged)
        if before == after:
            continue
        click.secho(f"@@ {segment.source.id} {segment.source.context} @@", fg="cyan", color=colour)
        click.secho(f"-{before}", fg="red", color=colour)
        click.secho(f"+{after}", fg="green", color=colour)


def write_decisions(
    path: Path, outcomes: list[Outcome], options: Options, console: Console
) -> None:
    from doctrans import decisions

    wanted = [one for outcome in outcomes for one in outcome.wanted]
    added = decisions.publish(path, options.settings.max_file_bytes, wanted)
    console.say(
        f"{path}: {many(added, 'person')} to decide added" if added else f"{path}: nobody new"
    )


def write_report(path: Path, outcomes: list[Outcome], force: bool) -> None:
    from doctrans.report import json_

    whole = {
        "schema": json_.SCHEMA,
        "doctrans": __version__,
        "documents": [outcome.entry for outcome in outcomes],
    }
    data = json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
    if str(path) == targets.STANDARD:
        standard.write(data + b"\n")
    else:
        files.publish(data + b"\n", path, force=force)

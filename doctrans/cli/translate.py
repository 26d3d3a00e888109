"""`doctrans translate`: files in, files out, one line of what happened for each."""

from __future__ import annotations

import contextlib
import json
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from doctrans import __version__, files, settings
from doctrans.cli import limits, standard, targets
from doctrans.cli.console import Console
from doctrans.constraints.gender.decisions import Decision
from doctrans.errors import DoctransError, InputError, UsageError
from doctrans.model import Document
from doctrans.ports import ALSO, ReadOptions
from doctrans.report import DocumentReport, Result

COUNTED = ("segment", "word", "character", "tag")


@dataclass(frozen=True, slots=True)
class _Options:
    to: str
    source: str | None
    model: str | None
    engine: str | None
    aligner: str | None
    read: ReadOptions
    fit: str | None
    abbreviations: str | None
    abbreviation_lists: tuple[str, ...]
    fit_css: bool | None
    prove: Path | None
    glossary: tuple[str, ...]
    keep: tuple[Path, ...]
    domain: str
    customer: str
    formality: str | None
    localize_numbers: bool
    profanity: str | None
    gender: tuple[str, ...]
    default_gender: str | None
    decisions: Path | None
    strict: bool
    dry_run: bool
    diff: bool
    force: bool
    settings: settings.Settings
    unused: frozenset[str] | None = None  # limits that concern none of several files


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file: its exit code and its entry in the report."""

    code: int
    entry: dict[str, Any]
    wanted: tuple[Decision, ...] = ()  # to be decided


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@click.option("--to", metavar="LANG", required=True, help="Language to translate to, such as de.")
@click.option("--from", "source", metavar="LANG", help="Language of the files  [what they say]")
@click.option("--model", metavar="NAME", help="Model: a name from `doctrans models`, or a folder.")
@click.option("--engine", metavar="NAME", help="ctranslate2, or pseudo (no model: accents).")
@click.option(
    "--aligner", metavar="NAME", help="attention, or simalign or simalign:ENCODER (an extra)."
)
@click.option(
    "--glossary",
    metavar="FILE",
    multiple=True,
    help="Terms and their translations: CSV, TSV, TBX or TMX. Several: the first goes before.  "
    "[that of the settings]",
)
@click.option(
    "--keep",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Names that are not translated, one on each line.  [that of the settings]",
)
@click.option("--domain", metavar="NAME", default="", help="Leave out terms of other domains.")
@click.option("--customer", metavar="NAME", default="", help="Leave out terms of other customers.")
@click.option(
    "--formality",
    type=click.Choice(["more", "less"]),
    help="How readers are addressed: more is Sie, vous, usted, less is du, tu, tú.  "
    "[as most sentences have it]",
)
@click.option(
    "--localize-numbers", is_flag=True, help="Write 1,234.5 as the target does: 1.234,5 in German."
)
@click.option(
    "--profanity",
    type=click.Choice(["report", "mask", "off"]),
    help="Profane words that the source does not call for, where there is no other wording.  "
    "[report]",
)
@click.option(
    "--gender",
    metavar="WHO=f|m",
    multiple=True,
    help='Of which gender a person is, by what the text calls them: "doctor=f", "Dr Lee=f". '
    "off: persons are not looked for.",
)
@click.option(
    "--default-gender",
    type=click.Choice(["f", "m", "neutral", "ask"]),
    help="Of which gender persons are of whom nothing is known. neutral: words without a gender, "
    "where there is one. ask: the report has all wordings, which takes the time of several "
    "translations.  [as the model has them]",
)
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A table (CSV) of the persons of whom nothing is known, with all wordings: write f, m or "
    "neutral in its first column, and the next run does so. Made where there is none; who is new "
    "is added at its end.",
)
@click.option("--include", metavar="CSS", multiple=True, help="HTML: only inside these elements.")
@click.option("--skip", metavar="CSS", multiple=True, help="HTML: never inside these elements.")
@click.option("--skip-style", metavar="STYLE", multiple=True, help="DOCX: leave this style alone.")
@click.option(
    "--limit",
    metavar="WHAT=LENGTH",
    multiple=True,
    help="How long translations may be: of each text in what a CSS selector matches, of paragraphs "
    'in a DOCX style. In characters ("td.price=12ch"), bytes ("#subject=78B") or points '
    '("Heading 1=80pt/Arial 9"). Kept by other wordings where the model has some, never by '
    "cutting; what is too long all the same is an error in the report.",
)
@click.option(
    "--also",
    type=click.Choice(ALSO),
    multiple=True,
    help="Translate too: pre and textarea contents, values of named submit buttons, the "
    "document's title and subject.",
)
@click.option("--keep-language", is_flag=True, help="Leave lang, dir, w:lang as they are.")
@click.option(
    "--fit",
    type=click.Choice(["strict", "balanced", "off"]),
    help="Make text fit the cells of tables, and buttons and boxes of pages. balanced: by other "
    "words, hyphens and, in DOCX where text would be clipped or chopped, narrower or smaller type; "
    "rows may grow. strict: they may not. Pages are measured with Chromium, else guessed at."
    "  [balanced, with the extra layout]",
)
@click.option(
    "--abbreviations",
    type=click.Choice(["off", "labels", "all"]),
    help="Where text fits in no other way, write Nr. for Nummer: in labels, which are a few words, "
    "or in all texts. German, French, Spanish.  [off]",
)
@click.option(
    "--abbreviation-list",
    metavar="FILE",
    multiple=True,
    help="Abbreviations of your own, which go before: CSV of words and what is written instead.",
)
@click.option(
    "--fit-css",
    is_flag=True,
    default=None,
    help="HTML: where nothing else makes text fit, set it closer and smaller, down to 85 %, by the "
    "style of its element.",
)
@click.option(
    "--prove",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Render source and translation (DOCX with LibreOffice, HTML with Chromium), compare every "
    "cell and box for the report, fit more tightly what does not fit there, and put pictures of "
    "both side by side in FOLDER. Needs the extras layout and render.",
)
@click.option("--strict", is_flag=True, help="Write nothing where a check failed; exit with 6.")
@click.option("-o", "--output", metavar="FILE", help="Where to; - is standard output.")
@click.option(
    "--out-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the results, which lie in it as their sources lie in the folder given, or "
    "below the fixed part of a pattern. Several folders keep their own names.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was done as JSON; - is standard output.",
)
@click.option("--dry-run", is_flag=True, help="Only count what would be translated.")
@click.option("--diff", is_flag=True, help="Show each segment before and after; write no file.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
def translate(
    sources: tuple[str, ...],
    to: str,
    source: str | None,
    model: str | None,
    engine: str | None,
    aligner: str | None,
    glossary: tuple[str, ...],
    keep: tuple[Path, ...],
    domain: str,
    customer: str,
    formality: str | None,
    localize_numbers: bool,
    profanity: str | None,
    gender: tuple[str, ...],
    default_gender: str | None,
    decisions: Path | None,
    include: tuple[str, ...],
    skip: tuple[str, ...],
    skip_style: tuple[str, ...],
    limit: tuple[str, ...],
    also: tuple[str, ...],
    keep_language: bool,
    fit: str | None,
    abbreviations: str | None,
    abbreviation_list: tuple[str, ...],
    fit_css: bool | None,
    prove: Path | None,
    strict: bool,
    output: str | None,
    out_dir: Path | None,
    report: Path | None,
    dry_run: bool,
    diff: bool,
    force: bool,
    quiet: bool,
) -> int:
    """Translate HTML and DOCX files, folders of them, or standard input (-).

    page.html becomes page.de.html beside it, unless --output or --out-dir says otherwise.
    """
    from doctrans.api import language

    chosen = settings.load()
    reading = ReadOptions(
        language=source,
        include=include,
        skip=skip,
        skip_styles=skip_style,
        also=frozenset(also),
        length_limits=tuple(map(limits.parse, limit)),
        rewrite_language=not keep_language,
        limits=chosen.limits,
    )
    options = _Options(
        to=to,
        source=source,
        model=model,
        engine=engine,
        aligner=aligner,
        read=reading,
        fit=fit,
        abbreviations=abbreviations,
        abbreviation_lists=abbreviation_list,
        fit_css=fit_css,
        prove=prove,
        glossary=glossary,
        keep=keep,
        domain=domain,
        customer=customer,
        formality=formality,
        localize_numbers=localize_numbers,
        profanity=profanity,
        gender=gender,
        default_gender=default_gender,
        decisions=decisions or (Path(chosen.decisions) if chosen.decisions else None),
        strict=strict,
        dry_run=dry_run,
        diff=diff,
        force=force,
        settings=chosen,
    )
    console = Console(quiet)
    planned = targets.jobs(sources, language(to, "--to"), output, out_dir)
    limits.check([what for what, _ in reading.length_limits], [job.name for job in planned])
    if not dry_run:
        _check_choice(options)
    if not (dry_run or diff):
        targets.refuse(planned, report, force)
    if limit and len(planned) > 1 and not dry_run:
        options = replace(options, unused=_unused_limits(planned, reading))
    outcomes = _dry_run(planned, options, console) if dry_run else _run(planned, options, console)
    if report is not None:
        _write_report(report, outcomes, force)
    if options.decisions is not None and not (dry_run or diff):
        _write_decisions(options.decisions, outcomes, options, console)
    return _exit_code([outcome.code for outcome in outcomes])


def _check_choice(options: _Options) -> None:
    """A model that is not there is told of before a file that is; nothing is loaded yet."""
    from doctrans import choosing, decisions
    from doctrans.api import language

    source = language(options.source, "--from") if options.source else None
    choosing.engine(options.engine, options.model, source, options.to, options.settings)
    choosing.aligner(options.aligner, options.settings)
    choosing.fit(options.fit, options.settings)
    choosing.steps(
        options.abbreviations, options.abbreviation_lists, options.fit_css, options.settings
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
    glossaries.of(source or "en", language(options.to, "--to"))


def _unused_limits(planned: list[targets.Job], options: ReadOptions) -> frozenset[str]:
    """A selector that limits nothing in one file may do so in another; files are read for it
    beforehand, except standard input."""
    documents = []
    for job in planned:
        with contextlib.suppress(DoctransError):  # it is told of in its turn
            documents += [_read(job, options)] if job.source else []
    return limits.unused(documents)


def _exit_code(codes: list[int]) -> int:
    """One file's own code; for several 5, unless all that failed failed for the same cause 6."""
    failed = {code for code in codes if code}
    if not failed:
        return 0
    if len(codes) == 1 or failed == {6}:
        return failed.pop()
    return 5


def _dry_run(planned: list[targets.Job], options: _Options, console: Console) -> list[_Outcome]:
    """Counts, without a model."""
    outcomes = []
    for job in planned:
        try:
            document = _read(job, options.read)
        except DoctransError as error:
            outcomes.append(_failure(job, error, console))
            continue
        counts = _counts(document)
        found = ", ".join(_many(counts[f"{what}s"], what) for what in COUNTED)
        click.echo(f"{job.name}: {found}")
        outcomes.append(_Outcome(0, {"file": job.name, "counts": counts}))
    return outcomes


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _counts(document: Document) -> dict[str, Any]:
    segments = document.segments
    return {
        "segments": len(segments),
        "words": sum(len(segment.text.split()) for segment in segments),
        "characters": sum(len(segment.text) for segment in segments),
        "tags": sum(len(segment.tagged.tags) for segment in segments),
        "kinds": dict(Counter(segment.kind.value for segment in segments)),
    }


def _run(planned: list[targets.Job], options: _Options, console: Console) -> list[_Outcome]:
    from doctrans.api import Translator

    outcomes = []
    with (
        Translator(
            options.to,
            options.source,
            model=options.model,
            engine=options.engine,
            aligner=options.aligner,
            fit=options.fit,
            abbreviations=options.abbreviations,
            abbreviation_lists=options.abbreviation_lists,
            fit_css=options.fit_css,
            prove=options.prove is not None,
            glossary=options.glossary or None,
            keep=options.keep or None,
            domain=options.domain,
            customer=options.customer,
            formality=options.formality,
            localize_numbers=options.localize_numbers,
            profanity=options.profanity,
            gender=options.gender,
            default_gender=options.default_gender,
            decisions=options.decisions,
            settings=options.settings,
        ) as translator,
        console.files(len(planned)),
    ):
        for job in planned:
            try:
                outcomes.append(_translate(job, translator, options, console))
            except DoctransError as error:
                if isinstance(error, UsageError):
                    raise  # wrong for every file
                outcomes.append(_failure(job, error, console))
            console.file_done()
    return outcomes


def _translate(job: targets.Job, translator: Any, options: _Options, console: Console) -> _Outcome:
    from doctrans import decisions
    from doctrans.api import written
    from doctrans.report import json_

    if job.target is not None and not options.diff:
        targets.refuse_existing(job.target, options.force)
    document = _read(job, options.read)
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
        return _Outcome(6 if failed else 0, {**entry, "output": None})
    if job.target is None:
        standard.write(output.data)
    else:
        files.publish(output.data, job.target, force=options.force)
    console.say(_summary(job, whole))
    if options.prove and whole.proof:
        _show_proof(job, whole.proof, options.prove, console)
    for note in whole.notes:
        if note.code == "not-proved":  # it was asked for
            console.say(f"{job.name}: not proved. {note.message}")
    return _Outcome(0, entry, tuple(decisions.wanted(document.name, whole)))


def _show_proof(job: targets.Job, proof: Any, folder: Path, console: Console) -> None:
    """Pictures of what was proved."""
    name = "-".join(Path(job.name).with_suffix("").parts[-2:]).strip("-/.") or "standard-input"
    count = 0
    try:
        for page in proof.pictures():
            count += 1
            files.publish(page, folder / f"{name}-{count:03}.png", force=True)
    except DoctransError as error:  # the translation is there already
        console.say(f"{job.name}: no pictures: {error}")
        return
    console.say(f"{job.name}: {_many(count, 'picture')} in {folder}")


def _read(job: targets.Job, options: ReadOptions) -> Document:
    from doctrans import api

    if job.source is not None:
        return api.read(job.source, options=options)
    return api.read(standard.read(options.limits.file_bytes), options=options)


def _failure(job: targets.Job, error: DoctransError, console: Console) -> _Outcome:
    console.error(job.name, error)
    said = {"kind": type(error).__name__, "message": error.message, "hint": error.hint}
    return _Outcome(error.exit_code, {"file": job.name, "output": None, "error": said})


def _summary(job: targets.Job, report: DocumentReport) -> str:
    states = Counter(segment.state.value for segment in report.segments)
    done = states["translated"] + states["partial"]
    where = f"{job.name} → {job.target or 'standard output'}"
    parts = [f"{where}: {_many(done, 'segment')} translated"]
    kept = states["kept"] + states["partial"]
    if kept:
        parts.append(f"{kept} with source text left in")
    terms = [use for segment in report.segments for use in segment.terms]
    if terms:
        missed = sum(use.failed for use in terms)
        parts.append(_many(len(terms), "term") + (f", {missed} of them missed" if missed else ""))
    warnings = len(report.all_notes)
    if warnings:
        parts.append(f"{_many(warnings, 'note')} (--report shows them)")
    return ", ".join(parts)


def _name_failures(name: str, report: DocumentReport, console: Console) -> None:
    for note in report.failed:
        where = f" {note.segment}" if note.segment else ""
        console.error(name, InputError(f"{note.code}{where}: {note.message}"))
    console.error(name, InputError("Not written, because of --strict."))


def _show(report: DocumentReport) -> None:
    """Each changed segment as a pair of lines, in the manner of a unified diff."""
    from doctrans import reading

    colour = sys.stdout is not None and sys.stdout.isatty()
    for segment in report.segments:
        before = reading.notation(segment.source.tagged)
        after = reading.notation(segment.target.tagged)
        if before == after:
            continue
        click.secho(f"@@ {segment.source.id} {segment.source.context} @@", fg="cyan", color=colour)
        click.secho(f"-{before}", fg="red", color=colour)
        click.secho(f"+{after}", fg="green", color=colour)


def _write_decisions(
    path: Path, outcomes: list[_Outcome], options: _Options, console: Console
) -> None:
    from doctrans import decisions

    wanted = [one for outcome in outcomes for one in outcome.wanted]
    added = decisions.publish(path, options.settings.max_file_bytes, wanted)
    console.say(
        f"{path}: {_many(added, 'person')} to decide added" if added else f"{path}: nobody new"
    )


def _write_report(path: Path, outcomes: list[_Outcome], force: bool) -> None:
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

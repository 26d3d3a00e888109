"""`doctrans translate`: what may be asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from doctrans import languages, settings
from doctrans.cli import limits, running, targets
from doctrans.cli.console import Console
from doctrans.cli.running import Options
from doctrans.cli.sections import Sectioned, option
from doctrans.errors import UsageError
from doctrans.ports import ALSO, ReadOptions

_languages = partial(option, "Languages and models")
_words = partial(option, "Words")
_persons = partial(option, "Persons")
_parts = partial(option, "What is translated")
_room = partial(option, "Room")
_files = partial(option, "Files")


def _one(context: click.Context, parameter: click.Parameter, said: tuple[str, ...]) -> str:
    """The last of several would be taken without a word."""
    if len(said) > 1:
        raise click.BadParameter("one language at a time; run it again for the next.")
    return said[0]


@click.command(cls=Sectioned, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@_languages(
    "--to",
    metavar="LANG",
    required=True,
    multiple=True,
    callback=_one,
    help="Language to translate to, such as de.",
)
@_languages(
    "--from",
    "source",
    metavar="LANG",
    help="Language of the files  [what they say]",
)
@_languages(
    "--model",
    metavar="NAME",
    help="Model: a name from `doctrans models`, or a folder.",
)
@_languages(
    "--engine",
    metavar="NAME",
    help="ctranslate2, or pseudo (no model: accents).",
)
@_languages(
    "--aligner",
    metavar="NAME",
    help="attention, or simalign or simalign:ENCODER (an extra).",
)
@_words(
    "--glossary",
    metavar="FILE",
    multiple=True,
    help="Terms and their translations: CSV, TSV, TBX or TMX. Several: the first goes before.  "
    "[that of the settings]",
)
@_words(
    "--keep",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Names that are not translated, one on each line; /…/ is a regular expression.  "
    "[that of the settings]",
)
@_words("--domain", metavar="NAME", default="", help="Leave out terms of other domains.")
@option(
    "Words", "--customer", metavar="NAME", default="", help="Leave out terms of other customers."
)
@_words(
    "--formality",
    type=click.Choice(["more", "less"]),
    help="How readers are addressed: more is Sie, vous, usted, less is du, tu, tú.  "
    "[as most sentences have it]",
)
@_words(
    "--localize-numbers/--no-localize-numbers",
    default=None,
    help="Write 1,234.5 as the target does: 1.234,5 in German.  [off]",
)
@_words(
    "--profanity",
    type=click.Choice(["report", "mask", "off"]),
    help="Profane words that the source does not call for, where there is no other wording.  "
    "[report]",
)
@_words(
    "--spelling/--no-spelling",
    default=None,
    help="Whether words that are in no list of German, French or Spanish words are reported, or "
    "spelled as in another wording of the model, and names of an English text that are lost are "
    "held.  [on]",
)
@_persons(
    "--gender",
    metavar="WHO=f|m",
    multiple=True,
    help='Of which gender a person is, by what the text calls them: "doctor=f", "Dr Lee=f". '
    "off: persons are not looked for.",
)
@_persons(
    "--default-gender",
    type=click.Choice(["f", "m", "neutral", "ask"]),
    help="Of which gender persons are of whom nothing is known. neutral: words without a gender, "
    "where there is one. ask: the report has all wordings, which takes the time of several "
    "translations.  [as the model has them]",
)
@_persons(
    "--decisions",
    metavar="FILE",
    type=targets.FileName(),
    help="A table (CSV) of the persons of whom nothing is known, with all wordings: write f, m or "
    "neutral in its first column, and the next run does so. Made where there is none; who is new "
    "is added at its end.",
)
@_parts(
    "--include",
    metavar="CSS",
    multiple=True,
    help="HTML: only inside these elements.",
)
@_parts(
    "--skip",
    metavar="CSS",
    multiple=True,
    help="HTML: never inside these elements.",
)
@_parts(
    "--skip-style",
    metavar="STYLE",
    multiple=True,
    help="DOCX: leave this style alone.",
)
@_parts(
    "--also",
    type=click.Choice(ALSO),
    multiple=True,
    help="Translate too: pre and textarea contents, values of named submit buttons, "
    "attributes that libraries show (data-bs-title, hx-confirm, ...), the document's title and "
    "subject.",
)
@_parts(
    "--keep-language",
    is_flag=True,
    help="Leave lang, dir, w:lang as they are.",
)
@_room(
    "--fit",
    type=click.Choice(["strict", "balanced", "off"]),
    help="Make text fit the cells of tables, and buttons and boxes of pages. balanced: by other "
    "words, hyphens and, in DOCX where text would be clipped or chopped, narrower or smaller type; "
    "rows may grow. strict: they may not. Pages are measured with Chromium, else guessed at."
    "  [balanced, with the extra layout]",
)
@_room(
    "--limit",
    metavar="WHAT=LENGTH",
    multiple=True,
    help="How long translations may be: of each text in what a CSS selector matches, of paragraphs "
    'in a DOCX style. In characters ("td.price=12ch"), bytes ("#subject=78B") or points '
    '("Heading 1=80pt/Arial 9"). Kept by other wordings where the model has some, never by '
    "cutting; what is too long all the same is an error in the report.",
)
@_room(
    "--abbreviations",
    type=click.Choice(["off", "labels", "all"]),
    help="Where text fits in no other way, write Nr. for Nummer: in labels, which are a few words, "
    "or in all texts. German, French, Spanish.  [off]",
)
@_room(
    "--abbreviation-list",
    metavar="FILE",
    multiple=True,
    help="Abbreviations of your own, which go before: CSV of words and what is written instead.",
)
@_room(
    "--fit-css",
    is_flag=True,
    default=None,
    help="HTML: where nothing else makes text fit, set it closer and smaller, down to 85 %, by the "
    "style of its element.",
)
@_room(
    "--prove",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Render source and translation (DOCX with LibreOffice, HTML with Chromium), compare every "
    "cell and box for the report, fit more tightly what does not fit there, and put pictures of "
    "both side by side in FOLDER. Needs the extras layout and render.",
)
@_files("-o", "--output", metavar="FILE", help="Where to; - is standard output.")
@_files(
    "--out-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the results, which lie in it as their sources lie in the folder given, or "
    "below the fixed part of a pattern. Several folders keep their own names.",
)
@_files(
    "--force",
    is_flag=True,
    help="Replace files that exist; of a symbolic link the link, not the file that it leads to.",
)
@_files("--strict", is_flag=True, help="Write nothing where a check failed; exit with 6.")
@_files(
    "--report",
    type=targets.FileName(),
    help="Write what was done as JSON; - is standard output.",
)
@_files("--dry-run", is_flag=True, help="Only count what would be translated.")
@_files("--diff", is_flag=True, help="Show each segment before and after; write no file.")
@_files("-q", "--quiet", is_flag=True, help="Say only what failed or was left out.")
def translate(
    sources: tuple[str, ...],
    include: tuple[str, ...],
    skip: tuple[str, ...],
    skip_style: tuple[str, ...],
    limit: tuple[str, ...],
    also: tuple[str, ...],
    keep_language: bool,
    decisions: Path | None,
    output: str | None,
    out_dir: Path | None,
    report: Path | None,
    diff: bool,
    dry_run: bool,
    quiet: bool,
    **said: Any,
) -> int:
    """Translate HTML and DOCX files, folders of them, or standard input (-).

    page.html becomes page.de.html beside it, unless --output or --out-dir says otherwise. Of
    folders and patterns earlier translations (page.fr.html beside page.html) are left out.
    """
    from doctrans.api import language

    own = settings.load()
    reading = ReadOptions(
        language=said["source"],
        include=include,
        skip=skip,
        skip_styles=skip_style,
        also=frozenset(also),
        length_limits=tuple(map(limits.parse, limit)),
        rewrite_language=not keep_language,
        limits=own.limits,
    )
    decided = decisions or (Path(own.decisions) if own.decisions else None)
    options = Options(read=reading, settings=own, decisions=decided, diff=diff, **said)
    console = Console(quiet)
    if diff and (dry_run or str(report) == targets.STANDARD):
        other = "--dry-run" if dry_run else "--report -"
        raise UsageError(f"--diff and {other} exclude each other.")
    to = language(said["to"], "--to")
    source = said["source"] or ("" if languages.subtags(to)[0] == "en" else "en")
    planned = targets.jobs(sources, to, output, out_dir, source, console.warn)
    limits.check([what for what, _ in reading.length_limits], [job.name for job in planned])

    def finish(outcomes: list[running.Outcome]) -> None:
        if report is not None:
            running.write_report(report, outcomes, options.force)
        if decided is not None and not (dry_run or options.diff):
            running.write_decisions(decided, outcomes, options, console)

    if dry_run:
        # The report is to be alone on standard output.
        say = console.say if str(report) == targets.STANDARD else click.echo
        outcomes = running.count(planned, options, console, say)
    else:
        running.check(options, console)
        if not options.diff:
            targets.refuse(planned, report, options.force)
        if limit and len(planned) > 1:
            options = replace(options, unused=running.unused_limits(planned, reading))
        outcomes = []
        try:
            running.run(planned, options, console, outcomes)
        except KeyboardInterrupt:
            if outcomes:
                finish(outcomes)
            raise
    running.tell_idle(outcomes, console)
    finish(outcomes)
    return running.exit_code(outcomes)

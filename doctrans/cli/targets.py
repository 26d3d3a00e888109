"""Which files are meant, and where their translations go."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import click

from doctrans import files, languages
from doctrans.detect import SUFFIXES
from doctrans.errors import InputError, UsageError

STANDARD = "-"
_OWN_NAME = "If it is none, give its own name too."


class FileName(click.Path):
    """Of a file that is written. What ends in a slash names a folder, if there is none, too."""

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if _names_folder(str(value)):
            self.fail(f"'{value}' is a folder: name a file in it.", param, ctx)
        return super().convert(value, param, ctx)


def _names_folder(name: str) -> bool:
    return name.endswith(("/", os.sep)) or Path(name).is_dir()


@dataclass(frozen=True, slots=True)
class Job:
    """One document: `source` and `target` are None for standard input and output."""

    source: Path | None
    target: Path | None

    @property
    def name(self) -> str:
        return str(self.source) if self.source else "standard input"


def jobs(
    arguments: tuple[str, ...],
    language: str,
    output: str | None,
    out_dir: Path | None,
    source: str = "en",
    tell: Callable[[str], None] = lambda message: None,
) -> list[Job]:
    """Files, folders (all HTML and DOCX in them) and patterns, each once, in order. Of folders and
    patterns earlier translations are left out; `tell` hears of those into languages other than
    `language`, which their names and the files beside them show, and of folders with results.
    What is given by its own name is none. An empty `source` is a language that nobody knows.

    Below `out_dir` a file is put by its name, those of a pattern as they lie below the pattern's
    fixed part, and those of a folder as they lie in it; with several folders, as with `cp -r`,
    each keeps its own name.
    """
    if "" in (*arguments, output):
        raise UsageError("The name of a file is empty.", hint="Is a variable of the shell empty?")
    found: dict[Path | None, Path] = {}  # the file, and its place below out_dir
    several = len({Path(argument) for argument in arguments if Path(argument).is_dir()}) > 1
    for argument in arguments:
        if argument == STANDARD:
            found[None] = Path()
            continue
        expanded = _expand(argument, language, several)
        inside = [path for path, _ in expanded]
        results = _result_folders(Path(argument), inside, language, out_dir, source)
        for folder in results:
            if any(_is_below(path, [folder]) for path in inside):
                tell(f"{folder}: left out, a folder with translations. {_OWN_NAME}")
        for path, place in expanded:
            if not results or not _is_below(path, results):
                found.setdefault(path, place)
    named = {Path(argument) for argument in arguments}
    others = [path for path in found if path and path not in named]
    others = [path for path in others if _is_translation_beside(path, source)]
    for path in others:
        by_name = f"by its name a translation of {_original(path)}"
        tell(f"{path}: left out, {by_name}. {_OWN_NAME}")
        del found[path]
    if not found:
        raise InputError(f"{', '.join(arguments)}: there are translations only.")
    if out_dir is not None and None in found:
        raise UsageError(
            "Standard input has no name below --out-dir.", hint="Name its result with --output."
        )
    if output is not None:
        _check_output(output, out_dir, len(found))
    return [
        Job(path, _target(path, place, language, output, out_dir)) for path, place in found.items()
    ]


def _check_output(output: str, out_dir: Path | None, count: int) -> None:
    if out_dir is not None:
        raise UsageError("--output and --out-dir exclude each other.")
    if _names_folder(output):
        raise UsageError(
            f"--output names a file, but {output} is a folder.", hint="Use --out-dir for a folder."
        )
    if count != 1:
        raise UsageError(
            f"--output names one file, but {count} are to be translated.",
            hint="Use --out-dir for several.",
        )


def refuse(planned: list[Job], report: Path | None, force: bool) -> None:
    """Before any work is done: what must not be written in the end."""
    sources = {_resolved(job.source) for job in planned if job.source}
    targets = [_resolved(job.target) for job in planned if job.target]
    for target in targets:
        if targets.count(target) > 1:
            raise UsageError(
                f"Several files would become {target}.",
                hint="Give the folder they are in, or a pattern in quotation marks.",
            )
        if target in sources:
            raise UsageError(
                f"{target} would be replaced, but it is a source.",
                hint="Put the translation elsewhere, with --output or --out-dir.",
            )
    if report is not None and str(report) == STANDARD:
        if any(job.target is None for job in planned):
            raise UsageError("Report and translation cannot both go to standard output.")
        report = None
    if report is not None and _resolved(report) in {*sources, *targets}:
        raise UsageError(f"{report} cannot be the report: it is a source or a translation.")
    if len(planned) == 1 and planned[0].target:
        refuse_existing(planned[0].target, force)
    if report is not None:
        refuse_existing(report, force)


def _resolved(path: Path) -> Path:
    """The file itself. A link that leads back to itself is told of when its file is read: here
    `Path.resolve` would raise, before those of all others."""
    return Path(os.path.realpath(path))


def refuse_existing(target: Path, force: bool) -> None:
    """Before a file is translated for nothing."""
    files.refuse(target, force=force)


def _expand(argument: str, language: str, several: bool) -> list[tuple[Path, Path]]:
    """Files, each with its place below a folder for results."""
    path = Path(argument)
    if path.is_dir():
        readable = [p for p in _inside(path) if _is_readable(p)]
        inside = [p for p in readable if not _is_translation(p, language)]
        if not inside:
            but = " but translations" if readable else ""
            raise InputError(f"{path}: no HTML or DOCX files in this folder{but}.")
        name = path.resolve().name if several else ""
        return [(p, name / p.relative_to(path)) for p in inside]
    if "://" in argument and not path.exists():
        raise InputError(
            f"{argument}: It is an address.", hint="Save the page, and give the name of that file."
        )
    if not path.exists() and glob.has_magic(argument):
        matches = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 absolute patterns too
        fixed = _fixed(path)
        found = [p for p in matches if p.is_file() and not _is_lock(p)]
        found = [p for p in found if not _goes_round(p, fixed)]
        matches = [p for p in found if not _is_translation(p, language)]
        if found and not matches:
            raise InputError(f"{argument}: only translations match this pattern.")
        if not matches:
            raise InputError(f"{argument}: no file matches this pattern.")
        return [(p, p.relative_to(fixed)) for p in matches]
    return [(path, Path(path.name))]


def _inside(folder: Path) -> list[Path]:
    """All files in it; hidden folders (.git) are not entered."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names]
    return sorted(found)


def _is_readable(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in SUFFIXES and not _is_lock(path)


def _is_lock(path: Path) -> bool:
    """Whether Word put it beside an open document, or it is hidden."""
    return path.name.startswith(("~$", "."))


def _goes_round(path: Path, fixed: Path) -> bool:
    """Whether a link on the way, behind what was named, leads back to a folder that it lies in."""
    return any(
        folder.is_symlink() and _resolved(folder.parent).is_relative_to(_resolved(folder))
        for folder in path.parents
        if folder != fixed and folder.is_relative_to(fixed)
    )


def _is_translation(path: Path, language: str) -> bool:
    return path.stem.lower().endswith(f".{language.lower()}")


def _is_translation_beside(path: Path, source: str) -> bool:
    """Whether it is named like a translation into any language of a file that stands beside it.
    What is named after the source language is not."""
    tag = Path(path.stem).suffix.lstrip(".")
    if not tag or not _is_another(tag, source):
        return False
    return path.with_name(_original(path)).is_file()


def _is_another(tag: str, source: str) -> bool:
    """Whether it names a language that is not the source's."""
    mine = languages.subtags(source)[0]
    return bool(source) and languages.is_known(tag) and languages.subtags(tag)[0] != mine


def _result_folders(
    root: Path, inside: list[Path], language: str, out_dir: Path | None, source: str
) -> list[Path]:
    """Folders below the folder or the fixed part of the pattern that hold translations: `out_dir`;
    where that is named after its language, those beside it that are named after other languages
    and hold translations of what is `inside`."""
    base = _resolved(root if root.is_dir() else _fixed(root))
    own = _resolved(out_dir or base)
    if own == base or not own.is_relative_to(base) or not base.is_dir():
        return []
    if own.name.lower() != language.lower() or not own.parent.is_dir():
        return [own]
    beside = [f for f in sorted(own.parent.iterdir()) if f.is_dir() and f != own]
    mine = languages.subtags(source)[0]
    homes = [base, *(f for f in beside if languages.subtags(f.name)[0] == mine)]
    others = [f for f in beside if _is_another(f.name, source)]
    sources = [_resolved(path) for path in inside]
    return [own, *(folder for folder in others if _repeats(folder, sources, homes))]


def _repeats(folder: Path, inside: list[Path], homes: list[Path]) -> bool:
    """Whether most of the files in it stand in one of the others under the same name: `it` and `hr`
    are departments, too."""
    places = [path.relative_to(folder) for path in inside if path.is_relative_to(folder)]
    return 2 * sum(any((home / p).is_file() for home in homes) for p in places) > len(places)


def _fixed(pattern: Path) -> Path:
    return Path(*takewhile(lambda part: not glob.has_magic(part), pattern.parts))


def _is_below(path: Path, folders: list[Path]) -> bool:
    return any(_resolved(path).is_relative_to(folder) for folder in folders)


def _original(path: Path) -> str:
    return f"{Path(path.stem).stem}{path.suffix}"


def _target(
    path: Path | None, place: Path, language: str, output: str | None, out_dir: Path | None
) -> Path | None:
    if output is not None:
        return None if output == STANDARD else Path(output)
    if path is None:
        return None
    if out_dir is not None:
        return out_dir / place
    return path.with_name(f"{path.stem}.{language}{path.suffix}")

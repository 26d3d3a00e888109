"""Which files are meant, and where their translations go."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from doctrans.detect import SUFFIXES
from doctrans.errors import InputError, UsageError
from doctrans.files import exists_already

STANDARD = "-"


@dataclass(frozen=True, slots=True)
class Job:
    """One document: `source` and `target` are None for standard input and output."""

    source: Path | None
    target: Path | None

    @property
    def name(self) -> str:
        return str(self.source) if self.source else "standard input"


def jobs(
    arguments: tuple[str, ...], language: str, output: str | None, out_dir: Path | None
) -> list[Job]:
    """Files, folders (all HTML and DOCX in them) and patterns, each once, in order.

    Below `out_dir` a file is put by its name, those of a pattern as they lie below the pattern's
    fixed part, and those of a folder as they lie in it; with several folders, as with `cp -r`,
    each keeps its own name.
    """
    found: dict[Path | None, Path] = {}  # the file, and its place below out_dir
    several = len({Path(argument) for argument in arguments if Path(argument).is_dir()}) > 1
    for argument in arguments:
        if argument == STANDARD:
            found[None] = Path()
            continue
        for path, place in _expand(argument, language, several):
            found.setdefault(path, place)
    if output is not None:
        _check_output(output, out_dir, len(found))
    return [
        Job(path, _target(path, place, language, output, out_dir)) for path, place in found.items()
    ]


def _check_output(output: str, out_dir: Path | None, count: int) -> None:
    if out_dir is not None:
        raise UsageError("--output and --out-dir exclude each other.")
    if output.endswith(("/", os.sep)) or Path(output).is_dir():
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
    """Before a file is translated for nothing. A link that leads nowhere is there too."""
    if (target.exists() or target.is_symlink()) and not force:
        raise exists_already(target)


def _expand(argument: str, language: str, several: bool) -> list[tuple[Path, Path]]:
    """Files, each with its place below a folder for results."""
    path = Path(argument)
    if path.is_dir():
        inside = [p for p in _inside(path) if _is_source(p, language)]
        if not inside:
            raise InputError(f"{path}: no HTML or DOCX files in this folder.")
        name = path.resolve().name if several else ""
        return [(p, name / p.relative_to(path)) for p in inside]
    if not path.exists() and glob.has_magic(argument):
        matches = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 absolute patterns too
        matches = [p for p in matches if p.is_file() and not _is_translation(p, language)]
        if not matches:
            raise InputError(f"{argument}: no file matches this pattern.")
        fixed = Path(*takewhile(lambda part: not glob.has_magic(part), path.parts))
        return [(p, p.relative_to(fixed)) for p in matches]
    return [(path, Path(path.name))]


def _inside(folder: Path) -> list[Path]:
    """All files in it; hidden folders (.git) are not entered."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(place, name) for name in names]
    return sorted(found)


def _is_source(path: Path, language: str) -> bool:
    """Word's lock files (`~$...`) and earlier translations are none."""
    return (
        path.is_file()
        and path.suffix.lower() in SUFFIXES
        and not path.name.startswith(("~$", "."))
        and not _is_translation(path, language)
    )


def _is_translation(path: Path, language: str) -> bool:
    return path.stem.lower().endswith(f".{language.lower()}")


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

"""Which files are meant, and where their translations go."""

from __future__ import annotations

import glob
from dataclasses import dataclass
from pathlib import Path

from doctrans.detect import SUFFIXES
from doctrans.errors import InputError, OutputError, UsageError

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
    """Files, folders (all HTML and DOCX in them) and patterns, each once, in order."""
    found: dict[Path | None, Path] = {}  # the file and the folder that it was found through
    for argument in arguments:
        if argument == STANDARD:
            found[None] = Path()
            continue
        for path, root in _expand(argument, language):
            found.setdefault(path, root)
    if output is not None and out_dir is not None:
        raise UsageError("--output and --out-dir exclude each other.")
    if output is not None and len(found) != 1:
        raise UsageError(
            f"--output names one file, but {len(found)} are to be translated.",
            hint="Use --out-dir for several.",
        )
    return [
        Job(path, _target(path, root, language, output, out_dir)) for path, root in found.items()
    ]


def refuse(planned: list[Job], report: Path | None, force: bool) -> None:
    """Before any work is done: what must not be written in the end."""
    sources = {job.source.resolve() for job in planned if job.source}
    targets = [job.target.resolve() for job in planned if job.target]
    for target in targets:
        if targets.count(target) > 1:
            raise UsageError(f"Several files would become {target}.", hint="Translate them apart.")
        if target in sources:
            raise UsageError(
                f"{target} would be replaced, but it is a source.", hint="Choose another --out-dir."
            )
    if report is not None and str(report) == STANDARD:
        if any(job.target is None for job in planned):
            raise UsageError("Report and translation cannot both go to standard output.")
        report = None
    if report is not None and report.resolve() in {*sources, *targets}:
        raise UsageError(f"{report} cannot be the report: it is a source or a translation.")
    if len(planned) == 1 and planned[0].target:
        refuse_existing(planned[0].target, force)
    if report is not None:
        refuse_existing(report, force)


def refuse_existing(target: Path, force: bool) -> None:
    """Before a file is translated for nothing."""
    if target.exists() and not force:
        raise OutputError(f"{target} exists already.", hint="Use --force to replace it.")


def _expand(argument: str, language: str) -> list[tuple[Path, Path]]:
    path = Path(argument)
    if path.is_dir():
        inside = [p for p in sorted(path.rglob("*")) if _is_source(p, language)]
        if not inside:
            raise InputError(f"{path}: no HTML or DOCX files in this folder.")
        return [(p, path) for p in inside]
    if not path.exists() and glob.has_magic(argument):
        matches = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 absolute patterns too
        matches = [p for p in matches if p.is_file() and not _is_translation(p, language)]
        if not matches:
            raise InputError(f"{argument}: no file matches this pattern.")
        return [(p, p.parent) for p in matches]
    return [(path, path.parent)]


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
    path: Path | None, root: Path, language: str, output: str | None, out_dir: Path | None
) -> Path | None:
    if output is not None:
        return None if output == STANDARD else Path(output)
    if path is None:
        return None
    if out_dir is not None:
        return out_dir / path.relative_to(root)
    return path.with_name(f"{path.stem}.{language}{path.suffix}")

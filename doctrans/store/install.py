"""Models added: copied, checked, described, and published in one step.

A model appears under its name complete or not at all: everything happens in a hidden folder beside
it, which is renamed at the end. Nothing is ever overwritten.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from doctrans.engines.ctranslate2 import description as descriptions
from doctrans.engines.ctranslate2 import folder as folders
from doctrans.engines.ctranslate2.description import ModelDescription
from doctrans.errors import ModelError, OutputError
from doctrans.store import archive

_DOCUMENTS = re.compile(r"README(\.\w+)?|LICEN[CS]E(\.\w+)?|NOTICE(\.\w+)?|metadata\.json", re.I)


def add(path: Path, into: Path) -> ModelDescription:
    """Adds a model folder or an Argos package to `into` and records its checksums.

    Raises ModelError for what is no sound model, OutputError if there is one of that name already
    or `into` cannot be written.
    """
    if not path.exists():
        raise ModelError(
            f"There is nothing at {path}.", hint="Give a model's folder or an .argosmodel file."
        )
    with workplace(into) as work:
        source = path
        if path.is_file():
            source = work / "unpacked"
            source.mkdir()
            archive.unpack(path, source)
        return publish(source, work, into)


def publish(source: Path, work: Path, into: Path) -> ModelDescription:
    """Checks the model in `source` and moves a copy, with its description, to its place."""
    found = folders.check(source).description
    target = into / _safe(found.name)
    if target.exists():
        raise OutputError(
            f"There is a model {target} already.", hint="Remove that folder first, or keep it."
        )
    copy = work / "model"
    for name in (*folders.checksums(found), *_documents(source)):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, copy / name)
    recorded = replace(found, folder=copy)
    recorded = replace(recorded, checksums=folders.checksums(recorded))
    descriptions.write(recorded, copy / descriptions.FILE)
    folders.check(copy)
    copy.rename(target)
    return replace(recorded, folder=target)


def _documents(source: Path) -> list[str]:
    return [
        entry.name
        for entry in source.iterdir()
        if entry.is_file() and _DOCUMENTS.fullmatch(entry.name)
    ]


def _safe(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip(".-") or "model"


@contextmanager
def workplace(into: Path) -> Iterator[Path]:
    """A hidden folder in `into` that is gone afterwards, whatever happens."""
    work = into / f".adding-{secrets.token_hex(8)}"
    try:
        work.mkdir(parents=True)
        yield work
    except OSError as error:
        raise OutputError(f"The model cannot be added to {into}: {error}.") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)

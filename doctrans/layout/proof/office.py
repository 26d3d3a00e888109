"""LibreOffice as a renderer: DOCX to PDF, several in one call, each call with its own profile."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from doctrans.errors import ConfigurationError, DoctransError

_NAMES = ("soffice", "libreoffice")
_SECONDS_EACH = 60


def program() -> str:
    """Raises ConfigurationError where LibreOffice is not installed."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    raise ConfigurationError(
        "LibreOffice is not installed; without it nothing can be proved on rendered pages.",
        hint="Install LibreOffice Writer, so that `soffice` can be called.",
    )


def pdfs(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """DOCX files to PDF files, by name without suffix. Raises DoctransError naming those that
    LibreOffice did not render."""
    soffice = program()
    with tempfile.TemporaryDirectory(prefix="doctrans-") as folder:
        source, made, profile = (Path(folder) / name for name in ("docx", "pdf", "profile"))
        source.mkdir()
        for name, data in documents.items():
            (source / f"{name}.docx").write_bytes(data)
        _run(soffice, profile, made, sorted(source.iterdir()))
        found = {p.stem: p.read_bytes() for p in made.glob("*.pdf")}
    if missing := sorted(set(documents) - set(found)):
        raise DoctransError(f"LibreOffice did not render {', '.join(missing)}.")
    return found


def _run(soffice: str, profile: Path, out: Path, files: list[Path]) -> None:
    # Another running LibreOffice would take the call over and make nothing, without a word: hence
    # a profile of its own.
    command = [
        soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(out), *map(str, files),
    ]  # fmt: skip
    limit = _SECONDS_EACH * (1 + len(files))
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired as error:
        raise DoctransError(f"LibreOffice took more than {limit} seconds.") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        raise DoctransError(f"LibreOffice failed: {said}") from error

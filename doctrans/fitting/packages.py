"""What of a DOCX package layout is computed from."""

from __future__ import annotations

from doctrans.formats.docx.container import Package, open_package
from doctrans.ports import Limits

_READ = (".xml", ".rels")


def opened(data: bytes, limits: Limits) -> Package:
    """A translation; `limits` are those of its source."""
    return open_package(data, limits.roomier())


def parts(package: Package) -> dict[str, bytes]:
    """Everything but pictures and the like, by name."""
    return {name: package[name] for name in package.directory if name.endswith(_READ)}

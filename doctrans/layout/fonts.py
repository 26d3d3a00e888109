"""Which font file stands for what a document asks for, and how far it can be trusted.

A document names families; the machine has files. The file of that very family comes first, then
one made to have the same advance widths (Carlito for Calibri), then one that resembles it. How it
was found says how much the measured widths may be off (`MARGINS`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any

from doctrans.errors import ConfigurationError
from doctrans.layout.model import Face


class Match(Enum):
    """How a font was found: the family itself, its metric twin, a resembling one, or any."""

    OWN = "own"
    TWIN = "metric twin"
    SIMILAR = "similar"
    ANY = "any"


# Share of a width by which it may be off.
MARGINS = {Match.OWN: 0.0, Match.TWIN: 0.0, Match.SIMILAR: 0.03, Match.ANY: 0.08}

# Families made to have each other's advance widths; the first of a row are commoner.
_TWINS = (
    ("calibri", "carlito"),
    ("cambria", "caladea"),
    ("arial", "liberation sans", "arimo", "helvetica", "nimbus sans", "tex gyre heros", "albany"),
    ("times new roman", "liberation serif", "tinos", "times", "nimbus roman", "tex gyre termes",
     "thorndale"),
    ("courier new", "liberation mono", "cousine", "courier", "nimbus mono ps", "tex gyre cursor",
     "cumberland"),
    ("arial narrow", "liberation sans narrow"),
    ("georgia", "gelasio"),
    ("segoe ui", "selawik"),
    ("symbol", "standard symbols ps", "opensymbol"),
)  # fmt: skip
# Families of about the same widths, best first.
_SIMILAR = {
    "verdana": ("dejavu sans", "bitstream vera sans"),
    "tahoma": ("dejavu sans condensed", "noto sans", "liberation sans"),
    "aptos": ("carlito", "calibri", "open sans", "liberation sans"),
    "segoe ui": ("open sans", "noto sans", "liberation sans"),
    "trebuchet ms": ("fira sans", "liberation sans"),
    "calibri light": ("carlito", "calibri"),
    "candara": ("carlito", "calibri"),
    "corbel": ("carlito", "calibri"),
    "consolas": ("inconsolata", "dejavu sans mono", "liberation mono"),
    "lucida console": ("dejavu sans mono", "liberation mono"),
    "menlo": ("dejavu sans mono", "liberation mono"),
    "helvetica neue": ("liberation sans", "arial"),
    "roboto": ("liberation sans", "arial"),
    "open sans": ("noto sans", "dejavu sans"),
    "garamond": ("eb garamond", "liberation serif", "times new roman"),
    "palatino linotype": ("tex gyre pagella", "liberation serif"),
    "book antiqua": ("tex gyre pagella", "liberation serif"),
    "century schoolbook": ("tex gyre schola", "dejavu serif"),
    "georgia": ("dejavu serif", "liberation serif"),
}
_ANY = ("liberation sans", "arial", "dejavu sans", "helvetica", "noto sans", "carlito", "calibri")
_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_NORMAL_WIDTH = 5  # usWidthClass


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font of a file, as its own tables describe it."""

    path: Path
    index: int
    family: str
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True)
class Found:
    font: FontFile
    match: Match

    @property
    def margin(self) -> float:
        return MARGINS[self.match]


def folders() -> tuple[Path, ...]:
    """Where this system keeps fonts, those of the user first."""
    home = Path.home()
    if sys.platform == "win32":
        return (home / "AppData/Local/Microsoft/Windows/Fonts", Path("C:/Windows/Fonts"))
    if sys.platform == "darwin":
        return (
            home / "Library/Fonts",
            Path("/Library/Fonts"),
            Path("/System/Library/Fonts"),
        )
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


class Fonts:
    """The fonts under some folders, read when first asked for. Values only after that: it may be
    shared between threads."""

    def __init__(self, where: Iterable[Path] | None = None) -> None:
        self._where = folders() if where is None else tuple(where)
        self._found: dict[Face, Found | None] = {}

    def find(self, face: Face) -> Found | None:
        """The best font there is; None where there is none at all."""
        if face not in self._found:
            self._found[face] = self._find(face)
        return self._found[face]

    def _find(self, face: Face) -> Found | None:
        family = face.family.strip().lower()
        twins = next((row for row in _TWINS if family in row), ())
        for names, match in (
            ((family,), Match.OWN),
            (twins, Match.TWIN),
            (_SIMILAR.get(family, ()), Match.SIMILAR),
            (_ANY, Match.ANY),
            (sorted(self._families), Match.ANY),
        ):
            for name in names:
                if fonts := self._families.get(name):
                    return Found(min(fonts, key=lambda font: _distance(font, face)), match)
        return None

    def all(self) -> Iterator[FontFile]:
        """Every font, in an order that does not depend on the disk's."""
        for name in sorted(self._families):
            yield from self._families[name]

    @cached_property
    def _families(self) -> dict[str, list[FontFile]]:
        found: dict[str, list[FontFile]] = {}
        for folder in self._where:
            for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
                if path.suffix.lower() in _SUFFIXES:
                    for font in _read(path):
                        found.setdefault(font.family, []).append(font)
        return found


def _distance(font: FontFile, face: Face) -> tuple[bool, int, str]:
    """Slope first, then weight."""
    wanted = 700 if face.bold else 400
    return (font.italic != face.italic, abs(font.weight - wanted), font.path.name)


def _read(path: Path) -> list[FontFile]:
    """None of a file that is no font."""
    harfbuzz = needed()
    try:
        blob = harfbuzz.Blob.from_file_path(str(path))
        return [_described(path, i, harfbuzz.Face(blob, i)) for i in range(_count(blob, harfbuzz))]
    except (OSError, RuntimeError, ValueError, harfbuzz.HarfBuzzError):
        return []


def _count(blob: Any, harfbuzz: Any) -> int:
    """Fonts in the file; a collection has several."""
    return int(harfbuzz.Face(blob).count)


def _described(path: Path, index: int, face: Any) -> FontFile:
    table = _table(face, "OS/2")
    weight = int.from_bytes(table[4:6]) if len(table) >= 6 else 400
    stretch = int.from_bytes(table[6:8]) if len(table) >= 8 else _NORMAL_WIDTH
    selection = int.from_bytes(table[62:64]) if len(table) >= 64 else 0
    name = _name(face, 16) or _name(face, 1)
    if stretch != _NORMAL_WIDTH:  # `DejaVu Sans Condensed` is a family of its own to documents
        name = _name(face, 1) or name
    return FontFile(path, index, name.lower(), weight, bool(selection & 1))


def _name(face: Any, number: int) -> str:
    return face.get_name(number) or ""


def _table(face: Any, tag: str) -> bytes:
    blob = face.reference_table(tag)
    return bytes(blob.data) if blob else b""


def needed() -> Any:
    """HarfBuzz. Raises ConfigurationError where it is not installed."""
    try:
        import uharfbuzz
    except ImportError as error:
        raise ConfigurationError(
            "Measuring text needs uharfbuzz.", hint="Install it: pip install 'doctrans[layout]'."
        ) from error
    return uharfbuzz

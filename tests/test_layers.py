"""The walls of the house, read from the imports: see docs/design.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import doctrans

ROOT = Path(doctrans.__file__).parent

# Floors from the ground up; a module imports from its own room and from floors below its own.
FLOORS = [
    {"errors", "languages", "forks"},
    {"arguments"},
    {"model"},
    {"ports", "spans", "tokens", "typed_layout"},
    {"capitals", "hoisting", "leaning", "reading", "soft_hyphens", "tidy", "whole_words"},
    {"constraints"},
    {"touching"},
    {"checks", "sentences", "restore", "report"},
    {"formats", "engines", "aligners", "layout", "interchange"},
    {"parts", "references"},
    {"plain", "ways", "casting", "job"},
    {"losses", "putting"},
    {"unasked", "judging", "nouns", "regendering", "term_places"},
    {"replies", "respelling"},
    {"attempts"},
    {"forcing", "exchanging", "articles"},
    {"terminology", "addressing", "decency", "gendering"},
    {"pipeline"},
    {"fitting", "termbase"},
    {"files", "detect", "adapters", "settings", "store"},
    {"glossaries", "decisions"},
    {"hub", "choosing", "given"},
    {"documents"},
    {"api"},
    {"once"},
    {"evaluate", "cli", "training"},
    {"__init__", "__main__"},
]
# Rooms whose neighbours are adapters too: none imports another.
ADAPTERS = {"formats", "engines", "aligners"}
# Stages know ports, never what satisfies them.
BLIND = {
    "capitals",
    "addressing",
    "articles",
    "decency",
    "gendering",
    "respelling",
    "exchanging",
    "casting",
    "regendering",
    "attempts",
    "job",
    "judging",
    "losses",
    "putting",
    "replies",
    "forcing",
    "nouns",
    "term_places",
    "unasked",
    "terminology",
    "ways",
    "parts",
    "references",
    "plain",
    "pipeline",
    "restore",
    "sentences",
    "touching",
    "checks",
    "constraints",
    "report",
}
HEAVY = {"ctranslate2", "lxml", "torch", "rich", "numpy", "bs4", "docx", "click", "sentencepiece"}
OUTSIDE_WORLD = [
    "os",
    "time",
    "datetime",
    "socket",
    "urllib.request",
    "http",
    "random",
    "subprocess",
]
# Below api only these may read a folder's files or the machine's number of cores, call a renderer,
# or hear of forks.
MAY_USE_OS = {
    "forks",
    "engines",
    "layout",
    "files",
    "settings",
    "store",
    "hub",
    "cli",
    "__main__",
    "evaluate",
    "training",
}


def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "models" not in path.parts[-3:-1])


def room(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


def adapter(dotted: str) -> str:
    """`doctrans.formats.html.writer` -> `formats.html`."""
    parts = dotted.split(".")[1:]
    return ".".join(parts[:2])


def imports(path: Path) -> list[str]:
    """Dotted names of what is imported, those under TYPE_CHECKING included."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path}"
            base = node.module or ""
            found += [f"{base}.{alias.name}" for alias in node.names]
    return found


def floor(name: str) -> int:
    return next(height for height, rooms in enumerate(FLOORS) if name in rooms)


def dotted(path: Path) -> str:
    return ".".join(["doctrans", *path.relative_to(ROOT).with_suffix("").parts])


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        if not name.startswith("doctrans."):
            continue
        there = name.split(".")[1]
        if there in ("__version__", here) and here not in ADAPTERS:
            continue
        if there == here:
            same = adapter(name) == adapter(dotted(path))
            assert same, f"{dotted(path)} imports another adapter: {name}"
        elif there != "__version__":
            assert floor(there) < floor(here), f"{dotted(path)} imports up or across: {name}"
            if here in BLIND:
                assert there not in ADAPTERS, f"{dotted(path)} must not know {name}"


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_only_the_shells_see_the_outside_world(path: Path) -> None:
    if room(path) in MAY_USE_OS:
        return
    used = {w for name in imports(path) for w in OUTSIDE_WORLD if f"{name}.".startswith(f"{w}.")}
    assert not used, f"{dotted(path)} uses {used}"


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, doctrans; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not HEAVY & set(loaded)


def test_help_loads_no_model_code() -> None:
    code = (
        "import sys; from doctrans.__main__ import run; run(['--help'])\n"
        "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not (HEAVY - {"click"}) & set(done.stderr.split())
    assert "Exit codes" in done.stdout

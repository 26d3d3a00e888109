"""Pictures of documents as a reader sees them: HTML by Chromium, DOCX by LibreOffice.

    python -m benchmarks.render FILE... --out DIR                one PNG for each page
    python -m benchmarks.render --pair A B --out DIR             both side by side in one PNG

Nothing of the project is imported: a picture shows what other programs make of the bytes. Each run
of a renderer has a profile of its own, so that neither a running office nor a cache has a say.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import click

PROGRAMS = {  # what is needed: the names it goes by, the Debian package that brings it
    "Chromium": (("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "LibreOffice": (("soffice", "libreoffice"), "libreoffice-writer libreoffice-math"),
    "pdftoppm": (("pdftoppm",), "poppler-utils"),
    "ImageMagick montage": (("montage",), "imagemagick"),
}
SECONDS = 120
BACKGROUND = "#d5dadf"
SILENT = (  # nothing is asked of a network or a screen; works for root, too
    "--headless --no-sandbox --hide-scrollbars --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)


class View(NamedTuple):
    """How large: HTML in CSS pixels, DOCX in dots per inch and pages."""

    width: int
    height: int
    dpi: int
    first: int
    last: int


def program(need: str) -> str:
    """The path of a renderer. Raises ClickException with the remedy where there is none."""
    names, package = PROGRAMS[need]
    for name in names:
        if found := shutil.which(name):
            return found
    raise click.ClickException(f"{need} is needed and not found (Debian: apt install {package}).")


def call(*command: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise click.ClickException(f"{command[0]} took more than {SECONDS} s.") from None


def make(target: Path, *command: str) -> None:
    """Runs a renderer and holds it to the file that it is to make."""
    target.unlink(missing_ok=True)
    done = call(*command)
    if not target.exists():
        said = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        raise click.ClickException(f"{command[0]} made no {target.name}: {said[0]}")


def chromium(room: Path, *arguments: str) -> tuple[str, ...]:
    profile = f"--user-data-dir={room / 'chromium'}"
    return (program("Chromium"), *SILENT.split(), profile, *arguments)


def height(file: Path, room: Path, view: View) -> int:
    """The height of a page laid out `view.width` wide: a frame around it tells."""
    frame = room / "frame.html"
    frame.write_text(
        f'<iframe src="{file.resolve().as_uri()}" width="{view.width}" height="400" frameborder="0"'
        ' onload="document.title=this.contentDocument.documentElement.scrollHeight"></iframe>'
    )
    ask = ("--allow-file-access-from-files", "--dump-dom", frame.as_uri())
    done = call(*chromium(room, *ask))
    found = re.search(r"<title>(\d+)</title>", done.stdout)
    return min(int(found[1]), view.height) if found else view.height


def page(file: Path, room: Path, view: View) -> list[Path]:
    """An HTML page from its top, at most `view.height` pixels of it."""
    shot = room / "page.png"
    size = f"--window-size={view.width},{height(file, room, view)}"
    make(shot, *chromium(room, size, f"--screenshot={shot}", file.resolve().as_uri()))
    return [shot]


def pages(file: Path, room: Path, view: View) -> list[Path]:
    """The pages of a document from `view.first` to `view.last`."""
    pdf = room / f"{file.stem}.pdf"
    profile = f"-env:UserInstallation={(room / 'office').as_uri()}"
    convert = ("--headless", "--convert-to", "pdf", "--outdir", str(room))
    make(pdf, program("LibreOffice"), profile, *convert, str(file))
    which = ("-r", str(view.dpi), "-f", str(view.first), "-l", str(view.last))
    call(program("pdftoppm"), *which, "-png", str(pdf), str(room / "page"))
    return sorted(room.glob("page-*.png"))


RENDERERS: dict[str, Callable[[Path, Path, View], list[Path]]] = {
    ".html": page,
    ".htm": page,
    ".docx": pages,
    ".docm": pages,
}


def render(file: Path, room: Path, view: View) -> list[Path]:
    """Pictures of one file, in the empty folder `room`."""
    try:
        renderer = RENDERERS[file.suffix.lower()]
    except KeyError:
        known = ", ".join(RENDERERS)
        raise click.ClickException(f"{file.name} is none of {known}.") from None
    room.mkdir(parents=True)
    pictures = renderer(file, room, view)
    if not pictures:
        raise click.ClickException(f"{file.name} has no page {view.first}.")
    return pictures


def gap(picture: Path) -> list[str]:
    """An empty tile of the size of a PNG, which stands in its header."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return ["-size", f"{width}x{height}", f"xc:{BACKGROUND}"]


def side_by_side(left: list[Path], right: list[Path], target: Path) -> None:
    """One row for each page, `left` and `right` of it; where one has fewer pages, a gap."""
    pictures: list[str] = []
    for a, b in zip_longest(left, right):
        pictures += [str(a)] if a else gap(b)
        pictures += [str(b)] if b else gap(a)
    looks = ("-tile", "2x", "-geometry", "+8+8", "-gravity", "north", "-background", BACKGROUND)
    small = ("-dither", "None", "-colors", "128", "-strip")
    make(target, program("ImageMagick montage"), *pictures, *looks, *small, str(target))


@click.command(help=__doc__.split("\n", 1)[0])
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--pair", is_flag=True, help="Two files, side by side in one picture.")
@click.option("--width", default=900, show_default=True, help="HTML: width in pixels.")
@click.option("--height", default=12000, show_default=True, help="HTML: most pixels downwards.")
@click.option("--dpi", default=80, show_default=True, help="DOCX: resolution.")
@click.option("--first", default=1, show_default=True, help="DOCX: first page.")
@click.option("--last", default=99, show_default=True, help="DOCX: last page.")
def main(
    files: tuple[Path, ...],
    out: Path,
    pair: bool,
    width: int,
    height: int,
    dpi: int,
    first: int,
    last: int,
) -> None:
    if not files or (pair and len(files) != 2):
        raise click.UsageError("Name two files for --pair, otherwise at least one.")
    view = View(width, height, dpi, first, last)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = [render(file, Path(folder, str(n)), view) for n, file in enumerate(files)]
        if pair:
            target = out / f"{files[0].stem}.pair.png"
            side_by_side(made[0], made[1], target)
            click.echo(target)
            return
        for file, pictures in zip(files, made, strict=True):
            for number, picture in enumerate(pictures, first):
                target = out / f"{file.name}.{number}.png"
                shutil.move(picture, target)
                click.echo(target)


if __name__ == "__main__":
    main()

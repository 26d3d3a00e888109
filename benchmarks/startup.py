"""Start-up, a large page, memory: `python -m benchmarks.startup`.

Import and help as whole processes against a bare interpreter; a page of a megabyte read and written
without translation; resident memory over a thousand documents with one translator.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import click

from benchmarks import material


def process(code: list[str], rounds: int) -> float:
    """Median milliseconds of a whole process."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run([sys.executable, *code], check=True, capture_output=True)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def large_page(rounds: int) -> tuple[float, int]:
    """Median seconds to read and write a page, and its size in bytes."""
    from doctrans.formats.html import HtmlFormat
    from doctrans.ports import ReadOptions

    text = material.html(material.sentences(2_000, 0.5))
    repeated = text.encode() * (1_000_000 // len(text) + 1)
    page = repeated[:1_000_000]
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        assert HtmlFormat().write(HtmlFormat().read(page, ReadOptions())).data == page
        times.append(time.perf_counter() - start)
    return statistics.median(times), len(page)


def resident() -> float:
    """Megabytes now; peak where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def memory(documents: int, engine: str) -> list[tuple[int, float]]:
    """Resident megabytes after every tenth part of the documents, each another."""
    from doctrans.api import Translator

    found = []
    with Translator("de", "en", engine=engine) as translator:
        for number in range(1, documents + 1):
            page = material.html(material.sentences(12, 0.5, seed=number))
            translator.translate_html(page)
            if number % (documents // 10) == 0:
                found.append((number, resident()))
    return found


@click.command(help=__doc__)
@click.option("--rounds", default=7, show_default=True)
@click.option("--documents", default=1_000, show_default=True)
@click.option("--engine", default="ctranslate2", show_default=True)
def main(rounds: int, documents: int, engine: str) -> None:
    bare = process(["-c", "pass"], rounds)
    imported = process(["-c", "import doctrans"], rounds)
    helped = process(["-m", "doctrans", "--help"], rounds)
    click.echo(f"python: {bare:.0f} ms")
    click.echo(f"import doctrans: {imported - bare:.0f} ms more")
    click.echo(f"doctrans --help: {helped:.0f} ms in all")
    seconds, size = large_page(rounds)
    click.echo(f"a page of {size / 1e6:.2f} MB read and written: {seconds:.2f} s")
    for number, megabytes in memory(documents, engine):
        click.echo(f"after {number} documents: {megabytes:.0f} MB")


if __name__ == "__main__":
    main()

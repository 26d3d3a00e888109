"""Reading sentence pairs, and saying what is wrong with them before hours are spent.

Two forms: a table (`.tsv`, `.tsv.xz`, `.tsv.gz`) with the columns id, source, target in the tag
notation of `lines`; or two files of plain text with a sentence a line, in which nothing is a tag
and a line that is blank in one is left out of both.
"""

from __future__ import annotations

import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from doctrans.errors import InputError
from doctrans.training.lines import Line, parse, tags
from doctrans.training.pairs import Pair

_OPENERS: dict[str, Callable[..., Any]] = {".xz": lzma.open, ".gz": gzip.open}


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pairs of one target language: one table, or a file for each side."""

    language: str
    files: tuple[Path, ...]


def read(corpus: Corpus, tell: Callable[[str], None] | None = None) -> Iterator[Pair]:
    """All pairs, in order; `tell` hears of lines that are left out.

    Raises InputError naming file and line for a missing column, tags that are not balanced or not
    the same on both sides, an empty side in a table, bytes that are not UTF-8, and for files of
    unequal length or without a pair."""
    files = corpus.files
    rows = _table(files[0]) if len(files) == 1 else _two(files[0], files[1], tell)
    before: tuple[str, str] = ("", "")
    count = 0
    for place, origin, source, target in rows:
        count += 1
        if not source.text.strip() or not target.text.strip():
            raise InputError(f"{place}: one side is empty.", hint="Remove the line.")
        if tags(source) != tags(target):
            raise InputError(f"{place}: the two sides do not have the same tags.")
        known = before[1] if origin and before[0] == origin else ""
        yield Pair(source, target, corpus.language, origin, before=known)
        before = origin, source.text
    if not count:
        raise InputError(f"{files[0]} holds no pair of sentences.")


_Row = tuple[str, str, Line, Line]  # where it stands, id, source, target


def _table(path: Path) -> Iterator[_Row]:
    for place, line in lines_of(path):
        columns = line.split("\t")
        if len(columns) != 3:
            raise InputError(
                f"{place}: {len(columns)} columns, not 3.",
                hint="A line is id, source and target, with tabs between them.",
            )
        try:
            yield place, columns[0], parse(columns[1]), parse(columns[2])
        except InputError as error:
            raise InputError(f"{place}: {error}") from error


def _two(source: Path, target: Path, tell: Callable[[str], None] | None) -> Iterator[_Row]:
    blank = 0
    try:
        for (place, one), (_, other) in zip(lines_of(source), lines_of(target), strict=True):
            if one.strip() and other.strip():
                yield place, "", Line(one), Line(other)
            else:
                blank += 1
    except ValueError as error:
        raise InputError(f"{source} and {target} do not have the same number of lines.") from error
    if blank and tell:
        tell(f"{source}, {target}: lines blank in one and left out of both: {blank:,}")


def lines_of(path: Path) -> Iterator[tuple[str, str]]:
    """Where a line stands, for messages, and the line."""
    number = 0
    try:
        with _open(path) as file:
            for number, line in enumerate(file, 1):
                yield f"{path}, line {number}", line.rstrip("\n")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (UnicodeDecodeError, EOFError, lzma.LZMAError) as error:
        raise InputError(f"{path}, after line {number}: {error}.") from error


def _open(path: Path) -> IO[str]:
    opener = _OPENERS.get(path.suffix)
    made = (opener or open)(path, "rt", encoding="utf-8", newline="\n")
    return cast(IO[str], made)

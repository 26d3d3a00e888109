"""The lists of words that translations are checked by (`constraints.spelling`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from doctrans.constraints.spelling.lexicon import Lexicon
from doctrans.errors import InputError, OutputError

_WORD = re.compile(r"[^\W\d_]{3,}")


def make(files: Iterable[Path], out: Path, least: int = 1) -> int:
    """From UTF-8 text, be it a word or a sentence a line: the words that stand in at least `least`
    lines. Returns their number."""
    counts: Counter[str] = Counter()
    for path in files:
        try:
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    counts.update(set(_WORD.findall(line.casefold())))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path} cannot be read: {error}.") from error
    words = sorted(word for word, count in counts.items() if count >= least)
    partial = out.with_name(f"{out.name}.partial")
    try:
        partial.write_bytes(Lexicon.of(words).bits)
        partial.replace(out)
    except OSError as error:
        raise OutputError(f"{out} cannot be written: {error.strerror or error}.") from error
    return len(words)

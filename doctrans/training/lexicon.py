"""The lists of words that translations are checked by (`constraints.spelling`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from doctrans.constraints.spelling.lexicon import Lexicon
from doctrans.errors import InputError
from doctrans.files import publish

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
    publish(Lexicon.of(words).bits, out, force=True)
    return len(words)

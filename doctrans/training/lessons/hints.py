"""A sentence before that names the gender, in place of the token.

Where only the target tells a gender (`Lehrerin` for `teacher`), the sentences before are what could
have told it to a translator. Corpora of single sentences have lost them, and in documents they
seldom decide anything, so that a model learns to pass over them. Here a sentence from elsewhere in
the corpus that names that gender and no other stands in for what was lost.
"""

from __future__ import annotations

from collections import defaultdict, deque
from random import Random

from doctrans.training.lessons import context, gender
from doctrans.training.lines import Line

_REMEMBERED = 2_000  # sentences of a gender
_LEAST = 20  # characters of one


class Hints:
    """Sentences met so far, by the gender that they name; `share` of the pairs get one."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._sentences: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))

    def remember(self, line: Line) -> None:
        """Keeps a sentence without marks that names one gender."""
        if line.marks or not _LEAST <= len(line.text) <= context.LONGEST:
            return
        named = gender.named(line.text)
        if len(named) == 1:
            self._sentences[named.pop()].append(line.text)

    def of(self, token: str, dice: Random) -> str:
        """A sentence that names the gender of `token`, or none."""
        known = self._sentences[token]
        return dice.choice(known) if known and dice.random() < self._share else ""

"""Regular expressions of what is not translated: article numbers, placeholders of one's own system.

They are another's, and run over text of yet others: what could take exponential time is refused,
and none reads more than `_STRETCH` at once. A row of unbounded repeats of the same signs
(`a*a*a*b`) is slow all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from doctrans.model import Range

_STRETCH = 2000  # characters
_SPACE = re.compile(r"\s")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[*+?]|\{\d*(?:,\d*)?\}|[()|]|.", re.DOTALL)
_FEW = 4  # repeats of what may itself be read in several ways


def compiled(source: str) -> re.Pattern[str]:
    """Raises ValueError, which says what is wrong with it."""
    try:
        pattern = re.compile(source)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"It is no regular expression: {error}.") from error
    if pattern.match(""):
        raise ValueError("It matches where there is no text.")
    if re.search(r"\\[1-9]|\(\?P=", source):
        raise ValueError("It refers to a group, which may take very long.")
    if _explodes(source):
        raise ValueError(f"It repeats repeats or alternatives, more than {_FEW} times.")
    return pattern


def _explodes(source: str) -> bool:
    """Whether it repeats what may be read in several ways."""
    varies = [False]  # of each open group; of a group that has just ended, `ended`
    ended = False
    for token in _TOKEN.findall(source):
        times = _times(token)
        if token == "(":
            varies.append(False)
        elif token == "|":
            varies[-1] = True
        elif token == ")" and len(varies) > 1:
            ended = varies.pop()
            varies[-1] |= ended
            continue
        elif times:
            if ended and times > _FEW:
                return True
            varies[-1] = True
        ended = False
    return False


def _times(token: str) -> int:
    """How often a token repeats what is before it, at most; 0: it is none."""
    if token in ("*", "+"):
        return 1_000_000
    if token == "?":
        return 1
    if token[0] != "{" or len(token) < 3:
        return 0
    most = token[1:-1].rpartition(",")[2]
    return max(int(most), 1) if most else 1_000_000


def ranges(patterns: Iterable[re.Pattern[str]], text: str) -> list[Range]:
    """Where they match."""
    return [
        Range(*match.span())
        for pattern in patterns
        for start, end in _stretches(text)
        for match in pattern.finditer(text, start, end)
        if match.end() > match.start()
    ]


def _stretches(text: str) -> Iterator[Range]:
    """Parts of a long text, if possible cut at white space."""
    start = 0
    while len(text) - start > _STRETCH:
        space = _SPACE.search(text, start + _STRETCH // 2, start + _STRETCH)
        end = space.start() if space else start + _STRETCH
        yield Range(start, end)
        start = end
    yield Range(start, len(text))

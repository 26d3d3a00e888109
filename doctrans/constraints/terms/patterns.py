"""Regular expressions of what is not translated: article numbers, placeholders of one's own system.

They are another's, and run over text of yet others: what could take exponential time is refused,
and so is a row of endless repeats of the same signs (`a*a*a*b`); and none reads more than
`_STRETCH` at once. With signs between them such repeats (`a*xa*xa*b`) may be slow all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from doctrans.model import Range

_STRETCH = 2000  # characters
_SPACE = re.compile(r"\s")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[*+?]|\{\d*(?:,\d*)?\}|[()|]|.", re.DOTALL)
_FEW = 4  # repeats of what may itself be read in several ways
_ROW = 2  # endless repeats of the same: each more takes as many times longer as a text is long
_ENDLESS = 50  # repeats, which are as bad
_ELEMENT = re.compile(
    r"(?P<open>\((?:\?(?:[a-zA-Z-]*:|P<\w+>|<?[=!]|>))?)|(?P<flags>\(\?[a-zA-Z]+\))|(?P<close>\))"
    r"|(?P<or>\|)|(?P<edge>[\^$]|\\[bBAZ])|(?P<item>\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.)",
    re.DOTALL,
)
_REPEAT = re.compile(r"(?:[*+?]|\{\d*(?:,\d*)?\})[?+]?")
_SAMPLE = "".join(map(chr, range(32, 127))) + "\n\t\xa0\xdf\xe9\u0416\u6f22"


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
    if _Rows(pattern.flags).are_long(source):
        raise ValueError(
            f"It has more than {_ROW} endless repeats in a row that may read the same signs."
        )
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


class _Group(NamedTuple):
    before: list[int]  # the rows at its start
    looks: bool  # ahead or behind: it reads nothing
    ways: list[list[int]]  # the rows at the ends of its alternatives
    items: set[int]  # which of the sample it may read


class _Rows:
    """How many endless repeats that may read a sign are in a row, for each of a sample."""

    def __init__(self, flags: int) -> None:
        self.flags = flags & ~re.UNICODE
        self.rows = [0] * len(_SAMPLE)

    def are_long(self, source: str) -> bool:
        groups = [_Group(self.rows, False, [], set())]
        at = 0
        while found := _ELEMENT.match(source, at):
            kind, at = found.lastgroup, found.end()
            repeat = _REPEAT.match(source, at) if kind in ("close", "item") else None
            at = repeat.end() if repeat else at
            endless, optional = _bounds(repeat[0]) if repeat else (False, False)
            if kind == "open":
                looks = found[0].endswith(("=", "!"))
                groups.append(_Group(self.rows, looks, [], set()))
            elif kind == "or":
                groups[-1].ways.append(self.rows)
                self.rows = groups[-1].before
            elif kind == "close" and len(groups) > 1:
                self._close(groups.pop(), groups[-1], endless, optional)
            elif kind == "item":
                groups[-1].items.update(self._read(found[0], endless, optional))
            if max(self.rows) > _ROW:
                return True
        return False

    def _read(self, item: str, endless: bool, optional: bool) -> set[int]:
        """What an item may read of the sample; what has to be there, and is another, ends rows."""
        try:
            reads = re.compile(item, self.flags).fullmatch
        except re.error:  # the start of an escape of several characters
            return set()
        own = {n for n, sign in enumerate(_SAMPLE) if reads(sign)}
        if endless:
            self.rows = [row + (n in own) for n, row in enumerate(self.rows)]
        if not optional:
            sign = item != "." and (len(item) == 1 or (item[0] == "\\" and not item[1].isalnum()))
            only = set() if sign and not endless else own
            self.rows = [row * (n in only) for n, row in enumerate(self.rows)]
        return own

    def _close(self, group: _Group, around: _Group, endless: bool, optional: bool) -> None:
        ways = [*group.ways, self.rows]
        if group.looks:
            self.rows = group.before
            return
        if optional or endless:
            ways.append(group.before)
        around.items.update(group.items)
        self.rows = [max(each) for each in zip(*ways, strict=True)]
        if endless:
            self.rows = [row + (n in group.items) for n, row in enumerate(self.rows)]


def _bounds(repeat: str) -> tuple[bool, bool]:
    """Whether it is endless, and whether none is enough."""
    repeat = repeat[:-1] if len(repeat) > 1 and repeat[-1] in "?+" else repeat
    return _times(repeat) > _ENDLESS, repeat[0] in "*?" or repeat[:2] in ("{0", "{,")


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

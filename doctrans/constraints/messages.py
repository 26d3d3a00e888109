"""Messages of ICU MessageFormat: `{count, plural, one {# item} other {# items}}`.

https://unicode-org.github.io/icu/userguide/format_parse/messages/ — what stands in the inner braces
is text, all around it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.constraints.freezing import Marks
from doctrans.model import Range

_BEGIN = re.compile(r"\{\s{0,9}\w{1,60}\s{0,9},\s{0,9}(plural|select|selectordinal)\s{0,9},")
_CASE = re.compile(r"\s{0,40}(?:offset:\d{1,9}\s{1,40})?(?:=\d{1,9}|[\w-]{1,40})\s{0,9}\{")
_CLOSE = re.compile(r"\s{0,40}\}")
_BRACE = re.compile(r"[{}]")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 2000
_DEEPEST = 6


def marks(text: str) -> Marks:
    """What is around the texts as cuts; a message without words, and `#`, are frozen."""
    frozen: list[Range] = []
    cuts: list[Range] = []
    _read(text, Range(0, len(text)), "", _DEEPEST, frozen, cuts)
    return Marks(tuple(sorted(frozen)), (), tuple(sorted(cuts)))


def _read(
    text: str, within: Range, kind: str, depth: int, frozen: list[Range], cuts: list[Range]
) -> None:
    """Gathers those of a text, or of a case of a message."""
    position = within.start
    while found := _BEGIN.search(text, position, within.end):
        if kind:
            frozen += _numbers(text, Range(position, found.start()))
        cases = _cases(text, found.end(), min(within.end, found.start() + _LONGEST))
        if not cases or not depth:
            position = found.end()
            continue
        end = cases.pop().end  # where the message ends
        position = end
        if not any(_WORD.search(text, *case) for case in cases):
            frozen.append(Range(found.start(), end))
            continue
        edges = [found.start(), *(at for case in cases for at in case), end]
        cuts += [Range(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
        for case in cases:
            _read(text, case, found[1], depth - 1, frozen, cuts)
    if kind:
        frozen += _numbers(text, Range(position, within.end))


def _numbers(text: str, within: Range) -> Iterator[Range]:
    """`#`, which stands for the number."""
    for found in re.finditer("#", text[slice(*within)]):
        yield Range(within.start + found.start(), within.start + found.end())


def _cases(text: str, position: int, stop: int) -> list[Range]:
    """What stands in the braces of each case, and behind them an empty range at the end of the
    message; none where it has no end."""
    cases: list[Range] = []
    while case := _CASE.match(text, position, stop):
        level, at = 1, case.end()
        while level:
            brace = _BRACE.search(text, at, stop)
            if brace is None:
                return []
            at = brace.end()
            level += 1 if brace[0] == "{" else -1
        cases.append(Range(case.end(), at - 1))
        position = at
    close = _CLOSE.match(text, position, stop)
    return [*cases, Range(close.end(), close.end())] if cases and close else []

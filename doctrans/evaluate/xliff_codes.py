"""Lines of text with XLIFF 1.2 inline codes, read into tagged text (XLIFF 1.2, section 2.4.8).

`g`, and `bx`/`ex` and `bpt`/`ept` that match, hold text: WHOLE. `x`, `ph`, `it`, and `bx`, `ex`,
`bpt`, `ept` whose other half stands in another segment, are POINTs; what `ph`, `it`, `bpt` and
`ept` contain is native code, not text. A tag is named after its element and its XLIFF id: `g:1`.
"""

from __future__ import annotations

import html
import itertools
import re
from collections import Counter
from dataclasses import dataclass

from doctrans import spans
from doctrans.errors import InputError
from doctrans.model import Span, Tag, Tagged, TagKind

_CODE = re.compile(
    r"<(?P<close>/)?(?P<name>g)(?P<g>\s[^<>]*)?(?<!/)>"
    r"|<(?P<empty>x|bx|ex|g)(?P<attributes>\s[^<>]*)?/>"
    r"|<(?P<coded>ph|it|bpt|ept)(?P<more>\s[^<>]*)?>[^<]*</(?P=coded)>"
)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_HALVES = {"bx": "ex", "bpt": "ept"}
_ENDS = {end: start for start, end in _HALVES.items()}


@dataclass(frozen=True, slots=True)
class _Code:
    """One code in its place: what it opens, closes or is."""

    does: str  # "open", "close", "point"
    name: str
    at: int  # offset into the text without codes


def parse(line: str, number: int = 0) -> Tagged:
    """One line. `number` is for the message of the InputError: a code that does not nest."""
    codes, text = _codes(line)
    stack: list[Tag] = []
    parts: list[Span] = []
    position = 0
    serials = itertools.count(1)
    for code in _matched(codes):
        if code.at > position:
            parts.append(Span(position, code.at, tuple(stack)))
            position = code.at
        if code.does == "close":
            if not stack or stack[-1].name != code.name:
                raise InputError(f"line {number}: </{code.name}> closes what is not open")
            parts.append(Span(position, position, tuple(stack)))
            stack.pop()
            continue
        kind = TagKind.WHOLE if code.does == "open" else TagKind.POINT
        stack.append(Tag(next(serials), kind, code.name))
        if code.does == "point":
            parts.append(Span(position, position, tuple(stack)))
            stack.pop()
    if stack:
        raise InputError(f"line {number}: <{stack[-1].name}> is not closed")
    if len(text) > position:
        parts.append(Span(position, len(text)))
    return Tagged(text, spans.coalesce(_without_closed(parts)))


def _codes(line: str) -> tuple[list[_Code], str]:
    found: list[_Code] = []
    text = ""
    position = 0
    opened: list[str] = []
    for match in _CODE.finditer(line):
        text += html.unescape(line[position : match.start()])
        position = match.end()
        if match["close"]:
            found.append(_Code("close", opened.pop() if opened else "g", len(text)))
            continue
        element = match["name"] or match["empty"] or match["coded"]
        name = _name(element, match["g"] or match["attributes"] or match["more"] or "")
        if element == "g":
            found.append(_Code("open", name, len(text)))
            if match["empty"]:
                found.append(_Code("close", name, len(text)))
            else:
                opened.append(name)
        else:
            found.append(_Code("point", name, len(text)))
    return found, text + html.unescape(line[position:])


def _name(element: str, attributes: str) -> str:
    values = {key: double or single for key, double, single in _ATTRIBUTE.findall(attributes)}
    halves = {*_HALVES, *_ENDS}
    key = values.get("rid") if element in halves else None
    return f"{element}:{key or values.get('id', '')}"


def _matched(codes: list[_Code]) -> list[_Code]:
    """`bx`/`ex` and `bpt`/`ept` of one segment that nest become an element."""
    result = list(codes)
    waiting: list[int] = []  # what is open: indices of opening codes
    for index, code in enumerate(codes):
        element, _, key = code.name.partition(":")
        if code.does == "open" or element in _HALVES:
            waiting.append(index)
        elif code.does == "close":
            while waiting and codes[waiting[-1]].does != "open":
                waiting.pop()  # its other half is not inside this g: a POINT
            if waiting:
                waiting.pop()
        elif element in _ENDS:
            start = waiting[-1] if waiting else None
            if start is not None and codes[start].name == f"{_ENDS[element]}:{key}":
                result[start] = _Code("open", codes[start].name, codes[start].at)
                result[index] = _Code("close", codes[start].name, code.at)
                waiting.pop()
    return result


def _without_closed(parts: list[Span]) -> list[Span]:
    """Closing leaves an empty span; it is needed only where the element held nothing at all."""
    held = Counter(tag for part in parts for tag in part.tags)
    return [
        part
        for part in parts
        if part.end > part.start or part.tags[-1].kind is TagKind.POINT or held[part.tags[-1]] == 1
    ]

"""Compact notation for tests: `tagged("Click <1>here</1><2/>.")`, `links("0-0 1-2:0.5")`.

`<1>` is a PAIR, `<1!>` a WHOLE (closed by `</1>`), `<2/>` a POINT, `<2/text>` a POINT with an
equivalent text. `&lt;` and `&amp;` stand for themselves.
"""

from __future__ import annotations

import re

from doctrans.model import Link, Segment, Span, Tag, Tagged, TagKind

_TOKEN = re.compile(r"<(?P<close>/)?(?P<id>\d+)(?P<whole>!)?(?P<point>/(?P<equiv>[^>]*))?>")


def tagged(notation: str) -> Tagged:
    text, spans, stack, position = "", [], [], 0

    def emit(chunk: str) -> None:
        nonlocal text
        chunk = chunk.replace("&lt;", "<").replace("&amp;", "&")
        if chunk:
            spans.append(Span(len(text), len(text) + len(chunk), tuple(stack)))
            text += chunk

    for match in _TOKEN.finditer(notation):
        emit(notation[position : match.start()])
        position = match.end()
        number = int(match["id"])
        if match["close"]:
            assert stack[-1].id == number, f"misnested: {notation}"
            if not spans or stack[-1] not in [t for s in spans for t in s.tags]:
                spans.append(Span(len(text), len(text), tuple(stack)))
            stack.pop()
        elif match["point"] is not None:
            point = Tag(number, TagKind.POINT, "x", match["equiv"])
            spans.append(Span(len(text), len(text), (*stack, point)))
        else:
            kind = TagKind.WHOLE if match["whole"] else TagKind.PAIR
            stack.append(
                next((t for s in spans for t in s.tags if t.id == number), Tag(number, kind, "g"))
            )
    emit(notation[position:])
    assert not stack, f"unclosed: {notation}"
    return Tagged(text, tuple(spans))


def seg(notation: str, id: str = "s1", **fields: object) -> Segment:
    value = tagged(notation)
    return Segment(id, value.text, value.spans, **fields)  # type: ignore[arg-type]


def links(notation: str) -> tuple[Link, ...]:
    """`0-0 1-2:0.5`: Pharaoh format, optional weights."""
    found = []
    for item in notation.split():
        pair, _, weight = item.partition(":")
        source, target = pair.split("-")
        found.append(Link(int(source), int(target), float(weight or 1)))
    return tuple(found)

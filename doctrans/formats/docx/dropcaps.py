"""Dropped capitals: Word keeps the first letter of a paragraph in a paragraph (a frame) of its own
(ISO/IEC 29500-1, 17.3.1.11). To a reader both are one text, so both are one segment.
"""

from __future__ import annotations

import re
from dataclasses import replace

from doctrans import spans
from doctrans.formats.docx.plan import Found, Paragraph, Portion
from doctrans.formats.docx.xml import Node
from doctrans.model import Span, Tagged

_LONGEST = 3  # a letter, a quotation mark before it, an accent after it
_INITIAL = re.compile(r"\W*\w[\u0300-\u036f]*")


def joined(items: list[tuple[Node, Found]]) -> list[Found]:
    """What was found, each dropped capital with the paragraph that goes on after it."""
    out: list[Found] = []
    capital: tuple[Node, Paragraph] | None = None
    for node, found in items:
        slot = found.slot
        if capital and isinstance(slot, Paragraph) and _next(capital[0]) is node:
            out[-1] = replace(found, initial=capital[1])
        else:
            out.append(found)
        capital = (node, slot) if isinstance(slot, Paragraph) and _drops(node, found) else None
    return out


def _drops(node: Node, found: Found) -> bool:
    frame = node.child("w:pPr", "w:framePr")
    if frame is None or frame.get("w:dropCap") not in ("drop", "margin"):
        return False
    text = found.tagged
    in_copies = found.copies is not None or found.chosen
    return len(text.text) <= _LONGEST and not text.tags and not in_copies


def _next(node: Node) -> Node | None:
    siblings = node.parent.children if node.parent else []
    after = siblings.index(node) + 1
    return siblings[after] if after < len(siblings) else None


def portion(tagged: Tagged, which: Portion) -> Tagged:
    """The part of a segment's words that belongs into one of its places."""
    if which is Portion.ALL:
        return tagged
    match = _INITIAL.match(tagged.text)
    at = match.end() if match else len(tagged.text[:1])
    if which is Portion.INITIAL:
        return Tagged(tagged.text[:at])
    # Tags stay with the rest: those that stood over or before the letter only are empty there.
    before = [Span(0, 0, s.tags) for s in tagged.spans if s.end <= at and s.start < at and s.tags]
    rest = spans.slice_(tagged, at, len(tagged.text))
    return Tagged(rest.text, spans.coalesce((*before, *rest.spans)))

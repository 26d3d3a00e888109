"""Dropped capitals: Word keeps the first letter of a paragraph in a paragraph (a frame) of its own
(ISO/IEC 29500-1, 17.3.1.11). To a reader both are one text, so both are one segment. What stands in
the frame and shows nothing (a bookmark) stays there, and is no part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from doctrans import spans
from doctrans.formats.docx import rules
from doctrans.formats.docx.plan import Found, Paragraph, Portion, Slot
from doctrans.formats.docx.xml import Node
from doctrans.model import Span, Tagged, TagKind

_LONGEST = 3  # a letter, a quotation mark before it, an accent after it; or a short word
_ACCENTS = "\u0300-\u036f"
_INITIAL = re.compile(rf"\W*\w[{_ACCENTS}]*")
_WORD = re.compile(rf"\W*[\w{_ACCENTS}]{{1,6}}(?![\w{_ACCENTS}])")  # longer ones would be too wide


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
    shown = (tag for tag in text.tags if tag.kind is not TagKind.POINT or tag.equiv)
    return len(text.text) <= _LONGEST and not any(shown) and not in_copies


def _next(node: Node) -> Node | None:
    """What a reader sees after it."""
    siblings = node.parent.children if node.parent else []
    at = bisect_right(siblings, node.start, key=lambda sibling: sibling.start)
    while at < len(siblings) and siblings[at].name in rules.PAIRED:
        at += 1
    return siblings[at] if at < len(siblings) else None


def portions(found: Found) -> tuple[Portion, Portion]:
    """Of the words that begin with a dropped capital: what its frame holds, and the rest."""
    assert isinstance(found.slot, Paragraph), "only paragraphs have dropped capitals"
    assert found.initial is not None, "it has one"
    letters = sum(map(str.isalnum, found.initial.tagged.text))
    if letters > 1 and not found.slot.tagged.text[:1].isalnum():
        return Portion.WORD, Portion.BEHIND_WORD
    return Portion.LETTER, Portion.BEHIND_LETTER


def portion(tagged: Tagged, slot: Slot, which: Portion) -> Tagged:
    """The part of a segment's words that belongs into one of its places."""
    if which is Portion.ALL:
        return tagged
    by_word = which in (Portion.WORD, Portion.BEHIND_WORD)
    match = (by_word and _WORD.match(tagged.text)) or _INITIAL.match(tagged.text)
    at = match.end() if match else len(tagged.text[:1])
    if which in (Portion.LETTER, Portion.WORD):
        assert isinstance(slot, Paragraph), "a frame is a paragraph"
        return _framed(tagged.text[:at], slot)
    # Tags stay with the rest: those that stood over or before the letter only are empty there.
    before = [Span(0, 0, s.tags) for s in tagged.spans if s.end <= at and s.start < at and s.tags]
    rest = spans.slice_(tagged, at, len(tagged.text))
    return Tagged(rest.text, spans.coalesce((*before, *rest.spans)))


def _framed(words: str, frame: Paragraph) -> Tagged:
    """Words between what else stands in a frame."""
    parts: list[Tagged] = []
    for span in frame.tagged.spans:
        if span.tags:
            parts.append(Tagged("", (Span(0, 0, span.tags),)))
        else:
            parts.append(Tagged(words))
            words = ""
    return spans.join(parts)

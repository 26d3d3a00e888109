"""Protected text is written as its source is: `{% if a > 1 %}`, `R&D` or `R&amp;D`.

A program may read it, to which a character reference is another text. What stood at this kind of
place, in this content or in this value, may stand there again; what could be read as another thing
beside new words is not put back but escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from doctrans.formats.html import references
from doctrans.formats.html.slots import Slot
from doctrans.model import Range, Segment

# It holds what only its end kept from being a tag or code, or bytes that are no characters, or
# begins as a byte order mark might.
_UNSAFE = re.compile("<(?:[a-zA-Z/!?%]|\\Z)|[\0\ud800-\udfff]|\\A[^\0-\x7f]")
_OPEN = re.compile(r"&#?[0-9A-Za-z]*\Z")  # what follows may make another reference of it...
_CLOSES = frozenset("\t\n\f\r .,:!?)<'\"")  # ...and these do not
_CHARACTER = re.compile(r"\r\n|.", re.DOTALL)
_SPACES = frozenset("\t\n\f\r ")


def sources(slot: Slot, segment: Segment, source: str) -> Mapping[Range, Range]:
    """Where the source of protected stretches of the translation is, by their ranges in it. Of
    equal ones with several sources each is taken once, in their order."""
    if not segment.frozen:
        return {}
    found: dict[Range, Range] = {}
    known: dict[str, list[Range]] = {}
    for range_ in segment.frozen:
        words = segment.text[range_.start : range_.end]
        if words not in known:
            known[words] = _places(words, slot, source)
        if not known[words]:
            continue
        place = known[words].pop(0) if len(known[words]) > 1 else known[words][0]
        after = segment.text[range_.end : range_.end + 1] or source[slot.end : slot.end + 1]
        if not after or after in _CLOSES or not _OPEN.search(source, place.start, place.end):
            found[range_] = place
    return found


def _places(words: str, slot: Slot, source: str) -> list[Range]:
    """Where the source has the words in a way that may stand elsewhere; nowhere, if they are
    written so anyhow."""
    escaped = references.escape(words, slot.quote or "")
    if escaped == words and words in source[slot.start : slot.end]:
        return []
    found = [place for part in _stretches(slot) for place in _found(words, part, slot, source)]
    return [place for place in found if _is_safe(source[place.start : place.end], slot.quote)]


def _is_safe(raw: str, quote: str | None) -> bool:
    if quote == "" and '"' in raw:  # the value gets such quotes where it needs some
        return False
    return not _UNSAFE.search(raw)


def _stretches(slot: Slot) -> Iterator[Range]:
    """The source's text: what is between its tags."""
    pieces = [place for piece in slot.pieces.values() for place in piece if place]
    position = slot.start
    for start, end in sorted(pieces):
        if start > position:
            yield Range(position, start)
        position = max(position, end)
    if slot.end > position:
        yield Range(position, slot.end)


def _found(words: str, stretch: Range, slot: Slot, source: str) -> Iterator[Range]:
    text, starts, ends = _read(source[stretch.start : stretch.end], slot)
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if at in starts and end in ends:  # not in the middle of a reference
            yield Range(stretch.start + starts[at], stretch.start + ends[end])
        at = text.find(words, end)


def _read(raw: str, slot: Slot) -> tuple[str, dict[int, int], dict[int, int]]:
    """The text as the segment has it, and where in its source characters start and end."""
    text, starts, ends, length = [""], dict[int, int](), dict[int, int](), 0
    for said, start, end in _characters(raw, slot.quote is not None):
        said = references.readable(said)
        if said in _SPACES and not slot.segment.preserve_space:
            said = " "
            if text[-1] == " ":
                ends[length] = end
                continue
        if said:
            text.append(said)
            starts[length] = start
            length += len(said)
            ends[length] = end
    return "".join(text), starts, ends


def _characters(raw: str, attribute: bool) -> Iterator[tuple[str, int, int]]:
    for said, start, end in references.decoded(raw, attribute):
        if said != raw[start:end]:
            yield said, start, end
            continue
        for found in _CHARACTER.finditer(raw, start, end):
            yield found[0].replace("\r\n", "\n"), *found.span()

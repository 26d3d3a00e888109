"""Protected text is written as its source is: `{% if a > 1 %}`, `R&D` or `R&amp;D`.

A program may read it, to which a character reference is another text. What stood at this kind of
place, in this content or in this value, may stand there again; what could be read as another thing
beside new words is not put back but escaped.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from doctrans.formats.html import code, references
from doctrans.formats.html.slots import Slot
from doctrans.model import Range, Segment

# Bytes that are no characters; in content what only its end kept from being a tag or code, and what
# begins as a byte order mark might; in a title and the like its end tag; in a value its quotes, and
# one without gets such as it needs some.
_ANYWHERE = "[\0\ud800-\udfff]"
_UNSAFE = {
    None: re.compile(f"{_ANYWHERE}|<(?:[a-zA-Z/!?%]|\\Z)|\\A[^\0-\x7f]"),
    '"': re.compile(f'{_ANYWHERE}|"'),
    "'": re.compile(f"{_ANYWHERE}|'"),
    "": re.compile(f'{_ANYWHERE}|"'),
}
_UNSAFE_IN_RCDATA = re.compile(f"{_ANYWHERE}|<(?:/|\\Z)")
_OPEN = re.compile(r"&#?[0-9A-Za-z]*\Z")  # what follows may make another reference of it...
_CLOSES = frozenset("\t\n\f\r .,:!?)<'\"")  # ...and these do not
_CHARACTER = re.compile(r"\r\n|.", re.DOTALL)
_SPACES = frozenset("\t\n\f\r ")
_TAG = "\ud800"  # no text of a page has it


class _Source(NamedTuple):
    """The text between the tags of a slot, as the segment has it, with `_TAG` for tags."""

    text: str
    starts: Mapping[int, int]  # where characters of the text start in the page...
    ends: Mapping[int, int]  # ...and where they end


def sources(slot: Slot, segment: Segment, source: str) -> Mapping[Range, Range]:
    """Where the source of protected stretches of the translation is, by their ranges in it, in
    order. Of equal ones with several sources each is taken once, in their order."""
    if not segment.frozen:
        return {}
    found: dict[Range, Range] = {}
    known: dict[str, deque[Range]] = {}
    own: _Source | None = None  # once for all of them: there may be as many as there are words
    for range_ in segment.frozen:
        words = segment.text[range_.start : range_.end]
        if words not in known:
            known[words] = deque()
            if not _is_so_anyhow(words, slot, source):
                own = own or _read(source, slot)
                known[words] += _places(words, slot, source, own)
        if not known[words]:
            continue
        place = known[words].popleft() if len(known[words]) > 1 else known[words][0]
        after = segment.text[range_.end : range_.end + 1] or source[slot.end : slot.end + 1]
        if not after or after in _CLOSES or not _OPEN.search(source, place.start, place.end):
            found[range_] = place
    return found


def _is_so_anyhow(words: str, slot: Slot, source: str) -> bool:
    """Whether words without a source of their own are written as the source has them."""
    escaped = references.escape(words, slot.quote or "")
    return escaped == words and source.find(words, slot.start, slot.end) >= 0


def _places(words: str, slot: Slot, source: str, own: _Source) -> Iterator[Range]:
    """Where the source has the words in a way that may stand elsewhere."""
    if _TAG in words:
        return
    unsafe = _UNSAFE_IN_RCDATA if slot.rcdata else _UNSAFE[slot.quote]
    at = own.text.find(words)
    while at >= 0:
        end = at + len(words)
        if at in own.starts and end in own.ends:  # not in the middle of a reference
            place = Range(own.starts[at], own.ends[end])
            raw = source[place.start : place.end]
            # Code in a value is in one piece, whatever is in it.
            if not unsafe.search(raw) or (slot.quote is not None and code.WHOLE.fullmatch(raw)):
                yield place
        at = own.text.find(words, end)


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


def _read(source: str, slot: Slot) -> _Source:
    text, starts, ends, length = [""], dict[int, int](), dict[int, int](), 0
    for at, stop in _stretches(slot):
        for said, start, end in _characters(source[at:stop], slot.quote is not None):
            said = references.readable(said)
            if said in _SPACES and not slot.segment.preserve_space:
                said = " "
                if text[-1] == " ":
                    ends[length] = at + end
                    continue
            if said:
                text.append(said)
                starts[length] = at + start
                length += len(said)
                ends[length] = at + end
        text.append(_TAG)
        length += 1
    return _Source("".join(text), starts, ends)


def _characters(raw: str, attribute: bool) -> Iterator[tuple[str, int, int]]:
    for said, start, end in references.decoded(raw, attribute):
        if said != raw[start:end]:
            yield said, start, end
            continue
        for found in _CHARACTER.finditer(raw, start, end):
            yield found[0].replace("\r\n", "\n"), *found.span()

"""White space beside tags is written as the source has it there: line breaks, indents, two spaces.

A segment has one space for each run of white space, and none for a run that follows another across
a tag. On the same side of the same tag the source's run takes the place of that space, wherever the
tag stands now. Read again, the page says the same: within running text a space stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from doctrans.formats.html.slots import Part, Slot
from doctrans.model import Range

_WHITE = "\t\n\f\r "
_RUN = re.compile(rf"[{_WHITE}]*+")
# More than a space, or one on both sides of tags.
_HINT = re.compile(rf"[{_WHITE}]{{2}}|[\t\n\f\r]| (?:<[^<>]*+>)++ ")


def spaced(parts: Iterator[Part], slot: Slot, source: str) -> Iterator[Part]:
    """The parts of a changed slot with the white space of its source at its tags."""
    if not slot.pieces or not _HINT.search(source, slot.start, slot.end):  # most
        return parts
    return _Spacing(slot, source).run(list(parts))


class _Spacing:
    def __init__(self, slot: Slot, source: str) -> None:
        self.slot = slot
        self.source = source
        self.closers = {piece.open: piece.close for piece in slot.pieces.values()}
        self.openers = {close: open_ for open_, close in self.closers.items() if close}
        self.tag: Range | None = None  # the last part, if it is one
        self.after_space = False  # whether a reader drops white space that follows

    def run(self, parts: list[Part]) -> Iterator[Part]:
        for part, following in zip(parts, [*parts[1:], Part()], strict=True):
            place = part.source
            if place is None:
                yield from self._words(part.words, following.source)
            elif self._is_tag(place):
                yield from self._tag(place)
            else:
                yield part
                self.tag, self.after_space = None, False

    def _tag(self, place: Range) -> Iterator[Part]:
        gap = self._after(self.tag)
        if self.after_space and gap and gap.end == place.start:
            yield Part(source=gap)
        yield Part(source=place)
        is_point = place in self.closers and self.closers[place] is None
        is_empty = place in self.openers and self.openers[place] == self.tag
        self.after_space = self.after_space and not (is_point or is_empty)
        self.tag = place

    def _words(self, words: str, following: Range | None) -> Iterator[Part]:
        before, after = self._after(self.tag), self._before(following)
        if words == " ":
            before = before if self._is_laid_out(before) else after
        leads = words[:1] == " "
        if self._is_laid_out(before) if leads else (before and self.after_space):
            yield Part(source=before)
            words = words[leads:]
        self.tag, self.after_space = None, words[-1:] in ("", " ")
        if words[-1:] == " " and self._is_laid_out(after):
            yield Part(words[:-1])
            yield Part(source=after)
        elif words:
            yield Part(words)

    def _is_tag(self, place: Range) -> bool:
        return place in self.closers or place in self.openers

    def _is_laid_out(self, run: Range | None) -> bool:
        return run is not None and self.source[run.start : run.end] != " "

    def _after(self, tag: Range | None) -> Range | None:
        """The white space behind a tag; None: there is none."""
        if tag is None or not self._is_tag(tag):
            return None
        match = _RUN.match(self.source, tag.end, self.slot.end)
        return Range(*match.span()) if match and match[0] else None

    def _before(self, tag: Range | None) -> Range | None:
        if tag is None or not self._is_tag(tag):
            return None
        start = tag.start
        while start > self.slot.start and self.source[start - 1] in _WHITE:
            start -= 1
        return Range(start, tag.start) if start < tag.start else None

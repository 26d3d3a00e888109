"""How long texts may be: what elements say of themselves and callers of what they select.

Elements say it by `its-storage-size` (ITS 2.0, Storage Size: bytes of the element's content, not
inherited), `data-max-length` (characters) and, of what a control holds, `maxlength` (WHATWG HTML
4.10.18). A claim of an element is one about its whole content: where that is several texts, or a
part of one, no single translation can be held to it, and a note says so. What a caller selects
holds for each text in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from doctrans.errors import UsageError
from doctrans.formats.html import rules
from doctrans.formats.html.slots import Slot
from doctrans.formats.html.tokenizer import Attribute, Token
from doctrans.formats.html.tokenizer import attributes as parse_attributes
from doctrans.model import Limit, Note

STORAGE, ENCODING, CHARACTERS, TYPED = (
    "its-storage-size", "its-storage-encoding", "data-max-length", "maxlength",
)  # fmt: skip
NAMES = frozenset((STORAGE, CHARACTERS, TYPED))
_CONTROLS = frozenset(("input", "textarea"))
# Attributes that are to an element without content what content is to others.
_VALUES = frozenset(("value", "content", "alt", "label"))
_SEEN = _VALUES | {"placeholder"}  # what users type is another matter than what they see before


class Limiting:
    """The slots of one page with their limits; `notes` are what was wrong with claims."""

    def __init__(
        self, text: str, tokens: Sequence[Token], slots: Sequence[Slot], ends: Mapping[int, int]
    ) -> None:
        """`ends`: where elements end whose length is limited, by their start tag."""
        self.text, self.tokens, self.ends = text, tokens, ends
        self.slots = list(slots)
        self.starts = [slot.start for slot in slots]
        self.notes: list[Note] = []
        self.unused: list[str] = []  # selectors
        # By where a tag starts, the slot that it stands in and its id there.
        self.tags = {
            piece.open.start: (index, tag)
            for index, slot in enumerate(slots)
            for tag, piece in slot.pieces.items()
        }

    def claim(self, token: int) -> None:
        """What an element's attributes say."""
        found = parse_attributes(self.text, self.tokens[token])
        for name in sorted(NAMES & found.keys()):
            if name != TYPED or self.tokens[token].name in _CONTROLS:
                self._claim(token, name, found)

    def _claim(self, token: int, name: str, found: Mapping[str, Attribute]) -> None:
        names = frozenset(("value",)) if name == TYPED else _VALUES
        slots = list(self._within(token, names, nested=False))
        part = not slots and self._is_part(token)
        if not slots and not part:
            return  # nothing of it is translated
        said = f"{name}=“{found[name].value(self.text)}” of <{self.tokens[token].name}>"
        if part or len(slots) > 1:
            why = "it is only a part of a text" if part else f"it holds {len(slots)} texts"
            self._ignored(said, why)
        elif limit := self._limit(name, found):
            self._add(slots[0], limit)
        else:
            self._ignored(said, "it is not understood")

    def _limit(self, name: str, found: Mapping[str, Attribute]) -> Limit | None:
        number = found[name].value(self.text).strip()
        if not (number.isascii() and number.isdecimal()):
            return None
        encoding = found[ENCODING].value(self.text).strip() if ENCODING in found else "utf-8"
        try:
            if name == STORAGE:
                return Limit(bytes=int(number), encoding=encoding.lower())
            return Limit(characters=int(number))
        except (ValueError, UsageError):
            return None

    def _ignored(self, said: str, why: str) -> None:
        self.notes.append(Note("limit-ignored", f"{said} is not kept: {why}."))

    def select(self, selector: str, tokens: Iterable[int], limit: Limit) -> None:
        """What a caller says of the elements that a selector matches."""
        slots = {i for token in tokens for i in self._within(token, _SEEN, nested=True)}
        for index in sorted(slots):
            self._add(index, limit)
        if not slots:
            self.unused.append(selector)

    def _add(self, index: int, limit: Limit) -> None:
        slot = self.slots[index]
        segment = replace(slot.segment, limits=(*slot.segment.limits, limit))
        self.slots[index] = slot._replace(segment=segment)

    def _within(self, token: int, names: frozenset[str], *, nested: bool) -> Iterator[int]:
        """The texts in an element, by index; `names`: attributes that count in elements without
        content. `nested`: those too that stand in others."""
        start = self.tokens[token]
        if start.name in rules.VOID:
            yield from self._values(start, names)
            return
        inline = self.tags.get(start.start)
        if inline and self._is_pair(*inline):
            if self._covers(*inline):
                yield inline[0]
            if not nested:
                return
        end, reached = self.ends.get(token, start.end), start.start
        for index in range(bisect_left(self.starts, start.start), len(self.slots)):
            slot = self.slots[index]
            if slot.start >= end:
                return
            if slot.quote is None and slot.end <= end and (nested or slot.start >= reached):
                yield index
                reached = slot.end

    def _values(self, start: Token, names: frozenset[str]) -> Iterator[int]:
        found = parse_attributes(self.text, start)
        places = [(found[name].start, found[name].end) for name in sorted(names & found.keys())]
        for index in range(bisect_left(self.starts, start.start), len(self.slots)):
            if self.starts[index] >= start.end:
                return
            if any(low <= self.starts[index] < high for low, high in places):
                yield index

    def _covers(self, index: int, tag: int) -> bool:
        """Whether all that is read of a slot is inside one of its tags."""
        segment = self.slots[index].segment
        return all(
            any(one.id == tag for one in span.tags)
            for span in segment.spans
            if segment.text[span.start : span.end].strip()
            or (span.tags and span.tags[-1].equiv.strip())
        )

    def _is_part(self, token: int) -> bool:
        """Whether an element has some of the words of a sentence: it stands in it, or ends in it,
        as misnested formatting does."""
        start = self.tokens[token]
        if inline := self.tags.get(start.start):
            return self._is_pair(*inline)
        end = self.ends.get(token, start.end)
        low, high = bisect_left(self.starts, start.end), bisect_left(self.starts, end)
        return any(slot.quote is None and slot.end > end for slot in self.slots[low:high])

    def _is_pair(self, index: int, tag: int) -> bool:
        return self.slots[index].pieces[tag].close is not None

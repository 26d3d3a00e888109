"""The output read again and compared with what the source and the segments call for.

Both become streams of events. The expected stream is the source's tokens, with the words of the
changed segments and their tags in the places that the segments give them; the found stream is the
output's tokens. They must be equal to the end: a tag that is lost, doubled, invented or moved out
of its segment is a difference, and so is any other byte that is not text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from doctrans.errors import VerificationError
from doctrans.formats.html import encoding, references, writer
from doctrans.formats.html.encoding import Source
from doctrans.formats.html.language import Change
from doctrans.formats.html.slots import Skeleton, Slot
from doctrans.formats.html.tokenizer import Kind, Token, attributes, tokenize
from doctrans.model import Document, Segment

_TEXT = (Kind.TEXT, Kind.RCDATA)
_HINT = "This is a fault of doctrans: please report it, with the page."


# A token, as far as it must be equal: its source, of text what it stands for; of a start tag in
# which values were changed its name and values. At last the source of what is in it and stays,
# such as protected text; of what is found, all of its source. A plain tuple: there are many.
Event = tuple[Kind, str, dict[str, str] | None, tuple[str, ...]]


def verify(document: Document, data: bytes) -> None:
    """Raises VerificationError at the first difference."""
    skeleton: Skeleton = document.skeleton
    try:
        expected = _Expected(document)
    except ValueError as error:
        raise VerificationError(f"A segment's tags are not legal: {error}.", hint=_HINT) from error
    if expected.is_source and data == skeleton.source.data:
        return
    # As the source was read: words that grew may have pushed `meta` out of the first 1,024 bytes,
    # and a page that names no encoding may be of bytes now that are UTF-8 too.
    output = encoding.decode_like(skeleton.source, data)
    if (output.encoding, output.bom) != (skeleton.source.encoding, skeleton.source.bom):
        raise _difference(f"encoding {skeleton.source.encoding}", f"encoding {output.encoding}")
    tokens = tokenize(output.text, skeleton.used)
    _compare(expected.events(0, len(skeleton.source.text)), output.text, tokens)
    _compare_ids(skeleton, output, tokens)


def _compare(expected: Iterable[Event], text: str, tokens: Iterable[Token]) -> None:
    found = (_event(text, token.kind, token.start, token.end) for token in tokens)
    for wanted, event in zip_longest(_merged(expected), _merged(found)):
        if wanted == event:  # most
            continue
        if not wanted or not event or not _agree(wanted, event):
            raise _difference(_show(wanted), _show(event))


def _agree(wanted: Event, found: Event) -> bool:
    if wanted[0] is not found[0]:
        return False
    is_tag = wanted[2] is not None
    if not (_has_values(wanted, found[1]) if is_tag else wanted[1] == found[1]):
        return False
    if not wanted[3] or wanted[3] == found[3]:
        return True
    source = found[1] if is_tag else "".join(found[3])
    return all(source.count(raw) >= times for raw, times in Counter(wanted[3]).items())


def _has_values(wanted: Event, source: str) -> bool:
    """Whether a start tag has the values that it is to have."""
    # With an end tag: `<{{ name }}>` is a tag only if there is one.
    (token,) = tokenize(f"{source}</{source[1 : 1 + len(wanted[1])]}>")[:1]
    values = {name: a.value(source) for name, a in attributes(source, token).items()}
    return wanted[1] == token.name and wanted[2] == values


def _event(text: str, kind: Kind, start: int, end: int) -> Event:
    raw = text[start:end]
    if kind in _TEXT:
        return kind, references.decode(raw), None, (raw,)
    return kind, raw, None, ()


def _merged(events: Iterable[Event]) -> Iterator[Event]:
    """Text beside text is one text; empty text is none. A line break is one character."""
    kind, waiting, sources = Kind.TEXT, list[str](), list[str]()
    for event in events:
        if event[0] in _TEXT:
            kind = event[0]
            waiting.append(event[1])
            sources += event[3]
            continue
        if text := "".join(waiting):
            yield kind, text.replace("\r\n", "\n"), None, tuple(sources)
        waiting, sources = [], []
        yield event
    if text := "".join(waiting):
        yield kind, text.replace("\r\n", "\n"), None, tuple(sources)


class _Expected:
    """The stream that the source and the document's segments call for."""

    def __init__(self, document: Document) -> None:
        skeleton: Skeleton = document.skeleton
        self.text = skeleton.source.text
        self.tokens = skeleton.tokens
        self.starts = [token.start for token in self.tokens]
        changed = writer.changed_slots(document)
        changes = writer.tag_changes(document)
        self.is_source = not changed and not changes  # nothing is to be changed at all
        self.slots = [pair for pair in changed if pair[0].quote is None]
        self.slot_starts = [slot.start for slot, _ in self.slots]
        self.changes: dict[int, list[tuple[Slot, Segment] | Change]] = {}  # by token
        for pair in changed:
            if pair[0].quote is not None:
                self._note(pair[0].start, pair)
        for change in changes:
            self._note(change.site.start, change)

    def _note(self, position: int, change: tuple[Slot, Segment] | Change) -> None:
        token = bisect_right(self.starts, position - 1) - 1
        self.changes.setdefault(token, []).append(change)

    def events(self, start: int, end: int) -> Iterator[Event]:
        """What is expected in the place of `text[start:end]`."""
        while start < end:
            index = bisect_left(self.slot_starts, start)
            while index < len(self.slots) and self.slots[index][0].start < end:
                slot, segment = self.slots[index]
                if slot.end <= end:
                    break
                index += 1  # that one is around, from the same start
            else:
                yield from self._source(start, end)
                return
            yield from self._source(start, slot.start)
            kind = self._kind(slot.start)
            for part in writer.parts(slot, segment, self.text):
                if part.source is None:
                    yield kind, part.words, None, ()
                else:
                    yield from self.events(*part.source)
            start = slot.end

    def _kind(self, position: int) -> Kind:
        kind = self.tokens[bisect_right(self.starts, position) - 1].kind
        return kind if kind in _TEXT else Kind.TEXT

    def _source(self, start: int, end: int) -> Iterator[Event]:
        index = bisect_right(self.starts, start) - 1
        while start < end:
            token = self.tokens[index]
            stop = min(end, token.end)
            if index in self.changes and token.kind not in _TEXT:
                yield token.kind, token.name, *self._values(index)
            else:
                yield _event(self.text, token.kind, start, stop)
            start, index = stop, index + 1

    def _values(self, index: int) -> tuple[dict[str, str], tuple[str, ...]]:
        """The values that a changed start tag is to have, and sources of what is in them."""
        found = attributes(self.text, self.tokens[index])
        values = {name: attribute.value(self.text) for name, attribute in found.items()}
        sources: list[str] = []
        for change in self.changes[index]:
            if isinstance(change, Change) and change.adds:
                values[change.name] = change.value
                continue
            position = change.site.start if isinstance(change, Change) else change[0].start
            name = next(n for n, a in found.items() if a.start <= position <= a.end and a.assigned)
            if isinstance(change, Change):
                values[name] = change.value
            else:
                slot, segment = change
                attribute, words = found[name], ""
                for part in writer.parts(slot, segment, self.text):
                    if part.source is None:
                        words += part.words
                    else:
                        raw = self.text[part.source.start : part.source.end]
                        words += references.decode(raw, attribute=True)
                        sources.append(raw)
                before = self.text[attribute.start : slot.start]
                values[name] = before + words + self.text[slot.end : attribute.end]
        return values, tuple(sources)


def _compare_ids(skeleton: Skeleton, output: Source, tokens: Iterable[Token]) -> None:
    """Each id as often as in the source: once, in a page without flaws."""
    before, after = _ids(skeleton.source.text, skeleton.tokens), _ids(output.text, tokens)
    if before != after:
        wrong = sorted(set((before - after) + (after - before)))
        raise _difference(f"ids {wrong[:3]} as often as in the source", "another number")


def _ids(text: str, tokens: Iterable[Token]) -> Counter[str]:
    found: Counter[str] = Counter()
    for token in tokens:
        if token.kind is not Kind.START or token.end - token.start == len(token.name) + len("<>"):
            continue
        if "id" in text[token.start : token.end].lower():
            attribute = attributes(text, token).get("id")
            if attribute:
                found[attribute.value(text)] += 1
    return found


def _show(event: Event | None) -> str:
    if event is None:
        return "the end"
    kind, source, values, _ = event
    return f"{kind.name.lower()} {source[:80]!r}{'' if values is None else f' {values}'}"


def _difference(wanted: str, found: str) -> VerificationError:
    return VerificationError(f"The output has {found} in the place of {wanted}.", hint=_HINT)
